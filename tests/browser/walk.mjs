// Drives one walk through the running server in a real browser and prints what it met as JSON.
// Usage: node walk.mjs WALK, with { chromium, modules, addresses } as JSON on standard input.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { focused, keys, lead, signInByKeyboard } from "./hands.mjs";

const given = JSON.parse(readFileSync(0, "utf8"));
const load = createRequire(`${given.modules}/package.json`);
const { chromium } = load("playwright-core");

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: "it-IT" };
const DESK = { viewport: { width: 1280, height: 800 }, locale: "it-IT" };
const MOST_PAGES = 30;
const MOST_KEYS = 600;
/** On a machine with other work; in milliseconds. */
const LONGEST_WAIT = 120_000;

/** Chooses the second answer of every open radio group, one box of every group of boxes, and writes in every field. */
async function answerAll(page) {
  const names = (type) =>
    page.locator(`#questionnaire input[type=${type}]:visible`).evaluateAll((inputs) => [...new Set(inputs.map((input) => input.name))]);
  for (const name of await names("radio")) {
    const group = page.locator(`#questionnaire input[type=radio][name="${name}"]`);
    if (!(await group.evaluateAll((inputs) => inputs.some((input) => input.checked)))) {
      await group.nth(Math.min(1, (await group.count()) - 1)).locator("xpath=ancestor::label").tap();
    }
  }
  const boxes = page.locator("#questionnaire fieldset:has(input[type=checkbox])");
  for (let at = 0; at < (await boxes.count()); at += 1) {
    const first = boxes.nth(at).locator("input[type=checkbox]").first();
    if (!(await first.isChecked())) await first.locator("xpath=ancestor::label").tap();
  }
  for (const field of await page.locator("#questionnaire textarea:visible, #questionnaire input[type=text]:visible").all()) {
    await field.fill("Personale gentile, perché no?");
  }
  for (const field of await page.locator("#questionnaire input[inputmode=numeric]:visible, #questionnaire input[type=number]:visible").all()) {
    await field.fill("3");
  }
}

/** What is wrong with a page on a small screen: sideways scrolling, targets too small for a finger. */
function crampedParts(page) {
  return page.evaluate(() => {
    const faults = [];
    const width = document.documentElement.scrollWidth;
    if (width > window.innerWidth) faults.push(`the page is ${width} wide on a screen of ${window.innerWidth}`);
    for (const target of document.querySelectorAll("#questionnaire label, #questionnaire button:not([aria-hidden])")) {
      const box = target.getBoundingClientRect();
      if (box.width > 1 && (box.height < 24 || box.width < 24)) faults.push(`"${target.textContent.trim()}" is ${box.width} x ${box.height}`);
    }
    return faults;
  });
}

async function phone(browser) {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  const cramped = [];
  await page.goto(given.addresses.survey);
  let pages = 0;
  while ((await page.locator("#questionnaire").count()) > 0 && pages < MOST_PAGES) {
    pages += 1;
    cramped.push(...(await crampedParts(page)));
    await answerAll(page);
    await Promise.all([page.waitForNavigation(), page.locator("#questionnaire .send button[value=on]").tap()]);
  }
  return { pages, cramped, ended: await ending(page) };
}

async function ending(page) {
  return { address: page.url(), heading: (await page.locator("h1").first().textContent()).trim() };
}

async function keyboard(browser) {
  const page = await (await browser.newContext(DESK)).newPage();
  await page.goto(given.addresses.survey);
  const unmarked = new Set();
  let keys = 0;
  while ((await page.locator("#questionnaire").count()) > 0 && keys < MOST_KEYS) {
    await page.keyboard.press("Tab");
    keys += 1;
    const at = await focused(page);
    if (at.kind !== "body" && !at.marked) unmarked.add(`${at.kind} ${at.name} ${at.text}`);
    if (!at.inForm) continue;
    if (["radio", "checkbox"].includes(at.kind) && !at.answered) await page.keyboard.press("Space");
    if (["textarea", "text"].includes(at.kind) && at.value === "") await page.keyboard.type("Grazie");
    if (at.kind === "number") await page.keyboard.type("3");
    if (at.kind === "submit" && at.value === "on") {
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    }
  }
  return { keys, unmarked: [...unmarked], ended: await ending(page) };
}

/** Everything that axe finds on the page as it stands. */
async function inspect(page, name, found) {
  await page.evaluate(readFileSync(load.resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate(() => window.axe.run(document));
  for (const violation of violations) {
    for (const node of violation.nodes) found.push(`${name}: ${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`);
  }
}

/** Sends a questionnaire without an answer; the status of what comes back, wherever on the way that is. */
async function sendEmpty(page, address) {
  let status = (await page.goto(address)).status();
  for (let pages = 0; pages < MOST_PAGES && status === 200 && (await page.locator("#questionnaire").count()) > 0; pages += 1) {
    status = await lead(page, () => page.locator("#questionnaire .send button[value=on]").click());
  }
  return status;
}

/** Takes the same walk on both screens, with a way to inspect the page where one stands. */
async function onBothScreens(browser, walk) {
  const found = [];
  const inspected = [];
  for (const [screen, options] of [["phone", PHONE], ["desk", DESK]]) {
    const page = await (await browser.newContext({ ...options, hasTouch: true })).newPage();
    page.setDefaultTimeout(LONGEST_WAIT);
    await walk(page, async (name) => {
      inspected.push(`${screen} ${name}`);
      await inspect(page, `${screen} ${name}`, found);
    });
  }
  return { inspected, found: [...new Set(found)] };
}

function citizen(browser) {
  return onBothScreens(browser, async (page, look) => {
    for (const [name, address] of Object.entries(given.addresses)) {
      await look(`${name} ${(await page.goto(address)).status()}`);
    }
    await look(`refusal ${await sendEmpty(page, given.addresses.survey)}`);
    let status = (await page.goto(given.addresses.survey)).status();
    for (let pages = 0; pages < MOST_PAGES && (await page.locator("#questionnaire").count()) > 0; pages += 1) {
      await answerAll(page);
      await look(`page ${pages + 1} filled in`);
      status = await lead(page, () => page.locator("#questionnaire .send button[value=on]").tap());
    }
    await look(`${page.url().includes("/thanks") ? "thanks" : "no thanks"} ${status}`);
  });
}

/** Types into a form of a page and sends it, past what the browser itself would refuse. */
async function refuse(page, address, form, typed) {
  await page.goto(address);
  return send(page, form, typed);
}

async function send(page, form, typed) {
  const own = page.locator(form).first();
  await own.evaluate((element) => {
    element.noValidate = true;
    for (const part of element.querySelectorAll("details")) part.open = true;
  });
  for (const [field, value] of Object.entries(typed)) await own.locator(`[name="${field}"]`).fill(value);
  return lead(page, () => own.locator("button[type=submit]:not([aria-hidden])").last().click());
}

/** What kind of page an address leads to: numbers, and the codes of a questionnaire's parts, make no other kind. */
const kindOf = (path) => path.replace(/\?.*/, "").replace(/\d+/g, "#").replace(/\/(questions|pages|scales|languages)\/\w+$/, "/$1/*");
const MOST_OF_A_KIND = { "#": 3, "*": 3 };

/** Every page of the office, by the links on its pages; of each kind two or more, since a draft, a survey in the field and a closed one differ. */
async function everyLink(page, look, origin) {
  const met = new Map();
  const waiting = ["/staff"];
  const known = new Set(waiting);
  while (waiting.length > 0) {
    const path = waiting.shift();
    const kind = kindOf(path);
    if ((met.get(kind) ?? 0) >= (MOST_OF_A_KIND[kind.at(-1)] ?? 2)) continue;
    met.set(kind, (met.get(kind) ?? 0) + 1);
    const answer = await page.goto(origin + path);
    await look(`${kind} ${answer.status()}`);
    const links = await page.locator("main a[href], nav a[href]").evaluateAll((all) => all.map((link) => new URL(link.href)).map((to) => to.pathname + to.search));
    for (const link of links.filter((to) => /^\/(staff|d)(\/|$)/.test(to) && !/(\.(pdf|toml|json|xlsx)|\/file)$/.test(to) && !known.has(to))) {
      known.add(link);
      waiting.push(link);
    }
  }
}

/** The survey in the field; a draft like it is made, so that its pages can be met too. */
async function withDraft(page, origin) {
  await page.goto(`${origin}/staff`);
  const there = await page.locator(".state.draft").count();
  await lead(page, () => page.locator("tr:has(.state.open) th a").first().click());
  const field = page.url();
  if (there === 0) await lead(page, () => page.locator('form[action$="/duplicate"] button').click());
  return field;
}

/** A charter that is being written, so that its pages can be met. */
async function withCharterDraft(page, origin) {
  await page.goto(`${origin}/staff/charters`);
  const begin = page.locator('td form[action="/staff/charters/begin"] button').first();
  if ((await begin.count()) > 0) await lead(page, () => begin.click());
}

/** A file of answers, as Google Forms gives it, looked at and with rows to mend. */
async function bringAnswers(page, look, survey) {
  await page.goto(`${survey}/answers`);
  const answers = (file) => page.locator('input[name="file"]').setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  const sendFile = () => lead(page, () => page.locator('form:has(input[name="file"]) button').click());
  await answers("PK\u0003\u0004");
  await look(`refused answers ${await sendFile()}`);
  await answers("Informazioni cronologiche,overall,Quanto è soddisfatto\n2026/03/01 9:15:00 AM EST,4,5\nieri,forse,?\n");
  await look(`answers looked at ${await sendFile()}`);
}

/** What the move to a newer version would mean. The first screen publishes it, and begins another draft, so that the next one meets one too. */
async function moveOn(page, look, origin, survey) {
  const move = 'form[action$="/version"]';
  await page.goto(`${survey}/version`);
  if ((await page.locator(move).count()) === 0) {
    await page.goto(`${origin}/staff/forms`);
    const draft = await page.locator('main a[href*="/drafts/"]').first().evaluate((link) => link.href);
    await page.goto(`${draft}/publish`);
    await lead(page, () => page.locator("main form button.first").click());
    await page.goto(`${origin}/staff/forms`);
    await lead(page, () => page.locator('form[action="/staff/forms/begin"] button').first().click());
  }
  await look(`survey's versions ${(await page.goto(`${survey}/version`)).status()}`);
  await look(`refused move ${await refuse(page, `${survey}/version`, move, { reason: "" })}`);
}

/** Sends the page of a promise or of the head with something that is refused, and the text with a mistake; then mends the text. */
async function refuseCharter(page, look, origin) {
  await page.goto(`${origin}/staff/charters`);
  const draft = await page.locator('main a[href*="/draft/"]').first().evaluate((link) => link.href);
  await look(`refused promise ${await refuse(page, `${draft}/standards/1`, "main form", { target: "150", title_it: "", year_1: "x" })}`);
  await look(`refused head ${await refuse(page, `${draft}/head`, "main form", { approved_on: "", local: "31/6", factor_code_1: "" })}`);
  await look(`refused adoption ${await refuse(page, draft, "main form:has(#reason)", { reason: "" })}`);
  await page.goto(`${draft}/text`);
  const good = await page.locator("#text").inputValue();
  // Somebody else is quicker: the same page, sent from a second tab.
  const second = await page.context().newPage();
  await second.goto(`${draft}/text`);
  await refuse(second, `${draft}/text`, "main form", { text: `${good}# altro\n` });
  await second.close();
  await look(`charter changed meanwhile ${await send(page, "main form", { text: good })}`);
  await look(`faulty charter ${await send(page, "main form", { text: good.replace(/target = 0\.\d+/, "target = 95") })}`);
  await look(`faulty draft ${(await page.goto(draft)).status()}`);
  const target = /target = 0\.9\b/.test(good) ? "target = 0.85" : "target = 0.9";
  await refuse(page, `${draft}/text`, "main form", { text: good.replace(/target = 0\.\d+/, target) });
  await look(`changed draft ${(await page.goto(draft)).status()}`);
  await look(`adopted charter ${await send(page, "main form:has(#reason)", { reason: "Prova" })}`);
  await page.goto(`${origin}/staff/charters`);
  await look(`charter differences ${await lead(page, () => page.locator('main a[href$="/differences"]').first().click())}`);
}

function office(browser) {
  const origin = new URL(given.addresses.home).origin;
  const [login, password] = given.account;
  return onBothScreens(browser, async (page, look) => {
    const signIn = `${origin}/staff/sign-in`;
    const sign = (word) => refuse(page, signIn, 'form[action="/staff/sign-in"]', { login, password: word });
    await look(`refused sign-in ${await sign("wrong")}`);
    await sign(password);
    const survey = await withDraft(page, origin);
    await withCharterDraft(page, origin);
    await everyLink(page, look, origin);
    await look(`/staff/nowhere ${(await page.goto(`${origin}/staff/nowhere`)).status()}`);
    await page.goto(survey);
    const edition = await page.locator('main a[href^="/staff/editions/"]').first().evaluate((link) => link.href);
    const keyIn = await page.locator('main a[href^="/d/"]').first().evaluate((link) => link.href);
    const long = "a".repeat(2000);
    await look(`refused mail test ${await refuse(page, `${origin}/staff/mail`, "main form", { test_address: "nobody" })}`);
    await look(`mail test ${await refuse(page, `${origin}/staff/mail`, "main form", { test_address: "me@example.org" })}`);
    await look(`refused plan ${await refuse(page, `${origin}/staff/surveys/new`, "main form", { title: "", universe_web: "12.5", form_text: "code = 7" })}`);
    await look(`refused kiosk ${await refuse(page, survey, 'form[action$="/kiosks"]', { place: " " })}`);
    await look(`refused contacts ${await refuse(page, `${survey}/contacts`, 'form[enctype]', {})}`);
    await look(`refused reading ${await refuse(page, `${edition}/figures`, 'form[action$="/figures"]', { value: "abc" })}`);
    await page.goto(`${edition}/registers/opening_days`);
    const register = Buffer.from("Data;Aperto\n01/01/2001;sì\nieri;forse\n");
    await page.locator('input[name="register"]').setInputFiles({ name: "r.csv", mimeType: "text/csv", buffer: register });
    await look(`register looked at ${await lead(page, () => page.locator('form:has(input[type="file"]) button').click())}`);
    await look(`refused register ${await refuse(page, `${edition}/registers/three_rings`, 'form:has(input[type="file"])', { as_of: "2999-01-01" })}`);
    await look(`refused year's contacts ${await refuse(page, `${edition}/contacts`, 'form:has(select[name="channel"])', { contacts: "12.5" })}`);
    await look(`refused supposed ${(await page.goto(`${edition}/figures?supposed-three_rings=x`)).status()}`);
    await look(`refused past ${await refuse(page, `${edition}/figures`, 'form[action$="/past"]', { mean: "abc" })}`);
    await look(`refused action ${await refuse(page, `${edition}/actions`, 'form[action$="/actions"]', { what: "" })}`);
    await refuseCharter(page, look, origin);
    await bringAnswers(page, look, survey);
    await moveOn(page, look, origin, survey);
    await look(`refused key-in ${await refuse(page, keyIn, "#questionnaire", {})}`);
    // What was promised and missed stands on the page of a year that is over.
    await page.goto(`${origin}/staff/results`);
    const years = await page.locator('main a[href^="/staff/editions/"]').evaluateAll((links) => links.map((link) => link.href));
    for (const [name, form, typed] of [["cause", 'form[action$="/causes"]', { cause: long }], ["outcome", 'form[action$="/outcomes"]', { outcome: "" }]]) {
      for (const year of years) {
        await page.goto(`${year}/actions`);
        if ((await page.locator(form).count()) === 0) continue;
        await page.locator(form).first().locator("[maxlength]").evaluateAll((fields) => fields.forEach((field) => field.removeAttribute("maxlength")));
        await look(`refused ${name} ${await send(page, form, typed)}`);
        break;
      }
    }
  });
}

/** A promise of a charter changed with the keyboard alone: to its page, to its target, to its button. */
async function charter(browser) {
  const page = await (await browser.newContext(DESK)).newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  const hands = keys(page);
  const { tabTo, enter } = hands;
  await signInByKeyboard(page, given, hands);
  await tabTo((at) => at.text === "Carta dei Servizi");
  await enter();
  await tabTo((at) => at.text.startsWith("Scrivi la versione"));
  await enter();
  await tabTo((at) => at.text.startsWith("Modifica – "));
  await enter();
  await tabTo((at) => at.name === "target");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("0,88");
  await tabTo((at) => at.text === "Salva nella bozza");
  await enter();
  const target = await page.locator("#goals tbody tr").first().locator("td").nth(1).textContent();
  return { ...hands.told(), target: target.trim() };
}

/** The goals with the keyboard alone: their table is reached and scrolled, a picture's figures are opened, a cause is written. */
async function goals(browser) {
  const page = await (await browser.newContext({ ...DESK, viewport: { width: 390, height: 800 } })).newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  const hands = keys(page);
  const { tabTo, enter } = hands;
  await signInByKeyboard(page, given, hands);
  await tabTo((at) => at.text === "Risultati");
  await enter();
  const lastYear = new RegExp(`, ${new Date().getFullYear() - 1}$`);
  await tabTo((at) => lastYear.test(at.text));
  await enter();
  const drawn = await page.locator("figure").first().evaluate((figure) =>
    [".chart.wide", ".chart.narrow"].map((kind) => getComputedStyle(figure.querySelector(kind)).display !== "none"));
  await tabTo((at) => at.kind === "summary");
  await page.keyboard.press("Enter");
  const figures = await page.locator("details[open] table caption").first().textContent();
  await tabTo((at) => at.region?.startsWith("Obiettivi della Carta"));
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
  await page.goto(page.url());
  await tabTo((at) => at.text === "Obiettivi e azioni");
  await enter();
  await tabTo((at) => at.name === "cause");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Due persone in meno da giugno");
  await tabTo((at) => at.text === "Salva");
  await enter();
  const cause = await page.locator("textarea[name=cause]").first().inputValue();
  return { ...hands.told(), drawn, figures, cause };
}


/** The least height of what is touched standing at a kiosk, in CSS pixels. */
const FINGER = 44;

/** A kiosk that somebody leaves in the middle. The browser's clock is the test's own. */
async function kiosk(browser) {
  const page = await (await browser.newContext({ ...DESK, hasTouch: true })).newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  await page.clock.install();
  await page.goto(given.addresses.kiosk);
  const targets = page.locator("#questionnaire label:has(input):visible, #questionnaire button:visible");
  const small = await targets.evaluateAll((all, least) =>
    all.map((target) => [target.textContent.trim(), target.getBoundingClientRect().height]).filter(([, height]) => height < least).map((one) => one.join(" ")), FINGER);
  const answered = page.locator("#questionnaire input:checked");
  const warning = page.locator("[data-idle]");
  await page.locator("#questionnaire input[type=radio]").first().locator("xpath=ancestor::label").tap();
  const begun = await answered.count();
  await page.clock.fastForward(60_000);
  // Beside everything, so that the page does not scroll: that would be a touch too, and come later.
  await page.mouse.click(2, 300);
  await page.clock.fastForward(60_000);
  const early = await warning.isVisible();
  await page.clock.fastForward(15_000);
  const warned = await warning.isVisible();
  await Promise.all([page.waitForNavigation(), page.clock.fastForward(20_000)]);
  return { small, begun, early, warned, left: await answered.count(), address: page.url() };
}

/** The first visit: what it weighs on the wire, and whom the browser asks. */
async function weight(browser) {
  const context = await browser.newContext({ ...PHONE });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  const sizes = new Map();
  const addresses = new Map();
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  await page.goto(given.addresses.survey, { waitUntil: "networkidle" });
  const parts = [...sizes].map(([id, bytes]) => ({ address: addresses.get(id) ?? "", bytes }));
  const hosts = [...new Set([...addresses.values()].filter((address) => !address.startsWith("data:")).map((address) => new URL(address).host))];
  for (const address of Object.values(given.addresses)) {
    await page.goto(address, { waitUntil: "networkidle" });
  }
  const later = [...addresses.values()].filter((address) => !address.startsWith("data:")).map((address) => new URL(address).host);
  const cookies = (await context.cookies()).map((cookie) => cookie.name);
  return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), parts, hosts: [...new Set([...hosts, ...later])], cookies };
}

/** What is answered on a page: the marked boxes and the longest text. */
const answeredOn = (page) => page.locator("#questionnaire input:checked").count();

/** Somebody invited begins on a phone without JavaScript, goes on at a desk, changes the language, and loses the reply. */
async function resume(browser) {
  const first = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage();
  first.setDefaultTimeout(LONGEST_WAIT);
  await first.goto(given.addresses.invitation);
  await answerAll(first);
  const begun = await answeredOn(first);
  await lead(first, () => first.locator("button[value=save]").tap());
  const saved = { address: first.url(), heading: await first.locator("h1").textContent() };
  const cramped = await crampedParts(first);

  const second = await (await browser.newContext(DESK)).newPage();
  second.setDefaultTimeout(LONGEST_WAIT);
  await second.goto(given.addresses.invitation);
  const resumed = { answered: await answeredOn(second), notice: await second.locator("[role=status][data-focus]").textContent() };
  await lead(second, () => second.locator("button[name=_lang][value=de]").click());
  const turned = { language: await second.locator("html").getAttribute("lang"), answered: await answeredOn(second) };

  // The page keeps by itself what is typed, and a third device sees it.
  const kept = second.waitForResponse((reply) => reply.status() === 204);
  await second.locator("#questionnaire textarea").last().fill("Von selbst gespeichert");
  await kept;
  await second.locator("[data-kept]:not(:empty)").waitFor();
  const told = await second.locator("[data-kept]").textContent();
  await first.goto(given.addresses.invitation);
  const seen = { language: await first.locator("html").getAttribute("lang"), text: await first.locator("#questionnaire textarea").last().inputValue() };

  const lost = await loseReply(second);
  await second.goto(given.addresses.invitation);
  const after = await second.locator("h1").textContent();
  return { begun, saved, cramped, resumed, turned, told, seen, lost, after, ended: { address: lost.address } };
}

/** Sends until the questionnaire arrives, but its reply does not; then sends the same again, as a person would. */
async function loseReply(page) {
  let arrived = 0;
  await page.route("**/*", async (route) => {
    if (route.request().method() !== "POST" || arrived > 0) return route.continue();
    const reply = await route.fetch({ maxRedirects: 0 });
    arrived = reply.status();
    return route.abort("connectionreset");
  });
  await page.locator("#questionnaire .send button[value=on]").click({ noWaitAfter: true });
  // The browser's own page comes, which says that the reply was lost; it is asked to try again.
  const gone = () => page.evaluate(() => document.readyState === "complete" && !document.getElementById("questionnaire")).catch(() => false);
  while (arrived === 0 || !(await gone())) await page.waitForTimeout(100);
  await page.reload();
  return { arrived, address: page.url() };
}

/** The same for anybody with the public page. */
async function lost(browser) {
  const page = await (await browser.newContext({ ...DESK, hasTouch: true })).newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  await page.goto(given.addresses.survey);
  await answerAll(page);
  const told = await loseReply(page);
  await page.goBack();
  const back = await page.locator("#questionnaire").count();
  return { ...told, back, ended: { address: told.address } };
}

const walks = { phone, keyboard, citizen, charter, goals, office, kiosk, weight, resume, lost };
const browser = await chromium.launch({
  executablePath: given.chromium,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  console.log(JSON.stringify(await walks[process.argv[2]](browser)));
} finally {
  await browser.close();
}

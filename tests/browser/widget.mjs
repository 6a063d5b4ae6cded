// The rating widget on pages of other origins, as people meet it. Prints what it met as JSON.
// Usage: node widget.mjs WALK, with { chromium, modules, may, mayNot, base } as JSON on standard input.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const given = JSON.parse(readFileSync(0, "utf8"));
const load = createRequire(`${given.modules}/package.json`);
const { chromium } = load("playwright-core");
const axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");

const NARROW = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true, locale: "it-IT" };
const DESK = { viewport: { width: 1280, height: 800 }, locale: "it-IT" };
/** On a machine with other work; in milliseconds. */
const LONGEST_WAIT = 120_000;
const WIDGET = ".ascolto-widget";
const ALL = ["feedback", "feedback-title", "feedback-rate-1", "feedback-rate-2", "feedback-rate-3", "feedback-rate-4", "feedback-rate-5",
  "feedback-rating-positive", "feedback-rating-negative", "feedback-rating-question", "feedback-rating-answer", "feedback-input-text"];

async function open(browser, size, address) {
  const page = await (await browser.newContext(size)).newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  await page.goto(address);
  await page.locator(WIDGET).waitFor();
  return page;
}

/** Collects what is not as it should be. */
function judge() {
  const faults = [];
  return { faults, expect: (holds, words) => { if (!holds) faults.push(words); } };
}

/** What axe finds in the widget, and what does not fit the screen. */
async function inspect(page, state, { expect }) {
  await page.evaluate((source) => { if (!window.axe) window.eval(source); }, axe);
  const found = await page.evaluate((widget) => window.axe.run(widget), WIDGET);
  for (const violation of found.violations) expect(false, `${state}: ${violation.id} ${violation.nodes.map((node) => node.html).join(" ")}`);
  const cramped = await page.evaluate((widget) => {
    const box = document.querySelector(widget);
    const small = [...box.querySelectorAll("label, button, textarea")].map((target) => [target, target.getBoundingClientRect()]);
    const wide = box.scrollWidth > box.clientWidth + 1 || box.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
    return [...(wide ? ["wider than the screen"] : []),
      ...small.filter(([, at]) => at.width > 0 && (at.height < 24 || at.width < 24)).map(([target]) => `small: ${target.outerHTML}`)];
  }, WIDGET);
  for (const words of cramped) expect(false, `${state}: ${words}`);
}

/** As the national verification goes: every star is clicked, and only the reasons that belong to it are seen. */
async function verify(page, { expect }) {
  const there = await page.locator("[data-element]").evaluateAll((parts) => [...new Set(parts.map((part) => part.dataset.element))]);
  for (const name of ALL) expect(there.includes(name), `there is no ${name}`);
  expect((await page.locator("h2[data-element=feedback-title]").textContent()).trim() === "Quanto sono chiare le informazioni su questa pagina?", "another title");
  for (let stars = 1; stars <= 5; stars += 1) {
    await page.locator(`[data-element=feedback-rate-${stars}]`).click();
    const seen = await page.evaluate(() => ["positive", "negative"].map((part) => document.querySelector(`[data-element=feedback-rating-${part}]`).getBoundingClientRect().height > 0));
    expect(seen[0] === stars > 3 && seen[1] === stars <= 3, `after ${stars} stars the reasons are ${seen}`);
  }
  const questions = await page.locator("[data-element=feedback-rating-question]").allTextContents();
  expect(questions.join() === "Quali sono stati gli aspetti che hai preferito?,Dove hai incontrato le maggiori difficoltà?", `other questions: ${questions}`);
}

const button = (page, name) => page.locator(`${WIDGET} button`, { hasText: name });
const thanked = (page) => page.locator(`${WIDGET} h2`, { hasText: "Grazie" }).waitFor();
const focus = (page) => page.evaluate(() => `${document.activeElement.tagName} ${document.activeElement.name ?? ""} ${document.activeElement.value ?? ""}`.trim());

/** By touch, on a narrow screen. */
async function byTouch(page, judged) {
  await inspect(page, "at first", judged);
  await verify(page, judged);
  await page.locator("[data-element=feedback-rate-2]").tap();
  await inspect(page, "reasons", judged);
  await page.locator("[data-element=feedback-rating-negative] label").nth(1).tap();
  await button(page, "Avanti").tap();
  judged.expect((await focus(page)).startsWith("TEXTAREA"), `after the reasons the focus is on ${await focus(page)}`);
  await page.locator(`${WIDGET} textarea`).fill("Manca il modulo");
  await inspect(page, "details", judged);
  await button(page, "Indietro").tap();
  judged.expect((await focus(page)) === "INPUT difficulties incomplete", `back is on ${await focus(page)}`);
  await button(page, "Avanti").tap();
  judged.expect((await page.locator(`${WIDGET} textarea`).inputValue()) === "Manca il modulo", "the details are lost");
  await button(page, "Invia").tap();
  await thanked(page);
  judged.expect((await focus(page)).startsWith("H2"), `after sending the focus is on ${await focus(page)}`);
  await inspect(page, "thanks", judged);
}

/** By keyboard alone. */
async function byKeyboard(page, judged) {
  const press = (key) => page.keyboard.press(key);
  await press("Tab");
  judged.expect((await focus(page)) === "INPUT clarity 1", `first comes ${await focus(page)}`);
  await press("Space");
  for (let more = 0; more < 3; more += 1) await press("ArrowRight");
  judged.expect((await focus(page)) === "INPUT clarity 4", "choosing stars moved the focus away");
  judged.expect((await page.locator(`${WIDGET} [role=status]`).textContent()).startsWith("Quali sono stati"), "what appeared is not said");
  await press("Tab");
  await press("Space");
  await press("Enter");
  judged.expect((await focus(page)).startsWith("TEXTAREA"), "Enter did not go on");
  await page.keyboard.type("Bene");
  // Back, then send.
  await press("Tab");
  await press("Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  judged.expect(outline !== "none", "the focus cannot be seen");
  await press("Enter");
  await thanked(page);
}

/** What the script weighs on the wire, with every language and its looks. */
async function weigh(browser) {
  const page = await (await browser.newContext(NARROW)).newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const scripts = new Set();
  let bytes = 0;
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => { if (request.url.endsWith(".js")) scripts.add(requestId); });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => { if (scripts.has(requestId)) bytes += encodedDataLength; });
  await page.goto(`${given.may}/plain`, { waitUntil: "networkidle" });
  return bytes;
}

async function asks(browser) {
  const judged = judge();
  const hosts = new Set();
  const cookies = [];
  let stored = 0;
  let sent = 0;
  for (const [size, path, walk] of [[NARROW, "/plain", byTouch], [NARROW, "/heavy", byTouch], [DESK, "/plain", byKeyboard], [DESK, "/strict", byKeyboard], [DESK, "/heavy", null]]) {
    const page = await open(browser, size, given.may + path);
    page.on("request", (request) => { if (!request.url().startsWith("data:")) hosts.add(new URL(request.url()).origin); });
    await page.reload();
    await page.locator(WIDGET).waitFor();
    if (typeof walk !== "function") {
      await page.locator("[data-element=feedback-rate-5]").click();
      await inspect(page, "heavy on a desk", judged);
      continue;
    }
    await walk(page, judged);
    sent += 1;
    cookies.push(...(await page.context().cookies()).map((cookie) => cookie.name));
    stored += await page.evaluate(() => localStorage.length + sessionStorage.length);
  }
  const english = await open(browser, DESK, `${given.may}/en`);
  judged.expect((await english.locator(`${WIDGET} h2`).textContent()).startsWith("How clear"), "the page's language is not spoken");
  judged.expect((await english.locator(WIDGET).getAttribute("lang")) === "en", "the language is not named");
  return { faults: judged.faults, hosts: [...hosts].sort((one) => (one === given.may ? -1 : 1)), cookies, stored, sent, bytes: await weigh(browser) };
}

async function goesWrong(browser) {
  const judged = judge();
  const page = await open(browser, NARROW, `${given.may}/plain`);
  await page.locator("[data-element=feedback-rate-5]").tap();
  await page.locator("[data-element=feedback-rating-positive] label").first().tap();
  await button(page, "Avanti").tap();
  const text = page.locator(`${WIDGET} textarea`);
  const long = "a".repeat(201);
  await text.fill(long);
  await button(page, "Invia").tap();
  await page.locator(`${WIDGET} textarea[aria-invalid]`).waitFor();
  judged.expect((await text.inputValue()) === long, "a text that is too long is lost");
  judged.expect((await page.locator(`${WIDGET} [role=alert]`).textContent()).includes("200"), "it is not said how long a text may be");
  judged.expect((await focus(page)).startsWith("TEXTAREA"), "the focus is not where something is to be changed");
  await inspect(page, "refused", judged);
  await text.fill("Chiaro");
  // The answer arrives, its reply does not.
  let lost = 0;
  await page.route("**/widget/pagina?*", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await button(page, "Invia").tap();
  await page.locator(`${WIDGET} [role=alert] p`, { hasText: "Non sappiamo se la risposta è arrivata" }).waitFor();
  judged.expect((await text.inputValue()) === "Chiaro", "after a lost reply the text is gone");
  await inspect(page, "reply lost", judged);
  await button(page, "Invia").dblclick();
  await thanked(page);
  judged.expect(lost === 1, "no reply was lost");
  return { faults: judged.faults };
}

async function mayNot(browser) {
  const judged = judge();
  const page = await (await browser.newContext(NARROW)).newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  await page.goto(`${given.mayNot}/plain`);
  await page.locator(WIDGET).waitFor();
  await inspect(page, "may not", judged);
  judged.expect((await page.locator(`${WIDGET} input`).count()) === 0, "it asks where it may not");
  const link = await page.locator(`${WIDGET} a`).getAttribute("href");
  judged.expect(link === `${given.base}/q/pagina?lang=it`, `the link leads to ${link}`);
  const console = told.join("\n");
  // Even a page that sends by itself gets nothing.
  const forced = await page.evaluate((base) => fetch(`${base}/widget/pagina`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key: crypto.randomUUID(), answers: { clarity: "5" } })
  }).then((reply) => String(reply.status), (error) => error.name), given.base);
  return { faults: judged.faults, told: await page.locator(WIDGET).textContent(), console, forced };
}

const walks = { asks, goesWrong, mayNot };
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

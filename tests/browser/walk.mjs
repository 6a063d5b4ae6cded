// Drives one walk through the running server in a real browser and prints what it met as JSON.
// Usage: node walk.mjs WALK, with { chromium, modules, addresses } as JSON on standard input.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const given = JSON.parse(readFileSync(0, "utf8"));
const load = createRequire(`${given.modules}/package.json`);
const { chromium } = load("playwright-core");

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: "it-IT" };
const DESK = { viewport: { width: 1280, height: 800 }, locale: "it-IT" };
const MOST_PAGES = 30;
const MOST_KEYS = 600;

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
  return { pages, cramped, ended: await ending(page), problems: await page.locator(".problem").allTextContents() };
}

async function ending(page) {
  return { address: page.url(), heading: (await page.locator("h1").first().textContent()).trim(), form: await page.locator("#questionnaire").count() };
}

/** Where the focus is, and whether it can be seen. */
function focused(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return { kind: "body" };
    const group = at.name ? [...document.getElementsByName(at.name)] : [];
    const marked = [at, at.nextElementSibling, at.closest("label")].filter(Boolean).some((part) => {
      const style = getComputedStyle(part);
      return (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
    });
    return { kind: at.type || at.localName, name: at.name || "", value: at.value || "", text: at.textContent.trim().slice(0, 40),
      inForm: Boolean(at.closest("#questionnaire")), answered: group.some((input) => input.checked), marked };
  });
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
  return { keys, unmarked: [...unmarked], ended: await ending(page), problems: await page.locator(".problem").allTextContents() };
}

/** Everything that axe finds on the page as it stands. */
async function inspect(page, name, found) {
  await page.evaluate(readFileSync(load.resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate(() => window.axe.run(document));
  for (const violation of violations) {
    for (const node of violation.nodes) found.push(`${name}: ${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`);
  }
}

/** Sends a questionnaire without an answer and gives what comes back, wherever on the way that is. */
async function sendEmpty(page) {
  await page.goto(given.addresses.survey);
  for (let pages = 0; pages < MOST_PAGES && (await page.locator(".problem").count()) === 0; pages += 1) {
    if ((await page.locator("#questionnaire").count()) === 0) break;
    await Promise.all([page.waitForNavigation(), page.locator("#questionnaire .send button[value=on]").click()]);
  }
}

async function axe(browser) {
  const found = [];
  const inspected = [];
  for (const [screen, options] of [["phone", PHONE], ["desk", DESK]]) {
    const page = await (await browser.newContext({ ...options, hasTouch: true })).newPage();
    for (const [name, address] of Object.entries(given.addresses)) {
      const answer = await page.goto(address);
      inspected.push(`${screen} ${name} ${answer.status()}`);
      await inspect(page, `${screen} ${name}`, found);
    }
    await sendEmpty(page);
    inspected.push(`${screen} refusal ${await page.locator(".problem").count()}`);
    await inspect(page, `${screen} refusal`, found);
    await page.goto(given.addresses.survey);
    for (let pages = 0; pages < MOST_PAGES && (await page.locator("#questionnaire").count()) > 0; pages += 1) {
      await answerAll(page);
      await inspect(page, `${screen} page ${pages + 1} filled in`, found);
      await Promise.all([page.waitForNavigation(), page.locator("#questionnaire .send button[value=on]").tap()]);
    }
    inspected.push(`${screen} thanks ${(await ending(page)).form}`);
    await inspect(page, `${screen} thanks`, found);
  }
  return { inspected, found: [...new Set(found)] };
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

const walks = { phone, keyboard, axe, weight };
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

// The page of sending while letters leave. Prints what it met as JSON.
// Usage: node sending.mjs, with { chromium, modules, cookie, base, page, pictures } as JSON on standard input; `pictures` is a folder or "".

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const given = JSON.parse(readFileSync(0, "utf8"));
const load = createRequire(`${given.modules}/package.json`);
const { chromium } = load("playwright-core");
const axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
/** On a machine with other work; in milliseconds. */
const LONGEST_WAIT = 120_000;
/** Longer than the page waits between two readings, in milliseconds. */
const TWO_READINGS = 11_000;

const faults = [];
const expect = (holds, words) => { if (!holds) faults.push(words); };

async function look(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  for (const violation of violations) faults.push(`${name}: ${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(" ")}`);
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide <= width, `${name}: ${wide} wide on a screen of ${width}`);
    if (given.pictures !== "") await page.screenshot({ path: `${given.pictures}/sending-${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

const figure = (page, name) => page.locator(`#figures dt:text-is("${name}") + dd`).textContent();

async function follow(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "it-IT" });
  await context.addCookies([{ name: "ascolto", value: given.cookie, url: given.base }]);
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  let readings = 0;
  page.on("request", (request) => { if (request.resourceType() === "fetch") readings += 1; });
  await page.goto(given.page);
  expect((await page.locator("script[src*=sending]").count()) === 0, "a paused campaign is read anew");
  await page.locator("button[name=find]").waitFor();
  await Promise.all([page.waitForNavigation(), page.locator("button[name=resume]").click()]);
  const first = await page.locator("#read").textContent();
  expect(await page.locator("#live").isVisible(), "nothing says that the figures change by themselves");

  await page.locator("#address").fill("n3@comune.example");
  await Promise.all([page.waitForNavigation(), page.locator("button[name=find]").click()]);
  const found = await page.locator(".panel[role=status]").textContent();
  await page.locator("#address").fill("n4@com");
  await page.evaluate(() => {
    window.said = [];
    const state = document.getElementById("state");
    new MutationObserver(() => window.said.push(state.textContent)).observe(state, { childList: true, characterData: true, subtree: true });
  });
  await page.waitForFunction(() => document.querySelector("#figures").textContent.match(/Inviati[1-9]/));
  expect(Number(await figure(page, "Inviati")) < 16, "all was sent before the figures were read anew");
  expect((await page.locator("#read").textContent()) !== first, "the hour of the reading stays");
  await look(page, "going");

  // A page that nobody sees reads nothing.
  await page.evaluate(() => Object.defineProperty(document, "visibilityState", { get: () => window.seen ?? "hidden", configurable: true }));
  await page.waitForTimeout(500);
  const before = readings;
  await page.waitForTimeout(TWO_READINGS);
  expect(readings - before <= 1, "a hidden page goes on reading");
  await page.evaluate(() => {
    window.seen = "visible";
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.waitForFunction(() => document.getElementById("state").textContent.startsWith("Tutti gli inviti"));
  expect((await figure(page, "Inviati")) === "16", "not all figures are there in the end");
  const field = await page.evaluate(() => [document.activeElement.id, document.activeElement.value]);
  expect(String(field) === "address,n4@com", `what was typed is disturbed: ${field}`);
  expect((await page.locator(".panel[role=status]").textContent()) === found, "what was found is disturbed");
  expect((await page.locator("button[name=pause]").count()) === 0, "what is over can still be paused");
  expect(await page.locator("#live").isHidden(), "the figures are said to change when they do not any more");
  const last = readings;
  await page.waitForTimeout(TWO_READINGS);
  expect(readings === last, "a campaign that is over is read on");
  await look(page, "over");
  return { faults, readings, said: await page.evaluate(() => window.said) };
}

const browser = await chromium.launch({
  executablePath: given.chromium,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  console.log(JSON.stringify(await follow(browser)));
} finally {
  await browser.close();
}

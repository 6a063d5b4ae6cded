// Everybody's pages: every state of a citizen's visit for axe, at every zoom, in the reader's own colours, as a screen reader says it, and
// on a line that brings no script and no typeface.
// Usage: node access.mjs WALK, with { chromium, modules, addresses, pictures } as JSON on standard input; `pictures` is a folder or "".

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { everyState, post } from "./states.mjs";
import { spoken, unnamed } from "./spoken.mjs";

const given = JSON.parse(readFileSync(0, "utf8"));
const load = createRequire(`${given.modules}/package.json`);
const { chromium } = load("playwright-core");
const { addresses } = given;

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: "it-IT" };
const DESK = { viewport: { width: 1280, height: 800 }, locale: "it-IT" };
/** On a machine with other work; in milliseconds. */
const LONGEST_WAIT = 120_000;

async function open(browser, options) {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  return page;
}

/** For whoever wants to look: the page as it stands, where a folder is given. */
async function picture(page, name) {
  if (given.pictures === "") return;
  await page.screenshot({ path: `${given.pictures}/${name.replace(/[^a-z0-9]+/gi, "-")}.png`, fullPage: true });
}

/** Everything that axe finds in every state, with and without the reader's own colours. */
async function states(browser) {
  const found = new Set();
  const inspected = [];
  for (const [screen, options] of [["phone", PHONE], ["desk", DESK]]) {
    const page = await open(browser, options);
    await everyState(page, addresses, "it", async (name) => {
      inspected.push(`${screen} ${name} ${await page.locator("h1").first().textContent()}`);
      await page.evaluate(readFileSync(load.resolve("axe-core/axe.min.js"), "utf8"));
      const { violations } = await page.evaluate(() => window.axe.run(document));
      for (const violation of violations) {
        for (const node of violation.nodes) found.add(`${screen} ${name}: ${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`);
      }
      await picture(page, `${screen} ${name}`);
    });
  }
  return { inspected, found: [...found] };
}

/** Text that is cut, leaves the screen or leaves its own box; and a page that scrolls sideways. */
function cutParts() {
  const faults = [];
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth;
  if (wide > width) faults.push(`the page is ${wide} wide on a screen of ${width}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const own = text.parentElement;
    if (!text.data.trim() || own.closest(".unseen, .skip, script, noscript, option") || !own.checkVisibility()) continue;
    // Unseen on this screen only.
    const part = (own.closest("span, p, legend, h2, div") ?? own).getBoundingClientRect();
    if (part.width <= 1 && part.height <= 1) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = own.closest("label, button, a, li, p, legend, summary, dt, dd, h1, h2, div, body").getBoundingClientRect();
    for (const line of range.getClientRects()) {
      if (line.right > width + 1 || line.left < -1) faults.push(`"${text.data.trim().slice(0, 60)}" leaves the screen`);
      if (line.right > box.right + 1 || line.left < box.left - 1) faults.push(`"${text.data.trim().slice(0, 60)}" leaves its box`);
      // Letters may reach a little out of a tight line.
      if (line.bottom > box.bottom + line.height / 2) faults.push(`"${text.data.trim().slice(0, 60)}" leaves its box below`);
    }
  }
  return [...new Set(faults)];
}

/** Every state at 200 % and 400 % of a desk's screen, on the narrowest telephone, and with letters twice as large, in the language of long words too. */
async function zoom(browser) {
  const faults = [];
  const seen = [];
  const screens = [["200 %", 640, 400, 16], ["400 %", 320, 256, 16], ["large letters", 1280, 800, 32], ["large letters on a phone", 360, 740, 32]];
  for (const [language, those] of [["de", screens], ["it", screens.slice(1, 2)]]) {
    for (const [name, width, height, letters] of those) {
      const page = await open(browser, { viewport: { width, height }, locale: "it-IT" });
      const wire = await page.context().newCDPSession(page);
      await wire.send("Page.enable");
      const enlarge = () => wire.send("Page.setFontSizes", { fontSizes: { standard: letters, fixed: letters } });
      await enlarge();
      await everyState(page, addresses, language, async (state) => {
        await enlarge();
        for (const fault of await page.evaluate(cutParts)) faults.push(`${language}, ${name}, ${state}: ${fault}`);
        const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
        if (size < letters) faults.push(`${language}, ${name}, ${state}: letters of ${size}`);
        seen.push(`${language}, ${name}, ${state}`);
        await picture(page, `${language} ${name} ${state}`);
      });
      await page.context().close();
    }
  }
  return { faults, seen: seen.length };
}

/** What is drawn of an option: enough to tell it from another. */
function look(input) {
  const style = getComputedStyle(input.nextElementSibling);
  const sign = getComputedStyle(input.nextElementSibling, "::before");
  return {
    chosen: [style.backgroundColor, style.color, style.borderTopColor, sign.backgroundColor].join(" "),
    framed: [style.outlineStyle, style.outlineWidth, style.outlineColor, style.outlineOffset].join(" "),
  };
}

/** In the reader's own colours: chosen and not chosen, with the focus and without, differ for every kind of option. */
async function colours(browser) {
  const alike = [];
  const kinds = new Set();
  for (const scheme of ["light", "dark"]) {
    const page = await open(browser, PHONE);
    await page.emulateMedia({ forcedColors: "active", colorScheme: scheme });
    for (const [name, address, pairs] of [["annual", addresses.survey, null], ["kinds 1", addresses.kinds, null], ["kinds 2", addresses.kinds, [["_page", "0"], ["_go", "on"], ["starred", "4"]]]]) {
      await (pairs ? post(page, address, pairs) : page.goto(address));
      const groups = await page.locator("#questionnaire .scale:visible, #questionnaire .choices:visible").all();
      for (const group of groups) {
        const type = await group.locator("input").first().getAttribute("type");
        const kind = `${await group.getAttribute("class")} ${type}`;
        if (kinds.has(`${scheme} ${name} ${kind}`)) continue;
        kinds.add(`${scheme} ${name} ${kind}`);
        const [chosen, other] = [group.locator("input").nth(0), group.locator("input").nth(1)];
        await chosen.focus();
        await page.keyboard.press("Space");
        const focused = await chosen.evaluate(look);
        await page.evaluate(() => document.activeElement.blur());
        const [blurred, left] = [await chosen.evaluate(look), await other.evaluate(look)];
        if (blurred.chosen === left.chosen) alike.push(`${scheme} ${name} ${kind}: chosen and not chosen`);
        if (focused.framed === blurred.framed || focused.framed.startsWith("none")) alike.push(`${scheme} ${name} ${kind}: with and without the focus`);
        const apart = group.locator(".apart input").first();
        if (await apart.count()) {
          const before = await apart.evaluate(look);
          await apart.focus();
          await page.keyboard.press("Space");
          if ((await apart.evaluate(look)).chosen === before.chosen) alike.push(`${scheme} ${name} ${kind}: set apart`);
        }
      }
      for (const button of await page.locator("#questionnaire .send button").all()) {
        const bordered = await button.evaluate((own) => parseFloat(getComputedStyle(own).borderTopWidth) > 0);
        if (!bordered) alike.push(`${scheme} ${name}: a button without a border`);
      }
      await picture(page, `forced ${scheme} ${name}`);
    }
  }
  return { alike, kinds: [...kinds] };
}

/** Whoever wants no motion gets none. */
async function still(browser) {
  const page = await open(browser, PHONE);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving = [];
  await everyState(page, addresses, "it", async (name) => {
    const here = await page.evaluate(() => {
      const parts = [...document.querySelectorAll("*")].filter((part) => {
        const style = getComputedStyle(part);
        return style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0) && style.transitionProperty !== "none"
          || style.animationName !== "none" || style.scrollBehavior !== "auto";
      });
      return parts.map((part) => part.outerHTML.slice(0, 80)).concat(document.getAnimations().map((own) => `animation ${own.animationName}`));
    });
    moving.push(...here.map((part) => `${name}: ${part}`));
  });
  return { moving };
}

/** What a screen reader says, page by page; and every control without a name, every group without a question. */
async function voice(browser) {
  const page = await open(browser, DESK);
  const wire = await page.context().newCDPSession(page);
  await wire.send("Accessibility.enable");
  const said = {};
  const nameless = [];
  await everyState(page, addresses, "it", async (name) => {
    await page.waitForLoadState("networkidle");
    const { nodes } = await wire.send("Accessibility.getFullAXTree");
    said[name] = spoken(nodes);
    nameless.push(...unnamed(nodes).map((fault) => `${name}: ${fault}`));
  });
  return { said, nameless };
}

/** Where the focus stands after a refusal, and whether each line of the summary leads to its field. */
async function errors(browser) {
  const page = await open(browser, DESK);
  const told = [];
  for (const [name, pairs] of [
    ["kinds 1", [["_page", "0"], ["_go", "on"], ["starred", "1"], ["_seen", "why_low"]]],
    ["kinds 2", [["_page", "1"], ["_go", "on"], ["starred", "4"], ["wishes", "hours"], ["wishes", "online"], ["wishes", "staff"], ["visits", "tante"], ["free", "a".repeat(1001)]]],
  ]) {
    await post(page, addresses.kinds, pairs);
    const focus = await page.evaluate(() => ({ role: document.activeElement.getAttribute("role"), heading: document.activeElement.querySelector("h2")?.textContent }));
    told.push(`${name}: focus on ${focus.role} "${focus.heading}"`);
    for (const link of await page.locator(".summary a").all()) {
      await link.focus();
      await page.keyboard.press("Enter");
      const at = await page.evaluate(() => {
        const own = document.activeElement;
        const invalid = own.closest("[aria-invalid=true]") !== null;
        const group = own.closest("fieldset");
        const described = (own.getAttribute("aria-describedby") ?? group?.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
        return `${own.name} ${invalid ? "invalid" : "valid"}: ${described.map((id) => document.getElementById(id)?.textContent ?? `no ${id}`).join(" / ")}`;
      });
      told.push(`${name}: ${at}`);
    }
  }
  return { told };
}

/** The counters: what they show, and what is said aloud. */
async function counters(browser) {
  const page = await open(browser, PHONE);
  await page.clock.install();
  await post(page, addresses.kinds, [["_page", "0"], ["_go", "on"], ["starred", "4"]]);
  const told = [];
  const aloud = page.locator("#questionnaire [role=status]");
  const note = async (id) => {
    await page.clock.runFor(1500);
    told.push(`${await page.locator(`#c-${id}`).textContent()} | ${await aloud.textContent()}`);
  };
  await note("wishes");
  for (const choice of ["hours", "online", "staff"]) {
    await page.locator(`input[value=${choice}]`).locator("xpath=ancestor::label").tap();
    await note("wishes");
  }
  told.push(`${await page.locator("input[name=wishes]:checked").count()} are chosen`);
  await page.locator("input[value=nothing]").locator("xpath=ancestor::label").tap();
  await note("wishes");
  const free = page.locator("#free");
  for (const length of [10, 950, 1003]) {
    await free.fill("è".repeat(length));
    await note("free");
  }
  return { told };
}

/** A line that brings neither script nor typeface: the page is read and sent all the same. */
async function bare(browser) {
  // A picture would wait for the typeface that never comes.
  process.env.PW_TEST_SCREENSHOT_NO_FONTS_READY = "1";
  const told = {};
  for (const [name, blocked] of [["no script, no typeface", /\.(js|woff2)$/], ["no style either", /\.(js|woff2|css|svg)$/]]) {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST_WAIT);
    // Not refused but never answered: that is what a bad line does. The style sheet alone may be waited for, so it breaks off.
    await page.route(blocked, (route) => (route.request().url().endsWith(".css") ? route.abort() : undefined));
    await page.goto(addresses.survey, { waitUntil: "commit" });
    await page.locator("#questionnaire .send button[value=on]").waitFor();
    const shown = await page.locator("h1").first().isVisible();
    const letters = await page.evaluate(() => getComputedStyle(document.querySelector("h1")).visibility);
    await picture(page, name);
    await page.locator("input[name=overall][value='5']").locator("xpath=ancestor::label").tap();
    await Promise.all([
      page.waitForURL(/thanks/, { waitUntil: "commit" }),
      page.locator("#questionnaire .send button[value=on]").tap({ noWaitAfter: true }),
    ]);
    await page.locator("h1").first().waitFor();
    told[name] = { shown, letters, ended: page.url().includes("/thanks") };
    await context.close();
  }
  return told;
}

const walks = { states, zoom, colours, still, voice, errors, counters, bare };
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

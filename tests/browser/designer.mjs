// A questionnaire designed in a real browser: with the keyboard alone, and its pages on a small screen.
// Usage: node designer.mjs WALK, with { chromium, modules, addresses, account, pictures } as JSON on standard input.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { keys, signInByKeyboard } from "./hands.mjs";

const given = JSON.parse(readFileSync(0, "utf8"));
const load = createRequire(`${given.modules}/package.json`);
const { chromium } = load("playwright-core");

const DESK = { viewport: { width: 1280, height: 800 }, locale: "it-IT" };
/** On a machine with other work; in milliseconds. */
const LONGEST_WAIT = 120_000;

/** Two sentences over 200 characters: the adviser would rather have the first one below the question. */
const TEXT = "Dal prossimo anno lo sportello resterà aperto anche il giovedì pomeriggio e il sabato mattina, in prova per sei mesi; "
  + "la Sua risposta ci aiuta a scegliere gli orari giusti per tutti quelli che lavorano. Quando preferisce venire?";
const GERMAN = "Ab dem nächsten Jahr ist der Schalter auch am Donnerstagnachmittag offen. Wann kommen Sie am liebsten?";

async function open(browser, options) {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  return page;
}

/** For whoever wants to look: the page as it stands, where a folder is given. */
async function picture(page, name) {
  if (given.pictures !== "") await page.screenshot({ path: `${given.pictures}/designer-${name}.png`, fullPage: true });
}

/** What the adviser says of a question. */
const adviceOn = (page, code) => page.locator(`[data-question="${code}"] .advice strong + *, [data-question="${code}"] .advice p:first-child`).allTextContents();

/** Writes the new question: two answers, its German, who it is for. Gives the address at which it stands afterwards. */
async function write(page, { tabTo, press, type, open, enter }) {
  await tabTo((at) => at.name === "text_it");
  await type(TEXT);
  await tabTo((at) => at.name === "row_text_1");
  await type("Il giovedì pomeriggio");
  await tabTo((at) => at.name === "row_text_2");
  await type("Il sabato mattina");
  await tabTo((at) => at.kind === "summary" && at.text.startsWith("Nelle altre lingue"));
  await open();
  await tabTo((at) => at.name === "text_de");
  await type(GERMAN);
  await tabTo((at) => at.name === "row_text_de_1");
  await type("Donnerstagnachmittag");
  await tabTo((at) => at.name === "row_text_de_2");
  await type("Samstagvormittag");
  await tabTo((at) => at.name === "role");
  await press("ArrowDown");
  await tabTo((at) => at.name === "required");
  await press("Space");
  await tabTo((at) => at.name === "when");
  await press("ArrowDown");
  // Whoever chooses certain answers has their list opened.
  await tabTo((at) => at.kind === "summary" && at.text.startsWith("L'ultima volta"));
  await open();
  await tabTo((at) => at.name === "answer");
  await press("Space");
  await picture(page, "question");
  // The key that sends a form from any of its fields.
  await enter();
  return page.url();
}

/** Presses a button of the adviser on the question where the focus is; what it still says there. */
async function heed(page, { tabTo, enter }, code) {
  const button = await tabTo((at) => at.value.startsWith("heed "));
  if (button.within !== `question-${code}`) throw new Error(`the next advice is on ${button.within}`);
  await enter();
  return adviceOn(page, code);
}

/** The preview: the question comes with the answer that it depends on, and stands there in German too. */
async function preview(page, hands) {
  const { tabTo, backTo, press, enter } = hands;
  await tabTo((at) => at.link.endsWith("/preview"));
  await enter();
  const sheet = () => page.frameLocator("iframe.device.phone");
  const asked = (words) => sheet().getByText(words, { exact: true }).first();
  await asked("Quando preferisce venire?").waitFor({ state: "attached" });
  const before = await asked("Quando preferisce venire?").isVisible();
  await tabTo((at) => at.framed && at.name === "contact_channel");
  await press("Space");
  await asked("Quando preferisce venire?").waitFor({ state: "visible" });
  const hint = await sheet().getByText("Dal prossimo anno").first().isVisible();
  await picture(page, "preview");
  await backTo((at) => !at.framed && at.text === "Deutsch");
  await enter();
  await sheet().locator("#questionnaire").waitFor();
  const german = await sheet().getByText("Wann kommen Sie am liebsten?").first().textContent();
  return { before, hint, german: german.trim() };
}

/** As a new user would: adapts last year's form, adds a question with routing, translates it, heeds two pieces of advice, previews, publishes. */
async function keyboard(browser) {
  const page = await open(browser, DESK);
  await signInByKeyboard(page, given, keys(page));
  await page.goto(`${new URL(given.addresses.home).origin}/staff/forms`);
  const hands = keys(page);
  const { tabTo, backTo, open: follow, enter, now } = hands;
  await tabTo((at) => at.text.startsWith("Adatta in una nuova bozza"));
  await enter();
  await tabTo((at) => at.link === "#add");
  await follow();
  await tabTo((at) => at.text === "Una risposta fra più");
  await enter();
  const written = await write(page, hands);
  const code = written.split("#question-")[1];
  const landed = (await now()).id.replace("question-", "");
  const condition = (await page.locator(`[data-question="${code}"] .asked`).textContent()).trim();
  const advice = [await adviceOn(page, code), await heed(page, hands, code), await heed(page, hands, code)];
  await picture(page, "heeded");
  const seen = await preview(page, hands);
  await backTo((at) => at.link.endsWith("/publish"));
  await enter();
  await tabTo((at) => at.text === "Pubblica questa versione");
  await picture(page, "publish");
  await enter();
  const published = { address: new URL(page.url()).pathname, text: await page.locator("main").textContent() };
  return { code, landed, condition, advice, seen, published, ...hands.told() };
}

/** Every page of the demo's draft at the narrowest screens: what is wider than the screen. */
async function narrow(browser) {
  const faults = [];
  const seen = [];
  for (const width of [360, 320]) {
    const page = await open(browser, { viewport: { width, height: 740 }, locale: "it-IT" });
    await signInByKeyboard(page, given, keys(page));
    const origin = new URL(given.addresses.home).origin;
    await page.goto(`${origin}/staff/forms`);
    const draft = await page.locator('main a[href*="/drafts/"]').first().evaluate((link) => link.href);
    for (const rest of ["", "/head", "/questions/waiting_reason", "/questions/times", "/questions/+?kind=matrix", "/pages/judgement",
      "/scales/satisfaction", "/languages/fr", "/history", "/publish", "/preview", "/preview/paper"]) {
      await page.goto(draft + rest);
      for (const part of await page.locator("main details").all()) await part.evaluate((own) => { own.open = true; });
      seen.push(`${width} ${rest}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      const own = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((part) => part.scrollWidth > part.clientWidth + 1
        && ["auto", "scroll"].includes(getComputedStyle(part).overflowX)
        // Tables on paper are as wide as paper: each scrolls by itself.
        && !part.classList.contains("printed")).map((part) => part.className));
      if (wide > 0) faults.push(`${width} ${rest}: ${wide} too wide`);
      if (own.length > 0) faults.push(`${width} ${rest}: scrolls sideways: ${own}`);
      await picture(page, `${width}${rest.replace(/[^a-z_]+/g, "-")}`);
    }
  }
  return { seen, faults };
}

/** What a script adds: a question is dragged before another, and the adviser and the preview follow what is typed. */
async function comfort(browser) {
  const page = await open(browser, DESK);
  await signInByKeyboard(page, given, keys(page));
  await page.goto(`${new URL(given.addresses.home).origin}/staff/forms`);
  const draft = await page.locator('main a[href*="/drafts/"]').first().evaluate((link) => link.href);
  await page.goto(draft);
  const order = () => page.locator("[data-question]").evaluateAll((all) => all.map((own) => own.dataset.question));
  const before = await order();
  await page.locator(`[data-question="${before[2]}"] .handle`).dragTo(page.locator(`[data-question="${before[0]}"]`), { targetPosition: { x: 200, y: 10 } });
  await page.waitForURL(/done=/);
  const after = await order();

  await page.goto(`${draft}/questions/overall`);
  const sheet = page.frameLocator("iframe[name=look]");
  await sheet.locator("h1").waitFor();
  const steps = await page.evaluate(() => history.length);
  await page.locator("#text_it").pressSequentially(" E la cortesia e la competenza del personale?");
  await sheet.getByText("la cortesia e la competenza del personale?").first().waitFor();
  await page.locator("#look-advice .advice", { hasText: "due cose insieme" }).waitFor();
  const said = await page.locator("#look-said").textContent();
  await picture(page, "look");
  return { before, after, said, steps: (await page.evaluate(() => history.length)) - steps };
}

const walks = { keyboard, narrow, comfort };
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

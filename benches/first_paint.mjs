// Opens a page as a telephone on a slow line does, several times, each with an empty cache; prints when the largest part was painted and
// what was asked for. Usage: node first_paint.mjs, with { chromium, modules, address } as JSON on standard input.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const given = JSON.parse(readFileSync(0, "utf8"));
const { chromium } = createRequire(`${given.modules}/package.json`)("playwright-core");

/** 1.6 Mbit/s down, 0.75 up, 150 ms there and back: bytes a second and milliseconds. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const TIMES = 5;

const browser = await chromium.launch({
  executablePath: given.chromium,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const paints = [];
  let requests = [];
  // The first opens the browser's own parts and is not counted.
  for (let time = 0; time <= TIMES; time += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, deviceScaleFactor: 2 });
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send("Network.enable");
    await wire.send("Network.emulateNetworkConditions", LINE);
    const asked = [];
    wire.on("Network.requestWillBeSent", ({ request }) => { if (!request.url.startsWith("data:")) asked.push(request.url); });
    await page.goto(given.address, { waitUntil: "networkidle" });
    const painted = await page.evaluate(() => new Promise((tell) => {
      new PerformanceObserver((list) => tell(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
    }));
    if (time > 0) paints.push(painted);
    requests = asked;
    await context.close();
  }
  console.log(JSON.stringify({ paints, requests }));
} finally {
  await browser.close();
}

// Chromium, driven by puppeteer-core: one browser for loading, with its frames as a screen has them, and one for latencies,
// whose frames come as fast as they can, so that there is no wait for a screen's next refresh.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { require } from "./build.mjs";

const puppeteer = require("puppeteer-core");
export const { TimeoutError } = puppeteer;

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  `--disable-features=${[
    // They watch links ten times a second, to guess which page comes next, and each time have an empty frame begin: a click just
    // after that waits 16 ms for the next.
    "NavigationPredictor,NavigationPredictorNewViewportFeatures",
    // The address bar's list of suggestions: two pages of the browser's own, made anew for each profile, which take half a second
    // of the processor while the page that is measured loads.
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup",
  ]}`,
  // As root there is no sandbox.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
/** A phone's, with two device pixels to one. */
const VIEWPORT = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true };

const program = () => NAMES.map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim()).find(Boolean);

export async function launch({ unboundFrames = false } = {}) {
  // A copy each: puppeteer takes flags out of the list that it is given.
  const args = [...FLAGS, ...(unboundFrames ? ["--disable-frame-rate-limit", "--disable-gpu-vsync"] : [])];
  return puppeteer.launch({ executablePath: program(), headless: true, args, protocolTimeout: 180_000 });
}

/** A page in a profile of its own, with an empty cache and nothing stored. Ended with the profile by `close`. */
export async function freshPage(browser, contender, content, { cpu = 1 } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(VIEWPORT);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const cdp = await page.createCDPSession();
  const { name, title, written, ...places } = contender;
  const probe = { ...places, store: places.store.replace("DOCUMENT", content.id), question: content.questions[0].id, remedy: content.remedies[0].id };
  await page.evaluateOnNewDocument(`${PROBE}\nprobe(${JSON.stringify(probe)});`);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  if (cpu > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  return { page, cdp, errors, close: () => context.close() };
}

/** The processor's time that the page's own thread has taken, in milliseconds: what other programs take does not count. */
export async function work(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ThreadTime").value * 1000;
}

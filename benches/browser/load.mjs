// One visit with an empty cache: when a visitor sees the page, can open a question, has a tick kept. Or the same visit left
// alone, for what only shows when nobody touches the page: whether it jumps, and how long it is busy.

import { freshPage, work } from "./chromium.mjs";

/** How long nothing may happen for a page to count as settled, in milliseconds. */
const QUIET = 600;

/** How long a page may take for anything, in milliseconds. No visitor waits longer. */
export const PATIENCE = 60_000;
/** What is written of one that takes longer. */
export const LATE = `not in ${PATIENCE / 1000} s`;

/** A visitor who clicks as soon as there is something to click. */
export async function hurriedVisit(browser, site, contender, content, { link, cpu }) {
  return visit(browser, site, contender, content, { link, cpu }, async ({ page }) => {
    await page.waitForFunction(() => window.bench?.opened && bench.counted, { timeout: PATIENCE, polling: 100 });
    const seen = await page.evaluate(() => ({ firstPaint: bench.firstPaint(), opened: bench.opened, kept: bench.kept, counted: bench.counted, lost: bench.lost }));
    // Once more, from outside: the facts still hold after everything has settled.
    await settled(page);
    const holds = await page.evaluate((question, remedy) => [bench.facts.open(question), bench.facts.stored(remedy), bench.facts.counted(1)], content.questions[0].id, content.remedies[0].id);
    if (holds.includes(false)) throw new Error(`opened, stored, counted: ${holds} once the page had settled`);
    return seen;
  }, "bench.hurry()");
}

/** A visitor who only looks. `then` goes on with the page; what was loaded and is held by then is told too, as `after`. */
export async function quietVisit(browser, site, contender, content, { link, cpu }, then) {
  return visit(browser, site, contender, content, { link, cpu }, async (tab) => {
    const { page, cdp } = tab;
    await settled(page);
    const busy = await work(cdp);
    const seen = await page.evaluate(() => ({
      firstPaint: bench.firstPaint(),
      shift: bench.shift,
      tasks: bench.longTasks.map(({ duration }) => duration),
      takeover: bench.takeover(),
    }));
    const before = await weight(site, tab);
    if (!then) return { ...seen, busy, ...before };
    const acts = await then(tab);
    return { ...seen, busy, ...before, ...acts, after: await weight(site, tab) };
  });
}

/** What was loaded so far, by kind, and what is held after a garbage collection, in bytes. */
async function weight(site, { page, cdp }) {
  const bytes = {};
  for (const { kind, bytes: more } of site.asked) bytes[kind] = (bytes[kind] ?? 0) + more;
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await cdp.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => bench.wasm.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  return { bytes, heap: usedSize + embedderHeapUsedSize + backingStorageSize, wasm };
}

async function visit(browser, site, contender, content, { link, cpu }, look, atStart) {
  const tab = await freshPage(browser, contender, content, { cpu });
  try {
    if (atStart) await tab.page.evaluateOnNewDocument(atStart);
    site.link = link ?? null;
    site.asked = [];
    await tab.page.goto(site.address, { waitUntil: "load", timeout: PATIENCE });
    const seen = await look(tab);
    if (!(seen.firstPaint > 0)) throw new Error("it was never painted");
    if (tab.errors.length) throw new Error(tab.errors.join("; "));
    return seen;
  } catch (error) {
    throw new Error(`${contender.title}, ${content.questions.length} questions: ${error.message}`, { cause: error });
  } finally {
    await tab.close();
  }
}

/** Until the program is there, and no task was long for a while. */
async function settled(page) {
  await page.waitForFunction((quiet) => {
    const last = Math.max(0, ...bench.longTasks.map(({ startTime, duration }) => startTime + duration));
    bench.calm ??= bench.ready && document.readyState === "complete" ? performance.now() : undefined;
    return bench.calm && performance.now() - Math.max(last, bench.calm) > quiet;
  }, { timeout: PATIENCE, polling: 100 }, QUIET);
}

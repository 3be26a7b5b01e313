// What a visitor does once the page is there, with events of the browser's own: opens questions, ticks remedies, searches.
// Each act is timed from its event to the frame after which its effect is there, and its effect is checked whole. Beside
// that time stands the work: what the page's thread took of the processor, with what follows, up to two frames later and until a
// tick is stored, which other programs do not disturb.

import { work } from "./chromium.mjs";
import { finder } from "./rivals/find.js";

/** Between two letters, as quick hands type. */
const PAUSE = 120;

/** By then a page that gathers what it stores has stored it, unless it is busy. */
const STORING = 200;

/** How long after the first click in the search field a page is watched: what readies its search is under way by then. */
const READYING = 200;

/** How long a button or a finger stays down. The frame that shows this is painted by then, and what comes of the release need
 * not wait for it. */
const HOLD = 80;

/** Opens `acts` questions, ticks as many remedies, but 12 at most, and types each of `queries`, a letter at a time. */
export async function acts({ page, cdp }, content, { acts, queries }) {
  return {
    open: await opening(page, cdp, spread(content.questions, acts)),
    tick: await ticking(page, cdp, spread(content.remedies, Math.min(acts, 12))),
    ...(await searching(page, cdp, content, queries)),
  };
}

async function opening(page, cdp, questions) {
  const times = [];
  for (const { id } of questions) {
    times.push(await timed(page, cdp, "click", ["open", id], () => aim(page, cdp, "trigger", id)));
  }
  return times;
}

async function ticking(page, cdp, remedies) {
  const times = [];
  for (const [index, { id }] of remedies.entries()) {
    const stored = async () => {
      await pause(STORING);
      await page.waitForFunction((id) => bench.facts.stored(id), { timeout: 5_000, polling: 20 }, id);
    };
    times.push(await timed(page, cdp, "click", ["ticked", index + 1, id], () => aim(page, cdp, "box", id), stored));
  }
  return times;
}

/** The click in the field, at which a page may ready its search; then its keys, and how many of them change nothing of what is shown: those have no effect to wait for, and no time. */
async function searching(page, cdp, content, queries) {
  const search = finder(content);
  const times = [];
  let found = search("");
  const type = async (query, key) => {
    const before = found;
    found = search(query);
    times.push(await keystroke(page, cdp, content, before, found, key));
  };
  let from;
  const field = async () => {
    const click = await aim(page, cdp, "search");
    from = await page.evaluate(() => performance.now());
    return click;
  };
  const find = await timed(page, cdp, "mousedown", ["focused"], field, () => pause(READYING));
  find.longest = await page.evaluate((from) => bench.longestSince(from), from);
  for (const query of queries) {
    let typed = "";
    for (const letter of query) {
      typed += letter;
      await type(typed, { text: letter, key: letter });
    }
    // Emptied at one go, as with the field's own button.
    await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.select?.() ?? document.activeElement.select?.());
    await type("", { key: "Backspace", windowsVirtualKeyCode: 8 });
  }
  return { find: [find], search: times.filter(Boolean), idle: times.filter((time) => !time).length };
}

/** Timed until the questions that come are there and those that go are gone: the first and the last of each, so that it is
 * this key's effect that is seen. */
async function keystroke(page, cdp, content, before, found, key) {
  const ends = (wanted) => {
    const ids = content.questions.filter((_, index) => before[index] !== found[index] && found[index] === wanted).map(({ id }) => id);
    return ids.length ? [ids[0], ids.at(-1)] : [];
  };
  const [come, go] = [ends(true), ends(false)];
  const press = async () => {
    await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", ...key });
    await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  };
  let time = null;
  if (come.length + go.length) time = await timed(page, cdp, "keydown", ["found", come, go], () => press);
  else {
    await press();
    await page.evaluate(() => bench.frames(2));
  }
  const [shown, wanted] = [await page.evaluate(() => bench.facts.shownCount()), found.filter(Boolean).length];
  if (shown !== wanted) throw new Error(`a search shows ${shown} questions instead of ${wanted}`);
  await pause(PAUSE);
  return time;
}

/** An act, as `{time, work}`. `aim` readies it and gives what does it; `rest` waits for what follows from it. */
async function timed(page, cdp, type, [fact, ...given], aim, rest = async () => {}) {
  const act = await aim();
  await page.evaluate((type, fact, given) => void bench.watch(type, fact, ...given), type, fact, given);
  const before = await work(cdp);
  await act();
  const time = await page.evaluate(() => bench.latency);
  // What is put off until after that frame is work all the same.
  await page.evaluate(() => bench.frames(2));
  await rest();
  return { time, work: (await work(cdp)) - before };
}

/** Brings something into the middle of the window and gives the click on it. */
async function aim(page, cdp, what, id) {
  const [x, y] = await page.evaluate((what, id) => bench.point(what, id), what, id);
  await page.evaluate(() => bench.frames(3));
  return async () => {
    const mouse = (type) => cdp.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    await mouse("mousePressed");
    await pause(HOLD);
    await mouse("mouseReleased");
  };
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** So many of a list, from its first to its last. */
const spread = (list, count) => {
  const most = Math.min(count, list.length);
  return Array.from({ length: most }, (_, index) => list[Math.floor((index * (list.length - 1)) / Math.max(1, most - 1))]);
};

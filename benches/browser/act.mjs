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

/** After a page was looked at it comes to rest. A look lays out what is skipped out of sight, and each frame without anything new
 * in it has the next one wait until its own 16 ms are over: a key just then would be timed with that wait. */
const REST = 50;

/** So many of the ticks are made in an answer: the document of 15 questions has 12 remedies in all. */
const IN_ANSWERS = 4;

/** Opens `acts` questions, ticks as many remedies in the checklist, but 12 at most, and some in answers, and types each of
 * `queries`, a letter at a time. */
export async function acts({ page, cdp }, content, { acts, queries }) {
  const answered = inAnswers(content);
  const listed = content.remedies.filter(({ id }) => !answered.some(({ remedy }) => remedy === id));
  const places = [...spread(listed, Math.min(acts, 12)).map(({ id }) => ({ remedy: id })), ...answered];
  const open = await opening(page, cdp, spread(content.questions, acts));
  const ticked = await ticking(page, cdp, places);
  return {
    open,
    tick: ticked.filter((_, index) => !places[index].question),
    answered: ticked.filter((_, index) => places[index].question),
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

/** Remedies to tick in an answer, and the questions whose answers those are: from the first answer with remedies to the last. */
function inAnswers({ questions }) {
  const remediesOf = ({ answer }) => answer.flatMap(({ remedies = [] }) => remedies);
  const taken = new Set();
  for (const question of spread(questions.filter((one) => remediesOf(one).length), IN_ANSWERS)) {
    const free = remediesOf(question).find((id) => ![...taken].some(({ remedy }) => remedy === id));
    if (free) taken.add({ question: question.id, remedy: free });
  }
  return [...taken];
}

/** Ticks a remedy in each place: in the answer of a question, or in the checklist. */
async function ticking(page, cdp, places) {
  const times = [];
  for (const [index, { question, remedy }] of places.entries()) {
    const stored = async () => {
      await pause(STORING);
      await page.waitForFunction((id) => bench.facts.stored(id), { timeout: 5_000, polling: 20 }, remedy);
    };
    if (question) await opened(page, cdp, question);
    const box = () => (question ? aim(page, cdp, "answerBox", question, remedy) : aim(page, cdp, "box", remedy));
    times.push(await timed(page, cdp, "click", ["ticked", index + 1, remedy], box, stored));
    // Also of boxes that have come since.
    const everywhere = await page.evaluate((tried, id) => bench.forget() || bench.facts.ticked(tried, id), index + 1, remedy);
    if (!everywhere) throw new Error(`a tick of ${remedy} is not in all its places`);
  }
  return times;
}

/** Opens a question, if it is not open, and lets what follows from that come to an end. */
async function opened(page, cdp, id) {
  const open = () => page.evaluate((id) => bench.facts.open(id), id);
  if (await open()) return;
  await (await aim(page, cdp, "trigger", id))();
  await page.waitForFunction((id) => bench.facts.open(id), { timeout: 30_000, polling: 20 }, id);
  await pause(STORING);
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

/** An act, as `{time, frames, work}`. `aim` readies it and gives what does it; `rest` waits for what follows from it. */
async function timed(page, cdp, type, [fact, ...given], aim, rest = async () => {}) {
  const act = await aim();
  await page.evaluate((type, fact, given) => void bench.watch(type, fact, ...given), type, fact, given);
  await page.evaluate(() => bench.frames(2));
  await pause(REST);
  const before = await work(cdp);
  await act();
  const seen = await page.evaluate(() => bench.latency);
  // What is put off until after that frame is work all the same.
  await page.evaluate(() => bench.frames(2));
  await rest();
  return { ...seen, work: (await work(cdp)) - before };
}

/** Brings something into the middle of the window and gives the click on it. */
async function aim(page, cdp, what, ...ids) {
  let [x, y, settled] = [0, 0, false];
  // What is laid out only when it comes near moves what is below it.
  for (let turn = 0; !settled; turn += 1) {
    if (turn > 20) throw new Error(`it does not come to rest: ${what} ${ids}`);
    const [left, top] = await page.evaluate((what, ids) => bench.point(what, ...ids), what, ids);
    settled = left === x && top === y;
    [x, y] = [left, top];
    await page.evaluate(() => bench.frames(3));
  }
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

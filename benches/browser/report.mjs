// The results as a page of tables: docs/bench.md. Every number in it was measured; the words around them are here.

import { cpus, totalmem } from "node:os";
import { FLOOR, contenders, variants } from "./contenders.mjs";
import { goals, table as goalsTable } from "./goals.mjs";
import { LATE } from "./load.mjs";
import { SLOW } from "./plan.mjs";
import { shortfalls } from "./shortfalls.mjs";
import { median, quantile, ratio, spread } from "./statistics.mjs";

const KINDS = ["HTML", "CSS", "JS", "wasm", "other", "offline"];
const ACTS = { open: "open", tick: "tick in the checklist", answered: "tick in an answer", find: "search, the first click", search: "search, a keystroke" };

/** `core` is the table of benches/core.rs. */
export function report(results, core) {
  const held = goals(results);
  return [
    "# Benchmarks",
    "Made by `make bench`; not edited by hand.",
    circumstances(results),
    goalsTable(held),
    shortfalls(held),
    ...results.sizes.map(size),
    "## The core on this machine",
    core.trim(),
    "## How each page was written",
    [...contenders, ...variants].map(({ title, written }) => `- **${title}**: ${written}.`).join("\n"),
    UNLIKE,
    METHOD,
  ].filter(Boolean).join("\n\n") + "\n";
}

function circumstances({ date, versions, load, seconds }) {
  const gib = Math.round(totalmem() / 2 ** 30);
  const named = Object.entries(versions).map(([name, version]) => `${name} ${String(version).replace(/^.*\//, "")}`);
  const { median: middle, least, most } = spread(load);
  return [
    `${date}, ${cpus().length} cores, ${gib} GiB, ${process.platform} ${process.arch}; the whole took ${seconds} s.`,
    `Load average meanwhile: ${middle.toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)})${most > cpus().length ? "; others worked on the machine, so trust the ratios more than the times" : ""}.`,
    `${named.join(", ")}.`,
  ].join("\n");
}

function size({ questions, remedies, seen }) {
  const parts = [`## ${questions.toLocaleString("en")} questions, ${remedies} remedies`];
  const untouched = Object.fromEntries(contenders.map(({ name }) => [name, [...seen.latency[name], ...seen.quiet[name]]]));
  if (rounds(seen.slow)) {
    parts.push(`Slow phone (${SLOW.bitsPerSecond / 1e6} Mbit/s, ${SLOW.roundTrip} ms, CPU ${SLOW.cpu}×), ms; ${roundsAndQuiet(seen.slow, seen.slowQuiet)}`, visits(seen.slow, seen.slowQuiet), lost(seen.slow));
  }
  parts.push(`This machine, ms; ${roundsAndQuiet(seen.fast, untouched)}`, visits(seen.fast, untouched));
  parts.push(`From the event to the frame after which its effect is there, ms (p50 / p95 of so many acts; × the hand-written page's p50), and work, ms (p50); rounds: ${roundsOf(seen.latency)}`, latencies(seen.latency, ["open", "tick", "answered"]), frames(seen.latency), latencies(seen.latency, ["find", "search"]), keys(seen.latency));
  parts.push("Brotli on the wire, and memory after a garbage collection, KiB", weights(seen.latency));
  return parts.join("\n\n");
}

const rounds = (kind) => kind[FLOOR].length;

/** Some of the contenders can have more of them than the others. */
const roundsOf = (kind) => {
  const least = Math.min(...contenders.map(({ name }) => kind[name].length));
  const fewer = variants.filter(({ name }) => kind[name]?.length).map(({ name, title }) => `${kind[name].length} of ${title}`);
  const more = contenders.filter(({ name }) => kind[name].length > least).map(({ name, title }) => `${kind[name].length - least} more of ${title}`);
  return [least, ...more, ...fewer].join(", ");
};

const roundsAndQuiet = (hurried, quiet) =>
  `rounds: ${roundsOf(hurried)}${rounds(quiet) ? `; work, blocking time, longest task and shift of other visits, untouched: ${roundsOf(quiet)}` : ""}`;

/** Whether a contender got there in every round. */
const arrived = (kind, name) => !kind[name].includes(null);

function visits(hurried, quiet) {
  const timed = (name, figure) => cell(hurried, name, (one) => one[figure]);
  return table(
    ["", "first paint", "first open", "first tick that is kept", "tick counted by the program", "work", "blocking time", "longest task", "layout shift"],
    ({ name }) => [
      ...["firstPaint", "opened", "kept", "counted"].map((figure) => timed(name, figure)),
      ...(quiet[name].length && arrived(quiet, name) ? busy(quiet[name]) : ["–", "–", "–", "–"]),
    ],
  );
}

/** Whose ticks came too early for its script to see, and were made again. */
function lost(hurried) {
  const said = contenders.filter(({ name }) => arrived(hurried, name)).flatMap(({ name, title }) => {
    const ticks = hurried[name].reduce((sum, { lost }) => sum + lost, 0);
    return ticks ? [`${title} ${ticks} in ${hurried[name].length} visits`] : [];
  });
  return `Ticks that were lost, and made again: ${said.join(", ") || "none"}.`;
}

/** Median, spread, and ratio to the hand-written page. */
function cell(kind, name, figure) {
  if (!arrived(kind, name)) return LATE;
  const values = kind[name].map(figure);
  const { median: middle, least, most } = spread(values);
  const times = ratio(values, kind[FLOOR].map(figure));
  return `${middle.toFixed(0)} (${least.toFixed(0)}–${most.toFixed(0)})${name === FLOOR || times === undefined ? "" : ` ×${times.toFixed(2)}`}`;
}

/** What untouched visits took: work and blocking time in the middle, the latter's worst too; longest task and shift of all. */
function busy(visits) {
  const blocking = visits.map(({ tasks }) => tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0));
  const [middle, worst] = [median(blocking), Math.max(...blocking)].map((ms) => ms.toFixed(0));
  return [
    median(visits.map(({ busy }) => busy)).toFixed(0),
    middle === worst ? middle : `${middle} (worst ${worst})`,
    Math.max(0, ...visits.flatMap(({ tasks }) => tasks)).toFixed(0),
    Math.max(...visits.map(({ shift }) => shift)).toFixed(3),
  ];
}

function latencies(latency, acts) {
  const longest = acts.includes("find") ? ["longest task of the first click"] : [];
  return table(["", ...acts.flatMap((act) => [ACTS[act], "work"]), ...longest], ({ name }) => {
    if (!arrived(latency, name)) return [...acts.flatMap(() => [LATE, "–"]), ...longest.map(() => "–")];
    return [
      ...acts.flatMap((act) => [times(latency, name, act), works(latency, name, act)]),
      ...longest.map(() => Math.max(...latency[name].flatMap(({ find }) => find.map(({ longest }) => longest))).toFixed(0)),
    ];
  }, rows(latency));
}

/** How soon a tick made in an answer is in the checklist too. */
function frames(latency) {
  const most = rows(latency).filter(({ name }) => arrived(latency, name)).map(({ name, title }) => [title, Math.max(...latency[name].flatMap(({ answered }) => answered.map(({ frames }) => frames)))]);
  const late = most.filter(([, frames]) => frames > 1).map(([title, frames]) => `${title} ${frames}`);
  return `Frames until a tick made in an answer is right in all its places, at most: ${[...late, `${late.length ? "the others " : ""}1`].join(", ")}.`;
}

/** How many keys are in the figures: the same of every page and in every round. */
function keys(latency) {
  const [{ search, idle }] = latency[FLOOR];
  return `Keys of a round: ${search.length + idle}, of which ${idle} change nothing of what is shown, and are not in these figures.`;
}

function times(latency, name, act) {
  const all = latency[name].flatMap((one) => one[act].map(({ time }) => time));
  return `${quantile(all, 0.5).toFixed(1)} / ${quantile(all, 0.95).toFixed(1)} of ${all.length}${against(latency, name, act, "time")}`;
}

const works = (latency, name, act) =>
  median(latency[name].flatMap((one) => one[act].map(({ work }) => work))).toFixed(1) + against(latency, name, act, "work");

/** The ratio to the hand-written page, by the medians of each round. */
function against(latency, name, act, figure) {
  if (name === FLOOR) return "";
  const medians = (name) => latency[name].map((one) => median(one[act].map((each) => each[figure])));
  return ` ×${ratio(medians(name), medians(FLOOR)).toFixed(2)}`;
}

function weights(latency) {
  const kib = (bytes) => (bytes ? (bytes / 1024).toFixed(1) : "");
  const sum = (bytes) => Object.entries(bytes).reduce((sum, [kind, more]) => sum + (kind === "offline" ? 0 : more), 0);
  const named = KINDS.map((kind) => (kind === "offline" ? "kept for offline" : kind));
  return table(["", ...named, "sum without that", "the same after the acts", "heap", "after the acts", "wasm memory", "after the acts"], ({ name }) => {
    if (!arrived(latency, name)) return [...named, "", "", "", "", "", ""].map(() => "–");
    const [{ bytes, after }] = latency[name];
    const held = (figure) => [(one) => one, ({ after }) => after].map((when) => kib(median(latency[name].map((one) => when(one)[figure]))));
    return [...KINDS.map((kind) => kib(bytes[kind])), kib(sum(bytes)), kib(sum(after.bytes)), ...held("heap"), ...held("wasm")];
  }, rows(latency));
}

/** Who has a row: all contenders, and the variants that were visited. */
const rows = (kind) => [...contenders, ...variants.filter(({ name }) => kind[name]?.length)];

function table(head, row, who = contenders) {
  const lines = [head, head.map((_, index) => (index ? "--:" : "---")), ...who.map((contender) => [contender.title, ...row(contender)])];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const UNLIKE = `No rival uses \`content-visibility: auto\`, which leaves what is off the screen unlaid. This widget does, for groups of questions and
for areas of remedies. Preact's page with it, measured at 1,500 questions, has it for each question and not for its remedies: it shows some of the difference that comes of that.`;

const METHOD = `## How it was measured

- All pages show the same document: 15 questions and 12 remedies are the bundled one, the larger documents are made of its
  words (\`benches/documents.mjs\`) and have 500 remedies. All have the same function as far as the figures go: questions that
  open, remedies to tick in the answers and in a checklist, ticked in both and remembered, a counter, a search in
  questions and answers. (A larger document of a clinic's own has more different words than these, through which this widget searches;
  the others search through the text.)
- The contenders are visited in turn, every visit with a profile of its own; each round begins with another. Times are
  medians (least–most); a ratio is the median of the rounds' own ratios to the hand-written page. Where a goal holds latencies against Preact's page, or search,
  it divides the quantiles of all acts of a size.
- The server packs every file beforehand (brotli 11; 9 above 1 MiB) and says that it never changes. The slow network is in the
  server: all that a page loads shares it, service worker included; each connection costs a round trip, and so does each
  answer; HTTP/1.1, no TLS, no slow start. The slow CPU is Chromium's own emulation, which slows the page's thread and not the
  threads that compile wasm or scripts beside it.
- First paint is first contentful paint. From then on the first question and the first box of the checklist are clicked as soon
  as they are there; "first open" is the frame with which the answer is visible; "kept" is the frame after the tick that
  was later found counted and stored (one that a page lost, so that its box was empty again for five frames, is made again), "counted by the program" the frame with which it was.
- Latencies are of trusted mouse and key events, from the browser's time stamp of the event to the end of the page's own
  work on the frame that shows the effect, with the frame rate unbound, so that there is no wait for a screen's refresh in them. What
  waits behind that frame is not in them: Chromium's form filling, for one, reads a field of the page after each key. The
  mouse's button stays down for 80 ms, as a finger does: pressed and released at once, all pages wait some 10 ms for the frame that
  shows the press. (Chromium's guesses of the next page, for which it watches links and has empty frames begin, are switched off for
  the same reason; this widget has more links than the others. So are two pages of its own that it makes with every profile, for its
  address bar: they took half a second of the processor while the page that is measured loads; with them first paints of this
  widget at 150 questions came after 144 to 308 ms, without after 124 to 168, in 12 visits each.)
- The first click in the search field is told apart, from the press of the button to the frame with which the field has the focus, because
  this widget readies its search there (an index of all words), where others do it when they start or at the first key. Its work
  and its longest task are those until 200 ms after. Its time has in it the some 10 ms that all pages wait for the frame that shows a press.
- A key's effect is that the questions which its query brings are there, and those are gone which it takes away; the first and the
  last of each are looked at in every frame, and all of them afterwards. The answers that only this widget opens come a frame
  later, and are in the work alone. A key that brings and takes none has no time; how
  many those are stands below each table.
- Work is the processor's time that the page's own thread takes: for a visit until it has settled, for an act from the press of the
  button until two frames after its effect was seen, and of a tick until it is stored: with what a page puts off. It hardly depends
  on what else the machine does.
- A tick's time ends with the frame in which all boxes of its remedy, in answers and in the checklist, and the counter are right. For
  one made in an answer that can be a frame later than for its own box: below the tables stands where. What only this widget has (the form that asks how it
  went, the bar, what is left to try) comes a frame later, and is in the work alone. So is what Chromium does a tenth of a second after
  a page has got a new field, as in that form: it looks through all fields of the page for what it could fill in.
- A long task is one of more than 50 ms; Chromium tells of no others, so without any the longest is 0. Blocking time is what
  long tasks take over 50 ms each, until the page has settled untouched: the median of the rounds, and the worst where it differs.
  Longest task and layout shift are the most of all rounds. While the program takes over: of the long tasks that reach into the time from
  when its wasm was there until it said that it is ready; earlier ones are the browser's, with its layout of the document; in visits
  of their own, where frames come as a screen has them: made as fast as they can be, they take both cores, and a task of 14 ms of the
  processor's time was seen to take 84.
- Bytes and memory are those of a page that has settled untouched, and again after the acts: this widget fetches its second part when a
  visitor first touches it. At 15 questions that part is in what is kept for offline already, and not fetched again.
- A figure counts only if it happened: the answer has a box and is visible, the counter says the number, the record in
  localStorage has the remedy, a search shows exactly the questions that have the words. Otherwise the run fails; but a rival that is merely too slow for a size is given up, and its
  row says so.`;

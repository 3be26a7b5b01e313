// Why a goal is missed, as far as it was looked into, and what would close it. Told of goals that a run has missed, and of no others.

/** The step of the browser's clock, in milliseconds. */
const CLOCK = 0.1;

/** Of a reason: whether it is that of a missed goal (goals.mjs says what a goal has); the first that fits counts. */
const REASONS = [
  {
    of: ({ key }) => /^(tick|answered) work/.test(key),
    why:
      "a tick of ours does more: it writes the record as JSON with outcome and note, draws the form that asks how it went, and brings the bar and what is left " +
      "up to date; and a tenth of a second after a field was added Chromium's form filling looks through all fields of the page (about 2, 10 and 80 ms at 15, 1,500 and 10,000 questions)",
    close: "fields in a `<form>` each would spare about half of the form filling; all of it, drawing the form only when it is asked for",
  },
  {
    of: ({ key, questions }) => /^open work/.test(key) && questions === 15,
    why: "a listener, the link in each answer, and `contain` of the parts: 28 objects are laid out at an opening, 20 of Preact's page",
    close: "nothing at this size: at larger ones the same opening is less work than Preact's",
  },
  {
    of: ({ key, questions, apart }) => /^(open|tick|answered) time/.test(key) && questions === 15 && apart <= CLOCK + 0.005,
    why: "the same within 0.1 ms, the step of the browser's clock",
    close: "nothing that a clock of that step could tell",
  },
  {
    of: ({ key, questions, apart }) => /^(open|tick|answered) time/.test(key) && questions === 15 && apart <= 0.5,
    why:
      "within what a run scatters: these pages alone, visited in turn, had 0.90 of Preact's time for an opening and 0.96 for the 95th of a hundred (180 of them), 0.96 and 0.91 " +
      "for a tick (96), and 0.96 and 0.74 for one in an answer (48), before whose frame 12 objects are laid out and 8 of Preact's page",
    close: "more rounds on a quiet machine; for ticks, a count that is laid out by itself: 0.15 ms less with a line of fixed height, which words of a host's own would not fit",
  },
  {
    of: ({ key, questions, apart }) => /^(open|tick|answered) time p95/.test(key) && questions === 15 && apart !== undefined,
    why:
      "of so many acts (the tables say how many) the 95th of a hundred is one of the ten longest, so a few decide it, on a machine that others use; the medians stand above. " +
      "What was seen of it on 2026-11-27 and 28: whole runs had from 0.63 to 2.0 of Preact's time; these pages alone, visited in turn, had 1.4 for a tick (80 of them; of ten first ones, two took 22 and 24 ms, the others 5 to 9) " +
      "where an earlier build, in the same visits, had 1.1, and 1.06 for one in an answer (40), where it had 1.3",
    close: "more rounds on a quiet machine: in traces of 10 visits ticks of 16 to 32 ms had the same tasks as the others, only slower, at any place in a round",
  },
  {
    of: ({ key }) => key === "firstPaint" || key === "opened" || key === "kept",
    why:
      "up to its first question (looked at with 1,500) ours has 3.9 KB on the wire and the hand-written page 1.0, which takes 14 ms on this line; 3.0 KB are its style sheet. At 15 questions, not slowed " +
      "down, its thread works 40 ms until then and 35 by hand (traces of 16 visits): 5 ms more go into the layout, of 304 elements instead of 192, and the script that asks for the program early takes 3",
    close:
      "the program asked for at the end of the page: about 10 ms of 580, and a tick counted 60 ms later (32 and 12 rounds); a checklist that is not laid out before it is near: 24 ms (30 rounds), " +
      "but a page that is opened again at its end would not come back to its place",
  },
  {
    of: ({ key, questions }) => key === "search time p95" && questions === 1500,
    why:
      "of a key's time the program takes 1 ms, as at 15 questions (traces); the browser's own entry of the letter 2, style and layout of what comes and goes 3, and the frame 3, where it takes 2 at 15. " +
      "On 2026-11-28, in four runs of 28 visits, half of the keys took 8.8 to 10.3 ms or less, and the 95th of a hundred 14.0 to 17.1: emptying the search, which shows all questions again, takes longest " +
      "(11 to 15 ms, medians of 8 and 10 visits), and any key may meet a machine that others use: in the trace of one of 51 ms each step took three times its usual processor's time",
    close: "a quieter machine; answers that an emptied search closes, closed a frame later, made no difference that could be seen (8 visits)",
  },
  {
    of: ({ key, questions }) => key === "takeover" && questions === 10_000,
    why:
      "on a machine that others use: in traces of 5 visits the longest tasks of the program were the first (25 to 39 ms of the processor's time) and the one that shows the view (23 to 46); " +
      "reading and checking 3.6 MB of JSON, which had one task each of up to 71, are cut into many of 2 to 16",
    close: "a quieter machine",
  },
  {
    of: ({ key }) => key === "longest",
    why:
      "Chromium compiles a function when it first runs, in the task that calls it: half of the processor's time in the first tasks of the program (77, 48 and 98 functions " +
      "in those that start it, build the widget and begin its view; traces). The longest task of a visit takes 25 ms of that time, the median of 10 visits, where it took 35 before the frame was cut in four; " +
      "long ones came in 4 of 22 visits, of either build, in one hour, and in another in 4 of 10 of one build and in none of 20 of two that start alike: others use the machine, and a pause of theirs counts four times",
    close: "functions compiled while they arrive: a section of hints about them (`metadata.code.compilation_priority`) changed nothing in this Chromium as it is",
  },
  {
    of: ({ key, questions }) => key === "answered time p95" && questions > 15,
    why: "of so few acts (the tables say how many) the 95th of a hundred is the longest or the one after it: one slow act on a machine that others use; the medians stand above",
    close: "more rounds on a quiet machine",
  },
  {
    of: ({ key }) => key === "takeover",
    why: "on a machine that others use: at 10,000 questions, where there is most to do, the tasks of the program took 2 to 46 ms of the processor's time (traces of 5 visits)",
    close: "a quieter machine",
  },
  {
    of: ({ key, floor }) => / time p95$/.test(key) && floor !== undefined,
    why:
      "a limit in milliseconds, and machines are noisy: of two runs of one day, one had 1.6 times the other's time for an opening of the hand-written page at 10,000 questions, " +
      "and 1.8 times for the 95th of a hundred keys of this widget. What the hand-written page took in this run stands beside",
    close: "a quieter machine; each ratio to the other pages is in the tables",
  },
];
const UNKNOWN = { of: () => true, why: "not looked into", close: "–" };

export function shortfalls(goals) {
  const missed = goals.filter(({ met }) => !met);
  if (!missed.length) return "";
  const reasons = [...REASONS, UNKNOWN];
  const reasonOf = (goal) => reasons.find(({ of }) => of(goal));
  const row = ({ why, close }, goals) => `| ${goals.map((goal) => `${goal.goal}, ${goal.questions.toLocaleString("en")} questions: by ${by(goal)}`).join("<br>")} | ${why} | ${close} |`;
  const rows = reasons.map((reason) => [reason, missed.filter((goal) => reasonOf(goal) === reason)]).filter(([, goals]) => goals.length).map((one) => row(...one));
  return ["## Why goals were missed", ["| missed | why | what would close it |", "| --- | --- | --- |", ...rows].join("\n")].join("\n\n");
}

/** What is too much: a share of the limit where that is a ratio, with the milliseconds that it comes to where they are known. */
function by({ goal, measured, limit, apart, floor }) {
  const beside = floor === undefined ? "" : ` (hand-written: ${floor.toFixed(1)})`;
  if (!goal.includes("×")) return `${Number((measured - limit).toPrecision(2))}${goal.includes(", ms") ? " ms" : ""}${beside}`;
  return `${Number(((measured / limit - 1) * 100).toPrecision(2))} %${apart === undefined ? "" : ` (${apart.toFixed(1)} ms)`}`;
}

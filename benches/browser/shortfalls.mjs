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
      "within what a run scatters: these pages alone, visited in turn, had 0.93 of Preact's time for an opening and 0.94 for the 95th of a hundred (210 of them), 0.96 and 0.90 " +
      "for a tick (112), and 1.04 and 1.16 for one in an answer (56), before whose frame 12 objects are laid out and 8 of Preact's page",
    close: "more rounds on a quiet machine; for ticks, a count that is laid out by itself: 0.15 ms less with a line of fixed height, which words of a host's own would not fit",
  },
  {
    of: ({ key }) => key === "firstPaint",
    why: "up to its first question (looked at with 1,500) ours has 3.9 KB on the wire and the hand-written page 1.0, which takes 14 ms on this line; 3.0 KB are its style sheet",
    close: "less style: without any, a page of 1,500 questions was painted after 484 ms instead of 504; with only what is seen at first, after 504 all the same (40 rounds)",
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
function by({ goal, measured, limit, apart }) {
  if (!goal.includes("×")) return `${Number((measured - limit).toPrecision(2))}${goal.includes(", ms") ? " ms" : ""}`;
  return `${Number(((measured / limit - 1) * 100).toPrecision(2))} %${apart === undefined ? "" : ` (${apart.toFixed(1)} ms)`}`;
}

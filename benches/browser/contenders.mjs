// Who is measured, how each was written, and where in each page the figures are taken. A selector with `ID` in it is of
// the question or remedy with that id, one with `OTHER` of a remedy in the answer of that question; `host` is the element
// whose shadow root holds the page, once it has one.

const inAnswer = (answer) => ({ answer: `${answer} p, ${answer} li`, answerBox: `${answer} input[type=checkbox][value="OTHER"]` });
const rival = (name) => ({
  trigger: `[id="ID"] > summary`,
  ...inAnswer(`[id="ID"] > .answer`),
  questions: ".question",
  box: `.checklist input[value="ID"]`,
  counter: ".counter",
  search: "input[type=search]",
  store: `${name}:DOCUMENT`,
});

export const contenders = [
  {
    name: "hand",
    title: "Hand-written",
    written: "one HTML file with `<details>`, checkboxes, style and 40 lines of script inside; ticks made before the script are kept",
    ...rival("hand"),
  },
  {
    name: "widget",
    title: "remedy-faq",
    written:
      "the release build. At 15 questions its own page, which also installs itself for use without a network (those bytes are listed apart); at the " +
      "other sizes the page of `bundle page`. Does more than the others: outcome and note of each remedy, the page for the appointment, FHIR, backup, " +
      "print, several tabs, marks in what was found and answers opened by search",
    host: "remedy-faq",
    trigger: `details[id="ID"] > summary`,
    ...inAnswer(`details[id="ID"] > [part=answer]`),
    questions: "details[part=question]",
    box: `[part=checklist] input[value="ID"]`,
    counter: "[part=progress]",
    search: "input[type=search]",
    store: "remedy-faq:DOCUMENT",
    ready: "remedy-faq-ready",
  },
  {
    name: "preact",
    title: "Preact",
    written: "hooks, native `<details>`, rows made once, questions filtered in the render, each box told of every tick and drawn again at its own; document in the bundle",
    ...rival("preact"),
  },
  {
    name: "lit",
    title: "Lit",
    written: "one element with a shadow root, native `<details>`, keyed rows; document in the bundle",
    ...rival("lit"),
    host: "faq-page",
  },
  {
    name: "govuk",
    title: "GOV.UK Frontend",
    written: "its accordion, checkboxes and input in the HTML, enhanced by its script; of its style only what the page uses (Sass); system font",
    ...rival("govuk"),
    trigger: `[data-question="ID"] button`,
    ...inAnswer(`[data-question="ID"] .govuk-accordion__section-content`),
    questions: ".govuk-accordion__section",
  },
  {
    name: "radix",
    title: "React + Radix",
    written: "Radix's accordion, which leaves closed answers out of the page (find-in-page does not find them); otherwise as Preact",
    ...rival("radix"),
    trigger: `[id="ID"] button`,
    ...inAnswer(`[id="ID"] > .answer`),
  },
];

/** Measured beside the contenders where plan.mjs names them, in latencies alone: what a rival would be with one thing changed. */
export const variants = [
  {
    ...contenders.find(({ name }) => name === "preact"),
    name: "preact-auto",
    title: "Preact, content-visibility",
    written: "the same page, whose every question has `content-visibility: auto` and a size to stand in for it; in the latencies at 1,500 questions only",
  },
];

/** The one that the others are measured against. */
export const FLOOR = "hand";
/** Ours. */
export const OURS = "widget";

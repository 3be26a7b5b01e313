// Content documents of any number of questions, the same at every run: what both benchmarks measure on.
//
//     node benches/documents.mjs 1500          prints the document with 1,500 questions
//     node benches/documents.mjs 150 10000     another number of remedies than usual
//
// 15 questions are the bundled document itself. Larger ones are made of its words: sentences that nobody wrote, by a chain
// over pairs of its words, so that texts differ as real ones do, compress about as well, and are found by its words.

import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

/** The sizes that the issue names, in questions. */
export const SIZES = [15, 150, 1500, 10_000];

/** Of the larger documents; the bundled one has 12. */
const REMEDIES = 500;

const bundled = JSON.parse(readFileSync(new URL("../static/content/muscle-knots.json", import.meta.url), "utf8"));

export function contentDocument(questions, count = REMEDIES) {
  if (questions === bundled.questions.length) return bundled;
  const chance = generator(questions);
  const say = speaker(chance);
  const some = (least, most) => least + Math.floor(chance() * (most - least + 1));
  const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
  const texts = (most) => many(some(1, most), () => say.statements(some(1, 4)));
  const list = () => many(some(2, 4), () => say.statements(1));

  const remedies = many(count, (index) => ({
    id: `remedy-${index}`,
    label: `${pick(chance, bundled.remedies).label} ${index + 1}`,
    detail: say.statements(some(1, 2)),
    area: `Area ${1 + (index % 10)}`,
    ...(chance() < 0.25 && { caution: say.statements(1) }),
  }));
  // As in the bundled document: 4 of 15 answers have a list, 5 remedies, 2 a note.
  const question = (index) => ({
    id: `question-${index}`,
    question: say.question(),
    ...(chance() < 2 / 15 && { note: say.statements(2) }),
    answer: [
      ...texts(2).map((p) => ({ p })),
      ...(chance() < 4 / 15 ? [{ [chance() < 0.5 ? "ul" : "ol"]: list() }] : []),
      ...(chance() < 5 / 15 ? [{ remedies: distinct(many(some(1, 3), () => pick(chance, remedies).id)) }] : []),
    ],
  });
  return { ...bundled, id: `bench-${questions}`, remedies, questions: many(questions, question) };
}

/** Every text below a value, in order. */
export function textsOf(value) {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
}

/** Sentences whose every pair of neighbouring words stands somewhere in the bundled document. */
function speaker(chance) {
  const asked = chain(bundled.questions.map((one) => one.question));
  const told = chain(textsOf([bundled.questions.map((one) => one.answer), bundled.remedies.map((one) => one.detail)])
    .flatMap((text) => text.match(/[^.?!]+[.?!]/g) ?? []));
  const sentence = (follows) => {
    // A chain can run in a circle; what is too long or too short to read is made anew.
    for (;;) {
      const words = [];
      for (let word = ""; words.length < 24; words.push(word)) {
        word = pick(chance, follows.get(word));
        if (word === "") break;
      }
      if (words.length > 3 && words.length < 24) return words.join(" ");
    }
  };
  return {
    question: () => sentence(asked),
    statements: (count) => Array.from({ length: count }, () => sentence(told)).join(" "),
  };
}

/** Which words follow a word; the empty word is a sentence's beginning and end. */
function chain(sentences) {
  const follows = new Map();
  for (const sentence of sentences) {
    const words = ["", ...sentence.trim().split(/\s+/), ""];
    words.slice(1).forEach((word, index) => follows.set(words[index], [...(follows.get(words[index]) ?? []), word]));
  }
  return follows;
}

const pick = (chance, list) => list[Math.floor(chance() * list.length)];
const distinct = (list) => [...new Set(list)];

/** Numbers from 0 to 1 that look like chance and are always the same (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(JSON.stringify(contentDocument(...argv.slice(2).map(Number))));

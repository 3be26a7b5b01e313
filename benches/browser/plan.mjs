// How much is measured: which sizes, and how often. `RUNS=10` measures twice as often as the 5 that are usual, `QUICK=1`
// once and little, to see that everything works. `SIZES=15,1500` leaves the other sizes out. Larger sizes take longer and
// scatter less, so they have fewer rounds. On the slow phone a first paint scatters by 60 ms, a tenth of itself, so that of few
// rounds even the median is chance: there are three times as many. Latencies are held against Preact's to the hundredth, so
// where they are, more visits are made for them.

import { FLOOR, OURS } from "./contenders.mjs";

const quick = Boolean(process.env.QUICK);
const runs = Number(process.env.RUNS || 5);
if (!(runs >= 1)) throw new Error(`RUNS=${process.env.RUNS}: give a number of runs, such as RUNS=5`);
const share = (part) => Math.max(1, Math.round(runs * part));

/** A phone on a bad line: 1.6 Mbit/s, 150 ms there and back, a fourth of this machine's speed. */
export const SLOW = { bitsPerSecond: 1.6e6, roundTrip: 150, cpu: 4 };

/** What is typed, a letter at a time: words that are rare and common, alone and together. */
const QUERIES = ["knots foam", "stiff"];

/** Rounds of each kind of visit. `more` are further ones, and of whom: of the floor and ours where the rivals take long, with
 * Preact where ours is held against it and comes near, of ours alone for what nothing but its own limit is held against. `slow` and `fast`
 * are hurried visits, `latency` are quiet ones with acts, `slowQuiet` and `quiet` without. `acts` is how many questions are
 * opened in a round, `queries` what is searched. `variants` has who joins the first rounds of `latency`, and how many. */
const all = quick
  ? [
      { questions: 15, slow: 1, slowQuiet: 1, fast: 1, latency: 1, more: { quiet: [1, [OURS]] }, acts: 5, queries: QUERIES },
      { questions: 150, slow: 0, slowQuiet: 0, fast: 1, latency: 1, more: { quiet: [1, [OURS]] }, acts: 5, queries: QUERIES },
    ]
  : [
      { questions: 15, slow: share(3), slowQuiet: share(0.6), fast: share(0.6), latency: share(0.8), more: { latency: [share(2), [FLOOR, OURS, "preact"]], quiet: [share(1), [OURS]] }, acts: 15, queries: QUERIES },
      { questions: 150, slow: share(2), slowQuiet: share(0.2), fast: share(0.4), latency: share(0.4), more: { slow: [share(2), [FLOOR, OURS]], quiet: [share(1), [OURS]] }, acts: 15, queries: QUERIES },
      { questions: 1500, slow: share(0.8), more: { slow: [share(1.2), [FLOOR, OURS]], quiet: [share(1), [OURS]] }, slowQuiet: share(0.2), fast: share(0.4), latency: share(0.8), variants: [share(0.4), ["preact-auto"]], acts: 15, queries: QUERIES },
      { questions: 10_000, slow: share(0.2), more: { slow: [share(0.8), [FLOOR, OURS]], quiet: [share(0.8), [OURS]] }, slowQuiet: 0, fast: share(0.2), latency: share(0.2), acts: 8, queries: ["stiff"] },
    ];

const sizes = process.env.SIZES ? process.env.SIZES.split(",").map(Number) : all.map(({ questions }) => questions);
export const plan = all.filter(({ questions }) => sizes.includes(questions));
/** Whether it is all that there is to measure: what a part of it says must not stand for the whole. */
export const whole = !quick && plan.length === all.length;
if (!plan.length) throw new Error(`SIZES=${process.env.SIZES}: give some of ${all.map(({ questions }) => questions)}, such as SIZES=15,1500`);

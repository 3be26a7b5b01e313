// The project's goals, held against what was measured. A missed goal is told, and fails nothing: the machine may be busy.

import { FLOOR, OURS, contenders } from "./contenders.mjs";
import { quantile, ratio } from "./statistics.mjs";

export const goals = ({ sizes }) => sizes.flatMap((size) => [...visits(size), ...latencies(size)]);

export function table(goals) {
  const row = ({ goal, questions, written, met }) => [goal, questions.toLocaleString("en"), ...written, met ? "met" : "**missed**"];
  return `## Goals\n\n| goal | questions | limit | measured | |\n| --- | --: | --: | --: | --- |\n${goals.map((line) => `| ${row(line).join(" | ")} |`).join("\n")}`;
}

const SAID = { answered: "tick in an answer" };
const title = (name) => contenders.find((one) => one.name === name).title;

function visits({ questions, seen: { slow, slowQuiet, latency, quiet } }) {
  const lines = [];
  const untouched = [...latency[OURS], ...quiet[OURS]];
  const at = (kind, name, figure) => kind[name].map((one) => one[figure]);
  if (slow[OURS].length) {
    for (const [figure, said] of [["firstPaint", "first paint"], ["opened", "first open"], ["kept", "first tick that is kept"]]) {
      lines.push(line(figure, `slow phone: ${said}, × hand-written`, questions, ratio(at(slow, OURS, figure), at(slow, FLOOR, figure)), 1.1, 2));
    }
    lines.push(line("lost", "slow phone: ticks lost", questions, at(slow, OURS, "lost").reduce((sum, lost) => sum + lost), 0, 0));
    if (!slow.radix.includes(null)) lines.push(line("counted", `slow phone: tick counted by the program, × ${title("radix")}`, questions, ratio(at(slow, OURS, "counted"), at(slow, "radix", "counted")), 1, 2));
  }
  if (questions === 15 && slowQuiet[OURS].length) lines.push(longest("longest", "slow phone: longest task, ms", questions, at(slowQuiet, OURS, "tasks")));
  lines.push(longest("takeover", "longest task while the program takes over, ms", questions, at(quiet, OURS, "takeover")));
  lines.push(line("shift", "layout shift", questions, Math.max(...[...untouched, ...slowQuiet[OURS]].map(({ shift }) => shift)), 0, 3));
  return lines;
}

/** Of all visits, because one task that is too long is one too many. Each visit has a list of its long tasks: those over 50 ms. */
function longest(key, goal, questions, visits) {
  const tasks = visits.flat();
  return line(key, `${goal} (long tasks: ${tasks.length}, visits: ${visits.length})`, questions, Math.max(0, ...tasks), 50, 0);
}

function latencies({ questions, seen: { latency } }) {
  const lines = [];
  const of = (name, act, figure, share) => quantile(latency[name].flatMap((one) => one[act].map((each) => each[figure])), share);
  const times = (rival, act, figure, share, limit) => {
    const said = `${SAID[act] ?? act}, ${figure === "time" ? "event to frame" : "work"}, p${share * 100}, × ${title(rival)}`;
    if (latency[rival].includes(null)) return;
    const [ours, theirs] = [OURS, rival].map((name) => of(name, act, figure, share));
    lines.push({ ...line(`${act} ${figure} p${share * 100}`, said, questions, ours / theirs, limit, 2), apart: ours - theirs * limit });
  };
  for (const act of ["open", "tick", "answered", "search"]) {
    const limit = questions <= 1500 ? 16 : 50;
    lines.push({ ...line(`${act} time p95`, `${SAID[act] ?? act}, event to frame, p95, ms`, questions, of(OURS, act, "time", 0.95), limit, 1), floor: of(FLOOR, act, "time", 0.95) });
    if (act === "search" || (questions !== 15 && questions !== 1500)) continue;
    for (const figure of ["time", "work"]) for (const share of [0.5, 0.95]) times("preact", act, figure, share, 1);
  }
  if (questions === 10_000) for (const figure of ["time", "work"]) times("preact", "search", figure, 0.5, 1 / 3);
  return lines;
}

/** A goal, as the report and shortfalls.mjs have it. `key` names the figure; `apart` is by how much a ratio misses its limit, in milliseconds,
 * and `floor` the hand-written page's own time, where they are known. The limit holds for the figure as it was measured, not as it is written. */
function line(key, goal, questions, measured, limit, digits) {
  const met = measured <= limit;
  // What is missed by less than the last digit has one more, so that it does not look met.
  const enough = [digits, digits + 1, digits + 2, digits + 3].find((many) => met || measured.toFixed(many) !== limit.toFixed(many)) ?? digits + 4;
  return { key, goal, questions, measured, limit, met, written: [`≤ ${limit.toFixed(digits)}`, measured.toFixed(enough)] };
}

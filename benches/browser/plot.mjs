// The results as one picture, docs/bench.svg: what a visitor on a slow phone waits for, and how long an act takes as the
// document grows, in the middle and at worst but one in twenty. Drawn in the colours of whoever looks at it, light or dark.

import { OURS, contenders } from "./contenders.mjs";
import { LATE } from "./load.mjs";
import { median, quantile } from "./statistics.mjs";

const [WIDTH, HEIGHT, TOP, LEFT] = [920, 470, 64, 132];
const COLOURS = [["#6a7d86", "#8499a1"], ["#075558", "#74d2cb"], ["#7a3fb8", "#c9a2ff"], ["#2f6fd0", "#8ab8ff"], ["#1d7a3a", "#7fd69a"], ["#b3541e", "#ffb07a"]];
const SHARES = [0.5, 0.95];
const escape = (text) => text.replaceAll("&", "&amp;");

export function plot({ sizes, date }) {
  // A smoke run has sizes without a visit on the slow phone.
  const first = sizes.find(({ seen }) => seen.slow[OURS].length);
  const style =
    `text{font:13px system-ui,sans-serif;fill:#17272f}.quiet{fill:#3f505a;font-size:12px}.title{font-weight:600;font-size:15px}.grid{stroke:#c8d5d7}.ours{font-weight:700}.line{fill:none;stroke-width:2}.line.ours{stroke-width:4}.line.thin{stroke-width:1;stroke-dasharray:3 3}.line.ours.thin{stroke-width:2}` +
    COLOURS.map(([light], index) => `.c${index}{fill:${light}}.line.c${index}{stroke:${light};fill:none}`).join("") +
    `@media(prefers-color-scheme:dark){text{fill:#e4edef}.quiet{fill:#a8bac1}.grid{stroke:#35484f}` +
    COLOURS.map(([, dark], index) => `.c${index}{fill:${dark}}.line.c${index}{stroke:${dark};fill:none}`).join("") + "}";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t"><title id="t">` +
    `Benchmarks of ${date}: a slow phone's first visit, and how long opening, ticking and searching take as the document grows</title>` +
    `<style>${style}</style>${first ? bars(first) : ""}${curves(sizes)}</svg>\n`
  );
}

/** From first paint to the tick that the program has counted, on the slow phone. */
function bars({ questions, seen: { slow } }) {
  const at = (name, figure) => median(slow[name].map((one) => one[figure]));
  // A rival that never got there has no bar.
  const late = (name) => slow[name].includes(null);
  const most = Math.max(...contenders.filter(({ name }) => !late(name)).map(({ name }) => at(name, "counted")));
  const x = (ms) => LEFT + (ms / most) * 200;
  const rows = contenders.map(({ name, title }, index) => {
    const y = TOP + 24 + index * 56;
    const label = `<text x="${LEFT - 8}" y="${y + 12}" text-anchor="end"${name === OURS ? ' class="ours"' : ""}>${escape(title)}</text>`;
    if (late(name)) return `${label}<text x="${LEFT}" y="${y + 12}" class="quiet">${LATE}</text>`;
    const [paint, kept, counted] = ["firstPaint", "kept", "counted"].map((figure) => at(name, figure));
    return (
      label +
      `<rect class="c${index}" x="${LEFT}" y="${y}" width="${(x(paint) - LEFT).toFixed(1)}" height="16"/>` +
      `<rect class="c${index}" x="${x(paint).toFixed(1)}" y="${y}" width="${Math.max(1, x(kept) - x(paint)).toFixed(1)}" height="16" opacity=".5"/>` +
      (counted - kept > most / 100
        ? `<rect class="c${index}" x="${x(kept).toFixed(1)}" y="${y + 6}" width="${(x(counted) - x(kept)).toFixed(1)}" height="4" opacity=".5"/>` : "") +
      `<text x="${LEFT}" y="${y + 33}" class="quiet">${paint.toFixed(0)} · ${kept.toFixed(0)} · ${counted.toFixed(0)} ms</text>`
    );
  });
  return (
    `<text x="8" y="22" class="title">First visit on a slow phone, ${questions.toLocaleString("en")} questions</text>` +
    `<text x="8" y="42" class="quiet">first paint · first tick that is kept · counted by the program</text>${rows.join("")}`
  );
}

/** The time of each act over the sizes, both scales logarithmic: a line for the median, and a dashed one for the 95th of a hundred. */
function curves(sizes) {
  const [left, right, bottom] = [430, 770, HEIGHT - 34];
  const kinds = [["open", "Open a question"], ["tick", "Tick a remedy"], ["search", "Search, a keystroke"]];
  const at = (size, name, act, share) => quantile(size.seen.latency[name].flatMap((one) => one[act].map(({ time }) => time)), share);
  // A rival that was too slow for a size has no point there.
  const sizesOf = (name) => sizes.filter(({ seen }) => !seen.latency[name].includes(null));
  const all = contenders.flatMap(({ name }) => sizesOf(name).flatMap((size) => kinds.flatMap(([act]) => SHARES.map((share) => at(size, name, act, share)))));
  const [least, most] = [Math.log10(Math.max(1, Math.min(...all))), Math.log10(Math.max(...all))];
  const each = (bottom - TOP) / kinds.length;
  const x = (questions) => left + ((Math.log10(questions) - Math.log10(15)) / (4 - Math.log10(15))) * (right - left);
  const panels = kinds.map(([act, said], row) => {
    const [from, to] = [TOP + row * each + 22, TOP + (row + 1) * each - 14];
    const y = (ms) => to - ((Math.log10(Math.max(1, ms)) - least) / (most - least)) * (to - from);
    const grid = [1, 4, 16, 50, 200, 1000, 4000, 16_000].filter((ms) => Math.log10(ms) >= least && Math.log10(ms) <= most);
    return (
      `<text x="${left}" y="${from - 8}">${said}</text>` +
      grid.map((ms) => `<line class="grid" x1="${left}" x2="${right}" y1="${y(ms).toFixed(1)}" y2="${y(ms).toFixed(1)}"/><text class="quiet" x="${left - 6}" y="${(y(ms) + 4).toFixed(1)}" text-anchor="end">${ms}</text>`).join("") +
      contenders.flatMap(({ name }, index) => SHARES.map((share) => {
        const points = sizesOf(name).map((size) => `${x(size.questions).toFixed(1)},${y(at(size, name, act, share)).toFixed(1)}`);
        return `<polyline class="line c${index}${name === OURS ? " ours" : ""}${share === 0.5 ? "" : " thin"}" points="${points.join(" ")}"/>`;
      })).join("")
    );
  });
  const key = contenders.map(({ title }, index) => `<rect class="c${index}" x="${right + 14}" y="${TOP + 20 + index * 22}" width="10" height="10"/><text class="quiet" x="${right + 28}" y="${TOP + 29 + index * 22}">${escape(title)}</text>`);
  const axis = sizes.map(({ questions }) => `<text class="quiet" x="${x(questions).toFixed(1)}" y="${bottom + 10}" text-anchor="middle">${questions.toLocaleString("en")}</text>`);
  return (
    `<text x="${left - 30}" y="22" class="title">From the event to the frame that shows it, ms</text><text x="${left - 30}" y="42" class="quiet">median, and dashed the 95th of a hundred, by number of questions</text>` +
    panels.join("") + key.join("") + axis.join("")
  );
}

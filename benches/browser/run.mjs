// `make bench`, the browser's part: builds every contender's page, visits them in turn, and writes what was seen. One
// figure that did not really happen fails the whole.
//
//     node run.mjs OUT      OUT is a folder for pages and results, with the core's own table, core.md, in it;
//                           a whole run writes docs/bench.md and docs/bench.svg, any other OUT/bench.md and OUT/bench.svg

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { acts } from "./act.mjs";
import { build, versions } from "./build.mjs";
import { TimeoutError, launch } from "./chromium.mjs";
import { FLOOR, OURS, contenders, variants } from "./contenders.mjs";
import { hurriedVisit, quietVisit } from "./load.mjs";
import { SLOW, plan, whole } from "./plan.mjs";
import { plot } from "./plot.mjs";
import { report } from "./report.mjs";
import { Link, Site } from "./site.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = resolve(process.argv[2]);
const core = readFileSync(join(out, "core.md"), "utf8");
const started = performance.now();
const say = (text) => console.error(`    ${String(Math.round((performance.now() - started) / 1000)).padStart(4)} s  ${text}`);

const built = { bundle: resolve(process.env.REMEDY_FAQ_BUNDLE), dist: join(root, "dist") };
const [screen, unbound] = [await launch(), await launch({ unboundFrames: true })];
const results = { date: new Date().toISOString().slice(0, 10), versions: { Chromium: await screen.version(), ...versions() }, sizes: [] };
const load = [loadavg()[0]];
const open = new Set();

try {
  for (const size of plan) results.sizes.push(await measure(size));
} catch (error) {
  console.error(`bench: no result, because a figure did not happen: ${error.message}`);
  process.exitCode = 1;
} finally {
  // Not asked to close: one that has broken down would never answer.
  for (const browser of [screen, unbound]) browser.process().kill();
  // Those of a size that failed would keep this program running.
  for (const site of open) site.close();
}
// What was seen of the sizes before one that failed is kept, beside the pages.
if (results.sizes.length) write(whole && !process.exitCode);

async function measure(size) {
  const { questions } = size;
  const [joined, joining] = size.variants ?? [0, []];
  const everyone = [...contenders, ...variants.filter(({ name }) => joining.includes(name))];
  say(`${questions} questions: building`);
  const folder = join(out, "pages", String(questions));
  const content = build(folder, questions, built);
  const sites = new Map();
  for (const { name } of everyone) {
    sites.set(name, await new Site(join(folder, name), join(out, "brotli")).listen());
    open.add(sites.get(name));
  }

  const slow = () => ({ link: new Link(SLOW), cpu: SLOW.cpu });
  const kinds = {
    slow: (site, contender) => hurriedVisit(screen, site, contender, content, slow()),
    slowQuiet: (site, contender) => quietVisit(screen, site, contender, content, slow()),
    fast: (site, contender) => hurriedVisit(screen, site, contender, content, {}),
    latency: (site, contender) => quietVisit(unbound, site, contender, content, {}, (tab) => acts(tab, content, size)),
    quiet: (site, contender) => quietVisit(screen, site, contender, content, {}),
  };
  const seen = {};
  for (const [kind, visit] of Object.entries(kinds)) {
    seen[kind] = Object.fromEntries(everyone.map(({ name }) => [name, []]));
    const [more, whose] = size.more?.[kind] ?? [0];
    const every = size[kind] ?? 0;
    const rounds = every + more;
    for (let round = 0; round < rounds; round += 1) {
      say(`${questions} questions: ${kind}, round ${round + 1} of ${rounds}`);
      const least = kind === "latency" && round < joined ? everyone : contenders;
      const who = round < every ? least : contenders.filter(({ name }) => whose.includes(name));
      // In turn, and each round begins with another.
      for (let turn = 0; turn < who.length; turn += 1) {
        const contender = who[(turn + round) % who.length];
        seen[kind][contender.name].push(await patiently(contender, () => visit(sites.get(contender.name), contender)));
        load.push(loadavg()[0]);
      }
    }
  }
  for (const site of sites.values()) {
    site.close();
    open.delete(site);
  }
  return { questions, remedies: content.remedies.length, seen };
}

/** What a visit saw; `null` where a rival took longer than anyone waits. Ours and the floor must get there. */
async function patiently({ name, title }, visit) {
  try {
    return await visit();
  } catch (error) {
    const late = error.cause instanceof TimeoutError || /timed out/.test(error.message);
    if (!late || name === OURS || name === FLOOR) throw error;
    say(`${title} was given up: ${error.message}`);
    return null;
  }
}

function write(complete) {
  results.seconds = Math.round((performance.now() - started) / 1000);
  results.load = load;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "results.json"), JSON.stringify(results));
  const text = report(results, core);
  console.log(text);
  // A smoke run says nothing about speed, and one of some sizes not all: they leave the figures of the last whole run alone.
  const to = complete ? join(root, "docs") : out;
  writeFileSync(join(to, "bench.md"), text);
  writeFileSync(join(to, "bench.svg"), plot(results));
  say(`the result is in ${join(to, "bench.md")} and bench.svg${complete ? "" : "; only a whole run writes docs/bench.md"}`);
}

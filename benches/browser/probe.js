// In the page, before anything of it: sees what a visitor would see, and when. Given to every page alike; a page is found
// through the selectors of contenders.mjs. What it sees is kept in `window.bench`.

function probe(place) {
  const bench = (window.bench = { longTasks: [], shift: 0, ready: !place.ready, wasm: [] });

  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => bench.longTasks.push({ startTime, duration }))).observe({
    type: "longtask",
    buffered: true,
  });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.hadRecentInput || (bench.shift += entry.value))).observe({
    type: "layout-shift",
    buffered: true,
  });
  if (place.ready) addEventListener(place.ready, () => ([bench.ready, bench.taken] = [true, performance.now()]), { once: true });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      // What comes later is a second part.
      bench.began ??= performance.now();
      const { exports } = result.instance ?? result;
      bench.wasm.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
      return result;
    };
  }

  // A page whose program says when it is ready shows its fallback until then, whatever is under way in its shadow root.
  const root = () => (bench.ready && place.host && document.querySelector(place.host)?.shadowRoot) || document;
  const find = (selector, id) => root().querySelector(selector.replaceAll("ID", id));
  const seen = (element) => Boolean(element?.checkVisibility()) && element.getClientRects().length > 0;

  /** All boxes of a remedy, remembered: in a large page it takes long to look for them, which would count as the page's work, and
   * as its time where a second frame is waited for. */
  const known = new Map();
  const boxes = (id) => {
    if (!known.get(id)?.every(({ isConnected }) => isConnected)) known.set(id, [...root().querySelectorAll(`input[type=checkbox][value="${id}"]`)]);
    return known.get(id);
  };
  bench.forget = () => known.clear();

  /** What a visitor could check. */
  const facts = {
    open: (id) => seen(find(place.answer, id)),
    counted: (tried) => new RegExp(`^${tried} of \\d`).test(find(place.counter)?.textContent.trim() ?? ""),
    /** Counted, and ticked in every place at once. */
    ticked: (tried, id) => {
      const all = boxes(id);
      return facts.counted(tried) && all.length > 0 && all.every(({ checked }) => checked);
    },
    stored: (id) => {
      const kept = JSON.parse(localStorage.getItem(place.store) ?? "null");
      return Array.isArray(kept) ? kept.includes(id) : (kept?.entries?.[id]?.[0] ?? 0) > 0;
    },
    shown: (id) => seen(find(place.trigger, id)),
    shownCount: () => [...root().querySelectorAll(place.questions)].filter((one) => one.checkVisibility({ visibilityProperty: true })).length,
  };

  /** Runs after the next frame was painted, as far as the page's own thread is concerned. */
  const channel = new MessageChannel();
  let afterPaint;
  channel.port1.onmessage = () => afterPaint();
  const nextPaint = (then, before = () => {}) => {
    afterPaint = then;
    requestAnimationFrame(() => {
      before();
      channel.port2.postMessage(0);
    });
  };

  /** The same before any other task: Chromium's form filling reads the page's fields in one after each key, some 2 ms at 1,500 questions,
   * which no frame waits for. Not for what looks at every frame of a page that is on its way, whose tasks would wait for it. */
  const rightAfterPaint = (then) => requestAnimationFrame(() => scheduler.postTask(then, { priority: "user-blocking" }));

  /** Opens the first question and ticks the first remedy as soon as there is something to click, once the page has been
   * painted; goes on until the answer is seen and the tick is counted and stored. A tick that gets lost is made again. */
  bench.hurry = () => {
    let [clicked, unticked, tickedAt] = [-9, 0, undefined];
    let frame = 0;
    bench.lost = 0;
    const act = () => {
      if (!performance.getEntriesByName("first-contentful-paint").length) return;
      const trigger = find(place.trigger, place.question);
      // Time enough for what answers a click with a frame or two.
      if (!bench.opened && frame - clicked > 4 && seen(trigger) && !facts.open(place.question)) {
        clicked = frame;
        trigger.click();
      }
      const box = find(place.box, place.remedy);
      if (bench.counted || !seen(box)) return;
      unticked = box.checked ? 0 : unticked + 1;
      if (tickedAt === undefined || unticked > 4) {
        if (tickedAt !== undefined) bench.lost += 1;
        [tickedAt, unticked] = [null, 0];
        box.click();
      }
    };
    const look = () => {
      const now = performance.now();
      frame += 1;
      if (!bench.opened && facts.open(place.question)) bench.opened = now;
      if (tickedAt === null) tickedAt = now;
      if (tickedAt && !bench.counted && facts.stored(place.remedy) && facts.counted(1)) [bench.kept, bench.counted] = [tickedAt, now];
      if (!bench.opened || !bench.counted) nextPaint(look, act);
    };
    nextPaint(look, act);
  };

  /** From the next event of this type to the frame after which `fact` holds, which it must not yet. The event's own time, by the
   * browser's clock. */
  bench.watch = (type, fact, ...given) => {
    if (facts[fact](...given)) throw new Error(`before the ${type} it is true already that: ${fact} ${given}`);
    bench.latency = new Promise((resolve, reject) => {
      const begin = ({ timeStamp }) => {
        const limit = performance.now() + 30_000;
        let frames = 0;
        const look = () => {
          const now = performance.now();
          frames += 1;
          if (facts[fact](...given)) resolve({ time: now - timeStamp, frames });
          else if (now > limit) reject(new Error(`after 30 s it is not true that: ${fact} ${given}`));
          else rightAfterPaint(look);
        };
        rightAfterPaint(look);
      };
      addEventListener(type, begin, { once: true, capture: true });
    });
  };

  /** The same for a search: the questions that must come are there, those that must go are not. */
  facts.found = (come, go) => come.every(facts.shown) && !go.some(facts.shown);

  /** The search field has the focus, so that a key would be typed into it. */
  facts.focused = () => root().activeElement === find(place.search);

  /** The longest task since a moment; 0 where none was long. */
  bench.longestSince = (from) => Math.max(0, ...bench.longTasks.filter(({ startTime, duration }) => startTime + duration > from).map(({ duration }) => duration));

  /** Where to click, brought into the middle of the window. */
  bench.point = (what, id = "", other = "") => {
    const element = find(place[what].replace("OTHER", other), id);
    const label = /box$/i.test(what) ? (element.closest("label") ?? element) : element;
    label.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, height } = label.getBoundingClientRect();
    return [left + 12, top + height / 2];
  };
  bench.facts = facts;
  bench.frames = (count) => new Promise((resolve) => {
    const next = (left) => (left ? nextPaint(() => next(left - 1)) : resolve());
    next(count);
  });
  /** The long tasks of a program that takes over, in milliseconds: those that reach into the time from when its wasm was there until
   * it said that it is ready. Others may only be the browser's, with its layout of a large page. Of a page without wasm, those
   * that began when the browser had parsed it. */
  bench.takeover = () => {
    if (place.ready && !(bench.began < bench.taken)) throw new Error("its program was not seen to take over");
    const [from, to] = [bench.began, bench.taken];
    const parsed = performance.getEntriesByType("navigation")[0].domInteractive;
    const ofProgram = ({ startTime, duration }) => (place.ready ? startTime + duration > from && startTime < to : startTime >= parsed);
    return bench.longTasks.filter(ofProgram).map(({ duration }) => duration);
  };
  bench.firstPaint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
}

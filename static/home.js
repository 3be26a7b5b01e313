// The program's side in JavaScript: what takes a line here and a kilobyte through bindings. The build appends it to the
// glue, after the style sheet as `css` and `asset`, which gives the texts that come with the program (src/bundle/assets.rs).

/** Something in a language; in English where the browser takes its tag for none. */
const spoken = (lang, say) => {
  try {
    return say(lang);
  } catch {
    return say("en");
  }
};

// English is known here too, because `Intl` takes a slow phone 60 ms when it is first asked. src/bundle/locale.rs holds the two
// to each other, and a sentence holds that to `Intl`.
const MONTHS = "January February March April May June July August September October November December".split(" ");
const isEnglish = (lang) => lang === "en" || lang === "en-US";
const inEnglish = (day) => {
  const [year, month, date] = day.split("-");
  return `${MONTHS[month - 1]} ${+date}, ${year}`;
};

/** What a use of a control is (`ui::controls::Use`, in that order), and of which controls. Asked here, so that a click beside them
 * need not wait for the program. */
const USES = [
  ["click", "button,.rf-jump"],
  ["change", "[name]"],
  ["input", "[type=search],textarea"],
  ["focusin", "[type=search]"],
  ["keydown", "[type=search]"],
  ["toggle", "[part=appointment]"],
];

/** An event of the element's own. */
const emit = (host, name, detail = null) =>
  host.dispatchEvent(new CustomEvent(`remedy-faq-${name}`, { bubbles: true, composed: true, detail }));

/** Calls a function in a task of its own; start.js has need of it too. No timer: those wait for a second where the page is in the background. */
const soon = (then) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    then();
  };
  port2.postMessage(0);
};

/** What was told of each view. */
const told = new WeakMap();

/** One for all widgets of the page, made here, where the program is still on its way. */
let sheet;
try {
  (sheet = new CSSStyleSheet()).replaceSync(css);
} catch {
  // A browser that knows none.
}

/** What the program asks of the script that loaded it. `single` gives the text of the single file, or null. */
const home = (single) => ({
  // An adopted style sheet is the one kind that a host's `style-src 'none'` lets through.
  dress(shadow) {
    // Shows the fallback until there is a view.
    shadow.append(document.createElement("slot"));
    try {
      shadow.adoptedStyleSheets = [sheet];
    } catch {
      // Without one, or in the document of another window, the view is shown all the same.
    }
  },
  /** Calls `then` for every use of a control below `root`, until it is aborted. */
  listen(root, then) {
    const end = new AbortController();
    USES.forEach(([type, which], how) => {
      const use = (event) => {
        const control = event.target.closest(which);
        if (control && (type !== "keydown" || event.key === "Escape") && then(how, control)) event.preventDefault();
      };
      // On their way down, because `toggle` does not come up.
      root.addEventListener(type, use, { capture: true, signal: end.signal });
    });
    return end;
  },
  ready(host) {
    emit(host, "ready");
    // Out of sight by now. A second after any field has changed Chromium notes all boxes, for a visitor who comes back.
    soon(() => host.querySelectorAll("[name=remedy]").forEach((box) => box.setAttribute("autocomplete", "off")));
  },
  scrolled() {
    const top = scrollY;
    // Firefox and WebKit lose the place when the fallback goes. At the top there is none, and to ask has the page laid out.
    return { restore: () => top > 0 && scrollTo(scrollX, top) };
  },
  named() {
    // A host's own fragments may be anything, even undecodable.
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  },
  changed(host, view, tried, total) {
    // Notes and outcomes can change alone, and at first there is nothing to tell.
    const [before, now] = [told.get(view), `${tried}`];
    told.set(view, now);
    if (before !== undefined && before !== now) emit(host, "change", { tried, total });
  },
  failed(host, why) {
    const message = `remedy-faq: ${why}`;
    // For whoever edits the page.
    console.error(message);
    emit(host, "error", { message });
  },
  soon,
  painted(then) {
    // A timer can wait there: where the page is in the background there is no frame either.
    requestAnimationFrame(() => setTimeout(then));
  },
  // <more>
  // At once where it is there: a file dialog wants the visitor's click to be just before.
  more: (then) => (later ? then() : comeMore().then(() => then(), (error) => then(error.message))),
  get whole() {
    return !!later;
  },
  // </more>
  copy: (then) => single().then(then, () => then(null)),
  // <fetch>
  fetch(address, most, then) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(new Error("no answer in 8 seconds")), 8000);
    const tooLarge = new Error(`larger than the ${most} bytes that are read`);
    const read = async () => {
      const answer = await fetch(new URL(address, document.baseURI), { signal: stop.signal, referrerPolicy: "no-referrer" });
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      const parts = [];
      let size = 0;
      for (const reader = answer.body.getReader(); ; ) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.length;
        if (size > most) {
          stop.abort(tooLarge);
          throw tooLarge;
        }
        parts.push(value);
      }
      return new Blob(parts).text();
    };
    read().then(then, (error) => then(null, (stop.signal.reason ?? error).message)).finally(() => clearTimeout(timer));
  },
  // </fetch>
  text: (name, then) => asset(name).then(then, (error) => then(null, error.message)),
  // A day without a time is the same day everywhere.
  date: (lang, day) =>
    day && isEnglish(lang)
      ? inEnglish(day)
      : spoken(lang, (lang) => new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: day && "UTC" }).format(day && new Date(day))),
  number: (lang, n) => (isEnglish(lang) ? `${n}`.replace(/\B(?=(...)+$)/g, ",") : spoken(lang, (lang) => n.toLocaleString(lang))),
  plural: (lang, n) => (isEnglish(lang) ? (n === 1 ? "one" : "other") : spoken(lang, (lang) => new Intl.PluralRules(lang).select(n))),
  // <later>
  near(elements, then) {
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          then(elements.indexOf(target));
        }
      },
      // A screen ahead, so that nothing opens before the visitor's eyes.
      { rootMargin: "100%" },
    );
    elements.forEach((one) => near.observe(one));
    return near;
  },
  copyText(text, then) {
    const write = async () => navigator.clipboard.writeText(text);
    write().then(() => then(true), () => then(false));
  },
  pick(most, then) {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.addEventListener("change", () => {
      const [file] = input.files;
      if (!file || file.size > most) then(null);
      // What cannot be read is no backup.
      else file.text().then(then, () => then(""));
    });
    input.click();
  },
  // Nothing leaves the browser.
  download(text, name, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    // Long enough for the browser to have taken it.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
  // </later>
});

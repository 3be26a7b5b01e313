// Defines <remedy-faq>. A page includes this one script; the program follows when an element nears the view.
// The build fills in the names and digests, and makes the single files by replacing what stands between the marks
// (src/bundle/assets.rs, offline.rs).

// <load>
const GLUE = new URL("./remedy-faq-glue.js", import.meta.url).href;
const WASM = new URL("./remedy-faq-program.wasm", import.meta.url).href;
const importModule = (href, integrity) => {
  // import() takes no digest, but uses what was preloaded with one.
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href, integrity, crossOrigin: "anonymous", referrerPolicy: "no-referrer" });
  document.head.append(link);
  return import(href).finally(() => link.remove());
};
const start = async () => {
  // A page of ours has asked already (src/bundle/assets.rs).
  const asked = globalThis.remedyFaqAsked;
  const wasm = WASM.endsWith(`/${asked?.name}`) ? asked.answer : fetch(WASM, { integrity: "wasm-digest", referrerPolicy: "no-referrer" });
  // Told of by the glue, if it comes so far.
  wasm.catch(() => {});
  const glue = await importModule(GLUE, "glue-digest");
  await glue.default(wasm);
  const copy = () => fetch(new URL("remedy-faq-offline.html", import.meta.url), { referrerPolicy: "no-referrer" }).then((file) => (file.ok ? file.text() : null));
  return { ...glue, home: glue.home(copy, importModule) };
};
// </load>

let program;
const load = () =>
  (program ??= start().catch((error) => {
    // The next element asks again.
    program = undefined;
    throw error;
  }));

class RemedyFaq extends HTMLElement {
  static observedAttributes = ["src", "storage", "exclusive", "open", "heading-level", "lang", "dir"];
  #glue;
  #near;

  constructor() {
    super();
    // What closes above must not take what was opened out of sight (uswds#2021).
    this.addEventListener("click", (event) => {
      const [pressed] = event.composedPath();
      const link = pressed.closest("a[href^='#']");
      // Where a host's <base> would have it lead to another page (Angular has one).
      if (link && !event.defaultPrevented && document.querySelector("base")) link.href = location.href.replace(/#.*|$/, link.getAttribute("href"));
      const asked = pressed.closest("[name] > summary");
      if (asked) requestAnimationFrame(() => asked.scrollIntoView({ block: "nearest" }));
    });
  }

  connectedCallback() {
    if (this.#glue || this.#near) return; // moved, not added
    let at = this;
    const near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#arrive();
      // What hides it, too: WebKit's observer overlooks an element without height in a dialog that opens. Asked here, where the
      // page is laid out, because the question has it laid out.
      else while (at && (at = at.parentElement ?? at.getRootNode().host)) {
        if (at.checkVisibility?.() === false) near.observe(at);
        else at = undefined;
      }
    }, { rootMargin: "400px" });
    this.#near = near;
    // The address may name a question that is only there once the program is.
    if (this.getAttribute("loading") === "eager" || (location.hash && !document.getElementById(location.hash.slice(1)))) this.#arrive();
    else near.observe(this);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#near?.disconnect();
      this.#near = undefined;
      this.#glue?.unmount(this);
      this.#glue = undefined;
      // Added again, it shows its fallback until the program has drawn it.
      this.shadowRoot?.replaceChildren(document.createElement("slot"));
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#glue?.mount(this, this.#glue.home, name);
  }

  async #arrive() {
    const near = this.#near;
    near.disconnect();
    try {
      const glue = await load();
      if (this.#near !== near || !this.isConnected) return;
      this.#glue = glue;
      glue.mount(this, glue.home);
      // What is fetched at the first contact otherwise. Where it cannot be had now, that is told when it is wanted.
      if (this.getAttribute("loading") === "eager") glue.home.more(() => {});
    } catch (error) {
      const message = `remedy-faq: the program did not start, so the plain questions stay: ${error.message ?? error}`;
      console.error(message);
      this.setAttribute("data-fallback", "");
      this.dispatchEvent(new CustomEvent("remedy-faq-error", { bubbles: true, composed: true, detail: { message } }));
    }
  }
}

// Every attribute is a property too, as in HTML.
for (const name of RemedyFaq.observedAttributes.slice(0, 5)) {
  const flag = name === "exclusive";
  Object.defineProperty(RemedyFaq.prototype, name.replace(/-l/, "L"), {
    get() {
      return flag ? this.hasAttribute(name) : (this.getAttribute(name) ?? "");
    },
    set(value) {
      if (flag ? !value : value == null) this.removeAttribute(name);
      else this.setAttribute(name, flag ? "" : value);
    },
  });
}

if (!customElements.get("remedy-faq")) customElements.define("remedy-faq", RemedyFaq);

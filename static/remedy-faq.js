// Defines <remedy-faq>. A page includes this one script; the program follows when an element nears the view.
// The build fills in the two names, and makes the single file by replacing what stands between the marks
// (src/bundle/assets.rs, offline.rs).

// <load>
const GLUE = "./remedy-faq-glue.js";
const WASM = "./remedy-faq-program.wasm";
const start = async () => {
  const glue = await import(GLUE);
  await glue.default({ module_or_path: new URL(WASM, import.meta.url) });
  const copy = () => fetch(new URL("remedy-faq-offline.html", import.meta.url)).then((file) => (file.ok ? file.text() : null));
  return { ...glue, home: glue.home(copy) };
};
// </load>

let program;
const load = () => (program ??= start());

class RemedyFaq extends HTMLElement {
  #glue;
  #near;

  connectedCallback() {
    if (this.#glue || this.#near) return; // moved, not added
    this.#near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#arrive(),
      { rootMargin: "400px" },
    );
    this.#near.observe(this);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#near?.disconnect();
      this.#near = undefined;
      this.#glue?.unmount(this);
      this.#glue = undefined;
    });
  }

  async #arrive() {
    const near = this.#near;
    near.disconnect();
    try {
      const glue = await load();
      if (this.#near !== near || !this.isConnected) return;
      glue.mount(this, glue.home);
      this.#glue = glue;
    } catch (error) {
      const message = `remedy-faq: the program did not start, so the plain questions stay: ${error.message ?? error}`;
      console.error(message);
      this.setAttribute("data-fallback", "");
      this.dispatchEvent(new CustomEvent("remedy-faq-error", { bubbles: true, composed: true, detail: { message } }));
    }
  }
}

if (!customElements.get("remedy-faq")) customElements.define("remedy-faq", RemedyFaq);

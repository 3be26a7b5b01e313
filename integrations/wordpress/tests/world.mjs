// What the sentences have in common: the site, the people, and looking at a widget.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PASSWORD } from "./site.mjs";

export class World {
  /** `visitor`: a browser of someone without an account. `staff`: one of whoever is logged in. */
  constructor(root, site, visitor, staff) {
    Object.assign(this, { root, site, visitor, staff });
  }

  /** Before each sentence: a visitor who was never here. */
  async fresh() {
    await this.visitor.cdp("Network.setBlockedURLs", { urls: [] });
    await this.visitor.cdp("Network.enable");
    await this.visitor.cdp("Emulation.setScriptExecutionDisabled", { value: false });
    await this.visitor.cdp("Storage.clearDataForOrigin", { origin: this.site.home, storageTypes: "all" });
    await this.visitor.requests();
  }

  read(name) {
    return readFileSync(join(this.root, name), "utf8");
  }

  /** A file to upload, in the scratch folder. */
  file(name, text) {
    const path = join(this.site.folder, name);
    writeFileSync(path, text);
    return path;
  }

  /** Runs PHP inside WordPress, with `args` as `$args`; gives what it returns. */
  async php(code, args = {}) {
    const response = await fetch(`${this.site.home}/?php`, { method: "POST", body: JSON.stringify({ code, args }), headers: { authorization: this.site.secret } });
    const text = await response.text();
    assert.equal(response.status, 200, text);
    return JSON.parse(text);
  }

  theme(name) {
    return this.php("switch_theme( $args['name'] );", { name });
  }

  /** Publishes a page past all roles; gives its address. */
  page(content, type = "page") {
    return this.php(
      `kses_remove_filters();
       $id = wp_insert_post( wp_slash( array( 'post_title' => 'A page', 'post_content' => $args['content'], 'post_status' => 'publish', 'post_type' => $args['type'], 'post_author' => 1 ) ) );
       return home_url( ( 'page' === $args['type'] ? '/?page_id=' : '/?p=' ) . $id );`,
      { content, type },
    );
  }

  /** Logs somebody in, in the staff's browser. */
  async login(name) {
    if (this.who === name) return;
    await this.staff.cdp("Storage.clearDataForOrigin", { origin: this.site.home, storageTypes: "all" });
    await this.staff.cdp("Network.clearBrowserCookies");
    await this.staff.go(`${this.site.home}/wp-login.php`);
    await this.staff.run(
      (user, password) => {
        document.querySelector("#user_login").value = user;
        document.querySelector("#user_pass").value = password;
        document.querySelector("#wp-submit").click();
      },
      name,
      PASSWORD,
    );
    await this.staff.until("somebody is logged in", () => document.querySelector("#wpadminbar"));
    this.who = name;
  }

  admin(path) {
    return `${this.site.home}/wp-admin/${path}`;
  }

  async settings(browser = this.staff) {
    await this.login("admin");
    await browser.go(this.admin("options-general.php?page=remedy-faq"));
  }

  /** Uploads a document on the settings page, as somebody would. */
  async upload(path) {
    await this.settings();
    await this.staff.type("#remedy-faq-file", path);
    await this.staff.until("the check is done", () => document.querySelector("#remedy-faq-faults li") || !document.querySelector("#submit").disabled);
    await this.staff.click("#submit");
    await this.staff.until("it is saved", () => document.querySelector(".notice-success"));
  }

  /** Goes to a page and waits until every widget of it is live. */
  async live(address, browser = this.visitor) {
    await browser.go(address);
    await browser.run(watchShifts);
    await browser.until("every widget is live", wakeAll);
  }

  /** Goes to a page where the loader does not arrive. */
  async fallback(address) {
    await this.visitor.cdp("Network.setBlockedURLs", { urls: ["*/assets/remedy-faq.js*"] });
    await this.visitor.go(address);
    await this.visitor.until("the page is there", () => document.readyState === "complete");
    assert.equal(await this.visitor.run(() => !customElements.get("remedy-faq")), true, "the loader was to be blocked");
  }

  /** What is seen of the widgets, element by element, with place and size. */
  look() {
    return this.visitor.run(look);
  }
}

function watchShifts() {
  window.shifts ??= [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: "layout-shift", buffered: true });
}

function wakeAll() {
  const widgets = [...document.querySelectorAll("remedy-faq")];
  widgets.find((one) => !one.shadowRoot)?.scrollIntoView();
  const done = widgets.length > 0 && widgets.every((one) => one.shadowRoot?.querySelector("details"));
  if (done) scrollTo(0, 0);
  return done;
}

function look() {
  return [...document.querySelectorAll("remedy-faq")].map((host) => {
    const all = [...(host.shadowRoot ?? host).querySelectorAll(".rf, .rf *")];
    // What only the program fills, and what has no looks.
    const shown = all.filter((one) => !one.closest(".rf-appointment > :not(summary)"));
    // The program adds the widget's title to what names a region and describes a control, for pages with several widgets.
    const titled = (one, { name, value }) => {
      if (name === "method") return [];
      if (name === "aria-describedby" && one.matches("button, [type=search]")) return [];
      if (name === "aria-labelledby") return [`${name}=${value.split(" ")[0]}`];
      return [`${name}=${one.localName === "nav" ? value.split(": ")[0] : value}`];
    };
    return shown.map((one) => {
      const box = one.getBoundingClientRect();
      const place = [box.x + scrollX, box.y + scrollY, box.width, box.height].map(Math.round).join(" ");
      const attributes = [...one.attributes].flatMap((attribute) => titled(one, attribute)).sort().join(" ");
      const words = [...one.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : "·")).join("").replace(/^·+$/, "");
      // The live search is a form of its own, and looks the same.
      return `${one.localName === "form" ? "div" : one.localName} ${attributes} | ${words} | ${place}`;
    });
  });
}

/** Compares two long lists so that a failure shows where they part. */
export function same(found, expected, what) {
  const at = expected.findIndex((line, index) => line !== found[index]);
  if (at >= 0) assert.fail(`${what}, at ${at}:\n  found    ${found[at]}\n  expected ${expected[at]}`);
  assert.equal(found.length, expected.length, what);
}

/** A small valid document, with other fields over it. */
export function small(more = {}) {
  return {
    schemaVersion: 1, id: "our-clinic", lang: "en", title: "Our questions",
    remedies: [{ id: "tea", label: "Tea" }],
    questions: [{ id: "why", question: "Why?", answer: [{ p: "Because." }, { remedies: ["tea"] }] }],
    ...more,
  };
}

// The page as one Lit element with a shadow root: native disclosures, keyed rows, the whole template compared at every
// change, as Lit does.

import { LitElement, html, nothing, unsafeCSS } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import content from "content";
import { finder } from "../find.js";
import style from "../style.css";
import { ticks } from "../ticks.js";

const record = ticks(`lit:${content.id}`);
const find = finder(content);
const remedies = new Map(content.remedies.map((remedy) => [remedy.id, remedy]));
const areas = [...new Set(content.remedies.map(({ area }) => area))];
const byArea = new Map(areas.map((area) => [area, content.remedies.filter((remedy) => remedy.area === area)]));

// A string has a method `link`, so what is a string is asked first.
const span = (one) => (typeof one === "string" ? one : one.link ? html`<a href=${one.link}>${one.text}</a>` : html`<strong>${one.strong}</strong>`);
const text = (of) => (Array.isArray(of) ? of.map(span) : of);

const tick = ({ target }) => record.set(target.value, target.checked);

const remedyList = (of) => html`<ul class="remedies">
  ${of.map(
    ({ id, label, detail, caution }) => html`<li>
      <label><input type="checkbox" name="remedy" value=${id} .checked=${live(record.has(id))} @change=${tick} /> ${text(label)}</label>
      ${detail ? html`<p>${text(detail)}</p>` : nothing} ${caution ? html`<p class="caution">${text(caution)}</p>` : nothing}
    </li>`,
  )}
</ul>`;

const items = (of) => of.map((item) => html`<li>${text(item)}</li>`);

const block = ({ p, ul, ol, remedies: ids }) =>
  p !== undefined ? html`<p>${text(p)}</p>`
  : ul ? html`<ul>${items(ul)}</ul>`
  : ol ? html`<ol>${items(ol)}</ol>`
  : remedyList(ids.map((id) => remedies.get(id)));

const question = ({ id, question, answer, note }) => html`<details class="question" id=${id}>
  <summary><h3>${text(question)}</h3></summary>
  <div class="answer">${answer.map(block)} ${note ? html`<p class="note">${text(note)}</p>` : nothing}</div>
</details>`;

const urgent = ({ title, groups }) => html`<section class="urgent">
  <h2>${text(title)}</h2>
  ${groups.map(
    (group) => html`<p><strong>${text(group.title)}</strong></p>
      <ul>${items(group.signs)}</ul>
      <p>${text(group.action)}</p>`,
  )}
</section>`;

class FaqPage extends LitElement {
  static styles = unsafeCSS(style);
  static properties = { found: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    record.watch(() => this.requestUpdate());
  }

  #search({ target }) {
    const found = target.value.trim() ? find(target.value) : null;
    this.found = found && content.questions.filter((_, index) => found[index]);
  }

  render() {
    return html`<main class="page">
      <h1>${text(content.title)}</h1>
      <p>${text(content.intro)}</p>
      ${content.urgent ? urgent(content.urgent) : nothing}
      <section>
        <h2>Questions</h2>
        <label class="search">Search the questions <input type="search" @input=${this.#search} /></label>
        <div>${repeat(this.found ?? content.questions, ({ id }) => id, question)}</div>
      </section>
      <section class="checklist">
        <h2>Remedies to tick off</h2>
        <p class="counter" role="status">${record.count()} of ${content.remedies.length} tried</p>
        ${areas.map((area) => html`<fieldset><legend>${text(area)}</legend>${remedyList(byArea.get(area))}</fieldset>`)}
      </section>
      <footer>
        <h2>Where this comes from</h2>
        <ul>${content.sources.map(({ title, url }) => html`<li>${url ? html`<a href=${url}>${text(title)}</a>` : text(title)}</li>`)}</ul>
      </footer>
    </main>`;
  }
}

customElements.define("faq-page", FaqPage);

// The document as HTML, for the two pages that are HTML before any script: the hand-written one and GOV.UK's. `look` is
// what differs between them: class attributes, and how a question, a box and a field are written.

const escape = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export const text = (of = "") =>
  Array.isArray(of)
    ? of.map(span).join("")
    : escape(of);

// Every text on a line of its own, so that a search does not find a word across two of them.
const items = (of) => of.map((item) => `<li>${text(item)}\n`).join("");

// A string has a method `link`, so what is a string is asked first.
const span = (one) =>
  typeof one === "string" ? escape(one)
  : one.link ? `<a href="${escape(one.link)}">${escape(one.text)}</a>`
  : `<strong>${escape(one.strong)}</strong>`;

/** What stands in `<main>`. */
export function main(content, look) {
  const { title, intro, urgent, questions, remedies, sources } = content;
  const byId = new Map(remedies.map((remedy) => [remedy.id, remedy]));
  const areas = new Map(remedies.map(({ area }) => [area, remedies.filter((remedy) => remedy.area === area)]));
  const p = (of) => `<p${look.p}>${text(of)}</p>\n`;

  const group = (one) => `<p${look.p}><strong>${text(one.title)}</strong></p><ul${look.ul}>${items(one.signs)}</ul>${p(one.action)}`;
  const block = ({ p: words, ul, ol, remedies: ids }) =>
    words !== undefined ? p(words)
    : ul ? `<ul${look.ul}>${items(ul)}</ul>`
    : ol ? `<ol${look.ol}>${items(ol)}</ol>`
    : look.boxes(ids.map((id) => byId.get(id)), "answer");
  const answer = (one) => one.answer.map(block).join("") + (one.note ? look.note(text(one.note)) : "");

  return [
    `<h1${look.h1}>${text(title)}</h1>${p(intro)}`,
    urgent ? `<section class="urgent"><h2${look.h2}>${text(urgent.title)}</h2>${urgent.groups.map(group).join("")}</section>` : "",
    `<section><h2${look.h2}>Questions</h2>${look.search}`,
    look.questions(questions.map((one, index) => look.question(one.id, text(one.question), answer(one), index + 1)).join("")),
    `</section><section class="checklist"><h2${look.h2}>Remedies to tick off</h2>`,
    `<p class="counter" role="status">0 of ${remedies.length} tried</p>`,
    ...[...areas].map(([area, of]) => look.area(text(area), look.boxes(of, "list"))),
    `</section><footer><h2${look.h2}>Where this comes from</h2><ul${look.ul}>`,
    ...sources.map((one) => (one.url ? `<li><a href="${escape(one.url)}">${text(one.title)}</a>` : `<li>${text(one.title)}`)),
    `</ul></footer>`,
  ].join("\n");
}

/** A whole page: what its head loads, what stands in its body, and the classes of both. */
export const page = (content, { head, body, htmlClass = "", bodyClass = "" }) =>
  `<!doctype html><html lang="${content.lang}" class="${htmlClass}"><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(content.title)}</title>${head}` +
  `<body id="${content.id}" class="${bodyClass}">${body}</body></html>\n`;

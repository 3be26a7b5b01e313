// The few lines of script of a page that is HTML: ticks that last, the counter, the search. Used by the hand-written page
// and by GOV.UK's, which has its accordion besides. A box that was ticked before the script ran counts.

import { words as wordsOf } from "./find.js";

/** `words` are the parts of a question in which the search looks. */
export function enhance({ key, boxes, questions, words, counter, search }) {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const saved = JSON.parse(localStorage.getItem(key) ?? "[]");
  const early = all(`${boxes}:checked`).map((box) => box.value);
  const ticked = new Set([...saved, ...early]);
  const byId = Map.groupBy(all(boxes), (box) => box.value);
  const status = document.querySelector(counter);

  const show = (id) => byId.get(id)?.forEach((box) => (box.checked = ticked.has(id)));
  const count = () => (status.textContent = `${ticked.size} of ${byId.size} tried`);
  const save = () => localStorage.setItem(key, JSON.stringify([...ticked]));
  if (early.length) save();
  ticked.forEach(show);
  count();

  document.addEventListener("change", ({ target }) => {
    if (!target.matches(boxes)) return;
    if (target.checked) ticked.add(target.value);
    else ticked.delete(target.value);
    show(target.value);
    count();
    save();
  });

  let texts;
  document.querySelector(search).addEventListener("input", ({ target }) => {
    const text = (question) => [...question.querySelectorAll(words)].map((part) => part.textContent).join("\n").toLowerCase();
    texts ??= all(questions).map((question) => [question, text(question)]);
    const wanted = wordsOf(target.value);
    for (const [question, text] of texts) {
      const hidden = !wanted.every((word) => text.includes(word));
      if (question.hidden !== hidden) question.hidden = hidden;
    }
  });
}

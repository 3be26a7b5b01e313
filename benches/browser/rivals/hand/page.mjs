// The hand-written page: one HTML file, style and script inside, native disclosures and boxes. The floor that the others
// are measured against.

import { main, page, text } from "../html.mjs";

const box = ({ id, label, detail, caution }) =>
  `<li><label><input type="checkbox" name="remedy" value="${id}"> ${text(label)}</label>\n` +
  (detail ? `<p>${text(detail)}</p>\n` : "") + (caution ? `<p class="caution">${text(caution)}</p>\n` : "");

const look = {
  p: "", ul: "", ol: "", h1: "", h2: "",
  search: `<label class="search">Search the questions <input type="search"></label>`,
  questions: (all) => `<div>${all}</div>`,
  question: (id, question, answer) =>
    `<details class="question" id="${id}"><summary><h3>${question}</h3></summary><div class="answer">${answer}</div></details>`,
  note: (note) => `<p class="note">${note}</p>`,
  boxes: (remedies) => `<ul class="remedies">${remedies.map(box).join("")}</ul>`,
  area: (name, boxes) => `<fieldset><legend>${name}</legend>${boxes}</fieldset>`,
};

export const handPage = (content, { style, script }) =>
  page(content, { head: `<style>${style}</style>`, body: `<main class="page">${main(content, look)}</main><script>${script}</script>` });

// GOV.UK's page: the markup of its accordion, checkboxes and input as its guide has them (macros' output), its style and
// script linked.

import { main, page, text } from "../html.mjs";

const box = (list) => ({ id, label, detail, caution }) => {
  const [name, hint] = [`${list}-${id}`, `${list}-${id}-hint`];
  return `<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${name}" name="remedy" type="checkbox" value="${id}" aria-describedby="${hint}">` +
    `<label class="govuk-label govuk-checkboxes__label" for="${name}">${text(label)}</label>\n` +
    `<div id="${hint}" class="govuk-hint govuk-checkboxes__hint">${text(detail)}${caution ? `\n${text(caution)}` : ""}</div></div>\n`;
};

let lists = 0;
const look = {
  p: ` class="govuk-body"`,
  ul: ` class="govuk-list govuk-list--bullet"`,
  ol: ` class="govuk-list govuk-list--number"`,
  h1: ` class="govuk-heading-l"`,
  h2: ` class="govuk-heading-m"`,
  search: `<div class="govuk-form-group"><label class="govuk-label" for="search">Search the questions</label>` +
    `<input class="govuk-input" id="search" type="search"></div>`,
  questions: (all) => `<div class="govuk-accordion" data-module="govuk-accordion" id="faq">${all}</div>`,
  question: (id, question, answer, number) =>
    `<div class="govuk-accordion__section" data-question="${id}"><div class="govuk-accordion__section-header">` +
    `<h3 class="govuk-accordion__section-heading"><span class="govuk-accordion__section-button" id="faq-heading-${number}">${question}</span></h3></div>` +
    `<div id="faq-content-${number}" class="govuk-accordion__section-content">${answer}</div></div>`,
  note: (note) => `<div class="govuk-inset-text">${note}</div>`,
  boxes: (remedies) => `<div class="govuk-checkboxes" data-module="govuk-checkboxes">${remedies.map(box(`list-${lists++}`)).join("")}</div>`,
  area: (name, boxes) =>
    `<div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${name}</legend>${boxes}</fieldset></div>`,
};

const supported = `<script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');</script>`;

export const govukPage = (content) =>
  page(content, {
    htmlClass: "govuk-template",
    bodyClass: "govuk-template__body",
    head: `<link rel="stylesheet" href="app.css"><script type="module" src="app.js"></script>`,
    body: `${supported}<div class="govuk-width-container"><main class="govuk-main-wrapper">${main(content, look)}</main></div>`,
  });

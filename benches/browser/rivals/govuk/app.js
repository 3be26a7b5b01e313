// The script of GOV.UK Frontend's page: its accordion, and what every page of HTML needs for ticks and search.

import { Accordion, createAll } from "govuk-frontend";
import { enhance } from "../enhance.js";

createAll(Accordion);
enhance({
  key: `govuk:${document.body.id}`,
  boxes: "input[name=remedy]",
  questions: ".govuk-accordion__section",
  words: ".govuk-accordion__section-heading-text-focus, .govuk-accordion__section-content",
  counter: ".counter",
  search: "input[type=search]",
});

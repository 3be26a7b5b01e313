// The hand-written page's script.

import { enhance } from "../enhance.js";

enhance({
  key: `hand:${document.body.id}`,
  boxes: "input[name=remedy]",
  questions: ".question",
  words: "summary, .answer",
  counter: ".counter",
  search: "input[type=search]",
});

// What TypeScript must take, and, after each @ts-expect-error, what it must not.
import { define, type RemedyFaq, type RemedyFaqChange } from "remedy-faq/element";
import "remedy-faq";
import "remedy-faq/single";
import schema from "remedy-faq/content.schema.json" with { type: "json" };
import type { Block, Content } from "remedy-faq/content";

define();
const element: RemedyFaq = document.createElement("remedy-faq");
const found: RemedyFaq | null = document.querySelector("remedy-faq");
element.src = "questions.json";
element.storage = "session";
element.exclusive = true;
element.open = "first";
element.headingLevel = 3;
element.headingLevel = null;
const level: string = element.headingLevel;
const tried = ({ detail }: CustomEvent<RemedyFaqChange>): string => detail.tried.join() + (detail.total + 1);
element.addEventListener("remedy-faq-change", tried);
document.addEventListener("remedy-faq-change", (event) => event.detail.tried.length);
element.addEventListener("remedy-faq-error", (event) => event.detail.message.length);
element.addEventListener("remedy-faq-ready", ({ detail }) => detail satisfies null);
const answer: Block[] = [{ p: ["Words ", { strong: "in bold" }, { link: "https://a.example/", text: "and a link" }] }, { ul: ["one"] }];
const content: Content = { schemaVersion: 1, id: "a", lang: "en", title: "A", questions: [{ id: "q", question: "Why?", answer }] };

// @ts-expect-error no such place to keep ticks
element.storage = "cookie";
// @ts-expect-error a flag is a boolean
element.exclusive = "yes";
// @ts-expect-error no such heading
element.headingLevel = 7;
// @ts-expect-error no such property
element.loading = "eager";
// @ts-expect-error the detail has no such field
element.addEventListener("remedy-faq-change", (event) => event.detail.ticked);
// @ts-expect-error an id is a text
element.addEventListener("remedy-faq-change", (event) => event.detail.tried[0] satisfies number);
// @ts-expect-error a block is one thing
const two: Block = { p: "a paragraph", ul: ["and a list"] };
// @ts-expect-error a document has questions
const none: Content = { schemaVersion: 1, id: "a", lang: "en", title: "A" };
// @ts-expect-error the package has no such entry
import "remedy-faq/program.js";

export { answer, content, found, level, none, schema, two };

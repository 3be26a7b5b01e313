// The page in React with Radix's accordion, which keeps closed answers out of the page. Otherwise as in Preact: rows are
// made once, a tick renders its boxes and the counter.

import { useMemo, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import * as Accordion from "@radix-ui/react-accordion";
import content from "content";
import { finder } from "../find.js";
import { Answer, Checklist, Sources, Text, Top } from "../parts.jsx";
import { ticks } from "../ticks.js";

const record = ticks(`radix:${content.id}`);
const find = finder(content);
const remedies = new Map(content.remedies.map((remedy) => [remedy.id, remedy]));

function Box({ id }) {
  const ticked = useSyncExternalStore(record.watch, () => record.has(id));
  return <input type="checkbox" name="remedy" value={id} checked={ticked} onChange={(event) => record.set(id, event.target.checked)} />;
}

function Counter() {
  const count = useSyncExternalStore(record.watch, record.count);
  return <p className="counter" role="status">{count} of {content.remedies.length} tried</p>;
}

const Question = ({ question }) => (
  <Accordion.Item className="question" id={question.id} value={question.id}>
    <Accordion.Header>
      <Accordion.Trigger><Text of={question.question} /></Accordion.Trigger>
    </Accordion.Header>
    <Accordion.Content className="answer"><Answer question={question} remedies={remedies} Box={Box} /></Accordion.Content>
  </Accordion.Item>
);

function Questions() {
  const [query, setQuery] = useState("");
  const rows = useMemo(() => content.questions.map((question) => <Question key={question.id} question={question} />), []);
  const found = query.trim() ? find(query) : null;
  return (
    <section>
      <h2>Questions</h2>
      <label className="search">Search the questions <input type="search" value={query} onChange={(event) => setQuery(event.target.value)} /></label>
      <Accordion.Root type="multiple">{found ? rows.filter((_, index) => found[index]) : rows}</Accordion.Root>
    </section>
  );
}

const App = () => (
  <main className="page">
    <Top content={content} />
    <Questions />
    <Checklist remedies={content.remedies} Box={Box} Counter={Counter} />
    <Sources of={content.sources} />
  </main>
);

createRoot(document.getElementById("app")).render(<App />);

// The page in Preact: native disclosures, questions filtered in the render. Rows are made once, so that typing renders
// only what comes and goes; a tick renders its boxes and the counter.

import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import content from "content";
import { finder } from "../find.js";
import { Answer, Checklist, Sources, Text, Top } from "../parts.jsx";
import { ticks } from "../ticks.js";

const record = ticks(`preact:${content.id}`);
const find = finder(content);
const remedies = new Map(content.remedies.map((remedy) => [remedy.id, remedy]));

function useRecord(read) {
  const [value, set] = useState(read);
  useEffect(() => record.watch(() => set(read())), []);
  return value;
}

function Box({ id }) {
  const ticked = useRecord(() => record.has(id));
  return <input type="checkbox" name="remedy" value={id} checked={ticked} onChange={(event) => record.set(id, event.target.checked)} />;
}

function Counter() {
  const count = useRecord(record.count);
  return <p className="counter" role="status">{count} of {content.remedies.length} tried</p>;
}

const Question = ({ question }) => (
  <details className="question" id={question.id}>
    <summary><h3><Text of={question.question} /></h3></summary>
    <div className="answer"><Answer question={question} remedies={remedies} Box={Box} /></div>
  </details>
);

function Questions() {
  const [query, setQuery] = useState("");
  const rows = useMemo(() => content.questions.map((question) => <Question key={question.id} question={question} />), []);
  const found = query.trim() ? find(query) : null;
  return (
    <section>
      <h2>Questions</h2>
      <label className="search">Search the questions <input type="search" value={query} onInput={(event) => setQuery(event.target.value)} /></label>
      <div>{found ? rows.filter((_, index) => found[index]) : rows}</div>
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

render(<App />, document.getElementById("app"));

// Which questions have every word of a query, in the question or its answer: the same for every rival that has the
// document as data. (The widget folds accents too, marks what it finds and opens answers.)

const plain = (text) => (Array.isArray(text) ? text.map((span) => span.text ?? span.strong ?? span).join("") : (text ?? ""));

export const words = (query) => query.toLowerCase().split(/\s+/).filter(Boolean);

export function finder({ questions, remedies }) {
  const byId = new Map(remedies.map((remedy) => [remedy.id, remedy]));
  const ofRemedy = ({ label, detail, caution }) => [label, detail, caution];
  const ofBlock = ({ p, ul, ol, remedies }) => (p !== undefined ? [p] : (ul ?? ol ?? remedies.flatMap((id) => ofRemedy(byId.get(id)))));
  const texts = questions.map(({ question, note, answer }) =>
    [question, note, ...answer.flatMap(ofBlock)].map(plain).join("\n").toLowerCase(),
  );
  return (query) => {
    const wanted = words(query);
    return texts.map((text) => wanted.every((word) => text.includes(word)));
  };
}

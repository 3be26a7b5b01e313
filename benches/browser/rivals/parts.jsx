// What Preact's page and React's have in common: the document as elements. Each brings its own `Box`, a remedy's box that
// renders again when that remedy is ticked.

/** A text: words, or a list of words, links and strong words. */
export const Text = ({ of }) => (Array.isArray(of) ? of.map(span) : of);

// A string has a method `link`, so what is a string is asked first.
const span = (one, index) =>
  typeof one === "string" ? one : one.link ? <a key={index} href={one.link}>{one.text}</a> : <strong key={index}>{one.strong}</strong>;

export const Top = ({ content: { title, intro, urgent } }) => (
  <>
    <h1><Text of={title} /></h1>
    <p><Text of={intro} /></p>
    {urgent && (
      <section className="urgent">
        <h2><Text of={urgent.title} /></h2>
        {urgent.groups.map((group, index) => (
          <div key={index}>
            <p><strong><Text of={group.title} /></strong></p>
            <ul>{group.signs.map((sign, index) => <li key={index}><Text of={sign} /></li>)}</ul>
            <p><Text of={group.action} /></p>
          </div>
        ))}
      </section>
    )}
  </>
);

export const Remedies = ({ of, Box }) => (
  <ul className="remedies">
    {of.map(({ id, label, detail, caution }) => (
      <li key={id}>
        <label><Box id={id} /> <Text of={label} /></label>
        {detail && <p><Text of={detail} /></p>}
        {caution && <p className="caution"><Text of={caution} /></p>}
      </li>
    ))}
  </ul>
);

const List = ({ of }) => of.map((item, index) => <li key={index}><Text of={item} /></li>);

export const Answer = ({ question: { answer, note }, remedies, Box }) => (
  <>
    {answer.map((block, index) =>
      block.p !== undefined ? <p key={index}><Text of={block.p} /></p>
      : block.ul ? <ul key={index}><List of={block.ul} /></ul>
      : block.ol ? <ol key={index}><List of={block.ol} /></ol>
      : <Remedies key={index} of={block.remedies.map((id) => remedies.get(id))} Box={Box} />,
    )}
    {note && <p className="note"><Text of={note} /></p>}
  </>
);

export const Checklist = ({ remedies, Box, Counter }) => (
  <section className="checklist">
    <h2>Remedies to tick off</h2>
    <Counter />
    {[...new Set(remedies.map(({ area }) => area))].map((area) => (
      <fieldset key={area}>
        <legend><Text of={area} /></legend>
        <Remedies of={remedies.filter((remedy) => remedy.area === area)} Box={Box} />
      </fieldset>
    ))}
  </section>
);

export const Sources = ({ of }) => (
  <footer>
    <h2>Where this comes from</h2>
    <ul>
      {of.map(({ title, url }, index) => <li key={index}>{url ? <a href={url}><Text of={title} /></a> : <Text of={title} />}</li>)}
    </ul>
  </footer>
);

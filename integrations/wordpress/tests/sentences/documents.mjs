// The clinic's own document: what PHP makes of it is what the program makes of it.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { prerendered } from "../../build.mjs";
import { same, small } from "../world.mjs";

const keep = `$document = new Remedy_FAQ\\Content\\Document( $args['text'], array_keys( Remedy_FAQ\\Build::words() ) );
  if ( $document->faults() ) { return $document->faults(); }
  return Remedy_FAQ\\Store::keep( $document->valid(), 'document.json' );`;
const check = `return array_map( function ( $text ) { return ( new Remedy_FAQ\\Content\\Document( $text, array_keys( Remedy_FAQ\\Build::words() ) ) )->faults(); }, $args['texts'] );`;

/** Texts that break every rule of the format, and some that break none. */
function hostile(world) {
  const texts = JSON.parse(world.read("integrations/wordpress/tests/documents.json")).map((one) => (typeof one === "string" ? one : JSON.stringify(Array.isArray(one) ? one[0] : { ...small(), ...one })));
  texts.push(`${"[".repeat(127)}${"]".repeat(127)}`, `${"[".repeat(128)}${"]".repeat(128)}`, JSON.stringify(small()).replace('"schemaVersion":1', '"schemaVersion":1.0'));
  // Every character of those that are not seen, and their neighbours.
  const unseen = [0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x180e, 0x200b, 0x200f, 0x202a, 0x202e, 0x2060, 0x206f, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xe0000, 0xe007f];
  for (const code of new Set(unseen.flatMap((code) => [code - 1, code, code + 1]))) {
    const one = String.fromCodePoint(code);
    texts.push(JSON.stringify(small({ title: one, intro: [{ strong: one }, { link: `https://a${one}`, text: one }, "x"] })));
  }
  return [...texts, ...broken()];
}

/** Texts that are no JSON, each in another way, over several lines with characters of several bytes; and some that just are. */
function broken() {
  const values = ["tru", "trUe", "True", "nul", "fals", "-", "-x", "01", "-01", "1.", "1.x", ".5", "+1", "1e", "1e+", "1ex", "1x", "1e400", "-1e400", "1e-400", "0e9", "NaN", "'a'",
    '"', '"a', '"\\', '"\\x"', '"\\u12"', '"\\u12g4"', '"\\u', '"\\ud800"', '"\\ud800x"', '"\\ud800\\n"', '"\\ud800\\u0041"', '"\\udc00"', '"\\ud83d\\ude00"', '"\\ud83d',
    '"\\ud83d\\', '"\t"', '"\n"', '"\u007f"', "[", "[1", "[1,", "[1,]", "[,]", "[1 2]", "[1}", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}', "{a:1}", "{1:1}", '{"a":1 "b":2}', '{"a":1]',
    "]", "}", ":", ",", "/* a */ 1", "1 // a", "\u00a01", "\u000b", " \ufeff1", "\r\n"];
  const texts = values.flatMap((value) => [value, `${value} `, `{"title":"é \u{10348}",\r\n  "zz": ${value},\n "intro": "x"}`, `\n[[[${value}`]);
  const whole = [...JSON.stringify(small({ title: "ünï\n\u{10348}" }), null, 1)];
  for (let end = 0; end < whole.length; end += 3) texts.push(whole.slice(0, end).join(""), whole.toSpliced(end, 1).join(""));
  return texts;
}

/** What the program says of a text: its faults in lines, of which it tells ten. */
function asked(text) {
  const host = document.createElement("remedy-faq");
  const script = document.createElement("script");
  script.type = "application/json";
  script.textContent = text;
  host.append(script);
  host.setAttribute("loading", "eager");
  return new Promise((resolve) => {
    host.addEventListener("remedy-faq-ready", () => resolve([]), { once: true });
    host.addEventListener("remedy-faq-error", (event) => resolve(event.detail.message.split("\n  ").slice(1)), { once: true });
    document.body.append(host);
  }).finally(() => host.remove());
}

// The program lists the words' names in its own order.
const comparable = (line) => line.replace(/(the fields here are )(.*)/, (_, head, names) => head + names.split(", ").sort().join(", "));

/** Goes to a page, or one with this on it, without the program and with it: every element, attribute, text and place is the same. */
async function sameBothWays(world, written, what, look = () => {}) {
  const page = written.startsWith("http") ? written : await world.page(written);
  await world.fresh();
  await world.fallback(page);
  const [before] = await world.look();
  look(await world.visitor.run(() => document.querySelector("remedy-faq .rf").textContent));
  await world.fresh();
  await world.live(page);
  const [after] = await world.look();
  assert.ok(before.length > 50, `${what}: ${before.length} elements`);
  same(after, before, what);
}

/** HTML as a browser reads it: every element with its attributes, every text, every end. */
function parsed(pages) {
  const lines = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return [JSON.stringify(node.data)];
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
    return [`<${node.localName}${attributes.sort().join("")}>`, ...[...node.childNodes].flatMap(lines), `</${node.localName}>`];
  };
  return pages.map((html) => lines(new DOMParser().parseFromString(html, "text/html").body));
}

export default {
  async "PHP finds the same faults in a document as the program, in the same words"(world) {
    const texts = hostile(world);
    const found = await world.php(check, { texts });
    await world.live(await world.page("[remedy_faq]"));
    let refused = 0;
    let places = 0;
    for (const [at, text] of texts.entries()) {
      const ours = found[at].map(({ path, problem }) => comparable(path ? `${path}: ${problem}` : problem));
      // A browser tells the first ten of them.
      if (ours.length > 10) ours.splice(10, ours.length, "there are more faults; mend these first");
      const theirs = (await world.visitor.run(asked, text)).map(comparable);
      assert.deepEqual(ours, theirs, JSON.stringify(text).slice(0, 300));
      refused += theirs.length > 0;
      places += /^not JSON at line \d+ column \d+; /.test(theirs[0]);
    }
    assert.ok(places > 300 && refused > places + 60 && refused < texts.length - 10, `${places} are no JSON, ${refused} of ${texts.length} are refused`);
  },

  async "the fallback of the bundled document is, once parsed, what the build has prerendered"(world) {
    const ours = await world.php("return Remedy_FAQ\\Content\\Renderer::render( Remedy_FAQ\\Build::document( 'en' ), Remedy_FAQ\\Build::words() );");
    const [found, expected] = await world.visitor.run(parsed, [ours, prerendered()]);
    assert.ok(expected.length > 1000, `${expected.length} nodes`);
    same(found, expected, "the fallback");
  },

  async "PHP writes a day as browsers write it, in every language of the widget"(world) {
    const days = Array.from({ length: 12 }, (_, month) => `${2024 + month}-${String(month + 1).padStart(2, "0")}-${String(2 * month + 1).padStart(2, "0")}`);
    const tags = [...(await world.php("return Remedy_FAQ\\Build::languages();")), "es-MX"];
    assert.equal(tags.length, 5);
    const ours = await world.php("return array_map( function ( $tag ) use ( $args ) { return array_map( function ( $day ) use ( $tag ) { return Remedy_FAQ\\Content\\Language::date( $tag, $day ); }, $args['days'] ); }, $args['tags'] );", { tags, days });
    const theirs = await world.visitor.run((tags, days) => tags.map((tag) => days.map((day) => new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day)))), tags, days);
    assert.deepEqual(ours, theirs);
    assert.equal(await world.php("return Remedy_FAQ\\Content\\Language::date( 'fr', '2026-11-22' );"), "2026-11-22");
  },

  async "lang asks for the bundled questions in Spanish, with and without the program"(world) {
    await sameBothWays(world, '[remedy_faq lang="es-MX" open="all" heading_level="3" storage="session"]', "es-MX", (text) => {
      for (const words of ["Nudos musculares", "Sus marcas se quedan en esta pestaña", "leído el 22 de noviembre de 2026", "0 de 12 probados"]) assert.ok(text.includes(words), words);
      for (const words of ["Questions", "Link to this", "tried", "Back to top"]) assert.ok(!text.includes(words), words);
    });
  },

  async "a document in a language without words has those that lang asks for"(world) {
    const text = JSON.stringify(small({ lang: "fr", title: "Nœuds", strings: { top: "En haut" } }));
    assert.equal(await world.php(keep, { text }), true);
    const says = (...words) => (text) => words.forEach((words) => assert.ok(text.includes(words), `${words} in ${text}`));
    await sameBothWays(world, '[remedy_faq lang="de" heading_level="3" storage="none"]', "fr", says("Nœuds", "0 von 1 versucht", "Ihre Haken werden nicht aufbewahrt", "En haut"));
    await sameBothWays(world, '[remedy_faq heading_level="3"]', "en", says("Nœuds", "0 of 1 tried", "En haut"));
    // The document's own language comes first.
    assert.equal(await world.php(keep, { text: JSON.stringify(small({ lang: "es" })) }), true);
    await sameBothWays(world, '[remedy_faq lang="de" heading_level="3"]', "es in de", says("0 de 1 probados"));
    await world.php("return Remedy_FAQ\\Store::forget();");
  },

  async "the fallback of every example is what the program makes of it"(world) {
    await world.theme("twentytwentyone");
    const page = await world.page('[remedy_faq open="all" heading_level="3"]');
    const examples = readdirSync(`${world.root}/static/content/examples`).map((name) => `static/content/examples/${name}`);
    const texts = ["static/content/muscle-knots.es.json", ...examples].map((name) => [name, world.read(name)]);
    assert.equal(texts.length, 4);
    for (const [name, text] of [...texts, ["difficult", JSON.stringify(difficult())], ["long", JSON.stringify(long(51))], ["not quite long", JSON.stringify(long(50))]]) {
      assert.equal(await world.php(keep, { text }), true, name);
      await sameBothWays(world, page, name);
      assert.equal(await world.visitor.run(() => window.pwned), null);
    }
    await world.php("return Remedy_FAQ\\Store::forget();");
  },

  async "WordPress's filters change nothing in a document, in a shortcode and in a block"(world) {
    assert.equal(await world.php(keep, { text: JSON.stringify(difficult()) }), true);
    const texts = [];
    for (const written of ["[remedy_faq]", "<!-- wp:remedy-faq/widget /-->", "<!-- wp:shortcode -->[remedy_faq]<!-- /wp:shortcode -->"]) {
      await world.fresh();
      await world.fallback(await world.page(written));
      texts.push(await world.visitor.run(() => document.querySelector("remedy-faq .rf").textContent));
      await world.fresh();
      await world.live(await world.page(written));
      assert.equal(await world.visitor.run(() => document.querySelector("remedy-faq").shadowRoot.querySelector(".rf-title").textContent), difficult().title);
    }
    for (const text of texts) assert.equal(text, texts[0]);
    for (const part of [difficult().title, difficult().questions[0].answer[0].p]) assert.ok(texts[0].includes(part), `${part}\n${texts[0]}`);
    await world.php("return Remedy_FAQ\\Store::forget();");
  },

  async "after an update of the plugin the stored document is rendered once anew"(world) {
    assert.equal(await world.php(keep, { text: JSON.stringify(small()) }), true);
    const aged = "$option = get_option( 'remedy_faq' ); $option['document']['stamp'] = 'older'; $option['document']['html'] = '\"<section class=\\\\\"rf\\\\\">as it was</section>\"'; update_option( 'remedy_faq', $option );";
    await world.php(aged);
    const page = await world.page("[remedy_faq]");
    for (const time of ["first", "second"]) {
      const html = await (await fetch(page)).text();
      assert.ok(html.includes("Our questions</h2>") && !html.includes("as it was"), time);
      assert.notEqual(await world.php("return get_option( 'remedy_faq' )['document']['stamp'];"), "older");
    }
    await world.php("return Remedy_FAQ\\Store::forget();");
  },
};

/** A document with so many questions and remedies. */
function long(count) {
  const numbers = Array.from({ length: count }, (_, number) => number);
  return small({
    remedies: numbers.map((number) => ({ id: `remedy-${number}`, label: `Remedy ${number}`, area: number % 20 ? "Often" : "Seldom" })),
    questions: numbers.map((number) => ({ id: `why-${number}`, question: `Why ${number}?`, answer: [{ p: "Because." }, { remedies: [`remedy-${number}`] }] })),
  });
}

/** Texts that somebody will write, or that somebody means ill with. */
function difficult() {
  return small({
    id: "difficult",
    title: 'Tea & "toast" <script>window.pwned=1</script> &amp; [gallery] [remedy_faq]',
    intro: ["It's 2x4 -- see 8) and :) or :roll: ... ", { strong: "</script><img src=x onerror=window.pwned=1>" }, " “quoted” \u{10348} ", { link: "https://clinic.example/?a=1&b=\"2'", text: "a & b" }],
    reviewed: "2026-11-01",
    reviewer: "Dr. <b>X</b>",
    clinic: { name: "Clinic & Co", phone: "+1 555 0100", url: "https://clinic.example/" },
    sources: [{ title: "S" }, { title: ["T ", { strong: "U" }], url: "https://clinic.example/t", accessed: "2024-02-29" }],
    urgent: { title: "Now", groups: [{ title: "One" }, { title: "Two", signs: ["a", ["b ", { strong: "c" }]], action: "Call" }] },
    remedies: [
      { id: "tea", label: ["Hot ", { strong: "tea" }], caution: "Hot!" },
      { id: "7", label: "Seven", area: ["A ", { strong: "b" }] },
      { id: "bed", label: "Bed", detail: "Lie down.", area: ["A ", { strong: "b" }] },
      { id: "one", label: "One", area: "C" },
      { id: "two", label: "Two", area: ["C"] },
    ],
    questions: [
      { id: "why", question: "Why <i>?", note: "See [caption]x[/caption].", answer: [{ p: "Don't use \"x\" id=\"y\" name=\"rf.z\"; see 8-) or :D 3x3 & &lt;b&gt; http://clinic.example/" }, { ol: ["One", "Two"] }, { remedies: ["7", "tea"] }] },
      { id: "questions", question: ["A ", { strong: "bold" }, " one"], answer: [{ ul: [["x", { link: "tel:5550100", text: "call" }]] }] },
    ],
    strings: { progress: "{tried} von {{total}} & {mehr} {tried", kept: "Only <here>", note: "Achtung:", reviewedBy: "{reviewer} on {date}" },
  });
}

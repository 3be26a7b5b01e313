// The clinic's own document: what PHP makes of it is what the program makes of it.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { same, small } from "../world.mjs";

const keep = `$document = new Remedy_FAQ\\Content\\Document( $args['text'], array_keys( Remedy_FAQ\\Build::words() ) );
  if ( $document->faults() ) { return $document->faults(); }
  return Remedy_FAQ\\Store::keep( $document->valid(), 'document.json' );`;
const check = `return array_map( function ( $text ) { return ( new Remedy_FAQ\\Content\\Document( $text, array_keys( Remedy_FAQ\\Build::words() ) ) )->faults(); }, $args['texts'] );`;

/** Texts that break every rule of the format, and some that break none. */
function hostile(world) {
  const texts = JSON.parse(world.read("integrations/wordpress/tests/documents.json")).map((one) => (typeof one === "string" ? one : JSON.stringify(Array.isArray(one) ? one[0] : { ...small(), ...one })));
  texts.push(`${"[".repeat(200)}${"]".repeat(200)}`, JSON.stringify(small()).replace('"schemaVersion":1', '"schemaVersion":1.0'));
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

// The program lists the words' names in its own order; where JSON itself is broken, each parser has its own reason.
const comparable = (line) => (line.startsWith("not JSON") ? "not JSON" : line.replace(/(the fields here are )(.*)/, (_, head, names) => head + names.split(", ").sort().join(", ")));

export default {
  async "PHP finds the same faults in a document as the program, in the same words"(world) {
    const texts = hostile(world);
    const found = await world.php(check, { texts });
    await world.live(await world.page("[remedy_faq]"));
    let broken = 0;
    for (const [at, text] of texts.entries()) {
      const ours = found[at].map(({ path, problem }) => comparable(path ? `${path}: ${problem}` : problem)).slice(0, 10);
      const theirs = (await world.visitor.run(asked, text)).map(comparable);
      assert.deepEqual(ours, theirs, text.slice(0, 300));
      broken += theirs.length > 0;
    }
    assert.ok(broken > 40 && broken < texts.length, `${broken} of ${texts.length} are broken`);
  },

  async "the fallback of every example is what the program makes of it"(world) {
    await world.theme("twentytwentyone");
    const page = await world.page('[remedy_faq open="all" heading_level="3"]');
    const examples = readdirSync(`${world.root}/static/content/examples`).map((name) => `static/content/examples/${name}`);
    const texts = ["static/content/muscle-knots.es.json", ...examples].map((name) => [name, world.read(name)]);
    for (const [name, text] of [...texts, ["difficult", JSON.stringify(difficult())]]) {
      assert.equal(await world.php(keep, { text }), true, name);
      await world.fresh();
      await world.fallback(page);
      const [before] = await world.look();
      await world.fresh();
      await world.live(page);
      const [after] = await world.look();
      same(after, before, name);
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
    strings: { progress: "{tried} von {total} & {mehr}", kept: "Only <here>", note: "Achtung:", reviewedBy: "{reviewer} on {date}" },
  });
}

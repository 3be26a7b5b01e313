// The translation template of the plugin's own words (the editor's and the administrator's; a visitor's are the widget's): every
// text that a source gives to __() and the like, those of block.json, and those of the plugin's header. Nothing in it
// depends on when or where it was made.
//
// gettext's xgettext would be a tool more for every build, knows neither of the last two, and looks at no text domain. The
// sources are ours: what does not stand as it should stops the build.

const DOMAIN = "remedy-faq";
const CALLS = /(?<![\w$>:])(?:__|_e|_x|_ex|_n|_nx|_n_noop|_nx_noop|esc_(?:html|attr)(?:__|_e|_x))\s*\(/g;
const CALL = /(?:__|_e|esc_(?:html|attr)(?:__|_e))\( '((?:[^'\\]|\\['\\])+)', 'remedy-faq' \)/y;
const COMMENT = /\/\* (translators: (?:[^*]|\*(?!\/))+?) \*\//g;
const HEADER = { "Plugin Name": "Name of the plugin", Description: "Description of the plugin", Author: "Author of the plugin" };

/** `files`: the plugin's files by name, as text or Buffer. */
export function pot(files, version) {
  const entries = new Map();
  const add = (text, { context, note, place, format }) => {
    const key = `${context ?? ""}\u0004${text}`;
    if (!entries.has(key)) entries.set(key, { text, context, notes: new Set(), places: [], format });
    if (note) entries.get(key).notes.add(note);
    entries.get(key).places.push(place);
  };
  for (const name of Object.keys(files).sort()) {
    if (/^(?:build|assets)\//.test(name)) continue;
    const source = String(files[name]);
    if (name === `${DOMAIN}.php`) {
      for (const [field, what] of Object.entries(HEADER)) add(headerField(source, field), { note: what, place: name });
    }
    if (name.endsWith("/block.json")) for (const text of ofBlock(JSON.parse(source))) add(text.text, { ...text, place: name });
    if (/\.(?:php|js)$/.test(name)) for (const text of ofSource(source, name)) add(text.text, text);
  }
  return [head(version), ...[...entries.values()].map(written)].join("\n");
}

function headerField(source, field) {
  const found = source.match(new RegExp(`^ \\* ${field}: +(.+)$`, "m"));
  if (!found) throw new Error(`${DOMAIN}.php: its header has no ${field}`);
  return found[1];
}

// By the contexts that WordPress has for them (wp-includes/block-i18n.json).
function ofBlock({ title, description, keywords, textdomain }) {
  if (textdomain !== DOMAIN) throw new Error(`block.json: its textdomain is ${textdomain}`);
  const keyword = (text) => ({ text, context: "block keyword" });
  return [{ text: title, context: "block title" }, { text: description, context: "block description" }, ...keywords.map(keyword)];
}

function ofSource(source, name) {
  const comments = [...source.matchAll(COMMENT)].map((found) => ({ at: found.index, note: found[1] }));
  return [...source.matchAll(CALLS)].map(({ index }) => {
    const place = `${name}:${source.slice(0, index).split("\n").length}`;
    CALL.lastIndex = index;
    const found = CALL.exec(source);
    if (!found) throw new Error(`${place}: pot.mjs knows only __( 'text', '${DOMAIN}' ) and its like`);
    const text = found[1].replace(/\\(.)/g, "$1");
    if (!text.includes("%")) return { text, place };
    // What stands for the holes is told to translators, in the line before or in the same.
    const at = comments.findLastIndex((one) => one.at < index && source.slice(one.at, index).split("\n").length <= 2);
    if (at < 0) throw new Error(`${place}: no comment tells translators what ${text} is about`);
    return { text, place, note: comments.splice(at, 1)[0].note, format: name.endsWith(".php") ? "php-format" : "javascript-format" };
  });
}

function head(version) {
  return `# The words of the plugin Remedy FAQ, to be translated. Licensed as the plugin is: Apache-2.0 OR MIT.
msgid ""
msgstr ""
"Project-Id-Version: Remedy FAQ ${version}\\n"
"Report-Msgid-Bugs-To: \\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"
"Language-Team: LANGUAGE <LL@li.org>\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Domain: ${DOMAIN}\\n"
`;
}

function written({ text, context, notes, places, format }) {
  const quoted = (words) => `"${words.replace(/[\\"]/g, "\\$&")}"`;
  return [
    ...[...notes].map((note) => `#. ${note}`),
    ...places.map((place) => `#: ${place}`),
    ...(format ? [`#, ${format}`] : []),
    ...(context ? [`msgctxt ${quoted(context)}`] : []),
    `msgid ${quoted(text)}`,
    'msgstr ""',
    "",
  ].join("\n");
}

//! Makes wasm-bindgen's glue smaller and quicker: gives the functions that wasm and glue call of each other short names.
//! wasm-bindgen's have 40 to 150 characters, half of them a digest, which no compression takes away; only the two files
//! themselves ever say them.

/// Glue and wasm with short names, or as they are where they do not have the expected form.
pub fn names(glue: &str, wasm: &[u8]) -> (String, Vec<u8>) {
    shortened(glue, wasm).unwrap_or_else(|| (glue.to_owned(), wasm.to_vec()))
}

fn shortened(glue: &str, wasm: &[u8]) -> Option<(String, Vec<u8>)> {
    let (mut glue, mut out) = (glue.to_owned(), wasm.get(..8)?.to_vec());
    let mut taken = 0..;
    let mut reader = Reader { bytes: wasm, at: 8 };
    while reader.at < wasm.len() {
        let id = reader.byte()?;
        let size = reader.number()? as usize;
        let content = reader.take(size)?;
        let content = match id {
            IMPORTS => imports(content, &mut glue, &mut taken)?,
            EXPORTS => exports(content, &mut glue, &mut taken)?,
            _ => content.to_vec(),
        };
        out.push(id);
        number(&mut out, content.len() as u64);
        out.extend(content);
    }
    Some((glue.replace(GLUE_IMPORTS, "\"$\": import0"), out))
}

/// The glue with arrow functions where wasm-bindgen writes long ones; none of them has a `this`. One that hands on its
/// `arguments` has another function on the same line, and stays.
pub fn arrows(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    for line in glue.lines() {
        let arrow = arrow(line, ": function(", ": (").or_else(|| arrow(line, "handleError(function (", "handleError(("));
        out.push_str(&arrow.unwrap_or_else(|| line.to_owned()));
        out.push('\n');
    }
    out
}

/// The glue without two of its delays: a text of some length is encoded as a whole, and not tried letter by letter first; and
/// Yew, which asks of every element that it makes whether its parent is SVG or MathML, is told that it is not. Here none is.
pub fn quicker(glue: &str) -> String {
    glue.replace("for (; offset < len; offset++) {", "for (; len < 64 && offset < len; offset++) {")
        .replace("const ret = arg1.namespaceURI;", "const ret = undefined;")
}

/// The glue without what it repeats for each function that gives a text back, or that can throw; without what it does where a browser
/// is older than any that takes this program; and without that for after two gigabytes of texts.
pub fn plainer(glue: &str) -> String {
    let glue = given(glue, "isLikeNone(ret) ? 0 : ", "var");
    let glue = given(&glue, "", "const");
    let glue = glue.replace("function() { return handleError((", "catching((").replace("        }, arguments); },\n", "        }),\n");
    let glue = without(&glue, "if (!('encodeInto' in cachedTextEncoder)) {\n", "\n}\n");
    let glue = without(&glue, "    numBytesDecoded += bytes.length;\n", "    }\n");
    [HELPERS, &glue].concat()
}

const HELPERS: &str = "
function giveText(place, text) {
    const start = isLikeNone(text) ? 0 : passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    getDataViewMemory0().setInt32((place >>> 0) + 4, WASM_VECTOR_LEN, true);
    getDataViewMemory0().setInt32(place >>> 0, start, true);
}
function catching(f) {
    return (...given) => {
        try {
            return f(...given);
        } catch (error) {
            wasm.__wbindgen_exn_store(addToExternrefTable0(error));
        }
    };
}
";

/// The glue with a call for what hands a text to a place.
fn given(glue: &str, condition: &str, keyword: &str) -> String {
    let body = format!(
        "            {keyword} ptr1 = {condition}passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            {keyword} len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
"
    );
    glue.replace(&body, "            giveText(arg0, ret);\n")
}

/// The text without what stands from one mark to the end of another.
fn without(text: &str, start: &str, end: &str) -> String {
    let cut = text.split_once(start).and_then(|(before, rest)| Some([before, rest.split_once(end)?.1].concat()));
    cut.unwrap_or_else(|| text.to_owned())
}

/// The line with one function's head as an arrow's.
fn arrow(line: &str, head: &str, short: &str) -> Option<String> {
    let (before, rest) = line.split_once(head)?;
    let parameters = rest.strip_suffix(") {").filter(|parameters| !parameters.contains(')'))?;
    Some([before, short, parameters, ") => {"].concat())
}

/// The module that wasm imports from the glue, and how the glue has it.
const GLUE: &str = "./widget_bg.js";
const GLUE_IMPORTS: &str = "\"./widget_bg.js\": import0";

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const FUNCTION: u8 = 0;

fn imports(content: &[u8], glue: &mut String, taken: &mut std::ops::RangeFrom<u32>) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: content, at: 0 };
    let count = reader.number()?;
    let mut out = Vec::new();
    number(&mut out, count);
    for _ in 0..count {
        let module = reader.name()?;
        let field = reader.name()?;
        let kind = reader.byte()?;
        // wasm-bindgen imports functions alone; anything else is left to whoever meets it.
        let index = (kind == FUNCTION).then(|| reader.number()).flatten()?;
        let field = replace(glue, &field, taken);
        let module = if module == GLUE && glue.contains(GLUE_IMPORTS) { "$" } else { &module };
        for name in [module, &field] {
            number(&mut out, name.len() as u64);
            out.extend(name.as_bytes());
        }
        out.push(kind);
        number(&mut out, index);
    }
    Some(out)
}

fn exports(content: &[u8], glue: &mut String, taken: &mut std::ops::RangeFrom<u32>) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: content, at: 0 };
    let count = reader.number()?;
    let mut out = Vec::new();
    number(&mut out, count);
    for _ in 0..count {
        let name = reader.name()?;
        let kind = reader.byte()?;
        let index = reader.number()?;
        // Short names such as "memory" and "mount" are common words in the glue too.
        let name = if name.len() > 20 { replace(glue, &name, taken) } else { name };
        number(&mut out, name.len() as u64);
        out.extend(name.as_bytes());
        out.push(kind);
        number(&mut out, index);
    }
    Some(out)
}

/// Another name for `name`, in the glue as well; the same name where the glue does not have it as a word.
fn replace(glue: &mut String, name: &str, taken: &mut std::ops::RangeFrom<u32>) -> String {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$');
    let mut out = String::with_capacity(glue.len());
    let (mut rest, mut found) = (glue.as_str(), false);
    let short = format!("${}", taken.next().unwrap_or_default());
    while let Some(at) = rest.find(name) {
        let (before, from) = rest.split_at(at);
        let after = &from[name.len()..];
        let whole = !word(before.chars().next_back()) && !word(after.chars().next());
        found |= whole;
        out.push_str(before);
        out.push_str(if whole { &short } else { name });
        rest = after;
    }
    if !found {
        return name.to_owned();
    }
    out.push_str(rest);
    *glue = out;
    short
}

/// Reads the binary format of WebAssembly.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(taken)
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn name(&mut self) -> Option<String> {
        let length = self.number()? as usize;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }
}

fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

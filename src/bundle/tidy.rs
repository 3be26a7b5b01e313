//! Makes wasm-bindgen's glue plainer and quicker, by the text that it writes. What it writes in another way stays as it is.

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

//! Makes wasm-bindgen's glue smaller: gives the functions that wasm and glue call of each other short names.
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

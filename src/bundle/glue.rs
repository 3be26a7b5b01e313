//! Parts wasm-bindgen's glue as the program is parted: what only the second part imports stands in a module of its own.
//!
//! Knows the form in which wasm-bindgen writes; where that is another one, the build fails.

/// The glue's one object of imports.
const BEGIN: &str = "    const import0 = {\n        __proto__: null,\n";
const END: &str = "    };\n    return {\n";
/// Where that begins which compiles and starts the program.
const STARTING: &str = "let wasmModule, wasmInstance, wasm;\n";
/// Set by what hands texts and lists over, and read after it: the other module has to ask for it each time.
const LENGTH: &str = "WASM_VECTOR_LEN";

pub struct Glue {
    /// Without what starts the program; `lent` gives what the second part's imports use of it.
    pub first: String,
    /// A module whose `imports` makes them.
    pub more: String,
}

/// `first` are the names of what the program's first part imports. They stand in a list, and the program knows them by their places
/// in it: names are said twice, and are little else than what no compression takes away.
pub fn part(glue: &str, first: &[String]) -> Option<Glue> {
    let (glue, _) = glue.split_once(STARTING)?;
    let (head, rest) = glue.split_once(BEGIN)?;
    let (entries, tail) = rest.split_once(END)?;
    let (mut now, mut later) = (vec![String::new(); first.len()], String::new());
    let mut into = &mut later;
    for line in entries.lines() {
        // An entry's first line is indented by eight spaces, its last too.
        let named = line.strip_prefix("        ").filter(|rest| !rest.starts_with([' ', '}'])).and_then(|rest| rest.split_once(": "));
        let place = named.and_then(|(name, _)| first.iter().position(|one| one == name));
        let mut line = line;
        match (named, place) {
            (Some((_, entry)), Some(place)) => (into, line) = (&mut now[place], entry),
            (Some(_), None) => into = &mut later,
            (None, _) => {}
        }
        into.extend([line, "\n"]);
    }
    if now.iter().any(String::is_empty) {
        return None;
    }
    let defined = [head, tail].into_iter().flat_map(str::lines).filter_map(definition);
    let used: Vec<&str> = defined.chain(["wasm"]).filter(|name| *name != LENGTH && has_word(&later, name)).collect();
    let list = |pair: fn(usize, &str) -> String| -> String { used.iter().enumerate().map(|(at, name)| pair(at, name)).collect() };
    let lent = list(|at, name| format!("_{at}: {name}, "));
    let now = now.concat();
    let first = format!(
        "{head}    const import0 = [\n{now}    ];\n    return {{\n{tail}\nconst lent = () => ({{ {lent}length: () => {LENGTH} }});\n"
    );
    let later = later.replace(LENGTH, "length()");
    Some(Glue { first, more: format!("export const imports = ({{ {lent}length }}) => ({{\n{later}}});\n") })
}

/// What a line at the top level defines.
fn definition(line: &str) -> Option<&str> {
    let rest = ["function ", "let ", "const "].iter().find_map(|keyword| line.strip_prefix(keyword))?;
    rest.split(|c: char| !is_word(c)).next()
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(|c: char| is_word(c) || c == '.') && !text[at + word.len()..].starts_with(is_word))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::part;

    const GLUE: &str = "function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        $1: (arg0) => {
            get(arg0);
        },
        $2: function() { return handleError((arg0) => {
            const ret = pass(arg0.get, wasm.malloc);
            return WASM_VECTOR_LEN;
        }, arguments); },
    };
    return {
        __proto__: null,
        \"$\": import0,
    };
}

function get() {}
function pass() {}
let WASM_VECTOR_LEN = 0;
let wasmModule, wasmInstance, wasm;
export { __wbg_init as default };
";

    #[test]
    fn what_the_first_part_does_not_import_stands_apart() {
        let glue = part(GLUE, &["$1".to_owned()]).expect("it is wasm-bindgen's");
        assert!(
            glue.first.contains("import0 = [\n(arg0) => {\n            get(arg0);\n        },\n    ];\n    return {"),
            "{}",
            glue.first
        );
        assert!(!glue.first.contains("$2") && !glue.first.contains("wasmModule"), "{}", glue.first);
        assert!(glue.first.ends_with("const lent = () => ({ _0: pass, _1: wasm, length: () => WASM_VECTOR_LEN });\n"), "{}", glue.first);
        assert!(glue.more.starts_with("export const imports = ({ _0: pass, _1: wasm, length }) => ({\n        $2: "), "{}", glue.more);
        assert!(glue.more.contains("return length();"), "{}", glue.more);
    }

    #[test]
    fn the_first_part_s_stand_in_its_order_and_none_is_missing() {
        let names = |names: [&str; 2]| names.map(str::to_owned);
        let glue = part(GLUE, &names(["$2", "$1"])).expect("it is wasm-bindgen's");
        let at = |text: &str| glue.first.find(text).expect(text);
        assert!(at("function() { return handleError") < at("get(arg0);"), "{}", glue.first);
        assert!(part(GLUE, &names(["$1", "$3"])).is_none(), "an import that the glue lacks");
    }
}

//! The program in two parts: they do what it does whole, and the first can be had without the second.

use std::process::Command;

use remedy_faq::bundle::split::later::Later;
use remedy_faq::bundle::split::{When, split, without_names};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, MemArg, MemArgTarget, MemorySection, MemoryType, Module, NameMap, NameSection, RefType, TableSection, TableType,
    TypeSection, ValType,
};
use wasmparser::{Parser, Payload};

/// `now` adds 1, and 10 by way of `later`, which calls the glue, what `now` calls too, and something of its own. Each adds a
/// constant. The constant of `later` is the address of `aside`; `left` has an address that nobody uses.
const NAMES: [&str; 8] = ["glue", "now", "both", "later", "later's own", "left", "in the table", "aside"];

const FIRST_PLACE: i32 = 40;
const IN_THE_TABLE: i32 = FIRST_PLACE + 1;
const ASIDE: i32 = FIRST_PLACE + 3;
/// Between two that come later: what is written with those must leave it alone.
const NOWS_CONSTANT: i32 = 2045;
const LATERS_CONSTANT: i32 = 2052;
const LATERS_OTHER: i32 = 2040;
const NOBODYS_CONSTANT: i32 = 3000;

fn program() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    let mut imports = ImportSection::new();
    imports.import("./widget_bg.js", "glue", EntityType::Function(0));
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    let mut define = |calls: &[u32], constant: Option<i32>, mentions: &[i32], add: i32| {
        functions.function(0);
        let mut function = Function::new([]);
        let mut body = function.instructions();
        body.local_get(0);
        for call in calls {
            body.call(*call);
        }
        if let Some(address) = constant {
            body.i32_const(address).i32_load(MemArg { offset: 0, align: 2, target: MemArgTarget::Memory(0), ordering: None }).i32_add();
        }
        for number in mentions {
            body.i32_const(*number).drop();
        }
        // Long enough to be worth an export.
        for _ in 0..20 {
            body.i32_const(0).i32_add();
        }
        body.i32_const(add).i32_add().end();
        code.function(&function);
    };
    define(&[2, 3], Some(NOWS_CONSTANT), &[IN_THE_TABLE], 1);
    define(&[], None, &[], 100);
    define(&[0, 2, 4], Some(LATERS_CONSTANT), &[LATERS_OTHER], 10);
    define(&[], None, &[], 1000);
    define(&[], None, &[], 7);
    define(&[], None, &[], 10_000);
    define(&[], None, &[], 500);

    let mut tables = TableSection::new();
    tables.table(TableType { element_type: RefType::FUNCREF, table64: false, minimum: 64, maximum: None, shared: false });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let mut exports = ExportSection::new();
    exports.export("now", ExportKind::Func, 1).export("memory", ExportKind::Memory, 0).export("table", ExportKind::Table, 0);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(FIRST_PLACE), Elements::Functions(vec![5, 6, 3, 7].into()));
    let mut data = DataSection::new();
    for (address, value) in [(NOBODYS_CONSTANT, 9), (NOWS_CONSTANT, 5), (LATERS_CONSTANT, ASIDE), (LATERS_OTHER, -1)] {
        data.active(0, &ConstExpr::i32_const(address), value.to_le_bytes());
    }
    let mut names = NameMap::new();
    for (index, name) in NAMES.iter().enumerate() {
        names.append(index as u32, name);
    }
    let mut named = NameSection::new();
    named.functions(&names);

    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
    module.section(&exports).section(&elements).section(&code).section(&data).section(&named);
    module.finish()
}

fn when(name: &str) -> When {
    match name {
        "later" => When::Later,
        "left" => When::ByName,
        _ => When::Now,
    }
}

/// What JavaScript says of the program, whole and in its parts.
fn said(script: &str, wasm: &[(&str, &[u8])]) -> String {
    let mut source = "const glue = (n) => n + 100000; const js = { './widget_bg.js': { glue } };".to_owned();
    for (name, bytes) in wasm {
        source += &format!(
            "const {name} = new WebAssembly.Module(Uint8Array.of({}));",
            bytes.iter().map(|byte| format!("{byte},")).collect::<String>()
        );
    }
    let output = Command::new("node").args(["-e", &(source + script)]).output().expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

const IN_PARTS: &str = "
    let rest;
    const called = new Proxy({}, { get: (_, name) => (...given) => rest[name](...given) });
    const one = new WebAssembly.Instance(first, { ...js, more: called }).exports;
    const lent = new Proxy(one, { get: (one, name) => one[name] ?? one['=0'].get(-name) });
    const come = () => (rest = new WebAssembly.Instance(more, { ...js, first: lent }).exports);";

/// What `now` says of 1, each place of the table of 1, and the constants.
const ALL: &str = "
    const at = (place) => one.table.get(place)?.(1);
    const constant = (address) => new DataView(one.memory.buffer).getInt32(address, true);
    const all = () => [one.now(1), at(41), at(42), at(43), constant(2045), constant(2052), constant(2040), constant(3000)].join(' ');";

#[test]
fn in_two_parts_it_does_what_it_does_whole() {
    let program = program();
    let parts = split(&program, false, when).expect("it is a program");
    let whole = format!("const one = new WebAssembly.Instance(whole, js).exports; {ALL} console.log(all())");
    let parted = format!("{IN_PARTS} {ALL} come(); console.log(all())");
    let said_whole = said(&whole, &[("whole", &without_names(&program).expect("it is a program"))]);
    assert_eq!(said_whole, "101260 10001 101154 501 5 43 -1 9");
    assert_eq!(said(&parted, &[("first", &parts.first), ("more", &parts.more)]), said_whole);
}

#[test]
fn the_first_part_works_before_the_second_is_there() {
    let parts = split(&program(), false, when).expect("it is a program");
    let script = format!(
        "{IN_PARTS} {ALL} try {{ one.now(1) }} catch (error) {{
        console.log(error.name, at(41), one.table.get(40), one.table.get(43), constant(2045), constant(2052), constant(3000)) }}"
    );
    // Whose address only a later constant has, comes with it; what nobody seems to mention is there all the same.
    assert_eq!(said(&script, &[("first", &parts.first), ("more", &parts.more)]), "TypeError 10001 null null 5 0 9");
}

/// How many functions a part has of its own, and which modules it imports from.
fn contents(wasm: &[u8]) -> (u32, Vec<String>) {
    let (mut functions, mut imports) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.expect("it is a program") {
            Payload::FunctionSection(section) => functions = section.count(),
            Payload::ImportSection(section) => {
                imports = section.into_imports().map(|import| import.expect("it is an import").module.to_owned()).collect();
            }
            _ => {}
        }
    }
    (functions, imports)
}

#[test]
fn each_part_has_what_it_needs_and_no_more() {
    let parts = split(&program(), false, when).expect("it is a program");
    // `now`, `both` and what is in the table; nothing of the glue's, which the second part alone calls; nothing that is left behind.
    assert_eq!(contents(&parts.first), (3, vec!["more".to_owned()]));
    let shared = vec!["first".to_owned(); 3];
    // `later`, its own, and what is named by its constant.
    assert_eq!(contents(&parts.more), (3, [vec!["./widget_bg.js".to_owned()], shared].concat()));
}

#[test]
fn what_is_wanted_at_once_has_no_second_part_to_speak_of() {
    let parts = split(&program(), false, |_| When::Now).expect("it is a program");
    assert_eq!(contents(&parts.first).0, 6);
    // Nobody mentions its address; whoever gets at it by another way finds it there.
    assert_eq!(contents(&parts.more).0, 1);
}

#[test]
fn what_is_no_program_is_refused() {
    let refused = split(b"<!doctype html>", false, |_| When::Now).err().expect("it is a page");
    assert!(refused.contains("cannot be read"), "{refused}");
}

#[test]
fn a_function_is_known_by_its_name_in_whatever_build() {
    let mut later = Later::default();
    assert_eq!(later.when("<remedy_faq[f9431aa1b46df38b]::core::fhir::Writer>::items"), When::Later);
    assert_eq!(later.when("remedy_faq[f9431aa1b46df38b]::core::record::apply"), When::Now);
    // What merely handles its types is called from everywhere.
    assert_eq!(later.when("core[0123456789abcdef]::ptr::drop_in_place::<remedy_faq[f9431aa1b46df38b]::core::search::Index>"), When::Now);
    assert!(!later.unmet().any(|start| start.ends_with("fhir::")) && later.unmet().any(|start| start.ends_with("search::")));
}

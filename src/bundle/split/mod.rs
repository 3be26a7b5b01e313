//! Parts the program in two: what runs until the widget can be read, opened and ticked, and more, which is fetched when it is
//! wanted. Both share memory, table and globals, so to Rust it stays one program.
//!
//! A function that comes later stands in the first part as an import of the same type. The glue answers it with the function
//! itself once that is there (`static/more.js`). Whatever leads to one asks for it beforehand (`browser::Home::with_more`).

mod alike;
pub mod later;
mod program;
mod reach;
mod write;

use std::collections::BTreeSet;

use wasm_encoder::reencode;

use later::TABLES;
use program::{Constant, Program};

/// A function of the first part this small, in bytes, stands in the second once more: to lend it costs as much.
const SMALL: u64 = 30;

type Reencoding = reencode::Error<&'static str>;

/// When a function is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Now,
    Later,
    /// By nobody but the glue, and by name: where it is not exported, its place in the table is one that nobody knows.
    ByName,
}

pub struct Parts {
    pub first: Vec<u8>,
    pub more: Vec<u8>,
    /// The names of what the first part imports from the glue. Both parts ask for it by its place here.
    pub first_imports: Vec<String>,
}

/// Parts a program whose functions have names; `when` tells by its name when a function is wanted. What is called only by what is
/// wanted later comes later too.
///
/// `named` keeps the functions' names.
///
/// # Errors
/// What is no program, or not of the form that wasm-bindgen gives.
pub fn split(wasm: &[u8], named: bool, when: impl FnMut(&str) -> When) -> Result<Parts, String> {
    let program = Program::read(wasm).map_err(|error| format!("the program cannot be read: {error}"))?;
    let plan = Plan { named, ..program.plan(when) };
    let imports = program.imports.iter().zip(&plan.first_imports).filter(|(_, is_first)| **is_first);
    let first_imports = imports.map(|(import, _)| import.name.to_owned()).collect();
    let parts = program.first(&plan).and_then(|first| Ok(Parts { first, more: program.more(&plan)?, first_imports }));
    parts.map_err(|error| format!("the program cannot be parted: {error}"))
}

/// The program without the names of its functions.
pub fn without_names(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let program = Program::read(wasm).map_err(|error| format!("the program cannot be read: {error}"))?;
    program.first(&program.whole()).map_err(|error| format!("the program cannot be written: {error}"))
}

/// Where each function and constant stands.
struct Plan<'a> {
    /// In the first part, whole.
    first: Vec<bool>,
    /// In the second, whole; small ones can stand in both.
    more: Vec<bool>,
    /// In the first part as an import from the second.
    asked: Vec<u32>,
    /// Lent by the first part to the second, at the end of the table.
    lent: Vec<u32>,
    /// Whether their names are kept.
    named: bool,
    /// What each import from the glue is called: one of the first part by its place among those.
    import_names: Vec<String>,
    /// The imports from the glue that each part has.
    first_imports: Vec<bool>,
    more_imports: Vec<bool>,
    /// The constants that each part has.
    first_data: Vec<Constant<'a>>,
    more_data: Vec<Constant<'a>>,
}

impl<'a> Program<'a> {
    /// All of it in the first part.
    fn whole(&self) -> Plan<'a> {
        let all = vec![true; self.count()];
        Plan {
            first: all.clone(),
            more: vec![false; self.count()],
            asked: Vec::new(),
            lent: Vec::new(),
            named: false,
            import_names: self.imports.iter().map(|import| import.name.to_owned()).collect(),
            first_imports: all.clone(),
            more_imports: all,
            first_data: self.data.clone(),
            more_data: Vec::new(),
        }
    }

    fn plan(&self, when: impl FnMut(&str) -> When) -> Plan<'a> {
        let exported: Vec<u32> = self.exported().collect();
        let wanted = self.wanted(&exported, when);
        let is_now = |function: u32| wanted[function as usize] == When::Now;

        let mut all = self.nothing();
        self.reach(&mut all, 0..self.count() as u32, [], |_| true);
        // What nobody seems to mention may be reached in a way that is not seen here.
        let unseen = (0..self.data.len()).filter(|at| !all.constants[*at]);
        let mut first = self.nothing();
        self.reach(&mut first, exported.iter().copied(), unseen, is_now);

        let mut more = self.nothing();
        let rest = (0..self.count() as u32).filter(|function| !first.functions[*function as usize] && !self.is_import(*function));
        let rest = rest.filter(|function| wanted[*function as usize] != When::ByName);
        self.reach(&mut more, rest, [], |function| !first.functions[function as usize] && !self.is_import(function));
        let asked = in_order(self.reached(&first.functions).chain(exported).filter(|function| more.functions[*function as usize]));
        // What is small and in the first part stands in the second too, with what it calls in turn.
        let called: Vec<u32> = self.reached(&more.functions).collect();
        let is_small = |function: u32| self.body(function).is_some_and(|body| body.range().end - body.range().start <= SMALL);
        self.reach(&mut more, called, [], is_small);
        let lent =
            in_order(self.reached(&more.functions).filter(|function| !more.functions[*function as usize] && !self.is_import(*function)));

        let mut first_imports = self.imports_of(&first.functions);
        // An import can have an address, or be exported again.
        (0..self.imports.len()).for_each(|import| first_imports[import] |= first.functions[import]);
        let is_later = |at: usize| {
            let is_told = TABLES.iter().any(|table| self.data[at].name.ends_with(table));
            more.constants[at] && (!first.constants[at] || is_told)
        };
        let data = |wanted: &dyn Fn(usize) -> bool| (0..self.data.len()).filter(|at| wanted(*at)).map(|at| self.data[at]).collect();
        Plan {
            asked,
            lent,
            named: false,
            import_names: self.import_names(&first_imports),
            first_imports,
            more_imports: self.imports_of(&more.functions),
            first_data: data(&|at| !is_later(at)),
            more_data: data(&is_later),
            first: first.functions,
            more: more.functions,
        }
    }

    /// When each function is wanted. What the glue calls by name stays, and so does what anything calls.
    fn wanted(&self, exported: &[u32], mut when: impl FnMut(&str) -> When) -> Vec<When> {
        let mut wanted = vec![When::Now; self.count()];
        for (function, name) in &self.names {
            if !self.is_import(*function) && !exported.contains(function) {
                wanted[*function as usize] = when(name);
            }
        }
        for called in self.calls.iter().flatten() {
            let called = &mut wanted[*called as usize];
            if *called == When::ByName {
                *called = When::Now;
            }
        }
        wanted
    }

    /// What the functions of a part call.
    fn reached<'p>(&'p self, part: &'p [bool]) -> impl Iterator<Item = u32> + 'p {
        self.calls.iter().zip(part).filter(|(_, is_in)| **is_in).flat_map(|(calls, _)| calls.iter().copied())
    }

    /// A number for each import of the first part, and the others as they are.
    fn import_names(&self, first: &[bool]) -> Vec<String> {
        let mut places = 0..;
        let mut name = |is_first: bool| if is_first { places.next() } else { None };
        self.imports
            .iter()
            .zip(first)
            .map(|(import, is_first)| name(*is_first).map_or_else(|| import.name.to_owned(), |place: u32| place.to_string()))
            .collect()
    }

    /// Which imports from the glue they call.
    fn imports_of(&self, part: &[bool]) -> Vec<bool> {
        let mut used = vec![false; self.imports.len()];
        self.reached(part).filter(|function| self.is_import(*function)).for_each(|function| used[function as usize] = true);
        used
    }
}

fn in_order(functions: impl Iterator<Item = u32>) -> Vec<u32> {
    functions.collect::<BTreeSet<u32>>().into_iter().collect()
}

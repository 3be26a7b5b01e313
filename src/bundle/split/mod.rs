//! Parts the program in two: what runs until the widget can be read, opened and ticked, and more, which is fetched when it is
//! wanted. Both share memory, table and globals, so to Rust it stays one program.
//!
//! A function that comes later stands in the first part as an import of the same type. The glue answers it with the function
//! itself once that is there (`static/more.js`). Whatever leads to one asks for it beforehand (`browser::Home::with_more`).

pub mod later;
mod program;
mod write;

use std::collections::{BTreeSet, HashSet};

use wasm_encoder::reencode;

use program::Program;

/// A function of the first part this small, in bytes, stands in the second once more: an export costs as much.
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
    let plan = Plan { named, ..program.plan(when)? };
    let parts = program.first(&plan).and_then(|first| Ok(Parts { first, more: program.more(&plan)? }));
    parts.map_err(|error| format!("the program cannot be parted: {error}"))
}

/// The program without the names of its functions.
pub fn without_names(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let program = Program::read(wasm).map_err(|error| format!("the program cannot be read: {error}"))?;
    let all = Plan::whole(program.count());
    program.first(&all).map_err(|error| format!("the program cannot be written: {error}"))
}

/// Where each function stands.
struct Plan {
    /// In the first part, whole.
    first: Vec<bool>,
    /// In the second, whole; small ones can stand in both.
    more: Vec<bool>,
    /// In the first part as an import from the second.
    asked: Vec<u32>,
    /// Exported by the first part for the second.
    lent: Vec<u32>,
    /// In neither part: their addresses are not known to anyone.
    unknown: HashSet<u32>,
    /// Whether their names are kept.
    named: bool,
    /// The imports from the glue that each part has.
    first_imports: Vec<bool>,
    more_imports: Vec<bool>,
}

impl Plan {
    fn whole(count: usize) -> Self {
        let all = vec![true; count];
        Self {
            first: all.clone(),
            more: vec![false; count],
            asked: Vec::new(),
            lent: Vec::new(),
            unknown: HashSet::new(),
            named: false,
            first_imports: all.clone(),
            more_imports: all,
        }
    }
}

impl Program<'_> {
    fn plan(&self, when: impl FnMut(&str) -> When) -> Result<Plan, String> {
        let (exported, addressed) = self.roots().map_err(|error| error.to_string())?;
        let wanted = self.wanted(&exported, when);
        let is = |function: u32, when: When| wanted[function as usize] == when;
        let unknown: HashSet<u32> = addressed.iter().copied().filter(|function| is(*function, When::ByName)).collect();
        let roots: Vec<u32> = exported.into_iter().chain(addressed).filter(|function| !unknown.contains(function)).collect();

        let mut first = vec![false; self.count()];
        self.spread(&mut first, roots.iter().copied(), |function| !is(function, When::Later));
        let is_more = |function: u32| !first[function as usize] && !self.is_import(function) && !unknown.contains(&function);
        let mut more: Vec<bool> = (0..self.count() as u32).map(is_more).collect();
        let asked = in_order(self.reached(&first).chain(roots).filter(|function| more[*function as usize]));
        // What is small and in the first part stands in the second too, with what it calls in turn.
        let called: Vec<u32> = self.reached(&more).collect();
        self.spread(&mut more, called, |function| self.body(function).is_some_and(|body| body.range().end - body.range().start <= SMALL));
        let lent = in_order(self.reached(&more).filter(|function| !more[*function as usize] && !self.is_import(*function)));

        let mut first_imports = self.imports_of(&first);
        // An import can have an address, or be exported again.
        (0..self.imports.len()).for_each(|import| first_imports[import] |= first[import]);
        Ok(Plan { more_imports: self.imports_of(&more), first_imports, first, more, asked, lent, unknown, named: false })
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

    /// Puts into a part these functions and all that they call in turn, as far as they may.
    fn spread(&self, part: &mut [bool], from: impl IntoIterator<Item = u32>, may: impl Fn(u32) -> bool) {
        let mut open: Vec<u32> = from.into_iter().collect();
        while let Some(function) = open.pop() {
            if may(function) && !std::mem::replace(&mut part[function as usize], true) {
                open.extend(&self.calls[function as usize]);
            }
        }
    }

    /// What the functions of a part call.
    fn reached<'p>(&'p self, part: &'p [bool]) -> impl Iterator<Item = u32> + 'p {
        self.calls.iter().zip(part).filter(|(_, is_in)| **is_in).flat_map(|(calls, _)| calls.iter().copied())
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

//! Writes the two parts of a program.

use std::collections::HashMap;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, FunctionSection, ImportSection,
    Module, NameMap, NameSection, RawSection, SectionId, TableSection, TableType,
};

use super::alike;
use super::program::{Constant, Program};
use super::{Plan, Reencoding};

/// So many zeros in a row are written out among constants: to begin anew after them costs as much.
const NEAR: u32 = 8;

/// The modules under which each part imports what is in the other.
const MORE: &str = "more";
const FIRST: &str = "first";

impl Program<'_> {
    pub fn first(&self, plan: &Plan<'_>) -> Result<Vec<u8>, Reencoding> {
        let mut out = Out::default();
        for (index, import) in self.imports.iter().enumerate().filter(|(index, _)| plan.first_imports[*index]) {
            out.import(index as u32, import.module, &plan.import_names[index], self.type_of(index as u32)?);
        }
        for (place, function) in plan.asked.iter().enumerate() {
            out.import(*function, MORE, &short(place), self.type_of(*function)?);
        }
        self.define(&plan.first, &mut out)?;
        let mut exports = ExportSection::new();
        for export in &self.exports {
            out.places.parse_export(&mut exports, *export)?;
        }
        if !plan.lent.is_empty() || !plan.asked.is_empty() {
            self.shared(|kind, index, name| {
                exports.export(&name, kind, index);
            });
        }
        // What is lent stands at the end of the table: an export of each, with a name, is four times as large.
        let mut places: Vec<(u32, u32)> = self.table.iter().map(|(place, function)| (*place, *function)).collect();
        places.extend((self.own_places()..).zip(plan.lent.iter().copied()));
        let elements = filled(places.into_iter(), &out);
        let mut module = Module::new();
        self.raw(&mut module, SectionId::Type);
        module.section(&out.imports).section(&out.functions).section(&self.tables(plan, &mut out.places)?);
        for id in [SectionId::Memory, SectionId::Global] {
            self.raw(&mut module, id);
        }
        module.section(&exports).section(&elements).section(&out.code).section(&written(&plan.first_data, &[]));
        out.name(&mut module, plan);
        Ok(module.finish())
    }

    pub fn more(&self, plan: &Plan<'_>) -> Result<Vec<u8>, Reencoding> {
        let mut out = Out::default();
        for (index, import) in self.imports.iter().enumerate().filter(|(index, _)| plan.more_imports[*index]) {
            out.import(index as u32, import.module, &plan.import_names[index], self.type_of(index as u32)?);
        }
        for (place, function) in (self.own_places()..).zip(&plan.lent) {
            out.import(*function, FIRST, &format!("-{place}"), self.type_of(*function)?);
        }
        let mut names = Vec::new();
        self.shared(|_, _, name| names.push(name));
        let mut names = names.iter();
        let mut next = || names.next().map_or("", String::as_str);
        for table in &self.tables {
            // At least as large as it is named here; how much larger is the first part's affair.
            out.imports.import(FIRST, next(), TableType { maximum: None, ..out.places.table_type(*table)? });
        }
        for memory in &self.memories {
            out.imports.import(FIRST, next(), out.places.memory_type(*memory)?);
        }
        for global in &self.globals {
            out.imports.import(FIRST, next(), out.places.global_type(*global)?);
        }
        self.define(&plan.more, &mut out)?;
        let mut exports = ExportSection::new();
        for (place, function) in plan.asked.iter().enumerate() {
            exports.export(&short(place), ExportKind::Func, out.places.function_index(*function)?);
        }
        let is_ours = |function: u32| plan.more[function as usize] && !plan.first[function as usize];
        let places = self.table.iter().filter(|(_, function)| is_ours(**function)).map(|(place, function)| (*place, *function));
        let elements = filled(places, &out);
        let mut module = Module::new();
        self.raw(&mut module, SectionId::Type);
        module.section(&out.imports).section(&out.functions).section(&exports).section(&elements).section(&out.code);
        module.section(&written(&plan.more_data, &plan.first_data));
        out.name(&mut module, plan);
        Ok(module.finish())
    }

    /// How many places the table of functions has for what the program itself looks for there.
    fn own_places(&self) -> u32 {
        self.tables.first().map_or(0, |table| table.initial as u32)
    }

    /// The tables of the first part, with room for what is lent, and without a limit, of which the second would have to know.
    fn tables(&self, plan: &Plan<'_>, places: &mut Places) -> Result<TableSection, Reencoding> {
        let mut section = TableSection::new();
        for (index, table) in self.tables.iter().enumerate() {
            let more = if index == 0 { plan.lent.len() as u64 } else { 0 };
            let table = places.table_type(*table)?;
            section.table(TableType { minimum: table.minimum + more, maximum: None, ..table });
        }
        Ok(section)
    }

    /// Names what both parts share besides functions.
    fn shared(&self, mut name: impl FnMut(ExportKind, u32, String)) {
        let kinds =
            [(ExportKind::Table, self.tables.len()), (ExportKind::Memory, self.memories.len()), (ExportKind::Global, self.globals.len())];
        let each = kinds.into_iter().flat_map(|(kind, count)| (0..count as u32).map(move |index| (kind, index)));
        for (place, (kind, index)) in each.enumerate() {
            name(kind, index, format!("={place}"));
        }
    }

    /// Writes the functions of a part.
    fn define(&self, part: &[bool], out: &mut Out) -> Result<(), Reencoding> {
        let meant: Vec<usize> = (self.imports.len()..self.count()).filter(|function| part[*function]).collect();
        let meant = alike::in_order(&meant, |function| self.bodies[function - self.imports.len()].as_bytes());
        for &function in &meant {
            let name = self.names.get(&(function as u32));
            out.define(function as u32, self.type_of(function as u32)?, name.copied().unwrap_or_default());
        }
        for function in meant {
            out.places.parse_function_body(&mut out.code, self.bodies[function - self.imports.len()].clone())?;
        }
        Ok(())
    }

    /// A section as it stood, if there is one.
    fn raw(&self, module: &mut Module, wanted: SectionId) {
        if let Some((_, data)) = self.sections.iter().find(|(id, _)| *id == wanted) {
            module.section(&RawSection { id: wanted.into(), data });
        }
    }
}

/// Fills the table with those of these functions that the part has.
fn filled(places: impl Iterator<Item = (u32, u32)>, out: &Out) -> ElementSection {
    let mut rows: Vec<(u32, Vec<u32>)> = Vec::new();
    for (place, function) in places {
        let Some(index) = out.places.0.get(&function) else { continue };
        match rows.last_mut() {
            Some((start, row)) if *start + row.len() as u32 == place => row.push(*index),
            _ => rows.push((place, vec![*index])),
        }
    }
    let mut section = ElementSection::new();
    for (start, row) in rows {
        section.active(None, &ConstExpr::i32_const(start.cast_signed()), Elements::Functions(row.into()));
    }
    section
}

/// The constants of a part, without what is zero anyway. `others` are in memory by then, and stay.
fn written(constants: &[Constant<'_>], others: &[Constant<'_>]) -> DataSection {
    let is_free = |from: u32, to: u32| {
        let next = others.partition_point(|other| other.end() <= from);
        others.get(next).is_none_or(|other| other.start >= to)
    };
    let end = |start: u32, bytes: &Vec<u8>| start + bytes.len() as u32;
    let mut pieces: Vec<(u32, Vec<u8>)> = Vec::new();
    let bytes = constants.iter().flat_map(|constant| (constant.start..).zip(constant.bytes));
    for (address, byte) in bytes.filter(|(_, byte)| **byte != 0) {
        match pieces.last_mut() {
            Some((start, bytes)) if address - end(*start, bytes) <= NEAR && is_free(end(*start, bytes), address) => {
                bytes.resize((address - *start) as usize, 0);
                bytes.push(*byte);
            }
            _ => pieces.push((address, vec![*byte])),
        }
    }
    let mut section = DataSection::new();
    for (start, bytes) in pieces {
        section.active(0, &ConstExpr::i32_const(start.cast_signed()), bytes);
    }
    section
}

/// The functions of a part while it is written.
#[derive(Default)]
struct Out {
    imports: ImportSection,
    functions: FunctionSection,
    code: CodeSection,
    names: NameMap,
    places: Places,
}

/// Where each function of the program stands in the part.
#[derive(Default)]
struct Places(HashMap<u32, u32>);

impl Places {
    fn next(&mut self, function: u32) {
        self.0.insert(function, self.0.len() as u32);
    }
}

impl Reencode for Places {
    type Error = &'static str;

    fn function_index(&mut self, function: u32) -> Result<u32, Reencoding> {
        self.0.get(&function).copied().ok_or(Error::UserError("a function is called that has no place in this part"))
    }
}

impl Out {
    fn import(&mut self, function: u32, module: &str, name: &str, type_index: u32) {
        self.imports.import(module, name, EntityType::Function(type_index));
        self.places.next(function);
    }

    fn define(&mut self, function: u32, type_index: u32, name: &str) {
        self.functions.function(type_index);
        self.names.append(self.places.0.len() as u32, name);
        self.places.next(function);
    }

    /// The functions' names, where they are wanted.
    fn name(&self, module: &mut Module, plan: &Plan<'_>) {
        if plan.named {
            let mut names = NameSection::new();
            names.functions(&self.names);
            module.section(&names);
        }
    }
}

/// A short name for each place in a list; none is one of wasm-bindgen's.
fn short(place: usize) -> String {
    format!("-{place}")
}

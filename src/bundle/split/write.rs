//! Writes the two parts of a program.

use std::collections::HashMap;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ElementSection, EntityType, ExportKind, ExportSection, FunctionSection, ImportSection, Module, NameMap, NameSection,
    RawSection, SectionId,
};

use super::program::Program;
use super::{Plan, Reencoding};

/// The modules under which each part imports what is in the other.
const MORE: &str = "more";
const FIRST: &str = "first";

impl Program<'_> {
    pub fn first(&self, plan: &Plan) -> Result<Vec<u8>, Reencoding> {
        let mut out = Out::default();
        for (index, import) in self.imports.iter().enumerate().filter(|(index, _)| plan.first_imports[*index]) {
            out.import(index as u32, import.module, import.name, self.type_of(index as u32)?);
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
        for (place, function) in plan.lent.iter().enumerate() {
            exports.export(&short(place), ExportKind::Func, out.places.function_index(*function)?);
        }
        // The place in the table stays taken, by whatever function.
        out.places.0.extend(plan.unknown.iter().map(|function| (*function, 0)));
        let mut elements = ElementSection::new();
        for element in &self.elements {
            out.places.parse_element(&mut elements, element.clone())?;
        }

        let mut module = Module::new();
        self.raw(&mut module, SectionId::Type);
        module.section(&out.imports).section(&out.functions);
        for id in [SectionId::Table, SectionId::Memory, SectionId::Global] {
            self.raw(&mut module, id);
        }
        module.section(&exports).section(&elements);
        self.raw(&mut module, SectionId::DataCount);
        module.section(&out.code);
        self.raw(&mut module, SectionId::Data);
        out.name(&mut module, plan);
        Ok(module.finish())
    }

    pub fn more(&self, plan: &Plan) -> Result<Vec<u8>, Reencoding> {
        let mut out = Out::default();
        for (index, import) in self.imports.iter().enumerate().filter(|(index, _)| plan.more_imports[*index]) {
            out.import(index as u32, import.module, import.name, self.type_of(index as u32)?);
        }
        for (place, function) in plan.lent.iter().enumerate() {
            out.import(*function, FIRST, &short(place), self.type_of(*function)?);
        }
        let mut names = Vec::new();
        self.shared(|_, _, name| names.push(name));
        let mut names = names.iter();
        let mut next = || names.next().map_or("", String::as_str);
        for table in &self.tables {
            out.imports.import(FIRST, next(), out.places.table_type(*table)?);
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
        let mut module = Module::new();
        self.raw(&mut module, SectionId::Type);
        module.section(&out.imports).section(&out.functions).section(&exports).section(&out.code);
        out.name(&mut module, plan);
        Ok(module.finish())
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

    /// Writes the functions of a part, in their order, which compresses well.
    fn define(&self, part: &[bool], out: &mut Out) -> Result<(), Reencoding> {
        let meant = || (self.imports.len()..self.count()).filter(|function| part[*function]);
        for function in meant() {
            let name = self.names.get(&(function as u32));
            out.define(function as u32, self.type_of(function as u32)?, name.copied().unwrap_or_default());
        }
        for function in meant() {
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
    fn name(&self, module: &mut Module, plan: &Plan) {
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

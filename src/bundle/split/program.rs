//! Reads a program: its functions, their names, and what each calls.

use std::collections::HashMap;

use wasm_encoder::SectionId;
use wasm_encoder::reencode::Error;
use wasmparser::{BinaryReaderError, ElementItems, Export, ExternalKind, FunctionBody, Import, Name, Operator, Parser, Payload, TypeRef};

use super::Reencoding;

/// A program as wasm-bindgen and wasm-opt leave it.
#[derive(Default)]
pub struct Program<'a> {
    pub sections: Vec<(SectionId, &'a [u8])>,
    pub imports: Vec<Import<'a>>,
    /// The type of each function that is no import.
    pub types: Vec<u32>,
    pub tables: Vec<wasmparser::TableType>,
    pub memories: Vec<wasmparser::MemoryType>,
    pub globals: Vec<wasmparser::GlobalType>,
    pub exports: Vec<Export<'a>>,
    pub elements: Vec<wasmparser::Element<'a>>,
    pub bodies: Vec<FunctionBody<'a>>,
    pub names: HashMap<u32, &'a str>,
    /// What each function calls or takes the address of.
    pub calls: Vec<Vec<u32>>,
}

impl<'a> Program<'a> {
    pub fn read(wasm: &'a [u8]) -> Result<Self, BinaryReaderError> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            if let Some((id, range)) = payload.as_section()
                && let Some(id) = raw(id)
            {
                program.sections.push((id, &wasm[range.start as usize..range.end as usize]));
            }
            match payload {
                Payload::ImportSection(section) => program.imports = section.into_imports().collect::<Result<_, _>>()?,
                Payload::FunctionSection(section) => program.types = section.into_iter().collect::<Result<_, _>>()?,
                Payload::TableSection(section) => {
                    program.tables = section.into_iter().map(|table| table.map(|table| table.ty)).collect::<Result<_, _>>()?;
                }
                Payload::MemorySection(section) => program.memories = section.into_iter().collect::<Result<_, _>>()?,
                Payload::GlobalSection(section) => {
                    program.globals = section.into_iter().map(|global| global.map(|global| global.ty)).collect::<Result<_, _>>()?;
                }
                Payload::ExportSection(section) => program.exports = section.into_iter().collect::<Result<_, _>>()?,
                Payload::ElementSection(section) => program.elements = section.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => program.bodies.push(body),
                Payload::CustomSection(section) => {
                    if let wasmparser::KnownCustom::Name(names) = section.as_known() {
                        for part in names {
                            let Name::Function(names) = part? else { continue };
                            for name in names {
                                let name = name?;
                                program.names.insert(name.index, name.name);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        program.calls = vec![Vec::new(); program.imports.len()];
        for body in &program.bodies {
            let mut calls = Vec::new();
            for operator in body.get_operators_reader()? {
                if let Operator::Call { function_index } | Operator::RefFunc { function_index } = operator? {
                    calls.push(function_index);
                }
            }
            program.calls.push(calls);
        }
        Ok(program)
    }

    /// How many functions there are, imports included.
    pub fn count(&self) -> usize {
        self.calls.len()
    }

    pub fn is_import(&self, function: u32) -> bool {
        (function as usize) < self.imports.len()
    }

    pub fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get((function as usize).checked_sub(self.imports.len())?)
    }

    pub fn type_of(&self, function: u32) -> Result<u32, Reencoding> {
        match self.imports.get(function as usize) {
            Some(Import { ty: TypeRef::Func(index), .. }) => Ok(*index),
            Some(_) => Err(Error::UserError("something other than a function is imported")),
            None => Ok(self.types[function as usize - self.imports.len()]),
        }
    }

    /// The functions that are exported, and those that have an address.
    pub fn roots(&self) -> Result<(Vec<u32>, Vec<u32>), BinaryReaderError> {
        let exported = self.exports.iter().filter(|export| export.kind == ExternalKind::Func).map(|export| export.index).collect();
        let mut addressed = Vec::new();
        for element in &self.elements {
            if let ElementItems::Functions(functions) = &element.items {
                for function in functions.clone() {
                    addressed.push(function?);
                }
            }
        }
        Ok((exported, addressed))
    }
}

/// The sections that go over as they are.
fn raw(id: u8) -> Option<SectionId> {
    [SectionId::Type, SectionId::Table, SectionId::Memory, SectionId::Global, SectionId::DataCount, SectionId::Data]
        .into_iter()
        .find(|section| u8::from(*section) == id)
}

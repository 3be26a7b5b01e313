//! Reads a program: its functions, their names, and what each calls.

use std::collections::{BTreeMap, HashMap};

use wasm_encoder::SectionId;
use wasm_encoder::reencode::Error;
use wasmparser::{
    ConstExpr, Data, DataKind, Element, ElementItems, ElementKind, Export, ExternalKind, FunctionBody, Import, Name, Operator, Parser,
    Payload, TypeRef,
};

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
    /// The functions that have an address, by it: their place in the one table of functions.
    pub table: BTreeMap<u32, u32>,
    pub bodies: Vec<FunctionBody<'a>>,
    pub names: HashMap<u32, &'a str>,
    /// What each function calls or takes the address of.
    pub calls: Vec<Vec<u32>>,
    /// What stands in memory from the start, in the order of the addresses.
    pub data: Vec<Constant<'a>>,
    /// The numbers in each function that may be addresses.
    pub numbers: Vec<Vec<Number>>,
}

/// A piece of memory that is filled when the program starts.
#[derive(Debug, Clone, Copy)]
pub struct Constant<'a> {
    /// As the linker has it, mangled; empty where it has none.
    pub name: &'a str,
    pub start: u32,
    pub bytes: &'a [u8],
}

/// A number in a function that may be an address.
#[derive(Debug, Clone, Copy)]
pub enum Number {
    Plain(u32),
    /// The fixed part of the address of a load or store, to which something is added.
    Offset(u32),
}

impl<'a> Program<'a> {
    pub fn read(wasm: &'a [u8]) -> Result<Self, Reencoding> {
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
                Payload::ElementSection(section) => {
                    for element in section {
                        program.table.extend(places(&element?)?);
                    }
                }
                Payload::DataSection(section) => {
                    for data in section {
                        program.data.push(Constant::of(&data?)?);
                    }
                }
                Payload::CodeSectionEntry(body) => program.bodies.push(body),
                Payload::CustomSection(section) => {
                    if let wasmparser::KnownCustom::Name(names) = section.as_known() {
                        for part in names {
                            match part? {
                                Name::Function(names) => {
                                    for name in names {
                                        let name = name?;
                                        program.names.insert(name.index, name.name);
                                    }
                                }
                                Name::Data(names) => {
                                    for name in names {
                                        let name = name?;
                                        if let Some(constant) = program.data.get_mut(name.index as usize) {
                                            constant.name = name.name;
                                        }
                                    }
                                }
                                _ => {}
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        program.data.sort_by_key(|constant| constant.start);
        program.calls = vec![Vec::new(); program.imports.len()];
        program.numbers = vec![Vec::new(); program.imports.len()];
        for body in &program.bodies {
            let (mut calls, mut numbers) = (Vec::new(), Vec::new());
            let mut operators = body.get_operators_reader()?;
            while !operators.eof() {
                match operators.read()? {
                    Operator::Call { function_index } | Operator::RefFunc { function_index } => calls.push(function_index),
                    Operator::I32Const { value } => numbers.push(Number::Plain(value.cast_unsigned())),
                    Operator::MemoryInit { .. } | Operator::DataDrop { .. } => {
                        return Err(Error::UserError("constants are copied by their place in the list"));
                    }
                    operator => numbers.extend(offset(&operator).map(Number::Offset)),
                }
            }
            program.calls.push(calls);
            program.numbers.push(numbers);
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

    /// The functions that are exported.
    pub fn exported(&self) -> impl Iterator<Item = u32> {
        self.exports.iter().filter(|export| export.kind == ExternalKind::Func).map(|export| export.index)
    }
}

impl<'a> Constant<'a> {
    fn of(data: &Data<'a>) -> Result<Self, Reencoding> {
        let DataKind::Active { memory_index: 0, offset_expr } = &data.kind else {
            return Err(Error::UserError("a constant has no place in memory"));
        };
        Ok(Self { name: "", start: number(offset_expr)?, bytes: data.data })
    }

    pub fn end(&self) -> u32 {
        self.start + self.bytes.len() as u32
    }
}

/// The places in the table that are filled when the program starts, and the functions there.
fn places(element: &Element<'_>) -> Result<Vec<(u32, u32)>, Reencoding> {
    match (&element.kind, &element.items) {
        (ElementKind::Active { table_index: None | Some(0), offset_expr }, ElementItems::Functions(functions)) => {
            let start = number(offset_expr)?;
            (start..).zip(functions.clone()).map(|(place, function)| Ok((place, function?))).collect()
        }
        _ => Err(Error::UserError("what fills a table is no list of functions for the first one")),
    }
}

fn number(expression: &ConstExpr<'_>) -> Result<u32, Reencoding> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err(Error::UserError("where something stands from the start is not a number")),
    }
}

/// The fixed part of the address, where memory is read or written.
fn offset(operator: &Operator<'_>) -> Option<u32> {
    macro_rules! offset {
        ($($access:ident)*) => {
            match operator {
                $(Operator::$access { memarg } => u32::try_from(memarg.offset).ok(),)*
                _ => None,
            }
        };
    }
    offset! {
        I32Load I64Load F32Load F64Load I32Load8S I32Load8U I32Load16S I32Load16U I64Load8S I64Load8U I64Load16S I64Load16U
        I64Load32S I64Load32U I32Store I64Store F32Store F64Store I32Store8 I32Store16 I64Store8 I64Store16 I64Store32
    }
}

/// The sections that go over as they are.
fn raw(id: u8) -> Option<SectionId> {
    [SectionId::Type, SectionId::Table, SectionId::Memory, SectionId::Global].into_iter().find(|section| u8::from(*section) == id)
}

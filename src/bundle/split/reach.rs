//! What some functions reach: the functions that they call, and those whose address they have, and the constants that they mention.
//!
//! A constant is mentioned by its address, as a number in a function or in another constant, and so is a function, by its place in
//! the table. Any number that could be one is taken for one: better too much in the first part than too little. So that constants
//! can be told apart, the linker is asked to leave each by itself (`build.rs`).

use super::program::{Constant, Number, Program};

/// How far before a table its address may be taken, where what is added to it begins with a number of its own: a letter's, say.
const BEFORE: u32 = 128;

/// Functions and constants by their index.
#[derive(Clone)]
pub struct Reached {
    pub functions: Vec<bool>,
    pub constants: Vec<bool>,
}

enum Met {
    Function(u32),
    Constant(usize),
}

impl Program<'_> {
    pub fn nothing(&self) -> Reached {
        Reached { functions: vec![false; self.count()], constants: vec![false; self.data.len()] }
    }

    /// Adds these functions and constants and all that they reach in turn, of the functions as far as they may.
    pub fn reach(
        &self,
        reached: &mut Reached,
        functions: impl IntoIterator<Item = u32>,
        constants: impl IntoIterator<Item = usize>,
        may: impl Fn(u32) -> bool,
    ) {
        let mut open: Vec<Met> = functions.into_iter().map(Met::Function).collect();
        open.extend(constants.into_iter().map(Met::Constant));
        while let Some(met) = open.pop() {
            match met {
                Met::Function(function) => {
                    if !may(function) || std::mem::replace(&mut reached.functions[function as usize], true) {
                        continue;
                    }
                    open.extend(self.calls[function as usize].iter().copied().map(Met::Function));
                    for number in &self.numbers[function as usize] {
                        match *number {
                            Number::Plain(number) => self.mentioned(number, &mut open),
                            Number::Offset(from) => open.extend(self.at(from, from.saturating_add(BEFORE)).map(Met::Constant)),
                        }
                    }
                }
                Met::Constant(at) => {
                    if std::mem::replace(&mut reached.constants[at], true) {
                        continue;
                    }
                    let Constant { start, bytes, .. } = self.data[at];
                    // An address stands at an address that four divides.
                    let aligned = bytes.get(start.wrapping_neg() as usize % 4..).unwrap_or_default();
                    for word in aligned.chunks_exact(4) {
                        self.mentioned(word.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte)), &mut open);
                    }
                }
            }
        }
    }

    /// What a number may stand for.
    fn mentioned(&self, number: u32, open: &mut Vec<Met>) {
        open.extend(self.at(number, number).map(Met::Constant));
        open.extend(self.table.get(&number).copied().map(Met::Function));
    }

    /// The constants that have an address between these in them, or one that ends or begins there.
    fn at(&self, from: u32, to: u32) -> std::ops::Range<usize> {
        let after = self.data.partition_point(|constant| constant.end() < from);
        after..self.data.partition_point(|constant| constant.start <= to).max(after)
    }
}

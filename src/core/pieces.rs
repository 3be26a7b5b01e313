//! JSON read a piece at a time, because to read megabytes in one go would keep a page from answering.

use std::ops::ControlFlow;
use std::rc::Rc;

use super::numbers::after_string;
use super::value::{Fields, Json};

/// A JSON text on its way to a value. Where it is longer than a piece, and an object, it is cut between objects of the lists in that,
/// where the comma stands right behind one. Written otherwise it is read at once.
pub struct Pieces {
    text: Rc<str>,
    /// How many bytes a piece has at least.
    size: usize,
    /// Where the next one begins.
    at: usize,
    /// What was read of the object.
    fields: Vec<(String, Json)>,
}

impl Pieces {
    pub fn new(text: Rc<str>, size: usize) -> Self {
        Self { text, size, at: 0, fields: Vec::new() }
    }

    /// Reads the next piece; breaks with what [`Json::parse`] gives for the whole text when that was the last.
    pub fn go_on(mut self) -> ControlFlow<Result<Json, serde_json::Error>, Self> {
        let cut = self.cut();
        let is_whole = self.at == 0 && cut.is_none();
        if is_whole || self.piece(cut).is_none() {
            // Where a piece has a fault, the whole tells its place.
            drop(self.fields);
            return ControlFlow::Break(Json::parse(&self.text));
        }
        match cut {
            Some(cut) => self.at = cut + 1,
            None => return ControlFlow::Break(Ok(Json::Object(Fields(self.fields)))),
        }
        ControlFlow::Continue(self)
    }

    /// At which comma the piece ends, between two objects of a list; none where it is the last.
    fn cut(&self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        // A piece begins in a list in the object, but for the first.
        let mut depth = if self.at > 0 { 2 } else { 0 };
        let mut at = self.at;
        while at < bytes.len() {
            match bytes[at] {
                b'"' => {
                    at = after_string(&self.text, at + 1);
                    continue;
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth -= 1,
                // Where it is an object in an object that ends before, what follows is no piece, and all is read at once.
                b',' if depth == 2 && at - self.at >= self.size && bytes[at - 1] == b'}' => return Some(at),
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// Reads the piece that ends there, with what it lacks of an object put around it; nothing where it is no such piece.
    fn piece(&mut self, cut: Option<usize>) -> Option<()> {
        let goes_on = self.at > 0;
        let text = [
            if goes_on { "{\"\":[" } else { "" },
            &self.text[self.at..cut.unwrap_or(self.text.len())],
            if cut.is_some() { "]}" } else { "" },
        ];
        let Ok(Json::Object(Fields(fields))) = Json::parse(&text.concat()) else { return None };
        let mut fields = fields.into_iter();
        if goes_on {
            let (Some((_, Json::List(mut members))), Some((_, Json::List(before)))) = (fields.next(), self.fields.last_mut()) else {
                return None;
            };
            // A comma needs a member behind it. Before it is an object.
            if members.is_empty() {
                return None;
            }
            before.append(&mut members);
        }
        self.fields.extend(fields);
        Some(())
    }
}

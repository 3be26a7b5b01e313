//! The part of reading that knows JSON but not the document: where one is, what was expected there, and what was wrong.

use std::rc::Rc;

use super::content::{Href, MAX_MEMBERS, MAX_MEMBERS_OF_ALL, Remedy, Span, Text, is_blank};
use super::fault::{Fault, Problem};
use super::ids::Ids;
use super::numbers::decimal;
use super::value::{self, Json};

/// After so many, more faults help nobody.
const MOST_FAULTS: usize = 100;

enum Place {
    Field(&'static str),
    Index(usize),
}

/// The fields of an object; none, and no fault for lacking any, where it was no object.
#[derive(Clone, Copy)]
pub struct Fields<'v>(Option<&'v value::Fields>);

impl<'v> Fields<'v> {
    pub fn get(self, name: &str) -> Option<&'v Json> {
        self.0?.get(name)
    }

    /// The first of these names that there is, and whether there is a second.
    pub fn first_of(self, names: &[&'static str]) -> Option<(&'static str, bool)> {
        let mut present = names.iter().filter(|name| self.get(name).is_some());
        Some((*present.next()?, present.next().is_some()))
    }
}

/// A walk over a JSON value. Each function takes the value at the present path and always gives something back; what it
/// gives counts only if no fault was noted in the end.
#[derive(Default)]
pub struct Reader {
    path: Vec<Place>,
    pub faults: Vec<Fault>,
    /// The ids met so far.
    pub ids: Ids,
    /// The document's remedies, for the answers that name them. Their ids come before all others.
    pub remedies: Vec<Rc<Remedy>>,
    /// How many members the lists so far have.
    members: usize,
}

impl Reader {
    pub fn text(&mut self, value: &Json) -> Text {
        let spans = match value {
            Json::List(members) => {
                self.count(members.len());
                let mut spans = Vec::with_capacity(members.len());
                for (index, member) in members.iter().enumerate() {
                    self.path.push(Place::Index(index));
                    spans.extend(self.span(member));
                    self.path.pop();
                }
                spans
            }
            value @ Json::Text(_) => vec![Span::Plain(self.string(value))],
            value => {
                self.wrong_type("a text (a string, or a list of strings, links and strong words)", value);
                return Text::default();
            }
        };
        let text = Text(spans);
        if text.0.iter().all(|span| is_blank(span.words())) {
            self.fault(Problem::Empty);
        }
        text
    }

    fn span(&mut self, value: &Json) -> Option<Span> {
        match value {
            Json::Object(map) if map.get("strong").is_some() => {
                let fields = self.object(value, &["strong"]);
                Some(Span::Strong(self.required_string(fields, "strong")))
            }
            Json::Object(_) => {
                let fields = self.object(value, &["link", "text"]);
                let href = self.required(fields, "link").and_then(|link| self.inside("link", link, Self::href));
                let text = self.required_string(fields, "text");
                href.map(|href| Span::Link { href, text })
            }
            Json::Text(_) => Some(Span::Plain(self.string(value))),
            value => {
                self.wrong_type("a string, a link or a strong word", value);
                None
            }
        }
    }

    pub fn href(&mut self, value: &Json) -> Option<Href> {
        let address = self.string(value);
        let href = Href::parse(&address);
        if href.is_none() {
            self.fault(Problem::BadLink(address));
        }
        href
    }

    pub fn required_text(&mut self, fields: Fields<'_>, name: &'static str) -> Text {
        self.required(fields, name).map(|value| self.inside(name, value, Self::text)).unwrap_or_default()
    }

    pub fn optional_text(&mut self, fields: Fields<'_>, name: &'static str) -> Text {
        self.optional(fields, name, Self::text).unwrap_or_default()
    }

    pub fn required_string(&mut self, fields: Fields<'_>, name: &'static str) -> Rc<str> {
        let value = self.required(fields, name);
        let string = value.map(|value| self.inside(name, value, Self::string));
        match string {
            Some(string) if !is_blank(&string) => string,
            Some(string) => {
                self.fault_in(name, Problem::Empty);
                string
            }
            None => "".into(),
        }
    }

    pub fn string(&mut self, value: &Json) -> Rc<str> {
        match value {
            Json::Text(string) => string.as_str().into(),
            value => {
                self.wrong_type("a string", value);
                "".into()
            }
        }
    }

    /// The fields of an object, each checked to be known. What is no object has none.
    pub fn object<'v>(&mut self, value: &'v Json, known: &'static [&'static str]) -> Fields<'v> {
        let Json::Object(fields) = value else {
            self.wrong_type("an object", value);
            return Fields(None);
        };
        for (field, _) in &fields.0 {
            if !known.contains(&field.as_str()) {
                self.fault(Problem::Unknown { field: field.clone(), known });
            }
        }
        Fields(Some(fields))
    }

    pub fn list<T>(&mut self, fields: Fields<'_>, name: &'static str, read: fn(&mut Self, &Json) -> T) -> Vec<T> {
        let members = self.members(fields, name);
        let mut list = Vec::with_capacity(members.len());
        for (index, value) in members.iter().enumerate() {
            list.push(self.member(name, index, value, read));
            if self.is_full() {
                break;
            }
        }
        list
    }

    /// Whether there are more faults than are told, so that nothing is to be gained by going on.
    pub fn is_full(&self) -> bool {
        self.faults.len() > MOST_FAULTS
    }

    /// What a list has in it, not yet read; nothing where there is no such field. Notes where it is no list, or too long.
    pub fn members<'v>(&mut self, fields: Fields<'v>, name: &'static str) -> &'v [Json] {
        let Some(value) = fields.get(name) else { return &[] };
        self.path.push(Place::Field(name));
        let members = if let Json::List(members) = value {
            if members.is_empty() {
                self.fault(Problem::Empty);
            }
            self.count(members.len());
            members.as_slice()
        } else {
            self.wrong_type("a list", value);
            &[]
        };
        self.path.pop();
        members
    }

    pub fn member<T>(&mut self, name: &'static str, index: usize, value: &Json, read: fn(&mut Self, &Json) -> T) -> T {
        self.path.push(Place::Field(name));
        self.path.push(Place::Index(index));
        let member = read(self, value);
        self.path.pop();
        self.path.pop();
        member
    }

    /// Notes a list that is too long, and the first with which all lists together are.
    fn count(&mut self, members: usize) {
        let before = self.members;
        self.members += members;
        if members > MAX_MEMBERS || (before <= MAX_MEMBERS_OF_ALL && self.members > MAX_MEMBERS_OF_ALL) {
            self.fault(Problem::TooMany);
        }
    }

    pub fn optional<T>(&mut self, fields: Fields<'_>, name: &'static str, read: fn(&mut Self, &Json) -> T) -> Option<T> {
        fields.get(name).map(|value| self.inside(name, value, read))
    }

    pub fn required<'v>(&mut self, fields: Fields<'v>, name: &'static str) -> Option<&'v Json> {
        let value = fields.get(name);
        if fields.0.is_some() && value.is_none() {
            self.fault(Problem::Missing(name));
        }
        value
    }

    pub fn inside<T>(&mut self, name: &'static str, value: &Json, read: fn(&mut Self, &Json) -> T) -> T {
        self.path.push(Place::Field(name));
        let result = read(self, value);
        self.path.pop();
        result
    }

    pub fn wrong_type(&mut self, expected: &'static str, value: &Json) {
        let found = match value {
            Json::Null => "null",
            Json::Bool => "true or false",
            Json::Number(_) => "a number",
            Json::Text(_) => "a string",
            Json::List(_) => "a list",
            Json::Object(_) => "an object",
        };
        self.fault(Problem::WrongType { expected, found });
    }

    pub fn fault_in(&mut self, name: &'static str, problem: Problem) {
        self.path.push(Place::Field(name));
        self.fault(problem);
        self.path.pop();
    }

    pub fn fault(&mut self, problem: Problem) {
        let problem = match self.faults.len() {
            0..MOST_FAULTS => problem,
            MOST_FAULTS => Problem::AndMore,
            _ => return,
        };
        let mut path = String::new();
        for place in &self.path {
            match place {
                Place::Field(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                }
                Place::Index(index) => {
                    path.push('[');
                    path.push_str(&decimal(*index as u64));
                    path.push(']');
                }
            }
        }
        self.faults.push(Fault { path, problem });
    }
}

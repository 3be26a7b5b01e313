//! The content document as it stands in JSON, field by field: what its JSON Schema is made of. The texts here are what
//! an editor's program shows while one types.
//!
//! The reader (`core::read`) decides; these types say the same where JSON Schema can, which tests hold.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::core::words::{Word, Wording};

/// Questions, answers and remedies for the `<remedy-faq>` widget, in one language.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Content {
    /// The version of this format: 1.
    #[schemars(schema_with = "one")]
    pub schema_version: u8,
    /// The document's own name. What a visitor ticks is kept under it: never change it, and give a translation the same.
    pub id: Id,
    /// The language of the document.
    pub lang: Lang,
    /// The direction in which the language runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<Dir>,
    /// The heading.
    pub title: Text,
    /// What stands under the heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intro: Option<Text>,
    /// The day on which a clinician last read the document over. Leave it out until one has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Day>,
    /// Who read it over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<Text>,
    /// Where the content comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub sources: Option<Vec<Source>>,
    /// The help-now card: signs with which a visitor should not wait. Always shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgent: Option<Urgent>,
    /// Everything that can be ticked off as tried, in the order of the checklist.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub remedies: Option<Vec<Remedy>>,
    /// The questions, in the order of the page.
    #[schemars(length(min = 1))]
    pub questions: Vec<Question>,
    /// The clinic whose page it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clinic: Option<Clinic>,
    /// Your own wording for what the widget itself says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strings: Option<Strings>,
}

fn one(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"const": 1})
}

/// A lasting name. It is never shown, and never changes, whatever becomes of the words: letters a to z, digits, - and _.
/// No two entries of a document have the same.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[schemars(extend("pattern" = "^[A-Za-z0-9_-]+$", "patternErrorMessage" = "Write letters a to z, digits, - and _ only."))]
pub struct Id(pub String);

/// A language tag, such as en or pt-BR.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[schemars(example = &"en", example = &"es", example = &"pt-BR")]
#[schemars(extend("pattern" = "^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*$", "patternErrorMessage" = "Write a language tag, such as en or pt-BR."))]
pub struct Lang(pub String);

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Dir {
    /// From left to right, as English does. So it is where nothing is said.
    Ltr,
    /// From right to left, as Arabic does.
    Rtl,
}

/// A day, as YYYY-MM-DD.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[schemars(example = &"2026-11-22")]
#[schemars(extend(
    "format" = "date",
    "pattern" = "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
    "patternErrorMessage" = "Write the day as YYYY-MM-DD."
))]
pub struct Day(pub String);

/// An address that begins with https://, http://, mailto: or tel:, without spaces.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[schemars(example = &"https://", example = &"tel:", example = &"mailto:")]
#[schemars(extend("pattern" = LINK, "patternErrorMessage" = "Begin with https://, http://, mailto: or tel:, and leave no space."))]
pub struct Href(pub String);

/// The schemes in any case, then no white space, no control character and none that is invisible or turns the direction.
const LINK: &str = "^(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)\
    [^\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\
    \\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\u{e0000}-\u{e007f}]+$";

/// A text: a string, or a list of strings, links and strong words in the order of reading. Never markup: it is shown as it
/// stands.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Text {
    Plain(Words),
    Spans(#[schemars(length(min = 1))] Vec<Span>),
}

/// Something to read, not white space or invisible characters alone.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[schemars(extend("pattern" = WORDS, "patternErrorMessage" = "Write something here, or leave the field out where it is optional."))]
pub struct Words(pub String);

/// A character that is seen: no white space as Unicode has it (`\S` is another set in each language's regular expressions),
/// and none of those that `core::content::is_invisible` names. The last range stands as it is, because languages write what
/// is beyond four digits each in their own way.
const WORDS: &str = "[^\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\
    \\u205f-\\u206f\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\u{e0000}-\u{e007f}]";

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Span {
    Plain(String),
    Strong(Strong),
    Link(Link),
}

/// Words in bold.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Strong {
    /// The words.
    pub strong: Words,
}

/// Words that lead elsewhere.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Where it leads.
    pub link: Href,
    /// The words: say where it leads, as in "NHS page on back pain", rather than "here".
    pub text: Words,
}

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name.
    pub title: Text,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Href>,
    /// The day on which it was read there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<Day>,
}

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Urgent {
    /// The card's heading.
    pub title: Text,
    /// The most pressing first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub groups: Option<Vec<UrgentGroup>>,
}

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UrgentGroup {
    /// What these signs have in common.
    pub title: Text,
    /// One sign each.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub signs: Option<Vec<Text>>,
    /// What to do at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Text>,
}

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// Answers name the remedy by it, and ticks are kept under it.
    pub id: Id,
    /// What stands beside the box to tick.
    pub label: Text,
    /// How it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<Text>,
    /// The part of the body. Remedies with the same area stand together in the checklist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<Text>,
    /// When to take care, or to leave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<Text>,
}

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Links lead to the question by it: page#id.
    pub id: Id,
    /// The question, as a visitor would ask it.
    pub question: Text,
    /// Whose view the answer is, where it is dated or loose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The answer, part by part.
    #[schemars(length(min = 1))]
    pub answer: Vec<Block>,
}

/// A part of an answer: exactly one of these.
#[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("minProperties" = 1, "maxProperties" = 1))]
pub struct Block {
    /// A paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<Text>,
    /// A list with bullets.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub ul: Option<Vec<Text>>,
    /// Steps in order, with numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub ol: Option<Vec<Text>>,
    /// Remedies to tick here, by their ids in the document's list "remedies".
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub remedies: Option<Vec<Id>>,
}

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clinic {
    /// Its name.
    pub name: Text,
    /// Its telephone number, as people write it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Its website.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Href>,
}

/// Words of the widget by name.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Strings(pub BTreeMap<String, String>);

impl JsonSchema for Strings {
    fn schema_name() -> Cow<'static, str> {
        "Strings".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let english = Wording::default();
        let field = |name: &&str| {
            let words = Word::by_name(name).map(|word| english.get(word)).unwrap_or_default();
            ((*name).to_owned(), serde_json::json!({"type": "string", "description": format!("Instead of: {words}"), "default": words}))
        };
        let fields: serde_json::Map<_, _> = Word::NAMES.iter().map(field).collect();
        json_schema!({"type": "object", "properties": fields, "additionalProperties": false})
    }
}

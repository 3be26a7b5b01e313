//! What a page can say to the element, and hear from it: the one list from which the package's types, its manifest and its
//! README are made. Tests hold it to the loader's class, the style sheet and the view.

/// What an attribute can say.
pub enum Values {
    Text,
    OneOf(&'static [&'static str]),
    /// Present or absent.
    Flag,
}

pub struct Attribute {
    pub name: &'static str,
    /// The property that reflects it, where the element has one of its own.
    pub property: Option<&'static str>,
    pub values: Values,
    pub default: &'static str,
    pub about: &'static str,
}

/// All but `lang` and `dir`, which every element of HTML has.
pub const ATTRIBUTES: [Attribute; 6] = [
    Attribute {
        name: "src",
        property: Some("src"),
        values: Values::Text,
        default: "the bundled questions",
        about: "Address of the content document, a JSON file.",
    },
    Attribute {
        name: "storage",
        property: Some("storage"),
        values: Values::OneOf(&["local", "session", "none"]),
        default: "`local`",
        about: "Where ticks are kept in the visitor's browser.",
    },
    Attribute {
        name: "exclusive",
        property: Some("exclusive"),
        values: Values::Flag,
        default: "absent",
        about: "One question open at a time.",
    },
    Attribute {
        name: "open",
        property: Some("open"),
        values: Values::OneOf(&["none", "first", "all"]),
        default: "`none`",
        about: "Which questions are open at first.",
    },
    Attribute {
        name: "heading-level",
        property: Some("headingLevel"),
        values: Values::OneOf(&["2", "3", "4", "5", "6"]),
        default: "no headings",
        about: "Wraps each question in a heading of this level.",
    },
    Attribute {
        name: "loading",
        property: None,
        values: Values::OneOf(&["eager"]),
        default: "absent",
        about: "`eager` fetches the program at once, not when the widget nears the view.",
    },
];

pub struct Event {
    pub name: &'static str,
    /// The type of its `detail`, in TypeScript.
    pub detail: &'static str,
    pub about: &'static str,
}

/// All of them bubble, and leave shadow roots.
pub const EVENTS: [Event; 3] = [
    Event { name: "remedy-faq-ready", detail: "null", about: "The program has taken over from the fallback." },
    Event { name: "remedy-faq-change", detail: "RemedyFaqChange", about: "A remedy was ticked or unticked, here or in another tab." },
    Event {
        name: "remedy-faq-error",
        detail: "RemedyFaqError",
        about: "The program or the content document could not be used; the fallback, or the bundled questions, stay.",
    },
];

/// What `::part()` reaches.
pub const PARTS: [(&str, &str); 23] = [
    ("question", "A question with its answer, a `<details>`."),
    ("summary", "What opens a question."),
    ("answer", "An answer."),
    ("urgent", "The help-now card."),
    ("toggle-all", "The buttons that open and close all questions."),
    ("show-all", "The button that clears a search that found nothing."),
    ("checklist", "The list of all remedies."),
    ("remedy", "A remedy with its box to tick."),
    ("outcome-clear", "The button that takes back whether a remedy helped."),
    ("progress", "How many remedies were tried."),
    ("appointment", "Everything for the appointment, a `<details>`."),
    ("page", "The page for the appointment."),
    ("print", "A button that prints."),
    ("copy", "The button that copies the page for the appointment as text."),
    ("download", "The button that saves it as text."),
    ("fhir", "The button that saves it for the clinic's system."),
    ("save-copy", "The button that saves the single file with the record inside."),
    ("backup", "The button that saves a backup of the record."),
    ("restore", "The button that brings a backup back."),
    ("clear", "The button that asks whether to clear the record."),
    ("clear-confirm", "The button that clears it."),
    ("clear-cancel", "The button that keeps it."),
    ("undo", "The button that undoes the last clear or restore."),
];

/// The custom properties by which a page sets colours and sizes; what they are otherwise, the style sheet says.
pub const PROPERTIES: [(&str, &str); 16] = [
    ("--remedy-faq-ink", "Text."),
    ("--remedy-faq-quiet", "Text of less weight."),
    ("--remedy-faq-paper", "Background."),
    ("--remedy-faq-tint", "Background of what stands out from it."),
    ("--remedy-faq-line", "Lines between things."),
    ("--remedy-faq-edge", "Edges of boxes and buttons."),
    ("--remedy-faq-accent", "Links, buttons and marks of state."),
    ("--remedy-faq-on-accent", "Text on the accent."),
    ("--remedy-faq-alarm", "The help-now card's heading and edge."),
    ("--remedy-faq-alarm-tint", "Its background."),
    ("--remedy-faq-mark", "Background of what a search found."),
    ("--remedy-faq-on-mark", "Text of what a search found."),
    ("--remedy-faq-radius", "Rounding of corners."),
    ("--remedy-faq-target", "The least height of what is pressed."),
    ("--remedy-faq-font", "Typefaces."),
    ("--remedy-faq-font-size", "Size of the text; `medium` is the reader's own."),
];

/// What a style sheet takes in the place of a custom property that the page does not set; the first time it is read.
pub fn fallback_in_style<'a>(css: &'a str, property: &str) -> Option<&'a str> {
    let (_, rest) = css.split_once(&format!("var({property},"))?;
    let mut depth = 0;
    let end = rest.find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth < 0
    })?;
    Some(rest[..end].trim())
}

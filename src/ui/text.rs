//! Text as nodes: words, strong words and links, never markup.

use super::build::View;
use crate::core::content::{Span, Text};

impl View {
    pub fn text(&mut self, text: &Text) {
        for span in &text.0 {
            match span {
                Span::Plain(words) => self.shared_words(words),
                Span::Strong(words) => {
                    self.open("strong", "");
                    self.shared_words(words);
                    self.close();
                }
                Span::Link { href, text } => {
                    self.open_link(href.as_str());
                    self.shared_words(text);
                    self.close();
                }
            }
        }
    }

    /// An element that holds a text and nothing else.
    pub fn text_line(&mut self, tag: &'static str, class: &'static str, text: &Text) {
        self.open(tag, class);
        self.text(text);
        self.close();
    }

    /// Begins a link away from the page, which tells its target nothing of where the reader comes from.
    pub fn open_link(&mut self, address: &str) {
        self.open("a", "");
        self.attribute("href", address);
        // Which also keeps the target from this window.
        self.fixed("rel", "noreferrer");
    }

    /// A text with the word that says what it is, such as "Please note:".
    pub fn aside(&mut self, label: &str, class: &'static str, text: &Text) {
        self.open("p", class);
        self.line("strong", "", label);
        self.words(" ");
        self.text(text);
        self.close();
    }
}

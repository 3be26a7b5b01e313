//! What a widget says of its search.

use yew::Callback;

use super::watch::Topic;
use super::widget::Widget;
use crate::core::words::Word;

impl Widget {
    /// How many questions the search found; `None` while nothing is searched.
    pub fn found(&self) -> Option<usize> {
        self.found.get()
    }

    pub fn announced(&self) -> String {
        self.announced.borrow().clone()
    }

    /// Shows what a query finds at once, and announces it when typing pauses.
    #[inline(never)]
    pub fn search(&self, query: &str) {
        let found = self.surface.search(query);
        if self.found.replace(found) != found {
            self.tell(Topic::Found);
        }
        let text = match found {
            None => String::new(),
            Some(0) => self.words.fill(Word::NoMatch, &[("query", &self.isolated(query.trim()))]),
            Some(n) => {
                let word = self.words.matches(&self.surface.plural(n));
                self.words.fill(word, &[("n", &self.surface.number(n))])
            }
        };
        let widget = self.clone();
        self.surface.when_typing_pauses(Callback::from(move |()| widget.announce(&text)));
    }

    /// Announces something beside the search field.
    pub fn announce(&self, text: &str) {
        if *self.announced.borrow() != text {
            self.announced.replace(text.to_owned());
            self.tell(Topic::Announced);
        }
    }

    /// A visitor's words among the widget's own, set apart where their direction may be another.
    fn isolated(&self, words: &str) -> String {
        let dir = self.options.dir.as_deref().unwrap_or(self.document.dir.as_str());
        if dir == "rtl" || words.chars().any(|c| c >= '\u{590}') { ["\u{2068}", words, "\u{2069}"].concat() } else { words.to_owned() }
    }
}

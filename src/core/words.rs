//! Every word that the widget itself says, in one typed table, in English. `static/words/` has other languages under the
//! same names, and a document's `strings` may replace any of them.

use std::hint::black_box;
use std::rc::Rc;

use super::divide::divide;
use super::value::Json;

macro_rules! words {
    ($($word:ident $name:literal $($later:ident)? $english:literal)*) => {
        /// Something that the widget says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Word { $($word),* }

        impl Word {
            /// The names under which a document's `strings` can replace them, in order.
            pub const NAMES: &'static [&'static str] = &[$($name),*];
            const ALL: &'static [Self] = &[$(Self::$word),*];
        }

        const ENGLISH: &[&str] = &[$(words!(now $($later)? $english)),*];
        const LATER: &[&str] = &[$(words!(then $($later)? $english)),*];
    };
    (now later $english:literal) => { "" };
    (now $english:literal) => { $english };
    (then later $english:literal) => { $english };
    (then $english:literal) => { "" };
}

// What is `later` is said only after the program's second part has come, and comes with it.
words! {
    Top "top" "Back to top"
    Contents "contents" "On this page"
    Questions "questions" "Questions"
    Remedies "remedies" "Remedies to tick off"
    RemediesHint "remediesHint" "Tick what you have tried."
    OtherRemedies "otherRemedies" "Other"
    Separator "separator" ", "
    Progress "progress" "{tried} of {total} tried"
    Search "search" "Search the questions"
    SearchClear "searchClear" later "Clear search"
    MatchesZero "matches.zero" later "{n} questions found"
    MatchesOne "matches.one" later "{n} question found"
    MatchesTwo "matches.two" later "{n} questions found"
    MatchesFew "matches.few" later "{n} questions found"
    MatchesMany "matches.many" later "{n} questions found"
    MatchesOther "matches.other" later "{n} questions found"
    NoMatch "noMatch" later "No question has “{query}” in it."
    NoMatchHint "noMatchHint" later "Try another or a shorter word."
    ShowAll "showAll" later "Show all questions"
    OpenAll "openAll" "Open all"
    CloseAll "closeAll" "Close all"
    Permalink "permalink" "Link to this question"
    Note "note" "Please note:"
    Caution "caution" "Take care:"
    Sources "sources" "Where this comes from"
    Accessed "accessed" "read on {date}"
    Reviewed "reviewed" "Last reviewed on {date}."
    ReviewedBy "reviewedBy" "Last reviewed on {date} by {reviewer}."
    NotReviewed "notReviewed" "No clinician has reviewed this page yet."
    NoDiagnosis "noDiagnosis" "This is general information. It is not a diagnosis."
    Contact "contact" "Your clinic"
    Kept "kept" "Your ticks stay in this browser. Nobody else can see them."
    KeptSession "keptSession" "Your ticks stay in this tab until you close it."
    KeptNowhere "keptNowhere" "Your ticks are not kept: they are gone when you leave this page."
    KeptFile "keptFile" "Your ticks stay in this browser, for this file in this place. Move or rename the file, and they may be lost."
    KeptNewer "keptNewer" "A newer version of this page has saved your record. This version shows nothing of it and changes nothing. Reload the page."
    KeptDamaged "keptDamaged" "Your saved record could not be read. It is set aside, not deleted. What you tick now is kept as a new record."
    KeepSafe "keepSafe" "Browsers can delete this, some after seven days without a visit. A backup file is safe."
    DidItHelp "didItHelp" "Did it help?"
    NoOutcome "outcome.none" "Take back my answer"
    NoteLabel "noteLabel" "Note for yourself or your clinician"
    WhatHelped "whatHelped" "What helped:"
    LeftToTry "leftToTry" "Left to try:"
    YourRecord "yourRecord" "Your record"
    WhatToAsk "whatToAsk" "What do you want to ask?"
    WhatGoesIn "whatGoesIn" later "What goes in?"
    PrintPage "printPage" "Print this page"
    CopyText "copyText" "Copy it as text"
    DownloadText "downloadText" "Save it as text"
    Copied "copied" later "Copied."
    NotCopied "notCopied" later "This browser did not let us copy. Save it as text instead."
    Backup "backup" "Save a backup"
    Restore "restore" "Bring back a backup"
    Fhir "fhir" "Save for the clinic’s system (FHIR)"
    Clear "clear" "Clear my record"
    ClearAsk "clearAsk" later "Clear everything you ticked and wrote?"
    ClearConfirm "clearConfirm" later "Yes, clear it"
    Cancel "cancel" later "No, keep it"
    Undo "undo" later "Undo"
    Saved "saved" "Saved."
    Cleared "cleared" later "Your record is cleared."
    ClearedCopy "clearedCopy" later "Your record is cleared in this browser. The file that you opened still has it."
    Restored "restored" later "Your backup is back. Nothing you entered since was lost."
    Undone "undone" later "Undone."
    Downloaded "downloaded" later "The file is in your downloads."
    RestoreNotJson "restoreNotJson" later "This file is no backup, or it is damaged. Nothing was changed. Choose the file that “Save a backup” gave you."
    RestoreOther "restoreOther" later "This backup belongs to another page. Nothing was changed."
    RestoreNewer "restoreNewer" later "This backup comes from a newer version of this page. Nothing was changed. Reload the page and try again."
    RestoreTooLarge "restoreTooLarge" later "This file is too large to be a backup. Nothing was changed."
    SaveCopy "saveCopy" "Save a copy with my record"
    PrintAll "printAll" "Print everything"
    PrintOpen "printOpen" "Print what I opened and tried"
    CopySaved "copySaved" later "A copy of this page with your record is in your downloads."
    CopyFailed "copyFailed" later "The copy could not be made. Check your connection and try again."
    NotLoaded "notLoaded" "This could not be loaded. Check your connection and try again."
    NewVersion "newVersion" later "There is a new version of this page."
    Reload "reload" later "Reload"
    Refused "refused" "This browser does not let us keep your ticks. They are gone when you leave this page."
    Appointment "appointment" "For my appointment"
    Made "made" later "Made on {date} from the page “{title}”."
    Tried "tried" later "Tried"
    TriedElsewhere "triedElsewhere" later "Tried, and no longer on that page"
    Untried "untried" later "Not tried"
    Helped "helped" "Helped"
    NoChange "noChange" "No change"
    Worse "worse" "Worse"
    OwnNote "ownNote" later "My note"
    OwnQuestions "ownQuestions" later "My questions"
}

impl Word {
    pub fn by_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().position(|known| *known == name).map(|index| Self::ALL[index])
    }

    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

#[inline(never)]
fn later(word: Word) -> &'static str {
    LATER[word as usize]
}

/// The languages whose words come with the program.
pub const LANGUAGES: [&str; 4] = ["en", "ar", "de", "es"];

/// The languages in which the bundled questions come with the program.
pub const BUNDLED: [&str; 2] = ["en", "es"];

/// The first of some language tags whose language is among the known ones; "es-MX" is Spanish.
pub fn pick(tags: &[&str], known: &[&'static str]) -> Option<&'static str> {
    tags.iter().find_map(|tag| {
        let language = divide(tag, b'-').map_or(*tag, |(language, _)| language);
        known.iter().copied().find(|known| known.eq_ignore_ascii_case(language))
    })
}

/// The words in one language, with a document's own wording over them. What neither has is said in English.
#[derive(Debug, PartialEq)]
pub struct Wording {
    texts: [Option<Rc<str>>; ENGLISH.len()],
}

impl Default for Wording {
    fn default() -> Self {
        Self { texts: [const { None }; ENGLISH.len()] }
    }
}

impl Wording {
    /// `language` is a file of `static/words/`, whose tests hold it to the table; names that are no [`Word`] were refused
    /// when the document was read.
    pub fn new(language: Option<&str>, strings: &[(Rc<str>, Rc<str>)]) -> Self {
        let mut wording = Self::default();
        if let Some(Json::Object(words)) = language.and_then(|json| Json::parse(json).ok()) {
            for (name, text) in &words.0 {
                wording.put(name, text.as_text().unwrap_or_default().into());
            }
        }
        for (name, text) in strings {
            wording.put(name, text.clone());
        }
        wording
    }

    fn put(&mut self, name: &str, text: Rc<str>) {
        if let Some(word) = Word::by_name(name) {
            self.texts[word as usize] = Some(text);
        }
    }

    pub fn get(&self, word: Word) -> &str {
        self.texts[word as usize].as_deref().unwrap_or_else(|| match ENGLISH[word as usize] {
            // Not called by its name, or it would be made a part of this, which does not come later.
            "" => black_box(later as fn(Word) -> &'static str)(word),
            text => text,
        })
    }

    /// How many questions were found, by the plural category of their number ("one", "few"). A wording without words
    /// for a category has those of "other" for it, as every language does.
    pub fn matches(&self, category: &str) -> Word {
        let word = Word::by_name(&["matches.", category].concat()).unwrap_or(Word::MatchesOther);
        let other = self.texts[Word::MatchesOther as usize].is_some() && self.texts[word as usize].is_none();
        if other { Word::MatchesOther } else { word }
    }

    /// The word with `{name}` replaced by its value.
    pub fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        let mut rest = self.get(word);
        let mut out = String::with_capacity(rest.len() + 16);
        while let Some((before, from)) = divide(rest, b'{') {
            let (name, after) = divide(from, b'}').unwrap_or((from, ""));
            let hole = &rest[before.len()..rest.len() - after.len()];
            out.push_str(before);
            out.push_str(values.iter().find(|(known, _)| *known == name).map_or(hole, |(_, value)| value));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

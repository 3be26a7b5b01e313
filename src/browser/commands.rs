//! What the visitor asks of the page as a whole: printing, files, a copy of it with the record inside. All of it comes with the
//! program's second part (`Home::with_more`).

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::home::Home;
use super::surface::{Shown, all};
use crate::core::backup::{self, Refusal};
use crate::core::record::Record;
use crate::core::saved::MAX_BYTES;
use crate::core::words::Word;
use crate::core::{copy, fhir};
use crate::ui::appointment::summary;
use crate::ui::widget::{Command, Widget};

/// Does what was asked, and says how it went, if there is anything to tell.
#[inline(never)]
pub fn run(shown: &Shown, widget: &Widget, command: Command) {
    let Shown { root, home, document, .. } = shown;
    let download = |text: &str, ending: &str, kind: &str| {
        home.download(text, &[&document.id, ending].concat(), kind);
        widget.say(Word::Downloaded);
    };
    match command {
        Command::PrintAll => print(root, ""),
        Command::PrintOpen => print(root, "open"),
        Command::SaveCopy => save_copy(shown, widget),
        Command::Backup => download(&backup::to_json(&document.id, &widget.record.record()), "-backup.json", "application/json"),
        Command::Restore => restore(home, widget),
        Command::Fhir => {
            let now = String::from(js_sys::Date::new_0().to_iso_string());
            let resource = fhir::questionnaire_response(document, &widget.record.record(), &widget.words, widget.choice(), &now);
            download(&resource, "-fhir.json", "application/fhir+json");
        }
        Command::PrintSummary => print(root, "page"),
        Command::CopySummary => copy_text(home, widget, &summary(widget).to_text()),
        Command::DownloadSummary => download(&summary(widget).to_text(), ".txt", "text/plain;charset=utf-8"),
    }
}

/// Prints the page: all of it, or of the widget just what is "open" and tried, or the "page" for the appointment.
fn print(root: &HtmlElement, what: &'static str) {
    const MARK: &str = "data-print";
    if let Some(widget) = root.first_element_child() {
        // The attribute's name is well formed.
        let _ = widget.set_attribute(MARK, what);
        let once = EventListenerOptions::run_in_capture_phase();
        EventListener::once_with_options(&window(), "afterprint", once, move |_| {
            let _ = widget.remove_attribute(MARK);
        })
        .forget();
    }
    // Where printing is not allowed (a sandboxed frame), nothing happens, and nothing is lost.
    let _ = window().print();
}

/// Downloads the single file with the present view and record inside, and the document, where it is the clinic's own;
/// then says whether that worked.
fn save_copy(shown: &Shown, widget: &Widget) {
    let Shown { root, home, own, words, .. } = shown.clone();
    let (home_again, widget, record) = (home.clone(), widget.clone(), widget.record.record());
    let view = view(&root, &record);
    let then = Closure::once_into_js(move |page: Option<String>| {
        let document = &widget.document;
        let file = page.and_then(|page| copy::with_record(&page, document, own.as_deref(), words.as_deref(), &view, &record));
        match file {
            Some(file) => {
                home_again.download(&file, &[&document.id, ".html"].concat(), "text/html");
                widget.say(Word::CopySaved);
            }
            None => widget.say(Word::CopyFailed),
        }
    });
    home.copy(&then);
}

/// Puts a text on the clipboard, if the browser lets us.
fn copy_text(home: &Home, widget: &Widget, text: &str) {
    let widget = widget.clone();
    let then = Closure::once_into_js(move |copied: bool| widget.say(if copied { Word::Copied } else { Word::NotCopied }));
    home.copy_text(text, &then);
}

/// Lets the visitor choose a backup, and brings it back into the record if it is one.
fn restore(home: &Home, widget: &Widget) {
    let widget = widget.clone();
    let then = Closure::once_into_js(move |text: Option<String>| {
        let read = text.ok_or(Refusal::TooLarge).and_then(|text| backup::from_json(&text, &widget.document.id));
        match read {
            Ok(record) => widget.restore(&record),
            Err(Refusal::NoBackup) => widget.say(Word::RestoreNotJson),
            Err(Refusal::Other) => widget.say(Word::RestoreOther),
            Err(Refusal::Newer) => widget.say(Word::RestoreNewer),
            Err(Refusal::TooLarge) => widget.say(Word::RestoreTooLarge),
        }
    });
    home.pick(MAX_BYTES as u32, &then);
}

/// The view as HTML: nothing open, hidden or focused, and ticked, chosen and noted what the record has, so that it can be
/// read where no script runs.
fn view(root: &HtmlElement, record: &Record) -> String {
    let copy: Element = root.clone_node_with_deep(true).expect("an element can be cloned").unchecked_into();
    for element in all::<Element>(&copy, "[open],[hidden],[tabindex],[data-print]") {
        for state in ["open", "hidden", "tabindex", "data-print"] {
            // The attributes' names are well formed.
            let _ = element.remove_attribute(state);
        }
    }
    for one in all::<HtmlInputElement>(&copy, "input[name=remedy]") {
        one.set_default_checked(record.is_tried(&one.value()));
    }
    // A button that does nothing where no script runs, and what the program makes when it is wanted.
    all::<Element>(&copy, "[part=outcome-clear],[part=page]>*,[part=appointment] fieldset").iter().for_each(Element::remove);
    // Nobody would keep what is entered in these before the program has started. (What is ticked then is taken over.)
    for one in all::<HtmlInputElement>(&copy, "input[type=radio]") {
        one.set_default_checked(one.checked());
        one.set_disabled(true);
    }
    for note in all::<HtmlTextAreaElement>(&copy, "textarea") {
        // A failure would leave the note out of the view; it is in the record all the same.
        let _ = note.set_default_value(&note.value());
        note.set_read_only(true);
    }
    copy.inner_html()
}

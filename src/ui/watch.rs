//! Who wants to be told of what: the parts of the view, and the effects that follow a change.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

/// Something that can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Topic {
    /// Anything in the record, or where it is kept.
    Record,
    /// The same, of a tick once the frame is painted that answers it: what follows from a tick is not to hold it up.
    Settled,
    /// The entry of one remedy.
    Box(Rc<str>),
    /// The same as late as `Settled`, for what the remedy asks.
    Remedy(Rc<str>),
    /// What the visitor wants to ask.
    Asked,
    /// That it is the turn of a part of the view to be drawn.
    Drawn(usize),
    /// That the part of the view stands whose turn it was.
    Stands,
    /// Which questions the search found.
    Found,
    /// What is announced of that.
    Announced,
    /// How the last command went.
    Said,
    /// What goes on the page for the appointment.
    Choice,
    /// That what was entered is about to be called saved.
    Saved,
}

#[derive(Clone, Default)]
pub struct Watchers(Rc<RefCell<Vec<Place>>>);

/// Who watches what; empty where a watcher ended.
type Place = Option<(Topic, Callback<()>)>;

/// Ends the watching when dropped.
#[must_use]
pub struct Watch {
    among: Watchers,
    place: usize,
}

impl Watchers {
    pub fn watch(&self, topic: Topic, told: Callback<()>) -> Watch {
        let mut all = self.0.borrow_mut();
        // A watcher that ended left its place for the next one.
        let place = all.iter().position(Option::is_none).unwrap_or(all.len());
        if place == all.len() {
            all.push(None);
        }
        all[place] = Some((topic, told));
        Watch { among: self.clone(), place }
    }

    pub fn tell(&self, concerned: &dyn Fn(&Topic) -> bool) {
        // Cloned first: who is told may start or end a watch.
        let mut told = Vec::new();
        for (topic, callback) in self.0.borrow().iter().flatten() {
            if concerned(topic) {
                told.push(callback.clone());
            }
        }
        for callback in told {
            callback.emit(());
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.among.0.borrow_mut()[self.place] = None;
    }
}

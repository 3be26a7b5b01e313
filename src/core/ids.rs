//! Ids, or words of a text, each of them once.

use std::rc::Rc;

const LISTS: usize = 1024;

/// Ids in the order in which they came. A `HashMap` in all but its code, which for one more type weighs half a kilobyte on the wire:
/// each id is in the list that its letters say, and ten thousand make some ten to a list.
#[derive(Debug, Default)]
pub struct Ids {
    lists: Vec<Vec<(Rc<str>, usize)>>,
    count: usize,
}

impl Ids {
    /// How many came before this one; `None` where it has not come.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.lists.get(list(id))?.iter().find(|(known, _)| **known == *id).map(|(_, place)| *place)
    }

    /// Adds one; `false` where it was there.
    pub fn add(&mut self, id: &Rc<str>) -> bool {
        if self.place(id).is_some() {
            return false;
        }
        self.lists.resize(LISTS, Vec::new());
        self.lists[list(id)].push((id.clone(), self.count));
        self.count += 1;
        true
    }
}

fn list(id: &str) -> usize {
    id.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) as usize % LISTS
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Ids;

    #[test]
    fn each_id_is_there_once_in_its_place() {
        let mut ids = Ids::default();
        assert_eq!(ids.place("rest"), None);
        for place in 0..5000 {
            assert!(ids.add(&Rc::from(place.to_string())));
        }
        assert!(!ids.add(&Rc::from("4321")));
        assert!(ids.add(&Rc::from("rest")));
        assert_eq!((ids.place("0"), ids.place("4321"), ids.place("rest"), ids.place("5001")), (Some(0), Some(4321), Some(5000), None));
    }
}

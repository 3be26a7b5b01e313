//! In which order the functions of a part stand: each after the one that it is most like, which compresses better.

use std::collections::{HashMap, HashSet};

/// So many bytes in a row are compared.
const LENGTH: usize = 4;

/// Puts functions into that order; `body` gives what a function does. Begins with the longest.
pub fn in_order<'a>(functions: &[usize], body: impl Fn(usize) -> &'a [u8]) -> Vec<usize> {
    let pieces: Vec<HashSet<&[u8]>> = functions.iter().map(|function| body(*function).windows(LENGTH).collect()).collect();
    // Who has a piece. Asking every two functions for what they share would be most of a build's time.
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (at, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(piece).or_default().push(at);
        }
    }
    let mut rest: Vec<usize> = (0..functions.len()).collect();
    let mut order = Vec::with_capacity(rest.len());
    let mut next = rest.iter().copied().max_by_key(|at| pieces[*at].len());
    while let Some(present) = next {
        rest.retain(|at| *at != present);
        order.push(functions[present]);
        let mut shared = vec![0; functions.len()];
        for holder in pieces[present].iter().flat_map(|piece| &holders[piece]) {
            shared[*holder] += 1;
        }
        // In thousandths: what part of it the present one has as well.
        next = rest.iter().copied().max_by_key(|at| shared[*at] * 1000 / (pieces[*at].len() + 1));
    }
    order
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::{LENGTH, in_order};

    #[test]
    fn what_is_alike_stands_together() {
        let bodies: [&[u8]; 4] = [b"abcdefgh", b"12345678901", b"abcdefg", b"456789"];
        assert_eq!(in_order(&[0, 1, 2, 3], |at| bodies[at]), [1, 3, 2, 0]);
    }

    proptest! {
        /// Of few letters, so that they have much in common.
        #[test]
        fn each_is_the_one_most_like_the_one_before(bodies in prop::collection::vec(prop::collection::vec(0_u8..3, 0..40), 1..12)) {
            let pieces: Vec<HashSet<&[u8]>> = bodies.iter().map(|body| body.windows(LENGTH).collect()).collect();
            let all: Vec<usize> = (0..bodies.len()).collect();
            let order = in_order(&all, |at| &bodies[at]);
            let mut sorted = order.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, all);
            for (place, pair) in order.windows(2).enumerate() {
                let alike = |other: usize| pieces[pair[0]].intersection(&pieces[other]).count() * 1000 / (pieces[other].len() + 1);
                prop_assert!(order[place + 1..].iter().all(|other| alike(*other) <= alike(pair[1])), "after {}: {}", pair[0], pair[1]);
            }
        }
    }
}

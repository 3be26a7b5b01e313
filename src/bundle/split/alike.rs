//! In which order the functions of a part stand: each after the one that it is most like, which compresses better.

use std::collections::HashSet;

/// So many bytes in a row are compared.
const LENGTH: usize = 4;

/// Puts functions into that order; `body` gives what a function does. Begins with the longest.
pub fn in_order<'a>(functions: &[usize], body: impl Fn(usize) -> &'a [u8]) -> Vec<usize> {
    let mut rest: Vec<(usize, HashSet<&[u8]>)> =
        functions.iter().map(|function| (*function, body(*function).windows(LENGTH).collect())).collect();
    let mut order = Vec::with_capacity(rest.len());
    let mut next = (0..rest.len()).max_by_key(|at| rest[*at].1.len());
    while let Some(at) = next {
        let (function, present) = rest.remove(at);
        order.push(function);
        // In thousandths: what part of it the present one has as well.
        let likeness = |other: &HashSet<&[u8]>| other.iter().filter(|bytes| present.contains(*bytes)).count() * 1000 / (other.len() + 1);
        next = (0..rest.len()).max_by_key(|at| likeness(&rest[*at].1));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn what_is_alike_stands_together() {
        let bodies: [&[u8]; 4] = [b"abcdefgh", b"12345678901", b"abcdefg", b"456789"];
        assert_eq!(in_order(&[0, 1, 2, 3], |at| bodies[at]), [1, 3, 2, 0]);
    }
}

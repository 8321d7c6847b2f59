//! Sorting, telling sorted lists apart, and filling ordered maps and sets, where few things are sorted
//! at a time.
//!
//! The standard ways are made anew for every type and every order, at 2 to 5 KB each in the page:
//! `sort_by` and its relatives, and `collect` into a map or a set, which sorts first. Here one sort
//! of numbers serves all orders, and a map is filled one by one.
//!
//! Limits: each comparison is a call through a pointer, so what is sorted at every key press keeps
//! the standard sort. At most `u32::MAX` things.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Collects into ordered maps and sets, the last of equal keys winning.
pub trait Gather: Iterator + Sized {
    /// Collects pairs into a map.
    fn into_map<K: Ord, V>(self) -> BTreeMap<K, V>
    where
        Self: Iterator<Item = (K, V)>,
    {
        let mut map = BTreeMap::new();
        for (key, value) in self {
            map.insert(key, value);
        }
        map
    }

    /// Collects into a set.
    fn into_set(self) -> BTreeSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut set = BTreeSet::new();
        for it in self {
            set.insert(it);
        }
        set
    }
}

impl<I: Iterator> Gather for I {}

/// What is in one of two sorted lists and not in the other, in order; `is_first` tells which of two
/// that differ comes first.
pub fn in_one_only<T: PartialEq>(
    one: impl Iterator<Item = T>,
    other: impl Iterator<Item = T>,
    is_first: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    let mut only = Vec::new();
    loop {
        let next = match (one.peek(), other.peek()) {
            (None, None) => return only,
            (Some(a), Some(b)) if a == b => {
                one.next();
                other.next();
                continue;
            }
            (Some(a), Some(b)) if is_first(a, b) => one.next(),
            (Some(_), None) => one.next(),
            (_, Some(_)) => other.next(),
        };
        only.extend(next);
    }
}

/// Sorts; equal things keep their order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a key that is made for each comparison; equal things keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts as `compare` says; equal things keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let mut order = places(items.len(), &|one, other| compare(&items[one], &items[other]));
    for at in 0..order.len() {
        // What belongs here was moved if it stood before: then its place says where to.
        let mut from = order[at] as usize;
        while from < at {
            from = order[from] as usize;
        }
        items.swap(at, from);
        order[at] = from as u32;
    }
}

/// The places of `n` things in the order of `compare`.
fn places(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..n as u32).collect();
    places.sort_by(|one, other| compare(*one as usize, *other as usize));
    places
}

#[cfg(test)]
mod tests {
    use super::{Gather, sort, sort_by, sort_by_key};

    #[test]
    fn things_are_sorted_as_the_standard_sort_does() {
        for n in 0..60_u32 {
            // Many equal keys, to see that the order of equal things is kept.
            let items: Vec<(u32, u32)> = (0..n).map(|it| (it * 37 % 11, it)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|it| it.0);
            let mut by_key = items.clone();
            sort_by_key(&mut by_key, |it| it.0);
            assert_eq!(by_key, expected);
            let mut backward = items.clone();
            sort_by(&mut backward, |one, other| other.cmp(one));
            assert!(backward.is_sorted_by(|one, other| one > other));
            expected = items.clone();
            expected.sort_unstable();
            sort(&mut backward);
            assert_eq!(backward, expected);
        }
    }

    #[test]
    fn the_last_of_equal_keys_wins() {
        let map = [(2, 'a'), (1, 'b'), (2, 'c')].into_iter().into_map();
        assert_eq!(map.into_iter().collect::<Vec<_>>(), [(1, 'b'), (2, 'c')]);
        let set = [3, 1, 3].into_iter().into_set();
        assert_eq!(set.into_iter().collect::<Vec<_>>(), [1, 3]);
    }
}

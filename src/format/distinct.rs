//! Names made to differ: the second `a` becomes `a (2)`.

use std::collections::{BTreeMap, BTreeSet};

use crate::order::Gather;

/// Names already given, in lower case: some file systems do not tell case apart.
#[derive(Debug, Default)]
pub(crate) struct Distinct {
    taken: BTreeSet<String>,
    /// The number to try next for a name that was taken.
    next: BTreeMap<String, u32>,
}

impl Distinct {
    /// Nothing given yet but `taken`, in lower case.
    pub(crate) fn besides(taken: impl IntoIterator<Item = String>) -> Self {
        Self { taken: taken.into_iter().into_set(), next: BTreeMap::new() }
    }

    /// `stem` and `end` put together, or with the first free number between them.
    pub(crate) fn take(&mut self, stem: &str, end: &str) -> String {
        let plain = format!("{stem}{end}");
        if self.taken.insert(plain.to_lowercase()) {
            return plain;
        }
        let n = self.next.entry(plain.to_lowercase()).or_insert(2);
        loop {
            let name = format!("{stem} ({n}){end}");
            *n += 1;
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_differ_even_ignoring_case() {
        let mut distinct = Distinct::besides(["b (2)".to_owned()]);
        let taken = ["a", "A", "b", "b", "b"].map(|it| distinct.take(it, ".txt"));
        assert_eq!(taken, ["a.txt", "A (2).txt", "b.txt", "b (2).txt", "b (3).txt"]);
        assert_eq!(distinct.take("b", ""), "b");
        assert_eq!(distinct.take("b", ""), "b (3)");
    }
}

//! What the text itself has said before: a surname after its full name, a short form after the long
//! one. Kept for [`crate::extract::portion::REACH`] bytes, so that any window remembers the same.

use std::collections::BTreeMap;

use crate::extract::spelling::fold;

/// The longer name that a word stood in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The label of the longer name.
    pub label: &'static str,
    /// The longer name, as written.
    pub name: String,
    /// Where it ended, in bytes.
    at: u32,
}

/// Short forms, and the names that introduced them.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    by_word: BTreeMap<String, Mention>,
    has_phrases: bool,
    reach: u32,
}

impl Mentions {
    /// None yet; each is forgotten `reach` bytes after its name.
    pub fn new(reach: u32) -> Self {
        Self { reach, ..Self::default() }
    }

    /// Notes that `short` stands for `name`, which ended at the byte `at`.
    pub fn note(&mut self, short: &str, label: &'static str, name: &str, at: u32) {
        self.has_phrases |= short.contains(' ');
        let mention = Mention { label, name: name.to_owned(), at };
        self.by_word.insert(fold(short), mention);
    }

    /// Whether any short form has several words, so that looking for one is worth it.
    pub fn has_phrases(&self) -> bool {
        self.has_phrases
    }

    /// What the folded `word` at the byte `at` stands for.
    pub fn get(&self, word: &str, at: u32) -> Option<&Mention> {
        self.by_word.get(word).filter(|it| at <= it.at.saturating_add(self.reach))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_remembered_for_a_while() {
        let mut mentions = Mentions::new(100);
        mentions.note("Peña", "PERSON", "Ana Peña", 50);
        let name = |at| mentions.get("pena", at).map(|it| it.name.as_str());
        assert_eq!((name(60), name(150), name(151)), (Some("Ana Peña"), Some("Ana Peña"), None));
    }
}

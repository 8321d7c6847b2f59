//! Lists, put together for the file: used by the chore that makes it, and by tests.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::extract::line::Line;
use crate::extract::lists::entry::{Entry, Kind};
use crate::extract::lists::{LISTS_VERSION, MAGIC, N_BUCKETS, WIDTH, parts};
use crate::extract::spelling::{KEY_START, extend_key};
use crate::text::TextRange;

/// The longest name, in words; longer ones are left out.
pub const LONGEST_NAME: usize = 12;

/// A name as a source has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'n> {
    /// Of which list.
    pub kind: Kind,
    /// As it is written there.
    pub name: &'n str,
    /// See [`Kind`].
    pub weight: u32,
}

/// Lists that the file has no room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Two names have one key in the file: the keys are too short for so many.
    SameKey,
    /// More than 255 keys begin alike: likewise.
    FullBucket,
}

/// What the forms of one name ask for.
#[derive(Default)]
struct Forms {
    entry: Entry,
    /// A form in capitals that is no person's name.
    has_upper: bool,
    /// Another form of a country, a state, a body.
    has_plain: bool,
}

/// The file with these names, in whatever order they come.
pub fn pack(names: &[Name]) -> Result<Vec<u8>, PackError> {
    let mut all: BTreeMap<u64, Forms> = BTreeMap::new();
    for name in names {
        add(&mut all, name);
    }
    let mut entries: Vec<((usize, u32), u32)> = Vec::with_capacity(all.len());
    entries.extend(all.into_iter().map(|(key, forms)| (parts(key), settle(forms).bits())));
    entries.sort_unstable();
    if entries.is_sorted_by(|a, b| a.0 < b.0) { write(&entries) } else { Err(PackError::SameKey) }
}

fn add(all: &mut BTreeMap<u64, Forms>, name: &Name) {
    let line = Line::new(name.name, TextRange::new(0, name.name.len() as u32));
    if line.is_empty() || line.len() > LONGEST_NAME {
        return;
    }
    let mut key = extend_key(KEY_START, line.folded(0));
    if line.len() > 1 {
        all.entry(key).or_default().entry.note_longer(line.len());
    }
    for at in 1..line.len() {
        key = extend_key(key, line.folded(at));
    }
    let forms = all.entry(key).or_default();
    forms.entry.add(name.kind, name.weight);
    let letters = || name.name.chars().filter(|it| it.is_alphabetic());
    let is_upper = letters().all(char::is_uppercase);
    match name.kind {
        Kind::Given | Kind::Surname | Kind::Word | Kind::City => {}
        Kind::Group | Kind::Language if !letters().any(char::is_uppercase) => {
            forms.entry.set_lower();
        }
        _ if is_upper => forms.has_upper = true,
        _ => forms.has_plain = true,
    }
}

/// A short form in capitals (`US`, `WHO`) that is a word or a hamlet else must be in capitals, and is
/// no hamlet.
fn settle(mut forms: Forms) -> Entry {
    let is_word = forms.entry.is(Kind::Word);
    if forms.has_upper && (is_word || !forms.has_plain) {
        forms.entry.set_upper();
        forms.entry.remove(Kind::City);
    }
    forms.entry
}

fn write(entries: &[((usize, u32), u32)]) -> Result<Vec<u8>, PackError> {
    let mut counts = vec![0_u8; N_BUCKETS];
    for ((bucket, _), _) in entries {
        counts[*bucket] = counts[*bucket].checked_add(1).ok_or(PackError::FullBucket)?;
    }
    let mut body = counts;
    body.reserve(entries.len() * WIDTH);
    for shift in [16, 8, 0] {
        body.extend(entries.iter().map(|((_, rest), _)| (rest >> shift) as u8));
    }
    for shift in [0, 8, 16, 24] {
        body.extend(entries.iter().map(|(_, value)| (value >> shift) as u8));
    }
    let mut file = MAGIC.to_vec();
    file.extend(LISTS_VERSION.to_le_bytes());
    file.extend((entries.len() as u32).to_le_bytes());
    file.extend(Sha256::digest(&body));
    file.extend(body);
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lists::Lists;

    fn entry(names: &[(Kind, &'static str)], words: &[&str]) -> Option<Entry> {
        let name = |it: &(Kind, &'static str)| Name { kind: it.0, name: it.1, weight: 2 };
        let names: Vec<Name> = names.iter().map(name).collect();
        let lists = Lists::read(pack(&names).unwrap()).unwrap();
        lists.get(words.iter().fold(KEY_START, |key, it| extend_key(key, it)))
    }

    #[test]
    fn names_are_folded_and_their_beginnings_known() {
        let names = [(Kind::City, "San José de Cúcuta"), (Kind::State, "San José")];
        assert!(entry(&names, &["san", "jose"]).unwrap().is(Kind::State));
        assert_eq!(entry(&names, &["san"]).unwrap().longest(), 4);
        assert_eq!(entry(&names, &["san", "jose", "de"]), None);
        assert!(entry(&names, &["san", "jose", "de", "cucuta"]).unwrap().is(Kind::City));
    }

    #[test]
    fn capitals_are_asked_for_where_a_word_is_written_alike() {
        let us = [(Kind::Country, "US"), (Kind::City, "Us"), (Kind::Word, "us")];
        let it = entry(&us, &["us"]).unwrap();
        assert!(it.is_upper() && it.is(Kind::Country) && !it.is(Kind::City));
        let nato = [(Kind::Organization, "NATO"), (Kind::Organization, "Nato")];
        assert!(!entry(&nato, &["nato"]).unwrap().is_upper());
    }

    #[test]
    fn groups_may_be_written_small_where_their_language_does() {
        let groups = [(Kind::Group, "peruano"), (Kind::Group, "Peruvian")];
        assert!(entry(&groups, &["peruano"]).unwrap().may_be_lower());
        assert!(!entry(&groups, &["peruvian"]).unwrap().may_be_lower());
    }
}

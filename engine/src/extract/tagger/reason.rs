//! What spoke most for a name that the model found, for the one who decides on it.
//!
//! The sum has some eighty parts, and nobody reads those. Named is the strongest sort of evidence that
//! was there and that a reader knows: the rest of the text, a list, a title, a telling word, a given
//! name; else that the model has learned it.

use crate::extract::lists::entry::Kind;
use crate::extract::tagger::Name;
use crate::extract::tagger::chapter::Chapter;
use crate::extract::tagger::tag::LABELS;
use crate::extract::trigger::{self, Place};
use crate::extract::{List, Reason, vocabulary};

/// The kinds of lists that speak for a label, the strongest first.
const LISTED: &[(&str, Kind, List)] = &[
    ("GPE", Kind::Country, List::Countries),
    ("GPE", Kind::Capital, List::Capitals),
    ("GPE", Kind::State, List::States),
    ("GPE", Kind::City, List::Cities),
    ("LOC", Kind::Place, List::Regions),
    ("LOC", Kind::River, List::Regions),
    ("NORP", Kind::Group, List::Groups),
    ("LANGUAGE", Kind::Language, List::Languages),
    ("ORG", Kind::Organization, List::Organizations),
    ("EVENT", Kind::Event, List::Events),
];

/// The reason for `name`, one of `names`.
pub fn explain(chapter: &Chapter, name: &Name, names: &[Name]) -> Reason {
    listed(chapter, name)
        .or_else(|| told(chapter, name))
        .or_else(|| titled(chapter, name))
        .or_else(|| name.is_known.then(|| heard(chapter, name, names)).flatten())
        .or_else(|| given(chapter, name))
        .unwrap_or(Reason::Learned)
}

/// It stands in a list, as a whole.
fn listed(chapter: &Chapter, name: &Name) -> Option<Reason> {
    let fact = &chapter.facts[name.line].words[name.words.start];
    let kinds = if name.words.len() == 1 { fact.entry.kinds() } else { fact.listed?.0 };
    let label = LABELS[name.label];
    let is_listed = |it: &&(&str, Kind, List)| it.0 == label && kinds & 1 << it.1 as u32 != 0;
    LISTED.iter().find(is_listed).map(|it| Reason::Listed(it.2))
}

/// One of its words tells its kind.
fn told(chapter: &Chapter, name: &Name) -> Option<Reason> {
    let line = &chapter.lines[name.line];
    let telling = name.words.clone().find(|at| {
        let word = line.folded(*at);
        let found = [Place::First, Place::Last].map(|place| trigger::of(word, place));
        found.iter().flatten().any(|it| it.label == LABELS[name.label])
    })?;
    Some(Reason::Trigger { word: line.words()[telling].text.to_owned() })
}

/// A title stands before a person's name.
fn titled(chapter: &Chapter, name: &Name) -> Option<Reason> {
    let line = &chapter.lines[name.line];
    let before = name.words.start.checked_sub(1)?;
    let is_titled = LABELS[name.label] == "PERSON" && vocabulary::is_title(line.folded(before));
    is_titled.then(|| Reason::Title { word: line.words()[before].text.to_owned() })
}

/// A longer name of the same kind, with its words, stands elsewhere.
fn heard(chapter: &Chapter, name: &Name, names: &[Name]) -> Option<Reason> {
    let own: Vec<&str> = folded(chapter, name).collect();
    let is_longer = |it: &&Name| {
        it.label == name.label && it.words.len() > own.len() && {
            let words: Vec<&str> = folded(chapter, it).collect();
            words.windows(own.len()).any(|part| part == own)
        }
    };
    let longer = names.iter().find(is_longer)?;
    let line = &chapter.lines[longer.line];
    let words: Vec<&str> = line.words()[longer.words.clone()].iter().map(|it| it.text).collect();
    Some(Reason::Mentioned { name: words.join(" ") })
}

fn folded<'a>(chapter: &'a Chapter, name: &Name) -> impl Iterator<Item = &'a str> + use<'a> {
    let line = &chapter.lines[name.line];
    name.words.clone().map(|at| line.folded(at))
}

/// A person's name starts with a common given name.
fn given(chapter: &Chapter, name: &Name) -> Option<Reason> {
    let first = &chapter.facts[name.line].words[name.words.start];
    let is_given =
        LABELS[name.label] == "PERSON" && name.words.len() > 1 && first.entry.given() > 1;
    is_given.then_some(Reason::GivenName)
}

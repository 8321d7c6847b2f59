//! What one listed word speaks for: the lists say what it may be, its surroundings what it is.

use crate::extract::List;
use crate::extract::clue;
use crate::extract::line::Line;
use crate::extract::lists::entry::{Entry, Kind};
use crate::extract::vocabulary;

/// What a list speaks for: label, score, list.
pub type Verdict = (&'static str, f32, List);

/// Whatever has a place on the map.
const PLACES: [Kind; 6] =
    [Kind::Country, Kind::Capital, Kind::State, Kind::City, Kind::Place, Kind::River];

/// A word with a capital, or a group that may be small, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'l, 't> {
    /// The sentence.
    pub line: &'l Line<'t>,
    /// The word.
    pub at: usize,
    /// What the lists know of it.
    pub entry: Entry,
    /// One past the last word of the place before, if there was one.
    pub place_end: Option<usize>,
    /// Whether a comma and a larger place stand behind it: `Lima, Peru`.
    pub is_before_place: bool,
}

impl Spot<'_, '_> {
    /// What the word speaks for; `None` where that is not sure enough.
    pub fn verdict(&self) -> Option<Verdict> {
        let (word, entry) = (&self.line.words()[self.at], self.entry);
        if entry.is(Kind::Language) && clue::is_language(self.line, self.at) {
            return Some(("LANGUAGE", 0.85, List::Languages));
        }
        if self.is_people(word.is_capital) {
            return self.people(word.is_capital);
        }
        if !word.is_capital || entry.is_upper() && !word.is_upper {
            return None;
        }
        let is_word = entry.word() > 0 && (self.is_start() || entry.word() > 1);
        match () {
            // `río Níger`, `monte Líbano`.
            () if clue::is_feature(self.before()) && entry.is_any(&PLACES) => {
                Some(("LOC", 0.94, List::Regions))
            }
            () if entry.is(Kind::Country) => Some(("GPE", 0.93, List::Countries)),
            () if vocabulary::is_title(self.before()) => None,
            () if entry.is(Kind::Capital) && is_known(entry) => Some(("GPE", 0.9, List::Capitals)),
            () if entry.is(Kind::Organization) && entry.size() < 6 => {
                self.is_body(word.is_upper).then_some(("ORG", 0.8, List::Organizations))
            }
            () if is_word && !self.is_place() => None,
            () if is_before_name(self.line, self.at) && entry.size() < 5 => None,
            () if entry.is(Kind::Place) && is_map_name(entry) => Some(("LOC", 0.8, List::Regions)),
            () => self.town(),
        }
    }

    /// Whether it can only be a group or a language here.
    fn is_people(&self, is_capital: bool) -> bool {
        let entry = self.entry;
        if !is_capital {
            return entry.may_be_lower();
        }
        let is_language =
            entry.is(Kind::Language) && !entry.is_any(&PLACES) && !entry.is(Kind::Organization);
        is_language || entry.is(Kind::Group) && !entry.is_any(&[Kind::Country, Kind::Place])
    }

    /// What a group or a language speaks for.
    fn people(&self, is_capital: bool) -> Option<Verdict> {
        let entry = self.entry;
        if entry.is(Kind::Group) {
            return Some(("NORP", 0.92, List::Groups));
        }
        let is_plain = entry.surname() + entry.given() + entry.word() == 0;
        (is_capital && is_plain).then_some(("NORP", 0.6, List::Groups))
    }

    fn is_body(&self, is_upper: bool) -> bool {
        let is_person = self.entry.surname().max(self.entry.given()) > 0;
        is_upper || !is_person && (!self.is_start() || self.entry.word() == 0)
    }

    /// What the name of a state, a town or a river speaks for.
    fn town(&self) -> Option<Verdict> {
        let entry = self.entry;
        let (size, is_town) = (entry.size(), entry.is(Kind::City));
        let score = 0.5 + 0.05 * size as f32;
        if self.is_place() && (is_town || entry.is(Kind::State)) {
            let list = if is_town { List::Cities } else { List::States };
            return Some(("GPE", score + 0.1, list));
        }
        let doubt = entry.given().max(entry.surname()) + entry.word() + u32::from(self.is_start());
        match () {
            // Towns take no article.
            () if clue::is_article(self.before()) => None,
            () if entry.is(Kind::State) && doubt < 2 => Some(("GPE", score.max(0.6), List::States)),
            () if is_town && size >= 2 + 2 * doubt => Some(("GPE", score, List::Cities)),
            () if entry.is(Kind::River) && doubt == 0 && !is_town => {
                Some(("LOC", 0.55, List::Regions))
            }
            () => None,
        }
    }

    /// Whether it starts the sentence or what is quoted in it, or the sentence is a headline: then
    /// its capital says nothing.
    fn is_start(&self) -> bool {
        self.line.starts(self.at) || self.line.is_title()
    }

    /// Whether what stands around it speaks for a place.
    fn is_place(&self) -> bool {
        self.is_before_place || is_after_place(self.line, self.at, self.place_end)
    }

    /// The folded word before it.
    fn before(&self) -> &str {
        self.at.checked_sub(1).map_or("", |it| self.line.folded(it))
    }
}

/// Whether a capital is likelier meant than a person of its name.
fn is_known(capital: Entry) -> bool {
    let is_name = capital.given().max(capital.surname()) > 1;
    capital.given() < 3 && (!is_name || capital.size() > 4)
}

/// Whether a region is likelier meant than a person of its name or a word.
fn is_map_name(region: Entry) -> bool {
    region.surname() < 2 && region.given() < 3 && region.word() == 0
}

/// Whether a word with a capital follows the word at `at`.
pub fn is_before_name(line: &Line, at: usize) -> bool {
    line.words().get(at + 1).is_some_and(|it| it.is_capital && it.spaced)
}

/// Whether a place is expected at `first`: behind a preposition of place, or behind the place that
/// ended before `place_end` and a comma or `and`.
pub fn is_after_place(line: &Line, first: usize, place_end: Option<usize>) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    if clue::is_before_place(line.folded(before)) {
        return true;
    }
    let is_and = matches!(line.folded(before), "and" | "y" | "or" | "o");
    place_end.is_some_and(|end| {
        end == before && (is_and || line.folded(before) == ",")
            || end + 1 == before && is_and && line.folded(end) == ","
    })
}

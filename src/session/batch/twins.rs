//! The same words elsewhere: where a correction may have to be made again.
//!
//! Names have more than one form. On request a person's surname alone counts as well, in articles
//! that have the full name; and so does an acronym that stands in brackets behind the words.

use std::collections::BTreeSet;

use crate::model::id::LabelId;
use crate::model::schema::four_way;
use crate::segment::character::is_blank;
use crate::session::Session;
use crate::session::batch::{Batch, Change, Purpose};
use crate::session::effect::Effect;
use crate::session::matching::{Matching, Pattern};
use crate::session::out::Out;
use crate::text::TextRange;
use crate::view::{ShownKey, ShownState};

/// The least letters of a surname that is looked for alone.
const LEAST_SURNAME: usize = 3;

/// The longest acronym, in characters.
const LONGEST_ACRONYM: usize = 12;

/// How the same words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sought {
    /// Which words count as the same.
    pub matching: Matching,
    /// Whether surnames and acronyms count as well.
    pub aliases: bool,
    /// In all articles, not in the open one only.
    pub everywhere: bool,
}

impl Default for Sought {
    fn default() -> Self {
        Self { matching: Matching::default(), aliases: false, everywhere: true }
    }
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Twins {
    /// The words, as they were corrected.
    pub words: String,
    /// How.
    pub sought: Sought,
    /// Whether the words are a person's name.
    is_person: bool,
    /// Acronyms met so far.
    acronyms: BTreeSet<String>,
}

impl Twins {
    /// What is looked for after `words` were corrected.
    fn new(words: String, is_person: bool) -> Self {
        Self { words, sought: Sought::default(), is_person, acronyms: BTreeSet::new() }
    }

    /// Where what is looked for stands in `text`, in order.
    pub(crate) fn places(&mut self, text: &str) -> Vec<TextRange> {
        let Some(pattern) = Pattern::new(&self.words, self.sought.matching) else {
            return Vec::new();
        };
        let mut places = pattern.places(text);
        if !self.sought.aliases {
            return places;
        }
        self.acronyms.extend(places.iter().filter_map(|it| acronym_after(text, *it)));
        let exact = Matching { case: true, ..Matching::default() };
        let surname = self.surname().filter(|_| !places.is_empty());
        for alias in self.acronyms.iter().map(String::as_str).chain(surname) {
            let found = Pattern::new(alias, exact).map(|it| it.places(text)).unwrap_or_default();
            let is_apart = |it: &TextRange| !places.iter().any(|place| place.overlaps(*it));
            let more: Vec<TextRange> = found.into_iter().filter(is_apart).collect();
            places.extend(more);
        }
        crate::order::sort(&mut places);
        places
    }

    /// The last word of a person's name that has several.
    fn surname(&self) -> Option<&str> {
        let mut words = self.words.split(is_blank).filter(|it| !it.is_empty());
        let last = words.next_back().filter(|_| self.is_person && words.next().is_some())?;
        let is_name = last.starts_with(char::is_uppercase);
        (is_name && last.chars().count() >= LEAST_SURNAME).then_some(last)
    }
}

/// The acronym that stands in brackets right behind `place`, if there is one.
fn acronym_after(text: &str, place: TextRange) -> Option<String> {
    let rest = text[place.end() as usize..].trim_start_matches(is_blank).strip_prefix('(')?;
    let (inside, _) = rest.split_once(')')?;
    let is_short = (2..=LONGEST_ACRONYM).contains(&inside.chars().count());
    let is_capital = |c: char| c.is_uppercase() || c.is_ascii_digit() || c == '-';
    (is_short && inside.starts_with(char::is_uppercase) && inside.chars().all(is_capital))
        .then(|| inside.to_owned())
}

impl Session {
    /// Opens the twins of what is selected, or goes into those that are offered already.
    pub(crate) fn show_twins(&mut self, out: &mut Out) {
        // A search is no answer to what a mark asks.
        let is_other = self.search_here().is_some() && self.has_mark();
        if self.batch().is_none() || is_other {
            let Some((words, change)) = self.correction_here() else {
                return out.say(crate::message::Message::NothingToRepeat);
            };
            self.look_for_twins(words, change, true, out);
        }
        out.then(Effect::EnterBatch);
    }

    /// Offers to make a correction of `words` elsewhere, where there is an elsewhere.
    pub(crate) fn offer_twins(&mut self, words: String, change: Change, out: &mut Out) {
        // Whoever goes from hit to hit, or from doubt to doubt, wants to go on.
        let goes_on = self.search_here().is_some() || self.is_in_queue();
        if self.settings.offer && !goes_on {
            self.look_for_twins(words, change, false, out);
        }
    }

    /// Looks for the same words in another way.
    pub(crate) fn match_twins(&mut self, sought: Sought, out: &mut Out) {
        let Some(batch) = self.batch.clone() else { return };
        let Purpose::Twins(twins) = &batch.purpose else { return };
        let twins = Twins { sought, acronyms: BTreeSet::new(), ..twins.clone() };
        self.look_again(Batch { purpose: Purpose::Twins(twins), ..batch }, out);
    }

    fn look_for_twins(&mut self, words: String, change: Change, is_asked: bool, out: &mut Out) {
        let is_person = match change {
            Change::Label(label) => self.is_person(label),
            _ => false,
        };
        let purpose = Purpose::Twins(Twins::new(words, is_person));
        let unseen = self.articles_to_look_through(&purpose);
        self.begin_batch(Batch::new(purpose, change, unseen, is_asked), out);
    }

    fn is_person(&self, label: LabelId) -> bool {
        four_way(&self.label_name(label)) == Some("PER")
    }

    /// The words that are selected, and what they are labeled.
    fn correction_here(&self) -> Option<(String, Change)> {
        let key = self.cursor.mark?;
        let mark = &self.sheet()?.find(key)?.shown;
        let words = mark.extent.words(&self.open_text()?)?;
        let change = match (key, mark.state) {
            (ShownKey::Suggested(_), ShownState::Rejected) => Change::Remove(Some(mark.label)),
            _ => Change::Label(mark.label),
        };
        Some((words, change))
    }
}

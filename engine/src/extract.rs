//! Finding entities: what every engine answers to, and the one that ships.
//!
//! An engine reads a text and suggests spans with labels; a person decides. It is deterministic:
//! the same lists, rules and decisions give the same suggestions, byte for byte. It knows labels by
//! their names in the schema (`PERSON`), nothing of documents or tracks, and keeps no text.
//!
//! Amounts, dates and times are found by rules. Names are found by a trained model, with lists of
//! names and the words that go with them as evidence; where there is no model, by rules that look at
//! the same evidence. A memory of what a person decided goes before both. The model's scores are
//! calibrated: of names with 0.8, about eight of ten are right. So are those of the rules for people,
//! bodies and places in English ([`trust`]); the rules' other scores are only ordered.

pub mod arbiter;
pub mod articled;
pub mod echo;
pub mod engine;
pub mod memory;
pub mod own;
pub mod portion;
pub mod proposed;

pub mod modifier;
pub mod numbers;
pub mod numeral;

pub mod amount;
pub mod calendar;
pub mod clock;
pub mod compound;
pub mod count;
pub mod period;
pub mod year;

pub mod bare;
pub mod compass;
pub mod gazetteer;
pub mod landmark;
pub mod mention;
pub mod names;
pub mod outlet;
pub mod product;
pub mod spot;
pub mod trigger;
pub mod trust;
pub mod work;

pub mod lexicon;
pub mod starter;
pub mod title;
pub mod vocabulary;

pub mod body_word;
pub mod candidate;
pub mod clue;
pub mod line;
pub mod lists;
pub mod spelling;
pub mod tagger;
pub mod word_list;

use crate::source::Source;
use crate::text::TextRange;

/// A span that an engine takes for an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Its place in the text.
    pub range: TextRange,
    /// The label's name in the schema, such as `PERSON`.
    pub label: String,
    /// How certain the engine is, 0 to 1.
    pub score: f32,
    /// What spoke for it.
    pub reason: Reason,
}

/// What spoke for a suggestion. The words for it are made in `message`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It reads as an amount: a number with its unit, sign or currency.
    Amount,
    /// It reads as a date, a time or a period.
    Calendar,
    /// It stands in a list.
    Listed(List),
    /// A title stands before it.
    Title {
        /// The title, as written.
        word: String,
    },
    /// A word in it or beside it tells its kind: `Ministry`, `River`.
    Trigger {
        /// That word, as written.
        word: String,
    },
    /// It starts with a common given name.
    GivenName,
    /// Only its capitals speak for it.
    Capitals,
    /// The model has learned that such words in such a place are one.
    Learned,
    /// The text has said before what it is.
    Mentioned {
        /// The longer form that stood there.
        name: String,
    },
    /// A person has decided on the same words before.
    Decided {
        /// How often they got this label.
        accepted: u32,
        /// How often it was refused for them.
        rejected: u32,
    },
}

/// A list of names: one that ships with the tool, or the user's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// Countries, in English and Spanish.
    Countries,
    /// Capitals.
    Capitals,
    /// Cities and towns.
    Cities,
    /// States and provinces.
    States,
    /// Continents, regions of the world, seas, rivers, ranges.
    Regions,
    /// Nationalities, peoples, religions, parties' adherents.
    Groups,
    /// Languages.
    Languages,
    /// Bodies, parties, companies.
    Organizations,
    /// Wars, games.
    Events,
    /// A list of the user's own.
    Own,
}

/// What an engine found in a part of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What was read. Whatever was suggested inside it before is replaced.
    pub covered: TextRange,
    /// Sorted by start, all inside `covered`.
    pub suggestions: Vec<Suggestion>,
}

/// What a person decided about one text, for learning.
///
/// Only `reviewed` counts: spans outside it are not examples, and words outside it are unknown,
/// never "no entity".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// The words that all offsets here are in: a document, or a part of one.
    pub text: String,
    /// Where a person looked.
    pub reviewed: Vec<TextRange>,
    /// The spans that are right, with the names of their labels.
    pub gold: Vec<(TextRange, String)>,
    /// The spans that were suggested and refused, with the refused label.
    pub rejected: Vec<(TextRange, String)>,
    /// Names of the engine's own labels that the person could not give: words without a mark may well be
    /// names with these.
    pub missing: Vec<String>,
}

/// What came of learning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    /// Decisions taken in.
    pub taken: u32,
    /// Decisions left out: outside what was reviewed, or not in the text.
    pub skipped: u32,
    /// Older decisions that had to make room.
    pub forgotten: u32,
}

/// An engine. A trait because engines have state and a combination of engines is one too.
pub trait Extractor {
    /// Which engine this is, for provenance. Changes whenever its answers could.
    fn source(&self) -> Source;

    /// What is in `window` of `text`. More may be read than asked for (whole lines), and
    /// [`Found::covered`] says what.
    ///
    /// `language` is the text's, as BCP 47 has it, as far as somebody knows or has guessed it
    /// ([`segment::language`](crate::segment::language)): all windows of a text are asked for under
    /// the same one.
    fn suggest(&self, text: &str, language: Option<&str>, window: TextRange) -> Found;

    /// Takes in decisions, in order. The order matters; learning all over again in the same order
    /// gives the same engine.
    fn learn(&mut self, examples: &[Example]) -> Learned;

    /// All that was learned, as bytes that a later run can load.
    fn save(&self) -> Vec<u8>;
}

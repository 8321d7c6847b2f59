//! Search: words or a pattern, in texts or in marks, in one article or in all.
//!
//! What is found is a batch ([`crate::session::batch`]): hits in the words around them, gone to one
//! after the other, and changed together once a change is chosen. The articles are looked through in
//! slices, the open one first; a hard pattern makes a slice shorter.
//!
//! Where nothing is found, the words that come nearest are looked for ([`similar`]).
//!
//! Reading order: [`query`] (what is looked for), `hits` (where that is), `walk` (from hit to hit).
//!
//! Limits: marks of several pieces are found by all of them together, and cannot be changed here; an
//! article that comes in while a search is there is not looked through before the next one.

pub mod query;
pub mod similar;

mod hits;
mod walk;

use crate::model::id::{DocumentId, LabelId};
use crate::session::Session;
use crate::session::batch::{Batch, Change, Purpose};
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::expression::Expression;
use crate::session::expression::fault::Fault;
use crate::session::matching::Pattern;
use crate::session::out::Out;
use crate::session::search::query::{Query, Within};
use crate::session::search::similar::{Nearest, Similar};
use crate::text::TextRange;

/// The longest selection, in bytes, that is looked for when the search is shown.
const LONGEST_SELECTION: usize = 200;

/// What the words of a query stand for.
#[derive(Clone, Debug, PartialEq)]
enum Sought {
    /// Nothing: none are written, or they are no pattern.
    Nothing,
    /// Every mark that fits.
    AnyWords,
    /// Words.
    Words(Pattern),
    /// A pattern.
    Expression(Expression),
}

/// A search, and how far it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// What is looked for.
    pub query: Query,
    /// What is wrong with the pattern.
    pub fault: Option<Fault>,
    /// In how many articles the pattern took too long, so that their rest was left out.
    pub n_cut: u64,
    /// How many articles there are to look through.
    pub n_articles: usize,
    /// How many of them were left out because a person stopped the search.
    pub n_left: usize,
    /// What comes nearest to words that stand nowhere.
    pub nearest: Option<Nearest>,
    /// The hit that was gone to last.
    pub current: Option<(DocumentId, TextRange)>,
    /// Whether the next hit, or the one before, is wanted as soon as there is one.
    awaited: Option<bool>,
    sought: Sought,
    similar: Option<Similar>,
}

impl Search {
    fn new(query: Query) -> Self {
        let (sought, fault) = match Sought::of(&query) {
            Ok(sought) => (sought, None),
            Err(fault) => (Sought::Nothing, Some(fault)),
        };
        Self {
            query,
            fault,
            n_cut: 0,
            n_articles: 0,
            n_left: 0,
            nearest: None,
            current: None,
            awaited: None,
            sought,
            similar: None,
        }
    }

    /// Whether there is something to look for.
    pub fn is_something(&self) -> bool {
        self.sought != Sought::Nothing
    }

    /// Whether nothing was found, and words like those that are looked for are looked for now.
    pub fn is_for_similar(&self) -> bool {
        self.similar.is_some()
    }

    /// Whether it is marks that are looked for.
    pub(crate) fn is_in_marks(&self) -> bool {
        self.query.within != Within::Text
    }

    /// The label that marks must have.
    pub(crate) fn label(&self) -> Option<LabelId> {
        self.query.label.filter(|_| self.is_in_marks())
    }

    /// The same search from the start.
    pub(crate) fn anew(self, n_articles: usize) -> Self {
        let (current, awaited) = (self.current, self.awaited);
        Self { n_articles, current, awaited, ..Self::new(self.query) }
    }

    /// Nothing was found. Whether all texts are to be looked through once more, for similar words.
    pub(crate) fn turn_to_similar(&mut self) -> bool {
        if let Some(similar) = self.similar.take() {
            self.nearest = similar.best();
            return false;
        }
        if matches!(self.sought, Sought::Words(_)) && !self.is_in_marks() {
            self.similar = Similar::to(&self.query.words);
        }
        self.similar.is_some()
    }
}

impl Sought {
    fn of(query: &Query) -> Result<Self, Fault> {
        let Query { words, matching, .. } = query;
        if words.trim().is_empty() {
            return Ok(if query.is_something() { Self::AnyWords } else { Self::Nothing });
        }
        if query.is_expression {
            return Expression::new(words, *matching).map(Self::Expression);
        }
        Ok(Pattern::new(words, *matching).map_or(Self::Nothing, Self::Words))
    }
}

impl Session {
    /// What was looked for last.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The search that is there.
    pub fn search_here(&self) -> Option<&Search> {
        match &self.batch.as_ref()?.purpose {
            Purpose::Search(search) => Some(search),
            _ => None,
        }
    }

    /// Commands about the search; others are handed back.
    pub(crate) fn work_in_search(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::ShowSearch => self.show_search(out),
            Command::Search(query) => self.begin_search(query, None, out),
            Command::StopSearch => self.stop_search(out),
            Command::NextHit => self.go_to_hit(true, out),
            Command::PreviousHit => self.go_to_hit(false, out),
            command => return Some(command),
        }
        None
    }

    /// Shows the search, for the selected words where there are some, else for what was looked for
    /// last.
    pub(crate) fn show_search(&mut self, out: &mut Out) {
        self.close_entities(out);
        let selected = self.cursor.selection().and_then(|it| Some(self.seen_at(it)?.words));
        let words = selected.filter(|it| it.len() <= LONGEST_SELECTION);
        if let Some(words) =
            words.filter(|it| self.search_here().is_none_or(|_| *it != self.query.words))
        {
            let query =
                Query { words, is_expression: false, within: Within::Text, ..self.query.clone() };
            self.begin_search(query, None, out);
        } else if self.search_here().is_none() {
            self.begin_search(self.query.clone(), None, out);
        }
        out.then(Effect::EnterSearch);
    }

    /// Looks for something; `awaited` says which hit is wanted at once.
    fn begin_search(&mut self, query: Query, awaited: Option<bool>, out: &mut Out) {
        self.close_entities(out);
        self.query = query.clone();
        let search = Search { awaited, ..Search::new(query) };
        let batch = Batch::of_search(search);
        self.look_again(batch, out);
    }

    /// Leaves out the articles that were not looked through yet.
    fn stop_search(&mut self, out: &mut Out) {
        let Some(batch) = &mut self.batch else { return };
        let n_left = batch.stop();
        if let Purpose::Search(search) = &mut batch.purpose {
            search.n_left = if search.similar.take().is_some() { 0 } else { n_left };
            out.redraw.batch = true;
        }
    }

    /// Another article is open: a search in the open one is about that now.
    pub(crate) fn search_follows(&mut self, out: &mut Out) {
        let is_here = self.search_here().is_some_and(|it| !it.query.everywhere);
        if let Some(batch) = self.batch.clone().filter(|_| is_here) {
            self.look_again(batch, out);
        }
    }

    /// What was done to hits is done: the rest is looked at again.
    pub(crate) fn search_on(&mut self, out: &mut Out) {
        if let Some(mut batch) = self.batch.clone().filter(|_| self.search_here().is_some()) {
            batch.change = Change::Look;
            self.look_again(batch, out);
        }
    }
}

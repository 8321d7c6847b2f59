//! The list of articles as a person wants to see it: which, in what order, found by which words.
//!
//! A view: nothing here changes the project but [`Command::KeepOrder`]. What a row says is kept for
//! every article and made again only for those that a change touched, so that a step costs the same
//! among a thousand articles as among ten. Texts are searched in slices ([`Session::search`]), since
//! a thousand of them take longer than a frame.
//!
//! The open article stays in the list while a person works on it, even when it fits no longer: the
//! way to the next one would be lost.
//!
//! [`Command::KeepOrder`]: crate::session::command::Command::KeepOrder

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::edit::apply::Touched;
use crate::edit::change::Edit;
use crate::extract::spelling::{fold, fold_into};
use crate::model::document::Header;
use crate::model::id::{DocumentId, LabelId};
use crate::model::track::Status;
use crate::order::sort_by;
use crate::session::Session;
use crate::session::about::about;
use crate::session::effect::Effect;
use crate::session::event;
use crate::session::out::Out;
use crate::text::TextRange;

/// Which articles are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// All.
    #[default]
    All,
    /// Those that are not done.
    ToDo,
    /// Those with doubtful suggestions.
    Doubtful,
    /// Those that are done.
    Done,
}

/// In what order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The project's own.
    #[default]
    Project,
    /// By name; numbers in names count as numbers.
    Name,
    /// By how much is reviewed; what is done comes last.
    Status,
    /// By the number of marks and suggestions.
    Marks,
    /// By the number of doubtful suggestions.
    Doubts,
    /// By the date that came with the article; without one it comes last.
    Date,
}

impl Sort {
    /// Every order, as they are offered.
    pub const ALL: [Self; 6] =
        [Self::Project, Self::Name, Self::Status, Self::Marks, Self::Doubts, Self::Date];
}

/// What is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Words in the name or the text; accents and case do not count.
    pub words: String,
    /// How far the article is.
    pub which: Which,
    /// A label that one of its marks or suggestions has.
    pub label: Option<LabelId>,
    /// The order.
    pub sort: Sort,
    /// The order backward.
    pub backward: bool,
}

impl Listing {
    /// Whether articles may be left out.
    pub fn is_filter(&self) -> bool {
        !self.words.trim().is_empty() || self.which != Which::All || self.label.is_some()
    }

    /// Whether the project's own order is shown.
    pub fn is_in_order(&self) -> bool {
        self.sort == Sort::Project && !self.backward
    }
}

/// What the list says of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What people call it.
    pub name: String,
    /// How much is reviewed, in per cent.
    pub percent: u8,
    /// Suggestions that are doubtful and not skipped.
    pub n_doubtful: u64,
    /// Marks and open suggestions.
    pub n_marks: u64,
    /// Whether it is done.
    pub is_done: bool,
    /// The labels of its marks and open suggestions, each once, in order.
    labels: Vec<LabelId>,
    /// When it appeared, as its file says it.
    date: Option<String>,
}

/// The list and what it is made of.
#[derive(Debug, Default)]
pub(crate) struct List {
    listing: Listing,
    rows: BTreeMap<DocumentId, Row>,
    /// The articles that are listed, in their order.
    shown: Vec<DocumentId>,
    search: Search,
}

/// Which texts hold the words that are looked for.
#[derive(Debug, Default)]
struct Search {
    /// As they are compared. Empty for none.
    wanted: String,
    found: BTreeMap<DocumentId, bool>,
}

impl Search {
    /// Looks for other words. What did not hold the old ones does not hold longer ones either.
    fn look_for(&mut self, words: &str) {
        let wanted = fold(words.trim());
        if wanted == self.wanted {
            return;
        }
        let is_longer = !self.wanted.is_empty() && wanted.contains(&self.wanted);
        self.found.retain(|_, is_found| is_longer && !*is_found);
        self.wanted = wanted;
    }
}

impl Session {
    /// What is listed.
    pub fn listing(&self) -> &Listing {
        &self.list.listing
    }

    /// The articles that are listed, in their order.
    pub fn listed(&self) -> &[DocumentId] {
        &self.list.shown
    }

    /// What the list says of `document`.
    pub fn row(&self, document: &DocumentId) -> Option<&Row> {
        self.list.rows.get(document)
    }

    /// Where `document` stands among those listed, from 0, and how many there are; among all where
    /// it is not listed.
    pub fn place_in_list(&self, document: &DocumentId) -> Option<(usize, usize)> {
        let shown = &self.list.shown;
        let place = shown.iter().position(|it| it == document);
        let place = place.map(|it| (it, shown.len()));
        place.or_else(|| Some((self.position(document)?, self.project.n_documents())))
    }

    /// Whether the project's order can be made the one that is shown.
    pub fn is_sorted(&self) -> bool {
        !self.list.listing.is_in_order()
    }

    /// Whether articles may be left out of the list.
    pub fn is_filtered(&self) -> bool {
        self.list.listing.is_filter()
    }

    /// Lists something else.
    pub(crate) fn list(&mut self, listing: Listing, out: &mut Out) {
        self.list.search.look_for(&listing.words);
        self.list.listing = listing;
        self.list.shown.clear();
        self.relist();
        out.redraw.list = true;
    }

    /// Makes the project's order the one that is shown, as one step.
    pub(crate) fn keep_order(&mut self, out: &mut Out) {
        let mut value = self.project.order().to_vec();
        self.arrange_articles(&mut value);
        if value == self.project.order()
            || self.commit(event::ORDER, vec![Edit::Order { value }], out)
        {
            let listing =
                Listing { sort: Sort::Project, backward: false, ..self.listing().clone() };
            self.list(listing, out);
        }
    }

    /// Makes again what the list says of everything.
    pub(crate) fn list_anew(&mut self) {
        self.list.rows.clear();
        let all = self.project.order().to_vec();
        for document in &all {
            self.freshen(document);
        }
        self.relist();
    }

    /// Makes again what the list says of what a change touched.
    pub(crate) fn list_touched(&mut self, touched: &Touched, out: &mut Out) {
        let mut stale: Vec<DocumentId> = touched.documents.keys().cloned().collect();
        if touched.list {
            let project = &self.project;
            self.list.rows.retain(|id, _| project.document(id).is_some());
            let rows = &self.list.rows;
            let is_news = |it: &&Header| rows.get(&it.id).is_none_or(|row| row.name != it.name);
            let headers = project.documents().map(|it| &it.header);
            stale.extend(headers.filter(is_news).map(|it| it.id.clone()));
        }
        self.list_documents(&stale, out);
    }

    /// Makes again what the list says of `documents`.
    pub(crate) fn list_documents(&mut self, documents: &[DocumentId], out: &mut Out) {
        for document in documents {
            if self.freshen(document) {
                out.redraw.rows.push(document.clone());
            }
        }
        self.queue_is_stale_in(documents);
        self.relist();
        out.redraw.list = true;
    }

    /// Makes a row again. Whether it says something else now.
    fn freshen(&mut self, document: &DocumentId) -> bool {
        let Some(row) = self.row_of(document) else { return false };
        let is_news = self.list.rows.get(document) != Some(&row);
        self.list.rows.insert(document.clone(), row);
        is_news
    }

    fn row_of(&self, document: &DocumentId) -> Option<Row> {
        let header = &self.project.document(document)?.header;
        let summary = self.summary(document);
        let reviewed = u64::from(summary.reviewed_bytes) * 100;
        let track = self.project.track(document, self.me).unwrap_or(&self.empty_track);
        let marked = track.annotations.values().map(|it| it.label);
        let open = self.open_suggestions(document).map(|it| it.0.label);
        let (mut labels, mut n_marks) = (BTreeSet::new(), 0);
        for label in marked.chain(open) {
            labels.insert(label);
            n_marks += 1;
        }
        Some(Row {
            name: header.name.clone(),
            percent: (reviewed / u64::from(summary.text_bytes.max(1))) as u8,
            n_doubtful: self.n_doubtful(document) as u64,
            n_marks,
            is_done: summary.status == Status::Done,
            labels: labels.into_iter().collect(),
            date: about(header).date,
        })
    }

    /// Chooses again which articles are listed.
    pub(crate) fn relist(&mut self) {
        let open = self.open.as_ref().filter(|it| self.list.shown.contains(it));
        let order = self.project.order().iter();
        let wanted = order.filter(|it| Some(*it) == open || self.is_wanted(it));
        let mut shown: Vec<DocumentId> = wanted.cloned().collect();
        self.arrange_articles(&mut shown);
        self.list.shown = shown;
    }

    fn is_wanted(&self, document: &DocumentId) -> bool {
        let List { listing, rows, search, .. } = &self.list;
        if !listing.is_filter() {
            return true;
        }
        let Some(row) = rows.get(document) else { return false };
        let fits = match listing.which {
            Which::All => true,
            Which::ToDo => !row.is_done,
            Which::Doubtful => row.n_doubtful > 0,
            Which::Done => row.is_done,
        };
        let has_label = listing.label.is_none_or(|it| row.labels.contains(&it));
        fits && has_label
            && (search.wanted.is_empty()
                || search.found.get(document) == Some(&true)
                || fold(&row.name).contains(&search.wanted)
                || self.is_labeled_like(document, &search.wanted, fold))
    }

    /// Puts `documents`, given in the project's order, into the order that is shown.
    fn arrange_articles(&self, documents: &mut [DocumentId]) {
        let Listing { sort, backward, .. } = self.list.listing;
        let compare: fn(&Row, &Row) -> Ordering = match sort {
            Sort::Project => {
                if backward {
                    documents.reverse();
                }
                return;
            }
            Sort::Name => |one, other| natural(&one.name).cmp(&natural(&other.name)),
            Sort::Status => {
                |one, other| (one.is_done, one.percent).cmp(&(other.is_done, other.percent))
            }
            Sort::Marks => |one, other| one.n_marks.cmp(&other.n_marks),
            Sort::Doubts => |one, other| one.n_doubtful.cmp(&other.n_doubtful),
            Sort::Date => |one, other| one.date.cmp(&other.date),
        };
        let row = |it: &DocumentId| self.list.rows.get(it);
        sort_by(documents, |one, other| {
            let (Some(one), Some(other)) = (row(one), row(other)) else { return Ordering::Equal };
            if sort == Sort::Date && one.date.is_none() != other.date.is_none() {
                return one.date.is_none().cmp(&other.date.is_none());
            }
            let order = compare(one, other);
            if backward { order.reverse() } else { order }
        });
    }

    /// Whether texts are still to be searched.
    pub fn is_searching(&self) -> bool {
        let Search { wanted, found } = &self.list.search;
        !wanted.is_empty() && self.project.order().iter().any(|it| !found.contains_key(it))
    }

    /// Searches on through about `most_bytes` of text.
    pub fn search(&mut self, most_bytes: usize) -> Vec<Effect> {
        let Search { wanted, found } = &mut self.list.search;
        let (mut n_bytes, mut folded) = (0, String::new());
        for document in self.project.order() {
            if wanted.is_empty() || n_bytes > most_bytes {
                break;
            }
            if found.contains_key(document) {
                continue;
            }
            folded.clear();
            if let Some(body) = self.project.body(document) {
                fold_into(body.text.as_str(), &mut folded);
            }
            n_bytes += folded.len();
            found.insert(document.clone(), folded.contains(wanted.as_str()));
        }
        self.relist();
        let mut out = Out::default();
        out.redraw.list = true;
        out.finish()
    }

    /// Where the words that are looked for stand in the open article, in order: those of the search
    /// if there is one, else those by which articles are listed.
    pub fn found_here(&self) -> Vec<TextRange> {
        if let Some(hits) = self.hits_here() {
            return hits;
        }
        let wanted = &self.list.search.wanted;
        match &self.sheet {
            Some(sheet) if !wanted.is_empty() => places(sheet.text().as_str(), wanted),
            _ => Vec::new(),
        }
    }
}

/// Numbers of up to so many digits are sorted as numbers.
const WIDEST: usize = 12;

/// A name as it is sorted: folded, each number as wide as the widest.
fn natural(name: &str) -> String {
    let (mut key, mut digits) = (String::new(), String::new());
    for c in fold(name).chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            let number = digits.trim_start_matches('0');
            key.extend(std::iter::repeat_n('0', WIDEST.saturating_sub(number.len())));
            key.push_str(number);
            digits.clear();
        }
        key.push(c);
    }
    key
}

/// Where the folded words `wanted` stand in `text`: whole characters, in order.
fn places(text: &str, wanted: &str) -> Vec<TextRange> {
    let mut folded = String::with_capacity(text.len());
    // Of each byte of what is folded, the character that it comes from.
    let mut from = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        fold_into(&text[at..at + c.len_utf8()], &mut folded);
        from.resize(folded.len(), TextRange::new(at as u32, (at + c.len_utf8()) as u32));
    }
    let found = folded.match_indices(wanted);
    found.map(|(at, _)| from[at].cover(from[at + wanted.len() - 1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_without_accents_and_case() {
        let text = "Áncash, ANCASH, an\u{301}cash; Straße";
        let found = |wanted: &str| -> Vec<&str> {
            let places = places(text, &fold(wanted));
            places.into_iter().map(|it| it.slice(text).unwrap()).collect()
        };
        assert_eq!(found("ancash"), ["Áncash", "ANCASH", "an\u{301}cash"]);
        assert_eq!(found("strasse"), ["Straße"]);
        assert_eq!(found("zarumilla"), [""; 0]);
    }

    #[test]
    fn numbers_in_names_count_as_numbers() {
        let mut names = ["cable 10", "Cable 2", "cáble 007", "boat 3 of 12", "boat 3 of 2"];
        names.sort_by_key(|it| natural(it));
        assert_eq!(names, ["boat 3 of 2", "boat 3 of 12", "Cable 2", "cáble 007", "cable 10"]);
    }
}

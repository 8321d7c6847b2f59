//! Finding words in the open article by typing them, and marking them where they were found: the
//! way for who cannot select a text.
//!
//! Words are compared without case and accents, blanks as one. Where the words stand whole anywhere,
//! places inside of other words are left out.
//!
//! Limits: a look through the whole text for each question, about 20 ms a megabyte.

use crate::edit::change::Edit;
use crate::edit::overlap::conflicts;
use crate::message::Message;
use crate::model::annotation::{Annotation, Extent};
use crate::model::id::{DocumentId, LabelId};
use crate::model::origin::Origin;
use crate::model::track::Verdict;
use crate::segment::character::is_blank;
use crate::session::Session;
use crate::session::event;
use crate::session::matching::{Matching, Pattern};
use crate::session::out::Out;
use crate::text::TextRange;
use crate::view::ShownKey;

/// How many characters around a place are shown.
const AROUND: usize = 40;

/// A place in the open article, with what stands around it, for a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The end of what stands before, on one line.
    pub before: String,
    /// The words themselves.
    pub words: String,
    /// The start of what stands after.
    pub after: String,
}

impl Session {
    /// Where the words that are typed stand in the open article, in order.
    pub fn find_words(&self, typed: &str) -> Vec<TextRange> {
        self.sheet().map(|it| places(it.text().as_str(), typed)).unwrap_or_default()
    }

    /// What stands at and around `range` in the open article.
    pub fn seen_at(&self, range: TextRange) -> Option<Seen> {
        self.seen_in(self.open_document()?, range)
    }

    /// What stands at and around `range` in `document`.
    pub fn seen_in(&self, document: &DocumentId, range: TextRange) -> Option<Seen> {
        let text = self.project.body(document)?.text.as_str();
        let words = one_line(range.slice(text)?);
        let (start, end) = (range.start() as usize, range.end() as usize);
        let from = text[..start].char_indices().rev().nth(AROUND - 1).map_or(0, |it| it.0);
        let to = text[end..].char_indices().nth(AROUND).map_or(text.len(), |it| end + it.0);
        let (before, after) = (one_line(&text[from..start]), one_line(&text[end..to]));
        Some(Seen { before, words, after })
    }

    /// The label that the person gave to exactly `range` in `document`. It takes as long as there are
    /// marks: for what is in sight.
    pub fn label_on(&self, document: &DocumentId, range: TextRange) -> Option<LabelId> {
        let marks = &self.project.track(document, self.me)?.annotations;
        marks.values().find(|it| it.extent.hull() == range).map(|it| it.label)
    }

    /// Marks all of `ranges` as one step, but for those that bear the label already or that the
    /// overlap policy forbids.
    pub(crate) fn label_ranges(&mut self, ranges: &[TextRange], label: LabelId, out: &mut Out) {
        if let [range] = ranges {
            return self.label_range(*range, label, out);
        }
        let (mut edits, mut done) = (Vec::new(), Vec::new());
        for range in ranges {
            let Some((document, range)) = self.snapped(*range) else { continue };
            if let Some((key, edit)) = self.labeling_in(&document, range, label) {
                edits.extend(edit);
                done.push((key, range));
            }
        }
        let (Some((key, first)), Some(document)) = (done.first().copied(), self.open.clone())
        else {
            return out.say(Message::NothingToLabel);
        };
        edits.extend(self.review_edit(&document, done.iter().map(|it| it.1)));
        if self.commit(event::ADD, edits, out) {
            let count = done.len() as u64;
            self.settle_on(key, first, out);
            let (label, words) = (self.label_name(label), self.words(first));
            out.say(Message::AloudLabeledMany { label, words, count });
        }
    }

    /// The edits that mark `range` of `document`, answering what is suggested there; nothing where it
    /// cannot be.
    pub(crate) fn labeling_in(
        &mut self,
        document: &DocumentId,
        range: TextRange,
        label: LabelId,
    ) -> Option<(ShownKey, Vec<Edit>)> {
        let suggested = self.suggestion_on(document, range);
        if let Some(key) = suggested.filter(|it| it.label == label) {
            let (mark, decision) = self.acceptance_edits(document, key)?;
            let Edit::Annotation { id, .. } = &mark else { return None };
            return Some((ShownKey::Annotation(*id), vec![mark, decision]));
        }
        let value = Annotation::new(Extent::one(range)?, label, Origin::Human);
        if !self.is_free(document, &value) {
            return None;
        }
        let id = self.next_annotation();
        let mut edits = vec![self.annotation_edit(document, id, Some(value))];
        let corrected = suggested.map(|key| (key, Verdict::Corrected(id)));
        edits.extend(corrected.and_then(|(key, it)| self.decision_edit(document, key, it)));
        Some((ShownKey::Annotation(id), edits))
    }

    /// Whether the policy lets `value` stand, and nothing like it stands already.
    fn is_free(&self, document: &DocumentId, value: &Annotation) -> bool {
        let Some(track) = self.project.track(document, self.me) else { return true };
        let same = |it: &Annotation| it.extent == value.extent && it.label == value.label;
        !track.annotations.values().any(same)
            && conflicts(self.project.schema(), track, None, value).is_empty()
    }
}

/// Where the words that are typed stand in `text`, in order, one after the other: whole, or inside
/// of others where they stand whole nowhere.
pub fn places(text: &str, typed: &str) -> Vec<TextRange> {
    let find = |whole| {
        let pattern = Pattern::new(typed, Matching { whole, ..Matching::default() });
        pattern.map(|it| it.places(text)).unwrap_or_default()
    };
    let whole = find(true);
    if whole.is_empty() { find(false) } else { whole }
}

/// `words` with each stretch of blanks as one, the outer ones too.
fn one_line(words: &str) -> String {
    let mut line = String::new();
    for c in words.chars() {
        if !is_blank(c) {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, typed: &str, expected: &[&str]) {
        let found: Vec<&str> =
            places(text, typed).into_iter().map(|it| it.slice(text).unwrap()).collect();
        assert_eq!(found, expected, "{typed:?} in {text:?}");
    }

    #[test]
    fn words_are_found_whatever_their_case_accents_and_blanks() {
        check(
            "In Bogotá, BOGOTA\u{301} and bogota.",
            "bogota",
            &["Bogotá", "BOGOTA\u{301}", "bogota"],
        );
        check("New\u{a0}York, new\n  york", "new york", &["New\u{a0}York", "new\n  york"]);
        check("the Straße", " STRASSE ", &["Straße"]);
        check("O’Hara", "o'hara", &["O’Hara"]);
    }

    #[test]
    fn whole_words_come_alone_where_there_are_any() {
        check("Norma in Norway and Nor", "nor", &["Nor"]);
        check("Norma in Norway", "nor", &["Nor", "Nor"]);
        check("aaaa", "aa", &["aa", "aa"]);
        check("nothing", "", &[]);
        check("nothing", "ß", &[]);
    }
}

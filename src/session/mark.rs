//! Marks: make, relabel, move, remove; and answers to suggestions.
//!
//! Each command here is one transaction. Only explicit acts review: a mark reviews its range, an
//! answer reviews the suggestion's.

use std::sync::Arc;

use crate::edit::change::Edit;
use crate::edit::overlap::conflicts;
use crate::message::Message;
use crate::model::annotation::{Annotation, AttributeValue, Extent};
use crate::model::id::{AnnotationId, DocumentId, LabelId};
use crate::model::origin::Origin;
use crate::model::schema::Anchoring;
use crate::model::track::{Decision, DecisionKey, Verdict};
use crate::segment::character::{is_blank, trim};
use crate::segment::grapheme::{next_grapheme, previous_grapheme, snap_to_graphemes};
use crate::segment::token::tokens;
use crate::segment::word::{next_word, previous_word, word_at};
use crate::session::Session;
use crate::session::batch::Change;
use crate::session::command::Edge;
use crate::session::event;
use crate::session::out::Out;
use crate::source::Source;
use crate::text::TextRange;
use crate::view::ShownKey;

impl Session {
    /// Gives `label` to the selection, else to the selected mark, else to the word at the caret.
    pub(crate) fn label(&mut self, label: LabelId, out: &mut Out) {
        if let Some(range) = self.cursor.selection() {
            return self.label_range(range, label, out);
        }
        if let Some(key) = self.cursor.mark {
            return self.relabel(key, label, out);
        }
        let Some(text) = self.open_text() else { return };
        match word_at(text.as_str(), self.cursor.caret) {
            Some(word) => self.label_range(word, label, out),
            None => out.say(Message::NothingToLabel),
        }
    }

    /// The same from the palette; with nothing selected the next drags get the label.
    pub(crate) fn choose(&mut self, label: LabelId, out: &mut Out) {
        if self.cursor.selection().is_some() || self.cursor.mark.is_some() {
            return self.label(label, out);
        }
        let armed = self.cursor.armed != Some(label);
        self.cursor.armed = armed.then_some(label);
        out.redraw.cursor = true;
    }

    /// Lets go of the label that was chosen.
    pub(crate) fn disarm(&mut self, out: &mut Out) {
        self.cursor.armed = None;
        out.redraw.cursor = true;
    }

    /// Marks `range`, snapped to graphemes and trimmed of white space at its edges.
    pub(crate) fn label_range(&mut self, range: TextRange, label: LabelId, out: &mut Out) {
        let Some((document, range)) = self.snapped(range) else {
            return out.say(Message::NothingToLabel);
        };
        // Words that are suggested exactly so are answered, not marked beside.
        let suggested = self.suggestion_on(&document, range);
        if let Some(key) = suggested.filter(|key| key.label == label) {
            return self.accept_one(key, out);
        }
        let extent = Extent::one(range).expect("a snapped range is not empty");
        let value = Annotation::new(extent, label, Origin::Human);
        if !self.may_stand(&document, None, &value, out) {
            return;
        }
        let id = self.next_annotation();
        let mut edits = vec![self.annotation_edit(&document, id, Some(value))];
        let corrected = suggested.map(|key| (key, Verdict::Corrected(id)));
        edits.extend(corrected.and_then(|(key, it)| self.decision_edit(&document, key, it)));
        edits.extend(self.review_edit(&document, [range]));
        if self.commit(event::ADD, edits, out) {
            let (name, words) = (self.label_name(label), self.words(range));
            self.settle_on(ShownKey::Annotation(id), range, out);
            out.say(Message::AloudLabeled { label: name, words });
            self.offer_same(range, Change::Label(label), out);
        }
    }

    /// Gives a mark or a suggestion another label. An annotation keeps its id and all the rest.
    fn relabel(&mut self, key: ShownKey, label: LabelId, out: &mut Out) {
        match key {
            ShownKey::Annotation(id) => {
                let old = self.annotation(id).map(|it| self.label_name(it.label));
                let done = self.change(id, event::RELABEL, out, |it| it.label = label);
                if let (true, Some(old), Some(words)) = (done, old, self.words_of_mark(key)) {
                    let name = self.label_name(label);
                    out.say(Message::AloudRelabeled { old, label: name, words });
                    self.offer_for(id, out);
                    self.go_on_in_queue();
                }
            }
            ShownKey::Suggested(key) if key.label == label => self.accept_one(key, out),
            ShownKey::Suggested(key) => self.correct(key, key.range, label, event::RELABEL, out),
        }
    }

    /// Puts the outer edges of a mark elsewhere. A suggestion becomes a mark in doing so.
    pub(crate) fn set_edges(&mut self, key: ShownKey, start: u32, end: u32, out: &mut Out) {
        let wanted = TextRange::checked(start, end).and_then(|it| self.snapped(it));
        let Some((_, range)) = wanted else { return };
        match key {
            ShownKey::Annotation(id) => {
                let extent = self.annotation(id).map(|it| it.extent.clone());
                let extent = extent.and_then(|it| it.with_edges(range.start(), range.end()));
                let Some(extent) = extent else { return };
                if self.change(id, event::EDGES, out, |it| it.extent = extent) {
                    out.say(Message::AloudEdges { words: self.words(range) });
                    self.offer_for(id, out);
                }
            }
            ShownKey::Suggested(key) if key.range == range => {}
            ShownKey::Suggested(key) => self.correct(key, range, key.label, event::EDGES, out),
        }
    }

    /// Moves one edge of the selected mark by one word.
    pub(crate) fn move_edge(&mut self, edge: Edge, forward: bool, out: &mut Out) {
        let (Some(key), Some(text)) = (self.cursor.mark, self.open_text()) else { return };
        let Some(mark) = self.sheet().and_then(|it| it.find(key)) else { return };
        let hull = mark.shown.extent.hull();
        let text = text.as_str();
        let (start, end) = match (edge, forward) {
            (Edge::Start, false) => (previous_word(text, hull.start()), hull.end()),
            // To the start of the next word: the end of this one, and the start of the one after.
            (Edge::Start, true) => {
                let after = next_word(text, next_word(text, hull.start()));
                (previous_word(text, after), hull.end())
            }
            (Edge::End, true) => (hull.start(), next_word(text, hull.end())),
            (Edge::End, false) => {
                let before = previous_word(text, previous_word(text, hull.end()));
                (hull.start(), next_word(text, before))
            }
        };
        if start < end {
            self.set_edges(key, start, end, out);
        }
    }

    /// Moves one edge of the selected mark by one letter.
    pub(crate) fn nudge_edge(&mut self, edge: Edge, forward: bool, out: &mut Out) {
        let (Some(key), Some(text)) = (self.cursor.mark, self.open_text()) else { return };
        let Some(mark) = self.sheet().and_then(|it| it.find(key)) else { return };
        let hull = mark.shown.extent.hull();
        let step = if forward { next_grapheme } else { previous_grapheme };
        let to = |from: u32| step(text.as_str(), from);
        let (mut start, mut end) = (hull.start(), hull.end());
        let moved = if edge == Edge::Start { &mut start } else { &mut end };
        *moved = to(*moved);
        // A blank at an edge is not part of a mark: over it, to the letter beyond.
        while is_blank_at(text.as_str(), edge, *moved) && to(*moved) != *moved {
            *moved = to(*moved);
        }
        if start < end {
            self.set_edges(key, start, end, out);
        }
    }

    /// Writes a note on a mark, or takes it away.
    pub(crate) fn set_note(&mut self, id: AnnotationId, note: String, out: &mut Out) {
        let note = (!note.is_empty()).then_some(note);
        self.change(id, event::NOTE, out, |it| it.note = note);
    }

    /// Links a mark to an entity, or takes the link away.
    pub(crate) fn set_link(&mut self, id: AnnotationId, link: &str, out: &mut Out) {
        let link = Some(link.trim()).filter(|it| !it.is_empty()).map(str::to_owned);
        self.change(id, event::LINK, out, |it| it.link = link);
    }

    /// Gives a mark the value of an attribute, or takes it away.
    pub(crate) fn set_attribute(
        &mut self,
        id: AnnotationId,
        name: String,
        value: Option<AttributeValue>,
        out: &mut Out,
    ) {
        self.change(id, event::ATTRIBUTE, out, |it| {
            match value {
                Some(value) => it.attributes.insert(name, value),
                None => it.attributes.remove(&name),
            };
        });
    }

    /// Removes the selected mark with its relations. A suggestion is rejected instead.
    pub(crate) fn remove(&mut self, out: &mut Out) {
        let Some(document) = self.open.clone() else { return };
        match self.cursor.mark {
            Some(ShownKey::Annotation(id)) => {
                let Some(old) = self.annotation(id).cloned() else { return };
                let edits = self.removal_edits(&document, id);
                let hull = old.extent.hull();
                let next = self.neighbor(ShownKey::Annotation(id));
                if self.commit(event::REMOVE, edits, out) {
                    let (label, words) = (self.label_name(old.label), self.words(hull));
                    self.go_to(next, hull.start(), out);
                    out.say(Message::AloudRemoved { label, words });
                    self.offer_same(hull, Change::Remove(Some(old.label)), out);
                }
            }
            Some(ShownKey::Suggested(_)) => self.reject(out),
            None => out.say(Message::NoMarkSelected),
        }
    }

    /// The edits that remove the annotation `id` with its relations.
    pub(crate) fn removal_edits(&self, document: &DocumentId, id: AnnotationId) -> Vec<Edit> {
        let relations = self.project.track(document, self.me).map(|it| it.relations_of(id));
        let place = self.place(document);
        let relations = relations.unwrap_or_default().into_iter();
        let mut edits: Vec<Edit> =
            relations.map(|id| Edit::Relation { place: place.clone(), id, value: None }).collect();
        edits.push(self.annotation_edit(document, id, None));
        edits.extend(self.withdraw_acceptance(document, id));
        edits
    }

    /// Offers to make a correction of the words at `range` wherever they stand.
    pub(crate) fn offer_same(&mut self, range: TextRange, change: Change, out: &mut Out) {
        let words = self.open_text().and_then(|it| it.slice(range).map(str::to_owned));
        if let Some(words) = words {
            self.offer_twins(words, change, out);
        }
    }

    /// Offers to make of other words what the mark `id` is now. One in pieces has no twins.
    fn offer_for(&mut self, id: AnnotationId, out: &mut Out) {
        let Some(mark) = self.annotation(id) else { return };
        if let [range] = mark.extent.ranges() {
            self.offer_same(*range, Change::Label(mark.label), out);
        }
    }

    /// Changes one annotation of the open article, keeping its id. Whether anything was done.
    pub(crate) fn change(
        &mut self,
        id: AnnotationId,
        event: &'static str,
        out: &mut Out,
        work: impl FnOnce(&mut Annotation),
    ) -> bool {
        let (Some(document), Some(old)) = (self.open.clone(), self.annotation(id)) else {
            return false;
        };
        let mut new = old.clone();
        work(&mut new);
        if new == *old || !self.may_stand(&document, Some(id), &new, out) {
            return false;
        }
        let ranges = new.extent.ranges().to_vec();
        let mut edits = vec![self.annotation_edit(&document, id, Some(new))];
        edits.extend(self.review_edit(&document, ranges));
        self.commit(event, edits, out)
    }

    /// Makes a mark of a suggestion that was nearly right.
    fn correct(
        &mut self,
        key: DecisionKey,
        range: TextRange,
        label: LabelId,
        event: &'static str,
        out: &mut Out,
    ) {
        let (Some(document), Some(extent)) = (self.open.clone(), Extent::one(range)) else {
            return;
        };
        let value = Annotation::new(extent, label, Origin::Human);
        if !self.may_stand(&document, None, &value, out) {
            return;
        }
        let id = self.next_annotation();
        let mut edits = vec![self.annotation_edit(&document, id, Some(value))];
        edits.extend(self.decision_edit(&document, key, Verdict::Corrected(id)));
        edits.extend(self.review_edit(&document, [range, key.range]));
        if self.commit(event, edits, out) {
            let (name, words) = (self.label_name(label), self.words(range));
            self.settle_on(ShownKey::Annotation(id), range, out);
            out.say(Message::AloudLabeled { label: name, words });
            self.offer_same(range, Change::Label(label), out);
            // Whoever moves an edge may go on with that; with another label all is said.
            if event == event::RELABEL {
                self.go_on_in_queue();
            }
        }
    }

    /// `range` snapped outward to graphemes, or to words where the schema says so, and trimmed, with
    /// the document it is in.
    pub(crate) fn snapped(&self, range: TextRange) -> Option<(DocumentId, TextRange)> {
        let text = self.open_text()?;
        let inside = range.intersection(text.range())?;
        let snapped = trim(text.as_str(), snap_to_graphemes(text.as_str(), inside))?;
        let snapped = match self.project.schema().anchoring {
            Anchoring::Characters => snapped,
            Anchoring::Tokens => snap_to_tokens(text.as_str(), snapped),
        };
        Some((self.open.clone()?, snapped))
    }

    /// Whether the overlap policy lets `value` stand; if not, says so.
    pub(crate) fn may_stand(
        &self,
        document: &DocumentId,
        id: Option<AnnotationId>,
        value: &Annotation,
        out: &mut Out,
    ) -> bool {
        let Some(track) = self.project.track(document, self.me) else { return true };
        let clash = conflicts(self.project.schema(), track, id, value);
        let Some(first) = clash.first().and_then(|it| track.annotations.get(it)) else {
            return true;
        };
        let label = self.label_name(first.label);
        let words = self.words_of(document, first.extent.hull());
        out.say(Message::MarkOverlaps { words, label });
        false
    }

    /// The annotation `id` of the open article.
    pub(crate) fn annotation(&self, id: AnnotationId) -> Option<&Annotation> {
        self.project.track(self.open.as_ref()?, self.me)?.annotations.get(&id)
    }

    pub(crate) fn annotation_edit(
        &self,
        document: &DocumentId,
        id: AnnotationId,
        value: Option<Annotation>,
    ) -> Edit {
        Edit::Annotation { place: self.place(document), id, value }
    }

    /// The answer `verdict` to the suggestion `key`, where there is one.
    pub(crate) fn decision_edit(
        &self,
        document: &DocumentId,
        key: DecisionKey,
        verdict: Verdict,
    ) -> Option<Edit> {
        let (score, source) = self.proposal(document, key)?;
        let value = Some(Decision { verdict, score, source, at: self.now });
        Some(Edit::Decision { place: self.place(document), key, value })
    }

    /// Score and engine of the suggestion `key`: as proposed now, or when it was last decided.
    pub(crate) fn proposal(
        &self,
        document: &DocumentId,
        key: DecisionKey,
    ) -> Option<(f32, Arc<Source>)> {
        if let Some(proposal) = self.proposals_on(document).and_then(|it| it.get(key)) {
            return Some((proposal.score, proposal.source.clone()));
        }
        let decided = self.project.track(document, self.me)?.decisions.get(&key)?;
        Some((decided.score, decided.source.clone()))
    }

    /// The edit that counts `ranges` as looked at, unless they are already.
    pub(crate) fn review_edit(
        &self,
        document: &DocumentId,
        ranges: impl IntoIterator<Item = TextRange>,
    ) -> Option<Edit> {
        let track = self.project.track(document, self.me);
        let old = track.map(|it| it.reviewed.clone()).unwrap_or_default();
        let mut new = old.clone();
        ranges.into_iter().for_each(|range| new.insert(range));
        (new != old).then(|| Edit::Reviewed { place: self.place(document), value: new })
    }

    /// The open suggestion of `document` on exactly `range`, the most certain one where there are
    /// several.
    pub(crate) fn suggestion_on(
        &self,
        document: &DocumentId,
        range: TextRange,
    ) -> Option<DecisionKey> {
        let open = self.open_suggestions(document);
        let here = open.filter(|(key, _)| key.range == range);
        here.max_by(|one, other| one.1.total_cmp(&other.1)).map(|(key, _)| key)
    }
}

/// Whether the outermost character of a mark would be blank with an edge at `offset`.
fn is_blank_at(text: &str, edge: Edge, offset: u32) -> bool {
    let (before, after) = text.split_at(offset as usize);
    let outermost = match edge {
        Edge::Start => after.chars().next(),
        Edge::End => before.chars().next_back(),
    };
    outermost.is_some_and(is_blank)
}

/// `range` with every token whole that has a byte in it.
fn snap_to_tokens(text: &str, range: TextRange) -> TextRange {
    // No token goes over the end of a line.
    let start = text[..range.start() as usize].rfind('\n').map_or(0, |it| it + 1);
    let end =
        text[range.end() as usize..].find('\n').map_or(text.len(), |it| it + range.end() as usize);
    let lines = TextRange::new(start as u32, end as u32);
    let touched = tokens(text, lines).into_iter().filter(|it| it.overlaps(range));
    touched.fold(range, TextRange::cover)
}

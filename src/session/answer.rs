//! Answers to suggestions: accept, reject, skip; one by one or many at once.

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::annotation::{Annotation, Extent};
use crate::model::id::{AnnotationId, DocumentId};
use crate::model::origin::Origin;
use crate::model::track::{DecisionKey, Verdict};
use crate::session::Session;
use crate::session::batch::Change;
use crate::session::command::Command;
use crate::session::event;
use crate::session::out::Out;
use crate::session::suggestion::DOUBTFUL_BELOW;
use crate::text::TextRange;
use crate::view::{ShownKey, ShownState};

impl Session {
    /// Accepts the selected suggestion and goes on; from a mark it only goes on.
    pub(crate) fn accept(&mut self, out: &mut Out) {
        match self.cursor.mark {
            Some(ShownKey::Suggested(key)) => self.accept_one(key, out),
            _ => self.walk(&Command::NextMark, out),
        }
    }

    /// Makes a mark of the suggestion `key` and goes on to the next.
    pub(crate) fn accept_one(&mut self, key: DecisionKey, out: &mut Out) {
        let Some(document) = self.open.clone() else { return };
        let next = self.next_open(key);
        let Some(edits) = self.acceptance(&document, key, out) else { return };
        if self.commit(event::ACCEPT, edits, out) {
            let (label, words) = (self.label_name(key.label), self.words(key.range));
            let (n, total) = self.progress();
            out.say(Message::AloudAccepted { label, words, n, total });
            self.go_to(next, key.range.start(), out);
        }
    }

    /// Accepts the open suggestions of the open article for which `wanted` holds, as one step.
    pub(crate) fn accept_many(&mut self, wanted: impl Fn(DecisionKey) -> bool, out: &mut Out) {
        let Some(document) = self.open.clone() else { return };
        let (mut edits, ranges) = self.acceptances(&document, wanted);
        let count = ranges.len() as u64;
        if count == 0 {
            return out.say(Message::NothingToAccept);
        }
        edits.extend(self.review_edit(&document, ranges));
        if self.commit(event::ACCEPT, edits, out) {
            out.say(Message::AloudAcceptedMany { count });
        }
    }

    /// The edits that accept the open suggestions of `document` for which `wanted` holds, without their
    /// review, and the words of each.
    pub(crate) fn acceptances(
        &mut self,
        document: &DocumentId,
        wanted: impl Fn(DecisionKey) -> bool,
    ) -> (Vec<Edit>, Vec<TextRange>) {
        let open: Vec<DecisionKey> = self.open_suggestions(document).map(|it| it.0).collect();
        let (mut edits, mut ranges) = (Vec::new(), Vec::new());
        for key in open.into_iter().filter(|key| wanted(*key)) {
            let Some((mark, decision)) = self.acceptance_edits(document, key) else { continue };
            edits.extend([mark, decision]);
            ranges.push(key.range);
        }
        (edits, ranges)
    }

    /// Accepts everything suggested in the paragraph of the caret.
    pub(crate) fn accept_paragraph(&mut self, out: &mut Out) {
        let Some(sheet) = self.sheet() else { return };
        let paragraph = sheet.paragraphs().get(sheet.paragraph_at(self.cursor.caret));
        let Some(range) = paragraph.map(|it| it.range) else { return };
        self.accept_many(|key| range.contains_range(key.range), out);
    }

    /// Accepts everything suggested under the selected suggestion's label.
    pub(crate) fn accept_label(&mut self, out: &mut Out) {
        let Some(ShownKey::Suggested(DecisionKey { label, .. })) = self.cursor.mark else {
            return out.say(Message::NoMarkSelected);
        };
        self.accept_many(|key| key.label == label, out);
    }

    /// Rejects the selected suggestion and goes on.
    pub(crate) fn reject(&mut self, out: &mut Out) {
        self.answer(Verdict::Rejected, event::REJECT, out);
    }

    /// Leaves the selected suggestion undecided and goes on.
    pub(crate) fn skip(&mut self, out: &mut Out) {
        self.answer(Verdict::Skipped, event::SKIP, out);
    }

    fn answer(&mut self, verdict: Verdict, event: &'static str, out: &mut Out) {
        let (Some(document), Some(ShownKey::Suggested(key))) =
            (self.open.clone(), self.cursor.mark)
        else {
            return out.say(Message::NoMarkSelected);
        };
        let next = self.next_open(key);
        let is_skip = verdict == Verdict::Skipped;
        let Some(decision) = self.decision_edit(&document, key, verdict) else { return };
        let mut edits = vec![decision];
        edits.extend(self.review_edit(&document, [key.range]));
        if self.commit(event, edits, out) {
            let (label, words) = (self.label_name(key.label), self.words(key.range));
            out.say(if is_skip {
                Message::AloudSkipped { label, words }
            } else {
                Message::AloudRejected { label, words }
            });
            self.go_to(next, key.range.start(), out);
            if !is_skip {
                self.offer_same(key.range, Change::Remove(Some(key.label)), out);
            }
        }
    }

    /// Selects the next doubtful suggestion after the caret, going round once.
    pub(crate) fn next_doubtful(&mut self, out: &mut Out) {
        let Some(document) = self.open.clone() else { return };
        let track = self.project.track(&document, self.me);
        let skipped = |key: &DecisionKey| track.is_some_and(|it| it.decisions.contains_key(key));
        let doubtful: Vec<DecisionKey> = self
            .open_suggestions(&document)
            .filter(|(key, score)| *score < DOUBTFUL_BELOW && !skipped(key))
            .map(|(key, _)| key)
            .collect();
        let here = match self.cursor.mark {
            Some(ShownKey::Suggested(key)) => (key.range.start(), Some(key)),
            _ => (self.cursor.caret, None),
        };
        let after = |key: &&DecisionKey| (key.range.start(), Some(**key)) > here;
        let next = doubtful.iter().find(after).or(doubtful.first()).copied();
        match next {
            Some(key) => {
                self.select_mark(ShownKey::Suggested(key), out);
                self.say_mark(out);
            }
            None => out.say(Message::NoDoubtsHere),
        }
    }

    /// The edits that accept `key`, with the review of its words.
    fn acceptance(
        &mut self,
        document: &DocumentId,
        key: DecisionKey,
        out: &mut Out,
    ) -> Option<Vec<Edit>> {
        let (mark, decision) = self.acceptance_edits(document, key)?;
        if let Edit::Annotation { value: Some(value), .. } = &mark
            && !self.may_stand(document, None, value, out)
        {
            return None;
        }
        let review = self.review_edit(document, [key.range]);
        Some([mark, decision].into_iter().chain(review).collect())
    }

    pub(crate) fn acceptance_edits(
        &mut self,
        document: &DocumentId,
        key: DecisionKey,
    ) -> Option<(Edit, Edit)> {
        let (score, source) = self.proposal(document, key)?;
        let origin = Origin::Accepted { source, score };
        let value = Annotation::new(Extent::one(key.range)?, key.label, origin);
        let id = self.next_annotation();
        let decision = self.decision_edit(document, key, Verdict::Accepted(id))?;
        Some((self.annotation_edit(document, id, Some(value)), decision))
    }

    /// Turns the answer that made `id` into a rejection, so that what was removed stays away.
    pub(crate) fn withdraw_acceptance(
        &self,
        document: &DocumentId,
        id: AnnotationId,
    ) -> Option<Edit> {
        let track = self.project.track(document, self.me)?;
        let made = |verdict: &Verdict| matches!(verdict, Verdict::Accepted(made) | Verdict::Corrected(made) if *made == id);
        let (key, _) = track.decisions.iter().find(|(_, it)| made(&it.verdict))?;
        self.decision_edit(document, *key, Verdict::Rejected)
    }

    /// The open suggestion after `key` in reading order, else the one before it.
    fn next_open(&self, key: DecisionKey) -> Option<ShownKey> {
        let marks = self.sheet()?.marks();
        let here = marks.iter().position(|it| it.shown.key == ShownKey::Suggested(key))?;
        let open = |it: &&crate::view::Placed| it.shown.state == ShownState::Suggested;
        let after = marks[here + 1..].iter().find(open);
        after.or_else(|| marks[..here].iter().rev().find(open)).map(|it| it.shown.key)
    }

    /// The mark after `key` in reading order, else the one before it.
    pub(crate) fn neighbor(&self, key: ShownKey) -> Option<ShownKey> {
        let marks = self.sheet()?.marks();
        let here = marks.iter().position(|it| it.shown.key == key)?;
        let next = marks.get(here + 1).or_else(|| marks.get(here.checked_sub(1)?));
        next.map(|it| it.shown.key)
    }

    /// Selects `next`, or leaves the caret at `otherwise`. The queue chooses for itself.
    pub(crate) fn go_to(&mut self, next: Option<ShownKey>, otherwise: u32, out: &mut Out) {
        let next = next.filter(|_| !self.is_in_queue());
        match next.filter(|key| self.sheet().is_some_and(|it| it.find(*key).is_some())) {
            Some(next) => self.select_mark(next, out),
            None => self.select(otherwise, otherwise, out),
        }
    }

    /// Selects the mark just made without moving the page.
    pub(crate) fn settle_on(&mut self, key: ShownKey, range: TextRange, out: &mut Out) {
        let end = range.end();
        self.cursor.anchor = end;
        self.cursor.caret = end;
        self.cursor.mark = Some(key);
        out.redraw.cursor = true;
    }
}

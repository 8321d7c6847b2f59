//! What the ticked rows of a batch become: one transaction.

use crate::edit::change::Edit;
use crate::edit::overlap::conflicts;
use crate::message::Message;
use crate::model::annotation::{Annotation, Extent};
use crate::model::id::{AnnotationId, DocumentId, LabelId};
use crate::model::track::Verdict;
use crate::session::Session;
use crate::session::batch::standing::Standing;
use crate::session::batch::{Change, Purpose, Row};
use crate::session::event;
use crate::session::out::Out;
use crate::text::TextRange;

impl Session {
    /// Makes the change at every ticked row, or at those of the open article, as one step, and closes
    /// the batch.
    pub(crate) fn apply_batch(&mut self, only_here: bool, out: &mut Out) {
        let Some(batch) = self.batch.clone() else { return };
        let is_meant =
            |it: &&Row| it.is_ticked && (!only_here || self.open.as_ref() == Some(&it.document));
        let ticked: Vec<&Row> = batch.rows.iter().filter(is_meant).collect();
        if batch.change == Change::Look {
            return out.say(Message::SearchChooseChange);
        }
        let (mut edits, mut count, mut articles) = (Vec::new(), 0, 0);
        for group in ticked.chunk_by(|one, other| one.document == other.document) {
            let document = &group[0].document;
            let mut ranges = Vec::new();
            for row in group {
                let Some(more) = self.row_edits(row, &batch.change) else { continue };
                edits.extend(more);
                ranges.push(row.range);
            }
            count += ranges.len() as u64;
            articles += u64::from(!ranges.is_empty());
            edits.extend(self.review_edit(document, ranges));
        }
        if count == 0 {
            return out.say(Message::NothingTicked);
        }
        let left = ticked.len() as u64 - count;
        let event = match &batch.change {
            Change::Label(_) => event::SAME,
            Change::Remove(_) => event::SAME_REMOVE,
            Change::Accept | Change::Look => event::ACCEPT,
            Change::Link(_) => event::LINK,
        };
        if self.commit(event, edits, out) {
            match batch.purpose {
                Purpose::Search(_) => self.search_on(out),
                _ => self.close_batch(out),
            }
            out.say(Message::BatchApplied { count, articles });
            if left > 0 {
                out.complain(Message::BatchLeftOut { count: left });
            }
        }
    }

    /// The edits for one row; nothing where the overlap policy or what stands there now forbids it.
    fn row_edits(&mut self, row: &Row, change: &Change) -> Option<Vec<Edit>> {
        let document = &row.document;
        match (change, &row.standing) {
            (Change::Label(label), Standing::Marked { id, .. }) => {
                let label = *label;
                self.changed_mark(document, *id, |it| it.label = label)
            }
            (Change::Label(label), Standing::Shared { id, label: old }) if old == label => {
                let extent = Extent::one(row.range)?;
                self.changed_mark(document, *id, |it| it.extent = extent)
            }
            (Change::Label(label), _) => self.labeled(document, row.range, *label),
            (Change::Remove(_), Standing::Marked { id, .. }) => {
                Some(self.removal_edits(document, *id))
            }
            (Change::Remove(_), Standing::Suggested { key, .. }) => {
                Some(vec![self.decision_edit(document, *key, Verdict::Rejected)?])
            }
            (Change::Accept, Standing::Suggested { key, .. }) => {
                let (mark, decision) = self.acceptance_edits(document, *key)?;
                Some(vec![mark, decision])
            }
            (Change::Link(link), Standing::Marked { id, .. }) => {
                let link = Some(link.clone());
                self.changed_mark(document, *id, |it| it.link = link)
            }
            _ => None,
        }
    }

    fn labeled(
        &mut self,
        document: &DocumentId,
        range: TextRange,
        label: LabelId,
    ) -> Option<Vec<Edit>> {
        self.labeling_in(document, range, label).map(|it| it.1)
    }

    fn changed_mark(
        &self,
        document: &DocumentId,
        id: AnnotationId,
        work: impl FnOnce(&mut Annotation),
    ) -> Option<Vec<Edit>> {
        let track = self.project.track(document, self.me)?;
        let mut new = track.annotations.get(&id)?.clone();
        work(&mut new);
        let is_free = conflicts(self.project.schema(), track, Some(id), &new).is_empty();
        is_free.then(|| vec![self.annotation_edit(document, id, Some(new))])
    }
}

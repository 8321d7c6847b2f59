//! What people made otherwise than it was suggested, by kind, what they added and what they removed.
//!
//! What counts is what stands now, as in [`agreement`](crate::statistics::agreement): there each
//! suggestion comes out one way, here each thing that was wrong with it is counted. So one that was
//! given another label and other edges is in both columns.
//!
//! Limits: that a mark was removed is known from the history alone. In a file, one that was accepted
//! before counts as rejected, and any other leaves no trace.

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::change::Edit;
use crate::edit::history::Step;
use crate::model::id::{AnnotationId, DocumentId, LabelId};
use crate::model::origin::Origin;
use crate::model::track::{DecisionKey, Track, Verdict};
use crate::statistics::Work;

/// How many of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    /// Marks made of a suggestion that now have another label than it.
    pub relabeled: u64,
    /// Those that are on other words.
    pub moved: u64,
    /// Suggestions that were rejected.
    pub rejected: u64,
    /// Marks that stood and were removed.
    pub removed: u64,
    /// Marks that nothing suggested.
    pub added: u64,
}

impl Kinds {
    /// All of them, in the order of the fields.
    pub fn counts(&self) -> [u64; 5] {
        [self.relabeled, self.moved, self.rejected, self.removed, self.added]
    }
}

/// The corrections by label: of suggestions by that which was suggested, of marks by their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// Labels that have any.
    pub by_label: BTreeMap<LabelId, Kinds>,
}

impl Corrections {
    /// Counts the corrections in `works`, after `steps`, oldest first.
    pub(crate) fn of(works: &[Work<'_>], steps: &[Step]) -> Self {
        let gone = Gone::of(steps);
        let mut corrections = Self::default();
        for work in works {
            let fell = gone.fell.get(work.id);
            for track in &work.tracks {
                corrections.add(track, fell);
            }
            for label in gone.marks.get(work.id).into_iter().flat_map(BTreeMap::values) {
                corrections.kinds(*label).removed += 1;
            }
        }
        corrections
    }

    fn add(&mut self, track: &Track, fell: Option<&BTreeSet<DecisionKey>>) {
        let mut answered = BTreeSet::new();
        for (key, decision) in &track.decisions {
            let id = match decision.verdict {
                Verdict::Accepted(id) | Verdict::Corrected(id) => id,
                Verdict::Rejected if fell.is_some_and(|it| it.contains(key)) => {
                    self.kinds(key.label).removed += 1;
                    continue;
                }
                Verdict::Rejected => {
                    self.kinds(key.label).rejected += 1;
                    continue;
                }
                Verdict::Skipped => continue,
            };
            answered.insert(id);
            let Some(mark) = track.annotations.get(&id) else { continue };
            let kinds = self.kinds(key.label);
            kinds.relabeled += u64::from(mark.label != key.label);
            kinds.moved += u64::from(mark.extent.ranges() != [key.range]);
        }
        for (id, mark) in &track.annotations {
            if mark.origin == Origin::Human && !answered.contains(id) {
                self.kinds(mark.label).added += 1;
            }
        }
    }

    fn kinds(&mut self, label: LabelId) -> &mut Kinds {
        self.by_label.entry(label).or_default()
    }
}

/// What stood once and does not any more.
#[derive(Default)]
struct Gone {
    /// Suggestions that were accepted, and rejected with the mark that was made of them.
    fell: BTreeMap<DocumentId, BTreeSet<DecisionKey>>,
    /// Other marks, with their labels.
    marks: BTreeMap<DocumentId, BTreeMap<AnnotationId, LabelId>>,
}

impl Gone {
    fn of(steps: &[Step]) -> Self {
        let mut gone = Self::default();
        for step in steps {
            for edit in &step.forward.edits {
                gone.follow(edit, step);
            }
        }
        gone
    }

    fn follow(&mut self, edit: &Edit, step: &Step) {
        match edit {
            Edit::Annotation { place, id, value } => {
                let marks = self.marks.entry(place.document.clone()).or_default();
                marks.remove(id);
                let falls = || answers_before(step).any(|it| it.1 == *id);
                if value.is_none()
                    && !falls()
                    && let Some(label) = label_before(step, *id)
                {
                    marks.insert(*id, label);
                }
            }
            Edit::Decision { place, key, value } => {
                let fell = self.fell.entry(place.document.clone()).or_default();
                fell.remove(key);
                let is_rejected = value.as_ref().is_some_and(|it| it.verdict == Verdict::Rejected);
                if is_rejected && answers_before(step).any(|it| it.0 == *key) {
                    fell.insert(*key);
                }
            }
            _ => {}
        }
    }
}

/// The suggestions that a step answers anew and that were marks before, with those.
fn answers_before(step: &Step) -> impl Iterator<Item = (DecisionKey, AnnotationId)> {
    step.inverse.edits.iter().filter_map(|edit| match edit {
        Edit::Decision { key, value: Some(before), .. } => match before.verdict {
            Verdict::Accepted(id) | Verdict::Corrected(id) => Some((*key, id)),
            _ => None,
        },
        _ => None,
    })
}

/// The label of the mark `wanted` before the step.
fn label_before(step: &Step, wanted: AnnotationId) -> Option<LabelId> {
    step.inverse.edits.iter().find_map(|edit| match edit {
        Edit::Annotation { id, value: Some(before), .. } if *id == wanted => Some(before.label),
        _ => None,
    })
}

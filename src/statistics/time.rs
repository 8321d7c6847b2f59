//! How long marks took, from when their steps were done.
//!
//! The time of a step is what passed since the step before it, whichever article that was on. The
//! time of a mark is that of all steps about it: labeling, edges, note. Of a pause a minute counts,
//! as in [`work`](crate::statistics::work), where nothing is left out. Here the first step of all is,
//! and one that is about several marks at once; what was undone counts for nothing.

use std::collections::BTreeMap;

use crate::edit::change::Edit;
use crate::edit::history::Step;
use crate::model::id::{AnnotationId, DocumentId, LabelId};
use crate::model::track::DecisionKey;
use crate::statistics::Work;
use crate::statistics::work::PAUSE;

/// The time that went into one mark or one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// The article, by its place among the works.
    pub article: usize,
    /// The mark's label when it was last touched, or that of the suggestion.
    pub label: LabelId,
    /// Milliseconds.
    pub milliseconds: u64,
}

/// What is known of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// One for each mark that was timed.
    pub spent: Vec<Spent>,
    /// How many of the steps came after a pause.
    pub n_after_pauses: u64,
    /// How many marks were made or answered several at once.
    pub n_at_once: u64,
}

/// What a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    Mark(AnnotationId),
    Suggestion(DecisionKey),
}

impl Times {
    /// Reads `steps`, oldest first, and keeps what is about `works`.
    pub(crate) fn of(steps: &[Step], works: &[Work<'_>]) -> Self {
        let mut places = BTreeMap::new();
        for (n, work) in works.iter().enumerate() {
            places.insert(work.id, n);
        }
        let mut times = Self::default();
        let mut spent: BTreeMap<(usize, Subject), Spent> = BTreeMap::new();
        let mut before = None;
        for step in steps {
            let at = step.forward.at;
            let gap = before.replace(at).and_then(|it| at.checked_sub(it));
            let all = subjects(step);
            let here = all.iter().filter_map(|(subject, (document, label))| {
                Some((places.get(document).copied()?, *subject, *label))
            });
            if all.len() > 1 {
                times.n_at_once += here.count() as u64;
                continue;
            }
            for (article, subject, label) in here {
                let Some(gap) = gap else { continue };
                times.n_after_pauses += u64::from(gap > PAUSE);
                let new = Spent { article, label, milliseconds: 0 };
                let entry = spent.entry((article, subject)).or_insert(new);
                entry.label = label;
                entry.milliseconds += gap.min(PAUSE);
            }
        }
        times.spent = spent.into_values().collect();
        times
    }
}

/// The marks of a step, or else the suggestions that it answers, with article and label.
fn subjects(step: &Step) -> BTreeMap<Subject, (&DocumentId, LabelId)> {
    let mut all = BTreeMap::new();
    // The inverse has the label of what was taken away.
    for edit in step.forward.edits.iter().chain(&step.inverse.edits) {
        if let Edit::Annotation { place, id, value: Some(value) } = edit {
            all.entry(Subject::Mark(*id)).or_insert((&place.document, value.label));
        }
    }
    if !all.is_empty() {
        return all;
    }
    for edit in &step.forward.edits {
        if let Edit::Decision { place, key, value: Some(_) } = edit {
            all.insert(Subject::Suggestion(*key), (&place.document, key.label));
        }
    }
    all
}

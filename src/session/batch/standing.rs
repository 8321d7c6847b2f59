//! What stands at a place, as far as a change to it is concerned.

use crate::model::annotation::Annotation;
use crate::model::id::{AnnotationId, DocumentId, LabelId};
use crate::model::origin::Origin;
use crate::model::track::{DecisionKey, Track, Verdict};
use crate::order::sort_by_key;
use crate::session::Session;
use crate::session::batch::Change;
use crate::text::TextRange;

/// What stands at a place now.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Nothing.
    Bare,
    /// Nothing, and a person has looked.
    Left,
    /// A suggestion on exactly these words.
    Suggested {
        /// Which.
        key: DecisionKey,
        /// The engine's estimate, 0 to 1.
        score: f32,
    },
    /// A suggestion that has more than these words, or some of them only.
    Around {
        /// Which.
        key: DecisionKey,
        /// The engine's estimate, 0 to 1.
        score: f32,
    },
    /// The very suggestion that the change would make was refused before.
    Refused(LabelId),
    /// A mark on exactly these words.
    Marked {
        /// Which.
        id: AnnotationId,
        /// Its label.
        label: LabelId,
        /// Whether a person said so, and not a file only.
        by_person: bool,
    },
    /// A mark that has some of these words, or more than these.
    Shared {
        /// Which.
        id: AnnotationId,
        /// Its label.
        label: LabelId,
    },
}

/// What a place means for a change.
pub(crate) enum Finding {
    /// It is not concerned.
    Nothing,
    /// It is as the change would have it.
    Agrees,
    /// It could be changed.
    Row {
        /// What stands there.
        standing: Standing,
        /// Whether that speaks against the change.
        is_conflict: bool,
    },
}

/// What stands in one article, ready to be asked about many places.
pub(crate) struct Ground<'a> {
    track: &'a Track,
    /// Marks by their start.
    marks: Vec<(AnnotationId, &'a Annotation)>,
    /// The longest mark, in bytes: how far before a place one that reaches it may start.
    longest: u32,
    /// Open suggestions in order.
    suggested: Vec<(DecisionKey, f32)>,
    /// The longest of them, in bytes.
    longest_suggested: u32,
}

impl<'a> Ground<'a> {
    pub(crate) fn of(session: &'a Session, document: &DocumentId) -> Self {
        let track = session.project.track(document, session.me).unwrap_or(&session.empty_track);
        let mut marks: Vec<_> = track.annotations.iter().map(|(id, it)| (*id, it)).collect();
        sort_by_key(&mut marks, |(id, it)| (it.extent.start(), *id));
        let longest = marks.iter().map(|it| it.1.extent.hull().len()).max().unwrap_or(0);
        let mut suggested: Vec<_> = session.open_suggestions(document).collect();
        sort_by_key(&mut suggested, |it| it.0);
        let longest_suggested = suggested.iter().map(|it| it.0.range.len()).max().unwrap_or(0);
        Self { track, marks, longest, suggested, longest_suggested }
    }

    /// What `range` means for `change`; `only` is the label that is meant, where it is one.
    pub(crate) fn find(&self, range: TextRange, change: &Change, only: Option<LabelId>) -> Finding {
        match change {
            Change::Look => row(self.standing(range, only), false),
            Change::Label(label) => self.find_for_label(range, *label),
            Change::Remove(label) => self.find_for_removal(range, *label),
            Change::Accept => match self.suggestion_on(range, only) {
                Some((key, score)) => row(Standing::Suggested { key, score }, false),
                None => Finding::Nothing,
            },
            Change::Link(link) => match self.mark_on(range, None) {
                Some((_, it)) if it.link.as_ref() == Some(link) => Finding::Agrees,
                Some((id, it)) => row(marked(id, it), it.link.is_some()),
                None => Finding::Nothing,
            },
        }
    }

    fn find_for_label(&self, range: TextRange, label: LabelId) -> Finding {
        if self.mark_on(range, Some(label)).is_some() {
            return Finding::Agrees;
        }
        if let Some((id, it)) = self.mark_on(range, None) {
            return row(marked(id, it), by_person(it));
        }
        let refused = self.track.decisions.get(&DecisionKey { range, label });
        if refused.is_some_and(|it| it.verdict == Verdict::Rejected) {
            return row(Standing::Refused(label), true);
        }
        let standing = self.standing_bare(range, Some(label));
        let is_free = matches!(standing, Standing::Suggested { .. } | Standing::Bare);
        row(standing, !is_free)
    }

    /// What stands at `range`, of `only` rather than of other labels.
    fn standing(&self, range: TextRange, only: Option<LabelId>) -> Standing {
        let marked_so = only.and_then(|it| self.mark_on(range, Some(it)));
        let suggested = only.and_then(|it| self.suggestion_on(range, Some(it)));
        match (marked_so, suggested) {
            (Some((id, it)), _) => marked(id, it),
            (None, Some((key, score))) => Standing::Suggested { key, score },
            (None, None) => match self.mark_on(range, None) {
                Some((id, it)) => marked(id, it),
                None => self.standing_bare(range, only),
            },
        }
    }

    /// What stands at `range`, which bears no mark of its own; suggestions of `label` come first.
    fn standing_bare(&self, range: TextRange, label: Option<LabelId>) -> Standing {
        if let Some((id, it)) = self.marks_near(range).next() {
            return Standing::Shared { id, label: it.label };
        }
        let suggested = label.and_then(|it| self.suggestion_on(range, Some(it)));
        if let Some((key, score)) = suggested.or(self.suggestion_on(range, None)) {
            return Standing::Suggested { key, score };
        }
        match self.suggestion_around(range) {
            Some((key, score)) => Standing::Around { key, score },
            None if self.track.reviewed.contains_range(range) => Standing::Left,
            None => Standing::Bare,
        }
    }

    fn find_for_removal(&self, range: TextRange, label: Option<LabelId>) -> Finding {
        if let Some((id, it)) = self.mark_on(range, label) {
            return row(marked(id, it), by_person(it));
        }
        match self.suggestion_on(range, label) {
            Some((key, score)) => row(Standing::Suggested { key, score }, false),
            None => Finding::Nothing,
        }
    }

    /// The marks that share a byte with `range`.
    fn marks_near(&self, range: TextRange) -> impl Iterator<Item = (AnnotationId, &'a Annotation)> {
        let from = range.start().saturating_sub(self.longest);
        let first = self.marks.partition_point(|it| it.1.extent.start() < from);
        let near =
            self.marks[first..].iter().take_while(move |it| it.1.extent.start() < range.end());
        let shares = move |it: &&Annotation| it.extent.ranges().iter().any(|it| it.overlaps(range));
        near.copied().filter(move |(_, it)| shares(it))
    }

    /// The mark on exactly `range`, of `label` where that is asked for.
    fn mark_on(
        &self,
        range: TextRange,
        label: Option<LabelId>,
    ) -> Option<(AnnotationId, &'a Annotation)> {
        self.marks_near(range).find(|(_, it)| {
            it.extent.ranges() == [range] && label.is_none_or(|label| it.label == label)
        })
    }

    /// The surest open suggestion on exactly `range`, of `label` where that is asked for.
    fn suggestion_on(
        &self,
        range: TextRange,
        label: Option<LabelId>,
    ) -> Option<(DecisionKey, f32)> {
        let first = self.suggested.partition_point(|it| it.0.range < range);
        let here = self.suggested[first..].iter().take_while(|it| it.0.range == range);
        let fits = here.filter(|it| label.is_none_or(|label| it.0.label == label));
        fits.max_by(|one, other| one.1.total_cmp(&other.1)).copied()
    }

    /// An open suggestion that goes beyond `range` and has some of its words.
    fn suggestion_around(&self, range: TextRange) -> Option<(DecisionKey, f32)> {
        let from = range.start().saturating_sub(self.longest_suggested);
        let first = self.suggested.partition_point(|it| it.0.range.start() < from);
        let near = self.suggested[first..].iter().take_while(|it| it.0.range.start() < range.end());
        let goes_beyond = |it: &&(DecisionKey, f32)| {
            it.0.range.overlaps(range) && !range.contains_range(it.0.range)
        };
        near.filter(goes_beyond).max_by(|one, other| one.1.total_cmp(&other.1)).copied()
    }
}

fn row(standing: Standing, is_conflict: bool) -> Finding {
    Finding::Row { standing, is_conflict }
}

fn marked(id: AnnotationId, mark: &Annotation) -> Standing {
    Standing::Marked { id, label: mark.label, by_person: by_person(mark) }
}

/// Whether a person has said that `mark` is right.
fn by_person(mark: &Annotation) -> bool {
    !matches!(mark.origin, Origin::Imported { .. })
}

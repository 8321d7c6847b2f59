//! Suggestions: what the engine proposed, as far as a person has not answered.
//!
//! Derived state: never saved, never undone. What is shown is what the engine found, less what a
//! decision or a mark of the active track has settled, and less what lies where a person has looked:
//! whoever looked at some words and left them has said what there is to say. Words of which a part
//! was never looked at may still be suggested, for as a whole they were not.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::extract::Reason;
use crate::model::annotation::{Annotation, Extent};
use crate::model::id::DocumentId;
use crate::model::track::{DecisionKey, Status, Track, Verdict};
use crate::order::sort_by_key;
use crate::session::Session;
use crate::source::Source;
use crate::text::{Text, TextRange};
use crate::view::{Shown, ShownKey, ShownState};

/// Below this score a suggestion counts as doubtful.
pub const DOUBTFUL_BELOW: f32 = 0.7;

/// One proposal of the engine.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The engine's estimate, 0 to 1, that it is right.
    pub score: f32,
    /// The engine.
    pub source: Arc<Source>,
    /// What spoke for it.
    pub reason: Reason,
}

/// What the engine has proposed for one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Proposals {
    by_key: BTreeMap<DecisionKey, Proposal>,
}

impl Proposals {
    /// Takes in what was found, in place of what was found before inside `covered`.
    pub(crate) fn replace(
        &mut self,
        covered: TextRange,
        found: impl IntoIterator<Item = (DecisionKey, Proposal)>,
    ) {
        self.by_key.retain(|key, _| !covered.contains_range(key.range));
        let mut new: BTreeMap<DecisionKey, Proposal> = BTreeMap::new();
        for (key, proposal) in found {
            // Two labels of the engine may come as one here: the surer counts.
            if new.get(&key).is_none_or(|it| it.score < proposal.score) {
                new.insert(key, proposal);
            }
        }
        self.by_key.extend(new);
    }

    /// Forgets those for which `keep` is false.
    pub(crate) fn keep(&mut self, keep: impl Fn(DecisionKey) -> bool) {
        self.by_key.retain(|key, _| keep(*key));
    }

    /// Takes in one that was found before.
    pub(crate) fn put_back(&mut self, key: DecisionKey, proposal: Proposal) {
        self.by_key.entry(key).or_insert(proposal);
    }

    /// The proposal for `key`.
    pub(crate) fn get(&self, key: DecisionKey) -> Option<&Proposal> {
        self.by_key.get(&key)
    }

    /// Those that nobody has answered, in order.
    pub(crate) fn open<'a>(
        &'a self,
        track: &'a Track,
    ) -> impl Iterator<Item = (DecisionKey, &'a Proposal)> {
        let settled = Settled::of(track);
        let open = move |(key, _): &(&DecisionKey, &Proposal)| !settled.has(**key);
        self.by_key.iter().filter(open).map(|(key, it)| (*key, it))
    }
}

/// What the marks and decisions of a track, and where a person has looked, leave no room for.
struct Settled<'a> {
    track: &'a Track,
    /// Marks by start, with the longest reach of those before, to look only near a place.
    by_start: Vec<(u32, &'a Annotation)>,
    longest: u32,
}

impl<'a> Settled<'a> {
    fn of(track: &'a Track) -> Self {
        let mut by_start: Vec<_> =
            track.annotations.values().map(|it| (it.extent.start(), it)).collect();
        sort_by_key(&mut by_start, |(start, _)| *start);
        let longest = track.annotations.values().map(|it| it.extent.hull().len()).max();
        Self { track, by_start, longest: longest.unwrap_or(0) }
    }

    /// Whether there is nothing left to ask about `key`.
    fn has(&self, key: DecisionKey) -> bool {
        let is_said = match self.track.decisions.get(&key).map(|it| &it.verdict) {
            // A skipped one waits on the very words that skipping it has reviewed.
            Some(Verdict::Skipped) => self.track.status == Status::Done,
            Some(_) => true,
            None => self.track.reviewed.contains_range(key.range),
        };
        if is_said {
            return true;
        }
        let from = key.range.start().saturating_sub(self.longest);
        let first = self.by_start.partition_point(|(start, _)| *start < from);
        let near = self.by_start[first..].iter().take_while(|it| it.0 < key.range.end());
        near.map(|(_, it)| *it).any(|mark| settles(mark, key))
    }
}

/// Whether a mark answers a proposal: by the same words, by crossing it, or by the same label
/// around or inside it. A proposal of another label may lie around a mark.
fn settles(mark: &Annotation, key: DecisionKey) -> bool {
    let hull = mark.extent.hull();
    if !hull.overlaps(key.range) {
        return false;
    }
    let nests = hull.contains_range(key.range) || key.range.contains_range(hull);
    hull == key.range || !nests || mark.label == key.label
}

impl Session {
    /// Everything to show of `document`: marks, open suggestions, and rejected ones when asked for.
    pub(crate) fn shown(&self, document: &DocumentId) -> Vec<Shown> {
        let empty = Track::default();
        let track = self.project.track(document, self.me).unwrap_or(&empty);
        let marks = track.annotations.iter().map(|(id, it)| Shown {
            key: ShownKey::Annotation(*id),
            extent: it.extent.clone(),
            label: it.label,
            state: ShownState::Confirmed,
            score: None,
        });
        let mut all: Vec<Shown> = marks.collect();
        let open = self.open_suggestions(document);
        all.extend(open.filter_map(|(key, score)| suggested(key, ShownState::Suggested, score)));
        if self.settings.show_rejected {
            let rejected = track.decisions.iter().filter(|(_, it)| it.verdict == Verdict::Rejected);
            all.extend(
                rejected.filter_map(|(key, it)| suggested(*key, ShownState::Rejected, it.score)),
            );
        }
        all
    }

    /// What the engine has proposed for the text of `document`.
    pub(crate) fn proposals_on(&self, document: &DocumentId) -> Option<&Proposals> {
        self.proposals.get(&self.project.document(document)?.header.text)
    }

    /// The suggestions of `document` that wait for an answer, with their scores, in order. None where
    /// they are hidden.
    pub fn open_suggestions<'a>(
        &'a self,
        document: &DocumentId,
    ) -> impl Iterator<Item = (DecisionKey, f32)> + 'a {
        let track = self.project.track(document, self.me).unwrap_or(&self.empty_track);
        let proposals = self.proposals_on(document).filter(|_| !self.hides(document));
        proposals.into_iter().flat_map(move |it| it.open(track)).map(|(key, it)| (key, it.score))
    }

    /// How many suggestions of `document` are doubtful and not skipped.
    pub fn n_doubtful(&self, document: &DocumentId) -> usize {
        let track = self.project.track(document, self.me);
        let skipped = |key: &DecisionKey| track.is_some_and(|it| it.decisions.contains_key(key));
        let open = self.open_suggestions(document);
        open.filter(|(key, score)| *score < DOUBTFUL_BELOW && !skipped(key)).count()
    }

    /// The words of `range` in the open article, shortened for a sentence.
    pub(crate) fn words(&self, range: TextRange) -> String {
        let text = self.open_text();
        let words = text.as_ref().and_then(|it| it.slice(range)).unwrap_or_default();
        shortened(words)
    }

    /// The text of the open article.
    pub(crate) fn open_text(&self) -> Option<Text> {
        Some(self.sheet.as_ref()?.text().clone())
    }
}

fn suggested(key: DecisionKey, state: ShownState, score: f32) -> Option<Shown> {
    Some(Shown {
        key: ShownKey::Suggested(key),
        extent: Extent::one(key.range)?,
        label: key.label,
        state,
        score: Some(score),
    })
}

/// At most about 40 characters of `words`, on one line.
pub(crate) fn shortened(words: &str) -> String {
    let line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(40) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line,
    }
}

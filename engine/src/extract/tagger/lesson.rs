//! One lesson for the tagger: where a person looked, and what is right there.

use crate::extract::Example;
use crate::extract::gazetteer::Gazetteer;
use crate::extract::line::Line;
use crate::extract::tagger::Tagger;
use crate::extract::tagger::chapter::{Chapter, Island, read_chapter};
use crate::extract::tagger::decode::{Decoder, Transitions};
use crate::extract::tagger::tag::{Tag, parts};
use crate::extract::tagger::taught::Taught;
use crate::text::{Ranges, TextRange};

/// Worse than any sum: for tags that are known to be wrong.
const WRONG: i32 = i32::MIN / 64;

/// What a word is to be; `None` where nobody looked.
type Target = Option<Tag>;

impl Tagger {
    /// Teaches `taught` one example. Labels that `is_number` knows are none of its business: their
    /// words are outside every name.
    pub fn learn(
        &self,
        example: &Example,
        gazetteer: &Gazetteer,
        is_number: impl Fn(&str) -> bool,
        taught: &mut Taught,
    ) {
        let whole = TextRange::new(0, example.text.len() as u32);
        let mut right = Vec::new();
        for (range, label) in &example.gold {
            if !is_number(label)
                && let Some(label) = taught.number(label)
            {
                right.push((*range, label));
            }
        }
        let reviewed: Ranges = example.reviewed.iter().copied().collect();
        let (chapter, _) = read_chapter(&example.text, whole, gazetteer);
        let own = taught.own_transitions(self.transitions());
        let transitions = own.as_ref().unwrap_or(self.transitions());
        for island in chapter.islands() {
            let targets = targets(&chapter.lines[island.line], &island, &reviewed, &right);
            if targets.iter().any(Option::is_some) {
                self.learn_island(&chapter, &island, &targets, transitions, taught);
            }
        }
        taught.make_room();
    }

    fn learn_island(
        &self,
        chapter: &Chapter,
        island: &Island,
        targets: &[Target],
        transitions: &Transitions,
        taught: &mut Taught,
    ) {
        let (mut sums, mut guess, mut right) = (Vec::new(), Vec::new(), Vec::new());
        let mut decoder = Decoder::default();
        self.sum(chapter, island, taught, transitions.n_tags(), &mut sums);
        let mut held = sums.clone();
        hold_back(targets, transitions.n_tags(), self.pace().margin / 2, &mut held);
        decoder.decode(&held, transitions, &mut guess);
        let mut bound = sums.clone();
        forbid(targets, transitions.n_tags(), &mut bound);
        decoder.decode(&bound, transitions, &mut right);
        let agrees = right.iter().zip(targets).all(|(tag, it)| it.is_none_or(|it| it == *tag));
        if guess != right && agrees {
            let lead = transitions.total(&guess, &sums) - transitions.total(&right, &sums);
            self.step(chapter, island, lead, (&guess, &right), taught);
        }
    }

    /// Moves the weights from `guess`, which leads by `lead`, to `right`.
    fn step(
        &self,
        chapter: &Chapter,
        island: &Island,
        lead: i32,
        (guess, right): (&[Tag], &[Tag]),
        taught: &mut Taught,
    ) {
        let sentence = chapter.sentence(island.line);
        let wrong = || (0..guess.len()).filter(|at| guess[*at] != right[*at]);
        let (mut n_wrong, mut ease) = (0_i64, 0_i64);
        for at in wrong() {
            n_wrong += 1;
            sentence.features(island.words.start + at, &mut |key| {
                ease += i64::from(self.ease(key, taught));
            });
        }
        let pace = self.pace();
        let wanted = i64::from(lead) + i64::from(pace.margin) * n_wrong;
        let by = (wanted * 256 / (2 * ease.max(1))).clamp(1, i64::from(pace.most)) as i32;
        for at in wrong() {
            sentence.features(island.words.start + at, &mut |key| {
                let by = (by * self.ease(key, taught) / 256).max(1);
                taught.push(key, (guess[at], right[at]), by);
            });
        }
    }
}

impl Tagger {
    /// How far a feature may move; see [`Taught::ease`].
    fn ease(&self, key: u32, taught: &Taught) -> i32 {
        taught.ease(key, self.model.weights.breadth(key))
    }
}

/// What each word of `island` is to be.
fn targets(
    line: &Line,
    island: &Island,
    reviewed: &Ranges,
    right: &[(TextRange, usize)],
) -> Vec<Target> {
    let words = &line.words()[island.words.clone()];
    let seen = |range: TextRange| reviewed.contains_range(range).then_some(Tag::OUTSIDE);
    let mut targets: Vec<Target> = words.iter().map(|it| seen(it.range)).collect();
    for (range, label) in right {
        let start = words.partition_point(|it| it.range.end() <= range.start());
        let end = words.partition_point(|it| it.range.start() < range.end());
        if start >= end {
            continue;
        }
        let is_whole = words[start].range.start() == range.start()
            && words[end - 1].range.end() == range.end();
        if is_whole {
            for (target, part) in targets[start..end].iter_mut().zip(parts(end - start)) {
                *target = Some(Tag::new(*label, part));
            }
        } else {
            targets[start..end].fill(None);
        }
    }
    targets
}

/// Takes `much` from every tag that is the target, so that an answer that is hardly worse than the right
/// one comes out, too.
fn hold_back(targets: &[Target], width: usize, much: i32, sums: &mut [i32]) {
    for (row, target) in sums.chunks_exact_mut(width).zip(targets) {
        if let Some(target) = target {
            row[target.index()] -= much;
        }
    }
}

/// Rules out every tag that is not the target.
fn forbid(targets: &[Target], width: usize, sums: &mut [i32]) {
    for (row, target) in sums.chunks_exact_mut(width).zip(targets) {
        if let Some(target) = target {
            for (tag, sum) in row.iter_mut().enumerate() {
                *sum = if tag == target.index() { *sum } else { WRONG };
            }
        }
    }
}

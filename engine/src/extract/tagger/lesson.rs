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

/// What a word is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// Nobody looked.
    Unknown,
    /// This part of a name.
    Part(Tag),
    /// Somebody looked and made no mark: it is in no name but one that could not be marked.
    Nothing,
}

/// The labels that a person could not give, a bit each by their numbers.
#[derive(Clone, Copy)]
struct Missing(u64);

impl Missing {
    fn of(labels: &[String], taught: &Taught) -> Self {
        let is_missing = |it: &usize| labels.iter().any(|label| label == taught.label(*it));
        let numbers = (0..taught.n_labels()).filter(is_missing);
        Self(numbers.fold(0, |bits, number| bits | 1 << number))
    }

    /// Whether a word that is to be `target` may have `tag`.
    fn allows(self, target: Target, tag: Tag) -> bool {
        match target {
            Target::Unknown => true,
            Target::Part(part) => part == tag,
            Target::Nothing => tag.label().is_none_or(|it| self.0 >> it & 1 == 1),
        }
    }
}

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
        let missing = Missing::of(&example.missing, taught);
        let own = taught.own_transitions(self.transitions());
        let transitions = own.as_ref().unwrap_or(self.transitions());
        for island in chapter.islands() {
            let targets = targets(&chapter.lines[island.line], &island, &reviewed, &right);
            if targets.iter().any(|it| *it != Target::Unknown) {
                let right = |at: usize, tag| missing.allows(targets[at], tag);
                self.learn_island(&chapter, &island, &right, transitions, taught);
            }
        }
        taught.make_room();
    }

    fn learn_island(
        &self,
        chapter: &Chapter,
        island: &Island,
        is_right: &dyn Fn(usize, Tag) -> bool,
        transitions: &Transitions,
        taught: &mut Taught,
    ) {
        let (mut sums, mut guess, mut right) = (Vec::new(), Vec::new(), Vec::new());
        let mut decoder = Decoder::default();
        self.sum(chapter, island, taught, transitions.n_tags(), &mut sums);
        // An answer that is hardly worse than the right one comes out, too.
        let margin = self.pace().margin / 2;
        let held = changed(&sums, transitions.n_tags(), |at, tag, sum| {
            if is_right(at, tag) { sum - margin } else { sum }
        });
        decoder.decode(&held, transitions, &mut guess);
        let bound =
            changed(
                &sums,
                transitions.n_tags(),
                |at, tag, sum| {
                    if is_right(at, tag) { sum } else { WRONG }
                },
            );
        decoder.decode(&bound, transitions, &mut right);
        let agrees = right.iter().enumerate().all(|(at, tag)| is_right(at, *tag));
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
    let unmarked = |range: TextRange| {
        if reviewed.contains_range(range) { Target::Nothing } else { Target::Unknown }
    };
    let mut targets: Vec<Target> = words.iter().map(|it| unmarked(it.range)).collect();
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
                *target = Target::Part(Tag::new(*label, part));
            }
        } else {
            targets[start..end].fill(Target::Unknown);
        }
    }
    targets
}

/// `sums`, each made another by its word, its tag and what it was.
fn changed(sums: &[i32], width: usize, change: impl Fn(usize, Tag, i32) -> i32) -> Vec<i32> {
    let place = |n: usize| (n / width, Tag((n % width) as u8));
    let change = |(n, sum): (usize, &i32)| {
        let (at, tag) = place(n);
        change(at, tag, *sum)
    };
    sums.iter().enumerate().map(change).collect()
}

//! What a margin means: how often names with it were right, in documents that the weights had not seen.
//!
//! Each half of the documents is read by the model that was trained on the other one; only documents
//! with marks of their own count, and only people, bodies and places, which all of those mark.

use apostil::extract::tagger::{
    Tagger,
    calibration::{Calibration, N_STEPS},
    tag::{Span, spans},
    taught::Taught,
};

use crate::train::{
    Lesson,
    chain::Chain,
    pack::{Keep, pack, parts},
};

/// How far two steps are apart, in logarithms of odds.
const STEP: f32 = 0.25;

/// How many names a step must have for its share to be believed alone.
const FEW: f32 = 20.0;

/// The shares that `halves` have in the documents of the other half; `keys` are the features'.
pub fn calibrate(halves: &[Chain; 2], keys: &[u32], keep: Keep, lessons: &[Lesson]) -> Calibration {
    let mut right = [0.0_f32; N_STEPS];
    let mut all = [0.0_f32; N_STEPS];
    for (half, chain) in halves.iter().enumerate() {
        // Shares that rise evenly say which step a margin was in.
        let even = std::array::from_fn(|at| (at * 1000 / (N_STEPS - 1)) as u16);
        let even = Calibration::new(parts(chain, keep, STEP), even);
        let file = pack(chain, keys, keep, &even);
        let tagger = Tagger::read(&file).expect("a file that was just written can be read");
        for lesson in lessons.iter().skip(half).step_by(2).filter(|it| it.document.marks.is_some())
        {
            for name in tagger.names(&lesson.chapter, &Taught::default(), &[]) {
                let span = Span { words: name.words, label: name.label };
                if let Some(is_right) = judge(lesson, name.line, &span) {
                    let step = (name.score * (N_STEPS - 1) as f32).round() as usize;
                    all[step] += 1.0;
                    right[step] += if is_right { 1.0 } else { 0.0 };
                }
            }
        }
    }
    Calibration::new(parts(&halves[0], keep, STEP), shares(&right, &all))
}

/// Whether a name is right; `None` where that is not known.
fn judge(lesson: &Lesson, line: usize, span: &Span) -> Option<bool> {
    let kind = kind(span.label)?;
    let targets = &lesson.targets[line];
    let tags: Option<Vec<_>> = targets[span.words.clone()].iter().copied().collect();
    tags?;
    let known: Vec<_> = targets.iter().map(|it| it.unwrap_or_default()).collect();
    let is_right = |it: &Span| it.words == span.words && self::kind(it.label) == Some(kind);
    Some(spans(&known).iter().any(is_right))
}

/// People, bodies or places, which are not told apart further.
fn kind(label: usize) -> Option<usize> {
    [Some(0), None, Some(1), Some(2), Some(2), Some(2)].get(label).copied().flatten()
}

/// The shares in thousandths: never falling, and drawn to their neighbors where names are few.
fn shares(right: &[f32; N_STEPS], all: &[f32; N_STEPS]) -> [u16; N_STEPS] {
    let mut shares = [0; N_STEPS];
    let mut least: u16 = 0;
    let mut before = 0.5;
    for at in 0..N_STEPS {
        let share = (right[at] + before * FEW) / (all[at] + FEW);
        before = share;
        least = least.max((share * 1000.0).round() as u16).min(999);
        shares[at] = least;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_never_fall_and_follow_their_neighbors_where_names_are_few() {
        let (mut right, mut all) = ([0.0; N_STEPS], [0.0; N_STEPS]);
        (right[0], all[0]) = (400.0, 1000.0);
        (right[1], all[1]) = (800.0, 1000.0);
        (right[2], all[2]) = (0.0, 1.0);
        let shares = shares(&right, &all);
        assert!((395..=410).contains(&shares[0]) && (785..=805).contains(&shares[1]));
        assert!(shares.is_sorted() && shares[N_STEPS - 1] == shares[1]);
    }

    #[test]
    fn places_of_all_kinds_are_one_kind() {
        assert_eq!((kind(0), kind(1), kind(2)), (Some(0), None, Some(1)));
        assert_eq!((kind(3), kind(4), kind(5), kind(6)), (Some(2), Some(2), Some(2), None));
    }
}

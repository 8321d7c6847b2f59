//! The best tags for a stretch of words, exactly: Viterbi over the tags that can be in the best answer.
//!
//! What cannot be is left out without changing the answer. A name in the best answer could be taken
//! out of it, its words made outside; that changes the sum by the name's own weights and by at most
//! the *slack* of the transitions at its ends. So a name that is worse than outside by more than the
//! slack is in no best answer, and a tag that begins only such names need not be tried.
//!
//! Sums are whole numbers: the answer is the same on every machine.

use crate::extract::tagger::tag::{Part, Tag, n_tags};

/// Worse than any sum, and far enough from the end of the numbers to be added to.
const NEVER: i32 = i32::MIN / 4;

/// Numbers that are worked on at once.
type Lanes = [i32; 8];

/// What it counts for one tag to follow another.
#[derive(Clone, Debug, Default)]
pub struct Transitions {
    n_tags: usize,
    // From, then to.
    all: Vec<i32>,
    slack: i32,
    // The tags that need nothing behind them, and those that need nothing before them, in order: any of
    // the first may stand before any of the second. Of the other tags two at most may stand before one.
    closed: Vec<Tag>,
    opening: Vec<Tag>,
    // From the closed tags to the opening ones, with `NEVER` at the end of a row to fill its lanes.
    joints: Vec<Lanes>,
}

impl Transitions {
    /// Of `n_labels` labels, from a row for each tag that is followed; `None` when there are too many
    /// or too few numbers.
    pub fn new(n_labels: usize, all: Vec<i32>) -> Option<Self> {
        let n_tags = n_tags(n_labels);
        if all.len() != n_tags * n_tags {
            return None;
        }
        let mut made = Self { n_tags, all, ..Self::default() };
        made.slack = made.find_slack();
        made.closed = made.tags().filter(|it| is_closed(*it)).collect();
        made.opening = made.tags().filter(|it| opens(*it)).collect();
        made.joints = made.closed.iter().flat_map(|from| made.joints_of(*from)).collect();
        Some(made)
    }

    /// How many tags there are.
    pub fn n_tags(&self) -> usize {
        self.n_tags
    }

    /// All numbers, a row for each tag that is followed.
    pub fn all(&self) -> &[i32] {
        &self.all
    }

    /// What it counts for `to` to follow `from`.
    #[inline]
    pub fn get(&self, from: Tag, to: Tag) -> i32 {
        self.all[from.index() * self.n_tags + to.index()]
    }

    /// What `tags` sum up to by `sums`, with what stands before and behind them outside.
    pub fn total(&self, tags: &[Tag], sums: &[i32]) -> i32 {
        let mut before = Tag::OUTSIDE;
        let mut total = 0;
        for (tag, row) in tags.iter().zip(sums.chunks_exact(self.n_tags)) {
            total += self.get(before, *tag) + row[tag.index()];
            before = *tag;
        }
        total + self.get(before, Tag::OUTSIDE)
    }

    fn tags(&self) -> impl Iterator<Item = Tag> + use<> {
        (0..self.n_tags as u8).map(Tag)
    }

    /// What it counts for each opening tag to follow `from`.
    fn joints_of(&self, from: Tag) -> Vec<Lanes> {
        let lanes = |tags: &[Tag]| {
            let mut lanes = [NEVER; 8];
            for (lane, to) in lanes.iter_mut().zip(tags) {
                *lane = self.get(from, *to);
            }
            lanes
        };
        self.opening.chunks(8).map(lanes).collect()
    }

    /// The closed tags, each with its joints.
    fn joints(&self) -> impl Iterator<Item = (Tag, &[Lanes])> {
        let rows = self.joints.chunks_exact(self.opening.len().div_ceil(8).max(1));
        self.closed.iter().copied().zip(rows)
    }

    /// The most that a name can gain by what stands at its two ends.
    fn find_slack(&self) -> i32 {
        let mut before = NEVER;
        let mut behind = NEVER;
        for near in self.tags() {
            for it in self.tags().filter(|it| *it != Tag::OUTSIDE) {
                if is_closed(near) && opens(it) {
                    before = before.max(self.get(near, it) - self.get(near, Tag::OUTSIDE));
                }
                if is_closed(it) && opens(near) {
                    behind = behind.max(self.get(it, near) - self.get(Tag::OUTSIDE, near));
                }
            }
        }
        (before + behind).max(0)
    }
}

/// Whether nothing need follow `tag`.
pub fn is_closed(tag: Tag) -> bool {
    matches!(tag.part(), None | Some(Part::Last | Part::Unit))
}

/// Whether `tag` needs nothing before it.
pub fn opens(tag: Tag) -> bool {
    matches!(tag.part(), None | Some(Part::Begin | Part::Unit))
}

/// Where the tags that begin a name of a label, or are all of it, stand among those that open.
const fn places(label: usize) -> (usize, usize) {
    (1 + 2 * label, 2 + 2 * label)
}

/// Works out the best tags of one stretch of words after the other, in memory of its own.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    // A row for what stands before the words and one for each word: for each tag the best sum up to and
    // with it, and the best of what follows, without it. `NEVER` for tags that are not tried.
    sums: Vec<i32>,
    rests: Vec<i32>,
    // For each word, which labels may begin, and which may be alone.
    begins: Vec<u64>,
    units: Vec<u64>,
    // The best sums of what leads to each opening tag, or of what follows from there.
    lanes: Vec<Lanes>,
}

impl Decoder {
    /// The best tags for words with these sums, a row of sums for each tag of a word. What stands
    /// before and behind the words is outside.
    pub fn decode(&mut self, sums: &[i32], transitions: &Transitions, tags: &mut Vec<Tag>) {
        self.find_viable(sums, transitions, 0);
        self.run_forward(sums, transitions);
        self.trace(transitions, tags);
    }

    /// As [`Decoder::decode`], and how much worse the best answer without each word's tag is, no more
    /// than `most`: what [`Decoder::margin`] gives for names.
    pub fn decode_with_margins(
        &mut self,
        sums: &[i32],
        transitions: &Transitions,
        most: i32,
        tags: &mut Vec<Tag>,
    ) {
        self.find_viable(sums, transitions, most);
        self.run_forward(sums, transitions);
        self.trace(transitions, tags);
        self.run_backward(sums, transitions);
    }

    /// By how much the best answer beats every answer that differs in the words `from..to`, at most
    /// `most`, after [`Decoder::decode_with_margins`] gave `tags`.
    pub fn margin(&self, from: usize, to: usize, tags: &[Tag], most: i32) -> i32 {
        let width = self.sums.len() / (tags.len() + 1);
        let totals = |at: usize| {
            let row = (at + 1) * width..(at + 2) * width;
            let both = self.sums[row.clone()].iter().zip(&self.rests[row]);
            both.map(|(sum, rest)| sum.saturating_add(*rest)).enumerate()
        };
        let best = totals(0).map(|it| it.1).max().unwrap_or(0);
        let others =
            (from..to).flat_map(|at| totals(at).filter(move |it| it.0 != tags[at].index()));
        let other = others.map(|it| it.1).max().unwrap_or(NEVER);
        best.saturating_sub(other).min(most)
    }

    /// Finds out which labels may begin at each word, from right to left; `more` is added to the slack.
    fn find_viable(&mut self, sums: &[i32], transitions: &Transitions, more: i32) {
        let width = transitions.n_tags;
        let (n_words, n_labels) = (sums.len() / width, (width - 1) / 4);
        let slack = transitions.slack.saturating_add(more);
        let outside = transitions.get(Tag::OUTSIDE, Tag::OUTSIDE);
        self.begins.clear();
        self.begins.resize(n_words, 0);
        self.units.clear();
        self.units.resize(n_words, 0);
        for label in 0..n_labels {
            let tag = |part| Tag::new(label, part);
            let step = |from, to| transitions.get(tag(from), tag(to)) - outside;
            let (begin_inside, begin_last) =
                (step(Part::Begin, Part::Inside), step(Part::Begin, Part::Last));
            let (inside, inside_last) =
                (step(Part::Inside, Part::Inside), step(Part::Inside, Part::Last));
            // What the rest of a name gains over outside, from the next word on.
            let (mut rest_inside, mut rest_last) = (NEVER, NEVER);
            for at in (0..n_words).rev() {
                let row = &sums[at * width..(at + 1) * width];
                let gain = |part| row[tag(part).index()] - row[0];
                let begin =
                    gain(Part::Begin) + (begin_inside + rest_inside).max(begin_last + rest_last);
                self.begins[at] |= u64::from(begin + slack >= 0) << label;
                self.units[at] |= u64::from(gain(Part::Unit) + slack >= 0) << label;
                let more = (inside + rest_inside).max(inside_last + rest_last);
                rest_inside = (gain(Part::Inside) + more).max(NEVER);
                rest_last = gain(Part::Last);
            }
        }
    }

    /// Fills in the best sums from left to right.
    fn run_forward(&mut self, sums: &[i32], transitions: &Transitions) {
        let width = transitions.n_tags;
        self.sums.clear();
        self.sums.resize(width + sums.len(), NEVER);
        self.sums[0] = 0;
        let mut open = 0_u64;
        for (at, row) in sums.chunks_exact(width).enumerate() {
            let (before, here) = self.sums[at * width..].split_at_mut(width);
            lead(before, transitions, &mut self.lanes);
            let lanes = self.lanes.as_flattened();
            let mut set = |tag: Tag, sum: i32| {
                if sum > NEVER {
                    here[tag.index()] = sum + row[tag.index()];
                }
            };
            set(Tag::OUTSIDE, lanes[0]);
            let (begins, units) = (self.begins[at], self.units[at]);
            each_label(begins | units | open, |label| {
                let bit = 1 << label;
                let (begin, unit) = places(label);
                if begins & bit != 0 {
                    set(Tag::new(label, Part::Begin), lanes[begin]);
                }
                if units & bit != 0 {
                    set(Tag::new(label, Part::Unit), lanes[unit]);
                }
                if open & bit != 0 {
                    for part in [Part::Inside, Part::Last] {
                        let tag = Tag::new(label, part);
                        set(tag, best_before(tag, before, transitions).1);
                    }
                }
            });
            open |= begins;
        }
    }

    /// Reads the best answer off the sums, from right to left.
    fn trace(&self, transitions: &Transitions, tags: &mut Vec<Tag>) {
        let rows = self.sums.chunks_exact(transitions.n_tags);
        tags.clear();
        tags.resize(rows.len() - 1, Tag::OUTSIDE);
        let mut next = Tag::OUTSIDE;
        for (tag, row) in tags.iter_mut().zip(rows.skip(1)).rev() {
            *tag = best_before(next, row, transitions).0;
            next = *tag;
        }
    }

    /// Fills in the best sums of what follows each tag that is tried, from right to left.
    fn run_backward(&mut self, sums: &[i32], transitions: &Transitions) {
        let width = transitions.n_tags;
        self.rests.clear();
        self.rests.resize(self.sums.len(), NEVER);
        // Behind the last word there is only what is outside.
        let mut ahead = vec![NEVER; width];
        ahead[0] = 0;
        for at in (0..sums.len() / width).rev() {
            let here = (at + 1) * width..(at + 2) * width;
            let (tried, rests) = (&self.sums[here.clone()], &mut self.rests[here]);
            follow(&ahead, tried, transitions, &mut self.lanes, rests);
            let row = &sums[at * width..(at + 1) * width];
            for (ahead, (rest, sum)) in ahead.iter_mut().zip(rests.iter().zip(row)) {
                *ahead = if *rest > NEVER { rest + sum } else { NEVER };
            }
        }
    }
}

/// Works out the best sum before each opening tag from those of the word before, `sums`.
fn lead(sums: &[i32], transitions: &Transitions, lanes: &mut Vec<Lanes>) {
    lanes.clear();
    lanes.resize(transitions.opening.len().div_ceil(8), [NEVER; 8]);
    for (from, joints) in transitions.joints() {
        let sum = sums[from.index()];
        if sum > NEVER {
            for (best, steps) in lanes.iter_mut().zip(joints) {
                for (best, step) in best.iter_mut().zip(steps) {
                    *best = (*best).max(sum + step);
                }
            }
        }
    }
}

/// The best tag before `tag`, the first of equals, and the sum that it leads there with; `sums` are
/// those of the word before.
fn best_before(tag: Tag, sums: &[i32], transitions: &Transitions) -> (Tag, i32) {
    let mut best = (Tag::OUTSIDE, NEVER);
    let mut try_one = |from: Tag| {
        let sum = sums[from.index()];
        if sum > NEVER && sum + transitions.get(from, tag) > best.1 {
            best = (from, sum + transitions.get(from, tag));
        }
    };
    match tag.label().filter(|_| !opens(tag)) {
        Some(label) => {
            try_one(Tag::new(label, Part::Begin));
            try_one(Tag::new(label, Part::Inside));
        }
        None => transitions.closed.iter().for_each(|it| try_one(*it)),
    }
    best
}

/// Sets `rests` to the best sum of what follows each tag that is tried, from that of each tag of the
/// next word with all behind it, `ahead`.
fn follow(
    ahead: &[i32],
    tried: &[i32],
    transitions: &Transitions,
    lanes: &mut Vec<Lanes>,
    rests: &mut [i32],
) {
    lanes.clear();
    lanes.resize(transitions.opening.len().div_ceil(8), [NEVER; 8]);
    for (lane, tag) in lanes.as_flattened_mut().iter_mut().zip(&transitions.opening) {
        *lane = ahead[tag.index()];
    }
    let is_tried = |it: Tag| tried[it.index()] > NEVER;
    for (from, joints) in transitions.joints().filter(|it| is_tried(it.0)) {
        let mut best = [NEVER; 8];
        for (ahead, steps) in lanes.iter().zip(joints) {
            for (best, (ahead, step)) in best.iter_mut().zip(ahead.iter().zip(steps)) {
                *best = (*best).max(ahead + step);
            }
        }
        rests[from.index()] = best.into_iter().fold(NEVER, i32::max);
    }
    for from in transitions.tags().filter(|it| !is_closed(*it) && is_tried(*it)) {
        let label = from.label().expect("only outside has none, and that is closed");
        let all = [Part::Inside, Part::Last].map(|it| Tag::new(label, it));
        let all = all.into_iter().filter(|it| ahead[it.index()] > NEVER);
        let best = all.map(|it| ahead[it.index()] + transitions.get(from, it)).max();
        rests[from.index()] = best.unwrap_or(NEVER).max(NEVER);
    }
}

/// Whether `to` may follow `from`.
pub fn may_follow(from: Tag, to: Tag) -> bool {
    if is_closed(from) { opens(to) } else { !opens(to) && from.label() == to.label() }
}

fn each_label(mut labels: u64, mut take: impl FnMut(usize)) {
    while labels != 0 {
        take(labels.trailing_zeros() as usize);
        labels &= labels - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random and are always the same.
    struct Numbers(u64);

    impl Numbers {
        fn next(&mut self, most: i32) -> i32 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 % (2 * most as u64 + 1)) as i32 - most
        }
    }

    /// The sum of `tags`; `None` where one may not follow the other.
    fn total(tags: &[Tag], sums: &[i32], transitions: &Transitions) -> Option<i32> {
        let edged = [&[Tag::OUTSIDE], tags, &[Tag::OUTSIDE]].concat();
        let may = edged.windows(2).all(|it| may_follow(it[0], it[1]));
        may.then(|| transitions.total(tags, sums))
    }

    /// Every answer there is.
    fn answers(n_words: usize, n_tags: u8) -> Vec<Vec<Tag>> {
        let mut all = vec![Vec::new()];
        for _ in 0..n_words {
            let longer = |it: &Vec<Tag>| {
                let it = it.clone();
                (0..n_tags).map(move |tag| [&it[..], &[Tag(tag)]].concat())
            };
            all = all.iter().flat_map(longer).collect();
        }
        all
    }

    #[test]
    fn the_best_answer_is_found_among_all() {
        let mut numbers = Numbers(7);
        let all = answers(4, 9);
        for round in 0..150 {
            let (range, shift) = if round % 2 == 0 { (9, 0) } else { (40, -30) };
            let steps = (0..81).map(|_| numbers.next(5)).collect();
            let transitions = Transitions::new(2, steps).unwrap();
            let mut sums: Vec<i32> = (0..36).map(|_| numbers.next(range)).collect();
            for (at, it) in sums.iter_mut().enumerate() {
                *it += if at % 9 == 0 { 0 } else { shift };
            }
            let best = all.iter().filter_map(|it| total(it, &sums, &transitions)).max();
            let (mut decoder, mut tags) = (Decoder::default(), Vec::new());
            decoder.decode(&sums, &transitions, &mut tags);
            assert_eq!(total(&tags, &sums, &transitions), best, "{tags:?}");
        }
    }

    #[test]
    fn margins_are_the_distance_to_the_best_other_answer() {
        let mut numbers = Numbers(11);
        let all = answers(4, 9);
        for _ in 0..100 {
            let transitions =
                Transitions::new(2, (0..81).map(|_| numbers.next(4)).collect()).unwrap();
            let sums: Vec<i32> = (0..36).map(|_| numbers.next(12)).collect();
            let (mut decoder, mut tags) = (Decoder::default(), Vec::new());
            decoder.decode_with_margins(&sums, &transitions, 1000, &mut tags);
            let best = total(&tags, &sums, &transitions).unwrap();
            let others = all.iter().filter(|it| it[1..3] != tags[1..3]);
            let other = others.filter_map(|it| total(it, &sums, &transitions)).max().unwrap();
            assert_eq!(decoder.margin(1, 3, &tags, 1000), best - other);
        }
    }

    #[test]
    fn no_words_have_no_tags() {
        let transitions = Transitions::new(1, vec![0; 25]).unwrap();
        let mut tags = vec![Tag(1)];
        Decoder::default().decode(&[], &transitions, &mut tags);
        assert!(tags.is_empty() && Transitions::new(1, vec![0; 24]).is_none());
    }
}

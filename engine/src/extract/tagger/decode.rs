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

/// What it counts for one tag to follow another.
#[derive(Clone, Debug, Default)]
pub struct Transitions {
    n_tags: usize,
    // From, then to.
    all: Vec<i32>,
    slack: i32,
}

impl Transitions {
    /// Of `n_labels` labels, from a row for each tag that is followed; `None` when there are too many
    /// or too few numbers.
    pub fn new(n_labels: usize, all: Vec<i32>) -> Option<Self> {
        let n_tags = n_tags(n_labels);
        if all.len() != n_tags * n_tags {
            return None;
        }
        let mut made = Self { n_tags, all, slack: 0 };
        made.slack = made.find_slack();
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

/// One tag that is tried for one word.
#[derive(Clone, Copy, Debug)]
struct State {
    tag: Tag,
    /// The best sum up to and with it.
    sum: i32,
    /// The place of the state before it.
    from: u32,
    /// The best sum of what follows, without it.
    rest: i32,
}

/// Works out the best tags of one stretch of words after the other, in memory of its own.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    // The states of all words, one word after the other, and where each word's begin.
    states: Vec<State>,
    starts: Vec<u32>,
    // For each word, which labels may begin, and which may be alone.
    begins: Vec<u64>,
    units: Vec<u64>,
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
        let best = self.states[self.range(0)].iter().map(|it| it.sum.saturating_add(it.rest)).max();
        let best = best.unwrap_or(0);
        let others = (from..to).flat_map(|at| {
            let states = self.states[self.range(at)].iter();
            states.filter(move |it| it.tag != tags[at]).map(|it| it.sum.saturating_add(it.rest))
        });
        let other = others.max().unwrap_or(NEVER);
        best.saturating_sub(other).min(most)
    }

    fn range(&self, at: usize) -> std::ops::Range<usize> {
        self.starts[at] as usize..self.starts[at + 1] as usize
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
        let n_words = sums.len() / width;
        self.states.clear();
        self.starts.clear();
        self.starts.push(0);
        let mut open = 0_u64;
        for at in 0..n_words {
            let row = &sums[at * width..(at + 1) * width];
            let before = if at == 0 { 0..0 } else { self.range(at - 1) };
            self.reach(Tag::OUTSIDE, row, before.clone(), transitions);
            let (begins, units) = (self.begins[at], self.units[at]);
            each_label(begins | units | open, |label| {
                let bit = 1 << label;
                let parts = [
                    (begins & bit != 0, Part::Begin),
                    (open & bit != 0, Part::Inside),
                    (open & bit != 0, Part::Last),
                    (units & bit != 0, Part::Unit),
                ];
                for (_, part) in parts.into_iter().filter(|it| it.0) {
                    self.reach(Tag::new(label, part), row, before.clone(), transitions);
                }
            });
            open |= begins;
            self.starts.push(self.states.len() as u32);
        }
    }

    /// Adds the state `tag`, if a state before it leads there.
    fn reach(
        &mut self,
        tag: Tag,
        row: &[i32],
        before: std::ops::Range<usize>,
        transitions: &Transitions,
    ) {
        let mut best = (NEVER, 0);
        if before.is_empty() {
            if opens(tag) {
                best = (transitions.get(Tag::OUTSIDE, tag), 0);
            }
        } else {
            for from in before {
                let it = &self.states[from];
                if may_follow(it.tag, tag) {
                    let sum = it.sum + transitions.get(it.tag, tag);
                    if sum > best.0 {
                        best = (sum, from as u32);
                    }
                }
            }
        }
        if best.0 > NEVER {
            let (sum, from) = (best.0 + row[tag.index()], best.1);
            self.states.push(State { tag, sum, from, rest: NEVER });
        }
    }

    /// Reads the best answer off the states, from right to left.
    fn trace(&self, transitions: &Transitions, tags: &mut Vec<Tag>) {
        let n_words = self.starts.len() - 1;
        tags.clear();
        tags.resize(n_words, Tag::OUTSIDE);
        let Some(last) = n_words.checked_sub(1) else { return };
        let mut best = (NEVER, 0);
        for at in self.range(last) {
            let it = &self.states[at];
            if is_closed(it.tag) {
                let sum = it.sum + transitions.get(it.tag, Tag::OUTSIDE);
                if sum > best.0 {
                    best = (sum, at);
                }
            }
        }
        let mut at = best.1;
        for word in (0..n_words).rev() {
            tags[word] = self.states[at].tag;
            at = self.states[at].from as usize;
        }
    }

    /// Fills in the best sums of what follows each state, from right to left.
    fn run_backward(&mut self, sums: &[i32], transitions: &Transitions) {
        let width = transitions.n_tags;
        for word in (0..self.starts.len() - 1).rev() {
            let next = (word + 2 < self.starts.len()).then(|| self.range(word + 1));
            for at in self.range(word) {
                let tag = self.states[at].tag;
                let Some(next) = next.clone() else {
                    let is_end = is_closed(tag);
                    self.states[at].rest =
                        if is_end { transitions.get(tag, Tag::OUTSIDE) } else { NEVER };
                    continue;
                };
                let row = &sums[(word + 1) * width..(word + 2) * width];
                let mut rest = NEVER;
                for it in &self.states[next] {
                    if may_follow(tag, it.tag) && it.rest > NEVER {
                        rest =
                            rest.max(transitions.get(tag, it.tag) + row[it.tag.index()] + it.rest);
                    }
                }
                self.states[at].rest = rest;
            }
        }
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

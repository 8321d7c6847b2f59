//! The features of a word: what is known of it and its neighbors, each as a 32-bit key.
//!
//! Words, affixes, shapes and lists as the literature has them (Ratinov and Roth 2009), and the run of
//! capitals around the word: its first and last words and what stands beside it, since what a name is
//! stands at its ends and a chain of tags sees one word far. The templates are numbered; a change to
//! any asks for a new model, and for a new [`FEATURES_VERSION`].

use crate::extract::line::Line;
use crate::extract::tagger::casing;
use crate::extract::tagger::fact::{Fact, Facts, hash, head_end, tail_start};

/// The version of the templates, kept in the model.
pub const FEATURES_VERSION: u32 = 2;

/// Stands for a word before the first or behind the last.
const EDGE: u32 = 0x00ed_9e00;

/// Makes a key of a template's number and two facts.
#[inline]
pub fn key(template: u32, one: u32, other: u32) -> u32 {
    let facts = u64::from(one) | u64::from(other) << 32;
    let mut it = (facts ^ u64::from(template).wrapping_mul(0x9e37_79b9_7f4a_7c15))
        .wrapping_mul(0xff51_afd7_ed55_8ccd);
    it ^= it >> 32;
    (it.wrapping_mul(0xc4ce_b9fe_1a85_ec53) >> 32) as u32
}

/// Both of two facts, as one.
#[inline]
fn both(one: u32, other: u32) -> u32 {
    key(0, one, other)
}

/// Where the templates are counted from, by what they look at.
mod template {
    pub(super) const WORD: u32 = 1;
    pub(super) const SHAPE: u32 = 20;
    pub(super) const AFFIX: u32 = 40;
    pub(super) const LIST: u32 = 60;
    pub(super) const TOLD: u32 = 90;
    pub(super) const CLUE: u32 = 100;
    pub(super) const RUN: u32 = 120;
    pub(super) const TEXT: u32 = 140;
}

/// A sentence whose features are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a, 't> {
    /// Its words.
    pub line: &'a Line<'t>,
    /// What is known of them.
    pub facts: &'a Facts,
}

impl Sentence<'_, '_> {
    /// Hands every feature of the word at `at` to `take`.
    pub fn features(&self, at: usize, take: &mut impl FnMut(u32)) {
        self.words(at, take);
        self.shapes(at, take);
        self.affixes(at, take);
        self.lists(at, take);
        self.told(at, take);
        self.clues(at, take);
        self.run(at, take);
        self.text(at, take);
    }

    fn fact(&self, at: usize) -> &Fact {
        &self.facts.words[at]
    }

    /// What `of` says of the word `by` words from `at`.
    #[inline]
    fn near(&self, at: usize, by: isize, of: impl Fn(&Fact) -> u32) -> u32 {
        let place = at.checked_add_signed(by);
        place.and_then(|it| self.facts.words.get(it)).map_or(EDGE, of)
    }

    fn words(&self, at: usize, take: &mut impl FnMut(u32)) {
        let word = |by| self.near(at, by, |it| it.folded);
        let (back2, back, here, next, next2) = (word(-2), word(-1), word(0), word(1), word(2));
        let it = template::WORD;
        take(key(it, 0, 0));
        take(key(it + 1, self.fact(at).exact, 0));
        take(key(it + 2, here, 0));
        take(key(it + 3, back, 0));
        take(key(it + 4, next, 0));
        take(key(it + 5, back2, 0));
        take(key(it + 6, next2, 0));
        take(key(it + 7, back, here));
        take(key(it + 8, here, next));
        take(key(it + 9, back, next));
        take(key(it + 10, back2, back));
        take(key(it + 11, next, next2));
    }

    fn shapes(&self, at: usize, take: &mut impl FnMut(u32)) {
        let shape = |by| self.near(at, by, |it| it.shape);
        let (back2, back, here, next, next2) = (shape(-2), shape(-1), shape(0), shape(1), shape(2));
        let it = template::SHAPE;
        take(key(it, here, 0));
        take(key(it + 1, back, here));
        take(key(it + 2, here, next));
        take(key(it + 3, both(back, here), next));
        take(key(it + 4, both(back2, back), here));
        take(key(it + 5, both(here, next), next2));
    }

    fn affixes(&self, at: usize, take: &mut impl FnMut(u32)) {
        let word = self.line.folded(at);
        let it = template::AFFIX;
        for n in 1..=4 {
            let Some(end) = head_end(word, n) else { break };
            take(key(it + n as u32, hash(&word.as_bytes()[..end]), 0));
            take(key(it + 4 + n as u32, hash(&word.as_bytes()[tail_start(word, n)..]), 0));
        }
        take(key(it + 9, self.near(at, -1, |it| it.tail), 0));
        take(key(it + 10, self.near(at, 1, |it| it.tail), 0));
    }

    fn lists(&self, at: usize, take: &mut impl FnMut(u32)) {
        let fact = self.fact(at);
        let it = template::LIST;
        let kinds = |it: &Fact| it.entry.kinds();
        let common = |it: &Fact| it.entry.commonness();
        let mut rest = fact.entry.kinds();
        while rest != 0 {
            take(key(it, rest.trailing_zeros(), fact.form as u32));
            rest &= rest - 1;
        }
        take(key(it + 1, kinds(fact), fact.form as u32));
        take(key(it + 2, common(fact), fact.form as u32));
        take(key(it + 3, self.near(at, -1, kinds), fact.shape));
        take(key(it + 4, self.near(at, 1, kinds), fact.shape));
        take(key(it + 5, self.near(at, -1, common), common(fact)));
        take(key(it + 6, common(fact), self.near(at, 1, common)));
        take(key(it + 7, common(fact), self.near(at, -1, |it| it.folded)));
        if let Some((kinds, part)) = fact.listed {
            let mut rest = kinds;
            while rest != 0 {
                take(key(it + 8, rest.trailing_zeros(), part as u32));
                rest &= rest - 1;
            }
            take(key(it + 9, kinds, part as u32));
            take(key(it + 10, both(kinds, part as u32), self.near(at, -1, |it| it.folded)));
        }
        let listed = |it: &Fact| it.listed.map_or(0, |(kinds, part)| both(kinds, part as u32));
        take(key(it + 11, self.near(at, -1, listed), fact.form as u32));
        take(key(it + 12, self.near(at, 1, listed), fact.form as u32));
    }

    /// What the rules for names say.
    fn told(&self, at: usize, take: &mut impl FnMut(u32)) {
        let it = template::TOLD;
        let told = |by| self.near(at, by, |it| u32::from(it.told.0));
        let fact = self.fact(at);
        take(key(it, told(0), u32::from(fact.told.1)));
        take(key(it + 1, told(0), fact.shape));
        take(key(it + 2, told(-1), told(0)));
        take(key(it + 3, told(0), told(1)));
        take(key(it + 4, told(0), self.near(at, -1, |it| it.folded)));
        take(key(it + 5, told(0), casing::code(fact.casing, fact.form)));
    }

    fn clues(&self, at: usize, take: &mut impl FnMut(u32)) {
        let it = template::CLUE;
        let clue = |by| self.near(at, by, |it| it.clues);
        let shape = self.fact(at).shape;
        take(key(it, clue(0), shape));
        take(key(it + 1, clue(-1), shape));
        take(key(it + 2, clue(1), shape));
        take(key(it + 3, clue(-2), shape));
        take(key(it + 4, clue(2), shape));
        let number = |by| self.near(at, by, |it| u32::from(it.number));
        take(key(it + 5, number(0), shape));
        take(key(it + 6, both(number(-1), number(1)), shape));
    }

    fn run(&self, at: usize, take: &mut impl FnMut(u32)) {
        let it = template::RUN;
        let Some((first, last)) = self.fact(at).run else { return };
        let (first, last) = (usize::from(first), usize::from(last));
        let length = (last - first).min(5) as u32;
        let place = u32::from(at == first) | u32::from(at == last) << 1 | length << 2;
        let part = u32::from(at == first) | u32::from(at == last) << 1;
        let before = self.near(first, -1, |it| it.folded);
        let behind = self.near(last, 1, |it| it.folded);
        take(key(it, place, u32::from(first == 0)));
        take(key(it + 1, self.fact(first).folded, part));
        take(key(it + 2, self.fact(last).folded, part));
        take(key(it + 3, before, part));
        take(key(it + 4, behind, part));
        take(key(it + 5, self.fact(last).clues, part));
        take(key(it + 6, self.fact(first).entry.commonness(), part));
        take(key(it + 7, self.fact(last).entry.commonness(), part));
        take(key(it + 8, both(before, behind), part));
    }

    /// What the whole sentence and the whole text say.
    fn text(&self, at: usize, take: &mut impl FnMut(u32)) {
        let it = template::TEXT;
        let fact = self.fact(at);
        let manner = self.facts.manner;
        let starts = u32::from(self.line.starts(at));
        let manner = u32::from(manner.is_title)
            | u32::from(manner.is_shouted) << 1
            | u32::from(manner.is_spanish) << 2;
        take(key(it, starts | manner << 1, fact.shape));
        let casing = casing::code(fact.casing, fact.form);
        take(key(it + 1, casing, starts | manner << 1));
        take(key(it + 2, casing, fact.entry.commonness()));
        take(key(it + 3, manner, 0));
    }
}

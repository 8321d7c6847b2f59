//! What the lists know of one name: as 32 bits.
//!
//! Bits 0 to 12 say of which kinds it is, 13 and 14 how it must be written, then come two bits each
//! for how common it is as a given name, a surname, a word; three for a city's size; and four for
//! the words of the longest name that starts with it.

/// A kind of list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Countries, today's and former.
    Country,
    /// Capitals.
    Capital,
    /// Parts of countries: states, provinces, departments.
    State,
    /// Cities and towns, weighed by their inhabitants.
    City,
    /// Seas, ranges, deserts, islands, regions of the world.
    Place,
    /// Rivers and lakes by their bare names.
    River,
    /// Nationalities, peoples, religions.
    Group,
    /// Languages.
    Language,
    /// Bodies, parties, companies.
    Organization,
    /// Wars, revolutions, games.
    Event,
    /// Given names: 1 is rare, 3 common.
    Given,
    /// Surnames: 1 is rare, 3 common.
    Surname,
    /// Common words, that say nothing by their capital at the start of a sentence: 3 is the most common.
    Word,
}

/// All kinds, by the word that the readers of sources call them.
pub const KINDS: [(&str, Kind); 13] = [
    ("country", Kind::Country),
    ("capital", Kind::Capital),
    ("state", Kind::State),
    ("city", Kind::City),
    ("place", Kind::Place),
    ("river", Kind::River),
    ("norp", Kind::Group),
    ("language", Kind::Language),
    ("org", Kind::Organization),
    ("event", Kind::Event),
    ("given", Kind::Given),
    ("surname", Kind::Surname),
    ("word", Kind::Word),
];

/// Inhabitants from which a city is of size 1, 2, and so on.
pub const SIZES: [u32; 7] = [5_000, 15_000, 50_000, 100_000, 250_000, 500_000, 1_000_000];

const UPPER: u32 = 1 << 13;
const LOWER: u32 = 1 << 14;
const GIVEN: u32 = 15;
const SURNAME: u32 = 17;
const WORD: u32 = 19;
const SIZE: u32 = 21;
const LONGEST: u32 = 24;

/// What is known of one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(u32);

impl Entry {
    /// The entry that [`Entry::bits`] wrote.
    pub fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// It as 32 bits.
    pub fn bits(self) -> u32 {
        self.0
    }

    /// Whether it is a name of that kind.
    pub fn is(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    /// Whether it is a name of one of these kinds.
    pub fn is_any(self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|it| self.is(*it))
    }

    /// Of which kinds it is, as bits.
    pub fn kinds(self) -> u32 {
        self.0 & (UPPER - 1)
    }

    /// How common it is as a given name, a surname and a word, and a city's size, as one number.
    pub fn commonness(self) -> u32 {
        self.0 >> GIVEN & ((1 << (LONGEST - GIVEN)) - 1)
    }

    /// Whether it must be written in capitals, but as a person's name or a common word.
    pub fn is_upper(self) -> bool {
        self.0 & UPPER != 0
    }

    /// Whether a group or language of this name may be written small.
    pub fn may_be_lower(self) -> bool {
        self.0 & LOWER != 0
    }

    /// How common it is as a given name, 0 to 3.
    pub fn given(self) -> u32 {
        self.0 >> GIVEN & 3
    }

    /// How common it is as a surname, 0 to 3.
    pub fn surname(self) -> u32 {
        self.0 >> SURNAME & 3
    }

    /// How common a word it is, 0 to 3.
    pub fn word(self) -> u32 {
        self.0 >> WORD & 3
    }

    /// How large the largest city of this name is: its place in [`SIZES`], 0 for less.
    pub fn size(self) -> u32 {
        self.0 >> SIZE & 7
    }

    /// How many words the longest name has that starts with this one.
    pub fn longest(self) -> usize {
        (self.0 >> LONGEST & 15) as usize
    }

    /// Makes it a name of that kind, too; see [`Kind`] for what a weight is.
    pub fn add(&mut self, kind: Kind, weight: u32) {
        self.0 |= 1 << kind as u32;
        match kind {
            Kind::Given => self.raise(GIVEN, 3, weight),
            Kind::Surname => self.raise(SURNAME, 3, weight),
            Kind::Word => self.raise(WORD, 3, weight),
            Kind::City => {
                let size = SIZES.iter().filter(|it| **it <= weight).count() as u32;
                self.raise(SIZE, 7, size);
            }
            _ => {}
        }
    }

    /// Takes away that it is a name of that kind.
    pub fn remove(&mut self, kind: Kind) {
        self.0 &= !(1 << kind as u32);
    }

    /// Has it written in capitals only.
    pub fn set_upper(&mut self) {
        self.0 |= UPPER;
    }

    /// Lets it be written small as a group or language.
    pub fn set_lower(&mut self) {
        self.0 |= LOWER;
    }

    /// Notes that a name of so many words starts with it, at most 15.
    pub fn note_longer(&mut self, n_words: usize) {
        self.raise(LONGEST, 15, n_words as u32);
    }

    /// Raises the number at bit `at` to `value`, at most `most`.
    fn raise(&mut self, at: u32, most: u32, value: u32) {
        let value = value.min(most).max(self.0 >> at & most);
        self.0 = self.0 & !(most << at) | value << at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_has_its_bits() {
        let mut entry = Entry::default();
        for (_, kind) in KINDS {
            assert!(!entry.is(kind));
            entry.add(kind, 2);
            assert!(entry.is(kind));
        }
        entry.add(Kind::City, 60_000);
        entry.add(Kind::City, 10);
        entry.note_longer(40);
        let seen = (entry.given(), entry.surname(), entry.word(), entry.size(), entry.longest());
        assert_eq!(seen, (2, 2, 2, 3, 15));
        assert!(!entry.is_upper() && !entry.may_be_lower());
        entry.set_upper();
        entry.remove(Kind::Country);
        assert!(entry.is_upper() && !entry.is(Kind::Country) && entry.is(Kind::Word));
        assert_eq!(Entry::from_bits(entry.bits()), entry);
    }
}

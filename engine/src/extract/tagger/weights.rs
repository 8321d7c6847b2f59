//! Weights: for each feature a short row of tags with a number each, found by the feature's key.
//!
//! A feature is known by a 32-bit hash. Rows lie one after the other, and a table of twice their
//! number says where each begins (open addressing, linear probing), so a look-up is one or two reads.
//! The few rows that speak of many tags are most of what is added, and lie apart, with a place for each
//! tag: adding sixteen of those at once is quicker than finding out which they are.

/// One weight: a tag and what the feature speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The tag's number.
    pub tag: u8,
    /// In steps of the model's scale.
    pub value: i8,
}

/// How many tags a sum has room for: more than the shipped labels have, so that rows are added in steps
/// of sixteen.
pub const ROOM: usize = 48;

/// Sums of weights, one for each tag, in steps. A word has some ninety features, and it would take 258
/// to leave the range.
pub type Sums = [i16; ROOM];

/// Rows by key.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    // Key and place; a place of `EMPTY` is free.
    slots: Vec<(u32, u32)>,
    // Rows of few weights, one after the other.
    short: Vec<Weight>,
    // Rows of many: one value for each tag, added without looking.
    whole: Vec<[i8; ROOM]>,
    shift: u32,
}

/// The low bits of a place hold the length of a short row, or say that it is a whole one.
const LENGTH_BITS: u32 = 8;
const IS_WHOLE: u32 = (1 << LENGTH_BITS) - 1;
const EMPTY: u32 = u32::MAX;

/// How many rows are looked up before any is added: more than a word has features, mostly.
pub const AT_ONCE: usize = 128;

/// A row of at least as many weights is kept whole: those are few, and most of what is added.
const MANY: usize = 12;

impl Weights {
    /// With room for `n_rows` rows.
    pub fn with_capacity(n_rows: usize) -> Self {
        let bits = (n_rows * 3 / 2).next_power_of_two().trailing_zeros().max(1);
        Self { slots: vec![(0, EMPTY); 1 << bits], shift: 32 - bits, ..Self::default() }
    }

    /// Adds a row; a key may be added once, and no more rows than there is room for. Tags are below
    /// [`ROOM`]; at most 2^24 weights in all.
    pub fn add(&mut self, key: u32, row: impl Iterator<Item = Weight>) {
        let start = self.short.len();
        self.short.extend(row);
        let length = self.short.len() - start;
        let place = if length < MANY {
            ((start as u32) << LENGTH_BITS) | length as u32
        } else {
            let mut whole = [0; ROOM];
            for it in self.short.drain(start..) {
                whole[usize::from(it.tag)] = it.value;
            }
            self.whole.push(whole);
            ((self.whole.len() as u32 - 1) << LENGTH_BITS) | IS_WHOLE
        };
        let mut at = self.home(key);
        while self.slots[at].1 != EMPTY {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = (key, place);
    }

    /// Adds the rows of `keys` to `sums`; nothing where there is none. All are looked up before any is
    /// added, so that the processor fetches many at once: the table is larger than its quick memory.
    pub fn add_all(&self, keys: &[u32], sums: &mut Sums) {
        for keys in keys.chunks(AT_ONCE) {
            let mut places = [EMPTY; AT_ONCE];
            let mut n = 0;
            for key in keys {
                let place = self.place(*key);
                places[n] = place;
                n += usize::from(place != EMPTY);
            }
            for place in &places[..n] {
                self.add_row(*place, sums);
            }
        }
    }

    /// Adds the row at `place`.
    #[inline]
    fn add_row(&self, place: u32, sums: &mut Sums) {
        let (start, length) = ((place >> LENGTH_BITS) as usize, place & IS_WHOLE);
        if length == IS_WHOLE {
            for (sum, value) in sums.iter_mut().zip(&self.whole[start]) {
                *sum += i16::from(*value);
            }
        } else {
            for it in &self.short[start..start + length as usize] {
                sums[usize::from(it.tag)] += i16::from(it.value);
            }
        }
    }

    /// How many tags the row of `key` speaks of.
    pub fn breadth(&self, key: u32) -> u32 {
        let place = self.place(key);
        match place & IS_WHOLE {
            _ if place == EMPTY => 0,
            IS_WHOLE => {
                let row = self.whole[(place >> LENGTH_BITS) as usize];
                row.iter().map(|it| u32::from(*it != 0)).sum()
            }
            length => length,
        }
    }

    /// Where the row of `key` is, or `EMPTY`.
    #[inline]
    fn place(&self, key: u32) -> u32 {
        if self.slots.is_empty() {
            return EMPTY;
        }
        let mut at = self.home(key);
        loop {
            let (other, place) = self.slots[at];
            if place == EMPTY || other == key {
                return place;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// Where a key belongs: keys are hashes already, so their high bits will do.
    #[inline]
    fn home(&self, key: u32) -> usize {
        (key >> self.shift) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_their_keys() {
        let keys: Vec<u32> =
            (0..500_u32).map(|it| it.wrapping_mul(0x9e37_79b9) | (it % 3)).collect();
        let mut weights = Weights::with_capacity(keys.len());
        // Short ones and whole ones.
        let row = |it: u32| (0..it % 40).map(move |tag| Weight { tag: tag as u8, value: it as i8 });
        for (n, key) in keys.iter().enumerate() {
            weights.add(*key, row(n as u32));
        }
        for (n, key) in keys.iter().enumerate() {
            let (mut sums, mut expected) = ([1; ROOM], [1; ROOM]);
            weights.add_all(&[*key], &mut sums);
            row(n as u32).for_each(|it| expected[usize::from(it.tag)] += i16::from(it.value));
            assert_eq!(sums, expected);
        }
        let mut sums = [1; ROOM];
        weights.add_all(&[12345], &mut sums);
        Weights::default().add_all(&[1], &mut sums);
        assert_eq!(sums, [1; ROOM]);
    }
}

//! Weights: for each feature a short row of tags with a number each, found by the feature's key.
//!
//! A feature is known by a 32-bit hash. Rows lie one after the other, and a table of twice their
//! number says where each begins (open addressing, linear probing), so a look-up is one or two reads.

/// One weight: a tag and what the feature speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The tag's number.
    pub tag: u8,
    /// In steps of the model's scale.
    pub value: i8,
}

/// Rows by key.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    // Key and place; a place of `EMPTY` is free.
    slots: Vec<(u32, u32)>,
    all: Vec<Weight>,
    shift: u32,
}

/// The low bits of a place hold the length of the row.
const LENGTH_BITS: u32 = 8;
const EMPTY: u32 = u32::MAX;

impl Weights {
    /// With room for `n_rows` rows of `n_weights` weights in all.
    pub fn with_capacity(n_rows: usize, n_weights: usize) -> Self {
        let bits = (n_rows * 3 / 2).next_power_of_two().trailing_zeros().max(1);
        let slots = vec![(0, EMPTY); 1 << bits];
        Self { slots, all: Vec::with_capacity(n_weights), shift: 32 - bits }
    }

    /// Adds a row; a key may be added once, and no more rows than there is room for. At most 255
    /// weights a row and 2^24 in all.
    pub fn add(&mut self, key: u32, row: impl Iterator<Item = Weight>) {
        let start = self.all.len() as u32;
        self.all.extend(row);
        let length = self.all.len() as u32 - start;
        debug_assert!(length < 1 << LENGTH_BITS && start < 1 << (32 - LENGTH_BITS));
        let mut at = self.home(key);
        while self.slots[at].1 != EMPTY {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = (key, start << LENGTH_BITS | length);
    }

    /// The row of `key`; empty where there is none.
    #[inline]
    pub fn row(&self, key: u32) -> &[Weight] {
        if self.slots.is_empty() {
            return &[];
        }
        let mut at = self.home(key);
        loop {
            let (other, place) = self.slots[at];
            if place == EMPTY {
                return &[];
            }
            if other == key {
                let start = (place >> LENGTH_BITS) as usize;
                let length = place & ((1 << LENGTH_BITS) - 1);
                return &self.all[start..start + length as usize];
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// How many weights there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
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
        let mut weights = Weights::with_capacity(keys.len(), 1000);
        let row = |it: u32| (0..it % 4).map(move |tag| Weight { tag: tag as u8, value: it as i8 });
        for (n, key) in keys.iter().enumerate() {
            weights.add(*key, row(n as u32));
        }
        for (n, key) in keys.iter().enumerate() {
            assert_eq!(weights.row(*key), row(n as u32).collect::<Vec<_>>());
        }
        assert!(weights.row(12345).is_empty() && Weights::default().row(1).is_empty());
        assert_eq!(weights.len(), 125 * 6);
    }
}

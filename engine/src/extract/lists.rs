//! The lists of names that ship with the tool, ready to look up: countries, places, peoples, bodies,
//! people's names, and which words are common.
//!
//! A name is known by a 40-bit key of its folded words, not by its letters: a look-up cannot say what
//! names there are, and takes one that is not listed for one that is once in some four million times.
//! That is what keeps some 300,000 names in a few bytes each, in one piece of memory, unchanged from
//! how they lie in the file. The file is made by `cargo xtask lists`; sources are in
//! `model/lists/SOURCES.md`.
//!
//! # The file
//!
//! `APLS`, the version and the number of entries (32 bits each, little-endian), the SHA-256 of what
//! follows: for each of 65,536 beginnings of a key how many entries have it (a byte each); then, a
//! byte of every entry after the other, the rest of the keys (three bytes) and the values (four).

pub mod entry;
pub mod pack;

use sha2::{Digest, Sha256};

use crate::extract::lists::entry::Entry;

/// The version of the file that this build reads and writes.
pub const LISTS_VERSION: u32 = 1;

const MAGIC: &[u8; 4] = b"APLS";
const HEAD: usize = 44;
const N_BUCKETS: usize = 1 << 16;
/// Bytes of an entry: three of its key, four of its value.
const WIDTH: usize = 7;

/// Lists that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListsError {
    /// They are not lists, or not as they were written.
    Damaged,
    /// They are of another version.
    OtherVersion {
        /// Theirs.
        version: u32,
    },
}

/// The lists. None by default: the rules work without.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    // Invariant: empty, or as the header says: checked when read.
    bytes: Vec<u8>,
    // Where each bucket starts, and the end of the last.
    starts: Vec<u32>,
}

impl Lists {
    /// Takes in what [`pack::pack`] wrote.
    pub fn read(bytes: Vec<u8>) -> Result<Self, ListsError> {
        let head = bytes.get(..HEAD).ok_or(ListsError::Damaged)?;
        if &head[..4] != MAGIC {
            return Err(ListsError::Damaged);
        }
        let version = number(&head[4..8]);
        if version != LISTS_VERSION {
            return Err(ListsError::OtherVersion { version });
        }
        let n = number(&head[8..12]) as usize;
        let is_whole = bytes.len() == HEAD + N_BUCKETS + n * WIDTH;
        if !is_whole || Sha256::digest(&bytes[HEAD..])[..] != head[12..HEAD] {
            return Err(ListsError::Damaged);
        }
        let mut starts = Vec::with_capacity(N_BUCKETS + 1);
        let mut start = 0;
        starts.push(0);
        for count in &bytes[HEAD..HEAD + N_BUCKETS] {
            start += u32::from(*count);
            starts.push(start);
        }
        if start as usize != n {
            return Err(ListsError::Damaged);
        }
        Ok(Self { bytes, starts })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.starts.last().map_or(0, |it| *it as usize)
    }

    /// A hash of all there is: with the same fingerprint, every look-up gives the same.
    pub fn fingerprint(&self) -> &[u8] {
        self.bytes.get(12..HEAD).unwrap_or_default()
    }

    /// What is known of the words with the running key `key`
    /// (see [`extend_key`](crate::extract::spelling::extend_key)).
    pub fn get(&self, key: u64) -> Option<Entry> {
        let (bucket, rest) = parts(key);
        let start = *self.starts.get(bucket)? as usize;
        let end = self.starts[bucket + 1] as usize;
        let at = (start..end).find(|at| {
            let byte = |n| u32::from(self.column(n, *at));
            byte(0) << 16 | byte(1) << 8 | byte(2) == rest
        })?;
        let value = [3, 4, 5, 6].map(|n| self.column(n, at));
        Some(Entry::from_bits(u32::from_le_bytes(value)))
    }

    /// Byte `n` of entry `at`.
    fn column(&self, n: usize, at: usize) -> u8 {
        self.bytes[HEAD + N_BUCKETS + n * self.len() + at]
    }
}

fn number(bytes: &[u8]) -> u32 {
    u32::from_le_bytes(bytes.try_into().expect("four bytes are asked for"))
}

/// The bucket of a key and what tells it from others there. The key is mixed once more, since the
/// high bits of FNV-1a hardly depend on a short word's end.
fn parts(key: u64) -> (usize, u32) {
    let mixed = (key ^ (key >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed >> 48) as usize, (mixed >> 24) as u32 & 0x00ff_ffff)
}

/// The lists that ship, for tests.
#[cfg(test)]
pub(crate) fn shipped() -> std::sync::Arc<Lists> {
    let bytes = include_bytes!("../../../model/lists.bin").to_vec();
    std::sync::Arc::new(Lists::read(bytes).expect("the file is the one that ships"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lists::entry::Kind;
    use crate::extract::lists::pack::{Name, pack};

    fn lists() -> Vec<u8> {
        let name = |kind, name: &'static str| Name { kind, name, weight: 1 };
        pack(&[name(Kind::Country, "Peru"), name(Kind::City, "San José")]).unwrap()
    }

    #[test]
    fn what_is_packed_can_be_read() {
        let lists = Lists::read(lists()).unwrap();
        // `san` is there for the longer name that it begins.
        assert_eq!(lists.len(), 3);
        assert!(!lists.is_empty() && Lists::default().is_empty());
        assert_eq!(Lists::default().get(1), None);
    }

    #[test]
    fn damage_and_other_versions_are_refused() {
        let good = lists();
        for at in [0, 9, 20, HEAD + 5, good.len() - 1] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(Lists::read(bad).unwrap_err(), ListsError::Damaged, "byte {at}");
        }
        let mut newer = good.clone();
        newer[4] = 9;
        assert_eq!(Lists::read(newer).unwrap_err(), ListsError::OtherVersion { version: 9 });
        for length in [0, 3, HEAD, good.len() - 1] {
            assert_eq!(Lists::read(good[..length].to_vec()).unwrap_err(), ListsError::Damaged);
        }
    }
}

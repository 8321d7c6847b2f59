//! The model as a file.
//!
//! # The file
//!
//! `APTM`, the version and the version of the features (32 bits each, little-endian), the SHA-256 of
//! what follows: the number of labels, the rows, the weights, and the [`Pace`] of learning (32 bits each);
//! the transitions (16 bits each); the steps of the scores ([`Calibration`]); then column by column, so that the file packs well: the keys
//! of the rows in order, each as its distance to the one before (7 bits a byte, the low ones first),
//! the rows' lengths, the tags, the values.

use sha2::{Digest, Sha256};

use crate::extract::tagger::calibration::Calibration;
use crate::extract::tagger::decode::Transitions;
use crate::extract::tagger::features::FEATURES_VERSION;
use crate::extract::tagger::tag::{LABELS, n_tags};
use crate::extract::tagger::weights::{Weight, Weights};

/// The version of the file that this build reads and writes.
pub const MODEL_VERSION: u32 = 1;

const MAGIC: &[u8; 4] = b"APTM";
const HEAD: usize = 44;

/// Weights are kept in steps; sums are counted in parts of a step, so that learning can move by less.
pub const PARTS: i32 = 256;

/// A model that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaggerError {
    /// It is no model, or not as it was written.
    Damaged,
    /// It is of another version, or made for other features.
    OtherVersion {
        /// Its version.
        version: u32,
    },
}

/// How far one lesson may move the weights, in parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// By how much the right answer is to win, for each word that was wrong.
    pub margin: i32,
    /// The most that one weight moves.
    pub most: i32,
}

/// All that a file holds.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// By feature.
    pub weights: Weights,
    /// By pair of tags, in parts.
    pub transitions: Transitions,
    /// What sums mean.
    pub calibration: Calibration,
    /// How it learns.
    pub pace: Pace,
    /// The hash of the file's content.
    pub fingerprint: Vec<u8>,
}

/// A row of weights, with its key.
pub type Row = (u32, Vec<Weight>);

/// Writes a model: `rows` in any order, `transitions` in steps.
pub fn write(
    rows: &mut [Row],
    transitions: &[i16],
    calibration: &Calibration,
    pace: Pace,
) -> Vec<u8> {
    rows.sort_unstable_by_key(|it| it.0);
    let n_weights: usize = rows.iter().map(|it| it.1.len()).sum();
    let mut body = Vec::new();
    for number in [LABELS.len(), rows.len(), n_weights] {
        body.extend((number as u32).to_le_bytes());
    }
    body.extend([pace.margin, pace.most].into_iter().flat_map(i32::to_le_bytes));
    body.extend(transitions.iter().flat_map(|it| it.to_le_bytes()));
    body.extend(calibration.bytes());
    let mut last = 0;
    for (key, _) in &*rows {
        write_number(key - last, &mut body);
        last = *key;
    }
    body.extend(rows.iter().map(|it| it.1.len() as u8));
    body.extend(rows.iter().flat_map(|it| &it.1).map(|it| it.tag));
    body.extend(rows.iter().flat_map(|it| &it.1).map(|it| it.value as u8));
    let mut file = MAGIC.to_vec();
    file.extend(MODEL_VERSION.to_le_bytes());
    file.extend(FEATURES_VERSION.to_le_bytes());
    file.extend(Sha256::digest(&body));
    file.extend(body);
    file
}

fn write_number(mut number: u32, out: &mut Vec<u8>) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads what [`write()`] wrote.
pub fn read(bytes: &[u8]) -> Result<Model, TaggerError> {
    let head = bytes.get(..HEAD).filter(|it| &it[..4] == MAGIC).ok_or(TaggerError::Damaged)?;
    let number =
        |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let (version, features) = (number(4), number(8));
    if version != MODEL_VERSION || features != FEATURES_VERSION {
        return Err(TaggerError::OtherVersion { version });
    }
    if Sha256::digest(&bytes[HEAD..])[..] != head[12..HEAD] {
        return Err(TaggerError::Damaged);
    }
    let mut model = read_body(&bytes[HEAD..]).ok_or(TaggerError::Damaged)?;
    model.fingerprint = head[12..HEAD].to_vec();
    Ok(model)
}

/// The content; `None` where it does not hold together, which only a wrong writer can cause.
fn read_body(mut bytes: &[u8]) -> Option<Model> {
    let body = &mut bytes;
    let n_labels = take_number(body)? as usize;
    let (n_rows, n_weights) = (take_number(body)? as usize, take_number(body)? as usize);
    if n_labels != LABELS.len() || n_rows > body.len() || n_weights > body.len() {
        return None;
    }
    let mut take_part = || i32::try_from(take_number(body)?).ok().filter(|it| *it < 1 << 24);
    let pace = Pace { margin: take_part()?, most: take_part()? };
    let width = n_tags(n_labels);
    let transitions = take(body, 2 * width * width)?.chunks_exact(2);
    let transitions = transitions.map(|it| i32::from(i16::from_le_bytes([it[0], it[1]])) * PARTS);
    let transitions = Transitions::new(n_labels, transitions.collect())?;
    let calibration = Calibration::from_bytes(take(body, Calibration::LENGTH)?)?;
    let mut keys = Vec::with_capacity(n_rows);
    let mut last = 0_u32;
    for _ in 0..n_rows {
        last = last.checked_add(take_varied(body)?)?;
        keys.push(last);
    }
    let lengths = take(body, n_rows)?;
    let (tags, values) = (take(body, n_weights)?, take(body, n_weights)?);
    let total: usize = lengths.iter().map(|it| usize::from(*it)).sum();
    let is_sound = total == n_weights && tags.iter().all(|it| usize::from(*it) < width);
    if !is_sound || !body.is_empty() || !keys.is_sorted_by(|a, b| a < b) {
        return None;
    }
    let mut weights = Weights::with_capacity(n_rows);
    let mut all = tags
        .iter()
        .zip(values)
        .map(|(tag, value)| Weight { tag: *tag, value: (*value).cast_signed() });
    for (key, length) in keys.into_iter().zip(lengths) {
        weights.add(key, all.by_ref().take(usize::from(*length)));
    }
    Some(Model { weights, transitions, calibration, pace, fingerprint: Vec::new() })
}

fn take<'b>(bytes: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(take(bytes, 4)?.try_into().ok()?))
}

/// A number of up to five bytes, 7 bits each, the low ones first.
fn take_varied(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in (0..35).step_by(7) {
        let byte = take(bytes, 1)?[0];
        number |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tagger::weights::ROOM;

    fn file() -> Vec<u8> {
        let row = |tag: u8, value: i8| vec![Weight { tag, value }];
        let mut rows = [(900_000_000, row(1, -7)), (3, row(44, 127)), (4, Vec::new())];
        write(&mut rows, &[3; 45 * 45], &Calibration::default(), Pace { margin: 5, most: 2 })
    }

    #[test]
    fn what_is_written_can_be_read() {
        let model = read(&file()).unwrap();
        let mut sums = [0; ROOM];
        model.weights.add_all(&[3, 900_000_000, 900_000_000, 4], &mut sums);
        let mut expected = [0; ROOM];
        (expected[44], expected[1]) = (127, -14);
        assert_eq!(sums, expected);
        assert_eq!(model.transitions.all(), [3 * PARTS; 45 * 45]);
        assert_eq!(model.pace, Pace { margin: 5, most: 2 });
        assert_eq!(model.fingerprint.len(), 32);
    }

    #[test]
    fn damage_and_other_versions_are_refused() {
        let good = file();
        for at in [0, 13, HEAD, HEAD + 5, good.len() - 1] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(read(&bad).unwrap_err(), TaggerError::Damaged, "byte {at}");
        }
        for at in [4, 8] {
            let mut newer = good.clone();
            newer[at] += 1;
            let version = MODEL_VERSION + u32::from(at == 4);
            assert_eq!(read(&newer).unwrap_err(), TaggerError::OtherVersion { version });
        }
        for length in [0, 3, HEAD, good.len() - 1] {
            assert_eq!(read(&good[..length]).unwrap_err(), TaggerError::Damaged);
        }
    }

    #[test]
    fn a_body_that_does_not_hold_together_is_refused() {
        let good = file();
        let claim = |at: usize, number: u32| {
            let mut bad = good.clone();
            bad[HEAD + at..HEAD + at + 4].copy_from_slice(&number.to_le_bytes());
            let hash = Sha256::digest(&bad[HEAD..]);
            bad[12..HEAD].copy_from_slice(&hash);
            read(&bad).unwrap_err()
        };
        for (at, number) in [(0, 12), (4, 2), (4, u32::MAX), (8, 1), (8, u32::MAX)] {
            assert_eq!(claim(at, number), TaggerError::Damaged, "{number} at {at}");
        }
    }
}

//! The records in their order, each sound or with what is wrong with it.

use std::collections::BTreeMap;

use crate::journal::open::Flaw;
use crate::journal::stored::Stored;
use crate::persist::PersistError;
use crate::persist::record::{Kind, Record, read_record};
use crate::persist::seal::Checksum;

/// One place of the chain.
pub(crate) struct Link {
    pub(crate) bytes: usize,
    pub(crate) record: Result<(Record, Checksum), Flaw>,
}

/// Places 1, 2, 3 and so on to the last that is known of.
pub(crate) struct Chain(pub(crate) Vec<Link>);

impl Chain {
    /// Reads all records and checks that each follows the one before.
    pub(crate) fn read(stored: &Stored) -> Self {
        let mut texts: BTreeMap<u64, &str> = BTreeMap::new();
        let all = stored.segments.iter().flatten().chain(&stored.journal);
        texts.extend(all.map(|(seq, text)| (*seq, text.as_str())));
        let highest = texts.keys().next_back().copied().unwrap_or(0);
        // A number beyond all reason would be damage, and must not become a loop of that length.
        let end =
            if stored.head > highest + 1_000_000 { highest } else { stored.head.max(highest) };
        let mut links: Vec<Link> = Vec::new();
        for seq in 1..=end {
            let text = texts.get(&seq).copied();
            let before = links.last().map(|it| it.record.as_ref().map(|(_, sum)| *sum));
            let record = text.ok_or(Flaw::Missing).and_then(|text| sound(seq, text, before));
            links.push(Link { bytes: text.map_or(0, str::len), record });
        }
        Self(links)
    }

    /// The last place.
    pub(crate) fn end(&self) -> u64 {
        self.0.len() as u64
    }

    /// The last record that can be read.
    pub(crate) fn last(&self) -> Option<&(Record, Checksum)> {
        self.0.iter().rev().find_map(|it| it.record.as_ref().ok())
    }

    /// When that was made.
    pub(crate) fn last_time(&self) -> u64 {
        self.last().map_or(0, |it| it.0.at)
    }

    /// Whether nothing is wrong up to and with `seq`, and never was.
    pub(crate) fn is_whole(&self, seq: u64) -> bool {
        let good = |it: &Link| matches!(&it.record, Ok((it, _)) if it.kind != Kind::Mend);
        seq <= self.end() && self.0.iter().take(seq as usize).all(good)
    }

    /// The last record that says that what is before it was damaged.
    pub(crate) fn last_mend(&self) -> u64 {
        let is_mend = |it: &Link| matches!(&it.record, Ok((it, _)) if it.kind == Kind::Mend);
        self.0.iter().rposition(is_mend).map_or(0, |it| it as u64 + 1)
    }

    /// The version that a record names, if it is newer than this Apostil.
    pub(crate) fn newer(&self) -> Option<u32> {
        self.0.iter().find_map(|it| match it.record {
            Err(Flaw::Unreadable(PersistError::Newer(_, version))) => Some(version),
            _ => None,
        })
    }
}

/// The record in `text`, if it is whole, has its number, and follows the one before, where that can
/// be told: `before` is `None` at the start.
fn sound(
    seq: u64,
    text: &str,
    before: Option<Result<Checksum, &Flaw>>,
) -> Result<(Record, Checksum), Flaw> {
    let (record, checksum) = read_record(text).map_err(Flaw::Unreadable)?;
    let follows = match before {
        None => record.previous.is_none(),
        Some(Ok(before)) => record.previous == Some(before),
        // Whatever it follows cannot be compared with.
        Some(Err(_)) => true,
    };
    let in_place = record.seq == seq && follows;
    in_place.then_some((record, checksum)).ok_or(Flaw::OutOfPlace)
}

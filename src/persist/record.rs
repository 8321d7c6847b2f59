//! A record of the journal: one thing that was done, undone or done again.

use serde::{Deserialize, Serialize};

use crate::edit::change::Transaction;
use crate::edit::history::line::{Leap, Point};
use crate::persist::change::SavedTransaction;
use crate::persist::leaf::Leaf;
use crate::persist::seal::{Checksum, Sealed, seal, unseal};
use crate::persist::{PersistError, What};

/// One link of the journal's chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its number: from 1, without gaps.
    pub seq: u64,
    /// The checksum of the record before it; `None` in the first.
    pub previous: Option<Checksum>,
    /// What happened.
    pub kind: Kind,
    /// When, in milliseconds since 1970: shown to people; nothing is ordered by it.
    pub at: u64,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A transaction was done.
    Do {
        /// The transaction.
        transaction: Transaction,
        /// The one that takes it back.
        inverse: Transaction,
    },
    /// The last step was taken back. Which one that is follows from the records before.
    Undo,
    /// The step last taken back was done again.
    Redo,
    /// Many steps were taken back or done again in one act.
    Go(Leap),
    /// Records before this one were damaged. The snapshot of this record holds what could be saved;
    /// what lies before it cannot be undone any more.
    Mend,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedRecord {
    seq: u64,
    previous: Option<Leaf<Checksum>>,
    at: u64,
    kind: SavedKind,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum SavedKind {
    Do { transaction: SavedTransaction, inverse: SavedTransaction },
    Undo,
    Redo,
    Go { from: u32, line: u32, n: u32, at: Option<u64> },
    Mend,
}

/// The sealed text of `record`.
pub fn write_record(record: &Record) -> Sealed {
    let kind = match &record.kind {
        Kind::Do { transaction, inverse } => {
            SavedKind::Do { transaction: transaction.into(), inverse: inverse.into() }
        }
        Kind::Undo => SavedKind::Undo,
        Kind::Redo => SavedKind::Redo,
        Kind::Go(Leap { from, to: Point { line, n }, at }) => {
            SavedKind::Go { from: *from, line: *line, n: *n, at: *at }
        }
        Kind::Mend => SavedKind::Mend,
    };
    let previous = record.previous.map(Leaf);
    seal(What::Record, &SavedRecord { seq: record.seq, previous, at: record.at, kind })
}

/// Reads what [`write_record`] wrote, with its checksum, to which the next record refers.
pub fn read_record(text: &str) -> Result<(Record, Checksum), PersistError> {
    let (saved, checksum) = unseal::<SavedRecord>(What::Record, text)?;
    let kind = match saved.kind {
        SavedKind::Do { transaction, inverse } => {
            Kind::Do { transaction: transaction.into(), inverse: inverse.into() }
        }
        SavedKind::Undo => Kind::Undo,
        SavedKind::Redo => Kind::Redo,
        SavedKind::Go { from, line, n, at } => Kind::Go(Leap { from, to: Point { line, n }, at }),
        SavedKind::Mend => Kind::Mend,
    };
    let previous = saved.previous.map(|it| it.0);
    Ok((Record { seq: saved.seq, previous, kind, at: saved.at }, checksum))
}

//! The journal: what must be written, in which order, and what counts as saved.
//!
//! A state machine without input or output. The session tells it what happened ([`Journal::append`])
//! and hands the [`Write`] that comes back to the store; the store's answers come in as
//! [`Event`]s. Each record carries the checksum of the one before, so that a record
//! that is changed, lost or put in from elsewhere is noticed when the project is [opened](open).
//!
//! Records are never deleted. From time to time a [`Compact`] writes the documents that were touched
//! since the last one, each as one text, and moves the records that it covers into a segment. Opening
//! is then the snapshot and the records after it; undo is rebuilt from all of them.
//!
//! Limits: retries, backoff and the queue outside WASM are `web/journal.js`'s; this module only
//! knows whether they succeeded.

pub mod event;
pub mod open;
pub mod rescue;
pub mod stored;

mod chain;
mod snapshot;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::edit::apply::Applied;
use crate::edit::change::{Edit, Transaction};
use crate::edit::history::line::Leap;
use crate::journal::event::{Event, Why};
use crate::journal::snapshot::{Snapshot, Writing};
use crate::model::id::DocumentId;
use crate::model::project::Project;
use crate::persist::part::{ProjectPart, write_part};
use crate::persist::record::{Kind, Record, write_record};
use crate::persist::seal::Checksum;
use crate::text::{Text, TextHash};

/// More records than this after the snapshot ask for a new one.
pub const MAX_TAIL_RECORDS: u64 = 2_000;

/// Fewer bytes than this after the snapshot never do, however small the snapshot is.
pub const MIN_TAIL_BYTES: usize = 64 * 1024;

/// After a compaction that failed, this many records pass before the next try.
const REST_RECORDS: u64 = 200;

/// What a record is about.
#[derive(Clone, Copy, Debug)]
pub enum Action<'a> {
    /// This transaction was done.
    Do(&'a Transaction),
    /// The last step was taken back.
    Undo,
    /// The step last taken back was done again.
    Redo,
    /// The project went to another point of its history.
    Go(Leap),
}

/// What the store must put down in one go: the record, and texts that nothing has named before.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// The record's number. The store refuses it unless it holds exactly the one before.
    pub seq: u64,
    /// The sealed record.
    pub record: String,
    /// Texts that are new to the store.
    pub texts: Vec<Text>,
}

/// A new snapshot. The store writes it, reads it back, and moves the records up to `upto` into a
/// segment, all in one transaction, or does nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Compact {
    /// The last record that is contained.
    pub upto: u64,
    /// The sealed project part.
    pub part: String,
    /// The documents that changed since the last snapshot, sealed.
    pub documents: Vec<(DocumentId, String)>,
    /// Documents of the last snapshot that are gone. Records still hold all that was in them.
    pub removed: Vec<DocumentId>,
    /// The snapshot that is replaced was damaged: the store keeps it aside.
    pub keep_old: bool,
}

/// How things stand, for the status bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// All is in the store.
    Saved,
    /// Something is on its way.
    Saving {
        /// When the oldest such change was made, in milliseconds since 1970.
        since: u64,
    },
    /// Something could not be written; it is kept, and tried again.
    NotSaved {
        /// Why.
        why: Why,
        /// How many changes wait.
        n: u64,
    },
    /// Another tab writes.
    ReadOnly {
        /// How many changes this tab made and could not write any more.
        n: u64,
    },
}

/// The journal of one project, as one tab knows it.
#[derive(Clone, Debug)]
pub struct Journal {
    seq: u64,
    head: Option<Checksum>,
    /// When the records after `acknowledged` were made.
    waiting: VecDeque<u64>,
    trouble: Option<Why>,
    read_only: bool,
    /// When the last record was made, in milliseconds since 1970.
    changed_at: u64,
    /// Texts that the store has or was told to put down.
    texts: BTreeSet<TextHash>,
    filed: u64,
    snapshot: Snapshot,
    /// Documents that were touched since the snapshot, each with the last record that did.
    touched: BTreeMap<DocumentId, u64>,
    tail_bytes: usize,
    writing: Option<Writing>,
    /// No compaction before this record.
    rest_until: u64,
    /// Compact at once: the snapshot is damaged.
    overdue: bool,
}

impl Journal {
    /// The journal of a new project, and the sealed part that its store keeps for ever: with it and
    /// all records everything can be built again.
    ///
    /// `project` must not have documents yet.
    pub fn begin(project: &Project) -> (Self, String) {
        let part = write_part(&ProjectPart::of(project, Vec::new(), 0, None));
        let journal = Self {
            seq: 0,
            head: None,
            waiting: VecDeque::new(),
            trouble: None,
            read_only: false,
            changed_at: 0,
            texts: BTreeSet::new(),
            filed: 0,
            snapshot: Snapshot::new(0, part.text.len()),
            touched: BTreeMap::new(),
            tail_bytes: 0,
            writing: None,
            rest_until: 0,
            overdue: false,
        };
        (journal, part.text)
    }

    /// Notes what was done to `project`, which shows it already, and says what to write.
    ///
    /// `at` is the time in milliseconds since 1970.
    pub fn append(
        &mut self,
        action: Action<'_>,
        applied: &Applied,
        project: &Project,
        at: u64,
    ) -> Write {
        let inverse = &applied.inverse;
        let (kind, texts) = match action {
            Action::Do(transaction) => {
                let named = transaction.edits.iter().chain(&inverse.edits);
                let texts = self.new_texts(named, project);
                let (transaction, inverse) = (transaction.clone(), inverse.clone());
                (Kind::Do { transaction, inverse }, texts)
            }
            Action::Undo => (Kind::Undo, Vec::new()),
            Action::Redo => (Kind::Redo, Vec::new()),
            Action::Go(leap) => (Kind::Go(leap), Vec::new()),
        };
        let record = self.link(kind, at);
        self.touch(&inverse.edits);
        Write { seq: self.seq, record, texts }
    }

    /// Adds a record to the chain.
    fn link(&mut self, kind: Kind, at: u64) -> String {
        let record = Record { seq: self.seq + 1, previous: self.head, kind, at };
        let sealed = write_record(&record);
        self.seq += 1;
        self.head = Some(sealed.checksum);
        self.tail_bytes += sealed.text.len();
        self.waiting.push_back(at);
        self.changed_at = at;
        sealed.text
    }

    fn touch(&mut self, edits: &[Edit]) {
        for document in edits.iter().filter_map(rewritten) {
            self.touched.insert(document.clone(), self.seq);
        }
    }

    fn new_texts<'a>(
        &mut self,
        edits: impl Iterator<Item = &'a Edit>,
        project: &Project,
    ) -> Vec<Text> {
        let hashes = edits.filter_map(|edit| match edit {
            Edit::Document { value: Some(whole), .. } => Some(whole.header.text),
            _ => None,
        });
        let new: Vec<TextHash> = hashes.filter(|hash| self.texts.insert(*hash)).collect();
        new.into_iter().filter_map(|hash| project.texts().get(hash).cloned()).collect()
    }

    /// Takes in what the store says.
    pub fn heard(&mut self, event: &Event) {
        match event {
            Event::Saved { seq } => self.acknowledge(*seq),
            Event::Failed { why, .. } => self.trouble = Some(*why),
            Event::Fenced => self.read_only = true,
            Event::Compacted { upto } => self.compacted(*upto),
            Event::CompactionFailed { .. } => {
                self.writing = None;
                self.rest_until = self.seq + REST_RECORDS;
            }
        }
    }

    /// All records up to `seq` are in the store: it takes them in order only.
    fn acknowledge(&mut self, seq: u64) {
        let n_new = seq.min(self.seq).saturating_sub(self.acknowledged());
        if n_new > 0 {
            self.waiting.drain(..n_new as usize);
            self.trouble = None;
        }
    }

    /// The last record that is known to be in the store.
    pub fn acknowledged(&self) -> u64 {
        self.seq - self.waiting.len() as u64
    }

    /// The last record.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// When the last record was made, in milliseconds since 1970; 0 where there is none.
    pub fn changed_at(&self) -> u64 {
        self.changed_at
    }

    /// How things stand.
    pub fn status(&self) -> Status {
        let n = self.waiting.len() as u64;
        match (self.read_only, self.trouble, self.waiting.front()) {
            (true, _, _) => Status::ReadOnly { n },
            (_, _, None) => Status::Saved,
            (_, Some(why), _) => Status::NotSaved { why, n },
            (_, None, Some(since)) => Status::Saving { since: *since },
        }
    }

    /// Another tab writes this project: nothing is written from here, not even a mend.
    pub fn set_read_only(&mut self) {
        self.waiting.clear();
        self.read_only = true;
    }

    /// How many changes are in no file that the user saved.
    pub fn n_unfiled(&self) -> u64 {
        self.seq.saturating_sub(self.filed)
    }

    /// A file was saved that holds everything up to the record `seq`.
    pub fn saved_to_file(&mut self, seq: u64) {
        self.filed = self.filed.max(seq.min(self.seq));
    }
}

/// The document whose own text must be written again after `edit`. Headers stand in the part.
fn rewritten(edit: &Edit) -> Option<&DocumentId> {
    edit.document().filter(|_| !matches!(edit, Edit::Header { .. }))
}

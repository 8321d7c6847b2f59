//! When a new snapshot is due, and what it is made of.

use std::collections::BTreeMap;

use crate::journal::{Compact, Journal, MAX_TAIL_RECORDS, MIN_TAIL_BYTES};
use crate::model::id::DocumentId;
use crate::model::project::Project;
use crate::persist::document::write_document;
use crate::persist::part::{ProjectPart, write_part};
use crate::persist::seal::Checksum;

/// The snapshot that the store has.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    upto: u64,
    part_bytes: usize,
    /// The checksum and the bytes of each document's text.
    documents: BTreeMap<DocumentId, (Checksum, usize)>,
}

/// The snapshot that the store was told to write.
#[derive(Clone, Debug)]
pub(crate) struct Writing {
    snapshot: Snapshot,
    tail_bytes: usize,
}

impl Snapshot {
    /// One without documents.
    pub(crate) fn new(upto: u64, part_bytes: usize) -> Self {
        Self { upto, part_bytes, documents: BTreeMap::new() }
    }

    /// The last record that is contained.
    pub(crate) fn upto(&self) -> u64 {
        self.upto
    }

    /// Adds a document.
    pub(crate) fn add(&mut self, id: DocumentId, checksum: Checksum, bytes: usize) {
        self.documents.insert(id, (checksum, bytes));
    }

    fn bytes(&self) -> usize {
        self.part_bytes + self.documents.values().map(|it| it.1).sum::<usize>()
    }
}

impl Journal {
    /// The snapshot to write now, if one is due and [can be made](Self::snapshot).
    pub fn compaction(&mut self, project: &Project) -> Option<Compact> {
        let n_records = self.seq - self.snapshot.upto;
        let outweighs = self.tail_bytes > self.snapshot.bytes().max(MIN_TAIL_BYTES);
        let due = self.overdue || n_records > MAX_TAIL_RECORDS || outweighs;
        if due && self.seq >= self.rest_until { self.snapshot(project) } else { None }
    }

    /// A snapshot, due or not: `None` while something is on its way, since what the store holds and
    /// what `project` shows must be the same, or while a touched document is not loaded.
    pub fn snapshot(&mut self, project: &Project) -> Option<Compact> {
        let idle = self.waiting.is_empty() && self.writing.is_none() && !self.read_only;
        if !idle {
            return None;
        }
        let (mut snapshot, mut documents, mut removed) =
            (self.snapshot.clone(), Vec::new(), Vec::new());
        for id in self.touched.keys() {
            if let Some(document) = project.document(id) {
                let body = document.body.as_ref()?;
                let sealed = write_document(&document.header, &body.tracks);
                snapshot.add(id.clone(), sealed.checksum, sealed.text.len());
                documents.push((id.clone(), sealed.text));
            } else if snapshot.documents.remove(id).is_some() {
                removed.push(id.clone());
            }
        }
        let listed = project.documents().filter_map(|it| {
            let checksum = snapshot.documents.get(&it.header.id)?.0;
            Some((it.header.clone(), checksum))
        });
        let listed = listed.collect();
        let part = write_part(&ProjectPart::of(project, listed, self.seq, self.head)).text;
        (snapshot.upto, snapshot.part_bytes) = (self.seq, part.len());
        self.writing = Some(Writing { snapshot, tail_bytes: self.tail_bytes });
        Some(Compact { upto: self.seq, part, documents, removed, keep_old: self.overdue })
    }

    pub(crate) fn compacted(&mut self, upto: u64) {
        let Some(writing) = self.writing.take_if(|it| it.snapshot.upto == upto) else { return };
        self.snapshot = writing.snapshot;
        self.tail_bytes -= writing.tail_bytes;
        self.touched.retain(|_, last| *last > upto);
        self.overdue = false;
    }
}

//! A store that fails on demand: what `web/journal.js` and the browser's disk are to the page.
//!
//! The desk (queue, order, retries) lives as long as the tab; the disk is what a kill leaves.

use std::collections::{BTreeMap, VecDeque};

use apostil::journal::event::{Event, Why};
use apostil::journal::stored::Stored;
use apostil::journal::{Compact, Journal, Write};
use apostil::text::TextHash;
use serde_json::{Value, json};

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It throws before anything is asked.
    Throw,
    /// A request in it fails.
    Request,
    /// All requests succeed, and the commit does not.
    AtCommit,
    /// No answer comes, and nothing is written.
    Hang,
    /// It is written, and the answer is lost.
    Unheard,
}

impl Fault {
    pub(crate) const ALL: [Self; 5] =
        [Self::Throw, Self::Request, Self::AtCommit, Self::Hang, Self::Unheard];

    fn why(self) -> Why {
        match self {
            Self::Throw => Why::Closed,
            Self::Request => Why::Refused,
            Self::AtCommit => Why::Full,
            Self::Hang | Self::Unheard => Why::Slow,
        }
    }
}

/// What a kill leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Disk {
    genesis: String,
    epoch: u64,
    pub(crate) head: u64,
    pub(crate) filed: u64,
    part: Option<String>,
    documents: BTreeMap<String, String>,
    pub(crate) segments: Vec<Vec<(u64, String)>>,
    journal: BTreeMap<u64, String>,
    texts: BTreeMap<String, String>,
}

impl Disk {
    pub(crate) fn new(genesis: String) -> Self {
        Self { genesis, ..Self::default() }
    }

    pub(crate) fn from(stored: &Stored) -> Self {
        let stored = stored.clone();
        let ends = stored.journal.iter().chain(stored.segments.iter().flatten()).map(|it| it.0);
        Self {
            epoch: 0,
            head: stored.head.max(ends.max().unwrap_or(0)),
            genesis: stored.genesis,
            filed: stored.filed,
            part: stored.part,
            documents: stored.documents.into_iter().collect(),
            segments: stored.segments,
            journal: stored.journal.into_iter().collect(),
            texts: stored.texts.into_iter().collect(),
        }
    }

    pub(crate) fn stored(&self) -> Stored {
        let copy = self.clone();
        Stored {
            genesis: copy.genesis,
            head: copy.head,
            filed: copy.filed,
            part: copy.part,
            place: None,
            documents: copy.documents.into_iter().collect(),
            segments: copy.segments,
            journal: copy.journal.into_iter().collect(),
            texts: copy.texts.into_iter().collect(),
        }
    }

    /// The transaction of an append: `None` when the record is there already, as it should be.
    fn append(&mut self, epoch: u64, write: &Write) -> Result<(), Refusal> {
        if self.epoch != epoch {
            return Err(Refusal::Fenced);
        }
        if self.journal.get(&write.seq) == Some(&write.record) {
            return Ok(());
        }
        if self.head != write.seq - 1 {
            return Err(Refusal::Gap);
        }
        self.journal.insert(write.seq, write.record.clone());
        let texts = write.texts.iter().map(|it| (it.hash().to_string(), it.as_str().to_owned()));
        self.texts.extend(texts);
        self.head = write.seq;
        Ok(())
    }

    fn compact(&mut self, epoch: u64, compact: &Compact) -> Result<(), Refusal> {
        if self.epoch != epoch {
            return Err(Refusal::Fenced);
        }
        self.part = Some(compact.part.clone());
        for (id, text) in &compact.documents {
            self.documents.insert(id.to_string(), text.clone());
        }
        for id in &compact.removed {
            self.documents.remove(id.as_str());
        }
        let tail = self.journal.split_off(&(compact.upto + 1));
        let moved = std::mem::replace(&mut self.journal, tail);
        if !moved.is_empty() {
            self.segments.push(moved.into_iter().collect());
        }
        Ok(())
    }
}

enum Refusal {
    Fenced,
    Gap,
}

enum Job {
    Append(Write),
    Compact(Compact),
}

/// The desk of one tab, over a disk.
pub(crate) struct Store {
    pub(crate) disk: Disk,
    pub(crate) epoch: u64,
    queue: VecDeque<Job>,
    calls: u64,
    fault: Option<(Fault, u64, u64)>,
}

impl Store {
    pub(crate) fn new(disk: Disk) -> Self {
        let epoch = disk.epoch;
        Self { disk, epoch, queue: VecDeque::new(), calls: 0, fault: None }
    }

    /// The call number `at` and the `n - 1` after it fail.
    pub(crate) fn fail(&mut self, fault: Fault, at: u64, n: u64) {
        self.fault = Some((fault, at, n));
    }

    pub(crate) fn heal(&mut self) {
        self.fault = None;
    }

    pub(crate) fn n_calls(&self) -> u64 {
        self.calls
    }

    /// Another tab opens the same disk and takes over.
    pub(crate) fn take_over(&mut self) -> Self {
        self.disk.epoch += 1;
        Self::new(self.disk.clone())
    }

    pub(crate) fn submit(&mut self, write: Write) {
        self.queue.push_back(Job::Append(write));
    }

    pub(crate) fn compact(&mut self, compact: Compact) {
        self.queue.push_back(Job::Compact(compact));
    }

    /// Issues all that waits, once, in order, as one turn of the page does; says what came of it.
    pub(crate) fn once(&mut self, journal: &mut Journal) {
        for job in std::mem::take(&mut self.queue) {
            self.calls += 1;
            let fault = self.fault.filter(|(_, at, n)| self.calls >= *at && self.calls - at < *n);
            let done = self.issue(&job, fault.map(|it| it.0));
            let event = event(&job, done);
            let stays = matches!(event, Event::Failed { .. });
            // A fenced desk keeps what it could not write: it can still go into a file.
            if stays || event == Event::Fenced {
                self.queue.push_back(job);
            }
            journal.heard(&event);
        }
    }

    fn issue(&mut self, job: &Job, fault: Option<Fault>) -> Result<(), Outcome> {
        if let Some(fault) = fault.filter(|it| *it != Fault::Unheard) {
            return Err(Outcome::Failed(fault.why()));
        }
        let done = match job {
            Job::Append(write) => self.disk.append(self.epoch, write),
            Job::Compact(compact) => self.disk.compact(self.epoch, compact),
        };
        match (done, fault) {
            (Err(Refusal::Fenced), _) => Err(Outcome::Fenced),
            (Err(Refusal::Gap), _) => Err(Outcome::Failed(Why::Refused)),
            (Ok(()), Some(fault)) => Err(Outcome::Failed(fault.why())),
            (Ok(()), None) => Ok(()),
        }
    }

    /// Tries until nothing waits, or nothing moves.
    pub(crate) fn drain(&mut self, journal: &mut Journal) {
        for _ in 0..100 {
            if self.queue.is_empty() {
                return;
            }
            self.once(journal);
        }
        panic!("{} jobs were never done", self.queue.len());
    }
}

enum Outcome {
    Fenced,
    Failed(Why),
}

fn event(job: &Job, done: Result<(), Outcome>) -> Event {
    let detail = String::new();
    match (job, done) {
        (Job::Append(write), Ok(())) => Event::Saved { seq: write.seq },
        (Job::Compact(compact), Ok(())) => Event::Compacted { upto: compact.upto },
        (_, Err(Outcome::Fenced)) => Event::Fenced,
        (Job::Append(write), Err(Outcome::Failed(why))) => {
            Event::Failed { seq: write.seq, why, detail }
        }
        (Job::Compact(compact), Err(Outcome::Failed(_))) => {
            Event::CompactionFailed { upto: compact.upto, detail }
        }
    }
}

/// What `web/journal.js` would hand over.
pub(crate) fn to_json(stored: &Stored) -> Value {
    json!({
        "genesis": stored.genesis, "head": stored.head, "filed": stored.filed,
        "part": stored.part, "place": stored.place, "documents": stored.documents, "segments": stored.segments,
        "journal": stored.journal, "texts": stored.texts,
    })
}

/// Makes a sealed text one of another version, with a seal that fits.
pub(crate) fn forge_version(text: &mut String, version: u32) {
    let body = &text[..text.rfind(",\"checksum\":\"").unwrap()];
    let body = body.replacen("\"version\":3", &format!("\"version\":{version}"), 1);
    let digits = TextHash::of(&body);
    *text = format!("{body},\"checksum\":\"{digits}\"}}");
}

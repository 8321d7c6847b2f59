//! Opens a project from what the store holds: snapshot, then the records after it, then undo.
//!
//! Damage is not the end. What is unsound stays in the store untouched, is reported, and the rest
//! opens as far as it is sound:
//!
//! - A damaged snapshot is built again from the first record on, if all are there.
//! - Else the documents that can be read open, and the others are named.
//! - Records after a gap are applied as far as they still fit. An undo whose step lies before the gap
//!   is left out: it would undo another.
//!
//! After damage that changed what is shown, a *mend* record is appended and a snapshot is due at
//! once, so that the next opening starts from what was saved and says nothing more of it. What lies
//! before a mend cannot be undone.
//!
//! Limits: every document and all records are read at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::apply::EditError;
use crate::edit::change::{Edit, Transaction};
use crate::edit::history::History;
use crate::journal::chain::{Chain, Link};
use crate::journal::snapshot::Snapshot;
use crate::journal::stored::Stored;
use crate::journal::{Journal, Write, rewritten};
use crate::model::document::{Body, Document, Header};
use crate::model::id::{AuthorId, DocumentId};
use crate::model::project::Project;
use crate::model::schema::Schema;
use crate::model::track::Track;
use crate::order::Gather;
use crate::persist::PersistError;
use crate::persist::document::read_document;
use crate::persist::part::{ProjectPart, read_part};
use crate::persist::record::{Kind, Record};
use crate::persist::seal::Checksum;
use crate::text::{Text, TextHash};

/// What is wrong with something that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is not there.
    Missing,
    /// It cannot be read.
    Unreadable(PersistError),
    /// It is whole, but not the one that belongs there.
    OutOfPlace,
    /// A person could do it then; now it does not fit.
    Refused(EditError),
    /// It took something back, or did it again, that is not known any more.
    Unknown,
}

/// Something that was kept and is not sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A record after the snapshot: what was done then is lost.
    Record(u64, Flaw),
    /// A record that the snapshot contains: nothing is lost but the way back.
    OldRecord(u64, Flaw),
    /// A document of the snapshot could not be read, and not be built again.
    Document(DocumentId, Flaw),
    /// The text of a document is damaged or missing; the document is listed, but has no words.
    Text(DocumentId),
    /// The snapshot was damaged and could be built again. Nothing is lost.
    Rebuilt,
    /// The beginning is damaged. Nothing is lost, but the snapshot cannot be built again.
    Genesis(Flaw),
    /// Neither the beginning nor the snapshot can be read: the records were applied to an empty
    /// project with the default labels.
    NoBeginning(Flaw),
}

/// A project, open.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The project.
    pub project: Project,
    /// What can be undone and done again.
    pub history: History,
    /// The journal, which goes on where the store ends.
    pub journal: Journal,
    /// What is not sound, in the order in which it was found. Empty nearly always.
    pub problems: Vec<Problem>,
    /// A record to write at once, if this tab may write.
    pub mend: Option<Write>,
}

/// Why a project cannot be opened. The store keeps it as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// A newer Apostil has written to it.
    Newer(u32),
    /// Neither the beginning, nor the snapshot, nor any record can be read.
    Empty(Flaw),
}

impl Problem {
    /// Whether something that a person did is gone.
    pub fn is_loss(&self) -> bool {
        self.changes_project() || matches!(self, Self::Text(_))
    }

    /// Whether the project is not what it was.
    fn changes_project(&self) -> bool {
        matches!(self, Self::Record(..) | Self::Document(..) | Self::NoBeginning(_))
    }
}

/// Opens the project in `stored`.
pub fn open(stored: &Stored) -> Result<Opened, OpenError> {
    let chain = Chain::read(stored);
    if let Some(version) = chain.newer() {
        return Err(OpenError::Newer(version));
    }
    let texts = texts(stored);
    let Base { mut project, snapshot, problems, rebuilt } = base(stored, &chain, &texts)?;
    for text in texts.values() {
        project.hold(text.clone());
    }
    let mut replay = Replay::new(project, &snapshot, chain.last_mend(), problems);
    let mut journal = resume(stored, &chain, snapshot);
    let (end, last_time) = (chain.end(), chain.last_time());
    for (seq, link) in (1..).zip(chain.0) {
        replay.link(seq, link);
    }
    let Replay { project, mut history, problems, mut touched, .. } = replay;
    let torn = problems.iter().any(Problem::changes_project);
    journal.overdue = torn || rebuilt;
    if journal.overdue {
        let all = project.order().iter().filter(|id| project.body(id).is_some());
        touched.extend(all.map(|id| (id.clone(), end)));
    }
    journal.touched = touched;
    journal.texts = texts.into_keys().into_set();
    let mend = torn.then(|| {
        history = History::cut();
        journal.mend(last_time)
    });
    Ok(Opened { project, history, journal, problems, mend })
}

/// The state from which records are applied.
struct Base {
    project: Project,
    snapshot: Snapshot,
    problems: Vec<Problem>,
    rebuilt: bool,
}

fn base(
    stored: &Stored,
    chain: &Chain,
    texts: &BTreeMap<TextHash, Text>,
) -> Result<Base, OpenError> {
    let genesis = readable(&stored.genesis)?;
    let part = stored.part.as_deref().map(readable).transpose()?;
    let mut base = match (part, &genesis) {
        (Some(Ok(part)), Ok(genesis)) => {
            let found = Found::read(stored, &part, texts)?;
            let sound = found.is_complete() && !is_torn(&part, chain);
            if sound || !chain.is_whole(part.upto) {
                found.into_base(part)
            } else {
                beginning(genesis, true)
            }
        }
        (Some(Ok(part)), Err(_)) => Found::read(stored, &part, texts)?.into_base(part),
        (part, Ok(genesis)) => {
            // Segments are made together with a snapshot.
            beginning(genesis, part.is_some() || !stored.segments.is_empty())
        }
        (_, Err(flaw)) if chain.last().is_none() => return Err(OpenError::Empty(flaw.clone())),
        (_, Err(flaw)) => return Ok(nowhere(flaw.clone())),
    };
    base.problems.extend(genesis.err().map(Problem::Genesis));
    Ok(base)
}

/// The part in `text` or what is wrong with it; an error where a newer Apostil wrote it.
fn readable(text: &str) -> Result<Result<ProjectPart, Flaw>, OpenError> {
    match read_part(text) {
        Err(PersistError::Newer(_, version)) => Err(OpenError::Newer(version)),
        Err(error) => Ok(Err(Flaw::Unreadable(error))),
        Ok(part) => Ok(Ok(part)),
    }
}

/// Whether the snapshot was made of another chain of records than the one that is there.
fn is_torn(part: &ProjectPart, chain: &Chain) -> bool {
    let last = part.upto.checked_sub(1).and_then(|it| chain.0.get(it as usize));
    match last.map(|it| &it.record) {
        Some(Ok((_, checksum))) => part.head != Some(*checksum),
        _ => false,
    }
}

/// The state before the first record.
fn beginning(part: &ProjectPart, rebuilt: bool) -> Base {
    let ProjectPart { name, schema, authors, .. } = part.clone();
    let project = Project::assemble(name, schema, authors, Vec::new())
        .expect("where there are no documents, none share an id");
    let problems = if rebuilt { vec![Problem::Rebuilt] } else { Vec::new() };
    Base { project, snapshot: Snapshot::new(0, 0), problems, rebuilt }
}

/// A state for records whose beginning is lost. Projects begin with the default labels, as a rule.
fn nowhere(flaw: Flaw) -> Base {
    let project = Project::new("", Schema::ontonotes());
    let problems = vec![Problem::NoBeginning(flaw)];
    Base { project, snapshot: Snapshot::new(0, 0), problems, rebuilt: true }
}

/// The documents of the snapshot, as far as they can be read.
struct Found {
    documents: Vec<Document>,
    snapshot: Snapshot,
    problems: Vec<Problem>,
}

impl Found {
    fn read(
        stored: &Stored,
        part: &ProjectPart,
        texts: &BTreeMap<TextHash, Text>,
    ) -> Result<Self, OpenError> {
        let kept: BTreeMap<&str, &str> =
            stored.documents.iter().map(|(id, text)| (id.as_str(), text.as_str())).into_map();
        let part_bytes = stored.part.as_ref().map_or(0, String::len);
        let snapshot = Snapshot::new(part.upto, part_bytes);
        let mut found = Self { documents: Vec::new(), snapshot, problems: Vec::new() };
        for (header, expected) in &part.documents {
            let id = &header.id;
            let text = kept.get(id.as_str()).copied();
            match text.ok_or(Flaw::Missing).and_then(|it| fitting(it, id, *expected)) {
                Ok(tracks) => {
                    found.snapshot.add(id.clone(), *expected, text.map_or(0, str::len));
                    found.push(header.clone(), tracks, texts);
                }
                Err(Flaw::Unreadable(PersistError::Newer(_, version))) => {
                    return Err(OpenError::Newer(version));
                }
                Err(flaw) => found.problems.push(Problem::Document(id.clone(), flaw)),
            }
        }
        Ok(found)
    }

    /// Whether every document was found. A text that is missing is nowhere else either.
    fn is_complete(&self) -> bool {
        !self.problems.iter().any(|it| matches!(it, Problem::Document(..)))
    }

    fn push(&mut self, header: Header, tracks: Tracks, texts: &BTreeMap<TextHash, Text>) {
        let text = texts.get(&header.text).cloned();
        if text.is_none() {
            self.problems.push(Problem::Text(header.id.clone()));
        }
        self.documents.push(Document { header, body: text.map(|text| Body { text, tracks }) });
    }

    fn into_base(self, part: ProjectPart) -> Base {
        let mut seen = BTreeSet::new();
        let mut documents = self.documents;
        documents.retain(|it| seen.insert(it.header.id.clone()));
        let project = Project::assemble(part.name, part.schema, part.authors, documents)
            .expect("each id was kept once");
        Base { project, snapshot: self.snapshot, problems: self.problems, rebuilt: false }
    }
}

type Tracks = BTreeMap<AuthorId, Track>;

/// The work in the document `text`, if it is the one that the snapshot lists.
fn fitting(text: &str, id: &DocumentId, expected: Checksum) -> Result<Tracks, Flaw> {
    let (document, checksum) = read_document(text).map_err(Flaw::Unreadable)?;
    let fits = checksum == expected && document.header.id == *id;
    fits.then_some(document.tracks).ok_or(Flaw::OutOfPlace)
}

/// The texts that are what their hash says.
fn texts(stored: &Stored) -> BTreeMap<TextHash, Text> {
    let sound = |(hash, text): &(String, String)| {
        let text = Text::new(text.as_str()).ok()?;
        (TextHash::parse(hash) == Some(text.hash())).then(|| (text.hash(), text))
    };
    stored.texts.iter().filter_map(sound).into_map()
}

/// Goes through the records.
struct Replay {
    project: Project,
    history: History,
    /// The last record that `project` contained at the start.
    upto: u64,
    last_mend: u64,
    problems: Vec<Problem>,
    /// Documents, each with the last record after `upto` that touched it.
    touched: BTreeMap<DocumentId, u64>,
}

impl Replay {
    fn new(project: Project, at: &Snapshot, last_mend: u64, problems: Vec<Problem>) -> Self {
        let (history, touched) = (History::default(), BTreeMap::new());
        Self { project, history, upto: at.upto(), last_mend, problems, touched }
    }

    fn link(&mut self, seq: u64, link: Link) {
        let done = match link.record {
            Err(flaw) => Err(flaw),
            Ok((Record { kind: Kind::Mend, .. }, _)) => {
                self.history = History::cut();
                Ok(())
            }
            Ok((record, _)) if seq <= self.upto => self.walk(record.kind),
            Ok((record, _)) => self.again(seq, record.kind),
        };
        if let Err(flaw) = done {
            // What was done before cannot be told from what is missing here.
            self.history = History::cut();
            if seq > self.upto {
                self.problems.push(Problem::Record(seq, flaw));
            } else if seq > self.last_mend {
                self.problems.push(Problem::OldRecord(seq, flaw));
            }
        }
    }

    /// Moves through the history only: the snapshot contains the record.
    fn walk(&mut self, kind: Kind) -> Result<(), Flaw> {
        match kind {
            Kind::Do { transaction, inverse } => {
                let mut edits = transaction.edits.iter().chain(&inverse.edits);
                edits.try_for_each(|edit| self.has_text(edit))?;
                self.history.record(transaction, inverse);
            }
            Kind::Undo => self.history.step_back(),
            Kind::Redo => self.history.step_forward(),
            Kind::Go(leap) => self.history.follow(leap).then_some(()).ok_or(Flaw::Unknown)?,
            Kind::Mend => {}
        }
        Ok(())
    }

    /// Whether the text that the edit names is there, so that it can be done again some day.
    fn has_text(&self, edit: &Edit) -> Result<(), Flaw> {
        match edit {
            Edit::Document { value: Some(whole), .. } => {
                let hash = whole.header.text;
                let text = self.project.texts().get(hash).map(drop);
                text.ok_or(Flaw::Refused(EditError::NoText(hash)))
            }
            _ => Ok(()),
        }
    }

    /// Does what the record says.
    fn again(&mut self, seq: u64, kind: Kind) -> Result<(), Flaw> {
        let applied = match kind {
            Kind::Do { transaction, .. } => {
                let applied = self.project.apply(&transaction).map_err(Flaw::Refused)?;
                self.history.record(transaction, applied.inverse.clone());
                Some(applied)
            }
            Kind::Undo => self.history.undo(&mut self.project).map_err(Flaw::Refused)?,
            Kind::Redo => self.history.redo(&mut self.project).map_err(Flaw::Refused)?,
            Kind::Go(leap) => {
                let gone = self.history.go(leap, &mut self.project).map_err(Flaw::Refused)?;
                gone.map(|it| it.1)
            }
            Kind::Mend => None,
        };
        let applied = applied.ok_or(Flaw::Unknown)?;
        self.touch(seq, &applied.inverse);
        Ok(())
    }

    fn touch(&mut self, seq: u64, inverse: &Transaction) {
        for document in inverse.edits.iter().filter_map(rewritten) {
            self.touched.insert(document.clone(), seq);
        }
    }
}

/// A journal that goes on where the store ends.
fn resume(stored: &Stored, chain: &Chain, snapshot: Snapshot) -> Journal {
    let after = chain.0.iter().skip(snapshot.upto() as usize);
    Journal {
        seq: chain.end(),
        head: chain.last().map(|it| it.1),
        waiting: [].into(),
        trouble: None,
        read_only: false,
        changed_at: chain.last_time(),
        texts: [].into(),
        filed: stored.filed.min(chain.end()),
        touched: BTreeMap::new(),
        tail_bytes: after.map(|it| it.bytes).sum(),
        snapshot,
        writing: None,
        rest_until: 0,
        overdue: false,
    }
}

impl Journal {
    /// Says that what is before was damaged, so that nobody looks for it again.
    fn mend(&mut self, at: u64) -> Write {
        let record = self.link(Kind::Mend, at);
        Write { seq: self.seq, record, texts: Vec::new() }
    }
}

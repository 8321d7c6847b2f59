//! Files and texts into the project: read one by one, taken in as one step, with a report on each.
//!
//! While files are read nothing is changed, so a person may go on working and may stop it. What was
//! read is planned on a copy of the project and done at once at the end. A zip counts as one file
//! on the way, and each file in it has its own place in the report.
//!
//! Limits: what was read waits in memory until the end.

use std::collections::VecDeque;

use crate::edit::change::{Edit, Transaction};
use crate::format::dataset::{Article, Dataset};
use crate::format::encoding::Encoding;
use crate::format::error::ReadError;
use crate::format::field::Question;
use crate::format::import::{Importer, Plan, Standing, Take};
use crate::format::report::{Loss, Report};
use crate::format::{File, Reading};
use crate::message::Message;
use crate::model::id::{AuthorId, DocumentId};
use crate::model::project::Project;
use crate::segment::paragraph::paragraphs;
use crate::session::Session;
use crate::session::again::Originals;
use crate::session::arrival::{self, Arrival, Received, Unpacking};
use crate::session::command::Command;
use crate::session::effect::{Dialog, Effect};
use crate::session::event;
use crate::session::out::Out;
use crate::session::sample::{SAMPLES, Sample};
use crate::session::suggestion::shortened;
use crate::text::{MAX_TEXT_BYTES, Text};

/// What became of the files last taken in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportReport {
    /// Every file, in order; those in a zip one by one, as `all.zip/a.txt`.
    pub files: Vec<FileReport>,
    /// How many files there were beside them that nobody tried to read.
    pub n_skipped: usize,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileReport {
    /// Its name, with folders where it came with some.
    pub file: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// There are new articles from it.
    Added(Added),
    /// All that is in it was here already, as these.
    AlreadyHere {
        /// The articles.
        documents: Vec<DocumentId>,
        /// What is worth knowing.
        remarks: Vec<Message>,
    },
    /// Nothing of it was taken.
    Refused(Message),
    /// Nothing was taken yet: it must be said which field holds the text.
    Asks(Question),
}

/// What was taken of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// The new articles, in order.
    pub documents: Vec<DocumentId>,
    /// Articles of it that were here already.
    pub known: Vec<DocumentId>,
    /// What its bytes were taken for; `None` for a text that was pasted.
    pub encoding: Option<Encoding>,
    /// How many marks came with it.
    pub n_marks: usize,
    /// What was left out, and what is worth knowing.
    pub remarks: Vec<Message>,
}

/// How far files on their way in are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many files were announced.
    pub n_files: usize,
    /// How many are read.
    pub n_done: usize,
    /// How many steps there are to do before the next file is needed; a zip not yet opened is one.
    pub n_waiting: usize,
    /// How many articles were in those that are read.
    pub n_articles: usize,
    /// The file that was read last, or is being read.
    pub name: String,
}

/// Files on their way in.
#[derive(Debug, Default)]
pub(crate) struct Incoming {
    n_files: usize,
    n_skipped: usize,
    n_done: usize,
    n_articles: usize,
    name: String,
    waiting: VecDeque<File>,
    zip: Option<Unpacking>,
    arrived: Vec<Arrival>,
}

/// What has arrived, planned one after the other on a copy, done at once on the project.
pub(crate) struct Batch {
    me: AuthorId,
    at: u64,
    next_number: u32,
    project: Project,
    standing: Standing,
    pub(crate) edits: Vec<Edit>,
    texts: Vec<Text>,
    pub(crate) files: Vec<FileReport>,
}

impl ImportReport {
    /// The articles that are new, in order.
    pub fn added(&self) -> impl Iterator<Item = &DocumentId> {
        self.files.iter().flat_map(|it| match &it.outcome {
            Outcome::Added(added) => added.documents.as_slice(),
            _ => &[],
        })
    }

    /// Files that were not added, each with the reason.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &Message)> {
        self.files.iter().filter_map(|it| match &it.outcome {
            Outcome::Refused(why) => Some((it.file.as_str(), why)),
            _ => None,
        })
    }

    /// What was left out of files that were read, and what is worth knowing of them.
    pub fn remarks(&self) -> impl Iterator<Item = &Message> {
        self.files.iter().flat_map(|it| match &it.outcome {
            Outcome::Added(Added { remarks, .. }) | Outcome::AlreadyHere { remarks, .. } => {
                remarks.as_slice()
            }
            _ => &[],
        })
    }

    /// The articles that were here already.
    pub fn known(&self) -> impl Iterator<Item = &DocumentId> {
        self.files.iter().flat_map(|it| match &it.outcome {
            Outcome::Added(added) => added.known.as_slice(),
            Outcome::AlreadyHere { documents, .. } => documents.as_slice(),
            _ => &[],
        })
    }

    /// Whether there is nothing to say but that all is in.
    fn is_plain(&self) -> bool {
        self.files.iter().all(|it| {
            matches!(&it.outcome, Outcome::Added(it) if it.remarks.is_empty() && it.known.is_empty())
        })
    }
}

impl Session {
    /// How far files on their way in are; `None` when there are none.
    pub fn importing(&self) -> Option<Progress> {
        let incoming = self.incoming.as_ref()?;
        Some(Progress {
            n_files: incoming.n_files,
            n_done: incoming.n_done,
            n_waiting: incoming.waiting.len() + incoming.zip.as_ref().map_or(0, Unpacking::n_left),
            n_articles: incoming.n_articles,
            name: incoming.name.clone(),
        })
    }

    /// Does `command` if it is one of those that bring articles in, else gives it back.
    pub(crate) fn bring_in(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::AddFiles => out.then(Effect::PickFiles),
            Command::AddFolder => out.then(Effect::PickFolder),
            Command::AddText => out.then(Effect::Open(Dialog::AddText)),
            Command::OpenSamples => self.import(SAMPLES.iter().map(Sample::file).collect(), out),
            Command::Import(files) => self.import(files, out),
            Command::ImportBegin { n_files } => drop(self.begin_import(n_files, out)),
            Command::ImportFile(file) => self.import_file(file),
            Command::ImportUnread { name, why } => self.import_unread(name, why),
            Command::ImportSkipped { n_files } => self.import_skipped(n_files),
            Command::ImportStep => self.step_import(),
            Command::ImportFinish => self.finish_import(out),
            Command::ImportCancel => self.cancel_import(out),
            Command::ReadField { file, field } => self.read_field(file, &field, out),
            Command::ReadAgain { document, encoding } => self.read_again(&document, encoding, out),
            Command::Confirm { name, text } => self.confirm(name, text, out),
            other => return Some(other),
        }
        None
    }

    /// Takes files in. One undo takes all of them out again.
    fn import(&mut self, files: Vec<File>, out: &mut Out) {
        if self.begin_import(files.len(), out) {
            for file in files {
                self.import_file(file);
            }
            self.finish_import(out);
        }
    }

    /// Gets ready for `n_files`. Whether it may begin.
    fn begin_import(&mut self, n_files: usize, out: &mut Out) -> bool {
        if self.is_read_only() {
            out.complain(Message::TabReadOnly);
            return false;
        }
        if self.incoming.is_some() {
            out.complain(Message::ImportRunning);
            return false;
        }
        self.incoming = Some(Incoming { n_files, ..Incoming::default() });
        true
    }

    /// Puts a file in the queue of those to read.
    fn import_file(&mut self, file: File) {
        if let Some(incoming) = &mut self.incoming {
            incoming.waiting.push_back(file);
        }
    }

    /// Notes a file whose bytes could not be had.
    fn import_unread(&mut self, name: String, why: ReadError) {
        if let Some(incoming) = &mut self.incoming {
            incoming.n_done += 1;
            incoming.arrive(Arrival::refused(name, why));
        }
    }

    /// Notes that there were more files, which nobody tries to read.
    fn import_skipped(&mut self, n_files: usize) {
        if let Some(incoming) = &mut self.incoming {
            incoming.n_skipped += n_files;
        }
    }

    /// Reads the next file, or the next in a zip.
    fn step_import(&mut self) {
        if let Some(incoming) = &mut self.incoming {
            incoming.step();
        }
    }

    /// Takes in all that was read, and what still waits.
    fn finish_import(&mut self, out: &mut Out) {
        let Some(mut incoming) = self.incoming.take() else { return };
        while incoming.step() {}
        let (mut batch, mut originals) = (self.import_batch(), Originals::default());
        for arrival in incoming.arrived {
            let Arrival { name, file, result, report } = arrival;
            batch.add(&name, result, report);
            originals.keep(file);
        }
        self.take_in(batch, originals, incoming.n_skipped, out);
    }

    /// Forgets what was read. Nothing was changed.
    fn cancel_import(&mut self, out: &mut Out) {
        if self.incoming.take().is_some() {
            out.say(Message::ImportCanceled);
        }
    }

    /// Takes in a text that was written or pasted, exactly as it was confirmed.
    fn confirm(&mut self, name: String, text: String, out: &mut Out) {
        let mut batch = self.import_batch();
        let name = if name.trim().is_empty() { title(&text) } else { name };
        let text = if paragraphs(&text).is_empty() { Err(ReadError::Empty) } else { whole(text) };
        let reading = text.map(|text| {
            let articles = vec![Article::new(name.clone(), text)];
            let dataset = Dataset { articles, ..Dataset::default() };
            (dataset, None)
        });
        batch.plan(&name, reading, Report::default());
        self.take_in(batch, Originals::default(), 0, out);
    }

    /// An empty batch on a copy of the project.
    pub(crate) fn import_batch(&self) -> Batch {
        Batch {
            me: self.me,
            at: self.now,
            next_number: self.n_minted + 1,
            project: self.project.clone(),
            standing: Standing::of(&self.project),
            edits: Vec::new(),
            texts: Vec::new(),
            files: Vec::new(),
        }
    }

    fn take_in(&mut self, batch: Batch, originals: Originals, n_skipped: usize, out: &mut Out) {
        if let Some(mut report) = self.commit_batch(batch, out) {
            report.n_skipped = n_skipped;
            self.show_taken_in(&report, out);
            self.import_report = report;
            self.originals = originals;
        }
    }

    /// Does what was planned, as one step; `None` when it was not done.
    pub(crate) fn commit_batch(&mut self, batch: Batch, out: &mut Out) -> Option<ImportReport> {
        let Batch { edits, texts, next_number, files, .. } = batch;
        for text in texts {
            self.project.hold(text);
        }
        if !edits.is_empty() && !self.commit(event::IMPORT, edits, out) {
            return None;
        }
        self.n_minted = next_number - 1;
        Some(ImportReport { files, n_skipped: 0 })
    }

    fn show_taken_in(&mut self, report: &ImportReport, out: &mut Out) {
        if let Some(first) = report.added().next().or(report.known().next()).cloned() {
            self.show_article(&first, out);
        }
        self.ask_next(out);
        let (count, skipped) = (report.added().count() as u64, report.n_skipped as u64);
        if report.files.is_empty() {
            out.say(Message::NothingToImport);
        } else if !report.is_plain() {
            out.then(Effect::Open(Dialog::ImportReport));
        } else if skipped > 0 {
            out.say(Message::ImportAllInSkipped { count, skipped });
        } else {
            out.say(Message::ImportAllIn { count });
        }
    }
}

impl Incoming {
    /// Reads the next file, or the next in a zip. Whether there was one.
    fn step(&mut self) -> bool {
        if let Some(zip) = &mut self.zip {
            if let Some(arrival) = zip.next() {
                self.arrive(arrival);
                return true;
            }
            self.n_skipped += zip.n_skipped;
            self.zip = None;
            self.n_done += 1;
        }
        let Some(file) = self.waiting.pop_front() else { return false };
        self.name.clone_from(&file.name);
        match arrival::receive(file) {
            Received::One(arrival) => {
                self.n_done += 1;
                self.arrive(*arrival);
            }
            Received::Many(zip) => self.zip = Some(zip),
        }
        true
    }

    fn arrive(&mut self, arrival: Arrival) {
        self.name.clone_from(&arrival.name);
        self.n_articles += arrival.n_articles();
        self.arrived.push(arrival);
    }
}

impl Batch {
    /// Plans to take in what was read of the file called `name`, or notes why nothing is.
    pub(crate) fn add(&mut self, name: &str, result: Result<Reading, ReadError>, report: Report) {
        let reading = result.map(|it| (it.dataset, Some(it.encoding)));
        self.plan(name, reading, report);
    }

    fn plan(
        &mut self,
        name: &str,
        reading: Result<(Dataset, Option<Encoding>), ReadError>,
        report: Report,
    ) {
        let outcome = match reading {
            Ok((dataset, encoding)) => self.take(name, dataset, encoding, report),
            Err(ReadError::Asks(question)) => Outcome::Asks(question),
            Err(why) => Outcome::Refused(why.message(name)),
        };
        self.files.push(FileReport { file: name.to_owned(), outcome });
    }

    fn take(
        &mut self,
        name: &str,
        dataset: Dataset,
        encoding: Option<Encoding>,
        mut report: Report,
    ) -> Outcome {
        let importer = Importer {
            me: self.me,
            take: Take::AsMine,
            next_number: self.next_number,
            file: name.to_owned(),
            at: self.at,
        };
        let n_marks = dataset.n_marks();
        let plan = importer.plan(&self.project, &mut self.standing, dataset, &mut report);
        let Plan { transaction, texts, added, known } = plan;
        for text in &texts {
            self.project.hold(text.clone());
        }
        if self.project.apply(&transaction).is_err() {
            self.standing = Standing::of(&self.project);
            return Outcome::Refused(Message::FormatUnknown { file: name.into() });
        }
        let highest = transaction.edits.iter().filter_map(|it| highest(self.me, it)).max();
        self.next_number = self.next_number.max(highest.map_or(0, |it| it + 1));
        let is_nothing = transaction.edits.is_empty();
        self.edits.extend(transaction.edits);
        self.texts.extend(texts);
        let mut remarks: Vec<Message> = report.losses.iter().map(Loss::message).collect();
        remarks.extend(report.remarks);
        if is_nothing && added.is_empty() && !known.is_empty() {
            return Outcome::AlreadyHere { documents: known, remarks };
        }
        Outcome::Added(Added { documents: added, known, encoding, n_marks, remarks })
    }

    /// Takes a document out, so that another can come in its place.
    pub(crate) fn remove(&mut self, document: &DocumentId) {
        let edit = Edit::Document { id: document.clone(), value: None };
        let edits = vec![edit.clone()];
        let transaction = Transaction { edits, event: event::IMPORT.into(), at: self.at };
        let is_done = self.project.apply(&transaction).is_ok();
        self.standing = Standing::of(&self.project);
        self.edits.extend(is_done.then_some(edit));
    }
}

/// A text that is not too long.
fn whole(text: String) -> Result<Text, ReadError> {
    Text::new(text).map_err(|long| ReadError::TooLong { bytes: long.bytes, limit: MAX_TEXT_BYTES })
}

/// The highest number that `me` gives in `edit`.
pub(crate) fn highest(me: AuthorId, edit: &Edit) -> Option<u32> {
    match edit {
        Edit::Annotation { id, .. } if id.author == me => Some(id.n),
        Edit::Relation { id, .. } if id.author == me => Some(id.n),
        Edit::Document { value: Some(whole), .. } => {
            let track = whole.tracks.get(&me)?;
            let marks = track.annotations.keys().filter(|id| id.author == me).map(|id| id.n);
            let ties = track.relations.keys().filter(|id| id.author == me).map(|id| id.n);
            marks.chain(ties).max()
        }
        _ => None,
    }
}

/// A name for a text that has none: its first line.
fn title(text: &str) -> String {
    let first = paragraphs(text).first().and_then(|it| it.range.slice(text));
    shortened(first.unwrap_or_default())
}

//! Files and texts into the project: all of them as one step, with a report on each.

use std::collections::BTreeMap;

use crate::edit::change::Edit;
use crate::format::dataset::{Article, Dataset};
use crate::format::error::ReadError;
use crate::format::import::{Importer, Plan, Take};
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::format::{self, File};
use crate::journal::rescue;
use crate::message::Message;
use crate::model::id::{AuthorId, DocumentId};
use crate::model::project::Project;
use crate::segment::paragraph::paragraphs;
use crate::session::Session;
use crate::session::effect::{Dialog, Effect};
use crate::session::event;
use crate::session::out::Out;
use crate::session::suggestion::shortened;
use crate::text::{MAX_TEXT_BYTES, Text};

/// What became of the files last taken in.
#[derive(Clone, Debug, Default)]
pub struct ImportReport {
    /// How many files there were.
    pub n_files: usize,
    /// The articles that are new, in order.
    pub added: Vec<DocumentId>,
    /// Files that were not added, each with the reason.
    pub refused: Vec<(String, Message)>,
    /// What was left out of files that were added, and what is worth knowing of them.
    pub remarks: Vec<Message>,
}

/// Files on their way in: planned one after the other on a copy, done at once on the project.
struct Batch {
    me: AuthorId,
    at: u64,
    next_number: u32,
    project: Project,
    edits: Vec<Edit>,
    texts: Vec<Text>,
    first_known: Option<DocumentId>,
    report: ImportReport,
}

impl Session {
    /// Takes files in. One undo takes all of them out again.
    pub(crate) fn import(&mut self, files: &[File], out: &mut Out) {
        let mut batch = self.batch(files.len());
        for file in files {
            match read(file) {
                Ok((dataset, report)) => batch.add(&file.name, dataset, report),
                Err(why) => batch.report.refused.push((file.name.clone(), why)),
            }
        }
        self.take_in(batch, out);
    }

    /// Takes in a text that was written or pasted, exactly as it was confirmed.
    pub(crate) fn confirm(&mut self, name: String, text: String, out: &mut Out) {
        let mut batch = self.batch(1);
        let name = if name.trim().is_empty() { title(&text) } else { name };
        let refusal = if paragraphs(&text).is_empty() {
            Some(ReadError::Empty.message(&name))
        } else {
            let n_bytes = text.len();
            match Text::new(text) {
                Ok(text) => {
                    let articles = vec![Article::new(name.clone(), text)];
                    let dataset = Dataset { articles, ..Dataset::default() };
                    batch.add(&name, dataset, Report::default());
                    None
                }
                Err(_) => Some(too_long(&name, n_bytes)),
            }
        };
        batch.report.refused.extend(refusal.map(|why| (name, why)));
        self.take_in(batch, out);
    }

    fn batch(&self, n_files: usize) -> Batch {
        Batch {
            me: self.me,
            at: self.now,
            next_number: self.n_minted + 1,
            project: self.project.clone(),
            edits: Vec::new(),
            texts: Vec::new(),
            first_known: None,
            report: ImportReport { n_files, ..ImportReport::default() },
        }
    }

    fn take_in(&mut self, batch: Batch, out: &mut Out) {
        let Batch { edits, texts, next_number, first_known, report, .. } = batch;
        for text in texts {
            self.project.hold(text);
        }
        let is_done = edits.is_empty() || self.commit(event::IMPORT, edits, out);
        if is_done {
            self.n_minted = next_number - 1;
            self.show_taken_in(&report, first_known, out);
        }
        self.import_report = report;
    }

    fn show_taken_in(
        &mut self,
        report: &ImportReport,
        first_known: Option<DocumentId>,
        out: &mut Out,
    ) {
        if let Some(first) = report.added.first().cloned().or(first_known) {
            self.show_article(&first, out);
        }
        self.ask_next(out);
        let count = report.added.len() as u64;
        if report.n_files == 0 {
            out.say(Message::NothingToImport);
        } else if report.refused.is_empty() && report.remarks.is_empty() {
            out.say(Message::ImportAllIn { count });
        } else {
            out.then(Effect::Open(Dialog::ImportReport));
        }
    }
}

impl Batch {
    /// Plans to take in what was read of the file called `name`.
    fn add(&mut self, name: &str, dataset: Dataset, mut report: Report) {
        let importer = Importer {
            me: self.me,
            take: Take::AsMine,
            next_number: self.next_number,
            file: name.to_owned(),
            at: self.at,
        };
        let plan = importer.plan(&self.project, dataset, &mut report);
        let Plan { transaction, texts, added, known } = plan;
        for text in &texts {
            self.project.hold(text.clone());
        }
        if self.project.apply(&transaction).is_err() {
            self.report
                .refused
                .push((name.to_owned(), Message::FormatUnknown { file: name.into() }));
            return;
        }
        let highest = transaction.edits.iter().filter_map(|it| highest(self.me, it)).max();
        self.next_number = self.next_number.max(highest.map_or(0, |it| it + 1));
        self.edits.extend(transaction.edits);
        self.texts.extend(texts);
        self.report.added.extend(added);
        self.first_known = self.first_known.take().or(known.into_iter().next());
        self.report.remarks.extend(report.losses.iter().map(format::report::Loss::message));
        self.report.remarks.extend(report.remarks);
    }
}

/// Reads a file of any format that we know, a rescue bundle included.
fn read(file: &File) -> Result<(Dataset, Report), Message> {
    let mut report = Report::default();
    let dataset = if rescue::is_bundle(&file.bytes) {
        read_bundle(file, &mut report).ok_or(Message::FileUnreadable { file: file.name.clone() })?
    } else {
        format::read(file, None, &mut report).map_err(|it| it.message(&file.name))?
    };
    Ok((dataset, report))
}

/// All projects of a rescue bundle together, as far as they can be opened.
fn read_bundle(file: &File, report: &mut Report) -> Option<Dataset> {
    let mut whole: Option<Dataset> = None;
    for rescued in rescue::read_rescue(&file.bytes).ok()? {
        let Ok(opened) = rescued.opened else {
            report.left_out(Thing::Articles, Message::FileUnreadable { file: file.name.clone() });
            continue;
        };
        let (project, none) = (opened.project, BTreeMap::new());
        let dataset = Dataset::of(&project, project.order(), &none, report).ok()?;
        match &mut whole {
            Some(whole) => whole.join(dataset, report),
            None => whole = Some(dataset),
        }
    }
    whole
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

fn too_long(file: &str, n_bytes: usize) -> Message {
    let mebibytes = |bytes: usize| bytes.div_ceil(1024 * 1024) as u64;
    Message::FileRefusedLong {
        file: file.to_owned(),
        size: mebibytes(n_bytes),
        limit: mebibytes(MAX_TEXT_BYTES),
    }
}

//! Files read once more: with the field that a person named, or in another encoding.
//!
//! The bytes of the files last taken in are kept for it until the next import, as long as they are
//! not too many. Reading again replaces what was read, in its place and as one step, and is refused
//! where anybody has worked on it since.

use crate::edit::change::Edit;
use crate::format::encoding::Encoding;
use crate::format::{File, ReadOptions};
use crate::message::Message;
use crate::model::id::DocumentId;
use crate::session::Session;
use crate::session::arrival::Arrival;
use crate::session::import::{Batch, FileReport, Outcome};
use crate::session::out::Out;

/// How many bytes are kept of all files together (64 MiB).
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The bytes of files, as long as there is room for them.
#[derive(Debug, Default)]
pub(crate) struct Originals {
    /// By their place in the report.
    files: Vec<Option<File>>,
    n_bytes: usize,
}

impl Originals {
    /// Keeps the next file, if there is room.
    pub(crate) fn keep(&mut self, file: File) {
        let n_bytes = self.n_bytes + file.bytes.len();
        let fits = n_bytes <= MOST_BYTES && !file.bytes.is_empty();
        if fits {
            self.n_bytes = n_bytes;
        }
        self.files.push(fits.then_some(file));
    }

    fn get(&self, n: usize) -> Option<&File> {
        self.files.get(n)?.as_ref()
    }
}

impl Session {
    /// Whether the file that `document` came from can be read again.
    pub fn may_read_again(&self, document: &DocumentId) -> bool {
        self.place_in_report(document).is_some_and(|it| self.originals.get(it).is_some())
    }

    /// Reads the file at `n` of the report, and all that ask the same, taking the text from `field`.
    pub(crate) fn read_field(&mut self, n: usize, field: &str, out: &mut Out) {
        let asks = |it: &FileReport| match &it.outcome {
            Outcome::Asks(question) => Some(question.clone()),
            _ => None,
        };
        let files = &self.import_report.files;
        let Some(question) = files.get(n).and_then(asks) else { return };
        let same =
            |other: &FileReport| asks(other).is_some_and(|it| it.names() == question.names());
        let places: Vec<usize> = (0..files.len()).filter(|it| same(&files[*it])).collect();
        let options = ReadOptions { field: Some(field.to_owned()), ..ReadOptions::default() };
        let mut batch = self.import_batch();
        for place in &places {
            let Some(file) = self.originals.get(*place).cloned() else {
                let article = self.import_report.files[*place].file.clone();
                return out.complain(Message::ImportOriginalGone { article });
            };
            let Arrival { result, report, .. } = Arrival::read(file, &options);
            batch.add(&self.import_report.files[*place].file, result, report);
        }
        let Some(report) = self.commit_batch(batch, out) else { return };
        if let Some(first) = report.added().next().cloned() {
            self.show_article(&first, out);
        }
        self.ask_next(out);
        for (place, new) in places.into_iter().zip(report.files) {
            self.import_report.files[place] = new;
        }
        out.redraw.status = true;
    }

    /// Reads the file that `document` came from as `encoding`.
    pub(crate) fn read_again(&mut self, document: &DocumentId, encoding: Encoding, out: &mut Out) {
        let Some(article) = self.name_of(document) else { return };
        let place = self.place_in_report(document);
        let file = place.and_then(|it| Some((it, self.originals.get(it)?.clone())));
        let Some((place, file)) = file else {
            return out.complain(Message::ImportOriginalGone { article });
        };
        let Outcome::Added(old) = &self.import_report.files[place].outcome else { return };
        let old = old.documents.clone();
        if !old.iter().all(|it| self.is_as_it_came(it)) {
            return out.complain(Message::ImportWorkedOn { article });
        }
        let options = ReadOptions { encoding: Some(encoding), ..ReadOptions::default() };
        let name = self.import_report.files[place].file.clone();
        let Arrival { result, report, .. } = Arrival::read(file, &options);
        if let Err(why) = &result {
            return out.complain(why.message(&name));
        }
        let mut batch = self.import_batch();
        let position = old.first().and_then(|it| self.position(it));
        for document in &old {
            batch.remove(document);
        }
        batch.add(&name, result, report);
        batch.put_at(position.unwrap_or(usize::MAX));
        let Some(report) = self.commit_batch(batch, out) else { return };
        if let Some(first) = report.added().chain(report.known()).next().cloned() {
            self.show_article(&first, out);
        }
        self.ask_next(out);
        out.say(Message::ImportReadAgain { article, encoding: encoding.name().to_owned() });
        for file in report.files {
            self.import_report.files[place] = file;
        }
    }

    /// The place in the report of the file that `document` came from.
    fn place_in_report(&self, document: &DocumentId) -> Option<usize> {
        let has = |it: &FileReport| matches!(&it.outcome, Outcome::Added(added) if added.documents.contains(document));
        self.import_report.files.iter().position(has)
    }

    /// Whether nobody has worked on `document` since it was taken in.
    fn is_as_it_came(&self, document: &DocumentId) -> bool {
        let steps = self.history.done().iter().rev();
        let came = steps.flat_map(|it| &it.forward.edits).find_map(|edit| match edit {
            Edit::Document { id, value: Some(whole) } if id == document => Some(whole),
            _ => None,
        });
        let (Some(came), Some(now)) = (came, self.project.document(document)) else { return false };
        came.header == now.header && now.body.as_ref().is_some_and(|it| it.tracks == came.tracks)
    }
}

impl Batch {
    /// Puts the new documents at `position` and behind it.
    fn put_at(&mut self, position: usize) {
        let new = self.edits.iter_mut().filter_map(|it| match it {
            Edit::Document { value: Some(whole), .. } => Some(whole),
            _ => None,
        });
        for (whole, n) in new.zip(0..) {
            whole.position = position.saturating_add(n);
        }
    }
}

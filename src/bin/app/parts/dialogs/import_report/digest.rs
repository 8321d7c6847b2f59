//! What the report on files says, in the order in which it says it: what went wrong first.

use apostil::format::encoding::Encoding;
use apostil::format::field::Candidate;
use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::Session;
use apostil::session::import::{Added, Outcome};

use crate::app::App;

/// A report, sorted by what there is to do.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Digest {
    pub(super) n_files: usize,
    pub(super) n_articles: usize,
    pub(super) n_skipped: usize,
    /// Each file with the reason.
    pub(super) refused: Vec<(String, Message)>,
    pub(super) questions: Vec<Asked>,
    /// Files of which all was here, each with the articles that are the same.
    pub(super) here: Vec<(String, Vec<Named>)>,
    pub(super) letters: Vec<Letters>,
    pub(super) added: Vec<Kept>,
    pub(super) remarks: Vec<Message>,
    pub(super) first: Option<DocumentId>,
}

/// An article and what it is called.
pub(super) type Named = (DocumentId, String);

/// Files of which it is not plain which field holds the text.
#[derive(Clone, PartialEq)]
pub(super) struct Asked {
    /// The place in the report of the first.
    pub(super) place: usize,
    /// What they are called.
    pub(super) files: Vec<String>,
    /// The fields that they all have.
    pub(super) fields: Vec<Candidate>,
}

/// A file whose letters may have been read wrongly.
#[derive(Clone, PartialEq)]
pub(super) struct Letters {
    pub(super) document: DocumentId,
    pub(super) encoding: Encoding,
    /// What is known of it.
    pub(super) remarks: Vec<Message>,
}

/// A file that is in.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    pub(super) file: String,
    pub(super) n_articles: usize,
    pub(super) n_marks: usize,
}

/// The report on the files last taken in.
pub(super) fn digest(session: &Session) -> Digest {
    let report = session.import_report();
    let mut all = Digest {
        n_files: report.files.len(),
        n_articles: report.added().count(),
        n_skipped: report.n_skipped,
        first: report.added().next().cloned(),
        ..Digest::default()
    };
    for (place, it) in report.files.iter().enumerate() {
        match &it.outcome {
            Outcome::Refused(why) => all.refused.push((it.file.clone(), why.clone())),
            Outcome::Asks(question) => all.ask(place, &it.file, &question.fields),
            Outcome::AlreadyHere { documents, remarks } => {
                all.here.push((it.file.clone(), named(session, documents)));
                let is_said = |it: &&Message| !matches!(it, Message::ArticleDuplicate { .. });
                all.remarks.extend(remarks.iter().filter(is_said).cloned());
            }
            Outcome::Added(added) => all.add(session, &it.file, added),
        }
    }
    all
}

impl Digest {
    fn ask(&mut self, place: usize, file: &str, fields: &[Candidate]) {
        let names = |fields: &[Candidate]| -> Vec<String> {
            fields.iter().map(|it| it.name.clone()).collect()
        };
        let same = self.questions.iter_mut().find(|it| names(&it.fields) == names(fields));
        if let Some(same) = same {
            same.files.push(file.to_owned());
        } else {
            let (files, fields) = (vec![file.to_owned()], fields.to_vec());
            self.questions.push(Asked { place, files, fields });
        }
    }

    fn add(&mut self, session: &Session, file: &str, added: &Added) {
        let (n_articles, n_marks) = (added.documents.len(), added.n_marks);
        self.added.push(Kept { file: file.to_owned(), n_articles, n_marks });
        if !added.known.is_empty() {
            self.here.push((file.to_owned(), named(session, &added.known)));
        }
        let (letters, others): (Vec<_>, Vec<_>) =
            added.remarks.iter().cloned().partition(is_about_letters);
        self.remarks.extend(others);
        let document = added.documents.first().filter(|it| session.may_read_again(it));
        match (document.cloned(), added.encoding) {
            (Some(document), Some(encoding)) if !letters.is_empty() => {
                self.letters.push(Letters { document, encoding, remarks: letters });
            }
            _ => self.remarks.extend(letters),
        }
    }

    /// What did work, in one sentence.
    pub(super) fn title(&self) -> Message {
        let (added, total) = (self.added.len(), self.n_files);
        let is_well = self.refused.is_empty() && self.questions.is_empty();
        match added {
            0 if is_well => Message::ImportNothingNew { count: total as u64 },
            0 if self.refused.is_empty() => Message::ImportAsks,
            0 => Message::ImportNoneIn { count: total as u64 },
            _ if added == total => Message::ImportAllIn { count: self.n_articles as u64 },
            _ if is_well => Message::ImportSomeNew { added: added as u64, total: total as u64 },
            _ => Message::ImportSomeIn { added: added as u64, total: total as u64 },
        }
    }

    /// All of it as plain text, a line a thing.
    pub(super) fn text(&self, app: App) -> String {
        let mut lines = vec![app.say(&self.title())];
        lines.extend(self.refused.iter().map(|it| app.say(&it.1)));
        for it in &self.questions {
            let fields: Vec<&str> = it.fields.iter().map(|it| it.name.as_str()).collect();
            let fields = fields.join(", ");
            let ask = |file: &String| Message::FieldNotPlain {
                file: file.clone(),
                fields: fields.clone(),
            };
            lines.extend(it.files.iter().map(|file| app.say(&ask(file))));
        }
        for (file, articles) in &self.here {
            let same = |it: &Named| Message::ArticleDuplicate {
                file: file.clone(),
                article: it.1.clone(),
            };
            lines.extend(articles.iter().map(|it| app.say(&same(it))));
        }
        let remarks = self.letters.iter().flat_map(|it| &it.remarks).chain(&self.remarks);
        lines.extend(remarks.map(|it| app.say(it)));
        lines.extend(self.skipped().map(|it| app.say(&it)));
        if !self.added.is_empty() {
            lines.push(format!("{}:", app.say(&Message::ImportAdded)));
            lines.extend(self.added.iter().map(|it| it.file.clone()));
        }
        lines.join("\n") + "\n"
    }

    /// That files of a folder were skipped, if any were.
    pub(super) fn skipped(&self) -> Option<Message> {
        let count = self.n_skipped as u64;
        (count > 0).then_some(Message::ImportSkipped { count })
    }
}

fn is_about_letters(remark: &Message) -> bool {
    matches!(remark, Message::FileEncoding { .. } | Message::FileReplaced { .. })
}

fn named(session: &Session, documents: &[DocumentId]) -> Vec<Named> {
    let name =
        |id: &DocumentId| Some((id.clone(), session.project().document(id)?.header.name.clone()));
    documents.iter().filter_map(name).collect()
}

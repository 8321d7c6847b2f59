//! What can be wrong with a project, said without touching it.
//!
//! One table, [`CHECKS`]; one check a file. The door for change refuses most of this, but files come
//! from elsewhere, and a saved project is only as sound as the disk it was on.
//!
//! Limits: only loaded documents are looked at. Whether quoted words agree with offsets can be asked
//! of a file only, and reading one says so.

use crate::message::Message;
use crate::model::annotation::Annotation;
use crate::model::document::{Body, Header};
use crate::model::id::{AnnotationId, AuthorId, DocumentId};
use crate::model::project::Project;
use crate::model::schema::Schema;
use crate::text::{Text, TextRange, Unit};

mod blank;
mod duplicate;
mod empty;
mod grapheme;
mod label;
mod newline;
mod outside;
mod relation;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing needs to be done.
    Remark,
    /// Somebody should look at it: the data says something odd.
    Odd,
    /// The data cannot mean what it says.
    Wrong,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The check that found it.
    pub check: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub document: DocumentId,
    /// Where in the text, if it is about a place.
    pub range: Option<TextRange>,
    /// What a person is told.
    pub message: Message,
}

/// A check: its name for programs, how bad what it finds is, and how it looks at a document.
#[derive(Debug)]
pub struct Check {
    /// Its name. Never changes.
    pub id: &'static str,
    /// How bad what it finds is.
    pub severity: Severity,
    find: fn(&Sight) -> Vec<Finding>,
}

/// Every check.
pub const CHECKS: [Check; 8] = [
    Check { id: "mark-outside", severity: Severity::Wrong, find: outside::find },
    Check { id: "label-unknown", severity: Severity::Wrong, find: label::find },
    Check { id: "relation-loose", severity: Severity::Wrong, find: relation::find },
    Check { id: "mark-duplicate", severity: Severity::Odd, find: duplicate::find },
    Check { id: "mark-grapheme", severity: Severity::Odd, find: grapheme::find },
    Check { id: "mark-blank", severity: Severity::Odd, find: blank::find },
    Check { id: "article-empty", severity: Severity::Odd, find: empty::find },
    Check { id: "text-newlines", severity: Severity::Remark, find: newline::find },
];

/// One document as a check sees it.
struct Sight<'p> {
    schema: &'p Schema,
    header: &'p Header,
    body: &'p Body,
}

/// What a check found: a place, if it is about one, and what to say.
struct Finding {
    range: Option<TextRange>,
    message: Message,
}

/// Everything that is wrong with `project`, document by document, the worst first.
pub fn check(project: &Project) -> Vec<Problem> {
    let mut problems = Vec::new();
    for document in project.documents() {
        let Some(body) = &document.body else { continue };
        let sight = Sight { schema: project.schema(), header: &document.header, body };
        for check in &CHECKS {
            let found = (check.find)(&sight).into_iter();
            problems.extend(found.map(|Finding { range, message }| Problem {
                check: check.id,
                severity: check.severity,
                document: document.header.id.clone(),
                range,
                message,
            }));
        }
    }
    problems
}

impl<'p> Sight<'p> {
    fn text(&self) -> &'p Text {
        &self.body.text
    }

    fn article(&self) -> String {
        self.header.name.clone()
    }

    fn marks(&self) -> impl Iterator<Item = (AuthorId, AnnotationId, &'p Annotation)> {
        let tracks = self.body.tracks.iter();
        tracks.flat_map(|(author, it)| it.annotations.iter().map(|(id, it)| (*author, *id, it)))
    }

    /// The marks whose words are in the text.
    fn sound_marks(&self) -> impl Iterator<Item = (&'p Annotation, String)> {
        self.marks().filter_map(|(_, _, it)| Some((it, it.extent.words(self.text())?)))
    }

    /// What a label is called, or its number where it has no name.
    fn label_of(&self, mark: &Annotation) -> String {
        let known = self.schema.label(mark.label);
        known.map_or_else(|| mark.label.0.to_string(), |it| it.name.clone())
    }

    /// A byte offset in code points; as it is where the text has no such place.
    fn in_points(&self, byte: u32) -> u64 {
        self.text().from_byte(Unit::CodePoint, byte).unwrap_or(byte).into()
    }
}

#[cfg(test)]
mod tests;

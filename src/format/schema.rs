//! Schemas in files of their own: what labels mean, without any article.
//!
//! **What we write.** `own`: one JSON object with the fields that a project file has for its schema.
//! **What we read.** The same; brat's `annotation.conf`; a Label Studio labeling configuration; the
//! labels of a spaCy pipeline; and of any file of articles the labels that it defines or uses.
//!
//! **What is lost.** What has no place in a schema of ours is left out, and named with its line.

use crate::format::decode::decode;
use crate::format::error::ReadError;
use crate::format::report::{Loss, Report};
use crate::format::{File, ReadOptions};
use crate::message::Message;
use crate::model::schema::{DocumentLabel, RelationLabel, Schema};

mod brat;
mod label_studio;
mod own;
mod spacy;
mod xml;

/// A schema, and what came with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchemaFile {
    /// The schema. Labels of every kind are numbered 1, 2, 3, … in order.
    pub schema: Schema,
    /// Whether it also says what may overlap and what selections snap to.
    pub has_rules: bool,
    /// What was not understood.
    pub problems: Vec<Message>,
}

/// Reads `file`; the error says where and why.
pub fn read(file: &File) -> Result<SchemaFile, Message> {
    let mut read = read_any(file)?;
    let schema = &read.schema;
    let is_empty = schema.labels.is_empty()
        && schema.relations.is_empty()
        && schema.attributes.is_empty()
        && schema.document_labels.is_empty();
    if is_empty {
        return Err(Message::SchemaNothing { file: file.name.clone() });
    }
    let n_more = read.problems.len().saturating_sub(MOST_PROBLEMS);
    if n_more > 0 {
        read.problems.truncate(MOST_PROBLEMS);
        read.problems.push(Message::SchemaMoreProblems { count: n_more as u64 });
    }
    Ok(read)
}

/// The most problems that are named one by one.
const MOST_PROBLEMS: usize = 50;

/// A file that holds `schema` and nothing else; `stem` is its name without the ending.
pub fn write(schema: &Schema, stem: &str) -> File {
    File { name: format!("{stem}.labels.json"), bytes: own::write(schema) }
}

fn read_any(file: &File) -> Result<SchemaFile, Message> {
    let why = |error: ReadError| error.message(&file.name);
    if crate::format::zip::is_zip(&file.bytes) {
        return of_articles(file).map_err(why);
    }
    let mut report = Report::default();
    let decoded = decode(file, None, &mut report).map_err(why)?;
    let (name, text) = (file.name.as_str(), decoded.text.as_ref());
    let start = text.trim_start();
    let mut read = if own::is_it(start) {
        own::read(text).map_err(why)?
    } else if label_studio::is_it(start) {
        label_studio::read(name, text)?
    } else if spacy::is_config(start) {
        return Err(Message::SchemaSpacyConfig { file: name.to_owned() });
    } else if let Some(read) = spacy::read(name, text) {
        read
    } else if brat::is_it(name, text) {
        brat::read(name, text)?
    } else {
        return of_articles(file).map_err(why);
    };
    read.problems.extend(report.remarks);
    Ok(read)
}

/// The schema that the articles of a file bring.
fn of_articles(file: &File) -> Result<SchemaFile, ReadError> {
    let mut report = Report::default();
    let dataset = crate::format::read(file, &ReadOptions::default(), &mut report)?;
    let problems = report.losses.iter().map(Loss::message).collect();
    Ok(SchemaFile { schema: dataset.schema, has_rules: dataset.is_defined, problems })
}

/// A line that cannot be what it should be.
fn bad_line(file: &str, line: usize, cause: Message) -> Message {
    Message::SchemaBadLine { file: file.to_owned(), line: line as u64, cause: Box::new(cause) }
}

/// The number of the relation label called `name`, which is added if it is new.
fn relation<'s>(schema: &'s mut Schema, name: &str) -> &'s mut RelationLabel {
    let at = schema.relations.iter().position(|it| it.name == name).unwrap_or_else(|| {
        let id = schema.new_relation_id();
        let (from, to) = (Vec::new(), Vec::new());
        schema.relations.push(RelationLabel { id, name: name.to_owned(), from, to });
        schema.relations.len() - 1
    });
    &mut schema.relations[at]
}

/// Adds the document label called `name`, if it is new, to a group or, where that is empty, to none.
fn document_label(schema: &mut Schema, name: &str, group: &str) {
    if schema.document_labels.iter().all(|it| it.name != name) {
        let id = schema.new_document_label_id();
        schema.document_labels.push(DocumentLabel {
            id,
            name: name.to_owned(),
            group: group.to_owned(),
        });
    }
}

/// Adds the label called `name`, if it is new. Whether it was.
fn label(schema: &mut Schema, name: &str) -> bool {
    let is_new = schema.label_named(name).is_none();
    if is_new {
        let label = schema.new_label(name);
        schema.labels.push(label);
    }
    is_new
}

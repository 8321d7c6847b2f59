//! The labels of a spaCy pipeline.
//!
//! **What we read.** `meta.json` of a pipeline: the labels of what marks spans, and as document labels
//! those of what sorts texts; `labels/*.json` as `spacy init labels` writes it, a list of names.
//! **What is lost.** Labels of other parts (taggers, parsers), which are none of ours; each such part is
//! named. **Oddities.** `config.cfg` holds no labels: it is refused with where to find them.

use serde_json::Value;

use crate::format::schema::{SchemaFile, document_label, label};
use crate::message::Message;

/// How the names of parts begin that mark spans, and of those that sort texts.
const OF_SPANS: [&str; 6] =
    ["ner", "beam_ner", "entity", "spancat", "span_ruler", "future_entity_ruler"];
const OF_TEXTS: [&str; 1] = ["textcat"];

/// Whether a file that starts so is a training configuration.
pub(crate) fn is_config(start: &str) -> bool {
    start.starts_with('[') && start.lines().any(|it| it.trim() == "[nlp]")
}

/// Reads `text`, or gives nothing if it is of another kind.
pub(crate) fn read(file: &str, text: &str) -> Option<SchemaFile> {
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let mut read = SchemaFile::default();
    match serde_json::from_str(text).ok()? {
        Value::Array(names) => {
            let names: Option<Vec<&str>> = names.iter().map(Value::as_str).collect();
            for name in names?.into_iter().filter(|it| !it.is_empty()) {
                label(&mut read.schema, name);
            }
        }
        Value::Object(meta) => {
            let parts = meta.get("labels")?.as_object()?;
            for (part, labels) in parts {
                take(file, part, labels, &mut read);
            }
        }
        _ => return None,
    }
    Some(read)
}

/// Takes the labels of one part of the pipeline.
fn take(file: &str, part: &str, labels: &Value, read: &mut SchemaFile) {
    let names: Vec<&str> =
        labels.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let is_of = |parts: &[&str]| parts.iter().any(|it| part.starts_with(it));
    if is_of(&OF_SPANS) {
        for name in names {
            label(&mut read.schema, name);
        }
    } else if is_of(&OF_TEXTS) {
        for name in names {
            // One of its labels at a time, unless the part is called so.
            let group = if part.contains("multilabel") { "" } else { part };
            document_label(&mut read.schema, name, group);
        }
    } else if !names.is_empty() {
        let (file, part, count) = (file.to_owned(), part.to_owned(), names.len() as u64);
        read.problems.push(Message::SchemaPartLeftOut { file, part, count });
    }
}

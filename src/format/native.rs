//! Apostil's own project file: one JSON object that holds everything.
//!
//! **What it is.** `docs/apostil.schema.json` describes it (JSON Schema, draft 2020-12). Offsets
//! count Unicode code points, half open, and stand beside the words they quote.
//!
//! **What we read.** Version 1. A part that is not as it should be is left out and reported; the
//! rest is taken. A span whose quoted words are not in the text at its offsets is left out: a guess
//! where it might have moved would be worse than none.
//!
//! **What we write.** The same project, byte for byte the same file: fields in a fixed order, spans
//! by start, end and label, one a line, so that version control shows what was changed.
//!
//! **What is lost.** Nothing of a project but its history: undo does not reach back into a file.
//! Fields that we do not know are kept and written back, numbers beyond 64 bits as rounded.
//!
//! **Oddities.** A key that stands twice in one object counts once, the last time.

use crate::format::Likely;
use crate::format::dataset::Dataset;
use crate::format::report::Report;
use crate::format::unknown;

pub(crate) mod read;
pub(crate) mod schema;
pub(crate) mod track;
pub(crate) mod write;

/// What `format` says in every such file.
pub(crate) const MARK: &str = "apostil";

/// The version that is written, and the latest that is read.
pub const VERSION: u64 = 1;

/// A file that says so at its beginning.
pub(crate) fn sniff(bytes: &[u8], _: &str) -> Likely {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let is_ours =
        start.starts_with('{') && start.contains("\"format\"") && start.contains("\"apostil\"");
    if is_ours { Likely::Yes } else { Likely::No }
}

/// Takes out kept fields that have no place here.
pub(crate) fn fit(dataset: &mut Dataset, report: &mut Report) {
    let places = unknown::Places {
        record: fields::DOCUMENT,
        span: fields::SPAN,
        work: Some((fields::TRACK, fields::RELATION)),
    };
    unknown::fit(dataset, &places, report);
}

/// Field names at each place: what is not here is not ours.
pub(crate) mod fields {
    pub(crate) const PROJECT: &[&str] = &[
        "format",
        "version",
        "name",
        "labels",
        "relation_labels",
        "attributes",
        "document_labels",
        "anchoring",
        "overlap",
        "guidelines",
        "name_lists",
        "trial",
        "authors",
        "documents",
    ];
    pub(crate) const LABEL: &[&str] =
        &["name", "color", "key", "description", "parent", "hidden", "suggested_as"];
    pub(crate) const RELATION_LABEL: &[&str] = &["name", "from", "to"];
    pub(crate) const ATTRIBUTE: &[&str] = &["name", "kind", "choices", "labels"];
    pub(crate) const NAME_LIST: &[&str] = &["name", "names"];
    pub(crate) const DOCUMENT_LABEL: &[&str] = &["name", "group"];
    pub(crate) const AUTHOR: &[&str] = &["id", "name", "kind"];
    pub(crate) const DOCUMENT: &[&str] =
        &["id", "name", "language", "text", "sha256", "meta", "tracks", "suggestions"];
    pub(crate) const TRACK: &[&str] =
        &["author", "status", "labels", "reviewed", "spans", "relations", "decisions"];
    pub(crate) const SPAN: &[&str] =
        &["id", "start", "end", "pieces", "text", "label", "attributes", "note", "link", "origin"];
    pub(crate) const RELATION: &[&str] = &["id", "from", "to", "label", "attributes", "origin"];
    pub(crate) const DECISION: &[&str] =
        &["start", "end", "text", "label", "verdict", "span", "score", "source", "at"];
    pub(crate) const ORIGIN: &[&str] = &["imported", "accepted", "adjudicated"];
    pub(crate) const ACCEPTED: &[&str] = &["source", "score"];
    pub(crate) const SOURCE: &[&str] = &["name", "version", "fingerprint"];
    pub(crate) const SUGGESTION: &[&str] = &["start", "end", "text", "label", "score", "source"];
}

//! JSON of other programs: a list of records, or one record.
//!
//! **What it is.** `[{…}, {…}]`; or an object that holds such a list; or one object that is an
//! article. **What we read.** Each record on its own: one that is broken is reported with the line
//! where it begins, the others are taken. A list of texts is a list of articles. Which field holds
//! the text is told by its name, or asked. All other fields are kept as meta. **What we write.**
//! Nothing: see JSON Lines. **What is lost.** Numbers beyond 64 bits are rounded. **Oddities.** Of an
//! object with several lists the longest is taken.

use serde_json::Value;

use crate::format::dataset::Dataset;
use crate::format::error::ReadError;
use crate::format::field;
use crate::format::json::{At, Expected, Object};
use crate::format::json_scan;
use crate::format::record::{self, Row};
use crate::format::report::Report;
use crate::format::unknown;
use crate::format::{Content, Likely};

/// JSON says so by its name, or by how it begins.
pub(crate) fn sniff(bytes: &[u8], name: &str) -> Likely {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let is_named = name.to_lowercase().ends_with(".json");
    let rest = start.get(1..).unwrap_or_default().trim_start();
    let is_json = start.starts_with('{') && rest.starts_with('"')
        || start.starts_with('[') && rest.starts_with(['{', '"']);
    if is_named || is_json { Likely::Probably } else { Likely::No }
}

/// Reads all records.
pub(crate) fn read(content: &Content<'_>, report: &mut Report) -> Result<Dataset, ReadError> {
    let mut dataset = Dataset::default();
    let rows = if content.text.trim_start().starts_with('[') {
        let items = json_scan::items(content.text).into_iter();
        items.map(|(line, item)| Row { line, found: record_of(item) }).collect()
    } else {
        json_scan::no_field_twice(content.text)?;
        let records = inside(serde_json::from_str(content.text)?, content.field, &mut dataset);
        records.into_iter().map(|found| Row { line: 1, found }).collect()
    };
    dataset.articles = record::articles(rows, content, report)?;
    Ok(dataset)
}

/// The records in a value that is no list.
fn inside(
    value: Value,
    field: Option<&str>,
    dataset: &mut Dataset,
) -> Vec<Result<Object, ReadError>> {
    let Value::Object(mut whole) = value else { return Vec::new() };
    let n_objects = |value: &Value| {
        let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
        list.iter().filter(|it| it.is_object()).count()
    };
    let is_article = field::choose(std::iter::once(&whole), field).is_ok();
    let longest = whole.iter().max_by_key(|(_, it)| n_objects(it));
    let longest = longest.filter(|it| !is_article && n_objects(it.1) > 0).map(|it| it.0.clone());
    match longest.and_then(|name| whole.remove(&name)) {
        Some(Value::Array(list)) => {
            unknown::keep(&whole, &[], "", &mut dataset.meta);
            list.into_iter().map(as_record).collect()
        }
        _ => vec![Ok(whole)],
    }
}

fn record_of(item: &str) -> Result<Object, ReadError> {
    json_scan::no_field_twice(item)?;
    as_record(serde_json::from_str(item)?)
}

/// An object as it is, and a text as an object with nothing else.
fn as_record(value: Value) -> Result<Object, ReadError> {
    match value {
        Value::Object(record) => Ok(record),
        Value::String(text) => {
            Ok(std::iter::once(("text".to_owned(), Value::from(text))).collect())
        }
        _ => Err(At::WHOLE.needs(Expected::Object).into()),
    }
}

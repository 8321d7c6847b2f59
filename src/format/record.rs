//! A record of another program: named fields, one of which is the text of an article.
//!
//! All fields but the text and the id are kept as meta under their own names, so nothing of a record
//! is lost; title and language are looked for among them. Tables and lists of objects are read so.

use serde_json::Value;

use crate::format::Content;
use crate::format::dataset::Article;
use crate::format::error::ReadError;
use crate::format::field::{self, NoField};
use crate::format::json::{At, Expected, Object};
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::format::unknown;
use crate::model::id::DocumentId;
use crate::text::{MAX_TEXT_BYTES, Text};

/// A record, or why there is none.
pub(crate) struct Row {
    /// The line where it begins, counted from 1.
    pub(crate) line: usize,
    pub(crate) found: Result<Object, ReadError>,
}

/// Makes an article of each row. Those that are broken are left out and reported; when all are, the
/// first says why.
pub(crate) fn articles(
    rows: Vec<Row>,
    content: &Content<'_>,
    report: &mut Report,
) -> Result<Vec<Article>, ReadError> {
    let records = rows.iter().filter_map(|it| it.found.as_ref().ok());
    let field = match field::choose(records, content.field) {
        Err(NoField::Several(question)) => return Err(ReadError::Asks(question)),
        // Then each record is told why it is left out.
        Err(NoField::None) => "text".to_owned(),
        Ok(field) => field,
    };
    let mut articles = Vec::new();
    let (mut first_error, n_losses) = (None, report.losses.len());
    let n_rows = rows.len();
    for (Row { line, found }, n) in rows.into_iter().zip(1..) {
        let (file, place) = (content.name, format!("{}:{line}", content.name));
        let name = if n_rows == 1 { file.to_owned() } else { format!("{file}:{n}") };
        match found.and_then(|it| article(it, &field, &name)) {
            Ok(article) => articles.push(article),
            Err(why) => {
                report.left_out(Thing::Articles, why.of_part(&place));
                first_error.get_or_insert(why.at_line(line));
            }
        }
    }
    if articles.is_empty() {
        report.losses.truncate(n_losses);
        return Err(first_error.unwrap_or(ReadError::NothingInside));
    }
    Ok(articles)
}

/// Makes an article of `record`, called as its title, its id, or else `other_name`.
fn article(mut record: Object, text_field: &str, other_name: &str) -> Result<Article, ReadError> {
    let missing = || At::WHOLE.field(text_field).needs(Expected::Text);
    let words = match record.remove(text_field) {
        Some(Value::String(words)) if !words.trim().is_empty() => words,
        _ => return Err(missing().into()),
    };
    let text = Text::new(words)
        .map_err(|long| ReadError::TooLong { bytes: long.bytes, limit: MAX_TEXT_BYTES })?;
    let id = record.get("id").and_then(id);
    if id.is_some() {
        record.remove("id");
    }
    let name = field::named(&record, field::TITLE).or(id.as_ref().map(DocumentId::as_str));
    let mut article = Article::new(name.unwrap_or(other_name), text);
    article.language = field::language(&record);
    article.id = id;
    unknown::keep_plain(&record, &mut article.meta);
    Ok(article)
}

/// An id: a number is taken as it is written.
fn id(value: &Value) -> Option<DocumentId> {
    match value {
        Value::String(id) => DocumentId::new(id),
        Value::Number(n) => DocumentId::new(&n.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_the_text_is_kept() {
        let record = json!({
            "id": 7, "Titular": "Garza", "idioma": "es", "cuerpo": " Una garza.\n", "/odd": null,
            "spans": "none", "tags": ["a", {"b": 1.5}], "meta": {"deep": true}
        });
        let article = article(record.as_object().unwrap().clone(), "cuerpo", "a.json:3").unwrap();
        assert_eq!(article.text.as_str(), " Una garza.\n");
        assert_eq!(article.name, "Garza");
        assert_eq!(article.id.as_ref().map(DocumentId::as_str), Some("7"));
        assert_eq!(article.language.as_deref(), Some("es"));
        let mut back = Value::from(unknown::plain(&article.meta));
        back["id"] = 7.into();
        back["cuerpo"] = " Una garza.\n".into();
        assert_eq!(back, record);
    }

    #[test]
    fn a_record_without_words_is_none() {
        let record = json!({"text": "  ", "id": "a"});
        let found = article(record.as_object().unwrap().clone(), "text", "a.csv:2");
        assert!(matches!(found, Err(ReadError::WrongShape(_))), "{found:?}");
    }
}

//! Reading a project file.

use serde_json::Value;

use crate::format::Content;
use crate::format::dataset::{Article, Dataset};
use crate::format::error::ReadError;
use crate::format::json::{self, At, Expected, Object, Shape};
use crate::format::names::Names;
use crate::format::native::schema;
use crate::format::native::track::Reader;
use crate::format::native::{MARK, VERSION, fields};
use crate::format::report::Report;
use crate::format::span;
use crate::format::thing::Thing;
use crate::format::unknown;
use crate::message::Message;
use crate::model::document::Meta;
use crate::model::id::{AuthorId, DocumentId};
use crate::model::project::{Author, AuthorKind};
use crate::model::track::Track;
use crate::text::{MAX_TEXT_BYTES, Text};

/// Author kinds as files call them.
pub(crate) const KINDS: [(&str, AuthorKind); 4] = [
    ("person", AuthorKind::Person),
    ("source", AuthorKind::Source),
    ("model", AuthorKind::Model),
    ("gold", AuthorKind::Gold),
];

/// Reads a whole project file.
pub(crate) fn read(content: &Content<'_>, report: &mut Report) -> Result<Dataset, ReadError> {
    let value: Value = serde_json::from_str(content.text)?;
    let at = At::WHOLE;
    let project = json::object(&value, &at)?;
    check_version(project, &at)?;
    let mut meta = Meta::new();
    let schema = schema::read(project, &at, &mut meta)?;
    let mut dataset = Dataset {
        name: json::maybe_text(project, "name", &at)?.unwrap_or_default().to_owned(),
        is_defined: true,
        ..Dataset::default()
    };
    read_authors(project, &mut dataset, &at, &mut meta)?;
    unknown::keep(project, fields::PROJECT, "", &mut meta);
    dataset.meta = meta;
    let mut names = Names::of(schema);
    for (n, value) in json::maybe_list(project, "documents", &at)?.iter().enumerate() {
        let at = at.field("documents");
        match read_article(value, content.name, &mut names, report, &at.item(n)) {
            Ok(article) => dataset.articles.push(article),
            Err(why) => report.left_out(Thing::Articles, why),
        }
    }
    dataset.schema = names.into_schema();
    Ok(dataset)
}

fn check_version(project: &Object, at: &At<'_>) -> Result<(), ReadError> {
    if json::text(project, "format", at)? != MARK {
        return Err(at.field("format").needs(Expected::Known).into());
    }
    match project.get("version").and_then(Value::as_u64) {
        Some(0) | None => Err(at.field("version").needs(Expected::Number).into()),
        Some(found) if found > VERSION => Err(ReadError::Newer { found, known: VERSION }),
        Some(_) => Ok(()),
    }
}

fn read_authors(
    project: &Object,
    dataset: &mut Dataset,
    at: &At<'_>,
    meta: &mut Meta,
) -> Result<(), Shape> {
    for (n, value) in json::maybe_list(project, "authors", at)?.iter().enumerate() {
        let at = at.field("authors");
        let at = at.item(n);
        let object = json::object(value, &at)?;
        let id = AuthorId::parse(json::text(object, "id", &at)?);
        let id = id.ok_or_else(|| at.field("id").needs(Expected::Id))?;
        let name = json::maybe_text(object, "name", &at)?.unwrap_or_default().to_owned();
        let kind = match json::maybe_text(object, "kind", &at)? {
            None => AuthorKind::Person,
            Some(word) => {
                let kind = KINDS.iter().find(|it| it.0 == word).map(|it| it.1);
                kind.ok_or_else(|| at.field("kind").needs(Expected::Known))?
            }
        };
        unknown::keep(object, fields::AUTHOR, &schema::place("authors", &id.to_string()), meta);
        dataset.authors.insert(id, Author { name, kind });
    }
    Ok(())
}

/// Reads one article, or says why it was left out.
fn read_article(
    value: &Value,
    file: &str,
    names: &mut Names,
    report: &mut Report,
    at: &At<'_>,
) -> Result<Article, Message> {
    let why = |shape: Shape| span::left_out(file, shape);
    let object = json::object(value, at).map_err(why)?;
    let content = json::text(object, "text", at).map_err(why)?;
    let text = Text::new(content).map_err(|long| {
        ReadError::TooLong { bytes: long.bytes, limit: MAX_TEXT_BYTES }.message(file)
    })?;
    let mut article = read_header(object, text, fields::DOCUMENT, at).map_err(why)?;
    let hash = json::maybe_text(object, "sha256", at).map_err(why)?;
    if hash.is_some_and(|it| it != article.text.hash().to_string()) {
        let (file, article) = (file.to_owned(), article.name.clone());
        report.remark(Message::TextChanged { file, article });
    }
    let mut meta = std::mem::take(&mut article.meta);
    let text = article.text.clone();
    let mut reader = Reader { file, names, report, text: &text, meta: &mut meta };
    for (n, value) in json::maybe_list(object, "tracks", at).map_err(why)?.iter().enumerate() {
        let at = at.field("tracks");
        let at = at.item(n);
        match reader.track(value, &at) {
            Ok((author, _)) if article.tracks.contains_key(&author) => {
                let shape = at.field("author").needs(Expected::Id);
                reader.report.left_out(Thing::Tracks, span::left_out(file, shape));
            }
            Ok((author, track)) => drop(article.tracks.insert(author, track)),
            Err(shape) => reader.report.left_out(Thing::Tracks, span::left_out(file, shape)),
        }
    }
    let list = json::maybe_list(object, "suggestions", at).map_err(why)?;
    for (n, value) in list.iter().enumerate() {
        let at = at.field("suggestions");
        match reader.suggestion(value, &at.item(n)) {
            Ok(suggested) => article.suggestions.push(suggested),
            Err(why) => reader.report.left_out(Thing::Suggestions, why.message(file)),
        }
    }
    article.tracks.retain(|_, track| *track != Track::default());
    article.sort_suggestions();
    article.meta = meta;
    Ok(article)
}

/// Reads an article without the work on it. Fields that are not `known` are kept.
pub(crate) fn read_header(
    object: &Object,
    text: Text,
    known: &[&str],
    at: &At<'_>,
) -> Result<Article, Shape> {
    let id = match json::maybe_text(object, "id", at)? {
        None => None,
        Some(id) => Some(DocumentId::new(id).ok_or_else(|| at.field("id").needs(Expected::Text))?),
    };
    let name = json::maybe_text(object, "name", at)?.map(str::to_owned);
    let name = name.or_else(|| id.as_ref().map(ToString::to_string)).unwrap_or_default();
    let mut article = Article::new(name, text);
    article.id = id;
    article.language = json::maybe_text(object, "language", at)?.map(str::to_owned);
    if let Some(fields) = object.get("meta").filter(|it| !it.is_null()) {
        unknown::keep_plain(json::object(fields, &at.field("meta"))?, &mut article.meta);
    }
    unknown::keep(object, known, "", &mut article.meta);
    Ok(article)
}

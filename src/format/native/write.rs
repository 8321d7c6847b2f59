//! Writing a project file: one thing a line, in a fixed order.

use serde_json::Value;

use crate::format::File;
use crate::format::dataset::{Article, Dataset};
use crate::format::json::{self, Object};
use crate::format::native::read::KINDS;
use crate::format::native::schema;
use crate::format::native::track;
use crate::format::native::{MARK, VERSION};
use crate::format::span;
use crate::format::unknown;
use crate::model::annotation::Annotation;
use crate::model::id::{AnnotationId, AuthorId, LabelId};
use crate::model::project::Author;
use crate::model::schema::{RelationLabel, Schema};
use crate::model::track::{Status, Track};
use crate::order::sort_by;

/// Writes a whole dataset to one file.
pub(crate) fn write(dataset: &Dataset) -> Vec<File> {
    let mut out = Layout::default();
    out.open('{');
    out.field("format", &MARK.into());
    out.field("version", &VERSION.into());
    out.field("name", &dataset.name.as_str().into());
    let (of, meta) = (&dataset.schema, &dataset.meta);
    out.list("labels", schema::write_labels(of, meta));
    out.list("relation_labels", schema::write_relation_labels(of, meta));
    out.list("attributes", schema::write_attributes(of, meta));
    out.list("document_labels", schema::write_document_labels(of, meta));
    for (name, value) in schema::rules(of) {
        out.field(name, &value);
    }
    if !of.name_lists.is_empty() {
        out.list("name_lists", schema::write_name_lists(of, meta));
    }
    if let Some(seed) = of.trial {
        out.field("trial", &seed.into());
    }
    out.list("authors", write_authors(dataset));
    let mut rest = Object::new();
    unknown::put_back(&mut rest, "", meta);
    for (name, value) in &rest {
        out.field(name, value);
    }
    out.key("documents");
    out.open('[');
    for article in &dataset.articles {
        write_article(&mut out, of, article);
    }
    out.close(']');
    out.close('}');
    let stem = if dataset.name.is_empty() { MARK } else { &dataset.name };
    vec![File { name: format!("{stem}.json"), bytes: out.finish() }]
}

fn write_authors(dataset: &Dataset) -> Vec<Value> {
    let author = |(id, it): (&AuthorId, &Author)| {
        let mut object = Object::new();
        object.insert("id".into(), id.to_string().into());
        object.insert("name".into(), it.name.as_str().into());
        let kind = KINDS.iter().find(|kind| kind.1 == it.kind).map_or("", |kind| kind.0);
        object.insert("kind".into(), kind.into());
        let place = schema::place("authors", &id.to_string());
        unknown::put_back(&mut object, &place, &dataset.meta);
        Value::Object(object)
    };
    dataset.authors.iter().map(author).collect()
}

fn write_article(out: &mut Layout, schema: &Schema, article: &Article) {
    out.item();
    out.open('{');
    if let Some(id) = &article.id {
        out.field("id", &id.as_str().into());
    }
    out.field("name", &article.name.as_str().into());
    if let Some(language) = &article.language {
        out.field("language", &language.as_str().into());
    }
    out.field("text", &article.text.as_str().into());
    out.field("sha256", &article.text.hash().to_string().into());
    let plain = unknown::plain(&article.meta);
    if !plain.is_empty() {
        out.field("meta", &Value::Object(plain));
    }
    let mut rest = Object::new();
    unknown::put_back(&mut rest, "", &article.meta);
    for (name, value) in &rest {
        out.field(name, value);
    }
    out.key("tracks");
    out.open('[');
    for (author, track) in &article.tracks {
        write_track(out, schema, article, *author, track);
    }
    out.close(']');
    let suggestions = article.suggestions.iter();
    let suggestions: Vec<Value> = suggestions
        .map(|it| track::write_suggestion(it, label_name(schema, it.label), &article.text))
        .collect();
    if !suggestions.is_empty() {
        out.list("suggestions", suggestions);
    }
    out.close('}');
}

fn write_track(out: &mut Layout, schema: &Schema, article: &Article, author: AuthorId, it: &Track) {
    let (text, meta) = (&article.text, &article.meta);
    out.item();
    out.open('{');
    out.field("author", &author.to_string().into());
    let status = match it.status {
        Status::Open => "open",
        Status::Done => "done",
    };
    out.field("status", &status.into());
    let labels = it.labels.iter().filter_map(|id| schema.document_label(*id));
    out.field("labels", &labels.map(|it| it.name.as_str()).collect());
    out.field("reviewed", &it.reviewed.iter().map(|range| span::pair(text, range)).collect());
    let spans = in_file_order(it, schema).into_iter();
    let spans = spans
        .map(|(id, it)| track::write_span(id, it, label_name(schema, it.label), text, meta))
        .collect();
    out.list("spans", spans);
    let relation_name = |id| schema.relation(id).map_or("", |it: &RelationLabel| it.name.as_str());
    let relations = it.relations.iter();
    let relations = relations
        .map(|(id, it)| track::write_relation(*id, it, relation_name(it.label), meta))
        .collect();
    out.list("relations", relations);
    let decisions = it.decisions.iter();
    let decisions = decisions
        .map(|(key, it)| track::write_decision(*key, it, label_name(schema, key.label), text))
        .collect();
    out.list("decisions", decisions);
    let mut rest = Object::new();
    unknown::put_back(&mut rest, &format!("/tracks/{author}"), meta);
    for (name, value) in &rest {
        out.field(name, value);
    }
    out.close('}');
}

/// The name of a label, which a dataset always has.
pub(crate) fn label_name(schema: &Schema, id: LabelId) -> &str {
    schema.labels.get(usize::from(id.0).wrapping_sub(1)).map_or("", |it| it.name.as_str())
}

/// The marks by start, end, label name and id.
pub(crate) fn in_file_order<'a>(
    track: &'a Track,
    schema: &Schema,
) -> Vec<(AnnotationId, &'a Annotation)> {
    let key = |(id, it): &(AnnotationId, &Annotation)| {
        (it.extent.start(), it.extent.end(), label_name(schema, it.label), *id)
    };
    let mut all: Vec<_> = track.annotations.iter().map(|(id, it)| (*id, it)).collect();
    sort_by(&mut all, |one, other| key(one).cmp(&key(other)));
    all
}

/// JSON with one thing a line, two blanks deeper for each level that is laid out.
#[derive(Default)]
struct Layout {
    out: String,
    depth: usize,
    /// Whether something stands before on this level.
    has_sibling: bool,
}

impl Layout {
    fn new_line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    /// Begins an item of a list.
    fn item(&mut self) {
        if self.has_sibling {
            self.out.push(',');
        }
        if self.depth > 0 {
            self.new_line();
        }
        self.has_sibling = true;
    }

    fn key(&mut self, name: &str) {
        self.item();
        self.out.push_str(&json::quoted(name));
        self.out.push_str(": ");
    }

    fn field(&mut self, name: &str, value: &Value) {
        self.key(name);
        self.out.push_str(&json::line(value));
    }

    /// A list with one item a line.
    fn list(&mut self, name: &str, items: Vec<Value>) {
        self.key(name);
        self.open('[');
        for item in items {
            self.item();
            self.out.push_str(&json::line(&item));
        }
        self.close(']');
    }

    fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.depth += 1;
        self.has_sibling = false;
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if self.has_sibling {
            self.new_line();
        }
        self.out.push(bracket);
        self.has_sibling = true;
    }

    fn finish(mut self) -> Vec<u8> {
        self.out.push('\n');
        self.out.into_bytes()
    }
}

//! Which field of a record is what: the text, and the title, language and id beside it.
//!
//! A field is known by the names that people give it, in English and Spanish. Where none of them
//! holds a text, the only field of words is taken; where there are several, the person is asked: a
//! wrong guess would be a project full of addresses.
//!
//! Limits: fields inside fields are not looked at.

use std::collections::BTreeMap;

use crate::format::json::Object;
use crate::model::document::Meta;
use crate::order::sort_by_key;

/// Names of the field that holds the text, the likeliest first.
const TEXT: &[&str] = &[
    "text",
    "content",
    "body",
    "article",
    "texto",
    "contenido",
    "cuerpo",
    "articulo",
    "artículo",
    "article_text",
    "full_text",
    "fulltext",
    "raw_text",
    "articlebody",
    "story",
    "noticia",
];

/// Names of the field that holds the title.
pub(crate) const TITLE: &[&str] = &["title", "headline", "titulo", "título", "titular", "name"];

/// Names of the field that holds the language.
pub(crate) const LANGUAGE: &[&str] = &["language", "lang", "idioma", "lengua"];

/// The most records that are looked at.
pub(crate) const MOST_ROWS: usize = 1_000;

/// The most fields that a person is asked about.
const MOST_FIELDS: usize = 40;

/// How much of a text is shown as a sample, in characters.
const SAMPLE: usize = 120;

/// A file whose text may be in several fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The fields that hold words, those with the longest first.
    pub fields: Vec<Candidate>,
}

/// A field that may hold the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What it is called.
    pub name: String,
    /// How its first words begin.
    pub sample: String,
    /// How many records have it, of the first thousand.
    pub n_rows: usize,
    /// How many bytes it has in all of them.
    n_bytes: usize,
}

impl Question {
    /// The names of the fields.
    pub fn names(&self) -> Vec<&str> {
        self.fields.iter().map(|it| it.name.as_str()).collect()
    }
}

/// Why no field was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoField {
    /// No record has words.
    None,
    /// Several have.
    Several(Question),
}

/// The field that holds the text of `rows`: the one that was `chosen`, if any record has it.
pub(crate) fn choose<'r>(
    rows: impl Iterator<Item = &'r Object>,
    chosen: Option<&str>,
) -> Result<String, NoField> {
    let fields = candidates(rows);
    if let Some(chosen) = chosen {
        let found = fields.iter().find(|it| it.name == chosen);
        let found = found.map(|it| it.name.clone());
        return found.ok_or_else(|| several(fields));
    }
    let place = |field: &Candidate| TEXT.iter().position(|it| *it == plain(&field.name));
    let known = fields.iter().filter_map(|it| Some((place(it)?, it)));
    match (known.min_by_key(|it| it.0), fields.as_slice()) {
        (Some((_, found)), _) | (None, [found]) => Ok(found.name.clone()),
        _ => Err(several(fields)),
    }
}

/// The value of the first field of `object` that has one of `names` and holds words.
pub(crate) fn named<'o>(object: &'o Object, names: &[&str]) -> Option<&'o str> {
    let value = |name: &&str| {
        let found = object.iter().find(|(field, _)| plain(field) == *name)?.1.as_str()?.trim();
        (!found.is_empty()).then_some(found)
    };
    names.iter().find_map(value)
}

/// The language of a record, as a BCP 47 tag.
pub(crate) fn language(object: &Object) -> Option<String> {
    let said = named(object, LANGUAGE)?;
    let first = said.split(['-', '_']).next().unwrap_or_default();
    let is_tag = (2..=3).contains(&first.len()) && said.len() <= 35;
    if is_tag && said.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_')) {
        return Some(said.replace('_', "-"));
    }
    let tag = match plain(said).as_str() {
        "english" | "inglés" | "ingles" => "en",
        "spanish" | "español" | "espanol" | "castellano" => "es",
        _ => return None,
    };
    Some(tag.to_owned())
}

/// Whether a field of the record called one of `names` is kept in `meta`.
pub(crate) fn is_in(meta: &Meta, names: &[&str]) -> bool {
    let is_named =
        |key: &String| key.strip_prefix('/').is_some_and(|it| names.contains(&plain(it).as_str()));
    meta.keys().any(is_named)
}

/// A field's name as it is compared.
fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

fn several(mut fields: Vec<Candidate>) -> NoField {
    if fields.is_empty() {
        return NoField::None;
    }
    sort_by_key(&mut fields, |it| std::cmp::Reverse(it.n_bytes));
    fields.truncate(MOST_FIELDS);
    NoField::Several(Question { fields })
}

/// The fields that hold words in any of `rows`, in the order in which they come.
fn candidates<'r>(rows: impl Iterator<Item = &'r Object>) -> Vec<Candidate> {
    let mut fields: Vec<Candidate> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows.take(MOST_ROWS) {
        for (name, value) in row {
            let Some(words) = value.as_str().filter(|it| !it.trim().is_empty()) else { continue };
            let place = *places.entry(name).or_insert(fields.len());
            if let Some(field) = fields.get_mut(place) {
                field.n_rows += 1;
                field.n_bytes += words.len();
                continue;
            }
            let sample = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let sample = sample.chars().take(SAMPLE).collect();
            let (name, n_bytes) = (name.clone(), words.len());
            fields.push(Candidate { name, sample, n_rows: 1, n_bytes });
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn chosen(rows: &Value, wanted: Option<&str>) -> Result<String, NoField> {
        choose(rows.as_array().unwrap().iter().filter_map(Value::as_object), wanted)
    }

    #[test]
    fn names_that_people_give_are_known() {
        let rows = json!([{"title": "Heron", "Cuerpo ": "It stood.", "url": "x"}]);
        assert_eq!(chosen(&rows, None), Ok("Cuerpo ".into()));
        let rows = json!([{"content": "c", "text": "t"}]);
        assert_eq!(chosen(&rows, None), Ok("text".into()));
        assert_eq!(chosen(&rows, Some("content")), Ok("content".into()));
        assert_eq!(chosen(&json!([{"n": 1, "remark": "Only words."}]), None), Ok("remark".into()));
    }

    #[test]
    fn where_it_is_not_plain_the_person_is_asked() {
        let rows =
            json!([{"a": "one", "b": "  A much  longer\ntext ", "c": 3}, {"b": "two", "d": ""}]);
        let Err(NoField::Several(question)) = chosen(&rows, None) else { panic!("not plain") };
        assert_eq!(question.names(), ["b", "a"]);
        assert_eq!(question.fields[0].sample, "A much longer text");
        assert_eq!(question.fields[0].n_rows, 2);
        assert_eq!(chosen(&rows, Some("z")), Err(NoField::Several(question)));
        assert_eq!(chosen(&json!([{"c": 3}]), None), Err(NoField::None));
    }

    #[test]
    fn titles_and_languages_are_known() {
        let row = json!({"Headline": " Ibis ", "idioma": "es", "name": ""});
        let row = row.as_object().unwrap();
        assert_eq!(named(row, TITLE), Some("Ibis"));
        assert_eq!(named(row, LANGUAGE), Some("es"));
        assert_eq!(named(row, &["url"]), None);
        assert_eq!(language(row).as_deref(), Some("es"));
        for (said, tag) in [("pt_BR", Some("pt-BR")), ("Spanish", Some("es")), ("mixed", None)] {
            let row = json!({"lang": said});
            assert_eq!(language(row.as_object().unwrap()).as_deref(), tag, "{said}");
        }
    }
}

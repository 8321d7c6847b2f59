//! What is known of an article beside its words: where it appeared, and when.
//!
//! Files say it in fields of many names; here the usual ones, in English and Spanish, are looked for
//! among the fields that came with the article. Nothing is changed by it: the fields stay as they
//! are, and are written back.

use crate::model::document::{Header, Meta};

/// Names of the field that holds the title, the likeliest first.
const TITLE: &[&str] = &["title", "headline", "titulo", "título", "titular"];

/// Names of the field that says where the article appeared.
const SOURCE: &[&str] = &[
    "source",
    "fuente",
    "site_name",
    "og:site_name",
    "publisher",
    "publication",
    "medio",
    "newspaper",
    "periodico",
    "periódico",
    "site",
    "sitio",
    "url",
    "link",
    "enlace",
];

/// Names of the field that says when.
const DATE: &[&str] = &[
    "date",
    "fecha",
    "published",
    "publicado",
    "published_time",
    "article:published_time",
    "publish_date",
    "published_at",
    "date_published",
    "datepublished",
    "pubdate",
    "created",
];

/// What is known of an article, where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What its makers called it.
    pub title: Option<String>,
    /// Where it appeared: a name, or an address.
    pub source: Option<String>,
    /// When: as the file says it.
    pub date: Option<String>,
}

/// What is known of the article with this header.
pub fn about(header: &Header) -> About {
    let field = |names| find(&header.meta, names);
    About { title: field(TITLE), source: field(SOURCE), date: field(DATE) }
}

/// Year, month and day of a date written as ISO 8601 has it, whatever stands behind.
pub fn day(date: &str) -> Option<(u32, u32, u32)> {
    let day = date.get(..10).filter(|_| !date[10..].starts_with(|it: char| it.is_ascii_digit()))?;
    let mut parts = day.split('-');
    let mut number = |n_digits: usize| {
        let part = parts.next().filter(|it| it.len() == n_digits)?;
        part.bytes().all(|it| it.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

/// The words of the first field that has one of `names`.
fn find(meta: &Meta, names: &[&str]) -> Option<String> {
    let value = |name: &&str| {
        // A field of the record itself stands under its place there.
        let is_it = |key: &str| key.strip_prefix('/').unwrap_or(key).to_lowercase() == *name;
        let value = meta.iter().find(|(key, _)| is_it(key))?.1;
        let words = serde_json::from_str::<String>(value).ok()?;
        let words = words.trim();
        (!words.is_empty()).then(|| words.to_owned())
    };
    names.iter().find_map(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::DocumentId;
    use crate::text::Text;

    fn header(fields: &[(&str, &str)]) -> Header {
        let meta = fields.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
        Header {
            id: DocumentId::new("1").unwrap(),
            name: "1".into(),
            text: Text::new("words").unwrap().hash(),
            language: None,
            meta,
        }
    }

    #[test]
    fn usual_names_are_found_wherever_they_stand() {
        let found = about(&header(&[
            ("source", "\"The Ledger\""),
            ("/Fecha", "\"2026-05-19\""),
            ("/titulo", "\" Dos orillas \""),
            ("/url", "\"https://example.org\""),
        ]));
        assert_eq!(found.title.as_deref(), Some("Dos orillas"));
        assert_eq!(found.source.as_deref(), Some("The Ledger"));
        assert_eq!(found.date.as_deref(), Some("2026-05-19"));
    }

    #[test]
    fn what_holds_no_words_is_not_taken() {
        let fields = [("source", "{\"name\": \"x\"}"), ("date", "\"  \""), ("title", "7")];
        assert_eq!(about(&header(&fields)), About::default());
    }

    #[test]
    fn days_are_read_and_nothing_else() {
        for date in ["2026-05-19", "2026-05-19T08:00:00Z", "2026-05-19 08:00"] {
            assert_eq!(day(date), Some((2026, 5, 19)), "{date}");
        }
        for date in ["", "19 May 2026", "2026-5-19", "2026-13-01", "2026-00-10", "2026-05-191"] {
            assert_eq!(day(date), None, "{date}");
        }
        assert_eq!(day("2026-05-ñ9"), None);
    }
}

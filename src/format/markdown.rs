//! Markdown: the words as they are written, markup included.
//!
//! **What it is.** `CommonMark`, with or without front matter: lines `key: value` between two lines
//! `---` at the beginning. **What we read.** One file is one article; not a byte is changed, so the
//! front matter stays in the text too, and marks stand where they would stand in the file. Its fields
//! become meta besides; the title is that of the front matter, or else the first heading.
//! **What we write.** Nothing: plain text holds the same words. **What is lost.** Nothing.
//!
//! **Oddities.** Of the front matter only plain fields are understood; lists and fields inside fields
//! stay in the text alone.

use serde_json::Value;

use crate::format::dataset::{Article, Dataset};
use crate::format::error::ReadError;
use crate::format::field;
use crate::format::json::Object;
use crate::format::report::Report;
use crate::format::unknown;
use crate::format::{Content, Likely};
use crate::text::{MAX_TEXT_BYTES, Text};

/// What stands before and behind front matter.
const FENCE: &str = "---";

/// Markdown says it by its name.
pub(crate) fn sniff(_: &[u8], name: &str) -> Likely {
    let name = name.to_lowercase();
    let is_named = [".md", ".markdown"].iter().any(|it| name.ends_with(it));
    if is_named { Likely::Yes } else { Likely::No }
}

/// Reads one article.
pub(crate) fn read(content: &Content<'_>, _: &mut Report) -> Result<Dataset, ReadError> {
    let text = Text::new(content.text)
        .map_err(|long| ReadError::TooLong { bytes: long.bytes, limit: MAX_TEXT_BYTES })?;
    let (fields, body) = front_matter(content.text);
    let title = field::named(&fields, field::TITLE).or_else(|| heading(body));
    let mut article = Article::new(title.unwrap_or(content.name), text);
    article.language = field::language(&fields);
    unknown::keep_plain(&fields, &mut article.meta);
    Ok(Dataset { articles: vec![article], ..Dataset::default() })
}

/// The fields of the front matter, if there is any, and what stands behind it.
fn front_matter(text: &str) -> (Object, &str) {
    let none = || (Object::new(), text);
    let mut lines = text.split_inclusive('\n');
    if lines.next().is_none_or(|it| it.trim_end() != FENCE) {
        return none();
    }
    let mut fields = Object::new();
    while let Some(line) = lines.next() {
        if line.trim_end() == FENCE {
            let rest: usize = lines.map(str::len).sum();
            return (fields, &text[text.len() - rest..]);
        }
        fields.extend(field_of(line));
    }
    none()
}

/// `key: value`, without quotes around the value.
fn field_of(line: &str) -> Option<(String, Value)> {
    let (key, value) = line.split_once(':')?;
    let value = value.trim();
    let bare =
        ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    let is_plain = !key.starts_with([' ', '\t', '-', '#']) && !value.is_empty();
    is_plain.then(|| (key.trim().to_owned(), bare.unwrap_or(value).into()))
}

/// The words of the first heading.
fn heading(text: &str) -> Option<&str> {
    let mut before = "";
    for line in text.lines() {
        let line = line.trim();
        let bare = line.trim_start_matches('#');
        let n_signs = line.len() - bare.len();
        if (1..=6).contains(&n_signs) && bare.starts_with([' ', '\t']) {
            let words = bare.trim().trim_end_matches('#').trim_end();
            return Some(words).filter(|it| !it.is_empty());
        }
        let is_underline = |sign| line.len() > 1 && line.bytes().all(|it| it == sign);
        if !before.is_empty() && (is_underline(b'=') || is_underline(b'-')) {
            return Some(before);
        }
        before = line;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(text: &str) -> Article {
        let content = Content { name: "a.md", text, field: None };
        read(&content, &mut Report::default()).unwrap().articles.remove(0)
    }

    #[test]
    fn the_title_is_found_and_the_text_is_kept() {
        for (text, name) in [
            ("Words.\n\n## The *ibis* ##\n# Later\n", "The *ibis*"),
            ("The heron\n=====\nWords.", "The heron"),
            ("#hashtag\n\n----\nwords", "a.md"),
            ("", "a.md"),
            ("---\r\ntitle: \"Two: birds\"\r\n---\r\n# Other", "Two: birds"),
            ("---\nno end\n# Here", "Here"),
        ] {
            let article = article(text);
            assert_eq!((article.name.as_str(), article.text.as_str()), (name, text));
        }
    }

    #[test]
    fn front_matter_becomes_meta() {
        let text =
            "---\ntitle: Garza\nlang: es\ntags:\n  - a: b\ndate: 2023-05-01\n# no: field\n---\nx";
        let article = article(text);
        let meta: Vec<_> = article.meta.iter().map(|(key, it)| format!("{key}={it}")).collect();
        assert_eq!(meta, ["date=\"2023-05-01\"", "lang=\"es\"", "title=\"Garza\""]);
        assert_eq!(article.language.as_deref(), Some("es"));
    }
}

//! Web pages: their words, paragraph by paragraph.
//!
//! **What it is.** HTML as the WHATWG standard cuts it into tags and text. **What we read.** One file
//! is one article: all words that a reader of the page could see, boilerplate included, for what is
//! boilerplate is a judgment. Blocks become lines, paragraphs and the like have a blank line between
//! them, cells a tab; blanks are joined as a browser joins them, but in `pre`. The title is the name;
//! author, date, source and address of the `meta` elements are kept, and the language of the page.
//! **What we write.** Nothing: plain text holds the same words.
//!
//! **What is lost.** All markup; scripts, styles, templates, drawings, formulas and frames with all
//! that is in them. **Oddities.** Words that a style sheet hides are read too. Nothing of a page ever
//! reaches another page as HTML.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use serde_json::Value;

use crate::format::dataset::{Article, Dataset};
use crate::format::error::ReadError;
use crate::format::field;
use crate::format::json::Object;
use crate::format::report::Report;
use crate::format::unknown;
use crate::format::{Content, Likely};
use crate::text::{MAX_TEXT_BYTES, Text};

/// Elements that are left out with all that is in them.
const DROPPED: &[&[u8]] = &[
    b"script",
    b"style",
    b"template",
    b"noscript",
    b"svg",
    b"math",
    b"iframe",
    b"object",
    b"canvas",
    b"audio",
    b"video",
    b"noembed",
    b"noframes",
];

/// Elements with a blank line around them.
const APART: &[&[u8]] = &[
    b"p",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"blockquote",
    b"pre",
    b"ul",
    b"ol",
    b"dl",
    b"table",
    b"figure",
    b"article",
    b"section",
    b"hr",
    b"header",
    b"footer",
    b"nav",
    b"main",
    b"aside",
    b"fieldset",
    b"form",
    b"body",
];

/// Elements on lines of their own.
const LINES: &[&[u8]] = &[
    b"div",
    b"li",
    b"tr",
    b"dt",
    b"dd",
    b"figcaption",
    b"caption",
    b"address",
    b"center",
    b"details",
    b"summary",
    b"dialog",
    b"legend",
    b"option",
    b"optgroup",
    b"menu",
    b"thead",
    b"tbody",
    b"tfoot",
    b"hgroup",
    b"search",
    b"html",
    b"head",
    b"title",
];

/// Where a page says what is known of it, and what we call it.
const META: &[(&str, &str)] = &[
    ("author", "author"),
    ("article:author", "author"),
    ("dc.creator", "author"),
    ("article:published_time", "date"),
    ("datepublished", "date"),
    ("date", "date"),
    ("pubdate", "date"),
    ("dc.date", "date"),
    ("og:site_name", "source"),
    ("application-name", "source"),
    ("og:url", "url"),
];

/// A page says so by its name, or by how it begins.
pub(crate) fn sniff(bytes: &[u8], name: &str) -> Likely {
    let name = name.to_lowercase();
    let is_named = [".html", ".htm", ".xhtml"].iter().any(|it| name.ends_with(it));
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let is_page = start.starts_with("<!doctype html") || start.starts_with("<html");
    if is_named || is_page { Likely::Yes } else { Likely::No }
}

/// Reads one article.
pub(crate) fn read(content: &Content<'_>, _: &mut Report) -> Result<Dataset, ReadError> {
    let page = Page::read(content.text);
    if page.words.is_empty() {
        return Err(ReadError::NothingInside);
    }
    let text = Text::new(page.words)
        .map_err(|long| ReadError::TooLong { bytes: long.bytes, limit: MAX_TEXT_BYTES })?;
    let name = field::named(&page.fields, field::TITLE).unwrap_or(content.name);
    let mut article = Article::new(name, text);
    article.language = field::language(&page.fields);
    let mut fields = page.fields;
    fields.remove("language");
    unknown::keep_plain(&fields, &mut article.meta);
    Ok(Dataset { articles: vec![article], ..Dataset::default() })
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Tab,
    Line,
    Blank,
}

/// An element that is being opened.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    attribute: Vec<u8>,
    /// Of a `meta` element: what it is about, and what it says.
    about: String,
    says: String,
}

/// What was read of a page so far.
#[derive(Default)]
struct Page {
    words: String,
    fields: Object,
    gap: Gap,
    tag: Tag,
    /// The element that is left out, and how many of its name are open.
    dropped: Option<(Vec<u8>, usize)>,
    /// How many `pre` are open.
    n_pre: usize,
    /// Whether the next line break is that behind `<pre>`.
    is_pre_start: bool,
    title: Option<String>,
    is_title: bool,
}

impl Page {
    fn read(text: &str) -> Self {
        let mut page = Self::default();
        let see = |event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            page.see(&event);
            None
        };
        let mut emitter = CallbackEmitter::new(see);
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
        let title = page.title.take().map(|it| joined(&it)).filter(|it| !it.is_empty());
        if let Some(title) = title {
            page.fields.insert("title".to_owned(), title.into());
        }
        page
    }

    fn see(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag { name: name.to_vec(), ..Tag::default() };
            }
            CallbackEvent::AttributeName { name } => self.tag.attribute = name.to_vec(),
            CallbackEvent::AttributeValue { value } => {
                self.attribute(&String::from_utf8_lossy(value));
            }
            CallbackEvent::CloseStartTag { self_closing } => self.open(*self_closing),
            CallbackEvent::EndTag { name } => self.close(name),
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
    }

    fn attribute(&mut self, value: &str) {
        match (self.tag.name.as_slice(), self.tag.attribute.as_slice()) {
            (b"html", b"lang") => {
                self.fields.entry("language").or_insert_with(|| value.trim().into());
            }
            (b"meta", b"name" | b"property" | b"itemprop") => {
                self.tag.about = value.trim().to_lowercase();
            }
            (b"meta", b"content") => value.trim().clone_into(&mut self.tag.says),
            _ => {}
        }
    }

    fn open(&mut self, is_closed: bool) {
        let tag = std::mem::take(&mut self.tag);
        let name = tag.name.as_slice();
        if let Some((dropped, n_open)) = &mut self.dropped {
            if dropped == name {
                *n_open += 1;
                return;
            }
            // A drawing that is never closed ends where a paragraph begins.
            let is_drawing = matches!(dropped.as_slice(), b"svg" | b"math");
            if !is_drawing || !APART.contains(&name) {
                return;
            }
            self.dropped = None;
        }
        if DROPPED.contains(&name) {
            let is_empty = is_closed && matches!(name, b"svg" | b"math");
            self.dropped = (!is_empty).then_some((tag.name, 1));
            return;
        }
        match name {
            b"meta" => self.meta(&tag),
            b"title" => self.is_title = self.title.is_none(),
            b"br" if self.n_pre > 0 => self.words.push('\n'),
            b"br" if self.gap == Gap::Line => self.gap = Gap::Blank,
            b"br" => self.part(Gap::Line),
            b"td" | b"th" => self.part(Gap::Tab),
            b"pre" => {
                self.part(Gap::Blank);
                self.n_pre += 1;
                self.is_pre_start = true;
            }
            _ => self.part(gap_at(name)),
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some((dropped, n_open)) = &mut self.dropped {
            if dropped == name {
                *n_open -= 1;
            }
            if *n_open == 0 {
                self.dropped = None;
            }
            return;
        }
        if name == b"pre" && self.n_pre > 0 {
            self.n_pre -= 1;
            self.words.truncate(self.words.trim_end_matches(['\n', ' ', '\t']).len());
        }
        self.is_title &= name != b"title";
        self.part(gap_at(name));
    }

    fn meta(&mut self, tag: &Tag) {
        let name = META.iter().find(|it| it.0 == tag.about).map(|it| it.1);
        if let Some(name) = name.filter(|_| !tag.says.is_empty()) {
            self.fields.entry(name).or_insert_with(|| Value::from(tag.says.as_str()));
        }
    }

    fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn text(&mut self, text: &str) {
        if self.dropped.is_some() {
            return;
        }
        if self.is_title {
            self.title.get_or_insert_default().push_str(text);
            return;
        }
        if self.n_pre > 0 {
            return self.preformatted(text);
        }
        for (n, word) in text.split(is_blank).enumerate() {
            if n > 0 {
                self.part(Gap::Space);
            }
            if !word.is_empty() {
                self.fill_gap();
                self.words.push_str(word);
            }
        }
    }

    fn preformatted(&mut self, text: &str) {
        let text = if self.is_pre_start { text.strip_prefix('\n').unwrap_or(text) } else { text };
        self.is_pre_start = false;
        if !text.is_empty() {
            self.fill_gap();
            self.words.push_str(text);
        }
    }

    fn fill_gap(&mut self) {
        let gap = match std::mem::take(&mut self.gap) {
            _ if self.words.is_empty() => "",
            Gap::None => "",
            Gap::Space => " ",
            Gap::Tab => "\t",
            Gap::Line => "\n",
            Gap::Blank => "\n\n",
        };
        self.words.push_str(gap);
    }
}

fn gap_at(name: &[u8]) -> Gap {
    if APART.contains(&name) {
        Gap::Blank
    } else if LINES.contains(&name) {
        Gap::Line
    } else {
        Gap::None
    }
}

/// What a browser joins to one blank. A space that does not break is no such.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

fn joined(words: &str) -> String {
    words.split(is_blank).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, words: &str) {
        assert_eq!(Page::read(html).words, words, "{html}");
    }

    #[test]
    fn blocks_become_lines() {
        check(
            "<h1>Heron</h1><p>One\n  two <b>three</b>.</p><p>Four",
            "Heron\n\nOne two three.\n\nFour",
        );
        check("<div>a</div><div> b<br>c<br><br>d</div>", "a\nb\nc\n\nd");
        check("<ul><li>one<li>two</ul>after", "one\ntwo\n\nafter");
        check(
            "x<table><tr><th>A<td>B</tr><tr><td>1</td> <td>2</td></table>y",
            "x\n\nA\tB\n1\t2\n\ny",
        );
        check("a<span> </span>b<i>c</i>\u{a0}&nbsp;d", "a bc\u{a0}\u{a0}d");
        check("  <p> </p>  ", "");
    }

    #[test]
    fn preformatted_words_stay_as_they_are() {
        check("a<pre>\n  x\n\n   y <b>z</b>\n</pre>b  c", "a\n\n  x\n\n   y z\n\nb c");
    }

    #[test]
    fn references_are_letters() {
        check(
            "<p>&Ntilde;and&uacute; &amp; &#8220;x&#x201d; &lt;b&gt; &hellip;&notit; &bogus;",
            "Ñandú & “x” <b> …¬it; &bogus;",
        );
    }

    #[test]
    fn what_is_not_words_is_dropped() {
        check("a<script>if (1 < 2) { '<p>' }</script><style>p{}</style>b", "ab");
        check(
            "a<template><p>t<template>u</template></p></template>b<noscript><p>n</noscript>",
            "ab",
        );
        check("a<svg><title>s</title><text>t</text></svg>b<svg/>c<svg><g><p>d", "abc\n\nd");
        check("a<!-- <p>no --><iframe src=x>i</iframe><img alt=no onerror=\"alert(1)\">b", "ab");
    }

    #[test]
    fn broken_pages_keep_their_words() {
        check("<p>a</div></p></pre>b<", "a\n\nb<");
        check("<p <b>c</i", "c");
        check("</script>d</title>e<title>t", "d\ne");
    }

    #[test]
    fn what_is_known_of_a_page_is_kept() {
        let html = "<!DOCTYPE html><html lang='es-CO'><head><title> Dos\n orillas </title>
            <meta name=author content='Ana P.'><meta property='article:author' content=other>
            <meta property=article:published_time content=2023-05-01T10:00Z>
            <meta property=og:site_name content='El Faro'><meta name=viewport content=no>
            </head><body><p>Uno<svg><title>no</title></svg>";
        let content = Content { name: "a.html", text: html, field: None };
        let article = read(&content, &mut Report::default()).unwrap().articles.remove(0);
        assert_eq!((article.name.as_str(), article.text.as_str()), ("Dos orillas", "Uno"));
        assert_eq!(article.language.as_deref(), Some("es-CO"));
        let meta: Vec<_> = article.meta.iter().map(|(key, it)| format!("{key}={it}")).collect();
        let expected = [
            "author=\"Ana P.\"",
            "date=\"2023-05-01T10:00Z\"",
            "source=\"El Faro\"",
            "title=\"Dos orillas\"",
        ];
        assert_eq!(meta, expected);
    }
}

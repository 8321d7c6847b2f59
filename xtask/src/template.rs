//! Reads `index.html`: finds its tags and puts others in their place.
//!
//! Limits: it is no HTML parser. It knows the tags `link`, `meta` and `script` as our own template
//! writes them: names in lower case, values in double quotes, a script without a text of its own.
//! Comments are left out of the result.

use anyhow::{Context, Result, ensure};

/// A tag of the template, with what its attributes say.
pub struct Tag<'a> {
    /// `link`, `meta` or `script`.
    pub name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; empty for one without a value.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|it| it.0 == name).map(|it| it.1)
    }

    /// What a line with `data-trunk` asks for: `css`, `copy-file` or `rust`.
    pub fn asks_for(&self) -> Option<&'a str> {
        self.get("data-trunk")?;
        self.get("rel")
    }
}

/// What becomes of a tag.
pub enum Fate {
    /// It stays as it is.
    Keep,
    /// It is left out, with its line if nothing else is on it.
    Drop,
    /// This comes in its place.
    Put(String),
}

/// All tags, in their order.
pub fn tags(html: &str) -> Result<Vec<Tag<'_>>> {
    let mut rest = html;
    let mut found = Vec::new();
    while let Some(piece) = next(rest)? {
        found.extend(piece.tag);
        rest = piece.after;
    }
    Ok(found)
}

/// The template with each tag replaced as `decide` says.
pub fn rewrite(html: &str, mut decide: impl FnMut(&Tag) -> Result<Fate>) -> Result<String> {
    let mut result = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(piece) = next(rest)? {
        result.push_str(piece.before);
        let fate = match &piece.tag {
            Some(tag) => decide(tag)?,
            None => Fate::Drop,
        };
        rest = piece.after;
        match fate {
            Fate::Keep => result.push_str(piece.source),
            Fate::Put(text) => result.push_str(&text),
            Fate::Drop if result.ends_with('\n') => rest = rest.strip_prefix('\n').unwrap_or(rest),
            Fate::Drop => {}
        }
    }
    result.push_str(rest);
    Ok(result)
}

/// A stretch of the template up to the end of a tag or a comment (which has no `tag`).
struct Piece<'a> {
    before: &'a str,
    source: &'a str,
    after: &'a str,
    tag: Option<Tag<'a>>,
}

const STARTS: [(&str, &str); 4] =
    [("<!--", "-->"), ("<link ", ">"), ("<meta ", ">"), ("<script ", "</script>")];

fn next(html: &str) -> Result<Option<Piece<'_>>> {
    let first = STARTS.iter().filter_map(|it| Some((html.find(it.0)?, it))).min_by_key(|it| it.0);
    let Some((start, (opening, closing))) = first else { return Ok(None) };
    let found = html[start..].find(closing);
    let length = found.with_context(|| format!("a {opening} has no {closing}"))? + closing.len();
    let (before, rest) = html.split_at(start);
    let (source, after) = rest.split_at(length);
    let tag = if *opening == "<!--" { None } else { Some(parse(source)?) };
    Ok(Some(Piece { before, source, after, tag }))
}

fn parse(source: &str) -> Result<Tag<'_>> {
    let inside = source.strip_prefix('<').unwrap_or(source);
    let (name, mut rest) = inside.split_once(' ').context("a tag has no attributes")?;
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(text) = rest.strip_prefix('>') {
            ensure!(matches!(text, "" | "</script>"), "a <{name}> has a text of its own: {text}");
            return Ok(Tag { name, attributes });
        }
        let length =
            rest.find(['=', ' ', '>']).with_context(|| format!("{source} is not closed"))?;
        let (attribute, after) = rest.split_at(length);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').with_context(|| format!("{source}: a quote"))?,
            None => ("", after),
        };
        ensure!(!attribute.is_empty(), "{source}: a value stands without double quotes");
        attributes.push((attribute, value));
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::{Fate, rewrite, tags};

    const PAGE: &str = "<head>\n<!-- <link data-trunk rel=\"css\"> -->\n<meta charset=\"utf-8\">\n\
        <link data-trunk rel=\"css\" href=\"style/a.css\">\n<link rel=\"icon\" href=\"data:,\">\n\
        </head>\n<script src=\"boot.js\"></script>\n";

    #[test]
    fn tags_are_found_in_order_and_comments_are_not_tags() {
        let found = tags(PAGE).unwrap();
        let names: Vec<_> = found.iter().map(|it| (it.name, it.asks_for())).collect();
        let expected = [("meta", None), ("link", Some("css")), ("link", None), ("script", None)];
        assert_eq!(names, expected);
        assert_eq!(found[3].get("src"), Some("boot.js"));
        assert_eq!(found[1].get("data-trunk"), Some(""));
        assert_eq!(found[1].get("missing"), None);
    }

    #[test]
    fn tags_are_replaced_dropped_with_their_line_or_kept() {
        let result = rewrite(PAGE, |tag| {
            Ok(match (tag.name, tag.asks_for()) {
                ("link", Some(_)) => Fate::Drop,
                ("script", _) => Fate::Put("<script>1</script>".into()),
                _ => Fate::Keep,
            })
        });
        let expected = "<head>\n<meta charset=\"utf-8\">\n<link rel=\"icon\" href=\"data:,\">\n\
            </head>\n<script>1</script>\n";
        assert_eq!(result.unwrap(), expected);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for html in [
            "<link rel=css>",
            "<link rel=\"css>",
            "<!-- open",
            "<script src=\"a.js\">alert(1)</script>",
        ] {
            assert!(tags(html).is_err(), "{html} was taken");
        }
    }
}

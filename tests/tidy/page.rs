//! What the page may not do: make markup from text, style or run scripts in line.

use crate::File;
use crate::rust::{line_of, places_of, uncommented};

/// Ways in which text becomes markup or a program.
const SINKS: &[&str] = &[
    "inner_html",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "create_contextual_fragment",
    "js_sys::eval",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "document.write",
    "setHTMLUnsafe",
    "srcdoc",
    "eval(",
    "new Function",
    "javascript:",
];

/// Sinks for markup.
pub(crate) fn sinks(file: &File) -> Vec<String> {
    let found = SINKS.iter().flat_map(|word| {
        places_of(&readable(file), word).into_iter().map(move |at| (at, *word)).collect::<Vec<_>>()
    });
    found.map(|(at, word)| problem(file, at, &format!("`{word}` makes markup of text"))).collect()
}

/// Style attributes, event attributes and scripts without `src`: the content policy refuses them.
pub(crate) fn inline(file: &File) -> Vec<String> {
    let source = readable(file);
    let mut problems = Vec::new();
    for (at, _) in source.match_indices("style") {
        let after = &source[at + "style".len()..];
        let is_attribute = after.starts_with('=') && !after.starts_with("==");
        let is_directive = after.starts_with(':') && !after.starts_with("::") && has_equals(after);
        let is_set = source[..at].ends_with("ttribute(\"") || source[..at].ends_with("ttribute('");
        if starts_apart(&source, at) && (is_attribute || is_directive) || is_set {
            problems.push(problem(file, at, "a style attribute"));
        }
    }
    if file.ends_in(&["html"]) {
        problems.extend(inline_scripts(file));
    }
    problems
}

fn inline_scripts(file: &File) -> Vec<String> {
    let page = &file.content;
    let scripts = page.match_indices("<script").filter(|(at, _)| {
        let tag = &page[*at..];
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        !tag.contains("src=")
    });
    let scripts = scripts.map(|(at, _)| problem(file, at, "a script in line"));
    let handlers = page.match_indices(" on").filter(|(at, _)| {
        let name = page[at + 1..].split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or("");
        name.len() > 2 && page[at + 1 + name.len()..].starts_with("=\"")
    });
    scripts.chain(handlers.map(|(at, _)| problem(file, at, "an event attribute"))).collect()
}

/// The file without comments where they can be told apart.
fn readable(file: &File) -> String {
    if file.ends_in(&["rs"]) { uncommented(&file.content) } else { file.content.clone() }
}

fn starts_apart(source: &str, at: usize) -> bool {
    source[..at].ends_with(char::is_whitespace)
}

/// Whether `:name=` follows.
fn has_equals(after: &str) -> bool {
    let name = after[1..].trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-');
    name.len() + 1 < after.len() && name.starts_with('=') && !name.starts_with("==")
}

fn problem(file: &File, at: usize, what: &str) -> String {
    format!("{}:{}: {what}", file.path, line_of(&file.content, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    #[test]
    fn sinks_are_found() {
        let bad = [
            ("src/bin/app/a.rs", "view! { <p inner_html=words /> }"),
            ("src/bin/app/a.rs", "element.set_inner_html(&words);"),
            ("web/a.js", "element.innerHTML = words"),
            ("web/a.js", "eval(words)"),
        ];
        for (path, content) in bad {
            assert_eq!(sinks(&made_up(path, content)).len(), 1, "{content}");
        }
        assert!(
            sinks(&made_up("src/bin/app/a.rs", "// never inner_html\nmedieval(x);")).is_empty()
        );
    }

    #[test]
    fn styles_and_scripts_in_line_are_found() {
        let bad = [
            ("src/bin/app/a.rs", "view! { <p style=\"x\" /> }"),
            ("src/bin/app/a.rs", "view! { <p style:width=w /> }"),
            ("src/bin/app/a.rs", "e.set_attribute(\"style\", \"x\");"),
            ("web/a.js", "e.setAttribute('style', 'x')"),
            ("index.html", "<script>go()</script>"),
            ("index.html", "<body onload=\"go()\">"),
        ];
        for (path, content) in bad {
            assert_eq!(inline(&made_up(path, content)).len(), 1, "{content}");
        }
        let good = "struct A { style: Style }\nif style == x { e.style().set(); }";
        assert!(inline(&made_up("src/bin/app/a.rs", good)).is_empty());
        let good = "<script src=\"boot.js\"></script> once upon=";
        assert!(inline(&made_up("index.html", good)).is_empty());
    }
}

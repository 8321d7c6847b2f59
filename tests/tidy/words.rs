//! Every sentence comes from the table of messages; code has none of its own.
//!
//! The names of labels and what a label is for are data of a project, not words of the tool.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::File;
use crate::rust::{Kind, closing_brace, code, line_of, places_of, stretches};

/// Attributes that a person reads or hears.
const SPOKEN: &[&str] = &["aria-label", "aria-description", "title", "placeholder", "alt"];

/// The tool's name is the same in every language.
const NAME: &str = "\"Apostil\"";

/// Files whose strings are data: labels that people may change, titles of articles.
const DATA: &[&str] = &["src/model/preset.rs", "src/model/schema.rs", "src/session/sample.rs"];

/// What a string may stand in because only developers read it.
const FOR_DEVELOPERS: &[&str] = &["expect(", "assert", "panic!(", "unreachable!(", "#["];

/// Words in a `view!` that do not come from the table of messages.
pub(crate) fn own_words(file: &File) -> Vec<String> {
    let code = code(&file.content);
    let views: Vec<_> = places_of(&code, "view!")
        .into_iter()
        .filter_map(|at| {
            let open = at + code[at..].find('{')?;
            Some(open..closing_brace(&code, open)?)
        })
        .collect();
    let texts = stretches(&file.content).into_iter().filter(|(kind, range)| {
        *kind == Kind::Text && views.iter().any(|it| it.contains(&range.start))
    });
    let said = texts.map(|it| it.1).filter(|range| {
        let words = &file.content[range.clone()];
        words.starts_with('"')
            && words != NAME
            && words.contains(char::is_alphabetic)
            && is_shown(&code[..range.start])
    });
    said.map(|it| own(file, &it)).collect()
}

/// Whether a string after `before` is a text node or an attribute that a person reads.
fn is_shown(before: &str) -> bool {
    let before = before.trim_end();
    let is_text = before.ends_with(['>', '}', '"']) && !before.ends_with("=>");
    is_text || SPOKEN.iter().any(|it| before.ends_with(&format!("{it}=")))
}

/// Sentences in code that ships: three words or more, the first with a capital. Drawings are none.
pub(crate) fn sentences(file: &File) -> Vec<String> {
    if DATA.contains(&file.path.as_str()) {
        return Vec::new();
    }
    let shipped = file.shipped();
    let code = code(shipped);
    let texts = stretches(shipped).into_iter().filter(|(kind, _)| *kind == Kind::Text);
    let said = texts.map(|it| it.1).filter(|it| is_sentence(&shipped[it.clone()]));
    said.filter(|it| !is_for_developers(&code[..it.start])).map(|it| own(file, &it)).collect()
}

fn is_sentence(literal: &str) -> bool {
    let words = literal.trim_matches('"');
    let is_word = |it: &&str| it.split(|c: char| !c.is_alphabetic()).any(|it| it.len() > 1);
    let n_words = words.split_whitespace().filter(is_word).count();
    words.starts_with(char::is_uppercase) && n_words >= 2 && words.split_whitespace().count() >= 3
}

/// Whether the statement that a string after `before` belongs to is not shown to anybody.
fn is_for_developers(before: &str) -> bool {
    let statement = before.rfind([';', '{', '}']).map_or(before, |it| &before[it..]);
    FOR_DEVELOPERS.iter().any(|it| statement.contains(it))
}

fn own(file: &File, at: &Range<usize>) -> String {
    let words = &file.content[at.clone()];
    format!("{}:{}: {words} is not from the table", file.path, line_of(&file.content, at.start))
}

/// Messages of the table that no code says.
pub(crate) fn unsaid(files: &[File]) -> Vec<String> {
    const TABLE: &str = "src/message.rs";
    let code: String = files
        .iter()
        .filter(|it| it.is_in("src") && it.ends_in(&["rs"]) && it.path != TABLE)
        .map(|it| it.content.as_str())
        .collect();
    let said: BTreeSet<&str> = code.split(|it: char| !it.is_alphanumeric() && it != '_').collect();
    let table = files.iter().find(|it| it.path == TABLE).map_or("", |it| &it.content);
    let rows = table.lines().filter(|it| it.starts_with("    ") && it.ends_with("\";"));
    let names = rows.filter_map(|it| it.trim_start().split([' ', '{']).next());
    let unsaid = names.filter(|it| !said.contains(it));
    unsaid.map(|it| format!("{TABLE}: nothing says {it}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    #[test]
    fn words_of_its_own_are_found() {
        let bad = [
            "view! { <p>\"Hello\"</p> }",
            "view! { <p>{x} \" words\"</p> }",
            "view! { <input placeholder=\"Name\" /> }",
            "view! { <button aria-label=\"Close\" /> }",
        ];
        for content in bad {
            assert_eq!(own_words(&made_up("src/bin/app/a.rs", content)).len(), 1, "{content}");
        }
        let good = "let x = \"Hello\"; view! { <p class=\"a b\">\" · \"{say(\"x\")}{match y { 1 => \"a\" }}</p> }";
        assert!(own_words(&made_up("src/bin/app/a.rs", good)).is_empty());
    }

    #[test]
    fn sentences_in_code_are_found() {
        let bad = "fn f() -> &'static str { \"The file is empty.\" }";
        assert_eq!(sentences(&made_up("src/a.rs", bad)).len(), 1);
        let good = [
            "fn f() { x.expect(\"It was found above.\") }",
            "fn f() { assert!(a, \"It was found above.\"); }",
            "fn f() { [\"Ministry of\", \"the bank of the river\", \"US\"] }",
            "const PATH: &str = \"M2.500 8h1M7.500 8h1\";",
            "// \"The file is empty.\"",
            "#[cfg(test)]\nmod tests { const A: &str = \"The file is empty.\"; }",
        ];
        for content in good {
            assert_eq!(sentences(&made_up("src/a.rs", content)), [""; 0], "{content}");
        }
    }

    #[test]
    fn a_message_that_nothing_says_is_found() {
        let table = "messages! {\n    Saved = \"saved\";\n    Lost { n: Number } = \"lost\";\n}";
        let files = [made_up("src/message.rs", table), made_up("src/a.rs", "say(Message::Saved)")];
        assert_eq!(unsaid(&files), ["src/message.rs: nothing says Lost"]);
    }
}

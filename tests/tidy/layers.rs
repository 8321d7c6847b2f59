//! Who may use whom: the map of the library as a table.
//!
//! Tests inside a module may use what they like; what ships may not.

use crate::File;
use crate::rust::{code, line_of, places_of, used_paths};

/// Below every trade.
const CORE: &[&str] = &["edit", "model", "segment", "source", "text"];

/// Names and words, and what every floor stands on: usable by all.
const WORDS: &[&str] = &["message", "locale", "order"];

/// Every module of the library and of its member `engine/`, with what it may use besides itself and [`WORDS`].
///
/// A new module is put here first: a module that is not in the table may use nothing and be used by
/// nobody. The trades stand on one floor and leave each other alone, but for two edges.
const MAY_USE: &[(&str, &[&[&str]])] = &[
    ("order", &[]),
    ("text", &[]),
    ("segment", &[&["text"]]),
    ("source", &[]),
    ("model", &[&["segment", "source", "text"]]),
    ("edit", &[&["model", "segment", "source", "text"]]),
    ("message", &[]),
    ("locale", &[]),
    ("extract", &[&["segment", "source", "text"]]),
    ("format", &[CORE]),
    ("compare", &[CORE]),
    ("view", &[CORE]),
    ("check", &[CORE]),
    ("statistics", &[CORE]),
    ("persist", &[CORE]),
    ("journal", &[CORE, &["persist"]]),
    ("protocol", &[CORE, &["extract"]]),
    ("session", &[CORE, TRADES]),
];

const TRADES: &[&str] = &[
    "extract",
    "format",
    "compare",
    "view",
    "check",
    "statistics",
    "persist",
    "journal",
    "protocol",
];

/// Uses of a module from where it may not be used.
pub(crate) fn upward_uses(file: &File) -> Vec<String> {
    let Some(module) = module_of(&file.path) else {
        return Vec::new();
    };
    let code = code(file.shipped());
    let problem = |at: usize, what: String| format!("{}:{}: {what}", file.path, line_of(&code, at));
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
        return vec![problem(0, format!("`{module}` is not in the table of who may use whom"))];
    };
    let may = |used: &str| {
        used == module || WORDS.contains(&used) || allowed.iter().any(|it| it.contains(&used))
    };
    let mut problems: Vec<_> = named_modules(&code)
        .into_iter()
        .filter(|(_, used)| !may(used))
        .map(|(at, used)| problem(at, format!("`{module}` may not use `{used}`")))
        .collect();
    problems.extend(
        ways_out(file, module, &code).into_iter().map(|at| {
            problem(at, "reach another module by `crate::`, so that it can be seen".into())
        }),
    );
    // A `use` names its module in full and in passing.
    problems.sort();
    problems.dedup();
    problems
}

/// `edit` for `src/edit.rs` and `src/edit/history.rs`, `text` for `engine/src/text.rs`; nothing for
/// a root.
fn module_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("engine/").unwrap_or(path).strip_prefix("src/")?;
    let name = inside.split('/').next()?.trim_end_matches(".rs");
    (name != "lib").then_some(name)
}

/// Every module that a `crate::` path names, in a `use` or in passing.
fn named_modules(code: &str) -> Vec<(usize, String)> {
    let first = |path: &str| {
        let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
        path[..end].to_owned()
    };
    let in_use = used_paths(code).into_iter().filter_map(|(at, path)| {
        let inside = path.strip_prefix("crate::")?;
        Some((at, first(inside)))
    });
    let in_passing = places_of(code, "crate::").into_iter().map(|at| {
        let inside = &code[at + "crate::".len()..];
        (at, first(inside.trim_start()))
    });
    // `crate::{` in a `use` is written out by the first.
    in_use.chain(in_passing.filter(|it| !it.1.is_empty())).collect()
}

/// Where `super::` leads out of the module.
fn ways_out(file: &File, module: &str, code: &str) -> Vec<usize> {
    let is_top = file.path.ends_with(&format!("src/{module}.rs"));
    let way = if is_top { "super::" } else { "super::super::" };
    places_of(code, way)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    fn problems(path: &str, content: &str) -> usize {
        upward_uses(&made_up(path, content)).len()
    }

    #[test]
    fn uses_upward_and_sideways_are_found() {
        assert_eq!(problems("src/model/track.rs", "use crate::edit::History;"), 1);
        assert_eq!(problems("src/view.rs", "use crate::{text::Text, format::Report};"), 1);
        assert_eq!(problems("src/check.rs", "fn f() { crate::persist::g() }"), 1);
        assert_eq!(problems("src/edit.rs", "use super::session::Session;"), 1);
        assert_eq!(problems("src/edit/a.rs", "use super::super::session::Session;"), 1);
        assert_eq!(problems("engine/src/text.rs", "use crate::unheard_of::Thing;"), 1);
        assert_eq!(problems("engine/src/extract.rs", "use super::session::Session;"), 1);
        assert_eq!(problems("engine/src/segment/a.rs", "use crate::extract::Found;"), 1);
        assert_eq!(problems("src/unheard_of.rs", ""), 1);
    }

    #[test]
    fn uses_downward_are_fine() {
        assert_eq!(problems("src/journal.rs", "use crate::persist::{A, b::C};"), 0);
        assert_eq!(problems("src/session/a.rs", "use crate::{view, format::Report};"), 0);
        assert_eq!(problems("src/edit/a.rs", "use super::check; use crate::message::Message;"), 0);
        assert_eq!(
            problems(
                "engine/src/text.rs",
                "// crate::session\n\n#[cfg(test)]\nmod tests { use crate::segment; }"
            ),
            0
        );
        assert_eq!(problems("engine/src/extract/a.rs", "use super::b; use crate::source::A;"), 0);
        assert_eq!(problems("src/lib.rs", "pub mod session;"), 0);
        assert_eq!(problems("engine/src/lib.rs", "pub mod text;"), 0);
    }

    #[test]
    fn the_table_has_no_circle() {
        for (name, allowed) in MAY_USE {
            for used in allowed.iter().flat_map(|it| it.iter()) {
                let other = MAY_USE.iter().find(|it| it.0 == *used);
                let (_, back) = other.unwrap_or_else(|| panic!("{used} is not in the table"));
                assert!(!back.iter().any(|it| it.contains(name)), "{name} and {used}");
            }
        }
    }
}

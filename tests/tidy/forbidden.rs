//! Words that may not stand in some files.

use crate::File;
use crate::rust::{code, line_of, places_of, used_paths};

/// A clock, a disk, a thread, a random source, a terminal: what the library is given, never takes.
const HOSTS: &[&str] = &[
    "std::env",
    "std::fs",
    "std::io::stderr",
    "std::io::stdin",
    "std::io::stdout",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "Instant::now",
    "SystemTime::now",
    "fs::read",
    "fs::write",
    "thread::spawn",
    "thread_local!",
    "getrandom",
    "rand",
    "fastrand",
    "println!",
    "print!",
    "eprintln!",
    "eprint!",
];

/// Everything that knows a page.
const BROWSERS: &[&str] = &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "RwSignal"];

/// What a finished file does not say. Cut in two, so that this one may.
const LEFTOVERS: &[&str] = &[
    concat!("todo", "!"),
    concat!("unimplemented", "!"),
    concat!("dbg", "!"),
    concat!("FIX", "ME"),
    concat!("TO", "DO"),
    concat!("XX", "X"),
    concat!("HA", "CK"),
];

/// Crates that are written to be imported whole.
const PRELUDES: &[&str] = &["leptos::prelude::*", "wasm_bindgen::prelude::*"];

/// What ties the library to a host.
pub(crate) fn hosts(file: &File) -> Vec<String> {
    let shipped = file.shipped();
    words_in(file, shipped, HOSTS).into_iter().chain(words_in(file, shipped, BROWSERS)).collect()
}

/// What ties a file outside the page to a browser.
pub(crate) fn browsers(file: &File) -> Vec<String> {
    words_in(file, &file.content, BROWSERS)
}

/// Derived (de)serialization below the trades, which own the shapes on disk and on the wire.
pub(crate) fn serialized_core(file: &File) -> Vec<String> {
    let core =
        ["src/model", "src/edit", "engine/src/text", "engine/src/segment", "engine/src/source"];
    let is_core = core.iter().any(|it| file.is_in(it) || file.path == format!("{it}.rs"));
    let words: &[&str] =
        if is_core { &["serde", "serde_json", "Serialize", "Deserialize"] } else { &[] };
    words_in(file, &file.content, words)
}

/// Marks of unfinished work, also in comments.
pub(crate) fn leftovers(file: &File) -> Vec<String> {
    let found = LEFTOVERS
        .iter()
        .flat_map(|word| places_of(&file.content, word).into_iter().map(move |at| (at, *word)));
    found.map(|(at, word)| problem(file, at, word)).collect()
}

/// The one file that passes imports on: a member's modules are modules of the library.
const ROOT: &str = "src/lib.rs";

/// Imports of everything, and imports passed on.
pub(crate) fn globs(file: &File) -> Vec<String> {
    let code = code(file.shipped());
    let paths = used_paths(&code).into_iter();
    let whole = |it: &str| it.ends_with("::*") && !PRELUDES.contains(&it);
    let globs = paths.filter(|(_, path)| whole(path)).map(|(at, path)| problem(file, at, &path));
    let passed_on = places_of(&code, "pub use").into_iter().filter(|_| file.path != ROOT);
    let passed_on = passed_on.map(|at| problem(file, at, "pub use"));
    globs.chain(passed_on).collect()
}

/// `unwrap` where it ships.
pub(crate) fn unwraps(file: &File) -> Vec<String> {
    words_in(file, file.shipped(), &[".unwrap()", ".unwrap_err()"])
}

/// Where one of `words` stands in the code of `source`, in passing or through a `use`.
fn words_in(file: &File, source: &str, words: &[&str]) -> Vec<String> {
    let code = code(source);
    let paths = used_paths(&code);
    let mut places = Vec::new();
    for word in words {
        places.extend(places_of(&code, word).into_iter().map(|at| (at, *word)));
        let grouped = paths.iter().filter(|(_, path)| starts_with_path(path, word));
        places.extend(grouped.map(|(at, _)| (*at, *word)));
    }
    let mut problems: Vec<_> = places.into_iter().map(|(at, it)| problem(file, at, it)).collect();
    problems.sort();
    problems.dedup();
    problems
}

fn starts_with_path(path: &str, word: &str) -> bool {
    path.strip_prefix(word).is_some_and(|it| it.is_empty() || it.starts_with("::"))
}

fn problem(file: &File, at: usize, word: &str) -> String {
    format!("{}:{}: `{word}` may not stand here", file.path, line_of(&file.content, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    #[test]
    fn hosts_are_found() {
        let bad = [
            "use std::fs;",
            "use std::{fmt, fs};",
            "use std::time::{Duration, Instant};",
            "fn f() { println!(\"x\") }",
            "fn f() { let x = rand::random(); }",
            "use leptos::prelude::*;",
            "fn f() { std::thread::sleep(d) }",
        ];
        for content in bad {
            assert_eq!(hosts(&made_up("src/a.rs", content)).len(), 1, "{content}");
        }
        let good = "// std::fs\nuse std::time::Duration;\nfn f(operand: u8) -> &'static str { \"println!\" }";
        assert!(hosts(&made_up("src/a.rs", good)).is_empty());
        let tests = "fn f() {}\n\n#[cfg(test)]\nmod tests { use std::fs; }";
        assert!(hosts(&made_up("src/a.rs", tests)).is_empty());
        assert!(hosts(&made_up("src/a/tests.rs", "use std::fs;")).is_empty());
        assert_eq!(hosts(&made_up("src/a/contests.rs", "use std::fs;")).len(), 1);
    }

    #[test]
    fn browsers_are_found() {
        let bad = made_up("src/bin/apostil/main.rs", "use web_sys::Window;");
        assert_eq!(browsers(&bad).len(), 1);
    }

    #[test]
    fn a_core_type_that_serializes_is_found() {
        let bad = "#[derive(Clone, Serialize)] struct A;";
        assert_eq!(serialized_core(&made_up("src/model/a.rs", bad)).len(), 1);
        assert_eq!(serialized_core(&made_up("engine/src/text.rs", bad)).len(), 1);
        assert_eq!(serialized_core(&made_up("src/edit.rs", "use serde::Deserialize;")).len(), 2);
        assert!(serialized_core(&made_up("src/persist.rs", bad)).is_empty());
        assert!(serialized_core(&made_up("src/editor.rs", bad)).is_empty());
    }

    #[test]
    fn leftovers_are_found() {
        for word in LEFTOVERS {
            let bad = made_up("src/a.rs", &format!("// {word} later\nfn f() {{ {word} }}"));
            assert_eq!(leftovers(&bad).len(), 2, "{word}");
        }
        assert!(leftovers(&made_up("src/a.rs", "// ToDo is the name of a state")).is_empty());
    }

    #[test]
    fn globs_are_found() {
        assert_eq!(globs(&made_up("src/a.rs", "use crate::text::*;")).len(), 1);
        assert_eq!(globs(&made_up("src/a.rs", "pub use crate::text::Text;")).len(), 1);
        let good = "use leptos::prelude::*;\n\n#[cfg(test)]\nmod tests { use super::*; }";
        assert!(globs(&made_up("src/a.rs", good)).is_empty());
    }

    #[test]
    fn unwraps_are_found() {
        assert_eq!(unwraps(&made_up("src/a.rs", "fn f() { x.unwrap() }")).len(), 1);
        let good = "fn f() { x.unwrap_or(1) }\n\n#[cfg(test)]\nmod tests { fn f() { x.unwrap() } }";
        assert!(unwraps(&made_up("src/a.rs", good)).is_empty());
    }
}

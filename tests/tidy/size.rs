//! Files and functions that one can read at a glance.
//!
//! Lengths are an estimate: a function is counted between its braces, without blank lines and
//! comments. A function that is one flat table is as long as its table. The markup in a component's
//! `view!` is counted apart from its logic, and may be longer.

use crate::File;
use crate::rust::{closing_brace, code, line_of, places_of};

const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 40;
const MARKUP_LINES: usize = 60;

/// Files that may be longer, each with its reason.
const LONG_FILES: &[(&str, &str)] = &[
    ("src/message.rs", "one table, a line a sentence"),
    ("src/session/command.rs", "one list, an entry a command"),
];

/// Functions that may be longer, as `path name`, each with its reason.
const LONG_FUNCTIONS: &[(&str, &str)] = &[
    ("src/persist/change.rs from", "one arm for each kind of edit"),
    ("src/protocol/message.rs replies_come_back_as_they_went", "one of each kind of reply"),
    ("tests/edits.rs random_edit", "one arm for each kind of edit"),
];

/// A file of more than 500 lines.
pub(crate) fn long_files(file: &File) -> Vec<String> {
    let lines = file.content.lines().count();
    let is_fine = lines <= FILE_LINES || is_listed(LONG_FILES, &file.path);
    (!is_fine).then(|| format!("{}: {lines} lines", file.path)).into_iter().collect()
}

/// Functions of more than 40 lines.
pub(crate) fn long_functions(file: &File) -> Vec<String> {
    let long = functions(&file.content).into_iter().filter(Function::is_long);
    let long = long.filter(|it| !is_listed(LONG_FUNCTIONS, &format!("{} {}", file.path, it.name)));
    let problem = |it: Function| {
        let (name, lines, markup) = (it.name, it.lines, it.markup);
        format!("{}:{}: `{name}` has {lines} lines and {markup} of markup", file.path, it.at)
    };
    long.map(problem).collect()
}

/// Exceptions that nothing needs any more.
pub(crate) fn needless_exceptions(files: &[File]) -> Vec<String> {
    let is_long = |path: &str| {
        files.iter().any(|it| it.path == path && it.content.lines().count() > FILE_LINES)
    };
    let is_long_function = |key: &str| {
        let mut named = files
            .iter()
            .flat_map(|file| functions(&file.content).into_iter().map(move |it| (&file.path, it)));
        named.any(|(path, it)| format!("{path} {}", it.name) == key && it.is_long())
    };
    let files = LONG_FILES.iter().map(|it| it.0).filter(|it| !is_long(it));
    let functions = LONG_FUNCTIONS.iter().map(|it| it.0).filter(|it| !is_long_function(it));
    files.chain(functions).map(|it| format!("{it} is short by now")).collect()
}

fn is_listed(list: &[(&str, &str)], key: &str) -> bool {
    list.iter().any(|(listed, _)| *listed == key)
}

struct Function {
    name: String,
    /// Line of its `fn`, from 1.
    at: usize,
    /// Lines with code; 0 for a flat table.
    lines: usize,
    /// Lines in `view!`, which are not in `lines`.
    markup: usize,
}

impl Function {
    fn is_long(&self) -> bool {
        self.lines > FUNCTION_LINES || self.markup > MARKUP_LINES
    }
}

fn functions(source: &str) -> Vec<Function> {
    let code = code(source);
    places_of(&code, "fn").into_iter().filter_map(|at| function(&code, at)).collect()
}

/// The function whose `fn` stands at `at`; nothing for a type such as `fn(u8)` or one without body.
fn function(code: &str, at: usize) -> Option<Function> {
    let rest = code[at + "fn".len()..].trim_start();
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    let name = rest[..end].to_owned();
    let open = at + code[at..].find('{')?;
    let has_body = code[at..open].find(';').is_none_or(|it| code[at..at + it].contains('['));
    if name.is_empty() || !has_body {
        return None;
    }
    let body = &code[open + 1..closing_brace(code, open)? - 1];
    let lines: Vec<_> = body.lines().filter(|it| !it.trim().is_empty()).collect();
    let markup = markup_lines(body);
    let count = if is_table(&lines) { 0 } else { lines.len() - markup };
    Some(Function { name, at: line_of(code, at), lines: count, markup })
}

/// Lines with code between the braces of the outermost `view!` in `body`.
fn markup_lines(body: &str) -> usize {
    let (mut count, mut seen) = (0, 0);
    for at in places_of(body, "view!") {
        let inside = body[at..].find('{').map(|it| at + it).filter(|_| at >= seen);
        let Some((open, end)) = inside.and_then(|it| Some((it, closing_brace(body, it)?))) else {
            continue;
        };
        let lines = body[open + 1..end - 1].lines().skip(1);
        count += lines.filter(|it| !it.trim().is_empty()).count();
        seen = end;
    }
    count
}

/// Whether nearly every line is an arm of a `match`.
fn is_table(lines: &[&str]) -> bool {
    let arms = lines.iter().filter(|it| it.contains("=>")).count();
    arms * 10 >= lines.len() * 8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    fn long(body: &str) -> Vec<String> {
        long_functions(&made_up("src/a.rs", &format!("fn f(a: [u8; 2]) {{\n{body}}}\n")))
    }

    #[test]
    fn a_long_file_is_found() {
        assert_eq!(long_files(&made_up("src/a.rs", &"x\n".repeat(501))).len(), 1);
        assert!(long_files(&made_up("src/a.rs", &"x\n".repeat(500))).is_empty());
        assert!(long_files(&made_up("src/message.rs", &"x\n".repeat(501))).is_empty());
    }

    #[test]
    fn a_long_function_is_found() {
        assert_eq!(
            long(&"    a();\n".repeat(41)),
            ["src/a.rs:1: `f` has 41 lines and 0 of markup"]
        );
        assert!(long(&"    a();\n".repeat(40)).is_empty());
        assert!(long(&"    // a\n\n".repeat(60)).is_empty());
        assert!(long(&"        A => b,\n".repeat(60)).is_empty());
    }

    #[test]
    fn markup_is_counted_apart() {
        let component = |logic: usize, markup: usize| {
            let markup = "        <p>{view! { <b/> }}</p>\n".repeat(markup);
            let logic = "    a();\n".repeat(logic);
            long(&format!("{logic}    view! {{\n{markup}    }}\n")).len()
        };
        assert_eq!(component(38, 60), 0);
        assert_eq!(component(39, 60), 1);
        assert_eq!(component(38, 61), 1);
    }

    #[test]
    fn a_function_ends_at_its_own_brace() {
        let source =
            format!("trait T {{\n fn a();\n fn b(f: fn(u8)) {{ }}\n{}}}\n", " x;\n".repeat(90));
        assert!(long_functions(&made_up("src/a.rs", &source)).is_empty());
        let names: Vec<_> = functions(&source).into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["b"]);
    }

    #[test]
    fn an_exception_that_nothing_needs_is_found() {
        let short = made_up("src/message.rs", "x");
        assert!(needless_exceptions(&[short]).contains(&"src/message.rs is short by now".into()));
    }
}

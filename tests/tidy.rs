//! The house rules, each an absence, each a test.
//!
//! A rule is a small function from a file to the problems in it; every rule has a test on a bad
//! file, so that it is known to fail. Here the rules meet the repository. They read text and not
//! syntax, so they can be fooled; they are for slips, not for ill will.

#[path = "tidy/rust.rs"]
mod rust;

#[path = "tidy/layers.rs"]
mod layers;

#[path = "tidy/forbidden.rs"]
mod forbidden;

#[path = "tidy/size.rs"]
mod size;

#[path = "tidy/page.rs"]
mod page;

#[path = "tidy/words.rs"]
mod words;

#[path = "tidy/colors.rs"]
mod colors;

#[path = "tidy/papers.rs"]
mod papers;

use std::fs;
use std::path::Path;

/// One file of the repository.
struct File {
    /// From the repository's root, with `/`.
    path: String,
    content: String,
}

impl File {
    fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|it| it.starts_with('/'))
    }

    /// What ships of a Rust file: all before its tests, and nothing of a file of tests.
    fn shipped(&self) -> &str {
        if self.path.ends_with("/tests.rs") { "" } else { rust::before_tests(&self.content) }
    }

    fn ends_in(&self, extensions: &[&str]) -> bool {
        let extension = Path::new(&self.path).extension().and_then(|it| it.to_str());
        extension.is_some_and(|it| extensions.contains(&it))
    }
}

/// A file made up for a test of a rule.
fn made_up(path: &str, content: &str) -> File {
    File { path: path.into(), content: content.into() }
}

/// Our source files: code, styles, pages, manifests, papers, words.
fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for top in ["src", "engine", "xtask", "tests", "benches", "web", "style", "locales", "docs"] {
        gather(root, &root.join(top), &mut all);
    }
    for entry in fs::read_dir(root).expect("the repository's root can be read").flatten() {
        if entry.path().is_file() {
            take(root, &entry.path(), &mut all);
        }
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

fn gather(root: &Path, folder: &Path, all: &mut Vec<File>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() && !path.ends_with("target") => gather(root, &path, all),
            path => take(root, &path, all),
        }
    }
}

fn take(root: &Path, path: &Path, all: &mut Vec<File>) {
    let known = ["rs", "js", "css", "html", "toml", "md", "ftl"];
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    // Fixtures are other people's files.
    let is_fixture = path.starts_with(root.join("tests/formats"));
    if known.contains(&extension) && !is_fixture {
        let path_in = path.strip_prefix(root).expect("it was found below the root");
        let content = fs::read_to_string(path).expect("our sources are UTF-8");
        all.push(made_up(&path_in.to_string_lossy().replace('\\', "/"), &content));
    }
}

/// Fails with every problem that `rule` finds in the files that `of` chooses, one a line.
fn check(of: impl Fn(&File) -> bool, rule: impl Fn(&File) -> Vec<String>) {
    let files = files();
    let chosen: Vec<_> = files.iter().filter(|it| of(it)).collect();
    assert!(!chosen.is_empty(), "the rule looked at no file");
    let problems: Vec<_> = chosen.into_iter().flat_map(rule).collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn is_rust(file: &File) -> bool {
    file.ends_in(&["rs"])
}

fn is_library(file: &File) -> bool {
    is_tool(file) && !file.is_in("src/bin")
}

/// What ships: the library with its member, and both ends.
fn is_tool(file: &File) -> bool {
    is_rust(file) && (file.is_in("src") || file.is_in("engine/src"))
}

fn is_page(file: &File) -> bool {
    let is_ours = file.is_in("src/bin/app") || file.is_in("web") || file.path == "index.html";
    is_ours && file.ends_in(&["rs", "js", "html"])
}

#[test]
fn modules_use_only_what_stands_below_them() {
    check(is_library, layers::upward_uses);
}

#[test]
fn the_library_knows_no_host() {
    check(is_library, forbidden::hosts);
}

#[test]
fn signals_live_only_in_the_page() {
    let outside = |it: &File| is_tool(it) && !it.is_in("src/bin/app");
    check(outside, forbidden::browsers);
}

#[test]
fn core_types_do_not_know_how_they_are_saved() {
    check(is_library, forbidden::serialized_core);
}

#[test]
fn nothing_is_left_for_later() {
    check(|it| it.ends_in(&["rs", "js", "css", "html"]), forbidden::leftovers);
}

#[test]
fn names_are_imported_one_by_one_and_not_passed_on() {
    check(is_tool, forbidden::globs);
}

#[test]
fn only_tests_unwrap() {
    check(|it| is_tool(it) || is_rust(it) && it.is_in("xtask"), forbidden::unwraps);
}

#[test]
fn files_are_short() {
    check(|it| it.ends_in(&["rs", "js", "css"]), size::long_files);
}

#[test]
fn functions_are_short() {
    check(is_rust, size::long_functions);
}

#[test]
fn what_may_be_long_is_long() {
    let files = files();
    assert_eq!(size::needless_exceptions(&files), Vec::<String>::new());
}

#[test]
fn no_text_becomes_html() {
    check(is_page, page::sinks);
}

#[test]
fn no_style_or_script_stands_in_line() {
    check(is_page, page::inline);
}

#[test]
fn the_page_takes_its_words_from_the_table() {
    check(|it| is_rust(it) && it.is_in("src/bin/app"), words::own_words);
}

#[test]
fn no_sentence_stands_in_code() {
    check(is_tool, words::sentences);
}

#[test]
fn every_message_is_said_somewhere() {
    assert_eq!(words::unsaid(&files()), Vec::<String>::new());
}

#[test]
fn colors_stand_in_one_file() {
    let painted = |it: &File| {
        is_page(it) || it.ends_in(&["css"]) && it.is_in("style") && it.path != "style/tokens.css"
    };
    check(painted, colors::stray_colors);
}

#[test]
fn every_file_says_what_it_is_for() {
    check(is_rust, papers::missing_purpose);
}

#[test]
fn versions_are_pinned() {
    check(|it| it.path.ends_with("Cargo.toml"), papers::loose_versions);
}

#[test]
fn links_between_papers_lead_somewhere() {
    let files = files();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let problems = files.iter().filter(|it| it.ends_in(&["md"]));
    let problems = problems.flat_map(|it| papers::dead_links(it, |link| root.join(link).exists()));
    assert_eq!(problems.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_language_has_every_area() {
    assert_eq!(papers::uneven_areas(&files()), Vec::<String>::new());
}

#[test]
fn the_rules_see_the_repository() {
    let files = files();
    for path in [
        "src/lib.rs",
        "engine/src/text.rs",
        "tests/tidy/rust.rs",
        "Cargo.toml",
        "locales/es/top.ftl",
    ] {
        assert!(files.iter().any(|it| it.path == path), "{path}");
    }
}

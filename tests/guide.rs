//! The user guide names commands that are there, links to files that are there, and shows pictures
//! that are there and light.

use std::fs;
use std::path::{Path, PathBuf};

use apostil::locale::{Language, Words};
use apostil::session::table::COMMANDS;

const GUIDES: [(Language, &str); 2] =
    [(Language::English, "guide.md"), (Language::Spanish, "guia.md")];

/// What a picture may weigh, in bytes.
const MOST: u64 = 60_000;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn read(name: &str) -> String {
    fs::read_to_string(docs().join(name)).unwrap()
}

/// What stands between `open` and `close`, each time.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |it| Some(it.split_once(close)?.0))
}

#[test]
fn what_is_bold_is_a_command() {
    for (language, name) in GUIDES {
        let words = Words::new(language);
        let known: Vec<String> = COMMANDS.iter().map(|it| words.say(&it.name)).collect();
        let guide = read(name);
        // Bold begins and ends with the same sign: every second piece is inside.
        let bold: Vec<&str> = guide.split("**").skip(1).step_by(2).collect();
        let unknown: Vec<_> = bold.iter().filter(|it| !known.iter().any(|at| at == **it)).collect();
        // The first says what bold is.
        let first = if language == Language::English { "bold" } else { "negrita" };
        assert_eq!(unknown, [&first], "{name}");
        assert!(bold.len() > 30, "{name}");
    }
}

#[test]
fn what_is_linked_is_there() {
    for (_, name) in GUIDES {
        let guide = read(name);
        let links: Vec<&str> = between(&guide, "](", ")").collect();
        let lost: Vec<_> = links.iter().filter(|it| !docs().join(it).exists()).collect();
        assert!(lost.is_empty(), "{name}: {lost:?}");
        assert!(links.iter().filter(|it| it.starts_with("pictures/")).count() >= 6, "{name}");
    }
}

#[test]
fn pictures_are_light_and_all_of_them_are_used() {
    let guides: String = GUIDES.iter().map(|it| read(it.1)).collect();
    for file in fs::read_dir(docs().join("pictures")).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        assert!(guides.contains(&format!("](pictures/{name})")), "{name}");
        assert!(file.metadata().unwrap().len() <= MOST, "{name}");
    }
}

#[test]
fn both_guides_have_the_same_parts() {
    let shape = |name: &str| {
        let text = read(name);
        let lines = text.lines().map(|it| it.chars().take_while(|c| "#!|-".contains(*c)).count());
        lines.filter(|it| *it > 0).collect::<Vec<_>>()
    };
    assert_eq!(shape(GUIDES[0].1), shape(GUIDES[1].1));
}

//! `docs/formats.md` is made from the table of formats. `APOSTIL_UPDATE=1 cargo test --test formats`
//! writes it anew.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use apostil::format::report::Report;
use apostil::format::thing::Thing;
use apostil::format::{FORMATS, File, Layout, Likely, WriteOptions, guess, written};
use apostil::locale::{Language, Words};
use apostil::text::Unit;

use crate::sample::{ME, dataset};

fn page() -> String {
    let words = Words::new(Language::English);
    let mut out = String::from(
        "# Formats\n\n\
         Made from the table of formats (`src/format.rs`).\n\
         What a format has no room for is said before it is written, and reported.\n\
         Every file is read back and compared before it is offered.\n\n\
         | Format | Name | Files | Offsets | What it is for |\n|---|---|---|---|---|\n",
    );
    for format in written() {
        let unit = match format.unit {
            None => "none",
            Some(Unit::CodePoint) => "code points",
            Some(Unit::Utf16) => "UTF-16 units",
            Some(Unit::Byte) => "bytes",
        };
        let (name, help) = (words.say(&format.name), words.say(&format.help));
        let files = format.extensions.join(" ");
        writeln!(out, "| {name} | `{}` | `{files}` | {unit} | {help} |", format.id).unwrap();
    }
    out.push_str(
        "\n## Only read\n\n\
         The words of an article and what is known of it; all other fields are kept.\n\n\
         | Format | Name | Files | What is read |\n|---|---|---|---|\n",
    );
    for format in FORMATS.iter().filter(|it| !it.is_written()) {
        let (name, help) = (words.say(&format.name), words.say(&format.help));
        let files = format.extensions.join(" ");
        writeln!(out, "| {name} | `{}` | `{files}` | {help} |", format.id).unwrap();
    }
    out.push_str(
        "\nA `.zip` of any of these is read too. Files are UTF-8, UTF-16 with a byte order mark, or\n\
         Windows-1252; bytes that are not what they should be are counted and said.\n\
         Where it is not plain which field holds the text, it is asked (`--field`).\n",
    );
    out.push_str("\n## What each keeps\n\n|");
    let ids = written().map(|it| it.id);
    writeln!(out, " | {} |", ids.collect::<Vec<_>>().join(" | ")).unwrap();
    writeln!(out, "|---|{}", "---|".repeat(written().count())).unwrap();
    for thing in Thing::ALL {
        let kept = written().map(|it| if it.keeps.has(thing) { "yes" } else { "no" });
        let kept = kept.collect::<Vec<_>>().join(" | ");
        writeln!(out, "| {} | {kept} |", words.say(&thing.name())).unwrap();
    }
    out.push_str(
        "\nNo format holds the history of changes: undo does not reach back into a file.\n\
         The project file is described by [a JSON Schema](apostil.schema.json).\n",
    );
    out
}

#[test]
fn the_page_on_formats_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats.md");
    if std::env::var_os("APOSTIL_UPDATE").is_some() {
        fs::write(&path, page()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page(), "docs/formats.md is stale: APOSTIL_UPDATE=1 makes it anew");
}

#[test]
fn ids_and_endings_differ_and_are_recognized() {
    let ids: BTreeSet<_> = FORMATS.iter().map(|it| it.id).collect();
    let endings: Vec<_> = written().flat_map(|it| it.extensions).collect();
    assert_eq!(ids.len(), FORMATS.len());
    assert_eq!(endings.iter().collect::<BTreeSet<_>>().len(), endings.len());
    for format in written() {
        let options = WriteOptions { layout: Layout::One, author: Some(ME), stem: "all".into() };
        let written = format.write(dataset(3), &options, &mut Report::default()).unwrap();
        for file in written.files {
            assert_eq!(guess(&file).id, format.id, "{file:?}");
        }
    }
}

#[test]
fn files_are_recognized_by_what_is_in_them_before_what_they_are_called() {
    for (name, content, id) in [
        ("a.txt", "Plain.", "text"),
        ("README", "Plain.", "text"),
        ("a.json", "{\"format\": \"apostil\", ", "native"),
        ("download", "\u{feff}\n{\n \"format\" : \"apostil\"", "native"),
        ("a.json", "{\"text\": \"one\"}\n{\"text\": \"two\"}\n", "jsonl"),
        ("a.ndjson", "{oops", "jsonl"),
        ("a.json", "{oops", "json"),
        ("a.json", "{\"text\": \"one\",\n\"more\": 1}", "json"),
        ("data", " [{\"text\": 1}]", "json"),
        ("data", "[1] A note.", "text"),
        ("notes.md", "[{\"text\": 1}]", "markdown"),
        ("a.CSV", "<html>", "csv"),
        ("a.htm", "Plain.", "html"),
        ("page", "\n<!DOCTYPE HTML><p>x", "html"),
        ("a.txt", "<html>", "text"),
    ] {
        let file = File { name: name.to_owned(), bytes: content.as_bytes().to_vec() };
        assert_eq!(guess(&file).id, id, "{name}: {content}");
        assert!((guess(&file).sniff)(&file.bytes, name) > Likely::No);
    }
}

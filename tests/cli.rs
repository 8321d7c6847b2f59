//! The command line, run as its users run it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder of its own for one test, gone afterward.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("apostil-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, b"", "C")
    }

    fn run_with(&self, arguments: &[&str], input: &[u8], language: &str) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_apostil"));
        command.args(arguments).current_dir(&self.0);
        command.env("LC_ALL", language).stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Run::of(child.wait_with_output().unwrap())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What came of a run.
struct Run {
    status: i32,
    out: String,
    said: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            said: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

const ADA: &str = "Minister Ada Nuñez 👩🏽‍🚀 paid 3 million dollars on Monday.\r\n";

#[test]
fn extract_prints_one_line_an_article_in_order() {
    let folder = Folder::new("extract");
    folder.write("b.txt", ADA).write("a.txt", "Nothing here, truly.");
    let run = folder.run(&["extract", "--to", "jsonl", "b.txt", "a.txt"]);
    assert_eq!((run.status, run.said.as_str()), (0, ""));
    let lines = run.lines();
    assert_eq!(lines[0]["id"], "b.txt");
    assert_eq!(lines[0]["text"], ADA);
    assert_eq!(lines[1]["id"], "a.txt");
    assert_eq!(lines.len(), 2);
    let spans = lines[0]["spans"].as_array().unwrap();
    let chars: Vec<char> = ADA.chars().collect();
    for span in spans {
        let keys: Vec<&str> = span.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["start", "end", "label", "text", "score"]);
        let (start, end) = (span["start"].as_u64().unwrap(), span["end"].as_u64().unwrap());
        let words: String = chars[start as usize..end as usize].iter().collect();
        assert_eq!(span["text"], words);
    }
    let labels: Vec<&str> = spans.iter().map(|it| it["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["PERSON", "MONEY", "DATE"]);
}

#[test]
fn extract_reads_standard_input_and_folders() {
    let folder = Folder::new("stdin");
    let run = folder.run_with(&["extract", "--lang", "en", "-"], ADA.as_bytes(), "C");
    assert_eq!((run.status, run.lines()[0]["language"].as_str()), (0, Some("en")));
    folder.write("news/z.txt", "One.").write("news/sub/y.txt", "Two.");
    folder.write("news/.hidden.txt", "No.").write("news/image.png", b"\x89PNG\r\n");
    let ids: Vec<Value> =
        folder.run(&["extract", "news"]).lines().iter().map(|it| it["id"].clone()).collect();
    assert_eq!(ids, ["sub/y.txt", "z.txt"]);
}

#[test]
fn what_is_converted_there_and_back_is_the_same() {
    let folder = Folder::new("convert");
    folder.write("a.txt", ADA).write("b.txt", "Two.");
    let run = folder.run(&["extract", "--to", "native", "-o", "all.json", "a.txt", "b.txt"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.said);
    for (arguments, status) in [
        (["convert", "all.json", "--to", "native", "--strict", "-o", "again.json"], 0),
        (["convert", "all.json", "--to", "jsonl", "--strict", "-o", "all.jsonl"], 1),
        (["convert", "all.jsonl", "--to", "native", "--strict", "-o", "bare.json"], 0),
        (["convert", "all.json", "--to", "text", "--strict", "-o", "text/"], 1),
        (["convert", "all.json", "--to", "native", "--strict", "-o", "all.zip"], 0),
        (["convert", "all.zip", "--to", "native", "--strict", "-o", "unzipped.json"], 0),
    ] {
        let run = folder.run(&arguments);
        assert_eq!(run.status, status, "{arguments:?}: {}", run.said);
        assert_eq!(run.out, "");
    }
    assert!(folder.read("again.json") == folder.read("all.json"));
    assert!(folder.read("unzipped.json") == folder.read("all.json"));
    assert_eq!(folder.read("text/a.txt"), ADA.as_bytes());
    let names = fs::read_dir(&folder.0).unwrap().map(|it| it.unwrap().file_name());
    assert!(!names.into_iter().any(|it| it.to_string_lossy().ends_with(".part")));
}

#[test]
fn check_says_what_is_wrong_and_where() {
    let folder = Folder::new("check");
    folder.write("good.txt", "All well.");
    let run = folder.run(&["check", "good.txt"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""));
    let span = r#"{"start": 0, "end": 4, "label": "A", "text": "Ibex"}"#;
    folder.write("bad.jsonl", format!("\n{{\"text\": \"Ibis\", \"spans\": [{span}]}}\n{{oops\n"));
    let run = folder.run(&["check", "bad.jsonl"]);
    assert_eq!(run.status, 1);
    let lines: Vec<&str> = run.out.lines().collect();
    assert!(lines[0].starts_with("bad.jsonl:2, spans[0]: ") && lines[0].contains("“Ibex”"));
    assert!(lines[1].starts_with("bad.jsonl:3: "), "{}", lines[1]);
    assert_eq!(lines.len(), 2);
}

#[test]
fn stats_counts_what_files_hold() {
    let folder = Folder::new("stats");
    let span =
        |start, end, label| format!(r#"{{"start": {start}, "end": {end}, "label": "{label}"}}"#);
    let spans = [span(0, 4, "GPE"), span(9, 12, "PERSON")].join(", ");
    let line = format!(r#"{{"id": "a", "text": "Lima and Ana", "spans": [{spans}]}}"#);
    folder.write("a.jsonl", format!("{line}\n"));
    let run = folder.run(&["stats", "a.jsonl"]);
    assert_eq!(run.status, 0);
    let has_row = |words: &[&str]| {
        run.out.lines().any(|it| it.split_whitespace().collect::<Vec<_>>() == words)
    };
    assert!(has_row(&["GPE", "1", "0", "1"]) && has_row(&["All", "2", "0", "1"]), "{}", run.out);
    assert!(has_row(&["a", "3", "12", "2", "0", "0%"]), "{}", run.out);
    assert!(run.said.contains("no time"), "{}", run.said);
    let run = folder.run(&["stats", "a.jsonl", "--csv", "-o", "out/"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""));
    let expected =
        "Label,Confirmed,Suggested,In articles\r\nGPE,1,0,1\r\nPERSON,1,0,1\r\nAll,2,0,1\r\n";
    assert_eq!(folder.read("out/labels.csv"), expected.as_bytes());
    let run = folder.run(&["stats", "a.jsonl", "--csv"]);
    assert!(run.out.starts_with(expected), "{}", run.out);
}

#[test]
fn unreadable_input_is_named_with_its_place() {
    let folder = Folder::new("unreadable");
    folder.write("zero.txt", b"one\nA\0o").write("empty.txt", b"").write("page.pdf", b"%PDF-1");
    folder.write("broken.json", "{\"format\": \"apostil\",\n \"version\": }");
    folder.write("newer.json", "{\"format\": \"apostil\", \"version\": 2}");
    folder.write("deep.json", "[".repeat(100_000));
    for (file, expected) in [
        ("zero.txt", "byte 6"),
        ("empty.txt", "empty"),
        ("page.pdf", "PDF"),
        ("broken.json", "line 2, column 13"),
        ("newer.json", "version 2"),
        ("deep.json", "deep"),
        ("missing.txt", "cannot be read"),
    ] {
        for command in ["extract", "check"] {
            let run = folder.run(&[command, file]);
            assert_eq!((run.status, run.out.as_str()), (2, ""), "{command} {file}");
            assert!(run.said.contains(file) && run.said.contains(expected), "{}", run.said);
            assert_eq!(run.said.lines().count(), 1, "{}", run.said);
        }
    }
}

#[test]
fn bad_usage_is_told_from_bad_input() {
    let folder = Folder::new("usage");
    folder.write("a.txt", "A.").write("b.txt", "B.");
    for (arguments, expected) in [
        (&["mark", "a.txt"][..], "mark"),
        (&["extract"], "input"),
        (&["extract", "--to", "docx", "a.txt"], "native, jsonl, text"),
        (&["convert", "a.txt"], "--to"),
        (&["convert", "a.txt", "--to"], "--to"),
        (&["extract", "--fast", "a.txt"], "--fast"),
        (&["extract", "--strict=1", "a.txt"], "--strict"),
        (&["extract", "--language", "tlh", "a.txt"], "tlh"),
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.said.lines().next().unwrap().contains(expected), "{}", run.said);
        assert!(run.said.contains("--help"), "{}", run.said);
    }
    let run = folder.run(&["convert", "a.txt", "b.txt", "--to", "text", "-o", "one.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.said.contains("one.txt/"), "{}", run.said);
    assert!(!Path::exists(&folder.0.join("one.txt")));
}

#[test]
fn help_and_messages_are_in_the_language_of_the_system_or_the_one_named() {
    let folder = Folder::new("language");
    let english = folder.run(&["--help"]);
    assert!(english.status == 0 && english.out.contains("Usage:"), "{}", english.out);
    let spanish = folder.run_with(&["--help"], b"", "es_CO.UTF-8");
    assert!(spanish.out.contains("Uso:"), "{}", spanish.out);
    let run = folder.run_with(&["check", "no.txt", "--language", "es"], b"", "en_US.UTF-8");
    assert!(run.said.starts_with("No se puede leer"), "{}", run.said);
    let version = folder.run(&["--version"]);
    assert_eq!(version.out, format!("apostil {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn articles_come_in_many_ways() {
    let folder = Folder::new("ways");
    let page = "<html lang=es><title>Dos orillas</title><p>Uno &amp; dos</p><p>Tres";
    folder.write("page.html", page).write("old.txt", b"Acand\xed");
    folder
        .write("notes.md", "# Heron\n\nIt stood.")
        .write("rows.csv", "title;body\nIbis;\"A;b\"\n");
    folder.write("list.json", r#"[{"id": 7, "content": "Four", "score": 1.5}, {"content": NaN}]"#);
    let run = folder.run(&[
        "convert",
        "page.html",
        "old.txt",
        "notes.md",
        "rows.csv",
        "list.json",
        "--to",
        "jsonl",
        "--lang",
        "en",
    ]);
    assert_eq!(run.status, 0, "{}", run.said);
    let lines = run.lines();
    let texts: Vec<_> = lines.iter().map(|it| it["text"].as_str().unwrap()).collect();
    let expected = ["Uno & dos\n\nTres", "Acandí", "# Heron\n\nIt stood.", "A;b", "Four"];
    assert_eq!(texts, expected);
    assert_eq!((&lines[0]["id"], &lines[0]["language"]), (&"page.html".into(), &"es".into()));
    assert_eq!(lines[0]["meta"]["title"], "Dos orillas");
    assert_eq!(lines[2]["name"], "Heron");
    assert_eq!(lines[3]["meta"]["title"], "Ibis");
    assert_eq!((&lines[4]["id"], &lines[4]["meta"]["score"]), (&"7".into(), &1.5.into()));
    assert!(run.said.contains("old.txt was read as Windows-1252"), "{}", run.said);
    assert!(run.said.contains("list.json:1: the line was left out"), "{}", run.said);
    assert!(run.said.contains("no value; JSON has none such as NaN"), "{}", run.said);
}

#[test]
fn the_field_and_the_encoding_may_be_named() {
    let folder = Folder::new("named");
    folder.write("a.csv", b"one,two\nse\xf1or,words\n");
    let run = folder.run(&["convert", "a.csv", "--to", "jsonl"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.said.contains("It has one, two"), "{}", run.said);
    let run = folder.run(&[
        "convert",
        "a.csv",
        "--to",
        "jsonl",
        "--field",
        "one",
        "--encoding",
        "windows-1252",
    ]);
    assert_eq!((run.status, run.lines()[0]["text"].as_str()), (0, Some("señor")), "{}", run.said);
    assert_eq!(run.said, "");
    let run = folder.run(&["convert", "a.csv", "--to", "jsonl", "--encoding", "ebcdic"]);
    assert_eq!(run.status, 2);
    let run = folder.run(&["convert", "a.csv", "--to", "csv"]);
    assert!(run.said.contains("Known: native, jsonl, text"), "{}", run.said);
}

/// A project with one mark and one rejected suggestion, as it is saved to a file.
const DECIDED: &str = r#"{"format": "apostil", "version": 1, "name": "Rivers",
    "labels": [{"name": "ANIMAL"}, {"name": "GPE"}],
    "authors": [{"id": "00000000000a9057", "kind": "person"}],
    "documents": [{"id": "a", "name": "A", "text": "The tonina swam to Peru.", "tracks": [
        {"author": "00000000000a9057", "reviewed": [[4, 10], [19, 23]],
         "spans": [{"id": "00000000000a9057-1", "start": 4, "end": 10, "label": "ANIMAL"}],
         "decisions": [{"start": 19, "end": 23, "label": "GPE", "verdict": "rejected",
             "score": 0.9, "source": {"name": "rules", "version": "1", "fingerprint": "0"}}]}]}]}"#;

#[test]
fn what_was_decided_is_learned_and_suggested_by() {
    let folder = Folder::new("learn");
    folder
        .write("project.json", DECIDED)
        .write("b.txt", "A tonina left Peru.\nThey stayed in Chile.");
    let run = folder.run(&["learn", "project.json", "-o", "rivers.model"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.said);
    assert!(run.said.contains("rivers.model: learned from 2 decisions"), "{}", run.said);
    let spans = |arguments: &[&str]| {
        let run = folder.run(arguments);
        assert_eq!(run.status, 0, "{}", run.said);
        let line = run.lines()[0].clone();
        let spans = line["spans"].as_array().unwrap().iter();
        spans.map(|it| format!("{}|{}", it["text"], it["label"])).collect::<Vec<_>>()
    };
    assert_eq!(spans(&["extract", "b.txt"]), ["\"Peru\"|\"GPE\"", "\"Chile\"|\"GPE\""]);
    let learned = spans(&["extract", "--model", "rivers.model", "b.txt"]);
    assert_eq!(learned, ["\"tonina\"|\"ANIMAL\"", "\"Chile\"|\"GPE\""]);
    let first = folder.read("rivers.model");
    folder.run(&["learn", "project.json", "-o", "again.model"]);
    assert!(folder.read("again.model") == first, "the same decisions give the same bytes");
}

#[test]
fn a_model_that_does_not_fit_is_refused() {
    let folder = Folder::new("models");
    folder.write("project.json", DECIDED).write("b.txt", "A tonina.").write("plain.txt", "None.");
    assert_eq!(folder.run(&["learn", "project.json", "-o", "good.model"]).status, 0);
    let good = String::from_utf8(folder.read("good.model")).unwrap();
    let engine = good.split(' ').nth(2).unwrap().to_owned();
    folder.write("damaged.model", good.replace("tonina", "toninb"));
    folder.write("cut.model", &good[..good.len() - 5]);
    folder.write("newer.model", good.replacen(" 1 ", " 2 ", 1));
    folder.write("other.model", resealed(&good, &engine, "0123456789abcdef"));
    for (model, expected) in [
        ("damaged.model", "is damaged"),
        ("cut.model", "is damaged"),
        ("newer.model", "version 2"),
        ("other.model", "another version of the engine"),
        ("b.txt", "is not a file that apostil learn"),
        ("missing.model", "cannot be read"),
    ] {
        let run = folder.run(&["extract", "--model", model, "b.txt"]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{model}");
        assert!(run.said.contains(model) && run.said.contains(expected), "{}", run.said);
    }
    let run = folder.run(&["learn", "plain.txt", "-o", "none.model"]);
    assert_eq!(run.status, 2);
    assert!(run.said.contains("Nothing was learned"), "{}", run.said);
    assert!(!Path::exists(&folder.0.join("none.model")));
    assert_eq!(folder.run(&["learn", "project.json"]).status, 2);
}

/// `model` with another engine's name, and the checksum that belongs to it.
fn resealed(model: &str, engine: &str, other: &str) -> Vec<u8> {
    let mut learnt = apostil::session::learnt::Learnt::read(model.as_bytes()).unwrap();
    assert_eq!(learnt.engine, engine);
    other.clone_into(&mut learnt.engine);
    learnt.to_bytes()
}

//! Files into a project: step by step, each with what became of it.

#[path = "tool/mod.rs"]
#[expect(dead_code, reason = "it is shared with other tests")]
mod tool;

use apostil::format::encoding::Encoding;
use apostil::format::zip::pack;
use apostil::format::{File, Layout};
use apostil::message::Message;
use apostil::model::document::Header;
use apostil::session::command::Command;
use apostil::session::export::{Articles, ExportChoice};
use apostil::session::import::{Added, ImportReport, Outcome};

use tool::Tool;

fn file(name: &str, bytes: impl AsRef<[u8]>) -> File {
    File { name: name.into(), bytes: bytes.as_ref().to_vec() }
}

/// What became of each file, in a word and a number.
fn outcomes(report: &ImportReport) -> Vec<String> {
    let word = |outcome: &Outcome| match outcome {
        Outcome::Added(it) => format!("added {}", it.documents.len()),
        Outcome::AlreadyHere { documents, .. } => format!("here {}", documents.len()),
        Outcome::Refused(why) => why.id().to_owned(),
        Outcome::Asks(it) => format!("asks {}", it.names().join(" ")),
    };
    report.files.iter().map(|it| format!("{}: {}", it.file, word(&it.outcome))).collect()
}

fn added(tool: &Tool, n: usize) -> &Added {
    match &tool.session.import_report().files[n].outcome {
        Outcome::Added(added) => added,
        other => panic!("{other:?}"),
    }
}

fn headers(tool: &Tool) -> Vec<&Header> {
    tool.session.project().documents().map(|it| &it.header).collect()
}

fn names(tool: &Tool) -> Vec<&str> {
    headers(tool).iter().map(|it| it.name.as_str()).collect()
}

#[test]
fn files_are_read_one_by_one_and_taken_in_at_once() {
    let mut tool = Tool::open("Turbo");
    assert_eq!(tool.session.importing(), None);
    let inner = [file("c.txt", "Three."), file("d/e.txt", "Four.")];
    tool.run(Command::ImportBegin { n_files: 2 });
    tool.run(Command::ImportFile(file("a.txt", "Two.")));
    tool.run(Command::ImportFile(pack("b.zip", &inner).unwrap()));
    let mut seen = Vec::new();
    loop {
        let progress = tool.session.importing().expect("it goes on");
        seen.push((progress.n_done, progress.n_articles, progress.name));
        assert_eq!(progress.n_files, 2);
        if progress.n_waiting == 0 {
            break;
        }
        assert_eq!(tool.session.project().n_documents(), 1, "nothing before the end");
        tool.run(Command::ImportStep);
    }
    let step = |done, articles, name: &str| (done, articles, name.to_owned());
    let expected = [
        step(0, 0, ""),
        step(1, 1, "a.txt"),
        step(1, 1, "b.zip"),
        step(1, 2, "b.zip/c.txt"),
        step(1, 3, "b.zip/d/e.txt"),
    ];
    assert_eq!(seen, expected);
    tool.run(Command::ImportFinish);
    assert_eq!(tool.session.importing(), None);
    assert_eq!(names(&tool), ["first", "a.txt", "c.txt", "d/e.txt"]);
    let report = outcomes(tool.session.import_report());
    assert_eq!(report, ["a.txt: added 1", "b.zip/c.txt: added 1", "b.zip/d/e.txt: added 1"]);
    tool.press("Ctrl+Z");
    assert_eq!(names(&tool), ["first"], "one undo takes all out");
}

#[test]
fn a_canceled_import_leaves_everything_as_it_was() {
    let mut tool = Tool::open("Turbo");
    let n_steps = tool.session.history().done().len();
    tool.run(Command::ImportBegin { n_files: 3 });
    tool.run(Command::ImportFile(file("a.txt", "Two.")));
    tool.run(Command::ImportStep).run(Command::ImportCancel);
    assert_eq!(tool.said.last().map(Message::id), Some("import-canceled"));
    assert_eq!((tool.session.importing(), names(&tool)), (None, vec!["first"]));
    assert_eq!(tool.session.history().done().len(), n_steps);
    tool.run(Command::ImportFinish);
    assert_eq!(names(&tool), ["first"], "nothing is left of it");
}

#[test]
fn a_person_may_go_on_while_files_are_read() {
    let mut tool = Tool::open("Turbo is far");
    let marked = r#"{"text": "Necoclí", "spans": [{"start": 0, "end": 7, "label": "GPE"}]}"#;
    tool.run(Command::ImportBegin { n_files: 1 });
    tool.run(Command::ImportBegin { n_files: 1 });
    assert_eq!(tool.said.last().map(Message::id), Some("import-running"));
    tool.run(Command::ImportFile(file("a.jsonl", marked))).run(Command::ImportStep);
    tool.select("Turbo").press("3");
    tool.shows("[Turbo|GPE*] is far").run(Command::ImportFinish);
    tool.shows("[Necoclí|GPE]");
    let project = tool.session.project();
    let tracks = project.documents().filter_map(|it| it.body.as_ref()?.tracks.values().next());
    let mut ids: Vec<_> = tracks.flat_map(|it| it.annotations.keys()).collect();
    ids.dedup();
    assert_eq!(ids.len(), 2, "no two marks have one name");
    assert_eq!(added(&tool, 0).n_marks, 1);
}

#[test]
fn the_same_words_are_taken_once() {
    let mut tool = Tool::open("Turbo");
    let rows = "title,text\nOne,Necoclí\nTwo,Turbo\nThree,Necoclí\nFour,Acandí\n";
    tool.run(Command::Import(vec![
        file("a.txt", "Necoclí"),
        file("b.md", "Necoclí"),
        file("c.csv", rows),
        file("d.jsonl", "{\"id\": \"x\", \"text\": \"Turbo\"}"),
    ]));
    assert_eq!(names(&tool), ["first", "a.txt", "Four"]);
    let report = outcomes(tool.session.import_report());
    assert_eq!(report, ["a.txt: added 1", "b.md: here 1", "c.csv: added 1", "d.jsonl: here 1"]);
    assert_eq!(added(&tool, 2).known.len(), 3);
    let said = |article: &str, file: &str| Message::ArticleDuplicate {
        file: file.into(),
        article: article.into(),
    };
    let expected = [said("a.txt", "One"), said("first", "Two"), said("a.txt", "Three")];
    assert_eq!(added(&tool, 2).remarks, expected);
}

#[test]
fn the_field_that_holds_the_text_is_asked_for() {
    let mut tool = Tool::empty();
    let rows = |word: &str| format!("one\ttwo\n{word}\tA longer {word}\n");
    tool.run(Command::Import(vec![
        file("a.tsv", rows("heron")),
        file("b.txt", "Ibis"),
        file("c.tsv", rows("egret")),
        file("d.json", r#"[{"three": "x", "four": "y"}]"#),
    ]));
    let expected =
        ["a.tsv: asks two one", "b.txt: added 1", "c.tsv: asks two one", "d.json: asks three four"];
    assert_eq!(outcomes(tool.session.import_report()), expected);
    tool.run(Command::ReadField { file: 0, field: "two".into() });
    tool.shows("A longer heron");
    let expected =
        ["a.tsv: added 1", "b.txt: added 1", "c.tsv: added 1", "d.json: asks three four"];
    assert_eq!(outcomes(tool.session.import_report()), expected);
    assert_eq!(headers(&tool)[1].meta["one"], "\"heron\"");
    tool.run(Command::ReadField { file: 3, field: "four".into() });
    assert_eq!(names(&tool), ["b.txt", "a.tsv", "c.tsv", "d.json"]);
    tool.press("Ctrl+Z Ctrl+Z");
    assert_eq!(names(&tool), ["b.txt"]);
}

#[test]
fn a_file_is_read_again_in_another_encoding() {
    let mut tool = Tool::empty();
    let files = [file("a.txt", "Turbo"), file("b.txt", b"\xc3\xb1and\xfa"), file("c.txt", "Last")];
    tool.run(Command::Import(files.to_vec()));
    assert_eq!(added(&tool, 1).encoding, Some(Encoding::Windows1252));
    let document = added(&tool, 1).documents[0].clone();
    assert!(tool.session.may_read_again(&document));
    tool.run(Command::ReadAgain { document, encoding: Encoding::Utf8 });
    tool.shows("ñand\u{fffd}");
    assert_eq!(names(&tool), ["a.txt", "b.txt", "c.txt"], "it stays in its place");
    assert_eq!(added(&tool, 1).encoding, Some(Encoding::Utf8));
    assert_eq!(added(&tool, 1).remarks[0].id(), "file-replaced");
    tool.press("Ctrl+Z").shows("Ã±andú").press("Ctrl+Y").shows("ñand\u{fffd}");

    tool.select("and").press("3");
    let document = added(&tool, 1).documents[0].clone();
    let again = Command::ReadAgain { document, encoding: Encoding::Windows1252 };
    tool.run(again.clone());
    assert_eq!(tool.said.last().map(Message::id), Some("import-worked-on"));
    tool.shows("ñ[and|GPE*]\u{fffd}").press("Ctrl+Z").run(again);
    tool.shows("Ã±andú");

    let document = added(&tool, 0).documents[0].clone();
    tool.add("pasted", "Other words");
    assert!(!tool.session.may_read_again(&document));
    tool.run(Command::ReadAgain { document, encoding: Encoding::Utf8 });
    assert_eq!(tool.said.last().map(Message::id), Some("import-original-gone"));
}

#[test]
fn suggestions_belong_to_words_and_not_to_names() {
    let mut tool = Tool::empty();
    let row = |text: &str| file("a.jsonl", format!("{{\"id\": \"x\", \"text\": \"{text}\"}}"));
    tool.run(Command::Import(vec![row("Turbo is far")])).suggest("Turbo", "GPE", 0.5);
    tool.shows("{Turbo|GPE} is far").press("Ctrl+Z");
    tool.run(Command::Import(vec![row("Ibis")])).shows("Ibis").press("Ctrl+Z");
    tool.run(Command::Import(vec![row("Turbo is far")])).shows("{Turbo|GPE} is far");
}

#[test]
fn what_is_known_of_an_article_comes_along_and_goes_out_again() {
    let mut tool = Tool::empty();
    let page = "<title>Dos orillas</title><meta name=author content=Ana><p>Las garzas estaban en el \
                río y nadie las vio.";
    let row =
        r#"[{"id": 9, "title": "Herons", "lang": "en-GB", "body": "Herons.", "deep": {"a": [1]}}]"#;
    tool.run(Command::Import(vec![file("a.html", page), file("b.json", row)]));
    let languages: Vec<_> = headers(&tool).iter().map(|it| it.language.as_deref()).collect();
    assert_eq!(languages, [Some("es"), Some("en-GB")], "guessed and said");
    assert_eq!(names(&tool), ["Dos orillas", "Herons"]);
    let choice = ExportChoice {
        format: "jsonl",
        articles: Articles::All,
        suggestions: false,
        layout: Layout::One,
    };
    tool.run(Command::Write(choice));
    let written = String::from_utf8(tool.saved[0].bytes.clone()).unwrap();
    assert!(written.contains(r#""author": "Ana""#), "{written}");
    assert!(written.contains(r#""deep": {"a": [1]}"#), "{written}");
}

#[test]
fn a_rescued_project_that_cannot_be_read_is_named() {
    let mut tool = Tool::empty();
    tool.run(Command::Import(vec![
        file("half.json", "{\"apostil\":\"rescue\",\"version\":1,\"proj"),
        file("newer.json", "{\"apostil\":\"rescue\",\"version\":9,\"projects\":[]}"),
        file("none.json", "{\"apostil\":\"rescue\",\"version\":1,\"projects\":[]}"),
    ]));
    let expected = [
        "half.json: format-unknown",
        "newer.json: version-newer",
        "none.json: file-nothing-inside",
    ];
    assert_eq!(outcomes(tool.session.import_report()), expected);
}

//! Labels of the engine that a project lacks: what is not marked may be a name with one of these.

use apostil::extract::{Example, Extractor};
use apostil::session::command::Command;
use apostil::session::lesson::{examples, lessons};
use apostil::session::schema::{Kind, SchemaChange};
use apostil::text::TextRange;

use crate::desk::{Desk, ME};
use crate::{found, pair, shipped};

/// What is suggested for some words after a person has read them ten times and marked nothing, where
/// the labels `missing` could not be given.
fn found_after_reading(text: &str, missing: &[&str]) -> Vec<(String, String)> {
    let mut engine = shipped();
    for _ in 0..10 {
        engine.learn(&[Example {
            text: text.to_owned(),
            reviewed: vec![TextRange::new(0, text.len() as u32)],
            missing: missing.iter().map(|it| (*it).to_owned()).collect(),
            ..Example::default()
        }]);
    }
    found(&engine, text)
}

#[test]
fn a_label_that_could_not_be_given_is_not_taught_away() {
    let text = "Rebels of the Qasdir Front left.";
    let body = [pair("Qasdir Front", "ORG")];
    assert_eq!(found(&shipped(), text), body);
    assert_eq!(found_after_reading(text, &["LAW", "ORG"]), body);
    assert_eq!(found_after_reading(text, &["LAW"]), []);
    assert_eq!(found_after_reading(text, &[]), []);
}

/// Which of the engine's labels could not be given, for each thing shown that has no mark.
fn missing(desk: &Desk) -> Vec<Vec<String>> {
    let all = lessons(desk.session.project(), ME, desk.session.history().done());
    let shown = all.iter().flat_map(|it| examples(desk.session.project(), ME, it));
    shown.filter(|it| it.gold.is_empty()).map(|it| it.missing).collect()
}

#[test]
fn lessons_say_which_labels_could_not_be_given() {
    let read = |mut desk: Desk| {
        desk.add("one", "The Peruvian fleet left Lima.").open(0);
        desk.run(Command::NextMark).run(Command::Reject).run(Command::ToggleDone);
        missing(&desk)
    };
    assert_eq!(read(Desk::new()), [Vec::<String>::new(), Vec::new()]);
    let short = read(Desk::with_labels(&["ORG", "GPE"]));
    assert_eq!(short.len(), 2);
    for missing in short {
        assert_eq!(missing.len(), 16);
        assert!(missing.contains(&"NORP".to_owned()) && !missing.contains(&"GPE".to_owned()));
    }
}

#[test]
fn a_label_that_is_added_changes_what_finished_articles_teach() {
    let mut desk = Desk::with_labels(&["ORG", "GPE"]);
    desk.add("one", "The Peruvian fleet left Lima.").open(0).run(Command::ToggleDone);
    let print = |desk: &Desk| desk.session.lessons()[0].print;
    let before = print(&desk);
    let (kind, name) = (Kind::Labels, "NORP".to_owned());
    desk.run(Command::ChangeSchema(SchemaChange::Add { kind, name }));
    assert_ne!(print(&desk), before);
    desk.run(Command::Undo);
    assert_eq!(print(&desk), before);
}

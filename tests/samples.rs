//! The sample articles show what they are there to show, and come in without a remark.

use std::collections::BTreeSet;

use apostil::model::annotation::Annotation;
use apostil::model::id::AuthorId;
use apostil::model::origin::Origin;
use apostil::model::track::Status;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::sample::SAMPLES;
use apostil::session::settings::Settings;
use apostil::text::{Text, TextRange};

const ME: AuthorId = AuthorId(0x5a_3b1e);

/// An empty project on which `command` was done.
fn after(command: Command) -> Session {
    let (mut session, _) = Session::new(ME, "test", Settings::default());
    session.start(None);
    session.run(command, 0);
    session
}

/// All samples, opened by the command; the marked one is in sight.
fn opened() -> Session {
    after(Command::OpenSamples)
}

fn marks(session: &Session) -> Vec<Annotation> {
    let open = session.open_document().expect("an open article");
    let track = session.project().track(open, ME).cloned().unwrap_or_default();
    track.annotations.into_values().collect()
}

fn text(session: &Session) -> Text {
    session.sheet().expect("an open article").text().clone()
}

/// Whether it holds for the ranges of two marks.
fn is_any_pair(marks: &[Annotation], holds: impl Fn(TextRange, TextRange) -> bool) -> bool {
    marks.iter().any(|a| marks.iter().any(|b| holds(a.extent.hull(), b.extent.hull())))
}

#[test]
fn all_come_in_at_once_and_go_at_once() {
    let mut session = opened();
    let report = session.import_report();
    assert_eq!(report.files.len(), SAMPLES.len());
    assert!(report.refused().count() + report.remarks().count() == 0, "{report:?}");
    assert_eq!(session.project().n_documents(), SAMPLES.len());
    let status = |it| session.summary(it).status;
    let done: Vec<Status> = session.project().order().iter().map(status).collect();
    assert_eq!(done, [Status::Done, Status::Open, Status::Open, Status::Open]);
    session.run(Command::Undo, 1);
    assert_eq!(session.project().n_documents(), 0);
}

#[test]
fn the_table_says_what_is_in_the_files() {
    for sample in SAMPLES {
        let session = after(Command::Import(vec![sample.file()]));
        let text = text(&session);
        let (first, rest) = text.as_str().split_once('\n').expect("a title and more");
        let is_title = first == sample.title;
        // Breadcrumbs are glued to the title of the raw one, which then stands alone again.
        let is_glued = first.ends_with(sample.title) && rest.trim_start().starts_with(sample.title);
        assert!(is_title != is_glued, "{}: {first}", sample.title);
        assert_eq!(marks(&session).len() as u64, sample.n_marks, "{}", sample.title);
        let order = session.project().order();
        let header = &session.project().document(&order[0]).expect("it is there").header;
        let is_said = header.language.is_some() || !is_title;
        assert!(is_said, "{} does not say its language", sample.title);
        assert!(text.as_str().contains('\u{a0}'), "{} has no hard blank", sample.title);
        assert!(text.as_str().contains(['é', 'í']), "{} has no accents", sample.title);
        assert!(text.as_str().contains(['“', '«']), "{} quotes nobody", sample.title);
        let n_words = text.as_str().split_whitespace().count();
        assert!((150..300).contains(&n_words), "{} has {n_words} words", sample.title);
    }
}

#[test]
fn every_label_is_shown() {
    let session = opened();
    let shown: BTreeSet<_> = marks(&session).iter().map(|it| it.label).collect();
    let all: BTreeSet<_> = session.project().schema().labels.iter().map(|it| it.id).collect();
    assert_eq!(all.len(), 18);
    assert_eq!(shown, all);
}

#[test]
fn marks_inside_marks_across_marks_and_in_pieces_are_shown() {
    let session = opened();
    let marks = marks(&session);
    assert!(is_any_pair(&marks, |a, b| a != b && a.start() <= b.start() && b.end() <= a.end()));
    assert!(is_any_pair(&marks, |a, b| {
        a.start() < b.start() && b.start() < a.end() && a.end() < b.end()
    }));
    let pieces: Vec<_> = marks.iter().filter(|it| it.extent.ranges().len() > 1).collect();
    assert_eq!(pieces.len(), 1);
    assert_eq!(pieces[0].extent.words(&text(&session)).unwrap(), "upper river brigades");
}

#[test]
fn marks_stand_on_whole_words_and_say_where_they_come_from() {
    let session = opened();
    let text = text(&session);
    for mark in marks(&session) {
        for range in mark.extent.ranges() {
            let words = text.slice(*range).expect("in the text");
            assert_eq!(words, words.trim(), "blanks at the ends");
            let before = text.as_str()[..range.start() as usize].chars().next_back();
            let after = text.as_str()[range.end() as usize..].chars().next();
            for outside in [before, after].into_iter().flatten() {
                assert!(!outside.is_alphanumeric(), "{words:?} is cut");
            }
        }
        assert!(matches!(&mark.origin, Origin::Imported { source } if source.contains("river")));
    }
}

//! Files on their way in, one by one: what could not be read is named, what was skipped is counted,
//! what was stopped never was.

use apostil::format::File;
use apostil::format::error::ReadError;
use apostil::format::zip;
use apostil::message::Message;
use apostil::model::id::AuthorId;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::effect::{Dialog, Effect};
use apostil::session::import::Outcome;
use apostil::session::settings::Settings;

fn empty() -> Session {
    let (mut session, _) = Session::new(AuthorId(0xa77), "test", Settings::default());
    session.start(None);
    session
}

fn file(n: usize) -> Command {
    let bytes = format!("Letter {n}\n\nIt came from Lima.").into_bytes();
    Command::ImportFile(File { name: format!("{n}.txt"), bytes })
}

/// Does all; the effects of the last.
fn run(session: &mut Session, commands: Vec<Command>) -> Vec<Effect> {
    let effects = commands.into_iter().map(|it| session.run(it, 1));
    effects.last().unwrap_or_default()
}

#[test]
fn a_file_that_could_not_be_read_is_named_among_the_others() {
    let mut session = empty();
    let unread = Command::ImportUnread { name: "gone.txt".into(), why: ReadError::Unreadable };
    let begin = Command::ImportBegin { n_files: 3 };
    run(&mut session, vec![begin, file(1), Command::ImportStep, unread]);
    assert_eq!(session.importing().map(|it| (it.n_done, it.n_files)), Some((2, 3)));
    let effects = run(&mut session, vec![file(2), Command::ImportFinish]);
    assert!(effects.contains(&Effect::Open(Dialog::ImportReport)), "{effects:?}");
    let report = session.import_report();
    let names: Vec<&str> = report.files.iter().map(|it| it.file.as_str()).collect();
    assert_eq!(names, ["1.txt", "gone.txt", "2.txt"]);
    let refused = Message::FileUnreadable { file: "gone.txt".into() };
    assert_eq!(report.files[1].outcome, Outcome::Refused(refused));
    assert_eq!(session.project().n_documents(), 2);
}

#[test]
fn what_was_skipped_is_said_and_needs_no_report() {
    let mut session = empty();
    let skipped = Command::ImportSkipped { n_files: 2 };
    let all = vec![Command::ImportBegin { n_files: 1 }, skipped, file(1), Command::ImportFinish];
    let effects = run(&mut session, all);
    let said = Effect::Say(Message::ImportAllInSkipped { count: 1, skipped: 2 });
    assert!(effects.contains(&said), "{effects:?}");
    assert!(!effects.contains(&Effect::Open(Dialog::ImportReport)), "{effects:?}");
    assert_eq!(session.import_report().n_skipped, 2);
}

#[test]
fn what_is_stopped_leaves_no_trace() {
    let mut session = empty();
    run(&mut session, vec![file(9), Command::ImportFinish]);
    assert_eq!(session.project().n_documents(), 0, "a file came in that was not announced");
    let begin = Command::ImportBegin { n_files: 2 };
    let effects =
        run(&mut session, vec![begin, file(1), Command::ImportStep, Command::ImportCancel]);
    assert_eq!(effects, [Effect::Say(Message::ImportCanceled)]);
    assert_eq!(session.importing(), None);
    run(&mut session, vec![file(2), Command::ImportStep, Command::ImportFinish]);
    assert_eq!(session.project().n_documents(), 0);
    assert!(!session.can_undo());
}

#[test]
fn many_files_are_one_step_and_keep_their_order() {
    let mut session = empty();
    let n_files = 300;
    let mut all = vec![Command::ImportBegin { n_files }];
    all.extend((0..n_files).map(file));
    all.push(Command::ImportFinish);
    run(&mut session, all);
    let project = session.project();
    let names: Vec<String> = project
        .order()
        .iter()
        .map(|id| project.document(id).unwrap().header.name.clone())
        .collect();
    let expected: Vec<String> = (0..n_files).map(|n| format!("{n}.txt")).collect();
    assert_eq!(names, expected);
    run(&mut session, vec![Command::Undo]);
    assert_eq!(session.project().n_documents(), 0);
}

#[test]
fn what_is_hidden_in_a_zip_is_skipped_as_in_a_folder() {
    let inside = |name: &str| File { name: name.into(), bytes: b"A note\n\nFrom Lima.".to_vec() };
    let names = ["letters/.hidden", ".git/a.txt", "letters/a.txt", "map.png"];
    let files: Vec<File> = names.iter().map(|it| inside(it)).collect();
    let zip = zip::pack("all.zip", &files).unwrap();
    let mut session = empty();
    run(&mut session, vec![Command::Import(vec![zip])]);
    let report = session.import_report();
    let found: Vec<&str> = report.files.iter().map(|it| it.file.as_str()).collect();
    assert_eq!((found.as_slice(), report.n_skipped), (["all.zip/letters/a.txt"].as_slice(), 3));
}

//! The server, served requests one after the other.

use super::*;
use crate::protocol::message::{Decided, EngineName, Suggested, Why};
use crate::protocol::serve;

fn bytes() -> Vec<u8> {
    include_bytes!("../../../model/lists.bin").to_vec()
}

fn shipped() -> Arc<Lists> {
    Arc::new(Lists::read(bytes()).unwrap())
}

fn request(ticket: u32, job: Job) -> Request {
    Request { ticket, job }
}

fn start() -> Job {
    Job::Start { version: PROTOCOL_VERSION }
}

fn suggest(hash: &str, windows: &[(u32, u32)]) -> Job {
    Job::Suggest { hash: hash.to_owned(), language: None, windows: windows.to_vec() }
}

/// A server that has started and holds `text`.
fn server_with(text: &str) -> (Server, String) {
    let mut server = Server { lists: shipped(), ..Server::default() };
    let hash = TextHash::of(text).to_string();
    serve(&mut server, request(1, start()));
    let (job_hash, text) = (hash.clone(), text.to_owned());
    let kept = serve(&mut server, request(2, Job::Text { hash: job_hash, text }));
    assert_eq!(kept, [Reply::Done { ticket: 2 }]);
    (server, hash)
}

/// What was covered by `replies`, and the tickets that are done.
fn covered(replies: &[Reply]) -> (Vec<(u32, u32)>, Vec<u32>) {
    let mut all = (Vec::new(), Vec::new());
    for reply in replies {
        match reply {
            Reply::Found { covered, .. } => all.0.push(*covered),
            Reply::Done { ticket } => all.1.push(*ticket),
            other => panic!("{other:?}"),
        }
    }
    all
}

fn lines(n: usize) -> String {
    let line = |n| format!("Line {n:04} is about Peru and the whole of Chile.\n");
    (0..n).map(line).collect::<Vec<_>>().concat()
}

#[test]
fn visible_windows_come_first_and_nothing_is_read_twice() {
    let text = lines(1_000);
    let end = text.len() as u32;
    let (mut server, hash) = server_with(&text);
    let replies = serve(&mut server, request(3, suggest(&hash, &[(20_000, 20_100), (0, end)])));
    let (pieces, done) = covered(&replies);
    assert_eq!(done, [3]);
    assert!(pieces[0].0 <= 20_000 && 20_100 <= pieces[0].1 && pieces[1].0 == 0, "{pieces:?}");
    let all: Ranges = pieces.iter().map(|it| TextRange::new(it.0, it.1)).collect();
    let n_read: u32 = pieces.iter().map(|it| it.1 - it.0).sum();
    assert!(n_read <= end && end < n_read + 200, "{n_read} of {end}");
    assert!(all.covered_in(TextRange::new(0, end)) + 200 > end);
}

#[test]
fn pieces_together_are_what_the_whole_gives() {
    let text = lines(300);
    let whole = TextRange::new(0, text.len() as u32);
    let (mut server, hash) = server_with(&text);
    let replies = serve(&mut server, request(3, suggest(&hash, &[(0, whole.end())])));
    assert!(replies.len() > 3);
    let mut found = Vec::new();
    for reply in replies {
        if let Reply::Found { suggestions, .. } = reply {
            found.extend(suggestions.into_iter().filter_map(Suggested::read));
        }
    }
    let engine = Engine::default().with_lists(shipped());
    assert_eq!(found, engine.suggest(&text, None, whole).suggestions);
    assert!(found.len() > 300);
}

#[test]
fn a_newer_request_overtakes_and_takes_the_place_of_an_older() {
    let text = lines(1_000);
    let (mut server, hash) = server_with(&text);
    server.accept(request(3, suggest(&hash, &[(0, text.len() as u32)])));
    assert!(matches!(server.step(), Some(Reply::Found { ticket: 3, .. })));
    let other = "About Cuba.";
    let other_hash = TextHash::of(other).to_string();
    let job = Job::Text { hash: other_hash.clone(), text: other.to_owned() };
    server.accept(request(4, job));
    server.accept(request(5, suggest(&other_hash, &[(0, 11)])));
    assert_eq!(server.step(), Some(Reply::Done { ticket: 4 }));
    assert!(matches!(server.step(), Some(Reply::Found { ticket: 5, .. })));
    assert_eq!(server.step(), Some(Reply::Done { ticket: 5 }));
    assert!(matches!(server.step(), Some(Reply::Found { ticket: 3, .. })));
    server.accept(request(6, suggest(&hash, &[(0, 10)])));
    assert_eq!(server.step(), Some(Reply::Canceled { ticket: 3 }));
    assert!(matches!(server.step(), Some(Reply::Found { ticket: 6, .. })));
    assert_eq!(server.step(), Some(Reply::Done { ticket: 6 }));
    assert!(server.is_idle() && server.step().is_none());
}

#[test]
fn work_can_be_canceled() {
    let text = lines(1_000);
    let (mut server, hash) = server_with(&text);
    server.accept(request(3, suggest(&hash, &[(0, text.len() as u32)])));
    server.step();
    let replies = serve(&mut server, request(4, Job::Cancel { ticket: 3 }));
    assert_eq!(replies, [Reply::Canceled { ticket: 3 }, Reply::Done { ticket: 4 }]);
    server.accept(request(5, suggest(&hash, &[(0, text.len() as u32)])));
    let replies = serve(&mut server, request(6, Job::Forget { hash }));
    assert_eq!(replies, [Reply::Canceled { ticket: 5 }, Reply::Done { ticket: 6 }]);
}

#[test]
fn what_cannot_be_done_is_said() {
    let mut server = Server::default();
    let failed = |ticket, why| vec![Reply::Failed { ticket, why }];
    let save = serve(&mut server, request(1, Job::Save));
    assert_eq!(save, failed(1, Failure::NotStarted));
    let other = serve(&mut server, request(2, Job::Start { version: 99 }));
    assert_eq!(other, failed(2, Failure::OtherVersion { version: PROTOCOL_VERSION }));
    let stale = serve(&mut server, request(3, suggest("00", &[(0, 1)])));
    assert_eq!(stale, failed(3, Failure::UnknownText));
    let job = Job::Text { hash: "00".to_owned(), text: "a".to_owned() };
    assert_eq!(serve(&mut server, request(4, job)), failed(4, Failure::WrongHash));
    serve(&mut server, request(5, start()));
    let job = Job::Recall { count: 1, learned: "{".to_owned() };
    assert_eq!(serve(&mut server, request(6, job)), failed(6, Failure::DamagedLearning));
    let job = Job::Learn { after: 7, upto: 8, examples: Vec::new(), more: false };
    assert_eq!(serve(&mut server, request(7, job)), failed(7, Failure::UnknownLesson));
}

#[test]
fn windows_outside_the_text_do_no_harm() {
    let (mut server, hash) = server_with("¿Perú?");
    let windows = [(3, 1), (1, 3), (0, 900), (800, 900), (u32::MAX, u32::MAX)];
    let replies = serve(&mut server, request(3, suggest(&hash, &windows)));
    assert_eq!(covered(&replies), (vec![(0, 8)], vec![3]));
}

#[test]
fn lists_come_when_they_come() {
    let text = "About Cuba.";
    let (mut server, hash) = server_with(text);
    let read = |server: &mut Server| {
        let found = serve(server, request(9, suggest(&hash, &[(0, 11)])));
        let Reply::Found { suggestions, epoch, .. } = &found[0] else { panic!("{found:?}") };
        (suggestions.len(), *epoch)
    };
    serve(&mut server, request(3, start()));
    server.lists = Arc::default();
    serve(&mut server, request(4, start()));
    assert_eq!(read(&mut server), (0, 3));
    server.accept_lists(bytes());
    let Some(Reply::Listed { ticket: 0, epoch: 4, .. }) = server.step() else { panic!() };
    assert_eq!(read(&mut server), (1, 4));
    serve(&mut server, request(5, start()));
    assert_eq!(read(&mut server), (1, 5));
    let mut other = bytes();
    other[4] = 7;
    for (bytes, why) in
        [(vec![1, 2, 3], Failure::DamagedLists), (other, Failure::OtherLists { version: 7 })]
    {
        server.accept_lists(bytes);
        assert_eq!(server.step(), Some(Reply::Failed { ticket: 0, why }));
    }
    assert_eq!(read(&mut server), (1, 5));
}

#[test]
fn the_model_comes_when_it_comes() {
    let bytes = || include_bytes!("../../../model/model.bin").to_vec();
    let (mut server, hash) = server_with("About Cuba.");
    let mut newer = bytes();
    newer[4] = 9;
    let mut damaged = bytes();
    *damaged.last_mut().unwrap() ^= 1;
    for (bytes, why) in [
        (Vec::new(), Failure::NoModel),
        (b"<!doctype html>".to_vec(), Failure::DamagedModel),
        (damaged, Failure::DamagedModel),
        (newer, Failure::OtherModel { version: 9 }),
    ] {
        server.accept_model(bytes);
        assert_eq!(server.step(), Some(Reply::Failed { ticket: 0, why }));
    }
    let found = serve(&mut server, request(3, suggest(&hash, &[(0, 11)])));
    assert!(
        matches!(&found[0], Reply::Found { epoch: 1, suggestions, .. } if suggestions.len() == 1)
    );
    server.accept_model(bytes());
    let Some(Reply::Listed { ticket: 0, epoch: 2, source, .. }) = server.step() else { panic!() };
    // Another project's engine has it, too.
    let started = serve(&mut server, request(4, start()));
    let Reply::Ready { source: again, .. } = &started[0] else { panic!("{started:?}") };
    assert_eq!(*again, source);
    let without: EngineName = Engine::default().with_lists(shipped()).source().into();
    assert_ne!(source, without);
}

#[test]
fn names_of_the_users_own_are_suggested() {
    let (mut server, hash) = server_with("Ana fed the tonina.");
    let names = vec![("tonina".to_owned(), "ANIMAL".to_owned())];
    let listed = serve(&mut server, request(3, Job::Names { names }));
    assert!(matches!(listed[0], Reply::Listed { ticket: 3, epoch: 2, .. }), "{listed:?}");
    let found = serve(&mut server, request(4, suggest(&hash, &[(0, 19)])));
    let Reply::Found { suggestions, .. } = &found[0] else { panic!("{found:?}") };
    let own = suggestions.iter().find(|it| it.label == "ANIMAL").unwrap();
    assert_eq!((own.start, own.end, &own.reason), (12, 18, &Why::Own));
}

#[test]
fn names_that_come_while_lessons_are_learned_stay() {
    let text = "It saw the Quorvane.";
    let (mut server, hash) = server_with(text);
    let lesson = Decided { text: "Ana".into(), reviewed: vec![(0, 3)], ..Decided::default() };
    let examples = vec![lesson; 100];
    server.accept(request(3, Job::Learn { after: 0, upto: 100, examples, more: false }));
    assert!(server.step().is_none() && server.course.is_busy(), "it takes more than a step");
    let names = vec![("Quorvane".to_owned(), "PRODUCT".to_owned())];
    let replies = serve(&mut server, request(4, Job::Names { names }));
    assert!(matches!(replies.last(), Some(Reply::Learned { ticket: 3, .. })), "{replies:?}");
    let found = serve(&mut server, request(5, suggest(&hash, &[(0, text.len() as u32)])));
    let Some(Reply::Found { suggestions, .. }) = found.first() else { panic!("{found:?}") };
    assert!(suggestions.iter().any(|it| it.label == "PRODUCT"), "{suggestions:?}");
}

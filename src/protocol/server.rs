//! The worker's state: an inbox in the order of urgency, the texts, the engine.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::extract::engine::Engine;
use crate::extract::lists::{Lists, ListsError};
use crate::extract::own::OwnNames;
use crate::extract::{Extractor, Found};
use crate::protocol::PROTOCOL_VERSION;
use crate::protocol::message::{Decided, Failure, Job, Reply, Request, learned_reply};
use crate::segment::character::{fit, is_blank, is_terminator};
use crate::text::{Ranges, TextHash, TextRange};

/// About how much is read in one step, in bytes: some paragraphs, a few milliseconds at most.
const PIECE: u32 = 4 * 1024;

/// Serves requests, one small step at a time.
///
/// Order: what is quick (`Text`, `Forget`, `Cancel`) is done on arrival and only answered in its
/// turn; then `Start`, `Learn` and `Save`, first come first served; then the newest `Suggest`.
#[derive(Debug, Default)]
pub struct Server {
    engine: Option<Engine>,
    /// What came by [`Server::accept_lists`], for every engine that is made.
    lists: Arc<Lists>,
    /// What came by `Names`, likewise.
    own: Arc<OwnNames>,
    epoch: u32,
    texts: BTreeMap<String, String>,
    answers: VecDeque<Reply>,
    chores: VecDeque<(u32, Chore)>,
    // The last one is served first.
    readings: Vec<Reading>,
}

/// Work on the engine itself.
#[derive(Debug)]
enum Chore {
    Start { version: u32, learned: Option<String> },
    Learn { examples: Vec<Decided> },
    Lists { bytes: Vec<u8> },
    Names { names: Vec<(String, String)> },
    Save,
}

/// A `Suggest` that is not done yet.
#[derive(Debug)]
struct Reading {
    ticket: u32,
    hash: String,
    language: Option<String>,
    /// What is still to read, the most wanted first.
    windows: VecDeque<TextRange>,
    /// What this ticket has read.
    read: Ranges,
}

impl Server {
    /// Takes a request in, without doing slow work.
    pub fn accept(&mut self, request: Request) {
        let ticket = request.ticket;
        match request.job {
            Job::Start { version, learned } => {
                self.chore(ticket, Chore::Start { version, learned });
            }
            Job::Learn { examples } => self.chore(ticket, Chore::Learn { examples }),
            Job::Names { names } => self.chore(ticket, Chore::Names { names }),
            Job::Save => self.chore(ticket, Chore::Save),
            Job::Text { hash, text } => self.keep(ticket, hash, text),
            Job::Forget { hash } => {
                self.texts.remove(&hash);
                self.cancel(|it| it.hash == hash);
                self.answers.push_back(Reply::Done { ticket });
            }
            Job::Cancel { ticket: other } => {
                self.cancel(|it| it.ticket == other);
                self.answers.push_back(Reply::Done { ticket });
            }
            Job::Suggest { hash, language, windows } => {
                self.ask(ticket, hash, language, &windows);
            }
        }
    }

    /// Takes in the lists of names, which come as bytes beside the messages, once the engine is made
    /// or before. The answer is `Listed` or `Failed`, with the ticket 0.
    pub fn accept_lists(&mut self, bytes: Vec<u8>) {
        self.chore(0, Chore::Lists { bytes });
    }

    /// Does one piece of work and answers it; `None` when there is nothing to do.
    pub fn step(&mut self) -> Option<Reply> {
        if let Some(answer) = self.answers.pop_front() {
            return Some(answer);
        }
        if let Some((ticket, chore)) = self.chores.pop_front() {
            return Some(self.work(ticket, chore));
        }
        while let Some(window) = self.readings.last_mut()?.windows.pop_front() {
            if let Some(reply) = self.read(window) {
                return Some(reply);
            }
        }
        let ticket = self.readings.pop()?.ticket;
        Some(Reply::Done { ticket })
    }

    /// Whether there is anything to do.
    pub fn is_idle(&self) -> bool {
        self.answers.is_empty() && self.chores.is_empty() && self.readings.is_empty()
    }

    fn chore(&mut self, ticket: u32, chore: Chore) {
        self.chores.push_back((ticket, chore));
    }

    fn keep(&mut self, ticket: u32, hash: String, text: String) {
        if TextHash::of(&text).to_string() != hash {
            return self.fail(ticket, Failure::WrongHash);
        }
        self.texts.insert(hash, text);
        self.answers.push_back(Reply::Done { ticket });
    }

    fn fail(&mut self, ticket: u32, why: Failure) {
        self.answers.push_back(Reply::Failed { ticket, why });
    }

    fn cancel(&mut self, is_meant: impl Fn(&Reading) -> bool) {
        for it in self.readings.iter().filter(|it| is_meant(it)) {
            self.answers.push_back(Reply::Canceled { ticket: it.ticket });
        }
        self.readings.retain(|it| !is_meant(it));
    }

    fn ask(&mut self, ticket: u32, hash: String, language: Option<String>, windows: &[(u32, u32)]) {
        self.cancel(|it| it.hash == hash);
        let Some(text) = self.texts.get(&hash) else {
            return self.fail(ticket, Failure::UnknownText);
        };
        let ranges = windows.iter().filter_map(|it| TextRange::checked(it.0, it.1));
        let windows = ranges.map(|it| fit(text, it)).collect();
        self.readings.push(Reading { ticket, hash, language, windows, read: Ranges::default() });
    }

    fn work(&mut self, ticket: u32, chore: Chore) -> Reply {
        match (chore, &mut self.engine) {
            (Chore::Start { version, learned }, _) => {
                self.start(ticket, version, learned.as_deref())
            }
            (Chore::Lists { bytes }, _) => self.take_lists(ticket, bytes),
            (Chore::Names { names }, _) => {
                self.own = Arc::new(OwnNames::new(&names));
                self.equip(ticket)
            }
            (Chore::Learn { examples }, Some(engine)) => {
                let examples: Vec<_> = examples.into_iter().map(Decided::read).collect();
                let learned = engine.learn(&examples);
                self.epoch += 1;
                learned_reply(ticket, self.epoch, engine.source(), learned)
            }
            (Chore::Save, Some(engine)) => {
                let learned = String::from_utf8(engine.save()).expect("this engine saves JSON");
                Reply::Saved { ticket, epoch: self.epoch, learned }
            }
            (_, None) => Reply::Failed { ticket, why: Failure::NotStarted },
        }
    }

    /// Makes the engine. One that cannot read what was learned starts without it, and says so.
    fn start(&mut self, ticket: u32, version: u32, learned: Option<&str>) -> Reply {
        if version != PROTOCOL_VERSION {
            let why = Failure::OtherVersion { version: PROTOCOL_VERSION };
            return Reply::Failed { ticket, why };
        }
        let loaded = learned.map(|it| Engine::load(it.as_bytes())).transpose();
        let learned_is_lost = loaded.is_err();
        let engine = loaded.ok().flatten().unwrap_or_default();
        let engine = engine.with_lists(self.lists.clone()).with_names(self.own.clone());
        let source = engine.source().into();
        self.engine = Some(engine);
        self.epoch += 1;
        Reply::Ready { ticket, version, epoch: self.epoch, source, learned_is_lost }
    }

    /// Gives the lists to the engine, and to each that is made from now on.
    fn take_lists(&mut self, ticket: u32, bytes: Vec<u8>) -> Reply {
        self.lists = match Lists::read(bytes) {
            Ok(lists) => Arc::new(lists),
            Err(ListsError::Damaged) => {
                return Reply::Failed { ticket, why: Failure::DamagedLists };
            }
            Err(ListsError::OtherVersion { version }) => {
                return Reply::Failed { ticket, why: Failure::OtherLists { version } };
            }
        };
        self.equip(ticket)
    }

    /// Gives the engine all names there are.
    fn equip(&mut self, ticket: u32) -> Reply {
        let engine = self.engine.take().unwrap_or_default();
        let engine = engine.with_lists(self.lists.clone()).with_names(self.own.clone());
        let source = engine.source().into();
        self.engine = Some(engine);
        self.epoch += 1;
        Reply::Listed { ticket, epoch: self.epoch, source }
    }

    /// Reads one piece at the start of `window` for the newest ticket, and puts the rest back.
    /// `None` when there was nothing left to read in it.
    fn read(&mut self, window: TextRange) -> Option<Reply> {
        let reading = self.readings.last_mut()?;
        let (ticket, hash) = (reading.ticket, reading.hash.clone());
        let Some(engine) = &self.engine else {
            self.readings.pop();
            return Some(Reply::Failed { ticket, why: Failure::NotStarted });
        };
        let text = self.texts.get(&hash).expect("a forgotten text takes its readings along");
        let piece = first_piece(text, unread(window, &reading.read)?);
        let Found { covered, suggestions } =
            engine.suggest(text, reading.language.as_deref(), piece);
        reading.read.insert(covered);
        reading.read.insert(piece);
        if let Some(rest) = TextRange::checked(piece.end(), window.end()) {
            reading.windows.push_front(rest);
        }
        let suggestions = suggestions.into_iter().map(Into::into).collect();
        let covered = (covered.start(), covered.end());
        Some(Reply::Found { ticket, hash, epoch: self.epoch, covered, suggestions })
    }
}

/// The first stretch of `window` that is not in `read`; `None` when all of it is.
fn unread(window: TextRange, read: &Ranges) -> Option<TextRange> {
    let mut start = window.start();
    let mut end = window.end();
    for it in read.iter().filter(|it| it.overlaps(window)) {
        if it.start() <= start {
            start = start.max(it.end());
        } else {
            end = end.min(it.start());
            break;
        }
    }
    TextRange::checked(start, end).filter(|it| !it.is_empty())
}

/// The start of `window`, about [`PIECE`] long, to the end of a line or else to a blank.
fn first_piece(text: &str, window: TextRange) -> TextRange {
    if window.len() <= PIECE {
        return window;
    }
    let start = window.start() as usize;
    let end = text.floor_char_boundary(start + PIECE as usize);
    let words = &text[start..end];
    let cut = words.rfind(is_terminator).or_else(|| words.rfind(is_blank));
    let cut = cut.map_or(end, |at| text.ceil_char_boundary(start + at + 1));
    TextRange::new(window.start(), cut as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::message::{Suggested, Why};
    use crate::protocol::serve;

    fn bytes() -> Vec<u8> {
        include_bytes!("../../model/lists.bin").to_vec()
    }

    fn shipped() -> Arc<Lists> {
        Arc::new(Lists::read(bytes()).unwrap())
    }

    fn request(ticket: u32, job: Job) -> Request {
        Request { ticket, job }
    }

    fn start() -> Job {
        Job::Start { version: PROTOCOL_VERSION, learned: None }
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
        let other = serve(&mut server, request(2, Job::Start { version: 99, learned: None }));
        assert_eq!(other, failed(2, Failure::OtherVersion { version: PROTOCOL_VERSION }));
        let stale = serve(&mut server, request(3, suggest("00", &[(0, 1)])));
        assert_eq!(stale, failed(3, Failure::UnknownText));
        let job = Job::Text { hash: "00".to_owned(), text: "a".to_owned() };
        assert_eq!(serve(&mut server, request(4, job)), failed(4, Failure::WrongHash));
        let job = Job::Start { version: PROTOCOL_VERSION, learned: Some("{".to_owned()) };
        let started = serve(&mut server, request(5, job));
        assert!(matches!(started[0], Reply::Ready { learned_is_lost: true, .. }), "{started:?}");
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
    fn learning_raises_the_epoch_and_can_be_saved() {
        let (mut server, hash) = server_with("Peru");
        let decided = Decided {
            text: "Peru".to_owned(),
            reviewed: vec![(0, 4)],
            gold: vec![(0, 4, "ORG".to_owned())],
            rejected: vec![(4, 0, "ORG".to_owned())],
        };
        let learned = serve(&mut server, request(3, Job::Learn { examples: vec![decided] }));
        assert!(matches!(learned[0], Reply::Learned { epoch: 2, taken: 1, .. }), "{learned:?}");
        let found = serve(&mut server, request(4, suggest(&hash, &[(0, 4)])));
        let Reply::Found { epoch: 2, suggestions, .. } = &found[0] else { panic!("{found:?}") };
        assert_eq!(suggestions[0].label, "ORG");
        let saved = serve(&mut server, request(5, Job::Save));
        let Reply::Saved { learned, .. } = &saved[0] else { panic!("{saved:?}") };
        let job = Job::Start { version: PROTOCOL_VERSION, learned: Some(learned.clone()) };
        let mut other = Server::default();
        let ready = serve(&mut other, request(1, job));
        assert!(matches!(&ready[0], Reply::Ready { learned_is_lost: false, .. }));
        let again = serve(&mut other, request(2, Job::Save));
        let expected = Reply::Saved { ticket: 2, epoch: 1, learned: learned.clone() };
        assert_eq!(again, [expected]);
    }
}

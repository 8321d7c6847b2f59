//! The worker's state: an inbox in the order of urgency, the texts, the engine.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::extract::engine::Engine;
use crate::extract::lists::{Lists, ListsError};
use crate::extract::own::OwnNames;
use crate::extract::{Extractor, Found};
use crate::protocol::PROTOCOL_VERSION;
use crate::protocol::course::{Course, Lessons, Taught};
use crate::protocol::message::{Failure, Job, Reply, Request};
use crate::protocol::piece::{first_piece, unread};
use crate::segment::character::fit;
use crate::text::{Ranges, TextHash, TextRange};

/// Serves requests, one small step at a time.
///
/// Order: what is quick (`Text`, `Forget`, `Cancel`) is done on arrival and only answered in its
/// turn; then `Start`, `Learn` and `Save`, first come first served; then the newest `Suggest`. Many
/// lessons at once are learned by turns with it, a few at a time.
#[derive(Debug, Default)]
pub struct Server {
    engine: Option<Engine>,
    /// What came by [`Server::accept_lists`], for every engine that is made.
    lists: Arc<Lists>,
    /// What came by `Names`, likewise.
    own: Arc<OwnNames>,
    course: Course,
    /// Whether the next step belongs to what is learned aside.
    is_their_turn: bool,
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
    Start { version: u32 },
    Learn { lessons: Lessons },
    Recall { count: u32, learned: String },
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
            Job::Start { version } => self.chore(ticket, Chore::Start { version }),
            Job::Learn { after, upto, examples, more } => {
                let lessons = Lessons { after, upto, examples, more };
                self.chore(ticket, Chore::Learn { lessons });
            }
            Job::Recall { count, learned } => {
                self.chore(ticket, Chore::Recall { count, learned });
            }
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

    /// Does one piece of work and answers it. `None` when there was nothing to do, and after a step of
    /// learning that is not the last.
    pub fn step(&mut self) -> Option<Reply> {
        if let Some(answer) = self.answers.pop_front() {
            return Some(answer);
        }
        if let Some((ticket, chore)) = self.chores.pop_front() {
            return self.work(ticket, chore);
        }
        self.is_their_turn ^= true;
        if self.course.is_busy() && (self.is_their_turn || self.readings.is_empty()) {
            return self.study();
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
        let is_done = self.answers.is_empty() && self.chores.is_empty();
        is_done && self.readings.is_empty() && !self.course.is_busy()
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

    fn work(&mut self, ticket: u32, chore: Chore) -> Option<Reply> {
        Some(match (chore, &self.engine) {
            (Chore::Start { version }, _) => self.start(ticket, version),
            (Chore::Lists { bytes }, _) => self.take_lists(ticket, bytes),
            (Chore::Names { names }, _) => {
                self.own = Arc::new(OwnNames::new(&names));
                self.equip(ticket)
            }
            (Chore::Learn { lessons }, Some(_)) => return self.teach(ticket, lessons),
            (Chore::Recall { count, learned }, Some(_)) => self.recall(ticket, count, &learned),
            (Chore::Save, Some(engine)) => {
                let learned = String::from_utf8(engine.save()).expect("this engine saves JSON");
                Reply::Saved { ticket, epoch: self.epoch, learned }
            }
            (_, None) => Reply::Failed { ticket, why: Failure::NotStarted },
        })
    }

    /// Makes the engine, which has learned nothing.
    fn start(&mut self, ticket: u32, version: u32) -> Reply {
        if version != PROTOCOL_VERSION {
            let why = Failure::OtherVersion { version: PROTOCOL_VERSION };
            return Reply::Failed { ticket, why };
        }
        let engine = self.equipped(Engine::default());
        let (source, base) = (engine.source().into(), engine.base());
        self.engine = Some(engine);
        self.unlearn(0);
        Reply::Ready { ticket, version, epoch: self.epoch, source, base }
    }

    /// `engine` with all lists and names there are.
    fn equipped(&self, engine: Engine) -> Engine {
        engine.with_lists(self.lists.clone()).with_names(self.own.clone())
    }

    /// From now on the engine is one that knows `count` lessons; others that wait are given up.
    fn unlearn(&mut self, count: u32) {
        self.epoch += 1;
        let given_up = self.course.restart(count).map(|ticket| Reply::Canceled { ticket });
        self.answers.extend(given_up);
    }

    fn teach(&mut self, ticket: u32, lessons: Lessons) -> Option<Reply> {
        let mut engine = self.engine.take()?;
        let mut course = std::mem::take(&mut self.course);
        let begun = course.begin(ticket, lessons, &mut engine, |it| self.equipped(it));
        (self.engine, self.course) = (Some(engine), course);
        match begun {
            Ok(taught) => Some(self.taught(taught?)),
            Err(why) => Some(Reply::Failed { ticket, why }),
        }
    }

    /// Learns a little of what is learned aside.
    fn study(&mut self) -> Option<Reply> {
        let taught = self.course.step(self.engine.as_mut()?)?;
        Some(self.taught(taught))
    }

    fn taught(&mut self, Taught { ticket, count, is_in_use }: Taught) -> Reply {
        self.epoch += u32::from(is_in_use);
        let engine = self.engine.as_ref().expect("only an engine that was made is taught");
        let (source, states) = (engine.source().into(), self.course.states());
        Reply::Learned { ticket, epoch: self.epoch, source, count, states }
    }

    /// Puts what was saved in the place of what was learned.
    fn recall(&mut self, ticket: u32, count: u32, learned: &str) -> Reply {
        let Ok(engine) = Engine::load(learned.as_bytes()) else {
            return Reply::Failed { ticket, why: Failure::DamagedLearning };
        };
        self.engine = Some(self.equipped(engine));
        self.unlearn(count);
        self.taught(Taught { ticket, count, is_in_use: false })
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

    /// Gives the engine all names there are. One that learns otherwise with them begins anew.
    fn equip(&mut self, ticket: u32) -> Reply {
        let old = self.engine.take().unwrap_or_default();
        let base = old.base();
        let mut engine = self.equipped(old);
        if engine.base() == base {
            self.epoch += 1;
        } else {
            engine = self.equipped(Engine::default());
            self.unlearn(0);
        }
        let (source, base) = (engine.source().into(), engine.base());
        self.engine = Some(engine);
        let (epoch, count) = (self.epoch, self.course.count());
        Reply::Listed { ticket, epoch, source, base, count }
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
}

//! The worker's state: an inbox in the order of urgency, the texts, the engine.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::extract::engine::Engine;
use crate::extract::lists::{Lists, ListsError};
use crate::extract::own::OwnNames;
use crate::extract::tagger::Tagger;
use crate::extract::tagger::file::TaggerError;
use crate::extract::{Extractor, Found};
use crate::protocol::PROTOCOL_VERSION;
use crate::protocol::course::{Course, Lessons, Taught};
use crate::protocol::message::{Failure, Job, Reach, Reply, Request};
use crate::protocol::piece::{first_piece, unread};
use crate::segment::character::fit;
use crate::text::{Ranges, TextHash, TextRange};

/// The most words that are named after a lesson. Looking for more takes longer than reading.
const MOST_WORDS: usize = 64;

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
    /// What came by [`Server::accept_model`], likewise.
    tagger: Option<Arc<Tagger>>,
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
    Model { bytes: Vec<u8> },
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

    /// Takes in the trained model, as [`Server::accept_lists`] does the lists; no bytes where it could
    /// not be had.
    pub fn accept_model(&mut self, bytes: Vec<u8>) {
        self.chore(0, Chore::Model { bytes });
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
            (Chore::Model { bytes }, _) => self.take_model(ticket, &bytes),
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

    /// `engine` with all lists and names there are, and the model.
    fn equipped(&self, engine: Engine) -> Engine {
        let engine = engine.with_lists(self.lists.clone()).with_names(self.own.clone());
        match &self.tagger {
            Some(tagger) => engine.with_tagger(tagger.clone()),
            None => engine,
        }
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
        let mut engine = self.engine.take()?;
        let mut course = std::mem::take(&mut self.course);
        let taught = course.step(&mut engine, |it| self.equipped(it));
        (self.engine, self.course) = (Some(engine), course);
        Some(self.taught(taught?))
    }

    fn taught(&mut self, Taught { ticket, count, difference }: Taught) -> Reply {
        self.epoch += u32::from(difference.is_some());
        let reach = match difference {
            Some(it) if it.words.len() > MOST_WORDS => Reach { words: Vec::new(), wide: true },
            Some(it) => Reach { words: it.words, wide: it.is_wide },
            None => Reach::default(),
        };
        self.learned(ticket, count, reach)
    }

    fn learned(&self, ticket: u32, count: u32, reach: Reach) -> Reply {
        let engine = self.engine.as_ref().expect("only an engine that was made is taught");
        let (source, states) = (engine.source().into(), self.course.states());
        let forgotten = engine.forgotten().into();
        Reply::Learned { ticket, epoch: self.epoch, source, count, states, reach, forgotten }
    }

    /// Puts what was saved in the place of what was learned.
    fn recall(&mut self, ticket: u32, count: u32, learned: &str) -> Reply {
        let Ok(engine) = Engine::load(learned.as_bytes()) else {
            return Reply::Failed { ticket, why: Failure::DamagedLearning };
        };
        self.engine = Some(self.equipped(engine));
        self.unlearn(count);
        self.learned(ticket, count, Reach { words: Vec::new(), wide: true })
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

    /// Gives the model to the engine, and to each that is made from now on.
    fn take_model(&mut self, ticket: u32, bytes: &[u8]) -> Reply {
        let why = match Tagger::read(bytes) {
            Ok(tagger) => {
                self.tagger = Some(Arc::new(tagger));
                return self.equip(ticket);
            }
            Err(_) if bytes.is_empty() => Failure::NoModel,
            Err(TaggerError::Damaged) => Failure::DamagedModel,
            Err(TaggerError::OtherVersion { version }) => Failure::OtherModel { version },
        };
        Reply::Failed { ticket, why }
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
mod tests;

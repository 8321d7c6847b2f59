//! Teaching the engine what was decided, and keeping what it has learned.
//!
//! The engine is to know the lessons that count ([`lesson`]). What it knows is
//! compared with them after every step: what is new is taught, and where something was taken back it
//! goes back to a state that it has put by, or begins anew. One part is taught at a time, so that the
//! page never waits, and the next is cut when the answer has come. Then the articles that it reaches are
//! read again, as `sweep` says.
//!
//! What was learned is derived, so the browser keeps it beside the project for a quick start only, and
//! takes it for true where engine and decisions are the same. To forget is to count only what is
//! decided from then on; it is kept in the same place.

use crate::message::Message;
use crate::protocol::message::{Decided, Failure, Job, Lost, Reply};
use crate::session::Session;
use crate::session::ask::cause;
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::learnt::Learnt;
use crate::session::lesson::{self, Lesson, print_of};
use crate::session::out::Out;

/// About how many examples are taught in one part.
const PART: usize = 400;

/// How many lessons may be learned until what was learned is kept again.
const KEEP_EVERY: usize = 64;

/// The most that is kept, in bytes.
const MOST_KEPT: usize = 8 * 1024 * 1024;

/// What the engine was taught, as far as the session knows.
#[derive(Debug, Default)]
pub(crate) struct Teaching {
    /// All lessons of the project, in order.
    lessons: Vec<Lesson>,
    /// The first step of the history that counts; 0 for all.
    from: u32,
    /// The hashes of the lessons that the engine has had, in order.
    taught: Vec<u64>,
    /// After how many of them it can go on.
    states: Vec<u32>,
    /// A part that it was asked to learn: the ticket, and what it then has had.
    asked: Option<(u32, Vec<u64>)>,
    /// Which engine it is, as far as learning goes.
    base: String,
    /// What was kept, until it is of use.
    kept: Option<Learnt>,
    /// How many lessons are in what was kept last, and their hash.
    saved: (usize, String),
    /// The ticket of a question for what was learned.
    saving: Option<u32>,
    /// What of all that it has learned made room.
    lost: Lost,
    /// How often teaching has failed since it last went well.
    n_failures: u32,
}

/// How far the engine is with what was decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Learning {
    /// From how many decisions it has learned.
    pub n_learned: usize,
    /// From how many it is to learn.
    pub n_wanted: usize,
    /// How many more there are, which a person has had forgotten.
    pub n_forgotten: usize,
    /// How many words with a label made room for newer ones in the engine.
    pub n_words_lost: u64,
    /// How many slight clues did.
    pub n_clues_lost: u64,
}

impl Learning {
    /// What it does not go by any more, in words.
    pub fn left_out(&self) -> Vec<Message> {
        let mut all = Vec::new();
        let mut say = |count: u64, message: Message| all.extend((count > 0).then_some(message));
        let count = self.n_forgotten as u64;
        say(count, Message::LearningLeftOut { count });
        let count = self.n_words_lost;
        say(count, Message::LearningWordsLost { count });
        let count = self.n_clues_lost;
        say(count, Message::LearningCluesLost { count });
        all
    }
}

impl Session {
    /// What the browser has kept of what was learned. To be called before the session starts.
    pub fn recall(&mut self, kept: &str) {
        let Some((from, learnt)) = kept.split_once(' ') else { return };
        self.teaching.from = from.parse().unwrap_or(0);
        if let Ok(learnt) = Learnt::read(learnt.as_bytes()) {
            self.teaching.saved = (learnt.count as usize, learnt.decisions.clone());
            self.teaching.kept = Some(learnt);
        }
    }

    /// How far the engine is with what was decided.
    pub fn learning(&self) -> Learning {
        let (wanted, all) = (self.wanted(), &self.teaching.lessons);
        let n_wanted = lesson::n_decisions(wanted);
        let n_forgotten = if self.settings.learn { lesson::n_decisions(all) - n_wanted } else { 0 };
        let known = wanted.len().min(self.teaching.taught.len());
        let n_learned = lesson::n_decisions(&wanted[..known]);
        let Lost { words, features } = self.teaching.lost;
        let (n_words_lost, n_clues_lost) = (words.into(), features.into());
        Learning { n_learned, n_wanted, n_forgotten, n_words_lost, n_clues_lost }
    }

    /// All that was decided and can be learned from, in order.
    pub fn lessons(&self) -> &[Lesson] {
        &self.teaching.lessons
    }

    /// Whether there is something to forget.
    pub fn has_learned(&self) -> bool {
        lesson::n_decisions(self.wanted()) > 0
    }

    /// Whether something was forgotten that can be learned again.
    pub fn has_forgotten(&self) -> bool {
        self.learning().n_forgotten > 0
    }

    /// Commands about learning; any other is given back.
    pub(crate) fn steer_learning(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        let Learning { n_wanted, n_forgotten, .. } = self.learning();
        let (from, said) = match command {
            Command::ForgetLearned => {
                let from = self.history.done().len() as u32 + 1;
                (from, Message::LearningForgotten { count: n_wanted as u64 })
            }
            Command::LearnFromAll => {
                (0, Message::LearningFromAll { count: (n_wanted + n_forgotten) as u64 })
            }
            other => return Some(other),
        };
        self.teaching.from = from;
        self.forget_kept(out);
        self.teach(out);
        out.say(said);
        out.redraw.status = true;
        None
    }

    /// Derives all lessons.
    pub(crate) fn prepare_lessons(&mut self) {
        let steps = self.history.done();
        self.teaching.lessons = lesson::lessons(&self.project, self.me, steps);
    }

    /// Brings the lessons up to date after the step that was done last.
    pub(crate) fn follow_step(&mut self, out: &mut Out) {
        let (lessons, steps) = (&mut self.teaching.lessons, self.history.done());
        if let Some(step) = steps.last() {
            let both = (&step.forward, &step.inverse);
            lesson::follow(lessons, &self.project, self.me, steps, both);
        }
        self.teach(out);
    }

    /// Brings the lessons up to date after the step that was undone last.
    pub(crate) fn follow_undo(&mut self, out: &mut Out) {
        let (lessons, steps) = (&mut self.teaching.lessons, self.history.done());
        if let Some(step) = self.history.last_undone() {
            lesson::follow_back(lessons, &self.project, self.me, steps, step);
        }
        self.count_from_here(out);
        self.teach(out);
    }

    /// Brings the lessons up to date after having gone to another point of the history.
    pub(crate) fn follow_go(&mut self, out: &mut Out) {
        self.prepare_lessons();
        self.count_from_here(out);
        self.teach(out);
    }

    /// What is decided next is a step that counts.
    fn count_from_here(&mut self, out: &mut Out) {
        let next = self.history.done().len() as u32 + 1;
        if self.teaching.from > next {
            self.teaching.from = next;
            self.forget_kept(out);
        }
    }

    /// The lessons that the engine is to know.
    fn wanted(&self) -> &[Lesson] {
        let all = &self.teaching.lessons;
        let first = all.partition_point(|it| it.step < self.teaching.from);
        if self.settings.learn { &all[first..] } else { &[] }
    }

    /// Teaches what the engine does not know yet, or keeps what it has learned.
    pub(crate) fn teach(&mut self, out: &mut Out) {
        let is_ready = self.asking.is_started() && self.teaching.asked.is_none();
        if !is_ready || self.teaching.n_failures > 1 {
            return;
        }
        let wanted: Vec<u64> = self.wanted().iter().map(|it| it.print).collect();
        let taught = &self.teaching.taught;
        let common = taught.iter().zip(&wanted).take_while(|(one, other)| one == other).count();
        let is_more = common == taught.len();
        if is_more && common == wanted.len() {
            return self.keep_learned(out);
        }
        if common == 0
            && is_more
            && let Some(learnt) = self.usable(&wanted)
        {
            let Ok(learned) = String::from_utf8(learnt.saved) else { return };
            let upto = learnt.count as usize;
            let job = Job::Recall { count: learnt.count, learned };
            return self.ask_to_learn(job, &wanted[..upto], out);
        }
        let states = self.teaching.states.iter().map(|it| *it as usize);
        let state = states.filter(|it| *it <= common).max().unwrap_or(0);
        let after = if is_more { common } else { state };
        let (examples, upto) = self.part(after);
        let more = upto < wanted.len();
        let (after, count) = (after as u32, upto as u32);
        self.ask_to_learn(Job::Learn { after, upto: count, examples, more }, &wanted[..upto], out);
    }

    fn ask_to_learn(&mut self, job: Job, prints: &[u64], out: &mut Out) {
        let request = self.asking.request(job);
        self.teaching.asked = Some((self.asking.last_ticket(), prints.to_vec()));
        out.then(request);
    }

    /// The next part after `after` of the lessons that count, and how many lessons it ends with.
    fn part(&self, after: usize) -> (Vec<Decided>, usize) {
        let (wanted, mut upto) = (self.wanted(), after);
        let mut examples = Vec::new();
        while upto < wanted.len() && examples.len() < PART {
            let shown = lesson::examples(&self.project, self.me, &wanted[upto]);
            examples.extend(shown.into_iter().map(Decided::from));
            upto += 1;
        }
        (examples, upto)
    }

    /// What was kept, if this engine has learned it from the first of `wanted`.
    fn usable(&mut self, wanted: &[u64]) -> Option<Learnt> {
        let base = &self.teaching.base;
        let learnt = self.teaching.kept.take_if(|it| it.engine == *base)?;
        let first = wanted.get(..learnt.count as usize)?;
        (!first.is_empty() && print_of(first) == learnt.decisions).then_some(learnt)
    }

    /// Takes in that there is another engine, or the same one with more to go by.
    pub(crate) fn meet_engine(&mut self, base: String, count: u32, out: &mut Out) {
        if self.teaching.base != base || count == 0 {
            self.teaching.base = base;
            self.teaching.taught.clear();
            self.teaching.states.clear();
            self.teaching.lost = Lost::default();
        }
        self.teach(out);
    }

    /// Takes in what came of teaching. Whether the answer belongs to it.
    pub(crate) fn note_learning(&mut self, reply: &Reply, out: &mut Out) -> bool {
        let (Reply::Learned { ticket, .. }
        | Reply::Failed { ticket, .. }
        | Reply::Canceled { ticket }) = reply
        else {
            return false;
        };
        let Some((_, prints)) = self.teaching.asked.take_if(|it| it.0 == *ticket) else {
            return false;
        };
        match reply {
            Reply::Learned { states, forgotten, .. } => {
                self.teaching.lost = *forgotten;
                self.teaching.taught = prints;
                self.teaching.states.clone_from(states);
                self.teaching.n_failures = 0;
            }
            reply => {
                self.teaching.taught.clear();
                self.teaching.states.clear();
                if let Reply::Failed { why, .. } = reply {
                    self.note_failure(why, out);
                }
            }
        }
        out.redraw.status = true;
        true
    }

    /// Notes that teaching failed: once more is tried from the first lesson on.
    fn note_failure(&mut self, why: &Failure, out: &mut Out) {
        self.teaching.n_failures += 1;
        if self.teaching.n_failures > 1 {
            out.complain(Message::WorkerFailed { cause: cause(why).to_owned() });
        }
    }

    /// Asks for what was learned, when enough of it is not kept yet.
    fn keep_learned(&mut self, out: &mut Out) {
        let Teaching { taught, saved: (count, decisions), .. } = &self.teaching;
        let is_kept = taught.get(..*count).is_some_and(|it| print_of(it) == *decisions);
        let behind = taught.len() - if is_kept { *count } else { 0 };
        if behind < KEEP_EVERY || self.teaching.saving.is_some() || self.is_read_only() {
            return;
        }
        out.then(self.asking.request(Job::Save));
        self.teaching.saving = Some(self.asking.last_ticket());
    }

    /// Hands what was learned to the browser, unless more was learned since.
    pub(crate) fn take_saved(&mut self, ticket: u32, is_fresh: bool, saved: String, out: &mut Out) {
        if self.teaching.saving.take_if(|it| *it == ticket).is_none() {
            return;
        }
        if !is_fresh || self.teaching.asked.is_some() {
            return;
        }
        let (count, decisions) = (self.teaching.taught.len(), print_of(&self.teaching.taught));
        self.teaching.saved = (count, decisions.clone());
        if saved.len() > MOST_KEPT {
            return;
        }
        let (engine, from) = (self.teaching.base.clone(), self.teaching.from);
        let learnt = Learnt { engine, decisions, count: count as u32, saved: saved.into_bytes() };
        let text = String::from_utf8(learnt.to_bytes()).expect("facts and text are text");
        out.then(Effect::KeepLearned(format!("{from} {text}")));
    }

    /// Takes what was kept away, but for what is to be forgotten.
    fn forget_kept(&mut self, out: &mut Out) {
        self.teaching.kept = None;
        self.teaching.saved = (0, String::new());
        if !self.is_read_only() {
            out.then(Effect::KeepLearned(format!("{} ", self.teaching.from)));
        }
    }
}

//! Asking the engine: which article next, and what to do with its answers.
//!
//! The open article is read first, from where it is in sight; then all others, one at a time, so
//! that a new request never waits behind more than one piece of work. What is read again after a lesson
//! is for [`sweep`](crate::session::sweep) to say. Answers are stamped with the
//! text's hash: what belongs to no document any more is dropped.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::id::{DocumentId, LabelId};
use crate::model::schema::Schema;
use crate::model::track::DecisionKey;
use crate::protocol::PROTOCOL_VERSION;
use crate::protocol::message::{EngineName, Failure, Job, Reply, Request, Suggested};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::out::Out;
use crate::session::suggestion::{Proposal, Proposals};
use crate::session::sweep::Sweep;
use crate::source::Source;
use crate::text::{TextHash, TextRange};
use crate::view::ShownKey;

/// How many paragraphs from the first in sight are asked for before the rest.
const FIRST_PARAGRAPHS: usize = 16;

/// What was asked and is not answered.
#[derive(Debug, Default)]
pub(crate) struct Asking {
    last_ticket: u32,
    /// The engine's epoch: answers of another one are late.
    epoch: u32,
    /// The engine, once it is made.
    source: Option<Arc<Source>>,
    /// What is being read, and the ticket of the question.
    reading: Option<(u32, Asked)>,
    /// Texts that were read to the end, with the language they were read in. An article may come to
    /// have another text under its id.
    read: BTreeMap<TextHash, Option<String>>,
    /// Those of them that the engine would read otherwise now.
    stale: BTreeMap<TextHash, Stale>,
    /// What was learned and has not reached all of them.
    pub(crate) sweep: Sweep,
    /// A suggestion that the engine would not make any more, kept for as long as it is selected.
    held: Option<(TextHash, DecisionKey)>,
    /// Texts that the engine holds.
    sent: BTreeSet<TextHash>,
    /// The names of the user's own that it was told, each with its label.
    names: Vec<(String, String)>,
    /// What labels were called when suggestions last came as them.
    called: Vec<Called>,
}

/// A label, its name, and those of the engine's labels that come as it.
type Called = (LabelId, String, Vec<String>);

/// Why and since when a text is to be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stale {
    /// Whether it only may have changed, and waits until no decision comes.
    is_in_doubt: bool,
    /// The epoch that was new to it.
    since: u32,
}

/// A text, as it is asked about.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    text: TextHash,
    language: Option<String>,
}

impl Asking {
    /// Notes which names of the user's own the engine is to have. Whether they are news to it; before
    /// it is made nothing is.
    pub(crate) fn note_names(&mut self, names: &[(String, String)]) -> bool {
        let is_news = self.source.is_some() && self.names != names;
        if is_news {
            self.names = names.to_vec();
        }
        is_news
    }

    /// Whether the engine is made.
    pub(crate) fn is_started(&self) -> bool {
        self.source.is_some()
    }

    /// The ticket of the last request.
    pub(crate) fn last_ticket(&self) -> u32 {
        self.last_ticket
    }

    /// Notes the engine as it is now.
    fn meet(&mut self, source: EngineName, epoch: u32) {
        self.source = Some(Arc::new(source_of(source)));
        self.epoch = epoch;
    }

    /// Whether something is being read.
    pub(crate) fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// Has `text` read again, if it was read.
    pub(crate) fn spoil(&mut self, text: TextHash) {
        if self.read.contains_key(&text) {
            let known = self.stale.get(&text).filter(|it| !it.is_in_doubt);
            let stale = known.copied().unwrap_or(Stale { is_in_doubt: false, since: self.epoch });
            self.stale.insert(text, stale);
        }
    }

    /// Notes that everything may be read otherwise.
    pub(crate) fn doubt_all(&mut self) {
        let stale = Stale { is_in_doubt: true, since: self.epoch };
        for text in self.read.keys() {
            self.stale.entry(*text).or_insert(stale);
        }
    }

    /// Whether something only may be read otherwise.
    pub(crate) fn has_doubts(&self) -> bool {
        self.stale.values().any(|it| it.is_in_doubt)
    }

    /// Has what only may be read otherwise read again.
    pub(crate) fn believe_no_more(&mut self) {
        for it in self.stale.values_mut() {
            it.is_in_doubt = false;
        }
    }

    /// Stops what is being read; it is to be asked for again.
    pub(crate) fn call_off(&mut self, out: &mut Out) {
        if let Some((ticket, _)) = self.reading.take() {
            out.then(self.request(Job::Cancel { ticket }));
        }
    }

    pub(crate) fn request(&mut self, job: Job) -> Effect {
        self.last_ticket += 1;
        Effect::Ask(Request { ticket: self.last_ticket, job })
    }
}

impl Session {
    /// Goes on asking where `before`, the session of another project, ends: its questions are
    /// called off, and late answers to them are nobody's.
    pub fn follow(&mut self, before: &mut Self) -> Vec<Effect> {
        let mut out = Out::default();
        for hash in std::mem::take(&mut before.asking.sent) {
            out.then(before.asking.request(Job::Forget { hash: hash.to_string() }));
        }
        self.asking.last_ticket = before.asking.last_ticket;
        out.finish()
    }

    /// Has the engine made.
    pub(crate) fn start_engine(&mut self, out: &mut Out) {
        let start = Job::Start { version: PROTOCOL_VERSION };
        self.asking.called = called(self.project.schema());
        out.then(self.asking.request(start));
    }

    /// Asks for what `document` may hold, from `top` on first, unless it was read already.
    pub(crate) fn ask_for_suggestions(
        &mut self,
        document: &DocumentId,
        top: TextRange,
        out: &mut Out,
    ) {
        let Some(text) = self.project.body(document).map(|it| it.text.clone()) else { return };
        let header = self.project.document(document).map(|it| &it.header);
        let language = header.and_then(|it| it.language.clone());
        if self.asking.source.is_none() || self.has_read(document) {
            return;
        }
        let asked = Asked { text: text.hash(), language: language.clone() };
        if let Some((ticket, reading)) = &self.asking.reading {
            if *reading == asked {
                return;
            }
            let cancel = Job::Cancel { ticket: *ticket };
            out.then(self.asking.request(cancel));
        }
        let hash = text.hash().to_string();
        if self.asking.sent.insert(text.hash()) {
            let text = text.as_str().to_owned();
            out.then(self.asking.request(Job::Text { hash: hash.clone(), text }));
        }
        let mut windows = vec![(0, text.range().end())];
        windows.splice(0..0, self.in_sight(document, top).map(|it| (it.start(), it.end())));
        out.then(self.asking.request(Job::Suggest { hash, language, windows }));
        self.asking.reading = Some((self.asking.last_ticket, asked));
    }

    /// Takes in what the engine answered.
    pub fn replied(&mut self, reply: Reply, now: u64) -> Vec<Effect> {
        self.now = now;
        let mut out = Out::default();
        match reply {
            reply if self.note_learning(&reply, &mut out) => self.go_on_learned(reply, &mut out),
            Reply::Ready { source, epoch, base, .. } => {
                self.asking.meet(source, epoch);
                self.tell_names(&mut out);
                self.meet_engine(base, 0, &mut out);
                self.ask_next(&mut out);
            }
            Reply::Listed { source, epoch, base, count, .. } => {
                self.asking.meet(source, epoch);
                self.meet_engine(base, count, &mut out);
                self.ask_all_again(&mut out);
            }
            Reply::Found { hash, epoch, covered, suggestions, .. }
                if epoch == self.asking.epoch =>
            {
                self.found(&hash, covered, &suggestions, &mut out);
            }
            Reply::Done { ticket } => self.done(ticket, &mut out),
            Reply::Failed { why: Failure::DamagedLists | Failure::OtherLists { .. }, .. } => {
                out.complain(Message::ListsUnreadable);
            }
            Reply::Failed { why: Failure::NoModel, .. } => out.complain(Message::ModelMissing),
            Reply::Failed { why: Failure::DamagedModel, .. } => out.complain(Message::ModelDamaged),
            Reply::Failed { why: Failure::OtherModel { .. }, .. } => {
                out.complain(Message::ModelOtherVersion);
            }
            Reply::Failed { why, .. } => {
                out.complain(Message::WorkerFailed { cause: cause(&why).to_owned() });
            }
            Reply::Saved { ticket, epoch, learned } => {
                self.take_saved(ticket, epoch == self.asking.epoch, learned, &mut out);
            }
            Reply::Found { .. } | Reply::Canceled { .. } | Reply::Learned { .. } => {}
        }
        self.settle_queue(&mut out);
        out.finish()
    }

    /// After an answer about learning: has articles read anew if the engine answers otherwise now,
    /// and teaches on.
    fn go_on_learned(&mut self, reply: Reply, out: &mut Out) {
        if let Reply::Learned { source, epoch, reach, .. } = reply {
            self.asking.meet(source, epoch);
            self.sweep(reach, out);
        }
        self.teach(out);
    }

    /// Has every article read anew, the open one first: the engine knows more than it did.
    fn ask_all_again(&mut self, out: &mut Out) {
        self.asking.read.clear();
        self.asking.stale.clear();
        self.asking.call_off(out);
        self.ask_next(out);
    }

    /// Has the articles whose language `edits` have changed read anew.
    pub(crate) fn follow_languages(&mut self, edits: &[Edit], out: &mut Out) {
        for edit in edits {
            let Edit::Header { id, .. } = edit else { continue };
            let Some(header) = self.project.document(id).map(|it| &it.header) else { continue };
            let (text, language) = (header.text, &header.language);
            let was_read = self.asking.read.get(&text).is_some_and(|it| it != language);
            let is_read = |it: &(u32, Asked)| it.1.text == text && it.1.language != *language;
            if was_read || self.asking.reading.as_ref().is_some_and(is_read) {
                self.asking.read.remove(&text);
                self.ask_next(out);
            }
        }
    }

    /// Whether the engine has ever read `document`.
    pub(crate) fn was_read(&self, document: &DocumentId) -> bool {
        let text = self.project.document(document).map(|it| it.header.text);
        text.is_some_and(|it| self.asking.read.contains_key(&it))
    }

    /// Whether the engine would read `document` as it did.
    pub(crate) fn has_read(&self, document: &DocumentId) -> bool {
        let text = self.project.document(document).map(|it| it.header.text);
        text.is_some_and(|it| {
            self.asking.read.contains_key(&it) && !self.asking.stale.contains_key(&it)
        })
    }

    /// The open article if it is not read, else the first in the list that is not, but for those that
    /// wait for a rest.
    pub(crate) fn ask_next(&mut self, out: &mut Out) {
        let open = self.open.iter().find(|it| !self.has_read(it));
        let waiting = self.project.order().iter().filter_map(|it| Some((self.since(it)?, it)));
        let others = waiting.min_by_key(|it| it.0).map(|it| it.1);
        let next = open.or(others).cloned();
        if let Some(next) = next {
            self.ask_for_suggestions(&next, TextRange::empty(self.cursor.caret), out);
        }
    }

    /// Since which epoch `document` waits to be read: what was never read longest of all. `None` where
    /// there is no need, or not now.
    fn since(&self, document: &DocumentId) -> Option<u32> {
        let text = self.project.document(document)?.header.text;
        match self.asking.stale.get(&text) {
            Some(stale) => (!stale.is_in_doubt).then_some(stale.since),
            None => (!self.asking.read.contains_key(&text)).then_some(0),
        }
    }

    /// The paragraphs from `top` on that are likely in sight, if `document` is open.
    fn in_sight(&self, document: &DocumentId, top: TextRange) -> Option<TextRange> {
        let sheet = self.sheet().filter(|it| it.document() == document)?;
        let first = sheet.paragraph_at(top.start());
        let last = (first + FIRST_PARAGRAPHS).min(sheet.paragraphs().len()).checked_sub(1)?;
        Some(sheet.paragraphs().get(first)?.range.cover(sheet.paragraphs()[last].range))
    }

    /// Forgets what was suggested under labels that are gone, and has everything read again where
    /// suggestions come as other labels now.
    pub(crate) fn follow_labels(&mut self, out: &mut Out) {
        let schema = self.project.schema();
        let before = std::mem::replace(&mut self.asking.called, called(schema));
        if before == self.asking.called {
            return;
        }
        for known in self.proposals.values_mut() {
            known.keep(|key| schema.label(key.label).is_some());
        }
        let texts: Vec<TextHash> = self.asking.read.keys().copied().collect();
        for text in texts {
            self.asking.spoil(text);
        }
        self.ask_next(out);
    }

    fn found(&mut self, hash: &str, covered: (u32, u32), found: &[Suggested], out: &mut Out) {
        let (Some(source), Some(hash), Some(covered)) = (
            self.asking.source.clone(),
            TextHash::parse(hash),
            TextRange::checked(covered.0, covered.1),
        ) else {
            return;
        };
        let named = |it: &&Suggested| self.project.schema().label_for(&it.label).map(|it| it.id);
        let proposals: Vec<(DecisionKey, Proposal)> = found
            .iter()
            .filter_map(|it| {
                let range = TextRange::checked(it.start, it.end)?;
                let key = DecisionKey { range, label: named(&it)? };
                let (source, reason) = (source.clone(), it.reason.clone().into());
                Some((key, Proposal { score: it.score, source, reason }))
            })
            .collect();
        let proposals = self.with_selected(hash, covered, proposals);
        let about = self.project.documents().filter(|it| it.header.text == hash);
        let about: Vec<DocumentId> = about.map(|it| it.header.id.clone()).collect();
        if !about.is_empty() {
            let known: &mut Proposals = self.proposals.entry(hash).or_default();
            known.replace(covered, proposals);
        }
        if self.sheet().is_some_and(|it| it.text().hash() == hash) {
            self.refresh_sheet(out);
        }
        self.follow_suggestions(&about, out);
    }

    /// Brings what is shown in line with the suggestions in `documents`.
    pub(crate) fn follow_suggestions(&mut self, documents: &[DocumentId], out: &mut Out) {
        self.list_documents(documents, out);
        for document in documents {
            self.batch_follows_in(document, out);
        }
        self.entities_hear_of(documents, out);
    }

    /// `found` without what would take the selected suggestion away: a person is about to answer it.
    fn with_selected(
        &mut self,
        hash: TextHash,
        covered: TextRange,
        mut found: Vec<(DecisionKey, Proposal)>,
    ) -> Vec<(DecisionKey, Proposal)> {
        let is_open = self.sheet().is_some_and(|it| it.text().hash() == hash);
        let Some(ShownKey::Suggested(key)) = self.cursor.mark.filter(|_| is_open) else {
            return found;
        };
        let selected = self.proposals.get(&hash).and_then(|it| it.get(key)).cloned();
        let is_there = found.iter().any(|it| it.0 == key) || !covered.contains_range(key.range);
        if let Some(selected) = selected.filter(|_| !is_there) {
            found.retain(|it| !it.0.range.overlaps(key.range));
            found.push((key, selected));
            self.asking.held = Some((hash, key));
        }
        found
    }

    /// Suggests once more what the engine may not suggest any more, for as long as it is selected.
    pub(crate) fn hold_up(
        &mut self,
        document: &DocumentId,
        key: DecisionKey,
        proposal: Proposal,
        out: &mut Out,
    ) {
        let Some(text) = self.project.document(document).map(|it| it.header.text) else { return };
        self.proposals.entry(text).or_default().put_back(key, proposal);
        self.asking.held = Some((text, key));
        if self.open.as_ref() == Some(document) {
            self.refresh_sheet(out);
        }
        self.list_documents(std::slice::from_ref(document), out);
    }

    /// Has the article read again once a suggestion that was only kept while it was selected is let
    /// go.
    pub(crate) fn let_go_of_held(&mut self, out: &mut Out) {
        let mark = self.cursor.mark;
        let is_let_go = |it: &mut (TextHash, DecisionKey)| mark != Some(ShownKey::Suggested(it.1));
        let Some((text, _)) = self.asking.held.take_if(is_let_go) else { return };
        self.asking.spoil(text);
        if let Some((ticket, _)) = self.asking.reading.take_if(|it| it.1.text == text) {
            out.then(self.asking.request(Job::Cancel { ticket }));
        }
        self.ask_next(out);
    }

    fn done(&mut self, ticket: u32, out: &mut Out) {
        let is_meant = |it: &mut (u32, Asked)| it.0 == ticket;
        let Some((_, Asked { text, language })) = self.asking.reading.take_if(is_meant) else {
            return;
        };
        if self.asking.sent.remove(&text) {
            let forget = Job::Forget { hash: text.to_string() };
            out.then(self.asking.request(forget));
        }
        self.asking.stale.remove(&text);
        self.asking.read.insert(text, language);
        out.redraw.list = true;
        self.ask_next(out);
    }
}

fn called(schema: &Schema) -> Vec<Called> {
    schema.labels.iter().map(|it| (it.id, it.name.clone(), it.suggested_as.clone())).collect()
}

fn source_of(name: EngineName) -> Source {
    Source { name: name.name, version: name.version, fingerprint: name.fingerprint }
}

/// The engine's own name for what went wrong: for reports, beside words that say what to do.
pub(crate) fn cause(why: &Failure) -> &'static str {
    match why {
        Failure::NotStarted => "not-started",
        Failure::OtherVersion { .. } => "other-version",
        Failure::UnknownText => "unknown-text",
        Failure::WrongHash => "wrong-hash",
        Failure::UnreadableRequest => "unreadable-request",
        Failure::DamagedLists => "damaged-lists",
        Failure::OtherLists { .. } => "other-lists",
        Failure::NoModel => "no-model",
        Failure::DamagedModel => "damaged-model",
        Failure::OtherModel { .. } => "other-model",
        Failure::UnknownLesson => "unknown-lesson",
        Failure::DamagedLearning => "damaged-learning",
    }
}

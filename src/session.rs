//! The tool without a browser: commands in, effects out.
//!
//! A session is plain data. `run(command)` changes the project through its one door, moves the
//! cursor, and says what the outside must do ([`effect::Effect`]): write to the journal, ask the
//! engine, draw again. The page performs effects and feeds results back as commands or replies, so
//! the whole tool can be driven by a native test.
//!
//! Reading order: [`command`] and [`table`] (what can be done), [`effect`] (what comes of it), then
//! one file a concern.

pub mod command;
pub mod effect;
pub mod keys;
pub mod table;

pub mod about;
pub mod again;
pub mod article;
pub mod article_label;
pub mod batch;
pub mod choice;
pub mod cursor;
pub mod entities;
pub mod event;
pub mod export;
pub mod expression;
pub mod find;
pub mod guide;
pub mod import;
pub mod keymap;
pub mod learnt;
pub mod lesson;
pub mod listing;
pub mod matching;
pub mod past;
pub mod pieces;
pub mod project;
pub mod queue;
pub mod reason;
pub mod relation;
pub mod sample;
pub mod schema;
pub mod search;
pub mod settings;
pub mod statistics;
pub mod suggestion;
pub mod teach;
pub mod trial;

mod answer;
mod arrival;
mod ask;
mod keeping;
mod kinds;
mod mark;
mod name_list;
mod out;
mod record;
mod sweep;

use std::collections::BTreeMap;

use crate::edit::history::{History, Step};
use crate::journal::event::Event;
use crate::journal::{Journal, Status};
use crate::message::Message;
use crate::model::id::{AuthorId, DocumentId, LabelId};
use crate::model::project::Project;
use crate::model::schema::Schema;
use crate::model::track::Track;
use crate::session::again::Originals;
use crate::session::article::Bookmark;
use crate::session::ask::Asking;
use crate::session::batch::Batch;
use crate::session::command::Command;
use crate::session::cursor::Cursor;
use crate::session::effect::{Dialog, Effect};
use crate::session::entities::Entities;
use crate::session::import::{ImportReport, Incoming};
use crate::session::listing::List;
use crate::session::out::Out;
use crate::session::past::Wanted;
use crate::session::queue::Queue;
use crate::session::schema::file::Arriving;
use crate::session::search::query::Query;
use crate::session::settings::Settings;
use crate::session::suggestion::Proposals;
use crate::session::teach::Teaching;
use crate::text::{TextHash, TextRange};
use crate::view::{Sheet, ShownKey, ShownState};

/// One person at work on one project.
#[derive(Debug)]
pub struct Session {
    me: AuthorId,
    now: u64,
    project: Project,
    history: History,
    journal: Journal,
    /// The highest number of an annotation of mine that was ever made.
    n_minted: u32,

    open: Option<DocumentId>,
    /// Where the open article stood in the list, for when it goes.
    last_position: usize,
    sheet: Option<Sheet>,
    cursor: Cursor,
    /// The mark to select as soon as it is there.
    awaited: Option<ShownKey>,
    settings: Settings,

    list: List,
    proposals: BTreeMap<TextHash, Proposals>,
    asking: Asking,
    teaching: Teaching,
    /// Places that are looked through before they are changed at once.
    batch: Option<Batch>,
    /// What was searched last.
    query: Query,
    entities: Entities,
    /// Which steps of the history are listed, while it is shown.
    past: Option<Wanted>,
    queue: Queue,
    /// The seed of the trial when suggestions were last hidden by it.
    trial: Option<u32>,
    incoming: Option<Incoming>,
    /// The bytes of the files last taken in, in the order of the report.
    originals: Originals,
    import_report: ImportReport,
    /// What could not be read of the list of names last added.
    name_list_problems: Vec<Message>,
    /// A schema from outside that waits to be taken.
    arriving: Option<Arriving>,
    empty_track: Track,
}

impl Session {
    /// A session of `me` on an empty project with the default labels, and the sealed beginning
    /// that the project's store keeps for ever.
    pub fn new(me: AuthorId, name: &str, settings: Settings) -> (Self, String) {
        let project = Project::new(name, Schema::ontonotes());
        let (journal, beginning) = Journal::begin(&project);
        (Self::on(me, project, History::default(), journal, settings), beginning)
    }

    /// A session of `me` on a project that was opened.
    pub fn on(
        me: AuthorId,
        project: Project,
        history: History,
        journal: Journal,
        settings: Settings,
    ) -> Self {
        let n_minted = minted(me, &project, &history);
        let mut session = Self {
            me,
            now: 0,
            project,
            history,
            journal,
            n_minted,
            open: None,
            last_position: 0,
            sheet: None,
            cursor: Cursor::default(),
            awaited: None,
            settings,
            list: List::default(),
            proposals: BTreeMap::new(),
            asking: Asking::default(),
            teaching: Teaching::default(),
            batch: None,
            query: Query::default(),
            entities: Entities::default(),
            past: None,
            queue: Queue::default(),
            trial: None,
            incoming: None,
            originals: Originals::default(),
            import_report: ImportReport::default(),
            name_list_problems: Vec::new(),
            arriving: None,
            empty_track: Track::default(),
        };
        session.trial = session.project.schema().trial;
        session.list_anew();
        session
    }

    /// Starts where the person left off, else with the first article.
    pub fn start(&mut self, bookmark: Option<&Bookmark>) -> Vec<Effect> {
        let mut out = Out::default();
        // The lines of another project may be drawn, of articles that this one has as well.
        out.redraw.rows = self.project.order().to_vec();
        self.prepare_lessons();
        self.start_engine(&mut out);
        let first = self.project.order().first().cloned();
        match bookmark.filter(|it| self.project.document(&it.document).is_some()) {
            Some(bookmark) => self.go_back_to(bookmark, &mut out),
            None => self.show_or_close(first, &mut out),
        }
        out.finish()
    }

    /// Does `command`; `now` is milliseconds since 1970, for display.
    pub fn run(&mut self, command: Command, now: u64) -> Vec<Effect> {
        self.now = now;
        self.awaited = None;
        if let Some(ShownKey::Annotation(id)) = self.cursor.mark {
            self.cursor.last = Some(id);
        }
        let mut out = Out::default();
        self.dispatch(command, &mut out);
        self.settle_queue(&mut out);
        self.let_go_of_held(&mut out);
        if let Some(place) = self.open.as_ref().and_then(|it| self.place_in_list(it)) {
            self.last_position = place.0;
        }
        out.finish()
    }

    /// The project, to read.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// What can be taken back.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What is written and what is not.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Takes in what the store says.
    pub fn heard(&mut self, event: &Event) -> Vec<Effect> {
        self.journal.heard(event);
        let mut out = Out::default();
        out.redraw.status = true;
        if let Some(compact) = self.journal.compaction(&self.project) {
            out.then(Effect::Compact(compact));
        }
        out.finish()
    }

    /// Who is at work.
    pub fn me(&self) -> AuthorId {
        self.me
    }

    /// The open article with its marks.
    pub fn sheet(&self) -> Option<&Sheet> {
        self.sheet.as_ref()
    }

    /// Where the person is in it.
    pub fn cursor(&self) -> &Cursor {
        &self.cursor
    }

    /// How the page is set.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What became of the files last taken in.
    pub fn import_report(&self) -> &ImportReport {
        &self.import_report
    }

    /// Whether another tab writes, and this one only shows.
    pub fn is_read_only(&self) -> bool {
        matches!(self.journal.status(), Status::ReadOnly { .. })
    }

    /// From now on another tab writes. To write again, the project is opened anew.
    pub fn set_read_only(&mut self) {
        self.journal.set_read_only();
    }

    /// For what can always be done.
    #[expect(clippy::unused_self, reason = "the table of commands asks all in one way")]
    pub(crate) fn always(&self) -> bool {
        true
    }

    /// Whether an article is open.
    pub fn has_article(&self) -> bool {
        self.open.is_some()
    }

    /// Whether a mark is selected.
    pub fn has_mark(&self) -> bool {
        self.cursor.mark.is_some()
    }

    /// Whether a suggestion is selected.
    pub fn has_suggestion(&self) -> bool {
        let state = self.cursor.mark.and_then(|key| self.sheet()?.find(key));
        state.is_some_and(|it| it.shown.state == ShownState::Suggested)
    }

    /// Whether the open article has suggestions that wait for an answer.
    pub fn has_suggestions(&self) -> bool {
        let marks = self.sheet().map(Sheet::marks).unwrap_or_default();
        marks.iter().any(|it| it.shown.state == ShownState::Suggested)
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.history.last_done().is_some()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        self.history.last_undone().is_some()
    }

    /// What an undo would take back, in words.
    pub fn undo_words(&self) -> Option<Message> {
        self.history.last_done().map(|step: &Step| event::words(self, step))
    }

    /// What a redo would do again, in words.
    pub fn redo_words(&self) -> Option<Message> {
        self.history.last_undone().map(|step: &Step| event::words(self, step))
    }

    /// The name of `label`.
    pub fn label_name(&self, label: LabelId) -> String {
        self.project.schema().label(label).map(|it| it.name.clone()).unwrap_or_default()
    }

    /// The words of `range` in `document`, shortened for a sentence.
    pub fn words_of(&self, document: &DocumentId, range: TextRange) -> String {
        let header = self.project.document(document).map(|it| it.header.text);
        let text = header.and_then(|hash| self.project.texts().get(hash));
        suggestion::shortened(text.and_then(|it| it.slice(range)).unwrap_or_default())
    }

    /// The words of a mark of the open article, shortened for a sentence.
    pub fn words_of_mark(&self, key: ShownKey) -> Option<String> {
        let hull = self.sheet()?.find(key)?.shown.extent.hull();
        Some(self.words(hull))
    }

    fn dispatch(&mut self, command: Command, out: &mut Out) {
        let Some(command) = self.bring_in(command, out) else { return };
        let Some(command) = self.keep_articles(command, out) else { return };
        let Some(command) = self.shelve(command, out) else { return };
        let Some(command) = self.keep_names(command, out) else { return };
        let Some(command) = self.shape(command, out) else { return };
        let next = self.steer_learning(command, out).and_then(|it| self.work_in_batch(it, out));
        let Some(command) = next.and_then(|it| self.work_on_past(it, out)) else { return };
        match command {
            Command::OpenArticle(document) => self.open_article(&document, out),
            Command::NextArticle => self.turn(1, out),
            Command::PreviousArticle => self.turn(-1, out),
            Command::ToggleDone => self.toggle_done(out),
            Command::RemoveArticle(document) => self.remove_article(&document, out),
            Command::RemoveThisArticle => self.remove_this_article(out),
            Command::Export => out.then(Effect::Open(Dialog::Export)),
            Command::Write(choice) => self.write(&choice, out),
            Command::SaveToFile => self.save_to_file(out),
            Command::Undo => self.undo(out),
            Command::Redo => self.redo(out),
            command @ (Command::ShowCommands
            | Command::ShowKeys
            | Command::ShowStatistics
            | Command::SwitchTheme
            | Command::SwitchLanguage
            | Command::ToggleList
            | Command::ToggleInspector
            | Command::ShowSettings
            | Command::ShowGuidelines
            | Command::ShowGuide(_)
            | Command::SetGuidelines(_)
            | Command::Describe(..)
            | Command::Set(_)
            | Command::Turn { .. }
            | Command::Resize { .. }
            | Command::Print
            | Command::NextRegion
            | Command::PreviousRegion
            | Command::TakeOver) => self.arrange(&command, out),
            command => self.dispatch_in_article(command, out),
        }
    }

    fn remove_this_article(&mut self, out: &mut Out) {
        if let Some(document) = self.open.clone() {
            self.remove_article(&document, out);
        }
    }

    /// Commands about the open article. With none open they do nothing.
    fn dispatch_in_article(&mut self, command: Command, out: &mut Out) {
        match command {
            Command::Label(label) => self.label(label, out),
            Command::Choose(label) => self.choose(label, out),
            Command::Disarm => self.disarm(out),
            Command::LabelRange { range, label } => self.label_range(range, label, out),
            Command::LabelRanges { ranges, label } => self.label_ranges(&ranges, label, out),
            Command::TypeWords => out.then(Effect::Open(Dialog::Words)),
            Command::TypeLabel => out.then(Effect::Open(Dialog::Labels)),
            Command::SetEdges { key, start, end } => self.set_edges(key, start, end, out),
            Command::MoveEdge { edge, forward } => self.move_edge(edge, forward, out),
            Command::NudgeEdge { edge, forward } => self.nudge_edge(edge, forward, out),
            Command::SetNote(id, note) => self.set_note(id, note, out),
            Command::SetLink(id, link) => self.set_link(id, &link, out),
            Command::SetAttribute { id, name, value } => self.set_attribute(id, name, value, out),
            Command::Accept => self.accept(out),
            Command::AcceptParagraph => self.accept_paragraph(out),
            Command::AcceptLabel => self.accept_label(out),
            Command::AcceptAll => self.accept_many(|_| true, out),
            Command::Finish => self.finish(out),
            Command::Reject => self.reject(out),
            Command::Skip => self.skip(out),
            Command::Remove => self.remove(out),
            Command::NextMark | Command::PreviousMark => self.walk(&command, out),
            Command::NextDoubtful => self.next_doubtful(out),
            Command::SelectMark(key) => {
                self.select_mark(key, out);
                self.say_mark(out);
            }
            Command::Select { anchor, caret } => self.select(anchor, caret, out),
            Command::MoveCaret { to, extend } => self.move_caret(to, extend, out),
            Command::Move { motion, extend } => self.step(motion, extend, out),
            Command::SelectNone => self.select_none(out),
            command => self.say_more(command, out),
        }
    }
}

/// The highest number that `me` has given to an annotation or a relation, alive or in history.
fn minted(me: AuthorId, project: &Project, history: &History) -> u32 {
    let alive = project.documents().filter_map(|it| it.body.as_ref()?.tracks.get(&me));
    let alive = alive.flat_map(|it| {
        let ties = it.relations.keys().map(|id| (id.author, id.n));
        it.annotations.keys().map(|id| (id.author, id.n)).chain(ties)
    });
    let alive = alive.filter(|it| it.0 == me).map(|it| it.1);
    let steps = history.steps();
    let edits = steps.flat_map(|it| it.forward.edits.iter().chain(&it.inverse.edits));
    let named = edits.filter_map(|edit| import::highest(me, edit));
    alive.chain(named).max().unwrap_or(0)
}

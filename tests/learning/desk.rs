//! A session with the real worker behind it, without a browser.

use std::sync::Arc;

use apostil::edit::history::History;
use apostil::extract::Extractor;
use apostil::extract::engine::Engine;
use apostil::extract::lists::Lists;
use apostil::journal::Journal;
use apostil::message::Message;
use apostil::model::id::{AuthorId, DocumentId, LabelId};
use apostil::model::project::Project;
use apostil::model::schema::Schema;
use apostil::protocol::message::{Job, Reply, Request};
use apostil::protocol::serve;
use apostil::protocol::server::Server;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::effect::Effect;
use apostil::session::lesson::{examples, lessons};
use apostil::session::settings::Settings;
use apostil::text::TextRange;

pub(crate) const ME: AuthorId = AuthorId(0xa90_571);

/// A session and the worker that it asks.
pub(crate) struct Desk {
    pub(crate) session: Session,
    server: Server,
    /// What the browser keeps beside the project.
    pub(crate) kept: Option<String>,
    /// What was asked, oldest first.
    pub(crate) jobs: Vec<Job>,
    pub(crate) said: Vec<Message>,
    pub(crate) at: u64,
    /// The last waking that was asked for: after how long, and its number.
    waking: Option<(u32, u32)>,
    /// Whether the next decision comes before the pause that anything waits for.
    pub(crate) is_hasty: bool,
}

pub(crate) fn lists() -> Vec<u8> {
    include_bytes!("../../model/lists.bin").to_vec()
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self::with(Session::new(ME, "test", Settings::default()).0, None)
    }

    /// One whose project has only labels of these names.
    pub(crate) fn with_labels(names: &[&str]) -> Self {
        let mut schema = Schema::ontonotes();
        schema.labels.retain(|it| names.contains(&it.name.as_str()));
        let project = Project::new("test", schema);
        let (journal, _) = Journal::begin(&project);
        let settings = Settings::default();
        Self::with(Session::on(ME, project, History::default(), journal, settings), None)
    }

    /// One whose engine has the model.
    pub(crate) fn with_model() -> Self {
        let mut desk = Self::new();
        desk.server.accept_model(include_bytes!("../../model/model.bin").to_vec());
        desk.take(vec![]);
        desk
    }

    /// Starts a session with a new worker.
    fn with(mut session: Session, kept: Option<String>) -> Self {
        if let Some(kept) = &kept {
            session.recall(kept);
        }
        let effects = session.start(None);
        let server = Server::default();
        let (jobs, said) = (vec![], vec![]);
        let (at, waking, is_hasty) = (0, None, false);
        let mut desk = Self { session, server, kept, jobs, said, at, waking, is_hasty };
        desk.server.accept_lists(lists());
        desk.take(effects);
        desk
    }

    /// The same project, opened again with what was kept of what was learned.
    pub(crate) fn reopened(&self, kept: Option<String>) -> Self {
        let (project, history) = (self.session.project().clone(), self.session.history().clone());
        let (fresh, _) = Session::new(ME, "test", Settings::default());
        let journal = fresh.journal().clone();
        let settings = self.session.settings().clone();
        Self::with(Session::on(ME, project, history, journal, settings), kept)
    }

    pub(crate) fn run(&mut self, command: Command) -> &mut Self {
        self.at += 5_000;
        let effects = self.session.run(command, self.at);
        self.take(effects);
        self
    }

    /// Performs effects until the worker has nothing left to do, and nothing waits for time to pass.
    fn take(&mut self, effects: Vec<Effect>) {
        self.perform(effects);
        self.work();
        while let Some((_, number)) = self.waking.take_if(|it| !self.is_hasty || it.0 < 1_000) {
            let effects = self.session.woken(number, self.at);
            self.perform(effects);
            self.work();
        }
    }

    fn work(&mut self) {
        while !self.server.is_idle() {
            if let Some(reply) = self.server.step() {
                let effects = self.session.replied(reply, self.at);
                self.perform(effects);
            }
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Ask(request) => {
                    self.jobs.push(request.job.clone());
                    self.server.accept(request);
                }
                Effect::Wake { after_ms, number } => self.waking = Some((after_ms, number)),
                Effect::KeepLearned(text) => self.kept = Some(text),
                Effect::Say(message) => self.said.push(message),
                Effect::Complain(message) => panic!("{message:?}"),
                _ => {}
            }
        }
    }

    pub(crate) fn add(&mut self, name: &str, text: &str) -> &mut Self {
        self.run(Command::Confirm { name: name.into(), text: text.into() })
    }

    pub(crate) fn label_named(&self, name: &str) -> LabelId {
        self.session.project().schema().label_named(name).expect("a label of the schema").id
    }

    pub(crate) fn open(&mut self, n: usize) -> &mut Self {
        let document = self.session.project().order()[n].clone();
        self.run(Command::OpenArticle(document))
    }

    pub(crate) fn range(&self, words: &str) -> TextRange {
        let text = self.session.sheet().expect("an open article").text().clone();
        let start = text.as_str().find(words).expect("words of the article") as u32;
        TextRange::new(start, start + words.len() as u32)
    }

    pub(crate) fn mark(&mut self, words: &str, label: &str) -> &mut Self {
        let (range, label) = (self.range(words), self.label_named(label));
        self.run(Command::LabelRange { range, label })
    }

    pub(crate) fn select(&mut self, words: &str) -> &mut Self {
        let range = self.range(words);
        let marks = self.session.sheet().expect("an open article").marks();
        let mark = marks.iter().find(|it| it.shown.extent.hull() == range);
        let key = mark.expect("a mark on these words").shown.key;
        self.run(Command::SelectMark(key))
    }

    pub(crate) fn relabel(&mut self, words: &str, label: &str) -> &mut Self {
        let label = self.label_named(label);
        self.select(words).run(Command::Label(label))
    }

    /// What is suggested in the article at `n`, as words and labels.
    pub(crate) fn suggested(&self, n: usize) -> Vec<(String, String)> {
        let document = &self.session.project().order()[n];
        self.open_suggestions(document)
    }

    fn open_suggestions(&self, document: &DocumentId) -> Vec<(String, String)> {
        let text = &self.session.project().body(document).expect("a loaded article").text;
        let words = |range| text.slice(range).expect("in the text").to_owned();
        let open = self.session.open_suggestions(document);
        open.map(|(key, _)| (words(key.range), self.session.label_name(key.label))).collect()
    }

    pub(crate) fn all_suggested(&self) -> Vec<Vec<(String, String)>> {
        (0..self.session.project().n_documents()).map(|n| self.suggested(n)).collect()
    }

    /// What the worker's engine has learned.
    pub(crate) fn saved(&mut self) -> String {
        let replies = serve(&mut self.server, Request { ticket: u32::MAX, job: Job::Save });
        let Some(Reply::Saved { learned, .. }) = replies.last() else { panic!("{replies:?}") };
        learned.clone()
    }

    /// The same, learned from the first lesson on by an engine of its own, all at once.
    pub(crate) fn derived(&self) -> String {
        let lists = Arc::new(Lists::read(lists()).expect("lists"));
        let mut engine = Engine::default().with_lists(lists);
        let project = self.session.project();
        let all = lessons(project, ME, self.session.history().done());
        let shown: Vec<_> = all.iter().flat_map(|it| examples(project, ME, it)).collect();
        engine.learn(&shown);
        String::from_utf8(engine.save()).expect("text")
    }

    /// How often the worker was asked to read an article.
    pub(crate) fn n_readings(&self) -> usize {
        self.jobs.iter().filter(|it| matches!(it, Job::Suggest { .. })).count()
    }

    pub(crate) fn n_taught(&self) -> usize {
        let examples = self.jobs.iter().map(|it| match it {
            Job::Learn { examples, .. } => examples.len(),
            _ => 0,
        });
        examples.sum()
    }
}

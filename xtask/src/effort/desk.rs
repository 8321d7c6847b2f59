//! A desk to work at: a session, what makes its suggestions, and a till where every action is paid.

use std::collections::{BTreeMap, VecDeque};

use apostil::{
    edit::history::History,
    journal::Journal,
    message::Message,
    model::{
        id::{AuthorId, DocumentId, LabelId},
        project::Project,
        schema::Schema,
    },
    protocol::{
        PROTOCOL_VERSION,
        message::{EngineName, Job, Reply, Request, Suggested},
        server::Server,
    },
    session::{
        Session,
        choice::Switch,
        command::Command,
        effect::Effect,
        settings::{Setting, Settings},
    },
    text::{Text, TextHash},
};

use crate::effort::{
    gold::Article,
    till::{Action, Till},
};

/// Who works.
pub const ME: AuthorId = AuthorId(0xa90_571);

/// How long an action takes, in milliseconds.
const ACTION_MS: u64 = 1_000;

/// How much text is looked through at a time, in bytes.
const LOOK: usize = 256 * 1024;

/// What an annotator has beside suggestions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tools {
    /// Whether the engine learns from decisions.
    pub learns: bool,
    /// Whether a correction is offered for the same words everywhere.
    pub everywhere: bool,
}

/// What makes suggestions.
pub enum Worker {
    /// The engine, behind its messages.
    Engine(Box<Server>),
    /// Somebody else, who has read all texts before, or nobody.
    Other(BTreeMap<String, Vec<Suggested>>, VecDeque<Reply>),
}

impl Worker {
    /// The engine with lists and model.
    pub fn engine(lists: Vec<u8>, model: Vec<u8>) -> Self {
        let mut server = Server::default();
        server.accept_lists(lists);
        server.accept_model(model);
        Self::Engine(Box::new(server))
    }

    /// One that suggests what is in `found`, beside each text.
    pub fn other(found: &[(String, Vec<Suggested>)]) -> Self {
        let hashed =
            |(text, it): &(String, Vec<Suggested>)| (TextHash::of(text).to_string(), it.clone());
        Self::Other(found.iter().map(hashed).collect(), VecDeque::new())
    }

    fn accept(&mut self, request: Request) {
        match self {
            Self::Engine(server) => server.accept(request),
            Self::Other(found, replies) => replies.extend(answer(found, request)),
        }
    }

    /// The next answer; `None` where there is nothing more to do.
    fn next(&mut self) -> Option<Reply> {
        match self {
            Self::Engine(server) => {
                while !server.is_idle() {
                    if let Some(reply) = server.step() {
                        return Some(reply);
                    }
                }
                None
            }
            Self::Other(_, replies) => replies.pop_front(),
        }
    }
}

/// What one who has read everything before answers.
fn answer(found: &BTreeMap<String, Vec<Suggested>>, request: Request) -> Vec<Reply> {
    let ticket = request.ticket;
    let done = Reply::Done { ticket };
    match request.job {
        Job::Start { .. } => {
            let source = EngineName {
                name: "other".to_owned(),
                version: "1".to_owned(),
                fingerprint: "0".to_owned(),
            };
            let base = String::new();
            vec![Reply::Ready { ticket, version: PROTOCOL_VERSION, epoch: 1, source, base }]
        }
        Job::Suggest { hash, .. } => {
            let suggestions = found.get(&hash).cloned().unwrap_or_default();
            let covered = (0, u32::MAX);
            vec![Reply::Found { ticket, hash, epoch: 1, covered, suggestions }, done]
        }
        _ => vec![done],
    }
}

/// A session, its worker and the till.
pub struct Desk {
    /// The session.
    pub session: Session,
    worker: Worker,
    /// What was done so far.
    pub till: Till,
    now: u64,
    /// The last waking that was asked for: after how long, and its number.
    waking: Option<(u32, u32)>,
}

impl Desk {
    /// A desk with `articles` on it, the first one open.
    pub fn new(articles: &[Article], worker: Worker, tools: Tools) -> Self {
        let project = Project::new("effort", Schema::ontonotes());
        let (journal, _) = Journal::begin(&project);
        let session = Session::on(ME, project, History::default(), journal, Settings::default());
        let mut desk = Self { session, worker, till: Till::default(), now: 0, waking: None };
        let effects = desk.session.start(None);
        desk.take(effects);
        for (switch, on) in [(Switch::Learn, tools.learns), (Switch::Offer, tools.everywhere)] {
            desk.run(Command::Set(Setting::Switch(switch, on)));
        }
        for (n, article) in (1..).zip(articles) {
            let text = article.text.clone();
            desk.run(Command::Confirm { name: format!("{n}"), text });
        }
        let first = desk.session.project().order()[0].clone();
        desk.run(Command::OpenArticle(first));
        desk.pause();
        desk
    }

    /// Does what one `action` means.
    pub fn act(&mut self, action: Action, command: Command) {
        self.till.pay(action);
        self.run(command);
    }

    /// Lets time pass: what waited for that is done.
    pub fn pause(&mut self) {
        while let Some((after_ms, number)) = self.waking.take() {
            self.now += u64::from(after_ms);
            let effects = self.session.woken(number, self.now);
            self.take(effects);
        }
    }

    /// The label called `name`.
    pub fn label(&self, name: &str) -> LabelId {
        self.session.project().schema().label_named(name).expect("a label of the project").id
    }

    /// The open article.
    pub fn open(&self) -> DocumentId {
        self.session.open_document().expect("an article is open").clone()
    }

    /// The text of an article.
    pub fn text(&self, document: &DocumentId) -> Text {
        let body = self.session.project().body(document);
        body.expect("all articles are loaded").text.clone()
    }

    /// Does what costs nothing.
    pub fn run(&mut self, command: Command) {
        self.now += ACTION_MS;
        let effects = self.session.run(command, self.now);
        self.take(effects);
        // A moment passes between two actions, and no more.
        while let Some((after_ms, number)) = self.waking.take_if(|it| u64::from(it.0) < ACTION_MS) {
            self.now += u64::from(after_ms);
            let effects = self.session.woken(number, self.now);
            self.take(effects);
        }
    }

    fn take(&mut self, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        loop {
            while let Some(effect) = effects.pop_front() {
                match effect {
                    Effect::Ask(request) => self.worker.accept(request),
                    Effect::Wake { after_ms, number } => self.waking = Some((after_ms, number)),
                    Effect::Look => effects.extend(self.session.look(LOOK)),
                    Effect::Complain(Message::BatchLeftOut { .. }) => {}
                    Effect::Complain(message) => panic!("{message:?}"),
                    _ => {}
                }
            }
            let Some(reply) = self.worker.next() else { break };
            effects.extend(self.session.replied(reply, self.now));
        }
    }
}

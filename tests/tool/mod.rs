//! The tool without a browser, for tests: marked text in, keys, marked text out.

use apostil::edit::history::History;
use apostil::format::File;
use apostil::journal::Journal;
use apostil::message::Message;
use apostil::model::id::{AuthorId, DocumentId, LabelId};
use apostil::model::project::Project;
use apostil::model::schema::Schema;
use apostil::model::track::Track;
use apostil::protocol::message::{EngineName, Job, Reply, Suggested, Why};
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::effect::Effect;
use apostil::session::keys::{self, Chord};
use apostil::session::settings::Settings;
use apostil::text::TextRange;
use apostil::view::{ShownKey, ShownState};

pub(crate) const ME: AuthorId = AuthorId(0xa90_571);

/// A session, and what it has said.
pub(crate) struct Tool {
    pub(crate) session: Session,
    pub(crate) said: Vec<Message>,
    /// The files last handed over.
    pub(crate) saved: Vec<File>,
    at: u64,
    /// The ticket of the article that the engine was asked to read last.
    asked: Option<u32>,
    suggested: Vec<Suggested>,
}

/// One bracketed stretch of a marked text.
struct Stretch {
    range: TextRange,
    label: String,
    is_mark: bool,
    is_selected: bool,
}

impl Tool {
    /// A project without articles.
    pub(crate) fn empty() -> Self {
        Self::of(Session::new(ME, "test", Settings::default()).0)
    }

    fn of(session: Session) -> Self {
        let mut tool =
            Self { session, said: vec![], saved: vec![], at: 0, asked: None, suggested: vec![] };
        let effects = tool.session.start(None);
        tool.take(effects);
        tool.ready();
        tool
    }

    /// Opens an article that carries the marks and suggestions of `marked`.
    pub(crate) fn open(marked: &str) -> Self {
        Self::empty().begin(marked)
    }

    /// The same in a project of `schema`.
    pub(crate) fn open_with(schema: Schema, marked: &str) -> Self {
        let project = Project::new("test", schema);
        let (journal, _) = Journal::begin(&project);
        let session = Session::on(ME, project, History::default(), journal, Settings::default());
        Self::of(session).begin(marked)
    }

    fn begin(mut self, marked: &str) -> Self {
        let (text, stretches, caret) = parse(marked);
        let tool = &mut self;
        tool.add("first", &text);
        for it in stretches.iter().filter(|it| it.is_mark) {
            let label = tool.label(&it.label);
            tool.run(Command::LabelRange { range: it.range, label });
        }
        for it in stretches.iter().filter(|it| !it.is_mark) {
            tool.suggest_range(it.range, &it.label, 0.5);
        }
        tool.run(Command::Select { anchor: caret, caret });
        if let Some(it) = stretches.iter().find(|it| it.is_selected) {
            let key = tool.key_of(it).expect("the selected stretch is shown");
            tool.run(Command::SelectMark(key));
        }
        self
    }

    /// Brings another article in and opens it.
    pub(crate) fn add(&mut self, name: &str, text: &str) -> &mut Self {
        self.run(Command::Confirm { name: name.into(), text: text.into() })
    }

    /// Runs a command.
    pub(crate) fn run(&mut self, command: Command) -> &mut Self {
        self.at += 5_000;
        let effects = self.session.run(command, self.at);
        self.take(effects);
        self
    }

    /// Looks through all articles, if there is something to look for.
    fn look(&mut self) {
        let effects = self.session.look(64);
        self.take(effects);
    }

    /// Presses chords, as in the article, separated by spaces.
    pub(crate) fn press(&mut self, chords: &str) -> &mut Self {
        for name in chords.split(' ') {
            let chord = Chord::parse(name).unwrap_or_else(|| panic!("not a chord: {name}"));
            let (schema, map) = (self.session.project().schema(), &self.session.settings().keys);
            let command = keys::find(schema, map, chord, true);
            self.run(command.unwrap_or_else(|| panic!("{name} does nothing")));
        }
        self
    }

    /// Selects the first occurrence of `words`.
    pub(crate) fn select(&mut self, words: &str) -> &mut Self {
        let range = self.find(words);
        self.run(Command::Select { anchor: range.start(), caret: range.end() })
    }

    /// Puts the caret at the start of `words`.
    pub(crate) fn caret(&mut self, words: &str) -> &mut Self {
        let start = self.find(words).start();
        self.run(Command::MoveCaret { to: start, extend: false })
    }

    /// Lets the engine suggest the first occurrence of `words`, beside what it suggested before.
    pub(crate) fn suggest(&mut self, words: &str, label: &str, score: f32) -> &mut Self {
        let range = self.find(words);
        self.suggest_range(range, label, score)
    }

    fn suggest_range(&mut self, range: TextRange, label: &str, score: f32) -> &mut Self {
        let (start, end) = (range.start(), range.end());
        self.suggested.retain(|it| (it.start, it.end, it.label.as_str()) != (start, end, label));
        self.suggested.push(Suggested {
            start,
            end,
            label: label.into(),
            score,
            reason: Why::Amount,
        });
        let text = self.session.sheet().expect("an open article").text().clone();
        let reply = Reply::Found {
            ticket: 0,
            hash: text.hash().to_string(),
            epoch: 1,
            covered: (0, text.range().end()),
            suggestions: self.suggested.clone(),
        };
        let effects = self.session.replied(reply, self.at);
        self.take(effects);
        self
    }

    /// Lets the engine find this in the article called `name`, and nothing else: words, label, score.
    pub(crate) fn finds(&mut self, name: &str, found: &[(&str, &str, f32)]) -> &mut Self {
        let mut documents = self.session.project().documents();
        let body = documents.find(|it| it.header.name == name).and_then(|it| it.body.as_ref());
        let text = body.expect("an article of that name").text.clone();
        drop(documents);
        let suggestion = |(words, label, score): &(&str, &str, f32)| {
            let start = text.as_str().find(words).expect("words of the article") as u32;
            let (end, label) = (start + words.len() as u32, (*label).to_owned());
            Suggested { start, end, label, score: *score, reason: Why::Amount }
        };
        let reply = Reply::Found {
            ticket: 0,
            hash: text.hash().to_string(),
            epoch: 1,
            covered: (0, text.range().end()),
            suggestions: found.iter().map(suggestion).collect(),
        };
        let effects = self.session.replied(reply, self.at);
        self.take(effects);
        self
    }

    /// The engine reads all articles to the end.
    pub(crate) fn read_all(&mut self) -> &mut Self {
        while let Some(ticket) = self.asked.take() {
            let effects = self.session.replied(Reply::Done { ticket }, self.at);
            self.take(effects);
        }
        self
    }

    /// The engine finds nothing in the open article's text any more, nor in any other.
    pub(crate) fn forget_suggestions(&mut self) {
        self.suggested.clear();
        let documents = self.session.project().documents();
        let texts: Vec<_> =
            documents.filter_map(|it| Some(it.body.as_ref()?.text.clone())).collect();
        for text in texts {
            let reply = Reply::Found {
                ticket: 0,
                hash: text.hash().to_string(),
                epoch: 1,
                covered: (0, text.range().end()),
                suggestions: Vec::new(),
            };
            let effects = self.session.replied(reply, self.at);
            self.take(effects);
        }
    }

    fn ready(&mut self) {
        let source =
            EngineName { name: "rules".into(), version: "1".into(), fingerprint: "0".into() };
        let reply = Reply::Ready { ticket: 1, version: 1, epoch: 1, source, base: "0".into() };
        let effects = self.session.replied(reply, self.at);
        self.take(effects);
    }

    /// The label called `name`.
    pub(crate) fn label(&self, name: &str) -> LabelId {
        self.session.project().schema().label_named(name).expect("a label of the schema").id
    }

    /// My work on the open article.
    pub(crate) fn track(&self) -> Track {
        let open: &DocumentId = self.session.open_document().expect("an open article");
        self.session.project().track(open, ME).cloned().unwrap_or_default()
    }

    /// Asserts what the page shows. Without caret and selection in `expected`, they may be anywhere.
    #[track_caller]
    pub(crate) fn shows(&mut self, expected: &str) -> &mut Self {
        let has_cursor = expected.contains('‸') || expected.contains('*');
        let shown = if has_cursor { self.marked() } else { self.marked_without_cursor() };
        assert_eq!(shown, expected);
        self
    }

    /// The open article in our notation.
    pub(crate) fn marked(&self) -> String {
        let Some(sheet) = self.session.sheet() else { return String::new() };
        let cursor = self.session.cursor();
        // (byte, order at that byte, text): closings before openings, inner closings first.
        let mut pieces: Vec<(u32, i64, String)> = Vec::new();
        for (n, mark) in (1i64..).zip(sheet.marks()) {
            let shown = &mark.shown;
            let (open, close) = match shown.state {
                ShownState::Confirmed => ('[', ']'),
                ShownState::Suggested => ('{', '}'),
                ShownState::Rejected => continue,
            };
            let star = if cursor.mark == Some(shown.key) { "*" } else { "" };
            let label = self.session.label_name(shown.label);
            let hull = shown.extent.hull();
            pieces.push((hull.start(), n, open.to_string()));
            pieces.push((hull.end(), -n, format!("|{label}{star}{close}")));
        }
        if cursor.mark.is_none() {
            pieces.push((cursor.caret, 0, "‸".into()));
        }
        pieces.sort();
        let (mut out, mut from) = (String::new(), 0);
        for (byte, _, piece) in pieces {
            out.push_str(sheet.text().slice(TextRange::new(from, byte)).expect("in the text"));
            out.push_str(&piece);
            from = byte;
        }
        out + &sheet.text().as_str()[from as usize..]
    }

    /// The same without caret and selection.
    pub(crate) fn marked_without_cursor(&self) -> String {
        Self::without_cursor(&self.marked())
    }

    /// `marked` without caret and selection.
    pub(crate) fn without_cursor(marked: &str) -> String {
        marked.replace('‸', "").replace("*]", "]").replace("*}", "}")
    }

    fn find(&self, words: &str) -> TextRange {
        let text = self.session.sheet().expect("an open article").text().clone();
        let start = text.as_str().find(words).expect("words of the article") as u32;
        TextRange::new(start, start + words.len() as u32)
    }

    fn key_of(&self, stretch: &Stretch) -> Option<ShownKey> {
        let label = self.label(&stretch.label);
        let marks = self.session.sheet()?.marks();
        let same = |it: &&apostil::view::Placed| {
            it.shown.extent.hull() == stretch.range && it.shown.label == label
        };
        marks.iter().find(same).map(|it| it.shown.key)
    }

    fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Say(message) | Effect::Complain(message) => self.said.push(message),
                Effect::Save(files) => self.saved = files,
                Effect::Look => self.look(),
                Effect::Ask(it) if matches!(it.job, Job::Suggest { .. }) => {
                    self.asked = Some(it.ticket);
                }
                _ => {}
            }
        }
    }
}

/// Text, stretches (outer before inner at one place, as closed), and the caret's byte.
fn parse(marked: &str) -> (String, Vec<Stretch>, u32) {
    let (mut text, mut stretches, mut open, mut caret) = (String::new(), vec![], vec![], 0);
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '[' | '{' => open.push(text.len() as u32),
            '‸' => caret = text.len() as u32,
            '|' => {
                let tail: String = chars.by_ref().take_while(|it| !"]}".contains(*it)).collect();
                let close = marked[..marked.len() - chars.as_str().len()].chars().next_back();
                let start = open.pop().expect("a bracket opened");
                stretches.push(Stretch {
                    range: TextRange::new(start, text.len() as u32),
                    label: tail.trim_end_matches('*').to_owned(),
                    is_mark: close == Some(']'),
                    is_selected: tail.ends_with('*'),
                });
            }
            c => text.push(c),
        }
    }
    (text, stretches, caret)
}

//! A tab without a browser: project, history and journal, driven by dice.

use std::collections::BTreeMap;
use std::sync::Arc;

use apostil::edit::change::{Edit, Place, Transaction, WholeDocument};
use apostil::edit::history::History;
use apostil::edit::history::line::Point;
use apostil::journal::open::Opened;
use apostil::journal::{Action, Journal, Write};
use apostil::model::annotation::{Annotation, Extent};
use apostil::model::document::{Header, Meta};
use apostil::model::id::{AnnotationId, AuthorId, DocumentId, LabelId};
use apostil::model::origin::Origin;
use apostil::model::project::{Author, AuthorKind, Project};
use apostil::model::schema::Schema;
use apostil::model::track::{Decision, DecisionKey, Status, Verdict};
use apostil::source::Source;
use apostil::text::{Text, TextRange};

use crate::store::Store;

pub(crate) const ME: AuthorId = AuthorId(0xfeed);
const TEXTS: [&str; 3] = [
    "Ábrego 👨🏻‍🚒 met e\u{301}lite\r\nof\u{a0}“Necoclí”.",
    "\u{feff}A rope, and the keeper of the light\0at Turbo.",
    "שלום 🇨🇴 from the north and south wing.",
];

/// A small deterministic generator.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        (self.0 >> 33) % below
    }

    /// A range on character boundaries of `text`.
    fn range(&mut self, text: &str) -> TextRange {
        let bounds: Vec<u32> = text.char_indices().map(|it| it.0 as u32).collect();
        let start = bounds[self.roll(bounds.len() as u64) as usize];
        let ends: Vec<u32> = bounds.into_iter().filter(|it| *it > start).collect();
        let end = if ends.is_empty() {
            text.len() as u32
        } else {
            ends[self.roll(ends.len() as u64) as usize]
        };
        TextRange::new(start, end)
    }
}

pub(crate) struct Live {
    pub(crate) project: Project,
    pub(crate) history: History,
    pub(crate) journal: Journal,
}

impl From<Opened> for Live {
    fn from(it: Opened) -> Self {
        Self { project: it.project, history: it.history, journal: it.journal }
    }
}

pub(crate) fn document(n: u64) -> DocumentId {
    DocumentId::new(&format!("doc-{n}")).unwrap()
}

impl Live {
    /// A new project and the text with which its store begins.
    pub(crate) fn begin() -> (Self, String) {
        let project = Project::new("laws", Schema::ontonotes());
        let (journal, genesis) = Journal::begin(&project);
        (Self { project, history: History::default(), journal }, genesis)
    }

    /// One thing that a person might do; `None` when it was refused.
    pub(crate) fn step(&mut self, dice: &mut Dice, at: u64) -> Option<Write> {
        match dice.roll(10) {
            0 | 1 => {
                let applied = self.history.undo(&mut self.project).ok()??;
                Some(self.journal.append(Action::Undo, &applied, &self.project, at))
            }
            2 => {
                let applied = self.history.redo(&mut self.project).ok()??;
                Some(self.journal.append(Action::Redo, &applied, &self.project, at))
            }
            3 => {
                let leap = self.history.leap(self.point(dice))?;
                let applied = self.history.go(leap, &mut self.project).ok()??.1;
                Some(self.journal.append(Action::Go(leap), &applied, &self.project, at))
            }
            _ => {
                let edits = (0..=dice.roll(2)).map(|_| self.edit(dice)).collect();
                let event = if dice.roll(3) == 0 { "mark.edges" } else { "mark.add" };
                self.run(Transaction { edits, event: event.into(), at }, at)
            }
        }
    }

    /// A state on some line.
    fn point(&self, dice: &mut Dice) -> Point {
        let line = dice.roll(1 + self.history.asides().len() as u64) as u32;
        let n_steps = self.history.steps().count() as u64;
        Point { line, n: dice.roll(1 + n_steps) as u32 }
    }

    fn run(&mut self, transaction: Transaction, at: u64) -> Option<Write> {
        let applied = self.project.apply(&transaction).ok()?;
        let action = Action::Do(&transaction);
        let write = self.journal.append(action, &applied, &self.project, at);
        self.history.record(transaction, applied.inverse);
        Some(write)
    }

    pub(crate) fn undo(&mut self, at: u64) -> Write {
        let applied = self.history.undo(&mut self.project).unwrap().unwrap();
        self.journal.append(Action::Undo, &applied, &self.project, at)
    }

    /// Brings in two documents.
    pub(crate) fn import_two(&mut self) -> Write {
        let edits = (0..2).map(|it| self.import(document(it), it)).collect();
        self.run(Transaction { edits, event: "import".into(), at: 0 }, 0).unwrap()
    }

    /// Sets mark `n` on the first document, at the time `n`.
    pub(crate) fn mark(&mut self, n: u64) -> Write {
        let edits = vec![mark(document(0), ME, n as u32, TextRange::new(0, 7), 1)];
        self.run(Transaction { edits, event: "mark.add".into(), at: n }, n).unwrap()
    }

    fn import(&mut self, id: DocumentId, n: u64) -> Edit {
        let text = self.project.hold(Text::new(TEXTS[n as usize % 3]).unwrap());
        let name = format!("{id}.txt");
        let meta = Meta::from([("wire".to_owned(), "{\"n\":1}".to_owned())]);
        let header = Header { id: id.clone(), name, text, language: None, meta };
        let tracks = BTreeMap::default();
        Edit::Document { id, value: Some(Box::new(WholeDocument { header, tracks, position: 9 })) }
    }

    fn edit(&mut self, dice: &mut Dice) -> Edit {
        let document = document(dice.roll(3));
        let Some(text) = self.project.body(&document).map(|it| it.text.clone()) else {
            return self.import(document, dice.roll(3));
        };
        let author = if dice.roll(4) == 0 { AuthorId(2) } else { ME };
        let place = Place { document: document.clone(), author };
        let range = dice.range(text.as_str());
        let label = 1 + dice.roll(18) as u16;
        match dice.roll(16) {
            0..8 => mark(document, author, dice.roll(9) as u32, range, label),
            8 => {
                let id = AnnotationId { author, n: dice.roll(9) as u32 };
                Edit::Annotation { place, id, value: None }
            }
            9 => Edit::Reviewed { place, value: [range].into_iter().collect() },
            10 => Edit::Status { place, value: Status::Done },
            11 => {
                let key = DecisionKey { range, label: LabelId(label) };
                Edit::Decision { place, key, value: Some(decision(dice.roll(1_000) as f32 / 7.0)) }
            }
            12 => Edit::Document { id: document, value: None },
            13 => {
                let mut header = self.project.document(&document).unwrap().header.clone();
                header.name = format!("renamed {}", dice.roll(99));
                Edit::Header { id: document, value: header }
            }
            14 => {
                let mut schema = self.project.schema().clone();
                schema.guidelines = format!("{}", dice.roll(99));
                Edit::Schema { value: Box::new(schema) }
            }
            _ => {
                let author = Author { name: format!("{}", dice.roll(9)), kind: AuthorKind::Person };
                Edit::Author { id: ME, value: Some(author) }
            }
        }
    }

    /// Hands a snapshot to the store unless something is on its way.
    pub(crate) fn compact(&mut self, store: &mut Store) {
        if let Some(compact) = self.journal.snapshot(&self.project) {
            store.compact(compact);
        }
    }
}

fn mark(document: DocumentId, author: AuthorId, n: u32, range: TextRange, label: u16) -> Edit {
    let extent = Extent::one(range).unwrap();
    let value = Some(Annotation::new(extent, LabelId(label), Origin::Human));
    Edit::Annotation { place: Place { document, author }, id: AnnotationId { author, n }, value }
}

fn decision(score: f32) -> Decision {
    let source = Source { name: "rules".into(), version: "1".into(), fingerprint: "f".into() };
    Decision { verdict: Verdict::Rejected, score, source: Arc::new(source), at: 7 }
}

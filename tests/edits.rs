//! The laws of change, over random sequences: undo restores every earlier state, redo returns,
//! a refused transaction leaves no trace.

use std::collections::BTreeMap;
use std::sync::Arc;

use apostil::edit::change::{Edit, Place, Transaction, WholeDocument};
use apostil::edit::history::History;
use apostil::model::annotation::{Annotation, Extent};
use apostil::model::document::{Header, Meta};
use apostil::model::id::{
    AnnotationId, AuthorId, DocumentId, LabelId, RelationId, RelationLabelId,
};
use apostil::model::origin::Origin;
use apostil::model::project::{Author, AuthorKind, Project};
use apostil::model::relation::Relation;
use apostil::model::schema::{Overlap, RelationLabel, Schema};
use apostil::model::track::{Decision, DecisionKey, Status, Verdict};
use apostil::source::Source;
use apostil::text::{Text, TextRange};

const ME: AuthorId = AuthorId(1);
const OTHER: AuthorId = AuthorId(2);
const UGLY: &str = "Ábrego 👨🏻‍🚒 met e\u{301}lite\r\nof\u{a0}“Necoclí” שלום. 🇨🇴🇵🇦";

/// A small deterministic generator; the seed is printed by every failure.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        (self.0 >> 33) % below
    }

    fn range(&mut self) -> TextRange {
        let one = self.roll(UGLY.len() as u64 + 3) as u32;
        let other = self.roll(UGLY.len() as u64 + 3) as u32;
        TextRange::new(one.min(other), one.max(other))
    }
}

fn schema() -> Schema {
    let tie = RelationLabel {
        id: RelationLabelId(1),
        name: "alias".to_owned(),
        from: Vec::new(),
        to: Vec::new(),
    };
    Schema { relations: vec![tie], ..Schema::ontonotes() }
}

fn document(n: u64) -> DocumentId {
    DocumentId::new(&format!("doc-{n}")).unwrap()
}

fn new_document(id: &DocumentId, text: &Text, position: usize) -> Edit {
    let header = Header {
        id: id.clone(),
        name: format!("{id}.txt"),
        text: text.hash(),
        language: None,
        meta: Meta::new(),
    };
    let whole = WholeDocument { header, tracks: BTreeMap::default(), position };
    Edit::Document { id: id.clone(), value: Some(Box::new(whole)) }
}

fn project() -> Project {
    let mut project = Project::new("laws", schema());
    let text = Text::new(UGLY).unwrap();
    project.hold(text.clone());
    let edits = (0..2).map(|n| new_document(&document(n), &text, 9)).collect();
    project.apply(&Transaction { edits, event: "import".into(), at: 0 }).unwrap();
    project
}

fn source() -> Arc<Source> {
    Arc::new(Source { name: "rules".into(), version: "1".into(), fingerprint: "f".into() })
}

fn random_edit(dice: &mut Dice) -> Edit {
    let author = if dice.roll(4) == 0 { OTHER } else { ME };
    let place = Place { document: document(dice.roll(3)), author };
    let id = AnnotationId { author, n: dice.roll(5) as u32 };
    let label = LabelId(dice.roll(20) as u16);
    match dice.roll(14) {
        0..4 => {
            let extent = Extent::one(dice.range());
            let value = extent.map(|it| Annotation::new(it, label, Origin::Human));
            Edit::Annotation { place, id, value }
        }
        4 => Edit::Annotation { place, id, value: None },
        5 => {
            let relation = Relation {
                from: id,
                to: AnnotationId { author, n: dice.roll(5) as u32 },
                label: RelationLabelId(dice.roll(2) as u16),
                attributes: BTreeMap::default(),
                origin: Origin::Human,
            };
            let value = (dice.roll(3) > 0).then_some(relation);
            Edit::Relation { place, id: RelationId { author, n: dice.roll(3) as u32 }, value }
        }
        6 => {
            let key = DecisionKey { range: dice.range(), label };
            let decision =
                Decision { verdict: Verdict::Rejected, score: 0.5, source: source(), at: 7 };
            Edit::Decision { place, key, value: (dice.roll(4) > 0).then_some(decision) }
        }
        7 => Edit::Reviewed { place, value: [dice.range(), dice.range()].into_iter().collect() },
        8 => {
            let value = if dice.roll(2) == 0 { Status::Open } else { Status::Done };
            Edit::Status { place, value }
        }
        9 => Edit::Document { id: place.document, value: None },
        10 => {
            let text = Text::new(if dice.roll(4) == 0 { "unknown" } else { UGLY }).unwrap();
            new_document(&place.document, &text, dice.roll(4) as usize)
        }
        11 => Edit::Order { value: (0..dice.roll(4)).rev().map(document).collect() },
        12 => {
            let mut schema = schema();
            schema.labels.truncate(dice.roll(19) as usize);
            schema.overlap = [Overlap::None, Overlap::Nested, Overlap::Any][dice.roll(3) as usize];
            Edit::Schema { value: Box::new(schema) }
        }
        _ => {
            let author = Author { name: "Ada".to_owned(), kind: AuthorKind::Person };
            Edit::Author { id: ME, value: (dice.roll(2) == 0).then_some(author) }
        }
    }
}

fn random_transaction(dice: &mut Dice, at: u64) -> Transaction {
    let edits = (0..=dice.roll(3)).map(|_| random_edit(dice)).collect();
    let event = if dice.roll(3) == 0 { "mark.edges" } else { "mark.add" };
    Transaction { edits, event: event.into(), at }
}

#[test]
fn undo_restores_every_earlier_state_and_redo_returns() {
    let (mut n_applied, mut n_refused) = (0, 0);
    for seed in 0..400 {
        let mut dice = Dice(seed);
        let mut project = project();
        let mut history = History::default();
        let mut states = vec![project.clone()];
        for at in 0..40 {
            let transaction = random_transaction(&mut dice, at * 700);
            let before = project.clone();
            let Ok(applied) = project.apply(&transaction) else {
                assert_eq!(project, before, "a refused transaction left a trace; seed {seed}");
                n_refused += 1;
                continue;
            };
            n_applied += 1;
            let n_steps = history.done().len();
            history.record(transaction, applied.inverse);
            states.truncate(n_steps + usize::from(history.done().len() > n_steps));
            states.push(project.clone());
        }
        let last = project.clone();
        for expected in states.iter().rev().skip(1) {
            history.undo(&mut project).unwrap().expect("a step for every state");
            assert_eq!(project, *expected, "undo; seed {seed}");
        }
        assert!(history.undo(&mut project).unwrap().is_none());
        while history.redo(&mut project).unwrap().is_some() {}
        assert_eq!(project, last, "redo; seed {seed}");
    }
    assert!(n_applied > 2_000 && n_refused > 2_000, "{n_applied} applied, {n_refused} refused");
}

/// Applies the edits as one transaction.
fn apply(project: &mut Project, edits: Vec<Edit>) -> bool {
    project.apply(&Transaction { edits, event: "test".into(), at: 0 }).is_ok()
}

fn mark(n: u32, start: u32, end: u32, label: u16) -> Edit {
    let extent = Extent::one(TextRange::new(start, end)).unwrap();
    let value = Some(Annotation::new(extent, LabelId(label), Origin::Human));
    let place = Place { document: document(0), author: ME };
    Edit::Annotation { place, id: AnnotationId { author: ME, n }, value }
}

#[test]
fn an_annotation_goes_only_with_its_relations() {
    let mut project = project();
    let place = Place { document: document(0), author: ME };
    let (from, to) = (AnnotationId { author: ME, n: 1 }, AnnotationId { author: ME, n: 2 });
    let tie =
        |value| Edit::Relation { place: place.clone(), id: RelationId { author: ME, n: 1 }, value };
    let relation = Relation {
        from,
        to,
        label: RelationLabelId(1),
        attributes: BTreeMap::default(),
        origin: Origin::Human,
    };
    // The relation may come before its ends, as long as all come together.
    let together = vec![tie(Some(relation)), mark(1, 0, 7, 1), mark(2, 25, 28, 1)];
    assert!(apply(&mut project, together));
    let gone = Edit::Annotation { place: place.clone(), id: to, value: None };
    assert!(!apply(&mut project, vec![gone.clone()]));
    assert!(apply(&mut project, vec![gone, tie(None)]));
}

#[test]
fn quick_moves_of_one_edge_are_one_step() {
    let mut project = project();
    let mut history = History::default();
    let mut run = |edit: Edit, at: u64, history: &mut History| {
        let transaction = Transaction { edits: vec![edit], event: "mark.edges".into(), at };
        let inverse = project.apply(&transaction).unwrap().inverse;
        history.record(transaction, inverse);
    };
    run(mark(1, 0, 7, 1), 0, &mut history);
    run(mark(1, 0, 2, 1), 400, &mut history);
    run(mark(1, 0, 4, 1), 800, &mut history);
    assert_eq!(history.done().len(), 1);
    run(mark(1, 2, 4, 1), 5_000, &mut history);
    run(mark(2, 4, 7, 1), 5_001, &mut history);
    assert_eq!(history.done().len(), 3);
}

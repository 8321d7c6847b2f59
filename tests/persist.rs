//! The law of the internal form: whatever is written comes back equal, whatever it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use apostil::edit::change::{Edit, Place, Transaction, WholeDocument};
use apostil::edit::history::line::{Leap, Point};
use apostil::model::annotation::{Annotation, AttributeValue, Attributes, Extent};
use apostil::model::document::Header;
use apostil::model::id::{
    AnnotationId, AuthorId, DocumentId, DocumentLabelId, LabelId, RelationId, RelationLabelId,
};
use apostil::model::origin::Origin;
use apostil::model::project::{Author, AuthorKind};
use apostil::model::relation::Relation;
use apostil::model::schema::{
    Anchoring, Attribute, AttributeKind, Color, DocumentLabel, Label, NameList, Overlap,
    RelationLabel, SLOTS, Schema,
};
use apostil::model::track::{Decision, DecisionKey, Status, Track, Verdict};
use apostil::persist::document::{read_document, write_document};
use apostil::persist::part::{ProjectPart, read_part, write_part};
use apostil::persist::record::{Kind, Record, read_record, write_record};
use apostil::source::Source;
use apostil::text::{Ranges, TextHash, TextRange};

/// A small deterministic generator of any value the model can hold; failures print the seed.
struct Dice(u64);

impl Dice {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        let mixed = (self.0 ^ (self.0 >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 32)
    }

    fn roll(&mut self, below: u64) -> u64 {
        self.bits() % below
    }

    fn flip(&mut self) -> bool {
        self.roll(2) == 0
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len() as u64) as usize].clone()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flip().then(|| make(self))
    }

    fn some<T, C: FromIterator<T>>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> C {
        (0..self.roll(4)).map(|_| make(self)).collect()
    }

    fn words(&mut self) -> String {
        let words = [
            "",
            "a",
            "\"}",
            "\\\",\"checksum\":\"",
            "\0\u{1f}\u{7f}",
            "👨🏻‍🚒 e\u{301}",
            "\u{2028}\r\n",
        ];
        self.some::<_, Vec<_>>(|it| it.pick(&words)).concat()
    }

    fn author(&mut self) -> AuthorId {
        AuthorId(self.bits())
    }

    fn mark(&mut self) -> AnnotationId {
        AnnotationId { author: self.author(), n: self.bits() as u32 }
    }

    fn document(&mut self) -> DocumentId {
        DocumentId::new(&format!("d{}", self.words())).unwrap()
    }

    fn range(&mut self) -> TextRange {
        let (one, other) = (self.bits() as u32, self.bits() as u32);
        TextRange::new(one.min(other), one.max(other))
    }

    fn ranges(&mut self) -> Ranges {
        self.some(Self::range)
    }

    /// Any bit pattern that equals itself.
    fn score(&mut self) -> f32 {
        let score = f32::from_bits(self.bits() as u32);
        if score.is_nan() { f32::MIN_POSITIVE } else { score }
    }

    fn source(&mut self) -> Arc<Source> {
        let (name, version, fingerprint) = (self.words(), self.words(), self.words());
        Arc::new(Source { name, version, fingerprint })
    }

    fn origin(&mut self) -> Origin {
        match self.roll(4) {
            0 => Origin::Human,
            1 => Origin::Imported { source: self.words().into() },
            2 => Origin::Accepted { source: self.source(), score: self.score() },
            _ => Origin::Adjudicated { from: self.some(Self::mark) },
        }
    }

    fn attributes(&mut self) -> Attributes {
        self.some(|it| {
            let flag = it.flip();
            let text = AttributeValue::Text(it.words());
            (it.words(), if it.flip() { AttributeValue::Flag(flag) } else { text })
        })
    }

    fn extent(&mut self) -> Extent {
        let mut end = 0;
        let n_pieces = 1 + self.roll(3);
        let pieces = (0..n_pieces).map(|_| {
            let start = end + 1 + self.roll(1_000) as u32;
            end = start + 1 + self.roll(1_000) as u32;
            TextRange::new(start, end)
        });
        Extent::pieces(pieces.collect()).unwrap()
    }

    fn annotation(&mut self) -> Annotation {
        Annotation {
            extent: self.extent(),
            label: LabelId(self.bits() as u16),
            attributes: self.attributes(),
            note: self.maybe(Self::words),
            link: self.maybe(Self::words),
            origin: self.origin(),
        }
    }

    fn relation(&mut self) -> Relation {
        Relation {
            from: self.mark(),
            to: self.mark(),
            label: RelationLabelId(self.bits() as u16),
            attributes: self.attributes(),
            origin: self.origin(),
        }
    }

    fn key(&mut self) -> DecisionKey {
        DecisionKey { range: self.range(), label: LabelId(self.bits() as u16) }
    }

    fn decision(&mut self) -> Decision {
        let verdicts = [
            Verdict::Accepted(self.mark()),
            Verdict::Corrected(self.mark()),
            Verdict::Rejected,
            Verdict::Skipped,
        ];
        let verdict = self.pick(&verdicts);
        Decision { verdict, score: self.score(), source: self.source(), at: self.bits() }
    }

    fn status(&mut self) -> Status {
        self.pick(&[Status::Open, Status::Done])
    }

    fn tracks(&mut self) -> BTreeMap<AuthorId, Track> {
        self.some(|it| {
            let relation = |it: &mut Self| {
                (RelationId { author: it.author(), n: it.bits() as u32 }, it.relation())
            };
            let track = Track {
                annotations: it.some(|it| (it.mark(), it.annotation())),
                relations: it.some(relation),
                decisions: it.some(|it| (it.key(), it.decision())),
                labels: it.some(|it| DocumentLabelId(it.bits() as u16)),
                reviewed: it.ranges(),
                status: it.status(),
            };
            (it.author(), track)
        })
    }

    fn header(&mut self) -> Header {
        Header {
            id: self.document(),
            name: self.words(),
            text: TextHash::of(&self.words()),
            language: self.maybe(Self::words),
            meta: self.some(|it| (it.words(), it.words())),
        }
    }

    fn color(&mut self) -> Color {
        let bits = self.bits().to_be_bytes();
        let own = Color::Rgb(bits[0], bits[1], bits[2]);
        let slot = Color::Slot(self.pick(&SLOTS).to_owned());
        if self.flip() { own } else { slot }
    }

    fn label(&mut self) -> Label {
        Label {
            id: LabelId(self.bits() as u16),
            name: self.words(),
            color: self.color(),
            key: self.maybe(|it| it.pick(&['1', 'ñ', '\u{1f9d1}', '"'])),
            description: self.words(),
            parent: self.maybe(|it| LabelId(it.bits() as u16)),
            hidden: self.flip(),
            suggested_as: self.some(Self::words),
        }
    }

    fn schema(&mut self) -> Schema {
        let label = |it: &mut Self| LabelId(it.bits() as u16);
        let relation = |it: &mut Self| RelationLabel {
            id: RelationLabelId(it.bits() as u16),
            name: it.words(),
            from: it.some(label),
            to: it.some(label),
        };
        let attribute = |it: &mut Self| {
            let choice = AttributeKind::Choice(it.some(Self::words));
            let kind = it.pick(&[AttributeKind::Flag, choice, AttributeKind::Text]);
            Attribute { name: it.words(), kind, labels: it.some(label) }
        };
        let document_label = |it: &mut Self| DocumentLabel {
            id: DocumentLabelId(it.bits() as u16),
            name: it.words(),
            group: it.words(),
        };
        Schema {
            labels: self.some(Self::label),
            relations: self.some(relation),
            attributes: self.some(attribute),
            document_labels: self.some(document_label),
            anchoring: self.pick(&[Anchoring::Characters, Anchoring::Tokens]),
            overlap: self.pick(&[Overlap::None, Overlap::Nested, Overlap::Any]),
            guidelines: self.words(),
            name_lists: self.some(|it| NameList {
                name: it.words(),
                names: it.some(|it| (LabelId(it.bits() as u16), it.some(Self::words))),
            }),
            trial: self.pick(&[None, Some(0), Some(u32::MAX)]),
        }
    }

    fn person(&mut self) -> Author {
        use AuthorKind::{Gold, Model, Person, Source};
        Author { name: self.words(), kind: self.pick(&[Person, Source, Model, Gold]) }
    }

    fn whole(&mut self) -> Box<WholeDocument> {
        let (header, tracks) = (self.header(), self.tracks());
        Box::new(WholeDocument { header, tracks, position: self.roll(1 << 31) as usize })
    }

    /// Any edit; the twelve kinds in turn.
    fn edit(&mut self, turn: u64) -> Edit {
        let place = Place { document: self.document(), author: self.author() };
        match turn % 12 {
            0 => Edit::Annotation { place, id: self.mark(), value: self.maybe(Self::annotation) },
            1 => {
                let id = RelationId { author: self.author(), n: self.bits() as u32 };
                Edit::Relation { place, id, value: self.maybe(Self::relation) }
            }
            2 => Edit::Decision { place, key: self.key(), value: self.maybe(Self::decision) },
            3 => Edit::Reviewed { place, value: self.ranges() },
            4 => Edit::DocumentLabels {
                place,
                value: self.some(|it| DocumentLabelId(it.bits() as u16)),
            },
            5 => Edit::Status { place, value: self.status() },
            6 => Edit::Document { id: self.document(), value: self.maybe(Self::whole) },
            7 => Edit::Header { id: self.document(), value: self.header() },
            8 => Edit::Order { value: self.some(Self::document) },
            9 => Edit::Schema { value: Box::new(self.schema()) },
            10 => Edit::Author { id: self.author(), value: self.maybe(Self::person) },
            _ => Edit::Name { value: self.words() },
        }
    }

    fn transaction(&mut self) -> Transaction {
        let turn = self.bits();
        let edits = (0..self.roll(5)).map(|n| self.edit(turn.wrapping_add(n))).collect();
        Transaction { edits, event: self.words().into(), at: self.bits() }
    }

    fn leap(&mut self) -> Leap {
        let mut number = || self.bits() as u32;
        let (from, to) = (number(), Point { line: number(), n: number() });
        Leap { from, to, at: self.maybe(Self::bits) }
    }
}

#[test]
fn every_record_comes_back() {
    let mut previous = None;
    for seed in 0..3_000 {
        let mut dice = Dice(seed);
        let kind = match dice.roll(7) {
            0 => Kind::Undo,
            1 => Kind::Redo,
            2 => Kind::Mend,
            3 => Kind::Go(dice.leap()),
            _ => Kind::Do { transaction: dice.transaction(), inverse: dice.transaction() },
        };
        let record = Record { seq: dice.bits(), previous, kind, at: dice.bits() };
        let written = write_record(&record);
        assert_eq!(read_record(&written.text), Ok((record, written.checksum)), "seed {seed}");
        previous = Some(written.checksum);
    }
}

#[test]
fn every_kind_of_edit_comes_back() {
    for seed in 0..1_200 {
        let mut dice = Dice(seed);
        let edits = vec![dice.edit(seed)];
        let transaction = Transaction { edits, event: "mark.add".into(), at: seed };
        let kind = Kind::Do { inverse: transaction.clone(), transaction };
        let record = Record { seq: 1, previous: None, kind, at: 0 };
        assert_eq!(read_record(&write_record(&record).text).unwrap().0, record, "seed {seed}");
    }
}

#[test]
fn a_position_at_the_end_stays_at_the_end() {
    let mut dice = Dice(1);
    let value = Some(Box::new(WholeDocument { position: usize::MAX, ..*dice.whole() }));
    let edits = vec![Edit::Document { id: dice.document(), value }];
    let transaction = Transaction { edits, event: "import".into(), at: 0 };
    let kind = Kind::Do { inverse: transaction.clone(), transaction };
    let record = Record { seq: 1, previous: None, kind, at: 0 };
    assert_eq!(read_record(&write_record(&record).text).unwrap().0, record);
}

#[test]
fn every_document_and_every_project_part_comes_back() {
    for seed in 0..600 {
        let mut dice = Dice(seed);
        let (header, tracks) = (dice.header(), dice.tracks());
        let written = write_document(&header, &tracks);
        let (read, checksum) = read_document(&written.text).unwrap();
        assert_eq!((read.header, read.tracks), (header, tracks), "seed {seed}");
        assert_eq!(checksum, written.checksum);

        let part = ProjectPart {
            name: dice.words(),
            schema: dice.schema(),
            authors: dice.some(|it| (it.author(), it.person())),
            documents: dice.some(|it| (it.header(), checksum)),
            upto: dice.bits(),
            head: dice.maybe(|_| checksum),
        };
        assert_eq!(read_part(&write_part(&part).text), Ok(part), "seed {seed}");
    }
}

#[test]
fn the_form_of_version_1_stays_readable() {
    // Written by the first version. It must be readable for ever.
    let kept = include_str!("persist/record-1.json");
    let (record, _) = read_record(kept.trim_end()).unwrap();
    let Kind::Do { transaction, .. } = record.kind else { panic!("{record:?}") };
    assert_eq!((record.seq, transaction.event.as_ref()), (7, "mark.accept"));
    assert_eq!(transaction.edits.len(), 12);
}

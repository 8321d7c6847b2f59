//! Datasets drawn from a seed, with everything that a dataset can hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use apostil::format::dataset::{Article, Dataset, Suggested, unsaid};
use apostil::model::annotation::{Annotation, AttributeValue, Attributes, Extent};
use apostil::model::document::Meta;
use apostil::model::id::{
    AnnotationId, AuthorId, DocumentId, DocumentLabelId, LabelId, RelationId, RelationLabelId,
};
use apostil::model::origin::Origin;
use apostil::model::project::{Author, AuthorKind};
use apostil::model::relation::Relation;
use apostil::model::schema::{
    Anchoring, Attribute, AttributeKind, Color, DocumentLabel, Label, NameList, Overlap,
    RelationLabel, Schema,
};
use apostil::model::track::{Decision, DecisionKey, Status, Track, Verdict};
use apostil::source::Source;
use apostil::text::{Text, TextRange};

pub(crate) const ME: AuthorId = AuthorId(0x0123_4567_89ab_cdef);
pub(crate) const GOLD: AuthorId = AuthorId(7);

/// Texts that offsets go wrong on.
const TEXTS: &[&str] = &[
    "Ibis and heron stood in the reeds.",
    "Zoë 👩🏽‍🚀 flew to Ñuñoa\u{a0}on 3\u{202f}May.\r\nThe crew e\u{301}lite waited.\r\n\r\nהספר נפתח 🇨🇷.",
    "\u{feff}A mark in front, “quotes”, \ttabs, \u{0} zero, \u{2028} line and \\ \"slashes\" / ~.",
    "",
    "💩",
    "مرحبا بالعالم — 東京へ行く。 ½ ﬁ İstanbul ẞ",
];

/// A small deterministic generator; the seed is printed by every failure.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        ((self.0 >> 33) as usize) % below
    }

    fn maybe<T>(&mut self, value: T) -> Option<T> {
        (self.roll(2) == 0).then_some(value)
    }

    /// A range of `text` on character boundaries that is not empty.
    fn range(&mut self, text: &str) -> Option<TextRange> {
        let places: Vec<usize> = text.char_indices().map(|it| it.0).chain([text.len()]).collect();
        let one = places[self.roll(places.len())] as u32;
        let other = places[self.roll(places.len())] as u32;
        (one != other).then(|| TextRange::new(one.min(other), one.max(other)))
    }

    fn extent(&mut self, text: &str) -> Option<Extent> {
        let first = self.range(text)?;
        match self.range(text) {
            Some(second) if self.roll(3) == 0 => {
                Extent::pieces(vec![first, second]).or_else(|| Extent::one(first))
            }
            _ => Extent::one(first),
        }
    }

    fn score(&mut self) -> f32 {
        self.roll(10_001) as f32 / 10_000.0
    }

    fn source(&mut self) -> Arc<Source> {
        let version = self.roll(3).to_string();
        Arc::new(Source { name: "rules v".into(), version, fingerprint: "ab12".into() })
    }

    fn attributes(&mut self) -> Attributes {
        let mut all = Attributes::new();
        if self.roll(3) == 0 {
            all.insert("negated".into(), AttributeValue::Flag(self.roll(2) == 0));
        }
        if self.roll(3) == 0 {
            all.insert("türe/~".into(), AttributeValue::Text("a\n\"b\"".into()));
        }
        all
    }

    fn origin(&mut self) -> Origin {
        match self.roll(5) {
            0 => Origin::Human,
            1 => Origin::Imported { source: "a file.txt".into() },
            2 => Origin::Accepted { source: self.source(), score: self.score() },
            3 => Origin::Adjudicated { from: vec![AnnotationId { author: ME, n: 4 }] },
            _ => unsaid(),
        }
    }
}

fn schema() -> Schema {
    let label = |n: u16, name: &str, parent| Label {
        id: LabelId(n),
        name: name.to_owned(),
        color: if n == 2 { Color::Rgb(1, 2, 250) } else { Color::parse("loc").unwrap() },
        key: (n == 1).then_some('ñ'),
        description: if n == 3 { "any \"work\"".to_owned() } else { String::new() },
        parent,
        hidden: n == 3,
        suggested_as: if n == 3 { vec!["WORK_OF_ART".into()] } else { Vec::new() },
    };
    let relation = |n: u16, name: &str| RelationLabel {
        id: RelationLabelId(n),
        name: name.to_owned(),
        from: vec![LabelId(1)],
        to: Vec::new(),
    };
    let attribute = |name: &str, kind| Attribute { name: name.to_owned(), kind, labels: vec![] };
    Schema {
        labels: vec![
            label(1, "PERSON", None),
            label(2, "a/b ~ \"c\"", Some(LabelId(3))),
            label(3, "WORK", None),
            label(4, "UNUSED", None),
        ],
        relations: vec![relation(1, "zz"), relation(2, "alias of")],
        attributes: vec![
            attribute("negated", AttributeKind::Flag),
            attribute("türe/~", AttributeKind::Choice(vec!["a\n\"b\"".into(), "c".into()])),
        ],
        document_labels: vec![
            DocumentLabel { id: DocumentLabelId(1), name: "sport".into(), group: "a/b ~".into() },
            DocumentLabel {
                id: DocumentLabelId(2),
                name: "new\u{2028}s".into(),
                group: String::new(),
            },
        ],
        anchoring: Anchoring::Tokens,
        overlap: Overlap::Nested,
        guidelines: "First line.\r\nSecond.".into(),
        name_lists: vec![NameList {
            name: "a/b ~".into(),
            names: vec![
                (LabelId(2), vec!["Ana \"Peña\"".into(), "B".into()]),
                (LabelId(1), vec!["Ana".into()]),
            ],
        }],
        trial: Some(u32::MAX),
    }
}

fn track(dice: &mut Dice, author: AuthorId, text: &str) -> Track {
    let mut track = Track::default();
    for n in 1..=dice.roll(9) as u32 {
        let Some(extent) = dice.extent(text) else { continue };
        let annotation = Annotation {
            extent,
            label: LabelId(dice.roll(3) as u16 + 1),
            attributes: dice.attributes(),
            note: dice.maybe("note ✎".to_owned()),
            link: dice.maybe("Q64".to_owned()),
            origin: dice.origin(),
        };
        // Numbers need not be in reading order.
        let n = if dice.roll(2) == 0 { n } else { 100 - n };
        track.annotations.insert(AnnotationId { author, n }, annotation);
    }
    let marks: Vec<AnnotationId> = track.annotations.keys().copied().collect();
    for n in 1..=dice.roll(3) as u32 {
        if marks.is_empty() {
            break;
        }
        let relation = Relation {
            from: marks[dice.roll(marks.len())],
            to: marks[dice.roll(marks.len())],
            label: RelationLabelId(dice.roll(2) as u16 + 1),
            attributes: dice.attributes(),
            origin: dice.origin(),
        };
        track.relations.insert(RelationId { author, n }, relation);
    }
    for _ in 0..dice.roll(4) {
        let Some(range) = dice.range(text) else { continue };
        let id = AnnotationId { author, n: dice.roll(9) as u32 };
        let verdict =
            [Verdict::Accepted(id), Verdict::Corrected(id), Verdict::Rejected, Verdict::Skipped];
        let verdict = verdict[dice.roll(4)].clone();
        let (score, source) = (dice.score(), dice.source());
        let decision = Decision { verdict, score, source, at: dice.roll(1 << 30) as u64 };
        let label = LabelId(dice.roll(3) as u16 + 1);
        track.decisions.insert(DecisionKey { range, label }, decision);
    }
    for _ in 0..dice.roll(3) {
        track.reviewed.extend_with(dice.range(text));
        track.labels.insert(DocumentLabelId(dice.roll(2) as u16 + 1));
    }
    track.status = if dice.roll(2) == 0 { Status::Done } else { Status::Open };
    track
}

/// Adds a range that may be missing.
trait ExtendWith {
    fn extend_with(&mut self, range: Option<TextRange>);
}

impl ExtendWith for apostil::text::Ranges {
    fn extend_with(&mut self, range: Option<TextRange>) {
        if let Some(range) = range {
            self.insert(range);
        }
    }
}

fn article(dice: &mut Dice, n: usize) -> Article {
    let content = TEXTS[dice.roll(TEXTS.len())].repeat(1 + dice.roll(2) * 9);
    let mut article =
        Article::new(["a.txt", "Ñ b", "../c:d.txt"][n % 3], Text::new(content).unwrap());
    article.id = DocumentId::new(&format!("id {n}/é"));
    article.language = dice.maybe("es".to_owned());
    let content = article.text.as_str().to_owned();
    for author in [ME, GOLD] {
        let work = track(dice, author, &content);
        if work != Track::default() && dice.roll(3) > 0 {
            article.tracks.insert(author, work);
        }
    }
    for _ in 0..dice.roll(4) {
        let Some(range) = dice.range(&content) else { continue };
        let label = LabelId(dice.roll(3) as u16 + 1);
        let (score, source) = (dice.score(), dice.source());
        article.suggestions.push(Suggested { range, label, score, source: dice.maybe(source) });
    }
    article.sort_suggestions();
    if dice.roll(2) == 0 {
        article.meta = meta(&article);
    }
    article
}

/// Fields of every place where fields can be kept.
fn meta(article: &Article) -> Meta {
    let mut meta = Meta::new();
    meta.insert("source".into(), "\"wire\"".into());
    meta.insert("//odd".into(), "[1,null]".into());
    meta.insert("/url~1x".into(), "{\"deep\":[1.5]}".into());
    for track in article.tracks.values() {
        for id in track.annotations.keys() {
            meta.insert(format!("/spans/{id}/sure"), "true".into());
        }
    }
    meta
}

/// A dataset drawn from `seed`.
pub(crate) fn dataset(seed: u64) -> Dataset {
    let mut dice = Dice(seed);
    let n_articles = 1 + dice.roll(4);
    let author = |name: &str, kind| Author { name: name.to_owned(), kind };
    let mut authors = BTreeMap::new();
    authors.insert(ME, author("Ada", AuthorKind::Person));
    authors.insert(GOLD, author("", AuthorKind::Gold));
    let articles = (0..n_articles).map(|n| article(&mut dice, n)).collect();
    let mut meta = Meta::new();
    if dice.roll(2) == 0 {
        meta.insert("/licence".into(), "\"CC0\"".into());
        meta.insert("/labels/PERSON/uri".into(), "\"x:Person\"".into());
    }
    Dataset {
        name: "Sample".to_owned(),
        schema: schema(),
        is_defined: true,
        authors,
        articles,
        meta,
    }
}

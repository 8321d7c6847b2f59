//! Every check finds what it is for, and nothing in a sound project.

use std::collections::BTreeMap;

use super::*;
use crate::model::annotation::Extent;
use crate::model::document::{Document, Meta};
use crate::model::id::{LabelId, RelationId, RelationLabelId};
use crate::model::origin::Origin;
use crate::model::relation::Relation;
use crate::model::track::Track;

const ME: AuthorId = AuthorId(1);

fn id(n: u32) -> AnnotationId {
    AnnotationId { author: ME, n }
}

/// Marks as start, end, label.
type Marks = &'static [(u32, u32, u16)];

/// A project with one document: these words, and marks `(start, end, label)` on them in bytes.
fn project(content: &str, marks: &[(u32, u32, u16)], relation: Option<(u32, u32)>) -> Project {
    let text = Text::new(content).unwrap();
    let mut track = Track::default();
    for ((start, end, label), n) in marks.iter().zip(1..) {
        let extent = Extent::one(TextRange::new(*start, *end)).unwrap();
        track.annotations.insert(id(n), Annotation::new(extent, LabelId(*label), Origin::Human));
    }
    if let Some((from, to)) = relation {
        let (from, to, label) = (id(from), id(to), RelationLabelId(1));
        let attributes = BTreeMap::new();
        let relation = Relation { from, to, label, attributes, origin: Origin::Human };
        track.relations.insert(RelationId { author: ME, n: 1 }, relation);
    }
    let header = Header {
        id: DocumentId::new("a").unwrap(),
        name: "a".into(),
        text: text.hash(),
        language: None,
        meta: Meta::new(),
    };
    let body = Body { text, tracks: [(ME, track)].into() };
    let document = Document { header, body: Some(body) };
    Project::assemble("p", Schema::ontonotes(), BTreeMap::new(), vec![document]).unwrap()
}

fn found(
    content: &str,
    marks: &[(u32, u32, u16)],
    relation: Option<(u32, u32)>,
) -> Vec<&'static str> {
    check(&project(content, marks, relation)).into_iter().map(|it| it.check).collect()
}

#[test]
fn a_sound_project_has_no_problem() {
    assert_eq!(found("Ada met e\u{301}lise", &[(0, 3, 1), (8, 15, 1), (0, 3, 2)], None), [""; 0]);
}

#[test]
fn every_check_finds_what_it_is_for() {
    type Case = (&'static str, Marks, Option<(u32, u32)>, &'static [&'static str]);
    let cases: [Case; 9] = [
        ("Ada", &[(0, 4, 1)], None, &["mark-outside"]),
        ("é", &[(0, 1, 1)], None, &["mark-outside"]),
        ("Ada", &[(0, 3, 99)], None, &["label-unknown"]),
        ("Ada", &[(0, 3, 1)], Some((1, 7)), &["relation-loose"]),
        ("Ada", &[(0, 3, 1), (0, 3, 1)], None, &["mark-duplicate"]),
        ("e\u{301}", &[(0, 1, 1)], None, &["mark-grapheme"]),
        ("Ada\u{a0}", &[(0, 5, 1)], None, &["mark-blank"]),
        (" \n", &[], None, &["article-empty"]),
        ("\u{feff}a\r\nb\r\n", &[], None, &["text-newlines", "text-newlines"]),
    ];
    let mut checks: Vec<&str> = Vec::new();
    for (content, marks, relation, expected) in cases {
        assert_eq!(found(content, marks, relation), expected, "{content:?}");
        checks.extend(expected);
    }
    assert!(CHECKS.iter().all(|it| checks.contains(&it.id)), "a check that no case is for");
}

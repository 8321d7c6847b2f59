//! Marked texts and what is drawn of them.
//!
//! Marks are given by their words, the first that match: `Aguas Verdes|LOC`, `north…wing|FAC` in
//! two pieces, `?` before a suggestion and `!` before a rejected one. What is drawn is written as
//! nested boxes: `<` or `(` where a mark truly starts or goes on from before, the label and level,
//! `gap` between pieces, and `‹LOC›` for a tag.

use std::fmt::Write;

use super::*;
use crate::model::id::AuthorId;

const LABELS: [&str; 5] = ["GPE", "ORG", "LOC", "FAC", "DATE"];

fn label(name: &str) -> LabelId {
    LabelId(LABELS.iter().position(|it| *it == name).unwrap() as u16)
}

fn mark(text: &str, n: u32, given: &str) -> Shown {
    let (words, name) = given.trim_start_matches(['?', '!']).split_once('|').unwrap();
    let mut from = 0;
    let piece = |words: &str| {
        let start = from + text[from..].find(words).unwrap();
        from = start + words.len();
        TextRange::new(start as u32, from as u32)
    };
    let extent = Extent::pieces(words.split('…').map(piece).collect()).unwrap();
    let proposed = DecisionKey { range: extent.hull(), label: label(name) };
    let (state, key) = match given.chars().next() {
        Some('?') => (ShownState::Suggested, ShownKey::Suggested(proposed)),
        Some('!') => (ShownState::Rejected, ShownKey::Suggested(proposed)),
        _ => (ShownState::Confirmed, annotation(n)),
    };
    Shown { key, extent, label: label(name), state, score: None }
}

fn annotation(n: u32) -> ShownKey {
    ShownKey::Annotation(AnnotationId { author: AuthorId(7), n })
}

fn bare(text: &str) -> Sheet {
    Sheet::new(DocumentId::new("d").unwrap(), Text::new(text).unwrap())
}

fn sheet(text: &str, marks: &[&str]) -> Sheet {
    let mut sheet = bare(text);
    let marks = marks.iter().enumerate().map(|(n, it)| mark(text, n as u32, it)).collect();
    sheet.set_marks(marks);
    sheet
}

/// The paragraphs as nested boxes, one a line, the way the pane builds them.
fn drawn(sheet: &Sheet) -> String {
    let lines = (0..sheet.paragraphs().len()).map(|it| boxes(sheet, &sheet.runs(it)));
    lines.collect::<Vec<_>>().join("\n")
}

fn boxes(sheet: &Sheet, runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        for layer in &run.layers {
            let edge = if layer.starts { "<" } else { "(" };
            let gap = if layer.gap { "gap" } else { "" };
            let name = LABELS[layer.label.0 as usize];
            write!(out, "{edge}{gap}{name}{} ", layer.level).unwrap();
        }
        out += sheet.text().slice(run.range).unwrap();
        let mut tags = run.tags.iter();
        for layer in run.layers.iter().rev() {
            out += if layer.ends { ">" } else { ")" };
            if let Some(tag) = tags.next() {
                assert_eq!(*tag, layer.key, "tags belong to the innermost layers");
                write!(out, "‹{}›", LABELS[layer.label.0 as usize]).unwrap();
            }
        }
    }
    out
}

fn check(text: &str, marks: &[&str], expected: &str) {
    assert_eq!(drawn(&sheet(text, marks)), expected, "{marks:?}");
}

#[test]
fn bare_text_is_one_run() {
    check("", &[], "");
    check("One\n\ntwo", &[], "One\ntwo");
}

#[test]
fn side_by_side() {
    check("Peru and Chile", &["Peru|GPE", "Chile|GPE"], "<GPE0 Peru>‹GPE› and <GPE0 Chile>‹GPE›");
    check("PeruChile", &["Peru|GPE", "?Chile|GPE"], "<GPE0 Peru>‹GPE›<GPE0 Chile>‹GPE›");
}

#[test]
fn nested_three_deep() {
    let marks =
        ["Ombudsman of Peru|ORG", "Peru|GPE", "?Tumbes office of the Ombudsman of Peru|ORG"];
    check(
        "The Tumbes office of the Ombudsman of Peru asked",
        &marks,
        "The <ORG2 Tumbes office of the )(ORG2 <ORG1 Ombudsman of ))\
         (ORG2 (ORG1 <GPE0 Peru>‹GPE›>‹ORG›>‹ORG› asked",
    );
}

#[test]
fn crossing_marks_keep_their_levels() {
    check(
        "the Huaquillas–Aguas Verdes International Bridge",
        &["Huaquillas–Aguas Verdes|LOC", "Aguas Verdes International Bridge|FAC"],
        "the <LOC0 Huaquillas–)<FAC1 (LOC0 Aguas Verdes>‹LOC›)(FAC1  International Bridge>‹FAC›",
    );
}

#[test]
fn pieces_and_their_gap() {
    check(
        "northern and southern brigades",
        &["northern…brigades|ORG", "southern brigades|ORG"],
        "<ORG1 northern>(gapORG1  and )(gapORG1 <ORG0 southern ))\
         <ORG1 (ORG0 brigades>‹ORG›>‹ORG›",
    );
}

#[test]
fn the_same_words_twice() {
    check("in Lima", &["Lima|GPE", "Lima|LOC"], "in <LOC1 <GPE0 Lima>‹GPE›>‹LOC›");
}

#[test]
fn a_rejected_mark_takes_no_level() {
    check(
        "the bridge",
        &["!bridge|FAC", "the bridge|LOC"],
        "<LOC0 the )(LOC0 <FAC0 bridge>‹FAC›>‹LOC›",
    );
}

#[test]
fn the_fourth_shares_the_third_level() {
    let levels = |marks: &[&str]| {
        let sheet = sheet("a b c d e", marks);
        sheet.marks().iter().map(|it| it.level).collect::<Vec<_>>()
    };
    assert_eq!(levels(&["a b c d e|ORG", "b c d e|ORG", "c d e|ORG", "d e|ORG"]), [2, 2, 1, 0]);
    assert_eq!(levels(&["a b c|ORG", "b c d|ORG", "d e|ORG"]), [0, 1, 0]);
}

#[test]
fn across_paragraphs_only_true_edges_are_edges() {
    check(
        "One two\n\nthree\nfour five",
        &["two\n\nthree\nfour|ORG"],
        "One <ORG0 two)\n(ORG0 three)\n(ORG0 four>‹ORG› five",
    );
    check(
        "One two\n\nthree",
        &["two\n|ORG", "\nthree|GPE"],
        "One <ORG0 two>‹ORG›\n<GPE0 three>‹GPE›",
    );
    check("One\n\ntwo", &["\n\n|ORG"], "One\ntwo");
}

#[test]
fn marks_are_in_reading_order_and_found_by_key() {
    let sheet = sheet("a b c", &["c|ORG", "a|GPE", "a b|LOC", "?b|GPE"]);
    let order: Vec<_> = sheet.marks().iter().map(|it| it.shown.label).collect();
    assert_eq!(order, ["LOC", "GPE", "GPE", "ORG"].map(label));
    for (n, mark) in sheet.marks().iter().enumerate() {
        assert_eq!(sheet.position(mark.shown.key), Some(n));
    }
    assert_eq!(sheet.find(annotation(9)), None);
}

#[test]
fn marks_in_a_range_share_a_byte_with_it() {
    let sheet = sheet("a b c d", &["a b c d|ORG", "a|GPE", "b|GPE", "c…d|LOC", "d|DATE"]);
    let labels = |start, end| {
        let marks = sheet.marks_in(TextRange::new(start, end));
        marks.map(|it| LABELS[it.shown.label.0 as usize]).collect::<Vec<_>>()
    };
    assert_eq!(labels(0, 1), ["ORG", "GPE"]);
    assert_eq!(labels(1, 2), ["ORG"]);
    assert_eq!(labels(5, 6), ["ORG", "LOC"]);
    assert_eq!(labels(2, 7), ["ORG", "GPE", "LOC", "DATE"]);
}

#[test]
fn a_change_names_what_is_drawn_differently() {
    let text = "Huaquillas–Aguas Verdes International Bridge, Lima";
    let change = |before: &[&str], after: &[&str]| {
        let mut sheet = sheet(text, before);
        let marks = after.iter().enumerate().map(|(n, it)| mark(text, n as u32, it)).collect();
        let changed = sheet.set_marks(marks);
        changed.iter().map(|it| text[it.start() as usize..it.end() as usize].to_owned()).collect()
    };
    let same: Vec<String> = change(&["Lima|GPE"], &["Lima|GPE"]);
    assert!(same.is_empty());
    assert_eq!(change(&["Lima|GPE"], &["Lima|LOC"]), ["Lima"]);
    assert_eq!(change(&["Lima|GPE"], &[]), ["Lima"]);
    // A shorter mark inside pushes the longer one a level down: all of it is drawn anew.
    let (long, short) = ("Aguas Verdes International Bridge|FAC", "Verdes|GPE");
    assert_eq!(change(&[long], &[long, short]), ["Aguas Verdes International Bridge"]);
}

#[test]
fn reviewing_names_the_paragraphs_whose_bar_moves() {
    let mut sheet = bare("0123\n0123\n0123");
    let reviewed = |start, end| [TextRange::new(start, end)].into_iter().collect();
    assert_eq!(sheet.set_reviewed(&reviewed(0, 7)), [TextRange::new(0, 4), TextRange::new(5, 9)]);
    assert_eq!(sheet.set_reviewed(&reviewed(0, 9)), [TextRange::new(5, 9)]);
    assert_eq!(sheet.read(), [100, 100, 0]);
}

#[test]
fn paragraphs_are_found_by_offset() {
    let sheet = bare("\n\nab\n\ncd\n");
    let found: Vec<_> = (0..=9).map(|it| sheet.paragraph_at(it)).collect();
    assert_eq!(found, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
    assert_eq!(bare(" \n").paragraph_at(1), 0);
}

#[test]
fn keys_read_back() {
    let proposed = DecisionKey { range: TextRange::new(3, 9), label: LabelId(4) };
    for key in [annotation(12), ShownKey::Suggested(proposed)] {
        assert_eq!(ShownKey::parse(&key.to_string()), Some(key));
    }
    for name in ["", "~", "~1-2", "~2-1-3", "~1-2-3-4", "~1-2-70000", "x"] {
        assert_eq!(ShownKey::parse(name), None, "{name}");
    }
}

/// A small random source: the same seed, the same numbers.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(n.max(1))) as u32
    }

    /// A text of `n` characters and some marks of up to `longest` bytes on it.
    fn marked(&mut self, n: u32, n_marks: u32, longest: u32) -> (String, Vec<Shown>) {
        let kinds = ['a', 'b', ' ', 'é', '💩', '\n', '.', '\r'];
        let text: String = (0..n).map(|_| kinds[self.roll(8) as usize]).collect();
        let marks = (0..n_marks).filter_map(|it| self.shown(&text, it, longest)).collect();
        (text, marks)
    }

    fn shown(&mut self, text: &str, n: u32, longest: u32) -> Option<Shown> {
        let start = self.roll(text.len() as u32);
        let mut edges: Vec<u32> = (0..2 + 2 * (self.roll(4) / 3))
            .map(|_| text.floor_char_boundary((start + self.roll(longest)) as usize) as u32)
            .collect();
        edges.sort_unstable();
        let pieces = edges.chunks_exact(2).map(|it| TextRange::new(it[0], it[1])).collect();
        let extent = Extent::pieces(pieces)?;
        let states = [ShownState::Confirmed, ShownState::Suggested, ShownState::Rejected];
        let (state, label) = (states[self.roll(3) as usize], LabelId(self.roll(5) as u16));
        Some(Shown { key: annotation(n), extent, label, state, score: None })
    }
}

/// Runs tile the paragraph; over each byte lie exactly the marks that have it, each at its level.
fn check_laws(sheet: &Sheet, seed: u64) {
    let mut tags = Vec::new();
    for (n, paragraph) in sheet.paragraphs().iter().enumerate() {
        let mut at = paragraph.range.start();
        for run in sheet.runs(n) {
            assert_eq!(run.range.start(), at, "seed {seed}");
            assert!(!run.range.is_empty(), "seed {seed}");
            at = run.range.end();
            let over = |it: &&Placed| it.shown.extent.hull().contains_range(run.range);
            let mut expected: Vec<_> =
                sheet.marks().iter().filter(over).map(covering(&run)).collect();
            let mut found: Vec<_> =
                run.layers.iter().map(|it| (it.key, it.level, it.gap)).collect();
            expected.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, expected, "seed {seed} {:?}", run.range);
            let suffix: Vec<_> = run.layers.iter().rev().map(|it| it.key).collect();
            assert!(suffix.starts_with(&run.tags), "seed {seed}");
            tags.extend(run.tags);
        }
        assert_eq!(at, paragraph.range.end(), "seed {seed}");
    }
    let seen =
        |it: &&Placed| sheet.paragraphs().iter().any(|p| it.shown.extent.hull().overlaps(p.range));
    let mut seen: Vec<_> = sheet.marks().iter().filter(seen).map(|it| it.shown.key).collect();
    seen.sort_unstable();
    tags.sort_unstable();
    assert_eq!(tags, seen, "each mark that is seen has one tag; seed {seed}");
}

fn covering(run: &Run) -> impl Fn(&Placed) -> (ShownKey, u8, bool) {
    move |it| {
        let is_piece = it.shown.extent.ranges().iter().any(|piece| piece.contains_range(run.range));
        (it.shown.key, it.level, !is_piece)
    }
}

#[test]
fn runs_tile_paragraphs_and_cover_marks() {
    for seed in 0..1_500 {
        let mut dice = Dice(seed);
        let n = 1 + dice.roll(80);
        let n_marks = dice.roll(10);
        let (text, marks) = dice.marked(n, n_marks, 25);
        let mut sheet = bare(&text);
        sheet.set_marks(marks);
        check_laws(&sheet, seed);
    }
}

#[test]
fn lines_on_the_first_two_levels_never_meet() {
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let (text, marks) = dice.marked(60, 12, 30);
        let mut sheet = bare(&text);
        sheet.set_marks(marks);
        let drawn = |it: &&Placed| it.level < 2 && it.shown.state != ShownState::Rejected;
        let all: Vec<_> = sheet.marks().iter().filter(drawn).collect();
        for (n, a) in all.iter().enumerate() {
            for b in all[n + 1..].iter().filter(|it| it.level == a.level) {
                let apart = !a.shown.extent.hull().overlaps(b.shown.extent.hull());
                assert!(apart, "seed {seed}");
            }
        }
    }
}

#[test]
fn what_changed_is_where_runs_differ() {
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let (text, marks) = dice.marked(80, 10, 20);
        let mut sheet = bare(&text);
        sheet.set_marks(marks.clone());
        let before: Vec<_> = (0..sheet.paragraphs().len()).map(|it| sheet.runs(it)).collect();
        let kept = marks.into_iter().filter(|_| dice.roll(4) > 0).collect();
        let changed = sheet.set_marks(kept);
        for (n, paragraph) in sheet.paragraphs().iter().enumerate() {
            let touched = changed.iter().any(|it| it.overlaps(paragraph.range));
            assert!(touched || before[n] == sheet.runs(n), "seed {seed}");
        }
    }
}

#[test]
fn many_marks_do_not_cost_their_square() {
    let mut dice = Dice(1);
    let (text, marks) = dice.marked(1_000_000, 100_000, 60);
    let mut sheet = bare(&text);
    let n_marks = marks.len();
    let clock = std::time::Instant::now();
    sheet.set_marks(marks.clone());
    let placed = clock.elapsed();
    sheet.set_marks(marks);
    let again = clock.elapsed();
    let n_runs: usize = (0..sheet.paragraphs().len()).map(|it| sheet.runs(it).len()).sum();
    let all = clock.elapsed();
    println!("{n_marks} marks: placed in {placed:?}, again by {again:?}, {n_runs} runs by {all:?}");
    assert!(n_runs > n_marks);
    // All over the same words: depth is bounded.
    let deep = (0..50_000).map(|n| mark("deep", n, "deep|ORG")).collect();
    let mut sheet = bare("deep");
    sheet.set_marks(deep);
    assert_eq!(sheet.runs(0)[0].layers.len(), run::MOST_LAYERS);
}

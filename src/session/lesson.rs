//! What a person's decisions teach: the lessons of a project, in the order in which they were decided.
//!
//! A lesson is one thing that stands decided now: a mark, a refused suggestion, or that nothing else
//! in a finished article is a name. Lessons are derived: the same project and history give the same
//! lessons, after a reload, an undo or a redo. Each has the number of the step that made it what it
//! is, and stands in that order. What was corrected or taken back is taught as it stands, not as it
//! once was.
//!
//! [`follow`] brings a list up to date after a step, which is cheap; where a step brings back what was
//! decided long ago, it derives all of them again. Both give the same list, which is a law of the tests.
//!
//! Articles that are marked without suggestions ([`trial`](crate::model::trial)) teach nothing: what
//! would be suggested there is held against them, and must not come from them.
//!
//! Limits: one author's work. Marks in several pieces teach nothing, nor does what is not reviewed.

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::change::{Edit, Transaction};
use crate::edit::history::Step;
use crate::extract::Example;
use crate::model::annotation::{Annotation, Extent};
use crate::model::document::Body;
use crate::model::id::{AnnotationId, AuthorId, DocumentId, LabelId};
use crate::model::project::Project;
use crate::model::schema::{Schema, is_of_engine};
use crate::model::track::{DecisionKey, Status, Track, Verdict};
use crate::model::trial::is_in_trial;
use crate::order::sort_by_key;
use crate::segment::character::{fit, is_blank, is_terminator};
use crate::segment::sentence::sentences;
use crate::text::{Ranges, Text, TextRange};

/// How far on each side of a decision its sentence is looked for, in bytes.
const REACH: u32 = 1024;

/// How many sentences of a finished article are taught as a whole.
const MOST_SENTENCES: usize = 256;

/// What a lesson is about, in one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A mark that stands.
    Mark(AnnotationId),
    /// A suggestion that was refused, with no mark in its place.
    Refusal(DecisionKey),
    /// The words of a finished article that have no mark.
    Rest,
}

/// One thing to learn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Where.
    pub document: DocumentId,
    /// About what.
    pub about: About,
    /// The step of the history that made it so, from 1; 0 for what is older than the history.
    pub step: u32,
    /// A hash of all that it says.
    pub print: u64,
}

/// The lessons of `author` in `project`, in order. `steps` are all that are done.
pub fn lessons(project: &Project, author: AuthorId, steps: &[Step]) -> Vec<Lesson> {
    let times = Times::of(author, steps);
    let mut all = Vec::new();
    for document in project.documents() {
        let id = &document.header.id;
        for (about, print) in standing(project, author, id) {
            let step = times.of_lesson(id, about);
            all.push(Lesson { document: id.clone(), about, step, print });
        }
    }
    sort_by_key(&mut all, |it| (it.step, it.document.clone(), it.about));
    all
}

/// How many of `lessons` are decisions of a person: all but the rests of finished articles.
pub fn n_decisions(lessons: &[Lesson]) -> usize {
    lessons.iter().filter(|it| it.about != About::Rest).count()
}

/// Brings `lessons` up to date after a transaction that was done, with its inverse, as the last of
/// `steps`.
pub fn follow(
    lessons: &mut Vec<Lesson>,
    project: &Project,
    author: AuthorId,
    steps: &[Step],
    (forward, inverse): (&Transaction, &Transaction),
) {
    let touched = touched(author, &forward.edits, &inverse.edits);
    if advance(lessons, project, author, &touched, Some(steps.len() as u32)).is_none() {
        *lessons = self::lessons(project, author, steps);
    }
}

/// Brings `lessons` up to date after `undone` was taken back, with `steps` left.
pub fn follow_back(
    lessons: &mut Vec<Lesson>,
    project: &Project,
    author: AuthorId,
    steps: &[Step],
    undone: &Step,
) {
    let touched = touched(author, &undone.forward.edits, &undone.inverse.edits);
    if advance(lessons, project, author, &touched, None).is_none() {
        *lessons = self::lessons(project, author, steps);
    }
}

/// What was touched in each document; `None` for everything.
type Touched<'a> = Option<BTreeMap<&'a DocumentId, BTreeSet<About>>>;

/// Takes out what does not stand any more, and puts what was touched to the end, as made by `step`.
/// `None` where that is not enough.
fn advance(
    lessons: &mut Vec<Lesson>,
    project: &Project,
    author: AuthorId,
    touched: &Touched<'_>,
    step: Option<u32>,
) -> Option<()> {
    for (document, touched) in touched.as_ref()? {
        let standing = standing(project, author, document);
        let mut is_there = vec![false; standing.len()];
        lessons.retain(|it| {
            if it.document != **document {
                return true;
            }
            let found = standing.binary_search_by_key(&it.about, |it| it.0).ok();
            let stays = |at: &usize| standing[*at].1 == it.print && !touched.contains(&it.about);
            let stays = found.filter(stays);
            if let Some(at) = stays {
                is_there[at] = true;
            }
            stays.is_some()
        });
        let news = standing.into_iter().zip(is_there).filter(|it| !it.1);
        for ((about, print), _) in news {
            let step = step.filter(|_| touched.contains(&about))?;
            lessons.push(Lesson { document: (*document).clone(), about, step, print });
        }
    }
    Some(())
}

/// The lessons about `document` as it stands now, in order, each with the hash of what it says.
///
/// Made anew after every step, for an article of thousands of marks as well: so it is a plain list,
/// which the order of what it is made of has sorted already.
fn standing(project: &Project, author: AuthorId, document: &DocumentId) -> Vec<(About, u64)> {
    let mut all = Vec::new();
    let Some((body, track)) = work(project, author, document) else { return all };
    if is_in_trial(project, author, document) {
        return all;
    }
    let schema = project.schema();
    let text = Print::default().with(body.text.hash().to_string().as_bytes());
    let missing = schema.missing();
    // What is in no name may be in one that cannot be given here; that is part of what is said.
    let nothing = missing.iter().fold(text, |print, it| print.with(it.as_bytes()));
    for (id, it) in &track.annotations {
        let Some(range) = taught(track, it) else { continue };
        let mut print = text.with_range(range).with(name_of(schema, it.label).as_bytes());
        for label in refused_for(track, range, it.label) {
            print = print.with(b"!").with(name_of(schema, label).as_bytes());
        }
        all.push((About::Mark(*id), print.0));
    }
    let refused = || track.decisions.iter().filter(|it| it.1.verdict == Verdict::Rejected);
    let marked = if refused().next().is_some() { marked(track) } else { Ranges::default() };
    for (key, _) in refused() {
        if !marked.overlaps(key.range) && track.reviewed.contains_range(key.range) {
            let print = nothing.with(b"!").with_range(key.range);
            all.push((About::Refusal(*key), print.with(name_of(schema, key.label).as_bytes()).0));
        }
    }
    if track.status == Status::Done {
        let rest = rest(track, body.text.range());
        let print = rest.iter().fold(nothing.with(b"="), |print, it| print.with_range(*it));
        all.push((About::Rest, print.0));
    }
    debug_assert!(all.is_sorted_by_key(|it| it.0));
    all
}

fn work<'a>(
    project: &'a Project,
    author: AuthorId,
    document: &DocumentId,
) -> Option<(&'a Body, &'a Track)> {
    let body = project.body(document)?;
    Some((body, body.tracks.get(&author)?))
}

/// The range of a mark that can be taught.
fn taught(track: &Track, it: &Annotation) -> Option<TextRange> {
    let [range] = it.extent.ranges() else { return None };
    track.reviewed.contains_range(*range).then_some(*range)
}

/// The labels that were suggested for `range` and refused in favor of `label`.
fn refused_for(track: &Track, range: TextRange, label: LabelId) -> impl Iterator<Item = LabelId> {
    let key = |label| DecisionKey { range, label: LabelId(label) };
    let about = track.decisions.range(key(0)..=key(u16::MAX));
    let refused =
        about.filter(move |(key, it)| key.label != label && it.verdict != Verdict::Skipped);
    refused.map(|(key, _)| key.label)
}

fn marked(track: &Track) -> Ranges {
    track.annotations.values().flat_map(|it| it.extent.ranges()).copied().collect()
}

/// Where the author has looked within `within` and left nothing open, and made no mark.
fn rest(track: &Track, within: TextRange) -> Vec<TextRange> {
    let mut taken = marked(track);
    for (key, it) in &track.decisions {
        if it.verdict == Verdict::Skipped {
            taken.insert(key.range);
        }
    }
    let mut all = Vec::new();
    for reviewed in track.reviewed.iter().filter_map(|it| it.intersection(within)) {
        let mut start = reviewed.start();
        for it in taken.iter().filter(|it| it.overlaps(reviewed)) {
            all.extend(TextRange::checked(start, it.start()));
            start = it.end();
        }
        all.extend(TextRange::checked(start, reviewed.end()));
    }
    all.retain(|it| !it.is_empty());
    all
}

/// What the engine calls `label`: the one label of its own that comes as this, if there is one.
fn name_of(schema: &Schema, label: LabelId) -> &str {
    let Some(label) = schema.label(label) else { return "" };
    match label.suggested_as.as_slice() {
        [only] if !is_of_engine(&label.name) => only,
        _ => &label.name,
    }
}

/// What an engine is shown of `lesson`: its sentence, or all sentences of a rest. Empty when it does
/// not stand any more.
pub fn examples(project: &Project, author: AuthorId, lesson: &Lesson) -> Vec<Example> {
    let Some((body, track)) = work(project, author, &lesson.document) else { return Vec::new() };
    let schema = project.schema();
    let name = |label| name_of(schema, label).to_owned();
    match lesson.about {
        About::Mark(id) => {
            let mark = track.annotations.get(&id);
            let Some((label, range)) = mark.and_then(|it| Some((it.label, taught(track, it)?)))
            else {
                return Vec::new();
            };
            let refused = refused_for(track, range, label).map(name).collect();
            vec![example(&body.text, range, Some(name(label)), refused)]
        }
        About::Refusal(key) => {
            let refused = vec![name(key.label)];
            let missing = schema.missing();
            vec![Example { missing, ..example(&body.text, key.range, None, refused) }]
        }
        About::Rest => rest_examples(&body.text, track, &schema.missing()),
    }
}

fn example(text: &Text, range: TextRange, gold: Option<String>, refused: Vec<String>) -> Example {
    let sentence = sentence_of(text.as_str(), range);
    let range = within(range, sentence);
    Example {
        text: text.slice(sentence).unwrap_or_default().to_owned(),
        reviewed: vec![range],
        gold: gold.into_iter().map(|label| (range, label)).collect(),
        rejected: refused.into_iter().map(|label| (range, label)).collect(),
        missing: Vec::new(),
    }
}

/// `range` as offsets in what starts with `whole`.
fn within(range: TextRange, whole: TextRange) -> TextRange {
    TextRange::new(range.start() - whole.start(), range.end() - whole.start())
}

/// The sentence around `range`, or the sentences if it crosses some; cut at [`REACH`].
fn sentence_of(text: &str, range: TextRange) -> TextRange {
    let start = range.start().saturating_sub(REACH);
    let end = range.end().saturating_add(REACH).min(text.len() as u32);
    let near = fit(text, TextRange::new(start, end));
    let (before, after) = (
        &text[near.start() as usize..range.start() as usize],
        &text[range.end() as usize..near.end() as usize],
    );
    // What is cut starts and ends with a whole word, if there is a blank at all.
    let from = before.rfind(is_terminator).or_else(|| before.find(is_blank).filter(|_| start > 0));
    let to = after.find(is_terminator).or_else(|| after.rfind(is_blank));
    let from = from.map_or(near.start(), |at| near.start() + at as u32);
    let to = to.filter(|_| near.end() < text.len() as u32 || after.contains(is_terminator));
    let to = to.map_or(near.end(), |at| range.end() + at as u32);
    let pieces = sentences(text, TextRange::new(from, to));
    pieces.into_iter().filter(|it| it.overlaps(range)).fold(range, TextRange::cover)
}

/// The sentences of a finished article, what has no mark in them reviewed, where the labels `missing`
/// could not be given.
fn rest_examples(text: &Text, track: &Track, missing: &[String]) -> Vec<Example> {
    let mut all = Vec::new();
    for sentence in sentences(text.as_str(), text.range()) {
        if all.len() == MOST_SENTENCES {
            break;
        }
        if sentence.len() > 2 * REACH {
            continue;
        }
        let rest = rest(track, sentence).into_iter().map(|it| within(it, sentence));
        let words = text.slice(sentence).unwrap_or_default();
        let has_words = |it: &TextRange| it.slice(words).is_some_and(|it| !it.trim().is_empty());
        let reviewed: Vec<TextRange> = rest.filter(has_words).collect();
        if !reviewed.is_empty() {
            let (text, missing) = (words.to_owned(), missing.to_vec());
            all.push(Example { text, reviewed, missing, ..Example::default() });
        }
    }
    all
}

/// When each lesson became what it is.
#[derive(Default)]
struct Times<'a> {
    by_document: BTreeMap<&'a DocumentId, Time>,
}

/// When a document came, and when each lesson in it was touched last.
#[derive(Default)]
struct Time {
    came: u32,
    by_lesson: BTreeMap<About, u32>,
}

impl<'a> Times<'a> {
    fn of(author: AuthorId, steps: &'a [Step]) -> Self {
        let mut times = Self::default();
        for (n, step) in (1..).zip(steps) {
            for edit in &step.forward.edits {
                if let Edit::Document { id, .. } = edit {
                    let time = Time { came: n, by_lesson: BTreeMap::new() };
                    times.by_document.insert(id, time);
                }
            }
            let touches = touches(author, &step.forward.edits, &step.inverse.edits);
            for (document, touched) in touches {
                let time = times.by_document.entry(document).or_default();
                for about in touched {
                    time.by_lesson.insert(about, n);
                }
            }
        }
        times
    }

    fn of_lesson(&self, document: &DocumentId, about: About) -> u32 {
        let Some(time) = self.by_document.get(document) else { return 0 };
        time.by_lesson.get(&about).copied().unwrap_or(time.came)
    }
}

/// What a step touches of the lessons; `None` where it may be any of them.
fn touched<'a>(author: AuthorId, forward: &'a [Edit], inverse: &'a [Edit]) -> Touched<'a> {
    let is_wide = |it: &Edit| matches!(it, Edit::Document { .. } | Edit::Schema { .. });
    let is_any = forward.iter().any(is_wide);
    (!is_any).then(|| touches(author, forward, inverse))
}

/// What of a mark is taught; `None` for none.
type Shape<'a> = Option<(&'a Extent, LabelId)>;

fn touches<'a>(
    author: AuthorId,
    forward: &'a [Edit],
    inverse: &'a [Edit],
) -> BTreeMap<&'a DocumentId, BTreeSet<About>> {
    let mut all: BTreeMap<&DocumentId, BTreeSet<About>> = BTreeMap::new();
    let mut shapes: BTreeMap<(&DocumentId, AnnotationId), Vec<Shape<'_>>> = BTreeMap::new();
    for edit in forward.iter().chain(inverse) {
        let (place, about) = match edit {
            Edit::Annotation { place, id, value } if place.author == author => {
                let shape = value.as_ref().map(|it| (&it.extent, it.label));
                shapes.entry((&place.document, *id)).or_default().push(shape);
                continue;
            }
            Edit::Decision { place, key, .. } => (place, About::Refusal(*key)),
            Edit::Reviewed { place, .. } | Edit::Status { place, .. } => (place, About::Rest),
            _ => continue,
        };
        if place.author == author {
            all.entry(&place.document).or_default().extend([about, About::Rest]);
        }
    }
    for ((document, id), shapes) in shapes {
        // A note or a link teaches nothing.
        if shapes.iter().any(|it| *it != shapes[0]) {
            all.entry(document).or_default().extend([About::Mark(id), About::Rest]);
        }
    }
    all
}

/// A hash of what is said, the same on every machine: FNV-1a, 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Print(u64);

impl Default for Print {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Print {
    fn with(self, bytes: &[u8]) -> Self {
        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        // The end counts, too, so that two words are not one.
        Self(step(bytes.iter().fold(self.0, step), &0xff))
    }

    fn with_range(self, range: TextRange) -> Self {
        self.with(&range.start().to_le_bytes()).with(&range.end().to_le_bytes())
    }
}

/// One hash of many lessons in order.
pub fn print_of(prints: &[u64]) -> String {
    let all = prints.iter().fold(Print::default(), |all, it| all.with(&it.to_le_bytes()));
    format!("{:016x}", all.0)
}

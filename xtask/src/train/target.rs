//! What each word of a document is to be: a tag, or unknown.

use std::ops::Range;

use apostil::extract::{
    line::Line,
    tagger::{
        chapter::Chapter,
        fact::Facts,
        tag::{LABELS, Tag, parts},
    },
    vocabulary,
};

use crate::train::{
    corpus::{Document, Mark},
    scheme::{Meaning, is_marked, meaning},
    teacher::Answer,
};

/// The tag of a word; `None` where it may be anything.
pub type Target = Option<Tag>;

/// A name with one of our labels; in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    range: Range<usize>,
    label: &'static str,
}

/// Stretches that nothing is known of.
type Unknown = Vec<Range<usize>>;

/// The targets of all words of `chapter`, sentence by sentence, from the document's own marks and its
/// teachers. Where a second teacher does not say the same as the first, what either says is unknown.
pub fn targets(
    document: &Document,
    teacher: Option<&[Answer]>,
    second: Option<&[Answer]>,
    chapter: &Chapter,
) -> Vec<Vec<Target>> {
    let mut unknown = Vec::new();
    let taught = teacher.map_or(Vec::new(), |it| names(&document.text, it));
    let mut all = match &document.marks {
        Some(marks) => merge(document, marks, &taught, &mut unknown),
        None => taught,
    };
    if let (Some(second), None) = (second, &document.marks) {
        let second = names(&document.text, second);
        disagree(&mut all, &second, &mut unknown);
    }
    let lines = chapter.lines.iter().zip(&chapter.facts);
    lines.map(|(line, facts)| sentence(line, facts, &all, &unknown)).collect()
}

/// The targets of one sentence.
fn sentence(line: &Line, facts: &Facts, names: &[Name], unknown: &Unknown) -> Vec<Target> {
    let mut tags = vec![Some(Tag::OUTSIDE); line.len()];
    for it in unknown {
        forget(line, it, &mut tags);
    }
    for it in names {
        let Some(words) = words(line, &it.range) else { continue };
        let is_whole = range(line, &words) == it.range;
        let is_readable = words.clone().all(|at| facts.words[at].is_active);
        if !is_whole || !is_readable {
            forget(line, &it.range, &mut tags);
            continue;
        }
        let label = LABELS.iter().position(|label| *label == it.label);
        let label = label.expect("only our labels are kept");
        for (tag, part) in tags[words.clone()].iter_mut().zip(parts(words.len())) {
            *tag = Some(Tag::new(label, part));
        }
    }
    tags
}

/// The answers that are names of ours, trimmed.
fn names(text: &str, answers: &[Answer]) -> Vec<Name> {
    let name = |(range, label): &Answer| {
        let label = LABELS.iter().find(|it| **it == label.as_str())?;
        let range = trim(text, range.clone())?;
        Some(Name { range, label })
    };
    answers.iter().filter_map(name).collect()
}

/// The document's own marks, and of the teacher what the corpus does not mark.
fn merge(document: &Document, marks: &[Mark], taught: &[Name], unknown: &mut Unknown) -> Vec<Name> {
    let text = &document.text;
    let mut all: Vec<Name> = Vec::new();
    let mut free: Vec<Range<usize>> = Vec::new();
    for (range, label) in marks {
        let Some(range) = trim(text, range.clone()) else { continue };
        let said = taught.iter().filter(|it| overlap(&it.range, &range));
        let said: Vec<&Name> = said.collect();
        let label = match meaning(&document.corpus, label) {
            Meaning::Label(label) => label,
            Meaning::Place => place(&said),
            Meaning::GroupOrPlace => group_or_place(&said),
            Meaning::Other => {
                let same = said.iter().find(|it| it.range == range && !is_marked(it.label));
                let Some(same) = same else {
                    unknown.push(range);
                    continue;
                };
                same.label
            }
            Meaning::Nothing => continue,
        };
        let range = if label == "PERSON" { without_title(text, range, &said) } else { range };
        free.push(range.clone());
        all.push(Name { range, label });
    }
    for it in taught {
        let is_free = !free.iter().any(|other| overlap(other, &it.range));
        if is_free && !is_marked(it.label) {
            all.push(it.clone());
        }
    }
    all
}

/// Takes out of `all`, and marks as unknown, what only one of two teachers says.
fn disagree(all: &mut Vec<Name>, second: &[Name], unknown: &mut Unknown) {
    for it in second {
        if !all.contains(it) {
            unknown.push(it.range.clone());
        }
    }
    all.retain(|it| {
        let is_agreed = second.contains(it);
        if !is_agreed {
            unknown.push(it.range.clone());
        }
        is_agreed
    });
}

fn place(said: &[&Name]) -> &'static str {
    let places = said.iter().map(|it| it.label);
    places.into_iter().find(|it| matches!(*it, "GPE" | "LOC" | "FAC")).unwrap_or("GPE")
}

fn group_or_place(said: &[&Name]) -> &'static str {
    let labels = said.iter().map(|it| it.label);
    labels.into_iter().find(|it| matches!(*it, "GPE" | "NORP")).unwrap_or("NORP")
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// A person's name without the titles before it.
fn without_title(text: &str, range: Range<usize>, said: &[&Name]) -> Range<usize> {
    if let Some(it) = said.iter().find(|it| {
        it.label == "PERSON" && it.range.end == range.end && it.range.start > range.start
    }) {
        return it.range.clone();
    }
    behind_titles(text, range)
}

/// A span without the titles before its last word.
pub fn behind_titles(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    while let Some((word, rest)) = text[start..range.end].split_once(' ') {
        let folded = word.to_lowercase();
        if !vocabulary::is_title(&folded) && !matches!(&*folded, "mr." | "mrs." | "ms." | "dr.") {
            break;
        }
        start = range.end - rest.len();
    }
    start..range.end
}

/// A span without an article before it, quotes and stops around it, and a possessive behind it; `None`
/// where nothing is left.
pub fn trim(text: &str, mut range: Range<usize>) -> Option<Range<usize>> {
    loop {
        let words = &text[range.clone()];
        let (start, end) = (range.start, range.end);
        let lower = words.to_lowercase();
        let article = ["the ", "a ", "an "]
            .iter()
            .find(|it| lower.starts_with(**it) && lower.len() == words.len());
        if let Some(article) = article {
            range.start += article.len();
        }
        let trimmed =
            text[range.clone()].trim_start_matches(['"', '“', '‘', '`', '\'', ' ', '\n', '(']);
        range.start = range.end - trimmed.len();
        let mut trimmed = trimmed.trim_end_matches(['"', '”', '\'', '’', ',', ' ', '\n', ':', ';']);
        for possessive in ["'s", "’s"] {
            trimmed = trimmed.strip_suffix(possessive).unwrap_or(trimmed);
        }
        range.end = range.start + trimmed.len();
        if range.is_empty() {
            return None;
        }
        if (range.start, range.end) == (start, end) {
            return Some(range);
        }
    }
}

/// The words of `line` that `range` touches.
fn words(line: &Line, range: &Range<usize>) -> Option<Range<usize>> {
    let words = line.words();
    let start = words.partition_point(|it| it.range.end() as usize <= range.start);
    let end = words.partition_point(|it| (it.range.start() as usize) < range.end);
    (start < end).then_some(start..end)
}

fn range(line: &Line, words: &Range<usize>) -> Range<usize> {
    let range = line.range(words.start, words.end - 1);
    range.start() as usize..range.end() as usize
}

fn forget(line: &Line, range: &Range<usize>, tags: &mut [Target]) {
    if let Some(words) = words(line, range) {
        tags[words].fill(None);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use apostil::{
        extract::{gazetteer::Gazetteer, lists::Lists, tagger::chapter::read_chapter},
        text::TextRange,
    };

    use super::*;

    fn place(text: &str, words: &str) -> Range<usize> {
        let start = text.find(words).expect("they are there");
        start..start + words.len()
    }

    /// What each word is to be: a label, `-` for none, `?` for unknown.
    fn shown(text: &str, corpus: &str, marks: &[(&str, &str)], taught: &[(&str, &str)]) -> String {
        let spans = |all: &[(&str, &str)]| {
            all.iter().map(|it| (place(text, it.0), it.1.to_owned())).collect::<Vec<_>>()
        };
        let marks = (!marks.is_empty()).then(|| spans(marks));
        let (corpus, file) = (corpus.to_owned(), String::new());
        let document = Document { corpus, file, text: text.to_owned(), marks };
        let gazetteer = Gazetteer::new(Arc::new(Lists::default()));
        let whole = TextRange::new(0, text.len() as u32);
        let (chapter, _) = read_chapter(text, whole, &gazetteer);
        let second = spans(&taught[..taught.len().min(1)]);
        let targets = targets(&document, Some(&spans(taught)), Some(&second), &chapter);
        let word = |it: &Target| match it {
            None => "?",
            Some(tag) => tag.label().map_or("-", |it| LABELS[it]),
        };
        targets.concat().iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn marks_count_and_teachers_fill_what_is_not_marked() {
        let text = "The Quorvane met President Ana Peña";
        let marks = [("The Quorvane", "geo"), ("President Ana Peña", "per")];
        let taught = [("Quorvane", "LOC"), ("Ana", "ORG")];
        assert_eq!(shown(text, "gmb-voa", &marks, &taught), "- LOC - - PERSON PERSON");
    }

    #[test]
    fn what_only_one_teacher_says_is_unknown() {
        let text = "Xilda left for Morvane today";
        let taught = [("Xilda", "PERSON"), ("Morvane", "GPE")];
        assert_eq!(shown(text, "text/raw", &[], &taught), "PERSON - - ? -");
    }

    #[test]
    fn spans_are_trimmed() {
        let trimmed = |text: &str| trim(text, 0..text.len()).map(|it| text[it].to_owned());
        assert_eq!(trimmed("the “Ana Peña’s"), Some("Ana Peña".to_owned()));
        assert_eq!((trimmed("The"), trimmed("“”")), (Some("The".to_owned()), None));
    }
}

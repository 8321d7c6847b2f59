//! What a text says again: names that were found in one place are marked in the others, and headlines
//! are read with what the body knows.
//!
//! A headline's capitals say nothing, and neither do those of a line in capitals: there, a name of the
//! body is a name again, and words that the body writes small are none. The last to look at the names
//! of a text; nothing here is learned.

use std::collections::BTreeMap;

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::line::Line;

/// The most words of a name that is looked for again.
const MOST_WORDS: usize = 6;

/// How sure a name is that was found elsewhere.
const SCORE: f32 = 0.7;

/// A name that the body of the text has.
struct Known<'a> {
    /// Its words, folded.
    words: Vec<&'a str>,
    /// As written, the first time.
    text: Vec<&'a str>,
    /// The whole of which it is a part, as written.
    whole: Vec<&'a str>,
    label: &'static str,
    n_votes: usize,
}

/// Names by their first words, folded.
type Names<'a> = BTreeMap<&'a str, Vec<Known<'a>>>;

/// Marks in `found`, the names of each of `lines`, those that other lines have, and takes out of
/// headlines what the body writes small.
pub fn hear(lines: &[Line], found: &mut [Vec<Candidate>]) {
    let names = names(lines, found);
    for (line, found) in lines.iter().zip(found) {
        if line.is_title() {
            found.retain(|it| is_known(&names, line, it) || !is_plain(lines, line, it));
        }
        if !names.is_empty() {
            add(lines, line, &names, found);
        }
    }
}

/// The names of the body, and the surnames of its people.
fn names<'a>(lines: &'a [Line], found: &[Vec<Candidate>]) -> Names<'a> {
    let mut names = Names::new();
    for (line, found) in lines.iter().zip(found).filter(|(line, _)| !line.is_title()) {
        for it in found.iter().filter(|it| it.last - it.first < MOST_WORDS) {
            note(&mut names, line, it.first, it);
            if it.label == "PERSON" && it.first < it.last && line.words()[it.last].is_capital {
                note(&mut names, line, it.last, it);
            }
        }
    }
    names
}

/// Notes the words of `it` from `first` on.
fn note<'a>(names: &mut Names<'a>, line: &'a Line, first: usize, it: &Candidate) {
    let words: Vec<&str> = (first..=it.last).map(|it| line.folded(it)).collect();
    let texts = |first: usize| line.words()[first..=it.last].iter().map(|it| it.text).collect();
    let known = names.entry(words[0]).or_default();
    let same = |rival: &&mut Known| rival.words == words && rival.label == it.label;
    match known.iter_mut().find(same) {
        Some(same) => same.n_votes += 1,
        None => known.push(Known {
            words,
            text: texts(first),
            whole: texts(it.first),
            label: it.label,
            n_votes: 1,
        }),
    }
}

/// Adds to `found` the known names in `line` that are not marked.
fn add(lines: &[Line], line: &Line, names: &Names, found: &mut Vec<Candidate>) {
    let mut taken = vec![false; line.len()];
    for it in found.iter() {
        taken[it.first..=it.last].fill(true);
    }
    let mut at = 0;
    while at < line.len() {
        let Some(known) = known_at(names, line, at, &taken).filter(|it| fits(lines, line, at, it))
        else {
            at += 1;
            continue;
        };
        let last = at + known.words.len() - 1;
        let reason = Reason::Mentioned { name: known.whole.join(" ") };
        found.push(Candidate { first: at, last, label: known.label, score: SCORE, reason });
        at = last + 1;
    }
}

/// The longest known name that starts at `at`, free of other marks; of those of the same words the
/// one that the text has most often.
fn known_at<'n, 'a>(
    names: &'n Names<'a>,
    line: &Line,
    at: usize,
    taken: &[bool],
) -> Option<&'n Known<'a>> {
    let word = line.words()[at];
    if !word.is_capital || !word.has_letter() || taken[at] {
        return None;
    }
    let is_here = |it: &&Known| {
        let end = at + it.words.len();
        let same = |(n, word): (usize, &&str)| line.folded(at + n) == *word && !taken[at + n];
        end <= line.len() && it.words.iter().enumerate().all(same)
    };
    let known = names.get(line.folded(at))?.iter().filter(is_here);
    known.max_by_key(|it| (it.words.len(), it.n_votes))
}

/// Whether `known` is a name at `at`, too: in a headline always; in the body where it is written the
/// same, is no part of a longer name, and has its capital not only from the start of the sentence.
fn fits(lines: &[Line], line: &Line, at: usize, known: &Known) -> bool {
    let end = at + known.words.len();
    let is_short = known.words.len() == 1 && line.words()[at].text.len() < 3;
    if is_short || matches!(known.label, "NORP" | "LANGUAGE") {
        return false;
    }
    if line.is_title() {
        return true;
    }
    let is_name =
        |at: usize| line.words().get(at).is_some_and(|it| it.is_capital && it.has_letter());
    let goes_on = is_name(end) && line.words()[end].spaced;
    let goes_before = at > 0 && is_name(at - 1) && line.words()[at].spaced && !line.starts(at - 1);
    let is_written = (at..end).zip(&known.text).all(|(at, text)| line.words()[at].text == *text);
    let is_start = line.starts(at) && known.words.len() == 1 && is_small(lines, line.folded(at));
    is_written && !goes_on && !goes_before && !is_start
}

/// Whether the words of `it`, in `line`, are the name of anything in the body.
fn is_known(names: &Names, line: &Line, it: &Candidate) -> bool {
    let is_same = |known: &Known| {
        let words = (it.first..=it.last).map(|at| line.folded(at));
        words.eq(known.words.iter().copied())
    };
    names.get(line.folded(it.first)).is_some_and(|known| known.iter().any(is_same))
}

/// Whether the body writes most of the capitalized words of `it` small.
fn is_plain(lines: &[Line], line: &Line, it: &Candidate) -> bool {
    let capitals = (it.first..=it.last).filter(|at| line.words()[*at].is_capital);
    let (mut n_words, mut n_small) = (0, 0);
    for at in capitals {
        n_words += 1;
        n_small += usize::from(is_small(lines, line.folded(at)));
    }
    2 * n_small > n_words
}

/// Whether any of `lines` has `word` without a capital.
fn is_small(lines: &[Line], word: &str) -> bool {
    let is_it = |line: &Line, at: usize| !line.words()[at].is_capital && line.folded(at) == word;
    lines.iter().any(|line| (0..line.len()).any(|at| is_it(line, at)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    /// The names of the sentences after hearing, where `first` was found in them: the number of the
    /// sentence, its words, the label.
    fn heard(
        sentences: &[&'static str],
        first: &[(usize, &str, &'static str)],
    ) -> Vec<(usize, String, &'static str)> {
        let line = |it: &&'static str| Line::new(it, TextRange::new(0, it.len() as u32));
        let lines: Vec<Line> = sentences.iter().map(line).collect();
        let mut found = vec![Vec::new(); lines.len()];
        for (n, name, label) in first {
            let name: Vec<&str> = name.split(' ').collect();
            let here =
                |at: &usize| lines[*n].words()[*at..].iter().zip(&name).all(|(a, b)| a.text == *b);
            let at = (0..lines[*n].len()).find(here).unwrap();
            let last = at + name.len() - 1;
            let reason = Reason::Capitals;
            found[*n].push(Candidate { first: at, last, label, score: 0.9, reason });
        }
        hear(&lines, &mut found);
        let mut all = Vec::new();
        for (n, (line, names)) in lines.iter().zip(&found).enumerate() {
            let words = |it: &Candidate| {
                let words = line.words()[it.first..=it.last].iter().map(|it| it.text);
                words.collect::<Vec<_>>().join(" ")
            };
            all.extend(names.iter().map(|it| (n, words(it), it.label)));
        }
        all
    }

    #[test]
    fn names_of_the_body_are_names_in_headlines() {
        let text = ["RIOSECO ASKS TALMORA FOR WATER", "Governor Inés Rioseco wrote to Talmora."];
        let first = [(1, "Inés Rioseco", "PERSON"), (1, "Talmora", "GPE")];
        let all = heard(&text, &first);
        assert!(all.contains(&(0, "RIOSECO".to_owned(), "PERSON")), "{all:?}");
        assert!(all.contains(&(0, "TALMORA".to_owned(), "GPE")), "{all:?}");
        assert_eq!(all.len(), 4);
    }

    #[test]
    fn what_the_body_writes_small_is_no_name_in_a_headline() {
        let text = ["Talmora Wants Cheaper Water Rights", "It wants water rights in Talmora."];
        let first = [(0, "Cheaper Water Rights", "ORG"), (1, "Talmora", "GPE")];
        let names: Vec<_> = heard(&text, &first).into_iter().map(|it| (it.0, it.1)).collect();
        assert_eq!(names, [(0, "Talmora".to_owned()), (1, "Talmora".to_owned())]);
    }

    #[test]
    fn names_are_said_again_in_the_body() {
        let text = ["He met Talmora.", "Then Talmora left.", "The Talmora Hotel burned."];
        let all = heard(&text, &[(0, "Talmora", "PERSON")]);
        assert_eq!(all.len(), 2, "{all:?}");
    }

    #[test]
    fn the_start_of_a_sentence_makes_no_name() {
        let text = ["Gloria Rice spoke.", "Rice is cheap.", "They eat rice.", "We heard Rice."];
        let all = heard(&text, &[(0, "Gloria Rice", "PERSON")]);
        let lines: Vec<usize> = all.iter().map(|it| it.0).collect();
        assert_eq!(lines, [0, 3]);
    }
}

//! Places with an article: `the Chaco` is a stretch of land, not the town or the province of that
//! name, and then it is so in the whole text.
//!
//! English only: a town or a state takes no article, but for a few countries, which are left alone.
//! The article must be the name's own: in `the Chaco settlers` it belongs to the settlers.

use std::collections::BTreeSet;

use crate::extract::candidate::Candidate;
use crate::extract::gazetteer::Gazetteer;
use crate::extract::line::Line;
use crate::extract::lists::entry::Kind;
use crate::extract::vocabulary::is_compass;

/// Towns and parts of towns that take an article.
const ARTICLED: &[&str] = &["bronx", "hague", "vatican"];

/// Words behind a name that do not go on with what an article may have begun. Sorted.
const BEHIND: &[&str] = &[
    "after", "and", "are", "as", "at", "because", "before", "but", "by", "can", "could", "during",
    "for", "from", "had", "has", "have", "he", "in", "is", "it", "of", "on", "or", "she", "since",
    "than", "that", "they", "to", "until", "was", "were", "when", "where", "which", "while", "who",
    "will", "with", "would",
];

/// Gives the places that the text says with an article the label LOC wherever it names them; `found`
/// are the names of each of `lines`.
pub fn retype(lines: &[Line], found: &mut [Vec<Candidate>], gazetteer: &Gazetteer) {
    let longer = longer_places(lines, found);
    let mut articled = BTreeSet::new();
    for (line, names) in lines.iter().zip(found.iter()) {
        let lone = names.iter().filter(|it| is_lone_place(&longer, line, it));
        let own = lone.filter(|it| has_article(line, it.first) && may_take(line, it, gazetteer));
        articled.extend(own.map(|it| line.folded(it.first)));
    }
    if articled.is_empty() {
        return;
    }
    for (line, names) in lines.iter().zip(found) {
        let lone = names.iter_mut().filter(|it| is_lone_place(&longer, line, it));
        for it in lone.filter(|it| articled.contains(line.folded(it.first))) {
            it.label = "LOC";
        }
    }
}

/// The first words of the places of several words: `chaco` of `Chaco Forest`.
fn longer_places<'a>(lines: &'a [Line], found: &[Vec<Candidate>]) -> BTreeSet<&'a str> {
    let mut longer = BTreeSet::new();
    for (line, names) in lines.iter().zip(found) {
        let places = names.iter().filter(|it| it.label == "LOC" && it.first < it.last);
        longer.extend(places.map(|it| line.folded(it.first)));
    }
    longer
}

/// Whether `it` is a place of one word, or what the text elsewhere says to be one, whatever it was
/// taken for here.
fn is_lone_place(longer: &BTreeSet<&str>, line: &Line, it: &Candidate) -> bool {
    let is_place = matches!(it.label, "GPE" | "LOC");
    let may_be = matches!(it.label, "ORG" | "PERSON") && longer.contains(line.folded(it.first));
    it.first == it.last && (is_place || may_be)
}

/// Whether the article before the name at `at` is the name's own.
fn has_article(line: &Line, at: usize) -> bool {
    let Some(next) = line.words().get(at + 1) else {
        return at > 0 && line.folded(at - 1) == "the";
    };
    let joins = matches!(next.text, "-" | "’" | "'" | "(" | "“" | "\"" | "’s" | "'s");
    let ends = !next.has_letter() && !next.is_number() && !joins;
    let goes_on = BEHIND.binary_search(&line.folded(at + 1)).is_ok();
    at > 0 && line.folded(at - 1) == "the" && (ends || goes_on)
}

/// Whether an article makes something else of the name: countries and the like have one anyhow.
fn may_take(line: &Line, it: &Candidate, gazetteer: &Gazetteer) -> bool {
    let word = line.folded(it.first);
    let is_country = gazetteer.word(line, it.first).is(Kind::Country);
    let is_code = line.words()[it.first].is_upper;
    !is_country && !is_code && !is_compass(word) && !ARTICLED.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Reason;
    use crate::extract::lists::shipped;
    use crate::text::TextRange;

    /// The labels of the places `names` in the sentences, all of them towns at first.
    fn labels(sentences: &[&'static str], names: &[&str]) -> Vec<&'static str> {
        let line = |it: &&'static str| Line::new(it, TextRange::new(0, it.len() as u32));
        let lines: Vec<Line> = sentences.iter().map(line).collect();
        let place = |at| Candidate {
            first: at,
            last: at,
            label: "GPE",
            score: 0.8,
            reason: Reason::Capitals,
        };
        let mut found: Vec<Vec<Candidate>> = lines
            .iter()
            .map(|it| {
                (0..it.len())
                    .filter(|at| names.contains(&it.words()[*at].text))
                    .map(place)
                    .collect()
            })
            .collect();
        retype(&lines, &mut found, &Gazetteer::new(shipped()));
        found.iter().flatten().map(|it| it.label).collect()
    }

    #[test]
    fn a_place_with_an_article_is_no_town_in_the_whole_text() {
        let text = ["They walked through Chaco.", "Nobody crosses the Chaco in May."];
        assert_eq!(labels(&text, &["Chaco"]), ["LOC", "LOC"]);
    }

    #[test]
    fn a_short_form_of_a_longer_place_is_a_place() {
        let text = "The Maroa Gap is wide, and the Maroa is wet.";
        let lines = [Line::new(text, TextRange::new(0, text.len() as u32))];
        let name = |first, last, label| {
            let reason = Reason::Capitals;
            Candidate { first, last, label, score: 0.8, reason }
        };
        let mut found = [vec![name(1, 2, "LOC"), name(8, 8, "ORG")]];
        retype(&lines, &mut found, &Gazetteer::new(shipped()));
        assert_eq!(found[0][1].label, "LOC");
    }

    #[test]
    fn the_article_of_another_word_says_nothing() {
        let text = ["The Lima police left.", "The Lima-based firm and the Lima’s mast stayed."];
        assert_eq!(labels(&text, &["Lima"]), ["GPE", "GPE", "GPE"]);
    }

    #[test]
    fn countries_keep_theirs() {
        let text = ["She left the Philippines.", "He saw the Hague, the Sudan and the US."];
        assert_eq!(labels(&text, &["Philippines", "Hague", "Sudan", "US"]), ["GPE"; 4]);
    }
}

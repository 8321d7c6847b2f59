//! Which of two proposals for a name stands: what the tagger has read, or what lists and telling
//! words say of the same words.
//!
//! The tagger is right more often, but it has seen few laws, events and buildings, and it cuts long
//! names where it has not met their words. Which of them wins when was settled on sets kept for
//! development, not by how sure either of them says it is. In Spanish, of which the tagger has read
//! little, it only adds to the rest.

use crate::extract::candidate::Candidate;
use crate::extract::line::Line;
use crate::extract::starter::is_starter;
use crate::extract::trust::share;

/// Labels that a telling word knows better than the tagger does, whatever the tagger has marked.
const TOLD: &[&str] = &["EVENT", "LANGUAGE", "LAW", "PRODUCT", "WORK_OF_ART"];

/// Labels that stand against the tagger's for the very same words.
const SURE: &[&str] = &["EVENT", "FAC", "LAW", "LOC", "PERSON", "PRODUCT"];

/// Labels that are added where the tagger has marked nothing.
const ADDED: &[&str] =
    &["EVENT", "FAC", "LAW", "LOC", "NORP", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART"];

/// How sure the lists are of countries, and of no other place.
const COUNTRY: f32 = 0.925;

/// What the tagger is less sure of than this, in Spanish, is no better than nothing.
const SPANISH: f32 = 0.6;

/// The names of one sentence: `tagged` by the tagger, `told` by lists and telling words. Neither has
/// two that overlap, and what comes back has none.
pub fn weigh(tagged: Vec<Candidate>, told: Vec<Candidate>, is_spanish: bool) -> Vec<Candidate> {
    let mut all = tagged;
    for it in told {
        let overlaps = |rival: &Candidate| it.first <= rival.last && rival.first <= it.last;
        let mut rivals = all.iter().filter(|rival| overlaps(rival)).peekable();
        let wins = match rivals.peek() {
            _ if is_spanish => true,
            Some(_) => overrules(&it, rivals),
            None => adds(&it),
        };
        if wins {
            all.retain(|rival| !overlaps(rival));
            let score = if is_spanish { it.score } else { share(&it) };
            all.push(Candidate { score, ..it });
        }
    }
    all
}

/// Whether the tagger has slipped in Spanish: it is not sure enough, or the word has its capital from
/// the start of the sentence, or from an office: `Según`, la ministra de `Cultura`.
pub fn is_slip(line: &Line, it: &Candidate) -> bool {
    let before = |by: usize| it.first.checked_sub(by).map_or("", |at| line.folded(at));
    let is_start = line.starts(it.first) && is_starter(line.folded(it.first));
    let is_over = ["ministr", "secretari"].iter().any(|it| before(2).contains(it));
    let is_office = before(1) == "de" && is_over && it.label == "GPE";
    it.score < SPANISH || it.first == it.last && (is_start || is_office)
}

/// Whether `told` is worth adding where the tagger has marked nothing. Bodies are only when nothing
/// else could be meant.
fn adds(told: &Candidate) -> bool {
    let least = if told.label == "ORG" { 0.9 } else { 0.75 };
    told.score >= least && ADDED.contains(&told.label)
}

/// Whether `told` stands against all of `rivals`, which overlap it.
fn overrules<'a>(told: &Candidate, rivals: impl Iterator<Item = &'a Candidate>) -> bool {
    if told.score >= 0.6 && TOLD.contains(&told.label) {
        return true;
    }
    let (mut holds, mut same, mut is_likely_country) = (true, true, told.label == "GPE");
    for rival in rivals {
        is_likely_country &= matches!(rival.label, "ORG" | "PERSON");
        holds &= told.first <= rival.first && rival.last <= told.last;
        same &= (told.first, told.last) == (rival.first, rival.last);
    }
    match (holds, same) {
        (_, true) if told.label == "PERSON" => told.score >= 0.8,
        (_, true) if is_likely_country => told.score >= COUNTRY,
        (_, true) => SURE.contains(&told.label),
        (true, false) => told.score >= 0.75,
        (false, false) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Reason;
    use crate::text::TextRange;

    fn candidate(words: (usize, usize), label: &'static str, score: f32) -> Candidate {
        Candidate { first: words.0, last: words.1, label, score, reason: Reason::Capitals }
    }

    /// What stands of one tagged and one told name: the words and the labels.
    fn stands(
        tagged: ((usize, usize), &'static str),
        told: ((usize, usize), &'static str, f32),
        is_spanish: bool,
    ) -> Vec<((usize, usize), &'static str)> {
        let tagged = candidate(tagged.0, tagged.1, 0.9);
        let told = candidate(told.0, told.1, told.2);
        let all = weigh(vec![tagged], vec![told], is_spanish);
        all.iter().map(|it| ((it.first, it.last), it.label)).collect()
    }

    #[test]
    fn the_longer_name_stands_when_its_word_tells() {
        let office = ((2, 5), "ORG", 0.85);
        assert_eq!(stands(((3, 5), "ORG"), office, false), [((2, 5), "ORG")]);
        assert_eq!(stands(((3, 6), "ORG"), office, false), [((3, 6), "ORG")]);
        assert_eq!(stands(((3, 5), "ORG"), ((2, 5), "ORG", 0.5), false), [((3, 5), "ORG")]);
    }

    #[test]
    fn the_tagger_has_the_say_on_the_same_words() {
        assert_eq!(stands(((0, 0), "ORG"), ((0, 0), "GPE", 0.9), false), [((0, 0), "ORG")]);
        assert_eq!(stands(((0, 0), "ORG"), ((0, 0), "GPE", 0.93), false), [((0, 0), "GPE")]);
        assert_eq!(stands(((0, 0), "NORP"), ((0, 0), "GPE", 0.93), false), [((0, 0), "NORP")]);
        assert_eq!(stands(((0, 1), "ORG"), ((0, 1), "FAC", 0.75), false), [((0, 1), "FAC")]);
        assert_eq!(stands(((0, 0), "ORG"), ((0, 0), "PERSON", 0.5), false), [((0, 0), "ORG")]);
        assert_eq!(stands(((0, 3), "ORG"), ((2, 3), "LAW", 0.7), false), [((2, 3), "LAW")]);
    }

    #[test]
    fn what_it_left_out_is_added_when_a_list_is_sure() {
        let both = [((0, 0), "ORG"), ((4, 4), "NORP")];
        assert_eq!(stands(((0, 0), "ORG"), ((4, 4), "NORP", 0.92), false), both);
        assert_eq!(stands(((0, 0), "ORG"), ((4, 4), "GPE", 0.93), false), both[..1]);
        assert_eq!(stands(((0, 0), "ORG"), ((4, 4), "ORG", 0.85), false), both[..1]);
        assert_eq!(stands(((0, 0), "ORG"), ((4, 4), "ORG", 0.9), false).len(), 2);
    }

    #[test]
    fn a_spanish_start_and_an_office_are_no_names() {
        let text = "Según la ministra de Cultura y el alcalde de Maravatío";
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        let is_slip = |at| is_slip(&line, &candidate((at, at), "GPE", 0.9));
        assert!(is_slip(0) && is_slip(4) && !is_slip(8));
        assert!(super::is_slip(&line, &candidate((8, 8), "GPE", 0.5)));
    }

    #[test]
    fn in_spanish_it_only_adds() {
        assert_eq!(stands(((0, 2), "PERSON"), ((0, 1), "ORG", 0.5), true), [((0, 1), "ORG")]);
        assert_eq!(stands(((0, 0), "GPE"), ((3, 3), "GPE", 0.5), true).len(), 2);
    }
}

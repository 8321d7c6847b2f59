//! Books, films and songs: a title in quotes behind a word that says what it is.
//!
//! Without such a word a quote is somebody's words, and nothing is proposed.

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::line::Line;

/// Works that have titles, and words that give them one, folded. Sorted.
const WORKS: &[&str] = &[
    "album",
    "anthology",
    "autobiografia",
    "autobiography",
    "ballad",
    "bestseller",
    "book",
    "books",
    "cancion",
    "canciones",
    "cuento",
    "disco",
    "documental",
    "documentary",
    "ensayo",
    "entitled",
    "essay",
    "exhibition",
    "film",
    "filme",
    "films",
    "fragmentos",
    "libro",
    "memoir",
    "movie",
    "musical",
    "novel",
    "novela",
    "novelas",
    "novels",
    "opera",
    "painting",
    "pelicula",
    "peliculas",
    "play",
    "poem",
    "poema",
    "poemario",
    "sitcom",
    "song",
    "songs",
    "telenovela",
    "thriller",
    "titled",
    "titulada",
    "titulado",
    "versos",
];

/// How far before its title the word for a work may stand, in words.
const REACH: usize = 7;

/// The longest title, in words.
const LONGEST: usize = 12;

/// Adds the titles in `line` to `all`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < line.len() {
        let Some(end) = closing(line, at) else {
            at += 1;
            continue;
        };
        if let Some(work) = work_before(line, at)
            && let Some(last) = title_end(line, at + 1, end)
        {
            let word = line.words()[work].text.to_owned();
            let reason = Reason::Trigger { word };
            let label = "WORK_OF_ART";
            all.push(Candidate { first: at + 1, last, label, score: 0.8, reason });
        }
        at = end + 1;
    }
}

/// Where the quote that opens at `at` closes, if one opens there.
fn closing(line: &Line, at: usize) -> Option<usize> {
    let closer = match line.words()[at].text {
        "“" => "”",
        "«" => "»",
        "\"" => "\"",
        "‘" => "’",
        _ => return None,
    };
    let end = line.len().min(at + LONGEST + 3);
    (at + 1..end).find(|it| line.words()[*it].text == closer)
}

/// The word for a work before the quote at `at`, with nothing said between them.
fn work_before(line: &Line, at: usize) -> Option<usize> {
    let words = (at.saturating_sub(REACH)..at).rev();
    let mut words = words.take_while(|it| !matches!(line.folded(*it), "." | ";" | ":" | "”" | "»"));
    words.find(|it| WORKS.binary_search(&line.folded(*it)).is_ok())
}

/// The last word of the title between the quotes, without the mark that ends it; a title starts with
/// a capital.
fn title_end(line: &Line, first: usize, closing: usize) -> Option<usize> {
    let last = closing.checked_sub(1)?;
    let is_mark = matches!(line.folded(last), "," | "." | ";");
    let last = if is_mark { last.checked_sub(1)? } else { last };
    (first <= last && line.words()[first].is_capital).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn titles(text: &str) -> Vec<&str> {
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        let mut all = Vec::new();
        find(&line, &mut all);
        let range = |it: &Candidate| line.range(it.first, it.last);
        all.iter().map(|it| range(it).slice(text).unwrap()).collect()
    }

    #[test]
    fn words_are_sorted() {
        assert!(WORKS.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn titles_stand_in_quotes_behind_what_they_are() {
        assert_eq!(titles("Her third novel, “The Long Ford,” is out."), ["The Long Ford"]);
        assert_eq!(titles("Presentó su libro «La otra orilla»."), ["La otra orilla"]);
        assert_eq!(titles("The song \"Rain\" and the film \"Two Rivers\""), ["Rain", "Two Rivers"]);
    }

    #[test]
    fn what_somebody_said_is_no_title() {
        assert!(titles("“We left,” she said.").is_empty());
        assert!(titles("The book was late. “We waited,” he said.").is_empty());
        assert!(titles("The book is “too long” for him.").is_empty());
        assert!(titles("a film “").is_empty());
    }
}

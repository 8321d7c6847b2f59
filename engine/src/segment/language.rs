//! A guess at the language of a text, by its function words.
//!
//! Six languages are told apart: English and Spanish, which the engine speaks, and French, German,
//! Italian and Portuguese, lest they be called Spanish or English. Half a page of words that no text
//! of a language does without is enough for that; a model would not be surer.
//!
//! Limits: a language outside these is mostly not named, and a text of a few words never is. A text in
//! two languages is named after the one that has clearly more of it.

/// How much of a text is looked at, in bytes.
const MOST_BYTES: usize = 6_000;

/// Fewer function words than this say nothing.
const FEWEST: usize = 3;

/// The longest of the words, in bytes.
const LONGEST: usize = 8;

/// Function words by language, as BCP 47 has it; each list in the order of its bytes.
const WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "a", "after", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from",
            "had", "has", "have", "he", "her", "his", "in", "is", "it", "its", "not", "of", "on",
            "or", "said", "she", "that", "the", "their", "there", "they", "this", "to", "was",
            "we", "were", "when", "which", "who", "will", "with", "would",
        ],
    ),
    (
        "es",
        &[
            "a", "al", "como", "con", "cuando", "de", "del", "desde", "dijo", "donde", "el", "en",
            "entre", "es", "esta", "este", "fue", "ha", "hasta", "hay", "la", "las", "le", "lo",
            "los", "muy", "más", "no", "o", "para", "pero", "por", "que", "se", "según", "sin",
            "sobre", "son", "su", "sus", "también", "un", "una", "y", "ya",
        ],
    ),
    (
        "pt",
        &[
            "a", "ao", "as", "até", "com", "como", "da", "das", "de", "disse", "do", "dos", "e",
            "ela", "ele", "em", "entre", "está", "foi", "já", "mais", "mas", "muito", "na", "nas",
            "no", "nos", "não", "o", "os", "ou", "para", "pela", "pelo", "por", "quando", "que",
            "se", "seu", "sua", "são", "também", "um", "uma", "à",
        ],
    ),
    (
        "fr",
        &[
            "a", "au", "aux", "avec", "ce", "cette", "comme", "dans", "de", "des", "du", "elle",
            "en", "est", "et", "il", "la", "le", "les", "leur", "mais", "ne", "nous", "ont", "ou",
            "où", "par", "pas", "plus", "pour", "que", "qui", "sa", "se", "selon", "ses", "son",
            "sont", "sur", "un", "une", "vous", "à", "été", "être",
        ],
    ),
    (
        "de",
        &[
            "als", "am", "an", "auch", "auf", "aus", "bei", "das", "dass", "dem", "den", "der",
            "des", "die", "ein", "eine", "einem", "einen", "einer", "er", "es", "für", "hat", "im",
            "in", "ist", "mit", "nach", "nicht", "noch", "sich", "sie", "sind", "so", "um", "und",
            "von", "war", "werden", "wie", "wird", "wurde", "zu", "zum", "über",
        ],
    ),
    (
        "it",
        &[
            "a", "ai", "al", "alla", "anche", "che", "come", "con", "da", "dal", "dalla", "degli",
            "dei", "del", "della", "delle", "di", "e", "gli", "ha", "i", "il", "in", "la", "le",
            "lo", "ma", "nel", "nella", "non", "o", "per", "più", "questa", "questo", "si", "sono",
            "stato", "su", "sua", "suo", "tra", "un", "una", "è",
        ],
    ),
];

/// The language of `text`, as a BCP 47 tag; `None` where it is not plain.
///
/// One in twelve words must be a function word of it, and half as many again as of any other.
pub fn guess(text: &str) -> Option<&'static str> {
    let end = text.floor_char_boundary(MOST_BYTES);
    let mut hits = [0_usize; WORDS.len()];
    let mut n_words = 0;
    for word in text[..end].split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty()) {
        n_words += 1;
        if word.len() > LONGEST {
            continue;
        }
        let word = word.to_lowercase();
        for ((_, words), n) in WORDS.iter().zip(&mut hits) {
            *n += usize::from(words.binary_search(&word.as_str()).is_ok());
        }
    }
    let (mut best, mut second) = ((0, ""), 0);
    for ((tag, _), n) in WORDS.iter().zip(hits) {
        if n > best.0 {
            second = best.0;
            best = (n, tag);
        } else {
            second = second.max(n);
        }
    }
    let (n, tag) = best;
    let is_plain = n >= FEWEST && n * 12 >= n_words && n * 2 >= second * 3;
    is_plain.then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found() {
        for (tag, words) in WORDS {
            assert!(words.is_sorted(), "{tag}");
            assert!(words.iter().all(|it| it.len() <= LONGEST), "{tag}");
        }
    }

    #[test]
    fn languages_are_told_apart() {
        for (text, tag) in [
            ("The herons stood in the reeds, and nobody came to look at them.", Some("en")),
            ("Las garzas estaban en el río y nadie se acercó a la orilla.", Some("es")),
            ("As garças estavam no rio e ninguém se aproximou da margem com elas.", Some("pt")),
            (
                "Les hérons étaient dans la rivière et personne ne les a vus sur le pont.",
                Some("fr"),
            ),
            ("Die Reiher standen im Fluss, und niemand ist an das Ufer gegangen.", Some("de")),
            (
                "Gli aironi erano nel fiume e non si avvicinò nessuno alla riva con loro.",
                Some("it"),
            ),
            ("Néstor Osuna, Ministro de Justicia de Colombia", None),
            ("Turbo", None),
            ("", None),
            ("鷺は川に立っていた。誰も来なかった。", None),
            ("1 2 3 4 a a a a", None),
        ] {
            assert_eq!(guess(text), tag, "{text}");
        }
    }

    #[test]
    fn names_of_another_language_change_nothing() {
        let english = "The mayor of La Paz said that the Alianza por el Río de la Plata had met in \
                       Villa de las Lomas, and that the bridge would be closed from Monday.";
        assert_eq!(guess(english), Some("en"));
        let spanish = "El director de The Wire dijo en Nueva York que la red Friends of the Earth \
                       publicará el informe sobre los ríos del país en las próximas semanas.";
        assert_eq!(guess(spanish), Some("es"));
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        assert_eq!(guess(&"ñ".repeat(MOST_BYTES)), None);
        assert_eq!(guess(&"é the of and ".repeat(MOST_BYTES)), Some("en"));
    }
}

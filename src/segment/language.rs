//! A guess at the language of a text, by its function words.
//!
//! Six languages are told apart: English and Spanish, which the engine speaks, and French, German,
//! Italian and Portuguese, lest they be called Spanish or English. Half a page of words that no text
//! of a language does without is enough for that; a model would not be surer.
//!
//! Limits: a language outside these is mostly not named, and a text of a few words never is. A text in
//! two languages is named after the one that has clearly more of it.

/// How much of a text is looked at, in bytes.
const MOST_BYTES: usize = 20_000;

/// Fewer function words than this say nothing.
const FEWEST: usize = 3;

/// Function words by language, as BCP 47 has it.
const WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "a", "is", "was", "for", "that", "on", "with", "as",
            "by", "at", "from", "it", "he", "she", "his", "her", "they", "their", "were", "are",
            "be", "has", "have", "had", "an", "this", "which", "not", "but", "who", "will", "or",
            "said", "been", "after", "its", "we", "would", "there", "when",
        ],
    ),
    (
        "es",
        &[
            "de", "la", "el", "en", "y", "que", "a", "los", "las", "se", "del", "un", "una", "por",
            "con", "para", "su", "al", "lo", "como", "más", "pero", "sus", "es", "fue", "este",
            "esta", "ya", "entre", "cuando", "muy", "sin", "sobre", "también", "hasta", "hay",
            "donde", "desde", "dijo", "son", "ha", "o", "no", "le", "según",
        ],
    ),
    (
        "pt",
        &[
            "de", "a", "o", "que", "e", "do", "da", "em", "um", "uma", "para", "com", "não", "os",
            "as", "no", "na", "por", "mais", "dos", "das", "se", "foi", "ao", "como", "mas", "à",
            "ele", "ela", "pelo", "pela", "até", "são", "está", "nos", "nas", "seu", "sua", "ou",
            "quando", "muito", "também", "já", "disse", "entre",
        ],
    ),
    (
        "fr",
        &[
            "de", "la", "le", "les", "et", "des", "en", "un", "une", "du", "que", "est", "pour",
            "qui", "dans", "a", "par", "plus", "pas", "au", "sur", "ne", "se", "ce", "il", "elle",
            "sont", "avec", "aux", "son", "sa", "ses", "mais", "comme", "ou", "été", "cette",
            "ont", "leur", "nous", "vous", "où", "à", "être", "selon",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "und", "in", "den", "von", "zu", "das", "mit", "sich", "des", "auf",
            "für", "ist", "im", "dem", "nicht", "ein", "eine", "als", "auch", "es", "an", "werden",
            "aus", "er", "hat", "dass", "sie", "nach", "wird", "bei", "einer", "um", "am", "sind",
            "noch", "wie", "einem", "über", "einen", "so", "zum", "war", "wurde",
        ],
    ),
    (
        "it",
        &[
            "di", "e", "il", "la", "che", "in", "a", "per", "è", "un", "una", "del", "della",
            "con", "non", "si", "da", "i", "le", "dei", "al", "nel", "alla", "sono", "più", "lo",
            "gli", "delle", "dal", "come", "anche", "ma", "ha", "nella", "questo", "questa", "tra",
            "suo", "sua", "stato", "o", "su", "degli", "ai", "dalla",
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
        let word = word.to_lowercase();
        for ((_, words), n) in WORDS.iter().zip(&mut hits) {
            *n += usize::from(words.contains(&word.as_str()));
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

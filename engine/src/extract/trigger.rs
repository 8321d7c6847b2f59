//! Words that tell what kind of name they stand in: `Ministry`, `River`, `Bridge`, `Operation`.
//!
//! A table of lists; `names` says how far a name reaches. All words are folded, each list is sorted.

use crate::extract::body_word;
use crate::extract::word_list::WordList;

/// Where in a name its telling word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Last: `Border Service`, `Darling River`.
    Last,
    /// First, with the name behind it, or behind `of` or `de`: `Ministry of Health`, `Río Negro`.
    First,
}

/// One kind of telling word.
#[derive(Debug)]
pub struct Trigger {
    /// The label of a name with such a word.
    pub label: &'static str,
    /// Where the word stands.
    pub place: Place,
    /// How surely, 0 to 1.
    pub score: f32,
    words: WordList,
}

/// The kinds, those first that speak first.
pub static TRIGGERS: &[Trigger] = &[
    Trigger {
        label: "EVENT",
        place: Place::First,
        score: 0.8,
        words: WordList::new(&[
            "batalla",
            "copa",
            "cumbre",
            "cyclone",
            "feria",
            "festival",
            "huracan",
            "hurricane",
            "mundial",
            "operacion",
            "operation",
            "tormenta",
            "torneo",
            "typhoon",
        ]),
    },
    Trigger {
        label: "EVENT",
        place: Place::Last,
        score: 0.65,
        words: WordList::new(&[
            "biennial",
            "championship",
            "championships",
            "conference",
            "cup",
            "expo",
            "fair",
            "festival",
            "games",
            "intifada",
            "marathon",
            "massacre",
            "olympics",
            "prix",
            "revolution",
            "summit",
            "tournament",
            "uprising",
            "war",
        ]),
    },
    Trigger {
        label: "LAW",
        place: Place::Last,
        score: 0.6,
        words: WordList::new(&[
            "accord",
            "accords",
            "act",
            "amendment",
            "charter",
            "code",
            "constitution",
            "convention",
            "covenant",
            "pact",
            "protocol",
            "treaty",
        ]),
    },
    Trigger {
        label: "LAW",
        place: Place::First,
        score: 0.7,
        words: WordList::new(&[
            "codigo",
            "constitucion",
            "convencion",
            "convenio",
            "decreto",
            "ley",
            "tratado",
        ]),
    },
    Trigger {
        label: "ORG",
        place: Place::Last,
        score: 0.85,
        words: WordList::new(body_word::BEHIND),
    },
    Trigger {
        label: "ORG",
        place: Place::First,
        score: 0.85,
        words: WordList::new(body_word::BEFORE),
    },
    Trigger {
        label: "LOC",
        place: Place::Last,
        score: 0.85,
        words: WordList::new(&[
            "archipelago",
            "basin",
            "bay",
            "canyon",
            "coast",
            "cordillera",
            "delta",
            "desert",
            "falls",
            "forest",
            "gap",
            "glacier",
            "gulf",
            "heights",
            "hemisphere",
            "hills",
            "island",
            "islands",
            "jungle",
            "lake",
            "mountain",
            "mountains",
            "ocean",
            "peak",
            "peninsula",
            "plain",
            "plains",
            "plateau",
            "rainforest",
            "reef",
            "region",
            "river",
            "sea",
            "strait",
            "straits",
            "swamp",
            "valley",
            "wetlands",
        ]),
    },
    Trigger {
        label: "LOC",
        place: Place::First,
        score: 0.8,
        words: WordList::new(&[
            "archipielago",
            "bahia",
            "bay",
            "bosque",
            "cabo",
            "cape",
            "cataratas",
            "cerro",
            "cordillera",
            "desierto",
            "estrecho",
            "estuario",
            "fosa",
            "golfo",
            "gulf",
            "isla",
            "islas",
            "lago",
            "laguna",
            "lake",
            "llanos",
            "mar",
            "mount",
            "mt.",
            "nevado",
            "oceano",
            "pantano",
            "paramo",
            "peninsula",
            "quebrada",
            "rio",
            "selva",
            "serrania",
            "sierra",
            "strait",
            "straits",
            "tapon",
            "volcan",
        ]),
    },
    Trigger {
        label: "FAC",
        place: Place::Last,
        score: 0.75,
        words: WordList::new(&[
            "airport",
            "arena",
            "auditorium",
            "avenue",
            "barracks",
            "base",
            "basilica",
            "boulevard",
            "bridge",
            "building",
            "camp",
            "canal",
            "cathedral",
            "cemetery",
            "center",
            "centre",
            "checkpoint",
            "courthouse",
            "crossing",
            "dam",
            "embankment",
            "expressway",
            "freeway",
            "hall",
            "highway",
            "hospital",
            "hotel",
            "jail",
            "library",
            "mall",
            "monument",
            "mosque",
            "museum",
            "palace",
            "park",
            "penitentiary",
            "pier",
            "pipeline",
            "plaza",
            "port",
            "prison",
            "refinery",
            "road",
            "shelter",
            "square",
            "stadium",
            "station",
            "street",
            "temple",
            "terminal",
            "theater",
            "theatre",
            "tower",
            "tunnel",
            "wharf",
            "zoo",
        ]),
    },
    Trigger {
        label: "FAC",
        place: Place::First,
        score: 0.75,
        words: WordList::new(&[
            "aeropuerto",
            "aeropuertos",
            "albergue",
            "autopista",
            "avenida",
            "basilica",
            "biblioteca",
            "calle",
            "camp",
            "canal",
            "carcel",
            "carretera",
            "catedral",
            "cementerio",
            "centro",
            "coliseo",
            "estacion",
            "estadio",
            "fort",
            "hospital",
            "muelle",
            "museo",
            "palacio",
            "parque",
            "penitenciaria",
            "plaza",
            "puente",
            "refineria",
            "represa",
            "teatro",
            "terminal",
            "tunel",
        ]),
    },
];

/// The kind that `word` tells, standing at `place` in a name.
pub fn of(word: &str, place: Place) -> Option<&'static Trigger> {
    TRIGGERS.iter().find(|it| it.place == place && it.words.has(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::spelling::fold;

    #[test]
    fn lists_are_sorted_and_folded() {
        for it in TRIGGERS {
            let words = it.words.words();
            assert!(words.is_sorted_by(|a, b| a < b), "{words:?}");
            assert!(words.iter().all(|it| fold(it) == **it), "{words:?}");
        }
    }

    #[test]
    fn a_word_can_tell_by_its_place() {
        assert_eq!(of("bank", Place::Last).map(|it| it.label), Some("ORG"));
        assert_eq!(of("rio", Place::First).map(|it| it.label), Some("LOC"));
        assert!(of("rio", Place::Last).is_none());
    }
}

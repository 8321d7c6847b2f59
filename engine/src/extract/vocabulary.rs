//! Words beside names, folded: titles, verbs of saying, kinds of places and bodies.

/// Titles and trades that stand before a person's name. Sorted.
const TITLES: &[&str] = &[
    "adm.",
    "admiral",
    "alcalde",
    "alcaldesa",
    "ambassador",
    "analyst",
    "archbishop",
    "attorney",
    "ayatollah",
    "baroness",
    "bishop",
    "brig.",
    "brigadier",
    "canciller",
    "candidate",
    "capitan",
    "capt.",
    "captain",
    "cardenal",
    "cardinal",
    "chairman",
    "chairwoman",
    "champion",
    "chancellor",
    "chief",
    "coach",
    "col.",
    "colonel",
    "commander",
    "commissioner",
    "congressman",
    "congresswoman",
    "coordinator",
    "coronel",
    "correspondent",
    "councilman",
    "czar",
    "deputy",
    "dictator",
    "diputada",
    "diputado",
    "director",
    "directora",
    "don",
    "dona",
    "dr.",
    "dra.",
    "duchess",
    "duke",
    "economist",
    "editor",
    "embajador",
    "embajadora",
    "emir",
    "emperor",
    "envoy",
    "executive",
    "expresidente",
    "fiscal",
    "founder",
    "gen.",
    "general",
    "gobernador",
    "gobernadora",
    "gov.",
    "governor",
    "imam",
    "jefe",
    "judge",
    "juez",
    "jueza",
    "justice",
    "king",
    "lady",
    "lawmaker",
    "lawyer",
    "leader",
    "lider",
    "lieutenant",
    "lord",
    "lt.",
    "maj.",
    "major",
    "manager",
    "mayor",
    "minister",
    "ministra",
    "ministro",
    "miss",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "mullah",
    "negotiator",
    "obispo",
    "papa",
    "pope",
    "portavoz",
    "premier",
    "president",
    "presidenta",
    "presidente",
    "prince",
    "princess",
    "procurador",
    "procuradora",
    "prof.",
    "professor",
    "prosecutor",
    "queen",
    "rabbi",
    "reina",
    "rep.",
    "reporter",
    "representative",
    "rev.",
    "rey",
    "secretaria",
    "secretario",
    "secretary",
    "sen.",
    "senador",
    "senadora",
    "senator",
    "sergeant",
    "sgt.",
    "sheik",
    "sheikh",
    "sir",
    "speaker",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "sr.",
    "sra.",
    "srta.",
    "sultan",
    "superintendent",
    "tsar",
    "vicepresidenta",
    "vicepresidente",
    "winner",
];

/// Whether `word` is a title.
pub fn is_title(word: &str) -> bool {
    TITLES.binary_search(&word).is_ok()
}

/// Verbs of saying, beside which a lone name is a person. Sorted.
const SAYING: &[&str] = &[
    "acknowledged",
    "added",
    "admitted",
    "afirmo",
    "agrego",
    "announced",
    "argued",
    "aseguro",
    "asked",
    "believes",
    "called",
    "claimed",
    "declaro",
    "denied",
    "dijo",
    "explained",
    "explico",
    "indicated",
    "indico",
    "insisted",
    "noted",
    "recalled",
    "said",
    "saying",
    "says",
    "senalo",
    "stated",
    "thinks",
    "told",
    "urged",
    "warned",
    "wrote",
];

/// Whether `word` is a verb of saying.
pub fn is_saying(word: &str) -> bool {
    SAYING.binary_search(&word).is_ok()
}

/// Kinds of places, before `of` or behind a name: `the town of Unkel`, `Henan province`.
const PLACE_NOUNS: &[&str] = &[
    "area",
    "barrio",
    "capital",
    "city",
    "ciudad",
    "communities",
    "community",
    "county",
    "departamento",
    "department",
    "district",
    "districts",
    "estado",
    "island",
    "municipality",
    "municipio",
    "neighborhood",
    "outskirts",
    "port",
    "province",
    "provinces",
    "provincia",
    "pueblo",
    "region",
    "regions",
    "resort",
    "settlement",
    "state",
    "states",
    "suburb",
    "suburbs",
    "town",
    "towns",
    "village",
    "villages",
];

/// Whether `word` is a kind of place.
pub fn is_place_noun(word: &str) -> bool {
    PLACE_NOUNS.binary_search(&word).is_ok()
}

/// Parts of the compass that stand before a place's name: `northern Peru`.
pub fn is_compass(word: &str) -> bool {
    matches!(
        word,
        "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "northeastern"
            | "northwestern"
            | "southeastern"
            | "southwestern"
            | "downtown"
            | "north"
            | "south"
            | "east"
            | "west"
    )
}

/// Kinds of bodies behind a lone name: `the Taleban regime`. Sorted.
const BODY_NOUNS: &[&str] = &[
    "agency",
    "airline",
    "automaker",
    "company",
    "faction",
    "fighters",
    "forces",
    "gang",
    "group",
    "guerrillas",
    "gunmen",
    "insurgents",
    "leader",
    "leaders",
    "magazine",
    "members",
    "militants",
    "militia",
    "militiamen",
    "movement",
    "network",
    "news",
    "newspaper",
    "officials",
    "organization",
    "party",
    "rebels",
    "regime",
    "spokesman",
    "supporters",
    "team",
    "television",
];

/// Whether `word` is a kind of body.
pub fn is_body_noun(word: &str) -> bool {
    BODY_NOUNS.binary_search(&word).is_ok()
}

/// Capitals that name no one: diseases, units, numbers. Sorted.
const NO_NAMES: &[&str] = &[
    "aids", "am", "ceo", "cfo", "covid", "covid-19", "dna", "dvd", "est", "false", "gdp", "gmt",
    "hiv", "ii", "iii", "internet", "iv", "mr", "mrs", "ok", "pm", "sars", "sms", "true", "tv",
    "utc", "vi", "vii", "viii",
];

/// Whether `word` is written in capitals but names no one.
pub fn is_no_name(word: &str) -> bool {
    NO_NAMES.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::spelling::fold;

    #[test]
    fn lists_are_sorted_and_folded() {
        for list in [TITLES, SAYING, PLACE_NOUNS, BODY_NOUNS, NO_NAMES] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
            assert!(list.iter().all(|it| fold(it) == **it), "{list:?}");
        }
    }
}

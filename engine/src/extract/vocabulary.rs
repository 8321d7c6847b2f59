//! Words beside names, folded: titles, verbs of saying, kinds of places and bodies.

use crate::extract::title::TITLES;
use crate::extract::word_list::WordList;

/// Whether `word` is a title.
pub fn is_title(word: &str) -> bool {
    static LIST: WordList = WordList::new(TITLES);
    LIST.has(word)
}

/// Verbs of saying, beside which a lone name is a person. Sorted.
const SAYING: &[&str] = &[
    "accused",
    "acknowledged",
    "acuso",
    "added",
    "admitio",
    "admitted",
    "advirtio",
    "afirmo",
    "agradecio",
    "agreed",
    "agrego",
    "alerto",
    "alleged",
    "anadio",
    "announced",
    "answered",
    "anuncio",
    "argued",
    "aseguro",
    "asked",
    "assured",
    "believes",
    "called",
    "cautioned",
    "claimed",
    "comento",
    "commented",
    "complained",
    "concluded",
    "condemned",
    "confirmed",
    "confirmo",
    "conto",
    "countered",
    "criticized",
    "critico",
    "declared",
    "declaro",
    "declined",
    "denied",
    "denuncio",
    "destaco",
    "detallo",
    "dice",
    "dijo",
    "emphasized",
    "enfatizo",
    "estimated",
    "exigio",
    "explained",
    "explico",
    "expuso",
    "indicated",
    "indico",
    "informo",
    "insisted",
    "insistio",
    "joked",
    "lamento",
    "manifesto",
    "mentioned",
    "nego",
    "noted",
    "observed",
    "opino",
    "pidio",
    "pledged",
    "praised",
    "preciso",
    "predicted",
    "promised",
    "puntualizo",
    "recalco",
    "recalled",
    "reconocio",
    "recordo",
    "reitero",
    "relato",
    "remarked",
    "replied",
    "responded",
    "respondio",
    "revelo",
    "said",
    "saying",
    "says",
    "senalo",
    "sostuvo",
    "stated",
    "stressed",
    "subrayo",
    "suggested",
    "testified",
    "thinks",
    "told",
    "urged",
    "vowed",
    "warned",
    "welcomed",
    "wrote",
];

/// Whether `word` is a verb of saying.
pub fn is_saying(word: &str) -> bool {
    static LIST: WordList = WordList::new(SAYING);
    LIST.has(word)
}

/// Kinds of places, before `of` or behind a name: `the town of Unkel`, `Henan province`.
const PLACE_NOUNS: &[&str] = &[
    "aldea",
    "area",
    "barrio",
    "canton",
    "capital",
    "caserio",
    "city",
    "ciudad",
    "comarca",
    "communities",
    "community",
    "comuna",
    "comunidad",
    "corregimiento",
    "county",
    "departamento",
    "department",
    "district",
    "districts",
    "distrito",
    "estado",
    "hamlet",
    "island",
    "localidad",
    "municipalities",
    "municipality",
    "municipio",
    "neighborhood",
    "outskirts",
    "parish",
    "parroquia",
    "poblado",
    "port",
    "prefecture",
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
    "suburbio",
    "suburbs",
    "territory",
    "town",
    "towns",
    "vereda",
    "village",
    "villages",
];

/// Whether `word` is a kind of place.
pub fn is_place_noun(word: &str) -> bool {
    static LIST: WordList = WordList::new(PLACE_NOUNS);
    LIST.has(word)
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
    "aerolinea",
    "agencia",
    "agency",
    "airline",
    "automaker",
    "bancada",
    "banda",
    "bank",
    "broadcaster",
    "carmaker",
    "cartel",
    "charity",
    "club",
    "coalicion",
    "coalition",
    "compania",
    "company",
    "diario",
    "emisora",
    "empresa",
    "equipo",
    "fabricante",
    "faction",
    "fighters",
    "firm",
    "firma",
    "forces",
    "gang",
    "group",
    "grupo",
    "guerrilla",
    "guerrillas",
    "gunmen",
    "insurer",
    "insurgents",
    "leader",
    "leaders",
    "lender",
    "magazine",
    "maker",
    "members",
    "militants",
    "militia",
    "militiamen",
    "movement",
    "network",
    "news",
    "newspaper",
    "nonprofit",
    "noticiero",
    "officials",
    "ong",
    "operator",
    "organizacion",
    "organization",
    "outlet",
    "pandilla",
    "partido",
    "party",
    "periodico",
    "pollster",
    "publisher",
    "rebels",
    "regime",
    "retailer",
    "revista",
    "sindicato",
    "spokesman",
    "startup",
    "station",
    "supporters",
    "syndicate",
    "team",
    "television",
    "website",
];

/// Whether `word` is a kind of body.
pub fn is_body_noun(word: &str) -> bool {
    static LIST: WordList = WordList::new(BODY_NOUNS);
    LIST.has(word)
}

/// Bodies that are named by one word. Sorted.
const LONE_BODIES: &[&str] = &[
    "armada",
    "asamblea",
    "camara",
    "cancilleria",
    "congreso",
    "congress",
    "contraloria",
    "defensoria",
    "ejercito",
    "fiscalia",
    "gendarmeria",
    "interpol",
    "parlamento",
    "parliament",
    "pentagon",
    "pentagono",
    "procuraduria",
    "registraduria",
    "senado",
    "senate",
];

/// Whether `word`, with a capital, names a body by itself.
pub fn is_lone_body(word: &str) -> bool {
    static LIST: WordList = WordList::new(LONE_BODIES);
    LIST.has(word)
}

/// Capitals that name no one: diseases, units, numbers. Sorted.
const NO_NAMES: &[&str] = &[
    "aids", "am", "ceo", "cfo", "covid", "covid-19", "dna", "dvd", "est", "false", "gdp", "gmt",
    "hiv", "ii", "iii", "internet", "iv", "mr", "mrs", "ok", "pm", "sars", "sms", "true", "tv",
    "utc", "vi", "vii", "viii",
];

/// Whether `word` is written in capitals but names no one.
pub fn is_no_name(word: &str) -> bool {
    static LIST: WordList = WordList::new(NO_NAMES);
    LIST.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::spelling::fold;

    #[test]
    fn lists_are_sorted_and_folded() {
        for list in [TITLES, SAYING, PLACE_NOUNS, BODY_NOUNS, LONE_BODIES, NO_NAMES] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
            assert!(list.iter().all(|it| fold(it) == **it), "{list:?}");
        }
    }
}

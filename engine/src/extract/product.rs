//! Products that the news speaks of: aircraft, weapons, vehicles, ships, machines, programs, medicines.
//!
//! Three sorts are known: well-known names, here in full since few of them mean anything else (those
//! that do ask for a word beside them: `Patriot` missiles); designations of letters and a number
//! (`F-16`, `Boeing 737`); and names of ships behind the word for one or the letters that they carry.
//! Companies and their sites of the same name are not among them: those are bodies more often.

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::line::{Line, Word};

/// How sure a product is.
const SCORE: f32 = 0.9;

/// Names that mean little else, folded, by their words. Sorted.
const NAMES: &[&[&str]] = &[
    &["abrams"],
    &["adderall"],
    &["android"],
    &["ativan"],
    &["bayraktar"],
    &["bayraktar", "tb2"],
    &["black", "hawk"],
    &["botox"],
    &["bushmaster"],
    &["camry"],
    &["chatgpt"],
    &["comirnaty"],
    &["concorde"],
    &["coronavac"],
    &["covaxin"],
    &["covishield"],
    &["cybertruck"],
    &["dreamliner"],
    &["epipen"],
    &["eurofighter"],
    &["eurofighter", "typhoon"],
    &["exocet"],
    &["falcon", "9"],
    &["galaxy", "note"],
    &["game", "boy"],
    &["glock"],
    &["google", "chrome"],
    &["google", "classroom"],
    &["google", "docs"],
    &["google", "earth"],
    &["google", "maps"],
    &["google", "translate"],
    &["gripen"],
    &["hilux"],
    &["himars"],
    &["hubble", "space", "telescope"],
    &["humira"],
    &["hummer"],
    &["humvee"],
    &["ipad"],
    &["iphone"],
    &["ipod"],
    &["iron", "dome"],
    &["iskander"],
    &["kalashnikov"],
    &["katyusha"],
    &["kindle"],
    &["kindle", "fire"],
    &["kindle", "scribe"],
    &["kinzhal"],
    &["land", "cruiser"],
    &["land", "rover"],
    &["learjet"],
    &["lexapro"],
    &["linux"],
    &["macbook"],
    &["macbook", "air"],
    &["macbook", "pro"],
    &["microsoft", "excel"],
    &["microsoft", "office"],
    &["microsoft", "windows"],
    &["microsoft", "word"],
    &["mounjaro"],
    &["narcan"],
    &["nintendo", "switch"],
    &["nintendo", "wii"],
    &["oxycontin"],
    &["ozempic"],
    &["paxlovid"],
    &["percocet"],
    &["photoshop"],
    &["playstation"],
    &["powerpoint"],
    &["prius"],
    &["prozac"],
    &["qassam"],
    &["ritalin"],
    &["samsung", "galaxy"],
    &["scud"],
    &["shahed"],
    &["silverado"],
    &["soyuz"],
    &["sputnik", "v"],
    &["starlink"],
    &["suboxone"],
    &["super", "puma"],
    &["super", "tucano"],
    &["tacoma"],
    &["tamiflu"],
    &["tomahawk"],
    &["tylenol"],
    &["uzi"],
    &["valium"],
    &["viagra"],
    &["vicodin"],
    &["vioxx"],
    &["wegovy"],
    &["xanax"],
    &["xbox"],
    &["zoloft"],
];

/// Names that mean other things, too, but not beside one of [`KINDS`], folded. Sorted.
const DOUBTFUL: &[&str] = &[
    "apache",
    "blackhawk",
    "bradley",
    "buk",
    "challenger",
    "chinook",
    "cobra",
    "dragon",
    "excel",
    "gazelle",
    "grad",
    "harrier",
    "hawk",
    "hellfire",
    "hercules",
    "hornet",
    "huey",
    "javelin",
    "leopard",
    "lynx",
    "merkava",
    "mirage",
    "moderna",
    "osprey",
    "patriot",
    "phantom",
    "predator",
    "puma",
    "rafale",
    "raptor",
    "reaper",
    "sputnik",
    "stinger",
    "stryker",
    "taurus",
    "tiger",
    "tornado",
    "tucano",
    "typhoon",
    "windows",
];

/// What doubtful names are names of, folded. Sorted.
const KINDS: &[&str] = &[
    "aircraft",
    "antimisiles",
    "avion",
    "aviones",
    "batteries",
    "battery",
    "capsula",
    "capsule",
    "carriers",
    "caza",
    "cazas",
    "chopper",
    "choppers",
    "dron",
    "drone",
    "drones",
    "fighter",
    "fighters",
    "fusiles",
    "gunship",
    "gunships",
    "helicopter",
    "helicoptero",
    "helicopteros",
    "helicopters",
    "interceptors",
    "jet",
    "jets",
    "launchers",
    "misil",
    "misiles",
    "missile",
    "missiles",
    "pistolas",
    "pistols",
    "plane",
    "planes",
    "rifles",
    "rocket",
    "rockets",
    "software",
    "spacecraft",
    "tank",
    "tanks",
    "tanque",
    "tanques",
    "vaccine",
    "vaccines",
    "vacuna",
    "vacunas",
    "vehicles",
    "warplanes",
];

/// Letters that designations of aircraft, tanks and guns start with, folded, and the least number
/// behind them: smaller ones are roads, visas and classes. Sorted.
const SERIES: &[(&str, u32)] = &[
    ("ah", 1),
    ("ak", 47),
    ("an", 12),
    ("ar", 15),
    ("b", 17),
    ("c", 17),
    ("ch", 47),
    ("f", 14),
    ("il", 18),
    ("kc", 10),
    ("mi", 8),
    ("mig", 15),
    ("mq", 1),
    ("rpg", 7),
    ("rq", 4),
    ("s", 200),
    ("su", 22),
    ("t", 54),
    ("tu", 95),
    ("uh", 1),
];

/// Makers whose names stand before their products, folded; with a number behind, both are one. Sorted.
const MAKERS: &[&str] = &[
    "airbus",
    "antonov",
    "bell",
    "boeing",
    "cessna",
    "chevrolet",
    "dell",
    "embraer",
    "ford",
    "honda",
    "hyundai",
    "ilyushin",
    "lockheed",
    "mazda",
    "mikoyan",
    "mitsubishi",
    "nissan",
    "piper",
    "samsung",
    "sikorsky",
    "sukhoi",
    "tesla",
    "toyota",
    "tupolev",
    "volkswagen",
    "yamaha",
];

/// Ships, folded: what follows with a capital is the name of one. Sorted.
const SHIPS: &[&str] = &[
    "ara",
    "arc",
    "bap",
    "brp",
    "buque",
    "carguero",
    "corvette",
    "destroyer",
    "ferry",
    "fragata",
    "freighter",
    "frigate",
    "hmas",
    "hmcs",
    "hms",
    "icebreaker",
    "lancha",
    "motonave",
    "patrullera",
    "pesquero",
    "petrolero",
    "portaaviones",
    "remolcador",
    "rms",
    "rompehielos",
    "rou",
    "schooner",
    "steamship",
    "submarine",
    "submarino",
    "tanker",
    "transbordador",
    "trawler",
    "tugboat",
    "usns",
    "uss",
    "velero",
    "yacht",
    "yate",
];

/// Letters that ships of a navy carry before their names, folded: part of the name. Sorted.
const LETTERS: &[&str] =
    &["ara", "arc", "bap", "brp", "hmas", "hmcs", "hms", "rms", "rou", "usns", "uss"];

/// The most words of a ship's name.
const MOST_WORDS: usize = 4;

/// Adds the products in `line` to `all`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < line.len() {
        let Some((first, last, telling)) = product(line, at) else {
            at += 1;
            continue;
        };
        let reason = Reason::Trigger { word: line.words()[telling].text.to_owned() };
        all.push(Candidate { first, last, label: "PRODUCT", score: SCORE, reason });
        at = last + 1;
    }
}

/// The product whose telling word stands at `at`: its first and last word, and that word.
fn product(line: &Line, at: usize) -> Option<(usize, usize, usize)> {
    if SHIPS.binary_search(&line.folded(at)).is_ok() {
        return ship(line, at);
    }
    let word = line.words()[at];
    if !word.text.contains(char::is_uppercase) {
        return None;
    }
    let last = known(line, at).or_else(|| designated(line, at))?;
    let is_made = |it: &usize| MAKERS.binary_search(&line.folded(*it)).is_ok();
    let first = at.checked_sub(1).filter(is_made).unwrap_or(at);
    Some((first, last, at))
}

/// The last word of the well-known name that starts at `at`.
fn known(line: &Line, at: usize) -> Option<usize> {
    let word = line.folded(at);
    let single = word.strip_suffix('s').unwrap_or(word);
    let is_one = |name: &&&[&str]| {
        let mut words = name.iter().enumerate();
        words.all(|(n, it)| {
            let here = line.folded(at + n);
            here == *it || n + 1 == name.len() && here.strip_suffix('s') == Some(*it)
        })
    };
    let start = NAMES.partition_point(|it| it[0] < single);
    let rest = NAMES[start..].iter();
    let same = rest.take_while(|it| it[0] == single || it[0] == word);
    if let Some(name) = same.filter(is_one).max_by_key(|it| it.len()) {
        return Some(numbered(line, at + name.len() - 1));
    }
    let beside = |it: &usize| KINDS.binary_search(&line.folded(*it)).is_ok();
    let is_doubtful = DOUBTFUL.binary_search(&word).or(DOUBTFUL.binary_search(&single)).is_ok();
    let has_kind = beside(&(at + 1)) || at.checked_sub(1).is_some_and(|it| beside(&it));
    (is_doubtful && (has_kind || numbered(line, at) > at)).then(|| numbered(line, at))
}

/// `last`, or the number behind it: `iPhone 15`.
fn numbered(line: &Line, last: usize) -> usize {
    let next = line.folded(last + 1);
    let is_number = matches!(next.len(), 1..=2) && next.bytes().all(|it| it.is_ascii_digit());
    let is_share = matches!(line.folded(last + 2), "%" | "percent" | "por" | "." | ",");
    let is_decimal = is_share && line.words().get(last + 3).is_some_and(Word::is_number);
    let is_percent = is_share && !matches!(line.folded(last + 2), "." | ",");
    if is_number && !is_decimal && !is_percent { last + 1 } else { last }
}

/// The last word of the designation that starts at `at`: `F-16`, `Boeing 737 MAX`, `Airbus A320`.
fn designated(line: &Line, at: usize) -> Option<usize> {
    let word = line.folded(at);
    if let Some((letters, number)) = word.split_once('-') {
        let number = number.trim_end_matches(|it: char| it.is_ascii_lowercase());
        let number: u32 = number.parse().ok()?;
        let series = SERIES.binary_search_by_key(&letters, |it| it.0).ok()?;
        return (number >= SERIES[series].1 && number < 1000).then_some(at);
    }
    MAKERS.binary_search(&word).ok()?;
    let model = line.folded(at + 1);
    let digits = model.trim_start_matches(|it: char| it.is_ascii_lowercase());
    let n_letters = model.len() - digits.len();
    let is_model =
        digits.len() == 3 && digits.bytes().all(|it| it.is_ascii_digit()) && n_letters < 3;
    if !is_model || n_letters == 0 && !matches!(word, "boeing" | "cessna" | "embraer" | "bell") {
        return None;
    }
    let is_late = matches!(line.folded(at + 2), "max" | "neo");
    Some(at + 1 + usize::from(is_late))
}

/// The ship's name behind the word at `at`; letters that it carries are part of it.
fn ship(line: &Line, at: usize) -> Option<(usize, usize, usize)> {
    let is_letters = LETTERS.binary_search(&line.folded(at)).is_ok();
    let is_name = |it: &usize| {
        let word = line.words().get(*it);
        word.is_some_and(|it| it.is_capital && it.has_letter() && it.spaced)
    };
    let start = at + 1 + usize::from(line.folded(at + 1) == "“");
    let last = (start..start + MOST_WORDS).take_while(is_name).last()?;
    if is_letters {
        return line.words()[at].is_upper.then_some((at, last, at));
    }
    let is_part = line.is_title() || line.words()[at].is_capital;
    let carries = SHIPS.binary_search(&line.folded(start)).is_ok();
    (!is_part && !carries).then_some((start, last, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn products(text: &str) -> Vec<&str> {
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        let mut all = Vec::new();
        find(&line, &mut all);
        let range = |it: &Candidate| line.range(it.first, it.last);
        all.iter().map(|it| range(it).slice(text).unwrap()).collect()
    }

    #[test]
    fn tables_are_sorted() {
        assert!(NAMES.is_sorted_by(|a, b| a < b));
        assert!(SERIES.is_sorted_by(|a, b| a < b));
        for all in [DOUBTFUL, KINDS, LETTERS, MAKERS, SHIPS] {
            for pair in all.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
    }

    #[test]
    fn names_of_machines_and_medicines_are_known() {
        assert_eq!(products("Two Black Hawks fired Tomahawks."), ["Black Hawks", "Tomahawks"]);
        assert_eq!(products("Her iPhone 15 and his Toyota Hilux"), ["iPhone 15", "Toyota Hilux"]);
        assert_eq!(products("Dosis de Sputnik V y Paxlovid"), ["Sputnik V", "Paxlovid"]);
        assert!(products("The iron dome of the black hawk").is_empty());
    }

    #[test]
    fn doubtful_names_ask_for_what_they_are() {
        assert_eq!(products("Patriot missiles, a Leopard 2"), ["Patriot", "Leopard 2"]);
        assert_eq!(products("un avión Hércules y misiles Patriot"), ["Hércules", "Patriot"]);
        assert!(products("Patriot fans met Bill Bradley").is_empty());
    }

    #[test]
    fn designations_are_letters_and_a_number() {
        let text = "F-16s met a MiG-29, an AK-47 and a Boeing 737 MAX near an Airbus A320neo.";
        assert_eq!(products(text)[..4], ["F-16s", "MiG-29", "AK-47", "Boeing 737 MAX"]);
        assert_eq!(products("un helicóptero Airbus H145"), ["Airbus H145"]);
        assert!(products("The G-20 met on the I-95 with B-1 visas; M-19 and COVID-19").is_empty());
        assert!(products("Toyota 300 and Boeing workers").is_empty());
    }

    #[test]
    fn ships_are_named_behind_what_they_are() {
        assert_eq!(products("the trawler Doña Berta sank"), ["Doña Berta"]);
        assert_eq!(
            products("the destroyer USS Cole and HMS Queen Mary"),
            ["USS Cole", "HMS Queen Mary"]
        );
        assert_eq!(products("La fragata Almirante Padilla zarpó"), ["Almirante Padilla"]);
        assert!(products("The ferry left. Ferry Street").is_empty());
    }
}

//! Full stops that belong to the word before them, in English and Spanish.
//!
//! Two kinds matter for sentences: after a *title* (`Dr.`) no sentence ever ends; after the others
//! (`Inc.`, `U.S.`, `p.m.`) one may. Words that are also plain words (`no`, `art`, `sun`, `mar`) stand
//! here only with the number that must follow, or not at all.

/// How a full stop stands to the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It ends a plain word.
    Plain,
    /// It belongs to a word that another must follow: `Dr.`, an initial.
    Title,
    /// It belongs to a word that may also end a sentence: `Inc.`, `U.S.`, `p.m.`
    Free,
}

/// Words that name follows, as they are written before the stop. Sorted.
const TITLES: &[&str] = &[
    "Adm", "Atty", "Av", "Avda", "Brig", "Capt", "Cdte", "Cmdr", "Col", "Cpl", "Cptn", "D", "Dep",
    "Dir", "Dn", "Dr", "Dra", "Dres", "Fr", "Ft", "Gen", "Gob", "Gov", "Gral", "Hon", "Ing",
    "Lcda", "Lcdo", "Lic", "Lieut", "Lt", "Maj", "Messrs", "Mlle", "Mme", "Mons", "Mr", "Mrs",
    "Ms", "Mt", "Mtro", "Ntra", "Pdte", "Pres", "Prof", "Profa", "Pte", "Rep", "Reps", "Rev",
    "Sec", "Sen", "Sens", "Sgt", "Sra", "Sras", "Sres", "Srta", "Sta", "Ste", "Sto", "Supt", "Tte",
    "Ud", "Uds", "approx", "aprox", "cf", "eg", "ie", "pág", "págs", "vs",
];

/// Words that may end a sentence together with their stop. Sorted. Symbols of units (`km`, `kg`) take
/// none: a stop behind one is the sentence's.
const FREE: &[&str] = &[
    "Apr", "Aug", "Ave", "Blvd", "Bros", "Cia", "Co", "Corp", "Cía", "Dec", "Dept", "Dpto", "EE",
    "Esq", "Feb", "Inc", "Jan", "Jr", "Ltd", "Ltda", "Nov", "Oct", "Rd", "Sept", "Sr", "UU",
    "dept", "dpto", "etc", "min", "sq", "tel",
];

/// Words that take a stop only before a number. Sorted.
const NUMBERED: &[&str] = &[
    "Art", "Fig", "No", "Nos", "Nro", "Núm", "Vol", "art", "fig", "no", "nos", "nro", "núm", "p",
    "pp", "vol",
];

/// How the stop after `word` (without that stop) stands to it; `next` is the first character after
/// the stop that is not blank, on the same line.
///
/// `St` is a title before a name (`St. Louis`), which a capital after it shows.
pub fn stop_after(word: &str, next: Option<char>) -> Stop {
    if word == "St" {
        return if next.is_some_and(char::is_uppercase) { Stop::Title } else { Stop::Free };
    }
    if TITLES.binary_search(&word).is_ok() {
        return Stop::Title;
    }
    if FREE.binary_search(&word).is_ok() || is_dotted(word) {
        return Stop::Free;
    }
    if NUMBERED.binary_search(&word).is_ok() && next.is_some_and(|it| it.is_ascii_digit()) {
        return Stop::Title;
    }
    if is_initial(word) { Stop::Title } else { Stop::Plain }
}

/// Whether `word` is letters with stops between: `U.S`, `a.m`, `Ph.D`, `EE.UU`, `S.A`.
///
/// Parts are one letter, or two where another part is one letter or all are capitals.
pub fn is_dotted(word: &str) -> bool {
    if !word.contains('.') || word.len() > 24 {
        return false;
    }
    let is_upper = word.chars().all(|it| it == '.' || it.is_uppercase());
    let mut has_letter = false;
    for part in word.split('.') {
        match part.chars().count() {
            1 => has_letter = true,
            2 => {}
            _ => return false,
        }
        if !part.chars().all(char::is_alphabetic) {
            return false;
        }
    }
    has_letter || is_upper
}

/// Whether `word` is one capital letter, as in `J. Edgar`.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_words_stand_in_one_of_them() {
        for list in [TITLES, FREE, NUMBERED] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
        assert!(TITLES.iter().all(|it| !FREE.contains(it) && !NUMBERED.contains(it)));
    }

    #[test]
    fn stops_are_told_apart() {
        let check = |word, next, expected| assert_eq!(stop_after(word, next), expected, "{word}");
        check("Mr", Some('S'), Stop::Title);
        check("J", Some('E'), Stop::Title);
        check("U.S", Some('E'), Stop::Free);
        check("Ph.D", None, Stop::Free);
        check("EE.UU", None, Stop::Free);
        check("No", Some('5'), Stop::Title);
        check("No", Some('T'), Stop::Plain);
        check("St", Some('L'), Stop::Title);
        check("road", Some('T'), Stop::Plain);
        check("end.So", Some('T'), Stop::Plain);
        check("is.it", Some('T'), Stop::Plain);
    }
}

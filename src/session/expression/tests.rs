//! Patterns on small texts, and on random ones beside another engine.

use regex::RegexBuilder;

use super::*;
use crate::session::expression::fault::Why;

const LOOSE: Matching = Matching { case: false, accents: false, whole: false, forms: false };
const EXACT: Matching = Matching { case: true, accents: true, ..LOOSE };

fn found<'a>(text: &'a str, pattern: &str, matching: Matching) -> Vec<&'a str> {
    let expression = Expression::new(pattern, matching).unwrap();
    let hits = expression.hits(text);
    assert!(!hits.is_cut, "{pattern:?} was cut");
    hits.places.into_iter().map(|it| it.slice(text).unwrap()).collect()
}

fn check(text: &str, pattern: &str, expected: &[&str]) {
    assert_eq!(found(text, pattern, LOOSE), expected, "{pattern:?} in {text:?}");
}

#[test]
fn letters_are_compared_as_the_reader_asks() {
    let text = "Bogotá BOGOTÁ bogota BOGOTA\u{301}!";
    check(text, "bogot[aá]", &["Bogotá", "BOGOTÁ", "bogota", "BOGOTA\u{301}"]);
    check(text, "b\\w+", &["Bogotá", "BOGOTÁ", "bogota", "BOGOTA\u{301}"]);
    let accents = Matching { accents: true, ..LOOSE };
    assert_eq!(found(text, "bogotá", accents), ["Bogotá", "BOGOTÁ"]);
    assert_eq!(found(text, "[a-z]+", accents), ["Bogot", "BOGOT", "bogota", "BOGOTA"]);
    let case = Matching { case: true, ..LOOSE };
    assert_eq!(found(text, "[A-Z][a-z]+", case), ["Bogotá"]);
    assert_eq!(found(text, "BOGOTA", case), ["BOGOTÁ", "BOGOTA\u{301}"]);
    assert_eq!(found(text, "BOGOTÁ", EXACT), ["BOGOTÁ"]);
    check("Straße, STRASSE", "strass", &["Straß", "STRASS"]);
    check("O’Hara, O'Hara", "o'hara", &["O’Hara", "O'Hara"]);
}

#[test]
fn kinds_of_characters_are_those_of_all_scripts() {
    check("Ñandú, Київ; 42 años", "\\w+", &["Ñandú", "Київ", "42", "años"]);
    check("Ñandú y Ábrego en Київ", "\\p{Lu}\\p{Ll}+", &["Ñandú", "Ábrego", "Київ"]);
    check("el 3 de mayo", "\\d+ de \\pL+", &["3 de mayo"]);
    check("a\u{a0}b", "a\\sb", &["a\u{a0}b"]);
    check("a-b c", "[^\\w-]", &[" "]);
    check("x]y^z", "[]^]", &["]", "^"]);
    check("1.5 {2}", "[\\d.]+|\\{\\d}|{", &["1.5", "{2}"]);
    check("tab\there", "\\t|\\x68|\\u{65}r", &["\t", "h", "er"]);
}

#[test]
fn edges_are_those_of_lines_and_words() {
    check("one\r\ntwo\n\nthree", "^\\w+$", &["one", "two", "three"]);
    check("one\r\ntwo", ".+", &["one", "two"]);
    check("Norma in Norway, nor", "\\bnor\\b", &["nor"]);
    check("Norma in Norway, nor", "nor\\B", &["Nor", "Nor"]);
    let whole = Matching { whole: true, ..LOOSE };
    assert_eq!(found("Norma in Norway, nor", "nor|norm|norw\\w*", whole), ["Norway", "nor"]);
    assert_eq!(found("the U.S.-led", "u\\.s\\.", whole), ["U.S."]);
}

#[test]
fn the_first_way_counts_and_the_longest_unless_lazy() {
    check("abcd", "ab|abcd", &["ab"]);
    check("abcd", "abcd|ab", &["abcd"]);
    check("«a» and «b»", "«.*»", &["«a» and «b»"]);
    check("«a» and «b»", "«.*?»", &["«a»", "«b»"]);
    check("aaaaa", "a{2}", &["aa", "aa"]);
    check("aaaaa", "a{2,}?", &["aa", "aa"]);
    check("abab", "(?:ab)+|(?<name>a)", &["abab"]);
    check("line one\nline two", "one\\s+line", &["one\nline"]);
}

#[test]
fn hits_of_nothing_are_no_hits() {
    check("axxb", "x*", &["xx"]);
    check("axxb", "", &[]);
    check("axxb", "^|$|\\b", &[]);
    check("ñxñ", "x?", &["x"]);
    check("", ".*", &[]);
    check("aab", "(a*)*", &["aa"]);
    check("aab", "(a|b*)+", &["aab"]);
}

#[test]
fn a_fault_is_told_with_its_place() {
    let fault = |pattern: &str| {
        let fault = Expression::new(pattern, LOOSE).unwrap_err();
        (fault.at, fault.why)
    };
    assert_eq!(fault("ñañ["), (3, Why::SetOpen));
    assert_eq!(fault("a[b\\"), (3, Why::Escape));
    assert_eq!(fault("(a|(b)"), (0, Why::GroupOpen));
    assert_eq!(fault("a)b"), (1, Why::GroupEnd));
    assert_eq!(fault("a|*"), (2, Why::NothingToRepeat));
    assert_eq!(fault("+"), (0, Why::NothingToRepeat));
    assert_eq!(fault("x[z-a]"), (2, Why::Backward));
    assert_eq!(fault("x{3,1}"), (1, Why::Backward));
    assert_eq!(fault("x{1001}"), (1, Why::TooLarge));
    assert_eq!(fault("ab\\"), (2, Why::Escape));
    assert_eq!(fault("ab\\q"), (2, Why::Escape));
    assert_eq!(fault("\\x{110000}"), (0, Why::Escape));
    assert_eq!(fault("a\\p{Klingon}"), (1, Why::Kind));
    assert_eq!(fault("a\\p{Lu(b"), (1, Why::Kind));
    assert_eq!(fault("(a)\\1"), (3, Why::NotOffered));
    assert_eq!(fault("a(?=b)"), (1, Why::NotOffered));
    assert_eq!(fault("a(?<!b)"), (1, Why::NotOffered));
    assert_eq!(fault("(?i)a"), (0, Why::NotOffered));
}

#[test]
fn hostile_patterns_end() {
    for pattern in [
        "((a{1000}){1000}){1000}",
        "((){1000}){1000}",
        &"(".repeat(60),
        &"a".repeat(1001),
        &format!("a{}", "{9}".repeat(300)),
    ] {
        assert_eq!(Expression::new(pattern, LOOSE).unwrap_err().why, Why::TooLarge, "{pattern}");
    }
    check("aaab", &format!("a{}b", "*".repeat(500)), &["aaab"]);
    // Exponential for an engine that goes back.
    let many = "a".repeat(3000);
    check(&many, "(a*)*b|(a|aa)+c|(.*)(.*)(.*)(.*)d", &[]);
    // Quadratic for any: the rest of the text is looked at from every place. It is cut.
    let long = "a".repeat(20_000);
    let hits = Expression::new("a[^z]*z|a", LOOSE).unwrap().hits(&long);
    assert!(hits.is_cut && !hits.places.is_empty());
}

/// Numbers that look random, the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.roll(all.len())]
    }

    fn pattern(&mut self, depth: usize) -> String {
        const ATOMS: [&str; 18] = [
            "a", "b", "á", "A", " ", ".", "\\w", "\\W", "\\s", "\\d", "[ab]", "[^a]", "[^\\wb]",
            "[a-cá]", "^", "$", "\\b", "\\B",
        ];
        const TIMES: [&str; 9] = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,3}?"];
        match self.roll(if depth == 0 { 1 } else { 5 }) {
            0 => self.pick(&ATOMS).to_owned(),
            1 => format!("(?:{})", self.pattern(depth - 1)),
            2 => format!("{}|{}", self.pattern(depth - 1), self.pattern(depth - 1)),
            3 => format!("{}{}", self.pattern(depth - 1), self.pattern(depth - 1)),
            _ => format!("(?:{}){}", self.pattern(depth - 1), self.pick(&TIMES)),
        }
    }
}

#[test]
fn random_patterns_find_what_another_engine_finds() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut n_found = 0;
    for _ in 0..4_000 {
        let pattern = dice.pattern(4);
        let n_signs = dice.roll(12);
        let text: String = (0..n_signs)
            .map(|_| dice.pick(&["a", "b", "á", "A", "Á", "1", " ", "\n", "\r\n", "_"]))
            .collect();
        let case = dice.roll(2) == 0;
        let other = RegexBuilder::new(&pattern)
            .multi_line(true)
            .crlf(true)
            .case_insensitive(!case)
            .build()
            .unwrap();
        let expected: Vec<&str> =
            other.find_iter(&text).map(|it| it.as_str()).filter(|it| !it.is_empty()).collect();
        n_found += expected.len();
        let matching = Matching { case, ..EXACT };
        assert_eq!(found(&text, &pattern, matching), expected, "{pattern:?} in {text:?}");
    }
    assert!(n_found > 2_000, "the patterns find something: {n_found}");
}

//! Languages, and how a [`Message`] becomes words in one of them.
//!
//! The words are the Fluent files in `locales/`, one an area, compiled in. A sentence without words
//! in the chosen language is said in English, and one without words at all by its key, so that a
//! slip in `locales/` never takes the page down; a test finds such slips before anybody does.
//!
//! Limits: two languages, chosen by tag alone; numbers are grouped and scores cut to two decimals,
//! but dates and lists are the callers' own; no directional isolates, as the page wraps what is
//! imported in `<bdi>`.

use std::borrow::Cow;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::message::{Message, Value};

/// A language that the tool speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// American English.
    #[default]
    English,
    /// Spanish as all of America reads it: impersonal, or *usted*.
    Spanish,
}

impl Language {
    /// Every language, in the order in which the switch goes round.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Its BCP 47 tag, as `lang` of the page wants it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The language of a tag such as `es-CO`, or `None` when the tool does not speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|it| it.tag().eq_ignore_ascii_case(primary))
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The language that the switch offers next.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::English => Self::Spanish,
            Self::Spanish => Self::English,
        }
    }

    fn sources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::English => EN,
            Self::Spanish => ES,
        }
    }

    /// What stands between groups of three digits, and from how many digits on.
    fn grouping(self) -> (char, usize) {
        match self {
            Self::English => (',', 4),
            Self::Spanish => ('\u{a0}', 5),
        }
    }
}

/// The files of one language: area and content.
macro_rules! files {
    ($language:literal: $($area:literal),+) => {
        &[$( ($area, include_str!(concat!("../locales/", $language, "/", $area, ".ftl"))) ),+]
    };
}

const EN: &[(&str, &str)] = files!("en": "top", "projects", "list", "sheet", "inspector", "search", "batch", "entities", "history", "review", "kinds", "dialogs", "commands", "settings", "schema", "guide", "status", "errors", "formats", "statistics", "cli");
const ES: &[(&str, &str)] = files!("es": "top", "projects", "list", "sheet", "inspector", "search", "batch", "entities", "history", "review", "kinds", "dialogs", "commands", "settings", "schema", "guide", "status", "errors", "formats", "statistics", "cli");

/// The words of one language.
pub struct Words {
    language: Language,
    /// The language itself, then English where it is another.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Words {
    /// The words of `language`.
    pub fn new(language: Language) -> Self {
        let fallback = (language != Language::English).then_some(Language::English);
        let bundles = std::iter::once(language).chain(fallback).map(bundle).collect();
        Self { language, bundles }
    }

    /// The language spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence.
    pub fn say(&self, message: &Message) -> String {
        self.render(message, &mut Vec::new())
    }

    /// The sentence about something that was done. One that is no act is said as ever.
    ///
    /// What can be done and what was done differ in form only, so that the words of both stand
    /// together: those of the latter are the attribute `done` of the former.
    pub fn say_done(&self, message: &Message) -> String {
        self.render_as(message, Some("done"), &mut Vec::new())
    }

    /// A count as the language writes it: `4,117`; `4117` but `41 170`.
    pub fn number(&self, n: u64) -> String {
        group(n, self.language)
    }

    /// The sentence, with what was wrong with its words added to `errors`.
    fn render(&self, message: &Message, errors: &mut Vec<FluentError>) -> String {
        self.render_as(message, None, errors)
    }

    fn render_as(
        &self,
        message: &Message,
        attribute: Option<&str>,
        errors: &mut Vec<FluentError>,
    ) -> String {
        let id = message.id();
        let found = self.bundles.iter().find_map(|it| {
            let entry = it.get_message(id)?;
            let other = attribute.and_then(|it| entry.get_attribute(it)).map(|it| it.value());
            Some((it, other.or_else(|| entry.value())?))
        });
        let Some((bundle, pattern)) = found else {
            return id.into();
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in message.arguments() {
            arguments.set(name, self.argument(value, errors));
        }
        bundle.format_pattern(pattern, Some(&arguments), errors).into_owned()
    }

    fn argument(&self, value: Value, errors: &mut Vec<FluentError>) -> FluentValue<'static> {
        match value {
            Value::Text(text) => FluentValue::String(Cow::Owned(text)),
            Value::Number(n) => FluentValue::from(n),
            Value::Decimal(n) => FluentValue::Number(FluentNumber::new(n, two_decimals())),
            Value::Message(inner) => FluentValue::String(Cow::Owned(self.render(&inner, errors))),
        }
    }
}

/// A piece of one of our sentences: see [`pieces`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Plain words.
    Words(&'a str),
    /// Words that wear the mark of a label.
    Mark {
        /// The words.
        words: &'a str,
        /// The label's name.
        label: &'a str,
    },
    /// A key cap.
    Key(&'a str),
}

/// Cuts a sentence of ours at its marks, `[people|PERSON]`, and key caps, `[Enter|key]`.
///
/// Only for sentences without facts in them: an imported name could hold brackets of its own. What
/// does not read as a mark stays as words.
pub fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let mut all = Vec::new();
    let mut rest = sentence;
    while let Some((before, inside, after)) = next_bracket(rest) {
        if !before.is_empty() {
            all.push(Piece::Words(before));
        }
        all.push(match inside {
            (words, "key") => Piece::Key(words),
            (words, label) => Piece::Mark { words, label },
        });
        rest = after;
    }
    if !rest.is_empty() {
        all.push(Piece::Words(rest));
    }
    all
}

/// The words before the first `[a|b]`, then `(a, b)`, then the words after.
fn next_bracket(sentence: &str) -> Option<(&str, (&str, &str), &str)> {
    let (before, rest) = sentence.split_once('[')?;
    let (inside, after) = rest.split_once(']')?;
    Some((before, inside.split_once('|')?, after))
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.tag().parse::<LanguageIdentifier>().expect("our tags are well formed");
    let mut bundle = FluentBundle::new(vec![tag]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| shown(value, Language::English),
        Language::Spanish => |value, _| shown(value, Language::Spanish),
    }));
    for (_, source) in language.sources() {
        // A file with a broken entry still gives the others; the tests accept no broken entry.
        let resource = FluentResource::try_new((*source).into()).unwrap_or_else(|(it, _)| it);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn two_decimals() -> FluentNumberOptions {
    FluentNumberOptions { minimum_fraction_digits: Some(2), ..FluentNumberOptions::default() }
}

/// How a number looks; `None` leaves everything else to Fluent.
fn shown(value: &FluentValue, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(n) if n.options.minimum_fraction_digits == Some(2) => {
            Some(format!("{:.2}", n.value))
        }
        FluentValue::Number(n) => Some(group(n.value as u64, language)),
        _ => None,
    }
}

fn group(n: u64, language: Language) -> String {
    let digits = n.to_string();
    let (separator, from) = language.grouping();
    if digits.len() < from {
        return digits;
    }
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::message::TABLE;

    /// The messages of a Fluent file: key, and the names after `$` in its words.
    fn entries(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut all: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut key = "";
        for line in source.lines().filter(|it| !it.starts_with('#')) {
            if !line.starts_with([' ', '}'])
                && let Some((name, _)) = line.split_once(" =")
            {
                key = name;
                assert_eq!(all.insert(key, BTreeSet::new()), None, "{key} stands twice");
            }
            let word = |it: &'_ str| it.find(|c: char| !c.is_alphanumeric() && c != '_');
            let names = line.split('$').skip(1).map(|it| &it[..word(it).unwrap_or(it.len())]);
            if let Some(entry) = all.get_mut(key) {
                entry.extend(names);
            }
        }
        all
    }

    fn words_of(language: Language) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut all = BTreeMap::new();
        for (area, source) in language.sources() {
            for (key, names) in entries(source) {
                assert_eq!(all.insert(key, names), None, "{key} stands twice, again in {area}");
            }
        }
        all
    }

    fn say(language: Language, message: &Message) -> String {
        Words::new(language).say(message)
    }

    #[test]
    fn the_reader_of_entries_finds_what_is_there() {
        let source =
            "# a = { $no }\nb = { $n ->\n    [one] { $n } x\n   *[other] { $m_m }\n}\nc = d\n";
        let found = entries(source);
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), ["b", "c"]);
        assert_eq!(found["b"], ["n", "m_m"].into());
        assert_eq!(found["c"], BTreeSet::new());
    }

    #[test]
    fn every_message_has_words_with_its_facts_in_every_language() {
        for language in Language::ALL {
            let mut words = words_of(language);
            for (id, arguments) in TABLE {
                let found = words.remove(id);
                let found =
                    found.unwrap_or_else(|| panic!("{}: no words for {id}", language.tag()));
                assert_eq!(found, arguments.iter().copied().collect(), "{} {id}", language.tag());
            }
            assert!(words.is_empty(), "{}: no message has {:?}", language.tag(), words.keys());
        }
    }

    #[test]
    fn an_area_has_the_same_sentences_in_every_language() {
        for ((area, en), (other, es)) in EN.iter().zip(ES) {
            assert_eq!(area, other);
            assert!(entries(en).keys().eq(entries(es).keys()), "{area}");
        }
        assert_eq!(EN.len(), ES.len());
    }

    #[test]
    fn every_file_parses() {
        for (area, source) in EN.iter().chain(ES) {
            let errors = FluentResource::try_new((*source).into()).err().map(|it| it.1);
            assert_eq!(errors, None, "{area}");
        }
    }

    #[test]
    fn every_message_is_said_without_error() {
        for language in Language::ALL {
            let words = Words::new(language);
            for message in [0, 1, 2, 41_170].into_iter().flat_map(Message::samples) {
                let mut errors = Vec::new();
                let said = words.render(&message, &mut errors);
                assert!(errors.is_empty(), "{}: {errors:?}", message.id());
                assert!(said != message.id() && !said.contains('{'), "{}: {said}", message.id());
                assert_eq!(said.trim(), said, "{}", message.id());
            }
        }
    }

    #[test]
    fn words_without_facts_are_translated() {
        // What the two languages rightly share.
        let same =
            ["app-name", "language-english", "key-enter", "key-escape", "key-end", "schema-color"];
        let (en, es) = (Words::new(Language::English), Words::new(Language::Spanish));
        let left = Message::samples(2).into_iter().filter(|it| it.arguments().is_empty());
        let left = left.filter(|it| en.say(it) == es.say(it) && !same.contains(&it.id()));
        assert_eq!(left.map(|it| it.id()).collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        let (en, es) = (Words::new(Language::English), Words::new(Language::Spanish));
        let cases = [
            (0, "0", "0"),
            (999, "999", "999"),
            (4117, "4,117", "4117"),
            (41_170, "41,170", "41\u{a0}170"),
            (1_234_567, "1,234,567", "1\u{a0}234\u{a0}567"),
        ];
        for (n, english, spanish) in cases {
            assert_eq!((en.number(n).as_str(), es.number(n).as_str()), (english, spanish));
        }
        let band = Message::StatisticsBand { from: 0.625, to: 1.0 };
        assert!(en.say(&band).contains("0.62") && es.say(&band).contains("0.62"));
    }

    #[test]
    fn plurals() {
        let said = |language, count| say(language, &Message::ChangesNotInFile { count });
        assert_eq!(said(Language::English, 0), "0 changes not in any file");
        assert_eq!(said(Language::English, 1), "1 change not in any file");
        assert_eq!(said(Language::English, 312), "312 changes not in any file");
        assert_eq!(said(Language::Spanish, 0), "0 cambios en ningún archivo");
        assert_eq!(said(Language::Spanish, 1), "1 cambio en ningún archivo");
        assert_eq!(said(Language::Spanish, 2), "2 cambios en ningún archivo");
    }

    #[test]
    fn a_refusal_names_the_place_and_what_is_safe() {
        let refusal =
            Message::FileRefusedLong { file: "cables-06.txt".into(), size: 4117, limit: 1024 };
        assert_eq!(
            say(Language::English, &refusal),
            "cables-06.txt was not added. It is 4,117 MiB long; an article holds 1,024 MiB at most. The file was not changed. Split it and add the parts."
        );
        assert_eq!(
            say(Language::Spanish, &refusal),
            "No se añadió cables-06.txt. Mide 4117 MiB, y en un artículo caben 1024 MiB como máximo. El archivo no se modificó. Divídalo y añada las partes."
        );
    }

    #[test]
    fn a_message_in_a_message_is_said_in_the_same_language() {
        let what = Box::new(Message::EventLabel { words: "Macará".into(), label: "LOC".into() });
        let undone = Message::Undone { what };
        assert_eq!(say(Language::English, &undone), "Undone: label “Macará” as LOC");
        assert_eq!(say(Language::Spanish, &undone), "Deshecho: etiquetar «Macará» como LOC");
    }

    #[test]
    fn what_has_no_words_is_said_in_english_then_by_its_key() {
        let mut words = Words::new(Language::Spanish);
        words.bundles.remove(0);
        assert_eq!(words.say(&Message::Close), "Close");
        words.bundles.clear();
        assert_eq!(words.say(&Message::Close), "close");
    }

    #[test]
    fn tags_are_read() {
        assert_eq!(Language::from_tag("es-CO"), Some(Language::Spanish));
        assert_eq!(Language::from_tag("EN_us"), Some(Language::English));
        assert_eq!(Language::from_tag("est"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn a_sentence_is_cut_at_its_marks_and_keys() {
        let all = pieces("Drop: [people|PERSON]. [Enter|key] accepts");
        let mark = Piece::Mark { words: "people", label: "PERSON" };
        let wanted = [
            Piece::Words("Drop: "),
            mark,
            Piece::Words(". "),
            Piece::Key("Enter"),
            Piece::Words(" accepts"),
        ];
        assert_eq!(all, wanted);
        assert_eq!(pieces("a [b] c"), [Piece::Words("a [b] c")]);
        assert_eq!(pieces(""), []);
    }

    #[test]
    fn both_languages_wear_the_same_marks_and_keys() {
        for message in [Message::EmptyStepDrop, Message::EmptyStepDecide] {
            let worn = |language| {
                let sentence = say(language, &message);
                pieces(&sentence).iter().map(kind).collect::<Vec<_>>()
            };
            assert_eq!(worn(Language::English), worn(Language::Spanish));
            assert!(worn(Language::English).len() > 3);
        }
    }

    fn kind(piece: &Piece) -> String {
        match piece {
            Piece::Words(_) => String::new(),
            Piece::Mark { label, .. } => (*label).into(),
            Piece::Key(_) => "key".into(),
        }
    }
}

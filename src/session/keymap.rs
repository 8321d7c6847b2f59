//! The keys as a person has them: those of the table, but for what was put elsewhere.
//!
//! Keys of labels belong to the schema and are not moved here. What browsers, systems and keyboards
//! need for themselves is refused with the reason.

use crate::message::Message;
use crate::model::schema::{Label, Schema};
use crate::session::keys::{Chord, Key};
use crate::session::table::{COMMANDS, Spec};

/// Which chord does what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyMap {
    /// Whether keys that write a character act by themselves, without Ctrl or Alt.
    pub letters: bool,
    /// Commands by name whose keys are a person's own: one chord, or none.
    own: Vec<(&'static str, Option<Chord>)>,
}

impl Default for KeyMap {
    fn default() -> Self {
        Self { letters: true, own: Vec::new() }
    }
}

/// What has a chord already.
#[derive(Clone, Copy, Debug)]
pub enum Holder<'a> {
    /// A command. It can swap.
    Command(&'static Spec),
    /// A label: its key is changed with the schema.
    Label(&'a Label),
}

impl KeyMap {
    /// The chords that `spec` is done by.
    pub fn of(&self, spec: &Spec) -> Vec<Chord> {
        let mut chords = self.bound(spec);
        chords.retain(|it| self.is_heard(*it));
        chords
    }

    /// Whether `chord` acts at all.
    pub fn is_heard(&self, chord: Chord) -> bool {
        self.letters || chord.ctrl || chord.alt || !matches!(chord.key, Key::Char(_))
    }

    /// Whether the chord of the command called `id` is a person's own, or taken away.
    pub fn is_own(&self, id: &str) -> bool {
        self.own.iter().any(|it| it.0 == id)
    }

    /// Whether anything is a person's own.
    pub fn is_changed(&self) -> bool {
        !self.own.is_empty()
    }

    /// Does `spec` by `chord` alone, or by no key.
    pub fn bind(&mut self, spec: &Spec, chord: Option<Chord>) {
        self.reset(spec.id);
        if self.bound(spec) != Vec::from_iter(chord) {
            self.own.push((spec.id, chord));
        }
    }

    /// Gives the command called `id` the keys of the table again.
    pub fn reset(&mut self, id: &str) {
        self.own.retain(|it| it.0 != id);
    }

    /// Gives all commands the keys of the table again.
    pub fn reset_all(&mut self) {
        self.own.clear();
    }

    /// Does `spec` by `chord`, and `other`, which had it, by what `spec` had.
    pub fn swap(&mut self, spec: &Spec, other: &Spec, chord: Chord) {
        let before = self.bound(spec).first().copied();
        self.bind(other, before);
        self.bind(spec, Some(chord));
    }

    /// Who has `chord`, apart from the command called `id`.
    pub fn holder<'a>(&self, schema: &'a Schema, id: &str, chord: Chord) -> Option<Holder<'a>> {
        let has = |it: &&Spec| it.id != id && self.bound(it).contains(&chord);
        if let Some(spec) = COMMANDS.iter().find(has) {
            return Some(Holder::Command(spec));
        }
        let letter = chord.letter()?;
        schema.labels.iter().find(|it| it.key == Some(letter)).map(Holder::Label)
    }

    /// The settings that [`KeyMap::read`] reads, each ` key.` with a command's name and its chord.
    pub(crate) fn write(&self, line: &mut String) {
        for (id, chord) in &self.own {
            line.push_str(" key.");
            line.push_str(id);
            line.push('=');
            line.push_str(&chord.map(|it| it.to_string()).unwrap_or_default());
        }
    }

    /// Reads the setting of the command called `id`. What is unknown is left alone.
    pub(crate) fn read(&mut self, id: &str, chord: &str) {
        let spec = COMMANDS.iter().find(|it| it.id == id);
        match (spec, Chord::parse(chord)) {
            (Some(spec), None) if chord.is_empty() => self.bind(spec, None),
            (Some(spec), Some(chord)) if refusal(chord).is_none() => self.bind(spec, Some(chord)),
            _ => {}
        }
    }

    fn bound(&self, spec: &Spec) -> Vec<Chord> {
        match self.own.iter().find(|it| it.0 == spec.id) {
            Some((_, chord)) => chord.iter().copied().collect(),
            None => spec.keys.iter().filter_map(|it| Chord::parse(it)).collect(),
        }
    }
}

/// Keys with Ctrl that some browser does something with that people need.
const BROWSER_CTRL: &str = "acdefghjlnopqrtuvwx0123456789+-=,";
/// The same with Ctrl and Shift.
const BROWSER_CTRL_SHIFT: &str = "abcdegijklmnopqrstvwxy";
/// Signs that some keyboards write with `AltGr`.
const ALT_GR: &str = "[]{}@#\\|~€^`";

/// Why `chord` cannot be given to a command, where it cannot.
pub fn refusal(chord: Chord) -> Option<Message> {
    let Chord { ctrl, alt, shift, key } = chord;
    match key {
        Key::Char(sign) if ALT_GR.contains(sign) => Some(Message::KeyNeededForSigns),
        _ if ctrl && alt => Some(Message::KeyNeededForSigns),
        Key::Char(_) if alt => Some(Message::KeyNeededForMenus),
        Key::Char(sign) if ctrl && shift && BROWSER_CTRL_SHIFT.contains(sign) => {
            Some(Message::KeyNeededByBrowser)
        }
        Key::Char(sign) if ctrl && !shift && BROWSER_CTRL.contains(sign) => {
            Some(Message::KeyNeededByBrowser)
        }
        Key::Left | Key::Right | Key::Home if alt && !shift => Some(Message::KeyNeededByBrowser),
        // In browsers F3 goes from hit to hit, and so it does here.
        Key::Function(3 | 6) if !ctrl && !alt => None,
        Key::Function(2 | 4 | 8 | 9) if !ctrl && !alt && !shift => None,
        Key::Function(_) => Some(Message::KeyNeededByBrowser),
        Key::Enter | Key::Space | Key::Escape if ctrl || alt => Some(Message::KeyNeededBySystem),
        Key::Escape if shift => Some(Message::KeyNeededBySystem),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::command::Command;
    use crate::session::keys::find;
    use crate::session::table::spec_of;

    fn chord(text: &str) -> Chord {
        Chord::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    fn caps(map: &KeyMap, command: &Command) -> Vec<String> {
        map.of(spec_of(command).unwrap()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_command_does_by_its_new_chord_and_no_longer_by_the_old() {
        let (schema, mut map) = (Schema::ontonotes(), KeyMap::default());
        map.bind(spec_of(&Command::NextMark).unwrap(), Some(chord("M")));
        let means = |text: &str| find(&schema, &map, chord(text), true);
        assert_eq!(means("M"), Some(Command::NextMark));
        assert_eq!(means("J"), None);
        assert_eq!(means("K"), Some(Command::PreviousMark));
        let mut back = map.clone();
        back.reset("mark.next");
        assert_eq!(back, KeyMap::default());
    }

    #[test]
    fn the_chord_of_the_table_is_no_change() {
        let mut map = KeyMap::default();
        let next = spec_of(&Command::NextMark).unwrap();
        map.bind(next, None);
        assert!(map.is_own(next.id) && map.of(next).is_empty());
        map.bind(next, Some(chord("J")));
        assert!(!map.is_changed());
    }

    #[test]
    fn a_clash_names_who_has_the_chord_and_swaps() {
        let (schema, mut map) = (Schema::ontonotes(), KeyMap::default());
        let next = spec_of(&Command::NextMark).unwrap();
        let Some(Holder::Command(other)) = map.holder(&schema, next.id, chord("K")) else {
            panic!("K is free");
        };
        assert_eq!(other.id, "mark.previous");
        map.swap(next, other, chord("K"));
        assert_eq!(caps(&map, &Command::NextMark), ["K"]);
        assert_eq!(caps(&map, &Command::PreviousMark), ["J"]);
        let held = map.holder(&schema, next.id, chord("5"));
        assert!(matches!(held, Some(Holder::Label(it)) if it.name == "DATE"));
        assert!(map.holder(&schema, next.id, chord("M")).is_none());
    }

    #[test]
    fn keys_that_write_can_be_turned_off_with_those_of_labels() {
        let schema = Schema::ontonotes();
        let map = KeyMap { letters: false, ..KeyMap::default() };
        let means = |text: &str| find(&schema, &map, chord(text), true);
        for text in ["J", "X", "?", "1", "F"] {
            assert_eq!(means(text), None, "{text}");
        }
        for text in ["Enter", "Space", "Delete", "ArrowLeft", "Ctrl+K", "F6"] {
            assert!(means(text).is_some(), "{text}");
        }
        assert!(caps(&map, &Command::NextMark).is_empty());
    }

    #[test]
    fn what_others_need_is_refused() {
        for text in [
            "Ctrl+T",
            "Ctrl+Shift+N",
            "Ctrl+1",
            "Ctrl+Alt+Q",
            "[",
            "@",
            "Alt+D",
            "Alt+ArrowLeft",
            "F5",
            "Ctrl+F6",
            "Ctrl+Enter",
            "Alt+Space",
            "Shift+Escape",
            "Shift+F9",
            "Ctrl++",
        ] {
            assert!(refusal(chord(text)).is_some(), "{text}");
        }
        for text in ["M", "Shift+M", "Ctrl+B", "Ctrl+Shift+Z", "F2", "Shift+F6", "Alt+ArrowDown"] {
            assert_eq!(refusal(chord(text)), None, "{text}");
        }
    }

    #[test]
    fn no_chord_of_the_table_is_refused() {
        for key in COMMANDS.iter().flat_map(|it| it.keys) {
            assert_eq!(refusal(chord(key)), None, "{key}");
        }
    }
}

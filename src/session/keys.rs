//! Keys: what was pressed, and which command it means where.
//!
//! A chord is matched by the letter that the layout gives (`event.key`) and by the digit's place
//! (`event.code`), so that digits work on layouts that need Shift for them. Nothing here is bound to
//! Ctrl+Alt or to bracket keys: on Spanish keyboards those are `AltGr`.

use std::fmt;

use crate::model::schema::Schema;
use crate::session::command::Command;
use crate::session::keymap::KeyMap;
use crate::session::table::{COMMANDS, Scope};

/// A key of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// What the key writes, in lower case.
    Char(char),
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Start of the line.
    Home,
    /// End of the line.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Enter.
    Enter,
    /// Space.
    Space,
    /// Escape.
    Escape,
    /// Delete or Backspace.
    Delete,
    /// A function key, by its number.
    Function(u8),
}

/// Names of the keys that write nothing: as the browser calls them, and as people do.
const NAMED: [(Key, &str, &str); 12] = [
    (Key::Left, "ArrowLeft", "←"),
    (Key::Right, "ArrowRight", "→"),
    (Key::Up, "ArrowUp", "↑"),
    (Key::Down, "ArrowDown", "↓"),
    (Key::Home, "Home", "Home"),
    (Key::End, "End", "End"),
    (Key::PageUp, "PageUp", "PgUp"),
    (Key::PageDown, "PageDown", "PgDn"),
    (Key::Enter, "Enter", "Enter"),
    (Key::Space, "Space", "Space"),
    (Key::Escape, "Escape", "Esc"),
    (Key::Delete, "Delete", "Del"),
];

impl Key {
    /// The key that the browser calls `name` (`KeyboardEvent.key`), where it is one we bind.
    pub fn from_name(name: &str) -> Option<Self> {
        if name == " " {
            return Some(Self::Space);
        }
        if name == "Backspace" {
            return Some(Self::Delete);
        }
        if let Some((key, ..)) = NAMED.iter().find(|(_, it, _)| *it == name) {
            return Some(*key);
        }
        if let Some(number) = name.strip_prefix('F').and_then(|it| it.parse().ok()) {
            return Some(Self::Function(number));
        }
        let mut letters = name.chars().flat_map(char::to_lowercase);
        let letter = letters.next()?;
        letters.next().is_none().then_some(Self::Char(letter))
    }

    /// The browser's name, as `aria-keyshortcuts` wants it.
    fn name(self) -> String {
        match self {
            Self::Char(letter) => letter.to_uppercase().to_string(),
            Self::Function(number) => format!("F{number}"),
            key => named(key).1.to_owned(),
        }
    }

    /// What stands on a key cap.
    fn cap(self) -> String {
        match self {
            Self::Char(_) | Self::Function(_) => self.name(),
            key => named(key).2.to_owned(),
        }
    }
}

fn named(key: Key) -> &'static (Key, &'static str, &'static str) {
    NAMED.iter().find(|(it, ..)| *it == key).expect("every key that writes nothing is in the table")
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// Ctrl, or ⌘ on a Mac.
    pub ctrl: bool,
    /// Alt.
    pub alt: bool,
    /// Shift, where it does more than write another character.
    pub shift: bool,
    /// The key.
    pub key: Key,
}

impl Chord {
    /// The chord written `Ctrl+Shift+Z`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        // The last sign may itself be the one that joins.
        let last = text.char_indices().next_back()?.0;
        let (held, name) = match text[..last].rfind('+') {
            Some(at) => (&text[..at], &text[at + 1..]),
            None => ("", text),
        };
        let key = Key::from_name(name)?;
        let mut chord = Self { ctrl: false, alt: false, shift: false, key };
        for part in held.split('+').filter(|_| !held.is_empty()) {
            match part {
                "Ctrl" => chord.ctrl = true,
                "Alt" => chord.alt = true,
                "Shift" => chord.shift = true,
                _ => return None,
            }
        }
        Some(chord)
    }

    /// What stands on its key cap: `Ctrl K`, or `⌘ K` on a Mac.
    pub fn cap(self, is_mac: bool) -> String {
        let ctrl = if is_mac { "⌘" } else { "Ctrl" };
        self.joined(ctrl, " ", &self.key.cap())
    }

    /// Its form in `aria-keyshortcuts`: `Control+K`.
    pub fn aria(self) -> String {
        self.joined("Control", "+", &self.key.name())
    }

    /// The character that it writes, where it does nothing else.
    pub(crate) fn letter(self) -> Option<char> {
        match self {
            Self { ctrl: false, alt: false, shift: false, key: Key::Char(letter) } => Some(letter),
            _ => None,
        }
    }

    fn joined(self, ctrl: &str, glue: &str, key: &str) -> String {
        let held = [(self.ctrl, ctrl), (self.alt, "Alt"), (self.shift, "Shift")];
        let mut parts: Vec<&str> = held.iter().filter(|it| it.0).map(|it| it.1).collect();
        parts.push(key);
        parts.join(glue)
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.joined("Ctrl", "+", &self.key.name()))
    }
}

/// The command that `chord` means, in the article (`in_sheet`) or elsewhere on the page.
///
/// Keys of labels come from the schema, and act in the article only.
pub fn find(schema: &Schema, keys: &KeyMap, chord: Chord, in_sheet: bool) -> Option<Command> {
    let heard = |scope: Scope| in_sheet || scope == Scope::Anywhere;
    let bound = COMMANDS.iter().find(|spec| heard(spec.scope) && keys.of(spec).contains(&chord));
    if let Some(spec) = bound {
        return Some(spec.command.clone());
    }
    let letter = chord.letter().filter(|_| in_sheet && keys.is_heard(chord))?;
    let label = schema.labels.iter().find(|it| it.key == Some(letter))?;
    Some(Command::Label(label.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_read_back() {
        for text in [
            "Ctrl+Z",
            "Alt+Shift+ArrowRight",
            "Enter",
            "J",
            "Shift+Enter",
            "F6",
            "?",
            "1",
            "+",
            "Ctrl++",
        ] {
            assert_eq!(Chord::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "Hyper+K", "Ctrl+", "Ctrl+KK"] {
            assert_eq!(Chord::parse(text), None, "{text}");
        }
    }

    #[test]
    fn caps_are_what_keyboards_show() {
        let chord = Chord::parse("Ctrl+Shift+ArrowLeft").unwrap();
        assert_eq!(chord.cap(false), "Ctrl Shift ←");
        assert_eq!(chord.cap(true), "⌘ Shift ←");
        assert_eq!(chord.aria(), "Control+Shift+ArrowLeft");
    }

    #[test]
    fn label_keys_act_in_the_article_only() {
        let (schema, keys) = (Schema::ontonotes(), KeyMap::default());
        let one = Chord::parse("1").unwrap();
        assert_eq!(find(&schema, &keys, one, true), Some(Command::Label(schema.labels[0].id)));
        assert_eq!(find(&schema, &keys, one, false), None);
        let undo = Chord::parse("Ctrl+Z").unwrap();
        assert_eq!(find(&schema, &keys, undo, false), Some(Command::Undo));
    }
}

//! How a person has set the page. Kept with the browser, not with the project.
//!
//! Each setting is a name and a value in one line of text, so that what a later version adds does no
//! harm to an earlier one.

use crate::locale::Language;
use crate::message::Message;
use crate::session::Session;
use crate::session::choice::{LineHeight, Measure, Motion, Spoken, Switch, Theme};
use crate::session::command::Command;
use crate::session::effect::{Dialog, Effect};
use crate::session::keymap::KeyMap;
use crate::session::out::Out;

/// A setting that a command turns on to its next value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dial {
    /// On or off.
    Switch(Switch),
    /// The room between lines.
    LineHeight,
    /// The length of lines.
    Measure,
    /// Marks in words.
    Spoken,
    /// How much moves.
    Motion,
}

/// A setting, and what it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Light or dark.
    Theme(Theme),
    /// The language of the page.
    Language(Language),
    /// The size of an article's letters.
    TextSize(u8),
    /// The room between lines.
    LineHeight(LineHeight),
    /// The length of lines.
    Measure(Measure),
    /// Marks in words.
    Spoken(Spoken),
    /// How much moves.
    Motion(Motion),
    /// On or off.
    Switch(Switch, bool),
    /// The width of the list of articles.
    ListWidth(u16),
    /// The width of the inspector.
    InspectorWidth(u16),
    /// Which chord does what.
    Keys(KeyMap),
    /// What to call the person at work; empty for no name.
    Name(String),
}

/// How many characters a name may have.
const MOST_OF_A_NAME: usize = 80;

/// The sizes of letters that are offered, in CSS pixels where the browser's own size is 16.
pub const TEXT_SIZES: [u8; 7] = [14, 16, 18, 20, 22, 24, 26];

/// How wide the list of articles may be, in CSS pixels.
pub const LIST_WIDTHS: (u16, u16) = (180, 420);
/// How wide the inspector may be, in CSS pixels.
pub const INSPECTOR_WIDTHS: (u16, u16) = (280, 560);

/// What a person has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own")]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// The language of the page.
    pub language: Language,
    /// Whether the list of articles is shown.
    pub list: bool,
    /// Its width in CSS pixels.
    pub list_width: u16,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Its width in CSS pixels.
    pub inspector_width: u16,
    /// Whether rejected suggestions are shown.
    pub show_rejected: bool,
    /// The size of an article's letters: one of [`TEXT_SIZES`].
    pub text_size: u8,
    /// The room between its lines.
    pub line_height: LineHeight,
    /// The length of its lines.
    pub measure: Measure,
    /// Whether every mark has its tag in the text.
    pub tags: bool,
    /// Whether characters that are not seen are drawn.
    pub invisibles: bool,
    /// When marks are words as well.
    pub spoken: Spoken,
    /// Whether the whole article is laid out and marked at once.
    pub whole: bool,
    /// How much moves.
    pub motion: Motion,
    /// Whether suggestions are learned from decisions.
    pub learn: bool,
    /// Whether a correction is offered for the same words elsewhere.
    pub offer: bool,
    /// Which chord does what.
    pub keys: KeyMap,
    /// What to call the person at work. Empty where they gave no name; `None` while nobody has
    /// asked them.
    pub name: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            language: Language::English,
            list: true,
            list_width: 252,
            inspector: true,
            inspector_width: 324,
            show_rejected: false,
            text_size: 18,
            line_height: LineHeight::default(),
            measure: Measure::default(),
            tags: true,
            invisibles: false,
            spoken: Spoken::default(),
            whole: false,
            motion: Motion::default(),
            learn: true,
            offer: true,
            keys: KeyMap::default(),
            name: None,
        }
    }
}

impl Settings {
    /// One line that [`Settings::parse`] reads: `theme=dark language=es list=no …`.
    pub fn to_line(&self) -> String {
        let yes = |it: bool| if it { "yes" } else { "no" };
        let numbers = (self.list_width, self.inspector_width, self.text_size);
        let mut line = String::new();
        for (name, value) in [
            ("theme", self.theme.name()),
            ("language", self.language.tag()),
            ("list", yes(self.list)),
            ("list-width", &numbers.0.to_string()),
            ("inspector", yes(self.inspector)),
            ("inspector-width", &numbers.1.to_string()),
            ("rejected", yes(self.show_rejected)),
            ("size", &numbers.2.to_string()),
            ("line", self.line_height.name()),
            ("measure", self.measure.name()),
            ("tags", yes(self.tags)),
            ("invisibles", yes(self.invisibles)),
            ("spoken", self.spoken.name()),
            ("whole", yes(self.whole)),
            ("motion", self.motion.name()),
            ("learn", yes(self.learn)),
            ("offer", yes(self.offer)),
            ("letters", yes(self.keys.letters)),
        ] {
            line.extend([name, "=", value, " "]);
        }
        line.truncate(line.trim_end().len());
        if let Some(name) = &self.name {
            line.push_str(" name=");
            line.push_str(&name.replace('%', "%25").replace(' ', "%20"));
        }
        self.keys.write(&mut line);
        line
    }

    /// Reads a line of settings over `self`; what is unknown stays as it is.
    #[must_use]
    pub fn parse(mut self, line: &str) -> Self {
        for (name, value) in line.split(' ').filter_map(|it| it.split_once('=')) {
            if !self.read_choice(name, value) {
                self.read_other(name, value);
            }
        }
        self
    }

    /// Whether `name` is one of a few values.
    fn read_choice(&mut self, name: &str, value: &str) -> bool {
        match name {
            "theme" => self.theme = self.theme.or_named(value),
            "language" => self.language = Language::from_tag(value).unwrap_or(self.language),
            "line" => self.line_height = self.line_height.or_named(value),
            "measure" => self.measure = self.measure.or_named(value),
            "spoken" => self.spoken = self.spoken.or_named(value),
            "motion" => self.motion = self.motion.or_named(value),
            _ => return false,
        }
        true
    }

    fn read_other(&mut self, name: &str, value: &str) {
        let (is_yes, number) = (value == "yes", value.parse::<u16>());
        match (name, number) {
            ("list", _) => self.list = is_yes,
            ("inspector", _) => self.inspector = is_yes,
            ("rejected", _) => self.show_rejected = is_yes,
            ("tags", _) => self.tags = is_yes,
            ("invisibles", _) => self.invisibles = is_yes,
            ("whole", _) => self.whole = is_yes,
            ("learn", _) => self.learn = is_yes,
            ("offer", _) => self.offer = is_yes,
            ("letters", _) => self.keys.letters = is_yes,
            ("list-width", Ok(width)) => self.set(&Setting::ListWidth(width)),
            ("inspector-width", Ok(width)) => self.set(&Setting::InspectorWidth(width)),
            ("name", _) => {
                self.set(&Setting::Name(value.replace("%20", " ").replace("%25", "%")));
            }
            ("size", Ok(size)) => self.set(&Setting::TextSize(size.min(255) as u8)),
            _ => {
                if let Some(id) = name.strip_prefix("key.") {
                    self.keys.read(id, value);
                }
            }
        }
    }

    /// Makes a setting what it is to be; a number that is not offered becomes the nearest one.
    pub fn set(&mut self, setting: &Setting) {
        match setting {
            Setting::Theme(it) => self.theme = *it,
            Setting::Language(it) => self.language = *it,
            Setting::TextSize(it) => {
                let far = |size: &u8| size.abs_diff(*it);
                self.text_size = TEXT_SIZES.into_iter().min_by_key(far).unwrap_or(self.text_size);
            }
            Setting::LineHeight(it) => self.line_height = *it,
            Setting::Measure(it) => self.measure = *it,
            Setting::Spoken(it) => self.spoken = *it,
            Setting::Motion(it) => self.motion = *it,
            Setting::Switch(switch, on) => *self.switch_mut(*switch) = *on,
            Setting::ListWidth(it) => self.list_width = (*it).clamp(LIST_WIDTHS.0, LIST_WIDTHS.1),
            Setting::InspectorWidth(it) => {
                self.inspector_width = (*it).clamp(INSPECTOR_WIDTHS.0, INSPECTOR_WIDTHS.1);
            }
            Setting::Keys(it) => self.keys = it.clone(),
            Setting::Name(it) => {
                let name: Vec<&str> = it.split_whitespace().collect();
                let name = name.join(" ").chars().take(MOST_OF_A_NAME).collect::<String>();
                self.name = Some(name.trim_end().to_owned());
            }
        }
    }

    /// Whether a setting is so already.
    pub fn holds(&self, setting: &Setting) -> bool {
        let mut same = self.clone();
        same.set(setting);
        same == *self
    }

    /// Whether a switch is on.
    pub fn is_on(&self, switch: Switch) -> bool {
        match switch {
            Switch::Tags => self.tags,
            Switch::Invisibles => self.invisibles,
            Switch::Rejected => self.show_rejected,
            Switch::Whole => self.whole,
            Switch::Learn => self.learn,
            Switch::Offer => self.offer,
            Switch::Letters => self.keys.letters,
        }
    }

    fn switch_mut(&mut self, switch: Switch) -> &mut bool {
        match switch {
            Switch::Tags => &mut self.tags,
            Switch::Invisibles => &mut self.invisibles,
            Switch::Rejected => &mut self.show_rejected,
            Switch::Whole => &mut self.whole,
            Switch::Learn => &mut self.learn,
            Switch::Offer => &mut self.offer,
            Switch::Letters => &mut self.keys.letters,
        }
    }

    /// The next larger or smaller size of letters, if there is one.
    pub fn next_size(&self, larger: bool) -> Option<u8> {
        let here = TEXT_SIZES.iter().position(|it| *it == self.text_size)?;
        let next = if larger { here + 1 } else { here.checked_sub(1)? };
        TEXT_SIZES.get(next).copied()
    }

    /// Turns `dial` on by one.
    fn turn(&mut self, dial: Dial) {
        match dial {
            Dial::Switch(switch) => *self.switch_mut(switch) ^= true,
            Dial::LineHeight => self.line_height = self.line_height.next(),
            Dial::Measure => self.measure = self.measure.next(),
            Dial::Spoken => self.spoken = self.spoken.next(),
            Dial::Motion => self.motion = self.motion.next(),
        }
    }

    /// What `dial` stands at, in words.
    fn words_of(&self, dial: Dial) -> Message {
        let (name, value) = match dial {
            Dial::Switch(switch) => {
                let on = self.is_on(switch);
                (switch.words(), if on { Message::SettingOn } else { Message::SettingOff })
            }
            Dial::LineHeight => (Message::SettingLineHeight, self.line_height.words()),
            Dial::Measure => (Message::SettingMeasure, self.measure.words()),
            Dial::Spoken => (Message::SettingSpoken, self.spoken.words()),
            Dial::Motion => (Message::SettingMotion, self.motion.words()),
        };
        Message::AloudSetting { name: Box::new(name), value: Box::new(value) }
    }
}

impl Session {
    /// Whether the letters can be larger.
    pub(crate) fn can_grow(&self) -> bool {
        self.settings.next_size(true).is_some()
    }

    /// Whether the letters can be smaller.
    pub(crate) fn can_shrink(&self) -> bool {
        self.settings.next_size(false).is_some()
    }

    /// Commands about the page itself.
    pub(crate) fn arrange(&mut self, command: &Command, out: &mut Out) {
        match command {
            Command::ShowCommands => out.then(Effect::Open(Dialog::Commands)),
            Command::ShowKeys => out.then(Effect::Open(Dialog::Keys)),
            Command::ShowStatistics => out.then(Effect::Open(Dialog::Statistics)),
            Command::ShowSettings => out.then(Effect::Open(Dialog::Settings)),
            Command::ShowGuidelines => out.then(Effect::Open(Dialog::Guidelines(None))),
            Command::ShowGuide(label) => out.then(Effect::Open(Dialog::Guidelines(Some(*label)))),
            Command::SetGuidelines(text) => self.set_guidelines(text, out),
            Command::Describe(label, text) => self.describe(*label, text, out),
            Command::Print => out.then(Effect::Print),
            Command::NextRegion => out.then(Effect::FocusRegion { forward: true }),
            Command::PreviousRegion => out.then(Effect::FocusRegion { forward: false }),
            Command::TakeOver => out.then(Effect::TakeOver),
            command => self.set_page(command, out),
        }
    }

    /// Commands that make a setting another.
    fn set_page(&mut self, command: &Command, out: &mut Out) {
        let (rejected, learn) = (self.settings.show_rejected, self.settings.learn);
        match command {
            Command::SwitchTheme => self.settings.theme = self.settings.theme.next(),
            Command::SwitchLanguage => self.settings.language = self.settings.language.next(),
            Command::ToggleList => self.settings.list ^= true,
            Command::ToggleInspector => self.settings.inspector ^= true,
            Command::Set(setting) => self.settings.set(setting),
            Command::Resize { larger } => self.resize(*larger, out),
            Command::Turn { dial } => {
                self.settings.turn(*dial);
                out.say(self.settings.words_of(*dial));
            }
            _ => {}
        }
        if self.settings.show_rejected != rejected {
            self.refresh_sheet(out);
        }
        if self.settings.learn != learn {
            self.teach(out);
            out.redraw.status = true;
        }
        out.redraw.settings = true;
    }

    fn resize(&mut self, larger: bool, out: &mut Out) {
        let Some(size) = self.settings.next_size(larger) else { return };
        self.settings.text_size = size;
        out.say(Message::AloudTextSize { size: size.into() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::keys::Chord;
    use crate::session::table::spec_of;

    #[test]
    fn settings_read_back_and_survive_nonsense() {
        let mut set = Settings {
            theme: Theme::Dark,
            list: false,
            list_width: 300,
            text_size: 24,
            line_height: LineHeight::Wide,
            measure: Measure::Narrow,
            tags: false,
            invisibles: true,
            spoken: Spoken::Always,
            whole: true,
            motion: Motion::Less,
            learn: false,
            name: Some("Ana 100% Ruiz=Ñ".into()),
            ..Settings::default()
        };
        set.keys.letters = false;
        set.keys.bind(spec_of(&Command::NextMark).unwrap(), Chord::parse("Space"));
        set.keys.bind(spec_of(&Command::Skip).unwrap(), None);
        assert_eq!(Settings::default().parse(&set.to_line()), set);
        let nonsense = "theme=mauve language=xx new=1 = size=x key.nothing=J key.mark.skip=Ctrl+T";
        assert_eq!(set.clone().parse(nonsense), set);
    }

    #[test]
    fn a_number_that_is_not_offered_becomes_the_nearest() {
        let set = Settings::default().parse("size=3 list-width=9999 inspector-width=1");
        assert_eq!(set.text_size, 14);
        assert_eq!((set.list_width, set.inspector_width), (LIST_WIDTHS.1, INSPECTOR_WIDTHS.0));
        assert_eq!(set.next_size(false), None);
        assert_eq!(set.next_size(true), Some(16));
    }

    #[test]
    fn what_holds_is_what_was_set() {
        let mut set = Settings::default();
        let wanted = Setting::Switch(Switch::Invisibles, true);
        assert!(!set.holds(&wanted));
        set.set(&wanted);
        assert!(set.holds(&wanted) && set.is_on(Switch::Invisibles));
    }
}

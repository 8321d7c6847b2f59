//! How a person has set the page. Kept with the browser, not with the project.

use crate::locale::Language;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::effect::{Dialog, Effect};
use crate::session::out::Out;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The theme after this one, when switching round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// Its name in settings and in the page's attribute.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What a person has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// The language of the page.
    pub language: Language,
    /// Whether the list of articles is shown.
    pub list: bool,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether rejected suggestions are shown.
    pub show_rejected: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            language: Language::English,
            list: true,
            inspector: true,
            show_rejected: false,
        }
    }
}

impl Settings {
    /// One line that [`Settings::parse`] reads: `theme=dark language=es list=no …`.
    pub fn to_line(&self) -> String {
        let yes = |it: bool| if it { "yes" } else { "no" };
        format!(
            "theme={} language={} list={} inspector={} rejected={}",
            self.theme.name(),
            self.language.tag(),
            yes(self.list),
            yes(self.inspector),
            yes(self.show_rejected),
        )
    }

    /// Reads a line of settings over `self`; what is unknown stays as it is.
    #[must_use]
    pub fn parse(mut self, line: &str) -> Self {
        for (name, value) in line.split(' ').filter_map(|it| it.split_once('=')) {
            match name {
                "theme" => {
                    let known = [Theme::System, Theme::Light, Theme::Dark];
                    let found = known.into_iter().find(|it| it.name() == value);
                    self.theme = found.unwrap_or(self.theme);
                }
                "language" => self.language = Language::from_tag(value).unwrap_or(self.language),
                "list" => self.list = value == "yes",
                "inspector" => self.inspector = value == "yes",
                "rejected" => self.show_rejected = value == "yes",
                _ => {}
            }
        }
        self
    }
}

impl Session {
    /// Commands about the page itself.
    pub(crate) fn arrange(&mut self, command: &Command, out: &mut Out) {
        match command {
            Command::ShowCommands => out.then(Effect::Open(Dialog::Commands)),
            Command::ShowKeys => out.then(Effect::Open(Dialog::Keys)),
            Command::ShowStatistics => out.then(Effect::Open(Dialog::Statistics)),
            Command::NextRegion => out.then(Effect::FocusRegion { forward: true }),
            Command::PreviousRegion => out.then(Effect::FocusRegion { forward: false }),
            Command::TakeOver => out.then(Effect::TakeOver),
            Command::SwitchTheme => self.settings.theme = self.settings.theme.next(),
            Command::SwitchLanguage => self.settings.language = self.settings.language.next(),
            Command::ToggleList => self.settings.list ^= true,
            Command::ToggleInspector => self.settings.inspector ^= true,
            Command::ToggleRejected => {
                self.settings.show_rejected ^= true;
                self.refresh_sheet(out);
            }
            _ => {}
        }
        out.redraw.settings = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_read_back_and_survive_nonsense() {
        let set = Settings { theme: Theme::Dark, list: false, ..Settings::default() };
        assert_eq!(Settings::default().parse(&set.to_line()), set);
        assert_eq!(set.parse("theme=mauve language=xx new=1 ="), set);
    }
}

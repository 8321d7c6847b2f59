//! Settings that are one of a few values: their values, names and words.

use crate::message::Message;

/// Makes a setting with a few values, each with its name in the line and on the page, and its words.
macro_rules! choice {
    ($(#[$doc:meta])* $choice:ident { $($(#[$note:meta])* $value:ident $name:literal $words:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $choice {
            $($(#[$note])* $value,)+
        }

        impl $choice {
            /// All values, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// Its name in settings and in the page's attribute.
            pub fn name(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }

            /// Its words.
            pub fn words(self) -> Message {
                match self { $(Self::$value => Message::$words),+ }
            }

            /// The value called `name`, else the one that is there.
            pub(crate) fn or_named(self, name: &str) -> Self {
                Self::ALL.iter().copied().find(|it| it.name() == name).unwrap_or(self)
            }

            /// The value after this one, when switching round.
            #[must_use]
            pub fn next(self) -> Self {
                let here = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
                Self::ALL[(here + 1) % Self::ALL.len()]
            }
        }
    };
}

choice! {
    /// Light or dark.
    Theme {
        /// As the system has it.
        #[default]
        System "system" SettingAsSystem,
        /// Light.
        Light "light" SettingLight,
        /// Dark.
        Dark "dark" SettingDark,
    }
}

choice! {
    /// The room between lines of an article.
    LineHeight {
        /// Two lines of nested marks fit.
        Close "close" SettingClose,
        /// Three lines of nested marks fit.
        #[default]
        Regular "regular" SettingRegular,
        /// As much again between the lines as in them.
        Wide "wide" SettingWide,
    }
}

choice! {
    /// How long the lines of an article are at most.
    Measure {
        /// About 55 characters.
        Narrow "narrow" SettingNarrow,
        /// About 68 characters.
        #[default]
        Regular "regular" SettingRegular,
        /// About 90 characters.
        Wide "wide" SettingWide,
    }
}

choice! {
    /// When marks are also words: "start GPE … end GPE", for those who hear the article.
    Spoken {
        /// Never.
        None "none" SettingNever,
        /// For the selected mark.
        #[default]
        Focus "focus" SettingOnFocus,
        /// For every mark.
        Always "always" SettingAlways,
    }
}

choice! {
    /// How much moves.
    Motion {
        /// As the system has it.
        #[default]
        System "system" SettingAsSystem,
        /// Nothing moves.
        Less "less" SettingLessMotion,
    }
}

/// A setting that is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Tags of all marks in the text, not only of the selected one.
    Tags,
    /// Blanks and other characters that are not seen, drawn.
    Invisibles,
    /// Rejected suggestions.
    Rejected,
    /// The whole article laid out and marked, and not only what is near: slower, but some screen
    /// readers lose what is not.
    Whole,
    /// Keys that write a character act in the article.
    Letters,
    /// Suggestions are learned from decisions.
    Learn,
    /// Whether a correction is offered for the same words elsewhere.
    Offer,
}

impl Switch {
    /// Its words.
    pub fn words(self) -> Message {
        match self {
            Self::Tags => Message::SettingTags,
            Self::Invisibles => Message::SettingInvisibles,
            Self::Rejected => Message::SettingRejected,
            Self::Whole => Message::SettingWhole,
            Self::Letters => Message::SettingLetters,
            Self::Learn => Message::SettingLearn,
            Self::Offer => Message::SettingOffer,
        }
    }
}

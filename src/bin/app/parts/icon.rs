//! The pictures on buttons: strokes on a grid of sixteen.

use leptos::prelude::*;

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    /// Back by one.
    Previous,
    /// On by one.
    Next,
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Look for.
    Find,
    /// What belongs together.
    Groups,
    /// One after the other, with an answer.
    Queue,
    /// What was done.
    History,
    /// What goes where, and how.
    Help,
    /// How the page is set.
    Settings,
    /// Light and dark.
    Theme,
    /// A panel at the left.
    Left,
    /// A panel at the right.
    Right,
    /// Close.
    Close,
    /// More.
    Dots,
    /// The other way round.
    Reverse,
    /// There is more below.
    Down,
}

impl Icon {
    /// What is drawn.
    fn path(self) -> &'static str {
        match self {
            Self::Previous => "M10 3 5 8l5 5",
            Self::Next => "m6 3 5 5-5 5",
            Self::Undo => "M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7",
            Self::Redo => "M10 3l3.5 3.5L10 10m3-3.5H6.500a4 4 0 0 0 0 8H9",
            Self::Find => "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zm-1 3.500 3.5 3.5",
            Self::Groups => "M2 4h2M6.500 4H14M4 8h2M8.500 8H14M4 12h2M8.500 12H14",
            Self::Queue => "M2.500 3h11v10h-11zM5.500 8l2 2 3.500-4",
            Self::History => "M8 4.500V8l2.500 1.500M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z",
            Self::Help => {
                "M5.500 6a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.500v.4M8 12.800v.4"
            }
            Self::Settings => {
                "M2 5h5M11 5h3M2 11h3M9 11h5M11 5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM9 11a2 2 0 1 1-4 0 2 2 0 0 1 4 0z"
            }
            Self::Theme => "M13.500 8a5.500 5.500 0 1 1-11 0 5.500 5.500 0 0 1 11 0zM8 2.500v11",
            Self::Left => "M2 3h12v10H2zM6 3v10",
            Self::Right => "M2 3h12v10H2zM10 3v10",
            Self::Close => "m4 4 8 8m0-8-8 8",
            Self::Reverse => {
                "M5 13V3m0 0L2.500 5.500M5 3l2.500 2.500M11 3v10m0 0 2.500-2.500M11 13l-2.500-2.500"
            }
            Self::Down => "m4 6 4 4 4-4",
            Self::Dots => "M2.500 8h1M7.500 8h1M12.500 8h1",
        }
    }
}

/// Draws `icon`. It says nothing: the button around it has the name.
pub(crate) fn icon(icon: Icon) -> impl IntoView {
    let half = (icon == Icon::Theme)
        .then(|| view! { <path class="solid" d="M8 2.500v11a5.500 5.500 0 0 0 0-11z" /> });
    view! {
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
            <path d=icon.path() />
            {half}
        </svg>
    }
}

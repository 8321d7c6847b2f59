//! What a story is, and where it is told.

use std::path::Path;

use anyhow::Result;

use crate::{
    browser::Kind,
    page::{Page, Way},
    server::Server,
};

/// A story: one thing that a person does, from an empty page to what must be there in the end.
pub struct Story {
    /// Its name, in a few words.
    pub name: &'static str,
    /// Where it is told.
    pub places: &'static [(Kind, Way)],
    /// How.
    pub tell: Tell,
}

/// How a story is told.
#[derive(Clone, Copy)]
pub enum Tell {
    /// To a page just opened with nothing stored, in a browser that other stories share.
    Page(fn(&Page<'_>) -> Result<()>),
    /// To browsers that it starts itself.
    Alone(fn(&Ground<'_>) -> Result<()>),
}

/// What a story that starts its own browsers stands on.
pub struct Ground<'a> {
    /// The folder with the built page.
    pub dist: &'a Path,
    /// What serves it.
    pub server: &'a Server,
    /// In which browser.
    pub kind: Kind,
    /// How to open it.
    pub way: Way,
    /// A folder of the story's own.
    pub folder: &'a Path,
}

/// Chromium and Firefox, served and from the disk.
pub const EVERYWHERE: &[(Kind, Way)] = &[
    (Kind::Chromium, Way::Http),
    (Kind::Chromium, Way::File),
    (Kind::Firefox, Way::Http),
    (Kind::Firefox, Way::File),
];

/// Chromium and Firefox, served: for what does not depend on the way.
pub const SERVED: &[(Kind, Way)] = &[(Kind::Chromium, Way::Http), (Kind::Firefox, Way::Http)];

/// Chromium, served: for what only its driver can do, or what is the same in each.
pub const CHROMIUM: &[(Kind, Way)] = &[(Kind::Chromium, Way::Http)];

/// Chromium, served and from the disk.
pub const CHROMIUM_BOTH: &[(Kind, Way)] =
    &[(Kind::Chromium, Way::Http), (Kind::Chromium, Way::File)];

/// Chromium and Firefox, from the disk.
pub const FROM_DISK: &[(Kind, Way)] = &[(Kind::Chromium, Way::File), (Kind::Firefox, Way::File)];

/// WebKitGTK from the disk.
pub const WEBKIT_FILE: &[(Kind, Way)] = &[(Kind::WebKit, Way::File)];

impl Story {
    /// A story told to a page.
    pub const fn new(
        name: &'static str,
        places: &'static [(Kind, Way)],
        tell: fn(&Page<'_>) -> Result<()>,
    ) -> Story {
        Story { name, places, tell: Tell::Page(tell) }
    }

    /// A story that starts its own browsers.
    pub const fn alone(
        name: &'static str,
        places: &'static [(Kind, Way)],
        tell: fn(&Ground<'_>) -> Result<()>,
    ) -> Story {
        Story { name, places, tell: Tell::Alone(tell) }
    }
}

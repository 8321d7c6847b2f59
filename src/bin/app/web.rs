//! What the page does with the browser itself, one concern a file.

pub(crate) mod pane;

pub(crate) mod appearance;
pub(crate) mod clipboard;
pub(crate) mod files;
pub(crate) mod folders;
pub(crate) mod host;
pub(crate) mod settings;
pub(crate) mod shelf;
pub(crate) mod storage;
pub(crate) mod worker;

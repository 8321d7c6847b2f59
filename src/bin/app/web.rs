//! What the page does with the browser itself, one concern a file.

pub(crate) mod pane;

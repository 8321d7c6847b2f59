//! The single file in WebKitGTK: what Safari is likely to do with it.

use anyhow::Result;
use e2e::{
    page::Page,
    story::{Story, WEBKIT_FILE},
};

use crate::labeling::open_plain;

/// The stories.
pub const STORIES: [Story; 1] =
    [Story::new("load, label, reload, still there", WEBKIT_FILE, reload)];

fn reload(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.wait_saved()?;
    page.reload()?;
    page.wait_article("Where the pump was")?;
    page.wait_confirmed(&["[pumping station|GPE]"])
}

//! The single file in WebKitGTK: what Safari is likely to do with it.

use anyhow::Result;
use e2e::{
    page::Page,
    story::{Story, WEBKIT_FILE},
};

use crate::labeling::plain;

/// The stories.
pub const STORIES: [Story; 1] =
    [Story::new("load, label, reload, still there", WEBKIT_FILE, reload)];

fn reload(page: &Page<'_>) -> Result<()> {
    // A drop that a script makes has no files behind it here.
    page.pick_files("Choose files", &[plain()])?;
    page.wait_article("Where the pump was")?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.wait_saved()?;
    page.reload()?;
    page.wait_article("Where the pump was")?;
    page.wait_confirmed(&["[pumping station|GPE]"])
}

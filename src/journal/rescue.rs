//! Reads the file that `web/rescue.html` hands out: all projects of a browser, as they were stored.

use serde::Deserialize;

use crate::journal::open::{OpenError, Opened, open};
use crate::journal::stored::Stored;

/// The version of the bundle that is understood.
pub const VERSION: u32 = 1;

/// One project of a bundle.
#[derive(Debug)]
pub struct Rescued {
    /// The name that the store knew it by.
    pub id: String,
    /// The project, as far as it is sound.
    pub opened: Result<Opened, OpenError>,
}

/// Why a file is no bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RescueError {
    /// It is JSON of another kind, or none. The text says what and where.
    NotABundle(String),
    /// A newer Apostil wrote it.
    Newer(u32),
}

#[derive(Deserialize)]
struct Heading {
    apostil: String,
    version: u32,
}

#[derive(Deserialize)]
struct Bundle {
    projects: Vec<Bundled>,
}

#[derive(Deserialize)]
struct Bundled {
    id: String,
    stored: Stored,
}

/// Whether `bytes` begin as a bundle does.
pub fn is_bundle(bytes: &[u8]) -> bool {
    bytes.starts_with(b"{\"apostil\":\"rescue\"")
}

/// Reads a bundle. Its projects are opened one by one, so that a damaged one takes no other along.
pub fn read_rescue(bytes: &[u8]) -> Result<Vec<Rescued>, RescueError> {
    let not_a_bundle = |error: serde_json::Error| RescueError::NotABundle(error.to_string());
    let text =
        std::str::from_utf8(bytes).map_err(|error| RescueError::NotABundle(error.to_string()))?;
    let heading: Heading = serde_json::from_str(text).map_err(not_a_bundle)?;
    if heading.apostil != "rescue" {
        return Err(RescueError::NotABundle(format!("apostil: {}", heading.apostil)));
    }
    if heading.version > VERSION {
        return Err(RescueError::Newer(heading.version));
    }
    let bundle: Bundle = serde_json::from_str(text).map_err(not_a_bundle)?;
    let rescued = |it: Bundled| Rescued { id: it.id, opened: open(&it.stored) };
    Ok(bundle.projects.into_iter().map(rescued).collect())
}

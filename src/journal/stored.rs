//! All that the store holds of one project, as it hands it over.

use serde::Deserialize;

/// One project in the store. Texts are as they were handed in; nothing has been checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Stored {
    /// The sealed part with which the project began.
    pub genesis: String,
    /// The last record that the store says it was given.
    pub head: u64,
    /// The last record that is in a file of the user's.
    pub filed: u64,
    /// The sealed part of the last snapshot, if there has been one.
    pub part: Option<String>,
    /// The sealed documents of the last snapshot, by id.
    pub documents: Vec<(String, String)>,
    /// The records that snapshots cover, by number, in segments.
    pub segments: Vec<Vec<(u64, String)>>,
    /// The records since, by number.
    pub journal: Vec<(u64, String)>,
    /// Where the person was, as the page wrote it.
    #[serde(default)]
    pub place: Option<String>,
    /// Every text, by its hash.
    pub texts: Vec<(String, String)>,
}

impl Stored {
    /// Reads what `web/journal.js` hands over. The error says where it is not what it should be.
    pub fn parse(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }
}

//! What the store says.

use serde::Deserialize;

/// Why something was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The browser grants no more room.
    Full,
    /// No answer came for too long.
    Slow,
    /// The browser closed the store, or took it away.
    Closed,
    /// Another reason; the details name it.
    Refused,
}

/// One answer of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The record `seq`, and all before it, are on the disk as far as the browser can tell.
    Saved {
        /// The record.
        seq: u64,
    },
    /// The record `seq` could not be written. It is kept, and tried again.
    Failed {
        /// The record.
        seq: u64,
        /// The kind of reason.
        why: Why,
        /// The browser's own words, for a report.
        detail: String,
    },
    /// Another tab has taken over: nothing more is written from here.
    Fenced,
    /// The snapshot up to the record `upto` is in place.
    Compacted {
        /// The record.
        upto: u64,
    },
    /// The snapshot was not written, and nothing was changed.
    CompactionFailed {
        /// The record up to which it would have been.
        upto: u64,
        /// The browser's own words, for a report.
        detail: String,
    },
}

/// An [`Event`] as it stands in the JSON: its name, and the facts of all of them. A tagged
/// enum would weigh several times as much in the page.
#[derive(Deserialize)]
struct Told {
    event: String,
    seq: Option<u64>,
    upto: Option<u64>,
    why: Option<Why>,
    detail: Option<String>,
}

impl Event {
    /// Reads what `web/journal.js` says; `None` for anything else.
    pub fn parse(json: &str) -> Option<Self> {
        let it: Told = serde_json::from_str(json).ok()?;
        match it.event.as_str() {
            "saved" => Some(Self::Saved { seq: it.seq? }),
            "failed" => Some(Self::Failed { seq: it.seq?, why: it.why?, detail: it.detail? }),
            "fenced" => Some(Self::Fenced),
            "compacted" => Some(Self::Compacted { upto: it.upto? }),
            "compaction-failed" => {
                Some(Self::CompactionFailed { upto: it.upto?, detail: it.detail? })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_store_says_is_understood() {
        let cases = [
            (r#"{"event":"saved","seq":3}"#, Event::Saved { seq: 3 }),
            (
                r#"{"event":"failed","seq":4,"why":"full","detail":"QuotaExceededError"}"#,
                Event::Failed { seq: 4, why: Why::Full, detail: "QuotaExceededError".into() },
            ),
            (r#"{"event":"fenced"}"#, Event::Fenced),
            (r#"{"event":"compacted","upto":9}"#, Event::Compacted { upto: 9 }),
            (
                r#"{"event":"compaction-failed","upto":9,"detail":"x"}"#,
                Event::CompactionFailed { upto: 9, detail: "x".into() },
            ),
        ];
        for (json, event) in cases {
            assert_eq!(Event::parse(json), Some(event));
        }
        assert_eq!(Event::parse("{}"), None);
    }
}

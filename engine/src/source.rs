//! Which engine spoke, as it stands in provenance.
//!
//! A plain value on the ground floor: the engine says it of itself, and the model keeps it with
//! every annotation that came of a suggestion.

/// An engine: enough to know which one spoke and whether it changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// The engine's name, such as `rules`.
    pub name: String,
    /// Its version, such as `1`.
    pub version: String,
    /// A hash of all that decides its answers, in hexadecimal: model, lists, learned weights.
    pub fingerprint: String,
}

//! Who says so: where an annotation comes from, kept for ever.

use std::sync::Arc;

use crate::model::id::AnnotationId;
use crate::source::Source;

/// Who says that an annotation is right.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// A person marked it by hand.
    Human,
    /// It came in a file.
    Imported {
        /// The file's name, or what the file itself says of its source.
        source: Arc<str>,
    },
    /// A person accepted it from an engine.
    Accepted {
        /// The engine.
        source: Arc<Source>,
        /// The engine's own estimate, 0 to 1, that it is right.
        score: f32,
    },
    /// It was chosen among the annotations of several authors.
    Adjudicated {
        /// Those it was made from.
        from: Vec<AnnotationId>,
    },
}

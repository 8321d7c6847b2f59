//! What a project is made of, as plain values. Changing them is `edit`'s business.
//!
//! *Ground state* only: what people said, in which order, about which texts. Everything that can be
//! computed from it (suggestions, counts, what is on the screen) lives elsewhere and is never saved.

pub mod annotation;
pub mod document;
pub mod id;
pub mod origin;
pub mod preset;
pub mod project;
pub mod relation;
pub mod schema;
pub mod track;
pub mod trial;

//! What a project is made of, as plain values. Changing them is `edit`'s business.

pub mod id;
pub mod origin;

//! Apostil: a text annotator that is one web page.
//!
//! This library is the whole tool without a browser; the page and the command line are thin ends
//! on top of it. The modules in the order in which to read them:

/// The member `engine/`: the ground floors and the engine, compiled for speed. They are named as
/// what they are to the rest, modules of this library.
pub use apostil_engine::{extract, order, segment, source, text};

pub mod model;

pub mod edit;

pub mod protocol;

pub mod view;

pub mod format;

pub mod check;

pub mod statistics;

pub mod persist;

pub mod journal;

pub mod message;

pub mod locale;

pub mod session;

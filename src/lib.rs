//! Apostil: a text annotator that is one web page.
//!
//! This library is the whole tool without a browser; the page and the command line are thin ends
//! on top of it. The modules in the order in which to read them:

pub mod order;

pub mod text;

pub mod segment;

pub mod model;

pub mod edit;

pub mod extract;

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

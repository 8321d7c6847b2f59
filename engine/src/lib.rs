//! What reads texts: the part of Apostil that is compiled for speed, where the page around it is
//! compiled for size.
//!
//! A member of its own only because a profile is chosen for a whole package. The library above
//! shows these modules at its own root (`apostil::text`), and that is where to name them; who may
//! use whom is in its table. The modules in the order in which to read them:

pub mod order;

pub mod text;

pub mod segment;

pub mod source;

pub mod extract;

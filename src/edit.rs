//! How a project changes: by a transaction, through one door, which hands back the way back.
//!
//! [`change`] says what a change is, [`apply`] does it, [`history`] takes it back. Undo, the journal,
//! bulk work and adjudication are all made of these three. [`overlap`] is asked before marks are made.

pub mod apply;
pub mod change;
mod check;
pub mod history;
pub mod overlap;

//! What the pane needs of the page around it: the one seam between DOM and session.
//!
//! The pane reads through [`PaneHost::with_open`] and changes things only through
//! [`PaneHost::run`] and [`PaneHost::chord`]. Both may call back into the pane before they return,
//! so the pane holds no borrow of its own state, nor of the host's, while it calls them.

use std::collections::BTreeMap;

use apostil::message::Message;
use apostil::model::id::RelationId;
use apostil::model::relation::Relation;
use apostil::model::schema::Schema;
use apostil::session::command::Command;
use apostil::session::cursor::Cursor;
use apostil::session::keys::Chord;
use apostil::session::settings::Settings;
use apostil::view::Sheet;

/// What is open: all that the pane draws.
#[derive(Clone, Copy)]
pub(crate) struct Open<'a> {
    /// The article and the marks on it.
    pub(crate) sheet: &'a Sheet,
    /// Where the reader is in it.
    pub(crate) cursor: &'a Cursor,
    /// The person's relations between its marks.
    pub(crate) relations: &'a BTreeMap<RelationId, Relation>,
    /// The labels.
    pub(crate) schema: &'a Schema,
    /// BCP 47 tag of the text's language, where known.
    pub(crate) language: Option<&'a str>,
    /// What the article is called, for those who cannot see it.
    pub(crate) name: &'a str,
    /// How the page is set.
    pub(crate) settings: &'a Settings,
    /// Says a sentence in the page's language.
    pub(crate) say: &'a dyn Fn(&Message) -> String,
}

/// The page around the pane.
pub(crate) trait PaneHost {
    /// Shows `look` what is open; does not call it when nothing is.
    fn with_open(&self, look: &mut dyn FnMut(Open<'_>));

    /// Does `command`.
    fn run(&self, command: Command);

    /// Does what `chord` means in the article, if anything. Whether it meant something.
    fn chord(&self, chord: Chord) -> bool;
}

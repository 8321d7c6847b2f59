//! The lines of the list of articles, each a signal of its own: what changes one article draws one
//! line, among a thousand as among ten.

use std::collections::BTreeMap;

use leptos::prelude::*;

use apostil::model::id::DocumentId;
use apostil::session::Session;
use apostil::session::listing::Row;

use crate::app::App;

/// What a line shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// What the list says of the article.
    pub(crate) row: Row,
    /// Whether it is the open one.
    pub(crate) is_open: bool,
}

/// The lines that are drawn.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    all: StoredValue<BTreeMap<DocumentId, (u32, RwSignal<Line>)>>,
    n_made: StoredValue<u32>,
}

impl Rows {
    /// No lines.
    pub(crate) fn new() -> Self {
        Self { all: StoredValue::new(BTreeMap::new()), n_made: StoredValue::new(0) }
    }

    /// The line of `document`, for as long as the part that asks is there; and its number, which no
    /// other line has.
    pub(crate) fn add(self, app: App, document: &DocumentId) -> (u32, RwSignal<Line>) {
        let line = RwSignal::new(app.read(|it| line_of(it, document)));
        let n = self.n_made.get_value();
        self.n_made.set_value(n + 1);
        self.all.update_value(|all| {
            all.insert(document.clone(), (n, line));
        });
        let document = document.clone();
        on_cleanup(move || {
            // Another line may have taken its place already.
            self.all.try_update_value(|all| {
                if all.get(&document).is_some_and(|it| it.0 == n) {
                    all.remove(&document);
                }
            });
        });
        (n, line)
    }

    /// Draws the line of `document` again, if it says something else now.
    pub(crate) fn draw(self, app: App, document: &DocumentId) {
        let Some((_, line)) = self.all.with_value(|it| it.get(document).copied()) else { return };
        let now = app.read(|it| line_of(it, document));
        if line.with_untracked(|it| *it != now) {
            line.set(now);
        }
    }

    /// The number of the line of `document`.
    pub(crate) fn number_of(self, document: &DocumentId) -> Option<u32> {
        self.all.with_value(|it| it.get(document).map(|it| it.0))
    }

    /// The article of the line with the number `n`.
    pub(crate) fn document_of(self, n: u32) -> Option<DocumentId> {
        self.all.with_value(|all| {
            all.iter().find(|(_, it)| it.0 == n).map(|(document, _)| document.clone())
        })
    }
}

fn line_of(session: &Session, document: &DocumentId) -> Line {
    let row = session.row(document).cloned().unwrap_or_default();
    Line { row, is_open: session.open_document() == Some(document) }
}

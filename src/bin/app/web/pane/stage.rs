//! The pane's own state: its elements, its paragraphs, and what is drawn over them.
//!
//! Every cell is borrowed for one step only and never across a call to the host.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use apostil::model::id::LabelId;
use apostil::session::settings::Settings;
use apostil::text::TextRange;
use apostil::view::ShownKey;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use crate::web::pane::colors::Colors;
use crate::web::pane::dom::{append, element, set};
use crate::web::pane::dress::{Dresser, strip};
use crate::web::pane::host::{Open, PaneHost};
use crate::web::pane::near::Near;
use crate::web::pane::parts::Parts;
use crate::web::pane::pointer::Pressed;
use crate::web::pane::ring::Ring;

/// All of the pane's state.
pub(super) struct Stage {
    pub(super) host: Rc<dyn PaneHost>,
    /// What scrolls.
    pub(super) scroller: HtmlElement,
    /// The article: what has the focus.
    pub(super) article: HtmlElement,
    /// The part that holds the title and the line below it.
    pub(super) front: HtmlElement,
    /// The line below the title: the page fills it.
    pub(super) meta: HtmlElement,
    /// The caret.
    pub(super) caret: HtmlElement,
    /// What relations are drawn in.
    pub(super) ties: HtmlElement,
    /// Where the pointer is that draws a relation.
    pub(super) aim: Cell<Option<(f64, f64)>>,

    pub(super) parts: RefCell<Parts>,
    pub(super) dresser: Dresser,
    pub(super) colors: Colors,
    pub(super) ring: RefCell<Ring>,
    pub(super) near: RefCell<Option<Near>>,
    pub(super) listeners: RefCell<Vec<EventListener>>,
    /// Words to light up, in order.
    pub(super) hits: RefCell<Vec<TextRange>>,
    /// Whether any were.
    pub(super) is_lit: Cell<bool>,

    /// What the pointer holds.
    pub(super) pressed: Cell<Option<Pressed>>,
    /// The word that was tapped first.
    pub(super) tapped: Cell<Option<TextRange>>,
    /// The column that the caret keeps while it moves by lines.
    pub(super) column: Cell<Option<f64>>,
    /// Whether the caret will be put in place before the next frame.
    pub(super) caret_waits: Cell<bool>,
    /// How often the selection of the page has changed.
    pub(super) n_selections: Cell<u32>,
    /// Places to draw anew when the hand is off.
    pub(super) deferred: RefCell<Vec<TextRange>>,
    /// How the page was set when it was last drawn.
    pub(super) settings: RefCell<Settings>,
    /// What is there for the time of printing only.
    pub(super) paper: RefCell<Vec<HtmlElement>>,
}

/// What a step needs to know of the cursor, copied out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) anchor: u32,
    pub(super) caret: u32,
    pub(super) mark: Option<ShownKey>,
    pub(super) armed: Option<LabelId>,
}

impl Stage {
    /// Builds the empty article in `scroller`.
    pub(super) fn new(scroller: HtmlElement, host: Rc<dyn PaneHost>) -> Self {
        let article = empty_article();
        let (front, meta) = (element("header", "part front"), element("div", "meta"));
        let caret = element("div", "caret");
        let ties = element("div", "ties");
        for over in [&caret, &ties] {
            set(over, "aria-hidden", "true");
        }
        append(&front, &meta);
        append(&article, &front);
        append(&article, &caret);
        append(&article, &ties);
        append(&scroller, &article);
        scroller.class_list().add_1("pane").expect("a class of ours is a valid one");
        Self {
            host,
            scroller,
            article,
            front,
            meta,
            caret,
            ties,
            aim: Cell::default(),
            parts: RefCell::default(),
            dresser: Dresser::default(),
            colors: Colors::default(),
            ring: RefCell::default(),
            near: RefCell::default(),
            listeners: RefCell::default(),
            hits: RefCell::default(),
            is_lit: Cell::default(),
            pressed: Cell::default(),
            tapped: Cell::default(),
            column: Cell::default(),
            caret_waits: Cell::default(),
            n_selections: Cell::default(),
            deferred: RefCell::default(),
            settings: RefCell::default(),
            paper: RefCell::default(),
        }
    }

    /// What `look` sees of what is open; `None` when nothing is.
    pub(super) fn look<T>(&self, mut look: impl FnMut(Open<'_>) -> T) -> Option<T> {
        let mut seen = None;
        self.host.with_open(&mut |open| seen = Some(look(open)));
        seen
    }

    /// Where the reader is.
    pub(super) fn spot(&self) -> Option<Spot> {
        self.look(|open| Spot {
            anchor: open.cursor.anchor,
            caret: open.cursor.caret,
            mark: open.cursor.mark,
            armed: open.cursor.armed,
        })
    }

    /// Dresses the part at `at`, if it is not.
    pub(super) fn dress(&self, open: Open<'_>, at: usize) {
        let mut parts = self.parts.borrow_mut();
        let Some(part) = parts.get_mut(at).filter(|it| !it.is_dressed) else { return };
        part.is_dressed = true;
        for n in part.first..part.end {
            if let Some(paragraph) = part.paragraph(n) {
                self.dresser.dress(open, n, &paragraph);
            }
        }
    }

    /// Takes the marks out of the part at `at`, unless the caret or the selection is in it.
    pub(super) fn undress(&self, open: Open<'_>, at: usize) {
        let mut parts = self.parts.borrow_mut();
        let Some(part) = parts.get_mut(at).filter(|it| it.is_dressed) else { return };
        if open.settings.whole {
            return;
        }
        let is_here = |byte| (part.first..part.end).contains(&open.sheet.paragraph_at(byte));
        if is_here(open.cursor.anchor) || is_here(open.cursor.caret) {
            return;
        }
        part.is_dressed = false;
        for n in part.first..part.end {
            if let Some(paragraph) = part.paragraph(n) {
                strip(open, n, &paragraph);
            }
        }
    }

    /// Builds the dressed paragraphs anew that share a byte with one of `places`.
    pub(super) fn rebuild(&self, open: Open<'_>, places: &[TextRange]) {
        let parts = self.parts.borrow();
        for part in parts.iter().filter(|it| it.is_dressed) {
            for n in part.first..part.end {
                let range = open.sheet.paragraphs().get(n).map(|it| it.range);
                let touched = range.is_some_and(|it| places.iter().any(|at| at.overlaps(it)));
                if let Some(paragraph) = touched.then(|| part.paragraph(n)).flatten() {
                    self.dresser.dress(open, n, &paragraph);
                }
            }
        }
    }

    /// Dresses all parts.
    pub(super) fn dress_all(&self) {
        let n_parts = self.parts.borrow().iter().count();
        self.look(|open| (0..n_parts).for_each(|at| self.dress(open, at)));
    }

    /// Dresses all parts where the person wants the article whole.
    pub(super) fn dress_whole(&self) {
        if self.settings.borrow().whole {
            self.dress_all();
        }
    }

    /// Notes how the page is set now: whether paragraphs are built otherwise than before, and
    /// whether their lines lie elsewhere.
    pub(super) fn note_settings(&self, open: Open<'_>) -> (bool, bool) {
        let now = open.settings;
        let before = self.settings.replace(now.clone());
        let is_built_otherwise = before.invisibles != now.invisibles
            || before.spoken != now.spoken
            || before.whole != now.whole
            || before.language != now.language;
        let is_set_otherwise = before.text_size != now.text_size
            || before.line_height != now.line_height
            || before.measure != now.measure
            || before.tags != now.tags;
        (is_built_otherwise, is_built_otherwise || is_set_otherwise)
    }

    /// Draws what had to wait for the hand.
    pub(super) fn draw_deferred(self: &Rc<Self>) {
        let places = self.deferred.take();
        if !places.is_empty() {
            self.look(|open| self.rebuild(open, &places));
            self.refresh();
        }
    }

    /// Whether a hand is dragging over the words, or a grip.
    pub(super) fn is_held(&self) -> bool {
        matches!(
            self.pressed.get(),
            Some(Pressed::Words(..) | Pressed::Start | Pressed::End | Pressed::Tie(..))
        )
    }

    /// Whether the keyboard acts on the article.
    pub(super) fn has_focus(&self) -> bool {
        let active = self.article.owner_document().and_then(|it| it.active_element());
        active.is_some_and(|it| self.article.is_same_node(Some(it.unchecked_ref::<Node>())))
    }
}

/// What is shown of an article before there is one: something to read in with a cursor.
fn empty_article() -> HtmlElement {
    let article = element("div", "doc");
    for (name, value) in [
        ("role", "textbox"),
        ("aria-readonly", "true"),
        ("aria-multiline", "true"),
        ("tabindex", "0"),
    ] {
        set(&article, name, value);
    }
    article
}

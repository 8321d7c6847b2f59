//! The document pane: the article in the DOM, and what hands do to it.
//!
//! The whole text is there as plain paragraphs; marks are drawn only near the viewport. The pane
//! owns its elements and writes them itself: an edit rebuilds the paragraphs that it touches and
//! reads no layout. What is shown comes from [`host::PaneHost`], what a hand does goes there as
//! commands.
//!
//! Reading order: [`host`] (the seam), `stage` (the state), `parts` and `dress` (building), `near`
//! (when), `locate` (places and bytes), then one file a way to act.
//!
//! Limits: a text is expected to have some ten thousand paragraphs at most; each is an element.

pub(crate) mod host;
pub(crate) mod keys;

mod caret;
mod colors;
mod dom;
mod dress;
mod grips;
mod hits;
mod invisible;
mod locate;
mod near;
mod paper;
mod parts;
mod pointer;
mod ring;
mod scroll;
mod spoken;
mod stage;
mod ties;

use std::rc::Rc;

use apostil::session::command::Motion;
use apostil::text::TextRange;
use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};

use crate::web::pane::dom::{flag, set, window};
use crate::web::pane::host::{Open, PaneHost};
use crate::web::pane::invisible::Signs;
use crate::web::pane::near::Near;
use crate::web::pane::parts::Parts;
use crate::web::pane::stage::Stage;

/// The pane. Dropping it takes its listeners away; its elements go with their container.
pub(crate) struct Pane {
    stage: Rc<Stage>,
    resized: ResizeObserver,
    _hears_resize: Closure<dyn FnMut()>,
}

impl Pane {
    /// Builds an empty pane in `container`, which scrolls and holds nothing else.
    pub(crate) fn mount(container: HtmlElement, host: Rc<dyn PaneHost>) -> Self {
        let stage = Rc::new(Stage::new(container, host));
        pointer::attach(&stage);
        keys::attach(&stage);
        listen_for_print(&stage);
        let weak = Rc::downgrade(&stage);
        let hears_resize = Closure::<dyn FnMut()>::new(move || {
            if let Some(stage) = weak.upgrade() {
                stage.place_caret_soon();
            }
        });
        let resized = ResizeObserver::new(hears_resize.as_ref().unchecked_ref());
        let resized = resized.expect("browsers that run WASM observe sizes");
        resized.observe(&stage.article);
        Self { stage, resized, _hears_resize: hears_resize }
    }

    /// The line below the title, for the page to fill: source, language, number of words.
    pub(crate) fn meta(&self) -> &HtmlElement {
        &self.stage.meta
    }

    /// Shows what is open now, from its start.
    pub(crate) fn show(&self) {
        let stage = &self.stage;
        *stage.near.borrow_mut() = None;
        stage.deferred.borrow_mut().clear();
        stage.clear();
        if stage.look(|open| stage.build(open)).is_none() {
            return;
        }
        stage.scroller.set_scroll_top(0);
        stage.dress_whole();
        stage.draw_ring();
        stage.place_caret_soon();
        *stage.near.borrow_mut() = Some(Near::watch(stage));
    }

    /// Draws the marks and margin bars anew in the paragraphs that share a byte with `places`. What
    /// lies over them is then drawn by [`Pane::cursor_changed`].
    ///
    /// While a hand drags over the words they stay as they are: new ones would tear its selection.
    pub(crate) fn redraw(&self, places: &[TextRange]) {
        if self.stage.is_held() {
            return self.stage.deferred.borrow_mut().extend(places);
        }
        self.stage.look(|open| self.stage.rebuild(open, places));
    }

    /// The article has another name or language; its words stay.
    pub(crate) fn header_changed(&self) {
        self.stage.look(|open| self.stage.head(open));
    }

    /// Draws all marks anew: labels have other names or colors. What lies over them is then drawn by
    /// [`Pane::cursor_changed`].
    pub(crate) fn schema_changed(&self) {
        let stage = &self.stage;
        stage.dresser.forget();
        stage.look(|open| {
            stage.colors.write(open.schema);
            stage.rebuild(open, &[open.sheet.text().range()]);
        });
    }

    /// Draws the article as it is set now, and keeps the line of `top` where it was.
    pub(crate) fn settings_changed(&self, top: u32) {
        let stage = &self.stage;
        let Some((is_dressed_otherwise, moves)) = stage.look(|open| stage.note_settings(open))
        else {
            return;
        };
        if is_dressed_otherwise {
            stage.look(|open| stage.rebuild(open, &[open.sheet.text().range()]));
            stage.dress_whole();
        }
        if moves {
            stage.scroll_to(top);
        }
        stage.refresh();
    }

    /// Draws caret, selection and ring where the cursor is now.
    pub(crate) fn cursor_changed(&self) {
        let armed = self.stage.spot().is_some_and(|it| it.armed.is_some());
        flag(&self.stage.article, "data-armed", armed);
        self.stage.refresh();
    }

    /// Brings `range` into view, at once.
    pub(crate) fn reveal(&self, range: TextRange) {
        self.stage.reveal(range);
        self.stage.place_caret_soon();
    }

    /// Puts the line of `byte` at the top.
    pub(crate) fn scroll_to(&self, byte: u32) {
        self.stage.scroll_to(byte);
    }

    /// The first byte in sight: what [`Pane::scroll_to`] brings back.
    pub(crate) fn top(&self) -> u32 {
        self.stage.top().unwrap_or(0)
    }

    /// Moves the caret by visual lines.
    pub(crate) fn move_by_line(&self, motion: Motion, extend: bool) {
        self.stage.move_by_line(motion, extend);
    }

    /// Puts the words of `range`, a part of a paragraph, with their marks into `into`, the selected one
    /// with its ring.
    pub(crate) fn copy_words(&self, range: TextRange, into: &HtmlElement) {
        let stage = &self.stage;
        stage.look(|open| {
            let (signs, runs) = (Signs::within(open, Some(range)), open.sheet.runs_in(range));
            into.replace_children_with_node_1(&stage.dresser.filled(open, signs, &runs));
            ring::note_in(open, into);
        });
    }

    /// Whether the keyboard acts on the article.
    pub(crate) fn has_focus(&self) -> bool {
        self.stage.has_focus()
    }

    /// Gives the keyboard to the article.
    pub(crate) fn focus(&self) {
        self.stage.focus();
    }

    /// Lights `hits` up; they may be many, only those near the viewport cost.
    pub(crate) fn show_hits(&self, hits: Vec<TextRange>) {
        self.stage.hits.replace(hits);
        self.stage.draw_hits();
    }
}

impl Drop for Pane {
    fn drop(&mut self) {
        self.resized.disconnect();
        self.stage.listeners.borrow_mut().clear();
        *self.stage.near.borrow_mut() = None;
    }
}

impl Stage {
    /// Says what the article is called and which language it is in.
    fn head(&self, open: Open<'_>) {
        set(&self.article, "aria-label", open.name);
        match open.language {
            Some(language) => set(&self.article, "lang", language),
            None => flag(&self.article, "lang", false),
        }
    }

    /// Draws what lies over the words where it is now.
    pub(super) fn refresh(self: &Rc<Self>) {
        self.draw_ring();
        self.mirror();
        self.place_caret_soon();
        self.draw_hits();
    }

    /// Takes the article away.
    fn clear(&self) {
        *self.parts.borrow_mut() = Parts::default();
        self.pressed.set(None);
        self.tapped.set(None);
        self.column.set(None);
        self.hits.borrow_mut().clear();
        self.front.replace_children_with_node_1(&self.meta);
        self.article.replace_children_with_node_3(&self.front, &self.caret, &self.ties);
    }

    /// Builds the open article and dresses what will be seen first.
    fn build(&self, open: Open<'_>) {
        const SIDES: f64 = 88.0;
        // The width of a letter, in letters' sizes.
        const LETTER: f64 = 0.48;
        self.head(open);
        let width = f64::from(self.article.client_width()) - SIDES;
        let screen = f64::from(self.scroller.client_height());
        let size = f64::from(open.settings.text_size);
        let columns = (width / (LETTER * size)).max(20.0) as usize;
        let line = (size * 1.95) as usize;
        *self.parts.borrow_mut() = Parts::build(open.sheet, &self.front, columns, line);
        self.dresser.forget();
        self.colors.write(open.schema);
        let n_first = self.parts.borrow().n_within(screen);
        (0..n_first).for_each(|at| self.dress(open, at));
        self.note_settings(open);
        self.parts.borrow().put_into(&self.article, &self.caret);
    }

    /// Gives the keyboard to the article without scrolling.
    pub(super) fn focus(&self) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        self.article.focus_with_options(&options).expect("an element can be focused");
    }
}

/// Dresses all parts before they are printed.
fn listen_for_print(stage: &Rc<Stage>) {
    let weak = Rc::downgrade(stage);
    let before = EventListener::new(&window(), "beforeprint", move |_| {
        if let Some(stage) = weak.upgrade() {
            stage.dress_all();
            stage.look(|open| stage.put_paper(open));
        }
    });
    let weak = Rc::downgrade(stage);
    let after = EventListener::new(&window(), "afterprint", move |_| {
        if let Some(stage) = weak.upgrade() {
            stage.take_paper();
            stage.undress_far();
            stage.draw_ring();
        }
    });
    stage.listeners.borrow_mut().extend([before, after]);
}

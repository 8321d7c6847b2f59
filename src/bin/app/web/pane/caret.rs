//! The caret, and the selected words as the browser's own selection.
//!
//! The session's cursor is the truth; the browser's selection shows it, so that copying and reading
//! aloud work as everywhere. The caret is a box over the text: put inside of it, it would cut words
//! in two. It is put in place before the next frame, never in the turn of an edit.

use std::rc::Rc;

use apostil::text::TextRange;
use web_sys::{Element, Selection};

use crate::web::pane::dom::{document, flag, is_collapsed, is_in, next_frame, style};
use crate::web::pane::host::Open;
use crate::web::pane::locate::{caret_box, point_at};
use crate::web::pane::stage::Stage;

impl Stage {
    /// Shows the session's selection as the browser's.
    pub(super) fn mirror(&self) {
        // What is drawn again while a hand is at it, as when the engine answers, waits for the hand.
        if self.is_held() {
            return;
        }
        let Some(spot) = self.spot() else { return };
        if spot.anchor != spot.caret && spot.mark.is_none() {
            if self.native() != Some((spot.anchor, spot.caret)) {
                self.show_selection(spot.anchor, spot.caret);
            }
        } else {
            self.show_no_selection();
        }
    }

    /// Empties the browser's selection, where it is in the article.
    pub(super) fn show_no_selection(&self) {
        if let Some(selection) = self.selection_here() {
            selection.remove_all_ranges().expect("a selection can be emptied");
        }
    }

    /// Selects from `anchor` to `caret` in the browser, unless the person is in a field.
    pub(super) fn show_selection(&self, anchor: u32, caret: u32) {
        if is_in_field() {
            return;
        }
        self.look(|open| {
            let parts = self.parts.borrow();
            let (start, from) = point_at(open.sheet, &parts, anchor)?;
            let (end, to) = point_at(open.sheet, &parts, caret)?;
            let selection = document().get_selection().ok()??;
            selection.set_base_and_extent(&start, from, &end, to).ok()
        });
    }

    /// The browser's selection, where it holds words of the article.
    fn selection_here(&self) -> Option<Selection> {
        let selection = document().get_selection().ok()??;
        let here = is_in(&self.article, selection.anchor_node().as_ref());
        (here && !is_collapsed(&selection)).then_some(selection)
    }

    /// Puts the caret in place before the next frame.
    pub(super) fn place_caret_soon(self: &Rc<Self>) {
        if self.caret_waits.replace(true) {
            return;
        }
        let weak = Rc::downgrade(self);
        next_frame(move || {
            if let Some(stage) = weak.upgrade() {
                stage.caret_waits.set(false);
                stage.place_caret();
                stage.draw_ties();
            }
        });
    }

    /// Puts the caret in place. Reads layout.
    fn place_caret(&self) {
        let found = self.look(|open| {
            let bare = open.cursor.mark.is_none();
            let found =
                bare.then(|| caret_box(open.sheet, &self.parts.borrow(), open.cursor.caret));
            found.flatten()
        });
        let found = found.flatten();
        flag(&self.caret, "data-seen", found.is_some());
        let Some(found) = found else { return };
        let article = self.article.get_bounding_client_rect();
        style(&self.caret, "left", &format!("{}px", found.left() - article.left()));
        style(&self.caret, "top", &format!("{}px", found.top() - article.top()));
        style(&self.caret, "height", &format!("{}px", found.height()));
    }

    /// Draws the ring of the selected mark, where it is dressed.
    pub(super) fn draw_ring(&self) {
        self.look(|open: Open<'_>| {
            self.ring.borrow_mut().draw(open, &self.parts.borrow());
        });
    }
}

/// Whether the keyboard is in a field that has a selection of its own.
fn is_in_field() -> bool {
    let active: Option<Element> = document().active_element();
    active.is_some_and(|it| {
        let tag = it.tag_name();
        it.has_attribute("contenteditable")
            || matches!(tag.as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

/// The words of the article that the browser would copy: those of the session's selection, or what
/// is selected by the browser's own means, or of the selected mark.
pub(super) fn words_to_copy(stage: &Stage) -> Option<String> {
    let native = stage.native();
    stage.look(|open| {
        let text = open.sheet.text();
        let selected = open.cursor.selection().filter(|_| open.cursor.mark.is_none());
        let native = native.and_then(|(a, b)| TextRange::checked(a.min(b), a.max(b)));
        let mark = open.cursor.mark.and_then(|key| open.sheet.find(key));
        if let Some(range) = selected.or(native) {
            return text.slice(range).map(str::to_owned);
        }
        let hull = mark.filter(|_| stage.has_focus())?.shown.extent.hull();
        text.slice(hull).map(str::to_owned)
    })?
}

/// A selection of the whole page is the browser's business, not ours.
pub(super) fn is_ours(stage: &Stage) -> bool {
    let selection = document().get_selection().ok().flatten();
    let anchor = selection.as_ref().and_then(Selection::anchor_node);
    let focus = selection.as_ref().and_then(Selection::focus_node);
    let here = is_in(&stage.article, anchor.as_ref()) && is_in(&stage.article, focus.as_ref());
    here || (stage.has_focus() && selection.as_ref().is_none_or(is_collapsed))
}

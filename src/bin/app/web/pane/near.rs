//! Dresses what comes near the viewport and undresses what is far.
//!
//! One observer, one target a part, and a margin of a screen. What is in the viewport itself is
//! dressed in the observer's turn, before it is painted again; the margin when there is time.

use std::rc::{Rc, Weak};

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    DomRectReadOnly, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

use crate::web::pane::dom::when_idle;
use crate::web::pane::stage::Stage;

/// The observer and its callback, which lives as long.
pub(super) struct Near {
    observer: IntersectionObserver,
    _heard: Closure<dyn FnMut(Array)>,
}

impl Near {
    /// Watches the parts of `stage`, all of them new.
    pub(super) fn watch(stage: &Rc<Stage>) -> Self {
        let weak = Rc::downgrade(stage);
        let heard = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if let Some(stage) = weak.upgrade() {
                come_and_go(&stage, &entries);
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root(Some(&stage.scroller));
        options.set_root_margin("100% 0px");
        let observer =
            IntersectionObserver::new_with_options(heard.as_ref().unchecked_ref(), &options);
        let observer = observer.expect("a margin of a screen is a valid option");
        stage.parts.borrow().iter().for_each(|it| observer.observe(&it.element));
        Self { observer, _heard: heard }
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn come_and_go(stage: &Rc<Stage>, entries: &Array) {
    let (mut seen, mut near, mut far) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries.iter() {
        let entry: IntersectionObserverEntry = entry.unchecked_into();
        let Some(at) = stage.parts.borrow().position(&entry.target()) else { continue };
        match (entry.is_intersecting(), is_seen(&entry)) {
            (false, _) => far.push(at),
            (true, true) => seen.push(at),
            (true, false) => near.push(at),
        }
    }
    dress(stage, &seen);
    for at in near {
        later(stage, move |stage| dress(stage, &[at]));
    }
    for at in far {
        later(stage, move |stage| {
            if !stage.is_near(at) {
                stage.look(|open| stage.undress(open, at));
            }
        });
    }
}

fn later(stage: &Rc<Stage>, work: impl FnOnce(&Rc<Stage>) + 'static) {
    let weak: Weak<Stage> = Rc::downgrade(stage);
    when_idle(move || {
        if let Some(stage) = weak.upgrade() {
            work(&stage);
        }
    });
}

/// Dresses parts, with the ring and the caret if they are in one of them.
fn dress(stage: &Rc<Stage>, parts: &[usize]) {
    if parts.is_empty() {
        return;
    }
    let holds_mark = stage.look(|open| {
        for at in parts {
            stage.dress(open, *at);
        }
        open.cursor.mark.is_some()
    });
    if holds_mark == Some(true) {
        stage.draw_ring();
        // Words that are dressed may lie elsewhere, and what is drawn between them with them.
        stage.place_caret_soon();
    }
    stage.draw_hits();
}

/// Whether what was observed is in the viewport itself, not only in the margin around it.
fn is_seen(entry: &IntersectionObserverEntry) -> bool {
    let Some(root) = entry.root_bounds() else { return false };
    let target: DomRectReadOnly = entry.bounding_client_rect();
    // The margin above and below is as high as the viewport.
    let screen = root.height() / 3.0;
    target.bottom() > root.top() + screen && target.top() < root.bottom() - screen
}

impl Stage {
    /// Undresses all that is not near, as after printing.
    pub(super) fn undress_far(&self) {
        let n_parts = self.parts.borrow().iter().count();
        let far: Vec<usize> = (0..n_parts).filter(|at| !self.is_near(*at)).collect();
        self.look(|open| far.iter().for_each(|at| self.undress(open, *at)));
    }

    /// Whether the part at `at` is within a screen of the viewport. Reads layout.
    pub(super) fn is_near(&self, at: usize) -> bool {
        let parts = self.parts.borrow();
        let Some(part) = parts.get(at) else { return false };
        let (part, view) =
            (part.element.get_bounding_client_rect(), self.scroller.get_bounding_client_rect());
        part.bottom() > view.top() - view.height() && part.top() < view.bottom() + view.height()
    }
}

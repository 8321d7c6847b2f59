//! Where the keyboard is: it walks through regions, and is never lost on the body.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

use crate::react::spawn;

/// What can be tabbed to.
const TABBABLE: &str =
    "button:not([disabled]), input, textarea, select, a[href], [tabindex]:not([tabindex=\"-1\"])";

/// Puts the focus on the first thing in the page that `selector` finds and that can be seen.
pub(crate) fn focus_first(selector: &str) -> bool {
    let Ok(found) = document().query_selector_all(selector) else { return false };
    (0..found.length()).filter_map(|it| found.get(it)).any(|it| focus(it.unchecked_ref()))
}

/// The same at once, so that the next key is heard there; after the views have been drawn where it is
/// not there yet.
pub(crate) fn enter(selector: &'static str) {
    if !focus_first(selector) {
        request_animation_frame(move || {
            let _ = focus_first(selector);
        });
    }
}

/// The same for a field, which is given `words`; they are selected, so that what is typed next takes
/// their place.
pub(crate) fn enter_with(selector: &'static str, words: String) {
    let go = move || {
        let is_there = focus_first(selector);
        let field = focused().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|_| is_there) {
            // Before the views are drawn: what is typed meanwhile must not be selected.
            field.set_value(&words);
            field.select();
        }
        is_there
    };
    if !go() {
        request_animation_frame(move || {
            let _ = go();
        });
    }
}

/// Whether the focus is in a dialog.
pub(crate) fn is_in_dialog() -> bool {
    focused().is_some_and(|it| it.closest("dialog[open]").ok().flatten().is_some())
}

/// What a field bears that a key of the article led to.
pub(crate) const BY_KEY: &str = "data-by-key";

/// The same as [`enter`] for a field, which notes that a key of the article led to it.
pub(crate) fn enter_field(selector: &'static str) {
    let go = move || {
        let is_there = focus_first(selector);
        if let Some(field) = focused().filter(|_| is_there) {
            field.set_attribute(BY_KEY, "").expect("an element takes any attribute");
        }
        is_there
    };
    if !go() {
        request_animation_frame(move || {
            let _ = go();
        });
    }
}

/// The field was left: how one came to it counts no more.
pub(crate) fn forget_way(field: &Element) {
    field.remove_attribute(BY_KEY).expect("an element lets any attribute go");
}

/// Puts the focus on `element`, if it can be seen. Whether it could.
pub(crate) fn focus(element: &HtmlElement) -> bool {
    is_seen(element) && element.focus().is_ok()
}

fn is_seen(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

/// The same without the ring, where the browser lets the page choose: nobody has used the keyboard
/// to get there.
fn focus_quietly(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let Some(element) = found.filter(is_seen).and_then(|it| it.dyn_into::<HtmlElement>().ok())
    else {
        return false;
    };
    let quietly = FocusOptions::new();
    quietly.set_focus_visible(false);
    quietly.set_prevent_scroll(true);
    element.focus_with_options(&quietly).is_ok()
}

/// The element with the focus, unless it is the body.
pub(crate) fn focused() -> Option<Element> {
    document().active_element().filter(|it| it.tag_name() != "BODY" && it.is_connected())
}

/// Where the keyboard is, to keep it near or to come back.
#[derive(Clone, Default)]
pub(crate) struct Spot {
    element: Option<Element>,
    region: Option<Element>,
}

/// Where the keyboard is now.
pub(crate) fn spot() -> Spot {
    let element = focused();
    let region = element.as_ref().and_then(|it| it.closest("[data-region]").ok().flatten());
    Spot { element, region }
}

impl Spot {
    /// After the views have been drawn: if what has the focus is gone, it goes to the region where
    /// it was, else to the article, or the first thing there is to do.
    pub(crate) fn keep_near(self) {
        request_animation_frame(move || {
            if focused().is_none() {
                self.settle();
            }
        });
    }

    /// What had the focus has it again, or something near: as soon as the views have been drawn,
    /// since the next key may come before the next frame.
    pub(crate) fn come_back(self) {
        spawn(async move {
            if !self.has_come_back() {
                request_animation_frame(move || {
                    if !(self.has_come_back() || is_in_dialog()) {
                        self.settle();
                    }
                });
            }
        });
    }

    /// Puts the focus where it was, if that is still there. Whether it has it.
    fn has_come_back(&self) -> bool {
        let element = self.element.as_ref().and_then(|it| it.dyn_ref::<HtmlElement>());
        element.is_some_and(|it| it.is_connected() && focus(it)) && focused() == self.element
    }

    fn settle(&self) {
        let region = self.region.as_ref().filter(|it| is_seen(it) && it.is_connected());
        if region.and_then(home).is_some_and(|it| focus(&it)) {
            return;
        }
        let places = [
            "dialog[open] [data-first]",
            ".queue [data-home]",
            ".entities [data-home]",
            ".doc",
            ".empty .main",
            ".top .b",
        ];
        let _ = places.into_iter().any(focus_quietly);
    }
}

/// Leaves the focus in the article, or in what the queue asks, when a button is pressed by mouse, so
/// that keys go on to act there. A field is left as ever, since what is written in it is taken then.
pub(crate) fn stay_in_article(event: &MouseEvent) {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let is_button = target.and_then(|it| it.closest("button").ok().flatten()).is_some();
    let in_article =
        focused().is_some_and(|it| it.matches(".doc, .queue [data-home]").unwrap_or(false));
    if is_button && in_article {
        event.prevent_default();
    }
}

/// All regions but those that lie under a view which has taken the article's place.
const REGIONS: &str = "[data-region]:not([data-view] :is(.pane, .inspector))";

/// Puts the focus on the next region of the page, or the one before: top bar, list, article,
/// inspector, status.
pub(crate) fn next_region(forward: bool) {
    let Ok(found) = document().query_selector_all(REGIONS) else { return };
    let regions = (0..found.length()).filter_map(|it| found.get(it)?.dyn_into::<Element>().ok());
    let regions: Vec<Element> =
        regions.filter(|it| it.get_client_rects().length() > 0 && home(it).is_some()).collect();
    let here =
        focused().and_then(|it| regions.iter().position(|region| region.contains(Some(&it))));
    let n = regions.len();
    let next = match (here, forward) {
        _ if n == 0 => return,
        (Some(here), true) => (here + 1) % n,
        (Some(here), false) => (here + n - 1) % n,
        (None, _) => 0,
    };
    if let Some(home) = home(&regions[next]) {
        focus(&home);
    }
}

/// Where the focus goes in `region`: to what is marked as its home, else to the first thing.
fn home(region: &Element) -> Option<HtmlElement> {
    let seen = |selector: &str| {
        let found = region.query_selector_all(selector).ok()?;
        let mut all = (0..found.length()).filter_map(|it| found.get(it)?.dyn_into().ok());
        all.find(|it: &HtmlElement| it.get_client_rects().length() > 0)
    };
    seen("[data-home]").or_else(|| seen(TABBABLE))
}

/// Arrow keys in a group with one tab stop: moves the focus among what `selector` finds in the
/// group, round its ends, and gives what has it now.
pub(crate) fn rove(event: &KeyboardEvent, selector: &str) -> Option<HtmlElement> {
    let group: Element = event.current_target()?.dyn_into().ok()?;
    let found = group.query_selector_all(selector).ok()?;
    let all: Vec<HtmlElement> =
        (0..found.length()).filter_map(|it| found.get(it)?.dyn_into().ok()).collect();
    let here = focused().and_then(|it| all.iter().position(|other| **other == it));
    let n = all.len();
    let next = match (event.key().as_str(), here) {
        _ if n == 0 => return None,
        ("Home", _) | ("ArrowDown" | "ArrowRight", None) => 0,
        ("End", _) | ("ArrowUp" | "ArrowLeft", None) => n - 1,
        ("ArrowDown" | "ArrowRight", Some(here)) => (here + 1) % n,
        ("ArrowUp" | "ArrowLeft", Some(here)) => (here + n - 1) % n,
        _ => return None,
    };
    event.prevent_default();
    let next = all.into_iter().nth(next)?;
    focus(&next).then_some(next)
}

//! Values that style sheets compute with. Set on the element's own style object, since the page's
//! policy forbids style attributes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::react::effect;

/// Sets the custom property `name` of `element`.
pub(crate) fn set(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Custom properties take any value.
        let _ = element.style().set_property(name, value);
    }
}

/// Fills a bar through `percent`.
pub(crate) fn filled(element: Element, percent: Signal<u8>) {
    effect(move || set(&element, "--read", &percent.get().to_string()));
}

/// Puts an element at a place of the window, in CSS pixels.
#[expect(clippy::needless_pass_by_value, reason = "a directive is given the element")]
pub(crate) fn placed(element: Element, place: (i32, i32)) {
    set(&element, "--x", &format!("{}px", place.0));
    set(&element, "--y", &format!("{}px", place.1));
}

/// Gives a grid so many rows.
pub(crate) fn rows(element: Element, n: Signal<usize>) {
    effect(move || set(&element, "--rows", &n.get().to_string()));
}

//! The few things the pane asks of every browser, said once.
//!
//! What cannot fail in a page that runs is not handed on as an error.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node, Selection, Window};

/// The window.
pub(super) fn window() -> Window {
    web_sys::window().expect("the page runs in a window")
}

/// The document.
pub(super) fn document() -> Document {
    window().document().expect("a window has a document")
}

/// A new element of one or several classes.
pub(super) fn element(tag: &str, class: &str) -> HtmlElement {
    let element = document().create_element(tag).expect("our own tag names are valid");
    element.set_class_name(class);
    element.unchecked_into()
}

/// Sets an attribute.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    element.set_attribute(name, value).expect("our own attribute names are valid");
}

/// Sets an attribute without a value, or takes it away.
pub(super) fn flag(element: &Element, name: &str, on: bool) {
    element.toggle_attribute_with_force(name, on).expect("our own attribute names are valid");
}

/// Sets a property of an element's own style: the policy of the page allows this and forbids
/// style attributes.
pub(super) fn style(element: &HtmlElement, name: &str, value: &str) {
    element.style().set_property(name, value).expect("a style of an element can be written");
}

/// Puts `child` last in `parent`.
pub(super) fn append(parent: &Node, child: &Node) {
    parent.append_child(child).expect("neither holds the other");
}

/// Whether `node` is `ancestor` or lies in it.
pub(super) fn is_in(ancestor: &Node, node: Option<&Node>) -> bool {
    node.is_some() && ancestor.contains(node)
}

/// Whether nothing is selected. Its ends tell; asked itself, the browser lays the page out first.
pub(super) fn is_collapsed(selection: &Selection) -> bool {
    let (anchor, focus) = (selection.anchor_node(), selection.focus_node());
    let is_one = match (&anchor, &focus) {
        (Some(anchor), Some(focus)) => anchor.is_same_node(Some(focus)),
        _ => true,
    };
    is_one && selection.anchor_offset() == selection.focus_offset()
}

/// Calls `work` before the next frame is drawn.
pub(super) fn next_frame(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let asked = window().request_animation_frame(work.unchecked_ref());
    asked.expect("a window draws frames");
}

#[wasm_bindgen]
extern "C" {
    /// A window, as far as one may lack idle callbacks.
    type IdleWindow;

    #[wasm_bindgen(method, catch, js_name = requestIdleCallback)]
    fn request_idle(this: &IdleWindow, work: &JsValue) -> Result<JsValue, JsValue>;
}

/// Calls `work` when there is nothing better to do.
pub(super) fn when_idle(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let window = window();
    let asked = window.unchecked_ref::<IdleWindow>().request_idle(&work);
    if asked.is_err() {
        // Safari has no idle callbacks.
        let asked =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), 30);
        asked.expect("a window has a clock");
    }
}

//! Texts to the clipboard.

use gloo::events::EventListener;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Clipboard, ClipboardEvent};

/// Copies `text`. To be called while a key or a button of the person's is being heard.
pub(crate) fn copy(text: String) {
    // A page that was opened from a file has no clipboard in some browsers, but may copy.
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into());
    match clipboard.ok().and_then(|it| it.dyn_into::<Clipboard>().ok()) {
        Some(clipboard) => drop(clipboard.write_text(&text)),
        None => copy_by_event(text),
    }
}

/// Copies as if the person had pressed the keys for it.
fn copy_by_event(text: String) {
    let page = document();
    let listener = EventListener::once(&page, "copy", move |event| {
        let event: &ClipboardEvent = event.unchecked_ref();
        let is_set = event.clipboard_data().map(|it| it.set_data("text/plain", &text));
        if is_set.is_some_and(|it| it.is_ok()) {
            event.prevent_default();
        }
    });
    let command = Reflect::get(&page, &"execCommand".into()).ok();
    if let Some(command) = command.and_then(|it| it.dyn_into::<Function>().ok()) {
        // Where it is not allowed nothing is copied, and nothing can be done about it.
        let _ = command.call1(&page, &"copy".into());
    }
    drop(listener);
}

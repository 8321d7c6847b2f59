//! Texts to the clipboard.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, ClipboardEvent};

use crate::react::spawn;

/// Copies `text`, and tells `then` whether it is copied. To be called while a key or a button of
/// the person's is being heard.
pub(crate) fn copy(text: String, then: impl FnOnce(bool) + 'static) {
    // A page that was opened from a file has no clipboard in some browsers, but may copy.
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into());
    let Some(clipboard) = clipboard.ok().and_then(|it| it.dyn_into::<Clipboard>().ok()) else {
        return then(copy_by_event(text));
    };
    let promise = clipboard.write_text(&text);
    spawn(async move { then(JsFuture::from(promise).await.is_ok()) });
}

/// Copies as if the person had pressed the keys for it. Whether it is copied.
fn copy_by_event(text: String) -> bool {
    let page = document();
    let is_copied = Rc::new(Cell::new(false));
    let heard = Rc::clone(&is_copied);
    let listener = EventListener::once(&page, "copy", move |event| {
        let event: &ClipboardEvent = event.unchecked_ref();
        let is_set = event.clipboard_data().map(|it| it.set_data("text/plain", &text));
        if is_set.is_some_and(|it| it.is_ok()) {
            event.prevent_default();
            heard.set(true);
        }
    });
    let command = Reflect::get(&page, &"execCommand".into()).ok();
    if let Some(command) = command.and_then(|it| it.dyn_into::<Function>().ok()) {
        // Where it is not allowed nothing is heard.
        let _ = command.call1(&page, &"copy".into());
    }
    drop(listener);
    is_copied.get()
}

//! The page, and the worker beside it: one WASM module with two entries.
//!
//! `web/boot.js` compiles the module once and calls [`page_main`] in the page and [`worker_main`]
//! in the worker. [`main`] is empty because it runs on both sides.
//!
//! Limits: this is the least page that proves the toolchain. It shows the tool's name and, when
//! the worker has answered, the version that the worker was built as.

use console_error_panic_hook::hook as log_panic;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

fn main() {}

#[wasm_bindgen]
extern "C" {
    /// The worker as `web/boot.js` hands it out.
    type WorkerHandle;

    /// Starts a worker; `on_message` gets the data of each message that it posts.
    #[wasm_bindgen(js_namespace = apostil, js_name = startWorker)]
    fn start_worker(on_message: &Function) -> WorkerHandle;

    /// Posts a string or bytes to the worker.
    #[wasm_bindgen(method)]
    fn post(this: &WorkerHandle, message: &JsValue);

    /// Tells the host that this module is dead, so that it stops events from reaching it.
    #[wasm_bindgen(js_namespace = apostil, js_name = panic)]
    fn report_panic(message: &str);

    /// Posts from the worker to the page.
    #[wasm_bindgen(js_name = postMessage)]
    fn post_to_page(message: &JsValue);
}

/// Starts the page: called once by `web/boot.js`.
#[wasm_bindgen]
pub fn page_main() {
    std::panic::set_hook(Box::new(|info| {
        log_panic(info);
        report_panic(&info.to_string());
    }));
    mount_to_body(Page);
}

/// Starts the worker: called once by the worker's side of `web/boot.js`.
#[wasm_bindgen]
pub fn worker_main() {
    console_error_panic_hook::set_once();
    let answer = Closure::<dyn FnMut(JsValue)>::new(|_event| {
        post_to_page(&JsValue::from_str(env!("CARGO_PKG_VERSION")));
    });
    Reflect::set(&js_sys::global(), &"onmessage".into(), answer.as_ref())
        .expect("the worker's global object takes a message handler");
    answer.forget();
}

#[component]
fn Page() -> impl IntoView {
    let version = RwSignal::new(String::new());
    let heard = Closure::<dyn FnMut(JsValue)>::new(move |data: JsValue| {
        version.set(data.as_string().unwrap_or_default());
    });
    let worker = start_worker(heard.as_ref().unchecked_ref());
    heard.forget();
    worker.post(&JsValue::from_str("version"));
    view! {
        <main>
            <h1>"Apostil"</h1>
            <p id="version">{version}</p>
        </main>
    }
}

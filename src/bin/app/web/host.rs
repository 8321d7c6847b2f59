//! What the browser and `web/boot.js` offer besides the worker: the count of requests, printing, news
//! of a newer page, and the end of the page.

use js_sys::{Object, Reflect};
use leptos::prelude::{RwSignal, Set, request_animation_frame, window};
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// Tells the host that this module is dead, so that it stops events from reaching it.
    #[wasm_bindgen(js_namespace = apostil, js_name = panic)]
    pub(crate) fn report_panic(message: &str);

    #[wasm_bindgen(js_name = apostil, thread_local_v2)]
    static HOST: Object;
}

/// Counts into `requests` what the page has asked of the network since it was loaded.
pub(crate) fn count_requests(requests: RwSignal<u64>) {
    let count = Closure::<dyn FnMut(f64)>::new(move |n: f64| requests.set(n as u64));
    HOST.with(|host| {
        if let Some(n) = get(host, "requests").as_f64() {
            requests.set(n as u64);
        }
        // The host is a plain object: it takes any property.
        let _ = Reflect::set(host, &"onRequests".into(), count.as_ref());
    });
    count.forget();
}

/// Opens the browser's own dialog for printing, once what is open of ours is gone.
pub(crate) fn print() {
    request_animation_frame(|| {
        // A browser that does not print has told so itself.
        let _ = window().print();
    });
}

/// Sets `is_renewed` when a newer version of the page waits to be loaded.
pub(crate) fn hear_of_renewal(is_renewed: RwSignal<bool>) {
    let hear = Closure::<dyn FnMut()>::new(move || is_renewed.set(true));
    HOST.with(|host| {
        is_renewed.set(get(host, "isRenewed").is_truthy());
        // The host is a plain object: it takes any property.
        let _ = Reflect::set(host, &"onRenewal".into(), hear.as_ref());
    });
    hear.forget();
}

fn get(host: &Object, name: &str) -> JsValue {
    Reflect::get(host, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

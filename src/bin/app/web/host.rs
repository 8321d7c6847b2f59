//! What the browser and `web/boot.js` offer besides the worker: the count of requests, how far the
//! trained model has come, printing, news of a newer page, and the end of the page.

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

/// How far the trained model has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coming {
    /// It was not begun, or it is over.
    No,
    /// So many bytes of so many; 0 where nobody knows how many there are.
    Loading { read: u64, total: u64 },
    /// It lies in the page, and so many bytes of so many are unpacked.
    Unpacking { read: u64, total: u64 },
}

/// Keeps `coming` in line with how far the model has come.
pub(crate) fn hear_of_model(coming: RwSignal<Coming>) {
    let hear = Closure::<dyn FnMut()>::new(move || coming.set(HOST.with(model)));
    coming.set(HOST.with(model));
    // The host is a plain object: it takes any property.
    let _ = HOST.with(|host| Reflect::set(host, &"onModel".into(), hear.as_ref()));
    hear.forget();
}

fn model(host: &Object) -> Coming {
    let model = Object::from(get(host, "model"));
    let number = |name| get(&model, name).as_f64().unwrap_or(0.0) as u64;
    let (read, total) = (number("read"), number("total"));
    match get(&model, "state").as_string().as_deref() {
        Some("loading") => Coming::Loading { read, total },
        Some("unpacking") => Coming::Unpacking { read, total },
        _ => Coming::No,
    }
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

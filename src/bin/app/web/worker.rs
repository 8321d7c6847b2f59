//! The worker that looks for names: the page's end of it, and its own.
//!
//! Messages are JSON texts of `protocol`; the engine's data come from `web/boot.js` itself, as bytes.
//! The worker does one small step at a time and lets its
//! inbox in between, so that what was asked last is never far behind.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue, wasm_bindgen};
use web_sys::{MessageChannel, MessageEvent, MessagePort};

use apostil::message::Message;
use apostil::protocol::message::{Reply, Request};
use apostil::protocol::server::Server;

use crate::app::App;

#[wasm_bindgen]
extern "C" {
    /// The worker as `web/boot.js` hands it out.
    type Handle;

    #[wasm_bindgen(js_namespace = apostil, js_name = startWorker)]
    fn start_worker(on_message: &Function, on_failure: &Function) -> Handle;

    #[wasm_bindgen(method)]
    fn post(this: &Handle, message: &str);

    /// A part of the engine's data, as `web/boot.js` hands it on.
    type Data;

    #[wasm_bindgen(method, getter, structural)]
    fn part(this: &Data) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn bytes(this: &Data) -> Uint8Array;

    #[wasm_bindgen(js_name = postMessage)]
    fn post_to_page(message: &str);
}

/// The page's end.
pub(crate) struct Worker {
    handle: Handle,
}

impl Worker {
    /// Starts a worker whose answers go to the session.
    pub(crate) fn start(app: App) -> Self {
        let hear = Closure::<dyn FnMut(JsValue)>::new(move |data: JsValue| {
            let reply = data.as_string().and_then(|it| Reply::from_json(&it));
            if let Some(reply) = reply {
                app.change(|session, now| session.replied(reply, now));
            }
        });
        let fail = Closure::<dyn FnMut(JsValue)>::new(move |why: JsValue| {
            let cause = why.as_string().unwrap_or_default();
            app.notices.complain(Message::WorkerFailed { cause });
        });
        let handle = start_worker(hear.as_ref().unchecked_ref(), fail.as_ref().unchecked_ref());
        // They live as long as the page.
        hear.forget();
        fail.forget();
        Self { handle }
    }

    /// Asks.
    pub(crate) fn ask(&self, request: &Request) {
        self.handle.post(&request.to_json());
    }
}

/// The worker's own end: what its module runs.
pub(crate) fn serve() {
    let server = Rc::new(RefCell::new(Server::default()));
    let is_stepping = Rc::new(Cell::new(false));
    let channel = MessageChannel::new().expect("a worker has channels");
    let again = channel.port2();
    let step = stepper(server.clone(), is_stepping.clone(), again.clone());
    channel.port1().set_onmessage(Some(step.as_ref().unchecked_ref()));
    step.forget();
    let accept = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        if let Some(json) = data.as_string() {
            match Request::from_json(&json) {
                Ok(request) => server.borrow_mut().accept(request),
                Err(why) => post_to_page(&Reply::Failed { ticket: 0, why }.to_json()),
            }
        } else {
            take(&mut server.borrow_mut(), data.unchecked_ref());
        }
        if !is_stepping.replace(true) {
            let _ = again.post_message(&JsValue::NULL);
        }
    });
    Reflect::set(&js_sys::global(), &"onmessage".into(), accept.as_ref())
        .expect("the worker's global object takes a message handler");
    accept.forget();
}

/// Takes in a part of the engine's data.
fn take(server: &mut Server, data: &Data) {
    let bytes = data.bytes().to_vec();
    match data.part().as_str() {
        "model" => server.accept_model(bytes),
        _ => server.accept_lists(bytes),
    }
}

/// Does one step, and comes back through the inbox while there is more to do.
fn stepper(
    server: Rc<RefCell<Server>>,
    is_stepping: Rc<Cell<bool>>,
    again: MessagePort,
) -> Closure<dyn FnMut()> {
    Closure::new(move || {
        if let Some(reply) = server.borrow_mut().step() {
            post_to_page(&reply.to_json());
        }
        let is_idle = server.borrow().is_idle();
        is_stepping.set(!is_idle);
        if !is_idle {
            let _ = again.post_message(&JsValue::NULL);
        }
    })
}

//! The page, and the worker beside it: one WASM module with two entries.
//!
//! `web/boot.js` compiles the module once and calls [`page_main`] in the page and [`worker_main`]
//! in the worker. [`main`] is empty because it runs on both sides.
//!
//! In reading order: [`app`] holds the session and is the only one to change it; [`effects`]
//! performs what comes of a command; [`outside`] holds what is not data; [`projects`] goes from one project
//! to another; [`parts`] draws; [`web`]
//! reaches the browser.

#![allow(
    clippy::large_types_passed_by_value,
    reason = "the page's handle is a bundle of indices, larger only where debugging adds places"
)]

mod app;
mod effects;
mod focus;
mod intake;
mod keyboard;
mod notices;
mod opening;
mod outside;
mod parts;
mod projects;
mod react;
mod rows;
mod web;

use console_error_panic_hook::hook as log_panic;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::app::App;
use crate::opening::Opening;
use crate::parts::page::Page;
use crate::react::spawn;
use crate::web::host::report_panic;
use crate::web::worker;

fn main() {}

/// Starts the page: called once by `web/boot.js`.
#[wasm_bindgen]
pub fn page_main() {
    std::panic::set_hook(Box::new(|info| {
        log_panic(info);
        report_panic(&info.to_string());
    }));
    spawn(open());
}

/// Opens what was kept, and draws the page on it.
async fn open() {
    let Opening { mut session, bookmark, project, complaints } = opening::start().await;
    let effects = session.start(bookmark.as_ref());
    mount_to_body(move || {
        let app = App::new(session);
        provide_context(app);
        app.follow_settings();
        app.outside.keep(app, project);
        keyboard::listen(app);
        for complaint in complaints {
            app.notices.complain(complaint);
        }
        // The views must be there before the article is brought to its place.
        request_animation_frame(move || effects::perform(app, effects));
        view! { <Page /> }
    });
}

/// Starts the worker: called once by the worker's side of `web/boot.js`.
#[wasm_bindgen]
pub fn worker_main() {
    console_error_panic_hook::set_once();
    worker::serve();
}

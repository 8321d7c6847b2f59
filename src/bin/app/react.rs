//! Effects, memos and tasks with what they do behind a pointer.
//!
//! Leptos writes each of its own out anew for every closure it is given, and spawning does so for
//! every future. Here that happens once, and once for each type of a memo.

use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::{Effect, Memo, document, request_animation_frame, set_timeout};
use wasm_bindgen_futures::spawn_local;

/// Runs `run` now, and again whenever a signal that it reads changes.
pub(crate) fn effect(run: impl Fn() + 'static) {
    start(Box::new(run));
}

fn start(run: Box<dyn Fn()>) {
    Effect::new(move |_| run());
}

/// A value that is made again only when a signal that `make` reads changes.
pub(crate) fn memo<T>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    kept(Box::new(make))
}

fn kept<T>(make: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| make())
}

/// Does `task` in its own time.
pub(crate) fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    spawn_local(task);
}

/// Does `work` once what was drawn until now is to be seen; soon, where the page is out of sight and
/// nothing is drawn.
pub(crate) fn after_paint(work: impl FnOnce() + 'static) {
    let later = move || set_timeout(work, Duration::ZERO);
    if document().hidden() {
        later();
    } else {
        request_animation_frame(later);
    }
}

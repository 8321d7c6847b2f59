//! The search's field: in the top bar, and in the dock where the bar has no room for it.
//!
//! What is typed is looked for at once. Enter goes to the next hit, Shift and Enter to the one
//! before, the down arrow into the list of hits; Escape leaves.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::expression::fault::{Fault, Why};
use apostil::session::search::query::Query;

use crate::app::{App, app};
use crate::focus;
use crate::keyboard::tip_of;
use crate::parts::search_field::SearchField;
use crate::react::memo;

/// Looks for something a little different.
pub(crate) fn ask(app: App, change: impl FnOnce(&mut Query)) {
    let mut query = app.read(|it| it.query().clone());
    change(&mut query);
    app.dispatch(Command::Search(query));
}

/// The question. Drawn again when it changes.
pub(crate) fn query_now(app: App) -> Memo<Query> {
    memo(move || {
        app.changed.batch.track();
        app.read(|it| it.query().clone())
    })
}

/// The field, and what is wrong with what is in it.
#[component]
pub(crate) fn Find(
    /// More classes.
    class: &'static str,
) -> impl IntoView {
    let app = app();
    let query = query_now(app);
    let fault = memo(move || {
        app.changed.batch.track();
        app.read(|it| it.search_here()?.fault.clone())
    });
    let begin = move |_| {
        if app.read(|it| it.search_here().is_none()) {
            app.dispatch(Command::ShowSearch);
        }
    };
    let tip = move || tip_of(app, app.say(&Message::SearchField), &Command::ShowSearch);
    view! {
        <div class=format!("find {class}") title=tip on:click=begin on:keydown=move |it| hear(app, &it)>
            <SearchField
                name=Message::SearchField
                words=Signal::derive(move || query.with(|it| it.words.clone()))
                take=Callback::new(move |words| ask(app, |it| it.words = words))
                has_icon=true
                is_faulty=Signal::derive(move || fault.with(Option::is_some))
            />
            {move || fault.get().map(|it| query.with(|query| told(app, &it, &query.words)))}
        </div>
    }
}

/// What is wrong, and where in the pattern.
fn told(app: App, fault: &Fault, pattern: &str) -> impl IntoView + use<> {
    let (words, at) = (fault.words(), fault.at);
    let place = (fault.why != Why::TooLarge).then(|| {
        let cut = |n: usize| pattern.char_indices().nth(n).map_or(pattern.len(), |it| it.0);
        let (start, end) = (cut(at), cut(at + 1));
        let (before, sign, after) = (&pattern[..start], &pattern[start..end], &pattern[end..]);
        view! {
            <code aria-hidden="true">
                {before.to_owned()} <mark>{sign.to_owned()}</mark> {after.to_owned()}
            </code>
        }
    });
    view! { <p class="fault" role="alert">{place} <span>{app.words(words)}</span></p> }
}

fn hear(app: App, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return;
    }
    match event.key().as_str() {
        "Enter" if event.shift_key() => app.dispatch(Command::PreviousHit),
        "Enter" => app.dispatch(Command::NextHit),
        "ArrowDown" => focus::enter(".batch [data-home]"),
        "Escape" => {
            if app.read(|it: &Session| it.search_here().is_some()) {
                app.dispatch(Command::CloseBatch);
            }
            focus::enter(".doc");
        }
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

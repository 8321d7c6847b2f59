//! The history under the article: every step in words, the newest first, and the way to any of them.
//!
//! A line is a state that the project was in. The list is one tab stop, `aria-activedescendant` says
//! which line it is on, and only the lines in sight are in the page; the buttons below act on that
//! line. While there is a batch, that has the place.

mod head;
mod line;

use leptos::html::Ol;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::edit::history::line::Point;
use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::past::{Listed, Wanted};

use crate::app::{App, app};
use crate::parts::batch::line_height;
use crate::parts::button::TextButton;
use crate::parts::history::head::Head;
use crate::parts::history::line::{id, view_of};
use crate::parts::list::next_row;
use crate::parts::window::watch;
use crate::react::{effect, memo};

/// What the dock is at.
#[derive(Clone, Copy)]
struct State {
    app: App,
    listed: Memo<Listed>,
    /// Where the project is.
    here: Memo<Point>,
    /// The line that keys and buttons act on.
    active: RwSignal<Option<usize>>,
}

impl State {
    /// How many lines there are: the steps, and where the project began.
    fn n_lines(self) -> usize {
        self.listed.with(|it| it.rows.len()) + usize::from(!self.is_filtered())
    }

    fn is_filtered(self) -> bool {
        self.app.changed.past.track();
        self.app.read(|it| it.past().is_some_and(|it| it != Wanted::default()))
    }

    /// The state that line `n` stands for.
    fn point(self, n: usize) -> Point {
        self.listed.with(|it| it.rows.get(n).map(|it| it.point)).unwrap_or_default()
    }

    /// The line of where the project is.
    fn line_of_here(self) -> Option<usize> {
        let here = self.here.get_untracked();
        let at = self.listed.with_untracked(|it| it.rows.iter().position(|it| it.point == here));
        at.or_else(|| (here.n == 0).then(|| self.listed.with_untracked(|it| it.rows.len())))
    }
}

/// The dock, while the history is shown.
#[component]
pub(crate) fn History() -> impl IntoView {
    let app = app();
    let is_there = memo(move || {
        app.changed.past.track();
        app.changed.batch.track();
        app.changed.entities.track();
        app.changed.queue.track();
        let is_free =
            |it: &Session| !it.has_batch() && it.entities().is_none() && !it.is_in_queue();
        app.read(|it| it.past().is_some() && is_free(it))
    });
    view! {
        <Show when=move || is_there.get()>
            <Dock />
        </Show>
    }
}

#[component]
fn Dock() -> impl IntoView {
    let app = app();
    let listed = memo(move || {
        app.changed.past.track();
        app.changed.article.track();
        app.read(|it| it.past().map(|wanted| it.listed_steps(wanted))).unwrap_or_default()
    });
    let here = memo(move || {
        app.changed.past.track();
        app.read(|it| it.history().here())
    });
    let state = State { app, listed, here, active: RwSignal::new(None) };
    effect(move || {
        // Wherever one goes, the list goes along.
        here.track();
        listed.track();
        state.active.set(state.line_of_here());
    });
    let hear = move |event: KeyboardEvent| {
        if hear(state, &event) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    view! {
        <section
            class="batch history"
            data-region="history"
            aria-label=app.words(Message::HistoryTitle)
            on:keydown=hear
        >
            <Head state=state />
            <Steps state=state />
            <Foot state=state />
        </section>
    }
}

/// The lines in sight.
#[component]
fn Steps(state: State) -> impl IntoView {
    let State { app, listed, here, active } = state;
    let list = NodeRef::<Ol>::new();
    let n_rows = memo(move || state.n_lines());
    let on_line = memo(move || active.get().filter(|it| *it < n_rows.get()));
    let window = watch(list, n_rows, on_line, line_height());
    let in_sight = move || {
        listed.track();
        here.track();
        app.changed.settings.track();
        let (first, end) = window.get();
        let total = n_rows.get();
        (first..end.min(total)).map(|n| view_of(state, n, total)).collect_view()
    };
    let nothing =
        move || (n_rows.get() == 0).then(|| view! { <p>{app.words(Message::HistoryNone)}</p> });
    view! {
        <ol
            class="kwic steps"
            role="listbox"
            tabindex="0"
            data-home=""
            node_ref=list
            aria-label=app.words(Message::HistoryList)
            aria-activedescendant=move || on_line.get().map(id)
        >
            {in_sight}
        </ol>
        {nothing}
    }
}

/// What can be done with the line.
#[component]
fn Foot(state: State) -> impl IntoView {
    let State { app, here, active, .. } = state;
    let point = move || active.get().map(|it| state.point(it));
    let can_go = move || point().is_some_and(|it| it != here.get());
    let way = memo(move || {
        let point = point()?;
        app.read(|it| it.account_of(point)?.go)
    });
    let can_return = memo(move || {
        app.changed.past.track();
        app.read(Session::can_return)
    });
    view! {
        <div class="foot">
            <button
                type="button"
                class="b main"
                aria-disabled=move || (!can_go()).then_some("true")
                on:click=move |_| go(state)
            >
                <span>{app.words(Message::HistoryGo)}</span>
                <kbd>{app.words(Message::KeyEnter)}</kbd>
            </button>
            <button
                type="button"
                class="b line"
                aria-disabled=move || way.get().is_none().then_some("true")
                on:click=move |_| show(state)
            >
                <span>{app.words(Message::HistoryPlace)}</span>
                <kbd>"→"</kbd>
            </button>
            <Show when=move || can_return.get()>
                <TextButton command=Command::Return class="line" />
            </Show>
            <span class="soft rule">{app.words(Message::HistoryRule)}</span>
        </div>
    }
}

/// Goes to the line's state.
fn go(state: State) {
    if let Some(n) = state.active.get_untracked() {
        state.app.dispatch(Command::GoToStep(untrack(|| state.point(n))));
    }
}

/// Shows the place of the line's step.
fn show(state: State) {
    let Some(n) = state.active.get_untracked() else { return };
    let point = untrack(|| state.point(n));
    if let Some(command) = state.app.read(|it| it.account_of(point)?.go) {
        state.app.dispatch(command);
    }
}

/// Does what a key asks for. Whether it asked for something.
fn hear(state: State, event: &KeyboardEvent) -> bool {
    let State { app, active, .. } = state;
    if event.key() == "Escape" {
        app.dispatch(Command::CloseHistory);
        return true;
    }
    let on_list = event_target::<web_sys::Element>(event).matches(".steps").unwrap_or(false);
    let is_held = event.ctrl_key() || event.alt_key() || event.meta_key();
    if !on_list || is_held || event.is_composing() {
        return false;
    }
    let n_lines = untrack(|| state.n_lines());
    if let Some(to) = next_row(event, active.get_untracked(), n_lines) {
        active.set(Some(to));
        return true;
    }
    match event.key().as_str() {
        "Enter" => go(state),
        "ArrowRight" | " " => show(state),
        _ => return false,
    }
    true
}

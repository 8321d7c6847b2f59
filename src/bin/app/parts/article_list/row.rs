//! One line of the list of articles, its menu, and dragging it elsewhere.

use leptos::html::Ol;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event};

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::Session;
use apostil::session::command::Command;

use crate::app::{App, app};
use crate::parts::article_list::{At, open, option_id};
use crate::parts::measure::{filled, placed};
use crate::parts::menu::{Item, Menu};
use crate::rows::Line;

/// What can be done with an article of the list.
#[component]
pub(super) fn RowMenu(at: At, menu: RwSignal<Option<At>>, list: NodeRef<Ol>) -> impl IntoView {
    let (document, place) = at;
    let step = |down: bool| Command::MoveArticle { document: document.clone(), down };
    let items = vec![
        Item { name: Message::ArticleOpenThis, command: Command::OpenArticle(document.clone()) },
        Item { name: Message::ArticleRename, command: Command::AskNameOf(document.clone()) },
        Item { name: Message::ArticleMoveUp, command: step(false) },
        Item { name: Message::ArticleMoveDown, command: step(true) },
        Item { name: Message::RemoveArticleDo, command: Command::RemoveArticle(document.clone()) },
    ];
    let close = Callback::new(move |()| {
        menu.set(None);
        if let Some(list) = list.get_untracked() {
            let _ = list.focus();
        }
    });
    view! {
        <div class="menu-at" use:placed=place>
            <Menu items=items close=close class="at" />
        </div>
    }
}

/// One line of the list.
#[component]
pub(super) fn Article(
    document: DocumentId,
    /// The article that the list is on.
    active: RwSignal<Option<DocumentId>>,
    /// The article that is being dragged.
    dragged: RwSignal<Option<DocumentId>>,
) -> impl IntoView {
    let app = app();
    let (n, line) = app.rows.add(app, &document);
    let pressed = document.clone();
    let press = move |_| {
        active.set(Some(pressed.clone()));
        open(app, &pressed);
    };
    let drag = document.clone();
    let start = move |event: DragEvent| {
        if let Some(data) = event.data_transfer() {
            data.set_effect_allowed("move");
            // Firefox drags nothing that has no data.
            let _ = data.set_data("text/plain", &line.with_untracked(|it| it.row.name.clone()));
        }
        dragged.set(Some(drag.clone()));
    };
    let over = move |event: DragEvent| aim(app, &event, dragged);
    let drop = move |event: DragEvent| put(app, &event, dragged, &document);
    let percent = Signal::derive(move || line.with(|it| it.row.percent));
    let state = move || line.with(|it| app.say(&state_of(it)));
    let doubtful = move || {
        let count = line.with(|it| it.row.n_doubtful);
        (count > 0).then(
            || view! { <span class="doubt">{app.say(&Message::ArticleDoubtful { count })}</span> },
        )
    };
    let marks = move || app.say(&Message::ArticleMarks { count: line.with(|it| it.row.n_marks) });
    view! {
        <li
            role="option"
            id=option_id(n)
            draggable="true"
            aria-selected=move || line.with(|it| it.is_open).to_string()
            on:click=press
            on:dragstart=start
            on:dragover=over
            on:dragleave=|event: DragEvent| aimed(&event, None)
            on:drop=drop
            on:dragend=move |_| dragged.set(None)
        >
            <span class="bar" use:filled=percent></span>
            <div class="name">
                <bdi>{move || line.with(|it| it.row.name.clone())}</bdi>
            </div>
            <div class="sub num">
                <span>{state}</span>
                {doubtful}
                <span class="end" title=marks>
                    {move || app.number(line.with(|it| it.row.n_marks))}
                </span>
            </div>
        </li>
    }
}

fn state_of(line: &Line) -> Message {
    match &line.row {
        row if row.is_done => Message::ArticleDone,
        row if row.percent == 0 && !line.is_open => Message::ArticleNotOpened,
        row => Message::ArticlePercent { percent: row.percent.into() },
    }
}

/// The article whose line an event is on.
pub(super) fn document_at(app: App, event: &Event) -> Option<DocumentId> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let line = target.closest("[role=option]").ok()??;
    app.rows.document_of(line.id().strip_prefix("article-")?.parse().ok()?)
}

/// While an article is dragged over a line: shows on which side it would go.
fn aim(app: App, event: &DragEvent, dragged: RwSignal<Option<DocumentId>>) {
    if dragged.with_untracked(Option::is_none) || app.read(Session::is_sorted) {
        return;
    }
    event.prevent_default();
    aimed(event, Some(if is_after(event) { "after" } else { "before" }));
}

fn put(app: App, event: &DragEvent, dragged: RwSignal<Option<DocumentId>>, beside: &DocumentId) {
    aimed(event, None);
    let Some(document) = dragged.get_untracked() else { return };
    event.prevent_default();
    dragged.set(None);
    let (beside, after) = (beside.clone(), is_after(event));
    if document != beside {
        app.dispatch(Command::PlaceArticle { document, beside, after });
    }
}

/// Whether the pointer is in the lower half of the line.
fn is_after(event: &DragEvent) -> bool {
    let line = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    line.is_some_and(|it| {
        let place = it.get_bounding_client_rect();
        f64::from(event.client_y()) > place.top() + place.height() / 2.0
    })
}

fn aimed(event: &DragEvent, side: Option<&str>) {
    let line = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    let Some(line) = line else { return };
    // Any element takes this attribute.
    let _ = match side {
        Some(side) => line.set_attribute("data-drop", side),
        None => line.remove_attribute("data-drop"),
    };
}

//! Which articles are written: this one, those chosen here, those that are done, all.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::model::track::Status;
use apostil::session::Session;
use apostil::session::export::Articles;

use crate::app::app;
use crate::parts::segments::Segments;

/// Which articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The open one.
    This,
    /// Those ticked in the dialog.
    Chosen,
    /// Those that are done.
    Done,
    /// All.
    All,
}

/// The articles that `scope` means.
pub(crate) fn articles(session: &Session, scope: Scope, chosen: &[DocumentId]) -> Articles {
    match scope {
        Scope::This => Articles::Chosen(session.open_document().cloned().into_iter().collect()),
        Scope::Chosen => Articles::Chosen(chosen.to_vec()),
        Scope::Done => Articles::Done,
        Scope::All => Articles::All,
    }
}

/// The choice of a scope, each with its number of articles.
#[component]
pub(crate) fn ScopeSegments(
    scope: RwSignal<Scope>,
    chosen: RwSignal<Vec<DocumentId>>,
) -> impl IntoView {
    let app = app();
    let options = Signal::derive(move || {
        app.changed.list.track();
        let (done, all) = app.read(|it| {
            let order = it.project().order();
            let is_done = |id: &&DocumentId| it.summary(id).status == Status::Done;
            (order.iter().filter(is_done).count() as u64, order.len() as u64)
        });
        let count = chosen.with(Vec::len) as u64;
        vec![
            (Scope::This, Message::ExportScopeThis),
            (Scope::Chosen, Message::ExportScopeChosen { count }),
            (Scope::Done, Message::ExportScopeDone { count: done }),
            (Scope::All, Message::ExportScopeAll { count: all }),
        ]
    });
    view! { <Segments label=Message::ExportScope options=options chosen=scope /> }
}

/// All articles with a box to tick.
#[component]
pub(crate) fn Chosen(chosen: RwSignal<Vec<DocumentId>>) -> impl IntoView {
    let app = app();
    let all = app.read(|it| {
        let documents = it.project().documents();
        documents.map(|it| (it.header.id.clone(), it.header.name.clone())).collect::<Vec<_>>()
    });
    let line = move |(id, name): (DocumentId, String)| {
        let is_chosen = {
            let id = id.clone();
            move || chosen.with(|it| it.contains(&id))
        };
        let toggle = move |_| {
            chosen.update(|it| match it.iter().position(|other| *other == id) {
                Some(at) => drop(it.remove(at)),
                None => it.push(id.clone()),
            });
        };
        view! {
            <label class="choice">
                <input type="checkbox" prop:checked=is_chosen on:change=toggle />
                <span><bdi>{name}</bdi></span>
            </label>
        }
    };
    view! {
        <div class="chosen" role="group" aria-label=app.words(Message::ExportScope)>
            {all.into_iter().map(line).collect_view()}
        </div>
    }
}

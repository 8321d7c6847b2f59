//! Export: which articles, into which format, and what the format cannot hold, before it is written.
//!
//! The files are read back and compared before they are handed over; the receipt says so.

mod scope;

use leptos::prelude::*;

use apostil::format::thing::Thing;
use apostil::format::{FORMATS, Format, Layout, by_id, written};
use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::export::{ExportChoice, Preview};

use crate::app::app;
use crate::parts::dialogs::export::scope::{Chosen, Scope, ScopeSegments, articles};
use crate::parts::dialogs::frame::{CloseButton, Footer, Frame};
use crate::react::memo;

/// The dialog.
#[component]
pub(crate) fn Export() -> impl IntoView {
    let app = app();
    let format = RwSignal::new(FORMATS[0].id);
    let scope = RwSignal::new(Scope::All);
    let chosen = RwSignal::new(Vec::new());
    let suggestions = RwSignal::new(false);
    let layout = RwSignal::new(Layout::One);
    let choice = Signal::derive(move || ExportChoice {
        format: format.get(),
        articles: app.read(|it| articles(it, scope.get(), &chosen.get())),
        suggestions: suggestions.get(),
        layout: layout.get(),
    });
    let preview = Signal::derive_local(move || {
        app.changed.list.track();
        choice.with(|choice| app.read(|it| it.preview(choice)))
    });
    let is_possible =
        memo(move || preview.with(|it| it.as_ref().is_some_and(|it| it.n_articles > 0)));
    let write = Callback::new(move |()| {
        if is_possible.get_untracked() {
            let choice = choice.get_untracked();
            app.close_dialog();
            app.dispatch(Command::Write(choice));
        }
    });
    let groups = [true, false].map(|all| view! { <Group keeps_all=all chosen=format /> });
    view! {
        <Frame class="export" name=Signal::derive(move || app.say(&Message::ExportTitle))>
            <header>
                <h2>{app.words(Message::ExportTitle)}</h2>
                <ScopeSegments scope=scope chosen=chosen />
                <CloseButton />
            </header>
            <div class="body">
                <div class="formats" role="radiogroup" aria-label=app.words(Message::ExportFormat)>
                    {groups}
                </div>
                <div class="report">
                    <Losses preview=preview format=format />
                    <Show when=move || scope.get() == Scope::Chosen>
                        <Chosen chosen=chosen />
                    </Show>
                    <Choices choice=choice suggestions=suggestions layout=layout format=format />
                </div>
            </div>
            <Footer
                about=Message::ExportChecked
                done=Message::ExportWrite
                can=is_possible
                is_first=true
                act=write
            />
        </Frame>
    }
}

/// Whether nothing that a project holds is lost in `format`.
fn keeps_all(format: &Format) -> bool {
    Thing::ALL.iter().all(|it| format.keeps.has(*it))
}

/// The formats that keep everything, or the others.
#[component]
fn Group(keeps_all: bool, chosen: RwSignal<&'static str>) -> impl IntoView {
    let app = app();
    let title = if keeps_all { Message::ExportKeepsAll } else { Message::ExportKeepsLess };
    let option = move |format: &'static Format| {
        let holds = move || chosen.get() == format.id;
        view! {
            <label class:picked=holds title=app.words(format.help.clone())>
                <input
                    type="radio"
                    name="format"
                    prop:checked=holds
                    on:change=move |_| chosen.set(format.id)
                />
                <span>{app.words(format.name.clone())}</span>
                <small>{format.extensions[0]}</small>
            </label>
        }
    };
    let options = written().filter(|it| self::keeps_all(it) == keeps_all).map(option);
    view! {
        <div class="cap">{app.words(title)}</div>
        {options.collect_view()}
    }
}

/// What would be written, and what does not fit.
#[component]
fn Losses(
    preview: Signal<Option<Preview>, LocalStorage>,
    format: RwSignal<&'static str>,
) -> impl IntoView {
    let app = app();
    let title = move || {
        preview.with(|it| match it {
            None | Some(Preview { n_articles: 0, .. }) => app.say(&Message::ExportNothing),
            Some(it) if it.report.losses.is_empty() => app.say(&Message::ExportFits),
            Some(it) => {
                let name = by_id(format.get()).map(|it| app.say(&it.name)).unwrap_or_default();
                app.say(&Message::ExportLosses { count: it.report.n_lost_in_all(), format: name })
            }
        })
    };
    let lines = move || {
        let losses = preview.with(|it| it.as_ref().map(totals).unwrap_or_default());
        let lines = losses.into_iter().map(|it| view! { <li>{app.say(&it)}</li> });
        lines.collect_view()
    };
    let count = move || {
        let count = preview.with(|it| it.as_ref().map_or(0, |it| it.n_articles as u64));
        (count > 0).then(|| app.say(&Message::ExportArticles { count }))
    };
    let help = move || by_id(format.get()).map(|it| app.say(&it.help));
    view! {
        <h3 aria-live="polite">{title}</h3>
        <p class="soft">{help} " " {count}</p>
        <ul class="losses">{lines}</ul>
    }
}

/// The losses, one line a kind of thing; what has a story of its own tells it.
fn totals(preview: &Preview) -> Vec<Message> {
    let report = &preview.report;
    let mut kinds = Vec::new();
    let mut lines = Vec::new();
    for loss in &report.losses {
        match &loss.detail {
            Some(detail) => lines.push(detail.clone()),
            None if kinds.contains(&loss.thing) => {}
            None => {
                kinds.push(loss.thing);
                lines.push(loss.thing.count(report.n_lost(loss.thing)));
            }
        }
    }
    lines
}

/// Suggestions or not; one file, or one an article.
#[component]
fn Choices(
    choice: Signal<ExportChoice>,
    suggestions: RwSignal<bool>,
    layout: RwSignal<Layout>,
    format: RwSignal<&'static str>,
) -> impl IntoView {
    let app = app();
    let count = move || {
        app.changed.list.track();
        let with_all = ExportChoice { suggestions: true, ..choice.get() };
        app.read(|it| it.preview(&with_all)).map_or(0, |it| it.n_suggestions as u64)
    };
    let layouts =
        [(Layout::One, Message::ExportLayoutOne), (Layout::Zip, Message::ExportLayoutFolder)];
    let option = move |(value, name): (Layout, Message)| {
        let holds = move || layout.get() == value;
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="layout"
                    prop:checked=holds
                    on:change=move |_| layout.set(value)
                />
                <span>{app.words(name)}</span>
            </label>
        }
    };
    let takes_suggestions = move || {
        let keeps = by_id(format.get()).map(|it| it.keeps);
        keeps.is_some_and(|it| it.has(Thing::Suggestions))
    };
    view! {
        <Show when=takes_suggestions>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=suggestions
                    on:change=move |event| suggestions.set(event_target_checked(&event))
                />
                <span>{move || app.say(&Message::ExportSuggestions { count: count() })}</span>
                <p>{app.words(Message::ExportSuggestionsHint)}</p>
            </label>
        </Show>
        <div role="radiogroup" aria-label=app.words(Message::ExportLayout)>
            {layouts.map(option)}
        </div>
    }
}

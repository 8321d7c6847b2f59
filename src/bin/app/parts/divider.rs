//! The rule between a panel and the article: dragged, or moved by arrows, it sets how wide the panel
//! is. A double press gives the width that the page comes with.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent};

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::settings::{INSPECTOR_WIDTHS, LIST_WIDTHS, Setting, Settings};

use crate::app::{App, Drawer, app};
use crate::parts::measure;

/// How far an arrow key moves the rule, in CSS pixels.
const STEP: i32 = 16;

/// The rule of a panel.
#[component]
pub(crate) fn Divider(panel: Drawer) -> impl IntoView {
    let app = app();
    let held: RwSignal<Option<(i32, i32)>> = RwSignal::new(None);
    let now = move || {
        app.changed.settings.track();
        width(app, panel)
    };
    let name = match panel {
        Drawer::List => Message::WidthList,
        Drawer::Inspector => Message::WidthInspector,
    };
    let press = move |event: PointerEvent| {
        if event.button() == 0 {
            event.prevent_default();
            held.set(Some((event.client_x(), width(app, panel))));
            let rule = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
            // Without capture the rule moves only while the pointer is on it.
            let _ = rule.map(|it| it.set_pointer_capture(event.pointer_id()));
        }
    };
    let drag = move |event: PointerEvent| {
        if let Some((from, before)) = held.get_untracked() {
            show(panel, wanted(panel, before, event.client_x() - from));
        }
    };
    let drop = move |event: PointerEvent| {
        if let Some((from, before)) = held.get_untracked() {
            held.set(None);
            set(app, panel, wanted(panel, before, event.client_x() - from));
        }
    };
    let back = move |_: PointerEvent| {
        held.set(None);
        show(panel, width(app, panel));
    };
    view! {
        <div
            class=format!("divider of-{}", panel.name())
            role="separator"
            aria-orientation="vertical"
            aria-label=app.words(name)
            aria-valuemin=limits(panel).0
            aria-valuemax=limits(panel).1
            aria-valuenow=now
            tabindex="0"
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=drop
            on:pointercancel=back
            on:dblclick=move |_: MouseEvent| set(app, panel, i32::from(first(panel)))
            on:keydown=move |event| hear(app, panel, &event)
        ></div>
    }
}

fn hear(app: App, panel: Drawer, event: &KeyboardEvent) {
    let now = width(app, panel);
    let (least, most) = limits(panel);
    let to = match event.key().as_str() {
        "ArrowLeft" => wanted(panel, now, -STEP),
        "ArrowRight" => wanted(panel, now, STEP),
        "Home" => i32::from(least),
        "End" => i32::from(most),
        "Enter" => i32::from(first(panel)),
        _ => return,
    };
    event.prevent_default();
    set(app, panel, to);
}

/// The width after the rule has gone `by` to the right.
fn wanted(panel: Drawer, before: i32, by: i32) -> i32 {
    let to = if panel == Drawer::List { before + by } else { before - by };
    let (least, most) = limits(panel);
    to.clamp(i32::from(least), i32::from(most))
}

fn width(app: App, panel: Drawer) -> i32 {
    app.read(|it| i32::from(of(it.settings(), panel)))
}

fn of(settings: &Settings, panel: Drawer) -> u16 {
    match panel {
        Drawer::List => settings.list_width,
        Drawer::Inspector => settings.inspector_width,
    }
}

fn first(panel: Drawer) -> u16 {
    of(&Settings::default(), panel)
}

fn limits(panel: Drawer) -> (u16, u16) {
    match panel {
        Drawer::List => LIST_WIDTHS,
        Drawer::Inspector => INSPECTOR_WIDTHS,
    }
}

/// Shows the panel as wide as it would be.
fn show(panel: Drawer, width: i32) {
    let root = document().document_element().expect("a page has a root");
    measure::set(&root, &format!("--col-{}", panel.name()), &format!("{width}px"));
}

fn set(app: App, panel: Drawer, width: i32) {
    let width = width as u16;
    app.dispatch(Command::Set(match panel {
        Drawer::List => Setting::ListWidth(width),
        Drawer::Inspector => Setting::InspectorWidth(width),
    }));
}

//! The open article: the pane, the strip of hints, the editor under the mark.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use apostil::message::Message;
use apostil::session::Session;

use crate::app::{App, app};
use crate::parts::hint_strip::HintStrip;
use crate::parts::popover::Popover;
use crate::react::effect;

/// The article and what surrounds it.
#[component]
pub(crate) fn Sheet() -> impl IntoView {
    let app = app();
    let container = NodeRef::<Div>::new();
    effect(move || {
        if let Some(container) = container.get() {
            app.outside.mount_pane(app, container.unchecked_into());
        }
    });
    effect(move || {
        app.changed.article.track();
        if container.get().is_some()
            && let Some(pane) = app.outside.pane()
        {
            fill_meta(app, pane.meta());
        }
    });
    on_cleanup(move || app.outside.drop_pane());
    view! {
        <div class="pane" data-region="sheet" node_ref=container></div>
        <Popover />
        <HintStrip />
    }
}

/// The line below the title: language, length, and what the article is called.
fn fill_meta(app: App, meta: &HtmlElement) {
    let (language, count, name) = app.read(facts);
    let language = match language.as_deref() {
        Some("en") => Some(Message::LanguageEnglish),
        Some("es") => Some(Message::LanguageSpanish),
        _ => None,
    };
    let words = [
        (language.map(|it| app.say(&it)), ""),
        (Some(app.say(&Message::SheetWords { count })), "num"),
        (Some(name), "mono"),
    ];
    meta.set_text_content(None);
    for (words, class) in words {
        let (Some(words), Ok(span)) = (words, document().create_element("span")) else { continue };
        span.set_class_name(class);
        span.set_text_content(Some(&words));
        // Only a node that would hold itself is refused.
        let _ = meta.append_child(&span);
    }
}

/// Language, number of words, name.
fn facts(session: &Session) -> (Option<String>, u64, String) {
    let Some(sheet) = session.sheet() else { return Default::default() };
    let header = session.project().document(sheet.document()).map(|it| &it.header);
    let count = sheet.text().as_str().split_whitespace().count() as u64;
    let name = header.map(|it| it.name.clone()).unwrap_or_default();
    (header.and_then(|it| it.language.clone()), count, name)
}

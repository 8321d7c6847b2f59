//! The open article: the pane, the strip of hints, the editor under the mark.

use js_sys::{Date, Object, Reflect};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::about::{About, about, day};
use apostil::session::command::Command;

use crate::app::{App, app};
use crate::parts::hint_strip::HintStrip;
use crate::parts::measure::placed;
use crate::parts::menu::{Item, Menu};
use crate::parts::popover::Popover;
use crate::react::{effect, memo};

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
    let header = header(app);
    let menu = RwSignal::new(None::<(i32, i32)>);
    let press = move |event: MouseEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let is_on =
            |part| target.as_ref().is_some_and(|it| it.closest(part).ok().flatten().is_some());
        if is_on(".meta .language") {
            menu.set(Some((event.client_x(), event.client_y())));
        } else if is_on(".meta .article-label") {
            app.dispatch(Command::ShowArticleLabels);
        }
    };
    effect(move || {
        // To track a memo that nothing has read would not wake anybody.
        let _ = header.get();
        app.changed.article.track();
        if container.get().is_some()
            && let Some(pane) = app.outside.pane()
        {
            pane.header_changed();
            fill_meta(app, pane.meta());
        }
    });
    on_cleanup(move || app.outside.drop_pane());
    view! {
        <div class="pane" data-region="sheet" node_ref=container on:click=press></div>
        {move || menu.get().map(|at| view! { <Languages at=at menu=menu /> })}
        <Popover />
        <HintStrip />
    }
}

/// Name, language, and names of labels of an article, and whether its suggestions are hidden.
type Header = (String, Option<String>, Vec<String>, bool);

/// What the line below the title says, as far as it can be changed from elsewhere, and be taken back.
fn header(app: App) -> Memo<Option<Header>> {
    memo(move || {
        app.changed.list.track();
        app.changed.article.track();
        app.changed.cursor.track();
        app.changed.schema.track();
        app.read(|it| {
            let document = it.project().document(it.open_document()?)?;
            let header = &document.header;
            let is_hidden = it.hides(&header.id);
            Some((header.name.clone(), header.language.clone(), article_labels(it), is_hidden))
        })
    })
}

/// The line below the title: where and when it appeared, language, length, what it is called.
fn fill_meta(app: App, meta: &HtmlElement) {
    let Some(facts) = app.read(facts) else { return };
    let date = facts.about.date.map(|it| written(app, &it));
    let appeared = [facts.about.source, date].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let language = match facts.language.as_deref() {
        Some("en") => app.say(&Message::LanguageEnglish),
        Some("es") => app.say(&Message::LanguageSpanish),
        Some(tag) => tag.to_owned(),
        None => app.say(&Message::LanguageUnknown),
    };
    let change = app.say(&Message::LanguageChange { language: language.clone() });
    let length = Message::SheetWords { count: facts.n_words };
    let words = [
        (facts.about.title, "title"),
        (Some(appeared).filter(|it| !it.is_empty()), "source"),
        (Some(language), "language"),
        (Some(app.say(&length)), "num"),
        (facts.name, "mono"),
        (facts.is_hidden.then(|| app.say(&Message::SheetHidden)), "hidden"),
    ];
    let add = facts.can_label.then(|| app.say(&Message::ArticleLabelsAdd));
    let labels = facts.labels.into_iter().map(|it| (Some(it), "article-label"));
    let label = labels.chain([(add, "article-label add")]);
    meta.set_text_content(None);
    for (words, class) in words.into_iter().chain(label) {
        let (Some(words), Ok(span)) = (words, document().create_element("span")) else { continue };
        span.set_class_name(class);
        span.set_text_content(Some(&words));
        if class == "language" {
            span.set_attribute("title", &change).expect("an element takes any attribute");
        }
        let done = span.set_attribute("dir", "auto").and_then(|()| meta.append_child(&span));
        done.expect("a new element takes any attribute and may go anywhere");
    }
}

/// The languages that an article may be in. The line is a part of the text for the keyboard, which
/// has the command instead.
#[component]
fn Languages(at: (i32, i32), menu: RwSignal<Option<(i32, i32)>>) -> impl IntoView {
    let app = app();
    let Some(document) = app.read(|it| it.open_document().cloned()) else {
        return ().into_any();
    };
    let set = |language: Option<&str>| {
        let language = language.map(str::to_owned);
        Command::SetLanguage { document: document.clone(), language }
    };
    let items = vec![
        Item { name: Message::LanguageEnglish, command: set(Some("en")) },
        Item { name: Message::LanguageSpanish, command: set(Some("es")) },
        Item { name: Message::LanguageUnknown, command: set(None) },
        Item { name: Message::LanguageOther, command: Command::AskArticleLanguage },
    ];
    let close = Callback::new(move |()| {
        menu.set(None);
        app.outside.focus_article();
    });
    view! {
        <div class="menu-at" use:placed=at>
            <Menu items=items close=close class="at" />
        </div>
    }
    .into_any()
}

/// What the line says.
struct Facts {
    about: About,
    language: Option<String>,
    n_words: u64,
    name: Option<String>,
    /// The labels of the article, by name.
    labels: Vec<String>,
    /// Whether it has none, and there are some.
    can_label: bool,
    /// Whether its suggestions are hidden.
    is_hidden: bool,
}

fn facts(session: &Session) -> Option<Facts> {
    let sheet = session.sheet()?;
    let header = &session.project().document(sheet.document())?.header;
    let text = sheet.text().as_str();
    let mut about = about(header);
    // Said once is enough: most texts begin with their title, and lists name articles by it.
    let is_said = |it: &str| text.trim_start().starts_with(it);
    about.title.take_if(|it| is_said(it) || *it == header.name);
    let n_words = text.split_whitespace().count() as u64;
    let name = Some(header.name.clone()).filter(|it| !is_said(it));
    let labels = article_labels(session);
    let can_label = labels.is_empty() && session.has_article_labels();
    let language = header.language.clone();
    let is_hidden = session.hides(sheet.document());
    Some(Facts { about, language, n_words, name, labels, can_label, is_hidden })
}

/// The names of the labels of the open article, in the order of the schema.
fn article_labels(session: &Session) -> Vec<String> {
    let borne = session.open_document().map(|it| session.article_labels(it)).unwrap_or_default();
    let all = session.project().schema().document_labels.iter();
    all.filter(|it| borne.contains(&it.id)).map(|it| it.name.clone()).collect()
}

/// A day as the page's language writes it; anything else as it is.
fn written(app: App, date: &str) -> String {
    let Some((year, month, day)) = day(date) else { return date.to_owned() };
    let at = Date::new_with_year_month_day(year, month.cast_signed() - 1, day.cast_signed());
    let style = Object::new();
    Reflect::set(&style, &"dateStyle".into(), &"long".into()).expect("a new object is open");
    at.to_locale_date_string(app.language().tag(), &style).into()
}

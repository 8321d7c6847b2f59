//! How the page and the article are set. Each choice acts at once; there is nothing to confirm.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::locale::Language;
use apostil::message::Message;
use apostil::session::choice::{LineHeight, Measure, Motion, Spoken, Switch, Theme};
use apostil::session::command::Command;
use apostil::session::settings::{Setting, Settings as All};
use apostil::session::teach::Learning;

use crate::app::{App, app};
use crate::focus::rove;
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::parts::worn::worn;
use crate::react::memo;

/// A value to choose, and its words.
type Choice = (Setting, Message);

/// The dialog.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let app = app();
    view! {
        <Frame class="settings" name=Signal::derive(move || app.say(&Message::SettingsTitle))>
            <header>
                <h2>{app.words(Message::SettingsTitle)}</h2>
                <span class="soft">{app.words(Message::SettingsKept)}</span>
                <CloseButton />
            </header>
            <div class="body">
                <OfThePage />
                <OfTheArticle />
                <OfSuggestions />
                <OfAccess />
            </div>
        </Frame>
    }
}

/// Theme, language, motion, and who works on it.
#[component]
fn OfThePage() -> impl IntoView {
    let app = app();
    let themes = Theme::ALL.iter().map(|it| (Setting::Theme(*it), it.words()));
    let motions = Motion::ALL.iter().map(|it| (Setting::Motion(*it), it.words()));
    view! {
        <section>
            <h3>{app.words(Message::SettingsPage)}</h3>
            {choices(app, Message::SettingTheme, None, themes.collect())}
            {languages(app)}
            {choices(app, Message::SettingMotion, None, motions.collect())}
            {person(app)}
        </section>
    }
}

/// What to call who works here.
fn person(app: App) -> impl IntoView {
    let name = move || {
        app.changed.settings.track();
        app.read(|it| it.settings().name.clone()).unwrap_or_default()
    };
    let take = move |event| app.dispatch(Command::Set(Setting::Name(event_target_value(&event))));
    view! {
        <label class="row">
            <span>{app.words(Message::SettingName)}</span>
            <span class="field">
                <input autocomplete="name" dir="auto" prop:value=name on:change=take />
            </span>
            <p>{app.words(Message::SettingNameHint)}</p>
        </label>
    }
}

/// What is seen of the article.
#[component]
fn OfTheArticle() -> impl IntoView {
    let app = app();
    let lines = LineHeight::ALL.iter().map(|it| (Setting::LineHeight(*it), it.words()));
    let measures = Measure::ALL.iter().map(|it| (Setting::Measure(*it), it.words()));
    let sample = move || worn(app, &app.say(&Message::SettingSample), None);
    view! {
        <section>
            <h3>{app.words(Message::SettingsArticle)}</h3>
            <TextSize />
            {choices(app, Message::SettingLineHeight, None, lines.collect())}
            {choices(app, Message::SettingMeasure, None, measures.collect())}
            <p class="sample" aria-hidden="true">
                {sample}
            </p>
            {switch(app, Switch::Tags, Some(Message::SettingTagsHint))}
            {switch(app, Switch::Invisibles, Some(Message::SettingInvisiblesHint))}
            {switch(app, Switch::Rejected, None)}
        </section>
    }
}

/// What suggestions go by.
#[component]
fn OfSuggestions() -> impl IntoView {
    let app = app();
    let learning = memo(move || {
        app.changed.status.track();
        app.changed.settings.track();
        app.read(|it| (it.settings().learn, it.learning()))
    });
    let words = move || {
        let (is_on, learning) = learning.get();
        app.say(&how_far(is_on, &learning))
    };
    let left_out = move || {
        let said = learning.get().1.left_out().into_iter().map(|it| app.say(&it));
        said.collect::<Vec<_>>().join(" ")
    };
    let button = move |command: Command, name: Message, is_shown: fn(&Learning) -> bool| {
        let shown = move || {
            let (command, name) = (command.clone(), name.clone());
            is_shown(&learning.get().1).then(|| {
                view! {
                    <button
                        type="button"
                        class="b line"
                        on:click=move |_| app.dispatch(command.clone())
                    >
                        {app.words(name)}
                    </button>
                }
            })
        };
        shown.into_any()
    };
    view! {
        <section>
            <h3>{app.words(Message::SettingsSuggestions)}</h3>
            {switch(app, Switch::Learn, Some(Message::SettingLearnHint))}
            {switch(app, Switch::Offer, Some(Message::SettingOfferHint))}
            <div class="row learning">
                <p role="status">{words} " " {left_out}</p>
                <div class="buttons">
                    {button(
                        Command::ForgetLearned,
                        Message::CommandLearnForget,
                        |it| it.n_wanted > 0,
                    )}
                    {button(
                        Command::LearnFromAll,
                        Message::CommandLearnAll,
                        |it| it.n_forgotten > 0,
                    )}
                </div>
            </div>
        </section>
    }
}

/// How far the engine is with what was decided, in words.
fn how_far(is_on: bool, learning: &Learning) -> Message {
    let (count, total) = (learning.n_learned as u64, learning.n_wanted as u64);
    match total {
        _ if !is_on => Message::LearningOff,
        0 => Message::LearningNothing,
        _ if count < total => Message::LearningSoFar { count, total },
        _ => Message::LearningFrom { count },
    }
}

/// What helps those who work by keys or by ear.
#[component]
fn OfAccess() -> impl IntoView {
    let app = app();
    let spoken = Spoken::ALL.iter().map(|it| (Setting::Spoken(*it), it.words()));
    view! {
        <section>
            <h3>{app.words(Message::SettingsAccess)}</h3>
            {switch(app, Switch::Letters, Some(Message::SettingLettersHint))}
            {choices(app, Message::SettingSpoken, Some(Message::SettingSpokenHint), spoken.collect())}
            {switch(app, Switch::Whole, Some(Message::SettingWholeHint))}
            <div class="row">
                <span></span>
                <button
                    type="button"
                    class="b line"
                    on:click=move |_| app.dispatch(Command::ShowKeys)
                >
                    {app.words(Message::SettingsKeys)}
                </button>
            </div>
        </section>
    }
}

/// Smaller, how large, larger.
#[component]
fn TextSize() -> impl IntoView {
    let app = app();
    let size = move || {
        app.changed.settings.track();
        app.read(|it| u64::from(it.settings().text_size))
    };
    let step = move |larger: bool, sign: &'static str, name: Message| {
        let can = move || {
            app.changed.settings.track();
            app.read(|it| it.settings().next_size(larger).is_some())
        };
        view! {
            <button
                type="button"
                aria-label=app.words(name)
                aria-disabled=move || (!can()).then_some("true")
                on:click=move |_| app.dispatch(Command::Resize { larger })
            >
                {sign}
            </button>
        }
    };
    view! {
        <div class="row" role="group" aria-label=app.words(Message::SettingTextSize)>
            <span>{app.words(Message::SettingTextSize)}</span>
            <div class="seg num">
                {step(false, "−", Message::SettingTextSmaller)}
                <output>{move || app.number(size())}</output>
                {step(true, "+", Message::SettingTextLarger)}
            </div>
        </div>
    }
}

/// The languages of the page, each by its own name.
fn languages(app: App) -> impl IntoView {
    let all = Language::ALL.into_iter().map(|it| {
        let name = it.own_name();
        radio(app, Setting::Language(it), Some(it.tag()), move || name.to_owned()).into_any()
    });
    row(app, Message::SettingLanguage, None, all.collect())
}

/// A row of values of which one holds.
fn choices(
    app: App,
    name: Message,
    hint: Option<Message>,
    values: Vec<Choice>,
) -> impl IntoView + use<> {
    let all = values
        .into_iter()
        .map(|(setting, words)| radio(app, setting, None, move || app.say(&words)).into_any());
    row(app, name, hint, all.collect())
}

fn row(
    app: App,
    name: Message,
    hint: Option<Message>,
    radios: Vec<AnyView>,
) -> impl IntoView + use<> {
    let walk = move |event: KeyboardEvent| {
        if let Some(option) = rove(&event, "[role=radio]") {
            option.click();
        }
    };
    view! {
        <div class="row">
            <span>{app.words(name.clone())}</span>
            <div class="seg" role="radiogroup" aria-label=app.words(name) on:keydown=walk>
                {radios}
            </div>
            {hint.map(|it| view! { <p>{app.words(it)}</p> })}
        </div>
    }
}

/// One value of a row.
fn radio(
    app: App,
    setting: Setting,
    language: Option<&'static str>,
    words: impl Fn() -> String + Send + 'static,
) -> impl IntoView {
    let of = setting.clone();
    let holds = Signal::derive(move || holds(app, |it| it.holds(&of)));
    view! {
        <button
            type="button"
            role="radio"
            lang=language
            aria-checked=move || holds.get().to_string()
            tabindex=move || if holds.get() { "0" } else { "-1" }
            on:click=move |_| app.dispatch(Command::Set(setting.clone()))
        >
            {words}
        </button>
    }
}

/// A row that is on or off.
fn switch(app: App, switch: Switch, hint: Option<Message>) -> impl IntoView + use<> {
    let on = move || holds(app, |it| it.is_on(switch));
    let turn = move |_| {
        let on = app.read(|it| it.settings().is_on(switch));
        app.dispatch(Command::Set(Setting::Switch(switch, !on)));
    };
    view! {
        <label class="row switch">
            <input type="checkbox" prop:checked=on on:change=turn />
            <span>{app.words(switch.words())}</span>
            {hint.map(|it| view! { <p>{app.words(it)}</p> })}
        </label>
    }
}

fn holds(app: App, ask: impl Fn(&All) -> bool) -> bool {
    app.changed.settings.track();
    app.read(|it| ask(it.settings()))
}

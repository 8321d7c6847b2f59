//! Giving a command another key: the next keys pressed are taken, unless somebody needs them.

use leptos::html::Span;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::keymap::{Holder, KeyMap, refusal};
use apostil::session::keys::{Chord, Key};
use apostil::session::settings::Setting;
use apostil::session::table::Spec;

use crate::app::{App, app};
use crate::focus;
use crate::keyboard::cap;
use crate::react::effect;
use crate::web::pane::keys::chord;

/// Why a chord was not taken, and the command with which to swap it.
type Problem = (Message, Option<(&'static Spec, Chord)>);

/// The field that listens for the new key of `spec`.
#[component]
pub(crate) fn Change(
    spec: &'static Spec,
    /// Emptied when it is over.
    changed: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = app();
    let problem: RwSignal<Option<Problem>> = RwSignal::new(None);
    let field = NodeRef::<Span>::new();
    effect(move || {
        if let Some(field) = field.get() {
            focus::focus(&field);
        }
    });
    let hear = move |event: KeyboardEvent| {
        if event.key() == "Tab" {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        match heard(app, spec, &event) {
            Heard::Leave => changed.set(None),
            Heard::Nothing => {}
            Heard::Take(chord) => {
                keep(app, |keys| keys.bind(spec, Some(chord)));
                changed.set(None);
            }
            Heard::Refuse(why) => problem.set(Some(why)),
        }
    };
    let act = move |work: fn(&mut KeyMap, &'static Spec)| {
        keep(app, |keys| work(keys, spec));
        changed.set(None);
    };
    view! {
        <div class="change">
            <span class="field" tabindex="0" role="textbox" aria-readonly="true"
                aria-label=app.words(Message::KeysPress) node_ref=field on:keydown=hear>
                {app.words(Message::KeysPress)}
            </span>
            <div class="told" role="alert">
                {move || problem.get().map(|it| told(app, spec, changed, it))}
            </div>
            <div class="acts">
                <button type="button" class="b line" on:click=move |_| act(|it, spec| it.bind(spec, None))>
                    {app.words(Message::KeysUnset)}
                </button>
                <button type="button" class="b line" on:click=move |_| act(|it, spec| it.reset(spec.id))>
                    {app.words(Message::KeysReset)}
                </button>
            </div>
        </div>
    }
}

/// Why the chord was not taken, and the way to swap.
fn told(
    app: App,
    spec: &'static Spec,
    changed: RwSignal<Option<usize>>,
    (why, swap): Problem,
) -> impl IntoView {
    let swap = swap.map(|(other, chord)| {
        let press = move |_| {
            keep(app, |keys| keys.swap(spec, other, chord));
            changed.set(None);
        };
        view! {
            <button type="button" class="b line" on:click=press>
                {app.words(Message::KeysSwap)}
            </button>
        }
    });
    view! {
        <p class="problem">{app.say(&why)}</p>
        {swap}
    }
}

/// What a press means here.
enum Heard {
    /// Leave everything as it is.
    Leave,
    /// A modifier alone, or a character that is being composed.
    Nothing,
    /// The new chord.
    Take(Chord),
    /// It cannot be had.
    Refuse(Problem),
}

fn heard(app: App, spec: &'static Spec, event: &KeyboardEvent) -> Heard {
    if matches!(event.key().as_str(), "Shift" | "Control" | "Alt" | "Meta" | "AltGraph" | "Dead") {
        return Heard::Nothing;
    }
    let Some(chord) = chord(event) else {
        return Heard::Refuse((Message::KeyNeededForSigns, None));
    };
    if chord == (Chord { ctrl: false, alt: false, shift: false, key: Key::Escape }) {
        return Heard::Leave;
    }
    let said = cap(app, chord);
    if let Some(why) = refusal(chord) {
        let why = Message::KeysRefused { chord: said, why: Box::new(why) };
        return Heard::Refuse((why, None));
    }
    app.read(|session| {
        let keys = &session.settings().keys;
        match keys.holder(session.project().schema(), spec.id, chord) {
            None => Heard::Take(chord),
            Some(Holder::Label(label)) => {
                let label = label.name.clone();
                Heard::Refuse((Message::KeysHeldByLabel { chord: said, label }, None))
            }
            Some(Holder::Command(other)) => {
                let command = Box::new(other.name.clone());
                let why = Message::KeysHeldByCommand { chord: said, command };
                Heard::Refuse((why, Some((other, chord))))
            }
        }
    })
}

fn keep(app: App, work: impl FnOnce(&mut KeyMap)) {
    let mut keys = app.read(|it| it.settings().keys.clone());
    work(&mut keys);
    app.dispatch(Command::Set(Setting::Keys(keys)));
}

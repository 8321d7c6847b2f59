//! How the page looks, as the style sheets hear of it: attributes and sizes of the root.
//!
//! Sizes are set through the style object, since the page's policy forbids style attributes.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use apostil::session::choice::{Motion, Switch, Theme};
use apostil::session::settings::Settings;

use crate::parts::measure;

/// The browser's own size of letters that sizes are said for, in CSS pixels.
const ROOT_SIZE: f32 = 16.0;

/// Brings the root in line with `settings`.
pub(crate) fn follow(settings: &Settings) {
    let root = document().document_element().expect("a page has a root");
    let root: HtmlElement = root.unchecked_into();
    let is_own = settings.theme != Theme::System;
    for (name, value) in [
        ("lang", Some(settings.language.tag())),
        ("data-theme", is_own.then(|| settings.theme.name())),
        ("data-line", Some(settings.line_height.name())),
        ("data-measure", Some(settings.measure.name())),
        ("data-motion", (settings.motion == Motion::Less).then_some("less")),
        ("data-tags", (!settings.is_on(Switch::Tags)).then_some("off")),
        ("data-whole", settings.is_on(Switch::Whole).then_some("")),
    ] {
        let done = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
        done.expect("the root takes any attribute");
    }
    // In rem, so that it grows with the size that the person has set in the browser.
    let size = f32::from(settings.text_size) / ROOT_SIZE;
    measure::set(&root, "--t-4", &format!("{size}rem"));
    measure::set(&root, "--col-list", &format!("{}px", settings.list_width));
    measure::set(&root, "--col-inspector", &format!("{}px", settings.inspector_width));
}

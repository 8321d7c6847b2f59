//! Times and spans of time, as the page's language writes them.

use js_sys::{Date, Object, Reflect};

use apostil::message::Message;

use crate::app::App;

/// A time in milliseconds since 1970, its day written in `style`: `medium` or `short`.
pub(crate) fn moment(app: App, at: u64, style: &str) -> String {
    written(app, &date(at), &[("dateStyle", style), ("timeStyle", "short")])
}

/// The same, shorter, and without the day where that is today.
pub(crate) fn lately(app: App, at: u64) -> String {
    let day = |it: &Date| (it.get_full_year(), it.get_month(), it.get_date());
    let then = date(at);
    if day(&then) != day(&Date::new_0()) {
        return moment(app, at, "short");
    }
    written(app, &then, &[("timeStyle", "short")])
}

fn date(at: u64) -> Date {
    Date::new(&(at as f64).into())
}

fn written(app: App, date: &Date, styles: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in styles {
        Reflect::set(&options, &(*name).into(), &(*value).into()).expect("a new object is open");
    }
    date.to_locale_string(app.language().tag(), &options).into()
}

/// How long so many milliseconds are.
pub(crate) fn span(milliseconds: u64) -> Message {
    let seconds = milliseconds / 1_000;
    match seconds / 60 {
        0 => Message::DurationSeconds { seconds },
        minutes @ 1..60 => Message::DurationMinutes { minutes },
        minutes => Message::DurationHours { hours: minutes / 60, minutes: minutes % 60 },
    }
}

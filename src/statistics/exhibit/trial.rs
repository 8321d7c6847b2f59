//! Articles marked with suggestions and without, side by side, and what that means.

use crate::message::Message;
use crate::statistics::exhibit::{Exhibit, exhibit};
use crate::statistics::table::{Cell, Table};
use crate::statistics::trial::{Side, Trial};

/// The table and what it means.
pub(super) fn trial(trial: &Trial) -> Exhibit {
    let mut table = Table::new([
        Message::TrialSuggestions,
        Message::TrialArticles,
        Message::StatisticsWords,
        Message::StatisticsMarks,
        Message::TrialDensity,
        Message::TrialCounted,
        Message::TrialRight,
        Message::TrialPrecision,
        Message::TrialRecall,
    ]);
    if trial.is_on() {
        table.rows.push(row(Message::TrialHidden, &trial.hidden, trial.hidden.recall()));
        table.rows.push(row(Message::TrialShown, &trial.shown, None));
    }
    Exhibit { notes: notes(trial), ..exhibit("trial", Message::TrialTitle, table, None) }
}

fn row(name: Message, side: &Side, recall: Option<f64>) -> Vec<Cell> {
    let density = side.density().map_or(Cell::Empty, Cell::Measure);
    let counts = [side.n_done, side.n_words, side.n_marks].map(Cell::Number);
    let suggested = [side.n_suggested, side.n_right].map(Cell::Number);
    let shares = [side.precision(), recall].map(Cell::share);
    let all = [Cell::Words(name)].into_iter().chain(counts).chain([density]);
    all.chain(suggested).chain(shares).collect()
}

fn notes(trial: &Trial) -> Vec<Message> {
    if !trial.is_on() {
        return vec![Message::TrialNone];
    }
    let mut notes = Vec::new();
    let percent = |it: f64| (it * 100.0).round() as u64;
    let hidden = (trial.hidden.precision(), trial.hidden.recall());
    if let (Some(accepted), (Some(right), Some(found))) = (trial.shown.precision(), hidden) {
        let (accepted, right, found) = (percent(accepted), percent(right), percent(found));
        notes.push(Message::TrialRates { accepted, right, found });
        notes.push(match trial.is_too_ready() {
            None => Message::TrialTooFew { count: trial.hidden.n_suggested },
            Some(true) => Message::TrialTooReady,
            Some(false) => Message::TrialEven,
        });
    }
    if trial.n_waiting > 0 {
        notes.push(Message::TrialWaiting { count: trial.n_waiting });
    }
    notes.push(Message::TrialNote);
    notes
}

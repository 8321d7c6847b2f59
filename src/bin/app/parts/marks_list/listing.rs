//! Which marks are listed, in which order.

use apostil::extract::spelling::fold;
use apostil::model::id::LabelId;
use apostil::model::schema::Schema;
use apostil::order::{sort_by, sort_by_key};
use apostil::session::Session;
use apostil::session::suggestion::DOUBTFUL_BELOW;
use apostil::view::{Placed, Sheet, Shown, ShownKey, ShownState};

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// As they stand in the article.
    #[default]
    Reading,
    /// By label, in the order of the palette.
    Label,
    /// By their words.
    Words,
    /// The least sure suggestions first.
    Score,
    /// The longest first.
    Length,
}

/// What a person wants to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Wanted {
    /// Words of the mark or of its label's name.
    pub(crate) words: String,
    /// Only suggestions that are not sure.
    pub(crate) doubtful: bool,
    /// Only what is decided so far.
    pub(crate) state: Option<ShownState>,
    /// Only this label.
    pub(crate) label: Option<LabelId>,
    /// In which order.
    pub(crate) order: Order,
}

/// The marks of the open article that are wanted.
pub(crate) fn listed(session: &Session, wanted: &Wanted) -> Vec<ShownKey> {
    let Some(sheet) = session.sheet() else { return Vec::new() };
    let schema = session.project().schema();
    let typed = fold(wanted.words.trim());
    let is_wanted = |it: &&Placed| {
        let it = &it.shown;
        (!wanted.doubtful || is_doubtful(it))
            && wanted.state.is_none_or(|state| it.state == state)
            && wanted.label.is_none_or(|label| it.label == label)
            && (typed.is_empty() || has_words(session, schema, it, &typed))
    };
    let mut all: Vec<&Placed> = sheet.marks().iter().filter(is_wanted).collect();
    arrange(session, wanted.order, &mut all);
    all.into_iter().map(|it| it.shown.key).collect()
}

fn is_doubtful(mark: &Shown) -> bool {
    mark.state == ShownState::Suggested && mark.score.is_some_and(|it| it < DOUBTFUL_BELOW)
}

/// Whether `typed`, folded, stands in the mark's words or in its label's name.
fn has_words(session: &Session, schema: &Schema, mark: &Shown, typed: &str) -> bool {
    fold(&words(session, mark)).contains(typed)
        || schema.label(mark.label).is_some_and(|it| fold(&it.name).contains(typed))
}

fn arrange(session: &Session, order: Order, all: &mut Vec<&Placed>) {
    let schema = session.project().schema();
    match order {
        Order::Reading => {}
        Order::Label => {
            sort_by_key(all, |it| {
                schema.labels.iter().position(|label| label.id == it.shown.label)
            });
        }
        Order::Words => {
            // Each is folded once, and not for every comparison.
            let mut folded: Vec<(String, &Placed)> =
                all.iter().map(|it| (fold(&words(session, &it.shown)), *it)).collect();
            sort_by(&mut folded, |one, other| one.0.cmp(&other.0));
            *all = folded.into_iter().map(|it| it.1).collect();
        }
        Order::Score => {
            let least = |it: &&Placed| match (it.shown.state, it.shown.score) {
                (ShownState::Suggested, Some(score)) => (score * 1e6) as u32,
                _ => u32::MAX,
            };
            sort_by_key(all, least);
        }
        Order::Length => sort_by_key(all, |it| u32::MAX - it.shown.extent.hull().len()),
    }
}

/// The words of a mark, its pieces joined, on one line.
pub(crate) fn words(session: &Session, shown: &Shown) -> String {
    let text = session.sheet().map(Sheet::text);
    let words = text.and_then(|it| shown.extent.words(it)).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The mark of `all` after `here` whose words begin with what was typed, going round once; with one
/// letter typed the mark itself is left.
pub(crate) fn begins_with(
    session: &Session,
    all: &[ShownKey],
    here: Option<usize>,
    typed: &str,
) -> Option<ShownKey> {
    let sheet = session.sheet()?;
    let leaves = usize::from(typed.chars().count() == 1);
    let from = here.map_or(0, |it| it + leaves).min(all.len());
    let begins = |key: &&ShownKey| {
        let mark = sheet.find(**key);
        mark.is_some_and(|it| fold(&words(session, &it.shown)).starts_with(typed))
    };
    all[from..].iter().chain(&all[..from]).find(begins).copied()
}

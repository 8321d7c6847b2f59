//! Marking what is missing, with a drag and a key, or with a label that is held.

use apostil::{model::id::LabelId, session::command::Command, text::TextRange, view::ShownKey};

use crate::{
    effort::{
        annotator::{marked, offers},
        desk::Desk,
        gold::{Article, Name, counted},
        spreading::spread,
        till::Action,
    },
    train::held_out::Kind,
};

/// How often an article is gone through at most: learning may take away what was suggested above.
const MOST_ROUNDS: usize = 9;

/// Marks what is neither marked nor suggested, from top to bottom.
pub fn mark_missing(desk: &mut Desk, articles: &[Article], article: &Article) {
    for _ in 0..MOST_ROUNDS {
        let mut at = 0;
        loop {
            let missing = missing(desk, article);
            let ahead: Vec<Name> = missing.into_iter().filter(|it| it.0.start() >= at).collect();
            let Some(next) = ahead.first() else { break };
            at = next.0.start() + 1;
            mark(desk, &ahead);
            spread(desk, articles);
        }
        if missing(desk, article).is_empty() {
            return;
        }
    }
    panic!("names cannot be marked: {:?}", missing(desk, article));
}

/// The names of `article` that are neither marked nor suggested.
fn missing(desk: &Desk, article: &Article) -> Vec<Name> {
    let document = desk.open();
    let (marked, offers) = (marked(desk, &document), offers(desk, &document));
    let is_there =
        |name: &Name| marked.contains(name) || offers.iter().any(|it| it.name == Some(*name));
    article.names.iter().filter(|it| !is_there(it)).copied().collect()
}

/// Marks the first of the names that are `ahead`.
fn mark(desk: &mut Desk, ahead: &[Name]) {
    let labels: Vec<LabelId> = ahead.iter().map(|it| label_of(desk, it.1)).collect();
    let label = labels[0];
    hold(desk, &labels);
    let held = desk.session.cursor().armed;
    let (range, there) = suggested(desk, ahead[0].0);
    match (held, there) {
        // What is suggested there with another label is selected and gets the right one.
        (held, Some(key)) if held != Some(label) => {
            desk.act(Action::Select, Command::SelectMark(key));
            desk.act(Action::Label, Command::Label(label));
        }
        (Some(held), _) => {
            desk.act(Action::Drag, Command::LabelRange { range, label: held });
            if held != label {
                desk.act(Action::Label, Command::Label(label));
            }
        }
        (None, _) => {
            let (anchor, caret) = (range.start(), range.end());
            desk.act(Action::Drag, Command::Select { anchor, caret });
            desk.act(Action::Label, Command::Label(label));
        }
    }
}

/// The label that a name of `kind` gets.
fn label_of(desk: &Desk, kind: Kind) -> LabelId {
    desk.label(match kind {
        Kind::Person => "PERSON",
        Kind::Body => "ORG",
        Kind::Place => "GPE",
    })
}

/// Chooses the first of `labels` for the next drags, where that pays until the last of them.
fn hold(desk: &mut Desk, labels: &[LabelId]) {
    let (label, held) = (labels[0], desk.session.cursor().armed);
    if held == Some(label) {
        return;
    }
    let is_free = !desk.session.has_mark() && desk.session.cursor().selection().is_none();
    let to_choose = if is_free { 1 } else { 2 };
    // Without, this one costs a drag and a key.
    if to_choose + cost(Some(label), labels) >= 2 + cost(held, &labels[1..]) {
        return;
    }
    if !is_free {
        desk.act(Action::Hold, Command::SelectNone);
    }
    desk.act(Action::Hold, Command::Choose(label));
}

/// What it costs at least to mark names with `labels`, one after the other, holding `held` at first.
fn cost(held: Option<LabelId>, labels: &[LabelId]) -> usize {
    let mut states: Vec<Option<LabelId>> = labels.iter().map(|it| Some(*it)).collect();
    states.push(held);
    // The costs of what comes after, for each label that may be held then.
    let mut costs = vec![0; states.len()];
    for (at, label) in labels.iter().enumerate().rev() {
        let drag = |state: Option<LabelId>| if state == Some(*label) { 1 } else { 2 };
        let stay: Vec<usize> =
            states.iter().zip(&costs).map(|(it, next)| drag(*it) + next).collect();
        costs = stay.iter().map(|it| (*it).min(2 + stay[at])).collect();
    }
    costs[labels.len()]
}

/// The suggestion on the words of `range`, edges aside, and where it is.
fn suggested(desk: &Desk, range: TextRange) -> (TextRange, Option<ShownKey>) {
    let document = desk.open();
    let text = desk.text(&document);
    let is_there =
        |it: TextRange| counted(text.as_str(), it, "PERSON").is_some_and(|it| it.0 == range);
    let there = offers(desk, &document).into_iter().find(|it| is_there(it.key.range));
    there.map_or((range, None), |it| (it.key.range, Some(ShownKey::Suggested(it.key))))
}

//! Somebody who knows what is right, and brings each article there with few actions.
//!
//! Articles are read once, in order, each from top to bottom. In each, what is neither marked nor
//! suggested is marked; then what is suggested is answered; then the article is said to be done, which
//! clears what is left. Of several ways the cheapest is taken, as far as one can see from where one
//! stands. Reading order: [`work`], [`marking`](crate::effort::marking), then
//! [`spreading`](crate::effort::spreading).

use apostil::{
    model::{id::DocumentId, track::DecisionKey},
    session::command::Command,
    view::ShownKey,
};

use crate::effort::{
    desk::{Desk, ME},
    gold::{Article, Name, counted},
    marking::mark_missing,
    spreading::spread,
    till::Action,
};

/// How suggestions are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// One by one, a key each.
    Singly,
    /// All that are left of an article at once.
    AtOnce,
}

/// An open suggestion.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// Which.
    pub key: DecisionKey,
    /// How it is counted, if it is.
    pub name: Option<Name>,
}

impl Offer {
    fn is_right(&self, article: &Article) -> bool {
        self.name.is_some_and(|it| article.names.contains(&it))
    }
}

/// Brings all `articles` of the desk, in order, to what is right.
pub fn work(desk: &mut Desk, articles: &[Article], answers: Answers) {
    for article in articles {
        // Between two articles there is time to read again what may have changed.
        desk.pause();
        finish(desk, articles, article, answers);
    }
}

/// Brings the open article to what is right, and goes on to the next.
fn finish(desk: &mut Desk, articles: &[Article], article: &Article, answers: Answers) {
    loop {
        mark_missing(desk, articles, article);
        let mut offers = offers(desk, &desk.open());
        offers.retain(|it| it.name.is_some());
        let is_right = |it: &Offer| it.is_right(article);
        let first_wrong = offers.iter().position(|it| !is_right(it));
        let last_right = offers.iter().rposition(is_right);
        let n_left = last_right.map_or(0, |it| it + 1);
        if offers.is_empty() || first_wrong.is_none() && answers == Answers::AtOnce {
            return desk.act(Action::Finish, Command::Finish);
        }
        if last_right.is_none() {
            desk.act(Action::Done, Command::ToggleDone);
            return desk.act(Action::Turn, Command::NextArticle);
        }
        let singly = to_reach(desk, offers[0]) + n_left + 2;
        let rejecting = to_reject(desk, &offers, article) + 1;
        // Whoever answers one by one does so from top to bottom; else what is wrong comes first.
        let wrong = first_wrong.filter(|_| answers == Answers::AtOnce && rejecting < singly);
        answer(desk, offers[wrong.unwrap_or(0)], article);
        spread(desk, articles);
    }
}

/// What it costs to select a suggestion: nothing where it is selected, or where only such stand before it
/// as are not counted.
fn to_reach(desk: &Desk, offer: Offer) -> usize {
    let Some(ShownKey::Suggested(selected)) = desk.session.cursor().mark else { return 1 };
    let offers = offers(desk, &desk.open());
    let mut ahead = offers.iter().skip_while(|it| it.key != selected);
    let next = ahead.find(|it| it.name.is_some() || it.key == offer.key);
    usize::from(next.is_none_or(|it| it.key != offer.key))
}

/// What it costs to reject all that is wrong: a key each, and a click where they stand apart.
fn to_reject(desk: &Desk, offers: &[Offer], article: &Article) -> usize {
    let (mut cost, mut is_reached) = (0, false);
    for it in offers {
        let is_wrong = !it.is_right(article);
        if is_wrong {
            cost += 1 + if is_reached { 0 } else { to_reach(desk, *it) };
        }
        is_reached = is_wrong;
    }
    cost
}

/// Accepts a suggestion that is right, and rejects one that is not.
fn answer(desk: &mut Desk, offer: Offer, article: &Article) {
    let select = Command::SelectMark(ShownKey::Suggested(offer.key));
    if to_reach(desk, offer) > 0 {
        desk.act(Action::Select, select);
    } else {
        desk.run(select);
    }
    if offer.is_right(article) {
        desk.act(Action::Accept, Command::Accept);
    } else {
        desk.act(Action::Reject, Command::Reject);
    }
}

/// The marks of an article as they are counted, in order.
pub fn marked(desk: &Desk, document: &DocumentId) -> Vec<Name> {
    let project = desk.session.project();
    let Some(track) = project.track(document, ME) else { return Vec::new() };
    let text = desk.text(document);
    let marks = track.annotations.values();
    let name = |label| desk.session.label_name(label);
    let names = marks.filter_map(|it| counted(text.as_str(), it.extent.hull(), &name(it.label)));
    let mut all: Vec<Name> = names.collect();
    all.sort();
    all
}

/// The open suggestions of an article, in order.
pub fn offers(desk: &Desk, document: &DocumentId) -> Vec<Offer> {
    let text = desk.text(document);
    let open = desk.session.open_suggestions(document).map(|it| it.0);
    let offer = |key: DecisionKey| {
        let label = desk.session.label_name(key.label);
        Offer { key, name: counted(text.as_str(), key.range, &label) }
    };
    open.map(offer).collect()
}

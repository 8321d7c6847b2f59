//! What is found for what is typed.
//!
//! Every typed word must fit somewhere: at the start of a word, inside of one, or with letters left
//! out. Case and accents do not count. Commands are found by their names in the page's language and
//! by their ids, labels also by what their guidelines say of them.

use leptos::prelude::GetValue;

use apostil::extract::spelling::fold;
use apostil::model::id::{AnnotationId, DocumentId, LabelId, RelationId, RelationLabelId};
use apostil::order::sort_by_key;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::table::{COMMANDS, Spec};
use apostil::text::TextRange;

use crate::app::App;

/// What is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Commands, labels, articles, words of the article.
    Everything,
    /// Labels.
    Labels,
    /// Words of the article.
    Words,
    /// Relation labels, for one relation.
    Relation(Tied),
}

/// Which relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tied {
    /// One that is to lead from a mark to another.
    New(AnnotationId, AnnotationId),
    /// One that is there.
    Old(RelationId),
}

impl Tied {
    /// Where it starts and where it points.
    pub(crate) fn ends(self, session: &Session) -> Option<(AnnotationId, AnnotationId)> {
        match self {
            Self::New(from, to) => Some((from, to)),
            Self::Old(id) => session.relation(id).map(|it| (it.from, it.to)),
        }
    }
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Line {
    /// A command, by its place in the table.
    Command(usize),
    /// A label.
    Label(LabelId),
    /// A relation label.
    Relation(RelationLabelId),
    /// A relation label that is to be made.
    NewRelation(String),
    /// An article.
    Article(DocumentId),
    /// Words of the open article.
    Place(TextRange),
    /// All of so many places of the words.
    AllPlaces(usize),
}

/// How many articles are listed at most.
const MOST_ARTICLES: usize = 20;
/// How many of the last commands come first.
pub(crate) const MOST_RECENT: usize = 5;
/// How many places of words are listed at most: among everything, and alone.
const MOST_PLACES: (usize, usize) = (5, 200);

/// The lines for what is typed, in their groups, the best of each first.
pub(crate) fn find(app: App, kind: Kind, typed: &str) -> Vec<Line> {
    let folded = fold(typed);
    let wanted: Vec<&str> = folded.split_whitespace().collect();
    let has_article = app.read(Session::has_article);
    let mut lines = Vec::new();
    if kind == Kind::Everything {
        lines.extend(commands(app, &wanted));
    }
    if has_article && (kind == Kind::Labels || (kind == Kind::Everything && !wanted.is_empty())) {
        lines.extend(labels(app, &wanted));
    }
    if kind == Kind::Everything && !wanted.is_empty() {
        lines.extend(articles(app, &wanted));
    }
    match kind {
        Kind::Everything => lines.extend(places(app, typed, MOST_PLACES.0)),
        Kind::Words => lines.extend(places(app, typed, MOST_PLACES.1)),
        Kind::Relation(tied) => lines.extend(relations(app, tied, typed.trim(), &wanted)),
        Kind::Labels => {}
    }
    lines
}

/// The commands that can be done now and fit. With nothing typed, the last ones first, and without
/// the caret's steps.
fn commands(app: App, wanted: &[&str]) -> Vec<Line> {
    let can = |spec: &Spec| app.read(|it| (spec.when)(it));
    let all = (0..COMMANDS.len()).filter(|it| can(&COMMANDS[*it]));
    let all: Vec<(u32, usize)> = if wanted.is_empty() {
        let is_step = |it: &usize| {
            matches!(COMMANDS[*it].command, Command::Move { .. } | Command::ShowCommands)
        };
        let recent = app.recent.get_value();
        let place = |it: usize| recent.iter().position(|id| *id == COMMANDS[it].id);
        all.filter(|it| !is_step(it))
            .map(|it| (place(it).unwrap_or(MOST_RECENT) as u32, it))
            .collect()
    } else {
        all.filter_map(|it| {
            let spec = &COMMANDS[it];
            Some((fit(&[&fold(&app.say(&spec.name)), spec.id], wanted)?, it))
        })
        .collect()
    };
    best_first(all).into_iter().map(Line::Command).collect()
}

fn labels(app: App, wanted: &[&str]) -> Vec<Line> {
    let fitting = app.read(|it| {
        let labels = it.project().schema().labels.iter();
        labels
            .filter_map(|it| {
                Some((fit(&[&fold(&it.name), &fold(&it.description)], wanted)?, it.id))
            })
            .collect()
    });
    best_first(fitting).into_iter().map(Line::Label).collect()
}

/// The relation labels that these ends may have and that fit, and a new one of the name that is typed.
fn relations(app: App, tied: Tied, typed: &str, wanted: &[&str]) -> Vec<Line> {
    let (fitting, is_known) = app.read(|it| {
        let schema = it.project().schema();
        let allowed = tied.ends(it).map(|(from, to)| it.relation_labels_for(from, to));
        let allowed = allowed.into_iter().flatten().filter_map(|id| schema.relation(id));
        let fitting = allowed.filter_map(|it| Some((fit(&[&fold(&it.name)], wanted)?, it.id)));
        (fitting.collect(), schema.relation_named(typed).is_some())
    });
    let new = Some(typed).filter(|it| !it.is_empty() && !is_known);
    let known = best_first(fitting).into_iter().map(Line::Relation);
    known.chain(new.map(|it| Line::NewRelation(it.to_owned()))).collect()
}

fn articles(app: App, wanted: &[&str]) -> Vec<Line> {
    let fitting = app.read(|it| {
        let articles = it.project().documents().map(|it| &it.header);
        articles.filter_map(|it| Some((fit(&[&fold(&it.name)], wanted)?, it.id.clone()))).collect()
    });
    best_first(fitting).into_iter().take(MOST_ARTICLES).map(Line::Article).collect()
}

/// Where the words stand in the article, below all the places as one.
fn places(app: App, typed: &str, most: usize) -> Vec<Line> {
    let places = app.read(|it| it.find_words(typed));
    let all = Some(Line::AllPlaces(places.len())).filter(|_| places.len() > 1);
    let each = places.into_iter().take(most).map(Line::Place);
    all.into_iter().chain(each).collect()
}

/// The line that is chosen first: one place of words before all of them.
pub(crate) fn first_choice(found: &[Line]) -> usize {
    usize::from(matches!(found, [Line::AllPlaces(_), _, ..]))
}

fn best_first<T>(mut found: Vec<(u32, T)>) -> Vec<T> {
    sort_by_key(&mut found, |it| it.0);
    found.into_iter().map(|it| it.1).collect()
}

/// How well all of `wanted` fit into one or another of `names`, both folded; the less, the better,
/// and the first name counts most. Nothing where a word does not fit at all.
fn fit(names: &[&str], wanted: &[&str]) -> Option<u32> {
    wanted.iter().try_fold(0, |sum, word| {
        let each =
            names.iter().zip(0..).filter_map(|(name, n)| Some(fit_word(name, word)? + 3 * n));
        Some(sum + each.min()?)
    })
}

fn fit_word(name: &str, word: &str) -> Option<u32> {
    let at = name.match_indices(word).map(|it| it.0);
    let starts = |at: usize| !name[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    match at
        .map(|at| {
            if at == 0 {
                0
            } else if starts(at) {
                1
            } else {
                2
            }
        })
        .min()
    {
        Some(found) => Some(found),
        None if word.chars().count() >= 3 && has_letters(name, word) => Some(9),
        None => None,
    }
}

/// Whether the letters of `word` stand in one word of `name` in their order, from its first letter.
fn has_letters(name: &str, word: &str) -> bool {
    name.split(|it: char| !it.is_alphanumeric()).any(|part| {
        let mut letters = part.chars();
        part.chars().next() == word.chars().next()
            && word.chars().all(|wanted| letters.any(|it| it == wanted))
    })
}

//! What a step was, in words: for undo, redo, and the history.

mod known;

use std::collections::BTreeSet;

use crate::edit::change::Edit;
use crate::edit::history::Step;
use crate::message::Message;
use crate::model::schema::Schema;
use crate::session::Session;
use crate::session::relation::relation_name;

/// Makes the names of events, and a list of all of them.
macro_rules! events {
    ($( $name:ident = $id:literal; )*) => {
        $( pub(crate) const $name: &str = $id; )*

        #[cfg(test)]
        const EVENTS: &[&str] = &[$($id),*];
    };
}

// What happened, apart from how. What stands before the stop is the [`Kind`].
events! {
    ADD = "mark.add";
    RELABEL = "mark.relabel";
    EDGES = "mark.edges";
    NOTE = "mark.note";
    LINK = "mark.link";
    ATTRIBUTE = "mark.attribute";
    REMOVE = "mark.remove";
    ACCEPT = "mark.accept";
    REJECT = "mark.reject";
    SKIP = "mark.skip";
    PIECE_ADD = "mark.piece-add";
    PIECE_REMOVE = "mark.piece-remove";
    RELATION_ADD = "relation.add";
    RELATION_TURN = "relation.turn";
    RELATION_LABEL = "relation.label";
    RELATION_REMOVE = "relation.remove";
    ARTICLE_LABELS = "article.labels";
    SAME = "batch.label";
    SAME_REMOVE = "batch.remove";
    DONE = "article.done";
    FINISH = "article.finish";
    REOPEN = "article.reopen";
    DELETE = "article.remove";
    NAME = "article.name";
    LANGUAGE = "article.language";
    MOVE = "article.move";
    ORDER = "article.order";
    PROJECT_NAME = "project.name";
    IMPORT = "import";
    GUIDELINES = "schema.guidelines";
    DESCRIBE = "schema.describe";
    SCHEMA_ADD = "schema.add";
    SCHEMA_RENAME = "schema.rename";
    SCHEMA_DEFINE = "schema.define";
    SCHEMA_ORDER = "schema.order";
    SCHEMA_MERGE = "schema.merge";
    SCHEMA_DELETE = "schema.delete";
    SCHEMA_RULES = "schema.rules";
    SCHEMA_TAKE = "schema.take";
    TRIAL_BEGIN = "trial.begin";
    TRIAL_END = "trial.end";
    LIST_ADD = "names.add";
    LIST_REMOVE = "names.remove";
}

/// What steps are about, as a history is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Marks and relations that a person made or changed.
    Marks,
    /// Suggestions that were accepted, rejected or skipped.
    Answers,
    /// Many places changed at once.
    Batches,
    /// Articles that came, went, or were done, named or moved.
    Articles,
    /// Labels, lists of names, guidelines, the project's name.
    Project,
}

impl Kind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Marks, Self::Answers, Self::Batches, Self::Articles, Self::Project];

    /// The kind of what `event` names.
    pub fn of(event: &str) -> Self {
        match event {
            ACCEPT | REJECT | SKIP => return Self::Answers,
            IMPORT => return Self::Articles,
            _ => {}
        }
        match event.split('.').next() {
            Some("mark" | "relation") => Self::Marks,
            Some("batch") => Self::Batches,
            Some("article") => Self::Articles,
            _ => Self::Project,
        }
    }

    /// What it is called.
    pub fn name(self) -> Message {
        match self {
            Self::Marks => Message::HistoryMarks,
            Self::Answers => Message::HistoryAnswers,
            Self::Batches => Message::HistoryBatches,
            Self::Articles => Message::HistoryArticles,
            Self::Project => Message::HistoryProject,
        }
    }
}

/// The step in words, whether it is done or undone at the moment.
pub(super) fn words(session: &Session, step: &Step) -> Message {
    let n_marks = count(step, |it| matches!(it, Edit::Annotation { .. }));
    let (words, label) = subject(session, step).unwrap_or_default();
    let article = article(session, step).unwrap_or_default();
    match step.forward.event.as_ref() {
        ADD if n_marks > 1 => Message::EventLabelMany { label, count: n_marks },
        ADD => Message::EventLabel { words, label },
        RELABEL => Message::EventRelabel { words, label },
        EDGES => Message::EventEdges { words },
        NOTE => Message::EventNote { words },
        LINK => linked(words, n_marks, n_articles(step)),
        ATTRIBUTE => Message::EventAttribute { words },
        REMOVE => Message::EventRemove { words, label },
        ACCEPT if n_marks > 1 => Message::EventAcceptMany { count: n_marks },
        ACCEPT => Message::EventAccept { words, label },
        SAME => Message::EventBatchLabel { count: n_marks, articles: n_articles(step), label },
        SAME_REMOVE => {
            // A mark that was accepted once takes its answer along: that is one thing, not two.
            let n_answered = step.inverse.edits.iter().filter(|it| is_no_answer(it)).count() as u64;
            Message::EventBatchRemove { count: n_marks + n_answered, articles: n_articles(step) }
        }
        REJECT => Message::EventReject { words, label },
        SKIP => Message::EventSkip { words },
        DONE => Message::EventArticleDone { article },
        FINISH => Message::EventArticleFinish { article, count: n_marks },
        REOPEN => Message::EventArticleReopen { article },
        DELETE => Message::EventArticleRemove { article },
        NAME => Message::EventArticleName { article },
        LANGUAGE => Message::EventArticleLanguage { article },
        ARTICLE_LABELS => Message::EventArticleLabels { article },
        MOVE => Message::EventArticleMove,
        ORDER => Message::EventArticleOrder,
        PROJECT_NAME => Message::EventProjectName,
        IMPORT => Message::EventImport { count: count(step, is_document) },
        GUIDELINES => Message::EventGuidelines,
        DESCRIBE => Message::EventDescribe,
        LIST_ADD => Message::EventNameListAdd,
        LIST_REMOVE => Message::EventNameListRemove,
        PIECE_ADD => Message::EventPieceAdd { words },
        PIECE_REMOVE => Message::EventPieceRemove { words },
        _ => relation(session, step).or_else(|| of_schema(step)).unwrap_or(Message::EventOther),
    }
}

/// The step in words where it is about what the schema defines.
fn of_schema(step: &Step) -> Option<Message> {
    Some(match step.forward.event.as_ref() {
        SCHEMA_ADD => Message::EventSchemaAdd { name: defined(step).1 },
        SCHEMA_RENAME => {
            let (old, name) = defined(step);
            Message::EventSchemaRename { old, name }
        }
        SCHEMA_DEFINE => Message::EventSchemaDefine { name: defined(step).1 },
        SCHEMA_ORDER => Message::EventSchemaOrder,
        SCHEMA_MERGE => Message::EventSchemaMerge { name: defined(step).0 },
        SCHEMA_DELETE => Message::EventSchemaDelete { name: defined(step).0 },
        SCHEMA_RULES => Message::EventSchemaRules,
        SCHEMA_TAKE => Message::EventSchemaTake,
        TRIAL_BEGIN => Message::EventTrialBegin,
        TRIAL_END => Message::EventTrialEnd,
        _ => return None,
    })
}

/// The step in words where it is about a relation.
fn relation(session: &Session, step: &Step) -> Option<Message> {
    let (place, relation) = both_ways(step).find_map(|edit| match edit {
        Edit::Relation { place, value: Some(value), .. } => Some((place, value)),
        _ => None,
    })?;
    let words = |id| known::words_of_mark(session, place, id).unwrap_or_default();
    let (from, to) = (words(relation.from), words(relation.to));
    let label = relation_name(session.project().schema(), relation.label);
    match step.forward.event.as_ref() {
        RELATION_ADD => Some(Message::EventRelationAdd { label, from, to }),
        RELATION_TURN => Some(Message::EventRelationTurn { label, from, to }),
        RELATION_LABEL => Some(Message::EventRelationLabel { label, from, to }),
        RELATION_REMOVE => Some(Message::EventRelationRemove { label, from, to }),
        _ => None,
    }
}

/// The names of what was defined otherwise before the step, and after it; each empty where there is
/// nothing.
fn defined(step: &Step) -> (String, String) {
    let schema = |edits: &'_ [Edit]| {
        edits.iter().find_map(|it| match it {
            Edit::Schema { value } => Some((**value).clone()),
            _ => None,
        })
    };
    let old = schema(&step.inverse.edits).unwrap_or_default();
    let new = schema(&step.forward.edits).unwrap_or_default();
    (only_in(&old, &new), only_in(&new, &old))
}

/// The name of the first thing that `here` has and `there` has not, or else not the same.
fn only_in(here: &Schema, there: &Schema) -> String {
    let names = |it: &Schema| -> Vec<(u8, String)> {
        let labels = it.labels.iter().map(|it| (0, it.name.clone()));
        let relations = it.relations.iter().map(|it| (1, it.name.clone()));
        let attributes = it.attributes.iter().map(|it| (2, it.name.clone()));
        let others = it.document_labels.iter().map(|it| (3, it.name.clone()));
        labels.chain(relations).chain(attributes).chain(others).collect()
    };
    let (all, known) = (names(here), names(there));
    let labels = here.labels.iter().filter(|it| !there.labels.contains(it)).map(|it| &it.name);
    let relations = here.relations.iter().filter(|it| !there.relations.contains(it));
    let attributes = here.attributes.iter().filter(|it| !there.attributes.contains(it));
    let mut other = labels.chain(relations.map(|it| &it.name)).chain(attributes.map(|it| &it.name));
    let new = all.iter().find(|it| !known.contains(it)).map(|it| it.1.clone());
    new.or_else(|| other.next().cloned()).unwrap_or_default()
}

fn linked(words: String, count: u64, articles: u64) -> Message {
    if count > 1 {
        return Message::EventLinkMany { count, articles };
    }
    Message::EventLink { words }
}

fn count(step: &Step, wanted: impl Fn(&Edit) -> bool) -> u64 {
    step.forward.edits.iter().filter(|it| wanted(it)).count() as u64
}

fn is_document(edit: &Edit) -> bool {
    matches!(edit, Edit::Document { .. })
}

fn is_no_answer(edit: &Edit) -> bool {
    matches!(edit, Edit::Decision { value: None, .. })
}

/// In how many articles something was done.
fn n_articles(step: &Step) -> u64 {
    let documents: BTreeSet<_> = step.forward.edits.iter().filter_map(Edit::document).collect();
    documents.len() as u64
}

/// What was done and, for what it took away, what takes it back.
fn both_ways(step: &Step) -> impl Iterator<Item = &Edit> {
    step.forward.edits.iter().chain(&step.inverse.edits)
}

/// The words and the label of the first mark or decision of the step.
fn subject(session: &Session, step: &Step) -> Option<(String, String)> {
    both_ways(step).find_map(|edit| {
        let (place, range, label) = match edit {
            Edit::Annotation { place, value: Some(value), .. } => {
                (place, value.extent.hull(), value.label)
            }
            Edit::Decision { place, key, .. } => (place, key.range, key.label),
            _ => return None,
        };
        Some((known::words(session, &place.document, range), known::label(session, label)))
    })
}

/// The name of the first document of the step.
pub(super) fn article(session: &Session, step: &Step) -> Option<String> {
    both_ways(step).find_map(|edit| match edit {
        Edit::Document { value: Some(whole), .. } => Some(whole.header.name.clone()),
        edit => Some(known::header(session, edit.document()?)?.name.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::change::{Place, Transaction};
    use crate::locale::{Language, Words};
    use crate::model::annotation::{Annotation, Extent};
    use crate::model::id::{AnnotationId, AuthorId, DocumentId, LabelId, RelationId};
    use crate::model::origin::Origin;
    use crate::model::relation::Relation;
    use crate::session::settings::Settings;
    use crate::text::TextRange;

    /// A step of the event that makes a mark and a relation and changes the schema.
    fn step(session: &Session, event: &'static str) -> Step {
        let document = DocumentId::new("0").unwrap();
        let place = Place { document, author: AuthorId(1) };
        let id = AnnotationId { author: AuthorId(1), n: 1 };
        let extent = Extent::one(TextRange::new(0, 1)).unwrap();
        let mark = Annotation::new(extent, LabelId(1), Origin::Human);
        let schema = session.project().schema().clone();
        let label = schema.relations[0].id;
        let tie =
            Relation { from: id, to: id, label, attributes: [].into(), origin: Origin::Human };
        let relation = RelationId { author: AuthorId(1), n: 2 };
        let edits = vec![
            Edit::Annotation { place: place.clone(), id, value: Some(mark) },
            Edit::Relation { place, id: relation, value: Some(tie) },
            Edit::Schema { value: Box::new(schema) },
        ];
        let forward = Transaction { edits, event: event.into(), at: 0 };
        Step { inverse: forward.clone(), forward }
    }

    #[test]
    fn every_event_has_a_sentence_of_its_own_for_what_is_to_be_done_and_for_what_was() {
        let (mut session, _) = Session::new(AuthorId(1), "", Settings::default());
        let of = session.project().schema().new_relation("of");
        session.project.schema.relations.push(of);
        for event in EVENTS {
            let said = words(&session, &step(&session, event));
            assert_ne!(said, Message::EventOther, "{event}");
            for language in Language::ALL {
                let words = Words::new(language);
                let (now, past) = (words.say(&said), words.say_done(&said));
                assert_ne!(now, past, "{} {event}", language.tag());
                let first = past.chars().next().unwrap();
                assert!(first.is_uppercase() || first.is_numeric(), "{} {past}", language.tag());
            }
        }
        let mut distinct = EVENTS.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), EVENTS.len());
    }

    #[test]
    fn every_kind_has_events() {
        for kind in Kind::ALL {
            assert!(EVENTS.iter().any(|it| Kind::of(it) == kind), "{kind:?}");
        }
    }
}

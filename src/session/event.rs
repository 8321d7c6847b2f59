//! What a step was, in words: for undo, redo, and the history.

use std::collections::BTreeSet;

use crate::edit::change::Edit;
use crate::edit::history::Step;
use crate::message::Message;
use crate::model::schema::Schema;
use crate::session::Session;
use crate::session::relation::relation_name;

/// Names of events. What happened, apart from how.
pub(crate) const ADD: &str = "mark.add";
pub(crate) const RELABEL: &str = "mark.relabel";
pub(crate) const EDGES: &str = "mark.edges";
pub(crate) const NOTE: &str = "mark.note";
pub(crate) const LINK: &str = "mark.link";
pub(crate) const ATTRIBUTE: &str = "mark.attribute";
pub(crate) const REMOVE: &str = "mark.remove";
pub(crate) const ACCEPT: &str = "mark.accept";
pub(crate) const REJECT: &str = "mark.reject";
pub(crate) const SKIP: &str = "mark.skip";
pub(crate) const PIECE_ADD: &str = "mark.piece-add";
pub(crate) const PIECE_REMOVE: &str = "mark.piece-remove";
pub(crate) const RELATION_ADD: &str = "relation.add";
pub(crate) const RELATION_TURN: &str = "relation.turn";
pub(crate) const RELATION_LABEL: &str = "relation.label";
pub(crate) const RELATION_REMOVE: &str = "relation.remove";
pub(crate) const ARTICLE_LABELS: &str = "article.labels";
pub(crate) const SAME: &str = "batch.label";
pub(crate) const SAME_REMOVE: &str = "batch.remove";
pub(crate) const DONE: &str = "article.done";
pub(crate) const FINISH: &str = "article.finish";
pub(crate) const REOPEN: &str = "article.reopen";
pub(crate) const DELETE: &str = "article.remove";
pub(crate) const NAME: &str = "article.name";
pub(crate) const LANGUAGE: &str = "article.language";
pub(crate) const MOVE: &str = "article.move";
pub(crate) const ORDER: &str = "article.order";
pub(crate) const PROJECT_NAME: &str = "project.name";
pub(crate) const IMPORT: &str = "import";
pub(crate) const GUIDELINES: &str = "schema.guidelines";
pub(crate) const DESCRIBE: &str = "schema.describe";
pub(crate) const SCHEMA_ADD: &str = "schema.add";
pub(crate) const SCHEMA_RENAME: &str = "schema.rename";
pub(crate) const SCHEMA_DEFINE: &str = "schema.define";
pub(crate) const SCHEMA_ORDER: &str = "schema.order";
pub(crate) const SCHEMA_MERGE: &str = "schema.merge";
pub(crate) const SCHEMA_DELETE: &str = "schema.delete";
pub(crate) const SCHEMA_RULES: &str = "schema.rules";
pub(crate) const SCHEMA_TAKE: &str = "schema.take";
pub(crate) const TRIAL_BEGIN: &str = "trial.begin";
pub(crate) const TRIAL_END: &str = "trial.end";
pub(crate) const LIST_ADD: &str = "names.add";
pub(crate) const LIST_REMOVE: &str = "names.remove";

/// The step in words, whether it is done or undone at the moment.
pub(crate) fn words(session: &Session, step: &Step) -> Message {
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
        SAME => Message::EventBatchLabel { count: n_marks, articles: n_articles(step) },
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
    let track = session.project().track(&place.document, place.author);
    let words = |id| {
        let mark = track.and_then(|it| it.annotations.get(&id));
        mark.map(|it| session.words_of(&place.document, it.extent.hull())).unwrap_or_default()
    };
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
        Some((session.words_of(&place.document, range), session.label_name(label)))
    })
}

/// The name of the first document of the step.
fn article(session: &Session, step: &Step) -> Option<String> {
    both_ways(step).find_map(|edit| match edit {
        Edit::Document { value: Some(whole), .. } => Some(whole.header.name.clone()),
        edit => {
            let document = session.project().document(edit.document()?)?;
            Some(document.header.name.clone())
        }
    })
}

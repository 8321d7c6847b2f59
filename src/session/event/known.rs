//! What a step speaks of: looked up where it is now, else in the history, since it may be gone.

use crate::edit::change::{Edit, Place};
use crate::model::document::Header;
use crate::model::id::{AnnotationId, DocumentId, LabelId};
use crate::session::Session;
use crate::session::suggestion::shortened;
use crate::text::TextRange;

/// All that was ever done, and what takes it back.
fn all_edits(session: &Session) -> impl Iterator<Item = &Edit> {
    session.history.steps().flat_map(|it| it.forward.edits.iter().chain(&it.inverse.edits))
}

/// What `label` is called, or was.
pub(super) fn label(session: &Session, label: LabelId) -> String {
    let once = || {
        all_edits(session).find_map(|edit| match edit {
            Edit::Schema { value } => value.label(label),
            _ => None,
        })
    };
    let found = session.project.schema().label(label).or_else(once);
    found.map(|it| it.name.clone()).unwrap_or_default()
}

/// The header of `document`, as it is or was.
pub(super) fn header<'a>(session: &'a Session, document: &DocumentId) -> Option<&'a Header> {
    let once = || {
        all_edits(session).find_map(|edit| match edit {
            Edit::Document { id, value: Some(whole) } if id == document => Some(&whole.header),
            _ => None,
        })
    };
    session.project.document(document).map(|it| &it.header).or_else(once)
}

/// The words of `range` in `document`, shortened for a sentence.
pub(super) fn words(session: &Session, document: &DocumentId, range: TextRange) -> String {
    let text = header(session, document).and_then(|it| session.project.texts().get(it.text));
    shortened(text.and_then(|it| it.slice(range)).unwrap_or_default())
}

/// The words of a mark that stands at `place`, or did.
pub(super) fn words_of_mark(
    session: &Session,
    place: &Place,
    mark: AnnotationId,
) -> Option<String> {
    let track = session.project.track(&place.document, place.author);
    let once = || {
        all_edits(session).find_map(|edit| match edit {
            Edit::Annotation { id, value: Some(value), .. } if *id == mark => Some(value),
            _ => None,
        })
    };
    let found = track.and_then(|it| it.annotations.get(&mark)).or_else(once)?;
    Some(words(session, &place.document, found.extent.hull()))
}

//! The one door: `Project::apply` checks a transaction, does all of it, and says how to take it back.
//!
//! Edits are done one after the other; the first that is refused undoes those before it, so a
//! refused transaction leaves no trace. What can only be judged at the end (a relation whose ends
//! go and come in the same transaction) is checked at the end.

use std::collections::BTreeMap;
use std::mem;

use crate::edit::change::{Edit, Place, Transaction, WholeDocument};
use crate::edit::check;
use crate::model::document::{Body, Document, Header};
use crate::model::id::{DocumentId, LabelId};
use crate::model::project::Project;
use crate::model::track::{DecisionKey, Track};
use crate::order::in_one_only;
use crate::text::{Ranges, TextHash, TextRange};

/// A transaction that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The transaction that takes it back.
    pub inverse: Transaction,
    /// What may look different now.
    pub touched: Touched,
}

/// What a transaction touched: as little as the page must draw again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// By document, the places whose marks or review changed.
    pub documents: BTreeMap<DocumentId, Vec<TextRange>>,
    /// Documents came, went, moved, or changed their header or status.
    pub list: bool,
    /// Labels, or how they are drawn.
    pub schema: bool,
}

/// Why a transaction was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The document is not in the project.
    NoDocument(DocumentId),
    /// The document is in the project already.
    DocumentExists(DocumentId),
    /// The document's body is not in memory.
    NotLoaded(DocumentId),
    /// The project does not hold this text.
    NoText(TextHash),
    /// A header would change the id or the text of its document.
    OtherText(DocumentId),
    /// A range leaves the text, is empty, or cuts a character.
    BadRange(DocumentId, TextRange),
    /// The schema has no such label.
    NoLabel(LabelId),
    /// A relation would lose one of its ends, or never had it.
    LooseRelation(Place),
    /// Something in use would vanish from the schema, or two things would share a name or number.
    BadSchema,
    /// The order does not name every document once.
    BadOrder,
}

impl Project {
    /// Does all of `transaction`, or nothing.
    pub fn apply(&mut self, transaction: &Transaction) -> Result<Applied, EditError> {
        let mut undo = Vec::with_capacity(transaction.edits.len());
        let mut touched = Touched::default();
        let done = transaction.edits.iter().try_for_each(|edit| {
            check::before(self, edit)?;
            let inverse = swap(self, edit)?;
            touched.note(edit, &inverse);
            undo.push(inverse);
            Ok(())
        });
        let done = done.and_then(|()| check::after(self, &transaction.edits));
        undo.reverse();
        if let Err(why) = done {
            for edit in &undo {
                swap(self, edit).expect("what was just done can be taken back");
            }
            return Err(why);
        }
        let inverse =
            Transaction { edits: undo, event: transaction.event.clone(), at: transaction.at };
        Ok(Applied { inverse, touched })
    }
}

/// Puts the edit's value in its place and returns the edit that puts back what was there.
fn swap(project: &mut Project, edit: &Edit) -> Result<Edit, EditError> {
    Ok(match edit.clone() {
        Edit::Annotation { place, id, value } => {
            let value = track(project, &place, |it| exchange(&mut it.annotations, id, value))?;
            Edit::Annotation { place, id, value }
        }
        Edit::Relation { place, id, value } => {
            let value = track(project, &place, |it| exchange(&mut it.relations, id, value))?;
            Edit::Relation { place, id, value }
        }
        Edit::Decision { place, key, value } => {
            let value = track(project, &place, |it| exchange(&mut it.decisions, key, value))?;
            Edit::Decision { place, key, value }
        }
        Edit::Reviewed { place, value } => {
            let value = track(project, &place, |it| mem::replace(&mut it.reviewed, value))?;
            Edit::Reviewed { place, value }
        }
        Edit::DocumentLabels { place, value } => {
            let value = track(project, &place, |it| mem::replace(&mut it.labels, value))?;
            Edit::DocumentLabels { place, value }
        }
        Edit::Status { place, value } => {
            let value = track(project, &place, |it| mem::replace(&mut it.status, value))?;
            Edit::Status { place, value }
        }
        Edit::Document { id, value } => {
            let value = swap_document(project, &id, value)?;
            Edit::Document { id, value }
        }
        Edit::Header { id, value } => swap_header(project, id, value)?,
        Edit::Order { value } => Edit::Order { value: mem::replace(&mut project.order, value) },
        Edit::Schema { value } => {
            Edit::Schema { value: Box::new(mem::replace(&mut project.schema, *value)) }
        }
        Edit::Author { id, value } => {
            let value = exchange(&mut project.authors, id, value);
            Edit::Author { id, value }
        }
        Edit::Name { value } => Edit::Name { value: mem::replace(&mut project.name, value) },
    })
}

/// Sets or clears an entry and returns what was there.
fn exchange<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    }
}

/// Works on the track at `place`. An empty track and none are the same, so none is kept.
fn track<T>(
    project: &mut Project,
    place: &Place,
    work: impl FnOnce(&mut Track) -> T,
) -> Result<T, EditError> {
    let body = check::body_mut(project, &place.document)?;
    let track = body.tracks.entry(place.author).or_default();
    let out = work(track);
    if *track == Track::default() {
        body.tracks.remove(&place.author);
    }
    Ok(out)
}

fn swap_document(
    project: &mut Project,
    id: &DocumentId,
    value: Option<Box<WholeDocument>>,
) -> Result<Option<Box<WholeDocument>>, EditError> {
    let Some(value) = value else {
        let position = project.order.iter().position(|it| it == id);
        let position = position.ok_or_else(|| EditError::NoDocument(id.clone()))?;
        let Some(Document { header, body: Some(body) }) = project.documents.remove(id) else {
            unreachable!("a document is removed only while its body is loaded (check::before)")
        };
        project.order.remove(position);
        return Ok(Some(Box::new(WholeDocument { header, tracks: body.tracks, position })));
    };
    let WholeDocument { header, mut tracks, position } = *value;
    let text = project.texts.get(header.text).ok_or(EditError::NoText(header.text))?.clone();
    tracks.retain(|_, track| *track != Track::default());
    project.order.insert(position.min(project.order.len()), id.clone());
    project.documents.insert(id.clone(), Document { header, body: Some(Body { text, tracks }) });
    Ok(None)
}

fn swap_header(project: &mut Project, id: DocumentId, value: Header) -> Result<Edit, EditError> {
    let document = project.documents.get_mut(&id);
    let document = document.ok_or_else(|| EditError::NoDocument(id.clone()))?;
    let value = mem::replace(&mut document.header, value);
    Ok(Edit::Header { id, value })
}

impl Touched {
    /// Notes what `edit` touches, given the edit that takes it back.
    fn note(&mut self, edit: &Edit, inverse: &Edit) {
        match (edit, inverse) {
            (Edit::Annotation { place, value: new, .. }, Edit::Annotation { value: old, .. }) => {
                let hulls = [new, old].into_iter().flatten().map(|it| it.extent.hull());
                self.places(&place.document, hulls);
            }
            (Edit::Decision { place, key: DecisionKey { range, .. }, .. }, _) => {
                self.places(&place.document, [*range]);
            }
            (Edit::Reviewed { place, value: new }, Edit::Reviewed { value: old, .. }) => {
                self.places(&place.document, difference(new, old));
            }
            (Edit::Relation { place, .. } | Edit::DocumentLabels { place, .. }, _) => {
                self.places(&place.document, []);
            }
            (Edit::Status { place, .. }, _) => {
                self.places(&place.document, []);
                self.list = true;
            }
            (Edit::Schema { .. }, _) => self.schema = true,
            _ => self.list = true,
        }
    }

    fn places(&mut self, document: &DocumentId, places: impl IntoIterator<Item = TextRange>) {
        self.documents.entry(document.clone()).or_default().extend(places);
    }

    /// Takes in what another transaction touched.
    pub fn join(&mut self, other: Self) {
        for (document, places) in other.documents {
            self.places(&document, places);
        }
        self.list |= other.list;
        self.schema |= other.schema;
    }
}

/// The members that only one of the two sets has.
fn difference(one: &Ranges, other: &Ranges) -> Vec<TextRange> {
    in_one_only(one.iter(), other.iter(), |one, other| one < other)
}

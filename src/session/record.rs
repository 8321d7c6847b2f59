//! The way of every change: apply, remember, write to the journal, draw again.

use crate::edit::apply::{Applied, EditError, Touched};
use crate::edit::change::{Edit, Event, Place, Transaction};
use crate::journal::Action;
use crate::message::Message;
use crate::model::id::{AnnotationId, DocumentId};
use crate::session::Session;
use crate::session::cursor::Cursor;
use crate::session::effect::Effect;
use crate::session::event;
use crate::session::out::Out;
use crate::view::ShownKey;

impl Session {
    /// Does `edits` as one step, or says why not. Whether it was done.
    pub(crate) fn commit(
        &mut self,
        event: impl Into<Event>,
        mut edits: Vec<Edit>,
        out: &mut Out,
    ) -> bool {
        if self.is_read_only() {
            out.complain(Message::TabReadOnly);
            return false;
        }
        if let Some(author) = self.introduction() {
            edits.insert(0, author);
        }
        let transaction = Transaction { edits, event: event.into(), at: self.now };
        match self.project.apply(&transaction) {
            Ok(applied) => {
                self.write_down(Action::Do(&transaction), &applied, out);
                self.follow_languages(&transaction.edits, out);
                self.history.record(transaction, applied.inverse);
                self.show_touched(&applied.touched, out);
                self.follow_step(out);
                true
            }
            Err(why) => {
                out.complain(refusal(&why));
                false
            }
        }
    }

    /// Takes the last step back.
    pub(crate) fn undo(&mut self, out: &mut Out) {
        if self.is_read_only() {
            return out.complain(Message::TabReadOnly);
        }
        let Some(step) = self.history.last_done().cloned() else {
            return out.say(Message::NothingToUndo);
        };
        // In words while the marks it speaks of are still there.
        let what = event::words(self, &step);
        match self.history.undo(&mut self.project) {
            Ok(Some(applied)) => {
                self.write_down(Action::Undo, &applied, out);
                self.after_travel(&step.inverse, &applied.touched, out);
                self.follow_undo(out);
                out.say(Message::Undone { what: Box::new(what) });
            }
            Ok(None) => out.say(Message::NothingToUndo),
            Err(why) => out.complain(refusal(&why)),
        }
    }

    /// Does the step last taken back again.
    pub(crate) fn redo(&mut self, out: &mut Out) {
        if self.is_read_only() {
            return out.complain(Message::TabReadOnly);
        }
        let Some(step) = self.history.last_undone().cloned() else {
            return out.say(Message::NothingToRedo);
        };
        match self.history.redo(&mut self.project) {
            Ok(Some(applied)) => {
                self.write_down(Action::Redo, &applied, out);
                self.after_travel(&step.forward, &applied.touched, out);
                self.follow_step(out);
                self.go_on_in_queue();
                let what = event::words(self, &step);
                out.say(Message::Redone { what: Box::new(what) });
            }
            Ok(None) => out.say(Message::NothingToRedo),
            Err(why) => out.complain(refusal(&why)),
        }
    }

    pub(crate) fn write_down(&mut self, action: Action<'_>, applied: &Applied, out: &mut Out) {
        let write = self.journal.append(action, applied, &self.project, self.now);
        out.then(Effect::Journal(write));
        (out.redraw.status, out.redraw.past) = (true, true);
    }

    /// After an undo or a redo: goes where it happened, so that it can be seen.
    fn after_travel(&mut self, done: &Transaction, touched: &Touched, out: &mut Out) {
        self.show_touched(touched, out);
        self.follow_languages(&done.edits, out);
        self.show_place_of(done, out);
    }

    /// Goes to where `done` is to be seen.
    pub(crate) fn show_place_of(&mut self, done: &Transaction, out: &mut Out) {
        let is_here = |it: &&DocumentId| self.open.as_ref() == Some(*it);
        let mut documents = done.edits.iter().filter_map(Edit::document);
        // What happened in many articles is seen in the open one as well as in another.
        let there = documents.clone().find(is_here).or_else(|| documents.next()).cloned();
        let there = there.filter(|id| self.project.document(id).is_some());
        if let Some(there) = there
            && self.open.as_ref() != Some(&there)
        {
            self.show_article(&there, out);
        }
        let mark = done.edits.iter().find_map(|edit| match edit {
            Edit::Annotation { id, value: Some(_), .. } => Some(ShownKey::Annotation(*id)),
            Edit::Decision { key, value: None, .. } => Some(ShownKey::Suggested(*key)),
            Edit::Relation { value: Some(tie), .. } => Some(ShownKey::Annotation(tie.from)),
            _ => None,
        });
        if let Some(mark) = mark {
            self.select_mark(mark, out);
        }
    }

    /// Draws again what a change touched, and lets go of what is no longer there.
    pub(crate) fn show_touched(&mut self, touched: &Touched, out: &mut Out) {
        out.redraw.schema |= touched.schema;
        self.list_touched(touched, out);
        self.batch_follows(touched, out);
        self.entities_follow(touched, out);
        if touched.schema {
            self.tell_names(out);
            self.follow_labels(out);
            self.follow_trial(out);
        }
        if self.open.as_ref().is_some_and(|id| self.project.document(id).is_none()) {
            let nearest = self.nearest_article();
            return self.show_or_close(nearest, out);
        }
        let Some(open) = self.open.clone() else { return };
        let text = self.project.document(&open).map(|it| it.header.text);
        if self.sheet().is_some_and(|it| Some(it.text().hash()) != text) {
            // Another text has come under its id.
            return self.show_article(&open, out);
        }
        if touched.schema || touched.documents.contains_key(&open) {
            self.refresh_sheet(out);
        }
    }

    /// Computes again what the open article shows.
    pub(crate) fn refresh_sheet(&mut self, out: &mut Out) {
        let Some(open) = self.open.clone() else { return };
        let shown = self.shown(&open);
        let reviewed = self.project.track(&open, self.me).map(|it| it.reviewed.clone());
        let Some(sheet) = &mut self.sheet else { return };
        out.redraw.places.extend(sheet.set_marks(shown));
        out.redraw.places.extend(sheet.set_reviewed(&reviewed.unwrap_or_default()));
        if self.cursor.mark.is_some_and(|key| sheet.find(key).is_none()) {
            self.cursor = Cursor { mark: None, ..self.cursor };
        }
        out.redraw.cursor = true;
        self.select_awaited(out);
    }

    /// Selects the mark that was selected when the person left, once it is there: a suggestion
    /// comes only when the engine has read so far. Whoever has gone elsewhere is left alone.
    pub(crate) fn select_awaited(&mut self, out: &mut Out) {
        let Some(key) = self.awaited else { return };
        if self.sheet.as_ref().is_some_and(|it| it.find(key).is_some()) {
            self.awaited = None;
            self.cursor.mark = Some(key);
            out.redraw.cursor = true;
        }
    }

    /// The active track on `document`.
    pub(crate) fn place(&self, document: &DocumentId) -> Place {
        Place { document: document.clone(), author: self.me }
    }

    /// A name for the next annotation: never used before, not even by one that was undone.
    pub(crate) fn next_annotation(&mut self) -> AnnotationId {
        self.n_minted += 1;
        AnnotationId { author: self.me, n: self.n_minted }
    }
}

/// Why a change was refused, for people. Commands ask beforehand, so this is rare.
pub(crate) fn refusal(why: &EditError) -> Message {
    match why {
        EditError::NotLoaded(id) => Message::EditNotLoaded { article: id.to_string() },
        EditError::BadRange(_, range) => {
            Message::EditBadRange { start: range.start().into(), end: range.end().into() }
        }
        EditError::DocumentExists(id) | EditError::NoDocument(id) | EditError::OtherText(id) => {
            Message::EditBadArticle { article: id.to_string() }
        }
        EditError::NoText(_) | EditError::BadOrder => Message::EditRefused,
        EditError::NoLabel(_) | EditError::BadSchema => Message::EditBadSchema,
        EditError::LooseRelation(_) => Message::EditLooseRelation,
    }
}

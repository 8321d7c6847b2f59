//! Articles: open, walk through, finish, remove.

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::document::Summary;
use crate::model::id::DocumentId;
use crate::model::track::Status;
use crate::session::Session;
use crate::session::cursor::Cursor;
use crate::session::effect::Effect;
use crate::session::event;
use crate::session::out::Out;
use crate::text::TextRange;
use crate::view::{Sheet, ShownKey};

/// Where a person was: enough to come back to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// The article.
    pub document: DocumentId,
    /// The caret's byte.
    pub caret: u32,
    /// The selected words' other end.
    pub anchor: u32,
    /// The first byte that was in sight.
    pub top: u32,
    /// The selected mark.
    pub mark: Option<ShownKey>,
}

impl Bookmark {
    /// One line that [`Bookmark::parse`] reads.
    pub fn to_line(&self) -> String {
        let mark = self.mark.map_or_else(|| "-".to_owned(), |key| key.to_string());
        format!("{} {} {} {mark} {}", self.caret, self.anchor, self.top, self.document)
    }

    /// Reads a line; `None` for anything else.
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.splitn(5, ' ');
        let mut number = || parts.next()?.parse().ok();
        let (caret, anchor, top) = (number()?, number()?, number()?);
        let mark = ShownKey::parse(parts.next()?);
        Some(Self { document: DocumentId::new(parts.next()?)?, caret, anchor, top, mark })
    }
}

impl Session {
    /// Opens `document` at its start.
    pub(crate) fn show_article(&mut self, document: &DocumentId, out: &mut Out) {
        let Some(text) = self.project.body(document).map(|it| it.text.clone()) else {
            return out.complain(Message::EditNotLoaded { article: document.to_string() });
        };
        let left = self.open.replace(document.clone());
        out.redraw.rows.extend(left.into_iter().chain([document.clone()]));
        // What stayed listed only because it was open goes.
        self.relist();
        self.cursor = Cursor { armed: self.cursor.armed, ..Cursor::default() };
        self.sheet = Some(Sheet::new(document.clone(), text));
        self.refresh_sheet(out);
        out.redraw.article = true;
        out.redraw.list = true;
        self.ask_for_suggestions(document, TextRange::empty(0), out);
        self.search_follows(out);
    }

    /// Opens `document`, or shows that there is none.
    pub(crate) fn show_or_close(&mut self, document: Option<DocumentId>, out: &mut Out) {
        if let Some(document) = document {
            return self.show_article(&document, out);
        }
        self.open = None;
        self.sheet = None;
        self.cursor = Cursor::default();
        out.redraw.article = true;
        out.redraw.list = true;
    }

    /// Opens an article that a person chose, and says which.
    pub(crate) fn open_article(&mut self, document: &DocumentId, out: &mut Out) {
        if self.open.as_ref() == Some(document) {
            return;
        }
        self.show_article(document, out);
        if let (Some(place), Some(article)) = (self.place_in_list(document), self.name_of(document))
        {
            let (n, total) = (place.0 as u64 + 1, place.1 as u64);
            out.say(Message::AloudArticle { article, n, total });
        }
    }

    /// Opens the article `step` places on in the list.
    pub(crate) fn turn(&mut self, step: isize, out: &mut Out) {
        let there = self.open.as_ref().and_then(|it| self.article_beside(it, step));
        match there {
            Some(there) => self.open_article(&there, out),
            None => out.say(if step > 0 { Message::LastArticle } else { Message::FirstArticle }),
        }
    }

    /// The article `step` places on from `document` in the list; among all, if it is not listed.
    pub(crate) fn article_beside(&self, document: &DocumentId, step: isize) -> Option<DocumentId> {
        let is_listed = self.listed().contains(document);
        let all = if is_listed { self.listed() } else { self.project.order() };
        let here = all.iter().position(|it| it == document)?;
        all.get(here.checked_add_signed(step)?).cloned()
    }

    /// Says that the open article is done, which reviews all of it; or takes that back, and what was
    /// neither marked nor answered counts as not looked at again.
    pub(crate) fn toggle_done(&mut self, out: &mut Out) {
        let Some(document) = self.open.clone() else { return };
        let (Some(body), Some(article)) = (self.project.body(&document), self.name_of(&document))
        else {
            return;
        };
        let all = body.text.range();
        let is_done = self.summary(&document).status == Status::Done;
        let value = if is_done { Status::Open } else { Status::Done };
        let mut edits = vec![Edit::Status { place: self.place(&document), value }];
        if is_done {
            edits.push(self.only_answers_reviewed(&document));
            self.commit(event::REOPEN, edits, out);
            return out.say(Message::AloudArticleReopened { article });
        }
        edits.extend(self.review_edit(&document, [all]));
        if self.commit(event::DONE, edits, out) {
            out.say(Message::AloudArticleDone { article });
        }
    }

    /// Accepts what is still suggested in the open article and says that it is done, as one step; then
    /// opens the next one.
    pub(crate) fn finish(&mut self, out: &mut Out) {
        let Some(document) = self.open.clone() else { return };
        let (Some(body), Some(article)) = (self.project.body(&document), self.name_of(&document))
        else {
            return;
        };
        let all = body.text.range();
        let (mut edits, accepted) = self.acceptances(&document, |_| true);
        let count = accepted.len() as u64;
        if self.summary(&document).status != Status::Done {
            edits.push(Edit::Status { place: self.place(&document), value: Status::Done });
        }
        edits.extend(self.review_edit(&document, [all]));
        if !edits.is_empty() {
            if !self.commit(event::FINISH, edits, out) {
                return;
            }
            out.say(Message::AloudArticleFinished { article, count });
        }
        self.turn(1, out);
    }

    /// The edit that counts as looked at what was marked or answered in `document`, and no more.
    fn only_answers_reviewed(&self, document: &DocumentId) -> Edit {
        let track = self.project.track(document, self.me).unwrap_or(&self.empty_track);
        let marks = track.annotations.values().flat_map(|it| it.extent.ranges().iter().copied());
        let answers = track.decisions.keys().map(|key| key.range);
        Edit::Reviewed { place: self.place(document), value: marks.chain(answers).collect() }
    }

    /// Takes `document` out of the project. One undo brings it back with all its marks.
    pub(crate) fn remove_article(&mut self, document: &DocumentId, out: &mut Out) {
        let edits = vec![Edit::Document { id: document.clone(), value: None }];
        let Some(article) = self.name_of(document) else { return };
        if self.commit(event::DELETE, edits, out) {
            out.say(Message::ArticleRemoved { article });
        }
    }

    /// The article that stands where the open one stood, which is gone.
    pub(crate) fn nearest_article(&self) -> Option<DocumentId> {
        let all = if self.listed().is_empty() { self.project.order() } else { self.listed() };
        all.get(self.last_position).or(all.last()).cloned()
    }

    /// What the list shows of `document`.
    pub fn summary(&self, document: &DocumentId) -> Summary {
        self.project.body(document).map(|it| it.summary(self.me)).unwrap_or_default()
    }

    /// The place of `document` in the list, from 0.
    pub fn position(&self, document: &DocumentId) -> Option<usize> {
        self.project.order().iter().position(|it| it == document)
    }

    /// The open article.
    pub fn open_document(&self) -> Option<&DocumentId> {
        self.open.as_ref()
    }

    /// Where the person is; `top` is the first byte in sight, which only the page knows.
    pub fn bookmark(&self, top: u32) -> Option<Bookmark> {
        let Cursor { caret, anchor, mark, .. } = self.cursor;
        Some(Bookmark { document: self.open.clone()?, caret, anchor, top, mark })
    }

    /// Goes back to where the person was, as far as it is still there.
    pub(crate) fn go_back_to(&mut self, bookmark: &Bookmark, out: &mut Out) {
        if self.project.document(&bookmark.document).is_none() {
            return;
        }
        self.show_article(&bookmark.document, out);
        self.select(bookmark.anchor, bookmark.caret, out);
        self.awaited = bookmark.mark;
        self.select_awaited(out);
        out.then(Effect::ScrollTo(bookmark.top));
    }

    pub(crate) fn name_of(&self, document: &DocumentId) -> Option<String> {
        Some(self.project.document(document)?.header.name.clone())
    }

    /// How far the open article is: marks made, and all that are shown.
    pub(crate) fn progress(&self) -> (u64, u64) {
        let Some(sheet) = self.sheet() else { return (0, 0) };
        let n_marks = self.open.as_ref().map_or(0, |it| self.summary(it).n_annotations);
        (n_marks.into(), sheet.marks().len() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bookmark_reads_back() {
        let document = DocumentId::new("an id with spaces").unwrap();
        let bookmark = Bookmark { document, caret: 3, anchor: 1, top: 0, mark: None };
        assert_eq!(Bookmark::parse(&bookmark.to_line()), Some(bookmark.clone()));
        let bookmark = Bookmark { mark: ShownKey::parse("~1-3-4"), ..bookmark };
        assert_eq!(Bookmark::parse(&bookmark.to_line()), Some(bookmark));
        for line in ["", "1 2 3 -", "1 2 3 - ", "x 2 3 - id", "-1 2 3 - id"] {
            assert_eq!(Bookmark::parse(line), None, "{line}");
        }
    }
}

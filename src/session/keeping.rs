//! Keeping articles: what they are called, which language they are in, the order they stand in.
//!
//! Each is one step that can be taken back. The order is the project's; a sorted list is a view of
//! it, so articles are moved only where the list shows the project's own order.

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::document::Header;
use crate::model::id::DocumentId;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::effect::{Dialog, Effect};
use crate::session::event;
use crate::session::listing::Listing;
use crate::session::out::Out;

impl Session {
    /// Commands about articles as they stand in the list; any other is given back.
    pub(crate) fn keep_articles(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::AskArticleName => self.ask_of_open(Dialog::ArticleName, out),
            Command::AskArticleLanguage => self.ask_of_open(Dialog::ArticleLanguage, out),
            Command::RenameArticle { document, name } => self.rename(&document, &name, out),
            Command::SetLanguage { document, language } => {
                self.set_language(&document, language, out);
            }
            Command::AskNameOf(document) => out.then(Effect::Open(Dialog::ArticleName(document))),
            Command::MoveArticleUp => self.move_open(false, out),
            Command::MoveArticleDown => self.move_open(true, out),
            Command::MoveArticle { document, down } => self.move_article(&document, down, out),
            Command::PlaceArticle { document, beside, after } => {
                self.place_article(&document, &beside, after, out);
            }
            Command::List(listing) => self.list(listing, out),
            Command::ClearListing => {
                let Listing { sort, backward, .. } = *self.listing();
                self.list(Listing { sort, backward, ..Listing::default() }, out);
            }
            Command::KeepOrder => self.keep_order(out),
            other => return Some(other),
        }
        None
    }

    fn ask_of_open(&self, dialog: fn(DocumentId) -> Dialog, out: &mut Out) {
        if let Some(open) = self.open.clone() {
            out.then(Effect::Open(dialog(open)));
        }
    }

    /// Calls `document` `name`; an empty name changes nothing.
    fn rename(&mut self, document: &DocumentId, name: &str, out: &mut Out) {
        let Some(old) = self.header(document) else { return };
        let name = name.trim();
        if name.is_empty() || name == old.name {
            return;
        }
        let value = Header { name: name.to_owned(), ..old };
        let edits = vec![Edit::Header { id: document.clone(), value }];
        if self.commit(event::NAME, edits, out) {
            out.say(Message::AloudArticleNamed { article: name.to_owned() });
        }
    }

    fn set_language(&mut self, document: &DocumentId, language: Option<String>, out: &mut Out) {
        let Some(old) = self.header(document) else { return };
        let language = language.filter(|it| !it.is_empty());
        if language == old.language {
            return;
        }
        let value = Header { language, ..old };
        self.commit(event::LANGUAGE, vec![Edit::Header { id: document.clone(), value }], out);
    }

    fn header(&self, document: &DocumentId) -> Option<Header> {
        Some(self.project.document(document)?.header.clone())
    }

    fn move_open(&mut self, down: bool, out: &mut Out) {
        if let Some(open) = self.open.clone() {
            self.move_article(&open, down, out);
        }
    }

    fn move_article(&mut self, document: &DocumentId, down: bool, out: &mut Out) {
        match self.article_beside(document, if down { 1 } else { -1 }) {
            Some(beside) => self.place_article(document, &beside, down, out),
            None => out.say(if down { Message::LastArticle } else { Message::FirstArticle }),
        }
    }

    fn place_article(
        &mut self,
        document: &DocumentId,
        beside: &DocumentId,
        after: bool,
        out: &mut Out,
    ) {
        if self.is_sorted() {
            return out.complain(Message::ListIsSorted);
        }
        let mut value = self.project.order().to_vec();
        value.retain(|it| it != document);
        let Some(at) = value.iter().position(|it| it == beside) else { return };
        value.insert(at + usize::from(after), document.clone());
        if value == self.project.order() {
            return;
        }
        if self.commit(event::MOVE, vec![Edit::Order { value }], out)
            && let (Some(article), Some((n, total))) =
                (self.name_of(document), self.place_in_list(document))
        {
            let (n, total) = (n as u64 + 1, total as u64);
            out.say(Message::AloudArticleMoved { article, n, total });
        }
    }
}

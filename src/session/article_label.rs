//! Labels of an article as a whole: any number, or one of each group of the schema.

use std::collections::BTreeSet;

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::id::{DocumentId, DocumentLabelId};
use crate::session::Session;
use crate::session::effect::{Dialog, Effect};
use crate::session::event;
use crate::session::out::Out;

impl Session {
    /// The labels that `document` bears.
    pub fn article_labels(&self, document: &DocumentId) -> BTreeSet<DocumentLabelId> {
        self.project.track(document, self.me).map(|it| it.labels.clone()).unwrap_or_default()
    }

    /// Whether an article is open, and there are labels for it as a whole.
    pub fn has_article_labels(&self) -> bool {
        self.has_article() && !self.project.schema().document_labels.is_empty()
    }

    /// Whether a label that `document` bears has `wanted`, which is folded, in its name.
    pub(crate) fn is_labeled_like(
        &self,
        document: &DocumentId,
        wanted: &str,
        fold: fn(&str) -> String,
    ) -> bool {
        let Some(track) = self.project.track(document, self.me) else { return false };
        let schema = self.project.schema();
        let mut labels = track.labels.iter().filter_map(|id| schema.document_label(*id));
        labels.any(|it| fold(&it.name).contains(wanted))
    }

    /// Asks for the labels of the open article, where the schema has any.
    pub(crate) fn ask_article_labels(&mut self, out: &mut Out) {
        if self.has_article_labels() {
            out.then(Effect::Open(Dialog::ArticleLabels));
        } else {
            out.say(Message::ArticleLabelsNone);
        }
    }

    /// Gives the open article a label, in place of those of its group, or takes it away.
    pub(crate) fn set_article_label(&mut self, label: DocumentLabelId, on: bool, out: &mut Out) {
        let Some(document) = self.open.clone() else { return };
        let Some(known) = self.project.schema().document_label(label) else { return };
        let (name, group) = (known.name.clone(), known.group.clone());
        let old = self.article_labels(&document);
        let mut value = old.clone();
        if on {
            let schema = self.project.schema();
            let is_rival = |id: &DocumentLabelId| {
                let other = schema.document_label(*id);
                other.is_some_and(|it| !group.is_empty() && it.group == group)
            };
            value.retain(|it| !is_rival(it));
            value.insert(label);
        } else {
            value.remove(&label);
        }
        if value == old {
            return;
        }
        let edits = vec![Edit::DocumentLabels { place: self.place(&document), value }];
        if self.commit(event::ARTICLE_LABELS, edits, out) {
            out.say(if on {
                Message::AloudArticleLabel { label: name }
            } else {
                Message::AloudArticleUnlabel { label: name }
            });
        }
    }
}

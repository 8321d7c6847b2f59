//! Commands about what can be said of a mark or an article beyond a label on words: which one is
//! done where.

use crate::message::Message;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::effect::{Effect, Field};
use crate::session::out::Out;

impl Session {
    /// Pieces, relations, fields of a mark, labels of the article.
    pub(crate) fn say_more(&mut self, command: Command, out: &mut Out) {
        match command {
            Command::NextHere => self.next_here(out),
            Command::AddPiece => self.add_piece(out),
            Command::AddRange(range) => self.add_range(range, out),
            Command::RemovePiece => self.remove_piece(out),
            Command::RemoveRange { id, range } => self.remove_range(id, range, out),
            Command::WriteNote => self.enter(Field::Note, out),
            Command::WriteLink => self.enter(Field::Link, out),
            Command::WriteAttributes => self.enter_attributes(out),
            Command::ShowArticleLabels => self.ask_article_labels(out),
            Command::SetArticleLabel { label, on } => self.set_article_label(label, on, out),
            command => self.tie_up(command, out),
        }
    }

    fn tie_up(&mut self, command: Command, out: &mut Out) {
        match command {
            Command::Relate => self.relate(out),
            Command::AskRelation { from, to } => self.ask_relation(from, to, out),
            Command::Tie { from, to, label } => self.tie((from, to), label, out),
            Command::TieAs { from, to, name } => self.tie_as((from, to), &name, out),
            Command::NextRelation => self.next_relation(out),
            Command::FollowRelation => self.follow_relation(out),
            Command::TypeRelation => self.ask_relation_label(out),
            Command::TurnRelation => self.with_relation(Self::turn_relation, out),
            Command::RemoveRelation => self.with_relation(Self::remove_relation, out),
            Command::TurnTie(id) => self.turn_relation(id, out),
            Command::RemoveTie(id) => self.remove_relation(id, out),
            Command::LabelTie { id, label } => self.label_relation(id, label, out),
            Command::LabelTieAs { id, name } => self.label_relation_as(id, &name, out),
            _ => {}
        }
    }

    /// Puts the keyboard into a field of the selected mark. A suggestion has none.
    fn enter(&self, field: Field, out: &mut Out) {
        if self.has_annotation() {
            out.then(Effect::EnterField(field));
        } else if self.has_mark() {
            out.say(Message::FieldsNeedMark);
        } else {
            out.say(Message::NoMarkSelected);
        }
    }

    fn enter_attributes(&self, out: &mut Out) {
        if self.has_annotation() && !self.has_attributes() {
            return out.say(Message::AttributesNone);
        }
        self.enter(Field::Attributes, out);
    }

    /// Whether the schema asks for attributes of the selected mark.
    pub fn has_attributes(&self) -> bool {
        let label =
            self.cursor.mark.and_then(|key| self.sheet()?.find(key)).map(|it| it.shown.label);
        let asked = &self.project.schema().attributes;
        let is_asked = |id| asked.iter().any(|it| it.labels.is_empty() || it.labels.contains(&id));
        self.has_annotation() && label.is_some_and(is_asked)
    }
}

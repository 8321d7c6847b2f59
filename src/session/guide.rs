//! What annotators go by: the project's own guidelines, and what each label is for.
//!
//! A project's words are data and are shown as they stand. Labels that still mean what they meant
//! when the project was begun are explained in the page's language instead, with examples.

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::id::LabelId;
use crate::model::schema::{Label, Schema};
use crate::session::Session;
use crate::session::event;
use crate::session::out::Out;

/// The default labels by name, and their explanations: four lines each, of which the first says what
/// goes in, the second what does not, and two are examples for `locale::pieces`.
const GUIDES: [(&str, Message); 18] = [
    ("PERSON", Message::GuidePerson),
    ("ORG", Message::GuideOrg),
    ("GPE", Message::GuideGpe),
    ("LOC", Message::GuideLoc),
    ("DATE", Message::GuideDate),
    ("MONEY", Message::GuideMoney),
    ("PERCENT", Message::GuidePercent),
    ("CARDINAL", Message::GuideCardinal),
    ("EVENT", Message::GuideEvent),
    ("NORP", Message::GuideNorp),
    ("FAC", Message::GuideFac),
    ("PRODUCT", Message::GuideProduct),
    ("WORK_OF_ART", Message::GuideWork),
    ("LAW", Message::GuideLaw),
    ("LANGUAGE", Message::GuideLanguage),
    ("TIME", Message::GuideTime),
    ("QUANTITY", Message::GuideQuantity),
    ("ORDINAL", Message::GuideOrdinal),
];

/// The explanation of `label`, where it is a default one that nobody has described otherwise.
pub fn of(label: &Label) -> Option<Message> {
    let default = Schema::ontonotes();
    let is_own = default
        .label_named(&label.name)
        .is_none_or(|it| it.description != label.description && !label.description.is_empty());
    let found = GUIDES.iter().find(|it| it.0 == label.name);
    found.filter(|_| !is_own).map(|it| it.1.clone())
}

impl Session {
    /// Writes the project's guidelines, as one step.
    pub(crate) fn set_guidelines(&mut self, text: &str, out: &mut Out) {
        let mut schema = self.project.schema().clone();
        if schema.guidelines != text {
            text.clone_into(&mut schema.guidelines);
            self.commit(event::GUIDELINES, vec![Edit::Schema { value: Box::new(schema) }], out);
        }
    }

    /// Writes what `label` is for, as one step.
    pub(crate) fn describe(&mut self, label: LabelId, text: &str, out: &mut Out) {
        let mut schema = self.project.schema().clone();
        let Some(found) = schema.labels.iter_mut().find(|it| it.id == label) else { return };
        if found.description != text {
            text.clone_into(&mut found.description);
            self.commit(event::DESCRIBE, vec![Edit::Schema { value: Box::new(schema) }], out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, Piece, Words, pieces};

    #[test]
    fn every_default_label_is_explained_until_somebody_says_otherwise() {
        for mut label in Schema::ontonotes().labels {
            assert!(of(&label).is_some(), "{}", label.name);
            label.description = "Our own".into();
            assert_eq!(of(&label), None);
        }
        assert_eq!(of(&Schema::ontonotes().new_label("VESSEL")), None);
    }

    #[test]
    fn an_explanation_is_two_sentences_and_two_examples_that_wear_the_label() {
        for (name, guide) in &GUIDES {
            for language in Language::ALL {
                let said = Words::new(language).say(guide);
                let lines: Vec<&str> = said.lines().collect();
                assert_eq!(lines.len(), 4, "{} {name}", language.tag());
                let wears = |line: &str| {
                    let is_it =
                        |it: &Piece| matches!(it, Piece::Mark { label, .. } if label == name);
                    pieces(line).iter().any(is_it)
                };
                assert!(lines[..2].iter().all(|it| !it.contains('[')), "{name}");
                assert!(lines[2..].iter().all(|it| wears(it)), "{} {name}", language.tag());
            }
        }
    }
}

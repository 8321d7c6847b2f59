//! Label sets that many corpora share, ready to begin with.
//!
//! Names and meanings are those of the guidelines of CoNLL-2003, `OntoNotes` 5 and ACE 2005. Limits: of ACE
//! the types, not the subtypes; its events are none of ours.

use crate::message::Message;
use crate::model::id::{LabelId, RelationLabelId};
use crate::model::schema::{Attribute, AttributeKind, Color, Label, RelationLabel, Schema};

/// One of the sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// 18 labels, as the engine has them.
    OntoNotes,
    /// People, organizations, places, the rest.
    Conll,
    /// Seven types, six relations between them, and what kind of mention it is.
    Ace,
}

/// Name, slot, meaning, and the labels of the engine that come as it.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

const CONLL: [Row; 4] = [
    ("PER", "person", "People, real and invented", &["PERSON"]),
    ("ORG", "org", "Companies, agencies, institutions, teams", &[]),
    ("LOC", "gpe", "Countries, cities, regions, buildings, waters", &["GPE", "FAC"]),
    (
        "MISC",
        "event",
        "Other names: peoples, events, works, products, languages",
        &["NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"],
    ),
];

const ACE: [Row; 7] = [
    ("PER", "person", "People, alone and in groups", &["PERSON"]),
    ("ORG", "org", "Companies, agencies, institutions, teams", &[]),
    ("GPE", "gpe", "Countries, cities, states: people, land and government in one", &[]),
    ("LOC", "loc", "Places without a government: mountains, waters, regions", &[]),
    ("FAC", "fac", "Buildings and what is built: airports, roads, bridges", &[]),
    ("VEH", "product", "What is made to move people and things", &[]),
    ("WEA", "event", "What is made or used to harm", &[]),
];

/// Name, and the labels from which and to which it goes.
const ACE_RELATIONS: [(&str, &[&str], &[&str]); 6] = [
    (
        "PHYS",
        &["PER", "ORG", "GPE", "LOC", "FAC", "VEH", "WEA"],
        &["PER", "ORG", "GPE", "LOC", "FAC", "VEH", "WEA"],
    ),
    (
        "PART-WHOLE",
        &["ORG", "GPE", "LOC", "FAC", "VEH", "WEA"],
        &["ORG", "GPE", "LOC", "FAC", "VEH", "WEA"],
    ),
    ("PER-SOC", &["PER"], &["PER"]),
    ("ORG-AFF", &["PER", "ORG", "GPE"], &["ORG", "GPE"]),
    ("ART", &["PER", "ORG", "GPE"], &["FAC", "VEH", "WEA"]),
    ("GEN-AFF", &["PER", "ORG"], &["PER", "ORG", "GPE", "LOC"]),
];

impl Preset {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::OntoNotes, Self::Conll, Self::Ace];

    /// What it is called.
    pub fn name(self) -> Message {
        match self {
            Self::OntoNotes => Message::PresetOntonotes,
            Self::Conll => Message::PresetConll,
            Self::Ace => Message::PresetAce,
        }
    }

    /// Its labels, and all else that it defines.
    pub fn schema(self) -> Schema {
        match self {
            Self::OntoNotes => Schema::ontonotes(),
            Self::Conll => of_rows(&CONLL),
            Self::Ace => ace(),
        }
    }
}

fn of_rows(rows: &[Row]) -> Schema {
    let mut schema = Schema::default();
    for (row, digit) in rows.iter().zip('1'..) {
        let label = schema.new_label(row.0);
        schema.labels.push(Label {
            color: Color::Slot(row.1.to_owned()),
            key: Some(digit),
            description: row.2.to_owned(),
            suggested_as: row.3.iter().map(|it| (*it).to_owned()).collect(),
            ..label
        });
    }
    schema
}

fn ace() -> Schema {
    let mut schema = of_rows(&ACE);
    let ids = |names: &[&str]| -> Vec<LabelId> {
        names.iter().filter_map(|it| schema.label_named(it)).map(|it| it.id).collect()
    };
    let relation = |(n, row): (u16, &(&str, &[&str], &[&str]))| RelationLabel {
        id: RelationLabelId(n),
        name: row.0.to_owned(),
        from: ids(row.1),
        to: ids(row.2),
    };
    schema.relations = (1..).zip(&ACE_RELATIONS).map(relation).collect();
    let choice = |name: &str, of: &[&str]| Attribute {
        name: name.to_owned(),
        kind: AttributeKind::Choice(of.iter().map(|it| (*it).to_owned()).collect()),
        labels: Vec::new(),
    };
    schema.attributes = vec![
        choice("mention", &["NAM", "NOM", "PRO"]),
        choice("class", &["SPC", "GEN", "NEG", "USP", "ATR"]),
    ];
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::schema::four_way;

    #[test]
    fn the_engine_has_a_label_for_all_that_a_preset_takes_from_it() {
        let engine = Schema::ontonotes();
        for preset in Preset::ALL {
            for name in preset.schema().labels.iter().flat_map(|it| it.suggested_as.clone()) {
                assert!(engine.label_named(&name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn four_labels_take_all_names_that_have_a_place_there() {
        let schema = Preset::Conll.schema();
        for label in Schema::ontonotes().labels {
            let came = schema.label_for(&label.name).map(|it| it.name.as_str());
            assert_eq!(came, four_way(&label.name), "{}", label.name);
        }
    }

    #[test]
    fn ends_of_relations_are_labels() {
        for (relation, row) in Preset::Ace.schema().relations.iter().zip(ACE_RELATIONS) {
            assert_eq!((relation.from.len(), relation.to.len()), (row.1.len(), row.2.len()));
        }
    }
}

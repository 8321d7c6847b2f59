//! What may be said about a text: labels, relation labels, attributes, and the rules for marks.

use crate::model::id::{DocumentLabelId, LabelId, RelationLabelId};

/// How a label is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Color {
    /// A slot of the page's measured palette, named after the label it was made for (`person`).
    Slot(String),
    /// A color of the user's own.
    Rgb(u8, u8, u8),
}

impl Color {
    /// Reads `#rrggbb` or the name of a slot.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(digits) = text.strip_prefix('#') {
            let is_hex = digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit());
            let value = is_hex.then(|| u32::from_str_radix(digits, 16).ok())??;
            let [_, red, green, blue] = value.to_be_bytes();
            return Some(Self::Rgb(red, green, blue));
        }
        SLOTS.contains(&text).then(|| Self::Slot(text.to_owned()))
    }
}

impl std::fmt::Display for Color {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Slot(name) => f.write_str(name),
            Self::Rgb(red, green, blue) => write!(f, "#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}

/// The slots of the palette, in the order in which new labels take them.
pub const SLOTS: [&str; 18] = [
    "person", "org", "gpe", "loc", "date", "money", "percent", "cardinal", "event", "norp", "fac",
    "product", "work", "law", "language", "time", "quantity", "ordinal",
];

/// A kind of entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its number: stays for ever.
    pub id: LabelId,
    /// What files and people call it. Unique in the schema, never empty.
    pub name: String,
    /// How it is drawn.
    pub color: Color,
    /// The digit or letter that gives it, if it has one.
    pub key: Option<char>,
    /// What it means.
    pub description: String,
    /// The label of which it is a kind.
    pub parent: Option<LabelId>,
    /// Kept out of the front of the palette.
    pub hidden: bool,
    /// Labels of the engine, by name, whose suggestions come as this one, beside those of its own
    /// name.
    pub suggested_as: Vec<String>,
}

/// A kind of tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationLabel {
    /// Its number: stays for ever.
    pub id: RelationLabelId,
    /// What files and people call it.
    pub name: String,
    /// Labels it may start from; empty for any.
    pub from: Vec<LabelId>,
    /// Labels it may point to; empty for any.
    pub to: Vec<LabelId>,
}

impl RelationLabel {
    /// Whether it may start from a mark of `from` and point to one of `to`.
    pub fn may_tie(&self, from: LabelId, to: LabelId) -> bool {
        let takes = |ends: &[LabelId], end| ends.is_empty() || ends.contains(&end);
        takes(&self.from, from) && takes(&self.to, to)
    }
}

/// A label for documents as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLabel {
    /// Its number: stays for ever.
    pub id: DocumentLabelId,
    /// What files and people call it.
    pub name: String,
    /// Of the labels of one group a document bears one at most; of those of no group, which is
    /// written as an empty name, any number.
    pub group: String,
}

/// What an attribute takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeKind {
    /// Yes or no.
    Flag,
    /// One of these.
    Choice(Vec<String>),
    /// Any text.
    Text,
}

/// A property that annotations may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name: the key in an annotation's attributes.
    pub name: String,
    /// What it takes.
    pub kind: AttributeKind,
    /// The labels that have it; empty for all.
    pub labels: Vec<LabelId>,
}

/// What a selection snaps to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchoring {
    /// Grapheme clusters: the least that a reader sees as one character.
    #[default]
    Characters,
    /// Words and punctuation marks.
    Tokens,
}

/// Which annotations of one track may share words.
///
/// ```text
///              nested          crossing         same place
///            ╭─────────╮      ╭──────╮          ╭──────╮
///              ╭───╮               ╭─────╮      ╰──────╯
/// None         refused          refused          refused
/// Nested       allowed          refused          allowed
/// Any          allowed          allowed          allowed
/// ```
///
/// The same label twice on the same extent is refused always: it would say nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Overlap {
    /// No word is marked twice.
    None,
    /// A mark may lie inside another, or on the same words with another label.
    Nested,
    /// Anything goes.
    #[default]
    Any,
}

/// Names of the user's own that are suggested wherever they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameList {
    /// What people call it. Unique in the schema.
    pub name: String,
    /// The names under their labels, in the order in which they came; no label stands twice.
    pub names: Vec<(LabelId, Vec<String>)>,
}

impl NameList {
    /// Adds a name.
    pub fn add(&mut self, name: &str, label: LabelId) {
        let place = self.names.iter().position(|it| it.0 == label);
        let place = place.unwrap_or_else(|| {
            self.names.push((label, Vec::new()));
            self.names.len() - 1
        });
        self.names[place].1.push(name.to_owned());
    }

    /// How many names it has.
    pub fn n_names(&self) -> usize {
        self.names.iter().map(|it| it.1.len()).sum()
    }
}

/// What may be said about the texts of a project.
///
/// Renaming, recoloring and reordering touch no annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// Kinds of entity, in the order of the palette.
    pub labels: Vec<Label>,
    /// Kinds of tie.
    pub relations: Vec<RelationLabel>,
    /// Properties of annotations.
    pub attributes: Vec<Attribute>,
    /// Labels for documents.
    pub document_labels: Vec<DocumentLabel>,
    /// What a selection snaps to.
    pub anchoring: Anchoring,
    /// Which annotations may share words.
    pub overlap: Overlap,
    /// What annotators have agreed on, in plain text.
    pub guidelines: String,
    /// The user's own lists of names.
    pub name_lists: Vec<NameList>,
    /// By which seed articles are chosen to be marked without suggestions: see
    /// [`trial`](crate::model::trial).
    pub trial: Option<u32>,
}

/// Name, slot, key and meaning of the default labels: those of `OntoNotes` 5, front ten first.
const ONTONOTES: [(&str, &str, Option<char>, &str); 18] = [
    ("PERSON", "person", Some('1'), "People, including fictional"),
    ("ORG", "org", Some('2'), "Companies, agencies, institutions"),
    ("GPE", "gpe", Some('3'), "Countries, cities, states"),
    ("LOC", "loc", Some('4'), "Other places: mountains, rivers, regions"),
    ("DATE", "date", Some('5'), "Dates and periods of a day or longer"),
    ("MONEY", "money", Some('6'), "Amounts of money with their unit"),
    ("PERCENT", "percent", Some('7'), "Percentages, with the sign or word"),
    ("CARDINAL", "cardinal", Some('8'), "Numbers of no other type"),
    ("EVENT", "event", Some('9'), "Named storms, battles, wars, games, operations"),
    ("NORP", "norp", Some('0'), "Nationalities, religious and political groups"),
    ("FAC", "fac", Some('f'), "Buildings, airports, highways, bridges"),
    ("PRODUCT", "product", Some('p'), "Vehicles, weapons, foods, not services"),
    ("WORK_OF_ART", "work", Some('w'), "Titles of books, songs, films"),
    ("LAW", "law", Some('a'), "Named documents made into law"),
    ("LANGUAGE", "language", Some('g'), "Any named language"),
    ("TIME", "time", Some('t'), "Times of less than a day"),
    ("QUANTITY", "quantity", Some('q'), "Measurements: weight, distance, area"),
    ("ORDINAL", "ordinal", Some('o'), "First, second and so on"),
];

impl Schema {
    /// The 18 labels of `OntoNotes` 5, the ten that news needs most in front.
    pub fn ontonotes() -> Self {
        let label = |(n, row): (usize, &(&str, &str, Option<char>, &str))| Label {
            id: LabelId(n as u16 + 1),
            name: row.0.to_owned(),
            color: Color::Slot(row.1.to_owned()),
            key: row.2,
            description: row.3.to_owned(),
            parent: None,
            hidden: n >= 10,
            suggested_as: Vec::new(),
        };
        Self { labels: ONTONOTES.iter().enumerate().map(label).collect(), ..Self::default() }
    }

    /// The label numbered `id`.
    pub fn label(&self, id: LabelId) -> Option<&Label> {
        self.labels.iter().find(|it| it.id == id)
    }

    /// The label called exactly `name`.
    pub fn label_named(&self, name: &str) -> Option<&Label> {
        self.labels.iter().find(|it| it.name == name)
    }

    /// The label as which a suggestion comes that the engine calls `name`.
    pub fn label_for(&self, name: &str) -> Option<&Label> {
        let stands_for = |it: &&Label| it.suggested_as.iter().any(|it| it == name);
        self.label_named(name).or_else(|| self.labels.iter().find(stands_for))
    }

    /// The engine's own labels as which nothing can come, by their names.
    pub fn missing(&self) -> Vec<String> {
        let names = ONTONOTES.iter().map(|it| it.0);
        names.filter(|it| self.label_for(it).is_none()).map(str::to_owned).collect()
    }

    /// The relation label numbered `id`.
    pub fn relation(&self, id: RelationLabelId) -> Option<&RelationLabel> {
        self.relations.iter().find(|it| it.id == id)
    }

    /// The relation label called exactly `name`.
    pub fn relation_named(&self, name: &str) -> Option<&RelationLabel> {
        self.relations.iter().find(|it| it.name == name)
    }

    /// A relation label called `name` that the schema lacks: the next number, any ends.
    pub fn new_relation(&self, name: &str) -> RelationLabel {
        let highest = self.relations.iter().map(|it| it.id.0).max().unwrap_or(0);
        let id = RelationLabelId(highest + 1);
        RelationLabel { id, name: name.to_owned(), from: Vec::new(), to: Vec::new() }
    }

    /// The document label numbered `id`.
    pub fn document_label(&self, id: DocumentLabelId) -> Option<&DocumentLabel> {
        self.document_labels.iter().find(|it| it.id == id)
    }

    /// A number for a new relation label.
    pub fn new_relation_id(&self) -> RelationLabelId {
        RelationLabelId(self.relations.iter().map(|it| it.id.0).max().unwrap_or(0) + 1)
    }

    /// A number for a new document label.
    pub fn new_document_label_id(&self) -> DocumentLabelId {
        DocumentLabelId(self.document_labels.iter().map(|it| it.id.0).max().unwrap_or(0) + 1)
    }

    /// A label called `name` that the schema lacks: the next number and palette slot, no key.
    pub fn new_label(&self, name: &str) -> Label {
        let highest = self.labels.iter().map(|it| it.id.0).max().unwrap_or(0);
        let taken = |slot: &&&str| {
            !self.labels.iter().any(|it| matches!(&it.color, Color::Slot(used) if used == **slot))
        };
        let slot = SLOTS.iter().find(taken).unwrap_or(&SLOTS[self.labels.len() % SLOTS.len()]);
        Label {
            id: LabelId(highest + 1),
            name: name.to_owned(),
            color: Color::Slot((*slot).to_owned()),
            key: None,
            description: String::new(),
            parent: None,
            hidden: false,
            suggested_as: Vec::new(),
        }
    }
}

/// Whether the engine has a label called `name` of its own, without learning it.
pub fn is_of_engine(name: &str) -> bool {
    ONTONOTES.iter().any(|it| it.0 == name)
}

/// The name that `label` has among PER, ORG, LOC and MISC, or `None` where it has no place there.
pub fn four_way(label: &str) -> Option<&'static str> {
    match label {
        "PERSON" | "PER" => Some("PER"),
        "ORG" => Some("ORG"),
        "GPE" | "LOC" | "FAC" => Some("LOC"),
        "NORP" | "EVENT" | "PRODUCT" | "WORK_OF_ART" | "LAW" | "LANGUAGE" | "MISC" => Some("MISC"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_default_labels_have_distinct_names_slots_and_keys() {
        let schema = Schema::ontonotes();
        assert_eq!(schema.labels.len(), 18);
        let distinct = |text: Vec<String>| text.into_iter().collect::<BTreeSet<_>>().len();
        assert_eq!(distinct(schema.labels.iter().map(|it| it.name.clone()).collect()), 18);
        assert_eq!(distinct(schema.labels.iter().map(|it| it.color.to_string()).collect()), 18);
        assert_eq!(distinct(schema.labels.iter().map(|it| format!("{:?}", it.key)).collect()), 18);
        let front: Vec<_> = schema.labels.iter().filter(|it| !it.hidden).collect();
        assert_eq!(front.len(), 10);
    }

    #[test]
    fn colors_read_back_and_others_are_refused() {
        for text in ["#0a0B0c", "person", "ordinal"] {
            assert_eq!(Color::parse(text).unwrap().to_string(), text.to_lowercase());
        }
        for text in ["", "#12345", "#1234567", "#12345g", "#+12345", "red", "url(x)"] {
            assert_eq!(Color::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_new_label_takes_a_free_slot_and_number() {
        let mut schema =
            Schema { labels: Schema::ontonotes().labels[..2].to_vec(), ..Schema::default() };
        let label = schema.new_label("VESSEL");
        assert_eq!((label.id, label.color.to_string()), (LabelId(3), "gpe".to_owned()));
        schema.labels = Schema::ontonotes().labels;
        assert_eq!(schema.new_label("VESSEL").id, LabelId(19));
    }
}

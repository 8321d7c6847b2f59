//! A labeling configuration of Label Studio.
//!
//! **What it is.** XML: a tree of controls. **What we read.** `Labels` of texts with names, colors and
//! keys; `Relations`; `Choices`, as document labels, or with `perRegion` as an attribute of one of these
//! values; `TextArea` with `perRegion` as an attribute of any text; `whenLabelValue` as the labels that
//! have it.
//!
//! **What is lost.** How the page is laid out. Controls for pictures, sound and numbers are none of ours:
//! each is named with its line. **Oddities.** Colors by name are not known; such a label gets one of the
//! palette.

use crate::format::schema::xml::{Element, Piece, pieces};
use crate::format::schema::{SchemaFile, bad_line, document_label, label, relation};
use crate::message::Message;
use crate::model::id::LabelId;
use crate::model::schema::{Attribute, AttributeKind, Color};

/// Controls whose labels mark words.
const LABELS: [&str; 3] = ["Labels", "HyperTextLabels", "ParagraphLabels"];

/// What only says how the page looks.
const LAYOUT: [&str; 10] = [
    "View",
    "Text",
    "HyperText",
    "Paragraphs",
    "Header",
    "Style",
    "Filter",
    "Collapse",
    "Panel",
    "Shortcut",
];

/// Whether a file that starts so is one.
pub(crate) fn is_it(start: &str) -> bool {
    let start = &start[..start.floor_char_boundary(4096)];
    let is_page = start.to_ascii_lowercase().contains("<html");
    start.starts_with('<') && !is_page
}

/// Reads one.
pub(crate) fn read(file: &str, text: &str) -> Result<SchemaFile, Message> {
    let pieces = pieces(text).map_err(|(line, cause)| bad_line(file, line, cause))?;
    let mut reader = Reader { file, read: SchemaFile::default(), conditions: Vec::new() };
    let mut open: Vec<Element<'_>> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Close => drop(open.pop()),
            Piece::Open(element) => {
                reader.take(&element, open.last())?;
                open.push(element);
            }
        }
    }
    Ok(reader.finish())
}

struct Reader<'f> {
    file: &'f str,
    read: SchemaFile,
    /// Attributes and the names of the labels that have them: labels may be defined below.
    conditions: Vec<(String, String)>,
}

impl Reader<'_> {
    fn take(&mut self, it: &Element<'_>, parent: Option<&Element<'_>>) -> Result<(), Message> {
        let in_any = |names: &[&str]| parent.is_some_and(|it| names.contains(&it.name));
        match it.name {
            "Label" if in_any(&LABELS) => self.label(it)?,
            "Relation" if in_any(&["Relations"]) => {
                let name = self.value(it)?;
                relation(&mut self.read.schema, &name);
            }
            "Choice" => self.choice(it, parent)?,
            "Choices" if is_of_marks(it) => self.attribute(it, AttributeKind::Choice(vec![])),
            "TextArea" if is_of_marks(it) => self.attribute(it, AttributeKind::Text),
            "Relations" | "Choices" => {}
            name if LABELS.contains(&name) || LAYOUT.contains(&name) => {}
            name => self.left_out(it, name),
        }
        Ok(())
    }

    fn label(&mut self, it: &Element<'_>) -> Result<(), Message> {
        let name = self.value(it)?;
        if !label(&mut self.read.schema, &name) {
            return Err(bad_line(self.file, it.line, Message::SchemaTwice { name }));
        }
        let color = it.get("background").map(|it| (it, Color::parse(&long_hex(it))));
        let new = self.read.schema.labels.last_mut().expect("it was just added");
        let mut keys = it.get("hotkey").unwrap_or_default().chars();
        new.key = keys.next().filter(|_| keys.next().is_none());
        match color {
            Some((_, Some(color @ Color::Rgb(..)))) => new.color = color,
            Some((unknown, _)) => self.left_out(it, unknown),
            None => {}
        }
        Ok(())
    }

    fn choice(&mut self, it: &Element<'_>, parent: Option<&Element<'_>>) -> Result<(), Message> {
        let name = self.value(it)?;
        match parent.filter(|it| it.name == "Choices") {
            Some(parent) if is_of_marks(parent) => {
                let of = parent.get("name").unwrap_or_default();
                let found = self.read.schema.attributes.iter_mut().find(|it| it.name == of);
                if let Some(Attribute { kind: AttributeKind::Choice(all), .. }) = found {
                    all.push(name);
                }
            }
            Some(parent) => {
                let many = parent.get("choice") == Some("multiple");
                let group = parent.get("name").filter(|_| !many).unwrap_or_default();
                document_label(&mut self.read.schema, &name, group);
            }
            None => self.left_out(it, it.name),
        }
        Ok(())
    }

    fn attribute(&mut self, it: &Element<'_>, kind: AttributeKind) {
        let name = it.get("name").unwrap_or(it.name).to_owned();
        if let Some(of) = it.get("whenLabelValue") {
            self.conditions.push((name.clone(), of.to_owned()));
        }
        if self.read.schema.attributes.iter().all(|it| it.name != name) {
            self.read.schema.attributes.push(Attribute { name, kind, labels: Vec::new() });
        }
    }

    /// What is chosen by this element.
    fn value(&self, it: &Element<'_>) -> Result<String, Message> {
        let value = it.get("value").map(str::trim).filter(|it| !it.is_empty());
        let missing = Message::SchemaNoValue { name: it.name.to_owned() };
        value.map(str::to_owned).ok_or_else(|| bad_line(self.file, it.line, missing))
    }

    fn left_out(&mut self, it: &Element<'_>, what: &str) {
        let (file, line, what) = (self.file.to_owned(), it.line as u64, what.to_owned());
        self.read.problems.push(Message::SchemaLeftOut { file, line, what });
    }

    fn finish(self) -> SchemaFile {
        let mut read = self.read;
        for (attribute, labels) in self.conditions {
            let named = |it: &str| read.schema.label_named(it.trim()).map(|it| it.id);
            let ids: Vec<LabelId> = labels.split(',').filter_map(named).collect();
            let found = read.schema.attributes.iter_mut().find(|it| it.name == attribute);
            if let Some(found) = found {
                found.labels = ids;
            }
        }
        read
    }
}

/// Whether a control says something of each mark, not of the text.
fn is_of_marks(it: &Element<'_>) -> bool {
    it.get("perRegion") == Some("true")
}

/// `#abc` as `#aabbcc`; anything else as it is.
fn long_hex(color: &str) -> String {
    match color.strip_prefix('#').filter(|it| it.len() == 3 && it.is_ascii()) {
        Some(digits) => digits.chars().fold("#".to_owned(), |all, it| format!("{all}{it}{it}")),
        None => color.to_owned(),
    }
}

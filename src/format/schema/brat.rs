//! brat's `annotation.conf`.
//!
//! **What it is.** Sections of lines: a type's name, and for relations, events and attributes their
//! arguments. **What we read.** Entities with their tree; relations with the labels they may tie;
//! attributes, a flag without `Value`, else a choice; macros (`<NAME>=A|B`). An event's type becomes a
//! label, for the words that tell of it, and each of its roles a relation label from there.
//!
//! **What is lost.** Which roles an event must have, what is symmetric or transitive, which types a
//! person may not choose; sections of searches and drawing. A line that says nothing that we have is
//! named. **Oddities.** `<ENTITY>` and `<ANY>` stand for any label; so does a type that is not defined.

use std::collections::BTreeMap;

use crate::format::schema::{SchemaFile, bad_line, label, relation};
use crate::message::Message;
use crate::model::id::LabelId;
use crate::model::schema::{Attribute, AttributeKind, Schema};

/// The sections that we read.
const SECTIONS: [&str; 4] = ["entities", "relations", "events", "attributes"];

/// Whether it is such a file, by its name or its sections.
pub(crate) fn is_it(name: &str, text: &str) -> bool {
    let is_section = |it: &str| SECTIONS.iter().any(|name| it.trim() == format!("[{name}]"));
    name.to_lowercase().ends_with(".conf") || text.lines().any(is_section)
}

/// One line: its number from 1, how deep it stands, the name, and what follows.
struct Line<'t> {
    n: usize,
    depth: usize,
    name: &'t str,
    rest: &'t str,
}

/// Reads one.
pub(crate) fn read(file: &str, text: &str) -> Result<SchemaFile, Message> {
    let mut reader = Reader { file, read: SchemaFile::default(), macros: BTreeMap::new() };
    let sections = sections(file, text, &mut reader)?;
    // Types before what refers to them, in whatever order they stand.
    for name in SECTIONS {
        let mut above: Vec<(usize, LabelId)> = Vec::new();
        let lines = sections.iter().filter(|it| it.0 == name).flat_map(|it| &it.1);
        for line in lines {
            match name {
                "entities" => reader.entity(line, &mut above)?,
                "relations" => reader.relation(line)?,
                "events" => reader.event(line)?,
                _ => reader.attribute(line)?,
            }
        }
    }
    Ok(reader.read)
}

type Section<'t> = (&'t str, Vec<Line<'t>>);

/// The lines of each section. Comments, separators and macros are taken out.
fn sections<'t>(
    file: &str,
    text: &'t str,
    reader: &mut Reader<'_>,
) -> Result<Vec<Section<'t>>, Message> {
    let mut sections: Vec<Section<'t>> = Vec::new();
    for (n, line) in (1..).zip(text.lines()) {
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') || bare.trim_matches('-').is_empty() {
            continue;
        }
        if let Some(name) = bare.strip_prefix('[') {
            let name = name.strip_suffix(']');
            sections
                .push((name.ok_or_else(|| bad_line(file, n, Message::SchemaOpenSection))?, vec![]));
            continue;
        }
        if let Some((name, of)) = bare.strip_prefix('<').and_then(|it| it.split_once(">=")) {
            let of = of.split('|').map(|it| it.trim().to_owned()).collect();
            reader.macros.insert(format!("<{name}>"), of);
            continue;
        }
        let depth = line.len() - line.trim_start().len();
        let (name, rest) = bare.split_once(char::is_whitespace).unwrap_or((bare, ""));
        let line = Line { n, depth, name, rest: rest.trim() };
        match sections.last_mut() {
            None => return Err(bad_line(file, n, Message::SchemaNoSection)),
            Some((name, lines)) if SECTIONS.contains(name) => lines.push(line),
            Some((name, _)) => {
                let (file, what) = (file.to_owned(), (*name).to_owned());
                reader.read.problems.push(Message::SchemaLeftOut { file, line: n as u64, what });
            }
        }
    }
    Ok(sections)
}

struct Reader<'f> {
    file: &'f str,
    read: SchemaFile,
    macros: BTreeMap<String, Vec<String>>,
}

impl Reader<'_> {
    /// A type; `above` are those around it, by their depth.
    fn entity(
        &mut self,
        line: &Line<'_>,
        above: &mut Vec<(usize, LabelId)>,
    ) -> Result<(), Message> {
        let name = line.name.trim_start_matches('!');
        if !label(&mut self.read.schema, name) {
            return Err(bad_line(
                self.file,
                line.n,
                Message::SchemaTwice { name: name.to_owned() },
            ));
        }
        if !line.rest.is_empty() {
            self.left_out(line, line.rest);
        }
        above.retain(|it| it.0 < line.depth);
        let parent = above.last().map(|it| it.1);
        let label = self.read.schema.labels.last_mut().expect("it was just added");
        label.parent = parent;
        // Types that are only there to sort others stay out of the way.
        label.hidden = line.name.starts_with('!');
        above.push((line.depth, label.id));
        Ok(())
    }

    fn relation(&mut self, line: &Line<'_>) -> Result<(), Message> {
        if line.name.starts_with('<') {
            self.left_out(line, line.name);
            return Ok(());
        }
        let arguments = self.arguments(line)?;
        let of = |name: &str| {
            let found = arguments.iter().find(|it| it.0 == name);
            found.map(|it| it.1).ok_or_else(|| {
                let cause = Message::SchemaNoArgument { name: name.to_owned() };
                bad_line(self.file, line.n, cause)
            })
        };
        let (from, to) = (self.labels(of("Arg1")?), self.labels(of("Arg2")?));
        tie(&mut self.read.schema, line.name, from, to);
        Ok(())
    }

    fn event(&mut self, line: &Line<'_>) -> Result<(), Message> {
        let name = line.name.trim_start_matches('!');
        label(&mut self.read.schema, name);
        let id = self.read.schema.label_named(name).map(|it| it.id);
        for (role, types) in self.arguments(line)? {
            let to = self.labels(types);
            let role = role.trim_end_matches(|it: char| "?*+}".contains(it));
            let role = role.split('{').next().unwrap_or(role);
            tie(&mut self.read.schema, role, id.into_iter().collect(), to);
        }
        Ok(())
    }

    fn attribute(&mut self, line: &Line<'_>) -> Result<(), Message> {
        if line.name.starts_with('<') {
            self.left_out(line, line.name);
            return Ok(());
        }
        let arguments = self.arguments(line)?;
        let values = arguments.iter().find(|it| it.0 == "Value").map(|it| it.1);
        let choices = |it: &str| it.split('|').map(|it| it.trim().to_owned()).collect();
        let kind = values.map_or(AttributeKind::Flag, |it| AttributeKind::Choice(choices(it)));
        let types = arguments.iter().find(|it| it.0 == "Arg").map_or("<ANY>", |it| it.1);
        let (name, labels) = (line.name.to_owned(), self.labels(types));
        if self.read.schema.attributes.iter().any(|it| it.name == name) {
            return Err(bad_line(self.file, line.n, Message::SchemaTwice { name }));
        }
        self.read.schema.attributes.push(Attribute { name, kind, labels });
        Ok(())
    }

    /// `Arg1:A|B, Arg2:C` as names with what stands behind the colon.
    fn arguments<'t>(&self, line: &Line<'t>) -> Result<Vec<(&'t str, &'t str)>, Message> {
        let parts = line.rest.split(',').map(str::trim).filter(|it| !it.is_empty());
        parts
            .map(|it| {
                let pair = it.split_once(':').map(|it| (it.0.trim(), it.1.trim()));
                pair.ok_or_else(|| {
                    bad_line(self.file, line.n, Message::SchemaNoColon { words: it.to_owned() })
                })
            })
            .filter(|it| !matches!(it, Ok((name, _)) if name.starts_with('<')))
            .collect()
    }

    /// The labels that `types` names; none for any.
    fn labels(&self, types: &str) -> Vec<LabelId> {
        let mut ids = Vec::new();
        for name in types.split('|').map(str::trim) {
            let names = self.macros.get(name).cloned().unwrap_or_else(|| vec![name.to_owned()]);
            for name in names {
                match self.read.schema.label_named(&name) {
                    Some(label) => ids.push(label.id),
                    None => return Vec::new(),
                }
            }
        }
        with_kinds(&self.read.schema, &ids)
    }

    fn left_out(&mut self, line: &Line<'_>, what: &str) {
        let (file, line, what) = (self.file.to_owned(), line.n as u64, what.to_owned());
        self.read.problems.push(Message::SchemaLeftOut { file, line, what });
    }
}

/// `ids` and all labels that are kinds of them, in the order of the schema: in brat a type stands for
/// those below it as well.
fn with_kinds(schema: &Schema, ids: &[LabelId]) -> Vec<LabelId> {
    let is_of = |mut id: Option<LabelId>| {
        while let Some(here) = id {
            if ids.contains(&here) {
                return true;
            }
            id = schema.label(here).and_then(|it| it.parent);
        }
        false
    };
    schema.labels.iter().map(|it| it.id).filter(|it| is_of(Some(*it))).collect()
}

/// Defines a relation label, or lets one that is defined go between more labels.
fn tie(schema: &mut Schema, name: &str, from: Vec<LabelId>, to: Vec<LabelId>) {
    let is_new = schema.relations.iter().all(|it| it.name != name);
    let known = relation(schema, name);
    for (all, more) in [(&mut known.from, from), (&mut known.to, to)] {
        if is_new {
            *all = more;
        } else if all.is_empty() || more.is_empty() {
            // Any label is more than some.
            all.clear();
        } else {
            let new: Vec<LabelId> = more.into_iter().filter(|it| !all.contains(it)).collect();
            all.extend(new);
        }
    }
}

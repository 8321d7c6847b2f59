//! Our own schema files.
//!
//! **What it is.** `{"format": "apostil-schema", "version": 1, …}` with the fields that
//! `docs/apostil.schema.json` gives a project for its schema, from `labels` to `name_lists`. **What is lost.**
//! Nothing of a schema. Fields that are not ours are left out and named.

use serde_json::Value;

use crate::format::error::ReadError;
use crate::format::json::{self, At, Expected};
use crate::format::native::{fields, schema as parts};
use crate::format::schema::SchemaFile;
use crate::format::unknown;
use crate::message::Message;
use crate::model::document::Meta;
use crate::model::schema::Schema;

/// What `format` says in every such file.
const MARK: &str = "apostil-schema";

/// The version that is written, and the latest that is read.
const VERSION: u64 = 1;

/// Whether a file that starts so is one.
pub(crate) fn is_it(start: &str) -> bool {
    let start = &start[..start.floor_char_boundary(256)];
    start.starts_with('{') && start.contains("\"apostil-schema\"")
}

/// Reads one.
pub(crate) fn read(text: &str) -> Result<SchemaFile, ReadError> {
    let value: Value = serde_json::from_str(text)?;
    let at = At::WHOLE;
    let object = json::object(&value, &at)?;
    if json::text(object, "format", &at)? != MARK {
        return Err(at.field("format").needs(Expected::Known).into());
    }
    match object.get("version").and_then(Value::as_u64) {
        Some(1..=VERSION) => {}
        Some(found) if found > VERSION => return Err(ReadError::Newer { found, known: VERSION }),
        _ => return Err(at.field("version").needs(Expected::Number).into()),
    }
    let mut meta = Meta::new();
    let schema = parts::read(object, &at, &mut meta)?;
    unknown::keep(object, fields::PROJECT, "", &mut meta);
    let problems = meta.keys().map(|it| Message::SchemaUnknownField { place: it.clone() });
    Ok(SchemaFile { schema, has_rules: true, problems: problems.collect() })
}

/// The bytes of one: a thing a line, so that version control shows what was changed.
pub(crate) fn write(schema: &Schema) -> Vec<u8> {
    let meta = Meta::new();
    let lists = [
        ("labels", parts::write_labels(schema, &meta)),
        ("relation_labels", parts::write_relation_labels(schema, &meta)),
        ("attributes", parts::write_attributes(schema, &meta)),
        ("document_labels", parts::write_document_labels(schema, &meta)),
        ("name_lists", parts::write_name_lists(schema, &meta)),
    ];
    let field = |name: &str, value: &Value| format!("  \"{name}\": {}", json::line(value));
    let mut parts: Vec<String> =
        vec![field("format", &MARK.into()), field("version", &VERSION.into())];
    parts.extend(parts::rules(schema).iter().map(|(name, value)| field(name, value)));
    for (name, list) in lists.iter().filter(|it| !it.1.is_empty()) {
        let items: Vec<String> = list.iter().map(|it| format!("    {}", json::line(it))).collect();
        parts.push(format!("  \"{name}\": [\n{}\n  ]", items.join(",\n")));
    }
    format!("{{\n{}\n}}\n", parts.join(",\n")).into_bytes()
}

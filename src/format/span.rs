//! A mark in JSON: offsets in code points beside the quoted words. Shared by our two JSON formats.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::format::json::{self, At, Expected, Object, Shape};
use crate::format::names::Names;
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::message::Message;
use crate::model::annotation::{AttributeValue, Attributes, Extent};
use crate::model::id::DocumentLabelId;
use crate::text::{Ranges, Text, TextRange, Unit};

/// Why a span was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BadSpan {
    /// Something is missing or of another kind.
    Shape(Shape),
    /// It leaves the text, is empty, or its pieces touch. Offsets in code points.
    Outside { place: String, start: u32, end: u32, length: u32 },
    /// The words there are not the words it quotes.
    Quote { place: String, quoted: String, found: String },
}

impl From<Shape> for BadSpan {
    fn from(shape: Shape) -> Self {
        Self::Shape(shape)
    }
}

impl BadSpan {
    /// What a person is told of `file`.
    pub(crate) fn message(self, file: &str) -> Message {
        let file = file.to_owned();
        match self {
            Self::Shape(shape) => left_out(&file, shape),
            Self::Outside { place, start, end, length } => Message::MarkOutsideText {
                file,
                place,
                start: start.into(),
                end: end.into(),
                length: length.into(),
            },
            Self::Quote { place, quoted, found } => {
                Message::MarkQuoteDiffers { file, place, quoted, found }
            }
        }
    }
}

/// Says that one part of `file` was left out, and what should have been there.
pub(crate) fn left_out(file: &str, Shape { place, expected }: Shape) -> Message {
    let expected = Box::new(expected.message());
    Message::PartLeftOut { file: file.to_owned(), place, expected }
}

/// Reads `start` and `end`, or `pieces`, and compares with the quoted words in `text`, if any.
pub(crate) fn read_extent(object: &Object, text: &Text, at: &At<'_>) -> Result<Extent, BadSpan> {
    let ranges = match object.get("pieces") {
        None | Some(Value::Null) => {
            vec![(json::offset(object, "start", at)?, json::offset(object, "end", at)?)]
        }
        Some(pieces) => read_pairs(pieces, &at.field("pieces"))?,
    };
    let hull = ranges.iter().fold((u32::MAX, 0), |all, it| (all.0.min(it.0), all.1.max(it.1)));
    let found: Option<Vec<TextRange>> =
        ranges.iter().map(|(start, end)| range_of(text, *start, *end)).collect();
    let Some(extent) = found.and_then(Extent::pieces) else {
        let length = in_points(text, text.range().end());
        return Err(BadSpan::Outside { place: at.to_string(), start: hull.0, end: hull.1, length });
    };
    let words = extent.words(text).unwrap_or_default();
    match json::maybe_text(object, "text", at)? {
        Some(quoted) if quoted != words => {
            Err(BadSpan::Quote { place: at.to_string(), quoted: quoted.to_owned(), found: words })
        }
        _ => Ok(extent),
    }
}

/// `[[0, 3], [7, 9]]`, in code points.
pub(crate) fn read_pairs(value: &Value, at: &At<'_>) -> Result<Vec<(u32, u32)>, Shape> {
    let list = value.as_array().ok_or_else(|| at.needs(Expected::List))?;
    let pair = |(n, value): (usize, &Value)| match value.as_array().map(Vec::as_slice) {
        Some([start, end]) => json::as_offset(start)
            .zip(json::as_offset(end))
            .ok_or_else(|| at.item(n).needs(Expected::Number)),
        _ => Err(at.item(n).needs(Expected::List)),
    };
    list.iter().enumerate().map(pair).collect()
}

/// Reads `reviewed`: ranges in code points. What leaves the text is left out and reported.
pub(crate) fn read_reviewed(
    object: &Object,
    text: &Text,
    file: &str,
    report: &mut Report,
    at: &At<'_>,
) -> Result<Ranges, Shape> {
    let mut ranges = Ranges::default();
    let Some(value) = object.get("reviewed") else { return Ok(ranges) };
    let at = at.field("reviewed");
    for (n, (start, end)) in read_pairs(value, &at)?.into_iter().enumerate() {
        if let Some(range) = range_of(text, start, end) {
            ranges.insert(range);
            continue;
        }
        let length = in_points(text, text.range().end());
        let why = BadSpan::Outside { place: at.item(n).to_string(), start, end, length };
        report.left_out(Thing::Reviewed, why.message(file));
    }
    Ok(ranges)
}

/// Reads `labels`: names of labels of the article as a whole, added to `names` where they are new.
pub(crate) fn read_labels(
    object: &Object,
    names: &mut Names,
    file: &str,
    report: &mut Report,
    at: &At<'_>,
) -> Result<BTreeSet<DocumentLabelId>, Shape> {
    let mut labels = BTreeSet::new();
    for (n, value) in json::maybe_list(object, "labels", at)?.iter().enumerate() {
        if let Some(id) = value.as_str().and_then(|name| names.document_label(name)) {
            labels.insert(id);
            continue;
        }
        let shape = at.field("labels").item(n).needs(Expected::Text);
        report.left_out(Thing::ArticleLabels, left_out(file, shape));
    }
    Ok(labels)
}

/// The bytes of `start..end` in code points, if they are in the text.
pub(crate) fn range_of(text: &Text, start: u32, end: u32) -> Option<TextRange> {
    let start = text.to_byte(Unit::CodePoint, start)?;
    TextRange::checked(start, text.to_byte(Unit::CodePoint, end)?)
}

/// A byte offset in code points.
pub(crate) fn in_points(text: &Text, byte: u32) -> u32 {
    text.from_byte(Unit::CodePoint, byte).unwrap_or(byte)
}

/// A range in code points, as a pair.
pub(crate) fn pair(text: &Text, range: TextRange) -> Value {
    json!([in_points(text, range.start()), in_points(text, range.end())])
}

/// Writes `start`, `end` and, where there are several, `pieces`.
pub(crate) fn write_extent(object: &mut Object, extent: &Extent, text: &Text) {
    object.insert("start".into(), in_points(text, extent.start()).into());
    object.insert("end".into(), in_points(text, extent.end()).into());
    if extent.ranges().len() > 1 {
        let pieces = extent.ranges().iter().map(|it| pair(text, *it)).collect();
        object.insert("pieces".into(), Value::Array(pieces));
    }
}

/// Reads `attributes`: flags and texts by name. Numbers become the text that they are.
pub(crate) fn read_attributes(object: &Object, at: &At<'_>) -> Result<Attributes, Shape> {
    let Some(value) = object.get("attributes").filter(|it| !it.is_null()) else {
        return Ok(Attributes::new());
    };
    let at = at.field("attributes");
    let read = |(name, value): (&String, &Value)| {
        let value = match value {
            Value::Bool(flag) => AttributeValue::Flag(*flag),
            Value::String(text) => AttributeValue::Text(text.clone()),
            Value::Number(n) => AttributeValue::Text(n.to_string()),
            _ => return Err(at.field(name).needs(Expected::Text)),
        };
        Ok((name.clone(), value))
    };
    json::object(value, &at)?.iter().map(read).collect()
}

/// Writes `attributes`, if there are any.
pub(crate) fn write_attributes(object: &mut Object, attributes: &Attributes) {
    if attributes.is_empty() {
        return;
    }
    let value = |value: &AttributeValue| match value {
        AttributeValue::Flag(flag) => Value::from(*flag),
        AttributeValue::Text(text) => Value::from(text.as_str()),
    };
    let all: Object = attributes.iter().map(|(name, it)| (name.clone(), value(it))).collect();
    object.insert("attributes".into(), Value::Object(all));
}

/// Writes a field that may be missing.
pub(crate) fn write_maybe(object: &mut Object, name: &str, value: Option<&String>) {
    if let Some(value) = value {
        object.insert(name.into(), value.as_str().into());
    }
}

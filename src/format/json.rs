//! Reading JSON values with a path to say where something is wrong, and writing them on one line.

use std::fmt::{self, Write as _};
use std::io;

use serde::Serialize;
use serde_json::{Map, Value};

/// What should stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    Text,
    /// A whole number that is not negative and fits 32 bits, or a score from 0 to 1.
    Number,
    /// True or false.
    Flag,
    /// An array.
    List,
    /// An object.
    Object,
    /// One of the words or names that this place knows.
    Known,
    /// A name of the form that we give.
    Id,
    /// `#rrggbb` or a slot of the palette.
    Color,
}

/// Something is missing or of another kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Where: `documents[2].text`.
    pub place: String,
    /// What should stand there.
    pub expected: Expected,
}

/// A place in a JSON value, as a chain up to the whole. Costs nothing until it is written out.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    up: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Whole,
    Field(&'a str),
    Item(usize),
}

impl<'a> At<'a> {
    /// The whole value.
    pub(crate) const WHOLE: At<'static> = At { up: None, step: Step::Whole };

    pub(crate) fn field(&'a self, name: &'a str) -> At<'a> {
        At { up: Some(self), step: Step::Field(name) }
    }

    pub(crate) fn item(&'a self, n: usize) -> At<'a> {
        At { up: Some(self), step: Step::Item(n) }
    }

    /// Says that `expected` should be here.
    pub(crate) fn needs(&self, expected: Expected) -> Shape {
        let mut place = self.to_string();
        if place.is_empty() {
            place.push('.');
        }
        Shape { place, expected }
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(up) = self.up else { return Ok(()) };
        up.fmt(f)?;
        match self.step {
            Step::Whole => Ok(()),
            Step::Field(name) if up.up.is_none() => f.write_str(name),
            Step::Field(name) => write!(f, ".{name}"),
            Step::Item(n) => write!(f, "[{n}]"),
        }
    }
}

pub(crate) type Object = Map<String, Value>;

pub(crate) fn object<'v>(value: &'v Value, at: &At<'_>) -> Result<&'v Object, Shape> {
    value.as_object().ok_or_else(|| at.needs(Expected::Object))
}

pub(crate) fn text<'v>(object: &'v Object, name: &str, at: &At<'_>) -> Result<&'v str, Shape> {
    let found = object.get(name).and_then(Value::as_str);
    found.ok_or_else(|| at.field(name).needs(Expected::Text))
}

/// A text that may be missing or null.
pub(crate) fn maybe_text<'v>(
    object: &'v Object,
    name: &str,
    at: &At<'_>,
) -> Result<Option<&'v str>, Shape> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(at.field(name).needs(Expected::Text)),
    }
}

pub(crate) fn maybe_flag(object: &Object, name: &str, at: &At<'_>) -> Result<bool, Shape> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(false),
        Some(Value::Bool(flag)) => Ok(*flag),
        Some(_) => Err(at.field(name).needs(Expected::Flag)),
    }
}

/// A list that may be missing.
pub(crate) fn maybe_list<'v>(
    object: &'v Object,
    name: &str,
    at: &At<'_>,
) -> Result<&'v [Value], Shape> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(list)) => Ok(list),
        Some(_) => Err(at.field(name).needs(Expected::List)),
    }
}

pub(crate) fn offset(object: &Object, name: &str, at: &At<'_>) -> Result<u32, Shape> {
    let found = object.get(name).and_then(as_offset);
    found.ok_or_else(|| at.field(name).needs(Expected::Number))
}

/// A count of 32 bits; `3.0` is taken for 3, as tables of other tools write it.
pub(crate) fn as_offset(value: &Value) -> Option<u32> {
    if let Some(n) = value.as_u64() {
        return u32::try_from(n).ok();
    }
    let n = value.as_f64()?;
    let is_whole = n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&n);
    is_whole.then_some(n as u32)
}

/// A score: a number from 0 to 1.
pub(crate) fn score(object: &Object, name: &str, at: &At<'_>) -> Result<f32, Shape> {
    let found = object.get(name).and_then(Value::as_f64).filter(|it| (0.0..=1.0).contains(it));
    found.map(|it| it as f32).ok_or_else(|| at.field(name).needs(Expected::Number))
}

/// The JSON number of a score, as short as it can be and still read back.
pub(crate) fn score_value(score: f32) -> Value {
    let shortest = score.to_string().parse::<f64>();
    Value::from(shortest.expect("what a number is written as is a number"))
}

/// The value on one line, with blanks after commas and colons.
pub(crate) fn line(value: &Value) -> String {
    let mut out = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, Spaced);
    value.serialize(&mut serializer).expect("a JSON value can be written to memory");
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// A string as JSON.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::new();
    write!(out, "{}", Value::from(text)).expect("memory takes it");
    out
}

/// One line, with blanks where a reader wants them.
struct Spaced;

impl serde_json::ser::Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn places_are_written_as_paths() {
        let documents = At::WHOLE.field("documents");
        let second = documents.item(2);
        assert_eq!(second.field("text").to_string(), "documents[2].text");
        assert_eq!(At::WHOLE.needs(Expected::Object).place, ".");
    }

    #[test]
    fn offsets_are_whole_and_fit() {
        for (value, offset) in [
            (json!(3), Some(3)),
            (json!(3.0), Some(3)),
            (json!(3.5), None),
            (json!(-1), None),
            (json!(4_294_967_296_u64), None),
            (json!(1e300), None),
            (json!("3"), None),
        ] {
            assert_eq!(as_offset(&value), offset, "{value}");
        }
    }

    #[test]
    fn scores_are_written_short_and_read_back() {
        for n in 0..=10_000_u16 {
            let score = f32::from(n) / 10_000.0;
            let written = score_value(score);
            assert!(written.to_string().len() <= 7, "{written}");
            assert_eq!(
                super::score(json!({"s": written}).as_object().unwrap(), "s", &At::WHOLE),
                Ok(score)
            );
        }
    }
}

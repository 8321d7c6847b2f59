//! The envelope: version, name, content, and last a checksum of the bytes before it.
//!
//! The checksum is over the bytes as they stand, not over what they mean, so it can be checked
//! before anything is understood.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::persist::{PERSIST_VERSION, PersistError, What};
use crate::text::TextHash;

/// The SHA-256 of a sealed text without its checksum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Checksum(TextHash);

/// A text with its checksum inside, and the same checksum to refer to it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// One JSON object.
    pub text: String,
    /// The checksum at its end.
    pub checksum: Checksum,
}

impl Checksum {
    /// Reads 64 hexadecimal digits.
    pub fn parse(digits: &str) -> Option<Self> {
        TextHash::parse(digits).map(Self)
    }

    fn of(text: &str) -> Self {
        Self(TextHash::of(text))
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Serialize)]
struct Written<'a, T> {
    version: u32,
    what: String,
    content: &'a T,
}

#[derive(Deserialize)]
struct Read<T> {
    content: T,
}

#[derive(Deserialize)]
struct Heading {
    version: u32,
    what: String,
}

const BEFORE: &str = ",\"checksum\":\"";
const AFTER: &str = "\"}";
const DIGITS: usize = 64;

/// Puts `content` into an envelope and seals it.
pub(crate) fn seal<T: Serialize>(what: What, content: &T) -> Sealed {
    let written = Written { version: PERSIST_VERSION, what: what.to_string(), content };
    let mut text = serde_json::to_string(&written).expect("our own shapes have string keys only");
    text.pop();
    let checksum = Checksum::of(&text);
    text.push_str(BEFORE);
    text.push_str(&checksum.to_string());
    text.push_str(AFTER);
    Sealed { text, checksum }
}

/// Opens an envelope: checks the seal, then the version, then the shape.
pub(crate) fn unseal<T: DeserializeOwned>(
    what: What,
    text: &str,
) -> Result<(T, Checksum), PersistError> {
    let (body, checksum) = split(text).ok_or(PersistError::Damaged(what))?;
    if Checksum::of(body) != checksum {
        return Err(PersistError::Damaged(what));
    }
    let whole = format!("{body}}}");
    let misshapen = |error: serde_json::Error| PersistError::Misshapen(what, error.to_string());
    let heading: Heading = serde_json::from_str(&whole).map_err(misshapen)?;
    if heading.what != what.to_string() {
        return Err(PersistError::Misshapen(what, format!("it is a {}", heading.what)));
    }
    let current = migrate(what, heading.version, whole)?;
    let read: Read<T> = serde_json::from_str(&current).map_err(misshapen)?;
    Ok((read.content, checksum))
}

/// Carries a text of an older version over to the present one. Each version to come adds its step
/// here, and keeps a file of the version before among the tests.
fn migrate(what: What, version: u32, text: String) -> Result<String, PersistError> {
    match version {
        // What version 2 added may be missing: the groups of document labels. Version 3 added a
        // kind of record, for going from point to point.
        1 | 2 | PERSIST_VERSION => Ok(text),
        0 => Err(PersistError::Misshapen(what, "there was no version 0".to_owned())),
        newer => Err(PersistError::Newer(what, newer)),
    }
}

/// What the checksum is of, and the checksum.
fn split(text: &str) -> Option<(&str, Checksum)> {
    let rest = text.strip_suffix(AFTER)?;
    let at = rest.len().checked_sub(DIGITS)?;
    let (rest, digits) = (rest.get(..at)?, rest.get(at..)?);
    Some((rest.strip_suffix(BEFORE)?, Checksum::parse(digits)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seals any JSON object as if somebody had written it.
    fn forged(body: &str) -> String {
        let body = body.strip_suffix('}').unwrap();
        format!("{body}{BEFORE}{}{AFTER}", Checksum::of(body))
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let text = seal(What::Record, &vec!["Ábrego", "\"}"]).text;
        let read = unseal::<Vec<String>>(What::Record, &text).unwrap();
        assert_eq!(read.0, ["Ábrego", "\"}"]);
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            assert!(unseal::<Vec<String>>(What::Record, &changed).is_err(), "byte {at}: {changed}");
            if text.is_char_boundary(at) {
                let cut = &text[..at];
                assert_eq!(
                    unseal::<Vec<String>>(What::Record, cut),
                    Err(PersistError::Damaged(What::Record))
                );
            }
        }
    }

    #[test]
    fn a_newer_version_is_refused_by_its_number_before_its_shape_is_looked_at() {
        let text = forged(r#"{"version":4,"what":"part","content":{"new":[1]}}"#);
        let read = unseal::<Vec<String>>(What::Part, &text);
        assert_eq!(read, Err(PersistError::Newer(What::Part, 4)));
    }

    #[test]
    fn another_thing_another_shape_and_deep_nesting_are_named() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        for body in [
            r#"{"version":1,"what":"document","content":[]}"#,
            r#"{"version":1,"what":"part","content":[1]}"#,
            r#"{"version":0,"what":"part","content":[]}"#,
            r#"{"what":"part","content":[]}"#,
            &format!(r#"{{"version":1,"what":"part","content":{deep}}}"#),
            "{]}",
        ] {
            let read = unseal::<Vec<String>>(What::Part, &forged(body));
            assert!(matches!(read, Err(PersistError::Misshapen(What::Part, _))), "{body:.80}");
        }
    }
}

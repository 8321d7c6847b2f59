//! The names of things: authors, documents, annotations, relations, labels.
//!
//! No name is drawn here. An author's 64 random bits are passed in once per browser; everything an
//! author makes is numbered from there, so that two people's files merge without a clash.

use std::fmt;
use std::sync::Arc;

/// One annotator, imported source or model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuthorId(pub u64);

impl AuthorId {
    /// Reads the 16 hexadecimal digits that [`fmt::Display`] writes.
    pub fn parse(digits: &str) -> Option<Self> {
        let is_hex = digits.len() == 16 && digits.bytes().all(|it| it.is_ascii_hexdigit());
        is_hex.then(|| u64::from_str_radix(digits, 16).ok().map(Self))?
    }
}

impl fmt::Display for AuthorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Defines the name of something that one author has numbered.
macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            /// Who made it.
            pub author: AuthorId,
            /// That author's number for it, from 1.
            pub n: u32,
        }

        impl $name {
            /// Reads what [`fmt::Display`] writes: `0123456789abcdef-7`.
            pub fn parse(name: &str) -> Option<Self> {
                let (author, n) = name.split_once('-')?;
                let n = n.parse().ok().filter(|_| n.bytes().all(|it| it.is_ascii_digit()))?;
                Some(Self { author: AuthorId::parse(author)?, n })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}-{}", self.author, self.n)
            }
        }
    };
}

numbered! {
    /// One annotation, for as long as it lives: moving its edges or changing its label keeps it.
    AnnotationId
}

numbered! {
    /// One relation.
    RelationId
}

/// One document. Any text that is not empty; files keep the one they came with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(Arc<str>);

impl DocumentId {
    /// The document named `name`, or `None` for an empty name.
    pub fn new(name: &str) -> Option<Self> {
        (!name.is_empty()).then(|| Self(name.into()))
    }

    /// The `n`th document that `author` brought in.
    pub fn minted(author: AuthorId, n: u32) -> Self {
        Self(format!("{author}-{n}").into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A label of the project's schema. Stays when the label is renamed, recolored or moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(pub u16);

/// A relation label of the project's schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationLabelId(pub u16);

/// A label for whole documents of the project's schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentLabelId(pub u16);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        let id = AnnotationId { author: AuthorId(0xfeed), n: 12 };
        assert_eq!(id.to_string(), "000000000000feed-12");
        assert_eq!(AnnotationId::parse(&id.to_string()), Some(id));
    }

    #[test]
    fn names_of_another_shape_are_refused() {
        for name in ["", "feed-1", "000000000000feed", "000000000000feed-+1", "+00000000000feed-1"]
        {
            assert_eq!(AnnotationId::parse(name), None, "{name}");
        }
    }
}

//! The sample articles, for those who have none at hand: they are part of the program.
//!
//! The first carries its marks, one of every label, as an example of what finished work looks like;
//! the others wait for suggestions, one of them raw, as it was copied from a web page. How they were
//! written is in `articles/README.md`.

use crate::format::File;

/// A sample article.
#[derive(Debug, PartialEq, Eq)]
pub struct Sample {
    /// The first line of its text.
    pub title: &'static str,
    /// BCP 47 tag of its language.
    pub language: &'static str,
    /// How many marks come with it.
    pub n_marks: u64,
    name: &'static str,
    content: &'static str,
}

impl Sample {
    /// It as a file, to be taken in like any other.
    pub fn file(&self) -> File {
        File { name: self.name.to_owned(), bytes: self.content.as_bytes().to_vec() }
    }
}

/// All samples, the one with marks first.
pub const SAMPLES: &[Sample] = &[
    Sample {
        title: "Two Flags on One Boat: Joint Patrols Begin on the Corentyne",
        language: "en",
        n_marks: 56,
        name: "river-patrols.en.jsonl",
        content: include_str!("../../articles/river-patrols.en.jsonl"),
    },
    Sample {
        title: "Dos orillas, una sola fila: Salto y Concordia estrenan control conjunto",
        language: "es",
        n_marks: 0,
        name: "dos-orillas.es.jsonl",
        content: include_str!("../../articles/dos-orillas.es.jsonl"),
    },
    Sample {
        title: "Ghana and Togo to Decide on Night Crossings at Aflao",
        language: "en",
        n_marks: 0,
        name: "night-crossings.en.txt",
        content: include_str!("../../articles/night-crossings.en.txt"),
    },
    Sample {
        title: "Reception Center at Trojes Is Full Three Weeks Before the Rains",
        language: "en",
        n_marks: 0,
        name: "trojes-center.en.jsonl",
        content: include_str!("../../articles/trojes-center.en.jsonl"),
    },
];

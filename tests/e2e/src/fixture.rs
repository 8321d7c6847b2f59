//! Articles of our own for the stories, and files that are broken each in its way.
//!
//! The articles are full of what offsets stumble over: accents, no-break spaces, curly quotes,
//! emoji beyond the basic plane, combining marks.

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::{ZipWriter, write::SimpleFileOptions};

/// A file as a person has it on a disk.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file.
    pub fn new(name: &str, bytes: impl Into<Vec<u8>>) -> File {
        File { name: name.into(), bytes: bytes.into() }
    }

    /// Its text.
    ///
    /// # Panics
    /// If it is not UTF-8: not to be called for broken ones.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("only articles of ours are asked for their text")
    }
}

/// An article in English.
pub fn english() -> File {
    File::new("ferry.txt", include_str!("../fixtures/ferry.en.txt"))
}

/// An article in Spanish.
pub fn spanish() -> File {
    File::new("faro.txt", include_str!("../fixtures/faro.es.txt"))
}

/// A small article, of which every mark is known.
pub fn small(name: &str, words: &str) -> File {
    File::new(name, words)
}

/// A file that cannot be added, and words that the page must say about it.
pub struct Broken {
    /// The file.
    pub file: File,
    /// What the refusal has to name.
    pub says: &'static [&'static str],
}

/// One file for each way to be broken, but for the one that is too long.
pub fn broken() -> Vec<Broken> {
    let deep = "[".repeat(100_000);
    let newer =
        r#"{"format": "apostil", "version": 999, "project": {"name": "later"}, "documents": []}"#;
    vec![
        Broken {
            file: File::new("picture.txt", b"PNG\0\0\0\rIHDR\0\0".to_vec()),
            says: &["not text", "byte"],
        },
        Broken { file: File::new("nothing.txt", Vec::new()), says: &["empty"] },
        Broken {
            file: File::new("half.json", "{\"documents\": [{\"id\": \"a\","),
            says: &["line 1", "column"],
        },
        Broken { file: File::new("deep.json", deep), says: &["nested"] },
        Broken { file: File::new("later.json", newer), says: &["version"] },
    ]
}

/// The bytes of an archive with these files.
pub fn archive(files: &[File]) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        writer.start_file(&file.name, SimpleFileOptions::default())?;
        writer.write_all(&file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

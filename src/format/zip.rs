//! Many files in one.
//!
//! The same files, byte for byte the same zip: times are 1980-01-01, the order is the one given.
//! Limits: no folders of our own making, no passwords. How zips are read is in `unzip`.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::format::File;
use crate::format::distinct::Distinct;
use crate::format::error::{ReadError, WriteError};
use crate::format::unzip::Unzip;

/// The most that is unpacked of one zip, in bytes, so that a small file cannot fill the memory.
pub(crate) const MOST_UNPACKED: u64 = 1024 * 1024 * 1024;

/// Whether `bytes` begin as a zip does.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Packs `files` into one, called `name`.
pub fn pack(name: &str, files: &[File]) -> Result<File, WriteError> {
    let bytes = write(files).map_err(|_| WriteError::Zip)?;
    Ok(File { name: name.to_owned(), bytes })
}

fn write(files: &[File]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644)
            .large_file(file.bytes.len() as u64 > u64::from(u32::MAX));
        writer.start_file(file.name.as_str(), options)?;
        writer.write_all(&file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// The files in a zip, in its order; it is refused when one of them is broken.
pub(crate) fn unpack(file: &File) -> Result<Vec<File>, ReadError> {
    let files = Unzip::open(file.bytes.clone(), MOST_UNPACKED)?;
    files.map(|it| Ok(File { name: it.name, bytes: it.bytes? })).collect()
}

/// Gives out file names that every system takes and that differ, also where case is not told apart.
#[derive(Debug, Default)]
pub(crate) struct FileNames(Distinct);

impl FileNames {
    /// A name for what is called `name`, ending in `extension` (`.json`).
    pub(crate) fn take(&mut self, name: &str, extension: &str) -> String {
        let name = name.strip_suffix(extension).unwrap_or(name);
        let mut stem: String =
            name.chars().take(120).map(|c| if is_safe(c) { c } else { '_' }).collect();
        // A dot in front hides a file on some systems and climbs out of the folder on others.
        if stem.is_empty() || stem.starts_with('.') {
            stem.insert(0, '_');
        }
        self.0.take(&stem, extension)
    }
}

fn is_safe(c: char) -> bool {
    !c.is_control() && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let file = |name: &str, bytes: &[u8]| File { name: name.into(), bytes: bytes.to_vec() };
        let files = vec![file("Ñandú.txt", b"one"), file("b.txt", &[7; 5000]), file("empty", b"")];
        let packed = pack("all.zip", &files).unwrap();
        assert_eq!(pack("all.zip", &files).unwrap(), packed, "the same files, the same zip");
        assert_eq!(unpack(&packed).unwrap(), files);
        let cut = file("cut.zip", &packed.bytes[..packed.bytes.len() - 9]);
        assert_eq!(unpack(&cut), Err(ReadError::BrokenZip));
    }

    #[test]
    fn names_are_safe_and_differ() {
        let mut names = FileNames::default();
        let taken = ["a.txt", "A", "../x/y", "", "a:b?"].map(|it| names.take(it, ".txt"));
        assert_eq!(taken, ["a.txt", "A (2).txt", "_.._x_y.txt", "_.txt", "a_b_.txt"]);
    }
}

//! What is in a zip, taken out with care.
//!
//! A zip says of itself how long its files are and where they lie, and may lie. So what comes out is
//! counted while it comes out; files that lie over one another are refused, as are those that grow
//! more than a hundredfold; a file is taken only if length and checksum are right at its end. Names
//! are labels here, never paths: nothing is written where they point to.
//! Source: PKWARE, APPNOTE.TXT 6.3.10; overlaps as in D. Fifield, "A better zip bomb" (2019).
//!
//! Limits: methods 0 (stored) and 8 (deflated); no passwords, no parts; no zip in a zip.

use std::io::Read;
use std::ops::Range;

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use crate::format::distinct::Distinct;
use crate::format::encoding::{self, Encoding};
use crate::format::error::ReadError;
use crate::format::zip::is_zip;
use crate::order::sort_by_key;

/// The most files in a zip.
const MOST_ENTRIES: u64 = 100_000;

/// Up to this many bytes (1 MiB) a file may grow as it likes.
const FREE_BYTES: u64 = 1024 * 1024;

/// How many times longer than packed a file may be beyond that.
const MOST_GROWTH: u64 = 100;

/// A file in a zip, or why it cannot be had.
#[derive(Debug)]
pub(crate) struct Unzipped {
    /// Its name, with folders, fit to be shown.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) bytes: Result<Vec<u8>, ReadError>,
}

/// What the directory says of a file.
#[derive(Debug, Default)]
struct Entry {
    name: String,
    is_link: bool,
    is_encrypted: bool,
    method: u16,
    crc: u32,
    packed: u64,
    size: u64,
    /// Where its own header begins.
    header: u64,
    /// Where it lies, packed.
    data: Range<usize>,
}

/// The files of a zip, one by one.
#[derive(Debug)]
pub(crate) struct Unzip {
    bytes: Vec<u8>,
    entries: std::vec::IntoIter<Entry>,
    names: Distinct,
    /// How many bytes may still come out.
    left: u64,
    most_bytes: u64,
}

impl Unzip {
    /// Opens a zip of which at most `most_bytes` are to come out.
    pub(crate) fn open(bytes: Vec<u8>, most_bytes: u64) -> Result<Self, ReadError> {
        let mut entries = directory(&bytes)?;
        find_data(&bytes, &mut entries)?;
        entries.retain(|it| !it.name.ends_with('/') && !is_noise(&it.name));
        let entries = entries.into_iter();
        Ok(Self { bytes, entries, names: Distinct::default(), left: most_bytes, most_bytes })
    }

    /// How many files are left.
    pub(crate) fn n_left(&self) -> usize {
        self.entries.len()
    }

    fn unpack(&mut self, entry: &Entry) -> Result<Vec<u8>, ReadError> {
        if entry.is_link {
            return Err(ReadError::ZipLink);
        }
        if entry.is_encrypted {
            return Err(ReadError::ZipEncrypted);
        }
        let packed = &self.bytes[entry.data.clone()];
        let bytes = match entry.method {
            0 => packed.to_vec(),
            8 => inflate(packed, self.left)?,
            method => return Err(ReadError::ZipMethod { method }),
        };
        let n_bytes = bytes.len() as u64;
        self.left = self.left.checked_sub(n_bytes).ok_or(ReadError::ZipLong { limit: 0 })?;
        let mut crc = Crc::new();
        crc.update(&bytes);
        if n_bytes != entry.size || crc.sum() != entry.crc {
            return Err(ReadError::BrokenZip);
        }
        if is_zip(&bytes) { Err(ReadError::ZipInside) } else { Ok(bytes) }
    }
}

impl Iterator for Unzip {
    type Item = Unzipped;

    fn next(&mut self) -> Option<Unzipped> {
        let entry = self.entries.next()?;
        let bytes = self.unpack(&entry).map_err(|why| match why {
            ReadError::ZipLong { .. } => {
                // What is behind it would be too much as well.
                self.entries = Vec::new().into_iter();
                ReadError::ZipLong { limit: self.most_bytes as usize }
            }
            other => other,
        });
        let name = safe_name(&entry.name);
        let dot = name.rfind('.').filter(|it| !name[*it..].contains('/')).unwrap_or(name.len());
        Some(Unzipped { name: self.names.take(&name[..dot], &name[dot..]), bytes })
    }
}

/// What systems put in zips on their own.
fn is_noise(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.ends_with(".DS_Store") || name.ends_with("Thumbs.db")
}

/// A name without what could climb out of a folder or change how other words are read.
fn safe_name(name: &str) -> String {
    let is_bidi = |c| matches!(c, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name = name.replace('\\', "/");
    let parts = name.split('/').filter(|it| !matches!(*it, "" | "." | ".."));
    let joined = parts.collect::<Vec<_>>().join("/");
    let plain: String = joined
        .chars()
        .map(|c| if c.is_control() || is_bidi(c) || c == ':' { '_' } else { c })
        .collect();
    if plain.is_empty() { "_".to_owned() } else { plain }
}

/// Inflates what may be `left` bytes long, and a hundred times as long as it is packed.
fn inflate(packed: &[u8], left: u64) -> Result<Vec<u8>, ReadError> {
    let growth = (packed.len() as u64).saturating_mul(MOST_GROWTH).max(FREE_BYTES);
    let mut decoder = DeflateDecoder::new(packed);
    let mut bytes = Vec::new();
    let most = growth.min(left);
    (&mut decoder).take(most + 1).read_to_end(&mut bytes).map_err(|_| ReadError::BrokenZip)?;
    if bytes.len() as u64 > most {
        return Err(if growth <= left {
            ReadError::ZipGrowth
        } else {
            ReadError::ZipLong { limit: 0 }
        });
    }
    if decoder.total_in() == packed.len() as u64 { Ok(bytes) } else { Err(ReadError::BrokenZip) }
}

/// What the directory at the end says of each file.
fn directory(bytes: &[u8]) -> Result<Vec<Entry>, ReadError> {
    let (n_entries, place) = end_record(bytes).ok_or(ReadError::BrokenZip)?;
    if n_entries > MOST_ENTRIES {
        return Err(ReadError::ZipMany { found: n_entries, limit: MOST_ENTRIES });
    }
    let mut fields = Fields { bytes: bytes.get(place).ok_or(ReadError::BrokenZip)?, at: 0 };
    let mut entries = Vec::new();
    for _ in 0..n_entries {
        entries.push(entry(&mut fields).ok_or(ReadError::BrokenZip)?);
    }
    // More than it says, or less, is another directory than it says.
    if fields.at == fields.bytes.len() { Ok(entries) } else { Err(ReadError::BrokenZip) }
}

/// How many files the end of a zip speaks of, and where the directory is.
fn end_record(bytes: &[u8]) -> Option<(u64, Range<usize>)> {
    let first = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let is_end = |at: &usize| {
        let mut fields = Fields { bytes, at: *at };
        fields.signature(*b"PK\x05\x06").is_some()
            && Fields { bytes, at: at + 20 }
                .short()
                .is_some_and(|it| at + 22 + it as usize == bytes.len())
    };
    let end = (first..bytes.len().saturating_sub(21)).rev().find(is_end)?;
    let mut fields = Fields { bytes, at: end + 4 };
    let (disk, start_disk) = (fields.short()?, fields.short()?);
    let (_, n_entries) = (fields.short()?, fields.short()?);
    let (size, offset) = (fields.long()?, fields.long()?);
    let is_large = n_entries == 0xffff || size == 0xffff_ffff || offset == 0xffff_ffff;
    let (n_entries, size, offset, directory_end) = match large_end(bytes, end).filter(|_| is_large)
    {
        Some(large) => large,
        None => (n_entries, size, offset, end),
    };
    let place = usize::try_from(offset).ok()?..usize::try_from(offset.checked_add(size)?).ok()?;
    let is_whole = disk == 0 && start_disk == 0 && place.end == directory_end;
    is_whole.then_some((n_entries, place))
}

/// The same of a zip with large numbers (zip64): files, length, place, and where the directory ends.
fn large_end(bytes: &[u8], end: usize) -> Option<(u64, u64, u64, usize)> {
    let mut locator = Fields { bytes, at: end.checked_sub(20)? };
    locator.signature(*b"PK\x06\x07")?;
    locator.long()?;
    let at = usize::try_from(locator.very_long()?).ok()?;
    let mut fields = Fields { bytes, at };
    fields.signature(*b"PK\x06\x06")?;
    fields.at = at.checked_add(32)?;
    Some((fields.very_long()?, fields.very_long()?, fields.very_long()?, at))
}

/// Reads one file's part of the directory.
fn entry(fields: &mut Fields<'_>) -> Option<Entry> {
    fields.signature(*b"PK\x01\x02")?;
    let made_by = fields.short()?;
    fields.short()?;
    let flags = fields.short()?;
    let method = fields.short()? as u16;
    fields.long()?;
    let crc = fields.long()? as u32;
    let (packed, size) = (fields.long()?, fields.long()?);
    let (n_name, n_extra, n_comment) = (fields.short()?, fields.short()?, fields.short()?);
    fields.long()?;
    let attributes = fields.long()?;
    let header = fields.long()?;
    let name = name(fields.take(n_name)?);
    let extra = fields.take(n_extra)?;
    fields.take(n_comment)?;
    let is_unix = made_by >> 8 == 3;
    let is_link = is_unix && attributes >> 28 == 0o12;
    let is_encrypted = flags & 1 == 1;
    let mut entry =
        Entry { name, is_link, is_encrypted, method, crc, packed, size, header, data: 0..0 };
    large_numbers(&mut entry, extra)?;
    Some(entry)
}

fn name(bytes: &[u8]) -> String {
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let encoding = if is_utf8 { Encoding::Utf8 } else { Encoding::Windows1252 };
    encoding::letters(bytes, encoding).text
}

/// Takes numbers that did not fit from where they stand then.
fn large_numbers(entry: &mut Entry, extra: &[u8]) -> Option<()> {
    let mut fields = Fields { bytes: extra, at: 0 };
    while let (Some(kind), Some(n_bytes)) = (fields.short(), fields.short()) {
        let part = fields.take(n_bytes)?;
        if kind == 1 {
            let mut large = Fields { bytes: part, at: 0 };
            for number in [&mut entry.size, &mut entry.packed, &mut entry.header] {
                if *number == 0xffff_ffff {
                    *number = large.very_long()?;
                }
            }
        }
    }
    Some(())
}

/// Finds where each file lies, and that no two lie over one another.
fn find_data(bytes: &[u8], entries: &mut [Entry]) -> Result<(), ReadError> {
    for entry in entries.iter_mut() {
        entry.data = data(bytes, entry).ok_or(ReadError::BrokenZip)?;
    }
    let mut places: Vec<(u64, usize)> = entries.iter().map(|it| (it.header, it.data.end)).collect();
    sort_by_key(&mut places, |it| *it);
    let overlap = |pair: &[(u64, usize)]| pair[0].1 as u64 > pair[1].0;
    if places.windows(2).any(overlap) { Err(ReadError::ZipOverlap) } else { Ok(()) }
}

/// Where a file lies, behind its own header.
fn data(bytes: &[u8], entry: &Entry) -> Option<Range<usize>> {
    let mut fields = Fields { bytes, at: usize::try_from(entry.header).ok()? };
    fields.signature(*b"PK\x03\x04")?;
    fields.take(22)?;
    let (n_name, n_extra) = (fields.short()?, fields.short()?);
    fields.take(n_name)?;
    fields.take(n_extra)?;
    let start = fields.at;
    fields.take(entry.packed)?;
    Some(start..fields.at)
}

/// Numbers one after the other, the low byte first.
struct Fields<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Fields<'b> {
    fn take(&mut self, n: u64) -> Option<&'b [u8]> {
        let end = self.at.checked_add(usize::try_from(n).ok()?)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn number(&mut self, n_bytes: u64) -> Option<u64> {
        Some(self.take(n_bytes)?.iter().rev().fold(0, |all, it| all << 8 | u64::from(*it)))
    }

    fn short(&mut self) -> Option<u64> {
        self.number(2)
    }

    fn long(&mut self) -> Option<u64> {
        self.number(4)
    }

    fn very_long(&mut self) -> Option<u64> {
        self.number(8)
    }

    fn signature(&mut self, wanted: [u8; 4]) -> Option<()> {
        (self.take(4)? == wanted).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::File;
    use crate::format::zip::pack;

    #[test]
    fn names_are_labels() {
        for (name, safe) in [
            ("a/b.txt", "a/b.txt"),
            ("../../etc/passwd", "etc/passwd"),
            ("C:\\x\\..\\y.txt", "C_/x/y.txt"),
            ("/abs", "abs"),
            ("a\u{202e}txt.b\0", "a_txt.b_"),
            ("..", "_"),
        ] {
            assert_eq!(safe_name(name), safe, "{name}");
        }
    }

    #[test]
    fn what_comes_out_is_counted() {
        let file = |name: &str| File { name: name.into(), bytes: vec![b'x'; 1000] };
        let packed = pack("a.zip", &[file("a"), file("b"), file("c")]).unwrap();
        let found = Unzip::open(packed.bytes.clone(), 1500).unwrap();
        let found: Vec<_> = found.map(|it| it.bytes.map(|it| it.len())).collect();
        assert_eq!(found, [Ok(1000), Err(ReadError::ZipLong { limit: 1500 })]);
        let mut found = Unzip::open(packed.bytes, 3000).unwrap();
        assert_eq!(found.n_left(), 3);
        assert!(found.all(|it| it.bytes.is_ok()));
    }
}

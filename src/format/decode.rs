//! From bytes to words: UTF-8, strictly.
//!
//! A byte order mark in front is taken off and remarked. What is not UTF-8 is refused with the place
//! of the first bad byte; guessing an encoding would change words in silence.
//!
//! Limits: UTF-16 and the old 8-bit encodings are refused for now.

use crate::format::File;
use crate::format::error::ReadError;
use crate::format::report::Report;
use crate::message::Message;

/// The longest file of records that is taken, in bytes. Each text in it has its own limit.
pub(crate) const MAX_DATA_BYTES: usize = 512 * 1024 * 1024;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How files of other kinds begin.
const KINDS: [(&[u8], &str); 13] = [
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x1f\x8b", "GZIP"),
    (b"\xd0\xcf\x11\xe0", "MS Office"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format", "SQLite"),
    (b"\x7fELF", "ELF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"BZh", "BZIP2"),
];

/// The words of `file`, of at most `limit` bytes.
pub(crate) fn text<'f>(
    file: &'f File,
    limit: usize,
    report: &mut Report,
) -> Result<&'f str, ReadError> {
    let bytes = file.bytes.as_slice();
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() > limit {
        return Err(ReadError::TooLong { bytes: bytes.len(), limit });
    }
    if let Some((_, kind)) = KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ReadError::OtherKind { kind });
    }
    let bare = bytes.strip_prefix(BYTE_ORDER_MARK);
    let skipped = if bare.is_some() { BYTE_ORDER_MARK.len() } else { 0 };
    let bytes = bare.unwrap_or(bytes);
    if let Some(zero) = bytes.iter().position(|byte| *byte == 0) {
        return Err(ReadError::Binary { byte: skipped + zero + 1 });
    }
    let content = std::str::from_utf8(bytes).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        let line = good.split(|byte| *byte == b'\n').count();
        ReadError::NotUtf8 { byte: skipped + good.len() + 1, line }
    })?;
    if bare.is_some() {
        report.remark(Message::FileByteOrderMark { file: file.name.clone() });
    }
    if content.is_empty() { Err(ReadError::Empty) } else { Ok(content) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8]) -> (Result<String, ReadError>, usize) {
        let file = File { name: "a.txt".into(), bytes: bytes.to_vec() };
        let mut report = Report::default();
        let result = text(&file, 64, &mut report).map(str::to_owned);
        (result, report.remarks.len())
    }

    #[test]
    fn only_utf8_is_text() {
        assert_eq!(decode("é\r\n".as_bytes()), (Ok("é\r\n".into()), 0));
        assert_eq!(decode("\u{feff}\u{feff}a".as_bytes()), (Ok("\u{feff}a".into()), 1));
        for (bytes, error) in [
            (&b""[..], ReadError::Empty),
            (b"\xef\xbb\xbf", ReadError::Empty),
            (b"a\nb\xff", ReadError::NotUtf8 { byte: 4, line: 2 }),
            (b"\xef\xbb\xbf\n\xc3(", ReadError::NotUtf8 { byte: 5, line: 2 }),
            (b"ab\0c", ReadError::Binary { byte: 3 }),
            (b"PK\x03\x04....", ReadError::OtherKind { kind: "ZIP" }),
            (&[b'a'; 65], ReadError::TooLong { bytes: 65, limit: 64 }),
        ] {
            assert_eq!(
                decode(bytes),
                (Err(error), usize::from(bytes == b"\xef\xbb\xbf")),
                "{bytes:?}"
            );
        }
    }
}

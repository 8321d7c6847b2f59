//! From bytes to words, and how sure that is.
//!
//! A byte order mark says what the bytes are; it is taken off and remarked. Without one they are
//! UTF-8, also with a few bad places, which become U+FFFD and are counted; where there are more bad
//! places than that the file is taken for Windows-1252, which is remarked. Nothing else is changed.
//!
//! Limits: UTF-16 without a mark is refused as binary unless it is asked for.

use std::borrow::Cow;

use crate::format::File;
use crate::format::encoding::{self, Encoding};
use crate::format::error::ReadError;
use crate::format::report::Report;
use crate::message::Message;

/// The longest file that is taken, in bytes. Each text in it has its own limit.
const MAX_BYTES: usize = 512 * 1024 * 1024;

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

/// The words of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'f> {
    /// The words, without a byte order mark.
    pub(crate) text: Cow<'f, str>,
    /// What the bytes were taken for.
    pub(crate) encoding: Encoding,
}

/// The words of `file`, read as `wanted` or as it seems right.
pub(crate) fn decode<'f>(
    file: &'f File,
    wanted: Option<Encoding>,
    report: &mut Report,
) -> Result<Decoded<'f>, ReadError> {
    let bytes = file.bytes.as_slice();
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLong { bytes: bytes.len(), limit: MAX_BYTES });
    }
    let marked = marked(bytes);
    let encoding = match wanted.or(marked) {
        Some(encoding) => encoding,
        None => unmarked(bytes)?,
    };
    let skipped = if bytes.starts_with(encoding.mark()) { encoding.mark().len() } else { 0 };
    let text = words(&file.name, &bytes[skipped..], encoding, report);
    if let Some(zero) = text.find('\0') {
        return Err(ReadError::Binary { byte: skipped + zero + 1 });
    }
    if text.is_empty() {
        return Err(ReadError::Empty);
    }
    if encoding == Encoding::Utf8 && skipped > 0 {
        report.remark(Message::FileByteOrderMark { file: file.name.clone() });
    } else if encoding != Encoding::Utf8 && wanted.is_none() {
        let encoding = encoding.name().to_owned();
        report.remark(Message::FileEncoding { file: file.name.clone(), encoding });
    }
    Ok(Decoded { text, encoding })
}

/// What a byte order mark says.
fn marked(bytes: &[u8]) -> Option<Encoding> {
    let has_mark = |it: &Encoding| !it.mark().is_empty() && bytes.starts_with(it.mark());
    Encoding::ALL.into_iter().find(has_mark)
}

/// What bytes without a mark are, if they are text at all.
fn unmarked(bytes: &[u8]) -> Result<Encoding, ReadError> {
    if let Some((_, kind)) = KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ReadError::OtherKind { kind });
    }
    if let Some(zero) = bytes.iter().position(|byte| *byte == 0) {
        return Err(ReadError::Binary { byte: zero + 1 });
    }
    if encoding::is_mostly_utf8(bytes) {
        return Ok(Encoding::Utf8);
    }
    // An old text has hardly one control character in a hundred bytes.
    let n_controls = bytes.iter().filter(|byte| is_control(**byte)).count();
    match bytes.iter().position(|byte| is_control(*byte)) {
        Some(first) if n_controls * 100 > bytes.len() => Err(ReadError::Binary { byte: first + 1 }),
        _ => Ok(Encoding::Windows1252),
    }
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c')
}

fn words<'f>(file: &str, bytes: &'f [u8], encoding: Encoding, report: &mut Report) -> Cow<'f, str> {
    if let (Encoding::Utf8, Ok(text)) = (encoding, std::str::from_utf8(bytes)) {
        return Cow::Borrowed(text);
    }
    let letters = encoding::letters(bytes, encoding);
    if letters.n_replaced > 0 {
        report.remark(Message::FileReplaced {
            file: file.to_owned(),
            encoding: encoding.name().to_owned(),
            count: letters.n_replaced as u64,
            line: letters.line as u64,
        });
    }
    Cow::Owned(letters.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(
        bytes: &[u8],
        wanted: Option<Encoding>,
    ) -> (Result<(String, Encoding), ReadError>, String) {
        let file = File { name: "a.txt".into(), bytes: bytes.to_vec() };
        let mut report = Report::default();
        let result = decode(&file, wanted, &mut report);
        let said: Vec<&str> = report.remarks.iter().map(Message::id).collect();
        (result.map(|it| (it.text.into_owned(), it.encoding)), said.join(" "))
    }

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Encoding, said: &str) {
        assert_eq!(read(bytes, None), (Ok((text.to_owned(), encoding)), said.to_owned()));
    }

    #[test]
    fn the_encoding_is_told_by_the_bytes() {
        check("é\r\n".as_bytes(), "é\r\n", Encoding::Utf8, "");
        check("\u{feff}\u{feff}a".as_bytes(), "\u{feff}a", Encoding::Utf8, "file-byte-order-mark");
        check(b"\xff\xfeN\0\xf1\0", "Nñ", Encoding::Utf16Le, "file-encoding");
        check(b"\xfe\xff\0N\0\xf1", "Nñ", Encoding::Utf16Be, "file-encoding");
        check(b"Acand\xed \x96", "Acandí –", Encoding::Windows1252, "file-encoding");
        let cut = "añejo señor Núñez\u{a0}".as_bytes();
        let bad = [cut, b"\xc3"].concat();
        check(&bad, "añejo señor Núñez\u{a0}\u{fffd}", Encoding::Utf8, "file-replaced");
    }

    #[test]
    fn another_encoding_may_be_asked_for() {
        let (found, said) = read("ñ".as_bytes(), Some(Encoding::Windows1252));
        assert_eq!((found, said.as_str()), (Ok(("Ã±".into(), Encoding::Windows1252)), ""));
        let (found, said) = read(b"Acand\xed", Some(Encoding::Utf8));
        let expected = ("Acand\u{fffd}".into(), Encoding::Utf8);
        assert_eq!((found, said.as_str()), (Ok(expected), "file-replaced"));
        let (found, _) = read(b"a\0b\0", Some(Encoding::Utf16Le));
        assert_eq!(found, Ok(("ab".into(), Encoding::Utf16Le)));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, error) in [
            (&b""[..], ReadError::Empty),
            (b"\xef\xbb\xbf", ReadError::Empty),
            (b"\xff\xfe", ReadError::Empty),
            (b"ab\0c", ReadError::Binary { byte: 3 }),
            (b"\xff\xfea\0\0\0", ReadError::Binary { byte: 4 }),
            (b"\xe9\x01\x02\xff\x03", ReadError::Binary { byte: 2 }),
            (b"PK\x03\x04....", ReadError::OtherKind { kind: "ZIP" }),
        ] {
            assert_eq!(read(bytes, None), (Err(error), String::new()), "{bytes:?}");
        }
    }
}

//! The ways in which bytes stand for letters, as far as we read them.
//!
//! Four are known: UTF-8, UTF-16 in both orders, and Windows-1252, which is what most old files of
//! western Europe and the Americas are in. Files are written in UTF-8 only.
//! Source of the table: WHATWG Encoding Standard, index windows-1252.

/// How bytes stand for letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// One to four bytes a letter.
    #[default]
    Utf8,
    /// Two or four bytes a letter, the low one first.
    Utf16Le,
    /// Two or four bytes a letter, the high one first.
    Utf16Be,
    /// One byte a letter.
    Windows1252,
}

impl Encoding {
    /// Every encoding, in the order in which people are offered them.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Windows1252, Self::Utf16Le, Self::Utf16Be];

    /// Its name, which is the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// The encoding called `name`, in whatever case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name().eq_ignore_ascii_case(name))
    }

    /// The byte order mark of it, if it has one.
    pub(crate) fn mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 => b"\xef\xbb\xbf",
            Self::Utf16Le => b"\xff\xfe",
            Self::Utf16Be => b"\xfe\xff",
            Self::Windows1252 => b"",
        }
    }
}

/// Letters that were made of bytes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    pub(crate) text: String,
    /// How many bad stretches became U+FFFD.
    pub(crate) n_replaced: usize,
    /// The line of the first, counted from 1; 0 where there is none.
    pub(crate) line: usize,
}

impl Letters {
    fn replace(&mut self) {
        if self.n_replaced == 0 {
            self.line = self.text.bytes().filter(|it| *it == b'\n').count() + 1;
        }
        self.n_replaced += 1;
        self.text.push(char::REPLACEMENT_CHARACTER);
    }
}

/// Reads `bytes`, which have no byte order mark any more.
pub(crate) fn letters(bytes: &[u8], encoding: Encoding) -> Letters {
    match encoding {
        Encoding::Utf8 => utf8(bytes),
        Encoding::Utf16Le => utf16(bytes, u16::from_le_bytes),
        Encoding::Utf16Be => utf16(bytes, u16::from_be_bytes),
        Encoding::Windows1252 => {
            let text = bytes.iter().map(|byte| windows_1252(*byte)).collect();
            Letters { text, ..Letters::default() }
        }
    }
}

fn utf8(bytes: &[u8]) -> Letters {
    let mut letters = Letters { text: String::with_capacity(bytes.len()), ..Letters::default() };
    for chunk in bytes.utf8_chunks() {
        letters.text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            letters.replace();
        }
    }
    letters
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Letters {
    let mut letters = Letters { text: String::with_capacity(bytes.len()), ..Letters::default() };
    let (pairs, rest) = bytes.as_chunks::<2>();
    for found in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match found {
            Ok(letter) => letters.text.push(letter),
            Err(_) => letters.replace(),
        }
    }
    if !rest.is_empty() {
        letters.replace();
    }
    letters
}

/// What the bytes from 0x80 to 0x9F are in Windows-1252. The others are the code points they count.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Whether `bytes` are UTF-8 with a few mistakes rather than another encoding: more than twice as
/// many letters of several bytes are whole as are broken. In another encoding hardly one is whole.
pub(crate) fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut n_whole, mut n_broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_whole += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    n_broken == 0 || n_whole > 2 * n_broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], encoding: Encoding) -> (String, usize, usize) {
        let Letters { text, n_replaced, line } = letters(bytes, encoding);
        (text, n_replaced, line)
    }

    #[test]
    fn every_encoding_is_read() {
        let text = "Señor “Ñ” 👩🏽‍🚀 €";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|it| it.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|it| it.to_be_bytes()).collect();
        assert_eq!(read(text.as_bytes(), Encoding::Utf8), (text.into(), 0, 0));
        assert_eq!(read(&little, Encoding::Utf16Le), (text.into(), 0, 0));
        assert_eq!(read(&big, Encoding::Utf16Be), (text.into(), 0, 0));
        let old = b"Se\xf1or \x93\xd1\x94 \x80";
        assert_eq!(read(old, Encoding::Windows1252), ("Señor “Ñ” €".into(), 0, 0));
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::parse(&encoding.name().to_lowercase()), Some(encoding));
        }
    }

    #[test]
    fn what_cannot_be_read_is_counted() {
        let cut = b"one\ntwo \xc3\nthr\xffee \xe2\x80";
        let found = read(cut, Encoding::Utf8);
        assert_eq!(found, ("one\ntwo \u{fffd}\nthr\u{fffd}ee \u{fffd}".into(), 3, 2));
        assert_eq!(
            read(b"a\0\x3d\xd8b\0c", Encoding::Utf16Le),
            ("a\u{fffd}b\u{fffd}".into(), 2, 1)
        );
    }

    #[test]
    fn a_few_mistakes_leave_utf8_what_it_is() {
        assert!(is_mostly_utf8("plain".as_bytes()));
        assert!(is_mostly_utf8("ñ é í".as_bytes()));
        assert!(is_mostly_utf8(b"\xc3\xb1 \xc3\xa9 \xc3\xad \xff"));
        assert!(!is_mostly_utf8(b"Acand\xed"));
        assert!(!is_mostly_utf8(b"Se\xf1or Nu\xf1ez dijo que s\xed"));
    }
}

//! Words as they are compared: lower case, without accents.

/// Appends `word` to `out` as it is compared: lower case, Latin letters without their marks, curly
/// apostrophes straight. Other scripts only lose their case.
pub fn fold_into(word: &str, out: &mut String) {
    for c in word.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
            continue;
        }
        for lower in c.to_lowercase() {
            match plain(lower) {
                Some(letters) => out.push_str(letters),
                None => out.push(lower),
            }
        }
    }
}

/// `word` as it is compared; see [`fold_into`].
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// What a lower-case letter is compared as, where that is not itself.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
        'ł' | 'ľ' | 'ļ' | 'ĺ' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => "o",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        '’' | '‘' | 'ʼ' => "'",
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{2060}' => "",
        _ => return None,
    })
}

/// Where FNV-1a starts, 64 bits.
pub const KEY_START: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds the bytes of `word` and an end mark to the running key `key` (FNV-1a, 64 bits).
pub fn extend_key(key: u64, word: &str) -> u64 {
    let add = |key: u64, byte: u8| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    add(word.bytes().fold(key, add), 0xff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_accents() {
        assert_eq!(fold("Ábrego"), "abrego");
        assert_eq!(fold("A\u{301}BREGO’S"), "abrego's");
        assert_eq!(fold("Łódź Đà Nẵng Straße Æ"), "lodz da nang strasse ae");
        assert_eq!(fold("Київ"), "київ");
    }

    #[test]
    fn keys_mark_where_words_end() {
        let of = |words: &[&str]| words.iter().fold(KEY_START, |key, it| extend_key(key, it));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_eq!(of(&["ab", "c"]), extend_key(of(&["ab"]), "c"));
    }
}

//! Colors stand in `style/tokens.css` and nowhere else.
//!
//! `transparent`, `currentcolor` and the system's own names (`CanvasText`, `Highlight` …) are not
//! colors of ours and may stand anywhere.

use crate::File;
use crate::rust::line_of;

const FUNCTIONS: &[&str] =
    &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];

/// The names that somebody in a hurry writes.
const NAMES: &[&str] = &[
    "aqua",
    "beige",
    "black",
    "blue",
    "brown",
    "coral",
    "crimson",
    "cyan",
    "fuchsia",
    "gold",
    "gray",
    "green",
    "grey",
    "indigo",
    "ivory",
    "khaki",
    "lavender",
    "lime",
    "magenta",
    "maroon",
    "navy",
    "olive",
    "orange",
    "orchid",
    "pink",
    "plum",
    "purple",
    "red",
    "salmon",
    "silver",
    "snow",
    "tan",
    "teal",
    "tomato",
    "turquoise",
    "violet",
    "wheat",
    "white",
    "whitesmoke",
    "yellow",
];

/// Colors that stand in `file`.
pub(crate) fn stray_colors(file: &File) -> Vec<String> {
    let found =
        if file.ends_in(&["css"]) { in_styles(&file.content) } else { in_strings(&file.content) };
    let problem = |(at, what): (usize, &str)| {
        format!("{}:{}: the color `{what}`", file.path, line_of(&file.content, at))
    };
    found.into_iter().map(problem).collect()
}

/// Colors in the values of a style sheet.
fn in_styles(sheet: &str) -> Vec<(usize, &str)> {
    let values = declarations(sheet).into_iter();
    let words = values.flat_map(|(at, value)| words(value).map(move |(from, it)| (at + from, it)));
    words.filter(|(at, it)| is_color(it) || is_color_function(&sheet[*at..])).collect()
}

/// The values of all declarations, with their offsets.
fn declarations(sheet: &str) -> Vec<(usize, &str)> {
    let mut all = Vec::new();
    let mut start = 0;
    let bare = without_comments(sheet);
    for (at, c) in bare.char_indices().filter(|(_, c)| ['{', '}', ';'].contains(c)) {
        let name_and_value = &bare[start..at];
        if let Some(colon) = name_and_value.find(':').filter(|_| c != '{') {
            all.push((start + colon + 1, &sheet[start + colon + 1..at]));
        }
        start = at + 1;
    }
    all
}

/// The sheet with comments blank; offsets stay.
fn without_comments(sheet: &str) -> String {
    let mut bare = sheet.to_owned();
    while let Some(start) = bare.find("/*") {
        let end = bare[start..].find("*/").map_or(bare.len(), |it| start + it + 2);
        bare.replace_range(start..end, &" ".repeat(end - start));
    }
    bare
}

fn words(value: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '#' || c == '_';
    let split = value.split(move |c| !is_part(c));
    split
        .map(|it| (it.as_ptr() as usize - value.as_ptr() as usize, it))
        .filter(|it| !it.1.is_empty())
}

fn is_color(word: &str) -> bool {
    is_hex(word) || NAMES.iter().any(|it| it.eq_ignore_ascii_case(word))
}

fn is_hex(word: &str) -> bool {
    let digits = word.strip_prefix('#').unwrap_or_default();
    [3, 4, 6, 8].contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_hexdigit())
}

fn is_color_function(rest: &str) -> bool {
    FUNCTIONS.iter().any(|it| rest.starts_with(it))
}

/// Strings of code and pages that are a color.
fn in_strings(source: &str) -> Vec<(usize, &str)> {
    let quoted = source.match_indices(['"', '\'', '`']).filter_map(|(at, quote)| {
        let rest = &source[at + quote.len()..];
        Some((at + quote.len(), &rest[..rest.find(quote)?]))
    });
    quoted.filter(|(_, it)| is_hex(it) || is_color_function(it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    fn count(path: &str, content: &str) -> usize {
        stray_colors(&made_up(path, content)).len()
    }

    #[test]
    fn colors_in_styles_are_found() {
        for value in ["#fff", "#1e1c18", "rgb(0 0 0)", "1px solid white", "oklch(50% 0 0 / 50%)"] {
            assert_eq!(
                count("style/a.css", &format!("a:hover {{ color: {value}; }}")),
                1,
                "{value}"
            );
        }
        assert_eq!(count("style/a.css", "a{color:red}"), 1);
    }

    #[test]
    fn what_is_no_color_is_left_alone() {
        let sheet =
            "/* red: #fff; */ #add:hover, a.red { color: var(--red); background: transparent;
            mask: url(#abc-x); border-color: CanvasText; white-space: nowrap }";
        assert_eq!(count("style/a.css", sheet), 0);
        assert_eq!(count("src/bin/app/a.rs", "let href = \"#work\"; // '#fff'x"), 1);
    }

    #[test]
    fn colors_in_code_are_found() {
        assert_eq!(count("src/bin/app/a.rs", "fill=\"#fff\""), 1);
        assert_eq!(count("web/a.js", "e.style.color = 'rgb(1,2,3)'"), 1);
        assert_eq!(count("index.html", "<meta name=\"theme-color\" content=\"#fbf9f4\">"), 1);
    }
}

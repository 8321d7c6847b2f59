//! The colors of a label that is not in the palette: its owner's hue, mended until it can be read.
//!
//! The palette's own colors are in the style sheet, measured once. A color that a person chose is
//! drawn as a line, a tag and a tint, each moved towards the ink of the page only as far as the
//! contrast asks (WCAG 2.2 relative luminance). The style of the line then tells labels apart whose
//! lines are near each other (CIE 1976 distance in Lab under D65).
//!
//! Limits: hues are not moved, so two labels may look alike but for the style of their lines, and
//! a fifth label of one hue repeats the first style.

use crate::model::id::LabelId;
use crate::model::schema::{Color, Schema};

/// A color of the screen: red, green, blue.
pub type Rgb = [u8; 3];

/// The page's own colors, as far as labels are measured against them: those of `style/tokens.css`.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    paper: Rgb,
    ink: Rgb,
    /// The tint of the palette that lies farthest from the paper: tags must be read on it.
    strongest_tint: Rgb,
}

/// The light page.
pub const LIGHT: Page =
    Page { paper: [0xfb, 0xf9, 0xf4], ink: [0x1e, 0x1c, 0x18], strongest_tint: [0xe8, 0xd6, 0xda] };

/// The dark page.
pub const DARK: Page =
    Page { paper: [0x17, 0x16, 0x14], ink: [0xe9, 0xe4, 0xd9], strongest_tint: [0x2d, 0x38, 0x3c] };

/// The three colors of a label on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The line under the words.
    pub line: Rgb,
    /// The letters of the tag.
    pub tag: Rgb,
    /// What lies behind the words.
    pub tint: Rgb,
}

/// Least contrast of a line with the page, and with its own tint.
const LINE: (f64, f64) = (3.5, 3.0);
/// Least contrast of a tag with the page and with every tint.
const TAG: f64 = 4.6;
/// How much of the color a tint has.
const TINT: f64 = 0.22;
/// Lines nearer than this need different styles.
const NEAR: f64 = 12.0;

/// The styles of a line, in the order in which they are given. Dashes are for suggestions.
const STYLES: [&str; 4] = ["solid", "double", "dotted", "wavy"];

/// Slot, line on the light page, and style of each label of the palette.
const SLOT_LINES: [(&str, Rgb, &str); 18] = [
    ("person", [0x25, 0x46, 0x9f], "solid"),
    ("org", [0x9e, 0x81, 0x19], "solid"),
    ("gpe", [0x08, 0x76, 0x73], "solid"),
    ("loc", [0x19, 0x88, 0xe5], "solid"),
    ("date", [0x94, 0x47, 0x0b], "solid"),
    ("money", [0xcc, 0x56, 0x9a], "solid"),
    ("percent", [0x79, 0x8b, 0x66], "solid"),
    ("cardinal", [0x6a, 0x5f, 0x4b], "solid"),
    ("event", [0x66, 0x21, 0x33], "double"),
    ("norp", [0x41, 0x32, 0x56], "dotted"),
    ("fac", [0x08, 0x76, 0x73], "double"),
    ("product", [0x9e, 0x81, 0x19], "double"),
    ("work", [0x66, 0x21, 0x33], "dotted"),
    ("law", [0x66, 0x21, 0x33], "wavy"),
    ("language", [0x41, 0x32, 0x56], "wavy"),
    ("time", [0x94, 0x47, 0x0b], "dotted"),
    ("quantity", [0x6a, 0x5f, 0x4b], "double"),
    ("ordinal", [0x6a, 0x5f, 0x4b], "dotted"),
];

/// How `color` is drawn on `page`.
pub fn drawn(color: Rgb, page: Page) -> Drawn {
    let tint = mix(page.paper, color, TINT);
    let line = mended(color, page, |it| {
        contrast(it, page.paper) >= LINE.0 && contrast(it, tint) >= LINE.1
    });
    let tag = mended(line, page, |it| {
        [page.paper, page.strongest_tint, tint].iter().all(|under| contrast(it, *under) >= TAG)
    });
    Drawn { line, tag, tint }
}

/// The labels of `schema` with a color of their own, that color, and the style of their line: the
/// first that no label before it has with a line near this one.
pub fn own_colors(schema: &Schema) -> Vec<(LabelId, Rgb, &'static str)> {
    let mut taken: Vec<(Rgb, &str)> = Vec::new();
    let slots = schema.labels.iter().filter_map(|it| match &it.color {
        Color::Slot(name) => SLOT_LINES.iter().find(|(slot, ..)| slot == name),
        Color::Rgb(..) => None,
    });
    taken.extend(slots.map(|(_, line, style)| (*line, *style)));
    let mut own = Vec::new();
    for label in &schema.labels {
        let Color::Rgb(red, green, blue) = label.color else { continue };
        let color = [red, green, blue];
        let line = drawn(color, LIGHT).line;
        let near: Vec<&str> =
            taken.iter().filter(|it| distance(it.0, line) < NEAR).map(|it| it.1).collect();
        let style = STYLES.into_iter().find(|it| !near.contains(it)).unwrap_or(STYLES[0]);
        taken.push((line, style));
        own.push((label.id, color, style));
    }
    own
}

/// `color`, moved towards the ink until it is `good`; the ink itself if nothing before it is.
fn mended(color: Rgb, page: Page, good: impl Fn(Rgb) -> bool) -> Rgb {
    const STEPS: u32 = 64;
    let moved = (0..STEPS).map(|it| mix(color, page.ink, f64::from(it) / f64::from(STEPS)));
    moved.into_iter().find(|it| good(*it)).unwrap_or(page.ink)
}

/// `share` of `over` on `under`, as the screen mixes them.
fn mix(under: Rgb, over: Rgb, share: f64) -> Rgb {
    let channel = |at: usize| {
        let (under, over) = (f64::from(under[at]), f64::from(over[at]));
        (under + (over - under) * share).round() as u8
    };
    [channel(0), channel(1), channel(2)]
}

/// The contrast ratio of two colors, 1 to 21.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Rgb) -> f64 {
    let [red, green, blue] = color.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A channel as an amount of light, 0 to 1.
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// How far apart two colors look.
fn distance(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (lab(a), lab(b));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn lab(color: Rgb) -> [f64; 3] {
    let [red, green, blue] = color.map(linear);
    let x = (0.412_4 * red + 0.357_6 * green + 0.180_5 * blue) / 0.950_47;
    let y = 0.212_6 * red + 0.715_2 * green + 0.072_2 * blue;
    let z = (0.019_3 * red + 0.119_2 * green + 0.950_5 * blue) / 1.088_83;
    let f = |it: f64| if it > 0.008_856 { it.cbrt() } else { 7.787 * it + 16.0 / 116.0 };
    [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../style/tokens.css");

    /// Every value of the token `name`, in the order of the file: light, dark, dark.
    fn token(name: &str) -> Vec<Rgb> {
        let name = format!(" --{name}: #");
        let values = TOKENS.match_indices(&name).map(|(at, _)| &TOKENS[at + name.len()..][..6]);
        let read = |digits: &str| u32::from_str_radix(digits, 16).unwrap().to_be_bytes();
        values.map(|it| read(it)[1..].try_into().unwrap()).collect()
    }

    #[test]
    fn the_pages_are_those_of_the_style_sheet() {
        assert_eq!(token("paper"), [LIGHT.paper, DARK.paper, DARK.paper]);
        assert_eq!(token("ink"), [LIGHT.ink, DARK.ink, DARK.ink]);
        for (slot, line, style) in SLOT_LINES {
            let row = TOKENS.lines().find(|it| it.starts_with(&format!("[data-l=\"{slot}\"]")));
            let row = row.unwrap();
            assert!(row.contains(&format!("--style: {style};")), "{slot}");
            let hue = row.split("--line: var(--").nth(1).unwrap().split("-line)").next().unwrap();
            assert_eq!(token(&format!("{hue}-line"))[0], line, "{slot}");
        }
    }

    #[test]
    fn no_tint_of_the_palette_is_stronger_than_the_strongest() {
        for (slot, ..) in &SLOT_LINES[..10] {
            let tints = token(&format!("{slot}-tint"));
            for (page, tint) in [(LIGHT, tints[0]), (DARK, tints[1])] {
                let strongest = contrast(page.strongest_tint, page.ink);
                assert!(contrast(tint, page.ink) >= strongest - 1e-9, "{slot}");
            }
        }
    }

    #[test]
    fn the_palette_can_be_read_on_both_pages() {
        let slots: Vec<&str> = SLOT_LINES[..10].iter().map(|it| it.0).collect();
        let part = |slot: &str, part: &str, page: usize| token(&format!("{slot}-{part}"))[page];
        for (page, at) in [(LIGHT, 0), (DARK, 1)] {
            for slot in &slots {
                let (line, tint) = (part(slot, "line", at), part(slot, "tint", at));
                assert!(contrast(line, page.paper) >= 3.5, "{slot}");
                assert!(contrast(line, tint) >= 3.0, "{slot}");
                assert!(contrast(page.ink, tint) >= 7.0, "{slot}");
                let tag = part(slot, "tag", at);
                let mut under = slots.iter().map(|it| part(it, "tint", at)).chain([page.paper]);
                assert!(under.all(|it| contrast(tag, it) >= 4.5), "{slot}");
            }
        }
    }

    #[test]
    fn every_color_can_be_read_on_both_pages() {
        for n in 0..8 * 8 * 8_u32 {
            let color = [n / 64, n / 8 % 8, n % 8].map(|it| (it * 36) as u8);
            for page in [LIGHT, DARK] {
                let Drawn { line, tag, tint } = drawn(color, page);
                assert!(contrast(line, page.paper) >= 3.5, "{color:?}");
                assert!(contrast(line, tint) >= 3.0, "{color:?}");
                assert!(contrast(tag, page.paper) >= 4.6, "{color:?}");
                assert!(contrast(tag, tint) >= 4.6, "{color:?}");
                assert!(contrast(tag, page.strongest_tint) >= 4.6, "{color:?}");
                assert!(contrast(page.ink, tint) >= 7.0, "{color:?}");
            }
        }
    }

    #[test]
    fn a_color_that_is_good_stays() {
        assert_eq!(drawn([0x25, 0x46, 0x9f], LIGHT).line, [0x25, 0x46, 0x9f]);
    }

    #[test]
    fn near_lines_get_different_styles() {
        let mut schema = Schema::ontonotes();
        let reds = ["#c01010", "#c01212", "#be1010", "#c01011", "#25469f"];
        for (n, color) in reds.iter().enumerate() {
            let mut label = schema.new_label(&format!("L{n}"));
            label.color = Color::parse(color).unwrap();
            schema.labels.push(label);
        }
        let styles: Vec<_> = own_colors(&schema).iter().map(|it| it.2).collect();
        // The last is PERSON's own blue, whose solid line is taken.
        assert_eq!(styles, ["solid", "double", "dotted", "wavy", "double"]);
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!((contrast([0x77; 3], [255; 3]) - 4.478).abs() < 1e-3);
    }
}

//! The article as plain paragraphs, sixteen to a part.
//!
//! A part is what the browser may leave out of layout while it is far away, what is observed, and
//! what is dressed with marks at once. A paragraph that is not dressed is one text node.

use apostil::segment::paragraph::Paragraph;
use apostil::view::Sheet;
use apostil::view::margin::Place;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::web::pane::dom::{append, document, element, set, style};

/// How many paragraphs a part holds.
const PARAGRAPHS: usize = 16;

/// How high a line is as the page comes, in CSS pixels.
const LINE: usize = 35;

/// The attribute that holds a paragraph's position in the sheet.
pub(super) const NUMBER: &str = "data-n";

/// Some paragraphs in a row.
#[derive(Clone)]
pub(super) struct Part {
    /// Its box.
    pub(super) element: HtmlElement,
    /// The position in the sheet of its first paragraph.
    pub(super) first: usize,
    /// One past that of its last.
    pub(super) end: usize,
    /// Whether marks are drawn in it.
    pub(super) is_dressed: bool,
    /// About how high it will be, in CSS pixels.
    height: usize,
}

impl Part {
    /// The box of paragraph `n` of the sheet, which is in this part.
    pub(super) fn paragraph(&self, n: usize) -> Option<HtmlElement> {
        let found = self.element.children().item((n - self.first) as u32)?;
        found.has_attribute(NUMBER).then(|| found.unchecked_into())
    }
}

/// All parts, in order.
#[derive(Default)]
pub(super) struct Parts {
    all: Vec<Part>,
}

impl Parts {
    /// Builds the plain paragraphs of `sheet` after `front`, in which a title is put before what
    /// is there already. `columns` is about how many characters a line holds, `line` how high it is.
    pub(super) fn build(sheet: &Sheet, front: &HtmlElement, columns: usize, line: usize) -> Self {
        let (all, places) = (sheet.paragraphs(), sheet.places());
        let mut parts = Vec::new();
        let n_titles = usize::from(places.first() == Some(&Place::Title));
        if n_titles == 1 {
            front.prepend_with_node_1(&plain(sheet, 0)).expect("a new box may go anywhere");
            parts.push(Part {
                element: front.clone(),
                first: 0,
                end: 1,
                is_dressed: false,
                height: 120,
            });
        }
        for first in (n_titles..all.len()).step_by(PARAGRAPHS) {
            let end = (first + PARAGRAPHS).min(all.len());
            let part = element("div", "part");
            (first..end).for_each(|n| append(&part, &plain(sheet, n)));
            let height = height(sheet, &all[first..end], columns) * line / LINE;
            style(&part, "contain-intrinsic-block-size", &format!("auto {height}px"));
            parts.push(Part { element: part, first, end, is_dressed: false, height });
        }
        Self { all: parts }
    }

    /// Puts the parts into `article`, before `caret`.
    pub(super) fn put_into(&self, article: &HtmlElement, caret: &HtmlElement) {
        let fragment = document().create_document_fragment();
        let new = self.all.iter().filter(|it| !it.element.is_connected());
        new.for_each(|it| append(&fragment, &it.element));
        article.insert_before(&fragment, Some(caret)).expect("the caret is in the article");
    }

    /// How many parts, from the first on, will be seen in `screen` CSS pixels; at least two.
    pub(super) fn n_within(&self, screen: f64) -> usize {
        let mut height = 0.0;
        let beyond = |it: &Part| {
            let is_beyond = height > screen;
            height += it.height as f64;
            is_beyond
        };
        let n = self.all.iter().position(beyond).unwrap_or(self.all.len());
        n.max(2).min(self.all.len())
    }

    /// The parts.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Part> {
        self.all.iter()
    }

    /// The parts, to note that they are dressed.
    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut Part> {
        self.all.get_mut(at)
    }

    /// The part at a position.
    pub(super) fn get(&self, at: usize) -> Option<&Part> {
        self.all.get(at)
    }

    /// The position of the part whose box is `element`.
    pub(super) fn position(&self, element: &Element) -> Option<usize> {
        let box_of = |it: &&Part| it.element.is_same_node(Some(element));
        // The first paragraph in the box says which part it is, without a search.
        let n = element.first_element_child().and_then(|it| number(&it));
        let at = n.map(|n| self.position_of_paragraph(n)).unwrap_or_default();
        self.all.get(at).filter(box_of).map(|_| at)
    }

    /// The position of the part that holds paragraph `n`.
    pub(super) fn position_of_paragraph(&self, n: usize) -> usize {
        self.all.partition_point(|it| it.first <= n).saturating_sub(1)
    }

    /// The box of paragraph `n`.
    pub(super) fn paragraph(&self, n: usize) -> Option<HtmlElement> {
        let part = self.all.get(self.position_of_paragraph(n))?;
        (n < part.end).then(|| part.paragraph(n))?
    }
}

/// The position in the sheet of the paragraph whose box is `element`.
pub(super) fn number(element: &Element) -> Option<usize> {
    element.get_attribute(NUMBER)?.parse().ok()
}

/// Paragraph `n` of `sheet`, bare.
fn plain(sheet: &Sheet, n: usize) -> HtmlElement {
    let (paragraph, place) = (sheet.paragraphs()[n], sheet.places()[n]);
    let (tag, class) = match place {
        Place::Title => ("h1", "para"),
        Place::Continued => ("p", "para on"),
        Place::Number(_) if !paragraph.spaced => ("p", "para tight"),
        Place::Number(_) => ("p", "para"),
    };
    let words = sheet.text().slice(paragraph.range).unwrap_or_default();
    let plain = element(tag, class);
    if has_blanks_that_collapse(words) {
        plain.class_list().add_1("exact").expect("a class of ours is a valid one");
    }
    set(&plain, NUMBER, &n.to_string());
    set(&plain, "dir", "auto");
    match place {
        Place::Title => {}
        Place::Continued => set(&plain, "data-no", "↳"),
        Place::Number(number) => set(&plain, "data-no", &number.to_string()),
    }
    plain.set_text_content(Some(words));
    plain
}

/// Whether ordinary layout would show fewer blanks than there are. Where it would not, it is used:
/// it hides the blank at the end of a line, which would else be drawn as part of a mark.
fn has_blanks_that_collapse(words: &str) -> bool {
    words.starts_with(' ') || words.ends_with(' ') || words.contains('\t') || words.contains("  ")
}

/// About how high `paragraphs` will be with lines of [`LINE`], in CSS pixels.
fn height(sheet: &Sheet, paragraphs: &[Paragraph], columns: usize) -> usize {
    let lines = |it: &Paragraph| {
        let words = sheet.text().slice(it.range).unwrap_or_default();
        words.chars().count().div_ceil(columns).max(1)
    };
    paragraphs.iter().map(|it| lines(it) * LINE + 16).sum()
}

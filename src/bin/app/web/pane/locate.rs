//! Between places in the DOM and bytes of the text.
//!
//! A paragraph's text nodes hold its words in order and nothing else, so a place is found by
//! counting through them; `Range.toString()` is never asked. A place outside of every paragraph is
//! taken to the nearest one.

use apostil::text::{TextRange, Unit};
use apostil::view::Sheet;
use wasm_bindgen::prelude::*;
use web_sys::{CaretPosition, DomRect, Element, Node, Range, Text};

use crate::web::pane::dom::{document, is_in};
use crate::web::pane::parts::{NUMBER, Parts, number};

/// The byte at `offset` (UTF-16 units in a text node, children in an element) of `node`.
pub(super) fn byte_at(sheet: &Sheet, parts: &Parts, node: &Node, offset: u32) -> Option<u32> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let Some(paragraph) = element.closest(&format!("[{NUMBER}]")).ok()? else {
        return nearest(sheet, parts, node, offset);
    };
    let place = range_at(node, offset)?;
    let mut units = 0;
    for text in texts(&paragraph) {
        if text.is_same_node(Some(node)) {
            units += offset.min(text.length());
            break;
        }
        // 1: the end of this text lies behind the place.
        if place.compare_point(&text, text.length()).ok()? > 0 {
            break;
        }
        units += text.length();
    }
    byte_in(sheet, number(&paragraph)?, units)
}

/// The byte `units` UTF-16 units into paragraph `n`; inside of a character, the one before.
fn byte_in(sheet: &Sheet, n: usize, units: u32) -> Option<u32> {
    let (range, text) = (sheet.paragraphs().get(n)?.range, sheet.text());
    let at = text.from_byte(Unit::Utf16, range.start())? + units;
    let byte = text.to_byte(Unit::Utf16, at);
    let byte = byte.or_else(|| text.to_byte(Unit::Utf16, at.checked_sub(1)?))?;
    Some(byte.min(range.end()))
}

/// The start of the first paragraph after a place that is in none, else the end of the text.
fn nearest(sheet: &Sheet, parts: &Parts, node: &Node, offset: u32) -> Option<u32> {
    let place = range_at(node, offset)?;
    let (mut low, mut high) = (0, sheet.paragraphs().len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let paragraph = parts.paragraph(middle)?;
        // -1: the start of the paragraph lies before the place.
        if place.compare_point(&paragraph, 0).ok()? < 0 {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let next = sheet.paragraphs().get(low);
    Some(next.map_or(sheet.text().range().end(), |it| it.range.start()))
}

/// The text node and the UTF-16 offset in it at which `byte` stands. At the seam of two nodes, the
/// end of the first. A byte between paragraphs is taken to the end of the one before.
pub(super) fn point_at(sheet: &Sheet, parts: &Parts, byte: u32) -> Option<(Text, u32)> {
    let n = sheet.paragraph_at(byte);
    let (range, text) = (sheet.paragraphs().get(n)?.range, sheet.text());
    let byte = byte.clamp(range.start(), range.end());
    let start = text.from_byte(Unit::Utf16, range.start())?;
    let mut units = text.from_byte(Unit::Utf16, byte)? - start;
    let mut last = None;
    let paragraph = parts.paragraph(n)?;
    for text in texts(&paragraph) {
        let length = text.length();
        if units <= length {
            return Some((text, units));
        }
        units -= length;
        last = Some((text, length));
    }
    last
}

/// `range` in the DOM.
pub(super) fn dom_range(sheet: &Sheet, parts: &Parts, range: TextRange) -> Option<Range> {
    let (start, from) = point_at(sheet, parts, range.start())?;
    let (end, to) = point_at(sheet, parts, range.end())?;
    let found = document().create_range().ok()?;
    found.set_start(&start, from).ok()?;
    found.set_end(&end, to).ok()?;
    Some(found)
}

/// Where the caret stands at `byte`, in the window's coordinates: a box without width. Reads layout.
pub(super) fn caret_box(sheet: &Sheet, parts: &Parts, byte: u32) -> Option<DomRect> {
    let (node, at) = point_at(sheet, parts, byte)?;
    let range = range_at(&node, at)?;
    let bare = range.get_client_rects().filter(|it| it.length() > 0);
    if let Some(found) = bare.and_then(|it| it.item(0)) {
        return Some(found);
    }
    // Some browsers give no box to an empty range: the next character's left edge, or the right
    // edge of the one before.
    let length = node.length();
    let (from, to) = if at < length { (at, at + 1) } else { (at.checked_sub(1)?, at) };
    range.set_start(&node, from).ok()?;
    range.set_end(&node, to).ok()?;
    let found = range.get_client_rects()?.item(0)?;
    let x = if at < length { found.left() } else { found.right() };
    DomRect::new_with_x_and_y_and_width_and_height(x, found.top(), 0.0, found.height()).ok()
}

/// The byte nearest to a point of the window, where the point lies in the article. Reads layout.
pub(super) fn byte_at_point(
    sheet: &Sheet,
    parts: &Parts,
    article: &Node,
    (x, y): (f64, f64),
) -> Option<u32> {
    let (node, offset) = node_at_point(x as f32, y as f32)?;
    is_in(article, Some(&node)).then(|| byte_at(sheet, parts, &node, offset))?
}

#[wasm_bindgen]
extern "C" {
    /// A document, as far as it lacks one or the other way to find a place.
    type PointDocument;

    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn position(this: &PointDocument, x: f32, y: f32) -> Result<Option<CaretPosition>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn range(this: &PointDocument, x: f32, y: f32) -> Result<Option<Range>, JsValue>;
}

fn node_at_point(x: f32, y: f32) -> Option<(Node, u32)> {
    let document = document();
    let document = document.unchecked_ref::<PointDocument>();
    if let Ok(found) = document.position(x, y) {
        return found.and_then(|it| Some((it.offset_node()?, it.offset())));
    }
    let found = document.range(x, y).ok()??;
    Some((found.start_container().ok()?, found.start_offset().ok()?))
}

/// The text nodes of a paragraph, in order.
fn texts(paragraph: &Element) -> impl Iterator<Item = Text> {
    const TEXT_NODES: u32 = 4;
    let walker = document().create_tree_walker_with_what_to_show(paragraph, TEXT_NODES);
    let walker = walker.expect("a paragraph can be walked");
    std::iter::from_fn(move || walker.next_node().ok()?.map(JsCast::unchecked_into))
}

fn range_at(node: &Node, offset: u32) -> Option<Range> {
    let range = document().create_range().ok()?;
    range.set_start(node, offset).ok()?;
    range.collapse_with_to_start(true);
    Some(range)
}

//! The ring of the selected mark: two rules from the style sheet, and two grips.

use apostil::message::Message;
use apostil::session::choice::Spoken;
use apostil::session::reason::percent;
use apostil::text::TextRange;
use apostil::view::Placed;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::web::pane::dom::{element, flag, set};
use crate::web::pane::dress::KEY;
use crate::web::pane::host::Open;
use crate::web::pane::parts::Parts;
use crate::web::pane::spoken;

/// The attribute of the selected mark's spans and tag.
pub(super) const SELECTED: &str = "data-selected";

/// A mark over more paragraphs than this is ringed at its start only.
const MOST_PARAGRAPHS: usize = 64;

/// What is drawn for the selected mark now.
#[derive(Default)]
pub(super) struct Ring {
    marked: Vec<Element>,
    /// Grips and words that are there for this mark only.
    added: Vec<HtmlElement>,
}

impl Ring {
    /// Draws the ring of the mark that is selected in `open`, where it is dressed.
    pub(super) fn draw(&mut self, open: Open<'_>, parts: &Parts) {
        self.clear();
        let Some(mark) = open.cursor.mark.and_then(|key| open.sheet.find(key)) else { return };
        let spans = self.mark(open, parts, mark);
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return };
        let (start, end) = (grip("grip start", mark), grip("grip end", mark));
        first.before_with_node_1(&start).expect("a span has a parent");
        last.after_with_node_1(&end).expect("a span has a parent");
        self.added = vec![start, end];
        if open.settings.spoken == Spoken::Focus {
            self.speak(open, mark, first, last);
        }
    }

    /// Says in words where the mark starts and ends.
    fn speak(&mut self, open: Open<'_>, mark: &Placed, first: &Element, last: &Element) {
        let label = mark.shown.label;
        let (start, end) = (spoken::start(open, label), spoken::end(open, label));
        first.before_with_node_1(&start).expect("a span has a parent");
        last.after_with_node_1(&end).expect("a span has a parent");
        self.added.extend([start, end]);
    }

    /// Takes the ring away.
    fn clear(&mut self) {
        self.added.drain(..).for_each(|it| it.remove());
        for element in self.marked.drain(..) {
            flag(&element, SELECTED, false);
            flag(&element, "data-score", false);
        }
    }

    /// Notes on the spans and the tag of `mark` that it is selected; returns the spans.
    fn mark(&mut self, open: Open<'_>, parts: &Parts, mark: &Placed) -> Vec<Element> {
        let hull = mark.shown.extent.hull();
        let first = open.sheet.paragraph_at(hull.start());
        let last = open.sheet.paragraph_at(hull.end().saturating_sub(1).max(hull.start()));
        let mut spans = Vec::new();
        for paragraph in (first..=last).take(MOST_PARAGRAPHS).filter_map(|n| parts.paragraph(n)) {
            self.note_in(open, &paragraph, mark, &mut spans);
        }
        spans
    }

    /// The same within `words`.
    fn note_in(
        &mut self,
        open: Open<'_>,
        words: &Element,
        mark: &Placed,
        spans: &mut Vec<Element>,
    ) {
        let query = format!("[{KEY}=\"{}\"]", mark.shown.key);
        let found = words.query_selector_all(&query).expect("keys need no escape");
        for at in 0..found.length() {
            let Some(node) = found.item(at) else { continue };
            self.note(open, node.unchecked_ref(), mark, spans);
        }
    }

    fn note(&mut self, open: Open<'_>, element: &Element, mark: &Placed, spans: &mut Vec<Element>) {
        flag(element, SELECTED, true);
        if element.class_list().contains("t") {
            if let Some(score) = mark.shown.score {
                let percent = percent(score);
                set(element, "data-score", &(open.say)(&Message::Score { percent }));
            }
        } else if element.class_list().contains("m") {
            spans.push(element.clone());
        }
        self.marked.push(element.clone());
    }
}

/// Notes on the spans and the tag of the selected mark within `words`, a copy, that it is selected.
pub(super) fn note_in(open: Open<'_>, words: &Element) {
    if let Some(mark) = open.cursor.mark.and_then(|key| open.sheet.find(key)) {
        Ring::default().note_in(open, words, mark, &mut Vec::new());
    }
}

fn grip(class: &str, mark: &Placed) -> HtmlElement {
    let grip = element("b", class);
    set(&grip, "data-v", &mark.level.to_string());
    set(&grip, "aria-hidden", "true");
    grip
}

/// Where the outer edges of the selected mark are.
pub(super) fn selected_hull(open: Open<'_>) -> Option<TextRange> {
    let mark = open.sheet.find(open.cursor.mark?)?;
    Some(mark.shown.extent.hull())
}

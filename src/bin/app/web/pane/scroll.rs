//! Brings words into view, moves the caret by visual lines, and keeps the reader's place.
//!
//! What is far is laid out only when it comes near, so a jump is corrected until it holds. Places
//! are kept as bytes: pixels change with the window and the fonts.

use std::rc::Rc;

use apostil::segment::grapheme::previous_grapheme;
use apostil::session::command::{Command, Motion};
use apostil::text::TextRange;
use web_sys::{DomRect, HtmlElement};

use crate::web::pane::dom::{next_frame, style};
use crate::web::pane::locate::{byte_at_point, caret_box};
use crate::web::pane::stage::Stage;

/// How much is kept free above and below a caret that moves, in CSS pixels: about two lines.
const MARGIN: f64 = 64.0;

/// A jump is corrected at most this often.
const MOST_JUMPS: usize = 4;

impl Stage {
    /// Brings `range` into view: a bare caret by as little as needed, words to the middle third
    /// unless they are wholly in sight. Reads layout.
    pub(super) fn reveal(self: &Rc<Self>, range: TextRange) {
        self.lay_out_around(range.start());
        self.draw_ring();
        for _ in 0..MOST_JUMPS {
            let Some((top, bottom)) = self.lines_of(range) else { return };
            let view = self.scroller.get_bounding_client_rect();
            let by = if range.is_empty() {
                least(top - view.top() - MARGIN, bottom - view.bottom() + MARGIN)
            } else if top < view.top() + MARGIN / 2.0 || bottom > view.bottom() - MARGIN / 2.0 {
                top - view.top() - view.height() * 0.4
            } else {
                0.0
            };
            if !self.scroll_by(by) {
                return;
            }
        }
    }

    /// Puts the line of `byte` at the top. Reads layout.
    pub(super) fn scroll_to(self: &Rc<Self>, byte: u32) {
        self.lay_out_around(byte);
        for _ in 0..MOST_JUMPS {
            let Some((top, _)) = self.lines_of(TextRange::empty(byte)) else { return };
            if !self.scroll_by(top - self.scroller.get_bounding_client_rect().top()) {
                return;
            }
        }
    }

    /// Dresses the part that holds `byte`. When it is far, has it and its neighbors laid out in
    /// this turn, so that their true heights are known; the browser would do so a frame later.
    fn lay_out_around(self: &Rc<Self>, byte: u32) {
        const PROPERTY: &str = "content-visibility";
        let Some(n) = self.look(|open| open.sheet.paragraph_at(byte)) else { return };
        let at = self.parts.borrow().position_of_paragraph(n);
        self.look(|open| self.dress(open, at));
        if self.is_near(at) {
            return;
        }
        let parts = self.parts.borrow();
        let around = (at.saturating_sub(1)..=at + 1).filter_map(|it| parts.get(it));
        let around: Vec<HtmlElement> = around.map(|it| it.element.clone()).collect();
        for part in &around {
            style(part, PROPERTY, "visible");
        }
        // Once they have been painted in sight, the browser keeps them laid out by itself.
        next_frame(move || {
            next_frame(move || {
                for part in &around {
                    style(part, PROPERTY, "");
                }
            });
        });
    }

    /// The first byte in sight. Reads layout.
    pub(super) fn top(&self) -> Option<u32> {
        let (view, article) =
            (self.scroller.get_bounding_client_rect(), self.front.get_bounding_client_rect());
        // Between two paragraphs there is no text: look a little lower.
        let x = article.left() + 72.0;
        let lower = (0..8).map(|it| view.top() + 4.0 + 12.0 * f64::from(it));
        lower.into_iter().find_map(|y| self.byte_at_point((x, y)))
    }

    /// Moves the caret by visual lines, or to an end of one. Reads layout.
    pub(super) fn move_by_line(self: &Rc<Self>, motion: Motion, extend: bool) {
        let Some(spot) = self.spot() else { return };
        self.reveal(TextRange::empty(spot.caret));
        let Some(here) = self.box_of(spot.caret) else { return };
        let column = match motion {
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown => {
                self.column.get().unwrap_or(here.left())
            }
            _ => here.left(),
        };
        let to = match motion {
            Motion::Up => self.next_line(&here, column, -1.0),
            Motion::Down => self.next_line(&here, column, 1.0),
            Motion::PageUp => self.next_page(&here, column, -1.0),
            Motion::PageDown => self.next_page(&here, column, 1.0),
            Motion::LineStart => self.end_of_line(&here, false),
            _ => self.end_of_line(&here, true),
        };
        let Some(to) = to else { return };
        self.host.run(Command::MoveCaret { to, extend });
        let is_vertical = !matches!(motion, Motion::LineStart | Motion::LineEnd);
        self.column.set(is_vertical.then_some(column));
    }

    /// The byte at `column` on the next line in a direction; at the last line, the edge of the text.
    fn next_line(&self, here: &DomRect, column: f64, direction: f64) -> Option<u32> {
        let middle = here.top() + here.height() / 2.0;
        for step in 1..24 {
            let y = middle + direction * (here.height() / 2.0 + f64::from(step) * 6.0);
            let Some(byte) = self.byte_at_point((column, y)) else { continue };
            let found = self.box_of(byte)?;
            let moved = (found.top() + found.height() / 2.0 - middle) * direction;
            if moved > here.height() / 3.0 {
                return Some(byte);
            }
        }
        self.edge(direction)
    }

    /// The byte a screen away at `column`; the edge of the text where there is no screen left.
    fn next_page(&self, here: &DomRect, column: f64, direction: f64) -> Option<u32> {
        let view = self.scroller.get_bounding_client_rect();
        let before = self.scroller.scroll_top();
        self.scroll_by(direction * (view.height() - 2.0 * MARGIN));
        let moved = f64::from((self.scroller.scroll_top() - before).abs());
        if moved < here.height() * 2.0 {
            return self.edge(direction);
        }
        let y = here.top() + here.height() / 2.0;
        let nearby = (0..8).flat_map(|it| [f64::from(it) * 10.0, f64::from(it) * -10.0]);
        nearby.into_iter().find_map(|off| self.byte_at_point((column, y + off)))
    }

    /// The start of the text, or its end.
    fn edge(&self, direction: f64) -> Option<u32> {
        self.look(|open| if direction < 0.0 { 0 } else { open.sheet.text().range().end() })
    }

    /// The byte at the start or the end of the line that the caret is on.
    fn end_of_line(&self, here: &DomRect, last: bool) -> Option<u32> {
        let y = here.top() + here.height() / 2.0;
        let (byte, paragraph) = self.look(|open| {
            let parts = self.parts.borrow();
            let paragraph = parts.paragraph(open.sheet.paragraph_at(open.cursor.caret))?;
            let place = paragraph.get_bounding_client_rect();
            let x = if last { place.right() - 1.0 } else { place.left() + 1.0 };
            let byte = byte_at_point(open.sheet, &parts, &self.article, (x, y))?;
            Some((byte, open.sheet.paragraphs()[open.sheet.paragraph_at(byte)].range))
        })??;
        // The end of a wrapped line is the start of the next one: stay before the blank.
        let is_below = self.box_of(byte).is_some_and(|it| it.top() > y);
        if last && is_below && byte > paragraph.start() {
            return self.look(|open| previous_grapheme(open.sheet.text().as_str(), byte));
        }
        Some(byte)
    }

    fn box_of(&self, byte: u32) -> Option<DomRect> {
        self.look(|open| caret_box(open.sheet, &self.parts.borrow(), byte))?
    }

    /// The top of the first line of `range` and the bottom of its last, in the window.
    fn lines_of(&self, range: TextRange) -> Option<(f64, f64)> {
        let first = self.box_of(range.start())?;
        let last =
            if range.is_empty() { first.bottom() } else { self.box_of(range.end())?.bottom() };
        Some((first.top(), last))
    }

    /// Scrolls; whether anything moved.
    fn scroll_by(&self, by: f64) -> bool {
        let before = self.scroller.scroll_top();
        self.scroller.set_scroll_top(before + by.round() as i32);
        self.scroller.scroll_top() != before
    }
}

/// How far to go so that neither edge is beyond: up if the first is negative, down if the second
/// is positive.
fn least(above: f64, below: f64) -> f64 {
    if above < 0.0 { above } else { below.max(0.0) }
}

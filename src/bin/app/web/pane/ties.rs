//! The relations of the selected mark, as lines over the words, and drawing one by its tag.
//!
//! The lines take no room and are in no text: they are put, before the next frame, where the words lie
//! then. From one line of the article to another they run through the left margin.

use std::fmt::Write;
use std::rc::Rc;

use apostil::model::id::AnnotationId;
use apostil::session::command::Command;
use apostil::view::ShownKey;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, Event, HtmlElement, MouseEvent, PointerEvent};

use crate::web::pane::dom::{append, document, element, flag, set, style};
use crate::web::pane::host::Open;
use crate::web::pane::locate::dom_range;
use crate::web::pane::parts::Parts;
use crate::web::pane::pointer::{Pressed, is_drag, keys_at, point};
use crate::web::pane::ring::SELECTED;
use crate::web::pane::stage::Stage;

/// Of how many relations of one mark lines are drawn.
const MOST: usize = 40;
/// How high above the words a line runs, in CSS pixels.
const LIFT: f64 = 5.0;
/// How much higher the next one.
const STEP: f64 = 4.0;
/// Where lines end above the words.
const AIR: f64 = 1.0;
/// How far apart the tops of words on one line may be.
const LEVEL: f64 = 12.0;
/// Half the width of an arrow's head, and its length.
const HEAD: (f64, f64) = (3.0, 5.0);
/// How far from the words lines run in the margin.
const MARGIN: f64 = 8.0;
/// Which part of a line lies before the middle of its name: lines that start together part later.
const NEAR_END: f64 = 0.7;
/// The width of a letter of a name.
const LETTER: f64 = 6.0;

/// What the lines are drawn in.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An end of a line, in the article's own coordinates.
#[derive(Clone, Copy)]
struct End {
    x: f64,
    y: f64,
    /// The left edge of the paragraph.
    left: f64,
}

/// One line.
struct Line {
    from: End,
    to: End,
    /// What it says.
    name: String,
    class: &'static str,
}

/// Whether `event` is a press on the tag of the selected mark, which a person has made.
pub(super) fn is_pressed_by(stage: &Stage, event: &Event) -> bool {
    let event: &MouseEvent = event.unchecked_ref();
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let is_tag = |it: Element| it.class_list().contains("t") && it.has_attribute(SELECTED);
    let is_mark = || matches!(stage.spot().and_then(|it| it.mark), Some(ShownKey::Annotation(_)));
    event.button() == 0 && target.is_some_and(is_tag) && is_mark()
}

/// Shows where the relation would lead.
pub(super) fn drag(stage: &Rc<Stage>, event: &Event) {
    let event: &PointerEvent = event.unchecked_ref();
    let Some(Pressed::Tie(x, y)) = stage.pressed.get() else { return };
    if stage.aim.get().is_some() || is_drag(event, (x, y)) {
        event.prevent_default();
        stage.aim.set(Some(point(event)));
        flag(&stage.article, "data-tied", true);
        stage.place_caret_soon();
    }
}

/// Asks for the relation to the mark where the pointer was let go: the innermost one there.
pub(super) fn drop(stage: &Rc<Stage>, event: &PointerEvent) {
    let (x, y) = point(event);
    let Some(from) = stage.spot().and_then(|it| it.mark) else { return };
    let there = document().element_from_point(x as f32, y as f32);
    let to = keys_at(stage, there).into_iter().find(|it| *it != from);
    if let Some(to) = to {
        stage.host.run(Command::AskRelation { from, to });
    }
}

/// The hand is off.
pub(super) fn let_go(stage: &Rc<Stage>) {
    if stage.aim.take().is_some() {
        flag(&stage.article, "data-tied", false);
        stage.place_caret_soon();
    }
}

impl Stage {
    /// Draws the relations of the selected mark, and the one that is being made. Reads layout where
    /// there are any.
    pub(super) fn draw_ties(&self) {
        let lines = self.look(|open| self.lines(open)).unwrap_or_default();
        self.ties.replace_children_with_node_0();
        if lines.is_empty() {
            return;
        }
        let width = self.article.get_bounding_client_rect().width();
        let picture = drawing("svg");
        append(&self.ties, &picture);
        for (n, line) in lines.iter().enumerate() {
            draw(&self.ties, &picture, line, n, width);
        }
    }

    fn lines(&self, open: Open<'_>) -> Vec<Line> {
        let Some(ShownKey::Annotation(here)) = open.cursor.mark else { return Vec::new() };
        let parts = self.parts.borrow();
        let end = |id| self.end_of(open, &parts, id);
        let touching = open.relations.iter().filter(|it| it.1.from == here || it.1.to == here);
        let mut lines: Vec<Line> = touching
            .take(MOST)
            .filter_map(|(id, it)| {
                let name = open.schema.relation(it.label).map(|it| it.name.clone());
                let class = if open.cursor.relation == Some(*id) { "on" } else { "" };
                let (from, to) = (end(it.from)?, end(it.to)?);
                Some(Line { from, to, name: name.unwrap_or_default(), class })
            })
            .collect();
        let begun = open.cursor.from.filter(|it| *it != here).and_then(end);
        let aim = self.aim.get().map(|at| self.at_point(at));
        let draft = begun.map(|from| (Some(from), end(here)));
        let draft = aim.map(|to| (end(here), Some(to))).or(draft);
        if let Some((Some(from), Some(to))) = draft {
            lines.push(Line { from, to, name: String::new(), class: "draft" });
        }
        lines
    }

    /// Where lines to the mark `id` end: above the middle of its first line.
    fn end_of(&self, open: Open<'_>, parts: &Parts, id: AnnotationId) -> Option<End> {
        let mark = open.sheet.find(ShownKey::Annotation(id))?;
        let piece = *mark.shown.extent.ranges().first()?;
        let boxes = dom_range(open.sheet, parts, piece)?.get_client_rects()?;
        let boxes: Vec<DomRect> = (0..boxes.length()).filter_map(|it| boxes.item(it)).collect();
        let top = boxes.first()?.top();
        // The words, and not a grip beside them.
        let on_first = boxes.into_iter().filter(|it| (it.top() - top).abs() < LEVEL);
        let first = on_first.max_by(|one, other| one.width().total_cmp(&other.width()))?;
        let paragraph = parts.paragraph(open.sheet.paragraph_at(piece.start()))?;
        let article = self.article.get_bounding_client_rect();
        Some(End {
            x: first.left() + first.width() / 2.0 - article.left(),
            y: first.top() - AIR - article.top(),
            left: paragraph.get_bounding_client_rect().left() - article.left(),
        })
    }

    /// A place of the window in the article's own coordinates.
    fn at_point(&self, (x, y): (f64, f64)) -> End {
        let article = self.article.get_bounding_client_rect();
        End { x: x - article.left(), y: y - article.top(), left: x - article.left() }
    }
}

fn drawing(tag: &str) -> Element {
    document().create_element_ns(Some(SVG), tag).expect("our own tag names are valid")
}

/// Draws `line`, the `n`th, with its name on the stretch over its end.
fn draw(over: &HtmlElement, picture: &Element, line: &Line, n: usize, width: f64) {
    let Line { from, to, .. } = *line;
    let rise = LIFT + STEP * (n % 3) as f64;
    let (up, down) = (from.y - rise, to.y - rise);
    let margin = from.left.min(to.left) - MARGIN - STEP * (n % 3) as f64;
    let is_free = line.class == "draft" && to.left >= to.x;
    let is_level = (up - down).abs() < LEVEL;
    let level = up.min(down);
    let mut way = format!("M{:.1} {:.1}", from.x, from.y);
    // Writing to a string cannot fail.
    let _ = if is_free {
        write!(way, "L{:.1} {:.1}", to.x, to.y)
    } else if is_level {
        write!(way, "V{level:.1}H{:.1}V{:.1}", to.x, to.y)
    } else {
        write!(way, "V{up:.1}H{margin:.1}V{down:.1}H{:.1}V{:.1}", to.x, to.y)
    };
    if !is_free {
        let _ =
            write!(way, "m{} {}l{} {}l{} {}", -HEAD.0, -HEAD.1, HEAD.0, HEAD.1, HEAD.0, -HEAD.1);
    }
    let path = drawing("path");
    set(&path, "d", &way);
    set(&path, "class", line.class);
    append(picture, &path);
    if !line.name.is_empty() {
        let half = LETTER * line.name.chars().count() as f64 / 2.0;
        let start = if is_level { from.x } else { margin };
        let middle = (start + (to.x - start) * NEAR_END).min(width - half).max(half);
        let name = element("i", line.class);
        set(&name, "data-t", &line.name);
        style(&name, "left", &format!("{middle:.1}px"));
        style(&name, "top", &format!("{:.1}px", if is_level { level } else { down }));
        append(over, &name);
    }
}

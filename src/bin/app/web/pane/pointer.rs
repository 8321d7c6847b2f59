//! Mouse, pen and finger on the article.
//!
//! Mouse: a click selects the mark under it, innermost first, again the next outward; elsewhere it
//! puts the caret. A double click takes the word, a third the paragraph; a drag selects, or labels
//! at once while a label is chosen. Finger: tap the first word, tap the last; a long press and its
//! handles are the system's own and are read when they come to rest. All acts on release.

use std::rc::Rc;

use apostil::segment::character::trim;
use apostil::segment::grapheme::snap_to_graphemes;
use apostil::segment::word::word_at;
use apostil::session::command::Command;
use apostil::text::TextRange;
use apostil::view::ShownKey;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent};

use crate::web::pane::dom::{document, flag, is_collapsed, is_in};
use crate::web::pane::dress::KEY;
use crate::web::pane::grips;
use crate::web::pane::locate::{byte_at, byte_at_point};
use crate::web::pane::stage::Stage;
use crate::web::pane::ties;

/// How far a pointer may shake in a click, in CSS pixels.
const SHAKE: f64 = 4.0;

/// How long a selection by the system must rest before it is taken, in milliseconds.
const REST: u32 = 150;

/// What a pointer that is down does.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pressed {
    /// A mouse or pen went down here and may drag.
    Words(f64, f64),
    /// It has dragged: the click that follows is none.
    Dragged,
    /// It moves the start of the selected mark.
    Start,
    /// It moves the end of the selected mark.
    End,
    /// It went down here, on the tag of the selected mark, and may draw a relation.
    Tie(f64, f64),
}

/// Listens to `event` on the article for as long as the pane lives.
pub(super) fn listen(stage: &Rc<Stage>, event: &'static str, heard: fn(&Rc<Stage>, &Event)) {
    let weak = Rc::downgrade(stage);
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&stage.article, event, options, move |event| {
        if let Some(stage) = weak.upgrade() {
            heard(&stage, event);
        }
    });
    stage.listeners.borrow_mut().push(listener);
}

/// Listens to `event` on the whole document for as long as the pane lives.
pub(super) fn listen_everywhere(
    stage: &Rc<Stage>,
    event: &'static str,
    heard: fn(&Rc<Stage>, &Event),
) {
    let weak = Rc::downgrade(stage);
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document(), event, options, move |event| {
        if let Some(stage) = weak.upgrade() {
            heard(&stage, event);
        }
    });
    stage.listeners.borrow_mut().push(listener);
}

/// Starts to listen.
pub(super) fn attach(stage: &Rc<Stage>) {
    listen(stage, "pointerdown", down);
    listen(stage, "pointermove", grips::drag);
    listen(stage, "pointermove", ties::drag);
    listen(stage, "click", click);
    listen(stage, "dragstart", |_, event| event.prevent_default());
    listen(stage, "contextmenu", |stage, _| take_native(stage));
    // The press on a grip or a tag must not start a selection.
    listen(stage, "mousedown", |stage, event| {
        if grips::pressed_by(event).is_some() || ties::is_pressed_by(stage, event) {
            event.prevent_default();
            stage.focus();
        }
    });
    listen_everywhere(stage, "pointerup", up);
    listen_everywhere(stage, "pointercancel", |stage, _| {
        stage.pressed.set(None);
        hands_off(stage);
        stage.mirror();
    });
    listen_everywhere(stage, "selectionchange", selection_changed);
}

fn down(stage: &Rc<Stage>, event: &Event) {
    let event: &PointerEvent = event.unchecked_ref();
    stage.column.set(None);
    if let Some(pressed) = grips::pressed_by(event) {
        stage.pressed.set(Some(pressed));
        // The words under the grip are what counts from now on, not the grip.
        flag(&stage.article, "data-dragged", true);
        // Without capture the grip still works inside of the article.
        let _ = stage.article.set_pointer_capture(event.pointer_id());
    } else if ties::is_pressed_by(stage, event) {
        let (x, y) = point(event);
        stage.pressed.set(Some(Pressed::Tie(x, y)));
    } else if event.pointer_type() != "touch" && event.button() == 0 {
        let (x, y) = point(event);
        stage.tapped.set(None);
        stage.pressed.set(Some(Pressed::Words(x, y)));
        // A press on selected words would drag them off instead of selecting anew.
        if !event.shift_key() {
            stage.show_no_selection();
        }
    }
}

fn up(stage: &Rc<Stage>, event: &Event) {
    let_go(stage, event.unchecked_ref());
    hands_off(stage);
}

/// What waited for the hand is drawn, and grips can be pointed at again.
fn hands_off(stage: &Rc<Stage>) {
    ties::let_go(stage);
    flag(&stage.article, "data-dragged", false);
    stage.draw_deferred();
}

fn let_go(stage: &Rc<Stage>, event: &PointerEvent) {
    match stage.pressed.take() {
        Some(Pressed::Words(x, y)) => {
            if is_drag(event, (x, y)) {
                ignore_click(stage);
                dragged(stage, event.ctrl_key() || event.alt_key() || event.meta_key());
            }
        }
        Some(grip @ (Pressed::Start | Pressed::End)) => {
            ignore_click(stage);
            grips::drop(stage, event, grip);
        }
        Some(Pressed::Tie(x, y)) if is_drag(event, (x, y)) => {
            ignore_click(stage);
            ties::drop(stage, event);
        }
        Some(Pressed::Tie(..) | Pressed::Dragged) | None => {}
    }
}

/// Whether the pointer has gone from `start` farther than it shakes in a click.
pub(super) fn is_drag(event: &MouseEvent, start: (f64, f64)) -> bool {
    let (x, y) = point(event);
    (x - start.0).abs().max((y - start.1).abs()) > SHAKE
}

/// A drag may end in a click, in this same turn: it is none.
fn ignore_click(stage: &Rc<Stage>) {
    stage.pressed.set(Some(Pressed::Dragged));
    let weak = Rc::downgrade(stage);
    let over = Timeout::new(0, move || {
        let stage = weak.upgrade();
        if let Some(stage) = stage.filter(|it| matches!(it.pressed.get(), Some(Pressed::Dragged))) {
            stage.pressed.set(None);
        }
    });
    over.forget();
}

/// Takes the words that a mouse has gone over; with a key held, as a piece of the mark.
fn dragged(stage: &Rc<Stage>, is_piece: bool) {
    let Some((anchor, caret)) = stage.native() else { return };
    if is_piece {
        let range = TextRange::new(anchor.min(caret), anchor.max(caret));
        return stage.host.run(Command::AddRange(range));
    }
    take(stage, anchor, caret);
}

/// Selects, or labels while a label is chosen.
fn take(stage: &Rc<Stage>, anchor: u32, caret: u32) {
    let range = TextRange::new(anchor.min(caret), anchor.max(caret));
    let armed = stage.spot().and_then(|it| it.armed);
    match armed.filter(|_| !range.is_empty()) {
        Some(label) => stage.host.run(Command::LabelRange { range, label }),
        None => stage.host.run(Command::Select { anchor, caret }),
    }
}

fn click(stage: &Rc<Stage>, event: &Event) {
    let event: &MouseEvent = event.unchecked_ref();
    let was_drag = matches!(stage.pressed.take(), Some(Pressed::Dragged));
    if was_drag || grips::pressed_by(event).is_some() {
        return;
    }
    let kind = event.dyn_ref::<PointerEvent>().map(PointerEvent::pointer_type);
    let keys = keys_under(stage, event);
    let place = (f64::from(event.client_x()), f64::from(event.client_y()));
    let Some(byte) = stage.byte_at_point(place) else { return };
    if kind.as_deref() == Some("touch") {
        return tap(stage, byte, &keys);
    }
    match event.detail() {
        2 => take_part(stage, byte, Stage::word),
        3 => take_part(stage, byte, Stage::paragraph),
        _ if event.shift_key() => {
            let anchor = stage.spot().map_or(byte, |it| it.anchor);
            take(stage, anchor, byte);
        }
        _ => select(stage, byte, &keys),
    }
}

fn take_part(stage: &Rc<Stage>, byte: u32, part: fn(&Stage, u32) -> Option<TextRange>) {
    if let Some(range) = part(stage, byte) {
        take(stage, range.start(), range.end());
    }
}

/// Selects one of the marks of `keys`, which are innermost first, or puts the caret.
fn select(stage: &Rc<Stage>, byte: u32, keys: &[ShownKey]) {
    let selected = stage.spot().and_then(|it| it.mark);
    let here = keys.iter().position(|it| Some(*it) == selected);
    let next = here.map_or(0, |it| (it + 1) % keys.len());
    match keys.get(next) {
        Some(key) => stage.host.run(Command::SelectMark(*key)),
        None => stage.host.run(Command::Select { anchor: byte, caret: byte }),
    }
}

/// A tap takes a mark or a word; a second one on another word takes all between.
fn tap(stage: &Rc<Stage>, byte: u32, keys: &[ShownKey]) {
    let first = stage.tapped.take();
    let spot = stage.spot();
    let word = stage.word(byte);
    let still = first.filter(|it| {
        spot.is_some_and(|spot| {
            spot.mark.is_none() && (spot.anchor, spot.caret) == (it.start(), it.end())
        })
    });
    match (still, word) {
        (Some(first), Some(word)) if first != word => {
            let all = first.cover(word);
            take(stage, all.start(), all.end());
        }
        (_, Some(word)) if keys.is_empty() => {
            stage.tapped.set(Some(word));
            take(stage, word.start(), word.end());
        }
        _ => select(stage, byte, keys),
    }
}

/// The system's own selection by long press has changed: it is taken when it rests.
fn selection_changed(stage: &Rc<Stage>, _: &Event) {
    if stage.pressed.get().is_some() {
        return;
    }
    let n = stage.n_selections.get().wrapping_add(1);
    stage.n_selections.set(n);
    let weak = Rc::downgrade(stage);
    let settled = Timeout::new(REST, move || {
        if let Some(stage) = weak.upgrade().filter(|it| it.n_selections.get() == n) {
            take_native(&stage);
        }
    });
    settled.forget();
}

/// Takes over what the system has selected in the article, if that is new.
fn take_native(stage: &Rc<Stage>) {
    if stage.pressed.get().is_some() {
        return;
    }
    let Some((anchor, caret)) = stage.native() else { return };
    let known = stage.spot().is_some_and(|it| (it.anchor, it.caret) == (anchor, caret));
    if !known {
        stage.host.run(Command::Select { anchor, caret });
    }
}

/// The marks under the pointer, innermost first.
fn keys_under(stage: &Stage, event: &MouseEvent) -> Vec<ShownKey> {
    keys_at(stage, event.target().and_then(|it| it.dyn_into::<Element>().ok()))
}

/// The marks of which `next` is a part, innermost first.
pub(super) fn keys_at(stage: &Stage, mut next: Option<Element>) -> Vec<ShownKey> {
    let mut keys = Vec::new();
    while let Some(element) = next.filter(|it| is_in(&stage.article, Some(it))) {
        let key = element.get_attribute(KEY).filter(|_| element.class_name() != "gap");
        keys.extend(key.and_then(|it| ShownKey::parse(&it)));
        next = element.parent_element();
    }
    keys
}

/// Where the pointer is, in the window's coordinates.
pub(super) fn point(event: &MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

impl Stage {
    /// The byte nearest to a point of the window, if that is in the article. Reads layout.
    pub(super) fn byte_at_point(&self, place: (f64, f64)) -> Option<u32> {
        self.look(|open| byte_at_point(open.sheet, &self.parts.borrow(), &self.article, place))?
    }

    /// What is selected in the article by the browser's own means, from anchor to focus: snapped
    /// outward to graphemes, without blanks at its edges. `None` for a bare caret.
    pub(super) fn native(&self) -> Option<(u32, u32)> {
        let selection = document().get_selection().ok()??;
        if is_collapsed(&selection) {
            return None;
        }
        let (anchor, focus) = (selection.anchor_node()?, selection.focus_node()?);
        if !is_in(&self.article, Some(&anchor)) || !is_in(&self.article, Some(&focus)) {
            return None;
        }
        let (from, to) = (selection.anchor_offset(), selection.focus_offset());
        self.look(|open| {
            let parts = self.parts.borrow();
            let from = byte_at(open.sheet, &parts, &anchor, from)?;
            let to = byte_at(open.sheet, &parts, &focus, to)?;
            let text = open.sheet.text().as_str();
            let whole = snap_to_graphemes(text, TextRange::new(from.min(to), from.max(to)));
            let range = trim(text, whole)?;
            let ends = (range.start(), range.end());
            Some(if from <= to { ends } else { (ends.1, ends.0) })
        })?
    }

    /// The word at `byte`.
    fn word(&self, byte: u32) -> Option<TextRange> {
        self.look(|open| word_at(open.sheet.text().as_str(), byte))?
    }

    /// The paragraph at `byte`, without the blanks at its ends.
    fn paragraph(&self, byte: u32) -> Option<TextRange> {
        self.look(|open| {
            let n = open.sheet.paragraph_at(byte);
            trim(open.sheet.text().as_str(), open.sheet.paragraphs().get(n)?.range)
        })?
    }
}

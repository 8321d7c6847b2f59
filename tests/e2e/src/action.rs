//! What hands do, as WebDriver actions: keys and the mouse.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// A point of the viewport, in CSS pixels.
pub type Point = (f64, f64);

/// One chord such as `Ctrl+Shift+ArrowLeft`, pressed and let go.
pub fn chord(text: &str) -> Result<Value> {
    let parts = if text == "+" { vec!["+"] } else { text.split('+').collect() };
    let keys = parts.into_iter().map(key).collect::<Result<Vec<_>>>()?;
    let down = keys.iter().map(|it| json!({"type": "keyDown", "value": it}));
    let up = keys.iter().rev().map(|it| json!({"type": "keyUp", "value": it}));
    Ok(keyboard(&down.chain(up).collect::<Vec<_>>()))
}

/// A text typed key by key.
pub fn typing(text: &str) -> Value {
    let strokes = text.chars().flat_map(|it| {
        let key = if it == '\n' { '\u{e006}'.to_string() } else { it.to_string() };
        [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})]
    });
    keyboard(&strokes.collect::<Vec<_>>())
}

fn keyboard(steps: &[Value]) -> Value {
    json!({"actions": [{"type": "key", "id": "keyboard", "actions": steps}]})
}

/// The code point that stands for a key, as the WebDriver standard has it.
fn key(name: &str) -> Result<String> {
    let code = match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e006}',
        "Shift" => '\u{e008}',
        "Ctrl" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "F2" => '\u{e032}',
        "F3" => '\u{e033}',
        "F4" => '\u{e034}',
        "F6" => '\u{e036}',
        "F8" => '\u{e038}',
        "F9" => '\u{e039}',
        other if other.chars().count() == 1 => return Ok(other.to_lowercase()),
        other => bail!("no key is called {other}"),
    };
    Ok(code.to_string())
}

/// A press and a release of the mouse's first button, `times` in a row.
pub fn click((x, y): Point, times: usize) -> Value {
    let mut steps = vec![moved((x, y), 0)];
    for _ in 0..times {
        steps.push(json!({"type": "pointerDown", "button": 0}));
        steps.push(json!({"type": "pointerUp", "button": 0}));
    }
    pointer("mouse", &steps)
}

/// A drag from one point to another, in small steps as a hand makes them.
pub fn drag((x, y): Point, to: Point) -> Value {
    let mut steps = vec![moved((x, y), 0), json!({"type": "pointerDown", "button": 0})];
    for step in 1..=6 {
        let part = f64::from(step) / 6.0;
        steps.push(moved((x + (to.0 - x) * part, y + (to.1 - y) * part), 20));
    }
    steps.push(json!({"type": "pointerUp", "button": 0}));
    pointer("mouse", &steps)
}

/// A drag while a key is held.
pub fn drag_with(held: &str, from: Point, to: Point) -> Result<Value> {
    let key = key(held)?;
    let mut dragged = drag(from, to);
    let steps = dragged["actions"][0]["actions"].as_array_mut().context("a drag has steps")?;
    let pause = json!({"type": "pause"});
    let mut keys = vec![json!({"type": "keyDown", "value": key})];
    keys.extend(vec![pause.clone(); steps.len()]);
    keys.push(json!({"type": "keyUp", "value": key}));
    steps.insert(0, pause);
    let held = json!({"type": "key", "id": "keyboard", "actions": keys});
    dragged["actions"].as_array_mut().context("a drag has steps")?.push(held);
    Ok(dragged)
}

/// A tap of a finger.
pub fn tap((x, y): Point) -> Value {
    let press = json!({"type": "pointerDown", "button": 0});
    let hold = json!({"type": "pause", "duration": 30});
    let release = json!({"type": "pointerUp", "button": 0});
    pointer("touch", &[moved((x, y), 0), press, hold, release])
}

/// Only whole pixels: not every driver takes parts of one.
fn moved((x, y): Point, duration: u32) -> Value {
    json!({"type": "pointerMove", "duration": duration, "x": x.round(), "y": y.round()})
}

fn pointer(kind: &str, steps: &[Value]) -> Value {
    json!({"actions": [{
        "type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": steps,
    }]})
}

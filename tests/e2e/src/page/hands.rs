//! What hands do on the page: mouse, keys, fingers.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    action::{Point, chord, click, drag, drag_with, tap, typing},
    page::Page,
    wait,
};

/// An end of the selected mark that can be dragged.
#[derive(Clone, Copy, Debug)]
pub enum Grip {
    /// The one before its first letter.
    Start,
    /// The one after its last.
    End,
}

/// Where some words are drawn.
struct Ends {
    start: Point,
    end: Point,
    middle: Point,
}

impl Page<'_> {
    /// Presses a chord such as `Ctrl+Shift+ArrowLeft`.
    pub fn press(&self, keys: &str) -> Result<()> {
        self.browser.act(chord(keys)?)
    }

    /// Presses several chords, one after the other.
    pub fn press_all(&self, keys: &[&str]) -> Result<()> {
        keys.iter().try_for_each(|it| self.press(it))
    }

    /// Types a text, key by key.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.browser.act(typing(text))
    }

    /// Drags the mouse over words of the article.
    pub fn sweep(&self, words: &str) -> Result<()> {
        let ends = self.ends(words, 0)?;
        self.browser.act(drag(ends.start, ends.end))
    }

    /// The same while a key is held.
    pub fn sweep_with(&self, held: &str, words: &str) -> Result<()> {
        let ends = self.ends(words, 0)?;
        self.browser.act(drag_with(held, ends.start, ends.end)?)
    }

    /// Drags the tag of the selected mark onto some words.
    pub fn drag_tag(&self, words: &str) -> Result<()> {
        let to = self.ends(words, 0)?.middle;
        let from = wait::until("the tag of the selected mark", || {
            Ok(point(&self.look("return look.tag()")?))
        })?;
        self.browser.act(drag(from, to))
    }

    /// Clicks the first place of some words.
    pub fn click_words(&self, words: &str) -> Result<()> {
        self.browser.act(click(self.ends(words, 0)?.middle, 1))
    }

    /// Clicks them twice.
    pub fn double_click_words(&self, words: &str) -> Result<()> {
        self.browser.act(click(self.ends(words, 0)?.middle, 2))
    }

    /// Taps them with a finger.
    pub fn tap_words(&self, words: &str) -> Result<()> {
        self.browser.act(tap(self.ends(words, 0)?.middle))
    }

    /// Drags a grip of the selected mark to the outer end of some words.
    pub fn drag_grip(&self, grip: Grip, words: &str) -> Result<()> {
        let ends = self.ends(words, 0)?;
        self.drag_grip_to(grip, if matches!(grip, Grip::Start) { ends.start } else { ends.end })
    }

    /// Drags it onto the letter nearest to the mark, of the words beside it, at the height of the
    /// grip's own dot.
    pub fn drag_grip_into(&self, grip: Grip, words: &str) -> Result<()> {
        const TO_DOT: f64 = 8.0;
        let ends = self.ends(words, 0)?;
        let to = match grip {
            Grip::Start => (ends.end.0, ends.end.1 - TO_DOT),
            Grip::End => (ends.start.0, ends.start.1 + TO_DOT),
        };
        self.drag_grip_to(grip, to)
    }

    fn drag_grip_to(&self, grip: Grip, to: Point) -> Result<()> {
        let selector = match grip {
            Grip::Start => ".grip.start",
            Grip::End => ".grip.end",
        };
        let spot = wait::until(&format!("the grip {selector}"), || {
            Ok(point(&self.look_with("return look.grip(arguments[0])", vec![json!(selector)])?))
        })?;
        self.browser.act(drag(spot, to))
    }

    /// Waits until words are drawn, in sight and at rest.
    fn ends(&self, words: &str, n: usize) -> Result<Ends> {
        let mut last = Value::Null;
        let found = wait::until(&format!("the words {words:?} in sight"), || {
            let now = self.look_with(
                "return look.ends(arguments[0], arguments[1])",
                vec![json!(words), json!(n)],
            )?;
            let is_at_rest = !now.is_null() && now == last;
            last = now.clone();
            Ok(is_at_rest.then_some(now))
        })?;
        let at = |name: &str| point(&found[name]).context("a place has two numbers");
        Ok(Ends { start: at("start")?, end: at("end")?, middle: at("middle")? })
    }

    /// Presses a control by its name, with the mouse, as soon as it is there and uncovered.
    pub fn click(&self, name: &str) -> Result<()> {
        self.click_in(name, None)
    }

    /// The same, only inside of what a selector finds.
    pub fn click_in(&self, name: &str, within: Option<&str>) -> Result<()> {
        let spot = wait::until(&format!("the control {name:?}"), || self.spot(name, within))?;
        self.browser.act(click(spot, 1))
    }

    /// Taps a control with a finger.
    pub fn tap(&self, name: &str, within: Option<&str>) -> Result<()> {
        let spot = wait::until(&format!("the control {name:?}"), || self.spot(name, within))?;
        self.browser.act(tap(spot))
    }

    fn spot(&self, name: &str, within: Option<&str>) -> Result<Option<Point>> {
        let script = "const it = look.control(arguments[0], arguments[1]);
            return it ? look.spot(it) : null";
        Ok(point(&self.look_with(script, vec![json!(name), json!(within)])?))
    }

    /// Whether a control is there and can be used.
    pub fn has_control(&self, name: &str) -> Result<bool> {
        let found = self.look_with("return !!look.control(arguments[0])", vec![json!(name)])?;
        Ok(found == Value::Bool(true))
    }

    /// Writes into a field, in place of what is there.
    pub fn fill(&self, field: &str, text: &str) -> Result<()> {
        self.click(field)?;
        self.press("Ctrl+A")?;
        self.type_text(text)
    }

    /// Runs a command of the palette by its whole name.
    pub fn command(&self, name: &str) -> Result<()> {
        self.press("Ctrl+K")?;
        self.wait_dialog()?;
        self.type_text(name)?;
        wait::until(&format!("the command {name:?}"), || {
            let script = "const it = document.querySelector('dialog[open] [role=option][aria-selected=true]');
                return it ? look.name(it) : ''";
            let first = self.look(script)?;
            Ok(first.as_str().is_some_and(|it| it.starts_with(name)).then_some(()))
        })?;
        self.press("Enter")
    }

    /// Puts the keyboard focus on the article, as Tab or F6 would.
    pub fn focus_article(&self) -> Result<()> {
        for _ in 0..12 {
            if self.focus()?.contains(".doc") {
                return Ok(());
            }
            self.press("F6")?;
        }
        let focus = self.focus()?;
        ensure!(focus.contains(".doc"), "F6 does not lead to the article; focus is on {focus}");
        Ok(())
    }
}

/// Two numbers that a script returned.
fn point(value: &Value) -> Option<Point> {
    Some((value.get(0)?.as_f64()?, value.get(1)?.as_f64()?))
}

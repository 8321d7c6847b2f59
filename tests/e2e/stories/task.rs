//! The grammar of the keys: a whole task without a mouse, from an empty page to a file; and keys that
//! must do nothing, because somebody writes.

use anyhow::{Result, ensure};
use e2e::{
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
};
use serde_json::{Value, json};

use crate::{hands::tab_to, keys::keys, labeling::open_plain};

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("a whole task with no mouse", EVERYWHERE, task),
    Story::new("a field hears no key of the article", SERVED, writing),
    Story::new("the keyboard is back before the next frame", SERVED, back_at_once),
    Story::new("no key while a character is composed, nor with AltGr", SERVED, composing),
];

/// Pastes an article, by keys.
fn paste(page: &Page<'_>, name: &str, text: &str) -> Result<()> {
    page.command("Paste text")?;
    page.wait_dialog()?;
    tab_to(page, "Text")?;
    page.type_text(text)?;
    tab_to(page, "Name")?;
    page.type_text(name)?;
    tab_to(page, "Add this text")?;
    page.press("Enter")?;
    page.wait_no_dialog()?;
    page.check_focus()
}

fn task(page: &Page<'_>) -> Result<()> {
    paste(page, "one", "by the old mill pond they met. the mill pond was dry.")?;
    page.wait_article("by the old mill pond they met. the mill pond was dry.")?;
    paste(page, "two", "there was a mill pond behind the quiet weir")?;
    page.wait_articles(2)?;
    keys(page, &["Alt+ArrowUp"])?;
    page.wait_article("by the old mill pond they met. the mill pond was dry.")?;
    page.focus_article()?;
    // In reading order: over "by the old", two words, and a label.
    keys(page, &["Ctrl+ArrowRight", "Ctrl+ArrowRight", "Ctrl+ArrowRight", "ArrowRight"])?;
    keys(page, &["Ctrl+Shift+ArrowRight", "Ctrl+Shift+ArrowRight", "4"])?;
    page.wait_confirmed(&["[mill pond|LOC]"])?;
    // The same words elsewhere, in this article and the next.
    page.wait_says("Label 2 as LOC")?;
    keys(page, &["E", "Enter"])?;
    page.wait_confirmed(&["[mill pond|LOC]", "[mill pond|LOC]"])?;
    // What was done in both is one step back and forward.
    keys(page, &["Ctrl+Z"])?;
    page.wait_confirmed(&["[mill pond|LOC]"])?;
    keys(page, &["Ctrl+Y"])?;
    page.wait_confirmed(&["[mill pond|LOC]", "[mill pond|LOC]"])?;
    // A note, then back into the article; a relation from the first mark to the second.
    page.focus_article()?;
    keys(page, &["Escape", "Home", "J", "Shift+N"])?;
    page.type_text("the one by the mill")?;
    keys(page, &["Enter"])?;
    ensure!(page.focus()?.contains(".doc"), "Enter led to {}", page.focus()?);
    keys(page, &["R", "J", "R"])?;
    page.wait_dialog()?;
    page.type_text("same as")?;
    page.press("Enter")?;
    page.wait_no_dialog()?;
    // The next article: one more word, another label by its name, and done.
    keys(page, &["Shift+F"])?;
    page.wait_article("there was a mill pond behind the quiet weir")?;
    keys(page, &["Escape", "End", "Ctrl+Shift+ArrowLeft", "L"])?;
    page.wait_dialog()?;
    page.type_text("fac")?;
    page.press("Enter")?;
    page.wait_no_dialog()?;
    page.wait_mark("[weir|FAC]")?;
    keys(page, &["Alt+Shift+ArrowUp"])?;
    page.wait_mark("[quiet weir|FAC]")?;
    keys(page, &["D"])?;
    page.wait_saved()?;
    check_project(page)
}

/// What was done is in the file that is saved by a key.
fn check_project(page: &Page<'_>) -> Result<()> {
    let file = page.saved_by(|| page.press("Ctrl+S"))?;
    let project: Value = serde_json::from_str(file.text())?;
    let track = |n: usize| &project["documents"][n]["tracks"][0];
    let count = |n: usize, what: &str| track(n)[what].as_array().map_or(0, Vec::len);
    let found = [count(0, "spans"), count(0, "relations"), count(1, "spans")];
    ensure!(found == [2, 1, 2], "marks, relations, marks: {found:?}");
    ensure!(file.text().contains("the one by the mill"), "the note is not in the file");
    ensure!(file.text().matches("\"done\"").count() == 2, "not both articles are done");
    Ok(())
}

fn writing(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.press("Shift+N")?;
    // Each of these is a command in the article.
    page.type_text("x 1 J e d r + - ? Q")?;
    page.press_all(&["Delete", "Backspace", "Home", "Shift+ArrowRight", "Alt+Shift+ArrowLeft"])?;
    ensure!(page.dialog()?.is_none(), "a key in a field opened {:?}", page.dialog()?);
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    let note = "return look.control('Note').value";
    let written = page.look(note)?;
    ensure!(written == json!("x 1 J e d r + - ? "), "the field holds {written}");
    page.press("Escape")?;
    page.wait_confirmed(&["[pumping station|GPE]"])
}

/// Whoever types fast is heard: the article has the keyboard again in the turn a dialog closes.
fn back_at_once(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.focus_article()?;
    page.command("Keys")?;
    page.wait_dialog()?;
    // Some promises are settled in the same turn, before anything is drawn.
    let close = "return (async () => {
        document.querySelector('dialog .close').click();
        for (let n = 0; n < 50; n++) await null;
        return look.focus();
    })()";
    let focus = page.look(close)?;
    ensure!(focus.as_str().is_some_and(|it| it.contains(".doc")), "the focus is on {focus}");
    page.wait_no_dialog()
}

/// Lets the article hear a key that no driver can press.
fn hear(page: &Page<'_>, key: &Value) -> Result<()> {
    let script = "
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...arguments[0] });
        document.activeElement.dispatchEvent(event);
        return event.defaultPrevented;";
    let is_taken = page.look_with(script, vec![key.clone()])?;
    ensure!(is_taken == Value::Bool(false), "{key} was taken for a command");
    Ok(())
}

fn composing(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.double_click_words("pumping")?;
    page.focus_article()?;
    for key in ["1", "x", "d", "?", "Enter", "ArrowLeft"] {
        hear(page, &json!({"key": key, "isComposing": true}))?;
        hear(page, &json!({"key": key, "keyCode": 229}))?;
        hear(page, &json!({"key": key, "modifierAltGraph": true}))?;
        // As some systems report it.
        hear(page, &json!({"key": key, "ctrlKey": true, "altKey": true}))?;
    }
    // An accent that waits for its letter.
    hear(page, &json!({"key": "Dead", "code": "BracketLeft"}))?;
    ensure!(page.dialog()?.is_none(), "a key opened {:?}", page.dialog()?);
    page.wait_confirmed(&[])?;
    // The same key, pressed, is one.
    page.press("1")?;
    page.wait_confirmed(&["[pumping|PERSON]"])
}

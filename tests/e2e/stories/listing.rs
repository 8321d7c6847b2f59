//! The list of articles: found, sorted, moved, renamed.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
    wait,
};
use serde_json::json;

/// The stories.
pub const STORIES: [Story; 5] = [
    Story::new("find articles by words, state and label", SERVED, filter),
    Story::new("sort the list, and keep the order", SERVED, sort),
    Story::new("move articles by keys and by hand", EVERYWHERE, moved),
    Story::new("rename an article from the list", SERVED, rename),
    Story::new("say which language an article is in", SERVED, language),
];

const FIELD: &str = "Filter by name or words";

fn three(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[
        File::new("cable 10.txt", "ten\n\nÁbrego was seen by the weir.\n"),
        File::new("Cable 2.txt", "two\n\nnobody was seen.\n"),
        File::new("boat.txt", "boat\n\nit lay there.\n"),
    ])?;
    page.wait_articles(3).map(drop)
}

fn wait_list(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    let what = format!("the list {expected:?}");
    wait::until_it(&what, || page.articles(), |it| it == expected).map(drop)
}

/// Chooses a line of a field with a choice, as the browser does.
fn choose(page: &Page<'_>, field: &str, line: &str) -> Result<()> {
    let script = "
        const field = look.control(arguments[0]);
        field.value = [...field.options].find((it) => it.textContent === arguments[1]).value;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.look_with(script, vec![json!(field), json!(line)]).map(drop)
}

fn filter(page: &Page<'_>) -> Result<()> {
    three(page)?;
    page.fill(FIELD, "ABREGO")?;
    wait_list(page, &["cable 10.txt"])?;
    page.wait_says("1 of 3")?;
    page.fill(FIELD, "cable")?;
    wait_list(page, &["cable 10.txt", "Cable 2.txt"])?;
    page.fill(FIELD, "zarumilla")?;
    page.wait_says("No article matches")?;
    page.click_in("Clear the filter", Some(".list .note"))?;
    page.wait_articles(3)?;
    page.sweep("the weir")?;
    page.press("4")?;
    page.wait_mark("[the weir|LOC]")?;
    choose(page, "With the label", "LOC")?;
    wait_list(page, &["cable 10.txt"])?;
    page.fill(FIELD, "boat")?;
    page.wait_says("0 of 3")?;
    page.click_in("Clear the filter", Some(".list .left"))?;
    page.wait_articles(3)?;
    page.focus_article()?;
    page.press("D")?;
    page.click("Done")?;
    wait_list(page, &["cable 10.txt"])?;
    page.click("To do")?;
    wait_list(page, &["Cable 2.txt", "boat.txt"])
}

fn sort(page: &Page<'_>) -> Result<()> {
    three(page)?;
    choose(page, "Order", "Name")?;
    wait_list(page, &["boat.txt", "Cable 2.txt", "cable 10.txt"])?;
    page.click("Reverse the order")?;
    wait_list(page, &["cable 10.txt", "Cable 2.txt", "boat.txt"])?;
    // The next one in the list, not in the project.
    page.press("Alt+ArrowDown")?;
    page.wait_article("two")?;
    page.reload()?;
    wait_list(page, &["cable 10.txt", "Cable 2.txt", "boat.txt"])?;
    choose(page, "Order", "Name")?;
    page.click("Keep this order")?;
    page.wait_saved()?;
    page.reload()?;
    wait_list(page, &["boat.txt", "Cable 2.txt", "cable 10.txt"])?;
    page.press("Ctrl+Z")?;
    wait_list(page, &["cable 10.txt", "Cable 2.txt", "boat.txt"])
}

fn moved(page: &Page<'_>) -> Result<()> {
    three(page)?;
    page.press("Ctrl+Shift+ArrowDown")?;
    wait_list(page, &["Cable 2.txt", "cable 10.txt", "boat.txt"])?;
    // In the list the keys act on the line that the list is on.
    page.look("document.querySelector('.articles').focus()")?;
    page.press_all(&["End", "Ctrl+Shift+ArrowUp"])?;
    wait_list(page, &["Cable 2.txt", "boat.txt", "cable 10.txt"])?;
    drag(page, "cable 10.txt", "Cable 2.txt")?;
    wait_list(page, &["cable 10.txt", "Cable 2.txt", "boat.txt"])?;
    page.wait_saved()?;
    page.reload()?;
    wait_list(page, &["cable 10.txt", "Cable 2.txt", "boat.txt"])?;
    page.press("Ctrl+Z")?;
    wait_list(page, &["Cable 2.txt", "boat.txt", "cable 10.txt"])
}

/// What a browser does when a line is dragged to the upper half of another.
fn drag(page: &Page<'_>, from: &str, to: &str) -> Result<()> {
    let script = "
        const line = (name) => [...document.querySelectorAll('.articles li')]
          .find((it) => it.querySelector('.name').textContent === name);
        const [from, to] = [line(arguments[0]), line(arguments[1])];
        const dataTransfer = new DataTransfer();
        const place = to.getBoundingClientRect();
        const send = (it, kind) => it.dispatchEvent(new DragEvent(kind, {
          dataTransfer, bubbles: true, cancelable: true,
          clientX: place.left + 20, clientY: place.top + 4,
        }));
        send(from, 'dragstart');
        if (send(to, 'dragover')) throw new Error('the line takes nothing');
        send(to, 'drop');
        send(from, 'dragend');";
    page.look_with(script, vec![json!(from), json!(to)]).map(drop)
}

fn rename(page: &Page<'_>) -> Result<()> {
    three(page)?;
    page.look("document.querySelector('.articles').focus()")?;
    page.press_all(&["ArrowDown", "F2"])?;
    page.wait_dialog()?;
    page.press("Ctrl+A")?;
    page.type_text("The second cable")?;
    page.press("Enter")?;
    wait_list(page, &["cable 10.txt", "The second cable", "boat.txt"])?;
    page.check_focus()?;
    page.wait_saved()?;
    page.reload()?;
    wait_list(page, &["cable 10.txt", "The second cable", "boat.txt"])?;
    page.press("Ctrl+Z")?;
    wait_list(page, &["cable 10.txt", "Cable 2.txt", "boat.txt"])
}

fn language(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[File::new("weir.txt", "1971\n\n404 504\n")])?;
    page.wait_article("1971")?;
    page.command("Language of the article…")?;
    page.wait_dialog()?;
    page.press("Ctrl+A")?;
    page.type_text("pt-BR")?;
    page.press("Enter")?;
    page.wait_no_dialog()?;
    let tag = || page.attribute(".doc[role=textbox]", "lang");
    wait::until_it("Portuguese", tag, |it| it.as_deref() == Some("pt-BR"))?;
    page.wait_says("pt-BR")?;
    page.wait_saved()?;
    page.reload()?;
    ensure!(tag()?.as_deref() == Some("pt-BR"), "it was forgotten");
    // With the mouse, in the line below the title.
    page.look("document.querySelector('.meta .language').click()")?;
    page.click_in("Spanish", Some("[role=menu]"))?;
    wait::until_it("Spanish", tag, |it| it.as_deref() == Some("es"))?;
    page.press("Ctrl+Z")?;
    wait::until_it("Portuguese again", tag, |it| it.as_deref() == Some("pt-BR")).map(drop)
}

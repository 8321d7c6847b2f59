//! The history: every step in words, gone to and back, over a reload, with nothing lost.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
    wait,
};

/// The stories.
pub const STORIES: [Story; 3] = [
    Story::new(
        "history: back, on and aside, by keyboard and over a reload",
        EVERYWHERE,
        by_keyboard,
    ),
    Story::new("history: found, shown and gone to, by mouse", EVERYWHERE, by_mouse),
    Story::new("history: a name is asked once", SERVED, named),
];

const WEIR: &str = "Labeled “weir” as GPE";
const QUARRY: &str = "Labeled “quarry” as LOC";

/// Two articles, and two marks in the first.
fn open(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[
        File::new("a.txt", "Under the mill\n\nthere a weir lay behind the quarry.\n"),
        File::new("b.txt", "Over the hill\n\nbehind it lay nothing at all.\n"),
    ])?;
    page.wait_articles(2)?;
    page.wait_article("Under the mill")?;
    page.sweep("weir")?;
    page.press("3")?;
    page.wait_mark("[weir|GPE]")?;
    page.sweep("quarry")?;
    page.press("4")?;
    page.wait_mark("[quarry|LOC]")
}

/// The steps as they are listed: `=` done, `>` ahead, `~` set aside, `*` where the project is.
fn wait_steps(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    let script = "const sign = { done: '=', ahead: '>', aside: '~' };
        return [...document.querySelectorAll('.steps li')].map((it) =>
          sign[it.className] + (it.ariaCurrent || it.getAttribute('aria-current') ? '* ' : ' ') +
          it.querySelector('.what').textContent.trim())";
    let steps = || {
        let found = page.look(script)?;
        let all = found.as_array().cloned().unwrap_or_default();
        Ok(all.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect::<Vec<_>>())
    };
    wait::until_it(&format!("the steps {expected:?}"), steps, |it| *it == expected).map(drop)
}

fn show(page: &Page<'_>) -> Result<()> {
    page.press("F9")?;
    wait::until_it(
        "the focus in the history",
        || page.focus(),
        |it| it.contains("Steps, the newest"),
    )
    .map(drop)
}

fn wait_no_marks(page: &Page<'_>) -> Result<()> {
    page.wait_no_mark("[weir|GPE]")?;
    page.wait_no_mark("[quarry|LOC]")
}

fn by_keyboard(page: &Page<'_>) -> Result<()> {
    open(page)?;
    show(page)?;
    let (weir, quarry) = (format!("= {WEIR}"), format!("=* {QUARRY}"));
    let start = "= The project as it began";
    wait_steps(page, &[&quarry, &weir, "= Added 2 articles", start])?;
    page.press_all(&["ArrowDown", "ArrowDown", "Enter"])?;
    wait_no_marks(page)?;
    page.wait_says("2 steps are taken back. The next change sets them aside")?;
    page.check_focus()?;
    page.wait_saved()?;
    page.reload()?;
    page.wait_article("Under the mill")?;
    wait_no_marks(page)?;
    page.wait_says("2 steps taken back")?;
    page.focus_article()?;
    show(page)?;
    let (weir, quarry) = (format!("> {WEIR}"), format!("> {QUARRY}"));
    wait_steps(page, &[&quarry, &weir, "=* Added 2 articles", start])?;
    page.press_all(&["Home", "Enter"])?;
    page.wait_mark("[weir|GPE]")?;
    page.wait_mark("[quarry|LOC]")?;
    // One act takes it back.
    page.command("Return in the history")?;
    wait_no_marks(page)?;
    page.press("Escape")?;
    page.focus_article()?;
    page.press("D")?;
    show(page)?;
    let aside = [format!("~ {QUARRY}"), format!("~ {WEIR}")];
    let now = "=* Marked a.txt as done";
    wait_steps(page, &[now, &aside[0], &aside[1], "= Added 2 articles", start])?;
    page.press_all(&["ArrowDown", "Enter"])?;
    page.wait_mark("[weir|GPE]")?;
    page.wait_mark("[quarry|LOC]")?;
    page.wait_saved()?;
    page.press("F9")?;
    wait_steps(page, &[])?;
    page.check_focus()
}

fn by_mouse(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.click_in("History", Some(".top"))?;
    page.wait_says("3 steps")?;
    page.click_in(WEIR, Some(".steps"))?;
    page.click_in("Go to this step", Some(".history"))?;
    page.wait_no_mark("[quarry|LOC]")?;
    page.wait_mark("[weir|GPE]")?;
    page.click_in("Return in the history", Some(".history"))?;
    page.wait_mark("[quarry|LOC]")?;
    // From another article to the place of a step.
    page.focus_article()?;
    page.press("Alt+ArrowDown")?;
    page.wait_article("Over the hill")?;
    page.click_in("This article", Some(".history"))?;
    wait_steps(page, &["= Added 2 articles"])?;
    page.click_in("All articles", Some(".history"))?;
    page.click_in(WEIR, Some(".steps"))?;
    page.click_in("Show the place", Some(".history"))?;
    page.wait_article("Under the mill")?;
    choose_kind(page, "Marks and relations")?;
    wait_steps(page, &[&format!("=* {QUARRY}"), &format!("= {WEIR}")])?;
    page.click_in("Close", Some(".history"))?;
    wait_steps(page, &[])
}

/// Chooses from the browser's own list, as its arrow keys would.
fn choose_kind(page: &Page<'_>, name: &str) -> Result<()> {
    let script = "const list = document.querySelector('.history select');
        list.value = [...list.options].find((it) => it.textContent === arguments[0]).value;
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.look_with(script, vec![name.into()]).map(drop)
}

fn named(page: &Page<'_>) -> Result<()> {
    open(page)?;
    show(page)?;
    let question = "Your name, if you like, to be seen here and in saved files";
    page.wait_says(question)?;
    page.fill(question, "Ana Ruiz")?;
    page.press("Enter")?;
    page.wait_says("Ana Ruiz")?;
    page.check_focus()?;
    let saved = page.saved_by(|| page.press("Ctrl+S"))?;
    let text = String::from_utf8_lossy(&saved.bytes).into_owned();
    ensure!(text.contains("Ana Ruiz"), "the file does not say whose work it is");
    page.wait_saved()?;
    page.reload()?;
    page.wait_article("Under the mill")?;
    page.focus_article()?;
    show(page)?;
    page.wait_says("Ana Ruiz")?;
    ensure!(!page.has_control("Keep")?, "the name is asked for again");
    page.command("Settings")?;
    page.wait_dialog()?;
    page.fill("Your name", " ")?;
    page.press_all(&["Tab", "Escape"])?;
    page.wait_no_dialog()?;
    page.wait_says("You")?;
    page.check_focus()
}

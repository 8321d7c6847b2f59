//! Review one by one, what is sure accepted at once, and suggestions hidden to measure.

use anyhow::{Context, Result, ensure};
use e2e::{
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
    wait,
};
use serde_json::Value;

use crate::labeling::{open_known, open_plain};

/// The stories.
pub const STORIES: [Story; 6] = [
    Story::new("review: doubts answered one by one, by keyboard", EVERYWHERE, by_keyboard),
    Story::new("review: doubts answered one by one, by mouse", EVERYWHERE, by_mouse),
    Story::new("review: one article, one label, and the way out", SERVED, narrowed),
    Story::new("review: what is sure is accepted at once", SERVED, sure),
    Story::new("review: with no doubts left it says so", SERVED, finished),
    Story::new("review: suggestions hidden in a tenth, to measure", SERVED, hidden),
];

/// What is asked about.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    words: String,
    sentence: String,
    /// Which it is, of how many.
    n: u64,
    total: u64,
}

fn asked(page: &Page<'_>) -> Result<Option<Asked>> {
    let script = "const queue = document.querySelector('.queue');
        const now = queue?.querySelector('.now');
        if (!now) return null;
        const words = [...now.querySelectorAll('.m[data-selected]')].map((it) => it.textContent);
        const far = queue.querySelector('.far').textContent.match(/\\d+/g).map(Number);
        return [words.join(''), now.textContent, far[0], far[1]]";
    let found = page.look(script)?;
    let text = |n: usize| found[n].as_str().map(str::to_owned);
    let number = |n: usize| found[n].as_u64();
    let parts = (text(0), text(1), number(2), number(3));
    let (Some(words), Some(sentence), Some(n), Some(total)) = parts else { return Ok(None) };
    Ok(Some(Asked { words, sentence, n, total }))
}

/// Waits until the `n`th is asked about.
fn wait_asked(page: &Page<'_>, n: u64) -> Result<Asked> {
    let is_it =
        |it: &Option<Asked>| it.as_ref().is_some_and(|it| it.n == n && !it.words.is_empty());
    let found = wait::until_it(&format!("question {n}"), || asked(page), is_it)?;
    let found = found.context("it was there just now")?;
    ensure!(found.sentence.contains(&found.words), "the words are in their sentence: {found:?}");
    Ok(found)
}

fn wait_left(page: &Page<'_>) -> Result<()> {
    let is_there = || page.look("return !!document.querySelector('.queue')");
    wait::until_it("the article", is_there, |it| *it == Value::Bool(false)).map(drop)
}

/// The samples, read by the engine.
fn open(page: &Page<'_>) -> Result<()> {
    page.command("Open the samples")?;
    page.wait_articles(4)?;
    page.focus_article()
}

/// Chooses what begins so in a list.
fn choose(page: &Page<'_>, list: &str, option: &str) -> Result<()> {
    let script = "const field = document.querySelector(arguments[0]);
        const options = [...field.options];
        field.value = options.find((it) => it.textContent.startsWith(arguments[1])).value;
        field.dispatchEvent(new Event('change', {bubbles: true}))";
    page.look_with(script, vec![list.into(), option.into()]).map(drop)
}

fn check_stage(page: &Page<'_>) -> Result<()> {
    let focus = wait::until_it("the focus", || page.focus(), |it| it.contains("stage"));
    focus.map(drop).context("keys are not heard where the question is")
}

fn by_keyboard(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.press("F4")?;
    let first = wait_asked(page, 1)?;
    check_stage(page)?;
    page.press("Enter")?;
    let second = wait_asked(page, 2)?;
    ensure!(second != first, "nothing else is asked");
    // What was done and what comes next are told together.
    let aloud = "return document.querySelector('.sr[role=status]').textContent";
    let said = page.look(aloud)?;
    let said = said.as_str().unwrap_or_default().to_owned();
    ensure!(said.contains("accepted") && said.contains(&second.words), "it is said: {said}");
    page.press("Ctrl+Z")?;
    let again = wait_asked(page, 1)?;
    ensure!(again.words == first.words, "undo leads to {again:?}, not to {first:?}");
    page.press("X")?;
    wait_asked(page, 2)?;
    page.press("1")?;
    wait_asked(page, 3)?;
    page.press("Space")?;
    let fourth = wait_asked(page, 4)?;
    check_stage(page)?;
    // A label's name, typed.
    page.press("L")?;
    page.wait_dialog()?;
    page.type_text("LAW")?;
    page.press("Enter")?;
    page.wait_no_dialog()?;
    wait_asked(page, 5)?;
    page.press_all(&["Ctrl+Z", "Escape"])?;
    wait_left(page)?;
    wait::until_it("the focus", || page.focus(), |it| it.contains(".doc"))?;
    let selected = "return [...document.querySelectorAll('.doc .m[data-selected]')]
        .map((it) => it.textContent).join('')";
    let is_it = |it: &Value| it.as_str() == Some(&fourth.words);
    wait::until_it("the mark in its article", || page.look(selected), is_it)?;
    page.wait_saved()
}

fn by_mouse(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.click("Review one by one")?;
    let first = wait_asked(page, 1)?;
    page.click_in("Nothing to mark", Some(".queue"))?;
    wait_asked(page, 2)?;
    page.click_in("Skip for now", Some(".queue"))?;
    wait_asked(page, 3)?;
    page.click_in("It is ", Some(".queue"))?;
    wait_asked(page, 4)?;
    page.click_in("GPE", Some(".queue .labels"))?;
    let fifth = wait_asked(page, 5)?;
    // An edge that is moved waits for more.
    page.click_in("End one word right", Some(".queue"))?;
    let is_longer = |it: &Option<Asked>| it.as_ref().is_some_and(|it| it.words != fifth.words);
    wait::until_it("other words", || asked(page), is_longer)?;
    page.click_in("Go on", Some(".queue"))?;
    wait_asked(page, 6)?;
    for _ in 0..5 {
        page.click("Undo")?;
    }
    let again = wait_asked(page, 1)?;
    ensure!(again.words == first.words, "undo leads to {again:?}, not to {first:?}");
    page.click_in("Show in article", Some(".queue"))?;
    wait_left(page)
}

fn narrowed(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.press("F4")?;
    wait_asked(page, 1)?;
    let order = "return document.querySelector('.queue .order').textContent";
    let is_read = |it: &Value| it.as_str().is_some_and(|it| it.ends_with("from 3 articles"));
    wait::until_it("all articles to be read", || page.look(order), is_read)?;
    let all = wait_asked(page, 1)?;
    look_past(page)?;
    page.click_in("This article", Some(".queue"))?;
    let is_fewer = |it: &Option<Asked>| it.as_ref().is_some_and(|it| it.total < all.total);
    wait::until_it("fewer doubts", || asked(page), is_fewer)?;
    page.click_in("All articles", Some(".queue"))?;
    let is_all = |it: &Option<Asked>| it.as_ref().is_some_and(|it| it.total >= all.total);
    wait::until_it("all doubts", || asked(page), is_all)?;
    // A label that nothing is suggested as: none is left, and there is a way on.
    choose(page, ".queue .bar-tools select", "PERCENT")?;
    page.wait_says("No doubts left about PERCENT")?;
    page.click_in("Look in all articles", Some(".queue"))?;
    wait_asked(page, 1)?;
    page.press("F4")?;
    wait_left(page)
}

/// Looks past some without an answer, each at least as certain as the one before, and back at one.
fn look_past(page: &Page<'_>) -> Result<()> {
    let percent = "return +document.querySelector('.queue .ask .num').textContent.match(/\\d+/)[0]";
    let go = |key: &str| {
        let before = asked(page)?;
        page.press(key)?;
        wait::until_it("another question", || asked(page), |it| it.is_some() && *it != before)
    };
    let (mut last, mut seen) = (0, Vec::new());
    for _ in 0..5 {
        seen.push(go("J")?);
        let now = page.look(percent)?.as_u64().context("no score is shown")?;
        ensure!(now >= last, "after one of {last}% comes one of {now}%: {seen:?}");
        last = now;
    }
    let back = go("K")?;
    ensure!(back == seen[3], "back is {back:?} of {seen:?}");
    Ok(())
}

fn sure(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.press("F4")?;
    wait_asked(page, 1)?;
    choose(page, ".queue .sure select", "95%")?;
    page.press("Shift+S")?;
    page.wait_says("Suggestions from 95% on")?;
    choose(page, ".batch .tools select", "90%")?;
    page.wait_says("Suggestions from 90% on")?;
    let n_rows =
        "return +document.querySelector('.batch .foot .main').textContent.match(/\\d+/)[0]";
    let count = || page.look(n_rows);
    let before = wait::until_it("places", count, |it| it.as_u64() > Some(0))?;
    choose(page, ".batch .tools select", "80%")?;
    page.wait_says("Suggestions from 80% on")?;
    let more = wait::until_it("more places", count, |it| it.as_u64() > before.as_u64())?;
    page.click_in("Accept ", Some(".batch"))?;
    let n = more.as_u64().context("a count")?;
    page.wait_says(&format!("{n} places changed"))?;
    page.wait_saved()?;
    page.click_in("Undo", Some(".toast"))?;
    page.press("Escape")?;
    wait_left(page)
}

fn finished(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.focus_article()?;
    page.press("F4")?;
    page.wait_says("No doubts left. 0 articles reviewed, 1 to go.")?;
    // Keys touch nothing that nobody sees.
    page.press_all(&["3", "Enter", "X", "Delete"])?;
    page.click_in("To the article", Some(".queue"))?;
    wait_left(page)?;
    page.wait_confirmed(&[])?;
    page.check_focus()
}

/// Opens the article in which suggestions are hidden.
fn open_hidden(page: &Page<'_>) -> Result<()> {
    let is_hidden = "return !!document.querySelector('.doc .meta .hidden')";
    page.focus_article()?;
    page.press_all(&["Alt+ArrowUp", "Alt+ArrowUp", "Alt+ArrowUp"])?;
    for _ in 0..4 {
        if page.look(is_hidden)? == Value::Bool(true) {
            return Ok(());
        }
        page.press("Alt+ArrowDown")?;
    }
    anyhow::bail!("no article says that its suggestions are hidden")
}

fn hidden(page: &Page<'_>) -> Result<()> {
    open_known(page)?;
    page.command("Hide suggestions in a tenth of the articles")?;
    page.wait_says("Suggestions are hidden in 1 article")?;
    wait::until_it("nothing suggested", || page.suggested(), Vec::is_empty)?;
    open_hidden(page)?;
    page.wait_saved()?;
    page.reload()?;
    page.wait_articles(1)?;
    open_hidden(page)?;
    ensure!(page.suggested()?.is_empty(), "suggested again: {:?}", page.suggested()?);
    page.press("D")?;
    page.command("Statistics")?;
    page.wait_dialog()?;
    page.click("Hidden")?;
    let rows = "return [...document.querySelectorAll('dialog.statistics tbody tr')]
        .map((row) => [...row.cells].slice(0, 2).map((it) => it.textContent.trim()).join(' '))";
    let is_counted = |it: &Value| it[0] == "Hidden 1" && it[1].as_str().is_some();
    wait::until_it("one article in the comparison", || page.look(rows), is_counted)?;
    page.click("Show suggestions in all articles")?;
    page.wait_says("No article here has hidden suggestions")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.focus_article()?;
    page.press("D")?;
    page.wait_suggestions().map(drop)
}

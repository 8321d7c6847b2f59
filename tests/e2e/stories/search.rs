//! Search: words and expressions, from hit to hit, hits changed in one step; marks by what they are.

use anyhow::{Context, Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
    wait,
};
use serde_json::json;

/// The stories.
pub const STORIES: [Story; 6] = [
    Story::new("search: hits labeled in one step, by keyboard", EVERYWHERE, by_keyboard),
    Story::new("search: hits labeled in one step, by mouse", EVERYWHERE, by_mouse),
    Story::new("search: from hit to hit, lit up in the text", SERVED, from_hit_to_hit),
    Story::new("search: what is wrong with an expression", SERVED, faults),
    Story::new("search: marks by label, score and note", SERVED, marks),
    Story::new("search: nothing found, and what can be looked for", SERVED, nothing),
];

/// Two articles in which no engine finds anything.
fn open(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[
        File::new(
            "a.txt",
            "Under the mill\n\nthey met at the old mill pond. the mill pond was dry.\n",
        ),
        File::new("b.txt", "Over the hill\n\nbehind it lay a mill pond, and mill ponds farther.\n"),
    ])?;
    page.wait_articles(2)?;
    page.wait_article("Under the mill")?;
    page.focus_article()
}

/// The hits: `+` ticked, `-` not, `=` only looked at; the words, what stands there.
fn hits(page: &Page<'_>) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('.kwic li:not(.group)')].map((it) => {
        const box = it.querySelector('.box');
        const tick = box ? (box.hasAttribute('data-on') ? '+' : '-') : '=';
        const state = it.querySelector('.state').textContent.trim();
        // What the engine has learned meanwhile it may suggest; that is not what is asked here.
        return tick + it.querySelector('b').textContent + ': ' +
          (state.includes('suggested') ? 'no mark' : state);
      })";
    let found = page.look(script)?;
    let all = found.as_array().cloned().unwrap_or_default();
    Ok(all.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect())
}

fn wait_hits(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    wait::until_it(&format!("the hits {expected:?}"), || hits(page), |it| *it == expected).map(drop)
}

/// Goes into the search by its key and writes into its field.
fn ask(page: &Page<'_>, words: &str) -> Result<()> {
    page.press("Ctrl+Shift+F")?;
    let in_field = |it: &String| it.contains("Search");
    wait::until_it("the focus in the search", || page.focus(), in_field)?;
    page.type_text(words)
}

/// Chooses an option of a list by its words.
fn choose(page: &Page<'_>, list: &str, option: &str) -> Result<()> {
    let script = "const list = [...document.querySelectorAll('.batch select')]
          .find((it) => it.getAttribute('aria-label') === arguments[0]);
        const n = [...(list?.options ?? [])].findIndex((it) => it.textContent.trim() === arguments[1]);
        if (n < 0) return false;
        list.selectedIndex = n;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    wait::until(&format!("the option {option:?} of {list:?}"), || {
        let is_done = page.look_with(script, vec![json!(list), json!(option)])?;
        Ok((is_done == true).then_some(()))
    })
}

/// The places in the status bar, once they are others than `before`.
fn wait_elsewhere(page: &Page<'_>, before: &str) -> Result<String> {
    wait::until_it("another place", || page.place(), |it| it != before)
}

/// The words that are lit up, where the browser tells.
fn lit(page: &Page<'_>) -> Result<Vec<String>> {
    let script =
        "return [...(CSS.highlights?.get('apostil-hits') ?? [])].map((it) => it.toString())";
    let found = page.look(script)?;
    let all = found.as_array().context("a list of ranges")?;
    Ok(all.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect())
}

fn by_keyboard(page: &Page<'_>) -> Result<()> {
    open(page)?;
    ask(page, "Mill pond")?;
    let all = [
        "=mill pond: no mark",
        "=mill pond: no mark",
        "=mill pond: no mark",
        "=mill pond: no mark",
    ];
    wait_hits(page, &all)?;
    page.wait_says("4 hits in 2 articles")?;
    page.press("ArrowDown")?;
    wait::until_it("the focus in the hits", || page.focus(), |it| it.contains("kwic"))?;
    page.press("4")?;
    wait_hits(page, &all.map(|it| it.replace('=', "+")).each_ref().map(String::as_str))?;
    // The heading, for all below it; then the first hit, the second.
    page.press_all(&["ArrowDown", "Space"])?;
    let ticks = ["-", "-", "+", "+"].map(|it| all[0].replace('=', it));
    wait_hits(page, &ticks.each_ref().map(String::as_str))?;
    page.press_all(&["Space", "ArrowDown", "ArrowDown", "Space"])?;
    page.wait_says("Label 3 as LOC")?;
    page.press("Enter")?;
    page.wait_confirmed(&["[mill pond|LOC]"])?;
    wait_hits(
        page,
        &[
            "=mill pond: LOC said by you",
            "=mill pond: no mark",
            "=mill pond: LOC said by you",
            "=mill pond: LOC said by you",
        ],
    )?;
    page.wait_saved()?;
    page.press("Ctrl+Z")?;
    wait_hits(page, &all)?;
    page.wait_no_mark("[mill pond|LOC]")?;
    page.press("Escape")?;
    wait_hits(page, &[])?;
    page.check_focus()
}

fn by_mouse(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.click_in("Search", Some(".top"))?;
    page.type_text("Mill pond")?;
    page.wait_says("4 hits in 2 articles")?;
    page.click_in("Same case", Some(".batch"))?;
    page.wait_says("No article has “Mill pond”.")?;
    page.click_in("Same case", Some(".batch"))?;
    page.click_in("Whole words", Some(".batch"))?;
    let all = ["=mill pond: no mark", "=mill pond: no mark", "=mill pond: no mark"];
    wait_hits(page, &all)?;
    // A line leads to its place.
    page.click_in("b.txt", Some(".kwic"))?;
    page.wait_article("Over the hill")?;
    choose(page, "What to do with the hits", "Label as LOC")?;
    wait_hits(page, &all.map(|it| it.replace('=', "+")).each_ref().map(String::as_str))?;
    page.click_in("Label 3 as LOC", Some(".batch"))?;
    page.wait_confirmed(&["[mill pond|LOC]"])?;
    page.click_in("Undo", Some(".toast"))?;
    page.wait_no_mark("[mill pond|LOC]")?;
    choose(page, "What to do with the hits", "Label as LOC")?;
    page.click_in("Only this article", Some(".batch"))?;
    page.wait_confirmed(&["[mill pond|LOC]"])?;
    page.click_in("Close", Some(".batch"))?;
    wait_hits(page, &[])
}

fn from_hit_to_hit(page: &Page<'_>) -> Result<()> {
    open(page)?;
    ask(page, "pond")?;
    page.wait_says("4 hits in 2 articles")?;
    let ponds = |it: &Vec<String>| *it == ["pond", "pond"];
    wait::until_it("the words lit up", || lit(page), ponds)?;
    // From the field, which keeps the focus.
    let start = page.place()?;
    page.press("Enter")?;
    let first = wait_elsewhere(page, &start)?;
    page.press("Enter")?;
    let second = wait_elsewhere(page, &first)?;
    page.press("Shift+Enter")?;
    ensure!(wait_elsewhere(page, &second)? == first, "not back at the first hit");
    ensure!(page.focus()?.contains("Search"), "the focus is at {}", page.focus()?);
    // From the article, over its end and round.
    page.focus_article()?;
    page.press_all(&["F3", "F3"])?;
    page.wait_article("Over the hill")?;
    page.press_all(&["F3", "F3"])?;
    page.wait_article("Under the mill")?;
    page.press("Shift+F3")?;
    page.wait_article("Over the hill")?;
    // What is selected is labeled as ever, and the search stays.
    page.press("4")?;
    page.wait_mark("[pond|LOC]")?;
    page.press("Shift+F3")?;
    page.wait_says("4 hits in 2 articles")?;
    // Left, nothing is lit up; the key finds the same again.
    ask(page, "pond")?;
    page.press("Escape")?;
    wait::until_it("nothing lit up", || lit(page), Vec::is_empty)?;
    ensure!(page.focus()?.contains(".doc"), "the focus is at {}", page.focus()?);
    page.press("F3")?;
    page.wait_says("4 hits in 2 articles")
}

fn faults(page: &Page<'_>) -> Result<()> {
    open(page)?;
    ask(page, "mill [a-z]+")?;
    page.wait_says("No article has “mill [a-z]+”")?;
    page.click_in("Regular expression", Some(".batch"))?;
    page.wait_says("4 hits in 2 articles")?;
    ask(page, "mill [a-z")?;
    page.wait_says("Character 6: this bracket is never closed")?;
    let script = "return document.querySelector('.top .fault mark')?.textContent +
        document.querySelector('.top .find input').getAttribute('aria-invalid')";
    ensure!(page.look(script)? == "[true", "the place is not shown");
    page.type_text("]+s")?;
    wait_hits(page, &["=mill ponds: no mark"])?;
    ensure!(page.look("return document.querySelector('.fault')")?.is_null(), "the fault stays");
    page.click("Language")?;
    page.press("Ctrl+Shift+F")?;
    page.type_text("mill)")?;
    page.wait_says("Carácter 5: este paréntesis no cierra nada")
}

fn marks(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.sweep("mill pond")?;
    page.press("4")?;
    page.wait_mark("[mill pond|LOC]")?;
    page.press("Shift+N")?;
    page.type_text("dry in summer")?;
    page.press("Enter")?;
    ask(page, "")?;
    choose(page, "Where", "In marks")?;
    choose(page, "With the label", "LOC")?;
    choose(page, "By whom", "You")?;
    wait_hits(page, &["=mill pond: LOC said by you"])?;
    choose(page, "With the label", "ORG")?;
    page.wait_says("No mark fits.")?;
    choose(page, "With the label", "LOC")?;
    wait_hits(page, &["=mill pond: LOC said by you"])?;
    // What a person has marked has no score.
    page.fill("Score from", "60")?;
    page.press("Tab")?;
    page.wait_says("No mark fits.")?;
    page.fill("Score from", "0")?;
    page.press("Tab")?;
    wait_hits(page, &["=mill pond: LOC said by you"])?;
    choose(page, "Where", "In notes and links")?;
    ask(page, "SUMMER")?;
    wait_hits(page, &["=mill pond: LOC said by you"])?;
    choose(page, "What to do with the hits", "Remove marks, reject suggestions")?;
    wait_hits(page, &["+mill pond: LOC said by you"])?;
    page.click_in("Remove 1", Some(".batch"))?;
    page.wait_no_mark("[mill pond|LOC]")
}

fn nothing(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.press("/")?;
    page.wait_says("Write words in the field")?;
    let at_rest = || Ok(page.look("return document.getAnimations().length")? == 0);
    wait::until_it("the dock at rest", at_rest, |it| *it)?;
    page.click("^\\w+")?;
    wait_hits(page, &["=Under: no mark", "=they: no mark", "=Over: no mark", "=behind: no mark"])?;
    page.click_in("Regular expression", Some(".batch"))?;
    ask(page, "mil pond")?;
    page.wait_says("No article has “mil pond”.")?;
    page.click("Nearest: mill pond, 3")?;
    page.wait_says("4 hits in 2 articles")?;
    page.click_in("All articles", Some(".batch"))?;
    page.wait_says("2 hits in 1 article")?;
    page.focus_article()?;
    page.press("Alt+ArrowDown")?;
    page.wait_article("Over the hill")?;
    let there = || page.look("return document.querySelector('.kwic .group').textContent");
    wait::until_it("hits of this article", there, |it| it.to_string().contains("This article"))?;
    wait_hits(page, &["=mill pond: no mark", "=mill pond: no mark"])
}

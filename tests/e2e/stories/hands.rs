//! Whole articles by one means alone: keys, the inspector, fingers. And what the page says when
//! there is nothing.

use anyhow::{Context, Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{CHROMIUM, SERVED, Story},
    wait,
};
use serde_json::{Value, json};

use crate::{
    keys::keys,
    labeling::{open_known, open_plain, plain},
};

/// The stories.
pub const STORIES: [Story; 6] = [
    Story::new("a whole article by keyboard alone", SERVED, by_keyboard),
    Story::new("a whole article through the inspector alone", SERVED, by_inspector),
    Story::new("a whole article by fingers", CHROMIUM, by_fingers),
    Story::new("find marks in the inspector", SERVED, find_marks),
    Story::new("edit a mark beside it", SERVED, beside),
    Story::new("empty states say what to do", SERVED, empty),
];

/// Tabs on until the focus is on what is called so.
pub fn tab_to(page: &Page<'_>, name: &str) -> Result<()> {
    let mut seen = Vec::new();
    for _ in 0..60 {
        let focus = page.focus()?;
        if focus.split_once(' ').is_some_and(|it| it.1.starts_with(name)) {
            return Ok(());
        }
        seen.push(focus);
        page.press("Tab")?;
    }
    ensure!(false, "Tab does not lead to {name:?}, only to {seen:?}");
    Ok(())
}

/// Finds a command in the palette, by keys, and does it.
fn by_palette(page: &Page<'_>, name: &str) -> Result<()> {
    page.command(name)
}

/// Writes a dataset from the dialog, by keys.
fn export(page: &Page<'_>) -> Result<File> {
    by_palette(page, "Export")?;
    page.wait_dialog()?;
    let file = page.saved_by(|| {
        tab_to(page, "Write the file")?;
        page.press("Enter")
    })?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    Ok(file)
}

/// An article in which much is found, and one in which nothing is.
fn open_two(page: &Page<'_>) -> Result<()> {
    open_known(page)?;
    page.drop_files(&[plain()])?;
    page.wait_articles(2)?;
    // What was added last may have been opened.
    if page.paragraphs()?.first().is_some_and(|it| it != "What was signed") {
        page.press("Alt+ArrowUp")?;
    }
    page.wait_article("What was signed")
}

fn by_keyboard(page: &Page<'_>) -> Result<()> {
    open_two(page)?;
    page.focus_article()?;
    keys(page, &["J", "Enter"])?;
    page.wait_mark("[Norway|GPE]")?;
    keys(page, &["X"])?;
    page.wait_no_mark("{Peru|GPE}")?;
    // The third is a date: another label, then one word less.
    keys(page, &["1"])?;
    page.wait_mark("[May 2019|PERSON]")?;
    keys(page, &["5", "Alt+Shift+ArrowLeft"])?;
    page.wait_mark("[May|DATE]")?;
    // Words that nothing suggests.
    keys(page, &["Escape", "Home", "Ctrl+ArrowRight", "Ctrl+ArrowRight", "Ctrl+ArrowRight"])?;
    keys(page, &["ArrowRight", "Ctrl+Shift+ArrowRight", "9"])?;
    page.wait_confirmed(&["[Norway|GPE]", "[signed|EVENT]", "[May|DATE]"])?;
    keys(page, &["D", "Alt+ArrowDown"])?;
    page.wait_article("Where the pump was")?;
    page.check_focus()?;
    page.wait_saved()?;
    check_written(&export(page)?, &["Norway", "signed", "May"])
}

/// The file holds these marks, and the article is done.
fn check_written(file: &File, words: &[&str]) -> Result<()> {
    let text = file.text();
    let project: Value = serde_json::from_str(text)?;
    let first = &project["documents"][0]["tracks"][0];
    let spans = first["spans"].as_array().context("the first article has marks")?;
    let quotes: Vec<&str> = spans.iter().filter_map(|it| it["text"].as_str()).collect();
    for wanted in words {
        ensure!(quotes.contains(wanted), "{wanted:?} is not among {quotes:?}");
    }
    ensure!(text.contains("\"done\""), "the article is not done in the file");
    Ok(())
}

/// Presses keys, none of which may lead into the text.
fn outside(page: &Page<'_>, all: &[&str]) -> Result<()> {
    keys(page, all)?;
    let focus = page.focus()?;
    ensure!(!focus.contains(".doc"), "{all:?} led into the text");
    Ok(())
}

fn by_inspector(page: &Page<'_>) -> Result<()> {
    open_two(page)?;
    let in_list = |it: &String| it.contains("Marks in this article");
    for _ in 0..5 {
        if in_list(&page.focus()?) {
            break;
        }
        page.press("Shift+F6")?;
    }
    outside(page, &["ArrowDown", "Enter"])?;
    page.wait_mark("[Norway|GPE]")?;
    ensure!(in_list(&page.focus()?), "after accepting, the focus is on {}", page.focus()?);
    outside(page, &["X"])?;
    // By the first letters of its words, then into its editor.
    outside(page, &["m", "a", "y"])?;
    wait::until_it("May 2019 in the editor", || selected(page), |it| it == "May 2019")?;
    tab_to(page, "End one word left")?;
    outside(page, &["Enter"])?;
    page.wait_mark("[May|DATE]")?;
    tab_to(page, "Label")?;
    outside(page, &["Enter"])?;
    page.wait_dialog()?;
    page.type_text("even")?;
    page.press("Enter")?;
    page.wait_mark("[May|EVENT]")?;
    page.wait_no_dialog()?;
    ensure!(page.focus()?.contains("Label"), "the label's field lost the focus: {}", page.focus()?);
    tab_to(page, "Note")?;
    page.type_text("which year?")?;
    outside(page, &["Enter"])?;
    add_words(page)?;
    by_palette(page, "Mark the article as done")?;
    outside(page, &["Alt+ArrowDown"])?;
    page.wait_article("Where the pump was")?;
    page.wait_saved()?;
    let file = export(page)?;
    ensure!(file.text().contains("which year?"), "the note is not in the file");
    check_written(&file, &["Norway", "May", "Peru paid"])
}

/// Marks words by typing them: one place, then all places; and takes one away again.
fn add_words(page: &Page<'_>) -> Result<()> {
    page.press_all(&["Shift+F6", "F6"])?;
    tab_back_to(page, "Type words")?;
    page.press("Enter")?;
    page.wait_dialog()?;
    page.type_text("peru PAID")?;
    page.press("Enter")?;
    page.wait_says("Label for “Peru paid”")?;
    page.type_text("event")?;
    page.press("Enter")?;
    page.wait_mark("[Peru paid|EVENT]")?;
    page.wait_no_dialog()?;
    ensure!(page.focus()?.contains("Type words"), "the focus is on {}", page.focus()?);
    outside(page, &["Enter"])?;
    page.wait_dialog()?;
    page.type_text("and")?;
    page.wait_says("All 2 places")?;
    page.press_all(&["ArrowUp", "Enter"])?;
    page.type_text("norp")?;
    page.press("Enter")?;
    wait::until_it(
        "two marks",
        || page.confirmed(),
        |it| it.iter().filter(|it| *it == "[and|NORP]").count() == 2,
    )?;
    // The first of them is selected; the list removes it.
    tab_to(page, "Marks in this article")?;
    outside(page, &["Delete"])?;
    wait::until_it(
        "one mark",
        || page.confirmed(),
        |it| it.iter().filter(|it| *it == "[and|NORP]").count() == 1,
    )
    .map(drop)
}

fn tab_back_to(page: &Page<'_>, name: &str) -> Result<()> {
    for _ in 0..40 {
        if page.focus()?.split_once(' ').is_some_and(|it| it.1.starts_with(name)) {
            return Ok(());
        }
        page.press("Shift+Tab")?;
    }
    ensure!(false, "Shift+Tab does not lead to {name:?}");
    Ok(())
}

/// The words in the editor.
fn selected(page: &Page<'_>) -> Result<String> {
    let words = page.look("return look.text('.editor .quote')")?;
    Ok(words.as_str().unwrap_or_default().to_owned())
}

fn by_fingers(page: &Page<'_>) -> Result<()> {
    page.browser().resize(390, 844)?;
    page.browser().pretend_touch(true)?;
    let told = with_fingers(page);
    page.browser().pretend_touch(false)?;
    told
}

fn with_fingers(page: &Page<'_>) -> Result<()> {
    open_two(page)?;
    page.tap_words("Norway")?;
    page.tap("Accept", Some(".touch-sheet"))?;
    page.wait_mark("[Norway|GPE]")?;
    page.tap("Reject", Some(".touch-sheet"))?;
    wait::until_it("May 2019 selected", || touched(page), |it| it.contains("May 2019"))?;
    page.tap("Edges", Some(".touch-sheet"))?;
    page.tap("End one word left", Some(".touch-sheet"))?;
    page.wait_mark("[May|DATE]")?;
    page.tap("LAW", Some(".touchbar"))?;
    page.wait_mark("[May|LAW]")?;
    check_targets(page)?;
    // Two taps and a label.
    page.tap_words("signed in")?;
    wait::until_it("a hint", || touched(page), |it| it.contains("Tap the last word"))?;
    page.tap_words("in May")?;
    page.tap("EVENT", Some(".touchbar"))?;
    page.wait_confirmed(&["[Norway|GPE]", "[signed in|EVENT]", "[May|LAW]"])?;
    page.tap("Select nothing", Some(".touch-sheet"))?;
    check_targets(page)?;
    page.tap("Done", Some(".touch-sheet"))?;
    wait::until_it(
        "done",
        || page.attribute(".touch-sheet [aria-pressed]", "aria-pressed"),
        |it| it.as_deref() == Some("true"),
    )?;
    page.tap("Next article", Some(".touch-sheet"))?;
    page.wait_article("Where the pump was")?;
    for width in [390, 320] {
        page.browser().resize(width, 844)?;
        let overflow = page.look("return document.documentElement.scrollWidth - innerWidth")?;
        ensure!(overflow.as_i64().is_some_and(|it| it <= 0), "{width}: sideways by {overflow} px");
    }
    page.wait_saved()
}

/// What the sheet at the bottom says.
fn touched(page: &Page<'_>) -> Result<String> {
    let words = page.look("return look.text('.touch-sheet')")?;
    Ok(words.as_str().unwrap_or_default().to_owned())
}

/// Everything that can be pressed is large enough for a finger.
fn check_targets(page: &Page<'_>) -> Result<()> {
    let small = page.look_with(
        "return [...document.querySelectorAll('button, select, input:not([type=file])')]
           .filter((it) => look.isSeen(it))
           .map((it) => [look.name(it), it.closest('label, .field') ?? it])
           .map(([name, it]) => [name, it.getBoundingClientRect()])
           .filter(([, it]) => Math.min(it.width, it.height) < arguments[0] - 0.5)
           .map(([name, it]) => `${name} ${it.width}×${it.height}`)",
        vec![json!(44)],
    )?;
    ensure!(small == json!([]), "too small for a finger: {small}");
    Ok(())
}

/// The words of the marks that the inspector lists.
fn listed(page: &Page<'_>) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('.rows .words')].map((it) => it.textContent)";
    let all = page.look(script)?;
    let all = all.as_array().context("the script returns a list")?;
    Ok(all.iter().filter_map(|it| it.as_str()).map(str::to_owned).collect())
}

fn find_marks(page: &Page<'_>) -> Result<()> {
    open_known(page)?;
    let rows = || listed(page);
    let all = rows()?;
    ensure!(all.len() >= 6, "only {all:?} are listed");
    let choose = |name: &str, value: &str| -> Result<()> {
        page.look_with(
            "const it = look.control(arguments[0], '.marks');
             const option = [...it.options].find((it) => it.textContent.startsWith(arguments[1]));
             it.value = option.value;
             it.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![json!(name), json!(value)],
        )
        .map(drop)
    };
    choose("Order", "By words")?;
    let mut sorted = all.clone();
    sorted.sort_by_key(|it| it.to_lowercase());
    wait::until_it("the marks by their words", rows, |it| *it == sorted)?;
    choose("Order", "In order")?;
    choose("Label", "GPE")?;
    wait::until_it("only places", rows, |it| *it == ["Norway", "Peru", "Peru", "Norway"])?;
    page.fill("Filter marks", "perú")?;
    wait::until_it("only one of them", rows, |it| *it == ["Peru", "Peru"])?;
    choose("State", "Confirmed")?;
    page.wait_says("No mark matches")?;
    choose("State", "Suggested")?;
    page.click_words("Peru")?;
    page.press("X")?;
    choose("State", "Rejected")?;
    wait::until_it("what was rejected", rows, |it| *it == ["Peru"])?;
    // Thinking again makes it a mark after all.
    page.click("Peru")?;
    page.click_in("Accept", Some(".inspector .editor"))?;
    page.wait_mark("[Peru|GPE]")
}

fn beside(page: &Page<'_>) -> Result<()> {
    open_known(page)?;
    by_palette(page, "Show or hide the inspector")?;
    for words in ["Norway", "40 percent", "US$5 million"] {
        page.click_words(words)?;
        wait::until_it("the editor beside it", || covers(page), |it| it.as_deref() == Some(""))?;
    }
    page.click_in("Accept", Some(".popover"))?;
    page.wait_mark("[US$5 million|MONEY]")?;
    page.check_focus()
}

/// What the pop-over lies on that it must not: the mark, or the line after it; nothing while there
/// is no pop-over.
fn covers(page: &Page<'_>) -> Result<Option<String>> {
    let found = page.look(
        "const box = document.querySelector('.popover')?.getBoundingClientRect();
         if (!box || box.height < 40) return null;
         const room = document.querySelector('.center').getBoundingClientRect();
         if (box.left < room.left || box.right > room.right || box.top < room.top || box.bottom > room.bottom) return 'the edge';
         const marks = [...document.querySelectorAll('.doc .m[data-selected]')].flatMap((it) => [...it.getClientRects()]);
         const over = (it) => it.left < box.right && box.left < it.right && it.top < box.bottom && box.top < it.bottom;
         const last = marks.at(-1);
         if (marks.some(over)) return 'the mark';
         const line = new DOMRect(room.left, last.bottom + 8, room.width, 20);
         return box.top > last.top && over(line) ? 'the line after it' : ''",
    )?;
    Ok(found.as_str().map(str::to_owned))
}

fn empty(page: &Page<'_>) -> Result<()> {
    page.wait_says("Or start with a sample article")?;
    open_plain(page)?;
    page.wait_says("Nothing marked yet. Drag over words, or press Ctrl K and type them.")?;
    page.press("Ctrl+K")?;
    page.wait_dialog()?;
    page.type_text("zarumilla")?;
    page.wait_says("No command, label or article has these words.")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.click("Type words")?;
    page.wait_dialog()?;
    page.wait_says("Type words of the article to see where they stand.")?;
    page.type_text("zarumilla")?;
    page.wait_says("These words are not in the article.")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.fill("Filter by name or words", "zarumilla")?;
    page.wait_says("No article matches")?;
    page.click("Clear the filter")?;
    page.wait_articles(1)?;
    page.sweep("pumping")?;
    page.press("4")?;
    page.fill("Filter marks", "lake")?;
    page.wait_says("No mark matches. Clear the filter.")?;
    page.focus_article()?;
    page.press("N")?;
    page.wait_says("No doubts left in this article")
}

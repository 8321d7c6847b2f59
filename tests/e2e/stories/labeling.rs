//! Correcting by mouse.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::{Page, hands::Grip},
    story::{EVERYWHERE, SERVED, Story},
    wait,
};

/// The stories.
pub const STORIES: [Story; 10] = [
    Story::new("label by mouse: sweep, then a digit", EVERYWHERE, sweep_digit),
    Story::new("label by mouse: sweep, then press a label", EVERYWHERE, sweep_press),
    Story::new("label by mouse: choose a label, then sweep", EVERYWHERE, choose_sweep),
    Story::new("label by mouse: press a word twice", SERVED, word),
    Story::new("label what is nested and what overlaps", SERVED, nested),
    Story::new("relabel", EVERYWHERE, relabel),
    Story::new("move an edge by its grip", EVERYWHERE, grip),
    Story::new("accept, reject and skip by mouse", SERVED, answer),
    Story::new("accept all of a label", EVERYWHERE, accept_label),
    Story::new("remove a mark", EVERYWHERE, remove),
];

/// Words in which no engine finds anything.
const PLAIN: &str = "Where the pump was\n\n\
    they mended the old pumping station by the lake, and nobody thanked them for it.\n\n\
    later the naïve café\u{a0}owner 🙂 wrote about it.\n";

/// A file with those words.
pub fn plain() -> File {
    File::new("pump.txt", PLAIN)
}

/// Opens an article with them.
pub fn open_plain(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[plain()])?;
    page.wait_article("Where the pump was")
}

fn sweep_digit(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    // A grapheme that is touched is taken whole, and blanks at the ends are left out.
    page.sweep("café\u{a0}owner 🙂 ")?;
    page.press("1")?;
    page.wait_confirmed(&["[pumping station|GPE]", "[café\u{a0}owner 🙂|PERSON]"])?;
    wait_read(page, &[0, 1, 1])?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    wait_read(page, &[0, 1, 0])?;
    page.wait_saved()?;
    page.check_focus()
}

/// Waits until the bars in the margin are filled so: 1 where somebody has read, else 0.
fn wait_read(page: &Page<'_>, expected: &[u8]) -> Result<()> {
    let script = "return look.paragraphs().map((it) =>
        +(parseFloat(getComputedStyle(it, '::after').backgroundSize.split(' ')[1]) > 0))";
    let bars = || -> Result<Vec<u8>> { Ok(serde_json::from_value(page.look(script)?)?) };
    wait::until_it(&format!("the bars {expected:?}"), bars, |it| it == expected).map(drop)
}

fn sweep_press(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("old pumping station")?;
    page.click_in("ORG", Some(".inspector .labels"))?;
    page.wait_confirmed(&["[old pumping station|ORG]"])?;
    page.check_focus()
}

fn choose_sweep(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.click_in("LOC", Some(".inspector .labels"))?;
    page.sweep("pumping station")?;
    page.wait_confirmed(&["[pumping station|LOC]"])?;
    page.sweep("the lake")?;
    page.wait_confirmed(&["[pumping station|LOC]", "[the lake|LOC]"])?;
    // Escape lets go of the mark, then of the label: what is swept now is only selected.
    page.press_all(&["Escape", "Escape"])?;
    page.sweep("nobody")?;
    page.press("4")?;
    page.wait_mark("[nobody|LOC]")?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&["[pumping station|LOC]", "[the lake|LOC]"])
}

fn word(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.double_click_words("naïve")?;
    // The word is selected, and not only where the caret is: that would be labeled as well.
    wait::until_it("a selection", || page.place(), |it| !it.is_empty())?;
    page.press("0")?;
    page.wait_confirmed(&["[naïve|NORP]"])
}

fn nested(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("old pumping station")?;
    page.press("2")?;
    page.wait_mark("[old pumping station|ORG]")?;
    page.sweep("station")?;
    page.press("4")?;
    page.wait_confirmed(&["[old pumping station|ORG]", "[station|LOC]"])?;
    page.sweep("mended the old")?;
    page.press("9")?;
    page.wait_confirmed(&["[mended the old|EVENT]", "[old pumping station|ORG]", "[station|LOC]"])?;
    let text = page.paragraphs()?.concat();
    ensure!(text.contains("they mended the old pumping station by"), "the marks changed the text");
    Ok(())
}

fn relabel(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.press("Escape")?;
    page.click_words("pumping station")?;
    page.press("2")?;
    page.wait_confirmed(&["[pumping station|ORG]"])?;
    page.click_in("LOC", Some(".inspector .labels"))?;
    page.wait_confirmed(&["[pumping station|LOC]"])?;
    page.check_focus()
}

fn grip(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    let before = crate::exporting::ids(page)?;
    page.click_words("pumping station")?;
    page.drag_grip(Grip::End, "by the lake")?;
    page.wait_confirmed(&["[pumping station by the lake|GPE]"])?;
    page.drag_grip(Grip::Start, "old")?;
    page.wait_confirmed(&["[old pumping station by the lake|GPE]"])?;
    let after = crate::exporting::ids(page)?;
    ensure!(before == after, "the mark was {before:?} and is {after:?}: another one");
    Ok(())
}

/// Sentences in which the engine is sure to find something, whatever else it finds.
const KNOWN: &str = "What was signed\n\n\
    Norway and Peru signed in May 2019. Peru paid 40 percent and Norway paid US$5 million.\n";

/// Opens an article with those and waits for what is suggested.
pub fn open_known(page: &Page<'_>) -> Result<Vec<String>> {
    page.drop_files(&[File::new("signed.txt", KNOWN)])?;
    page.wait_article("What was signed")?;
    page.wait_mark("{Norway|GPE}")?;
    page.wait_suggestions()
}

fn answer(page: &Page<'_>) -> Result<()> {
    open_known(page)?;
    page.click_words("Norway")?;
    page.click_in("Accept", Some(".inspector"))?;
    page.wait_mark("[Norway|GPE]")?;
    page.check_focus()?;
    page.click_words("40 percent")?;
    page.click_in("Reject", Some(".inspector"))?;
    page.wait_no_mark("{40 percent|PERCENT}")?;
    page.check_focus()
}

fn accept_label(page: &Page<'_>) -> Result<()> {
    let suggested = open_known(page)?;
    let n_gpe = suggested.iter().filter(|it| it.ends_with("|GPE}")).count();
    ensure!(n_gpe >= 4, "only {suggested:?} was found");
    page.click_words("Peru")?;
    page.command("Accept all of this label")?;
    let expected = ["[Norway|GPE]", "[Peru|GPE]", "[Peru|GPE]", "[Norway|GPE]"];
    page.wait_confirmed(&expected)?;
    ensure!(!page.suggested()?.is_empty(), "other labels were accepted as well");
    page.check_focus()?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&[])?;
    // All of the article, then of the paragraph, which has them all.
    for how in ["Accept all in this article", "Accept all in this paragraph"] {
        page.command(how)?;
        wait::until_it("no suggestion", || page.suggested(), Vec::is_empty)?;
        page.focus_article()?;
        page.press("Ctrl+Z")?;
        page.wait_confirmed(&[])?;
    }
    Ok(())
}

fn remove(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    for (words, key) in [("pumping", "3"), ("station", "3"), ("lake", "4")] {
        page.sweep(words)?;
        page.press(key)?;
        page.wait_saved()?;
    }
    page.wait_confirmed(&["[pumping|GPE]", "[station|GPE]", "[lake|LOC]"])?;
    page.click_words("station")?;
    page.press("Delete")?;
    page.wait_confirmed(&["[pumping|GPE]", "[lake|LOC]"])?;
    page.check_focus()?;
    page.click_words("lake")?;
    page.click_in("Remove", Some(".inspector"))?;
    page.wait_confirmed(&["[pumping|GPE]"])?;
    page.check_focus()?;
    page.press_all(&["Ctrl+Z", "Ctrl+Z"])?;
    page.wait_confirmed(&["[pumping|GPE]", "[station|GPE]", "[lake|LOC]"])
}

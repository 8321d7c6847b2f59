//! How the page is set: size of text, what cannot be seen, keys of one's own, guidelines, print.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::{Page, hands::Grip},
    story::{CHROMIUM, SERVED, Story},
    wait,
};
use serde_json::{Value, json};

use crate::labeling::open_plain;

/// The stories.
pub const STORIES: [Story; 13] = [
    Story::new("the size of the text is kept", SERVED, text_size),
    Story::new(
        "characters that cannot be seen are drawn and copied as they are",
        SERVED,
        invisible,
    ),
    Story::new("more room between letters and lines loses nothing", CHROMIUM, spacing),
    Story::new("a grip does not hide the word beside it", SERVED, beside),
    Story::new("tags only on the selected mark", SERVED, tags),
    Story::new("marks in words are not in the text", SERVED, spoken),
    Story::new("put a key elsewhere", SERVED, rebind),
    Story::new("a clash of keys is named and swapped", SERVED, swap),
    Story::new("single keys off", SERVED, letters),
    Story::new("write guidelines and take them back", SERVED, guidelines),
    Story::new("the printed article has a legend", SERVED, paper),
    Story::new("forced colors and less motion", CHROMIUM, media),
    Story::new("a panel as wide as one likes", SERVED, width),
];

fn number(page: &Page<'_>, script: &str) -> Result<f64> {
    Ok(page.look(script)?.as_f64().unwrap_or(f64::NAN))
}

fn font_size(page: &Page<'_>) -> Result<f64> {
    number(
        page,
        "return parseFloat(getComputedStyle(document.querySelector('[data-n=\"1\"]')).fontSize)",
    )
}

fn text_size(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    let before = font_size(page)?;
    page.command("Larger text")?;
    page.command("Larger text")?;
    let larger = wait::until_it("larger text", || font_size(page), |it| *it > before + 3.0)?;
    page.command("Settings")?;
    page.wait_dialog()?;
    page.click("Smaller text")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    let kept = font_size(page)?;
    ensure!(before < kept && kept < larger, "{before}, then {larger}, then {kept}");
    page.wait_saved()?;
    page.reload()?;
    page.wait_article("Where the pump was")?;
    let after = font_size(page)?;
    ensure!((after - kept).abs() < 0.01, "after the reload the text is {after}, not {kept}");
    Ok(())
}

/// A text with one of each kind of character that cannot be seen.
const HIDDEN: &str = "Signs\n\nten\u{a0}kilos  of\tco\u{ad}al and\u{200b} salt\n";

/// What the page would put on the clipboard, all of the article being selected.
fn copied(page: &Page<'_>) -> Result<Value> {
    page.focus_article()?;
    page.press("Ctrl+A")?;
    page.look(
        "const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
         look.article().dispatchEvent(event);
         return event.clipboardData.getData('text/plain')",
    )
}

fn invisible(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[File::new("signs.txt", HIDDEN)])?;
    page.wait_article("Signs")?;
    let signs = "return [...document.querySelectorAll('.doc [data-n=\"1\"] .v')].map((it) => it.dataset.c).join(' ')";
    ensure!(page.look(signs)? == json!(""), "signs are drawn before they are asked for");
    page.command("Show or hide invisible")?;
    let expected = "no-break space space tab soft-hyphen zero-width line";
    wait::until_it("the signs", || page.look(signs), |it| *it == json!(expected))?;
    let words = page.paragraphs()?;
    ensure!(words[1] == HIDDEN.lines().nth(2).unwrap_or_default(), "the text is {words:?}");
    ensure!(copied(page)? == json!(HIDDEN), "something else was copied");
    // A mark across a sign is one mark.
    page.sweep("ten\u{a0}kilos")?;
    page.press("7")?;
    page.wait_mark("[ten\u{a0}kilos|PERCENT]")?;
    ensure!(page.look(signs)? == json!(expected), "a mark took signs away");
    page.command("Show or hide invisible")?;
    wait::until_it("no signs", || page.look(signs), |it| *it == json!(""))?;
    Ok(())
}

/// The room that WCAG 1.4.12 asks a page to bear.
const ROOM: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]";

/// Words of controls and headings that are cut off or stand beyond the window's edge.
const CUT: &str = "const scope = look.scope();
    return [...scope.querySelectorAll('h2, h3, p, label > span, [role=radio], button')]
      .filter((it) => look.isSeen(it) && it.textContent.trim())
      .filter((it) => it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).display !== 'inline' || it.getBoundingClientRect().right > innerWidth + 1)
      .map((it) => it.textContent.trim().slice(0, 40))";

fn spacing(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.look(ROOM)?;
    for dialog in ["Settings", "Guidelines", "Keys"] {
        page.command(dialog)?;
        page.wait_dialog()?;
        let cut = page.look(CUT)?;
        ensure!(cut == json!([]), "in {dialog} there is cut off: {cut}");
        page.press("Escape")?;
        page.wait_no_dialog()?;
    }
    let article = "return [...document.querySelectorAll('.doc [data-n]')].filter((it) => it.scrollWidth > it.clientWidth + 1).length";
    ensure!(page.look(article)? == json!(0), "words of the article are cut off");
    Ok(())
}

fn beside(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("4")?;
    page.wait_confirmed(&["[pumping station|LOC]"])?;
    // Onto the right half of the last letter before the mark, which lies under the grip.
    page.drag_grip_into(Grip::Start, "old")?;
    page.wait_confirmed(&["[old pumping station|LOC]"])
}

/// How many tags are drawn in the article.
fn n_tags(page: &Page<'_>) -> Result<f64> {
    number(page, "return [...document.querySelectorAll('.doc .t')].filter(look.isSeen).length")
}

fn tags(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    for words in ["old pumping", "the lake"] {
        page.sweep(words)?;
        page.press("4")?;
    }
    page.wait_confirmed(&["[old pumping|LOC]", "[the lake|LOC]"])?;
    ensure!(n_tags(page)? == 2.0, "not every mark has its tag");
    page.command("Show or hide the tags")?;
    wait::until_it("the selected mark's tag", || n_tags(page), |it| *it == 1.0)?;
    page.focus_article()?;
    page.press("Escape")?;
    wait::until_it("no tag", || n_tags(page), |it| *it == 0.0).map(drop)
}

fn spoken(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("old pumping")?;
    page.press("4")?;
    page.wait_confirmed(&["[old pumping|LOC]"])?;
    // Firefox says what the style sheet says, Chromium what comes of it.
    let words = "const drawn = (it) => getComputedStyle(it, '::before').content;
        const is = (it) => drawn(it).includes('attr(data-w)') || drawn(it).includes(it.dataset.w);
        return [...document.querySelectorAll('.doc .w')].filter(is).map((it) => it.dataset.w).join(', ')";
    let both = json!("start LOC, end LOC");
    wait::until_it("the words of the selected mark", || page.look(words), |it| *it == both)?;
    page.focus_article()?;
    page.press("Escape")?;
    wait::until_it("no words", || page.look(words), |it| *it == json!(""))?;
    page.command("Marks in words")?;
    wait::until_it("the words of every mark", || page.look(words), |it| *it == both)?;
    let text = page.paragraphs()?.join(" ");
    ensure!(!text.contains("start LOC"), "the words are in the text: {text}");
    let copied = copied(page)?;
    ensure!(!copied.as_str().unwrap_or("LOC").contains("LOC"), "the words are copied: {copied}");
    Ok(())
}

/// Opens the keys and presses those of a command.
fn change_key(page: &Page<'_>, command: &str, keys: &str) -> Result<()> {
    page.focus_article()?;
    page.command("Keys")?;
    page.wait_dialog()?;
    page.click(&format!("Change the key: {command}"))?;
    wait::until_it("the field for the key", || page.focus(), |it| it.contains("Press the new"))?;
    page.press(keys)
}

/// Whether a key selects the mark that stands before the caret.
fn selects(page: &Page<'_>, key: &str) -> Result<bool> {
    page.press("Escape")?;
    page.click_words("thanked")?;
    page.press(key)?;
    Ok(page.look("return !!document.querySelector('.doc .m[data-selected]')")? == json!(true))
}

fn rebind(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("old pumping")?;
    page.press("4")?;
    page.wait_confirmed(&["[old pumping|LOC]"])?;
    ensure!(selects(page, "k")? && !selects(page, "m")?, "K should select, and M not yet");
    change_key(page, "Previous mark", "m")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    ensure!(selects(page, "m")? && !selects(page, "k")?, "M should select, and K no longer");
    // What the page says of keys is true as well.
    page.press("Ctrl+K")?;
    page.wait_dialog()?;
    page.type_text("previous mark")?;
    page.wait_says("Previous mark M")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.reload()?;
    page.wait_article("Where the pump was")?;
    ensure!(selects(page, "m")? && !selects(page, "k")?, "the key was forgotten");
    page.command("Keys")?;
    page.wait_dialog()?;
    page.click("All keys as before")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    ensure!(selects(page, "k")?, "K should select again");
    Ok(())
}

fn swap(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("old pumping")?;
    page.press("4")?;
    page.wait_confirmed(&["[old pumping|LOC]"])?;
    change_key(page, "Previous mark", "Ctrl+Shift+k")?;
    page.wait_says("Browsers use it")?;
    page.press("5")?;
    page.wait_says("5 gives the label DATE")?;
    page.press("x")?;
    page.wait_says("X is taken: Reject the suggestion.")?;
    page.click("Swap the two")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    ensure!(selects(page, "x")? && !selects(page, "k")?, "X and K were not swapped");
    Ok(())
}

fn letters(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("old pumping")?;
    page.press("4")?;
    page.wait_confirmed(&["[old pumping|LOC]"])?;
    page.command("Turn single keys")?;
    ensure!(!selects(page, "k")?, "K acts though single keys are off");
    page.sweep("the lake")?;
    page.press("4")?;
    page.press("Ctrl+Z")?;
    // Undo takes the one mark back: the digit has made none.
    page.wait_confirmed(&[])
}

fn guidelines(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.command("Guidelines")?;
    page.wait_dialog()?;
    page.fill("Filter labels", "hurricane")?;
    let shown = "return [...document.querySelectorAll('dialog .label .lab')].map((it) => it.textContent).join(' ')";
    wait::until_it("the one label", || page.look(shown), |it| *it == json!("EVENT"))?;
    page.click("Describe it in your own words")?;
    page.fill("What EVENT is for", "Fairs, too.")?;
    page.fill("What this project has agreed on", "Rivers are LOC.")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.wait_saved()?;
    page.reload()?;
    page.wait_article("Where the pump was")?;
    let text = "return document.querySelector('dialog .own textarea')?.value ?? null";
    let written = |expected: &str| -> Result<()> {
        page.command("Guidelines")?;
        page.wait_dialog()?;
        wait::until_it("the guidelines", || page.look(text), |it| *it == json!(expected))?;
        page.press("Escape")?;
        page.wait_no_dialog()
    };
    page.command("Guidelines")?;
    page.wait_dialog()?;
    page.wait_says("Fairs, too.")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    written("Rivers are LOC.")?;
    page.press("Ctrl+Z")?;
    page.wait_says("write the guidelines")?;
    written("")
}

fn paper(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("old pumping")?;
    page.press("4")?;
    page.wait_confirmed(&["[old pumping|LOC]"])?;
    let legend = "return [...document.querySelectorAll('.paper-legend dt, .paper-name')].map((it) => it.textContent).join(' ')";
    ensure!(page.look(legend)? == json!(""), "the legend is on the screen");
    page.look("dispatchEvent(new Event('beforeprint'))")?;
    let found = page.look(legend)?;
    ensure!(found == json!("pump.txt LOC"), "on paper there would be: {found}");
    page.look("dispatchEvent(new Event('afterprint'))")?;
    ensure!(page.look(legend)? == json!(""), "the legend stays");
    Ok(())
}

fn media(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[e2e::fixture::english()])?;
    page.wait_article("Night Ferry Returns to the Gulf of Nicoya")?;
    let suggested = page.wait_suggestions()?;
    page.focus_article()?;
    page.press_all(&["j", "Enter"])?;
    page.wait_mark(&suggested[0].replace('{', "[").replace('}', "]"))?;
    page.command("Show or hide the tags")?;
    page.browser()
        .emulate_media(&[("forced-colors", "active"), ("prefers-reduced-motion", "reduce")])?;
    let lines =
        "const style = (it) => getComputedStyle(document.querySelector(it)).textDecorationStyle;
        return [style('.doc .m:not([data-s])'), style('.doc .m[data-s=suggested]')]";
    wait::until_it(
        "solid and dashed lines",
        || page.look(lines),
        |it| *it == json!(["solid", "dashed"]),
    )?;
    let bare = number(
        page,
        "return [...document.querySelectorAll('.doc .t')].filter((it) => !look.isSeen(it)).length",
    )?;
    ensure!(bare == 0.0, "{bare} marks have no tag where colors say nothing");
    let quick =
        "return getComputedStyle(document.documentElement).getPropertyValue('--quick').trim()";
    ensure!(page.look(quick)? == json!("0ms"), "things move though the system asks for less");
    page.browser().emulate_media(&[])?;
    ensure!(page.look(quick)? != json!("0ms"), "nothing moves though nobody asked");
    page.command("Less motion")?;
    wait::until_it("no motion", || page.look(quick), |it| *it == json!("0ms")).map(drop)
}

fn width(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    let list = "return Math.round(document.querySelector('.list').getBoundingClientRect().width)";
    let before = number(page, list)?;
    page.look("document.querySelector('[role=separator].of-list').focus()")?;
    page.press_all(&["ArrowRight", "ArrowRight"])?;
    let after = wait::until_it("a wider list", || number(page, list), |it| *it > before)?;
    page.reload()?;
    page.wait_article("Where the pump was")?;
    ensure!(number(page, list)? == after, "the width was forgotten");
    page.look("document.querySelector('[role=separator].of-list').focus()")?;
    page.press("Enter")?;
    wait::until_it("the first width", || number(page, list), |it| *it == before).map(drop)
}

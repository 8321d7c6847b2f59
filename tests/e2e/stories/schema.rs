//! The schema's editor: by mouse and by keyboard alone.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
    wait,
};

use crate::labeling::open_plain;

/// The stories.
pub const STORIES: [Story; 7] = [
    Story::new("schema: define a label by mouse, and mark with it", EVERYWHERE, define),
    Story::new("schema: rename and rekey a label by keyboard", EVERYWHERE, by_keyboard),
    Story::new("schema: merge two labels, and take it back", SERVED, merge),
    Story::new("schema: delete says what goes; split moves what is ticked", SERVED, split),
    Story::new("schema: relations, attributes, rules", SERVED, others),
    Story::new("schema: presets and files", SERVED, files),
    Story::new("schema: sixty labels by typing their names", SERVED, sixty),
];

/// The lines of the list that is shown.
fn lines(page: &Page<'_>) -> Result<String> {
    let said = page.look("return look.text('.schema .body')")?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

fn wait_lines(page: &Page<'_>, words: &str) -> Result<()> {
    wait::until_it(words, || lines(page), |it| it.contains(words)).map(drop)
}

fn open_editor(page: &Page<'_>) -> Result<()> {
    page.command("Labels and schema")?;
    page.wait_dialog().map(drop)
}

/// Chooses in a list of the browser's own, as a person's choice reaches the page.
fn choose(page: &Page<'_>, list: &str, option: &str) -> Result<()> {
    let script = "
        const [list, option] = arguments;
        const found = [...document.querySelectorAll('dialog select')]
            .find((it) => look.name(it) === list);
        const index = [...found.options].findIndex((it) => it.textContent.trim() === option);
        if (index < 0) throw new Error(`${option} is not in ${list}`);
        found.selectedIndex = index;
        found.dispatchEvent(new Event('change', { bubbles: true }));";
    page.look_with(script, vec![list.into(), option.into()]).map(drop)
}

fn define(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.click_in("Edit…", Some(".inspector"))?;
    page.wait_dialog()?;
    page.fill("Name of a new one", "PUMP")?;
    page.click("Add")?;
    page.fill("Key", "y")?;
    page.press("Tab")?;
    page.click("Color 3 of the palette")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.sweep("pumping station")?;
    page.press("y")?;
    page.wait_confirmed(&["[pumping station|PUMP]"])?;
    // GPE has the color already; the new label has it, too.
    let count = "return document.querySelectorAll('.inspector .labels .lab[data-l=gpe]').length";
    ensure!(page.look(count)?.as_u64() == Some(2), "the label has not the chosen color");
    page.press("Ctrl+Z")?;
    page.press_all(&["Ctrl+Z", "Ctrl+Z", "Ctrl+Z"])?;
    page.sweep("pumping station")?;
    page.press("y")?;
    ensure!(page.confirmed()?.is_empty(), "the label was not taken back");
    Ok(())
}

fn by_keyboard(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("nobody")?;
    page.press("1")?;
    page.wait_confirmed(&["[nobody|PERSON]"])?;
    open_editor(page)?;
    // The filter has the focus; behind it are the new name, its button, and the only line's button.
    page.type_text("person")?;
    page.press_all(&["Tab", "Tab", "Tab", "Enter"])?;
    page.press("Tab")?;
    page.press("Ctrl+A")?;
    page.type_text("ORG")?;
    page.press("Tab")?;
    page.wait_says("There is ORG already")?;
    page.press("Shift+Tab")?;
    page.press("Ctrl+A")?;
    page.type_text("HUMAN")?;
    page.press("Tab")?;
    page.press("Ctrl+A")?;
    page.type_text("j")?;
    page.press("Tab")?;
    page.wait_says("J already means")?;
    page.press_all(&["Escape"])?;
    page.wait_no_dialog()?;
    page.wait_confirmed(&["[nobody|HUMAN]"])?;
    page.check_focus()
}

fn merge(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    for (words, key) in [("pumping station", "3"), ("lake", "4")] {
        page.sweep(words)?;
        page.press(key)?;
        page.wait_saved()?;
    }
    page.wait_confirmed(&["[pumping station|GPE]", "[lake|LOC]"])?;
    open_editor(page)?;
    page.click("Edit LOC")?;
    choose(page, "Merge into…", "GPE")?;
    page.wait_says("Merge LOC into GPE? It touches 1 mark")?;
    page.click("Merge")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.wait_confirmed(&["[pumping station|GPE]", "[lake|GPE]"])?;
    page.focus_article()?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&["[pumping station|GPE]", "[lake|LOC]"])
}

fn split(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    for (words, key) in [("pumping station", "3"), ("lake", "3")] {
        page.sweep(words)?;
        page.press(key)?;
        page.wait_saved()?;
    }
    open_editor(page)?;
    page.click("Edit GPE")?;
    page.click("Split…")?;
    page.fill("Name of the new label", "WATER")?;
    page.press("Enter")?;
    page.wait_no_dialog()?;
    let rows = "return document.querySelectorAll('.batch [aria-setsize]').length";
    wait::until_it("two rows", || page.look(rows), |it| it.as_u64() == Some(2))?;
    let ticked =
        "return document.querySelectorAll('.batch [aria-setsize][aria-selected=true]').length";
    ensure!(page.look(ticked)?.as_u64() == Some(0), "rows are ticked unasked");
    page.look("document.querySelectorAll('.batch [aria-setsize]')[1].click()")?;
    wait::until_it("a tick", || page.look(ticked), |it| it.as_u64() == Some(1))?;
    page.command("Change what is ticked")?;
    page.wait_confirmed(&["[pumping station|GPE]", "[lake|WATER]"])?;
    open_editor(page)?;
    page.click("Edit GPE")?;
    page.click("Delete…")?;
    page.wait_says("Delete GPE? It touches 1 mark")?;
    page.click("Delete")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.wait_confirmed(&["[lake|WATER]"])?;
    page.focus_article()?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&["[pumping station|GPE]", "[lake|WATER]"])
}

fn others(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    open_editor(page)?;
    page.click("Edit LOC")?;
    choose(page, "A kind of", "GPE")?;
    page.fill("Suggestions of", "PLACE")?;
    page.press("Tab")?;
    page.click("Keep it behind")?;
    page.click("Move up")?;
    page.click("Relations")?;
    page.fill("Name of a new one", "owns")?;
    page.press("Enter")?;
    page.click_in("ORG", Some(".schema fieldset"))?;
    page.click("Attributes")?;
    page.fill("Name of a new one", "size")?;
    page.press("Enter")?;
    choose(page, "It takes", "one of these")?;
    page.fill("Choices, one a line", "small")?;
    page.click_in("ORG", Some(".schema fieldset"))?;
    page.click("Article labels")?;
    page.fill("Name of a new one", "sport")?;
    page.press("Enter")?;
    wait_lines(page, "sport")?;
    page.fill("Group", "topic")?;
    page.press("Enter")?;
    page.click("Rules")?;
    page.click("not allowed")?;
    page.click("whole words")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    // What is swept in part is marked as a whole, and nothing over it.
    page.sweep("umping stati")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.sweep("old pumping")?;
    page.press("2")?;
    page.wait_saved()?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.reload()?;
    check_others(page)
}

/// What was defined is there.
fn check_others(page: &Page<'_>) -> Result<()> {
    open_editor(page)?;
    let order = "const all = [...document.querySelectorAll('.schema button')].map(look.name);
        return all.indexOf('Edit ORG') < all.indexOf('Edit LOC') &&
          all.indexOf('Edit LOC') < all.indexOf('Edit GPE')";
    ensure!(page.look(order)? == true, "LOC is not where it was moved to");
    page.click("Edit LOC")?;
    let said = "return [look.control('A kind of').selectedOptions[0].textContent.trim(),
        look.control('Suggestions of').value, look.control('Keep it behind').checked].join()";
    let said = page.look(said)?;
    ensure!(said == "GPE,PLACE,true", "LOC is {said}");
    page.click("Attributes")?;
    page.click("Edit size")?;
    let choices = "return document.querySelector('.schema textarea').value";
    ensure!(page.look(choices)?.as_str() == Some("small"), "the choices were not kept");
    let ticked = "return document.querySelectorAll('.schema fieldset input:checked').length";
    ensure!(page.look(ticked)?.as_u64() == Some(1), "the label of the attribute was not kept");
    page.click("Article labels")?;
    page.click("Edit sport")?;
    let group = page.look("return look.control('Group').value")?;
    ensure!(group.as_str() == Some("topic"), "the group was not kept: {group}");
    page.click("Relations")?;
    page.click("Edit owns")?;
    ensure!(page.look(ticked)?.as_u64() == Some(1), "the ends were not kept");
    Ok(())
}

fn files(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("lake")?;
    page.press("4")?;
    page.wait_saved()?;
    open_editor(page)?;
    page.click("Presets and files")?;
    page.click("CoNLL-2003 (4 labels)")?;
    page.wait_says("New here (2): PER, MISC")?;
    page.click("Replace all that is not in use")?;
    let saved = page.saved_by(|| page.click("Save the labels to a file"))?;
    let text = String::from_utf8_lossy(&saved.bytes).into_owned();
    ensure!(text.contains("\"PER\"") && !text.contains("\"GPE\", \"color"), "saved: {text}");
    let broken = File::new("broken.xml", "<View>\n<Labels>\n</View>\n");
    page.pick_files("Read labels from a file…", &[broken])?;
    page.wait_says("broken.xml, line 3")?;
    let conf =
        "[entities]\nBoat\n\tFerry\n[relations]\nowns Arg1:Boat, Arg2:Ferry\n[drawing]\nx\ty\n";
    page.pick_files("Read labels from a file…", &[File::new("annotation.conf", conf)])?;
    page.wait_says("New here (3): Boat, Ferry, owns")?;
    page.wait_says("line 7: left out: drawing")?;
    page.click("Add what is new")?;
    page.click("Labels")?;
    wait_lines(page, "Ferry")?;
    wait_lines(page, "a kind of Boat")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.wait_confirmed(&["[lake|LOC]"])
}

fn sixty(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    let names: Vec<String> = (1..=60).map(|n| format!("\"KIND-{n:02}\"")).collect();
    open_editor(page)?;
    page.click("Presets and files")?;
    let file = File::new("ner.json", format!("[{}]", names.join(", ")));
    page.pick_files("Read labels from a file…", &[file])?;
    page.wait_says("New here (60)")?;
    page.click("Replace all that is not in use")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.sweep("pumping station")?;
    page.press("l")?;
    page.wait_dialog()?;
    page.type_text("kind-57")?;
    page.press("Enter")?;
    page.wait_confirmed(&["[pumping station|KIND-57]"])
}

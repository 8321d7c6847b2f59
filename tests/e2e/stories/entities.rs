//! The entities view: what is odd comes first, is made the same, and becomes one entity.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
    wait,
};

/// The stories.
pub const STORIES: [Story; 5] = [
    Story::new("entities: a group made the same, by keyboard", EVERYWHERE, by_keyboard),
    Story::new("entities: a group made the same, by mouse", EVERYWHERE, by_mouse),
    Story::new("entities: two groups become one", SERVED, merged),
    Story::new("entities: what is only suggested, by its words", SERVED, suggested),
    Story::new("entities: with nothing marked it says what would be there", SERVED, empty),
];

/// Two articles with the same words, in which no engine finds anything.
fn open(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[
        File::new(
            "a.txt",
            "Under the mill\n\nthey met at the old mill pond. the mill pond was dry.\n",
        ),
        File::new("b.txt", "Over the hill\n\nbehind it lay a mill pond, and a quiet weir.\n"),
    ])?;
    page.wait_articles(2)?;
    page.wait_article("Under the mill")?;
    page.sweep("mill pond")?;
    page.press("4")?;
    page.wait_mark("[mill pond|LOC]")
}

/// Marks words of the second article, and leaves what that offers.
fn label_there(page: &Page<'_>, words: &str, key: &str, mark: &str) -> Result<()> {
    page.press("Alt+ArrowDown")?;
    page.wait_article("Over the hill")?;
    page.sweep(words)?;
    page.press(key)?;
    page.wait_mark(mark)
}

/// The groups: words, labels with counts, words without a mark, articles, link.
fn wait_groups(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    let script = "const parts = (it) => it.matches('.mix') ? [...it.children] : [it];
        const text = (it) =>
          parts(it).map((part) => part.textContent).join(' ').replace(/\\s+/g, ' ').trim();
        return [...document.querySelectorAll('.groups .entity')].map((it) =>
          [...it.querySelectorAll('.group-words, .mix, .n [aria-hidden], .link')].map(text).join('|'))";
    let groups = || {
        let found = page.look(script)?;
        let all = found.as_array().cloned().unwrap_or_default();
        Ok(all.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect::<Vec<_>>())
    };
    wait::until_it(&format!("the groups {expected:?}"), groups, |it| *it == expected).map(drop)
}

/// The places of the open group: ticked or not, and what stands there.
fn wait_places(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    // What the engine has learned meanwhile it may suggest; that is not what is asked here.
    let script = "return [...document.querySelectorAll('.groups [aria-level=\"3\"]')].map((it) => {
          const state = it.querySelector('.state').textContent.trim();
          const tick = it.querySelector('[data-on]') ? '+' : it.querySelector('.box') ? '-' : '=';
          return tick + (state.includes('suggested') ? 'no mark' : state);
        })";
    let places = || {
        let found = page.look(script)?;
        let all = found.as_array().cloned().unwrap_or_default();
        Ok(all.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect::<Vec<_>>())
    };
    wait::until_it(&format!("the places {expected:?}"), places, |it| *it == expected).map(drop)
}

fn show(page: &Page<'_>) -> Result<()> {
    page.press("F8")?;
    wait::until_it("the focus in the view", || page.focus(), |it| it.contains("groups")).map(drop)
}

fn by_keyboard(page: &Page<'_>) -> Result<()> {
    open(page)?;
    show(page)?;
    wait_groups(page, &["mill pond|LOC 1|2|2|none yet"])?;
    page.press("Enter")?;
    wait_places(page, &["+no mark", "+no mark"])?;
    page.press_all(&["ArrowDown", "Space"])?;
    wait_places(page, &["-no mark", "+no mark"])?;
    page.press("Enter")?;
    wait_groups(page, &["mill pond|LOC 2|1|2|none yet"])?;
    page.wait_saved()?;
    page.check_focus()?;
    page.press("Ctrl+Z")?;
    wait_groups(page, &["mill pond|LOC 1|2|2|none yet"])?;
    // To the place, and back to where one was.
    page.press("Enter")?;
    wait_places(page, &["+no mark", "+no mark"])?;
    page.press_all(&["ArrowDown", "ArrowDown", "ArrowRight"])?;
    page.wait_article("Over the hill")?;
    wait_groups(page, &[])?;
    page.focus_article()?;
    show(page)?;
    wait_places(page, &["+no mark", "+no mark"])?;
    // What is typed filters.
    page.press("Escape")?;
    wait_places(page, &[])?;
    page.type_text("zz")?;
    page.wait_says("No group has these words")?;
    page.press("Escape")?;
    wait_groups(page, &["mill pond|LOC 1|2|2|none yet"])?;
    page.press_all(&["Escape", "Escape"])?;
    wait_groups(page, &[])?;
    page.check_focus()
}

fn by_mouse(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.click_in("Only this article", Some(".batch"))?;
    page.wait_confirmed(&["[mill pond|LOC]", "[mill pond|LOC]"])?;
    label_there(page, "mill pond", "2", "[mill pond|ORG]")?;
    page.click_in("Entities", Some(".top"))?;
    page.wait_says("Labeled in more than one way")?;
    wait_groups(page, &["mill pond|LOC 2 ORG 1|0|2|none yet"])?;
    page.click_in("mill pond", Some(".groups"))?;
    wait_places(page, &["+ORG said by you"])?;
    page.click_in("Show all 2", Some(".entities"))?;
    wait_places(page, &["+ORG said by you", "=LOC", "=LOC"])?;
    page.click_in("Make 1 ticked LOC", Some(".entities"))?;
    wait_groups(page, &["mill pond|LOC 3|0|2|none yet"])?;
    page.wait_says("The same everywhere")?;
    page.click_in("Undo", Some(".toast"))?;
    wait_groups(page, &["mill pond|LOC 2 ORG 1|0|2|none yet"])?;
    page.click_in("Close", Some(".entities"))?;
    wait_groups(page, &[])?;
    page.wait_confirmed(&["[mill pond|ORG]"])
}

fn merged(page: &Page<'_>) -> Result<()> {
    open(page)?;
    label_there(page, "weir", "4", "[weir|LOC]")?;
    show(page)?;
    let before = ["mill pond|LOC 1|2|2|none yet", "weir|LOC 1|0|1|none yet"];
    wait_groups(page, &before)?;
    page.press_all(&["Space", "ArrowDown", "Space"])?;
    page.wait_says("2 groups ticked, 2 mentions")?;
    page.fill("Link", "two words")?;
    page.click("Link as one entity")?;
    page.wait_says("“two words” is no link")?;
    page.fill("Link", "q42")?;
    page.press("Enter")?;
    wait_groups(page, &["mill pond|LOC 1|2|2|Q42", "weir|LOC 1|0|1|Q42"])?;
    // Whatever is ticked beside it would be linked to the same.
    let tick = "document.querySelector('.groups .entity .box').click()";
    page.look(tick)?;
    let offered = || page.look("return look.control('Link').value");
    wait::until_it("the link to be offered", offered, |it| *it == "Q42")?;
    page.look(tick)?;
    page.click("Same link")?;
    wait_groups(page, &["mill pond + weir|LOC 2|2|2|Q42"])?;
    page.wait_saved()?;
    page.click_in("Undo", Some(".toast"))?;
    wait_groups(page, &before)
}

fn suggested(page: &Page<'_>) -> Result<()> {
    let text =
        "At the border\n\nColombia met Panama. Then Colombia and Panama spoke of Colombia.\n";
    page.drop_files(&[File::new("a.txt", text)])?;
    page.wait_articles(1)?;
    page.wait_suggestions()?;
    show(page)?;
    page.wait_says("Only suggested so far")?;
    let before = ["Colombia|GPE +3|3|1|none yet", "Panama|GPE +2|2|1|none yet"];
    wait_groups(page, &before)?;
    page.press("Enter")?;
    wait_places(page, &["+no mark", "+no mark", "+no mark"])?;
    page.press("Enter")?;
    wait_groups(page, &["Panama|GPE +2|2|1|none yet", "Colombia|GPE 3|0|1|none yet"])?;
    page.check_focus()?;
    // The next one; what was done is not told over its buttons.
    page.press("Enter")?;
    wait_places(page, &["+no mark", "+no mark"])?;
    let is_clear = "const [toast, foot] = ['.toast', '.entities .foot'].map((it) =>
        document.querySelector(it)?.getBoundingClientRect());
        return !toast || toast.bottom <= foot.top";
    ensure!(page.look(is_clear)? == serde_json::Value::Bool(true), "the toast hides the buttons");
    page.click_in("Reject 2 suggestions", Some(".entities"))?;
    wait_places(page, &["+no mark", "+no mark"])?;
    page.click_in("Reject 2 suggestions", Some(".entities"))?;
    wait_groups(page, &["Colombia|GPE 3|0|1|none yet"])?;
    page.press_all(&["Ctrl+Z", "Ctrl+Z"])?;
    wait_groups(page, &before)
}

fn empty(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[File::new("a.txt", "Under the mill\n\nnothing happened.\n")])?;
    page.wait_articles(1)?;
    page.command("Entities")?;
    page.wait_says("Nothing is marked or suggested yet")?;
    let shown = page.attribute(".app", "data-view")?;
    ensure!(shown.as_deref() == Some("entities"), "the view is not shown");
    page.press("Escape")?;
    page.check_focus()?;
    page.focus_article()
}

//! Nothing leaves, and the text is whole for those who search or copy it.

use anyhow::{Context, Result, ensure};
use e2e::{
    browser::Kind,
    fixture,
    page::{Page, Way},
    server::{Server, dist},
    story::{EVERYWHERE, Story},
    wait,
};
use serde_json::{Value, json};

use crate::exporting::some_work;

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("nothing is asked for after loading", EVERYWHERE, nothing),
    Story::new("the policy stops what would leave", EVERYWHERE, policy),
    Story::new("all of the text is there to be found", EVERYWHERE, found),
    Story::new("what is copied is the text, to the character", EVERYWHERE, copied),
];

fn nothing(page: &Page<'_>) -> Result<()> {
    let before = entries(page)?;
    page.server().take_asked();
    page.browser().log("performance")?;
    some_work(page)?;
    page.drop_files(&[fixture::english()])?;
    page.wait_articles(2)?;
    page.press("Alt+ArrowDown")?;
    page.wait_suggestions()?;
    page.wait_saved()?;
    ensure!(page.status()?.contains("0 requests"), "the status bar says: {}", page.status()?);
    let after = entries(page)?;
    ensure!(before == after, "the page has asked for {after:?}");
    let asked = page.server().take_asked();
    ensure!(asked.is_empty(), "the server was asked for {asked:?}");
    let sent = page.browser().log("performance")?;
    let sent: Vec<_> = sent
        .iter()
        .filter(|it| it.contains("requestWillBeSent") && !it.contains("blob:"))
        .collect();
    ensure!(sent.is_empty(), "the browser has sent {sent:?}");
    Ok(())
}

/// What the page knows to have loaded.
fn entries(page: &Page<'_>) -> Result<Value> {
    page.look("return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !/^(blob|data):/.test(it)).sort()")
}

fn policy(page: &Page<'_>) -> Result<()> {
    let elsewhere = Server::start(&dist()?)?;
    // In the page itself, where the policy rules, and not in a driver's world beside it.
    let script = "
        const heard = [];
        addEventListener('securitypolicyviolation', (it) => heard.push(it.effectiveDirective));
        const asked = await fetch(arguments[0]).then(() => 'came through', () => 'stopped');
        const image = await new Promise((done) => {
          const it = new Image();
          it.onload = () => done('came through');
          it.onerror = () => done('stopped');
          it.src = arguments[0];
        });
        await new Promise((done) => setTimeout(done, 100));
        return { asked, image, heard, beacon: typeof navigator.sendBeacon };";
    let outcome = page.browser().script_async(script, vec![json!(elsewhere.address("blank"))])?;
    ensure!(outcome["asked"] == "stopped" && outcome["image"] == "stopped", "{outcome}");
    let heard = outcome["heard"].as_array().context("violations are a list")?;
    ensure!(heard.iter().any(|it| it == "connect-src"), "the policy was silent: {outcome}");
    let asked = elsewhere.take_asked();
    ensure!(asked.is_empty(), "another server was asked for {asked:?}");
    // What the console has to say of it is what we wanted.
    page.browser().console_errors().map(drop)
}

fn found(page: &Page<'_>) -> Result<()> {
    let filler: String =
        (0..400).map(|n| format!("paragraph {n} is about nothing at all.\n\n")).collect();
    let text = format!("a very long one\n\n{filler}the needle lies here.\n");
    page.drop_files(&[fixture::small("long.txt", &text)])?;
    page.wait_article("a very long one")?;
    let all = page.paragraphs()?;
    let all: Vec<&str> = all.iter().map(|it| it.trim_end()).collect();
    let expected: Vec<&str> = text.split('\n').filter(|it| !it.is_empty()).collect();
    ensure!(all == expected, "the page holds other paragraphs");
    // The browser's own search, as Ctrl+F has it.
    let hit = page.look("return window.find('the needle lies here')")?;
    ensure!(hit == Value::Bool(true), "the browser's search does not find it");
    Ok(())
}

fn copied(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[fixture::english()])?;
    page.wait_article("Night Ferry Returns to the Gulf of Nicoya")?;
    page.wait_suggestions()?;
    page.look("addEventListener('copy', (it) => { document.body.dataset.copied = it.clipboardData.getData('text/plain'); })")?;
    page.sweep("Monday. Tickets cost US$4.50, and 60\u{a0}percent of them")?;
    page.press("Ctrl+C")?;
    let is_exact = |it: &Value| it == "Monday. Tickets cost US$4.50, and 60\u{a0}percent of them";
    wait::until_it(
        "the exact words",
        || page.look("return document.body.dataset.copied ?? null"),
        is_exact,
    )?;
    if page.browser().kind() == Kind::Chromium && page.way() == Way::Http {
        page.sweep("cafe\u{301} has stood")?;
        page.press("Ctrl+C")?;
        let is_exact = |it: &Value| it == "cafe\u{301} has stood";
        wait::until_it(
            "the exact words",
            || page.look("return document.body.dataset.copied"),
            is_exact,
        )?;
    }
    Ok(())
}

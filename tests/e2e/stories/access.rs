//! Nothing that a checker of accessibility finds, in each state, theme and language.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use e2e::{
    page::Page,
    story::{CHROMIUM, Story},
    wait,
};
use serde_json::{Value, json};

use crate::labeling::open_known;

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("accessible, light, English", CHROMIUM, |it| states(it, false, false)),
    Story::new("accessible, dark, English", CHROMIUM, |it| states(it, true, false)),
    Story::new("accessible, light, Spanish", CHROMIUM, |it| states(it, false, true)),
    Story::new("accessible, dark, Spanish", CHROMIUM, |it| states(it, true, true)),
];

fn states(page: &Page<'_>, dark: bool, spanish: bool) -> Result<()> {
    let axe = checker()?;
    let mut found = Vec::new();
    let mut check = |state: &str| -> Result<()> {
        found.extend(violations(page, &axe)?.into_iter().map(|it| format!("{state}: {it}")));
        Ok(())
    };
    dress(page, dark, spanish)?;
    check("empty")?;
    open_known(page)?;
    check("loaded")?;
    page.focus_article()?;
    page.press("J")?;
    check("suggestion selected")?;
    page.press_all(&["Enter", "K"])?;
    check("mark selected")?;
    for (dialog, keys) in [("commands", "Ctrl+K"), ("keys", "?"), ("labels", "L")] {
        page.focus_article()?;
        page.press(keys)?;
        page.wait_dialog()?;
        check(dialog)?;
        page.press("Escape")?;
        page.wait_no_dialog()?;
    }
    for dialog in ["add text", "export"] {
        open_dialog(page, dialog, spanish)?;
        check(dialog)?;
        page.press("Escape")?;
        page.wait_no_dialog()?;
    }
    page.drop_files(&[e2e::fixture::File::new("bad.txt", b"\xFF\xFE\xF3".to_vec())])?;
    page.wait_dialog()?;
    check("refused file")?;
    ensure!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
    Ok(())
}

fn dress(page: &Page<'_>, dark: bool, spanish: bool) -> Result<()> {
    let wanted = if dark { "dark" } else { "light" };
    let theme = || page.attribute("html", "data-theme");
    for _ in 0..3 {
        if theme()?.as_deref() != Some(wanted) {
            page.click("Theme")?;
        }
    }
    ensure!(theme()?.as_deref() == Some(wanted), "no press leads to the theme {wanted}");
    if spanish {
        page.click("Language")?;
        wait::until_it(
            "Spanish",
            || page.attribute("html", "lang"),
            |it| it.as_deref() == Some("es"),
        )?;
    }
    Ok(())
}

/// Opens a dialog that has no key of its own, through the palette.
fn open_dialog(page: &Page<'_>, name: &str, spanish: bool) -> Result<()> {
    page.command(match (name, spanish) {
        ("add text", false) => "Paste text",
        ("add text", true) => "Pegar texto",
        (_, false) => "Export",
        (_, true) => "Exportar",
    })?;
    page.wait_dialog().map(drop)
}

/// What the checker finds: the rule, and where it is broken.
fn violations(page: &Page<'_>, axe: &str) -> Result<Vec<String>> {
    page.browser().script(&format!("if (!globalThis.axe) {{ {axe} }}"), vec![])?;
    let options = json!({
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        "rules": {"target-size": {"enabled": true}},
        "resultTypes": ["violations"],
    });
    let report = page
        .browser()
        .script_async("return await axe.run(document, arguments[0])", vec![options])?;
    let all = report["violations"].as_array().context("the checker reports a list")?;
    let places = |it: &Value| {
        let nodes = it["nodes"].as_array().into_iter().flatten();
        let nodes = nodes.map(|it| {
            format!(
                "{} {}",
                it["target"],
                it["failureSummary"].as_str().unwrap_or_default().replace('\n', " ")
            )
        });
        nodes.take(4).collect::<Vec<_>>().join("\n    ")
    };
    Ok(all
        .iter()
        .map(|it| format!("{}: {}", it["id"].as_str().unwrap_or_default(), places(it)))
        .collect())
}

/// The checker's source, from npm, in the version that the lock file has.
fn checker() -> Result<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("npm");
    let source = home.join("node_modules/axe-core/axe.min.js");
    if !source.exists() {
        fs::create_dir_all(&home)?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(here.join(name), home.join(name))?;
        }
        let npm = Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&home)
            .output();
        let npm = npm.context("npm is missing, and the checker of accessibility comes by it")?;
        ensure!(npm.status.success(), "npm: {}", String::from_utf8_lossy(&npm.stderr));
    }
    Ok(fs::read_to_string(source)?)
}

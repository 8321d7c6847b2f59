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
pub const STORIES: [Story; 6] = [
    Story::new("accessible, light, English", CHROMIUM, |it| screens(it, false, false, WIDE)),
    Story::new("accessible, dark, English", CHROMIUM, |it| screens(it, true, false, WIDE)),
    Story::new("accessible, light, Spanish", CHROMIUM, |it| screens(it, false, true, WIDE)),
    Story::new("accessible, dark, Spanish", CHROMIUM, |it| screens(it, true, true, WIDE)),
    Story::new("accessible, narrow, light, English", CHROMIUM, |it| {
        screens(it, false, false, NARROW)
    }),
    Story::new("accessible, narrow, dark, Spanish", CHROMIUM, |it| screens(it, true, true, NARROW)),
];

/// The size of a window on a desk, and of a phone's.
const WIDE: (u32, u32) = (1280, 800);
const NARROW: (u32, u32) = (390, 844);

/// A state of the page, and how a person comes to it from the one before in the table.
struct Screen {
    name: &'static str,
    way: Way,
}

/// How to come to a screen.
enum Way {
    /// By keys in the article.
    Keys(&'static [&'static str]),
    /// By keys in the article that open a dialog; Escape closes it after the check.
    Dialog(&'static str),
    /// By the palette's command of this name, in English and in Spanish, that opens a dialog.
    Command(&'static str, &'static str),
    /// By a command that takes a panel away, or brings it as a drawer; again, it is as it was.
    Panel(&'static str, &'static str),
    /// By doing something that opens a dialog.
    Do(fn(&Page<'_>) -> Result<()>),
    /// By doing something that opens the dock under the article; Escape closes it after the check.
    Dock(fn(&Page<'_>) -> Result<()>),
}

/// Every screen with an article open. A new dialog joins with a row.
const SCREENS: &[Screen] = &[
    Screen { name: "loaded", way: Way::Keys(&[]) },
    Screen { name: "suggestion selected", way: Way::Keys(&["J"]) },
    Screen { name: "mark selected", way: Way::Keys(&["Enter", "K"]) },
    Screen {
        name: "inspector put away, or a drawer",
        way: Way::Panel("Show or hide the inspector", "Mostrar u ocultar el panel de marcas"),
    },
    Screen {
        name: "list put away, or a drawer",
        way: Way::Panel("Show or hide the list", "Mostrar u ocultar la lista"),
    },
    Screen { name: "search", way: Way::Dock(|it| search(it, "")) },
    Screen { name: "hits", way: Way::Dock(|it| search(it, "a")) },
    Screen { name: "nothing found", way: Way::Dock(|it| search(it, "xylophonist")) },
    Screen { name: "history", way: Way::Panel("History", "Historial") },
    Screen { name: "commands", way: Way::Dialog("Ctrl+K") },
    Screen { name: "keys", way: Way::Dialog("?") },
    Screen { name: "labels", way: Way::Dialog("L") },
    Screen { name: "add text", way: Way::Command("Paste text", "Pegar texto") },
    Screen { name: "export", way: Way::Command("Export", "Exportar") },
    Screen { name: "name lists", way: Way::Command("Add a name list", "Añadir una lista") },
    Screen {
        name: "words by typing",
        way: Way::Command("Mark words by typing them", "Marcar palabras escribiéndolas"),
    },
    Screen { name: "settings", way: Way::Command("Settings", "Ajustes") },
    Screen { name: "guidelines", way: Way::Command("Guidelines", "Guía de etiquetado") },
    Screen { name: "statistics", way: Way::Command("Statistics", "Estadísticas") },
    Screen { name: "projects", way: Way::Command("Projects…", "Proyectos…") },
    Screen { name: "new project", way: Way::Command("New project", "Proyecto nuevo") },
    Screen {
        name: "project's name",
        way: Way::Command("Rename the project", "Cambiar el nombre del proyecto"),
    },
    Screen {
        name: "review one by one",
        way: Way::Panel("Review one by one", "Revisar de una en una"),
    },
    Screen { name: "what is sure, looked through", way: Way::Keys(&["Shift+S"]) },
    Screen { name: "refused file", way: Way::Do(drop_bad_file) },
];

/// Looks for words, in the field that has the focus then.
fn search(page: &Page<'_>, words: &str) -> Result<()> {
    page.focus_article()?;
    page.press("Ctrl+Shift+F")?;
    wait::until_it("the focus in the search", || page.focus(), |it| it.contains("input"))?;
    page.press_all(&["Ctrl+A", "Delete"])?;
    page.type_text(words)
}

fn drop_bad_file(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[e2e::fixture::File::new("bad.txt", b"PNG\0\0\0\rIHDR\0\0".to_vec())])
}

fn screens(page: &Page<'_>, dark: bool, spanish: bool, size: (u32, u32)) -> Result<()> {
    let axe = checker()?;
    let mut found = Vec::new();
    let mut check = |screen: &str| -> Result<()> {
        found.extend(violations(page, &axe)?.into_iter().map(|it| format!("{screen}: {it}")));
        Ok(())
    };
    dress(page, dark, spanish)?;
    page.browser().resize(size.0, size.1)?;
    check("empty")?;
    open_known(page)?;
    for screen in SCREENS {
        let is_dialog = reach(page, &screen.way, spanish)
            .with_context(|| format!("coming to the screen {:?}", screen.name))?;
        check(screen.name)?;
        if is_dialog || matches!(screen.way, Way::Dock(_)) {
            page.press("Escape")?;
            page.wait_no_dialog()?;
        }
        if let Way::Panel(english, other) = screen.way {
            page.command(if spanish { other } else { english })?;
        }
    }
    ensure!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
    Ok(())
}

/// Comes to a screen. Whether it is a dialog.
fn reach(page: &Page<'_>, way: &Way, spanish: bool) -> Result<bool> {
    match way {
        Way::Keys(keys) => {
            page.focus_article()?;
            page.press_all(keys)?;
            return Ok(false);
        }
        Way::Dialog(keys) => {
            page.focus_article()?;
            page.press(keys)?;
        }
        Way::Command(english, other) => page.command(if spanish { other } else { english })?,
        Way::Panel(english, other) => {
            page.command(if spanish { other } else { english })?;
            page.wait_no_dialog()?;
            return Ok(false);
        }
        Way::Do(work) => work(page)?,
        Way::Dock(work) => {
            work(page)?;
            return Ok(false);
        }
    }
    page.wait_dialog().map(|_| true)
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

//! The pictures of the user guide, and the icon as PNG: taken from the page itself.
//!
//! `cargo xtask pictures`, after a build. Writes `docs/pictures/` in English and Spanish, and
//! `web/icon-*.png` from `web/icon.svg`. Chromium only; fonts are those of the machine.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use e2e::browser::{Browser, Kind};
use e2e::page::{Page, Way};
use e2e::picture::reduced;
use e2e::server::{Server, dist};
use e2e::{driver, wait};
use serde_json::json;

/// What a picture may weigh, in bytes.
const MOST: usize = 60_000;

/// How many colors are tried, from the best to what fits.
const COLORS: [usize; 4] = [160, 96, 48, 24];

/// The commands that are given, by their names in a language.
struct Words {
    language: &'static str,
    samples: &'static str,
    palette: &'static str,
    search: &'static str,
    export: &'static str,
    statistics: &'static str,
}

const LANGUAGES: [Words; 2] = [
    Words {
        language: "en",
        samples: "Open the samples",
        palette: "article",
        search: "border",
        export: "Export",
        statistics: "Statistics",
    },
    Words {
        language: "es",
        samples: "Abrir los artículos de muestra",
        palette: "artículo",
        search: "frontera",
        export: "Exportar",
        statistics: "Estadísticas",
    },
];

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::temp_dir().join(format!("apostil-pictures-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let outcome = all(&root, &folder);
    driver::end_all();
    fs::remove_dir_all(&folder)?;
    outcome
}

fn all(root: &Path, folder: &Path) -> Result<()> {
    let dist = dist()?;
    let server = Server::start(&dist)?;
    let pictures = root.join("docs/pictures");
    fs::create_dir_all(&pictures)?;
    for words in &LANGUAGES {
        let browser = Browser::start(Kind::Chromium, folder, None)?;
        browser.resize(1120, 700)?;
        let page = Page::new(&browser, &server, Way::Http, &dist, folder)?;
        let taker = Taker { page: &page, folder, pictures: pictures.clone(), words };
        taker.walk()?;
    }
    let browser = Browser::start(Kind::Chromium, folder, None)?;
    icons(&browser, root, folder)
}

struct Taker<'a> {
    page: &'a Page<'a>,
    folder: &'a Path,
    pictures: PathBuf,
    words: &'a Words,
}

impl Taker<'_> {
    /// Goes through the page's states, in the order of the guide.
    fn walk(&self) -> Result<()> {
        let (page, words) = (self.page, self.words);
        page.open()?;
        if words.language == "es" {
            page.click("Language")?;
        }
        self.take("empty")?;
        page.command(words.samples)?;
        page.wait_articles(4)?;
        if page.dialog()?.is_some() {
            page.press("Escape")?;
        }
        self.take("work")?;
        page.press_all(&["Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowDown"])?;
        page.wait_suggestions()?;
        page.focus_article()?;
        for _ in 0..3 {
            page.press_all(&["J", "Enter", "Enter", "X"])?;
        }
        page.press("J")?;
        page.wait_saved()?;
        self.take("suggestion")?;
        self.take_views()?;
        page.press("Ctrl+K")?;
        page.wait_dialog()?;
        page.type_text(words.palette)?;
        self.take("palette")?;
        page.press("Escape")?;
        page.wait_no_dialog()?;
        for (name, command) in [("export", words.export), ("statistics", words.statistics)] {
            page.command(command)?;
            page.wait_dialog()?;
            self.take(name)?;
            page.press("Escape")?;
            page.wait_no_dialog()?;
        }
        Ok(())
    }

    /// Review, search, entities and history, each left for the article again.
    fn take_views(&self) -> Result<()> {
        let page = self.page;
        page.press("F4")?;
        self.take("review")?;
        page.press("F4")?;
        page.press("Ctrl+Shift+F")?;
        page.type_text(self.words.search)?;
        self.wait_for(".kwic li")?;
        self.take("search")?;
        page.press_all(&["Escape", "Escape"])?;
        page.press("F8")?;
        self.take("entities")?;
        page.press("F8")?;
        page.press("F9")?;
        self.wait_for(".ask-name input")?;
        page.look("document.querySelector('.ask-name input').focus()")?;
        page.type_text("Ana Ruiz\n")?;
        self.take("history")?;
        page.press("F9")?;
        page.focus_article()
    }

    fn wait_for(&self, selector: &str) -> Result<()> {
        let script = "return document.querySelector(arguments[0]) ? true : null";
        let ask = || Ok(self.page.look_with(script, vec![json!(selector)])?.as_bool());
        wait::until(selector, ask).map(drop)
    }

    /// Takes one picture, as small as it must be.
    fn take(&self, name: &str) -> Result<()> {
        // What moves has come to rest by then.
        std::thread::sleep(std::time::Duration::from_millis(600));
        let raw = self.folder.join("raw.png");
        self.page.browser().screenshot(&raw)?;
        let raw = fs::read(&raw)?;
        let path = self.pictures.join(format!("{name}.{}.png", self.words.language));
        for n_colors in COLORS {
            let small = reduced(&raw, n_colors)?;
            if small.len() <= MOST {
                println!("{} {} bytes, {n_colors} colors", path.display(), small.len());
                return Ok(fs::write(path, small)?);
            }
        }
        ensure!(false, "{name} does not become small enough");
        Ok(())
    }
}

/// Paints the icon in the sizes that installed pages ask for.
fn icons(browser: &Browser, root: &Path, folder: &Path) -> Result<()> {
    let drawing = fs::read_to_string(root.join("web/icon.svg")).context("web/icon.svg")?;
    fs::write(folder.join("icon.svg"), drawing)?;
    for size in [192_u32, 512] {
        let html = format!(
            "<!doctype html><title>icon</title><link rel=icon href=data:,>\
             <style>html,body{{margin:0;overflow:hidden}}img{{display:block}}</style>\
             <img src=icon.svg width={size} height={size}>"
        );
        let file = folder.join("icon.html");
        fs::write(&file, html)?;
        browser.go(&format!("file://{}", file.display()))?;
        let is_there =
            "const it = document.images[0]; return it.complete && it.width === arguments[0]";
        wait::until_it(
            "the icon",
            || browser.script(is_there, vec![json!(size)]),
            |it| *it == json!(true),
        )?;
        let raw = folder.join("raw.png");
        browser.screenshot_of(&browser.find("img")?, &raw)?;
        fs::write(root.join(format!("web/icon-{size}.png")), reduced(&fs::read(&raw)?, 64)?)?;
    }
    Ok(())
}

//! What can be read off the page.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{page::Page, wait};

impl Page<'_> {
    /// The marks in order, `[words|LABEL]` confirmed and `{words|LABEL}` suggested.
    pub fn marks(&self) -> Result<Vec<String>> {
        strings(&self.look("return look.notation()")?)
    }

    /// Only what a person said: the confirmed marks.
    pub fn confirmed(&self) -> Result<Vec<String>> {
        Ok(self.marks()?.into_iter().filter(|it| it.starts_with('[')).collect())
    }

    /// Only what is suggested.
    pub fn suggested(&self) -> Result<Vec<String>> {
        Ok(self.marks()?.into_iter().filter(|it| it.starts_with('{')).collect())
    }

    /// Waits until the confirmed marks are these, in this order.
    pub fn wait_confirmed(&self, expected: &[&str]) -> Result<()> {
        let what = format!("the marks to be {expected:?}");
        wait::until_it(&what, || self.confirmed(), |it| it == expected).map(drop)
    }

    /// Waits until a mark is there.
    pub fn wait_mark(&self, notation: &str) -> Result<()> {
        let what = format!("the mark {notation}");
        wait::until_it(&what, || self.marks(), |it| it.iter().any(|it| it == notation)).map(drop)
    }

    /// Waits until a mark is gone.
    pub fn wait_no_mark(&self, notation: &str) -> Result<()> {
        let what = format!("{notation} to be gone");
        wait::until_it(&what, || self.marks(), |it| it.iter().all(|it| it != notation)).map(drop)
    }

    /// Waits until the engine has looked at the whole article: until what is suggested stays.
    pub fn wait_suggestions(&self) -> Result<Vec<String>> {
        let mut last = Vec::new();
        let mut same = 0;
        wait::until("suggestions that stay", || {
            let now = self.suggested()?;
            same = if !now.is_empty() && now == last { same + 1 } else { 0 };
            last = now;
            Ok((same >= 10).then_some(()))
        })?;
        Ok(last)
    }

    /// The article's text as the page holds it, paragraph by paragraph.
    pub fn paragraphs(&self) -> Result<Vec<String>> {
        strings(&self.look("return look.paragraphs().map((it) => it.textContent)")?)
    }

    /// Waits until an article is open whose first paragraph is this.
    pub fn wait_article(&self, title: &str) -> Result<()> {
        let what = format!("the article {title}");
        wait::until_it(&what, || self.paragraphs(), |it| it.first().is_some_and(|it| it == title))
            .map(drop)
    }

    /// The names of the articles in the list.
    pub fn articles(&self) -> Result<Vec<String>> {
        strings(&self.look(
            "return [...document.querySelectorAll('.list [role=option] .name')]
               .map((it) => it.textContent.trim())",
        )?)
    }

    /// Waits until the list has so many articles.
    pub fn wait_articles(&self, n: usize) -> Result<Vec<String>> {
        wait::until_it(&format!("{n} articles"), || self.articles(), |it| it.len() == n)
    }

    /// What the status bar says.
    pub fn status(&self) -> Result<String> {
        string(&self.look("return look.text('[data-region=status], footer.status')")?)
    }

    /// Waits until everything is saved: until the status bar says so and the dot before the window's
    /// title, which is there while anything is on its way, is gone.
    pub fn wait_saved(&self) -> Result<()> {
        let is_saved = |it: &String| it.contains("Saved") || it.contains("Guardado");
        wait::until_it("Saved", || self.status(), is_saved)?;
        // The page tells of a step in the frame after the one that shows it.
        let title = || {
            string(&self.look(
                "const later = document.hidden ? setTimeout : requestAnimationFrame;
                 return new Promise((done) => later(() => setTimeout(() => done(document.title))));",
            )?)
        };
        wait::until_it("a title without a dot", title, |it| !it.starts_with('●')).map(drop)
    }

    /// All the words that can be seen, for looking whether the page says something.
    pub fn says(&self) -> Result<String> {
        string(&self.look("return document.body.innerText.replace(/\\s+/g, ' ')")?)
    }

    /// Waits until the page says something.
    pub fn wait_says(&self, words: &str) -> Result<()> {
        let what = format!("the page to say {words:?}");
        wait::until_it(&what, || self.says(), |it| it.contains(words)).map(drop)
    }

    /// The heading of the dialog that is open; nothing when none is.
    pub fn dialog(&self) -> Result<Option<String>> {
        let title = self.look(
            "const it = [...document.querySelectorAll('dialog[open]')].at(-1);
             return it ? look.name(it) || it.querySelector('h1, h2')?.textContent || '?' : null",
        )?;
        Ok(title.as_str().map(str::to_owned))
    }

    /// Waits until a dialog is open.
    pub fn wait_dialog(&self) -> Result<String> {
        wait::until("a dialog", || self.dialog())
    }

    /// Waits until no dialog is open.
    pub fn wait_no_dialog(&self) -> Result<()> {
        wait::until_it("no dialog", || self.dialog(), Option::is_none).map(drop)
    }

    /// What has the keyboard focus, for people; `body` when it is lost.
    pub fn focus(&self) -> Result<String> {
        string(&self.look("return look.focus()")?)
    }

    /// Fails if the keyboard focus is lost. Allows for a frame, in which the page may mend it.
    pub fn check_focus(&self) -> Result<()> {
        let within = std::time::Duration::from_millis(500);
        let kept = wait::until_within(within, "the focus to be somewhere", || {
            Ok((self.focus()? != "body").then_some(()))
        });
        ensure!(kept.is_ok(), "the keyboard focus is on the body");
        Ok(())
    }

    /// The words of the selection: those of the page's own caret, as its status bar has them.
    pub fn place(&self) -> Result<String> {
        string(&self.look("return look.text('.status .end .mono')")?)
    }

    /// The value of a property that a script finds, as a string.
    pub fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>> {
        let script =
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null";
        let value = self.look_with(script, vec![json!(selector), json!(name)])?;
        Ok(value.as_str().map(str::to_owned))
    }
}

/// A list of strings that a script returned.
pub(super) fn strings(value: &Value) -> Result<Vec<String>> {
    let all = value.as_array().context("the script returned no list")?;
    all.iter().map(string).collect()
}

/// A string that a script returned.
pub(super) fn string(value: &Value) -> Result<String> {
    Ok(value.as_str().with_context(|| format!("{value} is no string"))?.to_owned())
}

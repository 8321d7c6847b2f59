//! The rescue page inside the single file.
//!
//! `rescue.html` writes out what the browser holds, without WASM. Served, it is a page of its own.
//! In the single file it has to be part of the same document, because a browser may give another
//! file, or a page made from a Blob, no access to the same storage. So its body lies in a
//! `<template id="rescue">`, and `web/boot.js` shows that in the place of the page when the address
//! ends in `#rescue`. Its scripts run when they are put into the document, allowed by their hashes.
//!
//! Limits: it is written like `index.html`, with scripts in files of their own. Its head is left
//! out: its styles are to be in `style/`, which the page has anyway.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};

use crate::{
    assets::Assets,
    template::{Fate, Tag, rewrite, tags},
};

/// The name under which `index.html` asks to copy it.
pub const NAME: &str = "rescue.html";

/// The scripts of the rescue page that `index.html` does not load already, by name.
pub fn scripts(assets: &Assets) -> Result<Vec<String>> {
    let Some(body) = body(assets)? else { return Ok(Vec::new()) };
    let page = tags(&assets.index)?;
    let loaded: BTreeSet<&str> = page.iter().filter_map(script_name).collect();
    let wanted = tags(body)?;
    let wanted = wanted.iter().filter_map(script_name).filter(|it| !loaded.contains(it));
    Ok(wanted.map(str::to_string).collect())
}

/// The template element, or nothing if there is no rescue page.
pub fn template(assets: &Assets) -> Result<Option<String>> {
    let Some(body) = body(assets)? else { return Ok(None) };
    let inside = scripts(assets)?;
    let text = rewrite(body, |tag| match script_name(tag) {
        Some(name) if inside.iter().any(|it| it == name) => {
            Ok(Fate::Put(format!("<script>{}</script>", assets.inline_script(name)?)))
        }
        Some(_) => Ok(Fate::Drop),
        None => Ok(Fate::Keep),
    })?;
    ensure!(!text.contains("</template"), "the rescue page contains </template");
    Ok(Some(format!("<template id=\"rescue\">{text}</template>")))
}

fn body(assets: &Assets) -> Result<Option<&str>> {
    let Some(bytes) = assets.copied.get(NAME) else { return Ok(None) };
    let page = std::str::from_utf8(bytes).context("rescue.html is not UTF-8")?;
    let inside = page.split_once("<body").and_then(|(_, rest)| rest.split_once('>'));
    let inside = inside.and_then(|(_, rest)| rest.split_once("</body>"));
    Ok(Some(inside.context("rescue.html has no body")?.0))
}

fn script_name<'a>(tag: &Tag<'a>) -> Option<&'a str> {
    if tag.name == "script" { tag.get("src") } else { None }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{NAME, scripts, template};
    use crate::{assets::Assets, wasm::Module};

    fn assets(rescue: &str) -> Assets {
        let files = [(NAME, rescue), ("journal.js", "1;"), ("rescue.js", "2;")];
        let copied = files.map(|(name, text)| (name.to_string(), text.as_bytes().to_vec()));
        Assets {
            index: "<script src=\"journal.js\"></script>".into(),
            style: String::new(),
            copied: BTreeMap::from(copied),
            module: Module { glue: String::new(), wasm: Vec::new() },
        }
    }

    #[test]
    fn the_body_becomes_a_template_with_the_scripts_that_are_not_there_yet() {
        let page = assets(
            "<head><title>x</title></head><body class=\"r\">\n<p>a</p>\n\
             <script src=\"journal.js\"></script>\n<script src=\"rescue.js\"></script>\n</body>",
        );
        assert_eq!(scripts(&page).unwrap(), ["rescue.js"]);
        let expected = "<template id=\"rescue\">\n<p>a</p>\n<script>2;</script>\n</template>";
        assert_eq!(template(&page).unwrap().as_deref(), Some(expected));
    }

    #[test]
    fn without_a_rescue_page_there_is_no_template() {
        let mut page = assets("");
        page.copied.remove(NAME);
        assert_eq!(template(&page).unwrap(), None);
        assert!(scripts(&page).unwrap().is_empty());
    }

    #[test]
    fn a_rescue_page_that_cannot_be_embedded_is_refused() {
        for bad in
            ["<p>no body", "<body></template></body>", "<body><script src=\"x.js\"></script>"]
        {
            assert!(template(&assets(bad)).is_err(), "{bad} was taken");
        }
    }
}

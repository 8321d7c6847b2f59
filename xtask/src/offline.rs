//! What the service worker keeps: every file of one build, by the name under which the page asks
//! for it, with its hash.
//!
//! `web/sw.js` has two lines for it, which are empty in the repository.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::csp::short_hash;

/// The service worker's file. It must lie where the page lies, and its name must stay.
pub const NAME: &str = "sw.js";

const VERSION: &str = "const VERSION = '';";
const FILES: &str = "const FILES = {};";

/// The service worker of a build whose page is `index`; `None` if there is none.
pub fn worker(index: &str, files: &[(&str, &[u8])]) -> Result<Option<String>> {
    let Some((_, template)) = files.iter().find(|it| it.0 == NAME) else { return Ok(None) };
    let template = std::str::from_utf8(template).context("sw.js is not UTF-8")?;
    ensure!(template.contains(VERSION) && template.contains(FILES), "sw.js lacks its two lines");
    let pages = pages(index, files);
    let mut lines = Vec::new();
    for (name, bytes) in files.iter().filter(|it| it.0 != NAME) {
        let hash = format!("{:064x}", Sha256::digest(bytes));
        lines.extend(asked(&pages, name).iter().map(|it| format!("  '{it}': '{hash}',\n")));
    }
    let files = format!("const FILES = {{\n{}}};", lines.concat());
    let version = format!("const VERSION = '{}';", short_hash(&[files.as_bytes()]));
    Ok(Some(template.replace(VERSION, &version).replace(FILES, &files)))
}

/// Whether the file called `name` is of this kind.
fn is_a(name: &str, kind: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == kind)
}

/// All that names other files: the page, the pages beside it, the manifest.
fn pages(index: &str, files: &[(&str, &[u8])]) -> String {
    let names = |it: &&(&str, &[u8])| is_a(it.0, "html") || is_a(it.0, "webmanifest");
    let others = files.iter().filter(names).filter(|it| it.0 != "index.html");
    let texts = others.map(|it| String::from_utf8_lossy(it.1).into_owned());
    std::iter::once(index.to_owned()).chain(texts).collect()
}

/// The names under which the pages ask for a file, with a version and without.
fn asked(pages: &str, name: &str) -> Vec<String> {
    if name == "index.html" {
        return vec!["./".to_owned()];
    }
    let versioned = pages.find(&format!("\"{name}?v=")).map(|at| {
        let rest = &pages[at + 1..];
        rest[..rest.find('"').unwrap_or(rest.len())].to_owned()
    });
    let is_page = is_a(name, "html");
    let plain = (is_page || pages.contains(&format!("\"{name}\""))).then(|| name.to_owned());
    plain.into_iter().chain(versioned).collect()
}

#[cfg(test)]
mod tests {
    use super::{NAME, worker};

    const TEMPLATE: &[u8] = b"const VERSION = '';\nconst FILES = {};\n";

    #[test]
    fn every_file_is_named_as_the_page_asks_for_it() {
        let index = "<script src=\"boot.js?v=12\"></script>";
        let files: [(&str, &[u8]); 5] = [
            ("index.html", b"i"),
            ("boot.js", b"b"),
            ("rescue.html", b"<script src=\"store.js\"></script>"),
            ("store.js", b"s"),
            (NAME, TEMPLATE),
        ];
        let made = worker(index, &files).unwrap().unwrap();
        for name in ["'./'", "'boot.js?v=12'", "'store.js'", "'rescue.html'"] {
            assert!(made.contains(name), "{name}: {made}");
        }
        for name in ["'sw.js'", "'boot.js'", "VERSION = ''"] {
            assert!(!made.contains(name), "{name}: {made}");
        }
        // The hash of the one letter, as `sha256sum` has it.
        let hash = "043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52beaf89";
        assert!(made.contains(hash), "{made}");
    }

    #[test]
    fn another_file_makes_another_version() {
        let made = |bytes: &'static [u8]| {
            let files: [(&str, &[u8]); 2] = [("a.js", bytes), (NAME, TEMPLATE)];
            worker("<script src=\"a.js\"></script>", &files).unwrap().unwrap()
        };
        let version = |it: &str| it.lines().next().unwrap().to_owned();
        assert_ne!(version(&made(b"1")), version(&made(b"2")));
    }
}

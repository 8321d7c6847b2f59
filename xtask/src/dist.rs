//! The served form of the page: `dist/`, for any static host.
//!
//! File names are stable; a `?v=` that changes with the content keeps a cache from mixing builds. The
//! service worker gets the names and hashes of all files of the build: see [`offline`](crate::offline).

use std::{fmt::Write, fs, path::Path};

use anyhow::{Context, Result};

use crate::{
    assets::Assets,
    csp::short_hash,
    offline,
    repo::{Repo, write_changed},
    size,
    template::{Fate, Tag, rewrite},
    wasm::Profile,
};

/// The single file lies in `dist/` too and is not touched here.
pub const SINGLE: &str = "apostil.html";

/// Builds `dist/` and prints what its files weigh.
pub fn build(repo: &Repo, profile: Profile) -> Result<()> {
    write(&repo.dist, &Assets::collect(repo, profile)?)
}

/// Writes the parts of the page into a folder and removes what earlier builds left there.
pub fn write(dist: &Path, assets: &Assets) -> Result<()> {
    let index = index(assets)?;
    let mut files: Vec<(&str, &[u8])> = vec![
        ("index.html", index.as_bytes()),
        ("app.js", assets.module.glue.as_bytes()),
        ("app.wasm", &assets.module.wasm),
        ("style.css", assets.style.as_bytes()),
    ];
    files.extend(assets.copied.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    let worker = offline::worker(&index, &files)?;
    for file in &mut files {
        if let (offline::NAME, Some(text)) = (file.0, &worker) {
            file.1 = text.as_bytes();
        }
    }
    fs::create_dir_all(dist)?;
    remove_others(dist, &files)?;
    for (name, bytes) in &files {
        write_changed(&dist.join(name), bytes)?;
        size::report(name, bytes);
    }
    Ok(())
}

/// `index.html` with the places of the built files in it.
fn index(assets: &Assets) -> Result<String> {
    let mut styled = false;
    rewrite(&assets.index, |tag| {
        Ok(match (tag.name, tag.asks_for()) {
            (_, Some("css")) if styled => Fate::Drop,
            (_, Some("css")) => {
                styled = true;
                let version = short_hash(&[assets.style.as_bytes()]);
                Fate::Put(format!("<link rel=\"stylesheet\" href=\"style.css?v={version}\">"))
            }
            (_, Some("rust")) => Fate::Put(glue_tag(assets)?),
            (_, Some(_)) => Fate::Drop,
            ("script", None) => Fate::Put(script_tag(assets, tag)?),
            _ => Fate::Keep,
        })
    })
}

fn glue_tag(assets: &Assets) -> Result<String> {
    // One version for both: glue of one build does not fit the module of another.
    let version = short_hash(&[assets.module.glue.as_bytes(), &assets.module.wasm]);
    let mut data = String::new();
    for part in assets.data()? {
        let version = short_hash(&[part.bytes]);
        write!(data, " data-{}=\"{}?v={version}\"", part.name, part.file)?;
    }
    Ok(format!(
        "<script id=\"glue\" src=\"app.js?v={version}\" data-wasm=\"app.wasm?v={version}\"{data}></script>"
    ))
}

fn script_tag(assets: &Assets, tag: &Tag) -> Result<String> {
    let name = tag.get("src").context("a script in index.html has no src")?;
    let version = short_hash(&[assets.script(name)?.as_bytes()]);
    Ok(format!("<script src=\"{name}?v={version}\"></script>"))
}

fn remove_others(dist: &Path, files: &[(&str, &[u8])]) -> Result<()> {
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let name = entry.file_name();
        let known = name == SINGLE || files.iter().any(|it| name == it.0);
        if !known && entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::index;
    use crate::{assets::Assets, wasm::Module};

    fn page(html: &str) -> Assets {
        Assets {
            index: html.into(),
            style: "p{}".into(),
            copied: BTreeMap::from([
                ("boot.js".into(), b"1".to_vec()),
                ("lists.bin".into(), vec![4]),
                ("model.bin".into(), vec![5]),
            ]),
            module: Module { glue: "2".into(), wasm: vec![3] },
        }
    }

    #[test]
    fn style_sheets_become_one_and_scripts_carry_a_version() {
        let html = "<link data-trunk rel=\"css\" href=\"a.css\">\n\
            <link data-trunk rel=\"css\" href=\"b.css\">\n\
            <link data-trunk rel=\"rust\">\n<script src=\"boot.js\"></script>\n";
        let made = index(&page(html)).unwrap();
        assert_eq!(made.matches("style.css?v=").count(), 1, "{made}");
        assert!(!made.contains("data-trunk"), "{made}");
        assert!(made.contains("data-wasm=\"app.wasm?v="), "{made}");
        for data in ["data-lists=\"lists.bin?v=", "data-model=\"model.bin?v="] {
            assert!(made.contains(data), "{made}");
        }
        assert!(made.contains("<script src=\"boot.js?v="), "{made}");
    }

    #[test]
    fn a_script_that_is_not_copied_is_refused() {
        let error = index(&page("<script src=\"other.js\"></script>")).unwrap_err();
        assert!(error.to_string().contains("other.js"));
    }
}

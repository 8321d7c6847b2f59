//! What the page is made of, read from the repository once for both of its forms.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    repo::{Repo, read_text},
    size::gzip,
    template::tags,
    wasm::{self, Module, Profile},
};

/// The engine's data among the copied files: what the page calls a part, and its file. They are kept
/// packed, since few hosts pack what is no text; `web/boot.js` unpacks them.
const DATA: [(&str, &str); 2] = [("lists", "lists.bin"), ("model", "model.bin")];

/// A part of the engine's data, as it ships.
pub struct Part<'a> {
    /// What the page calls it.
    pub name: &'static str,
    /// Its file in `dist/`.
    pub file: &'static str,
    /// Its bytes, packed with gzip.
    pub bytes: &'a [u8],
}

/// The parts of the page.
pub struct Assets {
    /// `index.html`, as it stands in the repository.
    pub index: String,
    /// All of `style/`, joined in its order.
    pub style: String,
    /// The files that `index.html` asks to copy, by their name in `dist/`.
    pub copied: BTreeMap<String, Vec<u8>>,
    /// The module and its glue.
    pub module: Module,
}

impl Assets {
    /// Builds the module and reads the rest.
    pub fn collect(repo: &Repo, profile: Profile) -> Result<Assets> {
        let module = wasm::build(repo, profile)?;
        let index = read_text(&repo.root.join("index.html"))?;
        let copied = copied(&repo.root, &index)?;
        Ok(Assets { style: style(&repo.root)?, index, copied, module })
    }

    /// The engine's data.
    pub fn data(&self) -> Result<Vec<Part<'_>>> {
        let part = |(name, file)| {
            let bytes = self
                .copied
                .get(file)
                .with_context(|| format!("index.html has no copy-file line that brings {file}"))?;
            Ok(Part { name, file, bytes })
        };
        DATA.into_iter().map(part).collect()
    }

    /// The text of a copied script; an error if `index.html` does not ask to copy it.
    pub fn script(&self, name: &str) -> Result<&str> {
        let bytes = self.copied.get(name).with_context(|| {
            format!("index.html loads {name}, but has no copy-file line that brings it")
        })?;
        std::str::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))
    }

    /// The text of a copied script, if it can stand between tags and be hashed as it stands: a
    /// browser ends it at `</script`, reads on at `<!--`, and hashes after it has made each CR LF
    /// a LF.
    pub fn inline_script(&self, name: &str) -> Result<&str> {
        let text = self.script(name)?;
        for bad in ["</script", "<!--", "\r"] {
            ensure!(
                !text.contains(bad),
                "{name} contains {bad:?} and cannot stand inside the page"
            );
        }
        Ok(text)
    }
}

fn copied(root: &Path, index: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for tag in tags(index)?.iter().filter(|it| it.asks_for() == Some("copy-file")) {
        let path = tag.get("href").context("a copy-file line has no href")?;
        let name = path.rsplit('/').next().unwrap_or(path);
        let bytes = fs::read(root.join(path));
        let bytes = bytes.with_context(|| format!("index.html asks to copy {path}"))?;
        let bytes = if data_files().any(|it| it == name) { gzip(&bytes) } else { bytes };
        files.insert(name.to_string(), bytes);
    }
    Ok(files)
}

/// The files of the engine's data in `dist/`.
pub fn data_files() -> impl Iterator<Item = &'static str> {
    DATA.into_iter().map(|it| it.1)
}

fn style(root: &Path) -> Result<String> {
    let mut joined = String::new();
    for path in style_files(root)? {
        joined.push_str(&read_text(&path)?);
        joined.push('\n');
    }
    ensure!(!joined.contains("</style"), "a style sheet contains </style");
    Ok(joined)
}

/// The style sheets in the order in which they are joined: values, then the base, then the regions
/// of the page by name.
pub fn style_files(root: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root.join("style")).context("style/ could not be read")? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "css") {
            files.push(path);
        }
    }
    files.sort_by_key(|path| {
        let name = path.file_name().unwrap_or_default().to_owned();
        let place = ["tokens.css", "base.css"].iter().position(|it| *it == name).unwrap_or(2);
        (place, name)
    });
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::style_files;
    use crate::{repo::Repo, template::tags};

    #[test]
    fn trunk_gets_the_style_sheets_in_the_order_in_which_they_are_joined() {
        let repo = Repo::find().unwrap();
        let index = std::fs::read_to_string(repo.root.join("index.html")).unwrap();
        let tags = tags(&index).unwrap();
        let listed = tags.iter().filter(|it| it.asks_for() == Some("css"));
        let listed: Vec<_> = listed.map(|it| repo.root.join(it.get("href").unwrap())).collect();
        assert_eq!(listed, style_files(&repo.root).unwrap(), "index.html must list all of style/");
    }
}

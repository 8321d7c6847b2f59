//! Papers, manifests and words: that they are there, and that they agree.

use std::collections::{BTreeMap, BTreeSet};

use crate::File;

/// A Rust file that does not begin with what it is for.
pub(crate) fn missing_purpose(file: &File) -> Vec<String> {
    let has_purpose = file.content.starts_with("//! ");
    (!has_purpose).then(|| format!("{} does not begin with `//!`", file.path)).into_iter().collect()
}

/// Dependencies without an exact version.
pub(crate) fn loose_versions(file: &File) -> Vec<String> {
    let mut in_dependencies = false;
    let mut problems = Vec::new();
    for (n, line) in file.content.lines().enumerate() {
        if line.starts_with('[') {
            in_dependencies = line.trim_end_matches(']').ends_with("dependencies");
            continue;
        }
        let named = line.split_once('=').filter(|_| in_dependencies && !line.starts_with('#'));
        if named.is_some_and(|(_, how)| !is_pinned(how)) {
            problems.push(format!("{}:{}: {line}", file.path, n + 1));
        }
    }
    problems
}

/// Whether the right side of a dependency names an exact version, or a place of ours.
fn is_pinned(how: &str) -> bool {
    let how = how.trim();
    how.starts_with("\"=") || how.contains("version = \"=") || how.contains("path = ")
}

/// Relative links of a paper for which `exists` is false.
pub(crate) fn dead_links(file: &File, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let folder = file.path.rfind('/').map_or("", |it| &file.path[..=it]);
    let links = file.content.split("](").skip(1).filter_map(|it| it.split([')', '#']).next());
    let links = links.filter(|it| !it.is_empty() && !it.contains(':'));
    let dead = links.filter(|it| !exists(&format!("{folder}{it}")));
    dead.map(|it| format!("{}: {it} is not there", file.path)).collect()
}

/// Areas that a language lacks, or that `src/locale.rs` does not compile in.
pub(crate) fn uneven_areas(files: &[File]) -> Vec<String> {
    let mut areas: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in files.iter().filter(|it| it.ends_in(&["ftl"])) {
        let mut parts = file.path.trim_end_matches(".ftl").split('/').skip(1);
        if let (Some(language), Some(area)) = (parts.next(), parts.next()) {
            areas.entry(area).or_default().insert(language);
        }
    }
    let languages: BTreeSet<_> = areas.values().flatten().copied().collect();
    let locale = files.iter().find(|it| it.path == "src/locale.rs");
    let locale = locale.map_or("", |it| it.content.as_str());
    let is_whole = |area: &str, found: &BTreeSet<_>| {
        *found == languages && locale.contains(&format!("\"{area}\""))
    };
    let uneven = areas.iter().filter(|(area, found)| !is_whole(area, found));
    uneven.map(|(area, found)| format!("{area}: {found:?} of {languages:?}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    #[test]
    fn a_file_without_purpose_is_found() {
        assert_eq!(missing_purpose(&made_up("src/a.rs", "fn f() {}")).len(), 1);
        assert!(missing_purpose(&made_up("src/a.rs", "//! What for.\n")).is_empty());
    }

    #[test]
    fn loose_versions_are_found() {
        let manifest = "[package]\nversion = \"1\"\n[dependencies]\na = \"1\"\nb = \"=1.2.3\"\n# c = \"1\"\n\
            [target.x.dev-dependencies]\nd = { version = \"1\" }\ne = { path = \"..\" }\n[features]\nf = []\n";
        let found = loose_versions(&made_up("Cargo.toml", manifest));
        assert_eq!(found, ["Cargo.toml:4: a = \"1\"", "Cargo.toml:8: d = { version = \"1\" }"]);
    }

    #[test]
    fn dead_links_are_found() {
        let paper = made_up("docs/a.md", "[x](b.md#top) [y](../c.md) [z](https://a.example/b)");
        assert_eq!(dead_links(&paper, |it| it == "docs/b.md"), ["docs/a.md: ../c.md is not there"]);
    }

    #[test]
    fn uneven_areas_are_found() {
        let files = [
            made_up("locales/en/a.ftl", ""),
            made_up("locales/es/a.ftl", ""),
            made_up("locales/en/b.ftl", ""),
            made_up("src/locale.rs", "\"a\", \"b\""),
        ];
        assert_eq!(uneven_areas(&files).len(), 1);
        assert_eq!(uneven_areas(&files[..2]).len(), 1, "not compiled in");
    }
}

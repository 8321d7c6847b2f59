//! Hashes: for the page's content security policy and for file names.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// A text as a source of a policy: `'sha256-…'`.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The policy of a page that holds all its scripts and styles, and connects to nothing.
/// `'self'` would mean nothing on `file://`.
pub fn single_file(scripts: &[&str], styles: &[&str]) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; worker-src blob:; style-src {}; \
         img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'",
        sources(scripts),
        sources(styles)
    )
}

fn sources(texts: &[&str]) -> String {
    if texts.is_empty() {
        return "'none'".into();
    }
    texts.iter().map(|it| source(it)).collect::<Vec<_>>().join(" ")
}

/// Ten hexadecimal digits that change with the bytes: enough to tell one build from the next.
pub fn short_hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    format!("{:064x}", hasher.finalize())[..10].to_string()
}

#[cfg(test)]
mod tests {
    use super::{short_hash, single_file, source};

    #[test]
    fn a_source_is_the_hash_that_the_standard_shows() {
        // The example of the Content Security Policy standard, level 3.
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(source("alert('Hello, world.');"), expected);
    }

    #[test]
    fn the_policy_names_each_text_and_closes_the_rest() {
        let policy = single_file(&["a", "b"], &["c"]);
        for text in ["a", "b", "c"] {
            assert!(policy.contains(&source(text)), "{text} is missing in {policy}");
        }
        assert!(policy.contains("connect-src 'none'"));
        assert!(!policy.contains("unsafe-inline"));
        assert!(single_file(&["a"], &[]).contains("style-src 'none'"));
    }

    #[test]
    fn a_short_hash_knows_where_one_part_ends() {
        assert_ne!(short_hash(&[b"ab", b"c"]), short_hash(&[b"a", b"bc"]));
        assert_eq!(short_hash(&[b"ab"]).len(), 10);
    }
}

//! The page in one file: `dist/apostil.html`, which runs from `file://`.
//!
//! Scripts and styles stand in it as they are and are allowed by their hashes; the module is packed
//! with gzip, in base64, and so are the engine's data. `web/boot.js` unpacks them.

use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};

use crate::{
    assets::Assets,
    csp,
    dist::{self, SINGLE},
    repo::{Repo, write_changed},
    rescue,
    size::{self, gzip},
    template::{Fate, Tag, rewrite, tags},
    wasm::Profile,
};

/// Builds the page in both of its forms and prints what they weigh.
pub fn build(repo: &Repo) -> Result<()> {
    let assets = Assets::collect(repo, Profile::Web)?;
    dist::write(&repo.dist, &assets)?;
    let page = page(&assets)?;
    write_changed(&repo.dist.join(SINGLE), page.as_bytes())?;
    size::report(SINGLE, page.as_bytes());
    Ok(())
}

fn page(assets: &Assets) -> Result<String> {
    let policy = policy(assets)?;
    let mut styled = false;
    rewrite(&assets.index, |tag| {
        Ok(match (tag.name, tag.asks_for()) {
            (_, Some("css")) if !styled => {
                styled = true;
                Fate::Put(format!("<style>{}</style>", assets.style))
            }
            (_, Some("rust")) => Fate::Put(module(assets)?),
            (_, Some(_)) => Fate::Drop,
            ("script", None) => Fate::Put(format!("<script>{}</script>", script(assets, tag)?)),
            ("meta", None) if is_policy(tag) => Fate::Put(policy_tag(&policy)),
            ("link", None) => link(assets, tag)?,
            _ => Fate::Keep,
        })
    })
}

fn policy(assets: &Assets) -> Result<String> {
    let mut scripts = vec![assets.module.glue.as_str()];
    for tag in tags(&assets.index)?.iter().filter(|it| it.name == "script") {
        scripts.push(script(assets, tag)?);
    }
    let rescue = rescue::scripts(assets)?;
    for name in &rescue {
        scripts.push(assets.inline_script(name)?);
    }
    Ok(csp::single_file(&scripts, &[&assets.style]))
}

fn is_policy(tag: &Tag) -> bool {
    tag.get("http-equiv") == Some("Content-Security-Policy")
}

fn policy_tag(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

fn script<'a>(assets: &'a Assets, tag: &Tag) -> Result<&'a str> {
    assets.inline_script(tag.get("src").context("a script in index.html has no src")?)
}

fn module(assets: &Assets) -> Result<String> {
    let glue = &assets.module.glue;
    ensure!(
        !glue.contains("<!--") && !glue.contains('\r'),
        "the glue cannot stand inside the page"
    );
    let packed = STANDARD.encode(gzip(&assets.module.wasm));
    let mut data = String::new();
    for part in assets.data()? {
        let (name, packed) = (part.name, STANDARD.encode(part.bytes));
        write!(
            data,
            "\n<script type=\"application/octet-stream\" id=\"{name}\">{packed}</script>"
        )?;
    }
    let rescue = rescue::template(assets)?.unwrap_or_default();
    Ok(format!(
        "{rescue}<script id=\"glue\">{glue}</script>\n\
         <script type=\"application/octet-stream\" id=\"wasm\">{packed}</script>{data}"
    ))
}

/// A link to another file has no place in one file; only what is data itself stays, and the icon,
/// which becomes data.
fn link(assets: &Assets, tag: &Tag) -> Result<Fate> {
    let href = tag.get("href").unwrap_or_default();
    match tag.get("rel") {
        Some("manifest") => Ok(Fate::Drop),
        Some("icon") if !href.starts_with("data:") => {
            let icon = STANDARD.encode(assets.script(href)?);
            let address = format!("data:image/svg+xml;base64,{icon}");
            Ok(Fate::Put(format!("<link rel=\"icon\" href=\"{address}\">")))
        }
        _ if href.starts_with("data:") => Ok(Fate::Keep),
        _ => anyhow::bail!("index.html links to {href}, which one file cannot hold"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::page;
    use crate::{assets::Assets, csp, wasm::Module};

    const HTML: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"x\">\n\
        <link data-trunk rel=\"css\" href=\"a.css\">\n<link rel=\"icon\" href=\"data:,\">\n\
        <link data-trunk rel=\"rust\">\n<script src=\"boot.js\"></script>\n";

    fn assets(html: &str, boot: &str) -> Assets {
        Assets {
            index: html.into(),
            style: "p{}".into(),
            copied: BTreeMap::from([
                ("boot.js".into(), boot.as_bytes().to_vec()),
                ("lists.bin".into(), b"names".to_vec()),
                ("model.bin".into(), b"weights".to_vec()),
            ]),
            module: Module { glue: "let wasm_bindgen;".into(), wasm: vec![0; 9] },
        }
    }

    #[test]
    fn everything_is_inside_and_the_policy_names_it() {
        let made = page(&assets(HTML, "start();")).unwrap();
        for text in ["start();", "let wasm_bindgen;", "p{}"] {
            assert!(made.contains(&format!(">{text}</")), "{text} is not in {made}");
            assert!(made.contains(&csp::source(text)), "{text} has no hash in {made}");
        }
        assert!(made.contains("id=\"lists\">bmFtZXM=</script>"), "{made}");
        assert!(made.contains("id=\"model\">d2VpZ2h0cw==</script>"), "{made}");
        assert!(!made.contains(" src=") && !made.contains("data-trunk"), "{made}");
        assert!(made.contains("href=\"data:,\""), "{made}");
    }

    #[test]
    fn a_script_that_a_browser_would_read_otherwise_is_refused() {
        for boot in ["'</script>'", "<!-- a", "a\r\nb"] {
            assert!(page(&assets(HTML, boot)).is_err(), "{boot:?} was taken");
        }
        assert!(page(&assets("<link rel=\"icon\" href=\"a.svg\">", "")).is_err());
    }
}

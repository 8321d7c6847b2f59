//! News outlets and agencies: by their sites (`LaRegion.com`, and then `La Region`), and behind the
//! name in a picture's credit (`Ana Ruiz/EFE`).

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::mention::Mentions;
use crate::extract::names::{Names, Run, candidate};

/// Surer than any list of bodies: a site is nothing else.
const SCORE: f32 = 0.9;

impl Names<'_, '_, '_> {
    /// A body that its site or a credit tells.
    pub fn outlet(&self, run: Run, mentions: &Mentions) -> Option<Candidate> {
        let first = Run { last: run.first, ..run };
        if site_name(self.line.words()[run.first].text).is_some() {
            return Some(candidate(first, "ORG", SCORE, Reason::Capitals));
        }
        if self.is_credited(run) {
            return Some(candidate(run, "ORG", SCORE, Reason::Capitals));
        }
        let words = &self.line.words()[run.first..=run.last];
        if words.len() < 2 || !mentions.has_phrases() {
            return None;
        }
        let name: Vec<&str> = (run.first..=run.last).map(|it| self.line.folded(it)).collect();
        let said = mentions.get(&name.join(" "), words[0].range.start())?;
        let is_site = said.label == "ORG" && said.name.contains('.');
        is_site.then(|| candidate(run, "ORG", SCORE, Reason::Mentioned { name: said.name.clone() }))
    }

    /// Notes the name that a site's address is made of.
    pub fn note_outlet(&self, found: &Candidate, mentions: &mut Mentions) {
        let word = self.line.words()[found.first];
        if let Some(name) = site_name(word.text) {
            mentions.note(&name, "ORG", word.text, word.range.end());
        }
    }

    /// Whether a slash joins the run, an acronym, to the end of another name.
    fn is_credited(&self, run: Run) -> bool {
        let [first, slash] = [run.first, run.first.wrapping_sub(1)];
        let is_joined = self.line.folded(slash) == "/" && !self.line.words()[first].spaced;
        let is_behind = slash > 1 && slash < first && !self.line.words()[slash].spaced;
        let words = self.line.words();
        is_joined
            && is_behind
            && run.first == run.last
            && words[first].is_upper
            && words[slash - 1].is_capital
            && words[slash - 2].is_capital
    }
}

/// The name that the address of a site is made of, parted at its capitals: `La Region` for
/// `LaRegion.com`. `None` for what is no address, or starts small.
fn site_name(word: &str) -> Option<String> {
    let (name, end) = word.split_once('.')?;
    let is_end = end.len() > 1 && end.bytes().all(|it| it.is_ascii_lowercase() || it == b'.');
    let is_name = name.len() > 3 && name.starts_with(|it: char| it.is_ascii_uppercase());
    if !is_end || !is_name || !name.bytes().all(|it| it.is_ascii_alphanumeric()) {
        return None;
    }
    let mut parted = String::with_capacity(name.len() + 2);
    let mut was_small = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && was_small {
            parted.push(' ');
        }
        was_small = c.is_ascii_lowercase();
        parted.push(c);
    }
    Some(parted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_of_a_name() {
        assert_eq!(site_name("LaRegion.com").as_deref(), Some("La Region"));
        assert_eq!(site_name("Ejemplo.co.cr").as_deref(), Some("Ejemplo"));
        assert_eq!(site_name("example.com"), None);
        assert_eq!(site_name("U.S."), None);
        assert_eq!(site_name("Ph.D"), None);
        assert_eq!(site_name("Sra."), None);
    }
}

//! Which entity of the world a group is: a Wikidata number, an address, or an id of our own.

use std::collections::BTreeMap;

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::annotation::Annotation;
use crate::model::id::{AnnotationId, DocumentId};
use crate::session::Session;
use crate::session::entities::group::{GroupKey, mentions};
use crate::session::event;
use crate::session::out::Out;
use crate::text::TextRange;

/// The longest link that is taken, in bytes.
const LONGEST: usize = 2000;

/// Before the number of Wikidata in an address.
const WIKIDATA: [&str; 4] = [
    "https://www.wikidata.org/wiki/",
    "https://www.wikidata.org/entity/",
    "http://www.wikidata.org/entity/",
    "https://m.wikidata.org/wiki/",
];

/// `typed` as it is kept, if it is a link: a Wikidata number (`Q736`, also out of its address), an
/// address with `http` or `https`, or an id of letters, digits and `-_.:`.
pub fn link_of(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let number = WIKIDATA.iter().find_map(|it| typed.strip_prefix(it)).unwrap_or(typed);
    if let Some(digits) = number.strip_prefix(['Q', 'q'])
        && is_number(digits)
    {
        return Some(format!("Q{digits}"));
    }
    let is_id = |it: &str| {
        let is_part = |c: char| c.is_alphanumeric() || "-_.:".contains(c);
        it.starts_with(char::is_alphanumeric) && it.chars().all(is_part)
    };
    let is_link = typed.len() <= LONGEST && (is_id(typed) || is_address(typed));
    is_link.then(|| typed.to_owned())
}

fn is_number(digits: &str) -> bool {
    !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|it| it.is_ascii_digit())
}

fn is_address(typed: &str) -> bool {
    let rest = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let has_host = |it: &str| {
        let host = it.split(['/', '?', '#']).next().unwrap_or(it);
        host.starts_with(char::is_alphanumeric) && host.contains('.')
    };
    let is_plain = |it: &str| !it.contains(|c: char| c.is_whitespace() || c.is_control());
    rest.is_some_and(|it| has_host(it) && is_plain(it))
}

/// The number of an id of our own.
fn own_number(link: &str) -> Option<u32> {
    link.strip_prefix('e').filter(|it| is_number(it))?.parse().ok()
}

impl Session {
    /// What to link these groups to: what most of their mentions are linked to, else a new id.
    pub fn link_for(&self, keys: &[GroupKey]) -> String {
        let groups = self.entities.groups.iter().filter(|it| keys.contains(&it.key));
        let links = groups.flat_map(|it| &it.links);
        let most = links.max_by_key(|it| it.1).map(|it| it.0.clone());
        most.unwrap_or_else(|| format!("e{}", self.next_own_number()))
    }

    fn next_own_number(&self) -> u32 {
        let bodies = self.project.documents().filter_map(|it| it.body.as_ref());
        let marks = bodies.flat_map(|it| it.tracks.values()).flat_map(|it| it.annotations.values());
        let numbers = marks.filter_map(|it| own_number(it.link.as_deref()?));
        numbers.max().map_or(1, |it| it.saturating_add(1))
    }

    /// Links all mentions of `keys` to one entity, or takes their links away, as one step.
    pub(crate) fn link_entities(&mut self, keys: &[GroupKey], typed: &str, out: &mut Out) {
        let link = link_of(typed);
        if link.is_none() && !typed.trim().is_empty() {
            return out.complain(Message::EntitiesNoLink { link: typed.trim().to_owned() });
        }
        let (mut edits, mut count, mut articles) = (Vec::new(), 0, 0);
        for (document, marks) in self.marks_to_link(keys, link.as_ref()) {
            let (new, ranges) = self.linking_edits(&document, &marks, link.as_ref());
            (count, articles) = (count + new.len() as u64, articles + 1);
            edits.extend(new);
            edits.extend(self.review_edit(&document, ranges));
        }
        if edits.is_empty() {
            return out.say(Message::EntitiesLinkedAlready);
        }
        if self.commit(event::LINK, edits, out) {
            self.entities.ticked.clear();
            out.redraw.entities = true;
            out.say(match link {
                Some(link) => Message::EntitiesLinked { count, articles, link },
                None => Message::EntitiesUnlinked { count, articles },
            });
        }
    }

    /// The marks of `keys` that are not linked so, by article.
    fn marks_to_link(
        &self,
        keys: &[GroupKey],
        link: Option<&String>,
    ) -> Vec<(DocumentId, Vec<AnnotationId>)> {
        let (index, by, order) = (&self.entities.index, self.entities.by, self.project.order());
        let all = keys.iter().flat_map(|it| mentions(index, by, it, order));
        let mut by_article: BTreeMap<&DocumentId, Vec<AnnotationId>> = BTreeMap::new();
        for (document, mention) in all.filter(|it| it.1.link.as_ref() != link) {
            by_article.entry(document).or_default().push(mention.id);
        }
        by_article.into_iter().map(|(document, marks)| (document.clone(), marks)).collect()
    }

    fn linking_edits(
        &self,
        document: &DocumentId,
        marks: &[AnnotationId],
        link: Option<&String>,
    ) -> (Vec<Edit>, Vec<TextRange>) {
        let Some(track) = self.project.track(document, self.me) else { return Default::default() };
        let (mut edits, mut ranges) = (Vec::new(), Vec::new());
        for id in marks {
            let Some(old) = track.annotations.get(id) else { continue };
            ranges.extend(old.extent.ranges());
            let new = Annotation { link: link.cloned(), ..old.clone() };
            edits.push(self.annotation_edit(document, *id, Some(new)));
        }
        (edits, ranges)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_addresses_and_ids_are_links() {
        let long = format!("e{}", "1".repeat(LONGEST));
        for (typed, expected) in [
            (" q736 ", Some("Q736")),
            ("https://www.wikidata.org/wiki/Q736", Some("Q736")),
            ("https://www.wikidata.org/wiki/Peru", Some("https://www.wikidata.org/wiki/Peru")),
            ("http://example.org/a?b#c", Some("http://example.org/a?b#c")),
            ("e1", Some("e1")),
            ("person:merino-2", Some("person:merino-2")),
            ("Ñandú", Some("Ñandú")),
            ("", None),
            ("Manuel Merino", None),
            ("https://", None),
            ("https://example.org/a b", None),
            ("https://localhost", None),
            ("ftp://example.org", None),
            ("-x", None),
            (long.as_str(), None),
        ] {
            assert_eq!(link_of(typed).as_deref(), expected, "{typed}");
        }
    }
}

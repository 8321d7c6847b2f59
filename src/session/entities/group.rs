//! Groups: mentions that are of the same words, or of the same link, and what is odd about them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::extract::spelling::fold;
use crate::model::id::{DocumentId, LabelId};
use crate::order::{sort_by, sort_by_key};
use crate::session::entities::By;
use crate::session::entities::index::{Article, Index, Mention};
use crate::text::TextRange;

/// What a group is found by, as long as mentions are grouped in the same way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// Its words, as they are compared.
    Words(String),
    /// Its link.
    Link(String),
}

/// How a group stands. The worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Labeled in more than one way.
    Mixed,
    /// Marked here, and not there.
    Partly,
    /// Suggested, and marked nowhere.
    Suggested,
    /// The same everywhere.
    Same,
}

impl Section {
    /// All, in their order.
    pub const ALL: [Self; 4] = [Self::Mixed, Self::Partly, Self::Suggested, Self::Same];
}

/// Mentions of the same words or link.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is found by.
    pub key: GroupKey,
    /// Its words, as most mentions have them.
    pub words: String,
    /// How else they are written, the most frequent first.
    pub others: Vec<String>,
    /// The labels given, the most frequent first, and how often.
    pub labels: Vec<(LabelId, u64)>,
    /// Where none is given, the labels suggested, the most frequent first, and how often.
    pub suggested: Vec<(LabelId, u64)>,
    /// How often its words stand without a mark; of a group that is only suggested, how often it is.
    pub n_bare: u64,
    /// In how many articles it is, marked or not.
    pub n_articles: u64,
    /// The links of its mentions, the most frequent first, and how many have them.
    pub links: Vec<(String, u64)>,
    /// All its words as they are compared, for the filter.
    pub(crate) folded: String,
}

impl Group {
    /// How many mentions it has.
    pub fn n_mentions(&self) -> u64 {
        self.labels.iter().map(|it| it.1).sum()
    }

    /// How it stands.
    pub fn section(&self) -> Section {
        match (self.labels.len(), self.n_bare) {
            (0, _) => Section::Suggested,
            (1, 0) => Section::Same,
            (1, _) => Section::Partly,
            _ => Section::Mixed,
        }
    }

    /// The label that most mentions have, or are suggested to have.
    pub fn majority(&self) -> Option<LabelId> {
        self.labels.first().or(self.suggested.first()).map(|it| it.0)
    }

    /// Whether `count` mentions are so few beside those of the majority that they look like slips.
    pub fn is_minority(&self, count: u64) -> bool {
        self.labels.first().is_some_and(|it| count * 4 <= it.1)
    }
}

/// What is counted of a group.
#[derive(Default)]
struct Tally {
    labels: Vec<(LabelId, u64)>,
    spellings: Vec<(u32, u64)>,
    links: Vec<(String, u64)>,
    /// Suggested labels, and for which spelling.
    hints: Vec<((LabelId, u32), u64)>,
    n_bare: u64,
    n_articles: u64,
    /// The number of the last article counted, from 1.
    last: usize,
}

impl Tally {
    fn note_article(&mut self, number: usize) {
        if self.last != number {
            self.last = number;
            self.n_articles += 1;
        }
    }

    fn note(&mut self, mention: &Mention) {
        count(&mut self.labels, &mention.label);
        count(&mut self.spellings, &mention.spelling);
        if let Some(link) = &mention.link {
            count(&mut self.links, link);
        }
    }

    /// Takes suggestions for what they are where nothing is marked.
    fn turn_to_hints(&mut self) -> Vec<(LabelId, u64)> {
        let mut suggested = Vec::new();
        if self.labels.is_empty() {
            // Where another spelling is marked, they were counted as words without a mark already.
            self.n_bare = 0;
            for ((label, spelling), n) in std::mem::take(&mut self.hints) {
                add(&mut suggested, &label, n);
                add(&mut self.spellings, &spelling, n);
                self.n_bare += n;
            }
        }
        most_first(&mut suggested);
        suggested
    }

    fn into_group(mut self, key: GroupKey, index: &Index) -> Group {
        let suggested = self.turn_to_hints();
        most_first(&mut self.labels);
        most_first(&mut self.spellings);
        most_first(&mut self.links);
        let spelled = self.spellings.iter().map(|it| index.spelling(it.0));
        let mut keys: Vec<u32> = spelled.clone().map(|it| it.1).collect();
        keys.dedup();
        let mut folded = fold(if let GroupKey::Link(link) = &key { link } else { "" });
        for key in keys {
            folded.push('\n');
            folded.push_str(index.folded(key));
        }
        let mut words = spelled.map(|it| it.0.to_owned());
        Group {
            key,
            words: words.next().unwrap_or_default(),
            others: words.collect(),
            labels: self.labels,
            suggested,
            n_bare: self.n_bare,
            n_articles: self.n_articles,
            links: self.links,
            folded,
        }
    }
}

fn count<T: PartialEq + Clone>(all: &mut Vec<(T, u64)>, it: &T) {
    add(all, it, 1);
}

fn add<T: PartialEq + Clone>(all: &mut Vec<(T, u64)>, it: &T, n: u64) {
    match all.iter_mut().find(|(other, _)| other == it) {
        Some(known) => known.1 += n,
        None => all.push((it.clone(), n)),
    }
}

fn most_first<T: Ord + Clone>(all: &mut [(T, u64)]) {
    sort_by_key(all, |(it, n)| (Reverse(*n), it.clone()));
}

/// Where mentions are tallied.
struct Slots<'a> {
    index: &'a Index,
    by: By,
    links: BTreeMap<&'a str, usize>,
    names: Vec<&'a str>,
    /// By key, the slots of links whose mentions have its words.
    linked: Vec<Vec<usize>>,
}

impl<'a> Slots<'a> {
    fn new(index: &'a Index, by: By, articles: &[&'a Article]) -> Self {
        let linked = if by == By::Link { index.n_words().1 } else { 0 };
        let linked = vec![Vec::new(); linked];
        let mut slots = Self { index, by, links: BTreeMap::new(), names: Vec::new(), linked };
        let mentions = articles.iter().flat_map(|it| &it.mentions);
        for mention in mentions.filter(|_| by == By::Link) {
            let Some(link) = mention.link.as_deref() else { continue };
            let next = slots.linked.len() + slots.names.len();
            let slot = *slots.links.entry(link).or_insert(next);
            if slot == next {
                slots.names.push(link);
            }
            let holding = &mut slots.linked[index.spelling(mention.spelling).1 as usize];
            if !holding.contains(&slot) {
                holding.push(slot);
            }
        }
        slots
    }

    fn len(&self) -> usize {
        let (n_spellings, n_keys) = self.index.n_words();
        if self.by == By::Words { n_spellings } else { n_keys + self.names.len() }
    }

    fn of(&self, mention: &Mention) -> usize {
        let link = mention.link.as_deref().and_then(|it| self.links.get(it));
        link.copied().unwrap_or_else(|| self.of_words(mention.spelling))
    }

    fn of_words(&self, spelling: u32) -> usize {
        if self.by == By::Words {
            spelling as usize
        } else {
            self.index.spelling(spelling).1 as usize
        }
    }

    /// Where words without a mark count.
    fn of_bare(&self, spelling: u32) -> impl Iterator<Item = usize> {
        let slot = self.of_words(spelling);
        let linked = self.linked.get(slot).into_iter().flatten().copied();
        std::iter::once(slot).chain(linked)
    }

    /// Where a suggestion counts: nowhere by itself where its words have a link.
    fn of_hint(&self, spelling: u32) -> Option<usize> {
        let slot = self.of_words(spelling);
        self.linked.get(slot).is_none_or(Vec::is_empty).then_some(slot)
    }

    fn key(&self, slot: usize) -> GroupKey {
        let (_, n_keys) = self.index.n_words();
        match self.by {
            By::Words => GroupKey::Words(self.index.spelling(slot as u32).0.to_owned()),
            _ if slot < n_keys => GroupKey::Words(self.index.folded(slot as u32).to_owned()),
            _ => GroupKey::Link(self.names[slot - n_keys].to_owned()),
        }
    }
}

/// The groups of all articles that `order` names: by section, the most frequent first.
pub(crate) fn groups(index: &Index, by: By, order: &[DocumentId]) -> Vec<Group> {
    let articles: Vec<&Article> = order.iter().filter_map(|it| index.article(it)).collect();
    let slots = Slots::new(index, by, &articles);
    let mut tallies: Vec<Tally> = Vec::new();
    tallies.resize_with(slots.len(), Tally::default);
    for (number, article) in (1..).zip(&articles) {
        for mention in &article.mentions {
            let tally = &mut tallies[slots.of(mention)];
            tally.note_article(number);
            tally.note(mention);
        }
        for slot in article.bare.iter().flat_map(|it| slots.of_bare(it.spelling)) {
            tallies[slot].note_article(number);
            tallies[slot].n_bare += 1;
        }
        for hint in &article.hints {
            if let Some(slot) = slots.of_hint(hint.spelling) {
                tallies[slot].note_article(number);
                count(&mut tallies[slot].hints, &(hint.label, hint.spelling));
            }
        }
    }
    // Words that are neither marked nor suggested in this spelling are no group.
    let is_group = |it: &Tally| !(it.labels.is_empty() && it.hints.is_empty());
    let all = tallies.into_iter().enumerate().filter(|it| is_group(&it.1));
    let mut groups: Vec<Group> =
        all.map(|(slot, tally)| tally.into_group(slots.key(slot), index)).collect();
    sort_by(&mut groups, |one, other| {
        let n_suggested = |it: &Group| it.suggested.iter().map(|it| it.1).sum::<u64>();
        let rank = |it: &Group| (it.section(), Reverse(it.n_mentions() + n_suggested(it)));
        let words = || one.folded.cmp(&other.folded).then_with(|| one.words.cmp(&other.words));
        rank(one).cmp(&rank(other)).then_with(words)
    });
    groups
}

/// The mentions of the group `key`, in the order of the articles.
pub(crate) fn mentions<'a>(
    index: &'a Index,
    by: By,
    key: &GroupKey,
    order: &'a [DocumentId],
) -> Vec<(&'a DocumentId, &'a Mention)> {
    let wanted = words_of(index, by, key);
    let is_of = |it: &&Mention| match key {
        GroupKey::Link(link) => it.link.as_ref() == Some(link),
        GroupKey::Words(_) => {
            let is_apart = by == By::Link && it.link.is_some();
            !is_apart && wanted == Some(compared(index, by, it.spelling))
        }
    };
    let in_article = |document: &'a DocumentId| {
        let all = index.article(document).map(|it| it.mentions.iter());
        all.into_iter().flatten().filter(is_of).map(move |it| (document, it))
    };
    order.iter().flat_map(in_article).collect()
}

/// Where the words of the group `key` stand, marked or not, in the order of the articles. Where they
/// are marked nowhere, that is where they are suggested.
pub(crate) fn places(
    index: &Index,
    by: By,
    key: &GroupKey,
    order: &[DocumentId],
) -> Vec<(DocumentId, TextRange)> {
    let mentions = mentions(index, by, key, order);
    if mentions.is_empty() {
        return hints(index, by, key, order);
    }
    let mut words: Vec<u32> =
        mentions.iter().map(|it| compared(index, by, it.1.spelling)).collect();
    words.sort_unstable();
    words.dedup();
    let (mut places, mut marked) = (Vec::new(), mentions.into_iter().peekable());
    for document in order {
        let from = places.len();
        while let Some((_, mention)) = marked.next_if(|it| it.0 == document) {
            places.push((document.clone(), mention.range));
        }
        let bare = index.article(document).map(|it| it.bare.iter()).into_iter().flatten();
        let bare = bare.filter(|it| words.contains(&compared(index, by, it.spelling)));
        places.extend(bare.map(|it| (document.clone(), it.range)));
        sort_by_key(&mut places[from..], |it| it.1);
    }
    // Words that are marked twice are one place.
    places.dedup();
    places
}

/// Where the words of the group `key` are suggested, in the order of the articles.
fn hints(
    index: &Index,
    by: By,
    key: &GroupKey,
    order: &[DocumentId],
) -> Vec<(DocumentId, TextRange)> {
    let Some(wanted) = words_of(index, by, key) else { return Vec::new() };
    let mut places = Vec::new();
    for document in order {
        let all = index.article(document).map(|it| it.hints.iter()).into_iter().flatten();
        let of_group = all.filter(|it| compared(index, by, it.spelling) == wanted);
        places.extend(of_group.map(|it| (document.clone(), it.range)));
    }
    // Words for which there are two suggestions are one place.
    places.dedup();
    places
}

/// What tells words apart: the number of their spelling, or of their key.
fn compared(index: &Index, by: By, spelling: u32) -> u32 {
    if by == By::Words { spelling } else { index.spelling(spelling).1 }
}

fn words_of(index: &Index, by: By, key: &GroupKey) -> Option<u32> {
    match (key, by) {
        (GroupKey::Link(_), _) => None,
        (GroupKey::Words(words), By::Words) => index.spelling_of(words),
        (GroupKey::Words(folded), _) => index.key_of(folded),
    }
}

//! What stands where: the marks and suggestions of all articles by their words, and the words of marks
//! where nothing is marked.
//!
//! Words have a *spelling*, in which only blanks and apostrophes are evened out, and a *key*, in
//! which case and accents are too. An article's marks are read anew when it was touched; its text is
//! looked through once for each key that was ever marked, and for all new ones in one pass.
//!
//! Where words without a mark lie inside of longer ones that are marked elsewhere, only the longer
//! count: "York" is not missing in "New York Times".
//!
//! Limits: words are told apart where letters end, as whole words; words inside of a mark of other
//! words count as marked.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::extract::spelling::{KEY_START, extend_key, fold_into};
use crate::model::annotation::Annotation;
use crate::model::id::{AnnotationId, DocumentId, LabelId};
use crate::model::track::Track;
use crate::order::sort_by_key;
use crate::segment::character::{is_apostrophe, is_blank};
use crate::session::matching::{Matching, Pattern, is_inside};
use crate::text::{Ranges, Text, TextHash, TextRange};

/// What tells spellings apart.
const EXACT: Matching = Matching { case: true, accents: true, whole: true, forms: false };

/// What tells keys apart.
const LOOSE: Matching = Matching { case: false, accents: false, whole: true, forms: false };

/// Numbers of 64 bits in the sieve.
const SIEVE: usize = 4096;

/// A mark, as far as it matters here.
#[derive(Debug)]
pub(crate) struct Mention {
    pub(crate) id: AnnotationId,
    pub(crate) range: TextRange,
    pub(crate) spelling: u32,
    pub(crate) label: LabelId,
    pub(crate) link: Option<String>,
}

/// What is suggested, as far as it matters here.
#[derive(Debug)]
pub(crate) struct Hint {
    pub(crate) range: TextRange,
    pub(crate) spelling: u32,
    pub(crate) label: LabelId,
}

/// Words that stand somewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stand {
    pub(crate) range: TextRange,
    pub(crate) spelling: u32,
}

/// One article.
#[derive(Debug)]
pub(crate) struct Article {
    text: TextHash,
    pub(crate) mentions: Vec<Mention>,
    /// What is suggested and not answered.
    pub(crate) hints: Vec<Hint>,
    /// All that is marked.
    taken: Ranges,
    /// Where the words of keys stand, by start, the longer first.
    found: Vec<Stand>,
    /// For how many of the keys sought it was looked through.
    n_looked: usize,
    /// Those of `found` that are not marked.
    pub(crate) bare: Vec<Stand>,
}

#[derive(Debug)]
struct Spelling {
    words: String,
    key: u32,
}

#[derive(Debug)]
struct Key {
    folded: String,
    pattern: Pattern,
    /// The hash of what it begins with.
    first: u64,
    n_mentions: u32,
    /// The how-manyth of those that are sought in texts it is: none while it is only suggested.
    sought: Option<usize>,
}

/// All articles.
#[derive(Debug, Default)]
pub(crate) struct Index {
    articles: BTreeMap<DocumentId, Article>,
    spellings: Vec<Spelling>,
    by_words: BTreeMap<String, u32>,
    keys: Vec<Key>,
    by_folded: BTreeMap<String, u32>,
    n_sought: usize,
    /// Keys that are sought, by the hash of what they begin with.
    by_first: BTreeMap<u64, Vec<u32>>,
    /// Which hashes there are, as far as their last bits tell: most words of a text are sifted out.
    sieve: Vec<u64>,
    /// Keys that have their first mention now, or lost their last.
    turned: Vec<u32>,
}

impl Index {
    /// The article `document`, once its marks were read.
    pub(crate) fn article(&self, document: &DocumentId) -> Option<&Article> {
        self.articles.get(document)
    }

    /// The words of a spelling, and the number of its key.
    pub(crate) fn spelling(&self, spelling: u32) -> (&str, u32) {
        let it = &self.spellings[spelling as usize];
        (&it.words, it.key)
    }

    /// The words of a key.
    pub(crate) fn folded(&self, key: u32) -> &str {
        &self.keys[key as usize].folded
    }

    /// The number of the spelling of `words`.
    pub(crate) fn spelling_of(&self, words: &str) -> Option<u32> {
        self.by_words.get(words).copied()
    }

    /// The number of the key of the folded words `folded`.
    pub(crate) fn key_of(&self, folded: &str) -> Option<u32> {
        self.by_folded.get(folded).copied()
    }

    /// How many spellings and keys there are.
    pub(crate) fn n_words(&self) -> (usize, usize) {
        (self.spellings.len(), self.keys.len())
    }

    /// Whether what is known of `document` is of this text.
    pub(crate) fn has(&self, document: &DocumentId, text: TextHash) -> bool {
        self.articles.get(document).is_some_and(|it| it.text == text)
    }

    /// The articles that are known.
    pub(crate) fn documents(&self) -> impl Iterator<Item = &DocumentId> {
        self.articles.keys()
    }

    /// Forgets `document`.
    pub(crate) fn forget(&mut self, document: &DocumentId) {
        if let Some(old) = self.articles.remove(document) {
            old.mentions.iter().for_each(|it| self.count(it.spelling, false));
        }
    }

    /// Reads the marks of `document` anew, and what is suggested there. How many there are.
    pub(crate) fn read(
        &mut self,
        document: &DocumentId,
        text: &Text,
        track: &Track,
        suggested: &[(TextRange, LabelId)],
    ) -> usize {
        let hints = suggested.iter().filter_map(|(range, label)| {
            let spelling = self.spell(&EXACT.normal(text.slice(*range)?))?;
            Some(Hint { range: *range, spelling, label: *label })
        });
        let hints: Vec<Hint> = hints.collect();
        let marks = track.annotations.iter();
        let mentions: Vec<Mention> =
            marks.filter_map(|(id, mark)| self.mention(*id, mark, text)).collect();
        // Before those there were: a key that stays in use is none that turned.
        for it in &mentions {
            self.count(it.spelling, true);
        }
        let known = self.articles.remove(document);
        known.iter().flat_map(|it| &it.mentions).for_each(|it| self.count(it.spelling, false));
        let known = known.filter(|it| it.text == text.hash());
        let (n_looked, found) = known.map(|it| (it.n_looked, it.found)).unwrap_or_default();
        let pieces = track.annotations.values().flat_map(|it| it.extent.ranges().iter().copied());
        let (taken, n) = (pieces.collect(), mentions.len() + hints.len());
        let (text, bare) = (text.hash(), Vec::new());
        let article = Article { text, mentions, hints, taken, found, n_looked, bare };
        self.articles.insert(document.clone(), article);
        self.settle(document);
        n
    }

    fn mention(&mut self, id: AnnotationId, mark: &Annotation, text: &Text) -> Option<Mention> {
        let spelling = self.spell(&EXACT.normal(&mark.extent.words(text)?))?;
        let (range, link) = (mark.extent.hull(), mark.link.clone());
        Some(Mention { id, range, spelling, label: mark.label, link })
    }

    /// The number of the spelling `words`, a new one where it is not known; nothing for no words.
    fn spell(&mut self, words: &str) -> Option<u32> {
        if let Some(known) = self.by_words.get(words) {
            return Some(*known);
        }
        let key = self.key(words)?;
        let number = self.spellings.len() as u32;
        self.spellings.push(Spelling { words: words.to_owned(), key });
        self.by_words.insert(words.to_owned(), number);
        Some(number)
    }

    fn key(&mut self, words: &str) -> Option<u32> {
        let folded = LOOSE.normal(words);
        if let Some(known) = self.by_folded.get(&folded) {
            return Some(*known);
        }
        let pattern = Pattern::new(words, LOOSE)?;
        let number = self.keys.len() as u32;
        let mut first = String::new();
        fold_into(&words[..unit_at(words, 0)], &mut first);
        let first = extend_key(KEY_START, &first);
        let key = Key { folded: folded.clone(), pattern, first, n_mentions: 0, sought: None };
        self.keys.push(key);
        self.by_folded.insert(folded, number);
        Some(number)
    }

    /// Has texts looked through for a key from now on.
    fn seek(&mut self, number: u32) {
        let key = &mut self.keys[number as usize];
        if key.sought.is_some() {
            return;
        }
        key.sought = Some(self.n_sought);
        self.n_sought += 1;
        self.sieve.resize(SIEVE, 0);
        let (at, bit) = sifted(key.first);
        self.sieve[at] |= bit;
        self.by_first.entry(key.first).or_default().push(number);
    }

    fn count(&mut self, spelling: u32, is_there: bool) {
        let number = self.spellings[spelling as usize].key;
        let key = &mut self.keys[number as usize];
        if is_there {
            key.n_mentions += 1;
        } else {
            key.n_mentions -= 1;
        }
        if key.n_mentions == u32::from(is_there) {
            self.turned.push(number);
            self.seek(number);
        }
    }

    /// Settles the articles in which a key stands that came into use, or went out of it.
    pub(crate) fn settle_turned(&mut self) {
        let mut is_turned = vec![false; self.keys.len()];
        self.turned.drain(..).for_each(|it| is_turned[it as usize] = true);
        let has_turned = |it: &Stand| is_turned[self.spellings[it.spelling as usize].key as usize];
        let stale = self.articles.iter().filter(|it| it.1.found.iter().any(has_turned));
        let stale: Vec<DocumentId> = stale.map(|it| it.0.clone()).collect();
        for it in &stale {
            self.settle(it);
        }
    }

    /// Finds which words of `document` are not marked.
    fn settle(&mut self, document: &DocumentId) {
        let Some(article) = self.articles.get_mut(document) else { return };
        article.bare.clear();
        let mut end = 0;
        for stand in &article.found {
            let key = self.spellings[stand.spelling as usize].key;
            let is_used = self.keys[key as usize].n_mentions > 0;
            if is_used && stand.range.start() >= end && !article.taken.overlaps(stand.range) {
                end = stand.range.end();
                article.bare.push(*stand);
            }
        }
    }

    /// The articles that were not looked through for all keys sought.
    pub(crate) fn unlooked(&self) -> impl Iterator<Item = &DocumentId> {
        self.articles.iter().filter(|it| it.1.n_looked < self.n_sought).map(|it| it.0)
    }

    /// Looks through `document` for the keys sought that it was not looked through for.
    pub(crate) fn look_through(&mut self, document: &DocumentId, text: &str) {
        let Some(from) = self.articles.get(document).map(|it| it.n_looked) else { return };
        let mut found = Vec::new();
        for range in self.places(text, from) {
            let words = range.slice(text).map(|it| EXACT.normal(it));
            if let Some(spelling) = words.and_then(|it| self.spell(&it)) {
                found.push(Stand { range, spelling });
            }
        }
        let Some(article) = self.articles.get_mut(document) else { return };
        article.found.append(&mut found);
        sort_by_key(&mut article.found, |it| (it.range.start(), Reverse(it.range.end())));
        article.n_looked = self.n_sought;
        self.settle(document);
    }

    /// Where the words of the keys sought from the number `from` on stand in `text`: one pass.
    fn places(&self, text: &str, from: usize) -> Vec<TextRange> {
        let (mut places, mut first, mut buffer) = (Vec::new(), String::new(), String::new());
        let mut at = 0;
        while at < text.len() {
            let end = unit_at(text, at);
            first.clear();
            fold_into(&text[at..end], &mut first);
            let hash = extend_key(KEY_START, &first);
            let (word, bit) = sifted(hash);
            let is_there = self.sieve.get(word).is_some_and(|it| it & bit != 0);
            let keys = is_there.then(|| self.by_first.get(&hash)).flatten();
            let keys = keys.into_iter().flatten().map(|it| &self.keys[*it as usize]);
            for key in keys.filter(|it| it.sought.is_some_and(|it| it >= from)) {
                if let Some(length) = key.pattern.length_at(&text[at..], &mut buffer) {
                    places.push(TextRange::new(at as u32, (at + length) as u32));
                }
            }
            at = end;
        }
        places
    }
}

/// The end of the letters and digits from `at` on, or of the one sign that stands there.
fn unit_at(text: &str, at: usize) -> usize {
    let is_letter = |c: char| is_inside(c) && !is_apostrophe(c);
    let rest = &text[at..];
    match rest.chars().next() {
        Some(c) if is_letter(c) => at + rest.find(|c| !is_letter(c)).unwrap_or(rest.len()),
        // Blanks begin no words: all of them at once.
        Some(c) if is_blank(c) => at + rest.find(|c| !is_blank(c)).unwrap_or(rest.len()),
        Some(c) => at + c.len_utf8(),
        None => at,
    }
}

/// Where a hash is in the sieve.
fn sifted(hash: u64) -> (usize, u64) {
    ((hash >> 6) as usize % SIEVE, 1 << (hash % 64))
}

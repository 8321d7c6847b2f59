//! Where in an article is what is looked for.

use crate::model::annotation::Annotation;
use crate::model::document::Body;
use crate::model::id::DocumentId;
use crate::order::sort;
use crate::session::Session;
use crate::session::batch::{Change, Purpose};
use crate::session::search::query::Within;
use crate::session::search::{Search, Sought};
use crate::text::{Ranges, TextRange};

/// How many steps through a pattern take as long as comparing a byte with words.
const STEPS_PER_BYTE: u64 = 4;
/// How many bytes of text take as long as asking about a mark.
const MARK_BYTES: usize = 100;

impl Sought {
    /// Whether it is anywhere in `words`.
    fn is_in(&self, words: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::AnyWords => true,
            Self::Words(pattern) => !pattern.places(words).is_empty(),
            Self::Expression(expression) => !expression.hits(words).places.is_empty(),
        }
    }
}

impl Search {
    /// Whether the note or the link of `mark` is what is looked for.
    fn is_remarked(&self, mark: &Annotation) -> bool {
        let remarks = [mark.note.as_deref(), mark.link.as_deref()];
        remarks.into_iter().flatten().any(|it| !it.is_empty() && self.sought.is_in(it))
    }
}

impl Session {
    /// Where in `document` is what is looked for, in order, and how much work that was, in bytes.
    pub(crate) fn look_in(
        &self,
        search: &mut Search,
        document: &DocumentId,
    ) -> (Vec<TextRange>, usize) {
        let Some(body) = self.project.body(document) else { return (Vec::new(), 0) };
        let text = body.text.as_str();
        if let Some(similar) = &mut search.similar {
            similar.look(text);
            return (Vec::new(), 2 * text.len());
        }
        if search.is_in_marks() {
            return self.marks_in(search, document, body);
        }
        match &search.sought {
            Sought::Words(pattern) => (pattern.places(text), text.len()),
            Sought::Expression(expression) => {
                let hits = expression.hits(text);
                search.n_cut += u64::from(hits.is_cut);
                (hits.places, text.len() + (hits.n_steps / STEPS_PER_BYTE) as usize)
            }
            Sought::Nothing | Sought::AnyWords => (Vec::new(), 0),
        }
    }

    fn marks_in(
        &self,
        search: &Search,
        document: &DocumentId,
        body: &Body,
    ) -> (Vec<TextRange>, usize) {
        let Search { query, sought, .. } = search;
        let (mut found, mut n_asked) = (Vec::new(), 0);
        for (author, track) in &body.tracks {
            n_asked += track.annotations.len();
            let wanted = track.annotations.values().filter(|it| query.wants(it, *author, self.me));
            let fits = |it: &&Annotation| match query.within {
                Within::Remarks => search.is_remarked(it),
                _ => it.extent.words(&body.text).is_some_and(|it| sought.is_in(&it)),
            };
            found.extend(wanted.filter(fits).map(|it| it.extent.hull()));
        }
        if query.within == Within::Marks {
            for (key, score) in self.open_suggestions(document) {
                n_asked += 1;
                let words = || key.range.slice(body.text.as_str());
                if query.wants_suggestion(key.label, score)
                    && words().is_some_and(|it| sought.is_in(it))
                {
                    found.push(key.range);
                }
            }
        }
        sort(&mut found);
        found.dedup();
        (found, MARK_BYTES * (1 + n_asked))
    }

    /// Where the hits of the search stand in the open article, those that overlap as one.
    pub(crate) fn hits_here(&self) -> Option<Vec<TextRange>> {
        let batch = self.batch.as_ref()?;
        let Purpose::Search(_) = &batch.purpose else { return None };
        let here = batch.rows.iter().filter(|it| self.open.as_ref() == Some(&it.document));
        let here: Ranges = here.map(|it| it.range).collect();
        Some(here.iter().collect())
    }

    /// What taking off the hits means: their marks, of the label that is looked for.
    pub fn removal_of_hits(&self) -> Change {
        Change::Remove(self.search_here().and_then(Search::label))
    }
}

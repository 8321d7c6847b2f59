//! What the queue asks about, as it is shown: a sentence, with those around it.

use crate::model::id::LabelId;
use crate::segment::sentence::sentences;
use crate::session::Session;
use crate::text::TextRange;
use crate::view::ShownKey;

/// What is asked about, in its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What the article is called.
    pub article: String,
    /// The mark: a suggestion, or what was just made of one.
    pub key: ShownKey,
    /// Its label.
    pub label: LabelId,
    /// The sentence that it is in.
    pub sentence: TextRange,
    /// The sentence before, on one line; empty at the start.
    pub before: String,
    /// The sentence after; empty at the end.
    pub after: String,
    /// The engine's estimate, 0 to 1, of a suggestion.
    pub score: Option<f32>,
}

impl Session {
    /// What is asked about, in its sentence. A mark over several sentences has all of them.
    pub fn question(&self) -> Option<Question> {
        let sheet = self.sheet().filter(|_| self.is_in_queue())?;
        let shown = &sheet.find(self.cursor.mark?)?.shown;
        let (text, hull) = (sheet.text().as_str(), shown.extent.hull());
        let all = |n: usize| {
            let range = sheet.paragraphs().get(n).map(|it| it.range);
            range.map(|it| sentences(text, it)).unwrap_or_default()
        };
        let here = sheet.paragraph_at(hull.start());
        let of = all(here);
        let first = of.iter().rposition(|it| it.start() <= hull.start()).unwrap_or(0);
        let last = of.iter().rposition(|it| it.start() < hull.end()).unwrap_or(first);
        let sentence = of.get(first)?.cover(*of.get(last)?);
        let before = match first.checked_sub(1) {
            Some(it) => of.get(it).copied(),
            None => here.checked_sub(1).and_then(|it| all(it).last().copied()),
        };
        let after = of.get(last + 1).copied().or_else(|| all(here + 1).first().copied());
        let words = |it: Option<TextRange>| {
            let words = it.and_then(|it| it.slice(text)).unwrap_or_default();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        Some(Question {
            article: self.name_of(sheet.document())?,
            key: shown.key,
            label: shown.label,
            sentence,
            before: words(before),
            after: words(after),
            score: shown.score,
        })
    }
}

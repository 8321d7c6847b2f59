//! What is looked for, and where.

use crate::model::annotation::Annotation;
use crate::model::id::{AuthorId, LabelId};
use crate::model::origin::Origin;
use crate::session::matching::Matching;
use crate::session::reason::percent;

/// Where is looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Within {
    /// In the texts.
    #[default]
    Text,
    /// In the words of marks and suggestions.
    Marks,
    /// In the notes and links of marks.
    Remarks,
}

/// Who says that a mark is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Who {
    /// No matter who.
    #[default]
    Anyone,
    /// The person at work, by hand or by accepting.
    Person,
    /// Nobody yet: it is suggested.
    Engine,
    /// A file.
    File,
    /// Somebody else whose work the project holds.
    Author(AuthorId),
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The words, or the pattern.
    pub words: String,
    /// Whether it is a pattern: a regular expression.
    pub is_expression: bool,
    /// Which words count as the same. Forms are not asked for.
    pub matching: Matching,
    /// In all articles, not in the open one only.
    pub everywhere: bool,
    /// Where.
    pub within: Within,
    /// The label that marks must have.
    pub label: Option<LabelId>,
    /// Who must say so of marks.
    pub who: Who,
    /// From which score to which, in per cent; what has none fits only the whole range.
    pub scores: (u8, u8),
}

/// Every score.
pub const ALL_SCORES: (u8, u8) = (0, 100);

impl Default for Query {
    fn default() -> Self {
        let matching = Matching { whole: false, ..Matching::default() };
        Self {
            words: String::new(),
            is_expression: false,
            matching,
            everywhere: true,
            within: Within::default(),
            label: None,
            who: Who::default(),
            scores: ALL_SCORES,
        }
    }
}

impl Query {
    /// Whether it asks for something.
    pub(crate) fn is_something(&self) -> bool {
        self.within != Within::Text || !self.words.trim().is_empty()
    }

    /// Whether a mark of `author` is asked for, apart from its words; `me` is at work.
    pub(crate) fn wants(&self, mark: &Annotation, author: AuthorId, me: AuthorId) -> bool {
        let is_file = matches!(mark.origin, Origin::Imported { .. });
        let is_theirs = match self.who {
            Who::Anyone => true,
            Who::Person => author == me && !is_file,
            Who::File => author == me && is_file,
            Who::Author(who) => author == who,
            Who::Engine => false,
        };
        let score = match &mark.origin {
            Origin::Accepted { score, .. } => Some(*score),
            _ => None,
        };
        is_theirs && self.has_label(mark.label) && self.has_score(score)
    }

    /// Whether a suggestion is asked for, apart from its words.
    pub(crate) fn wants_suggestion(&self, label: LabelId, score: f32) -> bool {
        let is_theirs = matches!(self.who, Who::Anyone | Who::Engine);
        is_theirs && self.has_label(label) && self.has_score(Some(score))
    }

    fn has_label(&self, label: LabelId) -> bool {
        self.label.is_none_or(|it| it == label)
    }

    /// As the page writes scores, so that what is seen is what is compared.
    fn has_score(&self, score: Option<f32>) -> bool {
        match score {
            Some(score) => {
                let percent = percent(score);
                (u64::from(self.scores.0)..=u64::from(self.scores.1)).contains(&percent)
            }
            None => self.scores == ALL_SCORES,
        }
    }
}

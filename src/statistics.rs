//! What can be counted about the work on articles: labels, answers, time, lengths, progress.
//!
//! [`Statistics::of`] counts what it is handed, one [`Work`] an article, and changes nothing;
//! [`exhibit`] lays the numbers out as tables and pictures. Page and command line show the same
//! tables.
//!
//! Reading order: what is counted ([`count`], [`agreement`], [`time`], [`length`], [`spread`], [`trial`]), then
//! how it is shown ([`table`], [`chart`], [`exhibit`]).
//!
//! Limits: all is counted anew each time but the lengths of texts, which never change and are
//! remembered by the caller in [`Lengths`]. Work by several authors on one article
//! is counted together.

pub mod agreement;
pub mod chart;
pub mod count;
pub mod exhibit;
pub mod length;
pub mod spread;
pub mod table;
pub mod time;
pub mod trial;

use crate::edit::history::Step;
use crate::model::id::{DocumentId, LabelId};
use crate::model::track::Track;
use crate::statistics::agreement::Agreement;
use crate::statistics::count::{ArticleCount, LabelCount};
use crate::statistics::length::Lengths;
use crate::statistics::time::Times;
use crate::statistics::trial::{Sight, Trial};
use crate::text::Text;

/// One article with the work on it that is to be counted.
#[derive(Clone, Debug)]
pub struct Work<'a> {
    /// The article.
    pub id: &'a DocumentId,
    /// What people call it.
    pub name: &'a str,
    /// Its words.
    pub text: &'a Text,
    /// The work: one track, or several authors' together.
    pub tracks: Vec<&'a Track>,
    /// The label of each suggestion that nobody has answered.
    pub open: Vec<LabelId>,
    /// Whether its suggestions are seen.
    pub sight: Sight,
}

/// All that is counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// Each label that stands on a mark or an open suggestion, in the order of ids.
    pub labels: Vec<LabelCount>,
    /// Each article, in the order given.
    pub articles: Vec<ArticleCount>,
    /// What became of suggestions.
    pub agreement: Agreement,
    /// How long marks took; `None` where there is no history, as in a file.
    pub times: Option<Times>,
    /// Work with suggestions and without.
    pub trial: Trial,
}

impl Statistics {
    /// Counts `works`. `history` holds all steps that are done, oldest first, those on other
    /// articles included, where it is known; `lengths` remembers what is known of texts.
    pub fn of(works: &[Work<'_>], history: Option<&[Step]>, lengths: &mut Lengths) -> Self {
        let mut agreement = Agreement::default();
        for track in works.iter().flat_map(|it| &it.tracks) {
            agreement.add(track);
        }
        Self {
            labels: count::labels(works),
            articles: works.iter().map(|it| count::article(it, lengths)).collect(),
            agreement,
            times: history.map(|steps| Times::of(steps, works)),
            trial: Trial::of(works, lengths),
        }
    }
}

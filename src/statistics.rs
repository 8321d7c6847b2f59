//! What can be counted about the work on articles: labels, answers, time, lengths, progress.
//!
//! [`Statistics::of`] counts what it is handed, one [`Work`] an article, and changes nothing;
//! [`exhibit`] lays the numbers out as tables and pictures. Page and command line show the same
//! tables.
//!
//! Reading order: what is counted ([`count`], [`agreement`], [`correction`], [`work`], [`time`],
//! [`length`], [`spread`], [`trial`]), then how it is shown ([`table`], [`chart`], [`exhibit`]).
//!
//! Limits: all is counted anew each time but the lengths of texts, which never change and are
//! remembered by the caller in [`Lengths`]. Work by several authors on one article
//! is counted together.

pub mod agreement;
pub mod chart;
pub mod correction;
pub mod count;
pub mod exhibit;
pub mod length;
pub mod spread;
pub mod table;
pub mod time;
pub mod trial;
pub mod work;

use crate::edit::history::History;
use crate::model::id::{DocumentId, LabelId};
use crate::model::track::Track;
use crate::statistics::agreement::Agreement;
use crate::statistics::correction::Corrections;
use crate::statistics::count::{ArticleCount, LabelCount};
use crate::statistics::length::Lengths;
use crate::statistics::time::Times;
use crate::statistics::trial::{Sight, Trial};
use crate::statistics::work::{Worked, worked};
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
    /// What people made otherwise than it was suggested.
    pub corrections: Corrections,
    /// How long marks took; `None` where there is no history, as in a file.
    pub times: Option<Times>,
    /// Work with suggestions and without.
    pub trial: Trial,
    /// How long the work on each article took, in the order given; none where there is no history.
    pub worked: Vec<Worked>,
    /// How long everything else took: other articles, several at once, labels.
    pub elsewhere: Worked,
}

impl Statistics {
    /// Counts `works`. `history` is that of the whole project, where it is known; `lengths`
    /// remembers what is known of texts.
    pub fn of(works: &[Work<'_>], history: Option<&History>, lengths: &mut Lengths) -> Self {
        let mut agreement = Agreement::default();
        for track in works.iter().flat_map(|it| &it.tracks) {
            agreement.add(track);
        }
        let (worked, elsewhere) = history.map(|it| worked(it, works)).unwrap_or_default();
        Self {
            labels: count::labels(works),
            articles: works.iter().map(|it| count::article(it, lengths)).collect(),
            agreement,
            corrections: Corrections::of(works, history.map(History::done).unwrap_or_default()),
            times: history.map(|it| Times::of(it.done(), works)),
            worked,
            elsewhere,
            trial: Trial::of(works, lengths),
        }
    }
}

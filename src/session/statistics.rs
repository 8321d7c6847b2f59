//! The numbers of the project as they are now: my work, and what waits for my answer.

use crate::model::id::DocumentId;
use crate::session::Session;
use crate::statistics::length::Lengths;
use crate::statistics::trial::Sight;
use crate::statistics::{Statistics, Work};

impl Session {
    /// Counts all articles, or `only` one. Those that are not loaded are left out.
    pub fn statistics(&self, only: Option<&DocumentId>, lengths: &mut Lengths) -> Statistics {
        let wanted =
            self.project.documents().filter(|it| only.is_none_or(|id| *id == it.header.id));
        let works: Vec<Work<'_>> = wanted
            .filter_map(|it| {
                let body = it.body.as_ref()?;
                Some(Work {
                    id: &it.header.id,
                    name: &it.header.name,
                    text: &body.text,
                    tracks: body.tracks.get(&self.me).into_iter().collect(),
                    sight: self.sight(&it.header.id),
                    open: self.open_suggestions(&it.header.id).map(|it| it.0.label).collect(),
                })
            })
            .collect();
        Statistics::of(&works, Some(&self.history), lengths)
    }

    fn sight(&self, document: &DocumentId) -> Sight {
        if self.hides(document) {
            return Sight::Hidden(self.hidden_suggestions(document));
        }
        Sight::Shown
    }
}

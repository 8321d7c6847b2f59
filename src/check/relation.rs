//! Relations that end in nothing: a mark that is gone, or a label that is.

use crate::check::{Finding, Sight};
use crate::message::Message;
use crate::model::relation::Relation;
use crate::model::track::Track;

pub(super) fn find(sight: &Sight) -> Vec<Finding> {
    let mut found = Vec::new();
    for track in sight.body.tracks.values() {
        for relation in track.relations.values().filter(|it| !is_tied(sight, track, it)) {
            let known = sight.schema.relation(relation.label);
            let label = known.map_or_else(|| relation.label.0.to_string(), |it| it.name.clone());
            let message = Message::CheckRelationLoose { article: sight.article(), label };
            found.push(Finding { range: None, message });
        }
    }
    found
}

fn is_tied(sight: &Sight, track: &Track, it: &Relation) -> bool {
    let has = |id| track.annotations.contains_key(id);
    has(&it.from) && has(&it.to) && sight.schema.relation(it.label).is_some()
}

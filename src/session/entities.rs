//! The entities view: the mentions of all articles by their words, and where they disagree.
//!
//! A group is what has the same words, or the same link. Groups whose mentions bear more than one
//! label come first, then those whose words are marked here and not there, then what is suggested and
//! marked nowhere. Opening a group gathers its places as a batch ([`Purpose::Group`]); linking groups
//! makes them one entity.
//!
//! What is shown is derived: never saved, never undone. Marks and texts are read in slices
//! ([`Session::look`]) when the view is first shown, and then only where a step has been. The groups
//! themselves are counted anew after each step, while they are in sight.
//!
//! Reading order: `index` (what stands where), [`group`] (what is of one group), [`link`].

pub mod group;
pub mod link;

mod index;

use std::collections::BTreeSet;

use crate::edit::apply::Touched;
use crate::extract::spelling::fold;
use crate::model::id::DocumentId;
use crate::model::track::Track;
use crate::order::Gather;
use crate::session::Session;
use crate::session::batch::standing::Standing;
use crate::session::batch::{Batch, Change, Purpose};
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::entities::group::{Group, GroupKey, Section, groups, mentions, places};
use crate::session::entities::index::Index;
use crate::session::out::Out;
use crate::text::TextRange;

/// How much is read and looked through at once after a step, in bytes: a frame's worth.
const AT_ONCE: usize = 200_000;

/// What reading a mark costs, in bytes of text looked through.
const MARK_BYTES: usize = 50;

/// Which mentions are of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Those of the same words.
    #[default]
    Words,
    /// The same, whatever their case and accents.
    Loose,
    /// Those of the same link; those without one by their words, as in `Loose`.
    Link,
}

/// The view.
#[derive(Debug, Default)]
pub struct Entities {
    /// Which mentions are of one group.
    pub by: By,
    /// Words that the listed groups have.
    pub words: String,
    /// All groups, by section, the most frequent first.
    pub groups: Vec<Group>,
    /// The groups that are ticked.
    pub ticked: BTreeSet<GroupKey>,
    is_shown: bool,
    /// Whether changes are followed: from the first time on that it is shown.
    is_kept: bool,
    /// The group that was open when the view was left.
    left: Option<GroupKey>,
    index: Index,
    /// Articles whose marks are to be read.
    stale: BTreeSet<DocumentId>,
}

impl Entities {
    /// Whether all articles are counted.
    pub fn is_complete(&self) -> bool {
        self.stale.is_empty() && self.index.unlooked().next().is_none()
    }

    /// The places among all groups of those that are listed.
    pub fn listed(&self) -> Vec<usize> {
        let wanted = fold(self.words.trim());
        let is_listed = |it: &usize| self.groups[*it].folded.contains(&wanted);
        (0..self.groups.len()).filter(is_listed).collect()
    }

    /// How many of the `listed` groups are in `section`.
    pub fn n_in(&self, section: Section, listed: &[usize]) -> usize {
        listed.iter().filter(|it| self.groups[**it].section() == section).count()
    }

    /// How many mentions there are.
    pub fn n_mentions(&self) -> u64 {
        self.groups.iter().map(Group::n_mentions).sum()
    }

    /// How many suggestions there are whose words are marked nowhere.
    pub fn n_suggested(&self) -> u64 {
        self.groups.iter().flat_map(|it| &it.suggested).map(|it| it.1).sum()
    }

    /// The group that `key` finds.
    pub fn group(&self, key: &GroupKey) -> Option<&Group> {
        self.groups.iter().find(|it| it.key == *key)
    }
}

impl Session {
    /// The entities view, while it is shown.
    pub fn entities(&self) -> Option<&Entities> {
        Some(&self.entities).filter(|it| it.is_shown && self.open.is_some())
    }

    /// The group whose places are looked at.
    pub fn opened_entity(&self) -> Option<&GroupKey> {
        match &self.batch.as_ref()?.purpose {
            Purpose::Group(key) => Some(key),
            _ => None,
        }
    }

    /// The mentions of the open group that are as its change would have them.
    pub fn agreeing_mentions(&self) -> Vec<(DocumentId, TextRange)> {
        let (Some(key), Some(batch)) = (self.opened_entity(), &self.batch) else {
            return Vec::new();
        };
        let Change::Label(label) = batch.change else { return Vec::new() };
        let (index, by, order) = (&self.entities.index, self.entities.by, self.project.order());
        let all = mentions(index, by, key, order).into_iter();
        let agreeing = all.filter(|it| it.1.label == label);
        agreeing.map(|(document, it)| (document.clone(), it.range)).collect()
    }

    /// Commands about the view; others are handed back. Those that lead to an article leave it.
    pub(crate) fn work_on_entities(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::ShowEntities if self.entities.is_shown => self.close_entities(out),
            Command::ShowEntities => self.show_entities(out),
            Command::CloseEntities => self.close_entities(out),
            Command::GroupEntities(by) => {
                self.entities.by = by;
                self.entities.ticked.clear();
                self.close_batch(out);
                self.group_entities(out);
            }
            Command::FilterEntities(words) => {
                self.entities.words = words;
                out.redraw.entities = true;
            }
            Command::OpenEntity(key) if self.opened_entity() == Some(&key) => self.close_batch(out),
            Command::OpenEntity(key) => self.open_entity(&key, out),
            Command::TickEntity { key, on: true } => {
                // Ticked groups are linked, and there is nothing to link in what is only suggested.
                let has_mentions = |it: &Group| it.n_mentions() > 0;
                if self.entities.group(&key).is_some_and(has_mentions) {
                    self.entities.ticked.insert(key);
                }
                out.redraw.entities = true;
            }
            Command::TickEntity { key, on: false } => {
                self.entities.ticked.remove(&key);
                out.redraw.entities = true;
            }
            Command::LinkEntities { keys, link } => self.link_entities(&keys, &link, out),
            command => {
                if leads_to_article(&command) {
                    self.close_entities(out);
                }
                return Some(command);
            }
        }
        None
    }

    fn show_entities(&mut self, out: &mut Out) {
        self.close_batch(out);
        self.entities.is_shown = true;
        if !std::mem::replace(&mut self.entities.is_kept, true) {
            self.entities.stale = self.project.order().iter().cloned().into_set();
        }
        self.catch_up_on_entities(out);
        if let Some(key) = self.entities.left.take() {
            self.open_entity(&key, out);
        }
        out.then(Effect::EnterEntities);
    }

    pub(crate) fn close_entities(&mut self, out: &mut Out) {
        if !std::mem::take(&mut self.entities.is_shown) {
            return;
        }
        self.entities.left = self.opened_entity().cloned();
        if self.entities.left.is_some() {
            self.close_batch(out);
        }
        out.redraw.entities = true;
    }

    /// Notes what is to be read anew after a change, and reads it if it is in sight.
    pub(crate) fn entities_follow(&mut self, touched: &Touched, out: &mut Out) {
        let Entities { is_kept: true, index, stale, .. } = &mut self.entities else { return };
        stale.extend(touched.documents.keys().cloned());
        if touched.list {
            let project = &self.project;
            let is_news = |it: &&DocumentId| {
                project.document(it).is_some_and(|document| !index.has(it, document.header.text))
            };
            stale.extend(project.order().iter().filter(is_news).cloned());
            let is_gone = |it: &&DocumentId| project.document(it).is_none();
            stale.extend(index.documents().filter(is_gone).cloned());
        }
        if self.entities.is_shown && !self.entities.stale.is_empty() {
            self.catch_up_on_entities(out);
        }
    }

    /// Notes that other things are suggested in `documents` now.
    pub(crate) fn entities_hear_of(&mut self, documents: &[DocumentId], out: &mut Out) {
        let Entities { is_kept: true, is_shown, stale, .. } = &mut self.entities else { return };
        stale.extend(documents.iter().cloned());
        if *is_shown {
            out.then(Effect::Look);
        }
    }

    /// Reads a frame's worth, and the rest soon.
    fn catch_up_on_entities(&mut self, out: &mut Out) {
        if !self.read_entities(AT_ONCE) {
            out.then(Effect::Look);
        }
        self.group_entities(out);
    }

    /// Goes on with what is not counted yet, while the view is shown. Whether it is complete.
    pub(crate) fn look_for_entities(&mut self, most_bytes: usize, out: &mut Out) -> bool {
        if !self.entities.is_shown || self.entities.is_complete() {
            return true;
        }
        let is_complete = self.read_entities(most_bytes);
        if is_complete {
            self.group_entities(out);
        }
        is_complete
    }

    /// Reads stale marks, then looks through texts, about `most_bytes` of both. Whether that was all.
    fn read_entities(&mut self, most_bytes: usize) -> bool {
        let (mut n_bytes, none) = (0, Track::default());
        while n_bytes < most_bytes
            && let Some(document) = self.entities.stale.pop_first()
        {
            let suggested = self.open_suggestions(&document).map(|it| (it.0.range, it.0.label));
            let suggested: Vec<_> = suggested.collect();
            let index = &mut self.entities.index;
            let Some(body) = self.project.body(&document) else {
                index.forget(&document);
                continue;
            };
            let track = body.tracks.get(&self.me).unwrap_or(&none);
            n_bytes += MARK_BYTES * (1 + index.read(&document, &body.text, track, &suggested));
        }
        let Entities { index, stale, .. } = &mut self.entities;
        index.settle_turned();
        if !stale.is_empty() {
            return false;
        }
        let unlooked: Vec<DocumentId> = index.unlooked().cloned().collect();
        for document in &unlooked {
            if n_bytes >= most_bytes {
                return false;
            }
            let text = self.project.body(document).map(|it| it.text.as_str()).unwrap_or_default();
            n_bytes += text.len();
            index.look_through(document, text);
        }
        true
    }

    /// Counts the groups, and brings the open one in line with them.
    fn group_entities(&mut self, out: &mut Out) {
        let Entities { index, by, .. } = &self.entities;
        let groups = groups(index, *by, self.project.order());
        let is_there = |it: &GroupKey| groups.iter().any(|group| group.key == *it);
        let ticked = std::mem::take(&mut self.entities.ticked);
        self.entities.ticked = ticked.into_iter().filter(is_there).into_set();
        self.entities.groups = groups;
        out.redraw.entities = true;
        if let Some(key) = self.opened_entity().cloned() {
            self.follow_open_entity(&key, out);
        }
    }

    /// Gathers the places of a group, to make them as most of its mentions are, or to accept what is
    /// suggested alike.
    fn open_entity(&mut self, key: &GroupKey, out: &mut Out) {
        let Some(group) = self.entities.group(key) else { return };
        let change = match (group.suggested.len(), group.majority()) {
            (1, _) => Change::Accept,
            (_, Some(label)) => Change::Label(label),
            (_, None) => return,
        };
        self.propose_for_entity(key.clone(), change, out);
    }

    /// Gathers the places of the group `key` for `change`.
    pub(crate) fn propose_for_entity(&mut self, key: GroupKey, change: Change, out: &mut Out) {
        let (index, by) = (&self.entities.index, self.entities.by);
        let places = places(index, by, &key, self.project.order());
        self.open_batch(Purpose::Group(key), change, &places, out);
        if let Some(batch) = &mut self.batch {
            tick_odd_ones(batch);
        }
        out.redraw.entities = true;
    }

    /// Gathers them again after a change; what a person has ticked stays so.
    fn follow_open_entity(&mut self, key: &GroupKey, out: &mut Out) {
        let Some(old) = self.batch.take() else { return };
        if self.entities.group(key).is_none() {
            out.redraw.batch = true;
            return;
        }
        self.propose_for_entity(key.clone(), old.change, out);
        let before = old.rows.iter().map(|it| ((&it.document, it.range), it)).into_map();
        for row in self.batch.iter_mut().flat_map(|it| &mut it.rows) {
            let known = before.get(&(&row.document, row.range));
            if let Some(known) = known.filter(|it| it.standing == row.standing) {
                row.is_ticked = known.is_ticked;
            }
        }
    }
}

/// Ticks what differs from the other mentions, also where a person said so: whoever opens a group
/// asks for that. What was refused for these very words, or would lie across other marks, is not
/// ticked.
fn tick_odd_ones(batch: &mut Batch) {
    for row in &mut batch.rows {
        row.is_ticked = matches!(
            row.standing,
            Standing::Bare | Standing::Left | Standing::Suggested { .. } | Standing::Marked { .. }
        );
    }
}

/// Whether a command shows a place in an article.
fn leads_to_article(command: &Command) -> bool {
    matches!(
        command,
        Command::OpenArticle(_)
            | Command::NextArticle
            | Command::PreviousArticle
            | Command::GoTo { .. }
            | Command::NextMark
            | Command::PreviousMark
            | Command::NextDoubtful
            | Command::SelectMark(_)
            | Command::Same
            | Command::ShowHistory
    )
}

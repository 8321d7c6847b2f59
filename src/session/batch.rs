//! A batch: many places at once, looked through before one step changes them all.
//!
//! The same words elsewhere after a correction, the mentions of an entity, the hits of a search, the
//! suggestions above a score: all are places in articles, a change proposed for them, and a tick at
//! each. What a person decided before, or would be marked twice, is a conflict: shown, and not ticked
//! unasked. Applying is one transaction, and so one undo.
//!
//! Texts are looked through in slices ([`Session::look`]), since a thousand of them take longer than
//! a frame. While a batch is there, its rows follow every other change.
//!
//! Reading order: [`standing`] (what stands at a place), [`twins`] (the same words elsewhere), then
//! `apply` (what the ticked rows become).

pub mod standing;
pub mod twins;

mod apply;

use crate::edit::apply::Touched;
use crate::extract::spelling::fold;
use crate::model::id::{DocumentId, LabelId};
use crate::session::Session;
use crate::session::batch::standing::{Finding, Ground, Standing};
use crate::session::batch::twins::Twins;
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::entities::group::GroupKey;
use crate::session::find::Seen;
use crate::session::out::Out;
use crate::session::search::Search;
use crate::text::TextRange;
use crate::view::margin::Place;

/// The most rows of a batch: more than a person looks through.
pub const MOST_ROWS: usize = 20_000;

/// What is to be done at each ticked place.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Nothing: they are only looked at.
    Look,
    /// Give the words this label: mark what is bare, answer what is suggested, relabel marks.
    Label(LabelId),
    /// Take off the marks of this label, or of any, and refuse such suggestions.
    Remove(Option<LabelId>),
    /// Accept what is suggested on exactly these words.
    Accept,
    /// Link the marks on exactly these words to an entity.
    Link(String),
}

/// Why there is a batch.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// The same words elsewhere.
    Twins(Twins),
    /// The suggestions of all articles from this score on, in per cent.
    Sure(u8),
    /// The marks of a label, to make some of them another: none is ticked until it is chosen.
    Split(LabelId),
    /// The mentions of an entity, and its words where nothing is marked.
    Group(GroupKey),
    /// The hits of a search.
    Search(Box<Search>),
}

impl Purpose {
    /// Whether `standing`, found to be a conflict or not, is one here.
    fn minds(&self, standing: &Standing, is_conflict: bool) -> bool {
        let is_meant = match (self, standing) {
            (Self::Split(of), Standing::Marked { label, .. }) => of == label,
            // Whoever looks for marks means them.
            (Self::Search(search), Standing::Marked { .. }) => search.is_in_marks(),
            _ => false,
        };
        is_conflict && !is_meant
    }

    /// Whether what is no conflict is ticked, for `change`.
    fn ticks(&self, change: &Change) -> bool {
        !matches!(self, Self::Split(_)) && *change != Change::Look
    }

    /// The label that the marks of the places have, where only that is meant.
    fn label(&self) -> Option<LabelId> {
        match self {
            Self::Search(search) => search.label(),
            _ => None,
        }
    }
}

/// One place.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// In which article.
    pub document: DocumentId,
    /// Where in it.
    pub range: TextRange,
    /// What stands there now.
    pub standing: Standing,
    /// Whether the change would go against what a person said, or mark words twice.
    pub is_conflict: bool,
    /// Whether it is to be changed.
    pub is_ticked: bool,
}

/// Which rows are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Those in the open article.
    Here,
    /// Those that are conflicts.
    Conflicts,
    /// Those that are not ticked.
    Unticked,
}

/// Places, and what is proposed for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// Why it is there.
    pub purpose: Purpose,
    /// What is to be done.
    pub change: Change,
    /// The places, the open article's first, then in the order of the articles.
    pub rows: Vec<Row>,
    /// How many places are as the change would have them.
    pub n_agreeing: usize,
    /// Which rows are listed.
    pub only: Only,
    /// Words that the line of a listed row must hold.
    pub words: String,
    /// Whether a person asked for it, or it only offers itself.
    is_asked: bool,
    /// The articles not looked through yet, the next one last.
    unseen: Vec<DocumentId>,
}

impl Batch {
    /// A batch that has yet to look through `unseen`, given in order.
    fn new(purpose: Purpose, change: Change, mut unseen: Vec<DocumentId>, is_asked: bool) -> Self {
        unseen.reverse();
        let (rows, words) = (Vec::new(), String::new());
        let only = Only::default();
        Self { purpose, change, rows, n_agreeing: 0, only, words, is_asked, unseen }
    }

    /// A search that has yet to begin.
    pub(crate) fn of_search(search: Search) -> Self {
        Self::new(Purpose::Search(Box::new(search)), Change::Look, Vec::new(), true)
    }

    /// Leaves out what was not looked through yet. How many articles that is.
    pub(crate) fn stop(&mut self) -> usize {
        std::mem::take(&mut self.unseen).len()
    }

    /// How many articles were not looked through yet.
    pub fn n_unseen(&self) -> usize {
        self.unseen.len()
    }

    /// Whether all articles were looked through.
    pub fn is_complete(&self) -> bool {
        self.unseen.is_empty() || self.rows.len() >= MOST_ROWS
    }

    /// How many rows are ticked.
    pub fn n_ticked(&self) -> usize {
        self.rows.iter().filter(|it| it.is_ticked).count()
    }

    /// In how many articles there are rows.
    pub fn n_articles(&self) -> usize {
        // Rows of one article stand together.
        self.rows.chunk_by(|one, other| one.document == other.document).count()
    }
}

impl Session {
    /// The batch that is offered or was asked for.
    pub fn batch(&self) -> Option<&Batch> {
        self.batch.as_ref().filter(|it| it.is_asked || !it.rows.is_empty())
    }

    /// Whether a batch is there.
    pub fn has_batch(&self) -> bool {
        self.batch().is_some()
    }

    /// Whether there is something whose words can be looked for, or a batch to go into.
    pub fn has_mark_or_batch(&self) -> bool {
        self.has_mark() || self.has_batch()
    }

    /// The rows of the batch that are listed, by their places among all.
    pub fn batch_listed(&self) -> Vec<usize> {
        let Some(batch) = self.batch() else { return Vec::new() };
        let wanted = fold(batch.words.trim());
        let is_listed = |row: &Row| {
            let fits = match batch.only {
                Only::All => true,
                Only::Here => self.open.as_ref() == Some(&row.document),
                Only::Conflicts => row.is_conflict,
                Only::Unticked => !row.is_ticked,
            };
            fits && (wanted.is_empty() || self.line_holds(row, &wanted))
        };
        (0..batch.rows.len()).filter(|it| is_listed(&batch.rows[*it])).collect()
    }

    /// The number of the paragraph of the open article in which `range` starts; `None` for the title.
    pub fn paragraph_of(&self, range: TextRange) -> Option<u32> {
        let sheet = self.sheet()?;
        let mut upto = sheet.places()[..=sheet.paragraph_at(range.start())].iter().rev();
        match upto.find(|it| **it != Place::Continued)? {
            Place::Number(n) => Some(*n),
            _ => None,
        }
    }

    fn line_holds(&self, row: &Row, wanted: &str) -> bool {
        let seen = self.seen_in(&row.document, row.range);
        let line = |it: Seen| format!("{}{}{}", it.before, it.words, it.after);
        seen.is_some_and(|it| fold(&line(it)).contains(wanted))
    }

    /// Commands about batches, the queue and entities; others are handed back.
    pub(crate) fn work_in_batch(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        let command = self.work_in_queue(command, out)?;
        let command = self.work_on_entities(command, out)?;
        let command = self.work_in_search(command, out)?;
        match command {
            Command::Same => self.show_twins(out),
            Command::ChangeBatch(change) => self.change_batch(change, out),
            Command::MatchTwins(sought) => self.match_twins(sought, out),
            Command::Tick { row, on } => self.tick(&[row], on, out),
            Command::TickAll { rows, on } => self.tick(&rows, on, out),
            Command::ListInBatch { only, words } => {
                if let Some(batch) = &mut self.batch {
                    (batch.only, batch.words) = (only, words);
                    out.redraw.batch = true;
                }
            }
            Command::ApplyBatch => self.apply_batch(false, out),
            Command::ApplyBatchHere => self.apply_batch(true, out),
            Command::CloseBatch => self.close_batch(out),
            Command::GoTo { document, range } => {
                self.go_to_place(&document, range, out);
                self.note_hit(&document, range, out);
            }
            command => return Some(command),
        }
        None
    }

    /// Opens a batch of places that are known already, given in the order of the articles.
    pub(crate) fn open_batch(
        &mut self,
        purpose: Purpose,
        change: Change,
        places: &[(DocumentId, TextRange)],
        out: &mut Out,
    ) {
        let mut batch = Batch::new(purpose, change, Vec::new(), true);
        for group in places.chunk_by(|one, other| one.0 == other.0) {
            let ranges: Vec<TextRange> = group.iter().map(|it| it.1).collect();
            self.add_rows(&mut batch, &group[0].0, &ranges);
        }
        // Whoever asks for another threshold is still at the field.
        let is_sure = |it: &Batch| matches!(it.purpose, Purpose::Sure(_));
        let is_there = is_sure(&batch) && self.batch.as_ref().is_some_and(is_sure);
        self.batch = Some(batch);
        out.redraw.batch = true;
        if !is_there {
            out.then(Effect::EnterBatch);
        }
    }

    /// Puts a batch that is looked up in slices in the place of the one before.
    fn begin_batch(&mut self, batch: Batch, out: &mut Out) {
        self.batch = Some(batch);
        out.redraw.batch = true;
        out.then(Effect::Look);
    }

    /// Goes on looking through about `most_bytes` of text. Asks to be called again while there is more.
    pub fn look(&mut self, most_bytes: usize) -> Vec<Effect> {
        let mut out = Out::default();
        let is_complete = self.look_for_batch(most_bytes, &mut out);
        if !(self.look_for_entities(most_bytes, &mut out) && is_complete) {
            out.then(Effect::Look);
        }
        out.finish()
    }

    /// Goes on with the batch. Whether it is complete.
    fn look_for_batch(&mut self, most_bytes: usize, out: &mut Out) -> bool {
        let Some(mut batch) = self.batch.take_if(|it| !it.is_complete()) else { return true };
        let mut n_bytes = 0;
        while n_bytes < most_bytes && batch.rows.len() < MOST_ROWS {
            let Some(document) = batch.unseen.pop() else { break };
            let Some(text) = self.project.body(&document).map(|it| it.text.clone()) else {
                continue;
            };
            let (ranges, cost) = match &mut batch.purpose {
                Purpose::Twins(twins) => (twins.places(text.as_str()), text.as_str().len()),
                Purpose::Search(search) => self.look_in(search, &document),
                _ => break,
            };
            n_bytes += cost;
            self.add_rows(&mut batch, &document, &ranges);
        }
        self.look_for_similar(&mut batch);
        let is_complete = batch.is_complete();
        self.batch = Some(batch);
        out.redraw.batch = true;
        self.go_to_awaited(out);
        if is_complete && self.batch().is_none() {
            // Nothing to offer.
            self.batch = None;
        }
        is_complete
    }

    /// Nothing was found: the texts are looked through again, for what comes near.
    fn look_for_similar(&self, batch: &mut Batch) {
        let is_nothing = batch.is_complete() && batch.rows.is_empty() && batch.n_agreeing == 0;
        if let Purpose::Search(search) = &mut batch.purpose
            && is_nothing
            && search.turn_to_similar()
        {
            batch.unseen = self.articles_to_look_through(&batch.purpose);
            batch.unseen.reverse();
        }
    }

    fn add_rows(&self, batch: &mut Batch, document: &DocumentId, ranges: &[TextRange]) {
        if ranges.is_empty() {
            return;
        }
        let ground = Ground::of(self, document);
        let only = batch.purpose.label();
        for range in ranges {
            if batch.rows.len() >= MOST_ROWS {
                break;
            }
            match ground.find(*range, &batch.change, only) {
                Finding::Nothing => {}
                Finding::Agrees => batch.n_agreeing += 1,
                Finding::Row { standing, is_conflict } => {
                    let is_conflict = batch.purpose.minds(&standing, is_conflict);
                    let is_ticked = !is_conflict && batch.purpose.ticks(&batch.change);
                    let (document, range) = (document.clone(), *range);
                    batch.rows.push(Row { document, range, standing, is_conflict, is_ticked });
                }
            }
        }
    }

    /// Proposes something else for the same places.
    fn change_batch(&mut self, change: Change, out: &mut Out) {
        let Some(batch) = &mut self.batch else { return };
        batch.change = change;
        out.redraw.batch = true;
        if let Purpose::Group(key) = &batch.purpose {
            let (key, change) = (key.clone(), batch.change.clone());
            return self.propose_for_entity(key, change, out);
        }
        if let Purpose::Twins(_) | Purpose::Search(_) = &batch.purpose {
            // Places that agreed with the old change are no rows; they may be of the new one.
            let batch = Batch { is_asked: true, ..batch.clone() };
            return self.look_again(batch, out);
        }
        let documents = batch.rows.chunk_by(|a, b| a.document == b.document);
        let documents: Vec<DocumentId> = documents.map(|it| it[0].document.clone()).collect();
        for document in &documents {
            self.stand_anew(document, true);
        }
    }

    /// Looks for the places of `batch` from the start.
    pub(crate) fn look_again(&mut self, batch: Batch, out: &mut Out) {
        let unseen = self.articles_to_look_through(&batch.purpose);
        let purpose = match batch.purpose {
            Purpose::Search(search) => Purpose::Search(Box::new(search.anew(unseen.len()))),
            purpose => purpose,
        };
        let mut anew = Batch::new(purpose, batch.change, unseen, true);
        (anew.only, anew.words) = (batch.only, batch.words);
        self.begin_batch(anew, out);
    }

    fn tick(&mut self, rows: &[usize], on: bool, out: &mut Out) {
        let Some(batch) = &mut self.batch else { return };
        for row in rows {
            if let Some(row) = batch.rows.get_mut(*row) {
                row.is_ticked = on;
            }
        }
        out.redraw.batch = true;
    }

    pub(crate) fn close_batch(&mut self, out: &mut Out) {
        if self.batch.take().is_some() {
            out.redraw.batch = true;
        }
    }

    /// Opens `document` and selects what stands at `range`: its mark, else its words.
    pub(crate) fn go_to_place(&mut self, document: &DocumentId, range: TextRange, out: &mut Out) {
        self.open_article(document, out);
        let Some(sheet) = self.sheet().filter(|it| it.document() == document) else { return };
        let mark = sheet.marks_in(range).find(|it| it.shown.extent.hull() == range);
        if let Some(key) = mark.map(|it| it.shown.key) {
            return self.select_mark(key, out);
        }
        self.select(range.start(), range.end(), out);
        out.then(Effect::Reveal(range));
    }

    /// Brings the rows of what a change touched in line with it.
    pub(crate) fn batch_follows(&mut self, touched: &Touched, out: &mut Out) {
        for document in touched.documents.keys() {
            self.batch_follows_in(document, out);
        }
    }

    /// Brings the rows of `document` in line with what stands there now.
    pub(crate) fn batch_follows_in(&mut self, document: &DocumentId, out: &mut Out) {
        let concerns = |it: &Batch| it.rows.iter().any(|it| it.document == *document);
        if self.batch.as_ref().is_some_and(concerns) {
            self.stand_anew(document, false);
            out.redraw.batch = true;
        }
    }

    /// Finds anew what stands at the rows of `document`. Ticks stay, unless the change is new.
    fn stand_anew(&mut self, document: &DocumentId, is_new: bool) {
        let Some(mut batch) = self.batch.take() else { return };
        if self.project.body(document).is_none() {
            batch.rows.retain(|it| it.document != *document);
            self.batch = Some(batch);
            return;
        }
        let ground = Ground::of(self, document);
        let (mut n_agreeing, only) = (0, batch.purpose.label());
        batch.rows.retain_mut(|row| {
            if row.document != *document {
                return true;
            }
            match ground.find(row.range, &batch.change, only) {
                Finding::Row { standing, is_conflict } => {
                    let is_conflict = batch.purpose.minds(&standing, is_conflict);
                    let was_conflict = std::mem::replace(&mut row.is_conflict, is_conflict);
                    row.standing = standing;
                    if is_new || (is_conflict && !was_conflict) {
                        row.is_ticked = !is_conflict && batch.purpose.ticks(&batch.change);
                    }
                    true
                }
                Finding::Agrees => {
                    n_agreeing += 1;
                    false
                }
                // Gathered places stay in sight, whatever becomes of them.
                Finding::Nothing => false,
            }
        });
        batch.n_agreeing += n_agreeing;
        self.batch = Some(batch);
    }

    /// The articles to look through for `purpose`, in order: the open one first.
    fn articles_to_look_through(&self, purpose: &Purpose) -> Vec<DocumentId> {
        let everywhere = match purpose {
            Purpose::Twins(twins) => twins.sought.everywhere,
            Purpose::Search(search) if search.is_something() => search.query.everywhere,
            _ => return Vec::new(),
        };
        let here = self.open.iter().cloned();
        if !everywhere {
            return here.collect();
        }
        let others = self.project.order().iter().filter(|it| self.open.as_ref() != Some(*it));
        here.chain(others.cloned()).collect()
    }
}

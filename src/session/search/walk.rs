//! From hit to hit, through all articles and round their ends.

use std::collections::BTreeMap;

use crate::message::Message;
use crate::model::id::DocumentId;
use crate::session::Session;
use crate::session::batch::{Purpose, Row};
use crate::session::out::Out;
use crate::text::TextRange;

/// Where a hit is: its article's place, then its own.
type Spot = (usize, u32, u32);

impl Session {
    /// Goes to the next hit, or the one before, seen from where the person is. Without a search the
    /// last one is done again.
    pub(crate) fn go_to_hit(&mut self, forward: bool, out: &mut Out) {
        match self.search_here() {
            Some(search) if search.is_something() => {}
            None if self.query.is_something() => {
                return self.begin_search(self.query.clone(), Some(forward), out);
            }
            _ => return self.show_search(out),
        }
        let Some((row, n, count, is_round)) = self.hit_beside(forward) else {
            return self.await_hit(forward, out);
        };
        let current = (row.document, row.range);
        self.go_to_place(&current.0, current.1, out);
        self.note_hit(&current.0, current.1, out);
        let (n, count) = (n as u64, count as u64);
        // Another article has been told already.
        out.say_also(if is_round {
            Message::SearchHitRound { n, count }
        } else {
            Message::SearchHit { n, count }
        });
    }

    /// The hit that was gone to is marked in the list.
    pub(crate) fn note_hit(&mut self, document: &DocumentId, range: TextRange, out: &mut Out) {
        if let Some(Purpose::Search(search)) = self.batch.as_mut().map(|it| &mut it.purpose) {
            search.current = Some((document.clone(), range));
            out.redraw.batch = true;
        }
    }

    /// There is no hit yet: the first one is gone to, unless there will be none.
    fn await_hit(&mut self, forward: bool, out: &mut Out) {
        let Some(batch) = &mut self.batch else { return };
        let is_complete = batch.is_complete();
        let Purpose::Search(search) = &mut batch.purpose else { return };
        if is_complete {
            out.say(Message::SearchNoHit);
        } else {
            search.awaited = Some(forward);
        }
    }

    /// Goes to the hit that was waited for, if there is one by now.
    pub(crate) fn go_to_awaited(&mut self, out: &mut Out) {
        let Some(batch) = &mut self.batch else { return };
        let is_due = batch.is_complete() || !batch.rows.is_empty();
        let Purpose::Search(search) = &mut batch.purpose else { return };
        if let Some(forward) = search.awaited.take_if(|_| is_due) {
            self.go_to_hit(forward, out);
        }
    }

    /// The next hit or the one before, its number, how many there are, and whether that is round the
    /// end.
    fn hit_beside(&self, forward: bool) -> Option<(Row, usize, usize, bool)> {
        let rows = &self.batch.as_ref()?.rows;
        let places: BTreeMap<&DocumentId, usize> =
            self.project.order().iter().enumerate().map(|(n, it)| (it, n)).collect();
        let spot = |document: &DocumentId, range: TextRange| -> Spot {
            let place = places.get(document).copied().unwrap_or_default();
            (place, range.start(), range.end())
        };
        let here = self.here_among_hits();
        let here = here.map_or((0, 0, 0), |(document, range)| spot(&document, range));
        let mut all: Vec<(Spot, usize)> =
            rows.iter().enumerate().map(|(n, it)| (spot(&it.document, it.range), n)).collect();
        crate::order::sort(&mut all);
        let count = all.len();
        let last = count.checked_sub(1)?;
        let (n, is_round) = if forward {
            let n = all.partition_point(|it| it.0 <= here);
            if n > last { (0, true) } else { (n, false) }
        } else {
            let n = all.partition_point(|it| it.0 < here);
            n.checked_sub(1).map_or((last, true), |it| (it, false))
        };
        Some((rows[all[n].1].clone(), n + 1, count, is_round))
    }

    /// Where the person is: at the hit that was gone to, or what is selected.
    fn here_among_hits(&self) -> Option<(DocumentId, TextRange)> {
        let open = self.open.clone()?;
        let selected =
            self.cursor.mark.and_then(|it| Some(self.sheet()?.find(it)?.shown.extent.hull()));
        let caret = TextRange::empty(self.cursor.caret);
        let here = selected.or(self.cursor.selection()).unwrap_or(caret);
        let current = self.search_here().and_then(|it| it.current.as_ref());
        // What is selected may be a little more than the hit: whole graphemes, a mark's pieces.
        let is_at = |(document, range): &&(DocumentId, TextRange)| {
            *document == open && here.contains_range(*range)
        };
        Some(current.filter(is_at).cloned().unwrap_or((open, here)))
    }
}

//! Making a correction everywhere: the batch that is offered after it, ticked as is right.

use apostil::session::{
    batch::{Batch, Change, Row, standing::Standing},
    command::Command,
};

use crate::effort::{
    annotator::offers,
    desk::Desk,
    gold::{Article, Name, counted},
    till::Action,
};

/// What marking a name or refusing a suggestion costs where nothing helps.
const SAVED: isize = 2;

/// A row of a batch.
struct Worth {
    /// Its place among all rows.
    row: usize,
    is_here: bool,
    is_ticked: bool,
    /// Whether it should be ticked.
    is_right: bool,
    /// What the change saves there.
    saves: isize,
}

impl Worth {
    /// What it brings in, less the click on its box.
    fn gain(&self) -> isize {
        match (self.is_ticked, self.is_right) {
            (true, true) => self.saves,
            (true, false) => -1,
            (false, true) => (self.saves - 1).max(0),
            (false, false) => 0,
        }
    }

    /// Whether its tick is to be turned.
    fn turns(&self) -> bool {
        if self.is_ticked { !self.is_right } else { self.is_right && self.saves > 1 }
    }
}

/// Makes the last correction elsewhere too, in all articles or in the open one, where that pays.
pub fn spread(desk: &mut Desk, articles: &[Article]) {
    let Some(batch) = desk.session.batch().cloned() else { return };
    let rows = 0..batch.rows.len();
    let worths: Vec<Worth> = rows.map(|row| worth(desk, articles, &batch, row)).collect();
    let gain = |it: &mut dyn Iterator<Item = &Worth>| it.map(Worth::gain).sum::<isize>() - 1;
    let everywhere = gain(&mut worths.iter());
    let here = gain(&mut worths.iter().filter(|it| it.is_here));
    if everywhere.max(here) <= 0 {
        return;
    }
    let only_here = here > everywhere;
    for it in worths.iter().filter(|it| (it.is_here || !only_here) && it.turns()) {
        desk.act(Action::Tick, Command::Tick { row: it.row, on: !it.is_ticked });
    }
    desk.act(Action::Apply, if only_here { Command::ApplyBatchHere } else { Command::ApplyBatch });
}

fn worth(desk: &Desk, articles: &[Article], batch: &Batch, at: usize) -> Worth {
    let row = &batch.rows[at];
    let article = desk.session.position(&row.document).and_then(|it| articles.get(it));
    let article = article.expect("rows are in articles");
    let (is_right, saves) = match batch.change {
        Change::Label(label) => {
            let label = desk.session.label_name(label);
            worth_of_mark(desk, article, row, counted(&article.text, row.range, &label))
        }
        Change::Remove(_) => worth_of_removal(desk, article, row),
        Change::Accept | Change::Link(_) | Change::Look => (false, 0),
    };
    let is_here = row.document == desk.open();
    Worth { row: at, is_here, is_ticked: row.is_ticked, is_right, saves }
}

/// Whether the mark `name` at `row` is right, and what it saves: nothing where it is suggested, too.
fn worth_of_mark(desk: &Desk, article: &Article, row: &Row, name: Option<Name>) -> (bool, isize) {
    let is_right = name.is_some_and(|it| article.names.contains(&it));
    let is_suggested = || offers(desk, &row.document).iter().any(|it| it.name == name);
    let is_possible = row.is_ticked || matches!(row.standing, Standing::Around { .. });
    (is_right && is_possible, if is_right && is_possible && !is_suggested() { SAVED } else { 0 })
}

/// Whether what stands at `row` is wrong, and what its removal saves.
fn worth_of_removal(desk: &Desk, article: &Article, row: &Row) -> (bool, isize) {
    let label = match &row.standing {
        Standing::Suggested { key, .. } => key.label,
        Standing::Marked { label, .. } => *label,
        _ => return (false, 0),
    };
    let name = counted(&article.text, row.range, &desk.session.label_name(label));
    let is_right = name.is_none_or(|it| !article.names.contains(&it));
    (is_right, if is_right { SAVED } else { 0 })
}

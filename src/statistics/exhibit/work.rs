//! How long the work took, article by article.

use crate::message::Message;
use crate::statistics::exhibit::{Exhibit, Layout, exhibit, sum_up};
use crate::statistics::table::{Cell, Table};
use crate::statistics::work::{PAUSE, Worked};

/// The time of all steps on each article.
pub(super) fn work(layout: &Layout<'_>) -> Exhibit {
    let mut table = Table::new([
        Message::StatisticsArticle,
        Message::StatisticsSteps,
        Message::StatisticsMinutes,
    ]);
    let statistics = layout.statistics;
    let mut all = Worked::default();
    let mut row = |name: Cell, it: &Worked| {
        all.n_steps += it.n_steps;
        all.milliseconds += it.milliseconds;
        table.rows.push([name].into_iter().chain(cells(it)).collect());
    };
    for (article, it) in statistics.articles.iter().zip(&statistics.worked) {
        if it.n_steps > 0 {
            row(Cell::Text(article.name.clone()), it);
        }
    }
    if statistics.elsewhere.n_steps > 0 {
        row(Cell::Words(Message::StatisticsElsewhere), &statistics.elsewhere);
    }
    sum_up(&mut table, cells(&all));
    let mut made = exhibit("work", Message::StatisticsWork, table, None);
    made.notes.push(Message::StatisticsWorkNote { limit: PAUSE / 1_000 });
    made
}

fn cells(it: &Worked) -> [Cell; 2] {
    [Cell::Number(it.n_steps), Cell::Measure(it.milliseconds as f64 / 60_000.0)]
}

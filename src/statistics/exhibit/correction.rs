//! What people made otherwise than it was suggested.

use crate::message::Message;
use crate::statistics::correction::Kinds;
use crate::statistics::exhibit::{Exhibit, Layout, exhibit, sum_up};
use crate::statistics::table::{Cell, Table};

/// The corrections of each label by kind.
pub(super) fn corrections(layout: &Layout<'_>) -> Exhibit {
    let mut table = Table::new([
        Message::StatisticsLabel,
        Message::StatisticsRelabeled,
        Message::StatisticsMoved,
        Message::StatisticsRejected,
        Message::StatisticsRemoved,
        Message::StatisticsAdded,
    ]);
    let mut sums = [0; 5];
    for label in layout.schema.labels.iter().map(|it| it.id) {
        let Some(kinds) = layout.statistics.corrections.by_label.get(&label) else { continue };
        let counts = Kinds::counts(kinds);
        sums.iter_mut().zip(counts).for_each(|(sum, n)| *sum += n);
        table
            .rows
            .push([layout.cell_of(label)].into_iter().chain(counts.map(Cell::Number)).collect());
    }
    sum_up(&mut table, sums.map(Cell::Number));
    let mut made = exhibit("corrections", Message::StatisticsCorrections, table, None);
    made.notes.push(Message::StatisticsCorrectionsNote);
    made
}

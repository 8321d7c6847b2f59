//! Characters that other programs count otherwise or drop: a byte order mark, carriage returns.

use crate::check::{Finding, Sight};
use crate::message::Message;

pub(super) fn find(sight: &Sight) -> Vec<Finding> {
    let text = sight.text().as_str();
    let mut found = Vec::new();
    if text.starts_with('\u{feff}') {
        let message = Message::CheckByteOrderMark { article: sight.article() };
        found.push(Finding { range: None, message });
    }
    let count = text.matches('\r').count() as u64;
    if count > 0 {
        let message = Message::CheckCarriageReturns { article: sight.article(), count };
        found.push(Finding { range: None, message });
    }
    found
}

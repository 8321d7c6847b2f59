//! Articles without a word.

use crate::check::{Finding, Sight};
use crate::message::Message;
use crate::segment::character::is_blank;

pub(super) fn find(sight: &Sight) -> Vec<Finding> {
    let is_empty = sight.text().as_str().chars().all(is_blank);
    let message = Message::CheckEmpty { article: sight.article() };
    is_empty.then_some(Finding { range: None, message }).into_iter().collect()
}

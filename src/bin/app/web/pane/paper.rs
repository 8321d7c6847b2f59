//! What a printed article has and the screen does not: its name, and a legend of its labels.
//!
//! Both are there only while the browser prints; the style sheet shows them on paper alone.

use std::collections::BTreeMap;

use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::session::guide;
use apostil::view::ShownState;
use web_sys::HtmlElement;

use crate::web::pane::dom::{append, element, set};
use crate::web::pane::dress::slot;
use crate::web::pane::host::Open;
use crate::web::pane::stage::Stage;

impl Stage {
    /// Puts the name before the article and the legend behind it.
    pub(super) fn put_paper(&self, open: Open<'_>) {
        self.take_paper();
        let name = written("div", "paper-name", open.name);
        let legend = legend(open);
        self.article.prepend_with_node_1(&name).expect("a new box may go anywhere");
        append(&self.article, &legend);
        self.paper.replace(vec![name, legend]);
    }

    /// Takes both away.
    pub(super) fn take_paper(&self) {
        self.paper.borrow_mut().drain(..).for_each(|it| it.remove());
    }
}

/// The labels used, each with its meaning and how often it is there, and the kinds of line.
fn legend(open: Open<'_>) -> HtmlElement {
    let mut counts: BTreeMap<LabelId, u32> = BTreeMap::new();
    let mut is_suggested = false;
    for mark in open.sheet.marks() {
        if mark.shown.state != ShownState::Rejected {
            *counts.entry(mark.shown.label).or_default() += 1;
            is_suggested |= mark.shown.state == ShownState::Suggested;
        }
    }
    let legend = element("section", "paper-legend");
    if counts.is_empty() {
        return legend;
    }
    append(&legend, &written("h2", "", &(open.say)(&Message::PrintLegend)));
    let list = element("dl", "");
    for label in &open.schema.labels {
        let Some(count) = counts.get(&label.id) else { continue };
        let term = written("dt", "lab u", &label.name);
        set(&term, "data-l", &slot(open.schema, label.id));
        let said = guide::of(label).map(|it| (open.say)(&it));
        let meaning = said.as_deref().and_then(|it| it.lines().next());
        let meaning = meaning.unwrap_or(&label.description);
        append(&list, &term);
        append(&list, &written("dd", "num", &count.to_string()));
        append(&list, &written("dd", "", meaning));
    }
    append(&legend, &list);
    append(&legend, &written("p", "", &(open.say)(&Message::PrintConfirmed)));
    if is_suggested {
        append(&legend, &written("p", "", &(open.say)(&Message::PrintSuggested)));
    }
    legend
}

fn written(tag: &str, class: &str, words: &str) -> HtmlElement {
    let written = element(tag, class);
    written.set_text_content(Some(words));
    written
}

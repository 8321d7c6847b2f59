//! Signs for characters that cannot be seen, put between the text nodes of a paragraph.
//!
//! A sign is an empty element that the style sheet draws, without width: it is in no selection, copy
//! or search, and no line breaks otherwise because of it.

use std::collections::VecDeque;

use apostil::text::TextRange;
use apostil::view::invisible::{Invisible, invisibles};
use web_sys::Node;

use crate::web::pane::dom::{append, document, element, set};
use crate::web::pane::host::Open;

/// The signs of a paragraph that are not put yet, in order.
pub(super) struct Signs(VecDeque<(u32, Invisible)>);

impl Signs {
    /// The signs of paragraph `n`; none unless the person wants them.
    pub(super) fn of(open: Open<'_>, n: usize) -> Self {
        Self::within(open, open.sheet.paragraphs().get(n).map(|it| it.range))
    }

    /// The same of the words of `range`.
    pub(super) fn within(open: Open<'_>, range: Option<TextRange>) -> Self {
        let range = range.filter(|_| open.settings.invisibles);
        let text = open.sheet.text().as_str();
        Self(range.map(|it| invisibles(text, it)).unwrap_or_default().into())
    }

    /// Whether none is left.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts the words of `range` into `parent`, with the signs that stand before a byte of it.
    pub(super) fn put_words(&mut self, parent: &Node, open: Open<'_>, range: TextRange) {
        let put = |from: u32, to: u32| {
            let words = TextRange::checked(from, to).and_then(|it| open.sheet.text().slice(it));
            append(parent, &document().create_text_node(words.unwrap_or_default()));
        };
        let mut from = range.start();
        while let Some((at, kind)) = self.0.pop_front_if(|it| it.0 < range.end()) {
            if at > from {
                put(from, at);
                from = at;
            }
            append(parent, &sign(kind));
        }
        put(from, range.end());
    }

    /// Puts what is left, which stands at the end.
    pub(super) fn put_last(&mut self, parent: &Node) {
        for (_, kind) in self.0.drain(..) {
            append(parent, &sign(kind));
        }
    }
}

fn sign(kind: Invisible) -> Node {
    let sign = element("i", "v");
    set(&sign, "data-c", kind.name());
    set(&sign, "aria-hidden", "true");
    sign.into()
}

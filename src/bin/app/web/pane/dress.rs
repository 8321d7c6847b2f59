//! Builds one paragraph with its marks: runs become chains of spans, tags stand between.
//!
//! Elements are cloned from one template for each look, so that a mark costs a few calls. The
//! text goes in as text nodes only, in the order of the text and without a character more or less;
//! numbers, bars and tags are generated content.

use std::cell::RefCell;
use std::collections::BTreeMap;

use apostil::model::id::LabelId;
use apostil::model::schema::{Color, Schema};
use apostil::session::choice::Spoken;
use apostil::view::run::{Layer, Run};
use apostil::view::{ShownKey, ShownState};
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, HtmlElement, Node};

use crate::web::pane::dom::{append, document, element, set, style};
use crate::web::pane::host::Open;
use crate::web::pane::invisible::Signs;
use crate::web::pane::spoken;

/// The attribute that holds the key of a mark, on its spans and its tag.
pub(super) const KEY: &str = "data-k";

/// How a span looks: label, level, state, whether it is a gap.
type Look = (LabelId, u8, u8, bool);

/// Builds paragraphs.
#[derive(Default)]
pub(super) struct Dresser {
    spans: RefCell<BTreeMap<Look, HtmlElement>>,
    tags: RefCell<BTreeMap<(LabelId, u8), HtmlElement>>,
}

/// A span that is not closed yet.
struct Link {
    key: ShownKey,
    gap: bool,
    span: HtmlElement,
}

/// The chain of open spans, outside in, below a fragment.
struct Chain {
    root: DocumentFragment,
    links: Vec<Link>,
}

impl Chain {
    fn innermost(&self) -> &Node {
        self.links.last().map_or(self.root.as_ref(), |it| it.span.as_ref())
    }

    /// Closes all spans but those that `layers` goes on with.
    fn close_to(&mut self, layers: &[Layer]) -> usize {
        let same = |(link, layer): &(&Link, &Layer)| link.key == layer.key && link.gap == layer.gap;
        let kept = self.links.iter().zip(layers).take_while(same).count();
        self.links.truncate(kept);
        kept
    }
}

impl Dresser {
    /// Forgets how labels look.
    pub(super) fn forget(&self) {
        self.spans.borrow_mut().clear();
        self.tags.borrow_mut().clear();
    }

    /// Fills `paragraph`, the box of paragraph `n`, with its words and marks, and sets its bar.
    pub(super) fn dress(&self, open: Open<'_>, n: usize, paragraph: &HtmlElement) {
        let runs = open.sheet.runs(n);
        if runs.iter().all(|it| it.layers.is_empty()) {
            strip(open, n, paragraph);
            bare(open, n, paragraph);
        } else {
            let filled = self.filled(open, Signs::of(open, n), &runs);
            paragraph.replace_children_with_node_1(&filled);
        }
        let read = open.sheet.read().get(n).copied().unwrap_or_default();
        style(paragraph, "--read", &read.to_string());
    }

    /// The words of `runs` with their marks, and `signs` between them.
    pub(super) fn filled(
        &self,
        open: Open<'_>,
        mut signs: Signs,
        runs: &[Run],
    ) -> DocumentFragment {
        let mut chain = Chain { root: document().create_document_fragment(), links: Vec::new() };
        for run in runs {
            let kept = chain.close_to(&run.layers);
            for layer in &run.layers[kept..] {
                if layer.starts && is_spoken(open) {
                    append(chain.innermost(), &spoken::start(open, layer.label));
                }
                let span = self.span(open.schema, layer);
                append(chain.innermost(), &span);
                chain.links.push(Link { key: layer.key, gap: layer.gap, span });
            }
            signs.put_words(chain.innermost(), open, run.range);
            self.end(open, run, &mut chain);
        }
        signs.put_last(&chain.root);
        chain.root
    }

    /// Notes true ends, closes the marks that end after `run`, and puts their tags.
    fn end(&self, open: Open<'_>, run: &Run, chain: &mut Chain) {
        for (link, layer) in chain.links.iter().zip(&run.layers).filter(|(_, it)| it.ends) {
            let class = if link.span.class_name() == "m a" { "m a z" } else { "m z" };
            link.span.set_class_name(if layer.gap { "gap" } else { class });
        }
        for key in &run.tags {
            let Some(layer) = run.layers.iter().find(|it| it.key == *key) else { continue };
            chain.links.pop();
            if is_spoken(open) {
                append(chain.innermost(), &spoken::end(open, layer.label));
            }
            append(chain.innermost(), &self.tag(open.schema, layer));
        }
    }

    fn span(&self, schema: &Schema, layer: &Layer) -> HtmlElement {
        let look = (layer.label, layer.level, state(layer.state).0, layer.gap);
        let mut spans = self.spans.borrow_mut();
        let template = spans.entry(look).or_insert_with(|| {
            let span = element("span", if layer.gap { "gap" } else { "m" });
            set(&span, "data-l", &slot(schema, layer.label));
            set(&span, "data-v", &layer.level.to_string());
            if let Some(name) = state(layer.state).1 {
                set(&span, "data-s", name);
            }
            span
        });
        let span = copy(template);
        set(&span, KEY, &layer.key.to_string());
        if layer.starts {
            span.set_class_name("m a");
        }
        span
    }

    fn tag(&self, schema: &Schema, layer: &Layer) -> HtmlElement {
        let mut tags = self.tags.borrow_mut();
        let template = tags.entry((layer.label, state(layer.state).0)).or_insert_with(|| {
            let tag = element("i", "t");
            let name = schema.label(layer.label).map_or("?", |it| it.name.as_str());
            set(&tag, "data-l", &slot(schema, layer.label));
            set(&tag, "data-t", name);
            set(&tag, "aria-hidden", "true");
            if let Some(name) = state(layer.state).1 {
                set(&tag, "data-s", name);
            }
            tag
        });
        let tag = copy(template);
        set(&tag, KEY, &layer.key.to_string());
        tag
    }
}

/// Puts the bare words of paragraph `n` into its box.
pub(super) fn strip(open: Open<'_>, n: usize, paragraph: &HtmlElement) {
    let range = open.sheet.paragraphs().get(n).map(|it| it.range);
    paragraph.set_text_content(range.and_then(|it| open.sheet.text().slice(it)));
}

/// The same with the signs of what cannot be seen, where the person wants them.
fn bare(open: Open<'_>, n: usize, paragraph: &HtmlElement) {
    let mut signs = Signs::of(open, n);
    if let Some(whole) = open.sheet.paragraphs().get(n).filter(|_| !signs.is_empty()) {
        let root = document().create_document_fragment();
        signs.put_words(&root, open, whole.range);
        signs.put_last(&root);
        paragraph.replace_children_with_node_1(&root);
    }
}

/// Whether every mark is words as well.
fn is_spoken(open: Open<'_>) -> bool {
    open.settings.spoken == Spoken::Always
}

/// The name under which a label's colors are found: a slot of the palette, or its own.
pub(super) fn slot(schema: &Schema, label: LabelId) -> String {
    match schema.label(label).map(|it| &it.color) {
        Some(Color::Slot(name)) => name.clone(),
        Some(Color::Rgb(..)) | None => format!("c{}", label.0),
    }
}

/// A number for a state, and its name in `data-s`.
fn state(state: ShownState) -> (u8, Option<&'static str>) {
    match state {
        ShownState::Confirmed => (0, None),
        ShownState::Suggested => (1, Some("suggested")),
        ShownState::Rejected => (2, Some("rejected")),
    }
}

fn copy(template: &HtmlElement) -> HtmlElement {
    template.clone_node().expect("an element can be copied").unchecked_into()
}

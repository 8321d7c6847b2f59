//! Words lit up in passing, such as what a search has found.
//!
//! The Custom Highlight API colors ranges without touching the text. It costs in proportion to all
//! ranges it knows, so it is told only those in dressed parts; where a browser lacks it, nothing is
//! lit up.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::web::pane::locate::dom_range;
use crate::web::pane::stage::Stage;

/// The name of the highlight in the style sheet.
const NAME: &str = "apostil-hits";

impl Stage {
    /// Lights up the hits in dressed parts, and no others.
    pub(super) fn draw_hits(&self) {
        let hits = self.hits.borrow();
        if hits.is_empty() && !self.is_lit.get() {
            return;
        }
        let ranges = Array::new();
        self.look(|open| {
            let parts = self.parts.borrow();
            for part in parts.iter().filter(|it| it.is_dressed) {
                let paragraphs = &open.sheet.paragraphs()[part.first..part.end];
                let (Some(first), Some(last)) = (paragraphs.first(), paragraphs.last()) else {
                    continue;
                };
                let from = hits.partition_point(|it| it.end() <= first.range.start());
                let near = hits[from..].iter().take_while(|it| it.start() < last.range.end());
                for range in near.filter_map(|it| dom_range(open.sheet, &parts, *it)) {
                    ranges.push(&range);
                }
            }
        });
        self.is_lit.set(!hits.is_empty());
        // A browser without the interface shows no hits; nothing else is lost.
        let _ = register(&ranges);
    }
}

/// Hands `ranges` to the browser in the place of those before.
fn register(ranges: &Array) -> Result<(), JsValue> {
    let global = js_sys::global();
    let class: Function = Reflect::get(&global, &"Highlight".into())?.dyn_into()?;
    let highlight = Reflect::construct(&class, ranges)?;
    let css = Reflect::get(&global, &"CSS".into())?;
    let registry = Reflect::get(&css, &"highlights".into())?;
    let put: Function = Reflect::get(&registry, &"set".into())?.dyn_into()?;
    put.call2(&registry, &NAME.into(), &highlight).map(|_| ())
}

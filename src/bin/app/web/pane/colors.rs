//! The colors of labels that are not in the palette, as rules of a style sheet of our own.
//!
//! The page's policy forbids style attributes and inline sheets; a constructed sheet is written
//! through its object model, with numbers only. Where a browser has none, such labels keep the
//! text's own color.

use std::cell::RefCell;

use apostil::model::schema::Schema;
use apostil::view::color::{DARK, Drawn, LIGHT, Page, Rgb, drawn, own_colors};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CssStyleSheet;

use crate::web::pane::dom::document;

/// The sheet, made when the first label needs it.
#[derive(Default)]
pub(super) struct Colors {
    sheet: RefCell<Option<CssStyleSheet>>,
}

impl Colors {
    /// Writes the rules for `schema` in the place of those before.
    pub(super) fn write(&self, schema: &Schema) {
        let own = own_colors(schema);
        if own.is_empty() && self.sheet.borrow().is_none() {
            return;
        }
        let mut sheet = self.sheet.borrow_mut();
        if sheet.is_none() {
            *sheet = adopted();
        }
        let Some(sheet) = sheet.as_ref() else { return };
        while let Ok(rules) = sheet.css_rules()
            && rules.length() > 0
            && sheet.delete_rule(0).is_ok()
        {}
        for (label, color, style) in own {
            for rule in rules(&format!("[data-l=\"c{}\"]", label.0), color, style) {
                sheet.insert_rule(&rule).expect("rules of ours are valid");
            }
        }
    }
}

/// The rules of one label: its style, then its colors on the light page and on the dark one.
fn rules(selector: &str, color: Rgb, style: &str) -> [String; 4] {
    let (light, dark) = (values(color, LIGHT), values(color, DARK));
    // Forced colors are those of the person's system; ours stay away.
    let colors = "@media (forced-colors: none)";
    // Paper is light.
    let dark_colors = "@media screen and (forced-colors: none)";
    let dark_system = "and (prefers-color-scheme: dark)";
    [
        format!("{selector} {{ --style: {style}; }}"),
        format!("{colors} {{ {selector} {{ {light} }} }}"),
        format!(
            "{dark_colors} {dark_system} {{ :root:not([data-theme=\"light\"]) {selector} {{ {dark} }} }}"
        ),
        format!("{dark_colors} {{ :root[data-theme=\"dark\"] {selector} {{ {dark} }} }}"),
    ]
}

fn values(color: Rgb, page: Page) -> String {
    let Drawn { line, tag, tint } = drawn(color, page);
    let hex = |[red, green, blue]: Rgb| format!("#{red:02x}{green:02x}{blue:02x}");
    format!("--line: {}; --tag: {}; --tint: {};", hex(line), hex(tag), hex(tint))
}

/// A new sheet that the document uses; `None` where a browser cannot.
fn adopted() -> Option<CssStyleSheet> {
    let class = Reflect::get(&js_sys::global(), &"CSSStyleSheet".into()).ok()?;
    let class: &Function = class.dyn_ref()?;
    let made = Reflect::construct(class, &Array::new()).ok()?;
    let document = document();
    let name = JsValue::from_str("adoptedStyleSheets");
    let used = Reflect::get(&document, &name).ok().filter(|it| !it.is_undefined())?;
    let used = Array::from(&used);
    used.push(&made);
    Reflect::set(&document, &name, &used).ok()?;
    Some(made.unchecked_into())
}

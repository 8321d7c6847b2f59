//! What the browser keeps: the Rust end of `web/journal.js`, which does the work outside WASM.
//!
//! Nothing is decided here. [`append`] and [`compact`] return at once; what became of them comes
//! later, to the callback of [`on_event`].
//!
//! Limits: one project at a time. Numbers of records pass as `f64`, exact up to 2⁵³.

use js_sys::{Array, Error, JsString};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue, wasm_bindgen};

use apostil::journal::event::Event;
use apostil::journal::stored::Stored;
use apostil::journal::{Compact, Write};

#[wasm_bindgen(js_namespace = apostilJournal)]
extern "C" {
    #[wasm_bindgen(catch, js_name = probe)]
    async fn js_probe() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = create)]
    async fn js_create(id: &str, beginning: &str, created: f64) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = lock)]
    async fn js_lock(id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = takeOver)]
    async fn js_take_over(id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = letGo)]
    fn js_let_go() -> Result<(), JsValue>;

    #[wasm_bindgen(js_name = settled)]
    async fn js_settled() -> JsValue;

    #[wasm_bindgen(catch, js_name = open)]
    async fn js_open(id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = append)]
    fn js_append(seq: f64, record: &str, texts: &Array);

    #[wasm_bindgen(js_name = compact)]
    fn js_compact(upto: f64, part: &str, documents: &Array, removed: &Array, keep_old: bool);

    #[wasm_bindgen(js_name = place)]
    fn js_place(json: &str);

    #[wasm_bindgen(js_name = summary)]
    fn js_summary(text: &str);

    #[wasm_bindgen(js_name = filed)]
    fn js_filed(seq: f64);

    #[wasm_bindgen(js_name = forgetLoss)]
    fn js_forget_loss();

    #[wasm_bindgen(js_name = onStatus)]
    fn js_on_status(callback: &JsValue);
}

/// What the browser offers, found out before anything is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Probe {
    /// Projects can be kept.
    pub(crate) works: bool,
    /// They cannot, because a newer Apostil has changed the stores.
    pub(crate) newer: bool,
    /// Two tabs can be told apart at once, not only when both write.
    pub(crate) locks: bool,
    /// How many projects are kept.
    pub(crate) projects: u32,
    /// There were projects, and the browser has removed them.
    pub(crate) lost: Option<Lost>,
    /// The browser's own words where nothing can be kept.
    pub(crate) detail: String,
}

/// What is known of projects that are gone.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Lost {
    /// How many there were.
    pub(crate) projects: u32,
}

/// What this tab may do with a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Read and write: no other tab does.
    Writer,
    /// Read only: another tab writes.
    Reader,
}

/// The browser's own words for what went wrong.
#[derive(Clone, Debug)]
pub(crate) struct StorageError(pub(crate) String);

impl From<JsValue> for StorageError {
    fn from(value: JsValue) -> Self {
        let words = match value.dyn_ref::<Error>() {
            Some(error) => String::from(error.to_string()),
            None => format!("{value:?}"),
        };
        Self(words)
    }
}

/// Looks at what there is, without writing anything.
pub(crate) async fn probe() -> Probe {
    match answer(js_probe().await) {
        Ok(probe) => probe,
        Err(StorageError(detail)) => Probe { detail, ..Probe::default() },
    }
}

/// Begins a project with the text that its session came with.
pub(crate) async fn create(id: &str, beginning: &str, now: u64) -> Result<(), StorageError> {
    js_create(id, beginning, now as f64).await?;
    Ok(())
}

/// Becomes the tab that writes, unless another is.
pub(crate) async fn lock(id: &str) -> Result<Role, StorageError> {
    let role = js_lock(id).await?;
    Ok(if role.as_string().as_deref() == Some("writer") { Role::Writer } else { Role::Reader })
}

/// Becomes the tab that writes; the other one stops at once. Open the project anew afterwards.
pub(crate) async fn take_over(id: &str) -> Result<(), StorageError> {
    js_take_over(id).await?;
    Ok(())
}

/// Lets the open project go, so that it can be put away. Nothing may wait to be written.
pub(crate) fn let_go() -> Result<(), StorageError> {
    Ok(js_let_go()?)
}

/// Waits until all is written. Whether it is: after a while this gives up.
pub(crate) async fn settled() -> bool {
    js_settled().await.is_truthy()
}

/// Everything that is kept of a project. To write, [`lock`] first.
pub(crate) async fn open(id: &str) -> Result<Stored, StorageError> {
    let json = js_open(id).await?.as_string().unwrap_or_default();
    Stored::parse(&json).map_err(StorageError)
}

/// Hands a record over, in this turn: from here on it is outside WASM.
pub(crate) fn append(write: &Write) {
    let texts = write.texts.iter().map(|it| pair(&it.hash().to_string(), it.as_str()));
    js_append(write.seq as f64, &write.record, &texts.collect());
}

/// Hands a snapshot over.
pub(crate) fn compact(compact: &Compact) {
    let documents = compact.documents.iter().map(|(id, text)| pair(id.as_str(), text));
    let removed = compact.removed.iter().map(|id| JsString::from(id.as_str()));
    let (documents, removed) = (documents.collect(), removed.collect());
    js_compact(compact.upto as f64, &compact.part, &documents, &removed, compact.keep_old);
}

/// Notes where the person is, as text of the page's own. May be a little behind after a crash.
pub(crate) fn note_place(json: &str) {
    js_place(json);
}

/// Notes what a list of projects says of the open one. May be a little behind after a crash.
pub(crate) fn note_summary(line: &str) {
    js_summary(line);
}

/// Notes that everything up to the record `seq` is in a file of the user's.
pub(crate) fn note_filed(seq: u64) {
    js_filed(seq as f64);
}

/// The person knows that projects were lost.
pub(crate) fn forget_loss() {
    js_forget_loss();
}

/// From now on `hear` gets what the store says. Called once.
pub(crate) fn on_event(hear: impl Fn(Event) + 'static) {
    let callback = Closure::<dyn Fn(String)>::new(move |json: String| {
        if let Some(event) = Event::parse(&json) {
            hear(event);
        }
    });
    js_on_status(callback.as_ref());
    // It is called as long as the page lives.
    callback.forget();
}

fn pair(key: &str, value: &str) -> Array {
    Array::of2(&key.into(), &value.into())
}

/// Reads what a script answered in JSON.
pub(crate) fn answer<T: DeserializeOwned>(
    said: Result<JsValue, JsValue>,
) -> Result<T, StorageError> {
    let json = said?.as_string().unwrap_or_default();
    serde_json::from_str(&json).map_err(|error| StorageError(error.to_string()))
}

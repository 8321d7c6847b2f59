//! Projects as a whole: the Rust end of `web/shelf.js`.
//!
//! Each call is done or not, whenever the browser dies. Nothing is decided here.

use js_sys::Array;
use serde::Deserialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use apostil::journal::Write;
use apostil::session::project::ProjectSummary;

use crate::web::storage::{StorageError, answer};

#[wasm_bindgen(js_namespace = apostilShelf)]
extern "C" {
    #[wasm_bindgen(catch, js_name = list)]
    async fn js_list() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = trash)]
    async fn js_trash(id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = restore)]
    async fn js_restore(id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = erase)]
    async fn js_erase(id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = duplicate)]
    async fn js_duplicate(
        from: &str,
        to: &str,
        created: f64,
        head: f64,
        records: &Array,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = save)]
    async fn js_save(ids: &Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = keep)]
    async fn js_keep(name: &str, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = keepLearned)]
    async fn js_keep_learned(id: &str, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = learned)]
    async fn js_learned(id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = kept)]
    async fn js_kept(name: &str) -> Result<JsValue, JsValue>;
}

/// A project that is kept.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Listed {
    /// The name that the store knows it by.
    pub(crate) id: String,
    /// When it began, in milliseconds since 1970.
    pub(crate) created: u64,
    /// Its last record.
    pub(crate) head: u64,
    /// When it was last opened to write.
    pub(crate) used: Option<u64>,
    /// Since when it is in the trash.
    pub(crate) trashed: Option<u64>,
    /// What was noted of it last.
    summary: Option<String>,
    /// About how many characters it takes.
    pub(crate) size: Option<u64>,
}

impl Listed {
    /// What was noted of it, and whether that is up to date.
    pub(crate) fn summary(&self) -> Option<(ProjectSummary, bool)> {
        let summary = ProjectSummary::parse(self.summary.as_deref()?)?;
        let is_fresh = summary.seq == self.head;
        Some((summary, is_fresh))
    }
}

/// All projects, those in the trash too.
pub(crate) async fn list() -> Result<Vec<Listed>, StorageError> {
    answer(js_list().await)
}

/// Puts a project into the trash. Whether it could be: not one that another tab writes.
pub(crate) async fn trash(id: &str) -> Result<bool, StorageError> {
    Ok(js_trash(id).await?.is_truthy())
}

/// Takes it out of the trash.
pub(crate) async fn restore(id: &str) -> Result<(), StorageError> {
    js_restore(id).await?;
    Ok(())
}

/// Removes a project of the trash for good. Whether it could be.
pub(crate) async fn erase(id: &str) -> Result<bool, StorageError> {
    Ok(js_erase(id).await?.is_truthy())
}

/// Copies the project `from`, as it is after the record `head`, and adds `records` to the copy.
pub(crate) async fn duplicate(
    from: &str,
    to: &str,
    created: u64,
    head: u64,
    records: &[Write],
) -> Result<(), StorageError> {
    let pair = |it: &Write| Array::of2(&JsValue::from(it.seq as f64), &it.record.as_str().into());
    let records = records.iter().map(pair).collect();
    js_duplicate(from, to, created as f64, head as f64, &records).await?;
    Ok(())
}

/// Hands projects to the browser as one file that can be imported. The file's name.
pub(crate) async fn save(ids: &[String]) -> Result<String, StorageError> {
    let ids = ids.iter().map(|it| JsValue::from(it.as_str())).collect();
    Ok(js_save(&ids).await?.as_string().unwrap_or_default())
}

/// Keeps what was learned in a project beside it, in the place of what was kept before.
pub(crate) async fn keep_learned(id: &str, text: &str) -> Result<(), StorageError> {
    js_keep_learned(id, text).await?;
    Ok(())
}

/// What [`keep_learned`] kept.
pub(crate) async fn learned(id: &str) -> Option<String> {
    js_learned(id).await.ok()?.as_string()
}

/// Keeps words that belong to no project.
pub(crate) async fn keep(name: &str, text: &str) -> Result<(), StorageError> {
    js_keep(name, text).await?;
    Ok(())
}

/// What [`keep`] kept.
pub(crate) async fn kept(name: &str) -> Option<String> {
    js_kept(name).await.ok()?.as_string()
}

//! Files in and out: chosen, dropped, pasted, handed over for download.
//!
//! Folders are walked through. A file that cannot be read is named and left out; the others are
//! taken in.

use gloo::file::Blob as GlooBlob;
use gloo::file::futures::read_as_bytes;
use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::prelude::{Closure, JsCast};
use web_sys::{Blob, BlobPropertyBag, DataTransfer, HtmlAnchorElement, HtmlInputElement, Url};

use apostil::format::File;
use apostil::format::error::ReadError;
use apostil::format::folder::Found;

use crate::app::App;
use crate::react::spawn;
use crate::web::folders::{self, Source};

/// The id of the field that chooses files.
pub(crate) const FIELD: &str = "files";

/// The id of the field that chooses a folder.
pub(crate) const FOLDER_FIELD: &str = "folder";

/// More than this is not even read: the module could not hold it.
const LIMIT: usize = 1024 * 1024 * 1024;

/// Lets the person choose in `field`, which hears what comes of it.
pub(crate) fn pick(field: &str) {
    if let Some(field) = document().get_element_by_id(field) {
        field.unchecked_into::<HtmlInputElement>().click();
    }
}

/// Takes in what was chosen in `field`, and clears it so that the same can be chosen again.
pub(crate) fn take_chosen(app: App, field: &HtmlInputElement) {
    let chosen = field.files();
    let chosen = chosen.iter().flat_map(|all| (0..all.length()).filter_map(|it| all.get(it)));
    let chosen: Vec<web_sys::File> = chosen.collect();
    let found = if field.id() == FOLDER_FIELD {
        folders::chosen(chosen)
    } else {
        let files = chosen.into_iter().map(|it| (it.name(), Source::File(it))).collect();
        Found { files, n_skipped: 0 }
    };
    field.set_value("");
    app.intake.take(app, found);
}

/// Takes in what was dropped or pasted. Whether there was anything.
pub(crate) fn take_dropped(app: App, data: &DataTransfer) -> bool {
    let dropped = folders::dropped(data);
    let is_something = !dropped.is_empty();
    if is_something {
        spawn(async move { app.intake.take(app, folders::walk(dropped).await) });
    }
    is_something
}

/// What is in a file.
pub(crate) async fn bytes(source: Source) -> Result<Vec<u8>, ReadError> {
    let file = source.file().await.ok_or(ReadError::Unreadable)?;
    // A page's numbers hold every length that a file can have.
    let bytes = file.size() as usize;
    if bytes > LIMIT {
        return Err(ReadError::TooLong { bytes, limit: LIMIT });
    }
    read_as_bytes(&GlooBlob::from(file)).await.map_err(|_| ReadError::Unreadable)
}

/// Hands `file` over as a download.
pub(crate) fn save(file: &File) {
    let bytes = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
    let kind = BlobPropertyBag::new();
    kind.set_type("application/octet-stream");
    let blob = Blob::new_with_u8_array_sequence_and_options(&bytes, &kind);
    let address = blob.and_then(|it| Url::create_object_url_with_blob(&it));
    let link = document().create_element("a");
    let (Ok(address), Ok(link)) = (address, link) else { return };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address);
    link.set_download(&file.name);
    link.click();
    // The download has its own hold on the bytes only after a while.
    let let_go = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    let _ = leptos::prelude::window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(let_go.unchecked_ref(), 60_000);
}

//! Files in and out: chosen, dropped, pasted, handed over for download.
//!
//! Folders that are dropped are walked through. A file that cannot be read is named and left out;
//! the others are taken in.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::file::Blob as GlooBlob;
use gloo::file::futures::read_as_bytes;
use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry, HtmlAnchorElement, HtmlInputElement, Url,
};

use apostil::format::File;
use apostil::message::Message;
use apostil::order::sort_by_key;
use apostil::session::command::Command;

use crate::app::App;
use crate::react::spawn;

/// The id of the field that chooses files.
pub(crate) const FIELD: &str = "files";

/// More than this is not even read: the module could not hold it.
const MOST_MIB: u64 = 1024;

const MIB: f64 = 1024.0 * 1024.0;

/// Lets the person choose files; the field hears what comes of it.
pub(crate) fn pick() {
    if let Some(field) = document().get_element_by_id(FIELD) {
        field.unchecked_into::<HtmlInputElement>().click();
    }
}

/// Takes in what was chosen in `field`, and clears it so that the same can be chosen again.
pub(crate) fn take_chosen(app: App, field: &HtmlInputElement) {
    let chosen = field.files();
    let chosen = chosen.iter().flat_map(|all| (0..all.length()).filter_map(|it| all.get(it)));
    let chosen: Vec<web_sys::File> = chosen.collect();
    field.set_value("");
    take(app, chosen);
}

/// Takes in what was dropped or pasted. Whether there were files.
pub(crate) fn take_dropped(app: App, data: &DataTransfer) -> bool {
    let items = data.items();
    // Entries are only to be had in this turn; their contents come later.
    let items = (0..items.length()).filter_map(|it| items.get(it)).filter(|it| it.kind() == "file");
    let (mut entries, mut plain) = (Vec::new(), Vec::new());
    for item in items {
        match item.webkit_get_as_entry() {
            Ok(Some(entry)) => entries.push(entry),
            _ => plain.extend(item.get_as_file().ok().flatten()),
        }
    }
    if entries.is_empty() && plain.is_empty() {
        return false;
    }
    spawn(async move {
        for entry in entries {
            walk(entry, &mut plain).await;
        }
        take(app, plain);
    });
    true
}

fn take(app: App, files: Vec<web_sys::File>) {
    if files.is_empty() {
        return;
    }
    spawn(async move {
        let mut read = Vec::new();
        for file in files {
            match bytes(&file).await {
                Ok(bytes) => read.push(File { name: file.name(), bytes }),
                Err(why) => app.notices.complain(why),
            }
        }
        if !read.is_empty() {
            app.dispatch(Command::Import(read));
        }
    });
}

async fn bytes(file: &web_sys::File) -> Result<Vec<u8>, Message> {
    let size = (file.size() / MIB).ceil() as u64;
    if size > MOST_MIB {
        return Err(Message::FileRefusedLong { file: file.name(), size, limit: MOST_MIB });
    }
    let blob = GlooBlob::from(file.clone());
    read_as_bytes(&blob).await.map_err(|_| Message::FileUnreadable { file: file.name() })
}

/// Adds the files of `entry`, a file or a folder, in the order of their names.
async fn walk(entry: FileSystemEntry, into: &mut Vec<web_sys::File>) {
    let mut waiting = vec![entry];
    while let Some(entry) = waiting.pop() {
        if entry.is_file() {
            into.extend(file_of(entry.unchecked_into()).await);
        } else if entry.is_directory() {
            let mut inside = entries_of(entry.unchecked_into()).await;
            inside.retain(|it| !it.name().starts_with('.'));
            sort_by_key(&mut inside, |it| std::cmp::Reverse(it.name()));
            waiting.extend(inside);
        }
    }
}

async fn file_of(entry: FileSystemFileEntry) -> Option<web_sys::File> {
    let found = promised(|yes, no| {
        entry.file_with_callback_and_callback(yes, no);
        Ok(())
    })
    .await?;
    found.dyn_into().ok()
}

async fn entries_of(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        // A browser gives at most some hundred at a time, and none at the end.
        let read = |yes: &js_sys::Function, no: &js_sys::Function| {
            reader.read_entries_with_callback_and_callback(yes, no)
        };
        let more: Array = match promised(read).await {
            Some(more) => more.unchecked_into(),
            None => return all,
        };
        if more.length() == 0 {
            return all;
        }
        all.extend(more.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

/// What a function with two callbacks gives to the first; `None` for the second.
async fn promised(
    start: impl FnOnce(&js_sys::Function, &js_sys::Function) -> Result<(), JsValue>,
) -> Option<JsValue> {
    let start = Rc::new(RefCell::new(Some(start)));
    let promise = js_sys::Promise::new(&mut |yes, no| {
        let started = start.borrow_mut().take().map(|start| start(&yes, &no));
        if let Some(Err(why)) = started {
            // Nobody listens any more if this fails as well.
            let _ = no.call1(&JsValue::NULL, &why);
        }
    });
    JsFuture::from(promise).await.ok()
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

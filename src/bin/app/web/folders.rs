//! Folders that were dropped or chosen, walked through without reading a file.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use apostil::format::folder::{Entry, Found, Walk};

/// What can be read once it is its turn.
pub(crate) enum Source {
    /// A file.
    File(File),
    /// A file of a folder.
    Entry(FileSystemFileEntry),
}

/// What stands for something dropped.
pub(crate) enum Dropped {
    Entry(FileSystemEntry),
    File(File),
}

/// What was dropped or pasted, to be walked through. To be asked for in the turn of the drop: later
/// the browser has forgotten.
pub(crate) fn dropped(data: &DataTransfer) -> Vec<Entry<Dropped>> {
    let items = data.items();
    let items = (0..items.length()).filter_map(|it| items.get(it)).filter(|it| it.kind() == "file");
    let entry = |item: web_sys::DataTransferItem| {
        if let Ok(Some(entry)) = item.webkit_get_as_entry() {
            return Some(entry_of(entry));
        }
        let file = item.get_as_file().ok().flatten()?;
        Some(Entry { name: file.name(), is_folder: false, inner: Dropped::File(file) })
    };
    items.filter_map(entry).collect()
}

/// The files of what was dropped, folders opened.
pub(crate) async fn walk(dropped: Vec<Entry<Dropped>>) -> Found<Source> {
    let mut walk = Walk::new(dropped);
    while let Some((name, folder)) = walk.next_folder() {
        if let Dropped::Entry(folder) = folder {
            walk.opened(&name, entries_of(folder.unchecked_into()).await);
        }
    }
    let Found { files, n_skipped } = walk.finish();
    let source = |(name, it)| match it {
        Dropped::File(file) => (name, Source::File(file)),
        Dropped::Entry(entry) => (name, Source::Entry(entry.unchecked_into())),
    };
    Found { files: files.into_iter().map(source).collect(), n_skipped }
}

/// The files of a folder that was chosen: the browser has opened all folders in it.
pub(crate) fn chosen(files: Vec<File>) -> Found<Source> {
    let path = |file: &File| {
        let path = Reflect::get(file, &"webkitRelativePath".into());
        // Where a browser cannot choose folders, what was chosen has no path.
        let path = path.ok().and_then(|it| it.as_string()).filter(|it| !it.is_empty());
        path.unwrap_or_else(|| file.name())
    };
    Found::in_folder(files.into_iter().map(|it| (path(&it), Source::File(it))).collect())
}

impl Source {
    /// The file itself; `None` where it has gone since.
    pub(crate) async fn file(self) -> Option<File> {
        match self {
            Self::File(file) => Some(file),
            Self::Entry(entry) => {
                let found = promised(|yes, no| {
                    entry.file_with_callback_and_callback(yes, no);
                    Ok(())
                });
                found.await?.dyn_into().ok()
            }
        }
    }
}

fn entry_of(entry: FileSystemEntry) -> Entry<Dropped> {
    let (name, is_folder) = (entry.name(), entry.is_directory());
    Entry { name, is_folder, inner: Dropped::Entry(entry) }
}

async fn entries_of(folder: FileSystemDirectoryEntry) -> Vec<Entry<Dropped>> {
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
        all.extend(more.iter().map(|it| entry_of(it.unchecked_into())));
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

//! Files into the page and out of it.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context, Result};
use serde_json::json;

use crate::{fixture::File, page::Page, wait};

impl Page<'_> {
    /// Drops files on the page.
    pub fn drop_files(&self, files: &[File]) -> Result<()> {
        let given: Vec<_> = files.iter().map(|it| json!([it.name, base64(&it.bytes)])).collect();
        self.look_with(DROP, vec![json!(given)]).map(drop)
    }

    /// Drops the folders of files whose names begin with them, as a browser shows folders: at most a
    /// hundred entries at a time, and each file only after `delay` milliseconds. Chromium only.
    pub fn drop_tree(&self, files: &[File], delay: u32) -> Result<()> {
        let given: Vec<_> = files.iter().map(|it| json!([it.name, base64(&it.bytes)])).collect();
        self.look_with(DROP_TREE, vec![json!(given), json!(delay)]).map(drop)
    }

    /// Drags a file or a folder from the disk over the page and lets it go. Chromium only.
    pub fn drag_path(&self, path: &Path) -> Result<()> {
        let data =
            json!({"items": [], "files": [path.display().to_string()], "dragOperationsMask": 1});
        for kind in ["dragEnter", "dragOver", "drop"] {
            let event = json!({"type": kind, "x": 600, "y": 400, "data": data});
            self.browser.devtools("Input.dispatchDragEvent", &event)?;
        }
        Ok(())
    }

    /// Chooses what is at `path` through the button of that name.
    pub fn pick_path(&self, button: &str, path: &Path) -> Result<()> {
        self.look(CATCH_PICKER)?;
        self.click(button)?;
        let input =
            wait::until("the question for a path", || Ok(self.browser.find("[data-asked]").ok()))?;
        self.browser.send_keys(&input, &path.display().to_string())
    }

    /// Chooses files through the button of that name: presses it, and answers the browser's question
    /// in its place.
    pub fn pick_files(&self, button: &str, files: &[File]) -> Result<()> {
        let paths = files.iter().map(|it| self.write(it)).collect::<Result<Vec<_>>>()?;
        let paths: Vec<_> = paths.iter().map(|it| it.display().to_string()).collect();
        self.look(CATCH_PICKER)?;
        self.click(button)?;
        let input =
            wait::until("the question for files", || Ok(self.browser.find("[data-asked]").ok()))?;
        self.browser.send_keys(&input, &paths.join("\n"))
    }

    /// Puts a file on the disk, in this story's folder.
    pub fn write(&self, file: &File) -> Result<PathBuf> {
        let path = self.folder.join(&file.name);
        fs::write(&path, &file.bytes)?;
        Ok(path)
    }

    /// Does `work` and waits for the file that the page saves by it.
    pub fn saved_by(&self, work: impl FnOnce() -> Result<()>) -> Result<File> {
        let start = SystemTime::now();
        for old in fs::read_dir(self.browser.downloads())?.flatten() {
            fs::remove_file(old.path())?;
        }
        work()?;
        let path = wait::until("a saved file", || {
            let all: Vec<_> = fs::read_dir(self.browser.downloads())?.flatten().collect();
            // Chromium begins under a hidden name.
            let is_hidden = |it: &PathBuf| {
                it.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'))
            };
            let is_partial = |it: &PathBuf| {
                let ending = it.extension();
                is_hidden(it) || ending.is_some_and(|it| it == "crdownload" || it == "part")
            };
            let paths: Vec<PathBuf> = all.iter().map(fs::DirEntry::path).collect();
            let is_whole = |it: &&PathBuf| fs::metadata(it).is_ok_and(|it| it.len() > 0);
            let one = paths.iter().find(is_whole).cloned();
            Ok(one.filter(|_| !paths.iter().any(is_partial)))
        })?;
        let took = start.elapsed().unwrap_or_default();
        let name = path.file_name().and_then(|it| it.to_str()).context("a file has a name")?;
        let bytes = fs::read(&path).with_context(|| format!("{name}, saved after {took:?}"))?;
        Ok(File::new(name, bytes))
    }
}

/// What a browser does when files are dropped, in the same order.
const DROP: &str = "
    const transfer = new DataTransfer();
    for (const [name, text] of arguments[0]) {
      const bytes = Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    const target = document.querySelector('.doc[role=textbox], .drop') ?? document.body;
    const send = (kind) => target.dispatchEvent(new DragEvent(kind, {
      dataTransfer: transfer, bubbles: true, cancelable: true, composed: true,
    }));
    send('dragenter');
    if (send('dragover')) throw new Error('the page does not take what is dragged over it');
    send('drop');";

/// The same for folders. What is dropped is one file, whose entry is the tree.
const DROP_TREE: &str = "
    const [given, delay] = arguments;
    const tree = {};
    for (const [path, text] of given) {
      const steps = path.split('/');
      const name = steps.pop();
      const bytes = Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
      const folder = steps.reduce((folder, step) => folder[step] ??= {}, tree);
      folder[name] = new File([bytes], name);
    }
    const entry = (name, it) => it instanceof File
      ? { name, isFile: true, isDirectory: false, file: (yes) => setTimeout(yes, delay, it) }
      : { name, isFile: false, isDirectory: true, createReader: () => reader(it) };
    const reader = (folder) => {
      const all = Object.entries(folder).map(([name, it]) => entry(name, it));
      return { readEntries: (yes) => setTimeout(yes, 0, all.splice(0, 100)) };
    };
    const [[name, folder]] = Object.entries(tree);
    const real = DataTransferItem.prototype.webkitGetAsEntry;
    DataTransferItem.prototype.webkitGetAsEntry = () => entry(name, folder);
    const transfer = new DataTransfer();
    transfer.items.add(new File([], name));
    const target = document.querySelector('.doc[role=textbox], .drop') ?? document.body;
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(kind, {
        dataTransfer: transfer, bubbles: true, cancelable: true, composed: true,
      }));
    }
    DataTransferItem.prototype.webkitGetAsEntry = real;";

/// A driver cannot answer the browser's own window, so the question is noted instead of asked. Noted
/// in the document, since some drivers give each script a world of its own.
const CATCH_PICKER: &str = "
    addEventListener('click', (event) => {
      if (event.target.type !== 'file') return;
      event.preventDefault();
      event.target.dataset.asked = '';
    }, true);";

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits =
            (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(*group.get(at).unwrap_or(&0)));
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at)) as usize & 63];
            text.push(if at <= group.len() { digit as char } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_as_the_standard_has_it() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}

//! Where results go: standard output, a file, a folder.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use apostil::format::{File, Layout};
use apostil::message::Message;

use crate::Failure;

/// How a dataset is laid out for `output`: a name that ends in `/` is a folder, one that ends in
/// `.zip` a zip.
pub(crate) fn layout(output: Option<&Path>) -> Layout {
    match output {
        Some(path) if is_folder(path) => Layout::Each,
        Some(path) if path.extension().is_some_and(|it| it.eq_ignore_ascii_case("zip")) => {
            Layout::Zip
        }
        _ => Layout::One,
    }
}

fn is_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]) || path.is_dir()
}

/// Writes `files` to `output`, or to standard output.
pub(crate) fn write(files: &[File], output: Option<&Path>) -> Result<(), Failure> {
    match (output, files) {
        (Some(folder), _) if is_folder(folder) => {
            fs::create_dir_all(folder).map_err(|why| unwritable(folder, &why))?;
            files.iter().try_for_each(|it| save(&folder.join(&it.name), &it.bytes))
        }
        (Some(path), [file]) => save(path, &file.bytes),
        (None, [file]) => print(&file.bytes),
        (output, _) => {
            let name = output.map(|it| it.to_string_lossy().into_owned());
            let (file, count) = (name.unwrap_or_else(|| "-".to_owned()), files.len() as u64);
            Err(Message::CliOutputIsFolder { count, file }.into())
        }
    }
}

/// Writes to standard output. A reader who has gone away, as `head` does, has read enough.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => Err(unwritable(Path::new("-"), &why)),
        _ => Ok(()),
    }
}

/// Writes beside the file and then puts it in its place: a file that was there stays whole until
/// the new one is.
fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = Path::new(&beside);
    fs::write(beside, bytes)
        .and_then(|()| fs::rename(beside, path))
        .map_err(|why| unwritable(path, &why))
}

fn unwritable(path: &Path, why: &io::Error) -> Failure {
    let file = path.to_string_lossy().into_owned();
    Message::CliCannotWrite { file, cause: why.to_string() }.into()
}

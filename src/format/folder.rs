//! What of a folder is read: everything that may hold an article, in the order of the names.
//!
//! Whoever can open folders asks [`Walk`] which is next and tells it what is in there; so the same
//! rules hold for a folder that is dropped, chosen or named, and a test can walk folders that are not
//! there. What is hidden, and what by its name holds no text, is skipped and counted. What a person
//! named is never skipped.
//!
//! Limits: names tell, not contents; nothing is sorted as numbers.

use std::cmp::Ordering;

use crate::order::sort_by;

/// Endings of files that hold no text: pictures, sound, film, programs, packed folders.
const NO_TEXT: &[&str] = &[
    "7z", "aac", "avi", "bin", "bmp", "bz2", "class", "dat", "db", "dll", "dmg", "dylib", "exe",
    "flac", "gif", "gz", "heic", "ico", "iso", "jar", "jpeg", "jpg", "m4a", "mkv", "mov", "mp3",
    "mp4", "ogg", "otf", "pickle", "pkl", "png", "psd", "pyc", "rar", "so", "sqlite", "tar", "tgz",
    "tif", "tiff", "ttf", "wasm", "wav", "webm", "webp", "wmv", "woff", "woff2", "xz", "zst",
];

/// Files that systems leave in folders.
const LEFT_BEHIND: &[&str] = &["desktop.ini", "thumbs.db", "__macosx"];

/// A file or a folder, and how whoever walks can open it.
#[derive(Clone, Debug)]
pub struct Entry<E> {
    /// Its name, without folders.
    pub name: String,
    /// Whether there is more in it.
    pub is_folder: bool,
    /// What opens it.
    pub inner: E,
}

/// Files to read, and how many there were beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<E> {
    /// Each with its name, folders included, in order.
    pub files: Vec<(String, E)>,
    /// How many files and folders were skipped.
    pub n_skipped: usize,
}

/// A walk through folders.
#[derive(Debug)]
pub struct Walk<E> {
    waiting: Vec<Place<E>>,
    files: Vec<Place<E>>,
    n_skipped: usize,
    /// Which of those that a person named holds the folder last opened.
    named: usize,
}

/// Something found, below the `named`th of what a person named.
#[derive(Debug)]
struct Place<E> {
    named: usize,
    name: String,
    inner: E,
}

impl<E> Walk<E> {
    /// Begins with what a person named, whose order is kept.
    pub fn new(named: Vec<Entry<E>>) -> Self {
        let mut walk = Self { waiting: Vec::new(), files: Vec::new(), n_skipped: 0, named: 0 };
        for (n, entry) in named.into_iter().enumerate() {
            walk.named = n;
            walk.keep("", entry);
        }
        walk
    }

    /// The next folder to open: what it is called, and what opens it.
    pub fn next_folder(&mut self) -> Option<(String, E)> {
        let Place { named, name, inner } = self.waiting.pop()?;
        self.named = named;
        Some((name, inner))
    }

    /// Takes in what is in the folder last given, which is called `folder`.
    pub fn opened(&mut self, folder: &str, entries: Vec<Entry<E>>) {
        for entry in entries {
            if is_skipped(&entry.name, entry.is_folder) {
                self.n_skipped += 1;
            } else {
                self.keep(&format!("{folder}/"), entry);
            }
        }
    }

    /// All files, once there is no folder left to open.
    pub fn finish(mut self) -> Found<E> {
        sort_by(&mut self.files, |a, b| {
            a.named.cmp(&b.named).then_with(|| by_folders(&a.name, &b.name))
        });
        let files = self.files.into_iter().map(|it| (it.name, it.inner)).collect();
        Found { files, n_skipped: self.n_skipped }
    }

    fn keep(&mut self, before: &str, entry: Entry<E>) {
        let name = format!("{before}{}", entry.name);
        let list = if entry.is_folder { &mut self.waiting } else { &mut self.files };
        list.push(Place { named: self.named, name, inner: entry.inner });
    }
}

impl<E> Found<E> {
    /// The same for the files of one folder that come all at once, with their folders in the name.
    pub fn in_folder(files: Vec<(String, E)>) -> Self {
        let n_all = files.len();
        // The first folder is the one that the person named.
        let is_kept = |name: &str| is_worth(name.split_once('/').map_or(name, |it| it.1));
        let mut files: Vec<_> = files.into_iter().filter(|it| is_kept(&it.0)).collect();
        sort_by(&mut files, |a, b| by_folders(&a.0, &b.0));
        Self { n_skipped: n_all - files.len(), files }
    }
}

/// Whether a file is worth reading that lies at `path` in a folder or in a zip.
pub(crate) fn is_worth(path: &str) -> bool {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    !folders.split('/').any(|it| is_skipped(it, true)) && !is_skipped(file, false)
}

/// By their names, folder by folder: what is in a folder stands where the folder would.
fn by_folders(a: &str, b: &str) -> Ordering {
    // What separates folders counts less than anything in a name.
    let steps = |name: &str| name.replace('/', "\0");
    steps(a).cmp(&steps(b))
}

/// Whether something in a folder is not worth opening.
fn is_skipped(name: &str, is_folder: bool) -> bool {
    let name = name.to_lowercase();
    let ending = name.rsplit_once('.').map(|it| it.1);
    let holds_none = !is_folder && ending.is_some_and(|it| NO_TEXT.contains(&it));
    name.starts_with('.') || LEFT_BEHIND.contains(&name.as_str()) || holds_none
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of that many files on each of three levels; what opens a folder is its level.
    fn entries(level: usize, n_files: usize) -> Vec<Entry<usize>> {
        let file = |n| Entry { name: format!("{n:04}.txt"), is_folder: false, inner: level };
        let mut all: Vec<_> = (0..n_files).map(file).collect();
        if level < 3 {
            let inner = level + 1;
            all.insert(1, Entry { name: "0000 more".into(), is_folder: true, inner });
        }
        all
    }

    fn names<E>(found: &Found<E>) -> Vec<&str> {
        found.files.iter().map(|it| it.0.as_str()).collect()
    }

    fn named(name: &str, is_folder: bool) -> Entry<()> {
        Entry { name: name.into(), is_folder, inner: () }
    }

    #[test]
    fn a_thousand_and_one_files_on_three_levels_are_found_in_order() {
        let mut walk = Walk::new(vec![Entry { name: "top".into(), is_folder: true, inner: 1 }]);
        let mut n_opened = 0;
        while let Some((folder, level)) = walk.next_folder() {
            walk.opened(&folder, entries(level, [0, 400, 400, 201][level]));
            n_opened += 1;
        }
        let found = walk.finish();
        assert_eq!((n_opened, found.files.len(), found.n_skipped), (3, 1001, 0));
        let names = names(&found);
        // A folder stands among the files, by its name; its files stand together.
        assert_eq!(names[0], "top/0000 more/0000 more/0000.txt");
        assert_eq!(names[201], "top/0000 more/0000.txt");
        assert_eq!(names[1000], "top/0399.txt");
    }

    #[test]
    fn what_is_hidden_or_holds_no_text_is_skipped_and_counted() {
        let mut walk = Walk::new(vec![named("top", true)]);
        let (folder, ()) = walk.next_folder().unwrap();
        let inside = [
            (".git", true),
            (".hidden.txt", false),
            ("Photo.JPG", false),
            ("Thumbs.db", false),
            ("__MACOSX", true),
            ("pictures.png", true),
            ("a.txt", false),
            ("no ending", false),
            ("report.pdf", false),
        ];
        walk.opened(&folder, inside.iter().map(|it| named(it.0, it.1)).collect());
        assert_eq!(walk.next_folder(), Some(("top/pictures.png".into(), ())));
        assert_eq!(walk.next_folder(), None);
        let found = walk.finish();
        assert_eq!(names(&found), ["top/a.txt", "top/no ending", "top/report.pdf"]);
        assert_eq!(found.n_skipped, 5);
    }

    #[test]
    fn what_a_person_named_keeps_its_order_and_is_never_skipped() {
        let mut walk = Walk::new(vec![named("b.png", false), named("c", true), named(".a", false)]);
        assert_eq!(walk.next_folder(), Some(("c".into(), ())));
        walk.opened("c", vec![named("2.txt", false), named("1.txt", false)]);
        assert_eq!(walk.next_folder(), None);
        assert_eq!(names(&walk.finish()), ["b.png", "c/1.txt", "c/2.txt", ".a"]);
        let files = vec![(".top/a.txt".to_owned(), ()), ("b.txt".to_owned(), ())];
        assert_eq!(names(&Found::in_folder(files)), [".top/a.txt", "b.txt"]);
    }

    #[test]
    fn files_that_come_at_once_are_sifted_and_sorted_alike() {
        let files = ["t/b.txt", "t/.git/x.txt", "t/a/z.txt", "t/a/p.jpg", "t/a-1.txt", "t/.b"];
        let found = Found::in_folder(files.map(|it| (it.to_owned(), ())).to_vec());
        assert_eq!(names(&found), ["t/a/z.txt", "t/a-1.txt", "t/b.txt"]);
        assert_eq!(found.n_skipped, 3);
    }
}

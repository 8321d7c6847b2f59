//! Files as they arrive: one by one, those in a zip too, each read on its own.

use std::collections::BTreeMap;

use crate::format::dataset::Dataset;
use crate::format::encoding::Encoding;
use crate::format::error::ReadError;
use crate::format::folder;
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::format::unzip::{Unzip, Unzipped};
use crate::format::{self, File, ReadOptions, Reading, zip};
use crate::journal::rescue::{self, RescueError};
use crate::message::Message;

/// A file, and what was read of it.
#[derive(Debug)]
pub(crate) struct Arrival {
    /// What it is called in the report: in a zip, with the zip's name in front.
    pub(crate) name: String,
    pub(crate) file: File,
    pub(crate) result: Result<Reading, ReadError>,
    pub(crate) report: Report,
}

/// What a file turned out to be.
pub(crate) enum Received {
    /// One file.
    One(Box<Arrival>),
    /// Files in a file.
    Many(Unpacking),
}

/// A zip of which some files are read.
#[derive(Debug)]
pub(crate) struct Unpacking {
    name: String,
    files: Unzip,
    /// How many files in it were skipped so far, as they would be in a folder.
    pub(crate) n_skipped: usize,
}

/// Opens a zip, and reads anything else.
pub(crate) fn receive(file: File) -> Received {
    if !zip::is_zip(&file.bytes) {
        return Received::One(Box::new(Arrival::read(file, &ReadOptions::default())));
    }
    match Unzip::open(file.bytes, zip::MOST_UNPACKED) {
        Ok(files) => Received::Many(Unpacking { name: file.name, files, n_skipped: 0 }),
        Err(why) => Received::One(Box::new(Arrival::refused(file.name, why))),
    }
}

impl Unpacking {
    /// How many files are not read yet.
    pub(crate) fn n_left(&self) -> usize {
        self.files.n_left()
    }

    /// Reads the next file; `None` at the end.
    pub(crate) fn next(&mut self) -> Option<Arrival> {
        let mut next = self.files.next()?;
        while !folder::is_worth(&next.name) {
            self.n_skipped += 1;
            next = self.files.next()?;
        }
        let Unzipped { name: inner, bytes } = next;
        let name = format!("{}/{inner}", self.name);
        Some(match bytes {
            Ok(bytes) => {
                let file = File { name: inner, bytes };
                Arrival { name, ..Arrival::read(file, &ReadOptions::default()) }
            }
            Err(why) => Arrival::refused(name, why),
        })
    }
}

impl Arrival {
    /// Reads a file that is no zip.
    pub(crate) fn read(file: File, options: &ReadOptions) -> Self {
        let mut report = Report::default();
        let result = if rescue::is_bundle(&file.bytes) {
            let dataset = read_bundle(&file, &mut report);
            dataset.map(|dataset| Reading { dataset, encoding: Encoding::Utf8 })
        } else {
            format::read_one(&file, options, &mut report)
        };
        Self { name: file.name.clone(), file, result, report }
    }

    pub(crate) fn refused(name: String, why: ReadError) -> Self {
        let file = File { name: name.clone(), bytes: Vec::new() };
        Self { name, file, result: Err(why), report: Report::default() }
    }

    /// How many articles were read.
    pub(crate) fn n_articles(&self) -> usize {
        self.result.as_ref().map_or(0, |it| it.dataset.articles.len())
    }
}

/// All projects of a rescue bundle together, as far as they can be opened.
fn read_bundle(file: &File, report: &mut Report) -> Result<Dataset, ReadError> {
    let mut whole: Option<Dataset> = None;
    let found = rescue::read_rescue(&file.bytes).map_err(|why| match why {
        RescueError::Newer(found) => {
            ReadError::Newer { found: found.into(), known: rescue::VERSION.into() }
        }
        RescueError::NotABundle(_) => ReadError::UnknownFormat,
    })?;
    for rescued in found {
        let Ok(opened) = rescued.opened else {
            report.left_out(Thing::Articles, Message::FileUnreadable { file: file.name.clone() });
            continue;
        };
        let (project, none) = (opened.project, BTreeMap::new());
        let dataset = Dataset::of(&project, project.order(), &none, report);
        let dataset = dataset.map_err(|_| ReadError::NothingInside)?;
        match &mut whole {
            Some(whole) => whole.join(dataset, report),
            None => whole = Some(dataset),
        }
    }
    whole.ok_or(ReadError::NothingInside)
}

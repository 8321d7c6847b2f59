//! The project into files: what is chosen, what would be lost, and what was written.

use std::collections::BTreeMap;

use crate::edit::change::Edit;
use crate::format::dataset::{Dataset, NotLoaded, Suggested};
use crate::format::report::Report;
use crate::format::{self, Format, Layout, WriteOptions};
use crate::message::Message;
use crate::model::id::DocumentId;
use crate::model::track::Status;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::out::Out;

/// Which articles to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Articles {
    /// All.
    All,
    /// Those that are done.
    Done,
    /// These.
    Chosen(Vec<DocumentId>),
}

/// What a person chose to have written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportChoice {
    /// The format's id.
    pub format: &'static str,
    /// Which articles.
    pub articles: Articles,
    /// Whether suggestions that nobody has answered go along.
    pub suggestions: bool,
    /// One file, or a file an article.
    pub layout: Layout,
}

/// What a choice would write, before it does.
#[derive(Clone, Debug)]
pub struct Preview {
    /// How many articles.
    pub n_articles: usize,
    /// How many marks before anything is lost.
    pub n_marks: usize,
    /// How many open suggestions go along.
    pub n_suggestions: usize,
    /// What does not fit the format.
    pub report: Report,
}

impl Session {
    /// What `choice` would write, and what would be lost.
    pub fn preview(&self, choice: &ExportChoice) -> Option<Preview> {
        let mut report = Report::default();
        let dataset = self.dataset(choice, &mut report).ok()?;
        let n_articles = dataset.articles.len();
        let n_marks = dataset.n_marks();
        let n_suggestions = dataset.articles.iter().map(|it| it.suggestions.len()).sum();
        let _ = format::by_id(choice.format)?.reduce(dataset, Some(self.me), &mut report);
        Some(Preview { n_articles, n_marks, n_suggestions, report })
    }

    /// Writes `choice`, reads it back, and hands the files over.
    pub(crate) fn write(&mut self, choice: &ExportChoice, out: &mut Out) {
        let Some(format) = format::by_id(choice.format) else { return };
        let stem = format!("{}-{}", self.stem(), time_stamp(self.now));
        let file = format!("{stem}{}", format.extensions[0]);
        let mut report = Report::default();
        let dataset = match self.dataset(choice, &mut report) {
            Ok(dataset) => dataset,
            Err(NotLoaded(id)) => {
                return out.complain(Message::EditNotLoaded { article: id.to_string() });
            }
        };
        let options = WriteOptions { layout: choice.layout, author: Some(self.me), stem };
        match format.write(dataset, &options, &mut report) {
            Ok(written) => {
                self.note_written(format, choice);
                out.redraw.status = true;
                out.say(Message::ExportReceipt {
                    file: written.files.first().map_or(file, |it| it.name.clone()),
                    articles: written.receipt.n_articles as u64,
                    marks: written.receipt.n_marks as u64,
                });
                out.then(Effect::Save(written.files));
            }
            Err(why) => out.complain(why.message(&file)),
        }
    }

    /// Saves all of the project to one file that holds everything.
    pub(crate) fn save_to_file(&mut self, out: &mut Out) {
        let choice = ExportChoice {
            format: "native",
            articles: Articles::All,
            suggestions: false,
            layout: Layout::One,
        };
        self.write(&choice, out);
    }

    /// What is in a file now, if the file holds everything.
    fn note_written(&mut self, format: &Format, choice: &ExportChoice) {
        if format.id == "native" && choice.articles == Articles::All {
            self.journal.saved_to_file(self.journal.seq());
        }
    }

    fn dataset(&self, choice: &ExportChoice, report: &mut Report) -> Result<Dataset, NotLoaded> {
        let chosen = self.chosen(&choice.articles);
        let mut suggestions = BTreeMap::new();
        for document in chosen.iter().filter(|_| choice.suggestions) {
            suggestions.insert(document.clone(), self.suggested(document));
        }
        let mut dataset = Dataset::of(&self.project, &chosen, &suggestions, report)?;
        // A name that was given since the last step is not in the project yet.
        if let Some(Edit::Author { id, value: Some(me) }) = self.introduction()
            && dataset.authors.contains_key(&id)
        {
            dataset.authors.insert(id, me);
        }
        Ok(dataset)
    }

    fn chosen(&self, articles: &Articles) -> Vec<DocumentId> {
        let all = self.project.order().iter();
        match articles {
            Articles::All => all.cloned().collect(),
            Articles::Done => {
                all.filter(|id| self.summary(id).status == Status::Done).cloned().collect()
            }
            // In the project's order, whatever the order of choosing.
            Articles::Chosen(chosen) => all.filter(|id| chosen.contains(id)).cloned().collect(),
        }
    }

    fn suggested(&self, document: &DocumentId) -> Vec<Suggested> {
        let open = self.open_suggestions(document);
        open.map(|(key, score)| {
            let source = self.proposal(document, key).map(|it| it.1);
            Suggested { range: key.range, label: key.label, score, source }
        })
        .collect()
    }

    /// What files of this project are called, without ending and time.
    pub(crate) fn stem(&self) -> String {
        let name = self.project.name();
        let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
        let stem: String = name.chars().map(plain).take(60).collect();
        let stem = stem.trim_matches('-').to_lowercase();
        if stem.is_empty() { "apostil".to_owned() } else { stem }
    }
}

/// `at`, in milliseconds since 1970, as `2026-03-14-092653` in UTC: sorts by time, fit for a file.
///
/// Days to year, month and day as in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
fn time_stamp(at: u64) -> String {
    let (days, seconds) = (at / 86_400_000, at / 1000 % 86_400);
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}-{hour:02}{minute:02}{second:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_stamps_are_dates() {
        assert_eq!(time_stamp(0), "1970-01-01-000000");
        assert_eq!(time_stamp(951_782_400_000), "2000-02-29-000000");
        assert_eq!(time_stamp(1_735_689_599_999), "2024-12-31-235959");
    }
}

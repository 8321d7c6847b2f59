//! The numbers laid out: a topic, its tables, each with a picture where one helps.

mod correction;
mod trial;
mod work;

use crate::message::Message;
use crate::model::id::LabelId;
use crate::model::schema::Schema;
use crate::statistics::Statistics;
use crate::statistics::agreement::{N_BANDS, Outcomes};
use crate::statistics::chart::{Bar, Chart, Fill, Point, bins};
use crate::statistics::count::{ArticleCount, LabelCount};
use crate::statistics::length::Length;
use crate::statistics::spread::Spread;
use crate::statistics::table::{Cell, Head, Table};
use crate::statistics::time::Spent;
use crate::statistics::work::PAUSE;

/// How many bars a histogram has at most.
const MOST_BINS: u32 = 20;

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Marks and suggestions by label.
    Labels,
    /// Marks by label, article by article.
    Articles,
    /// What became of suggestions.
    Suggestions,
    /// How long marks took.
    Time,
    /// How long marks are.
    Lengths,
    /// How long articles are, and how far the work on them is.
    Progress,
    /// Work with suggestions, and without.
    Trial,
}

impl Topic {
    /// Every topic, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Labels,
        Self::Articles,
        Self::Suggestions,
        Self::Time,
        Self::Lengths,
        Self::Progress,
        Self::Trial,
    ];

    /// What it is called.
    pub fn name(self) -> Message {
        match self {
            Self::Labels => Message::StatisticsLabels,
            Self::Articles => Message::StatisticsByArticle,
            Self::Suggestions => Message::StatisticsSuggestions,
            Self::Time => Message::StatisticsTime,
            Self::Lengths => Message::StatisticsLengths,
            Self::Progress => Message::StatisticsProgress,
            Self::Trial => Message::TrialTopic,
        }
    }
}

/// A table with its picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Exhibit {
    /// What files of it are called, without an ending.
    pub file: &'static str,
    /// What it is.
    pub name: Message,
    /// What must be known to read it.
    pub notes: Vec<Message>,
    /// The numbers.
    pub table: Table,
    /// The picture, where there is something to draw.
    pub chart: Option<Chart>,
}

/// The tables of `topic`. One without rows has nothing to count yet.
pub fn exhibits(topic: Topic, statistics: &Statistics, schema: &Schema) -> Vec<Exhibit> {
    let layout = Layout { statistics, schema };
    match topic {
        Topic::Labels => vec![layout.labels()],
        Topic::Articles => vec![layout.articles()],
        Topic::Suggestions => {
            vec![layout.agreement(), correction::corrections(&layout), layout.bands()]
        }
        Topic::Time => {
            vec![layout.time_by_label(), layout.time_by_article(), work::work(&layout)]
        }
        Topic::Lengths => vec![layout.lengths()],
        Topic::Progress => vec![layout.progress()],
        Topic::Trial => vec![trial::trial(&statistics.trial)],
    }
}

struct Layout<'a> {
    statistics: &'a Statistics,
    schema: &'a Schema,
}

impl Layout<'_> {
    fn name_of(&self, label: LabelId) -> String {
        self.schema.label(label).map(|it| it.name.clone()).unwrap_or_default()
    }

    fn cell_of(&self, label: LabelId) -> Cell {
        Cell::Label(label, self.name_of(label))
    }

    /// The counted labels in the order of the schema.
    fn counted(&self) -> impl Iterator<Item = &LabelCount> {
        let all = &self.statistics.labels;
        self.schema.labels.iter().filter_map(|it| all.iter().find(|count| count.label == it.id))
    }

    fn labels(&self) -> Exhibit {
        let mut table = Table::new([
            Message::StatisticsLabel,
            Message::StatisticsConfirmed,
            Message::StatisticsSuggested,
            Message::StatisticsInArticles,
        ]);
        let (mut bars, mut n_marks, mut n_suggested) = (Vec::new(), 0, 0);
        for it in self.counted() {
            let n = it.marks.len() as u64;
            (n_marks, n_suggested) = (n_marks + n, n_suggested + it.n_suggested);
            let numbers = [n, it.n_suggested, it.n_articles].map(Cell::Number);
            table.rows.push([self.cell_of(it.label)].into_iter().chain(numbers).collect());
            let parts = vec![(Fill::Solid, n), (Fill::Dashed, it.n_suggested)];
            bars.push(Bar { label: it.label, name: self.name_of(it.label), parts });
        }
        let marked = self.statistics.articles.iter().filter(|it| it.n_marks() > 0).count() as u64;
        sum_up(&mut table, [n_marks, n_suggested, marked].map(Cell::Number));
        let legend = vec![
            (Fill::Solid, Message::StatisticsConfirmed),
            (Fill::Dashed, Message::StatisticsSuggested),
        ];
        let chart = Some(Chart::Bars { bars, legend });
        exhibit("labels", Message::StatisticsLabels, table, chart)
    }

    fn articles(&self) -> Exhibit {
        let labels: Vec<LabelId> =
            self.counted().filter(|it| !it.marks.is_empty()).map(|it| it.label).collect();
        let mut table = Table::new([Message::StatisticsArticle, Message::StatisticsMarks]);
        table.heads.extend(labels.iter().map(|it| Head::Label(*it, self.name_of(*it))));
        let all = &self.statistics.articles;
        for article in all {
            let of = |label| article.marks.get(label).copied().unwrap_or_default();
            let counts = labels.iter().map(|it| Cell::Number(of(it)));
            let name = Cell::Text(article.name.clone());
            let total = Cell::Number(article.n_marks());
            table.rows.push([name, total].into_iter().chain(counts).collect());
        }
        let sum = |label: &LabelId| all.iter().filter_map(|it| it.marks.get(label)).sum();
        let total = all.iter().map(ArticleCount::n_marks).sum();
        let sums = labels.iter().map(|it| Cell::Number(sum(it)));
        sum_up(&mut table, [Cell::Number(total)].into_iter().chain(sums));
        let marks: Vec<f64> = all.iter().map(|it| it.n_marks() as f64).collect();
        let chart = histogram(&marks, Message::StatisticsMarksAnArticle);
        exhibit("articles", Message::StatisticsByArticle, table, chart)
    }

    fn agreement(&self) -> Exhibit {
        let mut table = Table::new([
            Message::StatisticsLabel,
            Message::StatisticsAccepted,
            Message::StatisticsRelabeled,
            Message::StatisticsMoved,
            Message::StatisticsRejected,
            Message::StatisticsSkipped,
            Message::StatisticsDecided,
            Message::StatisticsAcceptRate,
        ]);
        let agreement = &self.statistics.agreement;
        let mut bars = Vec::new();
        for label in self.schema.labels.iter().map(|it| it.id) {
            let Some(it) = agreement.by_label.get(&label) else { continue };
            let row = [self.cell_of(label)].into_iter().chain(outcomes(it));
            table.rows.push(row.collect());
            let parts = vec![
                (Fill::Solid, it.accepted),
                (Fill::Tint, it.relabeled + it.moved),
                (Fill::Hollow, it.rejected),
                (Fill::Dashed, it.skipped),
            ];
            bars.push(Bar { label, name: self.name_of(label), parts });
        }
        sum_up(&mut table, outcomes(&agreement.all));
        let legend = vec![
            (Fill::Solid, Message::StatisticsAccepted),
            (Fill::Tint, Message::StatisticsCorrected),
            (Fill::Hollow, Message::StatisticsRejected),
            (Fill::Dashed, Message::StatisticsSkipped),
        ];
        let chart = Some(Chart::Bars { bars, legend });
        let mut made = exhibit("suggestions", Message::StatisticsAnswers, table, chart);
        made.notes.push(Message::StatisticsRateNote);
        made
    }

    fn bands(&self) -> Exhibit {
        let mut table = Table::new([
            Message::StatisticsScore,
            Message::StatisticsDecided,
            Message::StatisticsMeanScore,
            Message::StatisticsRight,
            Message::StatisticsAtLeast,
            Message::StatisticsAtMost,
        ]);
        let mut points = Vec::new();
        for (n, band) in self.statistics.agreement.bands.iter().enumerate() {
            if band.n == 0 {
                continue;
            }
            let bounds = band.bounds();
            let bound = |n: usize| n as f64 / N_BANDS as f64;
            table.rows.push(vec![
                Cell::Words(Message::StatisticsBand { from: bound(n), to: bound(n + 1) }),
                Cell::Number(band.n),
                Cell::Score(band.expected()),
                Cell::Share(band.right()),
                Cell::Share(bounds.0),
                Cell::Share(bounds.1),
            ]);
            points.push(Point { expected: band.expected(), right: band.right(), bounds });
        }
        let chart = Some(Chart::Reliability(points));
        let mut made = exhibit("scores", Message::StatisticsScores, table, chart);
        made.notes.push(Message::StatisticsBoundsNote);
        made
    }

    fn time_by_label(&self) -> Exhibit {
        let mut table = Table::new([
            Message::StatisticsLabel,
            Message::StatisticsTimed,
            Message::StatisticsLowerSeconds,
            Message::StatisticsMedianSeconds,
            Message::StatisticsMeanSeconds,
            Message::StatisticsUpperSeconds,
            Message::StatisticsMinutes,
        ]);
        let spent = self.statistics.times.iter().flat_map(|it| &it.spent).collect::<Vec<_>>();
        let seconds = |wanted: Option<LabelId>| {
            let mine = spent.iter().filter(|it| wanted.is_none_or(|label| it.label == label));
            mine.map(|it| seconds(it)).collect::<Vec<f64>>()
        };
        for label in self.schema.labels.iter().map(|it| it.id) {
            if let Some(spread) = Spread::of(seconds(Some(label))) {
                table.rows.push([self.cell_of(label)].into_iter().chain(timed(&spread)).collect());
            }
        }
        let all = seconds(None);
        let chart = histogram(&all, Message::StatisticsSecondsAMark);
        if let Some(spread) = Spread::of(all) {
            sum_up(&mut table, timed(&spread));
        }
        let mut made = exhibit("time-labels", Message::StatisticsTimeByLabel, table, chart);
        made.notes = self.time_notes();
        made
    }

    fn time_by_article(&self) -> Exhibit {
        let mut table = Table::new([
            Message::StatisticsArticle,
            Message::StatisticsTimed,
            Message::StatisticsLowerSeconds,
            Message::StatisticsMedianSeconds,
            Message::StatisticsMeanSeconds,
            Message::StatisticsUpperSeconds,
            Message::StatisticsMinutes,
        ]);
        let mut by_article = vec![Vec::new(); self.statistics.articles.len()];
        for spent in self.statistics.times.iter().flat_map(|it| &it.spent) {
            by_article[spent.article].push(seconds(spent));
        }
        for (article, seconds) in self.statistics.articles.iter().zip(by_article) {
            if let Some(spread) = Spread::of(seconds) {
                let name = Cell::Text(article.name.clone());
                table.rows.push([name].into_iter().chain(timed(&spread)).collect());
            }
        }
        exhibit("time-articles", Message::StatisticsTimeByArticle, table, None)
    }

    fn time_notes(&self) -> Vec<Message> {
        let Some(times) = &self.statistics.times else { return Vec::new() };
        let limit = PAUSE / 1_000;
        let mut notes = vec![Message::StatisticsTimeNote { limit, count: times.n_after_pauses }];
        if times.n_at_once > 0 {
            notes.push(Message::StatisticsAtOnce { count: times.n_at_once });
        }
        notes
    }

    fn lengths(&self) -> Exhibit {
        let mut table = Table::new([
            Message::StatisticsLabel,
            Message::StatisticsMarks,
            Message::StatisticsWordsLower,
            Message::StatisticsWordsMedian,
            Message::StatisticsWordsUpper,
            Message::StatisticsWordsMost,
            Message::StatisticsCharactersLower,
            Message::StatisticsCharactersMedian,
            Message::StatisticsCharactersUpper,
            Message::StatisticsCharactersMost,
        ]);
        let mut all = Vec::new();
        for it in self.counted().filter(|it| !it.marks.is_empty()) {
            all.extend_from_slice(&it.marks);
            table.rows.push([self.cell_of(it.label)].into_iter().chain(long(&it.marks)).collect());
        }
        sum_up(&mut table, long(&all));
        let words: Vec<f64> = all.iter().map(|it| it.words as f64).collect();
        let chart = histogram(&words, Message::StatisticsWordsAMark);
        exhibit("lengths", Message::StatisticsLengths, table, chart)
    }

    fn progress(&self) -> Exhibit {
        let mut table = Table::new([
            Message::StatisticsArticle,
            Message::StatisticsWords,
            Message::StatisticsCharacters,
            Message::StatisticsMarks,
            Message::StatisticsSuggested,
            Message::StatisticsReviewed,
            Message::StatisticsDone,
        ]);
        let all = &self.statistics.articles;
        let (mut whole, mut seen, mut sums) = (0.0, 0.0, [0; 5]);
        for it in all {
            let numbers = [it.length.words, it.length.characters, it.n_marks(), it.n_suggested];
            let share = Cell::Share(it.reviewed);
            let done = if it.is_done { Cell::Words(Message::StatisticsYes) } else { Cell::Empty };
            let name = Cell::Text(it.name.clone());
            let row = [name].into_iter().chain(numbers.map(Cell::Number)).chain([share, done]);
            table.rows.push(row.collect());
            whole += it.length.characters as f64;
            seen += it.length.characters as f64 * it.reviewed;
            let counted = numbers.into_iter().chain([u64::from(it.is_done)]);
            sums.iter_mut().zip(counted).for_each(|(sum, n)| *sum += n);
        }
        let share = Cell::share((whole > 0.0).then(|| seen / whole));
        let [words, characters, marks, suggested, done] = sums.map(Cell::Number);
        sum_up(&mut table, [words, characters, marks, suggested, share, done]);
        let words: Vec<f64> = all.iter().map(|it| it.length.words as f64).collect();
        let chart = histogram(&words, Message::StatisticsWordsAnArticle);
        exhibit("progress", Message::StatisticsProgress, table, chart)
    }
}

/// An exhibit without notes, and without a picture of nothing.
fn exhibit(file: &'static str, name: Message, table: Table, chart: Option<Chart>) -> Exhibit {
    let chart = chart.filter(|_| !table.rows.is_empty());
    Exhibit { file, name, notes: Vec::new(), table, chart }
}

/// Ends a table that has rows with what holds for all of them.
fn sum_up(table: &mut Table, cells: impl IntoIterator<Item = Cell>) {
    if !table.rows.is_empty() {
        let name = Cell::Words(Message::StatisticsAll);
        table.rows.push([name].into_iter().chain(cells).collect());
    }
}

fn histogram(values: &[f64], unit: Message) -> Option<Chart> {
    let bins = bins(values, MOST_BINS);
    (!bins.is_empty()).then_some(Chart::Histogram { bins, unit })
}

fn outcomes(it: &Outcomes) -> Vec<Cell> {
    let counts = [it.accepted, it.relabeled, it.moved, it.rejected, it.skipped, it.n_decided()];
    counts.map(Cell::Number).into_iter().chain([Cell::share(it.accept_rate())]).collect()
}

fn seconds(spent: &Spent) -> f64 {
    spent.milliseconds as f64 / 1_000.0
}

fn timed(spread: &Spread) -> Vec<Cell> {
    let seconds = [spread.lower, spread.median, spread.mean(), spread.upper].map(Cell::Measure);
    let minutes = Cell::Measure(spread.sum / 60.0);
    [Cell::Number(spread.n)].into_iter().chain(seconds).chain([minutes]).collect()
}

fn long(marks: &[Length]) -> Vec<Cell> {
    let mut cells = vec![Cell::Number(marks.len() as u64)];
    let measures: [fn(&Length) -> u64; 2] = [|it| it.words, |it| it.characters];
    for measure in measures {
        if let Some(it) = Spread::of(marks.iter().map(|it| measure(it) as f64).collect()) {
            cells.extend([it.lower, it.median, it.upper].map(Cell::Measure));
            cells.push(Cell::Number(it.most as u64));
        }
    }
    cells
}

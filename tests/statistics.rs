//! Numbers that were counted by hand, against those that the tool counts.

#[expect(dead_code, reason = "shared with the tests of the session, which use more of it")]
mod tool;

use apostil::locale::{Language, Words};
use apostil::message::Message;
use apostil::session::command::Command;
use apostil::statistics::Statistics;
use apostil::statistics::agreement::{Band, Outcomes};
use apostil::statistics::exhibit::{Topic, exhibits};
use apostil::statistics::length::{Length, Lengths};
use apostil::statistics::table::Cell;

use tool::Tool;

fn statistics(tool: &Tool) -> Statistics {
    tool.session.statistics(None, &mut Lengths::default())
}

/// `(label, confirmed, suggested, articles)` of each label that is counted.
fn labels(tool: &Tool) -> Vec<(String, u64, u64, u64)> {
    let all = statistics(tool).labels.into_iter();
    all.map(|it| {
        let name = tool.session.label_name(it.label);
        (name, it.marks.len() as u64, it.n_suggested, it.n_articles)
    })
    .collect()
}

fn seconds(tool: &Tool) -> Vec<u64> {
    let times = statistics(tool).times.expect("a session has a history");
    let mut all: Vec<u64> = times.spent.iter().map(|it| it.milliseconds / 1_000).collect();
    all.sort_unstable();
    all
}

#[test]
fn labels_are_counted_over_articles_and_in_one() {
    let mut tool = Tool::open("[Turbo|GPE] and [Acandí|GPE], {Darién|LOC}, [two|CARDINAL]");
    tool.add("second", "Turbo again.");
    tool.select("Turbo").press("3");
    let counted = |it: &str, marks, open, articles| (it.to_owned(), marks, open, articles);
    let all = [counted("GPE", 3, 0, 2), counted("LOC", 0, 1, 0), counted("CARDINAL", 1, 0, 1)];
    assert_eq!(labels(&tool), all);
    let second = tool.session.open_document().cloned();
    let only = tool.session.statistics(second.as_ref(), &mut Lengths::default());
    assert_eq!(only.labels.len(), 1);
    assert_eq!(only.articles.len(), 1);
    assert_eq!(only.articles[0].n_marks(), 1);
    tool.press("Ctrl+Z");
    assert_eq!(labels(&tool)[0], counted("GPE", 2, 0, 1));
}

#[test]
fn articles_are_measured_and_progress_is_what_was_looked_at() {
    let mut tool = Tool::open("[Turbo|GPE] is far.");
    let first = statistics(&tool).articles.remove(0);
    assert_eq!(first.length, Length { words: 3, characters: 13 });
    assert!((first.reviewed - 5.0 / 13.0).abs() < 1e-9);
    assert!(!first.is_done);
    tool.press("D");
    let first = statistics(&tool).articles.remove(0);
    assert!((first.reviewed - 1.0).abs() < 1e-9);
    assert!(first.is_done);
}

/// Four suggestions: taken, given another label, moved, rejected; and one that is left.
fn answered() -> Tool {
    let mut tool = Tool::open("Turbo, Acandí, en Necoclí, Darién, Urabá, Chocó");
    for (words, score) in
        [("Turbo", 0.95), ("Acandí", 0.91), ("en Necoclí", 0.92), ("Darién", 0.3), ("Urabá", 0.31)]
    {
        tool.suggest(words, "GPE", score);
    }
    tool.press("J Enter");
    tool.press("4 J");
    tool.press("Alt+Shift+ArrowDown J");
    tool.press("X");
    tool.press("Space");
    tool
}

#[test]
fn answers_are_judged_by_what_stands_now() {
    let mut tool = answered();
    let agreement = statistics(&tool).agreement;
    let expected = Outcomes { accepted: 1, relabeled: 1, moved: 1, rejected: 1, skipped: 1 };
    assert_eq!(agreement.all, expected);
    assert_eq!(agreement.all.n_decided(), 4);
    assert_eq!(agreement.all.accept_rate(), Some(0.25));
    // What was accepted is given another label later: then the label was wrong.
    tool.caret("Turbo").press("K");
    tool.run(Command::SelectMark(tool.session.sheet().unwrap().marks()[0].shown.key));
    tool.press("1");
    let expected = Outcomes { accepted: 0, relabeled: 2, moved: 1, rejected: 1, skipped: 1 };
    assert_eq!(statistics(&tool).agreement.all, expected);
    // And removed: then it was wrong.
    tool.press("Delete");
    let expected = Outcomes { accepted: 0, relabeled: 1, moved: 1, rejected: 2, skipped: 1 };
    assert_eq!(statistics(&tool).agreement.all, expected);
    tool.press("Ctrl+Z Ctrl+Z");
    assert_eq!(statistics(&tool).agreement.all.accepted, 1);
}

#[test]
fn scores_are_held_against_what_came_of_them() {
    let bands = statistics(&answered()).agreement.bands;
    let near = |band: Band, n, n_right, mean: f64| {
        assert_eq!((band.n, band.n_right), (n, n_right));
        assert!((band.expected() - mean).abs() < 1e-6, "{}", band.expected());
    };
    near(bands[9], 3, 1, (0.95 + 0.91 + 0.92) / 3.0);
    // What was skipped is not among them.
    near(bands[3], 1, 0, 0.3);
    assert_eq!(bands.iter().map(|it| it.n).sum::<u64>(), 4);
}

#[test]
fn time_is_counted_from_step_to_step_and_a_pause_counts_a_minute() {
    let mut tool = Tool::open("Turbo, Acandí, Necoclí, Darién");
    // Each command comes five seconds after the one before. The step before the first label brought
    // the article in; then the caret was put down, and words were selected: fifteen seconds.
    tool.select("Turbo").press("3");
    // Two steps about the next: ten seconds, and five.
    tool.select("Acandí").press("3");
    tool.press("4");
    // Thirteen commands later: sixty-five seconds, a pause.
    for _ in 0..11 {
        tool.press("ArrowRight");
    }
    tool.select("Necoclí");
    tool.press("3");
    assert_eq!(seconds(&tool), [15, 15, 60]);
    let times = statistics(&tool).times.unwrap();
    assert_eq!((times.n_after_pauses, times.n_at_once), (1, 0));
    // Undone, it is not in the history.
    tool.press("Ctrl+Z Ctrl+Z");
    assert_eq!(seconds(&tool), [10, 15]);
}

#[test]
fn mean_and_median_stand_in_the_table_of_time() {
    let mut tool = Tool::open("Turbo, Acandí, Necoclí");
    for (words, n_moves) in [("Turbo", 0), ("Acandí", 1), ("Necoclí", 5)] {
        for _ in 0..n_moves {
            tool.press("ArrowRight");
        }
        tool.select(words).press("3");
    }
    // Fifteen seconds as above, then ten and five more, then ten and twenty-five more.
    assert_eq!(seconds(&tool), [15, 15, 35]);
    let statistics = statistics(&tool);
    let table = exhibits(Topic::Time, &statistics, tool.session.project().schema()).remove(0).table;
    let csv = table.csv(&Words::new(Language::English));
    let all = csv.lines().last().unwrap();
    assert_eq!(all, "All,3,15.0,15.0,21.7,25.0,1.1");
}

#[test]
fn the_work_on_every_article_takes_time_whatever_the_steps_are() {
    let mut tool = Tool::open("[Turbo|GPE]");
    tool.add("second", "Acandí").press("D");
    tool.run(Command::RenameProject("x".into())).run(Command::Undo);
    let minutes = |tool: &Tool, only| {
        let counted = tool.session.statistics(only, &mut Lengths::default());
        let schema = tool.session.project().schema();
        let made = exhibits(Topic::Time, &counted, schema).remove(2);
        let rows = made.table.rows.iter().map(|row| row[1..].to_vec());
        rows.collect::<Vec<_>>()
    };
    let row = |n, seconds: u32| vec![Cell::Number(n), Cell::Measure(f64::from(seconds) / 60.0)];
    // Two steps on the first, of which the first of all takes no time; two on the second; a name
    // that was taken back.
    assert_eq!(minutes(&tool, None), [row(2, 5), row(2, 15), row(1, 5), row(5, 25)]);
    let second = tool.session.open_document().cloned();
    assert_eq!(minutes(&tool, second.as_ref()), [row(2, 15), row(3, 10), row(5, 25)]);
}

#[test]
fn corrections_are_counted_by_kind_and_by_what_stands_now() {
    let mut tool = answered();
    tool.select("Chocó").press("4");
    let kinds = |tool: &Tool| {
        let counted = statistics(tool).corrections.by_label;
        let name = |label| tool.session.label_name(label);
        counted.into_iter().map(|(it, kinds)| (name(it), kinds.counts())).collect::<Vec<_>>()
    };
    let gpe = |counts| ("GPE".to_owned(), counts);
    let loc = ("LOC".to_owned(), [0, 0, 0, 0, 1]);
    assert_eq!(kinds(&tool), [gpe([1, 1, 1, 0, 0]), loc.clone()]);
    // What was given another label gets other edges, too; what was accepted goes.
    let marks = tool.session.sheet().unwrap().marks().to_vec();
    let key = |n: usize| marks[n].shown.key;
    tool.run(Command::SelectMark(key(1))).press("Alt+Shift+ArrowRight");
    tool.run(Command::SelectMark(key(0))).press("Delete");
    assert_eq!(kinds(&tool), [gpe([1, 2, 1, 1, 0]), loc.clone()]);
    tool.press("Ctrl+Z");
    assert_eq!(kinds(&tool), [gpe([1, 2, 1, 0, 0]), loc]);
    // So does what was made by hand.
    tool.press("Ctrl+Y").caret("Chocó");
    let mark = tool.session.sheet().unwrap().marks().last().unwrap().shown.key;
    tool.run(Command::SelectMark(mark)).press("Delete");
    let loc = ("LOC".to_owned(), [0, 0, 0, 1, 0]);
    assert_eq!(kinds(&tool), [gpe([1, 2, 1, 1, 0]), loc]);
    let made = exhibits(Topic::Suggestions, &statistics(&tool), tool.session.project().schema());
    let csv = made[1].table.csv(&Words::new(Language::English));
    assert_eq!(
        csv.lines().skip(1).collect::<Vec<_>>(),
        ["GPE,1,2,1,1,0", "LOC,0,0,0,1,0", "All,1,2,1,2,0"]
    );
}

#[test]
fn marks_made_together_have_no_time_of_their_own() {
    let mut tool = Tool::open("{Turbo|GPE}, {Acandí|GPE}, {Necoclí|GPE}");
    tool.press("Shift+Enter");
    let times = statistics(&tool).times.unwrap();
    assert_eq!((times.spent.len(), times.n_at_once), (0, 3));
}

#[test]
fn tables_end_with_what_holds_for_all_and_are_written_as_csv() {
    let tool = Tool::open("[Turbo|GPE], [Acandí|GPE], {Darién|LOC}");
    let statistics = statistics(&tool);
    let schema = tool.session.project().schema();
    let words = Words::new(Language::English);
    let made = exhibits(Topic::Labels, &statistics, schema).remove(0);
    let all = vec![
        Cell::Words(Message::StatisticsAll),
        Cell::Number(2),
        Cell::Number(1),
        Cell::Number(1),
    ];
    assert_eq!(made.table.rows.last(), Some(&all));
    let csv = made.table.csv(&words);
    let lines: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(lines, ["GPE,2,0,1", "LOC,0,1,0", "All,2,1,1"]);
    let matrix = exhibits(Topic::Articles, &statistics, schema).remove(0).table.csv(&words);
    let lines: Vec<&str> = matrix.lines().collect();
    assert_eq!(lines, ["Article,Marks,GPE", "first,2,2", "All,2,2"]);
}

#[test]
fn every_table_has_as_many_cells_as_heads() {
    let tool = answered();
    let statistics = statistics(&tool);
    let schema = tool.session.project().schema();
    for exhibit in Topic::ALL.into_iter().flat_map(|it| exhibits(it, &statistics, schema)) {
        let heads = exhibit.table.heads.len();
        // Without a trial there is nothing to compare.
        assert_eq!(exhibit.table.rows.is_empty(), exhibit.file == "trial", "{}", exhibit.file);
        assert!(exhibit.table.rows.iter().all(|it| it.len() == heads), "{}", exhibit.file);
    }
}

#[test]
fn an_empty_project_has_empty_tables() {
    let tool = Tool::empty();
    let statistics = statistics(&tool);
    for topic in Topic::ALL {
        for exhibit in exhibits(topic, &statistics, tool.session.project().schema()) {
            assert_eq!((exhibit.table.rows.len(), exhibit.chart), (0, None), "{}", exhibit.file);
        }
    }
}

//! The review queue, suggestions accepted from a score on, and suggestions hidden to measure.

use apostil::locale::{Language, Words};
use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::model::schema::Schema;
use apostil::model::track::Verdict;
use apostil::session::batch::Purpose;
use apostil::session::command::{Command, Edge};
use apostil::session::queue::{Choice, SURE_FROM};
use apostil::statistics::exhibit::{Topic, exhibits};
use apostil::statistics::length::Lengths;
use apostil::statistics::trial::{LEAST, Side, Trial};

use crate::tool::Tool;

/// Three articles with doubts, one of which has none left to ask about.
fn doubts() -> Tool {
    let mut tool = Tool::empty();
    tool.add("first", "We saw Turbo. Then Acandí came. It rained.");
    tool.add("second", "Néstor Osuna left Necoclí.\nThe end");
    tool.add("third", "In Darién nothing is known.");
    tool.finds("first", &[("Turbo", "GPE", 0.4), ("Acandí", "PERSON", 0.6)]);
    tool.finds("second", &[("Néstor Osuna", "PERSON", 0.95), ("Necoclí", "ORG", 0.3)]);
    tool.finds("third", &[("Darién", "LOC", 0.5)]);
    tool.read_all();
    tool
}

/// The words that are asked about, with their label.
fn asked(tool: &Tool) -> Option<String> {
    let question = tool.session.question()?;
    let words = tool.session.words_of_mark(question.key)?;
    Some(format!("{words} {}", tool.session.label_name(question.label)))
}

fn place(tool: &Tool) -> (u64, u64) {
    let counts = tool.session.queue_counts();
    (counts.n_answered, counts.n_left)
}

#[test]
fn the_least_certain_is_asked_first_over_all_articles() {
    let mut tool = doubts();
    tool.press("F4");
    assert_eq!(asked(&tool).as_deref(), Some("Necoclí ORG"));
    let question = tool.session.question().unwrap();
    assert_eq!(question.before, "");
    assert_eq!(question.after, "The end");
    assert_eq!((place(&tool), tool.session.queue_counts().n_articles), ((0, 4), 3));
    tool.press("Enter");
    assert_eq!(asked(&tool).as_deref(), Some("Turbo GPE"));
    assert_eq!(tool.session.question().unwrap().after, "Then Acandí came.");
    tool.press("X");
    assert_eq!(asked(&tool).as_deref(), Some("Darién LOC"));
    tool.press("Space");
    assert_eq!(asked(&tool).as_deref(), Some("Acandí PERSON"));
    assert_eq!(tool.session.question().unwrap().before, "We saw Turbo.");
    tool.press("3");
    assert_eq!((asked(&tool), place(&tool)), (None, (4, 0)));
    tool.press("Escape");
    tool.shows("We saw Turbo. Then [Acandí|GPE] came. It rained.");
}

#[test]
fn each_answer_says_what_comes_next_in_one_breath() {
    let mut tool = doubts();
    tool.press("F4");
    let n_said = tool.said.len();
    tool.press("X");
    let Some(Message::AloudBoth { first, then }) = tool.said.last() else { panic!("both") };
    assert!(matches!(&**first, Message::AloudRejected { .. }));
    assert!(
        matches!(&**then, Message::AloudSuggestionWhy { words, .. } if words == "Turbo"),
        "{then:?}"
    );
    assert_eq!(tool.said.len(), n_said + 1);
    tool.press("X X X");
    let Some(Message::AloudBoth { then, .. }) = tool.said.last() else { panic!("both") };
    assert_eq!(**then, Message::QueueDone { done: 0, left: 3 });
}

#[test]
fn skipping_is_an_answer_that_is_kept_and_can_be_gone_through_again() {
    let mut tool = doubts();
    tool.press("F4 Space Space Space Space");
    assert_eq!(asked(&tool), None);
    assert_eq!(tool.session.queue_counts().n_skipped, 4);
    let all = tool.session.project().documents().flat_map(|it| &it.body.as_ref().unwrap().tracks);
    let verdicts: Vec<_> = all.flat_map(|it| it.1.decisions.values()).collect();
    assert!(verdicts.len() == 4 && verdicts.iter().all(|it| it.verdict == Verdict::Skipped));
    tool.run(Command::Queue(Choice { with_skipped: true, ..Choice::default() }));
    assert_eq!(asked(&tool).as_deref(), Some("Necoclí ORG"));
    // Skipped once more it is only looked past: nothing new is said about it.
    let n_steps = tool.session.history().done().len();
    tool.press("Space");
    assert_eq!(asked(&tool).as_deref(), Some("Turbo GPE"));
    assert_eq!(tool.session.history().done().len(), n_steps);
}

#[test]
fn looking_past_is_no_answer_and_there_is_a_way_back() {
    let mut tool = doubts();
    tool.press("F4 J");
    assert_eq!(asked(&tool).as_deref(), Some("Turbo GPE"));
    tool.press("N");
    assert_eq!(asked(&tool).as_deref(), Some("Darién LOC"));
    tool.press("K");
    assert_eq!(asked(&tool).as_deref(), Some("Turbo GPE"));
    tool.press("Enter");
    assert_eq!(asked(&tool).as_deref(), Some("Darién LOC"), "not what was looked past");
    tool.press("Enter Enter");
    assert_eq!((asked(&tool).as_deref(), place(&tool)), (Some("Necoclí ORG"), (3, 1)));
}

#[test]
fn undo_goes_back_to_what_was_answered() {
    for key in ["Enter", "X", "Space", "3"] {
        let mut tool = doubts();
        tool.press("F4").press(key);
        assert_eq!((asked(&tool).as_deref(), place(&tool)), (Some("Turbo GPE"), (1, 3)), "{key}");
        tool.press("Ctrl+Z");
        assert_eq!((asked(&tool).as_deref(), place(&tool)), (Some("Necoclí ORG"), (0, 4)), "{key}");
        tool.press("Ctrl+Y");
        assert_eq!((asked(&tool).as_deref(), place(&tool)), (Some("Turbo GPE"), (1, 3)), "{key}");
    }
}

#[test]
fn undo_goes_back_even_if_the_engine_has_learned_otherwise() {
    let mut tool = doubts();
    tool.press("F4 X").finds("second", &[("Néstor Osuna", "PERSON", 0.95)]);
    tool.press("Ctrl+Z");
    assert_eq!((asked(&tool).as_deref(), place(&tool)), (Some("Necoclí ORG"), (0, 4)));
    tool.finds("second", &[]);
    assert_eq!(asked(&tool).as_deref(), Some("Necoclí ORG"), "as long as it is asked about");
    tool.press("Enter");
    assert_eq!((asked(&tool).as_deref(), place(&tool)), (Some("Turbo GPE"), (1, 3)));
}

#[test]
fn an_edge_that_is_moved_does_not_move_on() {
    let mut tool = Tool::empty();
    tool.add("first", "The Attorney General spoke to Acandí.");
    tool.finds("first", &[("Attorney", "ORG", 0.2), ("Acandí", "GPE", 0.5)]);
    tool.press("F4").press("Alt+Shift+ArrowRight");
    assert_eq!(asked(&tool).as_deref(), Some("Attorney General ORG"));
    tool.run(Command::MoveEdge { edge: Edge::Start, forward: false });
    assert_eq!(asked(&tool).as_deref(), Some("The Attorney General ORG"));
    // A label says all, and so does going on.
    tool.press("1");
    assert_eq!(asked(&tool).as_deref(), Some("Acandí GPE"));
    tool.press("Ctrl+Z Ctrl+Z");
    assert_eq!(asked(&tool).as_deref(), Some("Attorney General ORG"));
    tool.press("Enter");
    assert_eq!(asked(&tool).as_deref(), Some("Acandí GPE"));
    tool.press("Escape").shows("The [Attorney General|ORG] spoke to {Acandí|GPE*}.");
}

#[test]
fn the_queue_stays_in_one_article_or_with_one_label() {
    let mut tool = doubts();
    tool.run(Command::Queue(Choice { only_here: true, ..Choice::default() }));
    tool.press("F4");
    assert_eq!((asked(&tool).as_deref(), place(&tool)), (Some("Darién LOC"), (0, 1)));
    tool.press("Alt+ArrowUp");
    assert_eq!((asked(&tool).as_deref(), place(&tool)), (Some("Necoclí ORG"), (0, 1)));
    assert!(tool.session.is_in_queue());
    let label = Some(tool.label("PERSON"));
    tool.run(Command::Queue(Choice { label, ..Choice::default() }));
    assert_eq!((asked(&tool).as_deref(), place(&tool)), (Some("Acandí PERSON"), (0, 1)));
    // Over all articles, another article leads out of it.
    tool.press("Alt+ArrowDown");
    assert!(!tool.session.is_in_queue());
}

#[test]
fn the_queue_begins_with_what_is_selected_and_ends_there() {
    let mut tool = doubts();
    tool.press("Alt+ArrowUp Alt+ArrowUp J J");
    tool.shows("We saw {Turbo|GPE}. Then {Acandí|PERSON*} came. It rained.");
    tool.press("F4");
    assert_eq!(asked(&tool).as_deref(), Some("Acandí PERSON"));
    tool.press("F4").shows("We saw {Turbo|GPE}. Then {Acandí|PERSON*} came. It rained.");
    // A suggestion that is sure is not what the queue is for.
    tool.press("Alt+ArrowDown J").shows("{Néstor Osuna|PERSON*} left {Necoclí|ORG}.\nThe end");
    tool.press("F4");
    assert_eq!(asked(&tool).as_deref(), Some("Necoclí ORG"));
}

#[test]
fn keys_of_the_article_touch_nothing_that_is_not_asked_about() {
    let mut tool = doubts();
    tool.press("F4 X X X X");
    let n_steps = tool.session.history().done().len();
    tool.press("1 Delete Enter X Space ArrowRight Shift+ArrowRight 2");
    assert_eq!(tool.session.history().done().len(), n_steps);
    assert!(tool.session.is_in_queue());
    tool.press("Shift+D").press("D");
    assert!(!tool.session.is_in_queue(), "what is about the whole article is done there");
}

#[test]
fn what_the_engine_finds_later_is_asked_about_as_it_comes() {
    let mut tool = Tool::empty();
    tool.add("first", "We saw Turbo.");
    tool.add("second", "Then Acandí came.");
    tool.press("F4");
    assert_eq!((asked(&tool), tool.session.queue_counts().n_unread), (None, 2));
    tool.finds("first", &[("Turbo", "GPE", 0.4)]);
    assert_eq!(asked(&tool).as_deref(), Some("Turbo GPE"));
    // What is asked about stays, even if something less certain comes, or it would not be suggested now.
    tool.finds("second", &[("Acandí", "GPE", 0.1)]).finds("first", &[]);
    assert_eq!(asked(&tool).as_deref(), Some("Turbo GPE"));
    tool.press("Enter").read_all();
    assert_eq!(asked(&tool).as_deref(), Some("Acandí GPE"));
    assert_eq!(tool.session.queue_counts().n_unread, 0);
}

#[test]
fn what_is_sure_from_a_threshold_on_is_looked_through_and_accepted_in_one_step() {
    let mut tool = doubts();
    tool.finds("third", &[("Darién", "LOC", 0.92), ("nothing", "ORG", 0.8)]);
    let sure = |tool: &Tool| {
        let batch = tool.session.batch().expect("a batch");
        (batch.purpose.clone(), batch.n_ticked())
    };
    let at = |percent| SURE_FROM.iter().position(|it| *it == percent).unwrap();
    tool.press("F4");
    assert_eq!((tool.session.n_sure()[at(90)], tool.session.n_sure()[at(80)]), (2, 3));
    tool.run(Command::ReviewSure);
    assert_eq!(sure(&tool), (Purpose::Sure(90), 2));
    assert!(tool.session.is_in_queue(), "the places are shown below it");
    tool.run(Command::ShowSure(95));
    assert_eq!(sure(&tool), (Purpose::Sure(95), 1));
    tool.run(Command::ShowSure(80));
    assert_eq!((sure(&tool), tool.session.sure_percent()), ((Purpose::Sure(80), 3), 80));
    tool.run(Command::Tick { row: 2, on: false }).run(Command::ApplyBatch);
    assert_eq!(tool.said.last(), Some(&Message::BatchApplied { count: 2, articles: 2 }));
    tool.press("Escape");
    assert_eq!(tool.session.n_sure()[at(80)], 1, "the same without the queue");
    tool.press("Ctrl+Z");
    assert_eq!(tool.session.n_sure()[at(80)], 3);
    tool.press("Shift+S");
    assert_eq!(sure(&tool), (Purpose::Sure(80), 3));
}

#[test]
fn corrections_are_not_offered_elsewhere_while_the_queue_goes_on() {
    let mut tool = Tool::empty();
    tool.add("first", "Turbo and Acandí");
    tool.add("second", "Turbo again");
    tool.finds("first", &[("Turbo", "LOC", 0.4), ("Acandí", "GPE", 0.5)]);
    tool.press("F4 3");
    assert!(tool.session.batch().is_none());
    assert_eq!(asked(&tool).as_deref(), Some("Acandí GPE"));
    tool.press("Escape Ctrl+Z 3");
    assert!(tool.session.batch().is_some(), "in the article they are");
}

/// Twenty articles with a suggestion each, of which two are drawn.
fn on_trial() -> (Tool, Vec<DocumentId>) {
    let mut tool = Tool::empty();
    for n in 0..20 {
        let name = format!("n{n}");
        tool.add(&name, &format!("In Turbo{n} and Acandí{n} it rained."));
        tool.finds(&name, &[("Turbo", "GPE", 0.9), ("it", "ORG", 0.6)]);
    }
    tool.read_all().run(Command::BeginTrial);
    let order = tool.session.project().order().to_vec();
    let hidden = order.into_iter().filter(|it| tool.session.hides(it)).collect();
    (tool, hidden)
}

fn suggested(tool: &Tool, document: &DocumentId) -> usize {
    tool.session.open_suggestions(document).count()
}

fn trial(tool: &Tool) -> Trial {
    tool.session.statistics(None, &mut Lengths::default()).trial
}

#[test]
fn suggestions_are_hidden_in_a_tenth_until_that_is_taken_back() {
    let (mut tool, hidden) = on_trial();
    assert_eq!(hidden.len(), 2);
    assert_eq!(tool.said.last(), Some(&Message::TrialBegun { count: 2 }));
    tool.run(Command::OpenArticle(hidden[0].clone()));
    assert!(!tool.session.has_suggestions());
    assert_eq!(tool.session.row(&hidden[0]).unwrap().n_doubtful, 0);
    tool.press("F4");
    assert_eq!(tool.session.queue_counts().n_left, 18);
    tool.press("Escape Ctrl+Z");
    assert_eq!((suggested(&tool, &hidden[0]), tool.session.n_in_trial()), (2, 0));
    assert_eq!(tool.session.row(&hidden[0]).unwrap().n_doubtful, 1);
    tool.press("Ctrl+Y");
    assert_eq!(suggested(&tool, &hidden[0]), 0);
    tool.run(Command::EndTrial);
    assert_eq!(suggested(&tool, &hidden[1]), 2);
}

#[test]
fn the_draw_is_kept_with_the_project() {
    let (tool, hidden) = on_trial();
    let schema = tool.session.project().schema();
    let seed = schema.trial.expect("a seed");
    let mut other = Tool::open_with(Schema { trial: Some(seed), ..Schema::ontonotes() }, "none");
    for n in 0..20 {
        other.add(&format!("n{n}"), &format!("In Turbo{n} and Acandí{n} it rained."));
    }
    // The ids are minted by the same author in the same order, but for the first.
    let order = other.session.project().order();
    let drawn: Vec<_> = order.iter().filter(|it| other.session.hides(it)).collect();
    assert!(hidden.iter().all(|it| drawn.contains(&it)), "{hidden:?} {drawn:?}");
}

#[test]
fn what_was_answered_with_suggestions_in_sight_is_not_on_trial() {
    let (mut tool, hidden) = on_trial();
    tool.press("Ctrl+Z").run(Command::OpenArticle(hidden[0].clone())).press("J Enter");
    tool.run(Command::Redo).run(Command::BeginTrial);
    assert!(!tool.session.hides(&hidden[0]), "one suggestion in it was accepted");
    assert_eq!(suggested(&tool, &hidden[0]), 1);
}

#[test]
fn hidden_suggestions_are_held_against_what_was_marked_by_hand() {
    let (mut tool, hidden) = on_trial();
    assert_eq!((trial(&tool).n_waiting, trial(&tool).hidden), (2, Side::default()));
    tool.run(Command::OpenArticle(hidden[0].clone()));
    tool.select("Turbo").press("3").select("rained").press("9").press("D");
    let side = trial(&tool).hidden;
    assert_eq!((side.n_done, side.n_words, side.n_marks), (1, 6, 2));
    assert_eq!((side.n_suggested, side.n_right), (2, 1));
    assert_eq!((side.precision(), side.recall()), (Some(0.5), Some(0.5)));
    assert_eq!(trial(&tool).n_waiting, 1);
    // Nobody saw them, so nobody answered them; and nothing is learned from there.
    assert!(tool.track().decisions.is_empty());
    assert!(tool.session.lessons().is_empty());
    tool.press("F4 Enter X");
    assert_eq!((trial(&tool).shown.n_suggested, trial(&tool).shown.n_right), (2, 1));
    assert_eq!(tool.session.lessons().len(), 2);
    assert_eq!(trial(&tool).is_too_ready(), None, "two are too few");
    let statistics = tool.session.statistics(None, &mut Lengths::default());
    let exhibit = exhibits(Topic::Trial, &statistics, tool.session.project().schema()).remove(0);
    let words = Words::new(Language::English);
    let lines = exhibit.table.csv(&words);
    let lines: Vec<&str> = lines.lines().skip(1).collect();
    assert_eq!(lines, ["Hidden,1,6,2,333.3,2,1,0.500,0.500", "Shown,0,0,0,,2,1,0.500,"]);
    assert_eq!(exhibit.notes[0], Message::TrialRates { accepted: 50, right: 50, found: 50 });
    assert_eq!(exhibit.notes[2], Message::TrialWaiting { count: 1 });
}

#[test]
fn it_is_said_that_more_is_accepted_only_where_chance_does_not_explain_it() {
    let side = |n_suggested, n_right| Side { n_suggested, n_right, ..Side::default() };
    let trial = |hidden, shown| Trial { hidden, shown, n_waiting: 0 }.is_too_ready();
    assert_eq!(trial(side(LEAST - 1, 1), side(100, 100)), None);
    assert_eq!(trial(side(100, 90), side(0, 0)), None);
    // Of 90 in 100 the true share may be 94.5 in 100.
    assert_eq!(trial(side(100, 90), side(1_000, 944)), Some(false));
    assert_eq!(trial(side(100, 90), side(1_000, 946)), Some(true));
}

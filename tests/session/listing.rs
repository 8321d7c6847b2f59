//! Articles as they are listed, named and put in order; projects as a whole. Without a browser.

use std::time::Instant;

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::command::Command;
use apostil::session::effect::{Dialog, Effect};
use apostil::session::listing::{Listing, Sort, Which};
use apostil::session::project::{ProjectAct, ProjectSummary};

use crate::tool::Tool;

/// A tool with articles: name and text.
fn with(articles: &[(&str, &str)]) -> Tool {
    let mut tool = Tool::empty();
    for (name, text) in articles {
        tool.add(name, text);
    }
    tool
}

fn names(tool: &Tool) -> Vec<String> {
    let name = |it: &DocumentId| tool.session.row(it).expect("it is listed").name.clone();
    tool.session.listed().iter().map(name).collect()
}

fn id(tool: &Tool, name: &str) -> DocumentId {
    let mut all = tool.session.project().documents();
    let found = all.find(|it| it.header.name == name);
    found.expect("an article of that name").header.id.clone()
}

fn open(tool: &mut Tool, name: &str) {
    let document = id(tool, name);
    tool.run(Command::OpenArticle(document));
}

fn list(tool: &mut Tool, change: impl FnOnce(&mut Listing)) -> Vec<String> {
    let mut listing = tool.session.listing().clone();
    change(&mut listing);
    tool.run(Command::List(listing));
    while tool.session.is_searching() {
        tool.session.search(8);
    }
    names(tool)
}

fn three() -> Tool {
    with(&[
        ("cable 10", "Ábrego spoke in Turbo."),
        ("Cable 2", "Nobody spoke."),
        ("boat", "A boat to Capurganá and Acandí."),
    ])
}

#[test]
fn words_are_looked_for_in_names_and_texts() {
    let mut tool = three();
    open(&mut tool, "boat");
    assert_eq!(list(&mut tool, |it| it.words = "CABLE".into()), ["cable 10", "Cable 2"]);
    assert_eq!(list(&mut tool, |it| it.words = " abrego ".into()), ["cable 10"]);
    assert_eq!(list(&mut tool, |it| it.words = "capurgana".into()), ["boat"]);
    assert_eq!(tool.session.found_here().len(), 1);
    assert_eq!(list(&mut tool, |it| it.words = "zarumilla".into()), [""; 0]);
    // What comes in while words are looked for is searched as well.
    tool.add("new", "Zarumilla again.");
    while tool.session.is_searching() {
        tool.session.search(8);
    }
    assert_eq!(names(&tool), ["new"]);
    tool.run(Command::ClearListing);
    assert_eq!(names(&tool).len(), 4);
}

#[test]
fn longer_words_and_other_words_are_found_after_shorter_ones() {
    let mut tool = three();
    assert_eq!(list(&mut tool, |it| it.words = "s".into()).len(), 2);
    assert_eq!(list(&mut tool, |it| it.words = "spo".into()), ["cable 10", "Cable 2"]);
    assert_eq!(list(&mut tool, |it| it.words = "spoke in".into()), ["cable 10"]);
    assert_eq!(list(&mut tool, |it| it.words = "spoke".into()), ["cable 10", "Cable 2"]);
    assert_eq!(list(&mut tool, |it| it.words = "boat".into()), ["boat"]);
}

#[test]
fn filters_come_together_and_the_open_article_stays() {
    let mut tool = three();
    open(&mut tool, "cable 10");
    tool.suggest("Turbo", "GPE", 0.4);
    assert_eq!(list(&mut tool, |it| it.which = Which::Doubtful), ["cable 10"]);
    // Answered, it is doubtful no more; the person is still at it.
    tool.press("N Enter");
    assert_eq!(names(&tool), ["cable 10"]);
    open(&mut tool, "boat");
    assert_eq!(names(&tool), [""; 0]);
    let gpe = tool.label("GPE");
    assert_eq!(
        list(&mut tool, |it| *it = Listing { label: Some(gpe), ..Listing::default() }),
        ["cable 10"]
    );
    assert_eq!(list(&mut tool, |it| it.words = "nobody".into()), [""; 0]);
    tool.run(Command::ClearListing);
    open(&mut tool, "Cable 2");
    tool.press("D");
    assert_eq!(list(&mut tool, |it| it.which = Which::Done), ["Cable 2"]);
    assert_eq!(list(&mut tool, |it| it.which = Which::ToDo), ["cable 10", "boat"]);
}

#[test]
fn a_sorted_list_is_a_view_until_it_is_kept() {
    let mut tool = three();
    let order = tool.session.project().order().to_vec();
    assert_eq!(list(&mut tool, |it| it.sort = Sort::Name), ["boat", "Cable 2", "cable 10"]);
    assert_eq!(list(&mut tool, |it| it.backward = true), ["cable 10", "Cable 2", "boat"]);
    assert_eq!(tool.session.project().order(), order);
    // Next and previous go the way the list goes.
    open(&mut tool, "cable 10");
    tool.press("Alt+ArrowDown");
    assert_eq!(tool.session.open_document(), Some(&id(&tool, "Cable 2")));
    // What is sorted is not moved by hand.
    tool.press("Ctrl+Shift+ArrowUp");
    assert_eq!(tool.said.last(), Some(&Message::ListIsSorted));
    list(&mut tool, |it| it.backward = false);
    tool.run(Command::KeepOrder);
    assert_eq!(names(&tool), ["boat", "Cable 2", "cable 10"]);
    assert!(!tool.session.is_sorted());
    assert_ne!(tool.session.project().order(), order);
    tool.press("Ctrl+Z");
    assert_eq!(tool.session.project().order(), order);
}

#[test]
fn the_order_follows_what_is_done() {
    let mut tool = three();
    open(&mut tool, "boat");
    tool.select("Acandí").press("3");
    let sorted = |tool: &mut Tool, sort: Sort| list(tool, |it| it.sort = sort).join(", ");
    assert_eq!(sorted(&mut tool, Sort::Marks), "cable 10, Cable 2, boat");
    open(&mut tool, "cable 10");
    tool.press("D");
    assert_eq!(sorted(&mut tool, Sort::Status), "Cable 2, boat, cable 10");
    tool.press("Ctrl+Z");
    assert_eq!(sorted(&mut tool, Sort::Status), "cable 10, Cable 2, boat");
}

#[test]
fn articles_are_moved_and_moved_back() {
    let mut tool = three();
    open(&mut tool, "boat");
    tool.press("Ctrl+Shift+ArrowUp");
    assert_eq!(names(&tool), ["cable 10", "boat", "Cable 2"]);
    let article = "boat".to_owned();
    assert_eq!(tool.said.last(), Some(&Message::AloudArticleMoved { article, n: 2, total: 3 }));
    tool.press("Ctrl+Shift+ArrowUp Ctrl+Shift+ArrowUp");
    assert_eq!(names(&tool), ["boat", "cable 10", "Cable 2"]);
    assert_eq!(tool.said.last(), Some(&Message::FirstArticle));
    tool.press("Ctrl+Z");
    assert_eq!(names(&tool), ["cable 10", "boat", "Cable 2"]);
    // With articles left out, the neighbor in sight counts.
    list(&mut tool, |it| it.words = "cable".into());
    let (document, beside) = (id(&tool, "Cable 2"), id(&tool, "cable 10"));
    tool.run(Command::PlaceArticle { document, beside, after: false });
    tool.run(Command::ClearListing);
    assert_eq!(names(&tool), ["Cable 2", "cable 10", "boat"]);
}

#[test]
fn an_article_is_renamed_and_its_language_is_set() {
    let mut tool = three();
    let document = id(&tool, "boat");
    let header = |tool: &Tool| tool.session.project().document(&document).unwrap().header.clone();
    let guessed = header(&tool).language;
    tool.run(Command::RenameArticle { document: document.clone(), name: " The boat ".into() });
    assert_eq!(names(&tool)[2], "The boat");
    tool.run(Command::SetLanguage { document: document.clone(), language: Some("es".into()) });
    assert_eq!(header(&tool).language.as_deref(), Some("es"));
    let article = "The boat".to_owned();
    assert_eq!(tool.session.undo_words(), Some(Message::EventArticleLanguage { article }));
    tool.press("Ctrl+Z Ctrl+Z");
    assert_eq!((names(&tool)[2].as_str(), header(&tool).language), ("boat", guessed));
    // No name at all is none.
    tool.run(Command::RenameArticle { document: document.clone(), name: "  ".into() });
    assert_eq!(header(&tool).name, "boat");
    let effects = tool.session.run(Command::AskArticleName, 0);
    assert!(effects.contains(&Effect::Open(Dialog::ArticleName(document))));
}

#[test]
fn an_article_that_goes_leaves_the_list_and_comes_back() {
    let mut tool = three();
    list(&mut tool, |it| it.sort = Sort::Name);
    open(&mut tool, "Cable 2");
    tool.run(Command::RemoveThisArticle);
    assert_eq!(names(&tool), ["boat", "cable 10"]);
    // What stood below it is open now.
    assert_eq!(tool.session.open_document(), Some(&id(&tool, "cable 10")));
    tool.press("Ctrl+Z");
    assert_eq!(names(&tool), ["boat", "Cable 2", "cable 10"]);
}

#[test]
fn a_project_is_renamed_and_summed_up() {
    let mut tool = three();
    open(&mut tool, "boat");
    tool.press("D").run(Command::RenameProject(" Frontier ".into()));
    let summary = tool.session.project_summary();
    let ProjectSummary { name, n_articles, n_done, seq, .. } = summary;
    assert_eq!((name.as_str(), n_articles, n_done), ("Frontier", 3, 1));
    assert_eq!(seq, tool.session.journal().seq());
    assert!(summary.changed_at > 0);
    tool.press("Ctrl+Z");
    assert_eq!(tool.session.project().name(), "test");
    assert!(tool.session.project_summary().seq > seq);
    let effects = tool.session.run(Command::DeleteProject, 0);
    assert_eq!(effects, [Effect::Project(ProjectAct::Trash)]);
}

/// What a change costs must not grow with the number of articles: a list that made all its rows
/// again took a hundred times as long here.
#[test]
fn a_mark_costs_the_same_among_a_thousand_articles() {
    let cost = |n: usize| {
        let mut tool = Tool::empty();
        for article in 0..n {
            tool.add(&format!("article {article}"), &format!("Turbo and Acandí {article}."));
            tool.suggest("Acandí", "GPE", 0.5);
        }
        let rows = |effects: &[Effect]| -> usize {
            effects
                .iter()
                .map(|it| if let Effect::Redraw(it) = it { it.rows.len() } else { 0 })
                .sum()
        };
        tool.select("Turbo");
        let start = Instant::now();
        let label = tool.label("GPE");
        let effects = tool.session.run(Command::Label(label), 0);
        (rows(&effects), start.elapsed())
    };
    let (few, many) = (cost(10), cost(1_001));
    assert_eq!((few.0, many.0), (1, 1));
    println!("a mark among 10 articles: {:?}, among 1,001: {:?}", few.1, many.1);
}

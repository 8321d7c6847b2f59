//! Search: words, patterns and marks; from hit to hit; hits changed as one step.

use apostil::message::Message;
use apostil::session::batch::standing::Standing;
use apostil::session::batch::{Change, Only};
use apostil::session::command::Command;
use apostil::session::expression::fault::Why;
use apostil::session::matching::Matching;
use apostil::session::search::query::{Query, Who, Within};
use apostil::session::search::similar::Nearest;
use apostil::view::ShownKey;

use crate::tool::Tool;

fn words(words: &str) -> Query {
    Query { words: words.into(), ..Query::default() }
}

fn pattern(words: &str) -> Query {
    Query { words: words.into(), is_expression: true, ..Query::default() }
}

fn marks(words: &str) -> Query {
    Query { words: words.into(), within: Within::Marks, ..Query::default() }
}

/// The hits: whether they are ticked, their words, what stands there.
fn hits(tool: &Tool) -> Vec<String> {
    let Some(batch) = tool.session.batch() else { return Vec::new() };
    let line = |row: &apostil::session::batch::Row| {
        let seen = tool.session.seen_in(&row.document, row.range).unwrap();
        let standing = match &row.standing {
            Standing::Bare => String::new(),
            Standing::Left => " left".into(),
            Standing::Suggested { key, .. } => format!(" {}?", tool.session.label_name(key.label)),
            Standing::Around { .. } => " around".into(),
            Standing::Refused(_) => " refused".into(),
            Standing::Marked { label, .. } => format!(" {}", tool.session.label_name(*label)),
            Standing::Shared { label, .. } => format!(" in {}", tool.session.label_name(*label)),
        };
        format!("{}{}{standing}", if row.is_ticked { "+" } else { "" }, seen.words)
    };
    batch.rows.iter().map(line).collect()
}

fn search(tool: &mut Tool, query: Query) -> Vec<String> {
    tool.run(Command::Search(query));
    hits(tool)
}

/// What was told last, after the article that it is in.
fn told(tool: &Tool) -> Message {
    match tool.said.last() {
        Some(Message::AloudBoth { then, .. }) => (**then).clone(),
        other => other.unwrap().clone(),
    }
}

/// What is selected, in words.
fn selected(tool: &Tool) -> String {
    let cursor = tool.session.cursor();
    let marked = cursor.mark.and_then(|it| tool.session.words_of_mark(it));
    let range = cursor.selection();
    marked.or(range.and_then(|it| Some(tool.session.seen_at(it)?.words))).unwrap_or_default()
}

#[test]
fn words_are_found_in_all_articles_or_in_the_open_one() {
    let mut tool = Tool::open("In [Bogotá|GPE] and {Bogota|GPE}.");
    tool.add("second", "BOGOTÁ, bogotanos.");
    // The open article comes first.
    assert_eq!(
        search(&mut tool, words("bogota")),
        ["BOGOTÁ", "bogota", "Bogotá GPE", "Bogota GPE?"]
    );
    let batch = tool.session.batch().unwrap();
    assert!(batch.is_complete() && batch.change == Change::Look);
    let exact = Matching { case: true, accents: true, whole: true, forms: false };
    let query = Query { matching: exact, ..words("Bogotá") };
    assert_eq!(search(&mut tool, query), ["Bogotá GPE"]);
    let whole = Matching { whole: true, ..Query::default().matching };
    let query = Query { matching: whole, everywhere: false, ..words("bogota") };
    assert_eq!(search(&mut tool, query), ["BOGOTÁ"]);
    // A search in the open article goes along with it.
    tool.press("Alt+ArrowUp");
    assert_eq!(hits(&tool), ["Bogotá GPE", "Bogota GPE?"]);
    assert_eq!(search(&mut tool, words(" ")), [""; 0], "blanks are nothing to look for");
}

#[test]
fn patterns_are_found_and_their_faults_told() {
    let mut tool = Tool::open("Ñandú met Ábrego.\n\nOn 3 de mayo,\non 14 de junio.");
    assert_eq!(search(&mut tool, pattern(r"\p{Lu}\p{Ll}+")), ["Ñandú", "Ábrego", "On"]);
    assert_eq!(search(&mut tool, pattern(r"\d+ de \w+")), ["3 de mayo", "14 de junio"]);
    assert_eq!(search(&mut tool, pattern("^on")), ["On", "on"]);
    assert_eq!(search(&mut tool, pattern("abrego|nandu")), ["Ñandú", "Ábrego"]);
    assert_eq!(search(&mut tool, pattern(r"abrego\.\s+on")), ["Ábrego. On"], "over paragraphs");
    assert_eq!(search(&mut tool, pattern("x*")), [""; 0], "nothing is no hit");
    assert_eq!(search(&mut tool, pattern("á[b")), [""; 0]);
    let fault = tool.session.search_here().unwrap().fault.clone().unwrap();
    assert_eq!((fault.at, &fault.why), (1, &Why::SetOpen));
    assert_eq!(fault.words(), Message::ExpressionSetOpen { at: 2 });
    // The same words are none when they are no pattern.
    assert_eq!(search(&mut tool, words("á[b")), [""; 0]);
    assert_eq!(tool.session.search_here().unwrap().fault, None);
}

#[test]
fn a_pattern_that_takes_too_long_is_cut_and_says_so() {
    let mut tool = Tool::open("short");
    tool.add("long", &"a".repeat(20_000));
    tool.run(Command::Search(pattern("a[^z]*z|a")));
    let search = tool.session.search_here().unwrap();
    assert_eq!(search.n_cut, 1);
    assert!(!tool.session.batch().unwrap().rows.is_empty());
}

#[test]
fn marks_are_found_by_label_author_score_and_words() {
    let mut tool = Tool::open("[Turbo|GPE] and [Acandí|ORG], Necoclí, Unguía, Apartadó.");
    tool.suggest("Necoclí", "ORG", 0.55).suggest("Unguía", "ORG", 0.8);
    tool.suggest("Apartadó", "GPE", 0.4);
    let org = Some(tool.label("ORG"));
    assert_eq!(search(&mut tool, marks("")).len(), 5);
    let query = Query { label: org, ..marks("") };
    assert_eq!(search(&mut tool, query), ["Acandí ORG", "Necoclí ORG?", "Unguía ORG?"]);
    let query = Query { label: org, who: Who::Engine, scores: (0, 59), ..marks("") };
    assert_eq!(search(&mut tool, query), ["Necoclí ORG?"]);
    let query = Query { who: Who::Person, ..marks("") };
    assert_eq!(search(&mut tool, query), ["Turbo GPE", "Acandí ORG"]);
    assert_eq!(search(&mut tool, Query { who: Who::File, ..marks("") }), [""; 0]);
    assert_eq!(search(&mut tool, marks("o")), ["Turbo GPE", "Necoclí ORG?", "Apartadó GPE?"]);
    let query = Query { is_expression: true, ..marks("í$") };
    assert_eq!(search(&mut tool, query), ["Acandí ORG", "Necoclí ORG?"]);
}

#[test]
fn what_was_accepted_keeps_its_score_and_is_a_persons() {
    let mut tool = Tool::open("Turbo and Acandí");
    tool.suggest("Turbo", "GPE", 0.6).suggest("Acandí", "GPE", 0.9);
    tool.press("J Enter Enter");
    let query = Query { who: Who::Person, scores: (0, 70), ..marks("") };
    assert_eq!(search(&mut tool, query), ["Turbo GPE"]);
}

#[test]
fn marks_are_found_by_their_notes_and_links() {
    let mut tool = Tool::open("[Turbo|GPE] and [Acandí|GPE] and [Unguía|GPE]");
    let ids: Vec<_> = tool.track().annotations.keys().copied().collect();
    tool.run(Command::SetNote(ids[0], "¿el puerto?".into()));
    tool.run(Command::SetLink(ids[1], "Q1234".into()));
    let remarks = |it| Query { within: Within::Remarks, ..marks(it) };
    assert_eq!(search(&mut tool, remarks("")), ["Turbo GPE", "Acandí GPE"]);
    assert_eq!(search(&mut tool, remarks("PUERTO")), ["Turbo GPE"]);
    assert_eq!(search(&mut tool, remarks("q12")), ["Acandí GPE"]);
    assert_eq!(search(&mut tool, remarks("Turbo")), [""; 0]);
}

#[test]
fn hits_are_labeled_as_one_step_and_stay_to_be_looked_at() {
    let mut tool = Tool::open("Turbo, Turbo, [Turbo|LOC], {Turbo|GPE}");
    tool.add("second", "turbo");
    tool.run(Command::Search(words("turbo")));
    tool.run(Command::ApplyBatch);
    assert_eq!(tool.said.last(), Some(&Message::SearchChooseChange));
    tool.run(Command::ChangeBatch(Change::Label(tool.label("GPE"))));
    assert_eq!(hits(&tool), ["+turbo", "+Turbo", "+Turbo", "Turbo LOC", "+Turbo GPE?"]);
    tool.run(Command::Tick { row: 1, on: false }).run(Command::ApplyBatch);
    assert_eq!(tool.said.last(), Some(&Message::BatchApplied { count: 3, articles: 2 }));
    assert_eq!(hits(&tool), ["turbo GPE", "Turbo", "Turbo GPE", "Turbo LOC", "Turbo GPE"]);
    tool.press("Ctrl+Z");
    assert_eq!(hits(&tool), ["turbo", "Turbo", "Turbo", "Turbo LOC", "Turbo GPE?"]);
}

#[test]
fn marks_that_were_looked_for_are_meant() {
    let mut tool = Tool::open("[Turbo|LOC] and [Turbo|GPE], {Necoclí|LOC}, {Necoclí|GPE}");
    tool.run(Command::Search(Query { label: Some(tool.label("LOC")), ..marks("") }));
    tool.run(Command::ChangeBatch(tool.session.removal_of_hits()));
    assert_eq!(hits(&tool), ["+Turbo LOC", "+Necoclí LOC?"]);
    tool.run(Command::ApplyBatch).shows("Turbo and [Turbo|GPE], Necoclí, {Necoclí|GPE}");
    assert_eq!(hits(&tool), [""; 0]);
    tool.press("Ctrl+Z").run(Command::ChangeBatch(Change::Accept));
    assert_eq!(hits(&tool), ["+Necoclí LOC?"]);
}

#[test]
fn hits_that_overlap_are_each_a_hit() {
    let mut tool = Tool::open("[[Port|GPE] of Spain|LOC] and {Spain|GPE}");
    assert_eq!(search(&mut tool, marks("")), ["Port GPE", "Port of Spain LOC", "Spain GPE?"]);
    tool.run(Command::ChangeBatch(Change::Label(tool.label("ORG")))).run(Command::ApplyBatch);
    tool.shows("[[Port|ORG] of Spain|ORG] and [Spain|ORG]");
    assert_eq!(tool.session.found_here().len(), 2, "what is lit up does not overlap");
}

#[test]
fn one_goes_from_hit_to_hit_through_all_articles_and_round() {
    let mut tool = Tool::open("Turbo, then [Turbo|GPE].");
    tool.add("second", "nothing").add("third", "in turbo");
    let third = tool.session.open_document().unwrap().clone();
    tool.press("Alt+ArrowUp Alt+ArrowUp");
    let first = tool.session.open_document().unwrap().clone();
    tool.run(Command::Search(words("turbo")));
    tool.press("F3");
    assert_eq!((selected(&tool), tool.session.cursor().caret), ("Turbo".into(), 5));
    assert_eq!(told(&tool), Message::SearchHit { n: 1, count: 3 });
    tool.press("F3");
    assert!(matches!(tool.session.cursor().mark, Some(ShownKey::Annotation(_))), "its mark");
    tool.press("F3");
    assert_eq!(tool.session.open_document(), Some(&third));
    assert_eq!(selected(&tool), "turbo");
    tool.press("F3");
    assert_eq!(tool.session.open_document(), Some(&first));
    assert_eq!(told(&tool), Message::SearchHitRound { n: 1, count: 3 });
    tool.press("Shift+F3");
    assert_eq!(told(&tool), Message::SearchHitRound { n: 3, count: 3 });
    tool.press("Shift+F3");
    assert_eq!(told(&tool), Message::SearchHit { n: 2, count: 3 });
    // What is labeled on the way does not put the search away.
    tool.press("Shift+F3 3 F3");
    assert_eq!(told(&tool), Message::SearchHit { n: 2, count: 3 });
    assert_eq!(hits(&tool).len(), 3);
}

#[test]
fn the_last_search_is_done_again_by_its_key() {
    let mut tool = Tool::open("Turbo and turbo");
    tool.press("F3");
    assert!(!tool.session.search_here().unwrap().is_something(), "it asks what to look for");
    tool.press("F3").run(Command::Search(words("nothing"))).press("F3");
    assert_eq!(tool.said.last(), Some(&Message::SearchNoHit));
    tool.run(Command::Search(words("turbo"))).run(Command::CloseBatch);
    assert!(tool.session.batch().is_none());
    assert_eq!(tool.session.found_here(), []);
    tool.press("F3");
    assert_eq!(selected(&tool), "Turbo");
    assert_eq!(tool.session.found_here().len(), 2, "the hits are lit up");
}

#[test]
fn selected_words_are_looked_for() {
    let mut tool = Tool::open("Turbo and turbo");
    tool.select("turbo").press("/");
    assert_eq!(hits(&tool), ["Turbo", "turbo"]);
    assert_eq!(tool.session.query().words, "turbo");
    tool.run(Command::CloseBatch).run(Command::SelectNone).press("Ctrl+Shift+F");
    assert_eq!(hits(&tool), ["Turbo", "turbo"], "what was looked for last");
}

#[test]
fn the_nearest_words_are_told_where_nothing_is_found() {
    let mut tool = Tool::open("Zarumilla and Zarumilla.");
    tool.add("second", "The Zarumilla is low.");
    assert_eq!(search(&mut tool, words("Zarumila")), [""; 0]);
    let nearest = tool.session.search_here().unwrap().nearest.clone();
    assert_eq!(nearest, Some(Nearest { words: "Zarumilla".into(), count: 3 }));
    tool.run(Command::Search(words("Guayaquil")));
    assert_eq!(tool.session.search_here().unwrap().nearest, None);
    assert!(tool.session.batch().unwrap().is_complete());
    tool.run(Command::Search(pattern("Zarumila")));
    assert_eq!(tool.session.search_here().unwrap().nearest, None, "a pattern has no letters");
}

#[test]
fn a_search_is_cut_into_slices_and_can_be_stopped() {
    let mut tool = Tool::open("Turbo");
    for n in 0..9 {
        tool.add(&format!("more {n}"), &format!("{n} {}", "Turbo ".repeat(50)));
    }
    tool.session.run(Command::Search(words("turbo")), 0);
    tool.session.look(64);
    let batch = tool.session.batch().unwrap();
    assert_eq!((batch.rows.len(), batch.n_unseen()), (50, 9));
    tool.run(Command::StopSearch);
    let batch = tool.session.batch().unwrap();
    assert!(batch.is_complete() && batch.rows.len() == 50);
    let search = tool.session.search_here().unwrap();
    assert_eq!((search.n_left, search.n_articles), (9, 10));
}

#[test]
fn more_hits_than_anybody_looks_through_are_left_out() {
    let mut tool = Tool::open("first");
    tool.add("long", &"a ".repeat(30_000));
    tool.run(Command::Search(words("a")));
    let batch = tool.session.batch().unwrap();
    assert_eq!(batch.rows.len(), apostil::session::batch::MOST_ROWS);
    assert!(batch.is_complete());
}

#[test]
fn hits_are_filtered_as_all_places_are() {
    let mut tool = Tool::open("the port of Turbo; Turbo by the sea");
    tool.run(Command::Search(words("turbo")));
    tool.run(Command::ListInBatch { only: Only::All, words: "SEA".into() });
    assert_eq!(tool.session.batch_listed(), [0, 1]);
    tool.run(Command::ListInBatch { only: Only::Here, words: "nowhere".into() });
    assert!(tool.session.batch_listed().is_empty());
}

//! The entities view: groups, what is odd about them, links, and what follows a step.

use apostil::message::Message;
use apostil::session::batch::Change;
use apostil::session::batch::standing::Standing;
use apostil::session::command::Command;
use apostil::session::entities::By;
use apostil::session::entities::group::{Group, GroupKey, Section};
use apostil::text::TextRange;

use crate::tool::Tool;

/// Brings in another article with marks, as `Tool::open` does with the first.
fn add(tool: &mut Tool, name: &str, text: &str, marks: &[(&str, &str)]) {
    tool.add(name, text);
    for (words, label) in marks {
        let start = text.find(words).unwrap() as u32;
        let range = TextRange::new(start, start + words.len() as u32);
        tool.run(Command::LabelRange { range, label: tool.label(label) });
    }
}

/// A line for each listed group, with its section, labels, words without a mark, articles and links.
fn table(tool: &Tool) -> Vec<String> {
    let entities = tool.session.entities().expect("the view is shown");
    assert!(entities.is_complete(), "everything was looked through");
    let line = |it: &usize| line(tool, &entities.groups[*it]);
    entities.listed().iter().map(line).collect()
}

fn line(tool: &Tool, group: &Group) -> String {
    let section = match group.section() {
        Section::Mixed => "!",
        Section::Partly => "?",
        Section::Suggested => "+",
        Section::Same => "=",
    };
    let others = group.others.iter().map(|it| format!(" + {it}"));
    let name = |label| tool.session.label_name(label);
    let labels = group.labels.iter().chain(&group.suggested);
    let labels = labels.map(|(label, n)| format!(" {} {n}", name(*label)));
    let links = group.links.iter().map(|(link, n)| format!("; {link} {n}"));
    let start = format!("{section} {}", group.words);
    let counts = format!("; {} in {}", group.n_bare, group.n_articles);
    let all = [start].into_iter().chain(others).chain(labels).chain([counts]).chain(links);
    all.collect()
}

fn words(words: &str) -> GroupKey {
    GroupKey::Words(words.to_owned())
}

/// The places of the open group: a tick, what stands there.
fn places(tool: &Tool) -> Vec<String> {
    let rows = tool.session.batch().map(|it| it.rows.clone()).unwrap_or_default();
    let line = |row: &apostil::session::batch::Row| {
        let label = |label| tool.session.label_name(label);
        let standing = match &row.standing {
            Standing::Marked { label: it, .. } => label(*it),
            Standing::Suggested { key, .. } => format!("{}?", label(key.label)),
            Standing::Bare => "bare".to_owned(),
            other => format!("{other:?}").chars().take_while(|it| it.is_alphabetic()).collect(),
        };
        format!("{}{standing}", if row.is_ticked { '+' } else { '-' })
    };
    rows.iter().map(line).collect()
}

/// Two articles in which three groups stand in three ways.
fn three() -> Tool {
    let mut tool =
        Tool::open("[Merino|PERSON] met [Merino|PERSON]; [Loja|GPE] and Loja; [Peru|GPE].");
    let text = "Merino & Sons of Peru, said Merino.";
    add(&mut tool, "second", text, &[("Merino", "ORG"), ("Peru", "GPE")]);
    tool.run(Command::ShowEntities);
    tool
}

#[test]
fn groups_come_by_what_is_odd_about_them() {
    let tool = three();
    let expected =
        ["! Merino PERSON 2 ORG 1; 1 in 2", "? Loja GPE 1; 1 in 1", "= Peru GPE 2; 0 in 2"];
    assert_eq!(table(&tool), expected);
    let entities = tool.session.entities().unwrap();
    let listed = entities.listed();
    assert_eq!(Section::ALL.map(|it| entities.n_in(it, &listed)), [1, 1, 0, 1]);
    assert_eq!(entities.n_mentions(), 6);
    let minority = |n| entities.groups[0].is_minority(n);
    assert!(!minority(1), "one of three is no slip");
}

#[test]
fn the_more_frequent_come_first_in_a_section_and_words_filter() {
    let mut tool = Tool::open("[Loja|GPE] [Ábrego|PERSON] [Loja|GPE] [Piura|GPE]");
    tool.run(Command::ShowEntities);
    let expected = ["= Loja GPE 2; 0 in 1", "= Ábrego PERSON 1; 0 in 1", "= Piura GPE 1; 0 in 1"];
    assert_eq!(table(&tool), expected);
    tool.run(Command::FilterEntities("abre".into()));
    assert_eq!(table(&tool), expected[1..2]);
    tool.run(Command::FilterEntities("zzz".into()));
    assert!(table(&tool).is_empty());
}

#[test]
fn case_accents_and_links_count_as_asked() {
    let mut tool = Tool::open("[Perú|GPE], [PERU|GPE], [O’Hara|PERSON], [O'Hara|PERSON]; peru");
    tool.run(Command::ShowEntities);
    let exact = ["= O'Hara PERSON 2; 0 in 1", "= PERU GPE 1; 0 in 1", "= Perú GPE 1; 0 in 1"];
    assert_eq!(table(&tool), exact);
    tool.run(Command::GroupEntities(By::Loose));
    let loose = ["? Perú + PERU GPE 2; 1 in 1", "= O'Hara PERSON 2; 0 in 1"];
    assert_eq!(table(&tool), loose);
    tool.run(Command::GroupEntities(By::Words));
    let keys = vec![words("O'Hara"), words("Perú")];
    tool.run(Command::LinkEntities { keys, link: "x".into() });
    tool.run(Command::GroupEntities(By::Link));
    let linked = ["? O'Hara + Perú PERSON 2 GPE 1; 1 in 1; x 3", "? PERU GPE 1; 1 in 1"];
    assert_eq!(table(&tool)[1..], linked[1..]);
    assert_eq!(table(&tool)[0], linked[0].replace('?', "!"));
    tool.run(Command::FilterEntities("X".into()));
    assert_eq!(table(&tool).len(), 1, "links are found too");
}

#[test]
fn words_inside_of_longer_ones_are_not_missing() {
    let mut tool =
        Tool::open("[York|GPE] and [New York Times|ORG]. In York; in the New York Times.");
    tool.run(Command::ShowEntities);
    assert_eq!(table(&tool), ["? New York Times ORG 1; 1 in 1", "? York GPE 1; 1 in 1"]);
    // With no such longer words any more, the shorter ones are missing there as well.
    let times = tool.session.find_words("New York Times")[0];
    let key =
        tool.session.sheet().unwrap().marks_in(times).find(|it| it.shown.extent.hull() == times);
    tool.run(Command::SelectMark(key.unwrap().shown.key)).run(Command::Remove);
    tool.run(Command::ShowEntities);
    assert_eq!(table(&tool), ["? York GPE 1; 3 in 1"]);
}

#[test]
fn a_group_is_made_as_most_of_it_is_in_one_step() {
    let mut tool = three();
    tool.run(Command::OpenEntity(words("Merino")));
    assert_eq!(places(&tool), ["+ORG", "+bare"]);
    assert_eq!(tool.session.agreeing_mentions().len(), 2);
    tool.run(Command::Tick { row: 1, on: false }).run(Command::ApplyBatch);
    assert_eq!(table(&tool)[0], "? Merino PERSON 3; 1 in 2");
    assert_eq!(tool.session.opened_entity(), None);
    tool.run(Command::Undo);
    assert_eq!(table(&tool)[0], "! Merino PERSON 2 ORG 1; 1 in 2");
}

#[test]
fn another_label_or_what_is_suggested_is_proposed_too() {
    let mut tool = Tool::open("[Merino|PERSON], {Merino|PERSON} & Sons, {Merino|ORG}, Merino");
    tool.run(Command::ShowEntities).run(Command::OpenEntity(words("Merino")));
    assert_eq!(places(&tool), ["+PERSON?", "+ORG?", "+bare"]);
    tool.run(Command::ChangeBatch(Change::Accept));
    assert_eq!(places(&tool), ["+PERSON?", "+ORG?"]);
    let label = tool.label("ORG");
    tool.run(Command::ChangeBatch(Change::Label(label)));
    assert_eq!(places(&tool), ["+PERSON", "+PERSON?", "+ORG?", "+bare"]);
    tool.run(Command::ChangeBatch(Change::Accept)).run(Command::ApplyBatch);
    tool.shows("[Merino|PERSON], [Merino|PERSON] & Sons, [Merino|ORG], Merino");
    assert_eq!(table(&tool), ["! Merino PERSON 2 ORG 1; 1 in 1"]);
}

#[test]
fn what_is_only_suggested_is_accepted_or_refused_by_its_words() {
    let mut tool =
        Tool::open("{Loja|GPE}, {Loja|GPE}, {Quito|GPE}; {Merino|ORG} {Merino|PERSON} Loja");
    tool.run(Command::ShowEntities);
    let all = ["+ Loja GPE 2; 2 in 1", "+ Merino PERSON 1 ORG 1; 2 in 1", "+ Quito GPE 1; 1 in 1"];
    assert_eq!(table(&tool), all);
    assert_eq!(tool.session.entities().unwrap().n_suggested(), 5);
    // What is suggested alike is accepted as it is, and then missed where it was not suggested.
    tool.run(Command::OpenEntity(words("Loja")));
    assert_eq!(places(&tool), ["+GPE?", "+GPE?"]);
    tool.run(Command::ApplyBatch);
    tool.shows("[Loja|GPE], [Loja|GPE], {Quito|GPE}; {Merino|ORG} {Merino|PERSON} Loja");
    assert_eq!(table(&tool), ["? Loja GPE 2; 1 in 1", all[1], all[2]]);
    // What is not alike is made so.
    tool.run(Command::OpenEntity(words("Merino"))).run(Command::ApplyBatch);
    tool.shows("[Loja|GPE], [Loja|GPE], {Quito|GPE}; [Merino|PERSON] [Merino|PERSON] Loja");
    // There is nothing in it to link, so it is not ticked.
    tool.run(Command::TickEntity { key: words("Quito"), on: true });
    assert!(tool.session.entities().unwrap().ticked.is_empty());
    tool.run(Command::OpenEntity(words("Quito"))).run(Command::ChangeBatch(Change::Remove(None)));
    assert_eq!(places(&tool), ["+GPE?"]);
    tool.run(Command::ApplyBatch);
    assert_eq!(table(&tool), ["? Loja GPE 2; 1 in 1", "= Merino PERSON 2; 0 in 1"]);
    tool.run(Command::Undo).run(Command::Undo).run(Command::Undo);
    assert_eq!(table(&tool), all);
}

#[test]
fn what_is_suggested_in_another_spelling_is_counted_once() {
    let mut tool = Tool::open("[Darien|LOC] or {Darién|LOC}");
    tool.run(Command::ShowEntities);
    assert_eq!(table(&tool), ["+ Darién LOC 1; 1 in 1", "= Darien LOC 1; 0 in 1"]);
    tool.run(Command::GroupEntities(By::Loose));
    assert_eq!(table(&tool), ["? Darien LOC 1; 1 in 1"]);
}

#[test]
fn what_the_engine_says_later_is_counted_while_in_sight() {
    let mut tool = Tool::open("[Loja|GPE] and Quito");
    tool.run(Command::ShowEntities);
    assert_eq!(table(&tool), ["= Loja GPE 1; 0 in 1"]);
    tool.suggest("Quito", "GPE", 0.9);
    assert_eq!(table(&tool), ["+ Quito GPE 1; 1 in 1", "= Loja GPE 1; 0 in 1"]);
}

#[test]
fn what_was_refused_for_these_very_words_is_not_ticked() {
    let mut tool = Tool::open("[May|DATE], [May|DATE], {May|DATE*}, May, [May Fair|EVENT]");
    tool.press("X").press("D").run(Command::ShowEntities).run(Command::OpenEntity(words("May")));
    assert_eq!(places(&tool), ["-Refused", "+Left"]);
}

#[test]
fn an_open_group_follows_what_else_is_done_and_keeps_its_ticks() {
    let mut tool = three();
    tool.run(Command::OpenEntity(words("Merino")));
    tool.run(Command::Tick { row: 0, on: false });
    let keys = vec![words("Loja")];
    tool.run(Command::LinkEntities { keys, link: "Q1".into() });
    assert_eq!(places(&tool), ["-ORG", "+bare"]);
    tool.run(Command::Undo).run(Command::Undo);
    assert_eq!(tool.session.opened_entity(), Some(&words("Merino")));
    tool.run(Command::Undo);
    assert_eq!(places(&tool), ["-bare", "+bare"], "the odd mark was taken back");
    for _ in 0..8 {
        tool.run(Command::Undo);
    }
    assert!(tool.session.entities().is_none(), "no article is left");
}

#[test]
fn new_words_are_looked_for_everywhere_and_the_view_comes_back_as_it_was() {
    let mut tool = three();
    tool.run(Command::OpenEntity(words("Merino")));
    let row = tool.session.batch().unwrap().rows[0].clone();
    let (document, range) = (row.document.clone(), row.range);
    tool.run(Command::GoTo { document: document.clone(), range });
    assert!(tool.session.entities().is_none() && tool.session.batch().is_none());
    assert_eq!(tool.session.open_document(), Some(&document));
    let sons = tool.session.find_words("said")[0];
    tool.run(Command::LabelRange { range: sons, label: tool.label("EVENT") });
    tool.add("third", "He said that Loja").run(Command::ShowEntities);
    assert_eq!(tool.session.opened_entity(), Some(&words("Merino")));
    let expected = [
        "! Merino PERSON 2 ORG 1; 1 in 2",
        "? Loja GPE 1; 2 in 2",
        "? said EVENT 1; 1 in 2",
        "= Peru GPE 2; 0 in 2",
    ];
    assert_eq!(table(&tool), expected);
    // In sight, it follows: an article goes, and comes back.
    tool.run(Command::RemoveThisArticle);
    assert_eq!(
        table(&tool)[1..],
        ["? Loja GPE 1; 1 in 1", "= Peru GPE 2; 0 in 2", "= said EVENT 1; 0 in 1"]
    );
    tool.run(Command::Undo);
    assert_eq!(table(&tool), expected);
    tool.run(Command::CloseEntities);
    assert!(tool.session.entities().is_none());
}

#[test]
fn groups_become_one_entity_in_one_step() {
    let mut tool = three();
    let keys = vec![words("Merino"), words("Loja")];
    for key in &keys {
        tool.run(Command::TickEntity { key: key.clone(), on: true });
    }
    let ticked = |tool: &Tool| tool.session.entities().unwrap().ticked.len();
    assert_eq!((ticked(&tool), tool.session.link_for(&keys)), (2, "e1".to_owned()));
    tool.run(Command::LinkEntities { keys: keys.clone(), link: "e1".into() });
    let linked = Message::EntitiesLinked { count: 4, articles: 2, link: "e1".into() };
    assert_eq!((tool.said.last(), ticked(&tool)), (Some(&linked), 0));
    assert_eq!(
        table(&tool)[..2],
        ["! Merino PERSON 2 ORG 1; 1 in 2; e1 3", "? Loja GPE 1; 1 in 1; e1 1"]
    );
    assert_eq!(tool.session.undo_words(), Some(Message::EventLinkMany { count: 4, articles: 2 }));
    let proposed = |keys: &[GroupKey]| tool.session.link_for(keys);
    assert_eq!((proposed(&[words("Peru")]), proposed(&keys)), ("e2".into(), "e1".into()));
    tool.run(Command::LinkEntities { keys: keys.clone(), link: "e1".into() });
    assert_eq!(tool.said.last(), Some(&Message::EntitiesLinkedAlready));
    tool.run(Command::LinkEntities { keys: keys.clone(), link: "two words".into() });
    assert_eq!(tool.said.last(), Some(&Message::EntitiesNoLink { link: "two words".into() }));
    tool.run(Command::LinkEntities { keys: vec![words("Loja")], link: " ".into() });
    assert_eq!(table(&tool)[1], "? Loja GPE 1; 1 in 1");
    tool.run(Command::Undo).run(Command::Undo);
    assert_eq!(table(&tool)[0], "! Merino PERSON 2 ORG 1; 1 in 2");
    tool.run(Command::TickEntity { key: words("Loja"), on: true });
    tool.run(Command::TickEntity { key: words("Loja"), on: false });
    assert_eq!(ticked(&tool), 0);
}

#[test]
fn a_group_that_is_opened_again_is_closed() {
    let mut tool = Tool::open("[Merino|PERSON] ran. Merino");
    tool.run(Command::ShowEntities).run(Command::OpenEntity(words("Merino")));
    assert_eq!(places(&tool), ["+bare"]);
    tool.run(Command::OpenEntity(words("Merino")));
    assert_eq!(tool.session.opened_entity(), None, "opened again, it is closed");
    tool.run(Command::OpenEntity(words("nobody")));
    assert!(tool.session.batch().is_none());
}

//! The schema as a person shapes it: each change one step, nothing in use lost in silence.

use apostil::edit::change::{Edit, Place, Transaction};
use apostil::edit::history::History;
use apostil::format::File;
use apostil::journal::Journal;
use apostil::message::Message;
use apostil::model::annotation::AttributeValue;
use apostil::model::id::{DocumentLabelId, RelationId, RelationLabelId};
use apostil::model::origin::Origin;
use apostil::model::preset::Preset;
use apostil::model::relation::Relation;
use apostil::model::schema::{Anchoring, AttributeKind, Color, Overlap, Schema};
use apostil::model::track::Verdict;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::schema::{Item, Kind, SchemaChange, Taking, Touches};
use apostil::session::settings::Settings;

use crate::tool::{ME, Tool};

fn change(tool: &mut Tool, change: SchemaChange) -> &mut Tool {
    tool.run(Command::ChangeSchema(change))
}

fn schema(tool: &Tool) -> &Schema {
    tool.session.project().schema()
}

fn label(tool: &Tool, name: &str) -> Item {
    Item::Label(tool.label(name))
}

fn names(tool: &Tool) -> Vec<&str> {
    schema(tool).labels.iter().map(|it| it.name.as_str()).collect()
}

fn add(tool: &mut Tool, kind: Kind, name: &str) {
    change(tool, SchemaChange::Add { kind, name: name.into() });
}

#[test]
fn a_label_is_defined_in_all_its_parts_and_each_is_one_step() {
    let mut tool = Tool::open("Turbo");
    add(&mut tool, Kind::Labels, " VESSEL ");
    let id = tool.label("VESSEL");
    assert_eq!(schema(&tool).label(id).unwrap().key, None, "all digits are taken");
    let (gpe, blue) = (tool.label("GPE"), Color::Rgb(1, 2, 200));
    let steps = [
        SchemaChange::Rename { item: Item::Label(id), name: "BOAT".into() },
        SchemaChange::Recolor(id, blue.clone()),
        SchemaChange::Rekey(id, Some('Z')),
        SchemaChange::Reparent(id, Some(gpe)),
        SchemaChange::Hide(id, true),
        SchemaChange::SuggestAs(id, vec![" PRODUCT ".into(), String::new(), "PRODUCT".into()]),
        SchemaChange::Move { item: Item::Label(id), to: 0 },
    ];
    let n_steps = tool.session.history().done().len();
    for step in &steps {
        change(&mut tool, step.clone());
        // What is so already is no step.
        change(&mut tool, step.clone());
    }
    assert_eq!(tool.session.history().done().len(), n_steps + steps.len(), "{:?}", tool.said);
    let boat = schema(&tool).labels[0].clone();
    assert_eq!((boat.name.as_str(), boat.color, boat.key), ("BOAT", blue, Some('z')));
    assert_eq!((boat.parent, boat.hidden), (Some(gpe), true));
    assert_eq!(boat.suggested_as, ["PRODUCT"]);
    for _ in steps {
        tool.press("Ctrl+Z");
    }
    assert_eq!(names(&tool).last(), Some(&"VESSEL"));
    let undo = tool.session.undo_words();
    assert_eq!(undo, Some(Message::EventSchemaAdd { name: "VESSEL".into() }));
}

#[test]
fn names_are_distinct_and_never_empty_and_keys_do_not_clash() {
    let mut tool = Tool::open("Turbo");
    let before = schema(&tool).clone();
    let (person, org) = (tool.label("PERSON"), tool.label("ORG"));
    let rename = |name: &str| SchemaChange::Rename { item: Item::Label(person), name: name.into() };
    for (refused, why) in [
        (rename("  "), Message::SchemaNameEmpty),
        (rename("ORG "), Message::SchemaNameTaken { name: "ORG".into() }),
        (rename(&"x".repeat(101)), Message::SchemaNameLong { limit: 100 }),
        (
            SchemaChange::Add { kind: Kind::Labels, name: "ORG".into() },
            Message::SchemaNameTaken { name: "ORG".into() },
        ),
        (
            SchemaChange::Rekey(person, Some('J')),
            Message::SchemaKeyOfCommand {
                key: "J".into(),
                command: Box::new(Message::CommandMarkNext),
            },
        ),
        (
            SchemaChange::Rekey(person, Some('2')),
            Message::SchemaKeyOfLabel { key: "2".into(), label: "ORG".into() },
        ),
        (SchemaChange::Rekey(person, Some(' ')), Message::SchemaKeyNone),
        (SchemaChange::Rekey(person, Some('@')), Message::KeyNeededForSigns),
        (
            SchemaChange::Reparent(person, Some(person)),
            Message::SchemaParentLoop { name: "PERSON".into() },
        ),
    ] {
        assert_eq!(tool.session.schema_refusal(&refused), Some(why.clone()));
        change(&mut tool, refused);
        assert_eq!(tool.said.last(), Some(&why));
    }
    assert_eq!(*schema(&tool), before);
    change(&mut tool, SchemaChange::Reparent(org, Some(person)));
    let why = tool.session.schema_refusal(&SchemaChange::Reparent(person, Some(org)));
    assert_eq!(why, Some(Message::SchemaParentLoop { name: "PERSON".into() }));
}

#[test]
fn suggestions_of_a_renamed_label_go_on_to_come() {
    let mut tool = Tool::open("Turbo is far.");
    tool.suggest("Turbo", "GPE", 0.9).shows("{Turbo|GPE}‸ is far.".replace('‸', "").as_str());
    let item = label(&tool, "GPE");
    change(&mut tool, SchemaChange::Rename { item, name: "PAÍS".into() });
    tool.shows("{Turbo|PAÍS} is far.");
    tool.suggest("Turbo", "GPE", 0.8).shows("{Turbo|PAÍS} is far.");
    tool.press("Ctrl+Z").shows("{Turbo|GPE} is far.");
    let undo = tool.session.redo_words();
    assert_eq!(undo, Some(Message::EventSchemaRename { old: "GPE".into(), name: "PAÍS".into() }));
}

#[test]
fn merging_relabels_everything_and_one_undo_takes_it_back() {
    let mut tool = Tool::open("[Turbo|GPE], [Darién|LOC], [Turbo|LOC*], {Acandí|LOC}");
    tool.press("J").press("X");
    tool.add("second", "Darién again");
    tool.select("Darién").press("4");
    let before = tool.session.project().clone();
    let (item, into) = (label(&tool, "LOC"), label(&tool, "GPE"));
    let merge = SchemaChange::Merge { item, into };
    let expected = Touches { marks: 3, decisions: 2, articles: 2, ..Touches::default() };
    assert_eq!(tool.session.schema_touches(&merge), expected);
    change(&mut tool, merge);
    tool.shows("[Darién|GPE] again");
    tool.press("Alt+ArrowUp").shows("[Turbo|GPE], [Darién|GPE], [Turbo|GPE], Acandí");
    assert!(!names(&tool).contains(&"LOC"));
    let said =
        Message::SchemaMerged { name: "LOC".into(), into: "GPE".into(), marks: 3, articles: 2 };
    assert!(tool.said.contains(&said), "{:?}", tool.said);
    let verdicts = tool.track().decisions;
    assert!(verdicts.keys().all(|it| it.label == tool.label("GPE")));
    assert!(verdicts.values().any(|it| it.verdict == Verdict::Rejected));
    // What the engine still calls LOC comes as GPE.
    assert_eq!(schema(&tool).label_for("LOC").unwrap().name, "GPE");
    tool.press("Ctrl+Z");
    assert_eq!(*tool.session.project(), before);
}

/// A tool on a project with two marks on the same words, a third, and ties between them.
fn tied() -> Tool {
    let mut tool = Tool::open("[Turbo|GPE], [Acandí|ORG]");
    let range = tool.session.find_words("Turbo")[0];
    tool.run(Command::LabelRange { range, label: tool.label("LOC") });
    add(&mut tool, Kind::Relations, "near");
    let mut project = tool.session.project().clone();
    let open = tool.session.open_document().unwrap().clone();
    let of = |name: &str| {
        let label = tool.label(name);
        *tool.track().annotations.iter().find(|it| it.1.label == label).unwrap().0
    };
    let tie = |n: u32, from: &str, to: &str| Edit::Relation {
        place: Place { document: open.clone(), author: ME },
        id: RelationId { author: ME, n: 50 + n },
        value: Some(Relation {
            from: of(from),
            to: of(to),
            label: RelationLabelId(1),
            attributes: [("sure".to_owned(), AttributeValue::Flag(true))].into(),
            origin: Origin::Human,
        }),
    };
    let edits = vec![tie(1, "LOC", "ORG"), tie(2, "LOC", "GPE")];
    project.apply(&Transaction { edits, event: "test".into(), at: 1 }).unwrap();
    let (journal, _) = Journal::begin(&project);
    tool.session = Session::on(ME, project, History::default(), journal, Settings::default());
    tool.session.start(None);
    tool
}

#[test]
fn marks_on_the_same_words_become_one_with_the_ties_of_both() {
    let mut tool = tied();
    let loc =
        *tool.track().annotations.iter().find(|it| it.1.label == tool.label("LOC")).unwrap().0;
    tool.run(Command::SetNote(loc, "the bay".into()));
    let (item, into) = (label(&tool, "LOC"), label(&tool, "GPE"));
    change(&mut tool, SchemaChange::Merge { item, into });
    tool.shows("[Turbo|GPE], [Acandí|ORG]");
    let track = tool.track();
    let turbo = track.annotations.iter().find(|it| it.1.label == tool.label("GPE")).unwrap();
    assert_eq!(turbo.1.note.as_deref(), Some("the bay"));
    let ties: Vec<_> = track.relations.values().map(|it| it.from).collect();
    assert_eq!(ties, [*turbo.0], "the tie between the two is gone, the other is kept");
}

#[test]
fn deleting_says_what_goes_and_takes_it_back() {
    let mut tool = tied();
    let before = tool.session.project().clone();
    let delete = SchemaChange::Delete(label(&tool, "LOC"));
    let expected = Touches { marks: 1, relations: 2, articles: 1, ..Touches::default() };
    assert_eq!(tool.session.schema_touches(&delete), expected);
    change(&mut tool, delete);
    tool.shows("[Turbo|GPE], [Acandí|ORG]");
    assert!(tool.track().relations.is_empty());
    let undo = tool.session.undo_words();
    assert_eq!(undo, Some(Message::EventSchemaDelete { name: "LOC".into() }));
    tool.press("Ctrl+Z");
    assert_eq!(*tool.session.project(), before);
    let delete = SchemaChange::Delete(Item::Relation(RelationLabelId(1)));
    assert_eq!(tool.session.schema_touches(&delete).relations, 2);
    change(&mut tool, delete);
    assert!(tool.track().relations.is_empty() && schema(&tool).relations.is_empty());
}

#[test]
fn what_named_a_deleted_label_does_so_no_more() {
    let mut tool = Tool::open("Turbo");
    add(&mut tool, Kind::Relations, "near");
    add(&mut tool, Kind::Attributes, "of GPE");
    add(&mut tool, Kind::Attributes, "of two");
    let (gpe, loc, fac) = (tool.label("GPE"), tool.label("LOC"), tool.label("FAC"));
    let only = |labels| SchemaChange::SetLabels { attribute: "of GPE".into(), labels };
    change(&mut tool, only(vec![gpe]));
    change(
        &mut tool,
        SchemaChange::SetLabels { attribute: "of two".into(), labels: vec![gpe, loc] },
    );
    let relation = RelationLabelId(1);
    change(&mut tool, SchemaChange::SetEnds { relation, from: vec![gpe, loc], to: vec![gpe] });
    change(&mut tool, SchemaChange::Reparent(fac, Some(gpe)));
    change(&mut tool, SchemaChange::Reparent(gpe, Some(loc)));
    change(&mut tool, SchemaChange::Delete(Item::Label(gpe)));
    let schema = schema(&tool);
    assert_eq!(schema.label(fac).unwrap().parent, Some(loc));
    assert_eq!((&schema.relations[0].from, &schema.relations[0].to), (&vec![loc], &vec![]));
    let attributes: Vec<_> =
        schema.attributes.iter().map(|it| (it.name.as_str(), &it.labels)).collect();
    assert_eq!(attributes, [("of two", &vec![loc])]);
}

#[test]
fn splitting_makes_a_label_and_shows_the_marks_of_the_old_one() {
    let mut tool = Tool::open("[Turbo|GPE], [Acandí|GPE], Darién");
    let old = tool.label("GPE");
    change(&mut tool, SchemaChange::Split { label: old, name: "TOWN".into() });
    let place = names(&tool).iter().position(|it| *it == "GPE").unwrap();
    assert_eq!(names(&tool)[place + 1], "TOWN");
    let batch = tool.session.batch().expect("the marks are shown");
    let rows: Vec<_> = batch.rows.iter().map(|it| (it.is_conflict, it.is_ticked)).collect();
    assert_eq!(rows, [(false, false), (false, false)]);
    tool.run(Command::Tick { row: 1, on: true }).run(Command::ApplyBatch);
    tool.shows("[Turbo|GPE], [Acandí|TOWN], Darién");
    tool.press("Ctrl+Z").shows("[Turbo|GPE], [Acandí|GPE], Darién");
    tool.press("Ctrl+Z");
    assert!(!names(&tool).contains(&"TOWN"));
}

#[test]
fn attributes_keep_the_values_that_are_in_use() {
    let mut tool = Tool::open("[Turbo|GPE*]");
    add(&mut tool, Kind::Attributes, "size");
    let kind = |choices: &[&str]| SchemaChange::SetKind {
        attribute: "size".into(),
        kind: AttributeKind::Choice(choices.iter().map(|it| (*it).to_owned()).collect()),
    };
    change(&mut tool, kind(&["small", "large"]));
    let id = *tool.track().annotations.keys().next().unwrap();
    let (name, value) = ("size".to_owned(), Some(AttributeValue::Text("large".into())));
    tool.run(Command::SetAttribute { id, name, value: value.clone() });
    change(&mut tool, kind(&["tiny", "tiny", " "]));
    let choices = AttributeKind::Choice(vec!["tiny".into(), "large".into()]);
    assert_eq!(schema(&tool).attributes[0].kind, choices);
    let flag = SchemaChange::SetKind { attribute: "size".into(), kind: AttributeKind::Flag };
    let why = Message::SchemaValuesInUse { name: "size".into(), count: 1 };
    assert_eq!(tool.session.schema_refusal(&flag), Some(why));
    let item = Item::Attribute("size".into());
    change(&mut tool, SchemaChange::Rename { item, name: "extent".into() });
    assert_eq!(tool.track().annotations[&id].attributes.get("extent").cloned(), value);
    add(&mut tool, Kind::Attributes, "other");
    let merge = SchemaChange::Merge {
        item: Item::Attribute("extent".into()),
        into: Item::Attribute("other".into()),
    };
    assert!(matches!(tool.session.schema_refusal(&merge), Some(Message::SchemaNotMerged { .. })));
    change(&mut tool, SchemaChange::Delete(Item::Attribute("extent".into())));
    assert!(tool.track().annotations[&id].attributes.is_empty());
    tool.press("Ctrl+Z");
    assert_eq!(tool.track().annotations[&id].attributes.get("extent").cloned(), value);
}

#[test]
fn document_labels_and_rules_are_defined_as_well() {
    let mut tool = Tool::open("Turbo");
    add(&mut tool, Kind::DocumentLabels, "sport");
    add(&mut tool, Kind::DocumentLabels, "news");
    let (sport, news) = (DocumentLabelId(1), DocumentLabelId(2));
    change(&mut tool, SchemaChange::Move { item: Item::DocumentLabel(news), to: 0 });
    let rename = SchemaChange::Rename { item: Item::DocumentLabel(sport), name: "games".into() };
    change(&mut tool, rename);
    let shown: Vec<_> = schema(&tool).document_labels.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(shown, ["news", "games"]);
    let (item, into) = (Item::DocumentLabel(sport), Item::DocumentLabel(news));
    change(&mut tool, SchemaChange::Merge { item, into });
    assert_eq!(schema(&tool).document_labels.len(), 1);
    change(&mut tool, SchemaChange::SetOverlap(Overlap::None));
    assert_eq!(schema(&tool).overlap, Overlap::None);
    assert_eq!(tool.session.undo_words(), Some(Message::EventSchemaRules));
}

#[test]
fn an_article_bears_one_label_of_a_group() {
    let mut tool = Tool::open("Turbo");
    let all = ["sport", "news", "weather"];
    for it in all {
        add(&mut tool, Kind::DocumentLabels, it);
    }
    let [sport, news, weather] = [1, 2, 3].map(DocumentLabelId);
    let set = |label, group: &str| SchemaChange::SetGroup { label, group: group.into() };
    change(&mut tool, set(sport, " topic "));
    change(&mut tool, set(news, "topic"));
    let give = |tool: &mut Tool, label| {
        tool.run(Command::SetArticleLabel { label, on: true });
        tool.track().labels.iter().copied().collect::<Vec<_>>()
    };
    assert_eq!(give(&mut tool, sport), [sport]);
    assert_eq!(give(&mut tool, news), [news]);
    assert_eq!(give(&mut tool, weather), [news, weather]);
    let why = Message::SchemaGroupInUse { name: "weather".into(), group: "topic".into(), count: 1 };
    assert_eq!(tool.session.schema_refusal(&set(weather, "topic")), Some(why));
    assert_eq!(tool.session.schema_refusal(&set(weather, "region")), None);
    change(&mut tool, set(news, ""));
    assert_eq!(give(&mut tool, sport), [sport, news, weather]);
    tool.press("Ctrl+Z").press("Ctrl+Z");
    assert_eq!(schema(&tool).document_label(news).unwrap().group, "topic");
}

#[test]
fn selections_snap_to_whole_words_where_the_schema_says_so() {
    let mut tool = Tool::open("the port of Turbo, today");
    change(&mut tool, SchemaChange::SetAnchoring(Anchoring::Tokens));
    tool.select("rt of Tur").press("1").shows("the [port of Turbo|PERSON*], today");
    change(&mut tool, SchemaChange::SetAnchoring(Anchoring::Characters));
    tool.select("oda").press("2").shows("the [port of Turbo|PERSON], t[oda|ORG*]y");
}

fn file(name: &str, text: &str) -> File {
    File { name: name.into(), bytes: text.as_bytes().to_vec() }
}

#[test]
fn a_preset_takes_the_place_of_what_is_not_in_use() {
    let mut tool = Tool::open("[Turbo|GPE], [Acandí|ORG] and Peru");
    tool.run(Command::TakePreset(Preset::Conll));
    let digest = &tool.session.arriving_schema().unwrap().digest;
    assert_eq!(digest.added, ["PER", "MISC"]);
    assert_eq!(digest.known, ["ORG", "LOC"]);
    assert_eq!(digest.kept, ["GPE"]);
    assert_eq!(digest.unused.len(), 15);
    tool.run(Command::AcceptSchema(Taking::Replace));
    assert_eq!(names(&tool), ["PER", "ORG", "LOC", "MISC", "GPE"]);
    assert!(tool.session.arriving_schema().is_none());
    tool.shows("[Turbo|GPE], [Acandí|ORG] and Peru");
    // Keys are the preset's; a label that only stays has given its own away.
    let keys: Vec<_> = schema(&tool).labels.iter().map(|it| it.key).collect();
    assert_eq!(keys, [Some('1'), Some('2'), Some('3'), Some('4'), None]);
    tool.suggest("Peru", "PERSON", 0.9).shows("[Turbo|GPE], [Acandí|ORG] and {Peru|PER}");
    tool.press("Ctrl+Z");
    assert_eq!(*schema(&tool), Schema::ontonotes());
}

#[test]
fn a_schema_is_added_without_changing_what_there_is() {
    let mut tool = Tool::open("[Turbo|GPE]");
    tool.run(Command::TakePreset(Preset::Ace)).run(Command::AcceptSchema(Taking::Add));
    assert_eq!(schema(&tool).labels[..18], Schema::ontonotes().labels);
    assert_eq!(names(&tool)[18..], ["PER", "VEH", "WEA"]);
    assert_eq!(schema(&tool).relations.len(), 6);
    tool.run(Command::TakePreset(Preset::Conll)).run(Command::CancelSchema);
    tool.run(Command::AcceptSchema(Taking::Replace));
    assert_eq!(names(&tool).len(), 21, "nothing waits any more");
}

#[test]
fn keys_that_commands_have_are_not_taken_from_a_file() {
    let mut tool = Tool::empty();
    let config = "<View><Labels name='l' toName='t'><Label value='A' hotkey='j'/>\
        <Label value='B' hotkey='b'/><Label value='C' hotkey='b'/></Labels></View>";
    tool.run(Command::TakeSchema(file("a.xml", config)))
        .run(Command::AcceptSchema(Taking::Replace));
    let keys: Vec<_> = schema(&tool).labels.iter().map(|it| it.key).collect();
    assert_eq!(keys, [None, Some('b'), None]);
}

#[test]
fn a_schema_that_was_saved_comes_back() {
    let mut tool = Tool::open("Turbo");
    tool.run(Command::TakePreset(Preset::Ace)).run(Command::AcceptSchema(Taking::Replace));
    change(&mut tool, SchemaChange::SetOverlap(Overlap::Nested));
    tool.run(Command::SetGuidelines("Ours".into())).run(Command::SaveSchema);
    let (saved, before) = (tool.saved[0].clone(), schema(&tool).clone());
    assert!(saved.name.ends_with(".labels.json"));
    let mut other = Tool::empty();
    other.run(Command::TakeSchema(saved)).run(Command::AcceptSchema(Taking::Replace));
    let unnumbered = |schema: &Schema| {
        let id = |label| schema.label(label).unwrap().name.clone();
        let ends: Vec<_> = schema
            .relations
            .iter()
            .map(|it| it.from.iter().map(|it| id(*it)).collect::<Vec<_>>())
            .collect();
        let labels: Vec<_> = schema
            .labels
            .iter()
            .map(|it| (it.name.clone(), it.color.clone(), it.key, it.suggested_as.clone()))
            .collect();
        (labels, ends, schema.attributes.clone(), schema.overlap, schema.guidelines.clone())
    };
    assert_eq!(unnumbered(schema(&other)), unnumbered(&before));
}

#[test]
fn a_file_that_cannot_be_read_says_where_and_changes_nothing() {
    let mut tool = Tool::empty();
    tool.run(Command::TakeSchema(file("a.xml", "<View>\n<Labels>\n</View>")));
    let cause = Box::new(Message::XmlStrayEnd { name: "View".into() });
    let why = Message::SchemaBadLine { file: "a.xml".into(), line: 3, cause };
    assert_eq!(tool.said.last(), Some(&why));
    assert!(tool.session.arriving_schema().is_none());
}

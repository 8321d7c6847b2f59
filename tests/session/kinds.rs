//! Pieces of marks, marks on one another, relations, fields, labels of articles.

use apostil::message::Message;
use apostil::model::annotation::AttributeValue;
use apostil::model::id::{AnnotationId, DocumentLabelId, LabelId, RelationLabelId};
use apostil::model::schema::{
    Attribute, AttributeKind, DocumentLabel, Overlap, RelationLabel, Schema,
};
use apostil::session::command::Command;
use apostil::session::effect::{Dialog, Effect, Field};
use apostil::session::listing::Listing;
use apostil::session::table::{COMMANDS, spec_of};
use apostil::view::ShownKey;

use crate::tool::Tool;

const PERSON: LabelId = LabelId(1);
const ORG: LabelId = LabelId(2);
const WORKS_FOR: RelationLabelId = RelationLabelId(1);
const ALIAS: RelationLabelId = RelationLabelId(2);

fn schema() -> Schema {
    let relation = |id, name: &str, from: &[LabelId], to: &[LabelId]| RelationLabel {
        id,
        name: name.into(),
        from: from.into(),
        to: to.into(),
    };
    let label = |n, name: &str, group: &str| DocumentLabel {
        id: DocumentLabelId(n),
        name: name.into(),
        group: group.into(),
    };
    let attribute = |name: &str, kind, labels: &[LabelId]| Attribute {
        name: name.into(),
        kind,
        labels: labels.into(),
    };
    Schema {
        relations: vec![
            relation(WORKS_FOR, "works for", &[PERSON], &[ORG]),
            relation(ALIAS, "alias", &[], &[]),
        ],
        document_labels: vec![
            label(1, "sport", "topic"),
            label(2, "economy", "topic"),
            label(3, "to be checked", ""),
            label(4, "Águas", ""),
        ],
        attributes: vec![
            attribute("dead", AttributeKind::Flag, &[PERSON]),
            attribute("role", AttributeKind::Choice(vec!["source".into()]), &[PERSON]),
        ],
        ..Schema::ontonotes()
    }
}

/// The words of the pieces of each mark, in reading order.
fn pieces(tool: &Tool) -> Vec<Vec<String>> {
    let text = tool.session.sheet().unwrap().text().clone();
    let track = tool.track();
    let words = |it: &apostil::model::annotation::Annotation| {
        it.extent.ranges().iter().map(|it| text.slice(*it).unwrap().to_owned()).collect()
    };
    track.in_reading_order().iter().map(|it| words(it.1)).collect()
}

/// The relations as `from -name-> to`.
fn relations(tool: &Tool) -> Vec<String> {
    let (text, track) = (tool.session.sheet().unwrap().text().clone(), tool.track());
    let schema = tool.session.project().schema();
    let words = |id: &AnnotationId| track.annotations[id].extent.words(&text).unwrap();
    let all = track.relations.values();
    all.map(|it| {
        let name = &schema.relation(it.label).unwrap().name;
        format!("{} -{name}-> {}", words(&it.from), words(&it.to))
    })
    .collect()
}

fn selected(tool: &Tool) -> AnnotationId {
    match tool.session.cursor().mark {
        Some(ShownKey::Annotation(id)) => id,
        other => panic!("{other:?} is selected"),
    }
}

/// The dialog that a key opens.
fn asked(tool: &mut Tool, command: Command) -> Option<Dialog> {
    let effects = tool.session.run(command, 1);
    effects.into_iter().find_map(|it| match it {
        Effect::Open(dialog) => Some(dialog),
        _ => None,
    })
}

/// Presses `R`, and answers with `label`.
fn tie(tool: &mut Tool, label: RelationLabelId) {
    let Some(Dialog::Relation { from, to }) = asked(tool, Command::Relate) else {
        panic!("nothing is asked: {:?}", tool.said.last())
    };
    tool.run(Command::Tie { from, to, label });
}

#[test]
fn words_are_added_to_the_mark_selected_before_as_a_piece() {
    let mut tool = Tool::open("the [north|FAC*] and the south wing of Turbo");
    let id = selected(&tool);
    tool.select("wing").press("+");
    assert_eq!(pieces(&tool), [["north", "wing"]]);
    assert_eq!(selected(&tool), id);
    assert_eq!(tool.said.last(), Some(&Message::AloudPieceAdded { words: "wing".into() }));
    assert!(tool.track().reviewed.iter().count() == 2, "both pieces were looked at, no more");
    // Side by side they are one; so are words that share some.
    tool.select("south").press("+");
    assert_eq!(pieces(&tool), [["north", "south wing"]]);
    tool.select("th and").press("+");
    assert_eq!(pieces(&tool), [["north and", "south wing"]]);
    tool.press("Ctrl+Z Ctrl+Z");
    assert_eq!(pieces(&tool), [["north", "wing"]]);
    tool.press("Ctrl+Z").shows("the [north|FAC*] and the south wing of Turbo");
}

#[test]
fn a_piece_needs_a_mark_and_words() {
    let mut tool = Tool::open("the [north|FAC] and {south|FAC} wing");
    tool.session.run(Command::SelectNone, 1);
    tool.run(Command::NextMark).press("+");
    assert_eq!(tool.said.last(), Some(&Message::PieceSelectWords));
    let mut tool = Tool::open("the north wing");
    tool.select("wing").press("+");
    assert_eq!(tool.said.last(), Some(&Message::PieceNoMark));
    assert!(pieces(&tool).is_empty());
    // In another article the mark is not at hand any more.
    let mut tool = Tool::open("[north|FAC*] wing");
    tool.add("second", "south wing").select("wing").press("+");
    assert!(!tool.session.can_add_piece());
    assert_eq!(tool.said.last(), Some(&Message::PieceNoMark));
}

#[test]
fn a_piece_respects_what_may_overlap() {
    let schema = Schema { overlap: Overlap::None, ..schema() };
    let mut tool = Tool::open_with(schema, "the [north|FAC*] and the south [wing|ORG] there");
    tool.run(Command::NextMark).run(Command::PreviousMark).select("south wing").press("+");
    assert!(matches!(tool.said.last(), Some(Message::MarkOverlaps { .. })), "{:?}", tool.said);
    assert_eq!(pieces(&tool), [["north"], ["wing"]]);
}

#[test]
fn a_piece_is_taken_off_at_the_caret_or_the_last_one() {
    let mut tool = Tool::open("[north|FAC*] and south and east and west");
    for words in ["south", "east", "west"] {
        tool.select(words).press("+");
    }
    assert_eq!(pieces(&tool), [["north", "south", "east", "west"]]);
    tool.caret("east").press("-");
    assert_eq!(pieces(&tool), [["north", "south", "west"]]);
    tool.press("-");
    assert_eq!(pieces(&tool), [["north", "south"]]);
    tool.caret("north").press("-");
    assert_eq!(pieces(&tool), [["south"]]);
    tool.press("-");
    assert_eq!(
        (tool.said.last(), pieces(&tool)),
        (Some(&Message::PieceLast), vec![vec!["south".to_owned()]])
    );
    tool.press("Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(pieces(&tool), [["north", "south", "east", "west"]]);
}

#[test]
fn marks_on_one_place_are_gone_through_from_the_innermost_out() {
    let mut tool = Tool::open("the [[Tumbes|GPE] office|ORG] of [[Peru|GPE]|NORP]");
    tool.caret("Tumbes")
        .press("Shift+J")
        .shows("the [[Tumbes|GPE*] office|ORG] of [[Peru|NORP]|GPE]");
    tool.press("Shift+J").shows("the [[Tumbes|GPE] office|ORG*] of [[Peru|NORP]|GPE]");
    tool.press("Shift+J").shows("the [[Tumbes|GPE*] office|ORG] of [[Peru|NORP]|GPE]");
    // Of words that are marked twice each mark is met.
    tool.caret("Peru").press("Shift+J");
    let first = selected(&tool);
    tool.press("Shift+J");
    let second = selected(&tool);
    tool.press("Shift+J");
    assert!(first != second && selected(&tool) == first);
    tool.caret("the").press("Shift+J");
    assert_eq!(tool.said.last(), Some(&Message::NoMarkHere));
}

#[test]
fn a_relation_leads_from_here_to_there() {
    let mut tool = Tool::open_with(schema(), "[Ana|PERSON*] runs [Acme|ORG] in [Turbo|GPE].");
    tool.press("R");
    assert_eq!(tool.said.last(), Some(&Message::RelationFrom { words: "Ana".into() }));
    tool.press("J");
    tie(&mut tool, WORKS_FOR);
    assert_eq!(relations(&tool), ["Ana -works for-> Acme"]);
    let said = |label: &str, from: &str, to: &str| {
        let (label, from, to) = (label.to_owned(), from.to_owned(), to.to_owned());
        Message::AloudRelation { label, from, to }
    };
    assert_eq!(tool.said.last(), Some(&said("works for", "Ana", "Acme")));
    // The start is selected; the next relation is begun anew.
    assert_eq!(tool.session.words_of_mark(ShownKey::Annotation(selected(&tool))).unwrap(), "Ana");
    assert_eq!(tool.session.relating_from(), None);
    let words = tool.session.undo_words();
    let (label, from, to) = ("works for".into(), "Ana".into(), "Acme".into());
    assert_eq!(words, Some(Message::EventRelationAdd { label, from, to }));
    tool.press("Ctrl+Z");
    assert!(relations(&tool).is_empty());
    tool.press("Ctrl+Y");
    assert_eq!(relations(&tool), ["Ana -works for-> Acme"]);
}

#[test]
fn a_relation_that_was_begun_can_be_dropped() {
    let mut tool = Tool::open_with(schema(), "[Ana|PERSON*] runs [Acme|ORG].");
    tool.press("R R");
    assert_eq!(
        (tool.said.last(), tool.session.relating_from()),
        (Some(&Message::RelationStopped), None)
    );
    tool.press("R J Escape");
    assert_eq!(tool.session.relating_from(), None);
    tool.shows("[Ana|PERSON] runs [Acme|ORG*].");
    // One that begins at a mark that goes is begun nowhere.
    tool.press("R Delete");
    assert_eq!(tool.session.relating_from(), None);
}

#[test]
fn what_the_schema_does_not_allow_is_refused_in_words() {
    let mut tool = Tool::open_with(schema(), "[Ana|PERSON*] runs [Acme|ORG] in [Turbo|GPE].");
    let ana = selected(&tool);
    let (acme, turbo) = {
        tool.press("J");
        let acme = selected(&tool);
        tool.press("J");
        (acme, selected(&tool))
    };
    assert_eq!(tool.session.relation_labels_for(ana, acme), [WORKS_FOR, ALIAS]);
    assert_eq!(tool.session.relation_labels_for(acme, ana), [ALIAS]);
    let refused = |from: &str, to: &str| {
        let (from, to) = (from.to_owned(), to.to_owned());
        Message::RelationBadEnds { label: "works for".into(), from, to }
    };
    tool.run(Command::Tie { from: ana, to: turbo, label: WORKS_FOR });
    assert_eq!(tool.said.last(), Some(&refused("PERSON", "GPE")));
    tool.run(Command::Tie { from: ana, to: acme, label: WORKS_FOR });
    let id = tool.session.current_relation().unwrap();
    tool.press("I");
    assert_eq!(tool.said.last(), Some(&refused("ORG", "PERSON")));
    tool.run(Command::Tie { from: ana, to: acme, label: WORKS_FOR });
    assert_eq!(tool.said.last(), Some(&Message::RelationThere { label: "works for".into() }));
    tool.run(Command::LabelTie { id, label: ALIAS }).press("I");
    assert_eq!(relations(&tool), ["Acme -alias-> Ana"]);
    tool.run(Command::LabelTie { id, label: WORKS_FOR });
    assert_eq!(tool.said.last(), Some(&refused("ORG", "PERSON")));
    // Where no label fits, nothing is asked.
    let narrow = Schema { relations: schema().relations[..1].to_vec(), ..schema() };
    let mut tool = Tool::open_with(narrow, "[Ana|PERSON*] in [Turbo|GPE].");
    tool.press("R J");
    assert_eq!(asked(&mut tool, Command::Relate), None);
    tool.press("R");
    let (from, to) = ("PERSON".into(), "GPE".into());
    assert_eq!(tool.said.last(), Some(&Message::RelationNoneFits { from, to }));
}

#[test]
fn a_relation_ties_marks_and_not_suggestions() {
    let mut tool = Tool::open_with(schema(), "[Ana|PERSON*] runs {Acme|ORG}.");
    tool.press("R J R");
    assert_eq!(tool.said.last(), Some(&Message::RelationNeedsMarks));
    let (from, to) = (
        ShownKey::Annotation(tool.session.relating_from().unwrap()),
        tool.session.cursor().mark.unwrap(),
    );
    assert_eq!(asked(&mut tool, Command::AskRelation { from, to }), None);
}

#[test]
fn the_first_relation_may_name_its_label() {
    let mut tool = Tool::open("[Ana|PERSON*] runs [Acme|ORG].");
    tool.press("R J");
    let Some(Dialog::Relation { from, to }) = asked(&mut tool, Command::Relate) else { panic!() };
    tool.run(Command::TieAs { from, to, name: " runs ".into() });
    assert_eq!(relations(&tool), ["Ana -runs-> Acme"]);
    assert_eq!(tool.session.project().schema().relations.len(), 1);
    // The name is a label from now on, and no second one.
    tool.run(Command::TieAs { from: to, to: from, name: "runs".into() });
    assert_eq!(tool.session.project().schema().relations.len(), 1);
    let id = tool.session.current_relation().unwrap();
    tool.run(Command::LabelTieAs { id, name: "owns".into() });
    assert_eq!(tool.session.project().schema().relations.len(), 2);
    tool.press("Ctrl+Z Ctrl+Z Ctrl+Z");
    assert!(
        tool.session.project().schema().relations.is_empty(),
        "label and relation are one step"
    );
    assert!(relations(&tool).is_empty());
}

#[test]
fn relations_are_walked_followed_turned_labeled_and_removed_by_keys() {
    let mut tool = Tool::open_with(schema(), "[Ana|PERSON*] and [Eva|PERSON] run [Acme|ORG].");
    tool.press("R J J");
    tie(&mut tool, WORKS_FOR);
    tool.press("R J");
    tie(&mut tool, ALIAS);
    assert_eq!(relations(&tool), ["Ana -works for-> Acme", "Ana -alias-> Eva"]);
    let here: Vec<_> =
        tool.session.relations_here().into_iter().map(|it| (it.words, it.is_current)).collect();
    assert_eq!(here, [("Eva".to_owned(), true), ("Acme".to_owned(), false)]);
    tool.press("Shift+R V").shows("[Ana|PERSON] and [Eva|PERSON] run [Acme|ORG*].");
    let [seen] = &tool.session.relations_here()[..] else { panic!("one leads here") };
    assert!(!seen.starts_here && seen.label == WORKS_FOR);
    // There and back again, and on to the other one.
    tool.press("V Shift+R I");
    assert_eq!(relations(&tool), ["Ana -works for-> Acme", "Eva -alias-> Ana"]);
    let labeled = asked(&mut tool, Command::TypeRelation);
    let id = tool.session.current_relation().unwrap();
    assert_eq!(labeled, Some(Dialog::RelationLabel(id)));
    tool.press("Shift+Delete");
    assert_eq!(relations(&tool), ["Ana -works for-> Acme"]);
    tool.press("Ctrl+Z Ctrl+Z");
    assert_eq!(relations(&tool), ["Ana -works for-> Acme", "Ana -alias-> Eva"]);
}

#[test]
fn a_mark_takes_its_relations_along_and_back() {
    let mut tool = Tool::open_with(schema(), "[Ana|PERSON*] runs [Acme|ORG].");
    tool.press("R J");
    tie(&mut tool, WORKS_FOR);
    tool.press("Delete");
    assert!(tool.track().relations.is_empty());
    tool.press("Ctrl+Z");
    assert_eq!(relations(&tool), ["Ana -works for-> Acme"]);
    // Another label, other edges: the relation stays.
    tool.press("2 Alt+Shift+ArrowRight");
    assert_eq!(relations(&tool), ["Ana runs -works for-> Acme"]);
}

#[test]
fn fields_of_a_mark_are_reached_by_key() {
    let mut tool = Tool::open_with(schema(), "[Ana|PERSON*] runs [Acme|ORG] and {Turbo|GPE}.");
    let field = |tool: &mut Tool, command| {
        let effects = tool.session.run(command, 1);
        effects.into_iter().find_map(|it| match it {
            Effect::EnterField(field) => Some(field),
            _ => None,
        })
    };
    assert_eq!(field(&mut tool, Command::WriteNote), Some(Field::Note));
    assert_eq!(field(&mut tool, Command::WriteLink), Some(Field::Link));
    assert_eq!(field(&mut tool, Command::WriteAttributes), Some(Field::Attributes));
    let id = selected(&tool);
    let value = Some(AttributeValue::Flag(true));
    tool.run(Command::SetAttribute { id, name: "dead".into(), value: value.clone() });
    assert_eq!(tool.track().annotations[&id].attributes.get("dead"), value.as_ref());
    // Nothing is asked of an organization, and a suggestion has no fields.
    tool.press("J Shift+A");
    assert_eq!(tool.said.last(), Some(&Message::AttributesNone));
    tool.press("J Shift+N");
    assert_eq!(tool.said.last(), Some(&Message::FieldsNeedMark));
}

#[test]
fn an_article_bears_one_label_of_a_group_and_any_of_the_others() {
    let mut tool = Tool::open_with(schema(), "Acme runs.");
    let set = |n, on| Command::SetArticleLabel { label: DocumentLabelId(n), on };
    let labels = |tool: &Tool| tool.track().labels.iter().map(|it| it.0).collect::<Vec<_>>();
    tool.run(set(1, true)).run(set(3, true)).run(set(4, true));
    assert_eq!(labels(&tool), [1, 3, 4]);
    tool.run(set(2, true));
    assert_eq!(labels(&tool), [2, 3, 4]);
    assert!(tool.track().reviewed.is_empty(), "a label for all of it says nothing of its words");
    tool.run(set(3, false)).run(set(3, false));
    assert_eq!(labels(&tool), [2, 4]);
    assert_eq!(
        tool.said.last(),
        Some(&Message::AloudArticleUnlabel { label: "to be checked".into() })
    );
    let article = "first".to_owned();
    assert_eq!(tool.session.undo_words(), Some(Message::EventArticleLabels { article }));
    tool.press("Ctrl+Z Ctrl+Z");
    assert_eq!(labels(&tool), [1, 3, 4]);
}

#[test]
fn articles_are_found_by_their_labels() {
    let mut tool = Tool::open_with(schema(), "Acme runs.");
    tool.run(Command::SetArticleLabel { label: DocumentLabelId(4), on: true });
    tool.add("second", "Acme walks.");
    tool.run(Command::OpenArticle(tool.session.project().order()[0].clone()));
    tool.run(Command::List(Listing { words: "aguas".into(), ..Listing::default() }));
    assert_eq!(tool.session.listed(), &tool.session.project().order()[..1]);
}

#[test]
fn article_labels_are_asked_for_where_there_are_any() {
    let mut tool = Tool::open_with(schema(), "Acme runs.");
    assert_eq!(asked(&mut tool, Command::ShowArticleLabels), Some(Dialog::ArticleLabels));
    let mut tool = Tool::open("Acme runs.");
    tool.press("Shift+D");
    assert_eq!(tool.said.last(), Some(&Message::ArticleLabelsNone));
}

#[test]
fn commands_are_offered_where_they_can_be_done() {
    let can = |tool: &Tool, command| (spec_of(&command).unwrap().when)(&tool.session);
    let mut tool = Tool::open_with(schema(), "[Ana|PERSON*] runs [Acme|ORG] and {Turbo|GPE}.");
    assert!(can(&tool, Command::Relate) && can(&tool, Command::WriteAttributes));
    assert!(!can(&tool, Command::AddPiece) && !can(&tool, Command::RemovePiece));
    assert!(!can(&tool, Command::TurnRelation));
    tool.press("J J");
    assert!(!can(&tool, Command::Relate) && !can(&tool, Command::WriteNote));
    tool.run(Command::PreviousMark).select("runs");
    assert!(can(&tool, Command::AddPiece));
    let of_this = |id: &str| id.starts_with("relation.") || id.starts_with("mark.piece");
    assert_eq!(COMMANDS.iter().filter(|it| of_this(it.id)).count(), 8);
}

//! Many places at once: the same words elsewhere, ticks, conflicts, one step.

use apostil::message::Message;
use apostil::session::batch::standing::Standing;
use apostil::session::batch::twins::Sought;
use apostil::session::batch::{Change, Only};
use apostil::session::choice::Switch;
use apostil::session::command::Command;
use apostil::session::matching::Matching;
use apostil::session::settings::Setting;
use apostil::text::TextRange;

use crate::tool::Tool;

/// The rows of the batch: quoted words, what stands there in a word, a tick.
fn rows(tool: &Tool) -> Vec<String> {
    let Some(batch) = tool.session.batch() else { return Vec::new() };
    let line = |row: &apostil::session::batch::Row| {
        let seen = tool.session.seen_in(&row.document, row.range).unwrap();
        let standing = match &row.standing {
            Standing::Bare => "bare".to_owned(),
            Standing::Left => "left".to_owned(),
            Standing::Suggested { key, .. } => format!("{}?", tool.session.label_name(key.label)),
            Standing::Around { .. } => "around".to_owned(),
            Standing::Refused(_) => "refused".to_owned(),
            Standing::Marked { label, .. } => tool.session.label_name(*label),
            Standing::Shared { label, .. } => format!("in {}", tool.session.label_name(*label)),
        };
        let tick = if row.is_ticked { "+" } else { "-" };
        assert!(!(row.is_ticked && row.is_conflict), "no conflict is ticked unasked");
        format!("{tick}{} {standing}", seen.words)
    };
    batch.rows.iter().map(line).collect()
}

#[test]
fn a_new_mark_is_offered_for_the_same_words_in_all_articles() {
    let mut tool = Tool::open("Turbo is far.");
    tool.add("second", "TURBO and Turbos; Turbo. Turbo’s port.");
    tool.add("third", "In Turbo it rained. Turbo again.");
    tool.select("Turbo").press("3");
    assert_eq!(
        rows(&tool),
        ["+Turbo bare", "+Turbo bare", "+TURBO bare", "+Turbo bare", "+Turbo bare"]
    );
    tool.press("E").run(Command::ApplyBatch);
    tool.shows("In [Turbo|GPE] it rained. [Turbo|GPE] again.");
    assert_eq!(tool.said.last(), Some(&Message::BatchApplied { count: 5, articles: 3 }));
    assert!(tool.session.batch().is_none(), "what is done is closed");
    tool.press("Ctrl+Z").shows("In [Turbo|GPE] it rained. Turbo again.");
    tool.press("Alt+ArrowUp").shows("TURBO and Turbos; Turbo. Turbo’s port.");
}

#[test]
fn what_a_person_said_before_is_a_conflict() {
    let mut tool = Tool::open(
        "[Turbo|LOC], Turbo, {Turbo|GPE}, {Turbo|LOC}, {Port of Turbo|FAC}, [Turbo Bay|LOC]",
    );
    tool.press("J").press("J").press("X").caret(", Turbo").press("Shift+ArrowRight");
    tool.run(Command::SelectNone);
    let label = tool.label("GPE");
    let range = tool.session.find_words("Turbo")[1];
    tool.run(Command::LabelRange { range, label });
    assert_eq!(
        rows(&tool),
        ["-Turbo LOC", "-Turbo refused", "+Turbo LOC?", "-Turbo around", "-Turbo in LOC"]
    );
    // A conflict is changed where it is ticked by hand: the mark keeps its place and its name.
    tool.run(Command::Tick { row: 0, on: true }).run(Command::ApplyBatch);
    tool.shows(
        "[Turbo|GPE], [Turbo|GPE], Turbo, [Turbo|GPE], {Port of Turbo|FAC}, [Turbo Bay|LOC]",
    );
}

#[test]
fn where_a_person_has_looked_and_marked_nothing_is_a_conflict() {
    let mut tool = Tool::open("Turbo was quiet.");
    tool.press("D").add("second", "Turbo was loud.");
    tool.select("Turbo").press("3");
    assert_eq!(rows(&tool), ["-Turbo left"]);
}

#[test]
fn a_removal_is_offered_for_marks_and_suggestions() {
    let mut tool = Tool::open("[May|PERSON*] {May|PERSON} {May|DATE} [May|PERSON] May");
    tool.press("Delete");
    assert_eq!(rows(&tool), ["+May PERSON?", "-May PERSON"]);
    tool.run(Command::TickAll { rows: vec![0, 1], on: true }).run(Command::ApplyBatch);
    tool.shows("May May {May|DATE} May May");
    let undo = tool.session.undo_words();
    assert_eq!(undo, Some(Message::EventBatchRemove { count: 2, articles: 1 }));
    tool.press("Ctrl+Z Ctrl+Z").shows("[May|PERSON*] {May|PERSON} {May|DATE} [May|PERSON] May");
}

#[test]
fn edges_are_moved_elsewhere_too() {
    let mut tool = Tool::open("[Attorney General|ORG*]’s Office; {Attorney General|ORG}’s Office");
    tool.press("Alt+Shift+ArrowRight Alt+Shift+ArrowRight");
    assert_eq!(rows(&tool), ["+Attorney General’s Office bare"]);
    tool.run(Command::ApplyBatch);
    tool.shows("[Attorney General’s Office|ORG*]; [Attorney General’s Office|ORG]");
}

#[test]
fn twins_follow_their_conditions() {
    let mut tool = Tool::open("‸turbo and Turbo, Turbos; the other Turbo");
    let range = tool.session.find_words("Turbo")[1];
    tool.run(Command::LabelRange { range, label: tool.label("GPE") });
    assert_eq!(rows(&tool), ["+turbo bare", "+Turbo bare"]);
    let matching = Matching { case: true, forms: true, ..Matching::default() };
    tool.run(Command::MatchTwins(Sought { matching, ..Sought::default() }));
    assert_eq!(rows(&tool), ["+Turbos bare", "+Turbo bare"]);
    tool.run(Command::ListInBatch { only: Only::All, words: "OTHER".into() });
    assert_eq!(tool.session.batch_listed(), [0, 1], "the line holds the word for both");
    tool.run(Command::ListInBatch { only: Only::Unticked, words: String::new() });
    assert!(tool.session.batch_listed().is_empty());
    tool.run(Command::ChangeBatch(Change::Label(tool.label("LOC"))));
    assert_eq!(rows(&tool), ["-Turbo GPE", "+Turbos bare", "+Turbo bare"]);
}

#[test]
fn surnames_and_acronyms_are_found_on_request() {
    let mut tool = Tool::open("Frank Ábrego spoke. Ábrego said so.");
    tool.add("second", "Another Ábrego.");
    tool.press("Alt+ArrowUp").select("Frank Ábrego").press("1");
    assert_eq!(rows(&tool), Vec::<String>::new(), "nothing is offered where there is nothing");
    tool.press("E");
    tool.run(Command::MatchTwins(Sought { aliases: true, ..Sought::default() }));
    assert_eq!(rows(&tool), ["+Ábrego bare"]);
    tool.add("third", "National Migration Service (SNM) and SNM");
    tool.select("National Migration Service").press("2").press("E");
    tool.run(Command::MatchTwins(Sought { aliases: true, ..Sought::default() }));
    assert_eq!(rows(&tool), ["+SNM bare", "+SNM bare"]);
}

#[test]
fn rows_follow_what_else_is_done() {
    let mut tool = Tool::open("Turbo, Turbo and Turbo");
    tool.select("Turbo").press("3");
    let range = tool.session.batch().unwrap().rows[0].range;
    // Done by hand, it agrees; undone, it is looked for no more.
    tool.run(Command::Set(Setting::Switch(Switch::Offer, false)));
    tool.run(Command::LabelRange { range, label: tool.label("GPE") });
    assert_eq!(rows(&tool), ["+Turbo bare"]);
    tool.run(Command::LabelRange {
        range: tool.session.batch().unwrap().rows[0].range,
        label: tool.label("LOC"),
    });
    assert_eq!(rows(&tool), ["-Turbo LOC"], "what became a conflict is not ticked any more");
    tool.run(Command::CloseBatch);
    assert!(tool.session.batch().is_none());
}

#[test]
fn sure_suggestions_of_all_articles_are_accepted_at_once() {
    let mut tool = Tool::open("Turbo and Acandí");
    tool.suggest("Turbo", "GPE", 0.9).suggest("Acandí", "GPE", 0.6);
    tool.run(Command::ShowSure(80));
    assert_eq!(rows(&tool), ["+Turbo GPE?"]);
    tool.run(Command::ApplyBatch).shows("[Turbo|GPE] and {Acandí|GPE}");
}

#[test]
fn a_place_is_gone_to_in_its_article() {
    let mut tool = Tool::open("Turbo is here.");
    tool.add("second", "And [Turbo|GPE] there.");
    let second = tool.session.open_document().unwrap().clone();
    tool.press("Alt+ArrowUp").select("Turbo").press("3");
    let row = tool.session.batch().unwrap().rows[0].clone();
    assert_eq!(row.document, second);
    tool.run(Command::GoTo { document: row.document, range: row.range });
    assert_eq!(tool.session.open_document(), Some(&second));
    assert_eq!(tool.session.cursor().selection(), Some(row.range));
}

#[test]
fn a_place_is_in_the_title_or_in_a_numbered_paragraph() {
    let mut tool = Tool::open("Turbo is far\n\nOne went to Turbo.\n\nTwo went to Turbo, too.");
    tool.select("Turbo").press("3");
    let rows = &tool.session.batch().expect("places").rows;
    let paragraphs: Vec<_> = rows.iter().map(|it| tool.session.paragraph_of(it.range)).collect();
    assert_eq!(paragraphs, [Some(1), Some(2)]);
    let title = TextRange::new(0, 5);
    assert_eq!(tool.session.paragraph_of(title), None);
}

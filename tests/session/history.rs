//! Going to any point of the history and back, what is set aside, what the history says.

use apostil::edit::change::Edit;
use apostil::edit::history::line::Point;
use apostil::format::{File, Layout};
use apostil::journal::Write;
use apostil::journal::open::{Opened, open};
use apostil::journal::stored::Stored;
use apostil::locale::{Language, Words};
use apostil::message::Message;
use apostil::model::id::AuthorId;
use apostil::persist::document::write_document;
use apostil::persist::part::{ProjectPart, write_part};
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::effect::Effect;
use apostil::session::event::Kind;
use apostil::session::export::{Articles, ExportChoice};
use apostil::session::past::{By, Standing, Wanted};
use apostil::session::schema::{Item, Kind as Part, SchemaChange};
use apostil::session::settings::{Setting, Settings};

use crate::tool::{ME, Tool};

/// All that a project says, byte for byte: schema, authors and order, then every article.
fn bytes(session: &Session) -> String {
    let project = session.project();
    let part = write_part(&ProjectPart::of(project, Vec::new(), 0, None)).text;
    let documents = project.documents().map(|it| {
        write_document(&it.header, &it.body.as_ref().expect("all are loaded").tracks).text
    });
    let order: Vec<String> = project.order().iter().map(ToString::to_string).collect();
    [part, order.join(" ")].into_iter().chain(documents).collect::<Vec<_>>().join("\n")
}

/// Every step in words, the newest first, with how it stands: `=` done, `>` ahead, `~` set aside.
fn steps(tool: &Tool, wanted: Wanted) -> Vec<String> {
    let words = Words::new(Language::English);
    let rows = tool.session.listed_steps(wanted).rows.into_iter();
    rows.map(|row| {
        let sign = match row.standing {
            Standing::Done => '=',
            Standing::Ahead => '>',
            Standing::Aside => '~',
        };
        let account = tool.session.account_of(row.point).expect("every row has a step");
        format!("{sign} {}", words.say_done(&account.words))
    })
    .collect()
}

fn all_steps(tool: &Tool) -> Vec<String> {
    steps(tool, Wanted::default())
}

fn go(tool: &mut Tool, n: u32) {
    tool.run(Command::GoToStep(Point { line: 0, n }));
}

/// Work of many kinds: texts, files, marks, answers, a batch, the schema, order, removal.
fn varied() -> (Tool, Vec<String>) {
    let mut tool = Tool::empty();
    let mut states = vec![bytes(&tool.session)];
    let mut act = |tool: &mut Tool, command: Command| {
        let before = tool.session.history().here();
        tool.run(command);
        assert_ne!(tool.session.history().here(), before, "{:?}", tool.said.last());
        states.push(bytes(&tool.session));
    };
    let confirm =
        |name: &str, text: &str| Command::Confirm { name: name.into(), text: text.into() };
    act(&mut tool, confirm("first", "Turbo and Acandí, then Turbo again."));
    act(&mut tool, confirm("second", "In Turbo nothing new."));
    let file = File { name: "third.txt".into(), bytes: b"Turbo, once more.".to_vec() };
    let other = File { name: "fourth.txt".into(), bytes: b"Nobody there.".to_vec() };
    act(&mut tool, Command::Import(vec![file, other]));
    let label = tool.label("GPE");
    tool.run(Command::PreviousArticle).run(Command::PreviousArticle).run(Command::PreviousArticle);
    tool.select("Turbo");
    act(&mut tool, Command::Label(label));
    tool.run(Command::Same);
    assert!(tool.session.batch().is_some_and(|it| it.n_ticked() > 2));
    act(&mut tool, Command::ApplyBatch);
    tool.suggest("Acandí", "GPE", 0.9).press("J");
    while !tool.session.has_suggestion() {
        tool.press("J");
    }
    act(&mut tool, Command::Accept);
    act(
        &mut tool,
        Command::ChangeSchema(SchemaChange::Add { kind: Part::Labels, name: "VESSEL".into() }),
    );
    act(&mut tool, Command::ToggleDone);
    act(&mut tool, Command::MoveArticleDown);
    act(&mut tool, Command::RemoveThisArticle);
    (tool, states)
}

#[test]
fn any_point_is_gone_to_and_back_byte_for_byte() {
    let (mut tool, states) = varied();
    let last = states.len() - 1;
    for from in 0..=last {
        for (to, state) in states.iter().enumerate() {
            go(&mut tool, from as u32);
            go(&mut tool, to as u32);
            assert_eq!(bytes(&tool.session), *state, "from {from} to {to}");
        }
    }
    go(&mut tool, last as u32);
    assert_eq!(bytes(&tool.session), states[last]);
    let expected = [
        "= Removed first",
        "= Moved an article",
        "= Marked first as done",
        "= Defined VESSEL",
        "= Accepted “Acandí” as GPE",
        "= Labeled 3 places in 3 articles as GPE",
        "= Labeled “Turbo” as GPE",
        "= Added 2 articles",
        "= Added 1 article",
        "= Added 1 article",
    ];
    assert_eq!(all_steps(&tool), expected);
}

#[test]
fn many_steps_are_gone_in_one_act_which_one_act_takes_back() {
    let (mut tool, states) = varied();
    let n = states.len() as u32 - 1;
    let seq = tool.session.journal().seq();
    go(&mut tool, 2);
    assert_eq!(tool.session.journal().seq(), seq + 1, "one record for all");
    assert_eq!(tool.said.last(), Some(&Message::HistoryWentBack { count: u64::from(n) - 2 }));
    assert!(tool.session.can_return());
    tool.run(Command::Return);
    assert_eq!(bytes(&tool.session), states[n as usize]);
    tool.run(Command::Return);
    assert_eq!(bytes(&tool.session), states[2]);
    // Undo and redo walk on from there, a step at a time.
    tool.run(Command::Undo);
    assert_eq!(bytes(&tool.session), states[1]);
    tool.run(Command::Redo).run(Command::Redo);
    assert_eq!(bytes(&tool.session), states[3]);
    assert!(tool.session.can_redo());
}

#[test]
fn what_is_done_after_going_back_sets_the_rest_aside_and_loses_nothing() {
    let mut tool = Tool::open("[Turbo|GPE], [Acandí|GPE], Necoclí");
    let end = bytes(&tool.session);
    go(&mut tool, 1);
    tool.select("Necoclí").press("4");
    let other = bytes(&tool.session);
    let expected = [
        "= Labeled “Necoclí” as LOC",
        "~ Labeled “Acandí” as GPE",
        "~ Labeled “Turbo” as GPE",
        "= Added 1 article",
    ];
    assert_eq!(all_steps(&tool), expected);
    tool.run(Command::GoToStep(Point { line: 1, n: 2 }));
    assert_eq!(bytes(&tool.session), end);
    assert_eq!(tool.said.last(), Some(&Message::HistoryWentAside));
    let expected = [
        "= Labeled “Acandí” as GPE",
        "= Labeled “Turbo” as GPE",
        "~ Labeled “Necoclí” as LOC",
        "= Added 1 article",
    ];
    assert_eq!(all_steps(&tool), expected);
    tool.run(Command::Return);
    assert_eq!(bytes(&tool.session), other);
    tool.run(Command::GoToStep(Point { line: 9, n: 2 })).run(Command::GoToStep(Point::default()));
    assert_eq!(tool.session.project().n_documents(), 0, "to the beginning");
    assert!(tool.session.sheet().is_none());
}

/// Calls the project by numbers, goes everywhere, and never loses one.
#[test]
fn no_step_is_ever_lost_whatever_is_undone_gone_to_and_done_anew() {
    for seed in 1..40_u64 {
        let mut dice = seed;
        let mut roll = |below: u64| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
            (dice >> 33) % below
        };
        let mut tool = Tool::empty();
        let mut made = Vec::new();
        for n in 0..40 {
            match roll(6) {
                0 => drop(tool.run(Command::Undo)),
                1 => drop(tool.run(Command::Redo)),
                2 => {
                    let rows = tool.session.listed_steps(Wanted::default()).rows;
                    if !rows.is_empty() {
                        let row = rows[roll(rows.len() as u64) as usize];
                        tool.run(Command::GoToStep(row.point));
                    }
                }
                _ => {
                    made.push(format!("p{n}"));
                    tool.run(Command::RenameProject(format!("p{n}")));
                }
            }
        }
        for at in 0..made.len() {
            let rows = tool.session.listed_steps(Wanted::default()).rows;
            assert_eq!(rows.len(), made.len(), "seed {seed}");
            let meant = name_given(&tool, rows[at].point);
            tool.run(Command::GoToStep(rows[at].point));
            assert_eq!(tool.session.project().name(), meant, "seed {seed}");
        }
        assert_eq!(names(&tool), made, "seed {seed}");
    }
}

/// The name that the step to `point` gave the project.
fn name_given(tool: &Tool, point: Point) -> String {
    let edits = &tool.session.history().step(point).expect("a step leads there").forward.edits;
    let name = edits.iter().find_map(|it| match it {
        Edit::Name { value } => Some(value.clone()),
        _ => None,
    });
    name.expect("every step gave one")
}

/// All names that were ever given, in the order in which they were.
fn names(tool: &Tool) -> Vec<String> {
    let rows = tool.session.listed_steps(Wanted::default()).rows;
    let mut all: Vec<String> = rows.iter().map(|it| name_given(tool, it.point)).collect();
    all.sort_by_key(|it| it[1..].parse::<u32>().ok());
    all
}

/// What a store was handed, as it would give it back.
#[derive(Default)]
struct Disk {
    genesis: String,
    writes: Vec<Write>,
}

impl Disk {
    fn take(&mut self, effects: Vec<Effect>) {
        self.writes.extend(effects.into_iter().filter_map(|it| match it {
            Effect::Journal(write) => Some(write),
            _ => None,
        }));
    }

    fn open(&self) -> Opened {
        let texts = self.writes.iter().flat_map(|it| &it.texts);
        let stored = Stored {
            genesis: self.genesis.clone(),
            head: self.writes.len() as u64,
            journal: self.writes.iter().map(|it| (it.seq, it.record.clone())).collect(),
            texts: texts.map(|it| (it.hash().to_string(), it.as_str().to_owned())).collect(),
            ..Stored::default()
        };
        open(&stored).expect("what was written opens")
    }
}

#[test]
fn after_a_reload_the_history_is_what_it_was() {
    let (mut session, genesis) = Session::new(ME, "", Settings::default());
    let mut disk = Disk { genesis, ..Disk::default() };
    let rename = |it: &str| Command::RenameProject(it.into());
    let commands = [
        rename("a"),
        rename("b"),
        rename("c"),
        Command::GoToStep(Point { line: 0, n: 1 }),
        rename("d"),
        Command::Return,
        Command::Undo,
        rename("e"),
        Command::GoToStep(Point { line: 1, n: 1 }),
    ];
    for (at, command) in (1..).zip(commands) {
        disk.take(session.run(command, at * 1_000));
        let opened = disk.open();
        assert_eq!(opened.problems, []);
        assert_eq!(&opened.history, session.history());
        assert_eq!(&opened.project, session.project());
    }
    let Opened { project, history, journal, .. } = disk.open();
    let mut again = Session::on(ME, project, history, journal, Settings::default());
    again.start(None);
    assert!(again.can_return());
    again.run(Command::Return, 99_000);
    assert_eq!(again.project().name(), "e");
    assert_eq!(again.listed_steps(Wanted::default()).rows.len(), 5);
}

#[test]
fn numbers_of_marks_that_were_set_aside_are_not_given_again() {
    let (mut session, genesis) = Session::new(ME, "", Settings::default());
    let mut disk = Disk { genesis, ..Disk::default() };
    let label = session.project().schema().label_named("GPE").unwrap().id;
    let range = |start, end| apostil::text::TextRange::new(start, end);
    let commands = [
        Command::Confirm { name: "a".into(), text: "Turbo, Acandí".into() },
        Command::LabelRange { range: range(0, 5), label },
        Command::Undo,
        Command::RenameProject("x".into()),
    ];
    for (at, command) in (1..).zip(commands) {
        disk.take(session.run(command, at * 9_000));
    }
    let Opened { project, history, journal, .. } = disk.open();
    let mut again = Session::on(ME, project, history, journal, Settings::default());
    again.start(None);
    again.run(Command::LabelRange { range: range(7, 14), label }, 99_000);
    let document = again.open_document().unwrap();
    let ids: Vec<u32> =
        again.project().track(document, ME).unwrap().annotations.keys().map(|it| it.n).collect();
    assert_eq!(ids, [2]);
}

#[test]
fn a_step_that_grew_by_joining_is_set_aside_as_it_was() {
    let mut tool = Tool::open("[north wing|FAC*] of the house");
    let sealed = |it: &Tool| bytes(&it.session);
    let id = *tool.track().annotations.keys().next().unwrap();
    let note = |it: &str| Command::SetNote(id, it.into());
    tool.session.run(note("a"), 100_000);
    let first = sealed(&tool);
    tool.session.run(Command::RenameProject("x".into()), 100_100);
    let second = sealed(&tool);
    tool.session.run(Command::Undo, 100_200);
    // Within a second of the first: the two are one step, and what was ahead stood on the first.
    tool.session.run(note("ab"), 100_300);
    let rows = tool.session.listed_steps(Wanted::default()).rows;
    let aside: Vec<Point> =
        rows.iter().filter(|it| it.standing == Standing::Aside).map(|it| it.point).collect();
    assert_eq!(aside.len(), 2);
    tool.run(Command::GoToStep(aside[0]));
    assert_eq!(sealed(&tool), second);
    tool.run(Command::Undo);
    assert_eq!(sealed(&tool), first);
}

#[test]
fn steps_are_found_by_kind_and_by_article_and_lead_to_their_place() {
    let (mut tool, _) = varied();
    let of = |kind| Wanted { kind: Some(kind), is_here: false };
    assert_eq!(steps(&tool, of(Kind::Answers)), ["= Accepted “Acandí” as GPE"]);
    assert_eq!(steps(&tool, of(Kind::Project)), ["= Defined VESSEL"]);
    assert_eq!(steps(&tool, of(Kind::Batches)), ["= Labeled 3 places in 3 articles as GPE"]);
    assert_eq!(steps(&tool, of(Kind::Articles)).len(), 6);
    let documents = tool.session.project().documents();
    let second = documents.map(|it| &it.header).find(|it| it.name == "second").unwrap().id.clone();
    tool.run(Command::OpenArticle(second.clone()));
    let here = Wanted { kind: None, is_here: true };
    let expected = ["= Labeled 3 places in 3 articles as GPE", "= Added 1 article"];
    assert_eq!(steps(&tool, here), expected);
    // The place in the article that is gone cannot be led to; the one in this one can.
    let batch = tool.session.listed_steps(here).rows[0].point;
    let range = tool.session.find_words("Turbo")[0];
    let go = tool.session.account_of(batch).unwrap().go;
    assert_eq!(go, Some(Command::GoTo { document: second, range }));
    let nowhere = tool.session.listed_steps(of(Kind::Project)).rows[0].point;
    assert_eq!(tool.session.account_of(nowhere).unwrap().go, None);
}

#[test]
fn what_is_gone_is_still_named() {
    let mut tool = Tool::open("[Turbo|GPE] is far.");
    let id = tool.label("GPE");
    tool.run(Command::RemoveThisArticle);
    tool.run(Command::ChangeSchema(SchemaChange::Delete(Item::Label(id))));
    let expected =
        ["= Deleted GPE", "= Removed first", "= Labeled “Turbo” as GPE", "= Added 1 article"];
    assert_eq!(all_steps(&tool), expected);
    let rows = tool.session.listed_steps(Wanted::default()).rows;
    assert_eq!(tool.session.account_of(rows[2].point).unwrap().go, None);
}

#[test]
fn time_is_what_passed_between_steps_and_pauses_count_a_minute() {
    let mut tool = Tool::empty();
    let rename = |it: &str| Command::RenameProject(it.into());
    let confirm = Command::Confirm { name: "a".into(), text: "Turbo".into() };
    for (command, at) in [
        (rename("a"), 5),
        (rename("b"), 15),
        (confirm, 20),
        (rename("c"), 9_000),
        (rename("d"), 8_000),
    ] {
        tool.session.run(command, at * 1_000);
    }
    let listed = tool.session.listed_steps(Wanted::default());
    let seconds: Vec<u64> = listed.rows.iter().map(|it| it.milliseconds / 1_000).collect();
    // The clock went back before the last one: it was done, by what it says, before the other.
    assert_eq!(seconds, [60, 60, 5, 10, 0]);
    assert_eq!((listed.milliseconds, listed.here, listed.n_steps), (135_000, Some(5_000), 5));
    // What was taken back took its time as well.
    tool.run(Command::GoToStep(Point::default()));
    assert_eq!(tool.session.listed_steps(Wanted::default()).milliseconds, 135_000);
}

#[test]
fn a_name_is_never_required_and_goes_with_the_next_step() {
    let mut tool = Tool::open("[Turbo|GPE] and Acandí");
    let by = |tool: &Tool| {
        let rows = tool.session.listed_steps(Wanted::default()).rows;
        tool.session.account_of(rows[0].point).unwrap().by
    };
    let name = |tool: &Tool| tool.session.project().authors()[&ME].name.clone();
    assert_eq!((by(&tool), name(&tool).as_str()), (By::Me(String::new()), ""));
    let seq = tool.session.journal().seq();
    tool.run(Command::Set(Setting::Name("  Ana \n Ruiz ".into())));
    assert_eq!(tool.session.journal().seq(), seq, "a name is no step");
    assert_eq!(by(&tool), By::Me("Ana Ruiz".into()));
    assert!(exported(&mut tool).contains("Ana Ruiz"), "before the next step, too");
    tool.select("Acandí").press("3");
    assert_eq!(name(&tool), "Ana Ruiz");
    // Given while steps are taken back, it sets nothing aside.
    tool.run(Command::Undo).run(Command::Set(Setting::Name(String::new())));
    assert!(tool.session.can_redo());
    tool.run(Command::Set(Setting::Name("Eva".into()))).run(Command::Redo);
    tool.select("and").press("4");
    assert_eq!(name(&tool), "Eva");
}

fn exported(tool: &mut Tool) -> String {
    let layout = Layout::One;
    let choice =
        ExportChoice { format: "native", articles: Articles::All, suggestions: false, layout };
    tool.run(Command::Write(choice));
    tool.saved.iter().map(|it| String::from_utf8_lossy(&it.bytes).into_owned()).collect()
}

#[test]
fn what_another_person_did_here_is_theirs() {
    let name = Some("Eva".to_owned());
    let (mut session, genesis) =
        Session::new(AuthorId(7), "", Settings { name, ..Settings::default() });
    let mut disk = Disk { genesis, ..Disk::default() };
    let label = session.project().schema().label_named("GPE").unwrap().id;
    let range = apostil::text::TextRange::new(0, 5);
    let commands = [
        Command::Confirm { name: "a".into(), text: "Turbo".into() },
        Command::LabelRange { range, label },
        Command::RenameProject("x".into()),
    ];
    for (at, command) in (1..).zip(commands) {
        disk.take(session.run(command, at * 9_000));
    }
    let Opened { project, history, journal, .. } = disk.open();
    let mut mine = Session::on(ME, project, history, journal, Settings::default());
    mine.start(None);
    mine.run(Command::ToggleDone, 99_000);
    let rows = mine.listed_steps(Wanted::default()).rows.into_iter();
    let by: Vec<By> = rows.map(|it| mine.account_of(it.point).unwrap().by).collect();
    let eva = || By::Other("Eva".into());
    assert_eq!(by, [By::Me(String::new()), eva(), eva(), eva()]);
}

#[test]
fn the_history_is_shown_and_left_by_one_key() {
    let mut tool = Tool::open("[Turbo|GPE]");
    tool.press("F9");
    assert_eq!(tool.session.past(), Some(Wanted::default()));
    let wanted = Wanted { kind: Some(Kind::Marks), is_here: true };
    tool.run(Command::ListHistory(wanted));
    assert_eq!(tool.session.past(), Some(wanted));
    tool.press("F9");
    assert_eq!(tool.session.past(), None);
    tool.run(Command::ListHistory(wanted));
    assert_eq!(tool.session.past(), None);
}

#[test]
fn going_back_changes_nothing_where_another_tab_writes() {
    let mut tool = Tool::open("[Turbo|GPE]");
    tool.session.set_read_only();
    let before = bytes(&tool.session);
    go(&mut tool, 0);
    assert_eq!(bytes(&tool.session), before);
    assert_eq!(tool.said.last(), Some(&Message::TabReadOnly));
}

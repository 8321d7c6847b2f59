//! The tool driven without a browser: open a marked text, press keys, expect a marked text.
//!
//! Notation: `[Néstor Osuna|PERSON]` is a mark, `{Turbo|GPE}` a suggestion, a `*` before the closing
//! bracket says that it is selected, `‸` is the caret when nothing is. Marks nest.

#[path = "session/asking.rs"]
mod asking;
#[path = "session/batch.rs"]
mod batch;
#[path = "session/entities.rs"]
mod entities;
#[path = "session/history.rs"]
mod history;
#[path = "session/kinds.rs"]
mod kinds;
#[path = "session/listing.rs"]
mod listing;
#[path = "session/review.rs"]
mod review;
#[path = "session/schema.rs"]
mod schema;
#[path = "session/search.rs"]
mod search;
mod tool;

use apostil::format::name_list::MAX_NAMES;
use apostil::format::{File, Layout};
use apostil::message::Message;
use apostil::model::origin::Origin;
use apostil::model::schema::NameList;
use apostil::model::track::{Status, Verdict};
use apostil::protocol::message::Job;
use apostil::session::command::{Command, Edge};
use apostil::session::effect::Effect;
use apostil::session::export::{Articles, ExportChoice};
use apostil::session::import::Outcome;
use apostil::session::keys::Chord;
use apostil::session::table::COMMANDS;
use apostil::text::TextRange;
use apostil::view::ShownKey;

use tool::Tool;

#[test]
fn a_key_labels_the_selection_the_mark_or_the_word() {
    let mut tool = Tool::open("Iván Velásquez spoke in Turbo.");
    tool.select("Iván Velásquez").press("1");
    tool.shows("[Iván Velásquez|PERSON*] spoke in Turbo.");
    tool.press("2").shows("[Iván Velásquez|ORG*] spoke in Turbo.");
    tool.caret("Turbo").press("3").shows("[Iván Velásquez|ORG] spoke in [Turbo|GPE*].");
}

#[test]
fn a_selection_is_snapped_and_trimmed() {
    let mut tool = Tool::open("le\u{301} 👨🏻‍🚒 ran\u{a0}off");
    tool.select("\u{301} 👨").press("1").shows("l[e\u{301} 👨🏻‍🚒|PERSON*] ran\u{a0}off");
    tool.press("Ctrl+Z").select("🚒 ran\u{a0}").press("1");
    tool.shows("le\u{301} [👨🏻‍🚒 ran|PERSON*]\u{a0}off");
}

#[test]
fn correcting_a_mark_keeps_its_identity() {
    let mut tool = Tool::open("[Attorney General|ORG*]’s Office spoke.");
    let Some(ShownKey::Annotation(id)) = tool.session.cursor().mark else { panic!("a mark") };
    tool.run(Command::SetNote(id, "see also the ombudsman".into()));
    tool.press("Alt+Shift+ArrowRight").press("Alt+Shift+ArrowRight").press("2 3");
    tool.shows("[Attorney General’s Office|GPE*] spoke.");
    let track = tool.track();
    assert_eq!(track.annotations.len(), 1);
    assert_eq!(track.annotations[&id].note.as_deref(), Some("see also the ombudsman"));
}

#[test]
fn edges_move_by_words_both_ways() {
    let mut tool = Tool::open("the old [port of Colón|FAC*] today");
    tool.press("Alt+Shift+ArrowUp").shows("the [old port of Colón|FAC*] today");
    tool.press("Alt+Shift+ArrowDown").shows("the old [port of Colón|FAC*] today");
    tool.press("Alt+Shift+ArrowLeft").shows("the old [port of|FAC*] Colón today");
    tool.press("Alt+Shift+ArrowLeft").shows("the old [port|FAC*] of Colón today");
    // The last word does not go.
    tool.press("Alt+Shift+ArrowLeft").shows("the old [port|FAC*] of Colón today");
    tool.run(Command::MoveEdge { edge: Edge::End, forward: true });
    tool.shows("the old [port of|FAC*] Colón today");
}

#[test]
fn edges_move_by_letters_over_blanks() {
    let mut tool = Tool::open("the [old po|FAC*]rt\u{301} today");
    let nudge = |edge, forward| Command::NudgeEdge { edge, forward };
    tool.run(nudge(Edge::End, true)).run(nudge(Edge::End, true));
    tool.shows("the [old port\u{301}|FAC*] today");
    tool.run(nudge(Edge::End, true)).shows("the [old port\u{301} t|FAC*]oday");
    tool.run(nudge(Edge::End, false)).shows("the [old port\u{301}|FAC*] today");
    tool.run(nudge(Edge::Start, false)).shows("th[e old port\u{301}|FAC*] today");
    tool.run(nudge(Edge::Start, true)).shows("the [old port\u{301}|FAC*] today");
}

#[test]
fn words_that_are_typed_are_marked_wherever_they_stand() {
    let mut tool = Tool::open("Turbo, {turbo|GPE}, [TURBO|LOC], {Turbo|PERSON} and Turbos");
    let (ranges, label) = (tool.session.find_words("turbo"), tool.label("LOC"));
    assert_eq!(ranges.len(), 4);
    let seen = tool.session.seen_at(ranges[2]).unwrap();
    assert_eq!(seen.words, "TURBO");
    let document = tool.session.open_document().unwrap().clone();
    assert_eq!(tool.session.label_on(&document, ranges[2]), Some(label));
    assert_eq!(tool.session.label_on(&document, ranges[0]), None);
    assert_eq!(
        (seen.before.as_str(), seen.after.as_str()),
        ("Turbo, turbo, ", ", Turbo and Turbos")
    );
    tool.run(Command::LabelRanges { ranges, label });
    tool.shows("[Turbo|LOC*], [turbo|LOC], [TURBO|LOC], [Turbo|LOC] and Turbos");
    assert_eq!(
        tool.said.last(),
        Some(&Message::AloudLabeledMany { label: "LOC".into(), words: "Turbo".into(), count: 3 })
    );
    // One step, and the suggestions are answered by it.
    tool.press("Ctrl+Z").shows("Turbo, {turbo|GPE}, [TURBO|LOC], {Turbo|PERSON} and Turbos");
}

#[test]
fn answers_go_on_to_the_next_suggestion() {
    let mut tool = Tool::open("{Turbo|GPE}, {Acandí|PERSON}, {Necoclí|GPE} and {Darién|LOC}");
    tool.press("J").shows("{Turbo|GPE*}, {Acandí|PERSON}, {Necoclí|GPE} and {Darién|LOC}");
    tool.press("Enter").shows("[Turbo|GPE], {Acandí|PERSON*}, {Necoclí|GPE} and {Darién|LOC}");
    tool.press("X").shows("[Turbo|GPE], Acandí, {Necoclí|GPE*} and {Darién|LOC}");
    tool.press("Space").shows("[Turbo|GPE], Acandí, {Necoclí|GPE} and {Darién|LOC*}");
    tool.press("Enter");
    let verdicts: Vec<Verdict> =
        tool.track().decisions.values().map(|it| it.verdict.clone()).collect();
    assert!(matches!(
        verdicts[..],
        [Verdict::Accepted(_), Verdict::Rejected, Verdict::Skipped, Verdict::Accepted(_)]
    ));
    let marks = tool.track().annotations;
    assert!(marks.values().all(|it| matches!(it.origin, Origin::Accepted { .. })));
    assert_eq!(marks.len(), 2);
}

#[test]
fn what_was_rejected_does_not_come_back() {
    let mut tool = Tool::open("{Turbo|GPE*} and {Acandí|PERSON}");
    tool.press("X").suggest("Turbo", "GPE", 0.99).shows("Turbo and {Acandí|PERSON*}");
    tool.press("Ctrl+Z").shows("{Turbo|GPE*} and {Acandí|PERSON}");
    // An accepted mark that is removed counts as rejected.
    tool.press("Enter").run(Command::PreviousMark).press("Delete");
    tool.suggest("Turbo", "GPE", 0.99).shows("Turbo and {Acandí|PERSON*}");
}

#[test]
fn relabeling_or_moving_a_suggestion_makes_a_mark_of_it() {
    let mut tool = Tool::open("{Puerto|GPE*} Valdivia, {Capurganá|ORG}");
    tool.press("Alt+Shift+ArrowRight").shows("[Puerto Valdivia|GPE*], {Capurganá|ORG}");
    tool.press("J 3").shows("[Puerto Valdivia|GPE], [Capurganá|GPE*]");
    let decisions = &tool.track().decisions;
    assert!(decisions.values().all(|it| matches!(it.verdict, Verdict::Corrected(_))));
    assert!(tool.track().annotations.values().all(|it| it.origin == Origin::Human));
}

#[test]
fn a_mark_settles_what_it_answers_and_what_lies_in_it() {
    let mut tool = Tool::open("{Tumbes|GPE} {office|ORG} of {Peru|GPE}");
    tool.select("Tumbes office").press("2");
    tool.shows("[Tumbes office|ORG*] of {Peru|GPE}");
    // The same words under another label are answered too.
    tool.select("Peru").press("0").shows("[Tumbes office|ORG] of [Peru|NORP*]");
    // Around a mark there are words that nobody has looked at.
    tool.suggest("office of Peru", "ORG", 0.5).suggest("of Peru", "LOC", 0.5);
    tool.shows("[Tumbes office|ORG] {of [Peru|NORP*]|LOC}");
}

#[test]
fn many_are_accepted_in_one_step() {
    let marked = "{Turbo|GPE} and {Osuna|PERSON}\n{Acandí|GPE} and {Peru|GPE}";
    let mut tool = Tool::open(marked);
    tool.press("J").run(Command::AcceptLabel);
    tool.shows("‸[Turbo|GPE] and {Osuna|PERSON}\n[Acandí|GPE] and [Peru|GPE]");
    tool.press("Ctrl+Z").press("Escape").caret("Osuna").press("Shift+Enter");
    tool.shows("[Turbo|GPE] and ‸[Osuna|PERSON]\n{Acandí|GPE} and {Peru|GPE}");
    tool.run(Command::AcceptAll);
    tool.shows("[Turbo|GPE] and ‸[Osuna|PERSON]\n[Acandí|GPE] and [Peru|GPE]");
    assert_eq!(tool.session.history().done().len(), 3, "the import and two acceptances");
}

#[test]
fn an_article_is_finished_and_the_next_one_opened_in_one_step() {
    let mut tool = Tool::open("{Turbo|GPE} and {Osuna|PERSON} and [Peru|GPE]");
    let first = tool.session.open_document().unwrap().clone();
    tool.add("second", "Acandí").press("Alt+ArrowUp").press("J J X").press("Shift+F");
    assert_ne!(tool.session.open_document(), Some(&first));
    assert!(
        tool.said.contains(&Message::AloudArticleFinished { article: "first".into(), count: 1 })
    );
    tool.press("Alt+ArrowUp").shows("[Turbo|GPE] and Osuna and [Peru|GPE]");
    assert_eq!(tool.track().status, Status::Done);
    let finish = Message::EventArticleFinish { article: "first".into(), count: 1 };
    assert_eq!(tool.session.undo_words(), Some(finish));
    tool.press("Ctrl+Z").shows("{Turbo|GPE} and Osuna and [Peru|GPE]");
    assert_eq!(tool.track().status, Status::Open);
    // At the last article it stays, and where nothing is left to do nothing is done.
    tool.press("Shift+F").press("Shift+F").press("Shift+F");
    assert_eq!(tool.said.last(), Some(&Message::LastArticle));
    assert_eq!(tool.session.history().done().len(), 6, "two imports, a mark, an answer, two ends");
}

#[test]
fn everything_can_be_taken_back_and_done_again() {
    let mut tool = Tool::open("{Turbo|GPE}, [Osuna|ORG] and {Acandí|PERSON}");
    tool.press("J Enter X K 1 Delete D");
    let last = tool.marked();
    let mut seen = vec![last.clone()];
    while tool.session.can_undo() && tool.session.has_article() {
        tool.press("Ctrl+Z");
        seen.push(tool.marked());
    }
    assert!(!tool.session.has_article(), "even the import is taken back");
    while tool.session.can_redo() {
        tool.press("Ctrl+Y");
    }
    assert_eq!(tool.marked_without_cursor(), Tool::without_cursor(&last));
    assert!(seen.len() > 6);
}

#[test]
fn done_reviews_the_whole_article_and_scrolling_does_not() {
    let mut tool = Tool::open("{Turbo|GPE} is a town.");
    assert!(tool.track().reviewed.is_empty());
    tool.press("J Enter");
    assert_eq!(tool.track().reviewed.iter().map(TextRange::len).sum::<u32>(), 5);
    tool.press("D");
    assert_eq!(tool.track().status, Status::Done);
    assert_eq!(tool.track().reviewed.iter().map(TextRange::len).sum::<u32>(), 16);
    tool.press("D");
    assert_eq!(tool.track().status, Status::Open);
}

#[test]
fn a_chosen_label_waits_for_the_next_drag() {
    let mut tool = Tool::open("Turbo and Acandí");
    let org = tool.label("ORG");
    tool.run(Command::Choose(org));
    assert_eq!(tool.session.cursor().armed, Some(org));
    tool.run(Command::Choose(org));
    assert_eq!(tool.session.cursor().armed, None);
    tool.select("Acandí").run(Command::Choose(org)).shows("Turbo and [Acandí|ORG*]");
}

#[test]
fn the_next_doubt_is_the_next_one_below_the_line() {
    let mut tool = Tool::open("Turbo, Acandí, Necoclí");
    for (words, score) in [("Turbo", 0.4), ("Acandí", 0.95), ("Necoclí", 0.6)] {
        tool.suggest(words, "GPE", score);
    }
    tool.press("N").shows("{Turbo|GPE*}, {Acandí|GPE}, {Necoclí|GPE}");
    tool.press("N").shows("{Turbo|GPE}, {Acandí|GPE}, {Necoclí|GPE*}");
    tool.press("N").shows("{Turbo|GPE*}, {Acandí|GPE}, {Necoclí|GPE}");
    tool.press("Space N Space N");
    assert!(matches!(tool.said.last(), Some(Message::NoDoubtsHere)), "{:?}", tool.said.last());
}

#[test]
fn the_caret_moves_by_grapheme_and_by_word() {
    let mut tool = Tool::open("‸a👨🏻‍🚒 big dog");
    tool.press("ArrowRight ArrowRight").shows("a👨🏻‍🚒‸ big dog");
    tool.press("Ctrl+ArrowRight").shows("a👨🏻‍🚒 big‸ dog");
    tool.press("Shift+ArrowRight Shift+ArrowRight 1").shows("a👨🏻‍🚒 big [d|PERSON*]og");
}

#[test]
fn the_same_mark_twice_is_refused_in_words() {
    let mut tool = Tool::open("[Turbo|GPE] and [Turbo|LOC*]");
    let Some(mark) = tool.session.cursor().mark else { panic!("a mark") };
    tool.run(Command::SetEdges { key: mark, start: 0, end: 5 });
    tool.shows("[[Turbo|LOC*]|GPE] and Turbo").press("3");
    assert!(matches!(tool.said.last(), Some(Message::MarkOverlaps { .. })));
    tool.shows("[[Turbo|LOC*]|GPE] and Turbo");
}

#[test]
fn an_article_that_goes_comes_back_with_its_marks() {
    let mut tool = Tool::open("[Turbo|GPE] is a town.");
    tool.add("second", "Acandí is another.");
    tool.run(Command::PreviousArticle).run(Command::RemoveThisArticle);
    tool.shows("‸Acandí is another.");
    tool.press("Ctrl+Z").shows("‸[Turbo|GPE] is a town.");
    assert_eq!(tool.session.project().n_documents(), 2);
}

#[test]
fn a_session_starts_where_it_was_left() {
    let mut tool = Tool::open("Turbo and Acandí");
    tool.add("second", "Necoclí is another.").select("another");
    let bookmark = tool.session.bookmark(8).expect("an article is open");
    tool.run(Command::PreviousArticle);
    let effects = tool.session.start(Some(&bookmark));
    assert!(effects.contains(&Effect::ScrollTo(8)));
    assert_eq!(tool.session.open_document(), Some(&bookmark.document));
    let selected = tool.session.cursor().selection().expect("the words selected before");
    assert_eq!(tool.session.words_of(&bookmark.document, selected), "another");
}

#[test]
fn a_selected_suggestion_is_selected_again_when_it_is_found_again() {
    let mut tool = Tool::open("{Turbo|GPE*} and Acandí");
    let bookmark = tool.session.bookmark(0).expect("an article is open");
    tool.add("second", "Necoclí");
    tool.forget_suggestions();
    let effects = tool.session.start(Some(&bookmark));
    assert!(!effects.is_empty());
    tool.shows("‸Turbo and Acandí").suggest("Turbo", "GPE", 0.5).shows("{Turbo|GPE*} and Acandí");
}

#[test]
fn a_tab_that_does_not_write_changes_nothing() {
    let mut tool = Tool::open("Turbo");
    tool.session.set_read_only();
    let before = tool.session.project().clone();
    tool.select("Turbo").press("1 Ctrl+Z");
    assert_eq!(*tool.session.project(), before);
    assert!(matches!(tool.said.last(), Some(Message::TabReadOnly)));
}

#[test]
fn what_is_exported_comes_back_as_it_was() {
    let mut tool = Tool::open("[Osuna|PERSON] of {Turbo|GPE}, “Necoclí” 👨🏻‍🚒\r\nand [Acandí|GPE]");
    tool.press("J J Enter D");
    for (format, layout) in [
        ("native", Layout::One),
        ("native", Layout::Zip),
        ("jsonl", Layout::One),
        ("jsonl", Layout::Zip),
    ] {
        let choice = ExportChoice { format, articles: Articles::All, suggestions: false, layout };
        tool.run(Command::Write(choice));
        let [file] = &tool.saved[..] else { panic!("one file: {:?}", tool.saved) };
        let mut other = Tool::empty();
        other.run(Command::Import(vec![file.clone()]));
        assert_eq!(other.marked_without_cursor(), tool.marked_without_cursor(), "{format}");
        let (mine, theirs) = (tool.track(), other.track());
        assert_eq!(
            mine.annotations.keys().collect::<Vec<_>>(),
            theirs.annotations.keys().collect::<Vec<_>>()
        );
        assert_eq!(mine.reviewed, theirs.reviewed);
        assert_eq!(mine.status, theirs.status);
        if format == "native" {
            assert_eq!(mine, theirs);
        }
    }
}

#[test]
fn saving_to_a_file_is_remembered() {
    let mut tool = Tool::open("Turbo");
    tool.select("Turbo").press("3");
    assert_eq!(tool.session.journal().n_unfiled(), 2);
    tool.press("Ctrl+S");
    assert_eq!(tool.session.journal().n_unfiled(), 0);
    tool.press("4");
    assert_eq!(tool.session.journal().n_unfiled(), 1);
}

#[test]
fn bad_files_are_named_and_good_ones_kept() {
    let mut tool = Tool::empty();
    let file = |name: &str, bytes: &[u8]| File { name: name.into(), bytes: bytes.into() };
    let deep = "[".repeat(100_000);
    tool.run(Command::Import(vec![
        file("good.txt", "Turbo is a town.".as_bytes()),
        file("latin.txt", b"Acand\xed"),
        file("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0"),
        file("empty.txt", b""),
        file("broken.json", b"{\"format\": \"apostil\", \"version\": "),
        file("deep.json", deep.as_bytes()),
        file("newer.json", b"{\"format\": \"apostil\", \"version\": 999, \"documents\": []}"),
    ]));
    let report = tool.session.import_report();
    let refused: Vec<(&str, &str)> = report.refused().map(|(file, why)| (file, why.id())).collect();
    let expected = [
        ("picture.png", "file-refused-kind"),
        ("empty.txt", "file-refused-empty"),
        ("broken.json", "json-broken"),
        ("deep.json", "json-too-deep"),
        ("newer.json", "version-newer"),
    ];
    assert_eq!(refused, expected);
    assert_eq!(report.added().count(), 2);
    let remarks: Vec<&str> = report.remarks().map(Message::id).collect();
    assert_eq!(remarks, ["file-encoding"]);
    tool.shows("Turbo is a town.");
    assert_eq!(tool.session.history().done().len(), 1);
}

#[test]
fn one_undo_takes_all_files_of_an_import_out() {
    let mut tool = Tool::open("Turbo");
    let file = |n: u32| File { name: format!("{n}.txt"), bytes: format!("Text {n}").into() };
    tool.run(Command::Import((1..=9).map(file).collect()));
    assert_eq!(tool.session.project().n_documents(), 10);
    tool.shows("Text 1").press("Ctrl+Z");
    assert_eq!(tool.session.project().n_documents(), 1);
    tool.press("Ctrl+Y");
    assert_eq!(tool.session.project().n_documents(), 10);
}

#[test]
fn the_same_article_twice_is_noticed() {
    let mut tool = Tool::open("Turbo");
    let file = File { name: "again.txt".into(), bytes: "Turbo".into() };
    tool.run(Command::Import(vec![file]));
    assert_eq!(tool.session.project().n_documents(), 1);
    let first = tool.session.project().order()[0].clone();
    let [file] = &tool.session.import_report().files[..] else { panic!("one file") };
    let Outcome::AlreadyHere { documents, remarks } = &file.outcome else { panic!("{file:?}") };
    assert_eq!(*documents, [first]);
    assert_eq!(remarks[0].id(), "article-duplicate");
}

#[test]
fn commands_have_distinct_ids_and_keys() {
    let mut ids: Vec<&str> = COMMANDS.iter().map(|it| it.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), COMMANDS.len());

    let keys = COMMANDS.iter().flat_map(|spec| spec.keys);
    let mut chords: Vec<Chord> =
        keys.map(|it| Chord::parse(it).unwrap_or_else(|| panic!("{it}"))).collect();
    let schema = apostil::model::schema::Schema::ontonotes();
    let labels = schema.labels.iter().filter_map(|it| it.key);
    chords.extend(labels.map(|it| Chord::parse(&it.to_string()).unwrap()));
    let n_chords = chords.len();
    chords.sort_unstable();
    chords.dedup();
    assert_eq!(chords.len(), n_chords, "two commands or labels share a key");
}

#[test]
fn no_key_is_one_that_browsers_or_layouts_need() {
    for key in COMMANDS.iter().flat_map(|spec| spec.keys) {
        let chord = Chord::parse(key).unwrap();
        assert!(!(chord.ctrl && chord.alt), "{key}: AltGr on Spanish keyboards");
        let kept = ["Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+F", "Ctrl+N", "Ctrl+T", "Ctrl+W"];
        assert!(!kept.contains(key), "{key} is the browser's");
        assert!(!"[]{}@#".chars().any(|it| key.ends_with(it)), "{key}: AltGr on Spanish keyboards");
    }
}

#[test]
fn a_list_of_names_is_told_to_the_engine_kept_and_undone() {
    let mut tool = Tool::open("A tonina swam by.");
    let label = tool.label("PRODUCT");
    let names = |effects: &[Effect]| {
        effects.iter().find_map(|it| match it {
            Effect::Ask(request) => match &request.job {
                Job::Names { names } => Some(names.clone()),
                _ => None,
            },
            _ => None,
        })
    };
    let file = |text: &str| File { name: "animals.txt".into(), bytes: text.into() };
    let take = |file| Command::TakeNameList { file, label };
    let told = tool.session.run(take(file("tonina\nBoto,loc\nvaca\tCOW")), 1);
    let pair = |name: &str, label: &str| (name.to_owned(), label.to_owned());
    let both = vec![pair("tonina", "PRODUCT"), pair("Boto", "LOC")];
    assert_eq!(names(&told), Some(both.clone()));
    let problems: Vec<&str> = tool.session.name_list_problems().iter().map(Message::id).collect();
    assert_eq!(problems, ["name-list-bad-line"]);
    let count = |tool: &Tool| {
        tool.session.project().schema().name_lists.iter().map(NameList::n_names).sum::<usize>()
    };
    assert_eq!(count(&tool), 2);
    // The same file again replaces the list; what is empty changes nothing.
    tool.run(take(file("tonina"))).run(take(file("# nothing")));
    assert_eq!(count(&tool), 1);
    assert_eq!(tool.session.name_list_problems()[0].id(), "name-list-empty");
    let undone = tool.session.run(Command::Undo, 2);
    assert_eq!((names(&undone), count(&tool)), (Some(both), 2));
    tool.run(Command::RemoveNameList("animals".into()));
    assert_eq!(count(&tool), 0);
    tool.press("Ctrl+Z");
    assert_eq!(count(&tool), 2);
}

#[test]
fn lists_of_names_have_a_limit() {
    let mut tool = Tool::open("A tonina swam by.");
    let label = tool.label("PERSON");
    let names: Vec<String> = (0..=MAX_NAMES).map(|n| format!("Name{n}")).collect();
    let names = names.join("\n");
    let file = File { name: "many.txt".into(), bytes: names.into() };
    tool.run(Command::TakeNameList { file, label });
    assert!(tool.session.project().schema().name_lists.is_empty());
    assert_eq!(tool.session.name_list_problems()[0].id(), "name-list-too-long");
}

//! What the engine is asked for, and what becomes of its answers.

use apostil::message::Message;
use apostil::protocol::message::{EngineName, Failure, Job, Lost, Reach, Reply, Request};
use apostil::session::command::Command;
use apostil::session::effect::Effect;
use apostil::text::TextHash;

use crate::tool::Tool;

/// What `effects` ask the engine.
fn asked(effects: &[Effect]) -> Vec<&Request> {
    let mut all = Vec::new();
    for effect in effects {
        if let Effect::Ask(request) = effect {
            all.push(request);
        }
    }
    all
}

/// The language in which `effects` ask for suggestions, `-` where they name none.
fn language_asked(effects: &[Effect]) -> Option<&str> {
    asked(effects).iter().find_map(|it| match &it.job {
        Job::Suggest { language, .. } => Some(language.as_deref().unwrap_or("-")),
        _ => None,
    })
}

/// The engine says that it has done all that `effects` ask.
fn finish(tool: &mut Tool, effects: &[Effect]) {
    for request in asked(effects) {
        tool.session.replied(Reply::Done { ticket: request.ticket }, 1);
    }
}

#[test]
fn another_language_is_another_question() {
    let mut tool = Tool::empty();
    let text = "Las garzas estaban en el río y nadie se acercó a la orilla.".to_owned();
    let added = tool.session.run(Command::Confirm { name: "garzas".into(), text }, 1);
    assert_eq!(language_asked(&added), Some("es"));
    let document = tool.session.open_document().expect("an open article").clone();
    let set = |language: Option<&str>| {
        let language = language.map(str::to_owned);
        Command::SetLanguage { document: document.clone(), language }
    };
    // While it is being read, and when it is read.
    let while_read = tool.session.run(set(None), 2);
    assert_eq!(language_asked(&while_read), Some("-"));
    let cancels = |it: &&Request| matches!(it.job, Job::Cancel { .. });
    assert!(asked(&while_read).iter().any(cancels), "{while_read:?}");
    finish(&mut tool, &while_read);
    let set_again = tool.session.run(set(Some("en")), 3);
    assert_eq!(language_asked(&set_again), Some("en"));
    finish(&mut tool, &set_again);
    let undone = tool.session.run(Command::Undo, 4);
    assert_eq!(language_asked(&undone), Some("-"));
    finish(&mut tool, &undone);
    let name = Command::RenameArticle { document: document.clone(), name: "herons".into() };
    assert_eq!(language_asked(&tool.session.run(name, 5)), None);
}

#[test]
fn lists_that_did_not_come_are_said() {
    let mut tool = Tool::open("Turbo is a town.");
    for why in [Failure::DamagedLists, Failure::OtherLists { version: 9 }] {
        let said = tool.session.replied(Reply::Failed { ticket: 0, why }, 1);
        let [Effect::Complain(message)] = &said[..] else { panic!("{said:?}") };
        assert_eq!(message.id(), "lists-unreadable");
    }
}

#[test]
fn a_model_that_did_not_come_is_said_and_why() {
    let mut tool = Tool::open("{Turbo|GPE} is a town.");
    for (why, id) in [
        (Failure::NoModel, "model-missing"),
        (Failure::DamagedModel, "model-damaged"),
        (Failure::OtherModel { version: 9 }, "model-other-version"),
    ] {
        let said = tool.session.replied(Reply::Failed { ticket: 0, why }, 1);
        let [Effect::Complain(message)] = &said[..] else { panic!("{said:?}") };
        assert_eq!(message.id(), id);
    }
    tool.shows("{Turbo|GPE} is a town.");
}

#[test]
fn what_the_engine_learns_of_late_has_all_read_anew() {
    let mut tool = Tool::open("Turbo is a town.");
    tool.add("second", "Acandí is another.");
    let source = EngineName { name: "rules".into(), version: "1".into(), fingerprint: "1".into() };
    let listed = Reply::Listed { ticket: 0, epoch: 2, source, base: "b".into(), count: 0 };
    let mut effects = tool.session.replied(listed, 1);
    let mut texts = Vec::new();
    while let Some(request) = asked(&effects).into_iter().rev().find(|it| is_question(it)) {
        let Job::Suggest { hash, .. } = &request.job else { unreachable!("it is a question") };
        texts.push(hash.clone());
        effects = tool.session.replied(Reply::Done { ticket: request.ticket }, 2);
    }
    let hash = |text: &str| TextHash::of(text).to_string();
    assert_eq!(texts, [hash("Acandí is another."), hash("Turbo is a town.")]);
}

fn is_question(request: &Request) -> bool {
    matches!(request.job, Job::Suggest { .. })
}

/// After how long `effects` ask to be woken, and with what number.
fn waking(effects: &[Effect]) -> Option<(u32, u32)> {
    effects.iter().find_map(|it| match it {
        Effect::Wake { after_ms, number } => Some((*after_ms, *number)),
        _ => None,
    })
}

/// The ticket and the text of the question that is in `effects`.
fn question(effects: &[Effect]) -> Option<(u32, String)> {
    let all = asked(effects);
    assert!(all.iter().filter(|it| is_question(it)).count() <= 1, "{all:?}");
    all.iter().find_map(|it| match &it.job {
        Job::Suggest { hash, .. } => Some((it.ticket, hash.clone())),
        _ => None,
    })
}

/// Marks `words`, and has the engine say how far that reaches.
fn decide(tool: &mut Tool, words: &str, epoch: u32, reach: Reach) -> Vec<Effect> {
    tool.select(words);
    let label = tool.label("ORG");
    let effects = tool.session.run(Command::Label(label), u64::from(epoch) * 5_000);
    let is_lesson = |it: &&&Request| matches!(it.job, Job::Learn { .. });
    let ticket = asked(&effects).iter().find(is_lesson).expect("a lesson").ticket;
    let source = EngineName { name: "rules".into(), version: "1".into(), fingerprint: "1".into() };
    let (states, forgotten) = (vec![], Lost::default());
    let learned = Reply::Learned { ticket, epoch, source, count: epoch, states, reach, forgotten };
    tool.session.replied(learned, 1)
}

#[test]
fn what_made_room_in_the_engine_is_said() {
    let mut tool = Tool::open("Turbo is a town.");
    assert!(tool.session.learning().left_out().is_empty());
    tool.select("Turbo");
    let label = tool.label("ORG");
    let effects = tool.session.run(Command::Label(label), 5_000);
    let is_lesson = |it: &&&Request| matches!(it.job, Job::Learn { .. });
    let ticket = asked(&effects).iter().find(is_lesson).expect("a lesson").ticket;
    let source = EngineName { name: "rules".into(), version: "1".into(), fingerprint: "1".into() };
    let (states, reach) = (vec![], Reach::default());
    let forgotten = Lost { words: 2_500, features: 50_000 };
    let learned = Reply::Learned { ticket, epoch: 3, source, count: 1, states, reach, forgotten };
    tool.session.replied(learned, 1);
    let said = tool.session.learning().left_out();
    let (words, clues) = (2_500, 50_000);
    let expected =
        [Message::LearningWordsLost { count: words }, Message::LearningCluesLost { count: clues }];
    assert_eq!(said, expected);
}

#[test]
fn a_newer_lesson_takes_the_place_of_a_sweep() {
    let mut tool = Tool::open("Turbo is a town.");
    tool.add("second", "Acandí is another.");
    tool.add("third", "Necoclí lies by the sea.");
    let hash = |text: &str| TextHash::of(text).to_string();
    let source = EngineName { name: "rules".into(), version: "1".into(), fingerprint: "1".into() };
    let listed = Reply::Listed { ticket: 0, epoch: 2, source, base: "b".into(), count: 0 };
    let mut effects = tool.session.replied(listed, 1);
    while let Some((ticket, _)) = question(&effects) {
        effects = tool.session.replied(Reply::Done { ticket }, 1);
    }
    let learned = decide(&mut tool, "sea", 3, Reach { words: vec![], wide: true });
    assert_eq!(question(&learned), None, "not at once");
    let (moment, number) = waking(&learned).expect("a moment later");
    let woken = tool.session.woken(number, 2);
    let (ticket, text) = question(&woken).expect("the open article");
    assert_eq!(text, hash("Necoclí lies by the sea."));
    let (rest, at_rest) = waking(&woken).expect("a pause");
    assert!(moment < rest, "{moment} {rest}");
    let done = tool.session.replied(Reply::Done { ticket }, 3);
    assert_eq!(question(&done), None, "the others only may have changed");
    let woken = tool.session.woken(at_rest, 4);
    let (in_flight, text) = question(&woken).expect("the others");
    assert_eq!(text, hash("Turbo is a town."));
    // While that one is being read, another lesson comes.
    let reach = Reach { words: vec!["another".into()], wide: false };
    let learned = decide(&mut tool, "Necoclí", 4, reach);
    let is_cancel = |it: &&&Request| it.job == Job::Cancel { ticket: in_flight };
    assert_eq!(asked(&learned).iter().filter(is_cancel).count(), 1, "{learned:?}");
    assert!(tool.session.woken(at_rest, 5).is_empty(), "that pause is over");
    let (_, number) = waking(&learned).expect("a moment later");
    let mut effects = tool.session.woken(number, 6);
    let mut texts = Vec::new();
    while let Some((ticket, text)) = question(&effects) {
        texts.push(text);
        effects = tool.session.replied(Reply::Done { ticket }, 7);
    }
    assert_eq!(texts, [hash("Turbo is a town."), hash("Acandí is another.")]);
}

#[test]
fn nothing_is_suggested_where_a_person_has_looked() {
    let mut tool = Tool::open("The Port of Turbo lies on the Gulf of Urabá.");
    tool.select("Port of Turbo").press("4");
    tool.suggest("Turbo", "GPE", 0.9).suggest("Urabá", "GPE", 0.9);
    tool.shows("The [Port of Turbo|LOC] lies on the Gulf of {Urabá|GPE}.");
    // Refused words are not suggested in another way; with others around them they may be.
    tool.press("J X").suggest("Urabá", "LOC", 0.9);
    tool.shows("The [Port of Turbo|LOC] lies on the Gulf of Urabá.");
    tool.suggest("Gulf of Urabá", "LOC", 0.9);
    tool.shows("The [Port of Turbo|LOC] lies on the {Gulf of Urabá|LOC}.");
}

#[test]
fn a_finished_article_has_no_suggestions() {
    let mut tool = Tool::open("[Ana|PERSON] went to {Turbo|GPE}, {Acandí|GPE} and {Necoclí|GPE}.");
    tool.press("J J Space")
        .shows("[Ana|PERSON] went to {Turbo|GPE}, {Acandí|GPE*} and {Necoclí|GPE}.");
    tool.press("D").suggest("Ana", "ORG", 0.9).suggest("went", "ORG", 0.9);
    tool.shows("[Ana|PERSON] went to Turbo, Acandí and Necoclí.");
    let document = tool.session.open_document().expect("an open article").clone();
    assert_eq!(tool.session.n_doubtful(&document), 0);
    // Taken back or opened again, it asks what it asked before.
    let before = "[Ana|PERSON] {went|ORG} to {Turbo|GPE}, {Acandí|GPE} and {Necoclí|GPE}.";
    tool.press("Ctrl+Z").shows(before);
    tool.press("D D").shows(before);
    let reviewed: Vec<_> = tool.track().reviewed.iter().map(|it| (it.start(), it.end())).collect();
    assert_eq!(reviewed, [(0, 3), (12, 17)]);
}

#[test]
fn why_something_is_suggested_is_said_with_how_sure_it_is() {
    let mut tool = Tool::open("{Turbo|GPE} is a town.");
    tool.press("J");
    let Some(Message::AloudSuggestionWhy { percent, why, .. }) = tool.said.last() else {
        panic!("{:?}", tool.said.last())
    };
    assert_eq!((*percent, why.id()), (50, "why-amount"));
    let key = tool.session.cursor().mark.expect("the suggestion is selected");
    assert_eq!(tool.session.why(key).map(|it| it.id()), Some("why-amount"));
}

//! Learning from decisions, with the real engine behind the real messages: what is decided changes what
//! is suggested elsewhere, what is taken back is unlearned, and what was learned is derived.

mod desk;
mod missing;
mod sweep;

use std::sync::Arc;

use apostil::extract::engine::Engine;
use apostil::extract::lists::Lists;
use apostil::extract::tagger::Tagger;
use apostil::extract::{Example, Extractor};
use apostil::message::Message;
use apostil::protocol::message::{Decided, Job, Reply, Request};
use apostil::protocol::serve;
use apostil::protocol::server::Server;
use apostil::session::choice::Switch;
use apostil::session::command::{Command, Edge};
use apostil::session::lesson::{About, examples, lessons};
use apostil::session::settings::Setting;
use apostil::text::TextRange;
use apostil::view::{ShownKey, ShownState};

use desk::{Desk, ME};

fn pair(words: &str, label: &str) -> (String, String) {
    (words.to_owned(), label.to_owned())
}

#[test]
fn what_is_marked_is_suggested_elsewhere() {
    let mut desk = Desk::new();
    desk.add("one", "The tonina swam. A tonina sang.").add("two", "He saw a tonina there.");
    assert!(!desk.suggested(1).contains(&pair("tonina", "PRODUCT")));
    desk.open(0).mark("tonina", "PRODUCT");
    assert_eq!(desk.suggested(0), [pair("tonina", "PRODUCT")]);
    assert_eq!(desk.suggested(1), [pair("tonina", "PRODUCT")]);
    assert_eq!(desk.session.learning().n_learned, 1);
}

#[test]
fn what_is_rejected_is_not_suggested_elsewhere() {
    let mut desk = Desk::new();
    desk.add("one", "They went to Peru.").add("two", "They left Peru.");
    assert_eq!(desk.suggested(1), [pair("Peru", "GPE")]);
    desk.open(0).select("Peru").run(Command::Reject);
    assert_eq!(desk.all_suggested(), [vec![], vec![]]);
}

#[test]
fn what_is_corrected_is_learned_as_it_stands_now() {
    let mut desk = Desk::new();
    desk.add("one", "They went to Peru.").add("two", "They left Peru.");
    desk.open(0).relabel("Peru", "ORG");
    assert_eq!(desk.suggested(1), [pair("Peru", "ORG")]);
    desk.relabel("Peru", "FAC");
    assert_eq!(desk.suggested(1), [pair("Peru", "FAC")]);
    assert_eq!(desk.session.lessons().len(), 1, "one mark is one lesson");
    assert_eq!(desk.saved(), desk.derived());
}

#[test]
fn what_is_taken_back_is_unlearned() {
    let mut desk = Desk::new();
    desk.add("one", "They went to Peru with Ana Paz.").add("two", "Ana Paz left Peru.");
    let before = (desk.all_suggested(), desk.saved());
    let acts: [&dyn Fn(&mut Desk); 3] = [
        &|it| {
            it.open(0).mark("went", "EVENT");
        },
        &|it| {
            it.open(0).select("Peru").run(Command::Reject);
        },
        &|it| {
            it.open(0).relabel("Peru", "ORG");
        },
    ];
    for act in acts {
        act(&mut desk);
        let after = (desk.all_suggested(), desk.saved());
        assert_ne!(after, before);
        desk.run(Command::Undo);
        assert_eq!((desk.all_suggested(), desk.saved()), before);
        desk.run(Command::Redo);
        assert_eq!((desk.all_suggested(), desk.saved()), after);
        desk.run(Command::Undo);
    }
}

#[test]
fn what_is_removed_is_unlearned() {
    let mut desk = Desk::new();
    desk.add("one", "The tonina swam.").add("two", "He saw a tonina.");
    desk.open(0).mark("tonina", "PRODUCT").select("tonina").run(Command::Remove);
    assert_eq!(desk.suggested(1), []);
    assert_eq!(desk.saved(), desk.derived());
}

#[test]
fn learning_can_be_turned_off_and_forgotten() {
    let mut desk = Desk::new();
    desk.add("one", "The tonina swam by the bufeo.").add("two", "A bufeo and a tonina.");
    desk.open(0).mark("tonina", "PRODUCT");
    let learn = |on| Command::Set(Setting::Switch(Switch::Learn, on));
    desk.run(learn(false));
    assert_eq!((desk.suggested(1), desk.session.learning().n_wanted), (vec![], 0));
    desk.run(learn(true));
    assert_eq!(desk.suggested(1), [pair("tonina", "PRODUCT")]);
    desk.run(Command::ForgetLearned);
    assert_eq!(desk.suggested(1), []);
    assert_eq!(desk.said.last(), Some(&Message::LearningForgotten { count: 1 }));
    // It stays forgotten, and what is decided later counts.
    desk.mark("bufeo", "PERSON");
    let mut again = desk.reopened(desk.kept.clone());
    for desk in [&mut desk, &mut again] {
        assert_eq!(desk.suggested(1), [pair("bufeo", "PERSON")]);
        let learning = desk.session.learning();
        assert_eq!((learning.n_learned, learning.n_forgotten), (1, 1));
        desk.run(Command::LearnFromAll);
        assert_eq!(desk.suggested(1).len(), 2);
    }
    // What was decided before it was forgotten can be undone, and what comes then counts.
    desk.run(Command::ForgetLearned).run(Command::Undo).run(Command::Undo);
    desk.mark("bufeo", "EVENT");
    assert_eq!(desk.suggested(1), [pair("bufeo", "EVENT")]);
}

#[test]
fn a_selected_suggestion_is_not_taken_from_under_the_hand() {
    let mut desk = Desk::new();
    desk.add("one", "Peru is far. Peru is near. Peru is here.");
    desk.select("Peru").run(Command::Reject);
    // The next one was selected before the engine knew; it waits for its answer.
    assert_eq!(desk.suggested(0), [pair("Peru", "GPE")]);
    let selected = desk.session.cursor().mark;
    assert!(matches!(selected, Some(ShownKey::Suggested(key)) if key.range.start() == 13));
    // Let go, it is gone like the others.
    desk.run(Command::SelectNone);
    assert_eq!(desk.suggested(0), []);
    desk.run(Command::Undo).select("Peru").run(Command::Reject).run(Command::Reject);
    assert_eq!(desk.session.lessons().len(), 2);
}

#[test]
fn a_session_opened_again_learns_the_same() {
    let mut desk = many_decisions(200);
    let kept = desk.kept.clone().expect("enough was learned to keep it");
    let saved = desk.saved();
    assert_eq!(saved, desk.derived());
    // With what was kept nearly nothing is taught again; without it, or with a damaged one, all is.
    let mut quick = desk.reopened(Some(kept.clone()));
    let mut anew = desk.reopened(None);
    let damaged = kept.replacen("w17", "w71", 1);
    let mut careful = desk.reopened(Some(damaged));
    for (desk, most) in [(&mut quick, 64), (&mut anew, 400), (&mut careful, 400)] {
        assert_eq!(desk.saved(), saved);
        assert!(desk.n_taught() <= most, "{}", desk.n_taught());
    }
    assert!(quick.jobs.iter().any(|it| matches!(it, Job::Recall { .. })));
    assert!(anew.n_taught() >= 200 && careful.n_taught() >= 200);
    // Of other decisions than those that were kept, nothing is believed.
    desk.run(Command::Undo).open(0).select("w0").run(Command::Remove);
    let mut other = desk.reopened(Some(kept));
    assert!(!other.jobs.iter().any(|it| matches!(it, Job::Recall { .. })));
    assert_eq!(other.saved(), desk.derived());
}

#[test]
fn what_is_kept_grows_with_what_is_learned() {
    let mut desk = many_decisions(200);
    let saves = desk.jobs.iter().filter(|it| matches!(it, Job::Save)).count();
    assert_eq!(saves, 3, "one for each 64 decisions");
    desk.run(Command::ForgetLearned);
    assert_eq!(desk.kept.as_deref(), Some("202 "));
}

/// A desk on which `n` words were marked one by one.
fn many_decisions(n: usize) -> Desk {
    let mut desk = Desk::new();
    let words: Vec<String> = (0..n).map(|n| format!("It saw w{n} and a tonina. ")).collect();
    desk.add("one", &words.concat());
    for n in 0..n - 1 {
        desk.mark(&format!("w{n} "), ["PERSON", "ORG", "GPE"][n % 3]);
    }
    desk.mark("tonina", "PRODUCT");
    desk
}

#[test]
fn many_lessons_are_taught_in_parts_and_used_when_all_are_there() {
    let mut server = Server::default();
    let request = |ticket, job| Request { ticket, job };
    let example = |n: usize| Decided {
        text: format!("w{n}"),
        reviewed: vec![(0, format!("w{n}").len() as u32)],
        gold: vec![(0, format!("w{n}").len() as u32, "ORG".into())],
        ..Decided::default()
    };
    let learn = |after: u32, upto: u32, more| Job::Learn {
        after,
        upto,
        examples: (after as usize..upto as usize).map(example).collect(),
        more,
    };
    let learned = |replies: &[Reply]| match replies {
        [Reply::Learned { epoch, count, states, .. }] => (*epoch, *count, states.clone()),
        other => panic!("{other:?}"),
    };
    let version = apostil::protocol::PROTOCOL_VERSION;
    serve(&mut server, request(1, Job::Start { version }));
    let first = serve(&mut server, request(2, learn(0, 100, true)));
    assert_eq!(learned(&first), (1, 100, vec![]), "not in use yet");
    let last = serve(&mut server, request(3, learn(100, 130, false)));
    assert_eq!(learned(&last), (2, 130, vec![130]));
    // A few more at once; then back to the state that was put by, and on in another way.
    let few = serve(&mut server, request(4, learn(130, 135, false)));
    assert_eq!(learned(&few), (3, 135, vec![130]));
    let back = serve(&mut server, request(5, learn(130, 131, false)));
    assert_eq!(learned(&back), (4, 131, vec![130]));
    let Reply::Saved { learned: back, .. } = &serve(&mut server, request(6, Job::Save))[0] else {
        panic!("saved")
    };
    let mut engine = Engine::default();
    engine.learn(&(0..131).map(|n| example(n).read()).collect::<Vec<_>>());
    assert_eq!(back.as_bytes(), engine.save());
    let none = serve(&mut server, request(7, learn(0, 0, false)));
    assert_eq!(learned(&none), (5, 0, vec![]));
    let gone = serve(&mut server, request(8, learn(130, 131, false)));
    assert!(matches!(gone[..], [Reply::Failed { ticket: 8, .. }]), "{gone:?}");
}

#[test]
fn reading_goes_on_while_many_lessons_are_learned() {
    let mut server = Server::default();
    let version = apostil::protocol::PROTOCOL_VERSION;
    serve(&mut server, Request { ticket: 1, job: Job::Start { version } });
    let text = "A line about nothing.\n".repeat(2_000);
    let hash = apostil::text::TextHash::of(&text).to_string();
    let end = text.len() as u32;
    serve(&mut server, Request { ticket: 2, job: Job::Text { hash: hash.clone(), text } });
    let examples = vec![Decided { text: "w".into(), ..Decided::default() }; 400];
    let learn = Job::Learn { after: 0, upto: 400, examples, more: false };
    server.accept(Request { ticket: 3, job: learn });
    server.accept(Request {
        ticket: 4,
        job: Job::Suggest { hash, language: None, windows: vec![(0, end)] },
    });
    let mut n_found_before = 0;
    loop {
        match server.step() {
            Some(Reply::Found { .. }) => n_found_before += 1,
            Some(Reply::Learned { .. }) => break,
            Some(Reply::Done { ticket: 4 }) | None => {}
            Some(other) => panic!("{other:?}"),
        }
    }
    assert!(n_found_before > 3, "{n_found_before}");
}

/// Random steps over two articles, by the numbers that `next` draws.
fn random_step(desk: &mut Desk, next: &mut impl FnMut(usize) -> usize) {
    const WORDS: [&str; 6] = ["Peru", "Ana Paz", "tonina", "Lima", "three boats", "Monday"];
    // Now and then both articles are undone.
    if desk.session.sheet().is_none() {
        desk.run(Command::Redo);
        return;
    }
    let words = WORDS[next(WORDS.len())];
    let label = desk.label_named(["PERSON", "ORG", "GPE", "DATE"][next(4)]);
    let marks = desk.session.sheet().map(|it| it.marks().to_vec()).unwrap_or_default();
    let key = (!marks.is_empty()).then(|| marks[next(marks.len())].shown.key);
    if let Some(key) = key {
        desk.run(Command::SelectMark(key));
    }
    let command = match next(16) {
        0 | 1 => Command::LabelRange { range: desk.range(words), label },
        2 => Command::Label(label),
        3 | 4 => Command::Accept,
        5 => Command::Reject,
        6 => Command::Skip,
        7 => Command::Remove,
        8 | 9 => Command::Undo,
        10 => Command::Redo,
        11 => Command::ToggleDone,
        12 => Command::AcceptAll,
        13 => Command::MoveEdge { edge: Edge::End, forward: next(2) == 0 },
        14 => match key {
            Some(ShownKey::Annotation(id)) => Command::SetNote(id, format!("note {}", next(3))),
            _ => Command::NextArticle,
        },
        _ => {
            let order = desk.session.project().order();
            Command::OpenArticle(order[next(order.len())].clone())
        }
    };
    // Some steps come so soon after another that they are one.
    desk.at -= if next(3) == 0 { 4_900 } else { 0 };
    desk.run(command);
}

#[test]
fn lessons_followed_step_by_step_are_those_derived() {
    for seed in 1..=12u64 {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 33) as usize % below
        };
        let mut desk = Desk::new();
        desk.add("one", "Ana Paz left Peru on Monday. The tonina of Lima had three boats in Peru.");
        desk.add("two", "In Lima, Ana Paz saw a tonina on Monday.\nPeru has three boats. Peru!");
        for n in 0..120 {
            random_step(&mut desk, &mut next);
            let derived = lessons(desk.session.project(), ME, desk.session.history().done());
            assert_eq!(desk.session.lessons(), derived, "seed {seed}, step {n}");
        }
        assert!(desk.session.lessons().iter().any(|it| it.about != About::Rest), "seed {seed}");
        assert_eq!(desk.saved(), desk.derived(), "seed {seed}");
        let mut again = desk.reopened(desk.kept.clone());
        assert_eq!(again.saved(), desk.derived(), "seed {seed}");
        let learning = again.session.learning();
        assert_eq!(learning.n_learned, learning.n_wanted, "seed {seed}");
    }
}

#[test]
fn an_example_is_one_sentence_and_no_more() {
    let mut desk = Desk::new();
    let long = "word ".repeat(2_000);
    let text = format!("First one. Ana Paz came. Last one.\n{long}Pacora {long}\nEnd.");
    desk.add("one", &text).mark("Ana Paz", "PERSON").mark("Pacora", "GPE");
    let project = desk.session.project();
    let shown: Vec<_> =
        desk.session.lessons().iter().flat_map(|it| examples(project, ME, it)).collect();
    assert_eq!(shown[0].text, "Ana Paz came.");
    assert_eq!(shown[0].gold, [(TextRange::new(0, 7), "PERSON".to_owned())]);
    let (range, _) = &shown[1].gold[0];
    assert_eq!(range.slice(&shown[1].text), Some("Pacora"));
    assert!(shown[1].text.len() < 2_100 && shown[1].text.starts_with("word"), "{}", shown[1].text);
}

/// What keeping and going back rest on: where a run of lessons is cut, saved and loaded makes no
/// difference, whatever the engine generalizes from them.
#[test]
fn with_the_model_lessons_in_parts_are_lessons_at_once() {
    let lines: Vec<String> = (0..30).map(|n| format!("The Zorq{n} Vlee met at noon.\n")).collect();
    let mut desk = Desk::new();
    desk.add("one", &lines.concat());
    for n in 0..30 {
        desk.mark(&format!("Zorq{n} Vlee"), "LAW");
    }
    desk.run(Command::ToggleDone);
    let project = desk.session.project();
    let shown: Vec<_> =
        desk.session.lessons().iter().flat_map(|it| examples(project, ME, it)).collect();
    let model = include_bytes!("../../model/model.bin");
    let tagger = Arc::new(Tagger::read(model).expect("a model"));
    let lists = Arc::new(Lists::read(desk::lists()).expect("lists"));
    let equip = |it: Engine| it.with_lists(lists.clone()).with_tagger(tagger.clone());
    let mut at_once = equip(Engine::default());
    at_once.learn(&shown);
    let mut in_parts = equip(Engine::default());
    for (n, part) in shown.chunks(7).enumerate() {
        if n % 2 == 1 {
            in_parts = equip(Engine::load(&in_parts.save()).expect("what was saved"));
        }
        in_parts.learn(part);
    }
    assert!(in_parts.save() == at_once.save());
    let mut without = Engine::default().with_lists(lists.clone());
    without.learn(&shown);
    assert!(without.save() != at_once.save(), "the model learned nothing");
    assert!(without.base() != at_once.base(), "what was kept would be taken for the other's");
    // It learns more than the words: another of their kind gets the label, too.
    let other = "The Zorq99 Vlee met at noon.";
    let found = in_parts.suggest(other, None, TextRange::new(0, other.len() as u32));
    let laws = found.suggestions.iter().filter(|it| it.label == "LAW");
    let words: Vec<_> = laws.filter_map(|it| it.range.slice(other)).collect();
    assert_eq!(words, ["Zorq99 Vlee"], "{found:?}");
}

#[test]
fn what_is_left_unmarked_in_a_finished_article_is_no_name() {
    let mut desk = Desk::new();
    desk.add("one", "Ana came. It was late.\nThe end.").mark("Ana", "PERSON");
    desk.run(Command::ToggleDone);
    let lesson = desk.session.lessons().last().expect("a lesson").clone();
    assert_eq!(lesson.about, About::Rest);
    let shown = examples(desk.session.project(), ME, &lesson);
    let texts: Vec<&str> = shown.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["Ana came.", "It was late.", "The end."]);
    assert_eq!(shown[0].reviewed, [TextRange::new(3, 9)]);
    assert!(shown.iter().all(|it| it.gold.is_empty() && it.rejected.is_empty()));
    assert!(
        desk.session.sheet().is_some_and(|it| {
            it.marks().iter().all(|it| it.shown.state != ShownState::Rejected)
        })
    );
}

/// An engine with the lists and the model that ship.
fn shipped() -> Engine {
    let tagger = Tagger::read(include_bytes!("../../model/model.bin")).expect("a model");
    let lists = Lists::read(desk::lists()).expect("lists");
    Engine::default().with_lists(Arc::new(lists)).with_tagger(Arc::new(tagger))
}

fn found(engine: &Engine, text: &str) -> Vec<(String, String)> {
    let found = engine.suggest(text, Some("en"), TextRange::new(0, text.len() as u32));
    let suggestions = found.suggestions.into_iter();
    suggestions.map(|it| pair(it.range.slice(text).expect("a span"), &it.label)).collect()
}

#[test]
fn a_refusal_does_not_join_what_stands_beside_it() {
    for word in ["Peru", "Chad", "Georgia"] {
        let mut engine = shipped();
        let refused = TextRange::new(8, 8 + word.len() as u32);
        engine.learn(&[Example {
            text: format!("He left {word}."),
            reviewed: vec![refused],
            rejected: vec![(refused, "GPE".to_owned())],
            ..Example::default()
        }]);
        for (text, expected) in [
            ("She left {} for Chile.", &[pair("Chile", "GPE")][..]),
            ("They flew from {} to Chile.", &[pair("Chile", "GPE")]),
            ("{} and Chile signed it.", &[pair("Chile", "GPE")]),
            ("{} said so.", &[]),
        ] {
            assert_eq!(found(&engine, &text.replace("{}", word)), expected, "{word}");
        }
    }
}

/// How sure `engine` is of `words` as a country or town in `text`.
fn score(engine: &Engine, text: &str, words: &str) -> f32 {
    let found = engine.suggest(text, Some("en"), TextRange::new(0, text.len() as u32));
    let is_it = |range: TextRange, label: &str| range.slice(text) == Some(words) && label == "GPE";
    let it = found.suggestions.iter().find(|it| is_it(it.range, &it.label));
    it.expect("a suggestion").score
}

#[test]
fn what_was_right_is_surer_than_before_and_what_was_refused_less_sure() {
    let text = "He flew to Colombia, and told nobody in Veldora.";
    let mut engine = shipped();
    let before = score(&engine, text, "Colombia");
    let word = TextRange::new(0, 8);
    let example = Example {
        text: "Colombia won.".to_owned(),
        reviewed: vec![word],
        gold: vec![(word, "GPE".to_owned())],
        ..Example::default()
    };
    for _ in 0..3 {
        let before = score(&engine, text, "Colombia");
        engine.learn(std::slice::from_ref(&example));
        assert!(score(&engine, text, "Colombia") >= before);
    }
    let surest = score(&engine, text, "Colombia");
    let refusal =
        Example { gold: Vec::new(), rejected: vec![(word, "GPE".to_owned())], ..example.clone() };
    engine.learn(&[refusal]);
    let after = score(&engine, text, "Colombia");
    assert!(before >= 0.7 && after < surest, "{before}, {surest}, {after}");
}

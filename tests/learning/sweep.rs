//! How many articles a decision has read again, and that no more need be.

use apostil::format::File;
use apostil::session::command::Command;

use crate::desk::Desk;

/// How many articles there are.
const MANY: usize = 300;

/// Each in its own words, but that every hundredth speaks of Peru.
fn fill(desk: &mut Desk) {
    let articles = (0..MANY).map(|n| {
        let place = if n % 100 == 0 { "Peru" } else { "Chile" };
        let text = format!("He left {place} on day {n}. Zorq{n:04} Vlee sang.");
        File { name: format!("{n}.txt"), bytes: text.into_bytes() }
    });
    desk.run(Command::Import(articles.collect())).open(0);
    readings(desk);
}

/// Readings since this was asked last.
fn readings(desk: &mut Desk) -> usize {
    let n = desk.n_readings();
    desk.jobs.clear();
    n
}

/// Everything that is suggested is what a new worker that knows the same would suggest.
fn check_fresh(desk: &Desk) {
    let again = desk.reopened(None);
    let pairs = desk.all_suggested().into_iter().zip(again.all_suggested());
    for (n, (old, fresh)) in pairs.enumerate() {
        assert_eq!(old, fresh, "article {n}");
    }
}

#[test]
fn a_decision_has_only_articles_with_its_words_read_again() {
    let mut desk = Desk::new();
    fill(&mut desk);
    desk.select("Peru").run(Command::Accept);
    assert_eq!(readings(&mut desk), 3, "the open one, and two others with the word");
    desk.run(Command::Undo);
    assert_eq!(readings(&mut desk), 3);
    desk.select("Peru").run(Command::Skip).run(Command::Undo);
    assert_eq!(readings(&mut desk), 0, "nothing was learned");
    desk.mark("Zorq0000", "PERSON");
    assert_eq!(readings(&mut desk), 1);
    desk.mark("sang", "EVENT");
    assert_eq!(readings(&mut desk), MANY, "all have the word");
    check_fresh(&desk);
}

#[test]
fn what_the_model_learned_reaches_all_articles_once_decisions_pause() {
    let mut desk = Desk::with_model();
    fill(&mut desk);
    // What it knew already moves nothing.
    desk.select("Peru").run(Command::Accept);
    assert_eq!(readings(&mut desk), 3);
    desk.is_hasty = true;
    let mut most = 0;
    for n in 0..8 {
        desk.open(n).mark(&format!("Zorq{n:04} Vlee"), "LAW");
        most = most.max(readings(&mut desk));
    }
    // One when it was opened and had waited, one after the mark.
    assert_eq!(most, 2);
    desk.is_hasty = false;
    desk.open(9).mark("Zorq0009 Vlee", "LAW");
    let n_all = readings(&mut desk);
    assert!((MANY - 9..=MANY + 1).contains(&n_all), "{n_all} readings at the pause");
    assert!(desk.suggested(200).contains(&("Zorq0200 Vlee".into(), "LAW".into())));
}

//! The laws of the journal: what was acknowledged comes back, damage is noticed, nothing is deleted.

mod live;
mod store;

use std::collections::BTreeMap;

use apostil::journal::event::Why;
use apostil::journal::open::{Flaw, OpenError, Opened, Problem, open};
use apostil::journal::rescue::{RescueError, is_bundle, read_rescue};
use apostil::journal::stored::Stored;
use apostil::journal::{MAX_TAIL_RECORDS, Status};
use apostil::model::project::Project;

use crate::live::{Dice, Live};
use crate::store::{Disk, Fault, Store};

/// A life of `n` random steps on a store without faults, with snapshots and reopenings in between.
fn life(seed: u64, n: u64) -> (Live, Store) {
    let mut dice = Dice(seed);
    let (mut live, genesis) = Live::begin();
    let mut store = Store::new(Disk::new(genesis));
    for at in 0..n {
        let write = live.step(&mut dice, at * 700);
        if let Some(write) = write {
            store.submit(write);
        }
        store.drain(&mut live.journal);
        if dice.roll(12) == 0 {
            live.compact(&mut store);
        }
        if dice.roll(3) == 0 {
            store.drain(&mut live.journal);
        }
        if dice.roll(25) == 0 {
            store.drain(&mut live.journal);
            live = Live::from(sound(&store.disk.stored()));
        }
    }
    store.drain(&mut live.journal);
    (live, store)
}

/// A project with two documents, all saved.
fn two_documents() -> (Live, Store) {
    let (mut live, genesis) = Live::begin();
    let mut store = Store::new(Disk::new(genesis));
    store.submit(live.import_two());
    store.drain(&mut live.journal);
    (live, store)
}

/// Opens what must be sound.
fn sound(stored: &Stored) -> Opened {
    let opened = open(stored).unwrap();
    assert_eq!(opened.problems, []);
    assert_eq!(opened.mend, None);
    opened
}

#[test]
fn replay_equals_the_live_state_and_undo_goes_all_the_way() {
    let (mut n_segments, mut n_undone) = (0, 0);
    for seed in 0..150 {
        let (mut live, store) = life(seed, 60);
        let mut opened = sound(&store.disk.stored());
        assert_eq!(opened.project, live.project, "seed {seed}");
        assert_eq!(opened.history, live.history, "seed {seed}");
        n_segments += store.disk.segments.len();
        while opened.history.undo(&mut opened.project).unwrap().is_some() {
            live.history.undo(&mut live.project).unwrap().expect("as many steps");
            assert_eq!(opened.project, live.project, "undo; seed {seed}");
            n_undone += 1;
        }
        assert_eq!(opened.project.n_documents(), 0, "undo leads to the beginning; seed {seed}");
        while opened.history.redo(&mut opened.project).unwrap().is_some() {}
    }
    assert!(n_segments > 200 && n_undone > 2_000, "{n_segments} segments, {n_undone} undone");
}

#[test]
fn every_record_stays_whatever_is_compacted() {
    let (live, store) = life(3, 300);
    let stored = store.disk.stored();
    let all: Vec<u64> =
        stored.segments.iter().flatten().chain(&stored.journal).map(|it| it.0).collect();
    assert_eq!(all, (1..=live.journal.seq()).collect::<Vec<_>>());
    assert!(!stored.segments.is_empty() && all.len() > 100);
}

/// All places of the store at which something can be lost or changed.
fn damaged(stored: &Stored, dice: &mut Dice) -> Vec<(String, Stored)> {
    let mut all = Vec::new();
    let mut add = |name: String, change: &mut dyn FnMut(&mut Stored)| {
        let mut copy = stored.clone();
        change(&mut copy);
        all.push((name, copy));
    };
    for (n, segment) in stored.segments.iter().enumerate() {
        for i in 0..segment.len() {
            let seed = dice.roll(1 << 30);
            add(format!("cut old {n}.{i}"), &mut |it| drop(it.segments[n].remove(i)));
            add(format!("bent old {n}.{i}"), &mut |it| bend(&mut it.segments[n][i].1, seed));
        }
    }
    for i in 0..stored.journal.len() {
        let seed = dice.roll(1 << 30);
        add(format!("cut {i}"), &mut |it| drop(it.journal.remove(i)));
        add(format!("bent {i}"), &mut |it| bend(&mut it.journal[i].1, seed));
        add(format!("short {i}"), &mut |it| it.journal[i].1.truncate(40));
        add(format!("twice {i}"), &mut |it| {
            let next = (i + 1) % it.journal.len();
            let text = it.journal[i].1.clone();
            it.journal[next].1 = if next == i { String::new() } else { text };
        });
    }
    for i in 0..stored.documents.len() {
        let seed = dice.roll(1 << 30);
        add(format!("cut document {i}"), &mut |it| drop(it.documents.remove(i)));
        add(format!("bent document {i}"), &mut |it| bend(&mut it.documents[i].1, seed));
    }
    if stored.part.is_some() {
        add("bent part".into(), &mut |it| bend(it.part.as_mut().unwrap(), 77));
        add("no part".into(), &mut |it| it.part = None);
    }
    add("bent genesis".into(), &mut |it| bend(&mut it.genesis, 9));
    add("no texts".into(), &mut |it| it.texts.clear());
    all
}

/// Changes one character to another.
fn bend(text: &mut String, seed: u64) {
    let chars: Vec<char> = text.chars().collect();
    let at = seed as usize % chars.len();
    let other = if chars[at] == '7' { '8' } else { '7' };
    *text = chars[..at].iter().chain([&other]).chain(&chars[at + 1..]).collect();
}

#[test]
fn damage_anywhere_is_noticed_and_the_rest_opens() {
    let mut n = 0;
    for seed in 0..12 {
        let (live, store) = life(1_000 + seed, 40);
        let stored = store.disk.stored();
        for (name, bad) in damaged(&stored, &mut Dice(seed)) {
            n += 1;
            let opened = open(&bad).unwrap_or_else(|why| panic!("{name}; seed {seed}: {why:?}"));
            let harmless = name == "no texts" && stored.texts.is_empty();
            assert!(harmless || !opened.problems.is_empty(), "{name} went unnoticed; seed {seed}");
            let lost = opened.problems.iter().any(Problem::is_loss);
            assert!(lost || opened.project == live.project, "{name} lost work; seed {seed}");
            is_settled_by_the_next_opening(&bad, opened, &format!("{name}; seed {seed}"));
        }
    }
    assert!(n > 1_000, "{n}");
}

/// After damage, the mend and the snapshot that are due make a store that opens as it was shown.
fn is_settled_by_the_next_opening(bad: &Stored, opened: Opened, name: &str) {
    let mend = opened.mend.clone();
    let texts_are_missing = bad.texts.is_empty();
    let mut live = Live::from(opened);
    let mut store = Store::new(Disk::from(bad));
    if let Some(write) = mend {
        store.submit(write);
    }
    store.drain(&mut live.journal);
    live.compact(&mut store);
    store.drain(&mut live.journal);
    let mut dice = Dice(5);
    for at in 0..8 {
        live.step(&mut dice, 1_000_000 + at * 700).into_iter().for_each(|it| store.submit(it));
    }
    store.drain(&mut live.journal);
    assert_eq!(live.journal.status(), Status::Saved, "{name}");
    let again = open(&store.disk.stored()).unwrap();
    assert!(again.mend.is_none(), "{name}: {:?}", again.problems);
    if texts_are_missing {
        // That is told each time, and a document whose text was imported again has it again.
        return;
    }
    assert_eq!(again.project, live.project, "{name}");
    let news = again.problems.iter().find(|it| it.is_loss());
    assert!(news.is_none(), "{name}: {news:?} is told again");
}

#[test]
fn a_document_that_cannot_be_read_is_built_again_from_the_records() {
    let (mut live, mut store) = life(8, 60);
    live.compact(&mut store);
    store.drain(&mut live.journal);
    let mut stored = store.disk.stored();
    assert!(!stored.documents.is_empty());
    stored.documents[0].1.replace_range(..20, "");
    let opened = open(&stored).unwrap();
    assert_eq!(opened.problems, [Problem::Rebuilt]);
    assert_eq!((opened.project, opened.history), (live.project, live.history));
}

#[test]
fn records_after_a_gap_still_count() {
    let (mut live, mut store) = two_documents();
    (0..5).for_each(|n| store.submit(live.mark(n)));
    store.drain(&mut live.journal);
    let mut stored = store.disk.stored();
    let gone = stored.journal.remove(3);
    let opened = open(&stored).unwrap();
    assert_eq!(opened.problems, [Problem::Record(gone.0, Flaw::Missing)]);
    assert_eq!(opened.project.track(&live::document(0), live::ME).unwrap().annotations.len(), 4);
    assert_eq!(opened.history.done(), [], "what lies before a mend cannot be undone");
    assert!(opened.mend.is_some());
}

#[test]
fn an_undo_of_a_step_that_is_not_known_undoes_no_other() {
    let (mut live, mut store) = two_documents();
    (0..3).for_each(|n| store.submit(live.mark(n)));
    store.submit(live.undo(9));
    store.drain(&mut live.journal);
    let mut stored = store.disk.stored();
    let n = stored.journal.len();
    stored.journal.remove(n - 2);
    let opened = open(&stored).unwrap();
    assert_eq!(opened.project.track(&live::document(0), live::ME).unwrap().annotations.len(), 2);
    assert_eq!(opened.project, live.project);
}

#[test]
fn what_a_newer_version_wrote_is_left_alone() {
    let (_, store) = life(8, 60);
    let stored = store.disk.stored();
    let mut newer = stored.clone();
    store::forge_version(&mut newer.journal[0].1, 4);
    assert_eq!(open(&newer).unwrap_err(), OpenError::Newer(4));
    let mut newer = stored.clone();
    store::forge_version(&mut newer.genesis, 4);
    assert_eq!(open(&newer).unwrap_err(), OpenError::Newer(4));
}

/// One life against a store whose `at`th call and the `n_failures` after it fail as `fault` says.
/// The browser is killed at the end; some of the actions may have been on their way.
fn faulty_life(seed: u64, fault: Fault, at: u64, n_failures: u64) -> u64 {
    let mut dice = Dice(seed);
    let (mut live, genesis) = Live::begin();
    let mut store = Store::new(Disk::new(genesis));
    store.fail(fault, at, n_failures);
    let mut states: BTreeMap<u64, Project> = BTreeMap::from([(0, live.project.clone())]);
    for time in 0..25 {
        if let Some(write) = live.step(&mut dice, time * 700) {
            states.insert(write.seq, live.project.clone());
            store.submit(write);
        }
        if dice.roll(6) == 0 {
            live.compact(&mut store);
        }
        if dice.roll(3) > 0 {
            store.once(&mut live.journal);
        }
    }
    let acknowledged = live.journal.acknowledged();
    let killed = sound(&store.disk.stored());
    let head = store.disk.head;
    let name = format!("{fault:?} at call {at} for {n_failures}; seed {seed}");
    assert!(head >= acknowledged, "{name}: {acknowledged} acknowledged, {head} there");
    assert_eq!(killed.project, states[&head], "{name}");

    // Had it lived on, the store would have taken all of it in the end.
    store.heal();
    store.drain(&mut live.journal);
    assert_eq!(live.journal.status(), Status::Saved, "{name}");
    let opened = sound(&store.disk.stored());
    assert_eq!((opened.project, opened.history), (live.project, live.history), "{name}");
    acknowledged
}

#[test]
fn no_acknowledged_action_is_lost_whichever_call_fails_and_however() {
    let mut n = 0;
    for fault in Fault::ALL {
        for at in 0..32 {
            for n_failures in [1, 3, u64::MAX] {
                n += faulty_life(at ^ 0x5eed, fault, at, n_failures);
            }
        }
    }
    assert!(n > 4_000, "only {n} actions were acknowledged");
}

#[test]
fn a_tab_that_was_taken_over_writes_nothing_more() {
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let (mut live, store) = life(seed, 20);
        let mut old = store;
        let mut new = old.take_over();
        let mut other = Live::from(sound(&new.disk.stored()));
        for at in 0..10 {
            live.step(&mut dice, at).into_iter().for_each(|it| old.submit(it));
            other.step(&mut dice, at).into_iter().for_each(|it| new.submit(it));
            new.drain(&mut other.journal);
            old.disk = new.disk.clone();
            old.once(&mut live.journal);
            assert_eq!(old.disk, new.disk, "the old tab wrote; seed {seed}");
        }
        assert!(matches!(live.journal.status(), Status::ReadOnly { n: 1.. }), "seed {seed}");
        assert_eq!(sound(&new.disk.stored()).project, other.project);
    }
}

#[test]
fn the_status_says_what_is_known() {
    let (mut live, mut store) = two_documents();
    assert_eq!(live.journal.status(), Status::Saved);
    store.fail(Fault::AtCommit, store.n_calls() + 1, 1);
    store.submit(live.mark(11));
    assert_eq!(live.journal.status(), Status::Saving { since: 11 });
    store.once(&mut live.journal);
    store.submit(live.mark(12));
    assert_eq!(live.journal.status(), Status::NotSaved { why: Why::Full, n: 2 });
    store.drain(&mut live.journal);
    assert_eq!(live.journal.status(), Status::Saved);
}

#[test]
fn changes_in_no_file_are_counted_over_a_reload() {
    let (mut live, mut store) = two_documents();
    (0..4).for_each(|n| store.submit(live.mark(n)));
    store.drain(&mut live.journal);
    let all = live.journal.seq();
    assert_eq!(live.journal.n_unfiled(), all);
    live.journal.saved_to_file(all - 1);
    assert_eq!(live.journal.n_unfiled(), 1);
    store.disk.filed = all - 1;
    let reopened = sound(&store.disk.stored()).journal;
    assert_eq!(reopened.n_unfiled(), 1);
}

#[test]
fn a_snapshot_is_due_by_records_or_by_bytes_and_rewrites_only_what_was_touched() {
    let (mut live, mut store) = two_documents();
    for n in 0..MAX_TAIL_RECORDS / 2 {
        store.submit(live.mark(n % 7));
        store.submit(live.undo(n));
        store.drain(&mut live.journal);
        if let Some(compact) = live.journal.compaction(&live.project) {
            let touched: Vec<_> = compact.documents.iter().map(|it| it.0.as_str()).collect();
            let first = store.disk.segments.is_empty();
            assert_eq!(touched, if first { vec!["doc-0", "doc-1"] } else { vec!["doc-0"] });
            store.compact(compact);
            store.drain(&mut live.journal);
        }
    }
    assert!(store.disk.segments.len() > 3, "bytes alone should have asked for some");
    assert_eq!(sound(&store.disk.stored()).project, live.project);
}

#[test]
fn a_bundle_of_the_rescue_page_opens_as_the_store_does() {
    let (live, store) = life(21, 80);
    let stored = store.disk.stored();
    let bundle = serde_json::json!({
        "apostil": "rescue", "version": 1, "at": 1_700_000_000_000_u64,
        "projects": [
            { "id": "p1", "stored": store::to_json(&stored) },
            { "id": "p2", "stored": store::to_json(&Stored::default()) },
        ],
    });
    let bytes = serde_json::to_vec(&bundle).unwrap();
    assert!(is_bundle(&bytes));
    let mut rescued = read_rescue(&bytes).unwrap().into_iter();
    let first = rescued.next().unwrap();
    assert_eq!((first.id.as_str(), &first.opened.unwrap().project), ("p1", &live.project));
    // A project that cannot be opened takes no other along.
    assert!(matches!(rescued.next().unwrap().opened, Err(OpenError::Empty(_))));

    for bad in [&b"{"[..], b"[]", b"{\"apostil\":\"project\",\"version\":1,\"projects\":[]}"] {
        assert!(matches!(read_rescue(bad), Err(RescueError::NotABundle(_))));
    }
    let newer = b"{\"apostil\":\"rescue\",\"version\":2,\"vaults\":[]}";
    assert_eq!(read_rescue(newer).unwrap_err(), RescueError::Newer(2));
    let deep =
        format!("{{\"apostil\":\"rescue\",\"version\":1,\"projects\":{}", "[".repeat(100_000));
    assert!(matches!(read_rescue(deep.as_bytes()), Err(RescueError::NotABundle(_))));
}

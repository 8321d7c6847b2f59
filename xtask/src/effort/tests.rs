//! The ways to work, in the order that they are to have, on articles of our own.

use std::path::Path;

use super::*;

/// One affair in several articles, with names that no list has.
const AFFAIR: &str = include_str!("affair.txt");

fn effort(name: &str, articles: &[Article]) -> f64 {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |file: &str| fs::read(root.join(file)).unwrap();
    let data = Data { lists: read("model/lists.bin"), model: read("model/model.bin") };
    let way = WAYS.iter().find(|it| it.name == name).unwrap();
    let n_names: usize = articles.iter().map(|it| it.names.len()).sum();
    run(way, &data, None, articles).unwrap().total() as f64 / n_names as f64
}

#[test]
fn each_tool_saves_actions() {
    let articles = gold::of_fixture(AFFAIR).unwrap();
    let [by_hand, suggested, learned, at_once, everywhere, all] =
        ["a", "b", "c", "b-once", "everywhere", "d"].map(|name| effort(name, &articles));
    assert!(suggested < 0.95 * by_hand, "suggestions: {suggested} of {by_hand}");
    assert!(learned < 0.95 * suggested, "learning: {learned} of {suggested}");
    assert!(at_once < 0.8 * suggested, "finishing at once: {at_once} of {suggested}");
    assert!(everywhere < 0.7 * at_once, "everywhere: {everywhere} of {at_once}");
    assert!(all < 0.6 * at_once && 3.0 * all < by_hand, "all of it: {all} of {by_hand}");
}

#[test]
fn a_right_mark_costs_less_than_a_third_of_what_it_does_by_hand() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |file| gold::of_fixture(&fs::read_to_string(root.join(file)).unwrap()).unwrap();
    let articles = OWN.map(read).concat();
    let (by_hand, all) = (effort("a", &articles), effort("d", &articles));
    assert!(by_hand < 2.0, "holding a label saves keys: {by_hand}");
    assert!(3.0 * all < by_hand, "{all} of {by_hand}");
}

#[test]
fn what_is_counted_leaves_edges_and_other_labels_aside() {
    let articles = gold::of_fixture("In [the Andes|LOC] on [Monday|DATE], [Ana|PERSON].").unwrap();
    let words: Vec<_> =
        articles[0].names.iter().map(|it| it.0.slice(&articles[0].text).unwrap()).collect();
    assert_eq!(words, ["Andes", "Ana"]);
    assert!(gold::of_fixture("In [Peru").is_err());
}

#[test]
fn options_are_read() {
    let parse = |line: &str| Options::parse(&line.split(' ').collect::<Vec<_>>());
    let options = parse("--corpora c --python p --spacy m --only a --only d").unwrap();
    assert_eq!(options.corpora, Some("c".into()));
    assert_eq!(options.rival, Some(("p".into(), "m".into())));
    assert_eq!(options.only, ["a", "d"]);
    for line in ["--corpora", "--spacy m", "--fast yes"] {
        assert!(parse(line).is_err(), "{line}");
    }
}

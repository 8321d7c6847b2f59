//! Files in our own format are as `docs/apostil.schema.json` says.
//!
//! The checker knows the words of JSON Schema (draft 2020-12) that the schema uses and fails on any
//! other, so that a word it does not understand cannot pass for one that is kept.

use std::fs;
use std::path::Path;

use apostil::format::report::Report;
use apostil::format::{Layout, WriteOptions, by_id};
use serde_json::Value;

use crate::sample::dataset;

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/apostil.schema.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What is wrong with `value`, as `place: rule` each.
fn problems(root: &Value, rules: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (word, rule) in rules.as_object().unwrap() {
        let inner = match word.as_str() {
            "$schema" | "$defs" | "title" | "description" => Vec::new(),
            "$ref" => {
                let path = rule.as_str().unwrap().strip_prefix('#').unwrap();
                problems(root, root.pointer(path).unwrap(), value, place)
            }
            "oneOf" => {
                let fits = |it: &&Value| problems(root, it, value, place).is_empty();
                let n_fitting = rule.as_array().unwrap().iter().filter(fits).count();
                says(n_fitting == 1, place, word)
            }
            "properties" => {
                let fields = rule.as_object().unwrap().iter();
                let there = fields.filter_map(|(name, it)| Some((name, it, value.get(name)?)));
                there
                    .flat_map(|(name, it, value)| {
                        problems(root, it, value, &format!("{place}.{name}"))
                    })
                    .collect()
            }
            "additionalProperties" => {
                // Only where there are no properties beside it.
                assert!(rules.get("properties").is_none());
                let fields = value.as_object().into_iter().flatten();
                fields
                    .flat_map(|(name, it)| problems(root, rule, it, &format!("{place}.{name}")))
                    .collect()
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                items
                    .flat_map(|(n, it)| problems(root, rule, it, &format!("{place}[{n}]")))
                    .collect()
            }
            _ => says(keeps(word, rule, value), place, word),
        };
        found.extend(inner);
    }
    found
}

fn says(is_kept: bool, place: &str, word: &str) -> Vec<String> {
    (!is_kept).then(|| format!("{place}: {word}")).into_iter().collect()
}

/// Whether `value` keeps a rule that looks at nothing but the value itself.
fn keeps(word: &str, rule: &Value, value: &Value) -> bool {
    let length = || value.as_array().map_or(0, Vec::len) as u64;
    match word {
        "const" => value == rule,
        "enum" => rule.as_array().unwrap().contains(value),
        "required" => {
            let mut names = rule.as_array().unwrap().iter();
            !value.is_object() || names.all(|it| value.get(it.as_str().unwrap()).is_some())
        }
        "type" => match rule {
            Value::Array(types) => types.iter().any(|it| is_a(it.as_str().unwrap(), value)),
            one => is_a(one.as_str().unwrap(), value),
        },
        "minimum" => value.as_f64().is_none_or(|it| it >= rule.as_f64().unwrap()),
        "maximum" => value.as_f64().is_none_or(|it| it <= rule.as_f64().unwrap()),
        "minItems" => !value.is_array() || length() >= rule.as_u64().unwrap(),
        "maxItems" => !value.is_array() || length() <= rule.as_u64().unwrap(),
        "minLength" => {
            value.as_str().is_none_or(|it| it.chars().count() as u64 >= rule.as_u64().unwrap())
        }
        "pattern" => value.as_str().is_none_or(|it| matches(rule.as_str().unwrap(), it)),
        other => panic!("the schema uses {other}, which is not checked"),
    }
}

fn is_a(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("the schema uses {other}, which is not checked"),
    }
}

/// The few patterns of the schema.
fn matches(pattern: &str, text: &str) -> bool {
    let is_hex = |text: &str| text.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
    let is_author = |text: &str| text.len() == 16 && is_hex(text);
    match pattern {
        "^[0-9a-f]{16}$" => is_author(text),
        "^[0-9a-f]{64}$" => text.len() == 64 && is_hex(text),
        "^[0-9a-f]{16}-[0-9]+$" => text.split_once('-').is_some_and(|(author, n)| {
            is_author(author) && !n.is_empty() && n.bytes().all(|it| it.is_ascii_digit())
        }),
        "^([a-z]+|#[0-9a-fA-F]{6})$" => apostil::model::schema::Color::parse(text).is_some(),
        other => panic!("the schema uses {other}, which is not checked"),
    }
}

#[test]
fn files_of_our_own_format_are_as_their_schema_says() {
    let schema = schema();
    let native = by_id("native").unwrap();
    for seed in 0..100 {
        let options = WriteOptions { layout: Layout::One, author: None, stem: "all".into() };
        let written = native.write(dataset(seed), &options, &mut Report::default()).unwrap();
        let value: Value = serde_json::from_slice(&written.files[0].bytes).unwrap();
        let found = problems(&schema, &schema, &value, "");
        assert!(found.is_empty(), "seed {seed}: {found:?}");
    }
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let schema = schema();
    let good = r#"{"format": "apostil", "version": 1, "labels": [{"name": "A"}], "documents": [
        {"text": "Ibis", "tracks": [{"spans": [{"start": 0, "end": 4, "label": "A", "origin": "human"}]}]}]}"#;
    let check = |text: &str| problems(&schema, &schema, &serde_json::from_str(text).unwrap(), "");
    assert_eq!(check(good), [""; 0]);
    for (from, to, problem) in [
        ("\"version\": 1", "\"version\": 2", ".version: const"),
        ("\"start\": 0", "\"start\": -1", ".documents[0].tracks[0].spans[0].start: minimum"),
        ("\"start\": 0, ", "", ".documents[0].tracks[0].spans[0]: required"),
        ("\"human\"", "\"me\"", ".documents[0].tracks[0].spans[0].origin: oneOf"),
        ("\"Ibis\"", "7", ".documents[0].text: type"),
        ("{\"name\": \"A\"}", "{\"name\": \"\"}", ".labels[0].name: minLength"),
    ] {
        assert_eq!(check(&good.replace(from, to)), [problem]);
    }
}

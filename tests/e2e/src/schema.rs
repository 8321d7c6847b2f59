//! The part of JSON Schema (draft 2020-12) that our own schema is written in.
//!
//! Limits: a keyword that is not known here is an error and not ignored, so that nothing passes
//! because nobody looked.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use regex::Regex;
use serde_json::Value;

/// The schema of our own project files.
pub fn ours() -> Result<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/apostil.schema.json");
    let text = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// What is wrong with `value` by `schema`; `root` is the whole document, in which references are
/// found. Nothing when all is well.
pub fn problems(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let Some(rules) = schema.as_object() else {
        return if *schema == Value::Bool(false) {
            vec![format!("{at} may not be there")]
        } else {
            vec![]
        };
    };
    rules.iter().flat_map(|(keyword, rule)| check(root, schema, keyword, rule, value, at)).collect()
}

fn check(
    root: &Value,
    schema: &Value,
    keyword: &str,
    rule: &Value,
    value: &Value,
    at: &str,
) -> Vec<String> {
    let is_fine = match keyword {
        "$schema" | "$id" | "$defs" | "$comment" | "title" | "description" | "examples"
        | "default" => true,
        "$ref" => return refer(root, rule, value, at),
        "properties" | "additionalProperties" => {
            return fields(root, schema, keyword, rule, value, at);
        }
        "items" => return items(root, rule, value, at),
        "allOf" => return all(rule).flat_map(|it| problems(root, it, value, at)).collect(),
        "type" => all(rule).any(|it| is_of_type(value, it.as_str().unwrap_or_default())),
        "enum" => all(rule).any(|it| it == value),
        "const" => rule == value,
        "required" => all(rule)
            .all(|it| value.get(it.as_str().unwrap_or_default()).is_some() || !value.is_object()),
        "anyOf" => all(rule).any(|it| problems(root, it, value, at).is_empty()),
        "oneOf" => all(rule).filter(|it| problems(root, it, value, at).is_empty()).count() == 1,
        "minimum" => number(value).is_none_or(|it| it >= number(rule).unwrap_or(f64::MAX)),
        "maximum" => number(value).is_none_or(|it| it <= number(rule).unwrap_or(f64::MIN)),
        "minLength" => length(value).is_none_or(|it| it >= number(rule).unwrap_or(f64::MAX)),
        "maxLength" => length(value).is_none_or(|it| it <= number(rule).unwrap_or(0.0)),
        "minItems" => {
            value.as_array().is_none_or(|it| it.len() as f64 >= number(rule).unwrap_or(f64::MAX))
        }
        "pattern" => value.as_str().is_none_or(|it| {
            Regex::new(rule.as_str().unwrap_or_default()).is_ok_and(|pattern| pattern.is_match(it))
        }),
        "maxItems" => {
            value.as_array().is_none_or(|it| it.len() as f64 <= number(rule).unwrap_or(0.0))
        }

        other => return vec![format!("{at}: the schema says {other}, which nobody checks")],
    };
    if is_fine { vec![] } else { vec![format!("{at}: {value} is not as {keyword} {rule} has it")] }
}

fn refer(root: &Value, rule: &Value, value: &Value, at: &str) -> Vec<String> {
    let path = rule.as_str().unwrap_or_default().trim_start_matches('#');
    match root.pointer(path) {
        Some(schema) => problems(root, schema, value, at),
        None => vec![format!("{at}: the schema has no {rule}")],
    }
}

fn fields(
    root: &Value,
    schema: &Value,
    keyword: &str,
    rule: &Value,
    value: &Value,
    at: &str,
) -> Vec<String> {
    let named = |name: &String| schema["properties"].get(name).is_some();
    let own = value.as_object().into_iter().flatten();
    if keyword == "properties" {
        let known = own.filter_map(|(name, value)| Some((name, rule.get(name)?, value)));
        return known
            .flat_map(|(name, rule, value)| problems(root, rule, value, &format!("{at}/{name}")))
            .collect();
    }
    let others = own.filter(|(name, _)| !named(name));
    others.flat_map(|(name, value)| problems(root, rule, value, &format!("{at}/{name}"))).collect()
}

fn items(root: &Value, rule: &Value, value: &Value, at: &str) -> Vec<String> {
    let own = value.as_array().into_iter().flatten().enumerate();
    own.flat_map(|(n, it)| problems(root, rule, it, &format!("{at}/{n}"))).collect()
}

/// A list, or one thing as a list of one.
fn all(rule: &Value) -> impl Iterator<Item = &Value> {
    let list = rule.as_array().map_or(std::slice::from_ref(rule), Vec::as_slice);
    list.iter()
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64()
}

fn length(value: &Value) -> Option<f64> {
    value.as_str().map(|it| it.chars().count() as f64)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::problems;

    #[test]
    fn what_is_wrong_is_found_and_what_is_right_is_not() {
        let schema = json!({
            "type": "object",
            "required": ["id"],
            "additionalProperties": false,
            "properties": {
                "id": {"$ref": "#/$defs/id"},
                "list": {"type": "array", "items": {"type": ["integer", "null"], "minimum": 1}},
            },
            "$defs": {"id": {"type": "string", "pattern": "^[0-9a-f]{4}$"}},
        });
        let check = |value| problems(&schema, &schema, &value, "").len();
        assert_eq!(check(json!({"id": "00ff", "list": [1, null]})), 0);
        assert_eq!(check(json!({"id": "00fg"})), 1);
        assert_eq!(check(json!({"list": []})), 1);
        assert_eq!(check(json!({"id": "0000", "list": [0, 1.5]})), 2);
        assert_eq!(check(json!({"id": "0000", "more": 1})), 1);
        assert_eq!(problems(&json!({}), &json!({"if": true}), &json!(1), "").len(), 1);
    }
}

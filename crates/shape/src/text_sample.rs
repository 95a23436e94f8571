//! Texts that satisfy a schema.

use crate::constraint::Constraint;
use crate::pattern_sample::matching;
use crate::{Schema, StringRule, Type};

/// Texts of the kinds that AWS asks for, each with what the name of its member or shape contains. `#` stands
/// for a number.
const KINDS: &[(&str, &str)] = &[
    ("rolearn", "arn:aws:iam::111122223333:role/sample#"),
    ("policyarn", "arn:aws:iam::111122223333:policy/sample#"),
    ("boundary", "arn:aws:iam::111122223333:policy/sample#"),
    ("kms", "arn:aws:kms:us-east-1:111122223333:key/sample#"),
    ("datasetgrouparn", "arn:aws:forecast:us-east-1:111122223333:dataset-group/sample#"),
    ("importjobarn", "arn:aws:forecast:us-east-1:111122223333:dataset-import-job/sample#/sample#"),
    ("predictorarn", "arn:aws:forecast:us-east-1:111122223333:predictor/sample#"),
    ("exportjobarn", "arn:aws:forecast:us-east-1:111122223333:forecast-export-job/sample#/sample#"),
    ("forecastarn", "arn:aws:forecast:us-east-1:111122223333:forecast/sample#"),
    ("bucketarn", "arn:aws:s3:::sample#"),
    ("arn", "arn:aws:forecast:us-east-1:111122223333:dataset/sample#"),
    ("document", r#"{"Version":"2012-10-17","Statement":[]}"#),
    ("copysource", "sample#/sample#"),
    ("s3path", "s3://sample#/data/"),
    ("path", "/sample#/"),
    ("prefix", "/sample#/"),
    ("version", "v#"),
    ("date", "2024-01-02T03:04:05"),
    ("frequency", "D"),
    ("format", "CSV"),
    ("token", "123456"),
    ("account", "111122223333"),
    ("name", "sample#"),
    ("name", "Sample#"),
    ("accesskeyid", "AKIDSAMPLE#AAAAAA"),
    ("type", "0.#"),
    ("number", "#"),
];

/// What is tried where the names say nothing.
const PLAIN: &str = "sample#";

/// A text that the schema allows; `hint` is the name of the member it is for.
pub(crate) fn text(schema: &Schema, hint: &str, seed: u64) -> String {
    let Type::String(rule) = &schema.kind else { return String::new() };
    if !rule.values.is_empty() {
        let at = seed % rule.values.len() as u64;
        return rule.values.get(at as usize).copied().unwrap_or_default().to_owned();
    }
    let hint = format!("{hint} {}", schema.name).to_lowercase();
    let likely = KINDS.iter().filter(|(word, _)| hint.contains(word)).map(|(_, kind)| *kind);
    let number = (1 + seed % 9).to_string();
    let kinds = likely.chain([PLAIN]).chain(KINDS.iter().map(|(_, kind)| *kind));
    let kinds = kinds.map(|kind| kind.replace('#', &number));
    let matching = rule.pattern.as_ref().into_iter().flat_map(|pattern| matching(pattern, seed));
    let sized = kinds.map(|text| resized(rule, text)).chain(matching);
    sized.into_iter().find(|text| Constraint::of(schema).all(|it| it.holds_text(text))).unwrap_or_default()
}

/// Cut or repeated to the lengths that are allowed.
fn resized(rule: &StringRule, text: String) -> String {
    let min = rule.min.unwrap_or(0) as usize;
    let max = rule.max.map_or(usize::MAX, |max| max as usize);
    let missing = min.saturating_sub(text.chars().count());
    let padding: String = text.chars().cycle().skip(text.chars().count()).take(missing).collect();
    text.chars().chain(padding.chars()).take(max).collect()
}

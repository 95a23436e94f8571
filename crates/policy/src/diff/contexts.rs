//! Contexts worth trying: in which the conditions of a statement hold, and in which those of others do not.

use std::collections::{BTreeMap, BTreeSet};

use super::NAME;
use crate::condition::{Comparison, Operator, SetOperator, Test};
use crate::document::ast::{ConditionText, Statement};
use crate::document::{Document, Effect};
use crate::overlap::example;

/// Contexts tried for one statement.
const CONTEXTS_MAX: usize = 48;
/// Values tried for one condition.
const VALUES_MAX: usize = 8;

/// Contexts of statements that are combined with others.
const COMBINED_MAX: usize = 400;

/// The values of a context, by key in lower case.
pub(super) type Keys = BTreeMap<String, Vec<String>>;

/// Contexts in which the statement's conditions may hold, alone and together with those of others: an old deny that
/// is gone shows only where it held, and one that became narrower only where it no longer does.
pub(super) fn of(statement: &Statement, before: &Document, after: &Document) -> Vec<Keys> {
    let every: Vec<&Statement> = before.statements.iter().chain(&after.statements).collect();
    let mentioned: Vec<&ConditionText> = every.iter().flat_map(|other| &other.conditions).collect();
    let own = satisfying(&statement.conditions, &mentioned);
    let others = every.iter().flat_map(|other| satisfying(&other.conditions, &mentioned));
    let others: Vec<Keys> = others.take(COMBINED_MAX).collect();
    let denials = after.statements.iter().filter(|other| other.effect == Effect::Deny);
    let escapes: Vec<Keys> = denials.flat_map(|deny| deny.conditions.iter().flat_map(escaping)).collect();
    let escaped = escapes.iter().flat_map(|escape| others.iter().map(move |other| joined(other, escape)));
    let escaped: Vec<Keys> = escaped.take(COMBINED_MAX).collect();
    let mut found: BTreeSet<Keys> = own.iter().cloned().collect();
    for mine in &own {
        found.extend(others.iter().chain(&escaped).map(|other| joined(other, mine)));
    }
    let mut found: Vec<Keys> = found.into_iter().map(with_variables).collect();
    found.sort_by_key(BTreeMap::len);
    found.truncate(CONTEXTS_MAX);
    found
}

/// Both, the second one counting where they differ.
fn joined(keys: &Keys, stronger: &Keys) -> Keys {
    let mut both = keys.clone();
    both.extend(stronger.clone());
    both
}

/// A context for each way in which a condition may fail, but that its key is missing.
fn escaping(condition: &ConditionText) -> Vec<Keys> {
    let Some(operator) = Operator::parse(&condition.operator) else { return Vec::new() };
    let values: Vec<String> = match operator.test {
        Test::Null => vec![NAME.to_owned()],
        Test::Bool => vec!["true".to_owned(), "false".to_owned()],
        _ if operator.negated => {
            condition.values.iter().filter_map(|value| meeting(condition, &value.value)).collect()
        }
        test => vec![stranger(test)],
    };
    let key = condition.key.to_ascii_lowercase();
    values.into_iter().take(VALUES_MAX).map(|value| Keys::from([(key.clone(), vec![value])])).collect()
}

/// Variables that policies are likely to use have a value in every context.
fn with_variables(mut keys: Keys) -> Keys {
    for name in ["aws:username", "aws:userid", "aws:PrincipalAccount"] {
        if keys.is_empty() {
            break;
        }
        keys.entry(name.to_ascii_lowercase()).or_insert_with(|| vec![NAME.to_owned()]);
    }
    keys
}

/// A context for each value of each condition; some conditions hold also, or best, without their key.
fn satisfying(conditions: &[ConditionText], mentioned: &[&ConditionText]) -> Vec<Keys> {
    let mut found = vec![Keys::new()];
    for condition in conditions {
        let key = condition.key.to_ascii_lowercase();
        let values = values_for(condition, mentioned);
        let with = |keys: &Keys| {
            let mut made: Vec<Keys> = Vec::new();
            for value in &values {
                let mut keys = keys.clone();
                match value {
                    Some(value) => {
                        keys.insert(key.clone(), vec![value.clone()]);
                    }
                    None if keys.contains_key(&key) => continue,
                    None => {}
                }
                made.push(keys);
            }
            made
        };
        found = found.iter().flat_map(with).take(CONTEXTS_MAX).collect();
    }
    found
}

/// Request values for which the condition may hold; nothing stands for a request without the key.
fn values_for(condition: &ConditionText, mentioned: &[&ConditionText]) -> Vec<Option<String>> {
    let Some(operator) = Operator::parse(&condition.operator) else { return vec![None] };
    let mut values: Vec<Option<String>> = Vec::new();
    let mut add = |value: Option<String>| {
        if !values.contains(&value) && values.len() < VALUES_MAX {
            values.push(value);
        }
    };
    if operator.negated {
        // What others name and this one does not except, and what nobody names.
        let others = mentioned.iter().filter(|other| other.key.eq_ignore_ascii_case(&condition.key));
        for other in others {
            let excepted = |text: &str| condition.values.iter().any(|value| value.value == text);
            other
                .values
                .iter()
                .filter(|value| !excepted(&value.value))
                .for_each(|value| add(meeting(other, &value.value)));
        }
        add(Some(stranger(operator.test)));
    } else {
        condition.values.iter().for_each(|value| add(meeting(condition, &value.value)));
    }
    let holds_without =
        operator.if_exists || operator.negated || operator.set == Some(SetOperator::ForAllValues);
    if holds_without {
        add(None);
    }
    values
}

/// A request value that meets one value of a condition, as if the operator was not negated.
fn meeting(condition: &ConditionText, policy: &str) -> Option<String> {
    let operator = Operator::parse(&condition.operator)?;
    let plain = without_variables(policy);
    Some(match operator.test {
        Test::StringLike | Test::Arn => example(&plain),
        Test::IpAddress => plain.split('/').next()?.to_owned(),
        Test::Numeric(comparison) => number(comparison, plain.parse().ok()?),
        Test::Date(Comparison::LessThan | Comparison::LessThanEquals) => "2000-01-01T00:00:00Z".to_owned(),
        Test::Date(Comparison::GreaterThan | Comparison::GreaterThanEquals) => {
            "2099-01-01T00:00:00Z".to_owned()
        }
        Test::Null => (policy == "false").then(|| NAME.to_owned())?,
        _ => plain,
    })
}

/// A value that hardly any policy names.
fn stranger(test: Test) -> String {
    let text = match test {
        Test::IpAddress => "192.0.2.77",
        Test::Numeric(_) => "987654321",
        Test::Date(_) => "2098-07-06T05:04:03Z",
        Test::Bool => "true",
        Test::Arn => "arn:aws:example:us-east-1:999999999999:example",
        _ => NAME,
    };
    text.to_owned()
}

fn number(comparison: Comparison, value: i64) -> String {
    match comparison {
        Comparison::LessThan => value.saturating_sub(1),
        Comparison::GreaterThan => value.saturating_add(1),
        _ => value,
    }
    .to_string()
}

/// A pattern with its variables replaced.
pub(super) fn without_variables(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((key, after)) = after.split_once('}') else { break };
        plain.push_str(before);
        plain.push_str(if let "*" | "?" | "$" = key { key } else { NAME });
        rest = after;
    }
    plain + rest
}

//! Condition keys that nobody knows, and operators that do not fit their keys.

use super::{Linter, Severity, nearest};
use crate::condition::{Operator, SetOperator, Test};
use crate::document::Effect;
use crate::document::ast::{ConditionText, Statement};

pub(super) fn check(linter: &mut Linter<'_>, statement: &Statement) {
    for condition in &statement.conditions {
        let Some(operator) = Operator::parse(&condition.operator) else { continue };
        match linter.facts.key_type(&condition.key).map(str::to_owned) {
            Some(kind) => fits(linter, statement, condition, operator, &kind),
            None => unknown(linter, condition),
        }
    }
}

fn unknown(linter: &mut Linter<'_>, condition: &ConditionText) {
    let key = &condition.key;
    let (message, advice) = match key.split_once(':') {
        None => {
            (format!("`{key}` is no condition key"), "a key is prefix:name, such as aws:SourceIp".to_owned())
        }
        Some((prefix, _)) => {
            let meant = nearest(key, linter.facts.keys());
            if meant.is_none() && !linter.facts.knows_keys_of(prefix) {
                return; // A service that is not known here, or claims of an identity provider.
            }
            let advice = meant.map(|meant| format!("did you mean `{meant}`?"));
            (
                format!("there is no condition key `{key}`"),
                advice.unwrap_or_else(|| "no request has it".to_owned()),
            )
        }
    };
    linter.find(Severity::Warning, "unknown-condition-key", &condition.span, message, &advice);
}

fn fits(
    linter: &mut Linter<'_>,
    statement: &Statement,
    condition: &ConditionText,
    operator: Operator,
    kind: &str,
) {
    let (many, single) = match kind.strip_prefix("ArrayOf") {
        Some(single) => (true, single),
        None => (false, kind),
    };
    let (name, key) = (&condition.operator, &condition.key);
    if operator.test != Test::Null && !compares(operator.test, single) {
        let message = format!("{name} compares other values than those of {key}, which are of type {single}");
        let advice = format!("use {} instead", usual(single));
        linter.find(Severity::Warning, "operator-type", &condition.span, message, &advice);
    }
    if many && operator.set.is_none() && operator.test != Test::Null {
        let message = format!("{key} has several values, which {name} cannot compare");
        let advice = format!("write ForAnyValue:{name} or ForAllValues:{name}");
        linter.find(Severity::Warning, "operator-multivalued", &condition.span, message, &advice);
    }
    if operator.set == Some(SetOperator::ForAllValues) && statement.effect == Effect::Allow {
        let message = format!("ForAllValues also holds when the request has no {key}");
        let advice = format!("add a condition Null with \"{key}\": \"false\"");
        let guarded = statement.conditions.iter().any(|other| {
            other.key.eq_ignore_ascii_case(key)
                && (other.operator == "Null" || other.operator.starts_with("ForAnyValue"))
        });
        if !guarded {
            linter.find(Severity::Security, "for-all-values", &condition.span, message, &advice);
        }
    }
}

fn compares(test: Test, kind: &str) -> bool {
    match kind {
        "ARN" => {
            matches!(test, Test::Arn | Test::StringEquals | Test::StringLike | Test::StringEqualsIgnoreCase)
        }
        "Bool" => matches!(test, Test::Bool | Test::StringEquals | Test::StringEqualsIgnoreCase),
        "Numeric" => matches!(test, Test::Numeric(_)),
        "Date" => matches!(test, Test::Date(_) | Test::Numeric(_)),
        "IPAddress" | "IpAddress" => test == Test::IpAddress,
        "Binary" => test == Test::Binary,
        // The reference lists many ARNs as texts, and numbers and truth values may be compared as texts.
        "String" => !matches!(test, Test::IpAddress | Test::Binary | Test::Date(_)),
        _ => true,
    }
}

fn usual(kind: &str) -> &'static str {
    match kind {
        "ARN" => "ArnLike",
        "Bool" => "Bool",
        "Numeric" => "NumericEquals or NumericLessThan",
        "Date" => "DateLessThan or DateGreaterThan",
        "IPAddress" | "IpAddress" => "IpAddress",
        "Binary" => "BinaryEquals",
        _ => "StringEquals or StringLike",
    }
}

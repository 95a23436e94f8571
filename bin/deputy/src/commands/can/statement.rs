//! Statements as sets of actions and resources under conditions.

use serde_json::{Map, Value, json};

use super::glob::{common, covers, widest};

/// A list of patterns, or all that a list does not match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Patterns {
    pub(super) negated: bool,
    pub(super) texts: Vec<String>,
}

/// A statement of an identity policy or boundary.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Statement {
    pub(super) denies: bool,
    pub(super) actions: Patterns,
    pub(super) resources: Patterns,
    pub(super) condition: Map<String, Value>,
}

/// What two statements have in common, and whether the statement says exactly that. Where it does not, it allows more.
pub(super) struct Shared {
    pub(super) statement: Statement,
    pub(super) is_exact: bool,
}

impl Statement {
    /// The statements of a policy.
    pub(super) fn all(document: &str) -> Vec<Self> {
        let document: Value = serde_json::from_str(document).unwrap_or_default();
        let statements = match document.get("Statement") {
            Some(Value::Array(statements)) => statements.clone(),
            Some(one) => vec![one.clone()],
            None => Vec::new(),
        };
        statements.iter().filter_map(Self::read).collect()
    }

    fn read(json: &Value) -> Option<Self> {
        Some(Self {
            denies: json["Effect"] == "Deny",
            actions: Patterns::read(json, "Action", "NotAction")?,
            resources: Patterns::read(json, "Resource", "NotResource")?,
            condition: json["Condition"].as_object().cloned().unwrap_or_default(),
        })
    }

    pub(super) fn json(&self) -> Value {
        let mut statement = Map::new();
        statement.insert("Effect".to_owned(), if self.denies { "Deny" } else { "Allow" }.into());
        self.actions.write(&mut statement, "Action", "NotAction");
        self.resources.write(&mut statement, "Resource", "NotResource");
        if !self.condition.is_empty() {
            statement.insert("Condition".to_owned(), Value::Object(self.condition.clone()));
        }
        Value::Object(statement)
    }

    /// What both allow. None where they have nothing in common.
    pub(super) fn shared(&self, other: &Self) -> Option<Shared> {
        let (actions, exact_actions) = self.actions.shared(&other.actions)?;
        let (resources, exact_resources) = self.resources.shared(&other.resources)?;
        let (condition, exact_condition) = both(&self.condition, &other.condition);
        Some(Shared {
            statement: Self { denies: false, actions, resources, condition },
            is_exact: exact_actions && exact_resources && exact_condition,
        })
    }
}

impl Patterns {
    fn read(json: &Value, positive: &str, negative: &str) -> Option<Self> {
        let (negated, value) = match (json.get(positive), json.get(negative)) {
            (Some(value), _) => (false, value),
            (None, value) => (true, value?),
        };
        let texts = match value {
            Value::Array(texts) => texts.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            one => one.as_str().map(str::to_owned).into_iter().collect(),
        };
        Some(Self { negated, texts })
    }

    fn write(&self, into: &mut Map<String, Value>, positive: &str, negative: &str) {
        let value = match self.texts.as_slice() {
            [one] => json!(one),
            texts => json!(texts),
        };
        into.insert(if self.negated { negative } else { positive }.to_owned(), value);
    }

    /// Sorted, and without what others cover.
    pub(super) fn tidy(&mut self) {
        self.texts = widest(&self.texts);
        self.texts.sort();
    }

    fn shared(&self, other: &Self) -> Option<(Self, bool)> {
        match (self.negated, other.negated) {
            (true, true) => {
                let texts = self.texts.iter().chain(&other.texts).cloned().collect();
                Some((Self { negated: true, texts }, true))
            }
            (false, true) => self.without(other),
            (true, false) => other.without(self),
            (false, false) => self.pairs(other),
        }
    }

    /// These, without those that the other list names. A pattern of which only a part is named stays whole.
    fn without(&self, named: &Self) -> Option<(Self, bool)> {
        let is_named = |text: &&String| named.texts.iter().any(|named| covers(named, text));
        let texts: Vec<String> = self.texts.iter().filter(|text| !is_named(text)).cloned().collect();
        let apart = |one: &String, other: &String| common(one, other).is_some_and(|found| found.is_empty());
        let is_exact = texts.iter().all(|text| named.texts.iter().all(|named| apart(named, text)));
        (!texts.is_empty()).then_some((Self { negated: false, texts }, is_exact))
    }

    fn pairs(&self, other: &Self) -> Option<(Self, bool)> {
        let mut texts = Vec::new();
        let mut is_exact = true;
        for one in &self.texts {
            for two in &other.texts {
                // What a variable stands for is not known here.
                let varies = one.contains("${") || two.contains("${");
                match common(one, two) {
                    Some(found) if !found.is_empty() => texts.extend(found),
                    Some(_) if !varies => {}
                    _ => {
                        is_exact = false;
                        texts.push(one.clone());
                    }
                }
            }
        }
        (!texts.is_empty()).then_some((Self { negated: false, texts: widest(&texts) }, is_exact))
    }
}

/// Both conditions at once. Where both test one key with one operator, negated ones take the values of both; others
/// stay as in the first, which is then not exact.
fn both(one: &Map<String, Value>, other: &Map<String, Value>) -> (Map<String, Value>, bool) {
    let mut all = one.clone();
    let mut is_exact = true;
    for (operator, keys) in other {
        let entry = all.entry(operator.clone()).or_insert_with(|| json!({}));
        let (Some(entry), Some(keys)) = (entry.as_object_mut(), keys.as_object()) else { continue };
        for (key, values) in keys {
            match entry.get_mut(key) {
                None => {
                    entry.insert(key.clone(), values.clone());
                }
                Some(known) if known == values => {}
                Some(known) if operator.contains("Not") => *known = union(known, values),
                Some(_) => is_exact = false,
            }
        }
    }
    (all, is_exact)
}

fn union(one: &Value, other: &Value) -> Value {
    let list = |value: &Value| match value {
        Value::Array(values) => values.clone(),
        one => vec![one.clone()],
    };
    let mut values = list(one);
    values.extend(list(other).into_iter().filter(|value| !list(one).contains(value)));
    Value::Array(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement(json: Value) -> Statement {
        Statement::read(&json).unwrap()
    }

    #[track_caller]
    fn check(one: Value, other: Value, expect: Value, exact: bool) {
        let shared = statement(one).shared(&statement(other)).unwrap();
        assert_eq!((shared.statement.json(), shared.is_exact), (expect, exact));
    }

    #[test]
    fn both_have_to_allow() {
        check(
            json!({ "Effect": "Allow", "Action": ["s3:*", "iam:*"], "Resource": "*" }),
            json!({ "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::books/*" }),
            json!({ "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::books/*" }),
            true,
        );
        check(
            json!({ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }),
            json!({ "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }),
            json!({ "Effect": "Allow", "NotAction": ["iam:*", "s3:*"], "Resource": "*" }),
            true,
        );
        check(
            json!({ "Effect": "Allow", "Action": ["s3:Get*", "iam:Get*"], "Resource": "*" }),
            json!({ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }),
            json!({ "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }),
            true,
        );
    }

    #[test]
    fn what_cannot_be_said_exactly_is_marked() {
        check(
            json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }),
            json!({ "Effect": "Allow", "NotAction": "s3:Get*", "Resource": "*" }),
            json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }),
            false,
        );
        check(
            json!({ "Effect": "Allow", "Action": "*", "Resource": "*",
                    "Condition": { "StringEquals": { "a:k": "1" } } }),
            json!({ "Effect": "Allow", "Action": "*", "Resource": "*",
                    "Condition": { "StringEquals": { "a:k": "2" }, "Bool": { "a:l": "true" } } }),
            json!({ "Effect": "Allow", "Action": "*", "Resource": "*",
                    "Condition": { "StringEquals": { "a:k": "1" }, "Bool": { "a:l": "true" } } }),
            false,
        );
    }

    #[test]
    fn statements_with_nothing_in_common_allow_nothing() {
        let one = statement(json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }));
        let other = statement(json!({ "Effect": "Allow", "Action": "iam:*", "Resource": "*" }));
        assert!(one.shared(&other).is_none());
    }
}

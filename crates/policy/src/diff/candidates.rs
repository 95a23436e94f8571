//! Requests worth trying: made from what the two policies name.

use std::collections::{BTreeMap, BTreeSet};

use super::{Example, user};
use crate::arn;
use crate::condition::{Comparison, Operator, Test};
use crate::context::{Context, Value};
use crate::document::ast::{ConditionText, Patterns, PrincipalType, Statement};
use crate::document::{Document, Effect};
use crate::facts::Facts;
use crate::overlap::example;
use crate::principal::Principal;

/// Actions tried for one pattern.
const ACTIONS_MAX: usize = 200;
/// Resources tried for one statement.
const RESOURCES_MAX: usize = 24;
/// Contexts tried for one statement.
const CONTEXTS_MAX: usize = 24;

/// What variables are replaced with.
const NAME: &str = "example";

/// A request to try.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) principal: Principal,
    pub(super) action: String,
    pub(super) resource: String,
    keys: Keys,
}

type Keys = BTreeMap<String, Vec<String>>;

impl Candidate {
    pub(super) fn context(&self) -> Context<'static> {
        let mut context = Context::new();
        for (key, values) in &self.keys {
            match values.as_slice() {
                [single] if !is_multivalued(key) => context.set(key.clone(), single.clone()),
                values => context.insert(key.clone().into(), Value::Multi(values.to_vec())),
            };
        }
        context
    }

    pub(super) fn example(self, owner: Option<&str>) -> Example {
        Example {
            principal: self.principal.shown(),
            action: self.action,
            resource: self.resource,
            resource_account: owner.map(str::to_owned),
            context: self.keys.into_iter().collect(),
        }
    }
}

/// The commonest keys with several values.
fn is_multivalued(key: &str) -> bool {
    let names = [
        "aws:tagkeys",
        "aws:calledvia",
        "aws:principalorgpaths",
        "kms:encryptioncontextkeys",
        "kms:grantoperations",
    ];
    names.contains(&key.to_ascii_lowercase().as_str())
}

/// Requests that `after` may allow, the likeliest first.
pub(super) fn all<'a>(
    before: &'a Document,
    after: &'a Document,
    facts: &'a Facts,
) -> impl Iterator<Item = Candidate> + 'a {
    let allows = after.statements.iter().filter(|statement| statement.effect == Effect::Allow);
    allows.flat_map(move |statement| of_statement(statement, before, after, facts))
}

fn of_statement(statement: &Statement, before: &Document, after: &Document, facts: &Facts) -> Vec<Candidate> {
    let elements = |of: fn(&Statement) -> Option<&Patterns>| {
        let both = before.statements.iter().chain(&after.statements);
        both.filter_map(of)
            .flat_map(|element| &element.texts)
            .map(|text| text.value.as_str())
            .collect::<Vec<_>>()
    };
    let own = |element: Option<&Patterns>| -> Vec<String> {
        element
            .filter(|e| !e.negated)
            .into_iter()
            .flat_map(|e| &e.texts)
            .map(|text| text.value.clone())
            .collect()
    };
    let mut actions: Vec<String> = Vec::new();
    let named = own(statement.action.as_ref());
    for pattern in named.iter().map(String::as_str).chain(elements(|s| s.action.as_ref())) {
        add(&mut actions, of_action(pattern, facts));
    }
    let mut resources: Vec<String> = Vec::new();
    let named = own(statement.resource.as_ref());
    for pattern in named.iter().map(String::as_str).chain(elements(|s| s.resource.as_ref())) {
        add(&mut resources, of_resource(pattern));
    }
    if resources.is_empty() {
        resources.push("arn:aws:iam::000000000000:role/example".to_owned());
    }
    resources.truncate(RESOURCES_MAX);
    let contexts = contexts(statement, before, after);
    let pairs = resources.iter().flat_map(|resource| actions.iter().map(move |action| (action, resource)));
    let mut pairs: Vec<(&String, &String)> = pairs.collect();
    // Requests that can happen make better examples.
    pairs.sort_by_key(|(action, resource)| !can_happen(facts, action, resource));
    let mut found = Vec::new();
    for principal in principals(statement) {
        for (action, resource) in &pairs {
            found.extend(contexts.iter().map(|keys| Candidate {
                principal: principal.clone(),
                action: (*action).clone(),
                resource: (*resource).clone(),
                keys: keys.clone(),
            }));
        }
    }
    found
}

fn can_happen(facts: &Facts, action: &str, resource: &str) -> bool {
    let service = action.split_once(':').and_then(|(prefix, name)| Some((facts.service(prefix)?, name)));
    service.is_some_and(|(service, name)| service.acts_on(name, resource))
}

fn add(list: &mut Vec<String>, more: Vec<String>) {
    for item in more {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}

/// Known actions that the pattern matches, and one that is made up.
fn of_action(pattern: &str, facts: &Facts) -> Vec<String> {
    if !pattern.contains(['*', '?']) {
        return vec![pattern.to_owned()];
    }
    let Some((prefix, name)) = pattern.split_once(':') else {
        return vec!["s3:GetObject".to_owned(), "iam:CreateUser".to_owned(), "example:Anything".to_owned()];
    };
    let lower = name.to_ascii_lowercase();
    let known = facts.service(prefix).into_iter().flat_map(|service| service.matching(&lower));
    let mut actions: Vec<String> =
        known.map(|(name, _)| format!("{prefix}:{name}")).take(ACTIONS_MAX).collect();
    actions.push(example(pattern));
    actions
}

fn of_resource(pattern: &str) -> Vec<String> {
    if pattern == "*" {
        return vec!["*".to_owned(), "arn:aws:s3:::example/example".to_owned()];
    }
    let text = without_variables(&arn::completed(pattern));
    let mut resources = vec![example(&text)];
    if text.contains('*') {
        add(&mut resources, vec![text.replace('*', "").replace('?', "x"), text.replace('*', "another/one")]);
    }
    resources
}

fn without_variables(text: &str) -> String {
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

/// Who may ask: those the statement names, or a user where policies name nobody.
fn principals(statement: &Statement) -> Vec<Principal> {
    const ACCOUNT: &str = "111122223333";
    let Some(element) = statement.principal.as_ref().filter(|element| !element.negated) else {
        return vec![user(ACCOUNT, NAME)];
    };
    element.entries.iter().map(|(kind, text)| of_entry(*kind, &text.value)).collect()
}

fn of_entry(kind: PrincipalType, text: &str) -> Principal {
    let account = |text: &str| arn::split(text).map_or(text, |[_, _, _, _, account, _]| account).to_owned();
    match kind {
        PrincipalType::Service => Principal::Service { name: text.to_owned() },
        PrincipalType::Federated => Principal::Federated { provider: text.to_owned() },
        PrincipalType::Aws if text != "*" => match arn::split(text) {
            Some([_, _, "iam", _, id, resource]) if resource.starts_with("role/") => {
                let name = resource.rsplit('/').next().unwrap_or_default();
                Principal::AssumedRole {
                    session_arn: format!("arn:aws:sts::{id}:assumed-role/{name}/{NAME}"),
                    role_arn: text.to_owned(),
                    account: id.to_owned(),
                    role_unique_id: String::new(),
                    session_name: NAME.to_owned(),
                }
            }
            Some([_, _, "iam", _, id, resource]) if resource.starts_with("user/") => {
                user(id, resource.strip_prefix("user/").unwrap_or_default())
            }
            _ => user(&account(text), NAME),
        },
        _ => user("999999999999", NAME),
    }
}

/// Contexts in which the statement's conditions hold, alone and together with those of others: an old deny that is
/// gone shows only where it held.
fn contexts(statement: &Statement, before: &Document, after: &Document) -> Vec<Keys> {
    let own = satisfying(&statement.conditions);
    let others =
        before.statements.iter().chain(&after.statements).filter(|other| !other.conditions.is_empty());
    let others: Vec<Keys> = others.flat_map(|other| satisfying(&other.conditions)).collect();
    let mut found: BTreeSet<Keys> = own.iter().cloned().collect();
    for mine in &own {
        for other in &others {
            let mut both = other.clone();
            both.extend(mine.clone());
            found.insert(both);
        }
    }
    let mut found: Vec<Keys> = found.into_iter().map(with_variables).collect();
    found.sort_by_key(BTreeMap::len);
    found.truncate(CONTEXTS_MAX);
    found
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

/// A context for each value of each condition.
fn satisfying(conditions: &[ConditionText]) -> Vec<Keys> {
    let mut found = vec![Keys::new()];
    for condition in conditions {
        let values: Vec<String> =
            condition.values.iter().filter_map(|value| value_for(condition, &value.value)).collect();
        if values.is_empty() {
            continue;
        }
        let key = condition.key.to_ascii_lowercase();
        found = found
            .iter()
            .flat_map(|keys| {
                values.iter().map(|value| {
                    let mut keys = keys.clone();
                    keys.insert(key.clone(), vec![value.clone()]);
                    keys
                })
            })
            .take(CONTEXTS_MAX)
            .collect();
    }
    found
}

/// A request value for which the condition holds; nothing where it holds best without.
fn value_for(condition: &ConditionText, policy: &str) -> Option<String> {
    let operator = Operator::parse(&condition.operator)?;
    if operator.negated {
        return None;
    }
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

fn number(comparison: Comparison, value: i64) -> String {
    match comparison {
        Comparison::LessThan => value.saturating_sub(1),
        Comparison::GreaterThan => value.saturating_add(1),
        _ => value,
    }
    .to_string()
}

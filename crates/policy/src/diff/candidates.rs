//! Requests worth trying: made from what the two policies name.

use super::contexts::{self, Keys};
use super::{Example, NAME, user};
use crate::arn;
use crate::context::{Context, Value};
use crate::document::ast::{Patterns, PrincipalType, Statement};
use crate::document::{Document, Effect};
use crate::facts::Facts;
use crate::overlap::example;
use crate::principal::Principal;

/// Actions tried for one pattern.
const ACTIONS_MAX: usize = 200;
/// Resources tried for one statement.
const RESOURCES_MAX: usize = 24;

/// A request to try.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) principal: Principal,
    pub(super) action: String,
    pub(super) resource: String,
    keys: Keys,
}

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
pub(super) fn is_multivalued(key: &str) -> bool {
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
    if statement.action.as_ref().is_some_and(|element| element.negated) {
        add(&mut actions, of_action("*", facts));
    }
    let mut resources: Vec<String> = Vec::new();
    let named = own(statement.resource.as_ref());
    for pattern in named.iter().map(String::as_str).chain(elements(|s| s.resource.as_ref())) {
        add(&mut resources, of_resource(pattern));
    }
    if statement.resource.as_ref().is_some_and(|element| element.negated) {
        add(&mut resources, of_resource("*"));
    }
    if resources.is_empty() {
        resources.push("arn:aws:iam::000000000000:role/example".to_owned());
    }
    resources.truncate(RESOURCES_MAX);
    let contexts = contexts::of(statement, before, after);
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
        let some =
            ["s3:GetObject", "iam:CreateUser", "ec2:RunInstances", "dynamodb:GetItem", "example:Anything"];
        return some.map(str::to_owned).into();
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
    let text = contexts::without_variables(&arn::completed(pattern));
    let mut resources = vec![example(&text)];
    if text.contains('*') {
        add(&mut resources, vec![text.replace('*', "").replace('?', "x"), text.replace('*', "another/one")]);
    }
    resources
}

/// Where a statement does not tell.
const PARTITION: &str = "aws";

/// Who may ask: those the statement names, or a user where policies name nobody.
fn principals(statement: &Statement) -> Vec<Principal> {
    const ACCOUNT: &str = "111122223333";
    let Some(element) = statement.principal.as_ref().filter(|element| !element.negated) else {
        return vec![user(PARTITION, ACCOUNT, NAME)];
    };
    element.entries.iter().map(|(kind, text)| of_entry(*kind, &text.value)).collect()
}

fn of_entry(kind: PrincipalType, text: &str) -> Principal {
    match kind {
        PrincipalType::Service => Principal::Service { name: text.to_owned() },
        PrincipalType::Federated => Principal::Federated { provider: text.to_owned() },
        PrincipalType::Aws if text != "*" => match arn::split(text) {
            Some([_, partition, "iam", _, id, resource]) if resource.starts_with("role/") => {
                let name = resource.rsplit('/').next().unwrap_or_default();
                Principal::AssumedRole {
                    session_arn: format!("arn:{partition}:sts::{id}:assumed-role/{name}/{NAME}"),
                    role_arn: text.to_owned(),
                    account: id.to_owned(),
                    role_unique_id: String::new(),
                    session_name: NAME.to_owned(),
                }
            }
            Some([_, partition, "iam", _, id, resource]) if resource.starts_with("user/") => {
                user(partition, id, resource.strip_prefix("user/").unwrap_or_default())
            }
            Some([_, partition, _, _, id, _]) => user(partition, id, NAME),
            None => user(PARTITION, text, NAME),
        },
        _ => user(PARTITION, "999999999999", NAME),
    }
}

//! What a policy gives, service by service, as consoles show it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::document::{Document, Effect};
use crate::facts::Facts;

/// What one statement says about one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceSummary {
    /// Allow or Deny.
    pub effect: Effect,
    /// The prefix of the service, or `*`.
    pub service: String,
    /// The statement, counted from one.
    pub statement: usize,
    /// The levels of access, each `Full` or `Limited`; nothing for services that are not known.
    pub access: BTreeMap<String, &'static str>,
    /// The actions as written; those of `NotAction` with a `!`.
    pub actions: Vec<String>,
    /// The resources as written; those of `NotResource` with a `!`.
    pub resources: Vec<String>,
    /// The conditions, as `operator key`.
    pub conditions: Vec<String>,
    /// The principals as written; those of `NotPrincipal` with a `!`.
    pub principals: Vec<String>,
}

/// The services a document is about, in the order of its statements.
pub fn summary(document: &Document, facts: &Facts) -> Vec<ServiceSummary> {
    let mut lines = Vec::new();
    for (number, statement) in document.statements.iter().enumerate() {
        let mark = |negated: bool, text: &str| if negated { format!("!{text}") } else { text.to_owned() };
        let negated = statement.action.as_ref().is_some_and(|element| element.negated);
        let actions: Vec<&str> = statement
            .action
            .iter()
            .flat_map(|element| &element.texts)
            .map(|text| text.value.as_str())
            .collect();
        let prefix =
            |action: &&str| action.split_once(':').map_or("*", |(prefix, _)| prefix).to_ascii_lowercase();
        let services: BTreeSet<String> =
            if negated { ["*".to_owned()].into() } else { actions.iter().map(prefix).collect() };
        for service in services {
            let own: Vec<&str> =
                actions.iter().copied().filter(|action| negated || prefix(action) == service).collect();
            let resource = statement.resource.iter();
            let principal = statement.principal.iter();
            lines.push(ServiceSummary {
                effect: statement.effect,
                statement: number + 1,
                access: if negated { BTreeMap::new() } else { access(facts, &service, &own) },
                actions: own.iter().map(|action| mark(negated, action)).collect(),
                resources: resource
                    .flat_map(|element| element.texts.iter().map(|text| mark(element.negated, &text.value)))
                    .collect(),
                conditions: statement
                    .conditions
                    .iter()
                    .map(|c| format!("{} {}", c.operator, c.key))
                    .collect(),
                principals: principal
                    .flat_map(|element| {
                        element.entries.iter().map(|(_, text)| mark(element.negated, &text.value))
                    })
                    .collect(),
                service,
            });
        }
    }
    lines
}

/// How much of each level of access the actions make up.
fn access(facts: &Facts, service: &str, actions: &[&str]) -> BTreeMap<String, &'static str> {
    let Some(known) = facts.service(service) else { return BTreeMap::new() };
    let mut covered: BTreeSet<&str> = BTreeSet::new();
    for action in actions {
        let name = action.split_once(':').map_or("*", |(_, name)| name).to_ascii_lowercase();
        covered.extend(known.matching(&name).map(|(name, _)| name));
    }
    let mut levels: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (name, action) in &known.actions {
        for level in action.access.split(", ") {
            let (own, all) = levels.entry(level.to_owned()).or_default();
            *all += 1;
            *own += usize::from(covered.contains(name.as_str()));
        }
    }
    let share = |(own, all): (usize, usize)| if own == all && !known.partial { "Full" } else { "Limited" };
    levels
        .into_iter()
        .filter(|(_, (own, _))| *own > 0)
        .map(|(level, counts)| (level, share(counts)))
        .collect()
}

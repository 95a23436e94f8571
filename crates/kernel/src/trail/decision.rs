//! What the gate decided, as records keep it, and what of that each account may learn.

use std::collections::BTreeMap;

use names::AccountId;
use policy::{Context, Effect, Explanation, Layer, Policies, StatementView, Value, Verdict};
use serde::{Deserialize, Serialize};

use super::{bounded, clip};
use crate::{Check, Session};

/// One answer of the gate.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Decision {
    /// The action asked for.
    pub action: String,
    /// The resource asked for.
    pub resource: String,
    /// The owner of the resource, where known.
    pub owner: Option<AccountId>,
    /// Whether it was allowed.
    pub allowed: bool,
    /// The statements that decided: `policy name#statement index`.
    pub statements: Vec<String>,
    /// For refusals: the whole explanation.
    pub explanation: Option<serde_json::Value>,
    /// For refusals: the condition keys of the request, in lower case.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub conditions: BTreeMap<String, Vec<String>>,
    /// Whose policies the statements are in, one for each; known until the record is stored.
    #[serde(skip)]
    sides: Vec<Side>,
    /// For refusals across accounts, what each side is told; likewise.
    #[serde(skip)]
    told: Option<Box<Told>>,
}

/// The explanation and the condition keys that one side may see.
#[derive(Debug, Clone, Default)]
struct View {
    explanation: Option<serde_json::Value>,
    conditions: BTreeMap<String, Vec<String>>,
}

/// What each side may see of a refusal across accounts.
#[derive(Debug, Clone)]
struct Told {
    caller: View,
    owner: View,
}

/// Whom the condition keys of a request tell about.
#[derive(Clone, Copy)]
pub(crate) struct Keys<'a> {
    /// Those that tell what the resource is.
    pub(crate) of_resource: &'a Context<'a>,
    /// Whose tags and claims are among the others.
    pub(crate) session: &'a Session,
}

impl Keys<'_> {
    /// Whether a key, in lower case, is for the other side only.
    fn are_hidden(self, viewer: Side, lower_key: &str) -> bool {
        match viewer {
            // Whose it is may be told: who asks needs to know whom to ask.
            Side::Caller => lower_key != "aws:resourceaccount" && self.of_resource.get(lower_key).is_some(),
            Side::Owner => lower_key.starts_with("aws:principaltag/") || self.session.claims(lower_key),
        }
    }

    /// The explanation of a refusal in the words of one side: what only the other side knows reads as missing.
    fn view(self, viewer: Side, explanation: &Explanation<'_>, keeps: bool) -> View {
        let mut context = Context::new();
        for (key, value) in explanation.request().context.iter() {
            if !self.are_hidden(viewer, key) {
                context.insert(key.into(), value.clone());
            }
        }
        View::of(&explanation.told_in(&context), keeps)
    }
}

impl View {
    fn of(explanation: &Explanation<'_>, keeps: bool) -> Self {
        let kept = keeps.then(|| serde_json::to_value(explanation).ok()).flatten();
        let keys = explanation.request().context.iter();
        Self {
            explanation: kept.map(bounded),
            conditions: keys.map(|(key, value)| (key.to_owned(), values(value))).collect(),
        }
    }
}

/// Whose policy a statement is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The caller's.
    Caller,
    /// That of the resource's owner.
    Owner,
}

impl Side {
    fn of(layer: Layer) -> Self {
        match layer {
            Layer::Resource | Layer::Rcp | Layer::Grant => Self::Owner,
            Layer::Identity | Layer::Boundary | Layer::Session | Layer::Scp | Layer::VpcEndpoint => {
                Self::Caller
            }
        }
    }

    /// The same of a layer as explanations spell it.
    fn spelt(layer: &serde_json::Value) -> Self {
        match layer.as_str() {
            Some("resource" | "rcp" | "grant") => Self::Owner,
            _ => Self::Caller,
        }
    }
}

impl Decision {
    pub(crate) fn allowed(
        check: &Check,
        owner: Option<AccountId>,
        verdict: &Verdict,
        policies: &Policies,
    ) -> Self {
        let matched = match verdict {
            Verdict::Allow { matched } | Verdict::Deny { matched, .. } => matched,
        };
        let statements = matched.iter().map(|at| named(&policies.view(*at))).collect();
        Self {
            action: check.action.clone(),
            resource: clip(&check.resource),
            owner,
            allowed: true,
            statements,
            explanation: None,
            conditions: BTreeMap::new(),
            sides: matched.iter().map(|at| Side::of(at.layer)).collect(),
            told: None,
        }
    }

    /// `keeps`: the record is to hold the explanation.
    pub(crate) fn denied(
        check: &Check,
        owner: Option<AccountId>,
        explanation: &Explanation<'_>,
        keys: Keys<'_>,
        keeps: bool,
    ) -> Self {
        let is_across = owner.is_some() && owner != keys.session.account();
        let told = is_across.then(|| {
            let view = |side| keys.view(side, explanation, keeps);
            Box::new(Told { caller: view(Side::Caller), owner: view(Side::Owner) })
        });
        let whole = View::of(explanation, keeps);
        Self {
            action: check.action.clone(),
            resource: clip(&check.resource),
            owner,
            allowed: false,
            statements: denying(explanation).map(|statement| named(&statement)).collect(),
            explanation: whole.explanation,
            conditions: whole.conditions,
            sides: denying(explanation).map(|statement| Side::of(statement.layer)).collect(),
            told,
        }
    }

    /// The decision as the trail of one account shows it. What a policy says is for the account whose policy it
    /// is: a caller must not learn from refusals what a stranger's bucket or trust policy asks for or what tags a
    /// stranger's resource has, nor the owner of a bucket what its callers may do elsewhere or who they are there.
    pub(super) fn seen_by(&self, viewer: AccountId, caller: AccountId) -> Option<Self> {
        let owns = self.owner.is_none_or(|owner| owner == viewer);
        let calls = viewer == caller;
        let hidden = match (owns, calls) {
            (true, true) => return Some(self.clone()),
            (true, false) => Side::Caller,
            (false, true) => Side::Owner,
            (false, false) => return None,
        };
        let mut seen = self.clone();
        if let Some(told) = seen.told.take() {
            let view = if hidden == Side::Caller { told.owner } else { told.caller };
            (seen.explanation, seen.conditions) = (view.explanation, view.conditions);
        }
        let statements = self.statements.iter().zip(&self.sides).filter(|(_, side)| **side != hidden);
        seen.statements = statements.map(|(statement, _)| statement.clone()).collect();
        if let Some(explanation) = seen.explanation.as_mut().and_then(|it| it.as_object_mut()) {
            let is_hidden = |part: &serde_json::Value| part.get("layer").map(Side::spelt) == Some(hidden);
            for list in ["matched", "failed"] {
                if let Some(parts) = explanation.get_mut(list).and_then(|list| list.as_array_mut()) {
                    parts.retain(|part| !is_hidden(part));
                }
            }
            if explanation.get("layer").map(Side::spelt) == Some(hidden) {
                explanation.remove("layer");
                explanation.remove("decision");
            }
        }
        Some(seen)
    }
}

fn values(value: &Value<'_>) -> Vec<String> {
    match value {
        Value::Single(value) => vec![value.to_string()],
        Value::Multi(values) => values.clone(),
    }
}

/// The statements that deny. Where nothing allows, no statement decided and there are none.
fn denying<'a>(explanation: &Explanation<'a>) -> impl Iterator<Item = StatementView<'a>> {
    explanation.matched().filter(|statement| statement.effect == Effect::Deny)
}

/// `policy#index`, or `policy#Sid` where the statement has one.
fn named(statement: &StatementView<'_>) -> String {
    match &statement.sid {
        Some(sid) => format!("{}#{sid}", statement.policy),
        None => format!("{}#{}", statement.policy, statement.index),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALLER: &str = "111122223333";
    const OWNER: &str = "444455556666";

    fn refusal(layer: &str) -> Decision {
        let part =
            |layer: &str| serde_json::json!({ "layer": layer, "policyValues": [format!("in {layer}")] });
        Decision {
            action: "sts:AssumeRole".to_owned(),
            resource: "arn:aws:iam::444455556666:role/Build".to_owned(),
            owner: OWNER.parse().ok(),
            allowed: false,
            statements: vec!["trust#0".to_owned(), "user#0".to_owned()],
            explanation: Some(serde_json::json!({
                "decision": "explicitDeny",
                "layer": layer,
                "matched": [part("resource"), part("identity")],
                "failed": [part("session"), part("resource")],
            })),
            conditions: BTreeMap::new(),
            sides: vec![Side::Owner, Side::Caller],
            told: None,
        }
    }

    #[test]
    fn what_policies_say_is_for_those_whose_they_are() {
        let (caller, owner) = (CALLER.parse().unwrap(), OWNER.parse().unwrap());
        let shown = |layer: &str, viewer| {
            let seen = refusal(layer).seen_by(viewer, caller).unwrap();
            (seen.statements, seen.explanation.unwrap().to_string())
        };
        let (statements, text) = shown("resource", caller);
        assert_eq!(statements, ["user#0"]);
        assert!(text.contains("in identity") && text.contains("in session"), "{text}");
        assert!(!text.contains("resource") && !text.contains("explicitDeny"), "{text}");

        let (statements, text) = shown("resource", owner);
        assert_eq!(statements, ["trust#0"]);
        assert!(text.contains("in resource") && text.contains("explicitDeny"), "{text}");
        assert!(!text.contains("identity") && !text.contains("session"), "{text}");

        let (_, text) = shown("identity", caller);
        assert!(text.contains("explicitDeny") && !text.contains("in resource"), "{text}");
        assert!(refusal("resource").seen_by("777788889999".parse().unwrap(), caller).is_none());
    }

    #[test]
    fn an_account_sees_all_about_its_own() {
        let owner = OWNER.parse().unwrap();
        let seen = refusal("resource").seen_by(owner, owner).unwrap();
        assert_eq!(seen.explanation, refusal("resource").explanation);
        assert_eq!(seen.statements.len(), 2);
    }

    #[test]
    fn a_stranger_learns_no_tags_of_the_resource_and_its_owner_none_of_the_caller() {
        let told = |side: &str| View {
            explanation: Some(serde_json::json!({ "failed": [{ "layer": side }] })),
            conditions: BTreeMap::from([(side.to_owned(), vec!["told".to_owned()])]),
        };
        let mut decision = refusal("identity");
        decision.told = Some(Box::new(Told { caller: told("identity"), owner: told("resource") }));
        for (viewer, side) in [(CALLER, "identity"), (OWNER, "resource")] {
            let seen = decision.seen_by(viewer.parse().unwrap(), CALLER.parse().unwrap()).unwrap();
            assert_eq!(seen.conditions, told(side).conditions);
            assert_eq!(seen.explanation, told(side).explanation);
        }
    }
}

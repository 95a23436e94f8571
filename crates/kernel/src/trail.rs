//! The audit record: one for each call, allowed or refused, in the same transaction as what it changed.

use std::collections::BTreeMap;

use names::{AccountId, Region, Scope, Timestamp};
use policy::{Effect, Explanation, Layer, Policies, Principal, StatementView, Value, Verdict};
use serde::{Deserialize, Serialize};
use store::{Snapshot, StoreError, Table, Transaction};

use crate::{Call, Category, Check, Origin, Session, refusals};

/// The records of each account and region, in the order of time.
const EVENTS: Table<Record> = Table::new("trail/event");

/// Larger documents are left out of a record, as CloudTrail leaves them out; or one call, even a refused one,
/// could write megabytes.
const DOCUMENT_BYTES_MAX: usize = 100 * 1024;
/// Longer texts are cut.
const TEXT_BYTES_MAX: usize = 4096;

/// A document as records hold it: as it is, or how large it was.
pub(crate) fn bounded(document: serde_json::Value) -> serde_json::Value {
    let size = document.to_string().len();
    if size <= DOCUMENT_BYTES_MAX {
        return document;
    }
    serde_json::json!({ "omitted": true, "originalSize": size })
}

/// A text as records hold it.
pub(crate) fn clip(text: &str) -> String {
    let mut end = text.len().min(TEXT_BYTES_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().to_owned()
}

/// One call as the trail keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Record {
    /// The event's own id.
    pub event_id: String,
    /// The request id that the caller saw.
    pub request_id: String,
    /// When the call arrived.
    pub time: Timestamp,
    /// The service's host-like name: `iam.amazonaws.com`.
    pub event_source: String,
    /// The operation.
    pub event_name: String,
    /// The region it was signed for.
    pub region: String,
    /// The account whose trail this is.
    pub account: Option<AccountId>,
    /// Who called.
    pub identity: Identity,
    /// The peer's address, or the name of the service that called.
    pub source_address: String,
    /// The client's name for itself.
    pub user_agent: Option<String>,
    /// The TLS version, on calls from the network over TLS.
    pub tls_version: Option<String>,
    /// For whom a service acted.
    pub source_arn: Option<String>,
    /// Whether the operation only reads.
    pub read_only: bool,
    /// Management or data.
    pub category: Category,
    /// The input without anything sensitive.
    pub request_parameters: Option<serde_json::Value>,
    /// The output of a change, without anything sensitive.
    pub response_elements: Option<serde_json::Value>,
    /// The error code, on failure.
    pub error_code: Option<String>,
    /// The error message, on failure.
    pub error_message: Option<String>,
    /// What the gate decided, question by question.
    pub decisions: Vec<Decision>,
}

impl Record {
    /// The record as the trail of one account shows it.
    fn seen_by(&self, viewer: AccountId, caller: AccountId) -> Self {
        let decisions = self.decisions.iter().filter_map(|decision| decision.seen_by(viewer, caller));
        Self { decisions: decisions.collect(), ..self.clone() }
    }
}

/// Who called, as CloudTrail's `userIdentity` has it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Identity {
    /// `Root`, `IAMUser`, `AssumedRole`, `FederatedUser`, `WebIdentityUser`, `SAMLUser`, `AWSService`, `Unknown`.
    pub kind: String,
    /// The unique id, with the session name for role sessions.
    pub principal_id: Option<String>,
    /// The ARN.
    pub arn: Option<String>,
    /// The caller's account.
    pub account: Option<AccountId>,
    /// The key that signed.
    pub access_key_id: Option<String>,
    /// The service that made the call for the caller.
    pub invoked_by: Option<String>,
}

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
        }
    }

    /// `keeps`: the record is to hold the explanation.
    pub(crate) fn denied(
        check: &Check,
        owner: Option<AccountId>,
        explanation: &Explanation<'_>,
        keeps: bool,
    ) -> Self {
        let context = explanation.request().context;
        let kept = keeps.then(|| serde_json::to_value(explanation).ok()).flatten();
        Self {
            action: check.action.clone(),
            resource: clip(&check.resource),
            owner,
            allowed: false,
            statements: denying(explanation).map(|statement| named(&statement)).collect(),
            explanation: kept.map(bounded),
            conditions: context.iter().map(|(key, value)| (key.to_owned(), values(value))).collect(),
            sides: denying(explanation).map(|statement| Side::of(statement.layer)).collect(),
        }
    }

    /// The decision as the trail of one account shows it. What a policy says is for the account whose policy it
    /// is: a caller must not learn from refusals what a stranger's bucket or trust policy asks for, nor the owner
    /// of a bucket what its callers may do elsewhere.
    fn seen_by(&self, viewer: AccountId, caller: AccountId) -> Option<Self> {
        let owns = self.owner.is_none_or(|owner| owner == viewer);
        let calls = viewer == caller;
        let hidden = match (owns, calls) {
            (true, true) => return Some(self.clone()),
            (true, false) => Side::Caller,
            (false, true) => Side::Owner,
            (false, false) => return None,
        };
        let mut seen = self.clone();
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

impl Identity {
    pub(crate) fn of(session: &Session, call: &Call) -> Self {
        let (kind, principal_id, arn) = describe(session.principal());
        let invoked_by = match (&call.origin, session.principal()) {
            (_, Principal::Service { name }) => Some(name.clone()),
            (Origin::Service(service), _) => Some(service.to_string()),
            (Origin::Network(_), _) => None,
        };
        Self {
            kind: kind.to_owned(),
            principal_id,
            arn,
            account: session.account(),
            access_key_id: session.access_key_id().map(str::to_owned),
            invoked_by,
        }
    }
}

fn describe(principal: &Principal) -> (&'static str, Option<String>, Option<String>) {
    match principal {
        Principal::Root { account } => {
            ("Root", Some(account.clone()), Some(format!("arn:aws:iam::{account}:root")))
        }
        Principal::User { arn, unique_id, .. } => ("IAMUser", Some(unique_id.clone()), Some(arn.clone())),
        Principal::AssumedRole { session_arn, role_unique_id, session_name, .. } => {
            ("AssumedRole", Some(format!("{role_unique_id}:{session_name}")), Some(session_arn.clone()))
        }
        Principal::FederatedUser { session_arn, account, name, .. } => {
            ("FederatedUser", Some(format!("{account}:{name}")), Some(session_arn.clone()))
        }
        Principal::Federated { provider } if provider.contains(":saml-provider/") => {
            ("SAMLUser", Some(provider.clone()), None)
        }
        Principal::Federated { provider } => ("WebIdentityUser", Some(provider.clone()), None),
        Principal::Service { .. } => ("AWSService", None, None),
        Principal::Anonymous => ("Unknown", None, None),
    }
}

/// Where a record is kept: what an encoded authorization message leads to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Reference {
    account: AccountId,
    region: Region,
    key: String,
}

impl Reference {
    /// The reference to a record; none for records that belong to no account.
    pub(crate) fn to(record: &Record) -> Option<Self> {
        Some(Self { account: record.account?, region: record.region.parse().ok()?, key: key(record) })
    }

    /// The record, while the trail keeps it.
    pub(crate) fn follow(&self, snapshot: &dyn Snapshot) -> Result<Option<Record>, StoreError> {
        EVENTS.get(snapshot, &Scope::new(self.account, self.region.clone()), &self.key)
    }
}

fn key(record: &Record) -> String {
    format!("{:014}-{}", record.time.millis(), record.event_id)
}

/// Writes a record where its account finds it. A call that concerns no account (a stranger's question about
/// nothing) is only logged, or anybody could fill the trail.
pub(crate) fn write(tx: &mut dyn Transaction, record: &Record) -> Result<(), StoreError> {
    let key = key(record);
    let (Some(account), Ok(region)) = (record.account, record.region.parse::<Region>()) else {
        tracing::info!(
            request = record.request_id,
            event = record.event_name,
            "a call that concerns no account"
        );
        return Ok(());
    };
    EVENTS.put(tx, &Scope::new(account, region.clone()), &key, &record.seen_by(account, account))?;
    refusals::note(tx, record)?;
    // The owner of a resource that somebody else's principal asked for keeps a record too.
    let mut owners: Vec<AccountId> = record.decisions.iter().filter_map(|decision| decision.owner).collect();
    owners.sort_unstable();
    owners.dedup();
    for owner in owners.into_iter().filter(|owner| *owner != account) {
        EVENTS.put(tx, &Scope::new(owner, region.clone()), &key, &record.seen_by(owner, account))?;
    }
    Ok(())
}

/// The newest records of a scope, newest first.
pub fn newest(snapshot: &dyn Snapshot, scope: &Scope, limit: usize) -> Result<Vec<Record>, StoreError> {
    Ok(EVENTS.list_back(snapshot, scope, "", None, limit)?.into_iter().map(|(_, record)| record).collect())
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
    fn large_documents_are_left_out() {
        let small = serde_json::json!({ "policy": "x".repeat(1000) });
        assert_eq!(bounded(small.clone()), small);
        let large = serde_json::json!({ "policy": "x".repeat(DOCUMENT_BYTES_MAX) });
        let size = large.to_string().len();
        assert_eq!(bounded(large), serde_json::json!({ "omitted": true, "originalSize": size }));
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(clip("text"), "text");
        let long = format!("a{}", "ü".repeat(TEXT_BYTES_MAX));
        assert_eq!(clip(&long).len(), TEXT_BYTES_MAX - 1);
    }
}

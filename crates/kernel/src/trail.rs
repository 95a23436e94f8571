//! The audit record: one for each call, allowed or refused, in the same transaction as what it changed.

mod decision;

pub use decision::Decision;
pub(crate) use decision::Keys;

use names::{AccountId, Region, Scope, Timestamp};
use policy::Principal;
use serde::{Deserialize, Serialize};
use store::{Snapshot, StoreError, Table, Transaction};

use crate::{Call, Category, Origin, Session, refusals};

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

//! Who is calling.

use std::collections::BTreeMap;
use std::sync::Arc;

use names::{AccountId, ServicePrincipal, Timestamp};
use policy::{NamedPolicy, Principal};
use serde::{Deserialize, Serialize};

/// An authenticated principal with what came with its credential. Made by the kernel from a verified
/// credential or for a delegate, never by a service.
#[derive(Debug, Clone)]
pub struct Session {
    pub(crate) principal: Arc<Principal>,
    pub(crate) account: Option<AccountId>,
    pub(crate) access_key_id: Option<String>,
    pub(crate) temporary: Option<Temporary>,
    pub(crate) federated: Option<Arc<Federated>>,
}

/// What a temporary credential carries.
#[derive(Debug, Clone, Default)]
pub struct Temporary {
    /// When it was issued.
    pub issued: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// When its holder proved to have an MFA device, if that was asked.
    pub mfa_at: Option<Timestamp>,
    /// The inline session policy, where the session was made with one.
    pub policy: Option<NamedPolicy>,
    /// The ARNs of its managed session policies.
    pub policy_arns: Vec<String>,
    /// Session tags.
    pub tags: BTreeMap<String, String>,
    /// Which of those tags pass on to sessions made from this one.
    pub transitive_tag_keys: Vec<String>,
    /// The source identity, once set fixed for all sessions made from this one.
    pub source_identity: Option<String>,
    /// Whether it was made from another role session, which limits it to an hour.
    pub chained: bool,
    /// The identity provider that vouched for its holder.
    pub provider: Option<String>,
    /// What that provider claimed, by condition key.
    pub claims: BTreeMap<String, Claim>,
}

/// What an identity provider claims, as the value of a condition key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Claim {
    /// One value.
    One(String),
    /// The values of a multivalued key.
    Many(Vec<String>),
}

/// How long a session token may be that is given out, in bytes.
pub const SESSION_TOKEN_BYTES_MAX: usize = 16 * 1024;

/// Somebody for whom an identity provider vouches, in a token that a service has verified.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Federated {
    /// The ARN of the provider, as trust policies name it.
    pub provider: String,
    /// Who issued the token, in its own words.
    pub issuer: String,
    /// For whom it was issued.
    pub audience: String,
    /// Of whom it speaks.
    pub subject: String,
    /// How it names the subject, for SAML.
    pub subject_type: Option<String>,
    /// What it claims, by condition key.
    pub claims: BTreeMap<String, Claim>,
    /// The session tags that it asks for.
    pub tags: BTreeMap<String, String>,
    /// Which of those shall pass on.
    pub transitive_tag_keys: Vec<String>,
    /// The source identity that it sets.
    pub source_identity: Option<String>,
    /// The session name that it sets, for SAML.
    pub session_name: Option<String>,
    /// The longest session that it allows.
    pub session_seconds_max: Option<u32>,
}

impl Temporary {
    /// Whether a tag passes on to sessions made from this one.
    #[must_use]
    pub fn passes_on(&self, key: &str) -> bool {
        self.transitive_tag_keys.iter().any(|transitive| transitive.eq_ignore_ascii_case(key))
    }
}

impl Session {
    /// Nobody: a request without signature.
    #[must_use]
    pub fn anonymous() -> Self {
        Self::of(Principal::Anonymous)
    }

    /// Somebody who named a key of this account and did not prove to hold it. It has no principal and no
    /// rights; it serves the record of the attempt.
    #[must_use]
    pub fn unverified(account: AccountId, access_key_id: String) -> Self {
        let principal = Principal::Anonymous;
        Self { account: Some(account), access_key_id: Some(access_key_id), ..Self::of(principal) }
    }

    /// A service speaking for itself. Only the kernel makes these, for its delegates.
    pub(crate) fn service(service: ServicePrincipal) -> Self {
        let principal = Principal::Service { name: service.as_str().to_owned() };
        Self::of(principal)
    }

    /// Somebody for whom an identity provider vouches. Only the kernel makes these, of what a service verified.
    pub(crate) fn federated_by(federated: Federated) -> Self {
        let principal = Principal::Federated { provider: federated.provider.clone() };
        Self { federated: Some(Arc::new(federated)), ..Self::of(principal) }
    }

    fn of(principal: Principal) -> Self {
        Self {
            principal: Arc::new(principal),
            account: None,
            access_key_id: None,
            temporary: None,
            federated: None,
        }
    }

    /// A session of a credential.
    pub(crate) fn new(credential: &Credential) -> Self {
        Self {
            principal: Arc::clone(&credential.principal),
            account: Some(credential.account),
            access_key_id: Some(credential.access_key_id.clone()),
            temporary: credential.temporary.clone(),
            federated: None,
        }
    }

    /// The principal.
    #[must_use]
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// The caller's account; none for services and the anonymous.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        self.account
    }

    /// The access key that signed the call.
    #[must_use]
    pub fn access_key_id(&self) -> Option<&str> {
        self.access_key_id.as_deref()
    }

    /// What the temporary credential carries, if it is one.
    #[must_use]
    pub fn temporary(&self) -> Option<&Temporary> {
        self.temporary.as_ref()
    }

    /// What the identity provider said, if one vouches for the caller.
    #[must_use]
    pub fn federated(&self) -> Option<&Federated> {
        self.federated.as_deref()
    }

    /// Whether a condition key is what an identity provider claimed of the caller.
    pub(crate) fn claims(&self, key: &str) -> bool {
        let of_session = self.temporary.iter().map(|temporary| &temporary.claims);
        let of_provider = self.federated.iter().map(|federated| &federated.claims);
        of_session.chain(of_provider).flat_map(BTreeMap::keys).any(|name| name.eq_ignore_ascii_case(key))
    }

    /// Whether nobody signed.
    #[must_use]
    pub fn is_anonymous(&self) -> bool {
        matches!(*self.principal, Principal::Anonymous)
    }
}

/// A credential as IAM or STS keeps it.
#[derive(Clone)]
pub struct Credential {
    /// `AKIA…` or `ASIA…`.
    pub access_key_id: String,
    /// The secret that signatures are made with.
    pub secret_access_key: String,
    /// Whom it authenticates.
    pub principal: Arc<Principal>,
    /// The principal's account.
    pub account: AccountId,
    /// Set for temporary credentials.
    pub temporary: Option<Temporary>,
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Credential({})", self.access_key_id)
    }
}

/// Why a credential does not authenticate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CredentialError {
    /// No such access key, it was deleted, or its principal is gone.
    Unknown,
    /// The key is inactive.
    Inactive,
    /// The session has ended.
    Expired,
    /// The session token is missing, changed or not for this key.
    BadToken,
}

//! Who is calling.

use std::collections::BTreeMap;
use std::sync::Arc;

use names::{AccountId, ServicePrincipal, Timestamp};
use policy::{PolicySet, Principal};

/// An authenticated principal with what came with its credential. Made by the kernel from a verified
/// credential or for a delegate, never by a service.
#[derive(Debug, Clone)]
pub struct Session {
    pub(crate) principal: Arc<Principal>,
    pub(crate) account: Option<AccountId>,
    pub(crate) access_key_id: Option<String>,
    pub(crate) temporary: Option<Temporary>,
}

/// What a temporary credential carries.
#[derive(Debug, Clone, Default)]
pub struct Temporary {
    /// When it was issued.
    pub issued: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// Whether it was issued upon multi-factor authentication.
    pub mfa: bool,
    /// Session policies; `None` where the session was made without any.
    pub policies: Option<PolicySet>,
    /// Session tags.
    pub tags: BTreeMap<String, String>,
    /// Which of those tags pass on to sessions made from this one.
    pub transitive_tag_keys: Vec<String>,
    /// The source identity, once set fixed for all sessions made from this one.
    pub source_identity: Option<String>,
    /// Whether it was made from another role session, which limits it to an hour.
    pub chained: bool,
}

impl Temporary {
    /// Whether a tag passes on to sessions made from this one.
    #[must_use]
    pub fn passes_on(&self, key: &str) -> bool {
        self.transitive_tag_keys.iter().any(|transitive| transitive == key)
    }
}

impl Session {
    /// Nobody: a request without signature.
    #[must_use]
    pub fn anonymous() -> Self {
        Self {
            principal: Arc::new(Principal::Anonymous),
            account: None,
            access_key_id: None,
            temporary: None,
        }
    }

    /// Somebody who named a key of this account and did not prove to hold it. It has no principal and no
    /// rights; it serves the record of the attempt.
    #[must_use]
    pub fn unverified(account: AccountId, access_key_id: String) -> Self {
        let principal = Arc::new(Principal::Anonymous);
        Self { principal, account: Some(account), access_key_id: Some(access_key_id), temporary: None }
    }

    /// A service speaking for itself. Only the kernel makes these, for its delegates.
    pub(crate) fn service(service: ServicePrincipal) -> Self {
        let principal = Principal::Service { name: service.as_str().to_owned() };
        Self { principal: Arc::new(principal), account: None, access_key_id: None, temporary: None }
    }

    /// A session of a long-term credential.
    pub(crate) fn new(credential: &Credential) -> Self {
        Self {
            principal: Arc::clone(&credential.principal),
            account: Some(credential.account),
            access_key_id: Some(credential.access_key_id.clone()),
            temporary: credential.temporary.clone(),
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

//! What the kernel asks of services.

use std::collections::BTreeMap;
use std::sync::Arc;

use names::{AccountId, Arn, Timestamp};
use policy::{NamedPolicy, PolicySet, Principal};
use store::Transaction;

use crate::{Credential, CredentialError, Fault, Session};

/// The policies and tags that IAM keeps for a principal.
#[derive(Debug, Clone, Default)]
pub struct IdentityFacts {
    /// Inline, attached and group policies, indexed together.
    pub policies: PolicySet,
    /// The permissions boundary.
    pub boundary: Option<NamedPolicy>,
    /// The tags of the user or role.
    pub tags: BTreeMap<String, String>,
}

/// Answers which identity policies hold for a session. IAM's part.
pub trait Identities: Send + Sync + 'static {
    /// The facts of the session's user or role; empty for root and for principals without policies.
    fn of(&self, session: &Session) -> Result<Arc<IdentityFacts>, Fault>;

    /// Notes that the session asks for an operation, allowed or not, for the facts of services last accessed.
    fn used(&self, _session: &Session, _service: &str, _operation: &str, _region: &str, _at: Timestamp) {}
}

/// What a service knows of one of its resources.
#[derive(Debug, Clone, Default)]
pub struct ResourceFacts {
    /// The owner.
    pub owner: Option<AccountId>,
    /// The resource policy, where it has one: bucket policy, role trust policy, key policy.
    pub policy: Option<NamedPolicy>,
    /// Tags that policies may test as `aws:ResourceTag/K`.
    pub tags: BTreeMap<String, String>,
    /// For buckets: whether a public policy lets in the owner's account and AWS services only.
    pub restrict_public_buckets: bool,
}

/// Answers what governs a resource. Each service answers for its own ARNs.
pub trait Resources: Send + Sync + 'static {
    /// The facts that matter for `action` on `arn`; `None` where there is no such resource or nothing is
    /// known of it beyond its ARN.
    fn facts(&self, action: &str, arn: &Arn) -> Result<Option<ResourceFacts>, Fault>;
}

/// Finds credentials. IAM answers for access keys, STS for sessions.
pub trait Credentials: Send + Sync + 'static {
    /// The credential of an access key. `None`: this part does not answer for that kind of key.
    fn find(
        &self,
        access_key_id: &str,
        session_token: Option<&str>,
        now: Timestamp,
    ) -> Option<Result<Credential, CredentialError>>;

    /// Notes that the key was used successfully, for its last-used facts.
    fn used(&self, _access_key_id: &str, _service: &str, _region: &str, _at: Timestamp) {}
}

/// A role as other services need to know it.
#[derive(Debug, Clone)]
pub struct RoleFacts {
    /// With its path.
    pub arn: Arn,
    /// Without its path.
    pub name: String,
    /// `AROA…`.
    pub id: String,
    /// Its owner.
    pub account: AccountId,
    /// The longest session it allows.
    pub session_seconds_max: u32,
    /// Its tags.
    pub tags: BTreeMap<String, String>,
}

/// Answers which managed policy an ARN names, for sessions that were made with some. IAM's part.
pub trait ManagedPolicies: Send + Sync + 'static {
    /// The policy as it is now, for a session of `account`; `None` where there is none.
    fn policy(&self, account: AccountId, arn: &str) -> Result<Option<NamedPolicy>, Fault>;
}

/// Checks codes of multi-factor authentication. IAM's part.
pub trait MfaDevices: Send + Sync + 'static {
    /// Whether `code` is right now for the device of this serial number, belongs to this user or root user, and
    /// has not been used. It changes nothing, so that checks may ask before anything is permitted.
    fn verify(&self, user: &Principal, serial: &str, code: &str, now: Timestamp) -> Result<MfaCheck, Fault>;

    /// The same, and the code is used up with this transaction. Of two calls with one code, one gets `false`.
    fn spend(
        &self,
        tx: &mut dyn Transaction,
        user: &Principal,
        serial: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<bool, Fault>;
}

/// What became of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MfaCheck {
    /// The device shows it.
    Verified,
    /// The user has no such device.
    NoSuchDevice,
    /// The device shows something else, or the code was used before.
    WrongCode,
}

/// Knows the identity providers that accounts trust. IAM's part.
pub trait IdentityProviders: Send + Sync + 'static {
    /// The provider `arn:aws:iam::ACCOUNT:oidc-provider/HOST`.
    fn oidc(&self, arn: &Arn) -> Result<Option<OidcProvider>, Fault>;

    /// The provider `arn:aws:iam::ACCOUNT:saml-provider/NAME`.
    fn saml(&self, arn: &Arn) -> Result<Option<SamlProvider>, Fault>;
}

/// An OpenID Connect provider as an account trusts it.
#[derive(Debug, Clone, Default)]
pub struct OidcProvider {
    /// The issuer, with or without `https://`.
    pub url: String,
    /// The audiences that are meant for this account.
    pub client_ids: Vec<String>,
    /// SHA-1 of certificates that the issuer's server may prove itself with, in hexadecimal.
    pub thumbprints: Vec<String>,
}

/// A SAML provider as an account trusts it.
#[derive(Clone, Default)]
pub struct SamlProvider {
    /// The unique id (`SAMLSP…`), which ends the address where its assertions are sent.
    pub id: String,
    /// The metadata document, with the keys that sign assertions.
    pub metadata: String,
    /// Until when the metadata holds.
    pub valid_until: Option<Timestamp>,
    /// Whether assertions that are not encrypted are refused.
    pub encryption_required: bool,
    /// The keys, as PEM, that assertions may be encrypted for.
    pub private_keys: Vec<String>,
}

impl std::fmt::Debug for SamlProvider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SamlProvider")
    }
}

/// Knows who exists. IAM's part, for the services that store or resolve principals.
pub trait Directory: Send + Sync + 'static {
    /// The role of this ARN, path included.
    fn role(&self, arn: &Arn) -> Result<Option<RoleFacts>, Fault>;

    /// The unique id (`AIDA…`, `AROA…`) of the user or role that an ARN names. Policies keep the id, so that
    /// a later user or role of the same name is not meant.
    fn unique_id(&self, arn: &Arn) -> Result<Option<String>, Fault>;

    /// The ARN of the user or role with this unique id, while it exists.
    fn arn(&self, unique_id: &str) -> Result<Option<Arn>, Fault>;

    /// The account that owns an access key.
    fn access_key_account(&self, access_key_id: &str) -> Result<Option<AccountId>, Fault>;

    /// Whether the account exists on this server.
    fn account_exists(&self, account: AccountId) -> Result<bool, Fault>;
}

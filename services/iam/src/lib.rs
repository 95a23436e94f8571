//! IAM: the users, groups, roles, managed policies and access keys of every account.
//!
//! It serves the IAM API, and answers for the kernel which policies hold for a session, which trust policy
//! governs a role, which credential an access key is and who exists. A change holds for the very next call, also
//! when another process made it: every answer from memory is checked against the account's generation, a number
//! that each change raises in its own transaction.
//!
//! Sessions of roles are made
//! by STS, which learns of roles through [`kernel::Directory`].

mod access;
mod account;
mod base32;
mod bootstrap;
mod by_arn;
mod certificate;
mod compiled;
mod credentials;
mod directory;
mod document;
mod entity;
mod generation;
mod group;
mod held;
mod identities;
mod instance_profile;
mod key;
mod last_used;
mod login;
mod managed;
mod memo;
mod mfa;
mod paging;
mod pem;
mod policy;
mod provider;
mod quota;
mod record;
mod report;
mod resources;
mod role;
mod server_certificate;
mod session_policies;
mod simulate;
mod tags;
mod trust;
mod user;
mod wording;

use std::sync::Arc;

use kernel::{At, Base, Builder, Cx, Fault, IdentityFacts, Seal, Service};
use names::{AccountId, Scope, ServicePrincipal, Timestamp};

pub use bootstrap::RootKey;
pub use entity::checks::existing_keys;

/// The service, and what it remembers of the store.
pub struct Iam {
    base: Base,
    /// Seals the secrets of access keys.
    seal: Arc<Seal>,
    /// Seals the seeds of MFA devices.
    mfa_seal: Arc<Seal>,
    /// Seals the private keys of SAML providers.
    saml_seal: Arc<Seal>,
    /// Seals the private keys of server certificates.
    certificate_seal: Arc<Seal>,
    /// Seals the secrets of service-specific credentials.
    service_seal: Arc<Seal>,
    compiled: compiled::Compiled,
    identities: memo::Memo<Arc<IdentityFacts>>,
    roles: memo::Memo<Arc<resources::RoleAnswer>>,
    credentials: memo::Memo<credentials::Answer>,
    last_used: last_used::Pending,
    accesses: access::Accesses,
    mfa_attempts: mfa::Attempts,
    /// The facts of principals without policies.
    nobody: Arc<IdentityFacts>,
}

impl Iam {
    /// The service over these planes.
    #[must_use]
    pub fn new(base: Base) -> Arc<Self> {
        let seal = Arc::new(base.master.seal("iam/access-key"));
        let mfa_seal = Arc::new(base.master.seal("iam/mfa-seed"));
        let saml_seal = Arc::new(base.master.seal("iam/saml-key"));
        let certificate_seal = Arc::new(base.master.seal("iam/server-certificate-key"));
        let service_seal = Arc::new(base.master.seal("iam/service-credential"));
        Arc::new(Self {
            base,
            seal,
            mfa_seal,
            saml_seal,
            certificate_seal,
            service_seal,
            compiled: compiled::Compiled::default(),
            identities: memo::Memo::default(),
            roles: memo::Memo::default(),
            credentials: memo::Memo::default(),
            last_used: last_used::Pending::default(),
            accesses: access::Accesses::default(),
            mfa_attempts: mfa::Attempts::default(),
            nobody: Arc::default(),
        })
    }
}

impl Service for Iam {
    const PRINCIPAL: ServicePrincipal = ServicePrincipal::new("iam.amazonaws.com");
}

/// Serves the API, and answers the kernel's questions about identities, credentials and `iam` ARNs.
pub fn install(builder: &mut Builder, iam: &Arc<Iam>) {
    api_iam::serve!(builder, *iam);
    builder.identities(Arc::<Iam>::clone(iam));
    builder.directory(Arc::<Iam>::clone(iam));
    builder.managed_policies(Arc::<Iam>::clone(iam));
    builder.mfa(Arc::<Iam>::clone(iam));
    builder.identity_providers(Arc::<Iam>::clone(iam));
    builder.credentials(Arc::<Iam>::clone(iam));
    builder.resources("iam", Arc::<Iam>::clone(iam));
}

/// Where the caller's IAM data lives: the account, whatever the region of the call.
fn scope(cx: &Cx) -> Result<Scope, Fault> {
    Ok(Scope::global(cx.account()?))
}

/// The same before the call is permitted.
fn scope_at(at: &At<'_>) -> Result<Scope, Fault> {
    Ok(Scope::global(at.scope()?.account))
}

/// An ARN of IAM, as text.
fn arn(account: AccountId, kind: &str, path: &str, name: &str) -> String {
    format!("arn:aws:iam::{account}:{kind}{path}{name}")
}

/// So many days after an instant.
fn days_after(at: Timestamp, days: i64) -> Timestamp {
    Timestamp::from_millis(at.millis().saturating_add(days.saturating_mul(86_400_000)))
}

/// The key of a name: names are unique without regard to case.
fn name_key(name: &str) -> String {
    name.to_ascii_lowercase()
}

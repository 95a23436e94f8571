//! IAM: the users, roles, managed policies and access keys of every account.
//!
//! It serves the IAM API, and answers for the kernel which policies hold for a session, which trust policy
//! governs a role, which credential an access key is and who exists. A change holds for the very next call, also
//! when another process made it: every answer from memory is checked against the account's generation, a number
//! that each change raises in its own transaction.
//!
//! Groups, instance profiles, login profiles and service-linked roles are not here. Sessions of roles are made
//! by STS, which learns of roles through [`kernel::Directory`].

mod base32;
mod bootstrap;
mod compiled;
mod credentials;
mod directory;
mod document;
mod entity;
mod generation;
mod identities;
mod key;
mod last_used;
mod managed;
mod memo;
mod paging;
mod policy;
mod quota;
mod record;
mod resources;
mod role;
mod session_policies;
mod tags;
mod trust;
mod user;
mod wording;

use std::sync::Arc;

use kernel::{At, Base, Builder, Cx, Fault, IdentityFacts, Seal, Service};
use names::{AccountId, Scope, ServicePrincipal};

pub use bootstrap::RootKey;

/// The service, and what it remembers of the store.
pub struct Iam {
    base: Base,
    /// Seals the secrets of access keys.
    seal: Arc<Seal>,
    compiled: compiled::Compiled,
    identities: memo::Memo<Arc<IdentityFacts>>,
    roles: memo::Memo<Arc<resources::RoleAnswer>>,
    credentials: memo::Memo<credentials::Answer>,
    last_used: last_used::Pending,
    /// The facts of principals without policies.
    nobody: Arc<IdentityFacts>,
}

impl Iam {
    /// The service over these planes.
    #[must_use]
    pub fn new(base: Base) -> Arc<Self> {
        let seal = Arc::new(base.master.seal("iam/access-key"));
        Arc::new(Self {
            base,
            seal,
            compiled: compiled::Compiled::default(),
            identities: memo::Memo::default(),
            roles: memo::Memo::default(),
            credentials: memo::Memo::default(),
            last_used: last_used::Pending::default(),
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

/// The key of a name: names are unique without regard to case.
fn name_key(name: &str) -> String {
    name.to_ascii_lowercase()
}

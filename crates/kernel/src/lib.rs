//! The kernel: the one path that every call takes, and the one gate on it.
//!
//! A call is a [`Session`] (who), a [`Call`] (under which circumstances) and an input. [`Kernel::run`] asks the
//! service for its [`Checks`], asks the [`Gate`], hands the [`Permitted`] input to the handler and carries its
//! [`Answer`] out: a change and the record of the call are one transaction, and no answer leaves before its
//! record is durable. Services reach each other only through a [`Delegate`], whose calls take the same path.

mod base;
mod call;
mod check;
mod clock;
mod context;
mod cx;
mod delegate;
pub mod entropy;
mod facts;
mod fault;
mod gate;
mod handle;
mod holder;
mod issuer;
pub mod jobs;
mod kernel;
mod recent;
mod record;
mod refusals;
mod restrictions;
mod route;
mod seal;
mod session;
pub mod trail;

pub use base::Base;
pub use call::{Call, Network, Origin, Source, VIA_MAX};
pub use check::{Check, Checks};
pub use clock::{Clock, SystemClock};
pub use context::{KeySources, Way, resource_keys};
pub use cx::Cx;
pub use delegate::{Delegate, Delegation};
pub use entropy::{Entropy, SystemEntropy};
pub use facts::{
    Credentials, Directory, Identities, IdentityFacts, IdentityProviders, ManagedPolicies, MfaCheck,
    MfaDevices, OidcProvider, ResourceFacts, Resources, RoleFacts, SamlProvider,
};
pub use fault::Fault;
pub use gate::{Gate, Permitted};
pub use handle::{Answer, At, Category, Effect, Handle, Service, Write};
pub use issuer::issuer_name;
pub use jobs::{Job, JobCx, Next, Step};
pub use kernel::{Builder, Kernel};
pub use recent::Recent;
pub use route::Registry;
pub use seal::{MasterKey, NotSealed, Seal};
pub use session::{
    Claim, Credential, CredentialError, Federated, SESSION_TOKEN_BYTES_MAX, Session, Temporary,
};

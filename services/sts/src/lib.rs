//! AWS Security Token Service: sessions of roles and users, and who one is.
//!
//! A session token is its own record: everything about the session, sealed with a key of this installation. So
//! tokens verify without a look-up, and nothing about sessions is stored.

mod access_key_info;
mod assume_role;
mod caller_identity;
mod credentials;
mod decode;
mod federation;
mod federation_token;
mod holder;
mod mfa;
mod role_session;
mod saml;
mod session_policy;
mod session_tags;
mod session_token;
mod token;
mod user_session;
mod web_identity;

use std::sync::Arc;

use ipnet::IpNet;
use kernel::{Base, Builder, Seal, Service};
use names::ServicePrincipal;
use web_identity::{Keys, Reach};

/// The proofs that calls without signature bring, read and verified: functions of their arguments, which the
/// operations use and fuzz targets too.
pub mod proofs {
    pub use crate::saml::saml_response;
    pub use crate::web_identity::{KeySet, web_identity};
}

/// The service.
pub struct Sts {
    base: Base,
    seal: Seal,
    /// The keys of identity providers.
    keys: Keys,
}

impl Sts {
    /// The service over the planes.
    #[must_use]
    pub fn new(base: Base) -> Self {
        let seal = base.master.seal("sts/session-token");
        Self { base, seal, keys: Keys::new(Reach::default()) }
    }

    /// The same, with identity providers allowed in these networks besides the Internet.
    #[must_use]
    pub fn with_identity_providers_in(self, networks: Vec<IpNet>) -> Self {
        Self { keys: Keys::new(Reach::with(networks)), ..self }
    }

    /// The same, with identity providers allowed on this machine and in private networks. For development and tests.
    #[must_use]
    pub fn with_local_identity_providers(self) -> Self {
        Self { keys: Keys::new(Reach::near()), ..self }
    }
}

impl Service for Sts {
    const PRINCIPAL: ServicePrincipal = ServicePrincipal::new("sts.amazonaws.com");
}

/// Makes the kernel serve STS and accept its credentials.
pub fn install(builder: &mut Builder, sts: &Arc<Sts>) {
    api_sts::serve!(builder, sts);
    builder.credentials(Arc::clone(sts) as Arc<dyn kernel::Credentials>);
}

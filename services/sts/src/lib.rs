//! AWS Security Token Service: sessions of roles, and who one is.
//!
//! A session token is its own record: everything about the session, sealed with a key of this installation. So
//! tokens verify without a look-up, and nothing about sessions is stored.

mod access_key_info;
mod assume_role;
mod caller_identity;
mod credentials;
mod decode;
mod token;

use std::sync::Arc;

use kernel::{Base, Builder, Seal, Service};
use names::ServicePrincipal;

/// The service.
pub struct Sts {
    base: Base,
    seal: Seal,
}

impl Sts {
    /// The service over the planes.
    #[must_use]
    pub fn new(base: Base) -> Self {
        let seal = base.master.seal("sts/session-token");
        Self { base, seal }
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

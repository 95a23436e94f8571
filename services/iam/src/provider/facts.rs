//! IAM's answers to STS.

use kernel::{Fault, IdentityProviders};
use names::{Arn, Scope};

use crate::Iam;
use crate::by_arn;
use crate::record::{OidcProvider, SamlProvider};

impl IdentityProviders for Iam {
    fn oidc(&self, arn: &Arn) -> Result<Option<kernel::OidcProvider>, Fault> {
        let Some(account) = arn.account_id() else { return Ok(None) };
        let scope = Scope::global(account);
        let found = self.base.read(|view| by_arn::get::<OidcProvider>(view, &scope, arn.as_str()))?;
        Ok(found.map(|found| kernel::OidcProvider {
            url: format!("https://{}", found.url),
            client_ids: found.client_ids,
            thumbprints: found.thumbprints,
        }))
    }

    fn saml(&self, arn: &Arn) -> Result<Option<kernel::SamlProvider>, Fault> {
        let Some(account) = arn.account_id() else { return Ok(None) };
        let scope = Scope::global(account);
        let found = self.base.read(|view| by_arn::get::<SamlProvider>(view, &scope, arn.as_str()))?;
        let Some(found) = found else { return Ok(None) };
        let open = |sealed: &str| {
            let pem = self.saml_seal.open(sealed).map_err(Fault::internal)?;
            String::from_utf8(pem).map_err(Fault::internal)
        };
        Ok(Some(kernel::SamlProvider {
            id: found.uuid,
            metadata: found.metadata,
            valid_until: found.valid_until,
            encryption_required: found.encryption.as_deref() == Some("Required"),
            private_keys: found.keys.iter().map(|key| open(&key.pem)).collect::<Result<_, _>>()?,
        }))
    }
}

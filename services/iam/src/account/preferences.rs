//! Which version of session tokens the global endpoint of STS gives.
//!
//! All session tokens of this server hold in every region, whatever the account chose; the choice is kept and told.

use api_iam::{SetSecurityTokenServicePreferences, SetSecurityTokenServicePreferencesRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::{Snapshot, Table};

use crate::Iam;

/// The version of each account that chose one, under the empty key.
const TOKEN_VERSIONS: Table<usize> = Table::new("iam/token-version");
const DEFAULT: usize = 1;

/// The account's version.
pub(super) fn token_version(view: &dyn Snapshot, scope: &Scope) -> Result<usize, Fault> {
    Ok(TOKEN_VERSIONS.get(view, scope, "")?.unwrap_or(DEFAULT))
}

impl Handle<SetSecurityTokenServicePreferences> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, _: &SetSecurityTokenServicePreferencesRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(super::checks::<SetSecurityTokenServicePreferences>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<SetSecurityTokenServicePreferences>,
    ) -> Result<Answer<SetSecurityTokenServicePreferences>, Fault> {
        let scope = crate::scope(cx)?;
        let version = if input.global_endpoint_token_version == "v2Token" { 2 } else { 1 };
        Ok(Answer::write(move |tx| Ok(TOKEN_VERSIONS.put(tx, &scope, "", &version)?)))
    }
}

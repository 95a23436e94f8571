//! The account in numbers.

use std::collections::BTreeMap;

use api_iam::{GetAccountSummary, GetAccountSummaryResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use super::preferences;
use crate::by_arn::ByArn;
use crate::held;
use crate::record::{
    DEVICES_OF_USERS, KEYS, OidcProvider, POLICIES, ROOT, SamlProvider, SigningCertificate, census,
    device_key, key_of,
};
use crate::{Iam, quota};

impl Handle<GetAccountSummary> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, (): &(), _: &At<'_>) -> Result<Checks, Fault> {
        Ok(super::checks::<GetAccountSummary>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        _: Permitted<GetAccountSummary>,
    ) -> Result<Answer<GetAccountSummary>, Fault> {
        let scope = crate::scope(cx)?;
        let numbers = cx.read(|snapshot| numbers(snapshot, &scope))?;
        Ok(Answer::Output(GetAccountSummaryResponse { summary_map: Some(numbers) }))
    }
}

fn numbers(view: &dyn Snapshot, scope: &Scope) -> Result<BTreeMap<String, i32>, Fault> {
    let census = census(view, scope)?;
    let has_root_keys = KEYS.first(view, scope, &key_of(ROOT, ""))?.is_some();
    let has_root_device = DEVICES_OF_USERS.first(view, scope, &device_key(ROOT, ""))?.is_some();
    let has_root_certificate = !held::all::<SigningCertificate>(view, scope, ROOT)?.is_empty();
    let providers =
        OidcProvider::TABLE.count(view, scope, "")? + SamlProvider::TABLE.count(view, scope, "")?;
    let numbers: [(&str, usize); 34] = [
        ("Users", census.users as usize),
        ("UsersQuota", quota::USERS as usize),
        ("Groups", census.groups as usize),
        ("GroupsQuota", quota::GROUPS as usize),
        ("Roles", census.roles as usize),
        ("RolesQuota", quota::ROLES as usize),
        ("InstanceProfiles", census.instance_profiles as usize),
        ("InstanceProfilesQuota", quota::INSTANCE_PROFILES as usize),
        ("Policies", census.policies as usize),
        ("PoliciesQuota", quota::POLICIES as usize),
        ("PolicySizeQuota", quota::POLICY_CHARS),
        ("PolicyVersionsInUse", versions(view, scope)?),
        ("PolicyVersionsInUseQuota", quota::VERSIONS_OF_ACCOUNT),
        ("VersionsPerPolicyQuota", quota::VERSIONS),
        ("UserPolicySizeQuota", quota::USER_INLINE_CHARS),
        ("GroupPolicySizeQuota", quota::GROUP_INLINE_CHARS),
        ("RolePolicySizeQuota", quota::ROLE_INLINE_CHARS),
        ("AssumeRolePolicySizeQuota", quota::TRUST_CHARS),
        ("GroupsPerUserQuota", quota::GROUPS_OF_USER),
        ("AttachedPoliciesPerUserQuota", quota::ATTACHED),
        ("AttachedPoliciesPerGroupQuota", quota::ATTACHED),
        ("AttachedPoliciesPerRoleQuota", quota::ATTACHED),
        ("AccessKeysPerUserQuota", quota::KEYS),
        ("AccountAccessKeysPresent", usize::from(has_root_keys)),
        // Root users have no password here.
        ("AccountPasswordPresent", 0),
        ("AccountMFAEnabled", usize::from(has_root_device)),
        ("MFADevices", census.mfa_devices as usize),
        ("MFADevicesInUse", DEVICES_OF_USERS.count(view, scope, "")?),
        ("Providers", providers),
        ("AccountSigningCertificatesPresent", usize::from(has_root_certificate)),
        ("SigningCertificatesPerUserQuota", quota::CERTIFICATES),
        ("ServerCertificates", census.server_certificates as usize),
        ("ServerCertificatesQuota", quota::SERVER_CERTIFICATES as usize),
        ("GlobalEndpointTokenVersion", preferences::token_version(view, scope)?),
    ];
    let shown = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    Ok(numbers.into_iter().map(|(name, number)| (name.to_owned(), shown(number))).collect())
}

/// How many versions all policies of the account have.
fn versions(view: &dyn Snapshot, scope: &Scope) -> Result<usize, Fault> {
    let policies = POLICIES.list(view, scope, "", None, quota::POLICIES as usize)?;
    Ok(policies.iter().map(|(_, policy)| policy.versions.len()).sum())
}

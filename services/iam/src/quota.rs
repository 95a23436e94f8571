//! How much an account may have: the defaults of "IAM and AWS STS quotas" in the IAM user guide.

/// Characters of a managed policy; white space outside strings is not counted, here and below.
pub(crate) const POLICY_CHARS: usize = 6144;
/// Characters of a trust policy.
pub(crate) const TRUST_CHARS: usize = 2048;
/// Characters of all inline policies of a role.
pub(crate) const ROLE_INLINE_CHARS: usize = 10_240;
/// Characters of all inline policies of a group.
pub(crate) const GROUP_INLINE_CHARS: usize = 5120;
/// Characters of all inline policies of a user.
pub(crate) const USER_INLINE_CHARS: usize = 2048;
/// Managed policies attached to one user, group or role.
pub(crate) const ATTACHED: usize = 10;
/// Versions of one managed policy.
pub(crate) const VERSIONS: usize = 5;
/// Versions of all managed policies of one account.
pub(crate) const VERSIONS_OF_ACCOUNT: usize = 10_000;
/// Access keys of one user, and of the root user.
pub(crate) const KEYS: usize = 2;
/// Tags of one resource.
pub(crate) const TAGS: usize = 50;
/// SSH public keys of one user.
pub(crate) const SSH_KEYS: usize = 5;
/// Signing certificates of one user, and of the root user.
pub(crate) const CERTIFICATES: usize = 2;
/// Service-specific credentials of one user for one service.
pub(crate) const SERVICE_CREDENTIALS: usize = 2;
/// Groups that a user is a member of.
pub(crate) const GROUPS_OF_USER: usize = 10;
/// Groups of one account.
pub(crate) const GROUPS: u32 = 300;
/// MFA devices of one user.
pub(crate) const DEVICES_OF_USER: usize = 8;
/// OpenID Connect providers of one account, and as many SAML providers.
pub(crate) const PROVIDERS: usize = 100;
/// Client ids of one OpenID Connect provider.
pub(crate) const CLIENTS_OF_PROVIDER: usize = 100;
/// Thumbprints of one OpenID Connect provider.
pub(crate) const THUMBPRINTS: usize = 5;
/// Private keys of one SAML provider.
pub(crate) const KEYS_OF_PROVIDER: usize = 2;
/// Roles of one instance profile.
pub(crate) const ROLES_OF_PROFILE: usize = 1;
/// Instance profiles of one account.
pub(crate) const INSTANCE_PROFILES: u32 = 1000;
/// Server certificates of one account.
pub(crate) const SERVER_CERTIFICATES: u32 = 20;
/// Roles of one account.
pub(crate) const ROLES: u32 = 1000;
/// Users of one account.
pub(crate) const USERS: u32 = 5000;
/// Customer managed policies of one account.
pub(crate) const POLICIES: u32 = 1500;

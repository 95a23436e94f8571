//! What is stored. None of these is a wire type.

mod access;
mod access_key;
mod account;
mod census;
mod group;
mod held;
mod identity;
mod instance_profile;
mod managed_policy;
mod mfa_device;
mod password;
mod provider;
mod role;
mod server_certificate;
mod unique_id;
mod usage;
mod user;

pub(crate) use access::{
    ACCESS_JOBS, ACCESS_JOBS_BY_AGE, ACCESS_JOBS_SIZE, ACCESSES, Access, AccessJob, ServiceUse, Used,
    access_key_of, job_age_key,
};
pub(crate) use access_key::{AccessKey, KEY_OWNERS, KEYS, KeyOwner, LAST_USED, LastUsed, ROOT, key_of};
pub(crate) use account::{ACCOUNT_ALIASES, ACCOUNTS, ALIASES, Account};
pub(crate) use census::{Counted, census, count};
pub(crate) use group::{Group, MEMBERS, join_group, leave_group, member_key};
pub(crate) use held::{CERTIFICATE_OWNERS, CREDENTIAL_OWNERS, ServiceCredential, SigningCertificate, SshKey};
pub(crate) use identity::Identity;
pub(crate) use instance_profile::{InstanceProfile, PROFILES_OF_ROLES, ProfileOfRole, profile_key};
pub(crate) use managed_policy::{POLICIES, Policy, Version};
pub(crate) use mfa_device::{Assigned, CodesSeen, DEVICES_OF_USERS, MFA_DEVICES, MfaDevice, device_key};
pub(crate) use password::{LOGINS, Login, PASSWORD_POLICIES, PasswordHash, PasswordPolicy};
pub(crate) use provider::{OidcProvider, SamlKey, SamlProvider};
pub(crate) use role::Role;
pub(crate) use server_certificate::ServerCertificate;
pub(crate) use unique_id::{Holder, UNIQUE_IDS};
pub(crate) use usage::{Usage, Use, Uses, mark, usage, users_of};
pub(crate) use user::User;

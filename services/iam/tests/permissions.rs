//! Who may do what, by example.

mod common;

use std::sync::Arc;

use api_iam::*;
use common::*;
use kernel::{Identities, MasterKey};
use store::Memory;

/// Each operation refused to a caller without permission, and how the refusal names the resource. The names are
/// the same whether or not the resource exists.
macro_rules! all_operations {
    ($check:ident; $world:expr, $session:expr) => {
        $check! { $world, $session;
            CreateRole, CreateRoleRequest { role_name: "there".into(), assume_role_policy_document: TRUST.into(), ..Default::default() }, "arn:aws:iam::111122223333:role/there";
            GetRole, GetRoleRequest { role_name: "there".into() }, "role there";
            UpdateRole, UpdateRoleRequest { role_name: "there".into(), ..Default::default() }, "role there";
            UpdateRoleDescription, UpdateRoleDescriptionRequest { role_name: "there".into(), description: "".into() }, "role there";
            DeleteRole, DeleteRoleRequest { role_name: "there".into() }, "role there";
            ListRoles, ListRolesRequest::default(), "arn:aws:iam::111122223333:role/";
            UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest { role_name: "there".into(), policy_document: TRUST.into() }, "role there";
            TagRole, TagRoleRequest { role_name: "there".into(), tags: vec![tag("a", "b")] }, "role there";
            UntagRole, UntagRoleRequest { role_name: "there".into(), tag_keys: vec!["a".into()] }, "role there";
            ListRoleTags, ListRoleTagsRequest { role_name: "there".into(), ..Default::default() }, "role there";
            PutRolePolicy, PutRolePolicyRequest { role_name: "there".into(), policy_name: "p".into(), policy_document: allow("s3:*", "*") }, "role there";
            GetRolePolicy, GetRolePolicyRequest { role_name: "there".into(), policy_name: "p".into() }, "role there";
            DeleteRolePolicy, DeleteRolePolicyRequest { role_name: "there".into(), policy_name: "p".into() }, "role there";
            ListRolePolicies, ListRolePoliciesRequest { role_name: "there".into(), ..Default::default() }, "role there";
            AttachRolePolicy, AttachRolePolicyRequest { role_name: "there".into(), policy_arn: READ.into() }, "role there";
            DetachRolePolicy, DetachRolePolicyRequest { role_name: "there".into(), policy_arn: READ.into() }, "role there";
            ListAttachedRolePolicies, ListAttachedRolePoliciesRequest { role_name: "there".into(), ..Default::default() }, "role there";
            PutRolePermissionsBoundary, PutRolePermissionsBoundaryRequest { role_name: "there".into(), permissions_boundary: READ.into() }, "role there";
            DeleteRolePermissionsBoundary, DeleteRolePermissionsBoundaryRequest { role_name: "there".into() }, "role there";
            ListInstanceProfilesForRole, ListInstanceProfilesForRoleRequest { role_name: "there".into(), ..Default::default() }, "role there";
            CreateUser, CreateUserRequest { user_name: "there".into(), ..Default::default() }, "arn:aws:iam::111122223333:user/there";
            GetUser, GetUserRequest { user_name: Some("there".into()) }, "user there";
            UpdateUser, UpdateUserRequest { user_name: "there".into(), new_user_name: Some("x".into()), new_path: None }, "user there";
            DeleteUser, DeleteUserRequest { user_name: "there".into() }, "user there";
            ListUsers, ListUsersRequest::default(), "arn:aws:iam::111122223333:user/";
            TagUser, TagUserRequest { user_name: "there".into(), tags: vec![tag("a", "b")] }, "user there";
            UntagUser, UntagUserRequest { user_name: "there".into(), tag_keys: vec!["a".into()] }, "user there";
            ListUserTags, ListUserTagsRequest { user_name: "there".into(), ..Default::default() }, "user there";
            PutUserPolicy, PutUserPolicyRequest { user_name: "there".into(), policy_name: "p".into(), policy_document: allow("s3:*", "*") }, "user there";
            GetUserPolicy, GetUserPolicyRequest { user_name: "there".into(), policy_name: "p".into() }, "user there";
            DeleteUserPolicy, DeleteUserPolicyRequest { user_name: "there".into(), policy_name: "p".into() }, "user there";
            ListUserPolicies, ListUserPoliciesRequest { user_name: "there".into(), ..Default::default() }, "user there";
            AttachUserPolicy, AttachUserPolicyRequest { user_name: "there".into(), policy_arn: READ.into() }, "user there";
            DetachUserPolicy, DetachUserPolicyRequest { user_name: "there".into(), policy_arn: READ.into() }, "user there";
            ListAttachedUserPolicies, ListAttachedUserPoliciesRequest { user_name: "there".into(), ..Default::default() }, "user there";
            PutUserPermissionsBoundary, PutUserPermissionsBoundaryRequest { user_name: "there".into(), permissions_boundary: READ.into() }, "user there";
            DeleteUserPermissionsBoundary, DeleteUserPermissionsBoundaryRequest { user_name: "there".into() }, "user there";
            CreateGroup, CreateGroupRequest { group_name: "there".into(), path: None }, "arn:aws:iam::111122223333:group/there";
            GetGroup, GetGroupRequest { group_name: "there".into(), ..Default::default() }, "group there";
            UpdateGroup, UpdateGroupRequest { group_name: "there".into(), new_group_name: Some("x".into()), new_path: None }, "group there";
            DeleteGroup, DeleteGroupRequest { group_name: "there".into() }, "group there";
            ListGroups, ListGroupsRequest::default(), "arn:aws:iam::111122223333:group/";
            AddUserToGroup, AddUserToGroupRequest { group_name: "there".into(), user_name: "eve".into() }, "group there";
            RemoveUserFromGroup, RemoveUserFromGroupRequest { group_name: "there".into(), user_name: "eve".into() }, "group there";
            ListGroupsForUser, ListGroupsForUserRequest { user_name: "there".into(), ..Default::default() }, "user there";
            PutGroupPolicy, PutGroupPolicyRequest { group_name: "there".into(), policy_name: "p".into(), policy_document: allow("s3:*", "*") }, "group there";
            GetGroupPolicy, GetGroupPolicyRequest { group_name: "there".into(), policy_name: "p".into() }, "group there";
            DeleteGroupPolicy, DeleteGroupPolicyRequest { group_name: "there".into(), policy_name: "p".into() }, "group there";
            ListGroupPolicies, ListGroupPoliciesRequest { group_name: "there".into(), ..Default::default() }, "group there";
            AttachGroupPolicy, AttachGroupPolicyRequest { group_name: "there".into(), policy_arn: READ.into() }, "group there";
            DetachGroupPolicy, DetachGroupPolicyRequest { group_name: "there".into(), policy_arn: READ.into() }, "group there";
            ListAttachedGroupPolicies, ListAttachedGroupPoliciesRequest { group_name: "there".into(), ..Default::default() }, "group there";
            CreateInstanceProfile, CreateInstanceProfileRequest { instance_profile_name: "there".into(), ..Default::default() }, "arn:aws:iam::111122223333:instance-profile/there";
            GetInstanceProfile, GetInstanceProfileRequest { instance_profile_name: "there".into() }, "instance profile there";
            DeleteInstanceProfile, DeleteInstanceProfileRequest { instance_profile_name: "there".into() }, "instance profile there";
            ListInstanceProfiles, ListInstanceProfilesRequest::default(), "arn:aws:iam::111122223333:instance-profile/";
            AddRoleToInstanceProfile, AddRoleToInstanceProfileRequest { instance_profile_name: "there".into(), role_name: "there".into() }, "instance profile there";
            RemoveRoleFromInstanceProfile, RemoveRoleFromInstanceProfileRequest { instance_profile_name: "there".into(), role_name: "there".into() }, "instance profile there";
            TagInstanceProfile, TagInstanceProfileRequest { instance_profile_name: "there".into(), tags: vec![tag("a", "b")] }, "instance profile there";
            UntagInstanceProfile, UntagInstanceProfileRequest { instance_profile_name: "there".into(), tag_keys: vec!["a".into()] }, "instance profile there";
            ListInstanceProfileTags, ListInstanceProfileTagsRequest { instance_profile_name: "there".into(), ..Default::default() }, "instance profile there";
            CreateAccountAlias, CreateAccountAliasRequest { account_alias: "books".into() }, "*";
            DeleteAccountAlias, DeleteAccountAliasRequest { account_alias: "books".into() }, "*";
            ListAccountAliases, ListAccountAliasesRequest::default(), "*";
            GetAccountSummary, (), "*";
            UpdateAccountPasswordPolicy, UpdateAccountPasswordPolicyRequest::default(), "*";
            GetAccountPasswordPolicy, (), "*";
            DeleteAccountPasswordPolicy, (), "*";
            CreateLoginProfile, CreateLoginProfileRequest { user_name: Some("there".into()), password: Some(PASSWORD.into()), ..Default::default() }, "user there";
            GetLoginProfile, GetLoginProfileRequest { user_name: Some("there".into()) }, "user there";
            UpdateLoginProfile, UpdateLoginProfileRequest { user_name: "there".into(), ..Default::default() }, "user there";
            DeleteLoginProfile, DeleteLoginProfileRequest { user_name: Some("there".into()) }, "user there";
            ChangePassword, ChangePasswordRequest { old_password: PASSWORD.into(), new_password: PASSWORD.into() }, "user eve";
            CreateVirtualMFADevice, CreateVirtualMFADeviceRequest { virtual_mfa_device_name: "there".into(), ..Default::default() }, DEVICE;
            DeleteVirtualMFADevice, DeleteVirtualMFADeviceRequest { serial_number: DEVICE.into() }, DEVICE;
            ListVirtualMFADevices, ListVirtualMFADevicesRequest::default(), "arn:aws:iam::111122223333:mfa/";
            EnableMFADevice, EnableMFADeviceRequest { user_name: "there".into(), serial_number: DEVICE.into(), authentication_code1: "000000".into(), authentication_code2: "000000".into() }, "user there";
            ResyncMFADevice, ResyncMFADeviceRequest { user_name: "there".into(), serial_number: DEVICE.into(), authentication_code1: "000000".into(), authentication_code2: "000000".into() }, "user there";
            DeactivateMFADevice, DeactivateMFADeviceRequest { user_name: Some("there".into()), serial_number: DEVICE.into() }, "user there";
            GetMFADevice, GetMFADeviceRequest { user_name: Some("there".into()), serial_number: DEVICE.into() }, "user there";
            ListMFADevices, ListMFADevicesRequest { user_name: Some("there".into()), ..Default::default() }, "user there";
            TagMFADevice, TagMFADeviceRequest { serial_number: DEVICE.into(), tags: vec![tag("a", "b")] }, DEVICE;
            UntagMFADevice, UntagMFADeviceRequest { serial_number: DEVICE.into(), tag_keys: vec!["a".into()] }, DEVICE;
            ListMFADeviceTags, ListMFADeviceTagsRequest { serial_number: DEVICE.into(), ..Default::default() }, DEVICE;
            CreateOpenIDConnectProvider, CreateOpenIDConnectProviderRequest { url: "https://id.example.com".into(), ..Default::default() }, OIDC;
            GetOpenIDConnectProvider, GetOpenIDConnectProviderRequest { open_id_connect_provider_arn: OIDC.into() }, OIDC;
            DeleteOpenIDConnectProvider, DeleteOpenIDConnectProviderRequest { open_id_connect_provider_arn: OIDC.into() }, OIDC;
            ListOpenIDConnectProviders, ListOpenIDConnectProvidersRequest {}, "arn:aws:iam::111122223333:oidc-provider/*";
            AddClientIDToOpenIDConnectProvider, AddClientIDToOpenIDConnectProviderRequest { open_id_connect_provider_arn: OIDC.into(), client_id: "a".into() }, OIDC;
            RemoveClientIDFromOpenIDConnectProvider, RemoveClientIDFromOpenIDConnectProviderRequest { open_id_connect_provider_arn: OIDC.into(), client_id: "a".into() }, OIDC;
            UpdateOpenIDConnectProviderThumbprint, UpdateOpenIDConnectProviderThumbprintRequest { open_id_connect_provider_arn: OIDC.into(), thumbprint_list: Vec::new() }, OIDC;
            TagOpenIDConnectProvider, TagOpenIDConnectProviderRequest { open_id_connect_provider_arn: OIDC.into(), tags: vec![tag("a", "b")] }, OIDC;
            UntagOpenIDConnectProvider, UntagOpenIDConnectProviderRequest { open_id_connect_provider_arn: OIDC.into(), tag_keys: vec!["a".into()] }, OIDC;
            ListOpenIDConnectProviderTags, ListOpenIDConnectProviderTagsRequest { open_id_connect_provider_arn: OIDC.into(), ..Default::default() }, OIDC;
            CreateSAMLProvider, CreateSAMLProviderRequest { name: "there".into(), saml_metadata_document: metadata(), ..Default::default() }, SAML;
            GetSAMLProvider, GetSAMLProviderRequest { saml_provider_arn: SAML.into() }, SAML;
            UpdateSAMLProvider, UpdateSAMLProviderRequest { saml_provider_arn: SAML.into(), ..Default::default() }, SAML;
            DeleteSAMLProvider, DeleteSAMLProviderRequest { saml_provider_arn: SAML.into() }, SAML;
            ListSAMLProviders, ListSAMLProvidersRequest {}, "arn:aws:iam::111122223333:saml-provider/*";
            TagSAMLProvider, TagSAMLProviderRequest { saml_provider_arn: SAML.into(), tags: vec![tag("a", "b")] }, SAML;
            UntagSAMLProvider, UntagSAMLProviderRequest { saml_provider_arn: SAML.into(), tag_keys: vec!["a".into()] }, SAML;
            ListSAMLProviderTags, ListSAMLProviderTagsRequest { saml_provider_arn: SAML.into(), ..Default::default() }, SAML;
            CreateServiceLinkedRole, CreateServiceLinkedRoleRequest { aws_service_name: "cloudtrail.amazonaws.com".into(), ..Default::default() }, "arn:aws:iam::111122223333:role/aws-service-role/cloudtrail.amazonaws.com/AWSServiceRoleForCloudTrail";
            DeleteServiceLinkedRole, DeleteServiceLinkedRoleRequest { role_name: "there".into() }, "role there";
            GetServiceLinkedRoleDeletionStatus, GetServiceLinkedRoleDeletionStatusRequest { deletion_task_id: "task/aws-service-role/a.amazonaws.com/there/1".into() }, "arn:aws:iam::111122223333:role/aws-service-role/a.amazonaws.com/there";
            UploadSSHPublicKey, UploadSSHPublicKeyRequest { user_name: "there".into(), ssh_public_key_body: "ssh-rsa AAAA".into() }, "user there";
            GetSSHPublicKey, GetSSHPublicKeyRequest { user_name: "there".into(), ssh_public_key_id: "APKANOBODYNOBODY0000".into(), encoding: "SSH".into() }, "user there";
            UpdateSSHPublicKey, UpdateSSHPublicKeyRequest { user_name: "there".into(), ssh_public_key_id: "APKANOBODYNOBODY0000".into(), status: "Active".into() }, "user there";
            DeleteSSHPublicKey, DeleteSSHPublicKeyRequest { user_name: "there".into(), ssh_public_key_id: "APKANOBODYNOBODY0000".into() }, "user there";
            ListSSHPublicKeys, ListSSHPublicKeysRequest { user_name: Some("there".into()), ..Default::default() }, "user there";
            UploadSigningCertificate, UploadSigningCertificateRequest { user_name: Some("there".into()), certificate_body: "body".into() }, "user there";
            UpdateSigningCertificate, UpdateSigningCertificateRequest { user_name: Some("there".into()), certificate_id: "NOBODYNOBODYNOBODYNOBODY".into(), status: "Active".into() }, "user there";
            DeleteSigningCertificate, DeleteSigningCertificateRequest { user_name: Some("there".into()), certificate_id: "NOBODYNOBODYNOBODYNOBODY".into() }, "user there";
            ListSigningCertificates, ListSigningCertificatesRequest { user_name: Some("there".into()), ..Default::default() }, "user there";
            CreateServiceSpecificCredential, CreateServiceSpecificCredentialRequest { user_name: "there".into(), service_name: "codecommit.amazonaws.com".into(), ..Default::default() }, "user there";
            UpdateServiceSpecificCredential, UpdateServiceSpecificCredentialRequest { user_name: Some("there".into()), service_specific_credential_id: "ACCANOBODYNOBODY00000".into(), status: "Active".into() }, "user there";
            ResetServiceSpecificCredential, ResetServiceSpecificCredentialRequest { user_name: Some("there".into()), service_specific_credential_id: "ACCANOBODYNOBODY00000".into() }, "user there";
            DeleteServiceSpecificCredential, DeleteServiceSpecificCredentialRequest { user_name: Some("there".into()), service_specific_credential_id: "ACCANOBODYNOBODY00000".into() }, "user there";
            ListServiceSpecificCredentials, ListServiceSpecificCredentialsRequest { user_name: Some("there".into()), ..Default::default() }, "user there";
            UploadServerCertificate, server_certificate("there", None), "arn:aws:iam::111122223333:server-certificate/there";
            GetServerCertificate, GetServerCertificateRequest { server_certificate_name: "there".into() }, "server certificate there";
            UpdateServerCertificate, UpdateServerCertificateRequest { server_certificate_name: "there".into(), ..Default::default() }, "server certificate there";
            DeleteServerCertificate, DeleteServerCertificateRequest { server_certificate_name: "there".into() }, "server certificate there";
            ListServerCertificates, ListServerCertificatesRequest::default(), "arn:aws:iam::111122223333:server-certificate/";
            TagServerCertificate, TagServerCertificateRequest { server_certificate_name: "there".into(), tags: vec![tag("a", "b")] }, "server certificate there";
            UntagServerCertificate, UntagServerCertificateRequest { server_certificate_name: "there".into(), tag_keys: vec!["a".into()] }, "server certificate there";
            ListServerCertificateTags, ListServerCertificateTagsRequest { server_certificate_name: "there".into(), ..Default::default() }, "server certificate there";
            SetSecurityTokenServicePreferences, SetSecurityTokenServicePreferencesRequest { global_endpoint_token_version: "v1Token".into() }, "*";
            SimulateCustomPolicy, SimulateCustomPolicyRequest { policy_input_list: vec![allow("s3:*", "*")], action_names: vec!["s3:GetObject".into()], ..Default::default() }, "*";
            SimulatePrincipalPolicy, SimulatePrincipalPolicyRequest { policy_source_arn: USER.into(), action_names: vec!["s3:GetObject".into()], ..Default::default() }, USER;
            GetContextKeysForCustomPolicy, GetContextKeysForCustomPolicyRequest { policy_input_list: vec![allow("s3:*", "*")] }, "*";
            GetContextKeysForPrincipalPolicy, GetContextKeysForPrincipalPolicyRequest { policy_source_arn: USER.into(), policy_input_list: None }, USER;
            GetAccountAuthorizationDetails, GetAccountAuthorizationDetailsRequest::default(), "*";
            GenerateCredentialReport, (), "*";
            GetCredentialReport, (), "*";
            GenerateServiceLastAccessedDetails, GenerateServiceLastAccessedDetailsRequest { arn: USER.into(), granularity: None }, USER;
            GetServiceLastAccessedDetails, GetServiceLastAccessedDetailsRequest { job_id: JOB.into(), ..Default::default() }, "*";
            GetServiceLastAccessedDetailsWithEntities, GetServiceLastAccessedDetailsWithEntitiesRequest { job_id: JOB.into(), service_namespace: "iam".into(), ..Default::default() }, "*";
            ListPoliciesGrantingServiceAccess, ListPoliciesGrantingServiceAccessRequest { arn: USER.into(), service_namespaces: vec!["iam".into()], marker: None }, USER;
            CreateAccessKey, CreateAccessKeyRequest { user_name: Some("there".into()) }, "user there";
            UpdateAccessKey, UpdateAccessKeyRequest { user_name: Some("there".into()), access_key_id: "AKIANOBODYNOBODY0000".into(), status: "Active".into() }, "user there";
            DeleteAccessKey, DeleteAccessKeyRequest { user_name: Some("there".into()), access_key_id: "AKIANOBODYNOBODY0000".into() }, "user there";
            ListAccessKeys, ListAccessKeysRequest { user_name: Some("there".into()), ..Default::default() }, "user there";
            GetAccessKeyLastUsed, GetAccessKeyLastUsedRequest { access_key_id: "AKIANOBODYNOBODY0000".into() }, "access key AKIANOBODYNOBODY0000";
            CreatePolicy, CreatePolicyRequest { policy_name: "there".into(), policy_document: allow("s3:*", "*"), ..Default::default() }, "policy there";
            GetPolicy, GetPolicyRequest { policy_arn: OWN.into() }, OWN_NAMED;
            DeletePolicy, DeletePolicyRequest { policy_arn: OWN.into() }, OWN_NAMED;
            ListPolicies, ListPoliciesRequest::default(), "policy path /";
            CreatePolicyVersion, CreatePolicyVersionRequest { policy_arn: OWN.into(), policy_document: allow("s3:*", "*"), set_as_default: None }, OWN_NAMED;
            GetPolicyVersion, GetPolicyVersionRequest { policy_arn: OWN.into(), version_id: "v1".into() }, OWN_NAMED;
            DeletePolicyVersion, DeletePolicyVersionRequest { policy_arn: OWN.into(), version_id: "v1".into() }, OWN_NAMED;
            ListPolicyVersions, ListPolicyVersionsRequest { policy_arn: OWN.into(), ..Default::default() }, OWN_NAMED;
            SetDefaultPolicyVersion, SetDefaultPolicyVersionRequest { policy_arn: OWN.into(), version_id: "v1".into() }, OWN_NAMED;
            TagPolicy, TagPolicyRequest { policy_arn: OWN.into(), tags: vec![tag("a", "b")] }, OWN_NAMED;
            UntagPolicy, UntagPolicyRequest { policy_arn: OWN.into(), tag_keys: vec!["a".into()] }, OWN_NAMED;
            ListPolicyTags, ListPolicyTagsRequest { policy_arn: OWN.into(), ..Default::default() }, OWN_NAMED;
            ListEntitiesForPolicy, ListEntitiesForPolicyRequest { policy_arn: OWN.into(), ..Default::default() }, OWN_NAMED;
        }
    };
}

const READ: &str = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
const USER: &str = "arn:aws:iam::111122223333:user/secret/there";
const JOB: &str = "00000000-0000-4000-8000-000000000000";
const DEVICE: &str = "arn:aws:iam::111122223333:mfa/there";
const OIDC: &str = "arn:aws:iam::111122223333:oidc-provider/id.example.com";
const SAML: &str = "arn:aws:iam::111122223333:saml-provider/there";
const OWN: &str = "arn:aws:iam::111122223333:policy/there";
const OWN_NAMED: &str = "policy arn:aws:iam::111122223333:policy/there";

#[tokio::test]
async fn every_operation_needs_its_permission_and_refusals_tell_nothing_of_existence() {
    let world = World::new().await;
    let eve = world.user("eve", "").await;
    let mut asked = 0;
    macro_rules! refuse_all {
        ($world:expr, $session:expr; $($op:ident, $input:expr, $named:expr;)*) => { $(
            let refusal = Box::pin($world.run::<$op>($session, $input)).await;
            denied(refusal, "eve", concat!("iam:", stringify!($op)), $named);
            asked += 1;
        )* };
    }
    all_operations!(refuse_all; world, &eve);
    assert_eq!(asked, SERVICE.operations.len());
    let input = CreateRoleRequest {
        role_name: "there".into(),
        path: Some("/secret/".into()),
        assume_role_policy_document: TRUST.into(),
        tags: Some(vec![tag("a", "b")]),
        ..Default::default()
    };
    world.root::<CreateRole>(input).await.unwrap();
    let input =
        CreateUserRequest { user_name: "there".into(), path: Some("/secret/".into()), ..Default::default() };
    world.root::<CreateUser>(input).await.unwrap();
    world.group("there", Some("/secret/")).await;
    world.profile("there", Some("/secret/")).await;
    world.login("there", PASSWORD).await.unwrap();
    world.device("there").await;
    world.oidc("https://id.example.com").await.unwrap();
    world.saml("there").await.unwrap();
    world.root::<UploadServerCertificate>(server_certificate("there", Some("/secret/"))).await.unwrap();
    let credential = CreateServiceSpecificCredentialRequest {
        user_name: "there".into(),
        service_name: "codecommit.amazonaws.com".into(),
        ..Default::default()
    };
    world.root::<CreateServiceSpecificCredential>(credential).await.unwrap();
    world.policy("there", &allow("s3:*", "*")).await;
    all_operations!(refuse_all; world, &eve);
    assert_eq!(asked, 2 * SERVICE.operations.len());
}

#[tokio::test]
async fn anonymous_callers_are_asked_for_a_signature() {
    let world = World::new().await;
    let nobody = kernel::Session::anonymous();
    let message = "Request is missing Authentication Token";
    macro_rules! refuse_all {
        ($world:expr, $session:expr; $($op:ident, $input:expr, $named:expr;)*) => { $(
            refused(Box::pin($world.run::<$op>($session, $input)).await, "MissingAuthenticationToken", 403, message);
        )* };
    }
    all_operations!(refuse_all; world, &nobody);
}

#[tokio::test]
async fn checks_are_about_the_arn_with_its_path() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    world.grant("ann", &allow("iam:*", &format!("arn:aws:iam::{ACCOUNT}:role/team/*"))).await;
    let create = |path: &str, name: &str| CreateRoleRequest {
        role_name: name.into(),
        path: Some(path.into()),
        assume_role_policy_document: TRUST.into(),
        ..Default::default()
    };
    world.run::<CreateRole>(&ann, create("/team/", "Ours")).await.unwrap();
    denied(
        world.run::<CreateRole>(&ann, create("/", "Theirs")).await,
        "ann",
        "iam:CreateRole",
        "arn:aws:iam::111122223333:role/Theirs",
    );
    world.root::<CreateRole>(create("/", "Theirs")).await.unwrap();
    let get = |name: &str| GetRoleRequest { role_name: name.into() };
    world.run::<GetRole>(&ann, get("Ours")).await.unwrap();
    denied(world.run::<GetRole>(&ann, get("Theirs")).await, "ann", "iam:GetRole", "role Theirs");
    denied(world.run::<GetRole>(&ann, get("Nobodys")).await, "ann", "iam:GetRole", "role Nobodys");
    let list = ListRolesRequest { path_prefix: Some("/team/".into()), ..Default::default() };
    world.run::<ListRoles>(&ann, list).await.unwrap();
    assert!(world.run::<ListRoles>(&ann, ListRolesRequest::default()).await.is_err());
}

#[tokio::test]
async fn moving_a_user_needs_permission_at_both_ends() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    world.user("bob", "").await;
    world.grant("ann", &allow("iam:UpdateUser", &format!("arn:aws:iam::{ACCOUNT}:user/bob"))).await;
    let rename = |name: &str| UpdateUserRequest {
        user_name: "bob".into(),
        new_user_name: Some(name.into()),
        new_path: None,
    };
    denied(world.run::<UpdateUser>(&ann, rename("eve")).await, "ann", "iam:UpdateUser", "user eve");
    world.grant("ann", &allow("iam:UpdateUser", &format!("arn:aws:iam::{ACCOUNT}:user/*"))).await;
    world.run::<UpdateUser>(&ann, rename("eve")).await.unwrap();
}

/// `Allow` of actions on everything under one condition.
fn when(actions: &str, condition: &str) -> String {
    let plain = allow(actions, "*");
    plain.replace(r#""Resource":"*""#, &format!(r#""Resource":"*","Condition":{condition}"#))
}

#[tokio::test]
async fn conditions_see_tags_policies_and_boundaries() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    world.role("Build").await;
    let role_tags =
        |value: &str| TagRoleRequest { role_name: "Build".into(), tags: vec![tag("team", value)] };

    world.grant("ann", &when("iam:TagRole", r#"{"StringEquals":{"aws:RequestTag/team":"demand"}}"#)).await;
    world.run::<TagRole>(&ann, role_tags("demand")).await.unwrap();
    assert!(world.run::<TagRole>(&ann, role_tags("supply")).await.is_err());

    for key in ["iam:ResourceTag/team", "aws:ResourceTag/team"] {
        world
            .grant("ann", &when("iam:GetRole", &format!(r#"{{"StringEquals":{{"{key}":"demand"}}}}"#)))
            .await;
        let get = || GetRoleRequest { role_name: "Build".into() };
        world.run::<GetRole>(&ann, get()).await.unwrap();
        world.root::<TagRole>(role_tags("supply")).await.unwrap();
        assert!(world.run::<GetRole>(&ann, get()).await.is_err(), "{key}");
        world.root::<TagRole>(role_tags("demand")).await.unwrap();
    }

    let untag = || UntagRoleRequest { role_name: "Build".into(), tag_keys: vec!["team".into()] };
    world
        .grant("ann", &when("iam:UntagRole", r#"{"ForAllValues:StringEquals":{"aws:TagKeys":"cost"}}"#))
        .await;
    assert!(world.run::<UntagRole>(&ann, untag()).await.is_err());

    let attach = |arn: &str| AttachRolePolicyRequest { role_name: "Build".into(), policy_arn: arn.into() };
    world
        .grant(
            "ann",
            &when("iam:AttachRolePolicy", &format!(r#"{{"ArnEquals":{{"iam:PolicyARN":"{READ}"}}}}"#)),
        )
        .await;
    world.run::<AttachRolePolicy>(&ann, attach(READ)).await.unwrap();
    assert!(
        world
            .run::<AttachRolePolicy>(&ann, attach("arn:aws:iam::aws:policy/AdministratorAccess"))
            .await
            .is_err()
    );

    let bounded = when(
        "iam:CreateUser iam:PutUserPolicy",
        &format!(r#"{{"StringEquals":{{"iam:PermissionsBoundary":"{READ}"}}}}"#),
    );
    world.grant("ann", &bounded).await;
    let create = |name: &str, boundary: Option<&str>| CreateUserRequest {
        user_name: name.into(),
        permissions_boundary: boundary.map(str::to_owned),
        ..Default::default()
    };
    assert!(world.run::<CreateUser>(&ann, create("free", None)).await.is_err());
    world.run::<CreateUser>(&ann, create("bound", Some(READ))).await.unwrap();
    world.root::<CreateUser>(create("free", None)).await.unwrap();
    let put = |name: &str| PutUserPolicyRequest {
        user_name: name.into(),
        policy_name: "p".into(),
        policy_document: allow("s3:*", "*"),
    };
    world.run::<PutUserPolicy>(&ann, put("bound")).await.unwrap();
    assert!(world.run::<PutUserPolicy>(&ann, put("free")).await.is_err());
}

#[tokio::test]
async fn tags_at_creation_need_permission_to_tag() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:CreateUser").await;
    let create = || CreateUserRequest {
        user_name: "bob".into(),
        tags: Some(vec![tag("a", "b")]),
        ..Default::default()
    };
    let resource = format!("arn:aws:iam::{ACCOUNT}:user/bob");
    denied(world.run::<CreateUser>(&ann, create()).await, "ann", "iam:TagUser", &resource);
    world.grant("ann", &allow("iam:CreateUser iam:TagUser", "*")).await;
    world.run::<CreateUser>(&ann, create()).await.unwrap();
}

#[tokio::test]
async fn a_change_of_policies_holds_for_the_next_call() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let list = || world.run::<ListRoles>(&ann, ListRolesRequest::default());
    assert!(list().await.is_err());
    let arn = world.policy("List", &allow("iam:ListRoles", "*")).await;
    assert!(list().await.is_err());
    let attach = AttachUserPolicyRequest { user_name: "ann".into(), policy_arn: arn.clone() };
    world.root::<AttachUserPolicy>(attach).await.unwrap();
    list().await.unwrap();
    let version = CreatePolicyVersionRequest {
        policy_arn: arn.clone(),
        policy_document: allow("s3:*", "*"),
        set_as_default: Some(true),
    };
    world.root::<CreatePolicyVersion>(version).await.unwrap();
    assert!(list().await.is_err());
    let back = SetDefaultPolicyVersionRequest { policy_arn: arn, version_id: "v1".into() };
    world.root::<SetDefaultPolicyVersion>(back).await.unwrap();
    list().await.unwrap();
    world.grant("ann", &statement("Deny", "iam:*", "*")).await;
    let message = format!(
        "User: arn:aws:iam::{ACCOUNT}:user/ann is not authorized to perform: iam:ListRoles on resource: \
         arn:aws:iam::{ACCOUNT}:role/ with an explicit deny in an identity-based policy"
    );
    refused(list().await, "AccessDenied", 403, &message);
}

#[tokio::test]
async fn a_boundary_limits_what_policies_give() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:*").await;
    let put =
        PutUserPermissionsBoundaryRequest { user_name: "ann".into(), permissions_boundary: READ.into() };
    world.root::<PutUserPermissionsBoundary>(put).await.unwrap();
    let message = format!(
        "User: arn:aws:iam::{ACCOUNT}:user/ann is not authorized to perform: iam:ListUsers on resource: \
         arn:aws:iam::{ACCOUNT}:user/ because no permissions boundary allows the iam:ListUsers action"
    );
    refused(world.run::<ListUsers>(&ann, ListUsersRequest::default()).await, "AccessDenied", 403, &message);
}

#[tokio::test]
async fn a_change_by_another_server_holds_at_once() {
    let store = Arc::new(Memory::new());
    let master = || MasterKey::from_bytes([7; 32]);
    let world = World::over(store.clone(), master(), ACCOUNT).await;
    let other = World::over(store, master(), ACCOUNT).await;
    assert_eq!(world.root_key, other.root_key);
    let ann = world.user("ann", "iam:ListRoles").await;
    world.run::<ListRoles>(&ann, ListRolesRequest::default()).await.unwrap();
    let remove = DeleteUserPolicyRequest { user_name: "ann".into(), policy_name: "test".into() };
    other.root::<DeleteUserPolicy>(remove).await.unwrap();
    assert!(world.run::<ListRoles>(&ann, ListRolesRequest::default()).await.is_err());
    let key = UpdateAccessKeyRequest {
        user_name: Some("ann".into()),
        access_key_id: ann.access_key_id().unwrap().into(),
        status: "Inactive".into(),
    };
    other.root::<UpdateAccessKey>(key).await.unwrap();
    assert!(world.kernel.credential(ann.access_key_id().unwrap(), None).is_err());
}

#[tokio::test]
async fn the_sessions_of_a_deleted_role_have_no_permissions() {
    let world = World::new().await;
    let role = world.role("Build").await;
    let put = || PutRolePolicyRequest {
        role_name: "Build".into(),
        policy_name: "p".into(),
        policy_document: allow("iam:ListUsers", "*"),
    };
    world.root::<PutRolePolicy>(put()).await.unwrap();
    let session = world.role_session(&role);
    world.run::<ListUsers>(&session, ListUsersRequest::default()).await.unwrap();
    let remove = DeleteRolePolicyRequest { role_name: "Build".into(), policy_name: "p".into() };
    world.root::<DeleteRolePolicy>(remove).await.unwrap();
    world.root::<DeleteRole>(DeleteRoleRequest { role_name: "Build".into() }).await.unwrap();
    assert!(world.run::<ListUsers>(&session, ListUsersRequest::default()).await.is_err());
    // Nor does a namesake give them any.
    let namesake = world.role("Build").await;
    world.root::<PutRolePolicy>(put()).await.unwrap();
    assert!(world.run::<ListUsers>(&session, ListUsersRequest::default()).await.is_err());
    world.run::<ListUsers>(&world.role_session(&namesake), ListUsersRequest::default()).await.unwrap();
}

#[tokio::test]
async fn accounts_are_apart() {
    let world = World::new().await;
    world.role("Build").await;
    let arn = world.policy("Read", &allow("s3:*", "*")).await;
    let key = world.iam.bootstrap(OTHER.parse().unwrap(), None).await.unwrap();
    let other = session(&world.kernel, &key.access_key_id);
    let gone = world.run::<GetRole>(&other, GetRoleRequest { role_name: "Build".into() }).await;
    refused(gone, "NoSuchEntity", 404, "The role with name Build cannot be found.");
    let theirs = world.run::<GetPolicy>(&other, GetPolicyRequest { policy_arn: arn }).await;
    assert_eq!(theirs.unwrap_err().code, "AccessDenied");
    let key = GetAccessKeyLastUsedRequest { access_key_id: world.root_key.access_key_id.clone() };
    let stranger = world.run::<GetAccessKeyLastUsed>(&other, key).await;
    assert_eq!(stranger.unwrap_err().code, "AccessDenied");
}

#[tokio::test]
async fn known_principals_are_answered_from_memory() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:ListRoles").await;
    let first = world.iam.of(&ann).unwrap();
    assert!(Arc::ptr_eq(&first, &world.iam.of(&ann).unwrap()));
    // A change elsewhere in the account asks for the facts again, and parses nothing again.
    world.role("Build").await;
    let second = world.iam.of(&ann).unwrap();
    assert!(!Arc::ptr_eq(&first, &second));
    assert!(Arc::ptr_eq(&first.policies[0].policy, &second.policies[0].policy));
}

#[tokio::test]
#[ignore = "measures; run with --release"]
async fn the_time_of_a_known_principal() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:ListRoles").await;
    let rounds = 1_000_000;
    let start = std::time::Instant::now();
    for _ in 0..rounds {
        std::hint::black_box(world.iam.of(&ann).unwrap());
    }
    println!("{:?} for each", start.elapsed() / rounds);
}

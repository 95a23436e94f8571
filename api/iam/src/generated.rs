//! Tables from iam/2010-05-08 of botocore 1.43.11. Change `api.toml`, not this file.

/// The service.
pub static SERVICE: shape::ServiceModel = shape::ServiceModel {
    prefix: "iam",
    signing_name: "iam",
    endpoint_prefix: "iam",
    target_prefix: "",
    protocol: shape::Protocol::AwsQuery,
    api_version: "2010-05-08",
    xml_namespace: "https://iam.amazonaws.com/doc/2010-05-08/",
    operations: &[
        &ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER,
        &ADD_ROLE_TO_INSTANCE_PROFILE,
        &ADD_USER_TO_GROUP,
        &ATTACH_GROUP_POLICY,
        &ATTACH_ROLE_POLICY,
        &ATTACH_USER_POLICY,
        &CHANGE_PASSWORD,
        &CREATE_ACCESS_KEY,
        &CREATE_ACCOUNT_ALIAS,
        &CREATE_GROUP,
        &CREATE_INSTANCE_PROFILE,
        &CREATE_LOGIN_PROFILE,
        &CREATE_OPEN_ID_CONNECT_PROVIDER,
        &CREATE_POLICY,
        &CREATE_POLICY_VERSION,
        &CREATE_ROLE,
        &CREATE_SAML_PROVIDER,
        &CREATE_SERVICE_LINKED_ROLE,
        &CREATE_SERVICE_SPECIFIC_CREDENTIAL,
        &CREATE_USER,
        &CREATE_VIRTUAL_MFA_DEVICE,
        &DEACTIVATE_MFA_DEVICE,
        &DELETE_ACCESS_KEY,
        &DELETE_ACCOUNT_ALIAS,
        &DELETE_ACCOUNT_PASSWORD_POLICY,
        &DELETE_GROUP,
        &DELETE_GROUP_POLICY,
        &DELETE_INSTANCE_PROFILE,
        &DELETE_LOGIN_PROFILE,
        &DELETE_OPEN_ID_CONNECT_PROVIDER,
        &DELETE_POLICY,
        &DELETE_POLICY_VERSION,
        &DELETE_ROLE,
        &DELETE_ROLE_PERMISSIONS_BOUNDARY,
        &DELETE_ROLE_POLICY,
        &DELETE_SAML_PROVIDER,
        &DELETE_SSH_PUBLIC_KEY,
        &DELETE_SERVER_CERTIFICATE,
        &DELETE_SERVICE_LINKED_ROLE,
        &DELETE_SERVICE_SPECIFIC_CREDENTIAL,
        &DELETE_SIGNING_CERTIFICATE,
        &DELETE_USER,
        &DELETE_USER_PERMISSIONS_BOUNDARY,
        &DELETE_USER_POLICY,
        &DELETE_VIRTUAL_MFA_DEVICE,
        &DETACH_GROUP_POLICY,
        &DETACH_ROLE_POLICY,
        &DETACH_USER_POLICY,
        &ENABLE_MFA_DEVICE,
        &GENERATE_CREDENTIAL_REPORT,
        &GENERATE_SERVICE_LAST_ACCESSED_DETAILS,
        &GET_ACCESS_KEY_LAST_USED,
        &GET_ACCOUNT_AUTHORIZATION_DETAILS,
        &GET_ACCOUNT_PASSWORD_POLICY,
        &GET_ACCOUNT_SUMMARY,
        &GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY,
        &GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY,
        &GET_CREDENTIAL_REPORT,
        &GET_GROUP,
        &GET_GROUP_POLICY,
        &GET_INSTANCE_PROFILE,
        &GET_LOGIN_PROFILE,
        &GET_MFA_DEVICE,
        &GET_OPEN_ID_CONNECT_PROVIDER,
        &GET_POLICY,
        &GET_POLICY_VERSION,
        &GET_ROLE,
        &GET_ROLE_POLICY,
        &GET_SAML_PROVIDER,
        &GET_SSH_PUBLIC_KEY,
        &GET_SERVER_CERTIFICATE,
        &GET_SERVICE_LAST_ACCESSED_DETAILS,
        &GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES,
        &GET_SERVICE_LINKED_ROLE_DELETION_STATUS,
        &GET_USER,
        &GET_USER_POLICY,
        &LIST_ACCESS_KEYS,
        &LIST_ACCOUNT_ALIASES,
        &LIST_ATTACHED_GROUP_POLICIES,
        &LIST_ATTACHED_ROLE_POLICIES,
        &LIST_ATTACHED_USER_POLICIES,
        &LIST_ENTITIES_FOR_POLICY,
        &LIST_GROUP_POLICIES,
        &LIST_GROUPS,
        &LIST_GROUPS_FOR_USER,
        &LIST_INSTANCE_PROFILE_TAGS,
        &LIST_INSTANCE_PROFILES,
        &LIST_INSTANCE_PROFILES_FOR_ROLE,
        &LIST_MFA_DEVICE_TAGS,
        &LIST_MFA_DEVICES,
        &LIST_OPEN_ID_CONNECT_PROVIDER_TAGS,
        &LIST_OPEN_ID_CONNECT_PROVIDERS,
        &LIST_POLICIES,
        &LIST_POLICIES_GRANTING_SERVICE_ACCESS,
        &LIST_POLICY_TAGS,
        &LIST_POLICY_VERSIONS,
        &LIST_ROLE_POLICIES,
        &LIST_ROLE_TAGS,
        &LIST_ROLES,
        &LIST_SAML_PROVIDER_TAGS,
        &LIST_SAML_PROVIDERS,
        &LIST_SSH_PUBLIC_KEYS,
        &LIST_SERVER_CERTIFICATE_TAGS,
        &LIST_SERVER_CERTIFICATES,
        &LIST_SERVICE_SPECIFIC_CREDENTIALS,
        &LIST_SIGNING_CERTIFICATES,
        &LIST_USER_POLICIES,
        &LIST_USER_TAGS,
        &LIST_USERS,
        &LIST_VIRTUAL_MFA_DEVICES,
        &PUT_GROUP_POLICY,
        &PUT_ROLE_PERMISSIONS_BOUNDARY,
        &PUT_ROLE_POLICY,
        &PUT_USER_PERMISSIONS_BOUNDARY,
        &PUT_USER_POLICY,
        &REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER,
        &REMOVE_ROLE_FROM_INSTANCE_PROFILE,
        &REMOVE_USER_FROM_GROUP,
        &RESET_SERVICE_SPECIFIC_CREDENTIAL,
        &RESYNC_MFA_DEVICE,
        &SET_DEFAULT_POLICY_VERSION,
        &SET_SECURITY_TOKEN_SERVICE_PREFERENCES,
        &SIMULATE_CUSTOM_POLICY,
        &SIMULATE_PRINCIPAL_POLICY,
        &TAG_INSTANCE_PROFILE,
        &TAG_MFA_DEVICE,
        &TAG_OPEN_ID_CONNECT_PROVIDER,
        &TAG_POLICY,
        &TAG_ROLE,
        &TAG_SAML_PROVIDER,
        &TAG_SERVER_CERTIFICATE,
        &TAG_USER,
        &UNTAG_INSTANCE_PROFILE,
        &UNTAG_MFA_DEVICE,
        &UNTAG_OPEN_ID_CONNECT_PROVIDER,
        &UNTAG_POLICY,
        &UNTAG_ROLE,
        &UNTAG_SAML_PROVIDER,
        &UNTAG_SERVER_CERTIFICATE,
        &UNTAG_USER,
        &UPDATE_ACCESS_KEY,
        &UPDATE_ACCOUNT_PASSWORD_POLICY,
        &UPDATE_ASSUME_ROLE_POLICY,
        &UPDATE_GROUP,
        &UPDATE_LOGIN_PROFILE,
        &UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT,
        &UPDATE_ROLE,
        &UPDATE_ROLE_DESCRIPTION,
        &UPDATE_SAML_PROVIDER,
        &UPDATE_SSH_PUBLIC_KEY,
        &UPDATE_SERVER_CERTIFICATE,
        &UPDATE_SERVICE_SPECIFIC_CREDENTIAL,
        &UPDATE_SIGNING_CERTIFICATE,
        &UPDATE_USER,
        &UPLOAD_SSH_PUBLIC_KEY,
        &UPLOAD_SERVER_CERTIFICATE,
        &UPLOAD_SIGNING_CERTIFICATE,
    ],
};

/// Registers a handler for every served operation; a missing one does not compile.
#[macro_export]
macro_rules! serve {
    ($registry:expr, $service:expr) => {{
        $registry.serve::<_, $crate::AddClientIDToOpenIDConnectProvider>(&$service);
        $registry.serve::<_, $crate::AddRoleToInstanceProfile>(&$service);
        $registry.serve::<_, $crate::AddUserToGroup>(&$service);
        $registry.serve::<_, $crate::AttachGroupPolicy>(&$service);
        $registry.serve::<_, $crate::AttachRolePolicy>(&$service);
        $registry.serve::<_, $crate::AttachUserPolicy>(&$service);
        $registry.serve::<_, $crate::ChangePassword>(&$service);
        $registry.serve::<_, $crate::CreateAccessKey>(&$service);
        $registry.serve::<_, $crate::CreateAccountAlias>(&$service);
        $registry.serve::<_, $crate::CreateGroup>(&$service);
        $registry.serve::<_, $crate::CreateInstanceProfile>(&$service);
        $registry.serve::<_, $crate::CreateLoginProfile>(&$service);
        $registry.serve::<_, $crate::CreateOpenIDConnectProvider>(&$service);
        $registry.serve::<_, $crate::CreatePolicy>(&$service);
        $registry.serve::<_, $crate::CreatePolicyVersion>(&$service);
        $registry.serve::<_, $crate::CreateRole>(&$service);
        $registry.serve::<_, $crate::CreateSAMLProvider>(&$service);
        $registry.serve::<_, $crate::CreateServiceLinkedRole>(&$service);
        $registry.serve::<_, $crate::CreateServiceSpecificCredential>(&$service);
        $registry.serve::<_, $crate::CreateUser>(&$service);
        $registry.serve::<_, $crate::CreateVirtualMFADevice>(&$service);
        $registry.serve::<_, $crate::DeactivateMFADevice>(&$service);
        $registry.serve::<_, $crate::DeleteAccessKey>(&$service);
        $registry.serve::<_, $crate::DeleteAccountAlias>(&$service);
        $registry.serve::<_, $crate::DeleteAccountPasswordPolicy>(&$service);
        $registry.serve::<_, $crate::DeleteGroup>(&$service);
        $registry.serve::<_, $crate::DeleteGroupPolicy>(&$service);
        $registry.serve::<_, $crate::DeleteInstanceProfile>(&$service);
        $registry.serve::<_, $crate::DeleteLoginProfile>(&$service);
        $registry.serve::<_, $crate::DeleteOpenIDConnectProvider>(&$service);
        $registry.serve::<_, $crate::DeletePolicy>(&$service);
        $registry.serve::<_, $crate::DeletePolicyVersion>(&$service);
        $registry.serve::<_, $crate::DeleteRole>(&$service);
        $registry.serve::<_, $crate::DeleteRolePermissionsBoundary>(&$service);
        $registry.serve::<_, $crate::DeleteRolePolicy>(&$service);
        $registry.serve::<_, $crate::DeleteSAMLProvider>(&$service);
        $registry.serve::<_, $crate::DeleteSSHPublicKey>(&$service);
        $registry.serve::<_, $crate::DeleteServerCertificate>(&$service);
        $registry.serve::<_, $crate::DeleteServiceLinkedRole>(&$service);
        $registry.serve::<_, $crate::DeleteServiceSpecificCredential>(&$service);
        $registry.serve::<_, $crate::DeleteSigningCertificate>(&$service);
        $registry.serve::<_, $crate::DeleteUser>(&$service);
        $registry.serve::<_, $crate::DeleteUserPermissionsBoundary>(&$service);
        $registry.serve::<_, $crate::DeleteUserPolicy>(&$service);
        $registry.serve::<_, $crate::DeleteVirtualMFADevice>(&$service);
        $registry.serve::<_, $crate::DetachGroupPolicy>(&$service);
        $registry.serve::<_, $crate::DetachRolePolicy>(&$service);
        $registry.serve::<_, $crate::DetachUserPolicy>(&$service);
        $registry.serve::<_, $crate::EnableMFADevice>(&$service);
        $registry.serve::<_, $crate::GenerateCredentialReport>(&$service);
        $registry.serve::<_, $crate::GenerateServiceLastAccessedDetails>(&$service);
        $registry.serve::<_, $crate::GetAccessKeyLastUsed>(&$service);
        $registry.serve::<_, $crate::GetAccountAuthorizationDetails>(&$service);
        $registry.serve::<_, $crate::GetAccountPasswordPolicy>(&$service);
        $registry.serve::<_, $crate::GetAccountSummary>(&$service);
        $registry.serve::<_, $crate::GetContextKeysForCustomPolicy>(&$service);
        $registry.serve::<_, $crate::GetContextKeysForPrincipalPolicy>(&$service);
        $registry.serve::<_, $crate::GetCredentialReport>(&$service);
        $registry.serve::<_, $crate::GetGroup>(&$service);
        $registry.serve::<_, $crate::GetGroupPolicy>(&$service);
        $registry.serve::<_, $crate::GetInstanceProfile>(&$service);
        $registry.serve::<_, $crate::GetLoginProfile>(&$service);
        $registry.serve::<_, $crate::GetMFADevice>(&$service);
        $registry.serve::<_, $crate::GetOpenIDConnectProvider>(&$service);
        $registry.serve::<_, $crate::GetPolicy>(&$service);
        $registry.serve::<_, $crate::GetPolicyVersion>(&$service);
        $registry.serve::<_, $crate::GetRole>(&$service);
        $registry.serve::<_, $crate::GetRolePolicy>(&$service);
        $registry.serve::<_, $crate::GetSAMLProvider>(&$service);
        $registry.serve::<_, $crate::GetSSHPublicKey>(&$service);
        $registry.serve::<_, $crate::GetServerCertificate>(&$service);
        $registry.serve::<_, $crate::GetServiceLastAccessedDetails>(&$service);
        $registry.serve::<_, $crate::GetServiceLastAccessedDetailsWithEntities>(&$service);
        $registry.serve::<_, $crate::GetServiceLinkedRoleDeletionStatus>(&$service);
        $registry.serve::<_, $crate::GetUser>(&$service);
        $registry.serve::<_, $crate::GetUserPolicy>(&$service);
        $registry.serve::<_, $crate::ListAccessKeys>(&$service);
        $registry.serve::<_, $crate::ListAccountAliases>(&$service);
        $registry.serve::<_, $crate::ListAttachedGroupPolicies>(&$service);
        $registry.serve::<_, $crate::ListAttachedRolePolicies>(&$service);
        $registry.serve::<_, $crate::ListAttachedUserPolicies>(&$service);
        $registry.serve::<_, $crate::ListEntitiesForPolicy>(&$service);
        $registry.serve::<_, $crate::ListGroupPolicies>(&$service);
        $registry.serve::<_, $crate::ListGroups>(&$service);
        $registry.serve::<_, $crate::ListGroupsForUser>(&$service);
        $registry.serve::<_, $crate::ListInstanceProfileTags>(&$service);
        $registry.serve::<_, $crate::ListInstanceProfiles>(&$service);
        $registry.serve::<_, $crate::ListInstanceProfilesForRole>(&$service);
        $registry.serve::<_, $crate::ListMFADeviceTags>(&$service);
        $registry.serve::<_, $crate::ListMFADevices>(&$service);
        $registry.serve::<_, $crate::ListOpenIDConnectProviderTags>(&$service);
        $registry.serve::<_, $crate::ListOpenIDConnectProviders>(&$service);
        $registry.serve::<_, $crate::ListPolicies>(&$service);
        $registry.serve::<_, $crate::ListPoliciesGrantingServiceAccess>(&$service);
        $registry.serve::<_, $crate::ListPolicyTags>(&$service);
        $registry.serve::<_, $crate::ListPolicyVersions>(&$service);
        $registry.serve::<_, $crate::ListRolePolicies>(&$service);
        $registry.serve::<_, $crate::ListRoleTags>(&$service);
        $registry.serve::<_, $crate::ListRoles>(&$service);
        $registry.serve::<_, $crate::ListSAMLProviderTags>(&$service);
        $registry.serve::<_, $crate::ListSAMLProviders>(&$service);
        $registry.serve::<_, $crate::ListSSHPublicKeys>(&$service);
        $registry.serve::<_, $crate::ListServerCertificateTags>(&$service);
        $registry.serve::<_, $crate::ListServerCertificates>(&$service);
        $registry.serve::<_, $crate::ListServiceSpecificCredentials>(&$service);
        $registry.serve::<_, $crate::ListSigningCertificates>(&$service);
        $registry.serve::<_, $crate::ListUserPolicies>(&$service);
        $registry.serve::<_, $crate::ListUserTags>(&$service);
        $registry.serve::<_, $crate::ListUsers>(&$service);
        $registry.serve::<_, $crate::ListVirtualMFADevices>(&$service);
        $registry.serve::<_, $crate::PutGroupPolicy>(&$service);
        $registry.serve::<_, $crate::PutRolePermissionsBoundary>(&$service);
        $registry.serve::<_, $crate::PutRolePolicy>(&$service);
        $registry.serve::<_, $crate::PutUserPermissionsBoundary>(&$service);
        $registry.serve::<_, $crate::PutUserPolicy>(&$service);
        $registry.serve::<_, $crate::RemoveClientIDFromOpenIDConnectProvider>(&$service);
        $registry.serve::<_, $crate::RemoveRoleFromInstanceProfile>(&$service);
        $registry.serve::<_, $crate::RemoveUserFromGroup>(&$service);
        $registry.serve::<_, $crate::ResetServiceSpecificCredential>(&$service);
        $registry.serve::<_, $crate::ResyncMFADevice>(&$service);
        $registry.serve::<_, $crate::SetDefaultPolicyVersion>(&$service);
        $registry.serve::<_, $crate::SetSecurityTokenServicePreferences>(&$service);
        $registry.serve::<_, $crate::SimulateCustomPolicy>(&$service);
        $registry.serve::<_, $crate::SimulatePrincipalPolicy>(&$service);
        $registry.serve::<_, $crate::TagInstanceProfile>(&$service);
        $registry.serve::<_, $crate::TagMFADevice>(&$service);
        $registry.serve::<_, $crate::TagOpenIDConnectProvider>(&$service);
        $registry.serve::<_, $crate::TagPolicy>(&$service);
        $registry.serve::<_, $crate::TagRole>(&$service);
        $registry.serve::<_, $crate::TagSAMLProvider>(&$service);
        $registry.serve::<_, $crate::TagServerCertificate>(&$service);
        $registry.serve::<_, $crate::TagUser>(&$service);
        $registry.serve::<_, $crate::UntagInstanceProfile>(&$service);
        $registry.serve::<_, $crate::UntagMFADevice>(&$service);
        $registry.serve::<_, $crate::UntagOpenIDConnectProvider>(&$service);
        $registry.serve::<_, $crate::UntagPolicy>(&$service);
        $registry.serve::<_, $crate::UntagRole>(&$service);
        $registry.serve::<_, $crate::UntagSAMLProvider>(&$service);
        $registry.serve::<_, $crate::UntagServerCertificate>(&$service);
        $registry.serve::<_, $crate::UntagUser>(&$service);
        $registry.serve::<_, $crate::UpdateAccessKey>(&$service);
        $registry.serve::<_, $crate::UpdateAccountPasswordPolicy>(&$service);
        $registry.serve::<_, $crate::UpdateAssumeRolePolicy>(&$service);
        $registry.serve::<_, $crate::UpdateGroup>(&$service);
        $registry.serve::<_, $crate::UpdateLoginProfile>(&$service);
        $registry.serve::<_, $crate::UpdateOpenIDConnectProviderThumbprint>(&$service);
        $registry.serve::<_, $crate::UpdateRole>(&$service);
        $registry.serve::<_, $crate::UpdateRoleDescription>(&$service);
        $registry.serve::<_, $crate::UpdateSAMLProvider>(&$service);
        $registry.serve::<_, $crate::UpdateSSHPublicKey>(&$service);
        $registry.serve::<_, $crate::UpdateServerCertificate>(&$service);
        $registry.serve::<_, $crate::UpdateServiceSpecificCredential>(&$service);
        $registry.serve::<_, $crate::UpdateSigningCertificate>(&$service);
        $registry.serve::<_, $crate::UpdateUser>(&$service);
        $registry.serve::<_, $crate::UploadSSHPublicKey>(&$service);
        $registry.serve::<_, $crate::UploadServerCertificate>(&$service);
        $registry.serve::<_, $crate::UploadSigningCertificate>(&$service);
    }};
}

shape::operations! {
    SERVICE;
    AddClientIDToOpenIDConnectProvider as ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER: AddClientIDToOpenIDConnectProviderRequest = ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [CONCURRENT_MODIFICATION, INVALID_INPUT, NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    AddRoleToInstanceProfile as ADD_ROLE_TO_INSTANCE_PROFILE: AddRoleToInstanceProfileRequest = ADD_ROLE_TO_INSTANCE_PROFILE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, ENTITY_ALREADY_EXISTS, LIMIT_EXCEEDED, UNMODIFIABLE_ENTITY, SERVICE_FAILURE]
    }
    AddUserToGroup as ADD_USER_TO_GROUP: AddUserToGroupRequest = ADD_USER_TO_GROUP_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    AttachGroupPolicy as ATTACH_GROUP_POLICY: AttachGroupPolicyRequest = ATTACH_GROUP_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, POLICY_NOT_ATTACHABLE, SERVICE_FAILURE]
    }
    AttachRolePolicy as ATTACH_ROLE_POLICY: AttachRolePolicyRequest = ATTACH_ROLE_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, UNMODIFIABLE_ENTITY, POLICY_NOT_ATTACHABLE, SERVICE_FAILURE]
    }
    AttachUserPolicy as ATTACH_USER_POLICY: AttachUserPolicyRequest = ATTACH_USER_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, POLICY_NOT_ATTACHABLE, SERVICE_FAILURE]
    }
    ChangePassword as CHANGE_PASSWORD: ChangePasswordRequest = CHANGE_PASSWORD_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_USER_TYPE, LIMIT_EXCEEDED, ENTITY_TEMPORARILY_UNMODIFIABLE, PASSWORD_POLICY_VIOLATION, SERVICE_FAILURE]
    }
    CreateAccessKey as CREATE_ACCESS_KEY: CreateAccessKeyRequest = CREATE_ACCESS_KEY_REQUEST => CreateAccessKeyResponse = CREATE_ACCESS_KEY_RESPONSE {
        POST "/" 200 "CreateAccessKeyResult"
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    CreateAccountAlias as CREATE_ACCOUNT_ALIAS: CreateAccountAliasRequest = CREATE_ACCOUNT_ALIAS_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [CONCURRENT_MODIFICATION, ENTITY_ALREADY_EXISTS, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    CreateGroup as CREATE_GROUP: CreateGroupRequest = CREATE_GROUP_REQUEST => CreateGroupResponse = CREATE_GROUP_RESPONSE {
        POST "/" 200 "CreateGroupResult"
        [LIMIT_EXCEEDED, ENTITY_ALREADY_EXISTS, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    CreateInstanceProfile as CREATE_INSTANCE_PROFILE: CreateInstanceProfileRequest = CREATE_INSTANCE_PROFILE_REQUEST => CreateInstanceProfileResponse = CREATE_INSTANCE_PROFILE_RESPONSE {
        POST "/" 200 "CreateInstanceProfileResult"
        [ENTITY_ALREADY_EXISTS, INVALID_INPUT, LIMIT_EXCEEDED, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    CreateLoginProfile as CREATE_LOGIN_PROFILE: CreateLoginProfileRequest = CREATE_LOGIN_PROFILE_REQUEST => CreateLoginProfileResponse = CREATE_LOGIN_PROFILE_RESPONSE {
        POST "/" 200 "CreateLoginProfileResult"
        [ENTITY_ALREADY_EXISTS, NO_SUCH_ENTITY, PASSWORD_POLICY_VIOLATION, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    CreateOpenIDConnectProvider as CREATE_OPEN_ID_CONNECT_PROVIDER: CreateOpenIDConnectProviderRequest = CREATE_OPEN_ID_CONNECT_PROVIDER_REQUEST => CreateOpenIDConnectProviderResponse = CREATE_OPEN_ID_CONNECT_PROVIDER_RESPONSE {
        POST "/" 200 "CreateOpenIDConnectProviderResult"
        [INVALID_INPUT, ENTITY_ALREADY_EXISTS, LIMIT_EXCEEDED, CONCURRENT_MODIFICATION, SERVICE_FAILURE, OPEN_ID_IDP_COMMUNICATION_ERROR]
    }
    CreatePolicy as CREATE_POLICY: CreatePolicyRequest = CREATE_POLICY_REQUEST => CreatePolicyResponse = CREATE_POLICY_RESPONSE {
        POST "/" 200 "CreatePolicyResult"
        [INVALID_INPUT, LIMIT_EXCEEDED, ENTITY_ALREADY_EXISTS, MALFORMED_POLICY_DOCUMENT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    CreatePolicyVersion as CREATE_POLICY_VERSION: CreatePolicyVersionRequest = CREATE_POLICY_VERSION_REQUEST => CreatePolicyVersionResponse = CREATE_POLICY_VERSION_RESPONSE {
        POST "/" 200 "CreatePolicyVersionResult"
        [NO_SUCH_ENTITY, MALFORMED_POLICY_DOCUMENT, INVALID_INPUT, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    CreateRole as CREATE_ROLE: CreateRoleRequest = CREATE_ROLE_REQUEST => CreateRoleResponse = CREATE_ROLE_RESPONSE {
        POST "/" 200 "CreateRoleResult"
        [LIMIT_EXCEEDED, INVALID_INPUT, ENTITY_ALREADY_EXISTS, MALFORMED_POLICY_DOCUMENT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    CreateSAMLProvider as CREATE_SAML_PROVIDER: CreateSAMLProviderRequest = CREATE_SAML_PROVIDER_REQUEST => CreateSAMLProviderResponse = CREATE_SAML_PROVIDER_RESPONSE {
        POST "/" 200 "CreateSAMLProviderResult"
        [INVALID_INPUT, ENTITY_ALREADY_EXISTS, LIMIT_EXCEEDED, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    CreateServiceLinkedRole as CREATE_SERVICE_LINKED_ROLE: CreateServiceLinkedRoleRequest = CREATE_SERVICE_LINKED_ROLE_REQUEST => CreateServiceLinkedRoleResponse = CREATE_SERVICE_LINKED_ROLE_RESPONSE {
        POST "/" 200 "CreateServiceLinkedRoleResult"
        [INVALID_INPUT, LIMIT_EXCEEDED, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    CreateServiceSpecificCredential as CREATE_SERVICE_SPECIFIC_CREDENTIAL: CreateServiceSpecificCredentialRequest = CREATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST => CreateServiceSpecificCredentialResponse = CREATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE {
        POST "/" 200 "CreateServiceSpecificCredentialResult"
        [LIMIT_EXCEEDED, NO_SUCH_ENTITY, NOT_SUPPORTED_SERVICE]
    }
    CreateUser as CREATE_USER: CreateUserRequest = CREATE_USER_REQUEST => CreateUserResponse = CREATE_USER_RESPONSE {
        POST "/" 200 "CreateUserResult"
        [LIMIT_EXCEEDED, ENTITY_ALREADY_EXISTS, NO_SUCH_ENTITY, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    CreateVirtualMFADevice as CREATE_VIRTUAL_MFA_DEVICE: CreateVirtualMFADeviceRequest = CREATE_VIRTUAL_MFA_DEVICE_REQUEST => CreateVirtualMFADeviceResponse = CREATE_VIRTUAL_MFA_DEVICE_RESPONSE {
        POST "/" 200 "CreateVirtualMFADeviceResult"
        [LIMIT_EXCEEDED, INVALID_INPUT, ENTITY_ALREADY_EXISTS, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    DeactivateMFADevice as DEACTIVATE_MFA_DEVICE: DeactivateMFADeviceRequest = DEACTIVATE_MFA_DEVICE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [ENTITY_TEMPORARILY_UNMODIFIABLE, NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE, CONCURRENT_MODIFICATION]
    }
    DeleteAccessKey as DELETE_ACCESS_KEY: DeleteAccessKeyRequest = DELETE_ACCESS_KEY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteAccountAlias as DELETE_ACCOUNT_ALIAS: DeleteAccountAliasRequest = DELETE_ACCOUNT_ALIAS_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [CONCURRENT_MODIFICATION, NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteAccountPasswordPolicy as DELETE_ACCOUNT_PASSWORD_POLICY: () = shape::UNIT => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteGroup as DELETE_GROUP: DeleteGroupRequest = DELETE_GROUP_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, DELETE_CONFLICT, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteGroupPolicy as DELETE_GROUP_POLICY: DeleteGroupPolicyRequest = DELETE_GROUP_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteInstanceProfile as DELETE_INSTANCE_PROFILE: DeleteInstanceProfileRequest = DELETE_INSTANCE_PROFILE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, DELETE_CONFLICT, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteLoginProfile as DELETE_LOGIN_PROFILE: DeleteLoginProfileRequest = DELETE_LOGIN_PROFILE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [ENTITY_TEMPORARILY_UNMODIFIABLE, NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteOpenIDConnectProvider as DELETE_OPEN_ID_CONNECT_PROVIDER: DeleteOpenIDConnectProviderRequest = DELETE_OPEN_ID_CONNECT_PROVIDER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_INPUT, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    DeletePolicy as DELETE_POLICY: DeletePolicyRequest = DELETE_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, DELETE_CONFLICT, SERVICE_FAILURE]
    }
    DeletePolicyVersion as DELETE_POLICY_VERSION: DeletePolicyVersionRequest = DELETE_POLICY_VERSION_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, DELETE_CONFLICT, SERVICE_FAILURE]
    }
    DeleteRole as DELETE_ROLE: DeleteRoleRequest = DELETE_ROLE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, DELETE_CONFLICT, LIMIT_EXCEEDED, UNMODIFIABLE_ENTITY, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    DeleteRolePermissionsBoundary as DELETE_ROLE_PERMISSIONS_BOUNDARY: DeleteRolePermissionsBoundaryRequest = DELETE_ROLE_PERMISSIONS_BOUNDARY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, UNMODIFIABLE_ENTITY, SERVICE_FAILURE]
    }
    DeleteRolePolicy as DELETE_ROLE_POLICY: DeleteRolePolicyRequest = DELETE_ROLE_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, UNMODIFIABLE_ENTITY, SERVICE_FAILURE]
    }
    DeleteSAMLProvider as DELETE_SAML_PROVIDER: DeleteSAMLProviderRequest = DELETE_SAML_PROVIDER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_INPUT, LIMIT_EXCEEDED, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    DeleteSSHPublicKey as DELETE_SSH_PUBLIC_KEY: DeleteSSHPublicKeyRequest = DELETE_SSH_PUBLIC_KEY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY]
    }
    DeleteServerCertificate as DELETE_SERVER_CERTIFICATE: DeleteServerCertificateRequest = DELETE_SERVER_CERTIFICATE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, DELETE_CONFLICT, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteServiceLinkedRole as DELETE_SERVICE_LINKED_ROLE: DeleteServiceLinkedRoleRequest = DELETE_SERVICE_LINKED_ROLE_REQUEST => DeleteServiceLinkedRoleResponse = DELETE_SERVICE_LINKED_ROLE_RESPONSE {
        POST "/" 200 "DeleteServiceLinkedRoleResult"
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteServiceSpecificCredential as DELETE_SERVICE_SPECIFIC_CREDENTIAL: DeleteServiceSpecificCredentialRequest = DELETE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY]
    }
    DeleteSigningCertificate as DELETE_SIGNING_CERTIFICATE: DeleteSigningCertificateRequest = DELETE_SIGNING_CERTIFICATE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    DeleteUser as DELETE_USER: DeleteUserRequest = DELETE_USER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [LIMIT_EXCEEDED, NO_SUCH_ENTITY, DELETE_CONFLICT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    DeleteUserPermissionsBoundary as DELETE_USER_PERMISSIONS_BOUNDARY: DeleteUserPermissionsBoundaryRequest = DELETE_USER_PERMISSIONS_BOUNDARY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    DeleteUserPolicy as DELETE_USER_POLICY: DeleteUserPolicyRequest = DELETE_USER_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    DeleteVirtualMFADevice as DELETE_VIRTUAL_MFA_DEVICE: DeleteVirtualMFADeviceRequest = DELETE_VIRTUAL_MFA_DEVICE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, DELETE_CONFLICT, LIMIT_EXCEEDED, SERVICE_FAILURE, CONCURRENT_MODIFICATION]
    }
    DetachGroupPolicy as DETACH_GROUP_POLICY: DetachGroupPolicyRequest = DETACH_GROUP_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, SERVICE_FAILURE]
    }
    DetachRolePolicy as DETACH_ROLE_POLICY: DetachRolePolicyRequest = DETACH_ROLE_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, UNMODIFIABLE_ENTITY, SERVICE_FAILURE]
    }
    DetachUserPolicy as DETACH_USER_POLICY: DetachUserPolicyRequest = DETACH_USER_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, SERVICE_FAILURE]
    }
    EnableMFADevice as ENABLE_MFA_DEVICE: EnableMFADeviceRequest = ENABLE_MFA_DEVICE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [ENTITY_ALREADY_EXISTS, ENTITY_TEMPORARILY_UNMODIFIABLE, INVALID_AUTHENTICATION_CODE, LIMIT_EXCEEDED, NO_SUCH_ENTITY, SERVICE_FAILURE, CONCURRENT_MODIFICATION]
    }
    GenerateCredentialReport as GENERATE_CREDENTIAL_REPORT: () = shape::UNIT => GenerateCredentialReportResponse = GENERATE_CREDENTIAL_REPORT_RESPONSE {
        POST "/" 200 "GenerateCredentialReportResult"
        [LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    GenerateServiceLastAccessedDetails as GENERATE_SERVICE_LAST_ACCESSED_DETAILS: GenerateServiceLastAccessedDetailsRequest = GENERATE_SERVICE_LAST_ACCESSED_DETAILS_REQUEST => GenerateServiceLastAccessedDetailsResponse = GENERATE_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE {
        POST "/" 200 "GenerateServiceLastAccessedDetailsResult"
        [NO_SUCH_ENTITY, INVALID_INPUT]
    }
    GetAccessKeyLastUsed as GET_ACCESS_KEY_LAST_USED: GetAccessKeyLastUsedRequest = GET_ACCESS_KEY_LAST_USED_REQUEST => GetAccessKeyLastUsedResponse = GET_ACCESS_KEY_LAST_USED_RESPONSE {
        POST "/" 200 "GetAccessKeyLastUsedResult"
        []
    }
    GetAccountAuthorizationDetails as GET_ACCOUNT_AUTHORIZATION_DETAILS: GetAccountAuthorizationDetailsRequest = GET_ACCOUNT_AUTHORIZATION_DETAILS_REQUEST => GetAccountAuthorizationDetailsResponse = GET_ACCOUNT_AUTHORIZATION_DETAILS_RESPONSE {
        POST "/" 200 "GetAccountAuthorizationDetailsResult"
        [SERVICE_FAILURE]
    }
    GetAccountPasswordPolicy as GET_ACCOUNT_PASSWORD_POLICY: () = shape::UNIT => GetAccountPasswordPolicyResponse = GET_ACCOUNT_PASSWORD_POLICY_RESPONSE {
        POST "/" 200 "GetAccountPasswordPolicyResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetAccountSummary as GET_ACCOUNT_SUMMARY: () = shape::UNIT => GetAccountSummaryResponse = GET_ACCOUNT_SUMMARY_RESPONSE {
        POST "/" 200 "GetAccountSummaryResult"
        [SERVICE_FAILURE]
    }
    GetContextKeysForCustomPolicy as GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY: GetContextKeysForCustomPolicyRequest = GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY_REQUEST => GetContextKeysForPolicyResponse = GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE {
        POST "/" 200 "GetContextKeysForCustomPolicyResult"
        [INVALID_INPUT]
    }
    GetContextKeysForPrincipalPolicy as GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY: GetContextKeysForPrincipalPolicyRequest = GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY_REQUEST => GetContextKeysForPolicyResponse = GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE {
        POST "/" 200 "GetContextKeysForPrincipalPolicyResult"
        [NO_SUCH_ENTITY, INVALID_INPUT]
    }
    GetCredentialReport as GET_CREDENTIAL_REPORT: () = shape::UNIT => GetCredentialReportResponse = GET_CREDENTIAL_REPORT_RESPONSE {
        POST "/" 200 "GetCredentialReportResult"
        [REPORT_NOT_PRESENT, REPORT_EXPIRED, REPORT_IN_PROGRESS, SERVICE_FAILURE]
    }
    GetGroup as GET_GROUP: GetGroupRequest = GET_GROUP_REQUEST => GetGroupResponse = GET_GROUP_RESPONSE {
        POST "/" 200 "GetGroupResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetGroupPolicy as GET_GROUP_POLICY: GetGroupPolicyRequest = GET_GROUP_POLICY_REQUEST => GetGroupPolicyResponse = GET_GROUP_POLICY_RESPONSE {
        POST "/" 200 "GetGroupPolicyResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetInstanceProfile as GET_INSTANCE_PROFILE: GetInstanceProfileRequest = GET_INSTANCE_PROFILE_REQUEST => GetInstanceProfileResponse = GET_INSTANCE_PROFILE_RESPONSE {
        POST "/" 200 "GetInstanceProfileResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetLoginProfile as GET_LOGIN_PROFILE: GetLoginProfileRequest = GET_LOGIN_PROFILE_REQUEST => GetLoginProfileResponse = GET_LOGIN_PROFILE_RESPONSE {
        POST "/" 200 "GetLoginProfileResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetMFADevice as GET_MFA_DEVICE: GetMFADeviceRequest = GET_MFA_DEVICE_REQUEST => GetMFADeviceResponse = GET_MFA_DEVICE_RESPONSE {
        POST "/" 200 "GetMFADeviceResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetOpenIDConnectProvider as GET_OPEN_ID_CONNECT_PROVIDER: GetOpenIDConnectProviderRequest = GET_OPEN_ID_CONNECT_PROVIDER_REQUEST => GetOpenIDConnectProviderResponse = GET_OPEN_ID_CONNECT_PROVIDER_RESPONSE {
        POST "/" 200 "GetOpenIDConnectProviderResult"
        [INVALID_INPUT, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetPolicy as GET_POLICY: GetPolicyRequest = GET_POLICY_REQUEST => GetPolicyResponse = GET_POLICY_RESPONSE {
        POST "/" 200 "GetPolicyResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    GetPolicyVersion as GET_POLICY_VERSION: GetPolicyVersionRequest = GET_POLICY_VERSION_REQUEST => GetPolicyVersionResponse = GET_POLICY_VERSION_RESPONSE {
        POST "/" 200 "GetPolicyVersionResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    GetRole as GET_ROLE: GetRoleRequest = GET_ROLE_REQUEST => GetRoleResponse = GET_ROLE_RESPONSE {
        POST "/" 200 "GetRoleResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetRolePolicy as GET_ROLE_POLICY: GetRolePolicyRequest = GET_ROLE_POLICY_REQUEST => GetRolePolicyResponse = GET_ROLE_POLICY_RESPONSE {
        POST "/" 200 "GetRolePolicyResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetSAMLProvider as GET_SAML_PROVIDER: GetSAMLProviderRequest = GET_SAML_PROVIDER_REQUEST => GetSAMLProviderResponse = GET_SAML_PROVIDER_RESPONSE {
        POST "/" 200 "GetSAMLProviderResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    GetSSHPublicKey as GET_SSH_PUBLIC_KEY: GetSSHPublicKeyRequest = GET_SSH_PUBLIC_KEY_REQUEST => GetSSHPublicKeyResponse = GET_SSH_PUBLIC_KEY_RESPONSE {
        POST "/" 200 "GetSSHPublicKeyResult"
        [NO_SUCH_ENTITY, UNRECOGNIZED_PUBLIC_KEY_ENCODING]
    }
    GetServerCertificate as GET_SERVER_CERTIFICATE: GetServerCertificateRequest = GET_SERVER_CERTIFICATE_REQUEST => GetServerCertificateResponse = GET_SERVER_CERTIFICATE_RESPONSE {
        POST "/" 200 "GetServerCertificateResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetServiceLastAccessedDetails as GET_SERVICE_LAST_ACCESSED_DETAILS: GetServiceLastAccessedDetailsRequest = GET_SERVICE_LAST_ACCESSED_DETAILS_REQUEST => GetServiceLastAccessedDetailsResponse = GET_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE {
        POST "/" 200 "GetServiceLastAccessedDetailsResult"
        [NO_SUCH_ENTITY, INVALID_INPUT]
    }
    GetServiceLastAccessedDetailsWithEntities as GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES: GetServiceLastAccessedDetailsWithEntitiesRequest = GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_REQUEST => GetServiceLastAccessedDetailsWithEntitiesResponse = GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_RESPONSE {
        POST "/" 200 "GetServiceLastAccessedDetailsWithEntitiesResult"
        [NO_SUCH_ENTITY, INVALID_INPUT]
    }
    GetServiceLinkedRoleDeletionStatus as GET_SERVICE_LINKED_ROLE_DELETION_STATUS: GetServiceLinkedRoleDeletionStatusRequest = GET_SERVICE_LINKED_ROLE_DELETION_STATUS_REQUEST => GetServiceLinkedRoleDeletionStatusResponse = GET_SERVICE_LINKED_ROLE_DELETION_STATUS_RESPONSE {
        POST "/" 200 "GetServiceLinkedRoleDeletionStatusResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    GetUser as GET_USER: GetUserRequest = GET_USER_REQUEST => GetUserResponse = GET_USER_RESPONSE {
        POST "/" 200 "GetUserResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    GetUserPolicy as GET_USER_POLICY: GetUserPolicyRequest = GET_USER_POLICY_REQUEST => GetUserPolicyResponse = GET_USER_POLICY_RESPONSE {
        POST "/" 200 "GetUserPolicyResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListAccessKeys as LIST_ACCESS_KEYS: ListAccessKeysRequest = LIST_ACCESS_KEYS_REQUEST => ListAccessKeysResponse = LIST_ACCESS_KEYS_RESPONSE {
        POST "/" 200 "ListAccessKeysResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListAccountAliases as LIST_ACCOUNT_ALIASES: ListAccountAliasesRequest = LIST_ACCOUNT_ALIASES_REQUEST => ListAccountAliasesResponse = LIST_ACCOUNT_ALIASES_RESPONSE {
        POST "/" 200 "ListAccountAliasesResult"
        [SERVICE_FAILURE]
    }
    ListAttachedGroupPolicies as LIST_ATTACHED_GROUP_POLICIES: ListAttachedGroupPoliciesRequest = LIST_ATTACHED_GROUP_POLICIES_REQUEST => ListAttachedGroupPoliciesResponse = LIST_ATTACHED_GROUP_POLICIES_RESPONSE {
        POST "/" 200 "ListAttachedGroupPoliciesResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    ListAttachedRolePolicies as LIST_ATTACHED_ROLE_POLICIES: ListAttachedRolePoliciesRequest = LIST_ATTACHED_ROLE_POLICIES_REQUEST => ListAttachedRolePoliciesResponse = LIST_ATTACHED_ROLE_POLICIES_RESPONSE {
        POST "/" 200 "ListAttachedRolePoliciesResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    ListAttachedUserPolicies as LIST_ATTACHED_USER_POLICIES: ListAttachedUserPoliciesRequest = LIST_ATTACHED_USER_POLICIES_REQUEST => ListAttachedUserPoliciesResponse = LIST_ATTACHED_USER_POLICIES_RESPONSE {
        POST "/" 200 "ListAttachedUserPoliciesResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    ListEntitiesForPolicy as LIST_ENTITIES_FOR_POLICY: ListEntitiesForPolicyRequest = LIST_ENTITIES_FOR_POLICY_REQUEST => ListEntitiesForPolicyResponse = LIST_ENTITIES_FOR_POLICY_RESPONSE {
        POST "/" 200 "ListEntitiesForPolicyResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    ListGroupPolicies as LIST_GROUP_POLICIES: ListGroupPoliciesRequest = LIST_GROUP_POLICIES_REQUEST => ListGroupPoliciesResponse = LIST_GROUP_POLICIES_RESPONSE {
        POST "/" 200 "ListGroupPoliciesResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListGroups as LIST_GROUPS: ListGroupsRequest = LIST_GROUPS_REQUEST => ListGroupsResponse = LIST_GROUPS_RESPONSE {
        POST "/" 200 "ListGroupsResult"
        [SERVICE_FAILURE]
    }
    ListGroupsForUser as LIST_GROUPS_FOR_USER: ListGroupsForUserRequest = LIST_GROUPS_FOR_USER_REQUEST => ListGroupsForUserResponse = LIST_GROUPS_FOR_USER_RESPONSE {
        POST "/" 200 "ListGroupsForUserResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListInstanceProfileTags as LIST_INSTANCE_PROFILE_TAGS: ListInstanceProfileTagsRequest = LIST_INSTANCE_PROFILE_TAGS_REQUEST => ListInstanceProfileTagsResponse = LIST_INSTANCE_PROFILE_TAGS_RESPONSE {
        POST "/" 200 "ListInstanceProfileTagsResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListInstanceProfiles as LIST_INSTANCE_PROFILES: ListInstanceProfilesRequest = LIST_INSTANCE_PROFILES_REQUEST => ListInstanceProfilesResponse = LIST_INSTANCE_PROFILES_RESPONSE {
        POST "/" 200 "ListInstanceProfilesResult"
        [SERVICE_FAILURE]
    }
    ListInstanceProfilesForRole as LIST_INSTANCE_PROFILES_FOR_ROLE: ListInstanceProfilesForRoleRequest = LIST_INSTANCE_PROFILES_FOR_ROLE_REQUEST => ListInstanceProfilesForRoleResponse = LIST_INSTANCE_PROFILES_FOR_ROLE_RESPONSE {
        POST "/" 200 "ListInstanceProfilesForRoleResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListMFADeviceTags as LIST_MFA_DEVICE_TAGS: ListMFADeviceTagsRequest = LIST_MFA_DEVICE_TAGS_REQUEST => ListMFADeviceTagsResponse = LIST_MFA_DEVICE_TAGS_RESPONSE {
        POST "/" 200 "ListMFADeviceTagsResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    ListMFADevices as LIST_MFA_DEVICES: ListMFADevicesRequest = LIST_MFA_DEVICES_REQUEST => ListMFADevicesResponse = LIST_MFA_DEVICES_RESPONSE {
        POST "/" 200 "ListMFADevicesResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListOpenIDConnectProviderTags as LIST_OPEN_ID_CONNECT_PROVIDER_TAGS: ListOpenIDConnectProviderTagsRequest = LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_REQUEST => ListOpenIDConnectProviderTagsResponse = LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_RESPONSE {
        POST "/" 200 "ListOpenIDConnectProviderTagsResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE, INVALID_INPUT]
    }
    ListOpenIDConnectProviders as LIST_OPEN_ID_CONNECT_PROVIDERS: ListOpenIDConnectProvidersRequest = LIST_OPEN_ID_CONNECT_PROVIDERS_REQUEST => ListOpenIDConnectProvidersResponse = LIST_OPEN_ID_CONNECT_PROVIDERS_RESPONSE {
        POST "/" 200 "ListOpenIDConnectProvidersResult"
        [SERVICE_FAILURE]
    }
    ListPolicies as LIST_POLICIES: ListPoliciesRequest = LIST_POLICIES_REQUEST => ListPoliciesResponse = LIST_POLICIES_RESPONSE {
        POST "/" 200 "ListPoliciesResult"
        [SERVICE_FAILURE]
    }
    ListPoliciesGrantingServiceAccess as LIST_POLICIES_GRANTING_SERVICE_ACCESS: ListPoliciesGrantingServiceAccessRequest = LIST_POLICIES_GRANTING_SERVICE_ACCESS_REQUEST => ListPoliciesGrantingServiceAccessResponse = LIST_POLICIES_GRANTING_SERVICE_ACCESS_RESPONSE {
        POST "/" 200 "ListPoliciesGrantingServiceAccessResult"
        [NO_SUCH_ENTITY, INVALID_INPUT]
    }
    ListPolicyTags as LIST_POLICY_TAGS: ListPolicyTagsRequest = LIST_POLICY_TAGS_REQUEST => ListPolicyTagsResponse = LIST_POLICY_TAGS_RESPONSE {
        POST "/" 200 "ListPolicyTagsResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE, INVALID_INPUT]
    }
    ListPolicyVersions as LIST_POLICY_VERSIONS: ListPolicyVersionsRequest = LIST_POLICY_VERSIONS_REQUEST => ListPolicyVersionsResponse = LIST_POLICY_VERSIONS_RESPONSE {
        POST "/" 200 "ListPolicyVersionsResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, SERVICE_FAILURE]
    }
    ListRolePolicies as LIST_ROLE_POLICIES: ListRolePoliciesRequest = LIST_ROLE_POLICIES_REQUEST => ListRolePoliciesResponse = LIST_ROLE_POLICIES_RESPONSE {
        POST "/" 200 "ListRolePoliciesResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListRoleTags as LIST_ROLE_TAGS: ListRoleTagsRequest = LIST_ROLE_TAGS_REQUEST => ListRoleTagsResponse = LIST_ROLE_TAGS_RESPONSE {
        POST "/" 200 "ListRoleTagsResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListRoles as LIST_ROLES: ListRolesRequest = LIST_ROLES_REQUEST => ListRolesResponse = LIST_ROLES_RESPONSE {
        POST "/" 200 "ListRolesResult"
        [SERVICE_FAILURE]
    }
    ListSAMLProviderTags as LIST_SAML_PROVIDER_TAGS: ListSAMLProviderTagsRequest = LIST_SAML_PROVIDER_TAGS_REQUEST => ListSAMLProviderTagsResponse = LIST_SAML_PROVIDER_TAGS_RESPONSE {
        POST "/" 200 "ListSAMLProviderTagsResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE, INVALID_INPUT]
    }
    ListSAMLProviders as LIST_SAML_PROVIDERS: ListSAMLProvidersRequest = LIST_SAML_PROVIDERS_REQUEST => ListSAMLProvidersResponse = LIST_SAML_PROVIDERS_RESPONSE {
        POST "/" 200 "ListSAMLProvidersResult"
        [SERVICE_FAILURE]
    }
    ListSSHPublicKeys as LIST_SSH_PUBLIC_KEYS: ListSSHPublicKeysRequest = LIST_SSH_PUBLIC_KEYS_REQUEST => ListSSHPublicKeysResponse = LIST_SSH_PUBLIC_KEYS_RESPONSE {
        POST "/" 200 "ListSSHPublicKeysResult"
        [NO_SUCH_ENTITY]
    }
    ListServerCertificateTags as LIST_SERVER_CERTIFICATE_TAGS: ListServerCertificateTagsRequest = LIST_SERVER_CERTIFICATE_TAGS_REQUEST => ListServerCertificateTagsResponse = LIST_SERVER_CERTIFICATE_TAGS_RESPONSE {
        POST "/" 200 "ListServerCertificateTagsResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListServerCertificates as LIST_SERVER_CERTIFICATES: ListServerCertificatesRequest = LIST_SERVER_CERTIFICATES_REQUEST => ListServerCertificatesResponse = LIST_SERVER_CERTIFICATES_RESPONSE {
        POST "/" 200 "ListServerCertificatesResult"
        [SERVICE_FAILURE]
    }
    ListServiceSpecificCredentials as LIST_SERVICE_SPECIFIC_CREDENTIALS: ListServiceSpecificCredentialsRequest = LIST_SERVICE_SPECIFIC_CREDENTIALS_REQUEST => ListServiceSpecificCredentialsResponse = LIST_SERVICE_SPECIFIC_CREDENTIALS_RESPONSE {
        POST "/" 200 "ListServiceSpecificCredentialsResult"
        [NO_SUCH_ENTITY, NOT_SUPPORTED_SERVICE]
    }
    ListSigningCertificates as LIST_SIGNING_CERTIFICATES: ListSigningCertificatesRequest = LIST_SIGNING_CERTIFICATES_REQUEST => ListSigningCertificatesResponse = LIST_SIGNING_CERTIFICATES_RESPONSE {
        POST "/" 200 "ListSigningCertificatesResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListUserPolicies as LIST_USER_POLICIES: ListUserPoliciesRequest = LIST_USER_POLICIES_REQUEST => ListUserPoliciesResponse = LIST_USER_POLICIES_RESPONSE {
        POST "/" 200 "ListUserPoliciesResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListUserTags as LIST_USER_TAGS: ListUserTagsRequest = LIST_USER_TAGS_REQUEST => ListUserTagsResponse = LIST_USER_TAGS_RESPONSE {
        POST "/" 200 "ListUserTagsResult"
        [NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    ListUsers as LIST_USERS: ListUsersRequest = LIST_USERS_REQUEST => ListUsersResponse = LIST_USERS_RESPONSE {
        POST "/" 200 "ListUsersResult"
        [SERVICE_FAILURE]
    }
    ListVirtualMFADevices as LIST_VIRTUAL_MFA_DEVICES: ListVirtualMFADevicesRequest = LIST_VIRTUAL_MFA_DEVICES_REQUEST => ListVirtualMFADevicesResponse = LIST_VIRTUAL_MFA_DEVICES_RESPONSE {
        POST "/" 200 "ListVirtualMFADevicesResult"
        []
    }
    PutGroupPolicy as PUT_GROUP_POLICY: PutGroupPolicyRequest = PUT_GROUP_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [LIMIT_EXCEEDED, MALFORMED_POLICY_DOCUMENT, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    PutRolePermissionsBoundary as PUT_ROLE_PERMISSIONS_BOUNDARY: PutRolePermissionsBoundaryRequest = PUT_ROLE_PERMISSIONS_BOUNDARY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, UNMODIFIABLE_ENTITY, POLICY_NOT_ATTACHABLE, SERVICE_FAILURE]
    }
    PutRolePolicy as PUT_ROLE_POLICY: PutRolePolicyRequest = PUT_ROLE_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [LIMIT_EXCEEDED, MALFORMED_POLICY_DOCUMENT, NO_SUCH_ENTITY, UNMODIFIABLE_ENTITY, SERVICE_FAILURE]
    }
    PutUserPermissionsBoundary as PUT_USER_PERMISSIONS_BOUNDARY: PutUserPermissionsBoundaryRequest = PUT_USER_PERMISSIONS_BOUNDARY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, POLICY_NOT_ATTACHABLE, SERVICE_FAILURE]
    }
    PutUserPolicy as PUT_USER_POLICY: PutUserPolicyRequest = PUT_USER_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [LIMIT_EXCEEDED, MALFORMED_POLICY_DOCUMENT, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    RemoveClientIDFromOpenIDConnectProvider as REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER: RemoveClientIDFromOpenIDConnectProviderRequest = REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [CONCURRENT_MODIFICATION, INVALID_INPUT, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    RemoveRoleFromInstanceProfile as REMOVE_ROLE_FROM_INSTANCE_PROFILE: RemoveRoleFromInstanceProfileRequest = REMOVE_ROLE_FROM_INSTANCE_PROFILE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, UNMODIFIABLE_ENTITY, SERVICE_FAILURE]
    }
    RemoveUserFromGroup as REMOVE_USER_FROM_GROUP: RemoveUserFromGroupRequest = REMOVE_USER_FROM_GROUP_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    ResetServiceSpecificCredential as RESET_SERVICE_SPECIFIC_CREDENTIAL: ResetServiceSpecificCredentialRequest = RESET_SERVICE_SPECIFIC_CREDENTIAL_REQUEST => ResetServiceSpecificCredentialResponse = RESET_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE {
        POST "/" 200 "ResetServiceSpecificCredentialResult"
        [NO_SUCH_ENTITY]
    }
    ResyncMFADevice as RESYNC_MFA_DEVICE: ResyncMFADeviceRequest = RESYNC_MFA_DEVICE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_AUTHENTICATION_CODE, NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE, CONCURRENT_MODIFICATION]
    }
    SetDefaultPolicyVersion as SET_DEFAULT_POLICY_VERSION: SetDefaultPolicyVersionRequest = SET_DEFAULT_POLICY_VERSION_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    SetSecurityTokenServicePreferences as SET_SECURITY_TOKEN_SERVICE_PREFERENCES: SetSecurityTokenServicePreferencesRequest = SET_SECURITY_TOKEN_SERVICE_PREFERENCES_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [SERVICE_FAILURE]
    }
    SimulateCustomPolicy as SIMULATE_CUSTOM_POLICY: SimulateCustomPolicyRequest = SIMULATE_CUSTOM_POLICY_REQUEST => SimulatePolicyResponse = SIMULATE_POLICY_RESPONSE {
        POST "/" 200 "SimulateCustomPolicyResult"
        [INVALID_INPUT, POLICY_EVALUATION]
    }
    SimulatePrincipalPolicy as SIMULATE_PRINCIPAL_POLICY: SimulatePrincipalPolicyRequest = SIMULATE_PRINCIPAL_POLICY_REQUEST => SimulatePolicyResponse = SIMULATE_POLICY_RESPONSE {
        POST "/" 200 "SimulatePrincipalPolicyResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, POLICY_EVALUATION]
    }
    TagInstanceProfile as TAG_INSTANCE_PROFILE: TagInstanceProfileRequest = TAG_INSTANCE_PROFILE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, LIMIT_EXCEEDED, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    TagMFADevice as TAG_MFA_DEVICE: TagMFADeviceRequest = TAG_MFA_DEVICE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_INPUT, NO_SUCH_ENTITY, LIMIT_EXCEEDED, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    TagOpenIDConnectProvider as TAG_OPEN_ID_CONNECT_PROVIDER: TagOpenIDConnectProviderRequest = TAG_OPEN_ID_CONNECT_PROVIDER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    TagPolicy as TAG_POLICY: TagPolicyRequest = TAG_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    TagRole as TAG_ROLE: TagRoleRequest = TAG_ROLE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    TagSAMLProvider as TAG_SAML_PROVIDER: TagSAMLProviderRequest = TAG_SAML_PROVIDER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    TagServerCertificate as TAG_SERVER_CERTIFICATE: TagServerCertificateRequest = TAG_SERVER_CERTIFICATE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, LIMIT_EXCEEDED, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    TagUser as TAG_USER: TagUserRequest = TAG_USER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UntagInstanceProfile as UNTAG_INSTANCE_PROFILE: UntagInstanceProfileRequest = UNTAG_INSTANCE_PROFILE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UntagMFADevice as UNTAG_MFA_DEVICE: UntagMFADeviceRequest = UNTAG_MFA_DEVICE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UntagOpenIDConnectProvider as UNTAG_OPEN_ID_CONNECT_PROVIDER: UntagOpenIDConnectProviderRequest = UNTAG_OPEN_ID_CONNECT_PROVIDER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UntagPolicy as UNTAG_POLICY: UntagPolicyRequest = UNTAG_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UntagRole as UNTAG_ROLE: UntagRoleRequest = UNTAG_ROLE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UntagSAMLProvider as UNTAG_SAML_PROVIDER: UntagSAMLProviderRequest = UNTAG_SAML_PROVIDER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UntagServerCertificate as UNTAG_SERVER_CERTIFICATE: UntagServerCertificateRequest = UNTAG_SERVER_CERTIFICATE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UntagUser as UNTAG_USER: UntagUserRequest = UNTAG_USER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UpdateAccessKey as UPDATE_ACCESS_KEY: UpdateAccessKeyRequest = UPDATE_ACCESS_KEY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE, INVALID_INPUT]
    }
    UpdateAccountPasswordPolicy as UPDATE_ACCOUNT_PASSWORD_POLICY: UpdateAccountPasswordPolicyRequest = UPDATE_ACCOUNT_PASSWORD_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, MALFORMED_POLICY_DOCUMENT, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    UpdateAssumeRolePolicy as UPDATE_ASSUME_ROLE_POLICY: UpdateAssumeRolePolicyRequest = UPDATE_ASSUME_ROLE_POLICY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, MALFORMED_POLICY_DOCUMENT, LIMIT_EXCEEDED, UNMODIFIABLE_ENTITY, SERVICE_FAILURE]
    }
    UpdateGroup as UPDATE_GROUP: UpdateGroupRequest = UPDATE_GROUP_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, ENTITY_ALREADY_EXISTS, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    UpdateLoginProfile as UPDATE_LOGIN_PROFILE: UpdateLoginProfileRequest = UPDATE_LOGIN_PROFILE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [ENTITY_TEMPORARILY_UNMODIFIABLE, NO_SUCH_ENTITY, PASSWORD_POLICY_VIOLATION, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    UpdateOpenIDConnectProviderThumbprint as UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT: UpdateOpenIDConnectProviderThumbprintRequest = UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [CONCURRENT_MODIFICATION, INVALID_INPUT, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    UpdateRole as UPDATE_ROLE: UpdateRoleRequest = UPDATE_ROLE_REQUEST => UpdateRoleResponse = UPDATE_ROLE_RESPONSE {
        POST "/" 200 "UpdateRoleResult"
        [UNMODIFIABLE_ENTITY, NO_SUCH_ENTITY, SERVICE_FAILURE]
    }
    UpdateRoleDescription as UPDATE_ROLE_DESCRIPTION: UpdateRoleDescriptionRequest = UPDATE_ROLE_DESCRIPTION_REQUEST => UpdateRoleDescriptionResponse = UPDATE_ROLE_DESCRIPTION_RESPONSE {
        POST "/" 200 "UpdateRoleDescriptionResult"
        [NO_SUCH_ENTITY, UNMODIFIABLE_ENTITY, SERVICE_FAILURE]
    }
    UpdateSAMLProvider as UPDATE_SAML_PROVIDER: UpdateSAMLProviderRequest = UPDATE_SAML_PROVIDER_REQUEST => UpdateSAMLProviderResponse = UPDATE_SAML_PROVIDER_RESPONSE {
        POST "/" 200 "UpdateSAMLProviderResult"
        [NO_SUCH_ENTITY, INVALID_INPUT, LIMIT_EXCEEDED, SERVICE_FAILURE, CONCURRENT_MODIFICATION]
    }
    UpdateSSHPublicKey as UPDATE_SSH_PUBLIC_KEY: UpdateSSHPublicKeyRequest = UPDATE_SSH_PUBLIC_KEY_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, INVALID_INPUT]
    }
    UpdateServerCertificate as UPDATE_SERVER_CERTIFICATE: UpdateServerCertificateRequest = UPDATE_SERVER_CERTIFICATE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, ENTITY_ALREADY_EXISTS, LIMIT_EXCEEDED, SERVICE_FAILURE]
    }
    UpdateServiceSpecificCredential as UPDATE_SERVICE_SPECIFIC_CREDENTIAL: UpdateServiceSpecificCredentialRequest = UPDATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY]
    }
    UpdateSigningCertificate as UPDATE_SIGNING_CERTIFICATE: UpdateSigningCertificateRequest = UPDATE_SIGNING_CERTIFICATE_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, SERVICE_FAILURE, INVALID_INPUT]
    }
    UpdateUser as UPDATE_USER: UpdateUserRequest = UPDATE_USER_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [NO_SUCH_ENTITY, LIMIT_EXCEEDED, ENTITY_ALREADY_EXISTS, ENTITY_TEMPORARILY_UNMODIFIABLE, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UploadSSHPublicKey as UPLOAD_SSH_PUBLIC_KEY: UploadSSHPublicKeyRequest = UPLOAD_SSH_PUBLIC_KEY_REQUEST => UploadSSHPublicKeyResponse = UPLOAD_SSH_PUBLIC_KEY_RESPONSE {
        POST "/" 200 "UploadSSHPublicKeyResult"
        [LIMIT_EXCEEDED, NO_SUCH_ENTITY, INVALID_PUBLIC_KEY, DUPLICATE_SSH_PUBLIC_KEY, UNRECOGNIZED_PUBLIC_KEY_ENCODING]
    }
    UploadServerCertificate as UPLOAD_SERVER_CERTIFICATE: UploadServerCertificateRequest = UPLOAD_SERVER_CERTIFICATE_REQUEST => UploadServerCertificateResponse = UPLOAD_SERVER_CERTIFICATE_RESPONSE {
        POST "/" 200 "UploadServerCertificateResult"
        [LIMIT_EXCEEDED, INVALID_INPUT, ENTITY_ALREADY_EXISTS, MALFORMED_CERTIFICATE, KEY_PAIR_MISMATCH, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
    UploadSigningCertificate as UPLOAD_SIGNING_CERTIFICATE: UploadSigningCertificateRequest = UPLOAD_SIGNING_CERTIFICATE_REQUEST => UploadSigningCertificateResponse = UPLOAD_SIGNING_CERTIFICATE_RESPONSE {
        POST "/" 200 "UploadSigningCertificateResult"
        [LIMIT_EXCEEDED, ENTITY_ALREADY_EXISTS, MALFORMED_CERTIFICATE, INVALID_CERTIFICATE, DUPLICATE_CERTIFICATE, NO_SUCH_ENTITY, CONCURRENT_MODIFICATION, SERVICE_FAILURE]
    }
}

/// The errors that the served operations are modelled to answer.
pub mod errors {
    /// `ConcurrentModification`, answered with 409.
    pub static CONCURRENT_MODIFICATION: shape::ErrorModel = shape::ErrorModel {
        name: "ConcurrentModificationException",
        code: "ConcurrentModification",
        status: 409,
    };
    /// `ReportExpired`, answered with 410.
    pub static REPORT_EXPIRED: shape::ErrorModel =
        shape::ErrorModel { name: "CredentialReportExpiredException", code: "ReportExpired", status: 410 };
    /// `ReportNotPresent`, answered with 410.
    pub static REPORT_NOT_PRESENT: shape::ErrorModel = shape::ErrorModel {
        name: "CredentialReportNotPresentException",
        code: "ReportNotPresent",
        status: 410,
    };
    /// `ReportInProgress`, answered with 404.
    pub static REPORT_IN_PROGRESS: shape::ErrorModel = shape::ErrorModel {
        name: "CredentialReportNotReadyException",
        code: "ReportInProgress",
        status: 404,
    };
    /// `DeleteConflict`, answered with 409.
    pub static DELETE_CONFLICT: shape::ErrorModel =
        shape::ErrorModel { name: "DeleteConflictException", code: "DeleteConflict", status: 409 };
    /// `DuplicateCertificate`, answered with 409.
    pub static DUPLICATE_CERTIFICATE: shape::ErrorModel = shape::ErrorModel {
        name: "DuplicateCertificateException",
        code: "DuplicateCertificate",
        status: 409,
    };
    /// `DuplicateSSHPublicKey`, answered with 400.
    pub static DUPLICATE_SSH_PUBLIC_KEY: shape::ErrorModel = shape::ErrorModel {
        name: "DuplicateSSHPublicKeyException",
        code: "DuplicateSSHPublicKey",
        status: 400,
    };
    /// `EntityAlreadyExists`, answered with 409.
    pub static ENTITY_ALREADY_EXISTS: shape::ErrorModel =
        shape::ErrorModel { name: "EntityAlreadyExistsException", code: "EntityAlreadyExists", status: 409 };
    /// `EntityTemporarilyUnmodifiable`, answered with 409.
    pub static ENTITY_TEMPORARILY_UNMODIFIABLE: shape::ErrorModel = shape::ErrorModel {
        name: "EntityTemporarilyUnmodifiableException",
        code: "EntityTemporarilyUnmodifiable",
        status: 409,
    };
    /// `InvalidAuthenticationCode`, answered with 403.
    pub static INVALID_AUTHENTICATION_CODE: shape::ErrorModel = shape::ErrorModel {
        name: "InvalidAuthenticationCodeException",
        code: "InvalidAuthenticationCode",
        status: 403,
    };
    /// `InvalidCertificate`, answered with 400.
    pub static INVALID_CERTIFICATE: shape::ErrorModel =
        shape::ErrorModel { name: "InvalidCertificateException", code: "InvalidCertificate", status: 400 };
    /// `InvalidInput`, answered with 400.
    pub static INVALID_INPUT: shape::ErrorModel =
        shape::ErrorModel { name: "InvalidInputException", code: "InvalidInput", status: 400 };
    /// `InvalidPublicKey`, answered with 400.
    pub static INVALID_PUBLIC_KEY: shape::ErrorModel =
        shape::ErrorModel { name: "InvalidPublicKeyException", code: "InvalidPublicKey", status: 400 };
    /// `InvalidUserType`, answered with 400.
    pub static INVALID_USER_TYPE: shape::ErrorModel =
        shape::ErrorModel { name: "InvalidUserTypeException", code: "InvalidUserType", status: 400 };
    /// `KeyPairMismatch`, answered with 400.
    pub static KEY_PAIR_MISMATCH: shape::ErrorModel =
        shape::ErrorModel { name: "KeyPairMismatchException", code: "KeyPairMismatch", status: 400 };
    /// `LimitExceeded`, answered with 409.
    pub static LIMIT_EXCEEDED: shape::ErrorModel =
        shape::ErrorModel { name: "LimitExceededException", code: "LimitExceeded", status: 409 };
    /// `MalformedCertificate`, answered with 400.
    pub static MALFORMED_CERTIFICATE: shape::ErrorModel = shape::ErrorModel {
        name: "MalformedCertificateException",
        code: "MalformedCertificate",
        status: 400,
    };
    /// `MalformedPolicyDocument`, answered with 400.
    pub static MALFORMED_POLICY_DOCUMENT: shape::ErrorModel = shape::ErrorModel {
        name: "MalformedPolicyDocumentException",
        code: "MalformedPolicyDocument",
        status: 400,
    };
    /// `NoSuchEntity`, answered with 404.
    pub static NO_SUCH_ENTITY: shape::ErrorModel =
        shape::ErrorModel { name: "NoSuchEntityException", code: "NoSuchEntity", status: 404 };
    /// `OpenIdIdpCommunicationError`, answered with 400.
    pub static OPEN_ID_IDP_COMMUNICATION_ERROR: shape::ErrorModel = shape::ErrorModel {
        name: "OpenIdIdpCommunicationErrorException",
        code: "OpenIdIdpCommunicationError",
        status: 400,
    };
    /// `PasswordPolicyViolation`, answered with 400.
    pub static PASSWORD_POLICY_VIOLATION: shape::ErrorModel = shape::ErrorModel {
        name: "PasswordPolicyViolationException",
        code: "PasswordPolicyViolation",
        status: 400,
    };
    /// `PolicyEvaluation`, answered with 500.
    pub static POLICY_EVALUATION: shape::ErrorModel =
        shape::ErrorModel { name: "PolicyEvaluationException", code: "PolicyEvaluation", status: 500 };
    /// `PolicyNotAttachable`, answered with 400.
    pub static POLICY_NOT_ATTACHABLE: shape::ErrorModel =
        shape::ErrorModel { name: "PolicyNotAttachableException", code: "PolicyNotAttachable", status: 400 };
    /// `ServiceFailure`, answered with 500.
    pub static SERVICE_FAILURE: shape::ErrorModel =
        shape::ErrorModel { name: "ServiceFailureException", code: "ServiceFailure", status: 500 };
    /// `NotSupportedService`, answered with 404.
    pub static NOT_SUPPORTED_SERVICE: shape::ErrorModel =
        shape::ErrorModel { name: "ServiceNotSupportedException", code: "NotSupportedService", status: 404 };
    /// `UnmodifiableEntity`, answered with 400.
    pub static UNMODIFIABLE_ENTITY: shape::ErrorModel =
        shape::ErrorModel { name: "UnmodifiableEntityException", code: "UnmodifiableEntity", status: 400 };
    /// `UnrecognizedPublicKeyEncoding`, answered with 400.
    pub static UNRECOGNIZED_PUBLIC_KEY_ENCODING: shape::ErrorModel = shape::ErrorModel {
        name: "UnrecognizedPublicKeyEncodingException",
        code: "UnrecognizedPublicKeyEncoding",
        status: 400,
    };
}

shape::structure! {
    AccessKey as ACCESS_KEY {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        access_key_id: String = shape::Member::new("AccessKeyId", &ACCESS_KEY_ID_TYPE).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
        secret_access_key: String = shape::Member::new("SecretAccessKey", &ACCESS_KEY_SECRET_TYPE).required(),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
    }
    AccessKeyLastUsed as ACCESS_KEY_LAST_USED {
        last_used_date: Option<shape::types::Timestamp> = shape::Member::new("LastUsedDate", &DATE_TYPE),
        service_name: String = shape::Member::new("ServiceName", &STRING_TYPE).required(),
        region: String = shape::Member::new("Region", &STRING_TYPE).required(),
    }
    AccessKeyMetadata as ACCESS_KEY_METADATA {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        access_key_id: Option<String> = shape::Member::new("AccessKeyId", &ACCESS_KEY_ID_TYPE),
        status: Option<String> = shape::Member::new("Status", &STATUS_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
    }
    AddClientIDToOpenIDConnectProviderRequest as ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        open_id_connect_provider_arn: String = shape::Member::new("OpenIDConnectProviderArn", &ARN_TYPE).required(),
        client_id: String = shape::Member::new("ClientID", &CLIENT_ID_TYPE).required(),
    }
    AddRoleToInstanceProfileRequest as ADD_ROLE_TO_INSTANCE_PROFILE_REQUEST {
        instance_profile_name: String = shape::Member::new("InstanceProfileName", &INSTANCE_PROFILE_NAME_TYPE).required(),
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
    }
    AddUserToGroupRequest as ADD_USER_TO_GROUP_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
    }
    AttachedPermissionsBoundary as ATTACHED_PERMISSIONS_BOUNDARY {
        permissions_boundary_type: Option<String> = shape::Member::new("PermissionsBoundaryType", &PERMISSIONS_BOUNDARY_ATTACHMENT_TYPE),
        permissions_boundary_arn: Option<String> = shape::Member::new("PermissionsBoundaryArn", &ARN_TYPE),
    }
    AttachedPolicy as ATTACHED_POLICY {
        policy_name: Option<String> = shape::Member::new("PolicyName", &POLICY_NAME_TYPE),
        policy_arn: Option<String> = shape::Member::new("PolicyArn", &ARN_TYPE),
    }
    AttachGroupPolicyRequest as ATTACH_GROUP_POLICY_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
    }
    AttachRolePolicyRequest as ATTACH_ROLE_POLICY_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
    }
    AttachUserPolicyRequest as ATTACH_USER_POLICY_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
    }
    ChangePasswordRequest as CHANGE_PASSWORD_REQUEST {
        old_password: String = shape::Member::new("OldPassword", &PASSWORD_TYPE).required(),
        new_password: String = shape::Member::new("NewPassword", &PASSWORD_TYPE).required(),
    }
    ContextEntry as CONTEXT_ENTRY {
        context_key_name: Option<String> = shape::Member::new("ContextKeyName", &CONTEXT_KEY_NAME_TYPE),
        context_key_values: Option<Vec<String>> = shape::Member::new("ContextKeyValues", &CONTEXT_KEY_VALUE_LIST_TYPE),
        context_key_type: Option<String> = shape::Member::new("ContextKeyType", &CONTEXT_KEY_TYPE_ENUM),
    }
    CreateAccessKeyRequest as CREATE_ACCESS_KEY_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
    }
    CreateAccessKeyResponse as CREATE_ACCESS_KEY_RESPONSE {
        access_key: AccessKey = shape::Member::new("AccessKey", &ACCESS_KEY).required(),
    }
    CreateAccountAliasRequest as CREATE_ACCOUNT_ALIAS_REQUEST {
        account_alias: String = shape::Member::new("AccountAlias", &ACCOUNT_ALIAS_TYPE).required(),
    }
    CreateGroupRequest as CREATE_GROUP_REQUEST {
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
    }
    CreateGroupResponse as CREATE_GROUP_RESPONSE {
        group: Group = shape::Member::new("Group", &GROUP).required(),
    }
    CreateInstanceProfileRequest as CREATE_INSTANCE_PROFILE_REQUEST {
        instance_profile_name: String = shape::Member::new("InstanceProfileName", &INSTANCE_PROFILE_NAME_TYPE).required(),
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    CreateInstanceProfileResponse as CREATE_INSTANCE_PROFILE_RESPONSE {
        instance_profile: InstanceProfile = shape::Member::new("InstanceProfile", &INSTANCE_PROFILE).required(),
    }
    CreateLoginProfileRequest as CREATE_LOGIN_PROFILE_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        password: Option<String> = shape::Member::new("Password", &PASSWORD_TYPE),
        password_reset_required: Option<bool> = shape::Member::new("PasswordResetRequired", &BOOLEAN_TYPE),
    }
    CreateLoginProfileResponse as CREATE_LOGIN_PROFILE_RESPONSE {
        login_profile: LoginProfile = shape::Member::new("LoginProfile", &LOGIN_PROFILE).required(),
    }
    CreateOpenIDConnectProviderRequest as CREATE_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        url: String = shape::Member::new("Url", &OPEN_ID_CONNECT_PROVIDER_URL_TYPE).required(),
        client_id_list: Option<Vec<String>> = shape::Member::new("ClientIDList", &CLIENT_ID_LIST_TYPE),
        thumbprint_list: Option<Vec<String>> = shape::Member::new("ThumbprintList", &THUMBPRINT_LIST_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    CreateOpenIDConnectProviderResponse as CREATE_OPEN_ID_CONNECT_PROVIDER_RESPONSE {
        open_id_connect_provider_arn: Option<String> = shape::Member::new("OpenIDConnectProviderArn", &ARN_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    CreatePolicyRequest as CREATE_POLICY_REQUEST {
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
        path: Option<String> = shape::Member::new("Path", &POLICY_PATH_TYPE),
        policy_document: String = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
        description: Option<String> = shape::Member::new("Description", &POLICY_DESCRIPTION_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    CreatePolicyResponse as CREATE_POLICY_RESPONSE {
        policy: Option<Policy> = shape::Member::new("Policy", &POLICY),
    }
    CreatePolicyVersionRequest as CREATE_POLICY_VERSION_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
        policy_document: String = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
        set_as_default: Option<bool> = shape::Member::new("SetAsDefault", &BOOLEAN_TYPE),
    }
    CreatePolicyVersionResponse as CREATE_POLICY_VERSION_RESPONSE {
        policy_version: Option<PolicyVersion> = shape::Member::new("PolicyVersion", &POLICY_VERSION),
    }
    CreateRoleRequest as CREATE_ROLE_REQUEST {
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        assume_role_policy_document: String = shape::Member::new("AssumeRolePolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
        description: Option<String> = shape::Member::new("Description", &ROLE_DESCRIPTION_TYPE),
        max_session_duration: Option<i32> = shape::Member::new("MaxSessionDuration", &ROLE_MAX_SESSION_DURATION_TYPE),
        permissions_boundary: Option<String> = shape::Member::new("PermissionsBoundary", &ARN_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    CreateRoleResponse as CREATE_ROLE_RESPONSE {
        role: Role = shape::Member::new("Role", &ROLE).required(),
    }
    CreateSAMLProviderRequest as CREATE_SAML_PROVIDER_REQUEST {
        saml_metadata_document: String = shape::Member::new("SAMLMetadataDocument", &SAML_METADATA_DOCUMENT_TYPE).required(),
        name: String = shape::Member::new("Name", &SAML_PROVIDER_NAME_TYPE).required(),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
        assertion_encryption_mode: Option<String> = shape::Member::new("AssertionEncryptionMode", &ASSERTION_ENCRYPTION_MODE_TYPE),
        add_private_key: Option<String> = shape::Member::new("AddPrivateKey", &PRIVATE_KEY_TYPE),
    }
    CreateSAMLProviderResponse as CREATE_SAML_PROVIDER_RESPONSE {
        saml_provider_arn: Option<String> = shape::Member::new("SAMLProviderArn", &ARN_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    CreateServiceLinkedRoleRequest as CREATE_SERVICE_LINKED_ROLE_REQUEST {
        aws_service_name: String = shape::Member::new("AWSServiceName", &GROUP_NAME_TYPE).required(),
        description: Option<String> = shape::Member::new("Description", &ROLE_DESCRIPTION_TYPE),
        custom_suffix: Option<String> = shape::Member::new("CustomSuffix", &CUSTOM_SUFFIX_TYPE),
    }
    CreateServiceLinkedRoleResponse as CREATE_SERVICE_LINKED_ROLE_RESPONSE {
        role: Option<Role> = shape::Member::new("Role", &ROLE),
    }
    CreateServiceSpecificCredentialRequest as CREATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        service_name: String = shape::Member::new("ServiceName", &SERVICE_NAME).required(),
        credential_age_days: Option<i32> = shape::Member::new("CredentialAgeDays", &CREDENTIAL_AGE_DAYS),
    }
    CreateServiceSpecificCredentialResponse as CREATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE {
        service_specific_credential: Option<ServiceSpecificCredential> = shape::Member::new("ServiceSpecificCredential", &SERVICE_SPECIFIC_CREDENTIAL),
    }
    CreateUserRequest as CREATE_USER_REQUEST {
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        permissions_boundary: Option<String> = shape::Member::new("PermissionsBoundary", &ARN_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    CreateUserResponse as CREATE_USER_RESPONSE {
        user: Option<User> = shape::Member::new("User", &USER),
    }
    CreateVirtualMFADeviceRequest as CREATE_VIRTUAL_MFA_DEVICE_REQUEST {
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
        virtual_mfa_device_name: String = shape::Member::new("VirtualMFADeviceName", &VIRTUAL_MFA_DEVICE_NAME).required(),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    CreateVirtualMFADeviceResponse as CREATE_VIRTUAL_MFA_DEVICE_RESPONSE {
        virtual_mfa_device: VirtualMFADevice = shape::Member::new("VirtualMFADevice", &VIRTUAL_MFA_DEVICE).required(),
    }
    DeactivateMFADeviceRequest as DEACTIVATE_MFA_DEVICE_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
    }
    DeleteAccessKeyRequest as DELETE_ACCESS_KEY_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        access_key_id: String = shape::Member::new("AccessKeyId", &ACCESS_KEY_ID_TYPE).required(),
    }
    DeleteAccountAliasRequest as DELETE_ACCOUNT_ALIAS_REQUEST {
        account_alias: String = shape::Member::new("AccountAlias", &ACCOUNT_ALIAS_TYPE).required(),
    }
    DeleteGroupPolicyRequest as DELETE_GROUP_POLICY_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
    }
    DeleteGroupRequest as DELETE_GROUP_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
    }
    DeleteInstanceProfileRequest as DELETE_INSTANCE_PROFILE_REQUEST {
        instance_profile_name: String = shape::Member::new("InstanceProfileName", &INSTANCE_PROFILE_NAME_TYPE).required(),
    }
    DeleteLoginProfileRequest as DELETE_LOGIN_PROFILE_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
    }
    DeleteOpenIDConnectProviderRequest as DELETE_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        open_id_connect_provider_arn: String = shape::Member::new("OpenIDConnectProviderArn", &ARN_TYPE).required(),
    }
    DeletePolicyRequest as DELETE_POLICY_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
    }
    DeletePolicyVersionRequest as DELETE_POLICY_VERSION_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
        version_id: String = shape::Member::new("VersionId", &POLICY_VERSION_ID_TYPE).required(),
    }
    DeleteRolePermissionsBoundaryRequest as DELETE_ROLE_PERMISSIONS_BOUNDARY_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
    }
    DeleteRolePolicyRequest as DELETE_ROLE_POLICY_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
    }
    DeleteRoleRequest as DELETE_ROLE_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
    }
    DeleteSAMLProviderRequest as DELETE_SAML_PROVIDER_REQUEST {
        saml_provider_arn: String = shape::Member::new("SAMLProviderArn", &ARN_TYPE).required(),
    }
    DeleteServerCertificateRequest as DELETE_SERVER_CERTIFICATE_REQUEST {
        server_certificate_name: String = shape::Member::new("ServerCertificateName", &SERVER_CERTIFICATE_NAME_TYPE).required(),
    }
    DeleteServiceLinkedRoleRequest as DELETE_SERVICE_LINKED_ROLE_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
    }
    DeleteServiceLinkedRoleResponse as DELETE_SERVICE_LINKED_ROLE_RESPONSE {
        deletion_task_id: String = shape::Member::new("DeletionTaskId", &DELETION_TASK_ID_TYPE).required(),
    }
    DeleteServiceSpecificCredentialRequest as DELETE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        service_specific_credential_id: String = shape::Member::new("ServiceSpecificCredentialId", &SERVICE_SPECIFIC_CREDENTIAL_ID).required(),
    }
    DeleteSigningCertificateRequest as DELETE_SIGNING_CERTIFICATE_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        certificate_id: String = shape::Member::new("CertificateId", &CERTIFICATE_ID_TYPE).required(),
    }
    DeleteSSHPublicKeyRequest as DELETE_SSH_PUBLIC_KEY_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        ssh_public_key_id: String = shape::Member::new("SSHPublicKeyId", &PUBLIC_KEY_ID_TYPE).required(),
    }
    DeleteUserPermissionsBoundaryRequest as DELETE_USER_PERMISSIONS_BOUNDARY_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
    }
    DeleteUserPolicyRequest as DELETE_USER_POLICY_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
    }
    DeleteUserRequest as DELETE_USER_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
    }
    DeleteVirtualMFADeviceRequest as DELETE_VIRTUAL_MFA_DEVICE_REQUEST {
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
    }
    DeletionTaskFailureReasonType as DELETION_TASK_FAILURE_REASON_TYPE {
        reason: Option<String> = shape::Member::new("Reason", &REASON_TYPE),
        role_usage_list: Option<Vec<RoleUsageType>> = shape::Member::new("RoleUsageList", &ROLE_USAGE_LIST_TYPE),
    }
    DetachGroupPolicyRequest as DETACH_GROUP_POLICY_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
    }
    DetachRolePolicyRequest as DETACH_ROLE_POLICY_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
    }
    DetachUserPolicyRequest as DETACH_USER_POLICY_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
    }
    EnableMFADeviceRequest as ENABLE_MFA_DEVICE_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
        authentication_code1: String = shape::Member::new("AuthenticationCode1", &AUTHENTICATION_CODE_TYPE).required(),
        authentication_code2: String = shape::Member::new("AuthenticationCode2", &AUTHENTICATION_CODE_TYPE).required(),
    }
    EntityDetails as ENTITY_DETAILS {
        entity_info: EntityInfo = shape::Member::new("EntityInfo", &ENTITY_INFO).required(),
        last_authenticated: Option<shape::types::Timestamp> = shape::Member::new("LastAuthenticated", &DATE_TYPE),
    }
    EntityInfo as ENTITY_INFO {
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
        name: String = shape::Member::new("Name", &USER_NAME_TYPE).required(),
        r#type: String = shape::Member::new("Type", &POLICY_OWNER_ENTITY_TYPE).required(),
        id: String = shape::Member::new("Id", &ID_TYPE).required(),
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
    }
    ErrorDetails as ERROR_DETAILS {
        message: String = shape::Member::new("Message", &STRING_TYPE).required(),
        code: String = shape::Member::new("Code", &STRING_TYPE).required(),
    }
    EvaluationResult as EVALUATION_RESULT {
        eval_action_name: String = shape::Member::new("EvalActionName", &ACTION_NAME_TYPE).required(),
        eval_resource_name: Option<String> = shape::Member::new("EvalResourceName", &RESOURCE_NAME_TYPE),
        eval_decision: String = shape::Member::new("EvalDecision", &POLICY_EVALUATION_DECISION_TYPE).required(),
        matched_statements: Option<Vec<Statement>> = shape::Member::new("MatchedStatements", &STATEMENT_LIST_TYPE),
        missing_context_values: Option<Vec<String>> = shape::Member::new("MissingContextValues", &CONTEXT_KEY_NAMES_RESULT_LIST_TYPE),
        organizations_decision_detail: Option<OrganizationsDecisionDetail> = shape::Member::new("OrganizationsDecisionDetail", &ORGANIZATIONS_DECISION_DETAIL),
        permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail> = shape::Member::new("PermissionsBoundaryDecisionDetail", &PERMISSIONS_BOUNDARY_DECISION_DETAIL),
        eval_decision_details: Option<shape::types::BTreeMap<String, String>> = shape::Member::new("EvalDecisionDetails", &EVAL_DECISION_DETAILS_TYPE),
        resource_specific_results: Option<Vec<ResourceSpecificResult>> = shape::Member::new("ResourceSpecificResults", &RESOURCE_SPECIFIC_RESULT_LIST_TYPE),
    }
    GenerateCredentialReportResponse as GENERATE_CREDENTIAL_REPORT_RESPONSE {
        state: Option<String> = shape::Member::new("State", &REPORT_STATE_TYPE),
        description: Option<String> = shape::Member::new("Description", &REPORT_STATE_DESCRIPTION_TYPE),
    }
    GenerateServiceLastAccessedDetailsRequest as GENERATE_SERVICE_LAST_ACCESSED_DETAILS_REQUEST {
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
        granularity: Option<String> = shape::Member::new("Granularity", &ACCESS_ADVISOR_USAGE_GRANULARITY_TYPE),
    }
    GenerateServiceLastAccessedDetailsResponse as GENERATE_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE {
        job_id: Option<String> = shape::Member::new("JobId", &JOB_ID_TYPE),
    }
    GetAccessKeyLastUsedRequest as GET_ACCESS_KEY_LAST_USED_REQUEST {
        access_key_id: String = shape::Member::new("AccessKeyId", &ACCESS_KEY_ID_TYPE).required(),
    }
    GetAccessKeyLastUsedResponse as GET_ACCESS_KEY_LAST_USED_RESPONSE {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        access_key_last_used: Option<AccessKeyLastUsed> = shape::Member::new("AccessKeyLastUsed", &ACCESS_KEY_LAST_USED),
    }
    GetAccountAuthorizationDetailsRequest as GET_ACCOUNT_AUTHORIZATION_DETAILS_REQUEST {
        filter: Option<Vec<String>> = shape::Member::new("Filter", &ENTITY_LIST_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
    }
    GetAccountAuthorizationDetailsResponse as GET_ACCOUNT_AUTHORIZATION_DETAILS_RESPONSE {
        user_detail_list: Option<Vec<UserDetail>> = shape::Member::new("UserDetailList", &USER_DETAIL_LIST_TYPE),
        group_detail_list: Option<Vec<GroupDetail>> = shape::Member::new("GroupDetailList", &GROUP_DETAIL_LIST_TYPE),
        role_detail_list: Option<Vec<RoleDetail>> = shape::Member::new("RoleDetailList", &ROLE_DETAIL_LIST_TYPE),
        policies: Option<Vec<ManagedPolicyDetail>> = shape::Member::new("Policies", &MANAGED_POLICY_DETAIL_LIST_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    GetAccountPasswordPolicyResponse as GET_ACCOUNT_PASSWORD_POLICY_RESPONSE {
        password_policy: PasswordPolicy = shape::Member::new("PasswordPolicy", &PASSWORD_POLICY).required(),
    }
    GetAccountSummaryResponse as GET_ACCOUNT_SUMMARY_RESPONSE {
        summary_map: Option<shape::types::BTreeMap<String, i32>> = shape::Member::new("SummaryMap", &SUMMARY_MAP_TYPE),
    }
    GetContextKeysForCustomPolicyRequest as GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY_REQUEST {
        policy_input_list: Vec<String> = shape::Member::new("PolicyInputList", &SIMULATION_POLICY_LIST_TYPE).required(),
    }
    GetContextKeysForPolicyResponse as GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE {
        context_key_names: Option<Vec<String>> = shape::Member::new("ContextKeyNames", &CONTEXT_KEY_NAMES_RESULT_LIST_TYPE),
    }
    GetContextKeysForPrincipalPolicyRequest as GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY_REQUEST {
        policy_source_arn: String = shape::Member::new("PolicySourceArn", &ARN_TYPE).required(),
        policy_input_list: Option<Vec<String>> = shape::Member::new("PolicyInputList", &SIMULATION_POLICY_LIST_TYPE),
    }
    GetCredentialReportResponse as GET_CREDENTIAL_REPORT_RESPONSE {
        content: Option<shape::types::Bytes> = shape::Member::new("Content", &REPORT_CONTENT_TYPE),
        report_format: Option<String> = shape::Member::new("ReportFormat", &REPORT_FORMAT_TYPE),
        generated_time: Option<shape::types::Timestamp> = shape::Member::new("GeneratedTime", &DATE_TYPE),
    }
    GetGroupPolicyRequest as GET_GROUP_POLICY_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
    }
    GetGroupPolicyResponse as GET_GROUP_POLICY_RESPONSE {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
        policy_document: String = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
    }
    GetGroupRequest as GET_GROUP_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    GetGroupResponse as GET_GROUP_RESPONSE {
        group: Group = shape::Member::new("Group", &GROUP).required(),
        users: Vec<User> = shape::Member::new("Users", &USER_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    GetInstanceProfileRequest as GET_INSTANCE_PROFILE_REQUEST {
        instance_profile_name: String = shape::Member::new("InstanceProfileName", &INSTANCE_PROFILE_NAME_TYPE).required(),
    }
    GetInstanceProfileResponse as GET_INSTANCE_PROFILE_RESPONSE {
        instance_profile: InstanceProfile = shape::Member::new("InstanceProfile", &INSTANCE_PROFILE).required(),
    }
    GetLoginProfileRequest as GET_LOGIN_PROFILE_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
    }
    GetLoginProfileResponse as GET_LOGIN_PROFILE_RESPONSE {
        login_profile: LoginProfile = shape::Member::new("LoginProfile", &LOGIN_PROFILE).required(),
    }
    GetMFADeviceRequest as GET_MFA_DEVICE_REQUEST {
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
    }
    GetMFADeviceResponse as GET_MFA_DEVICE_RESPONSE {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
        enable_date: Option<shape::types::Timestamp> = shape::Member::new("EnableDate", &DATE_TYPE),
        certifications: Option<shape::types::BTreeMap<String, String>> = shape::Member::new("Certifications", &CERTIFICATION_MAP_TYPE),
    }
    GetOpenIDConnectProviderRequest as GET_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        open_id_connect_provider_arn: String = shape::Member::new("OpenIDConnectProviderArn", &ARN_TYPE).required(),
    }
    GetOpenIDConnectProviderResponse as GET_OPEN_ID_CONNECT_PROVIDER_RESPONSE {
        url: Option<String> = shape::Member::new("Url", &OPEN_ID_CONNECT_PROVIDER_URL_TYPE),
        client_id_list: Option<Vec<String>> = shape::Member::new("ClientIDList", &CLIENT_ID_LIST_TYPE),
        thumbprint_list: Option<Vec<String>> = shape::Member::new("ThumbprintList", &THUMBPRINT_LIST_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    GetPolicyRequest as GET_POLICY_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
    }
    GetPolicyResponse as GET_POLICY_RESPONSE {
        policy: Option<Policy> = shape::Member::new("Policy", &POLICY),
    }
    GetPolicyVersionRequest as GET_POLICY_VERSION_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
        version_id: String = shape::Member::new("VersionId", &POLICY_VERSION_ID_TYPE).required(),
    }
    GetPolicyVersionResponse as GET_POLICY_VERSION_RESPONSE {
        policy_version: Option<PolicyVersion> = shape::Member::new("PolicyVersion", &POLICY_VERSION),
    }
    GetRolePolicyRequest as GET_ROLE_POLICY_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
    }
    GetRolePolicyResponse as GET_ROLE_POLICY_RESPONSE {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
        policy_document: String = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
    }
    GetRoleRequest as GET_ROLE_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
    }
    GetRoleResponse as GET_ROLE_RESPONSE {
        role: Role = shape::Member::new("Role", &ROLE).required(),
    }
    GetSAMLProviderRequest as GET_SAML_PROVIDER_REQUEST {
        saml_provider_arn: String = shape::Member::new("SAMLProviderArn", &ARN_TYPE).required(),
    }
    GetSAMLProviderResponse as GET_SAML_PROVIDER_RESPONSE {
        saml_provider_uuid: Option<String> = shape::Member::new("SAMLProviderUUID", &PRIVATE_KEY_ID_TYPE),
        saml_metadata_document: Option<String> = shape::Member::new("SAMLMetadataDocument", &SAML_METADATA_DOCUMENT_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
        valid_until: Option<shape::types::Timestamp> = shape::Member::new("ValidUntil", &DATE_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
        assertion_encryption_mode: Option<String> = shape::Member::new("AssertionEncryptionMode", &ASSERTION_ENCRYPTION_MODE_TYPE),
        private_key_list: Option<Vec<SAMLPrivateKey>> = shape::Member::new("PrivateKeyList", &PRIVATE_KEY_LIST),
    }
    GetServerCertificateRequest as GET_SERVER_CERTIFICATE_REQUEST {
        server_certificate_name: String = shape::Member::new("ServerCertificateName", &SERVER_CERTIFICATE_NAME_TYPE).required(),
    }
    GetServerCertificateResponse as GET_SERVER_CERTIFICATE_RESPONSE {
        server_certificate: ServerCertificate = shape::Member::new("ServerCertificate", &SERVER_CERTIFICATE).required(),
    }
    GetServiceLastAccessedDetailsRequest as GET_SERVICE_LAST_ACCESSED_DETAILS_REQUEST {
        job_id: String = shape::Member::new("JobId", &JOB_ID_TYPE).required(),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
    }
    GetServiceLastAccessedDetailsResponse as GET_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE {
        job_status: String = shape::Member::new("JobStatus", &JOB_STATUS_TYPE).required(),
        job_type: Option<String> = shape::Member::new("JobType", &ACCESS_ADVISOR_USAGE_GRANULARITY_TYPE),
        job_creation_date: shape::types::Timestamp = shape::Member::new("JobCreationDate", &DATE_TYPE).required(),
        services_last_accessed: Vec<ServiceLastAccessed> = shape::Member::new("ServicesLastAccessed", &SERVICES_LAST_ACCESSED).required(),
        job_completion_date: shape::types::Timestamp = shape::Member::new("JobCompletionDate", &DATE_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
        error: Option<ErrorDetails> = shape::Member::new("Error", &ERROR_DETAILS),
    }
    GetServiceLastAccessedDetailsWithEntitiesRequest as GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_REQUEST {
        job_id: String = shape::Member::new("JobId", &JOB_ID_TYPE).required(),
        service_namespace: String = shape::Member::new("ServiceNamespace", &SERVICE_NAMESPACE_TYPE).required(),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
    }
    GetServiceLastAccessedDetailsWithEntitiesResponse as GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_RESPONSE {
        job_status: String = shape::Member::new("JobStatus", &JOB_STATUS_TYPE).required(),
        job_creation_date: shape::types::Timestamp = shape::Member::new("JobCreationDate", &DATE_TYPE).required(),
        job_completion_date: shape::types::Timestamp = shape::Member::new("JobCompletionDate", &DATE_TYPE).required(),
        entity_details_list: Vec<EntityDetails> = shape::Member::new("EntityDetailsList", &ENTITY_DETAILS_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
        error: Option<ErrorDetails> = shape::Member::new("Error", &ERROR_DETAILS),
    }
    GetServiceLinkedRoleDeletionStatusRequest as GET_SERVICE_LINKED_ROLE_DELETION_STATUS_REQUEST {
        deletion_task_id: String = shape::Member::new("DeletionTaskId", &DELETION_TASK_ID_TYPE).required(),
    }
    GetServiceLinkedRoleDeletionStatusResponse as GET_SERVICE_LINKED_ROLE_DELETION_STATUS_RESPONSE {
        status: String = shape::Member::new("Status", &DELETION_TASK_STATUS_TYPE).required(),
        reason: Option<DeletionTaskFailureReasonType> = shape::Member::new("Reason", &DELETION_TASK_FAILURE_REASON_TYPE),
    }
    GetSSHPublicKeyRequest as GET_SSH_PUBLIC_KEY_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        ssh_public_key_id: String = shape::Member::new("SSHPublicKeyId", &PUBLIC_KEY_ID_TYPE).required(),
        encoding: String = shape::Member::new("Encoding", &ENCODING_TYPE).required(),
    }
    GetSSHPublicKeyResponse as GET_SSH_PUBLIC_KEY_RESPONSE {
        ssh_public_key: Option<SSHPublicKey> = shape::Member::new("SSHPublicKey", &SSH_PUBLIC_KEY),
    }
    GetUserPolicyRequest as GET_USER_POLICY_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
    }
    GetUserPolicyResponse as GET_USER_POLICY_RESPONSE {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
        policy_document: String = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
    }
    GetUserRequest as GET_USER_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
    }
    GetUserResponse as GET_USER_RESPONSE {
        user: User = shape::Member::new("User", &USER).required(),
    }
    Group as GROUP {
        path: String = shape::Member::new("Path", &PATH_TYPE).required(),
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        group_id: String = shape::Member::new("GroupId", &ID_TYPE).required(),
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
        create_date: shape::types::Timestamp = shape::Member::new("CreateDate", &DATE_TYPE).required(),
    }
    GroupDetail as GROUP_DETAIL {
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
        group_name: Option<String> = shape::Member::new("GroupName", &GROUP_NAME_TYPE),
        group_id: Option<String> = shape::Member::new("GroupId", &ID_TYPE),
        arn: Option<String> = shape::Member::new("Arn", &ARN_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
        group_policy_list: Option<Vec<PolicyDetail>> = shape::Member::new("GroupPolicyList", &POLICY_DETAIL_LIST_TYPE),
        attached_managed_policies: Option<Vec<AttachedPolicy>> = shape::Member::new("AttachedManagedPolicies", &ATTACHED_POLICIES_LIST_TYPE),
    }
    InstanceProfile as INSTANCE_PROFILE {
        path: String = shape::Member::new("Path", &PATH_TYPE).required(),
        instance_profile_name: String = shape::Member::new("InstanceProfileName", &INSTANCE_PROFILE_NAME_TYPE).required(),
        instance_profile_id: String = shape::Member::new("InstanceProfileId", &ID_TYPE).required(),
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
        create_date: shape::types::Timestamp = shape::Member::new("CreateDate", &DATE_TYPE).required(),
        roles: Vec<Role> = shape::Member::new("Roles", &ROLE_LIST_TYPE).required(),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    ListAccessKeysRequest as LIST_ACCESS_KEYS_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListAccessKeysResponse as LIST_ACCESS_KEYS_RESPONSE {
        access_key_metadata: Vec<AccessKeyMetadata> = shape::Member::new("AccessKeyMetadata", &ACCESS_KEY_METADATA_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListAccountAliasesRequest as LIST_ACCOUNT_ALIASES_REQUEST {
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListAccountAliasesResponse as LIST_ACCOUNT_ALIASES_RESPONSE {
        account_aliases: Vec<String> = shape::Member::new("AccountAliases", &ACCOUNT_ALIAS_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListAttachedGroupPoliciesRequest as LIST_ATTACHED_GROUP_POLICIES_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &POLICY_PATH_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListAttachedGroupPoliciesResponse as LIST_ATTACHED_GROUP_POLICIES_RESPONSE {
        attached_policies: Option<Vec<AttachedPolicy>> = shape::Member::new("AttachedPolicies", &ATTACHED_POLICIES_LIST_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListAttachedRolePoliciesRequest as LIST_ATTACHED_ROLE_POLICIES_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &POLICY_PATH_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListAttachedRolePoliciesResponse as LIST_ATTACHED_ROLE_POLICIES_RESPONSE {
        attached_policies: Option<Vec<AttachedPolicy>> = shape::Member::new("AttachedPolicies", &ATTACHED_POLICIES_LIST_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListAttachedUserPoliciesRequest as LIST_ATTACHED_USER_POLICIES_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &POLICY_PATH_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListAttachedUserPoliciesResponse as LIST_ATTACHED_USER_POLICIES_RESPONSE {
        attached_policies: Option<Vec<AttachedPolicy>> = shape::Member::new("AttachedPolicies", &ATTACHED_POLICIES_LIST_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListEntitiesForPolicyRequest as LIST_ENTITIES_FOR_POLICY_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
        entity_filter: Option<String> = shape::Member::new("EntityFilter", &ENTITY_TYPE),
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &PATH_TYPE),
        policy_usage_filter: Option<String> = shape::Member::new("PolicyUsageFilter", &POLICY_USAGE_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListEntitiesForPolicyResponse as LIST_ENTITIES_FOR_POLICY_RESPONSE {
        policy_groups: Option<Vec<PolicyGroup>> = shape::Member::new("PolicyGroups", &POLICY_GROUP_LIST_TYPE),
        policy_users: Option<Vec<PolicyUser>> = shape::Member::new("PolicyUsers", &POLICY_USER_LIST_TYPE),
        policy_roles: Option<Vec<PolicyRole>> = shape::Member::new("PolicyRoles", &POLICY_ROLE_LIST_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListGroupsForUserRequest as LIST_GROUPS_FOR_USER_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListGroupsForUserResponse as LIST_GROUPS_FOR_USER_RESPONSE {
        groups: Vec<Group> = shape::Member::new("Groups", &GROUP_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListGroupsRequest as LIST_GROUPS_REQUEST {
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &PATH_PREFIX_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListGroupsResponse as LIST_GROUPS_RESPONSE {
        groups: Vec<Group> = shape::Member::new("Groups", &GROUP_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListGroupPoliciesRequest as LIST_GROUP_POLICIES_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListGroupPoliciesResponse as LIST_GROUP_POLICIES_RESPONSE {
        policy_names: Vec<String> = shape::Member::new("PolicyNames", &POLICY_NAME_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListInstanceProfilesForRoleRequest as LIST_INSTANCE_PROFILES_FOR_ROLE_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListInstanceProfilesForRoleResponse as LIST_INSTANCE_PROFILES_FOR_ROLE_RESPONSE {
        instance_profiles: Vec<InstanceProfile> = shape::Member::new("InstanceProfiles", &INSTANCE_PROFILE_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListInstanceProfilesRequest as LIST_INSTANCE_PROFILES_REQUEST {
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &PATH_PREFIX_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListInstanceProfilesResponse as LIST_INSTANCE_PROFILES_RESPONSE {
        instance_profiles: Vec<InstanceProfile> = shape::Member::new("InstanceProfiles", &INSTANCE_PROFILE_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListInstanceProfileTagsRequest as LIST_INSTANCE_PROFILE_TAGS_REQUEST {
        instance_profile_name: String = shape::Member::new("InstanceProfileName", &INSTANCE_PROFILE_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListInstanceProfileTagsResponse as LIST_INSTANCE_PROFILE_TAGS_RESPONSE {
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListMFADevicesRequest as LIST_MFA_DEVICES_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListMFADevicesResponse as LIST_MFA_DEVICES_RESPONSE {
        mfa_devices: Vec<MFADevice> = shape::Member::new("MFADevices", &MFA_DEVICE_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListMFADeviceTagsRequest as LIST_MFA_DEVICE_TAGS_REQUEST {
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListMFADeviceTagsResponse as LIST_MFA_DEVICE_TAGS_RESPONSE {
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListOpenIDConnectProvidersRequest as LIST_OPEN_ID_CONNECT_PROVIDERS_REQUEST {
    }
    ListOpenIDConnectProvidersResponse as LIST_OPEN_ID_CONNECT_PROVIDERS_RESPONSE {
        open_id_connect_provider_list: Option<Vec<OpenIDConnectProviderListEntry>> = shape::Member::new("OpenIDConnectProviderList", &OPEN_ID_CONNECT_PROVIDER_LIST_TYPE),
    }
    ListOpenIDConnectProviderTagsRequest as LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_REQUEST {
        open_id_connect_provider_arn: String = shape::Member::new("OpenIDConnectProviderArn", &ARN_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListOpenIDConnectProviderTagsResponse as LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_RESPONSE {
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListPoliciesGrantingServiceAccessEntry as LIST_POLICIES_GRANTING_SERVICE_ACCESS_ENTRY {
        service_namespace: Option<String> = shape::Member::new("ServiceNamespace", &SERVICE_NAMESPACE_TYPE),
        policies: Option<Vec<PolicyGrantingServiceAccess>> = shape::Member::new("Policies", &POLICY_GRANTING_SERVICE_ACCESS_LIST_TYPE),
    }
    ListPoliciesGrantingServiceAccessRequest as LIST_POLICIES_GRANTING_SERVICE_ACCESS_REQUEST {
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
        service_namespaces: Vec<String> = shape::Member::new("ServiceNamespaces", &SERVICE_NAMESPACE_LIST_TYPE).required(),
    }
    ListPoliciesGrantingServiceAccessResponse as LIST_POLICIES_GRANTING_SERVICE_ACCESS_RESPONSE {
        policies_granting_service_access: Vec<ListPoliciesGrantingServiceAccessEntry> = shape::Member::new("PoliciesGrantingServiceAccess", &LIST_POLICY_GRANTING_SERVICE_ACCESS_RESPONSE_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListPoliciesRequest as LIST_POLICIES_REQUEST {
        scope: Option<String> = shape::Member::new("Scope", &POLICY_SCOPE_TYPE),
        only_attached: Option<bool> = shape::Member::new("OnlyAttached", &BOOLEAN_TYPE),
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &POLICY_PATH_TYPE),
        policy_usage_filter: Option<String> = shape::Member::new("PolicyUsageFilter", &POLICY_USAGE_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListPoliciesResponse as LIST_POLICIES_RESPONSE {
        policies: Option<Vec<Policy>> = shape::Member::new("Policies", &POLICY_LIST_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListPolicyTagsRequest as LIST_POLICY_TAGS_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListPolicyTagsResponse as LIST_POLICY_TAGS_RESPONSE {
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListPolicyVersionsRequest as LIST_POLICY_VERSIONS_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListPolicyVersionsResponse as LIST_POLICY_VERSIONS_RESPONSE {
        versions: Option<Vec<PolicyVersion>> = shape::Member::new("Versions", &POLICY_DOCUMENT_VERSION_LIST_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListRolesRequest as LIST_ROLES_REQUEST {
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &PATH_PREFIX_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListRolesResponse as LIST_ROLES_RESPONSE {
        roles: Vec<Role> = shape::Member::new("Roles", &ROLE_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListRolePoliciesRequest as LIST_ROLE_POLICIES_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListRolePoliciesResponse as LIST_ROLE_POLICIES_RESPONSE {
        policy_names: Vec<String> = shape::Member::new("PolicyNames", &POLICY_NAME_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListRoleTagsRequest as LIST_ROLE_TAGS_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListRoleTagsResponse as LIST_ROLE_TAGS_RESPONSE {
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListSAMLProvidersRequest as LIST_SAML_PROVIDERS_REQUEST {
    }
    ListSAMLProvidersResponse as LIST_SAML_PROVIDERS_RESPONSE {
        saml_provider_list: Option<Vec<SAMLProviderListEntry>> = shape::Member::new("SAMLProviderList", &SAML_PROVIDER_LIST_TYPE),
    }
    ListSAMLProviderTagsRequest as LIST_SAML_PROVIDER_TAGS_REQUEST {
        saml_provider_arn: String = shape::Member::new("SAMLProviderArn", &ARN_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListSAMLProviderTagsResponse as LIST_SAML_PROVIDER_TAGS_RESPONSE {
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListServerCertificatesRequest as LIST_SERVER_CERTIFICATES_REQUEST {
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &PATH_PREFIX_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListServerCertificatesResponse as LIST_SERVER_CERTIFICATES_RESPONSE {
        server_certificate_metadata_list: Vec<ServerCertificateMetadata> = shape::Member::new("ServerCertificateMetadataList", &SERVER_CERTIFICATE_METADATA_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListServerCertificateTagsRequest as LIST_SERVER_CERTIFICATE_TAGS_REQUEST {
        server_certificate_name: String = shape::Member::new("ServerCertificateName", &SERVER_CERTIFICATE_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListServerCertificateTagsResponse as LIST_SERVER_CERTIFICATE_TAGS_RESPONSE {
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListServiceSpecificCredentialsRequest as LIST_SERVICE_SPECIFIC_CREDENTIALS_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        service_name: Option<String> = shape::Member::new("ServiceName", &SERVICE_NAME),
        all_users: Option<bool> = shape::Member::new("AllUsers", &ALL_USERS),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListServiceSpecificCredentialsResponse as LIST_SERVICE_SPECIFIC_CREDENTIALS_RESPONSE {
        service_specific_credentials: Option<Vec<ServiceSpecificCredentialMetadata>> = shape::Member::new("ServiceSpecificCredentials", &SERVICE_SPECIFIC_CREDENTIALS_LIST_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
    }
    ListSigningCertificatesRequest as LIST_SIGNING_CERTIFICATES_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListSigningCertificatesResponse as LIST_SIGNING_CERTIFICATES_RESPONSE {
        certificates: Vec<SigningCertificate> = shape::Member::new("Certificates", &CERTIFICATE_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListSSHPublicKeysRequest as LIST_SSH_PUBLIC_KEYS_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListSSHPublicKeysResponse as LIST_SSH_PUBLIC_KEYS_RESPONSE {
        ssh_public_keys: Option<Vec<SSHPublicKeyMetadata>> = shape::Member::new("SSHPublicKeys", &SSH_PUBLIC_KEY_LIST_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListUsersRequest as LIST_USERS_REQUEST {
        path_prefix: Option<String> = shape::Member::new("PathPrefix", &PATH_PREFIX_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListUsersResponse as LIST_USERS_RESPONSE {
        users: Vec<User> = shape::Member::new("Users", &USER_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListUserPoliciesRequest as LIST_USER_POLICIES_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListUserPoliciesResponse as LIST_USER_POLICIES_RESPONSE {
        policy_names: Vec<String> = shape::Member::new("PolicyNames", &POLICY_NAME_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListUserTagsRequest as LIST_USER_TAGS_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListUserTagsResponse as LIST_USER_TAGS_RESPONSE {
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    ListVirtualMFADevicesRequest as LIST_VIRTUAL_MFA_DEVICES_REQUEST {
        assignment_status: Option<String> = shape::Member::new("AssignmentStatus", &ASSIGNMENT_STATUS_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
    }
    ListVirtualMFADevicesResponse as LIST_VIRTUAL_MFA_DEVICES_RESPONSE {
        virtual_mfa_devices: Vec<VirtualMFADevice> = shape::Member::new("VirtualMFADevices", &VIRTUAL_MFA_DEVICE_LIST_TYPE).required(),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    LoginProfile as LOGIN_PROFILE {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        create_date: shape::types::Timestamp = shape::Member::new("CreateDate", &DATE_TYPE).required(),
        password_reset_required: Option<bool> = shape::Member::new("PasswordResetRequired", &BOOLEAN_TYPE),
    }
    ManagedPolicyDetail as MANAGED_POLICY_DETAIL {
        policy_name: Option<String> = shape::Member::new("PolicyName", &POLICY_NAME_TYPE),
        policy_id: Option<String> = shape::Member::new("PolicyId", &ID_TYPE),
        arn: Option<String> = shape::Member::new("Arn", &ARN_TYPE),
        path: Option<String> = shape::Member::new("Path", &POLICY_PATH_TYPE),
        default_version_id: Option<String> = shape::Member::new("DefaultVersionId", &POLICY_VERSION_ID_TYPE),
        attachment_count: Option<i32> = shape::Member::new("AttachmentCount", &ATTACHMENT_COUNT_TYPE),
        permissions_boundary_usage_count: Option<i32> = shape::Member::new("PermissionsBoundaryUsageCount", &ATTACHMENT_COUNT_TYPE),
        is_attachable: Option<bool> = shape::Member::new("IsAttachable", &BOOLEAN_TYPE),
        description: Option<String> = shape::Member::new("Description", &POLICY_DESCRIPTION_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
        update_date: Option<shape::types::Timestamp> = shape::Member::new("UpdateDate", &DATE_TYPE),
        policy_version_list: Option<Vec<PolicyVersion>> = shape::Member::new("PolicyVersionList", &POLICY_DOCUMENT_VERSION_LIST_TYPE),
    }
    MFADevice as MFA_DEVICE {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
        enable_date: shape::types::Timestamp = shape::Member::new("EnableDate", &DATE_TYPE).required(),
    }
    OpenIDConnectProviderListEntry as OPEN_ID_CONNECT_PROVIDER_LIST_ENTRY {
        arn: Option<String> = shape::Member::new("Arn", &ARN_TYPE),
    }
    OrganizationsDecisionDetail as ORGANIZATIONS_DECISION_DETAIL {
        allowed_by_organizations: Option<bool> = shape::Member::new("AllowedByOrganizations", &BOOLEAN_TYPE),
    }
    PasswordPolicy as PASSWORD_POLICY {
        minimum_password_length: Option<i32> = shape::Member::new("MinimumPasswordLength", &MINIMUM_PASSWORD_LENGTH_TYPE),
        require_symbols: Option<bool> = shape::Member::new("RequireSymbols", &BOOLEAN_TYPE),
        require_numbers: Option<bool> = shape::Member::new("RequireNumbers", &BOOLEAN_TYPE),
        require_uppercase_characters: Option<bool> = shape::Member::new("RequireUppercaseCharacters", &BOOLEAN_TYPE),
        require_lowercase_characters: Option<bool> = shape::Member::new("RequireLowercaseCharacters", &BOOLEAN_TYPE),
        allow_users_to_change_password: Option<bool> = shape::Member::new("AllowUsersToChangePassword", &BOOLEAN_TYPE),
        expire_passwords: Option<bool> = shape::Member::new("ExpirePasswords", &BOOLEAN_TYPE),
        max_password_age: Option<i32> = shape::Member::new("MaxPasswordAge", &MAX_PASSWORD_AGE_TYPE),
        password_reuse_prevention: Option<i32> = shape::Member::new("PasswordReusePrevention", &PASSWORD_REUSE_PREVENTION_TYPE),
        hard_expiry: Option<bool> = shape::Member::new("HardExpiry", &BOOLEAN_OBJECT_TYPE),
    }
    PermissionsBoundaryDecisionDetail as PERMISSIONS_BOUNDARY_DECISION_DETAIL {
        allowed_by_permissions_boundary: Option<bool> = shape::Member::new("AllowedByPermissionsBoundary", &BOOLEAN_TYPE),
    }
    Policy as POLICY {
        policy_name: Option<String> = shape::Member::new("PolicyName", &POLICY_NAME_TYPE),
        policy_id: Option<String> = shape::Member::new("PolicyId", &ID_TYPE),
        arn: Option<String> = shape::Member::new("Arn", &ARN_TYPE),
        path: Option<String> = shape::Member::new("Path", &POLICY_PATH_TYPE),
        default_version_id: Option<String> = shape::Member::new("DefaultVersionId", &POLICY_VERSION_ID_TYPE),
        attachment_count: Option<i32> = shape::Member::new("AttachmentCount", &ATTACHMENT_COUNT_TYPE),
        permissions_boundary_usage_count: Option<i32> = shape::Member::new("PermissionsBoundaryUsageCount", &ATTACHMENT_COUNT_TYPE),
        is_attachable: Option<bool> = shape::Member::new("IsAttachable", &BOOLEAN_TYPE),
        description: Option<String> = shape::Member::new("Description", &POLICY_DESCRIPTION_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
        update_date: Option<shape::types::Timestamp> = shape::Member::new("UpdateDate", &DATE_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    PolicyDetail as POLICY_DETAIL {
        policy_name: Option<String> = shape::Member::new("PolicyName", &POLICY_NAME_TYPE),
        policy_document: Option<String> = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE),
    }
    PolicyGrantingServiceAccess as POLICY_GRANTING_SERVICE_ACCESS {
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
        policy_type: String = shape::Member::new("PolicyType", &POLICY_TYPE).required(),
        policy_arn: Option<String> = shape::Member::new("PolicyArn", &ARN_TYPE),
        entity_type: Option<String> = shape::Member::new("EntityType", &POLICY_OWNER_ENTITY_TYPE),
        entity_name: Option<String> = shape::Member::new("EntityName", &ENTITY_NAME_TYPE),
    }
    PolicyGroup as POLICY_GROUP {
        group_name: Option<String> = shape::Member::new("GroupName", &GROUP_NAME_TYPE),
        group_id: Option<String> = shape::Member::new("GroupId", &ID_TYPE),
    }
    PolicyRole as POLICY_ROLE {
        role_name: Option<String> = shape::Member::new("RoleName", &ROLE_NAME_TYPE),
        role_id: Option<String> = shape::Member::new("RoleId", &ID_TYPE),
    }
    PolicyUser as POLICY_USER {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        user_id: Option<String> = shape::Member::new("UserId", &ID_TYPE),
    }
    PolicyVersion as POLICY_VERSION {
        document: Option<String> = shape::Member::new("Document", &POLICY_DOCUMENT_TYPE),
        version_id: Option<String> = shape::Member::new("VersionId", &POLICY_VERSION_ID_TYPE),
        is_default_version: Option<bool> = shape::Member::new("IsDefaultVersion", &BOOLEAN_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
    }
    Position as POSITION {
        line: Option<i32> = shape::Member::new("Line", &LINE_NUMBER),
        column: Option<i32> = shape::Member::new("Column", &COLUMN_NUMBER),
    }
    PutGroupPolicyRequest as PUT_GROUP_POLICY_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
        policy_document: String = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
    }
    PutRolePermissionsBoundaryRequest as PUT_ROLE_PERMISSIONS_BOUNDARY_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        permissions_boundary: String = shape::Member::new("PermissionsBoundary", &ARN_TYPE).required(),
    }
    PutRolePolicyRequest as PUT_ROLE_POLICY_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
        policy_document: String = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
    }
    PutUserPermissionsBoundaryRequest as PUT_USER_PERMISSIONS_BOUNDARY_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        permissions_boundary: String = shape::Member::new("PermissionsBoundary", &ARN_TYPE).required(),
    }
    PutUserPolicyRequest as PUT_USER_POLICY_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        policy_name: String = shape::Member::new("PolicyName", &POLICY_NAME_TYPE).required(),
        policy_document: String = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
    }
    RemoveClientIDFromOpenIDConnectProviderRequest as REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        open_id_connect_provider_arn: String = shape::Member::new("OpenIDConnectProviderArn", &ARN_TYPE).required(),
        client_id: String = shape::Member::new("ClientID", &CLIENT_ID_TYPE).required(),
    }
    RemoveRoleFromInstanceProfileRequest as REMOVE_ROLE_FROM_INSTANCE_PROFILE_REQUEST {
        instance_profile_name: String = shape::Member::new("InstanceProfileName", &INSTANCE_PROFILE_NAME_TYPE).required(),
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
    }
    RemoveUserFromGroupRequest as REMOVE_USER_FROM_GROUP_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
    }
    ResetServiceSpecificCredentialRequest as RESET_SERVICE_SPECIFIC_CREDENTIAL_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        service_specific_credential_id: String = shape::Member::new("ServiceSpecificCredentialId", &SERVICE_SPECIFIC_CREDENTIAL_ID).required(),
    }
    ResetServiceSpecificCredentialResponse as RESET_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE {
        service_specific_credential: Option<ServiceSpecificCredential> = shape::Member::new("ServiceSpecificCredential", &SERVICE_SPECIFIC_CREDENTIAL),
    }
    ResourceSpecificResult as RESOURCE_SPECIFIC_RESULT {
        eval_resource_name: String = shape::Member::new("EvalResourceName", &RESOURCE_NAME_TYPE).required(),
        eval_resource_decision: String = shape::Member::new("EvalResourceDecision", &POLICY_EVALUATION_DECISION_TYPE).required(),
        matched_statements: Option<Vec<Statement>> = shape::Member::new("MatchedStatements", &STATEMENT_LIST_TYPE),
        missing_context_values: Option<Vec<String>> = shape::Member::new("MissingContextValues", &CONTEXT_KEY_NAMES_RESULT_LIST_TYPE),
        eval_decision_details: Option<shape::types::BTreeMap<String, String>> = shape::Member::new("EvalDecisionDetails", &EVAL_DECISION_DETAILS_TYPE),
        permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail> = shape::Member::new("PermissionsBoundaryDecisionDetail", &PERMISSIONS_BOUNDARY_DECISION_DETAIL),
    }
    ResyncMFADeviceRequest as RESYNC_MFA_DEVICE_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
        authentication_code1: String = shape::Member::new("AuthenticationCode1", &AUTHENTICATION_CODE_TYPE).required(),
        authentication_code2: String = shape::Member::new("AuthenticationCode2", &AUTHENTICATION_CODE_TYPE).required(),
    }
    Role as ROLE {
        path: String = shape::Member::new("Path", &PATH_TYPE).required(),
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        role_id: String = shape::Member::new("RoleId", &ID_TYPE).required(),
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
        create_date: shape::types::Timestamp = shape::Member::new("CreateDate", &DATE_TYPE).required(),
        assume_role_policy_document: Option<String> = shape::Member::new("AssumeRolePolicyDocument", &POLICY_DOCUMENT_TYPE),
        description: Option<String> = shape::Member::new("Description", &ROLE_DESCRIPTION_TYPE),
        max_session_duration: Option<i32> = shape::Member::new("MaxSessionDuration", &ROLE_MAX_SESSION_DURATION_TYPE),
        permissions_boundary: Option<AttachedPermissionsBoundary> = shape::Member::new("PermissionsBoundary", &ATTACHED_PERMISSIONS_BOUNDARY),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
        role_last_used: Option<RoleLastUsed> = shape::Member::new("RoleLastUsed", &ROLE_LAST_USED),
    }
    RoleDetail as ROLE_DETAIL {
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
        role_name: Option<String> = shape::Member::new("RoleName", &ROLE_NAME_TYPE),
        role_id: Option<String> = shape::Member::new("RoleId", &ID_TYPE),
        arn: Option<String> = shape::Member::new("Arn", &ARN_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
        assume_role_policy_document: Option<String> = shape::Member::new("AssumeRolePolicyDocument", &POLICY_DOCUMENT_TYPE),
        instance_profile_list: Option<Vec<InstanceProfile>> = shape::Member::new("InstanceProfileList", &INSTANCE_PROFILE_LIST_TYPE),
        role_policy_list: Option<Vec<PolicyDetail>> = shape::Member::new("RolePolicyList", &POLICY_DETAIL_LIST_TYPE),
        attached_managed_policies: Option<Vec<AttachedPolicy>> = shape::Member::new("AttachedManagedPolicies", &ATTACHED_POLICIES_LIST_TYPE),
        permissions_boundary: Option<AttachedPermissionsBoundary> = shape::Member::new("PermissionsBoundary", &ATTACHED_PERMISSIONS_BOUNDARY),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
        role_last_used: Option<RoleLastUsed> = shape::Member::new("RoleLastUsed", &ROLE_LAST_USED),
    }
    RoleLastUsed as ROLE_LAST_USED {
        last_used_date: Option<shape::types::Timestamp> = shape::Member::new("LastUsedDate", &DATE_TYPE),
        region: Option<String> = shape::Member::new("Region", &STRING_TYPE),
    }
    RoleUsageType as ROLE_USAGE_TYPE {
        region: Option<String> = shape::Member::new("Region", &REGION_NAME_TYPE),
        resources: Option<Vec<String>> = shape::Member::new("Resources", &ARN_LIST_TYPE),
    }
    SAMLPrivateKey as SAML_PRIVATE_KEY {
        key_id: Option<String> = shape::Member::new("KeyId", &PRIVATE_KEY_ID_TYPE),
        timestamp: Option<shape::types::Timestamp> = shape::Member::new("Timestamp", &DATE_TYPE),
    }
    SAMLProviderListEntry as SAML_PROVIDER_LIST_ENTRY {
        arn: Option<String> = shape::Member::new("Arn", &ARN_TYPE),
        valid_until: Option<shape::types::Timestamp> = shape::Member::new("ValidUntil", &DATE_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
    }
    ServerCertificate as SERVER_CERTIFICATE {
        server_certificate_metadata: ServerCertificateMetadata = shape::Member::new("ServerCertificateMetadata", &SERVER_CERTIFICATE_METADATA).required(),
        certificate_body: String = shape::Member::new("CertificateBody", &CERTIFICATE_BODY_TYPE).required(),
        certificate_chain: Option<String> = shape::Member::new("CertificateChain", &CERTIFICATE_CHAIN_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    ServerCertificateMetadata as SERVER_CERTIFICATE_METADATA {
        path: String = shape::Member::new("Path", &PATH_TYPE).required(),
        server_certificate_name: String = shape::Member::new("ServerCertificateName", &SERVER_CERTIFICATE_NAME_TYPE).required(),
        server_certificate_id: String = shape::Member::new("ServerCertificateId", &ID_TYPE).required(),
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
        upload_date: Option<shape::types::Timestamp> = shape::Member::new("UploadDate", &DATE_TYPE),
        expiration: Option<shape::types::Timestamp> = shape::Member::new("Expiration", &DATE_TYPE),
    }
    ServiceLastAccessed as SERVICE_LAST_ACCESSED {
        service_name: String = shape::Member::new("ServiceName", &SERVICE_NAME_TYPE).required(),
        last_authenticated: Option<shape::types::Timestamp> = shape::Member::new("LastAuthenticated", &DATE_TYPE),
        service_namespace: String = shape::Member::new("ServiceNamespace", &SERVICE_NAMESPACE_TYPE).required(),
        last_authenticated_entity: Option<String> = shape::Member::new("LastAuthenticatedEntity", &ARN_TYPE),
        last_authenticated_region: Option<String> = shape::Member::new("LastAuthenticatedRegion", &STRING_TYPE),
        total_authenticated_entities: Option<i32> = shape::Member::new("TotalAuthenticatedEntities", &INTEGER_TYPE),
        tracked_actions_last_accessed: Option<Vec<TrackedActionLastAccessed>> = shape::Member::new("TrackedActionsLastAccessed", &TRACKED_ACTIONS_LAST_ACCESSED),
    }
    ServiceSpecificCredential as SERVICE_SPECIFIC_CREDENTIAL {
        create_date: shape::types::Timestamp = shape::Member::new("CreateDate", &DATE_TYPE).required(),
        expiration_date: Option<shape::types::Timestamp> = shape::Member::new("ExpirationDate", &DATE_TYPE),
        service_name: String = shape::Member::new("ServiceName", &SERVICE_NAME).required(),
        service_user_name: Option<String> = shape::Member::new("ServiceUserName", &SERVICE_USER_NAME),
        service_password: Option<String> = shape::Member::new("ServicePassword", &SERVICE_PASSWORD),
        service_credential_alias: Option<String> = shape::Member::new("ServiceCredentialAlias", &SERVICE_CREDENTIAL_ALIAS),
        service_credential_secret: Option<String> = shape::Member::new("ServiceCredentialSecret", &SERVICE_CREDENTIAL_SECRET),
        service_specific_credential_id: String = shape::Member::new("ServiceSpecificCredentialId", &SERVICE_SPECIFIC_CREDENTIAL_ID).required(),
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
    }
    ServiceSpecificCredentialMetadata as SERVICE_SPECIFIC_CREDENTIAL_METADATA {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
        service_user_name: Option<String> = shape::Member::new("ServiceUserName", &SERVICE_USER_NAME),
        service_credential_alias: Option<String> = shape::Member::new("ServiceCredentialAlias", &SERVICE_CREDENTIAL_ALIAS),
        create_date: shape::types::Timestamp = shape::Member::new("CreateDate", &DATE_TYPE).required(),
        expiration_date: Option<shape::types::Timestamp> = shape::Member::new("ExpirationDate", &DATE_TYPE),
        service_specific_credential_id: String = shape::Member::new("ServiceSpecificCredentialId", &SERVICE_SPECIFIC_CREDENTIAL_ID).required(),
        service_name: String = shape::Member::new("ServiceName", &SERVICE_NAME).required(),
    }
    SetDefaultPolicyVersionRequest as SET_DEFAULT_POLICY_VERSION_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
        version_id: String = shape::Member::new("VersionId", &POLICY_VERSION_ID_TYPE).required(),
    }
    SetSecurityTokenServicePreferencesRequest as SET_SECURITY_TOKEN_SERVICE_PREFERENCES_REQUEST {
        global_endpoint_token_version: String = shape::Member::new("GlobalEndpointTokenVersion", &GLOBAL_ENDPOINT_TOKEN_VERSION).required(),
    }
    SigningCertificate as SIGNING_CERTIFICATE {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        certificate_id: String = shape::Member::new("CertificateId", &CERTIFICATE_ID_TYPE).required(),
        certificate_body: String = shape::Member::new("CertificateBody", &CERTIFICATE_BODY_TYPE).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
        upload_date: Option<shape::types::Timestamp> = shape::Member::new("UploadDate", &DATE_TYPE),
    }
    SimulateCustomPolicyRequest as SIMULATE_CUSTOM_POLICY_REQUEST {
        policy_input_list: Vec<String> = shape::Member::new("PolicyInputList", &SIMULATION_POLICY_LIST_TYPE).required(),
        permissions_boundary_policy_input_list: Option<Vec<String>> = shape::Member::new("PermissionsBoundaryPolicyInputList", &SIMULATION_POLICY_LIST_TYPE),
        action_names: Vec<String> = shape::Member::new("ActionNames", &ACTION_NAME_LIST_TYPE).required(),
        resource_arns: Option<Vec<String>> = shape::Member::new("ResourceArns", &RESOURCE_NAME_LIST_TYPE),
        resource_policy: Option<String> = shape::Member::new("ResourcePolicy", &POLICY_DOCUMENT_TYPE),
        resource_owner: Option<String> = shape::Member::new("ResourceOwner", &RESOURCE_NAME_TYPE),
        caller_arn: Option<String> = shape::Member::new("CallerArn", &RESOURCE_NAME_TYPE),
        context_entries: Option<Vec<ContextEntry>> = shape::Member::new("ContextEntries", &CONTEXT_ENTRY_LIST_TYPE),
        resource_handling_option: Option<String> = shape::Member::new("ResourceHandlingOption", &RESOURCE_HANDLING_OPTION_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
    }
    SimulatePolicyResponse as SIMULATE_POLICY_RESPONSE {
        evaluation_results: Option<Vec<EvaluationResult>> = shape::Member::new("EvaluationResults", &EVALUATION_RESULTS_LIST_TYPE),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &BOOLEAN_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &RESPONSE_MARKER_TYPE),
    }
    SimulatePrincipalPolicyRequest as SIMULATE_PRINCIPAL_POLICY_REQUEST {
        policy_source_arn: String = shape::Member::new("PolicySourceArn", &ARN_TYPE).required(),
        policy_input_list: Option<Vec<String>> = shape::Member::new("PolicyInputList", &SIMULATION_POLICY_LIST_TYPE),
        permissions_boundary_policy_input_list: Option<Vec<String>> = shape::Member::new("PermissionsBoundaryPolicyInputList", &SIMULATION_POLICY_LIST_TYPE),
        action_names: Vec<String> = shape::Member::new("ActionNames", &ACTION_NAME_LIST_TYPE).required(),
        resource_arns: Option<Vec<String>> = shape::Member::new("ResourceArns", &RESOURCE_NAME_LIST_TYPE),
        resource_policy: Option<String> = shape::Member::new("ResourcePolicy", &POLICY_DOCUMENT_TYPE),
        resource_owner: Option<String> = shape::Member::new("ResourceOwner", &RESOURCE_NAME_TYPE),
        caller_arn: Option<String> = shape::Member::new("CallerArn", &RESOURCE_NAME_TYPE),
        context_entries: Option<Vec<ContextEntry>> = shape::Member::new("ContextEntries", &CONTEXT_ENTRY_LIST_TYPE),
        resource_handling_option: Option<String> = shape::Member::new("ResourceHandlingOption", &RESOURCE_HANDLING_OPTION_TYPE),
        max_items: Option<i32> = shape::Member::new("MaxItems", &MAX_ITEMS_TYPE),
        marker: Option<String> = shape::Member::new("Marker", &MARKER_TYPE),
    }
    SSHPublicKey as SSH_PUBLIC_KEY {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        ssh_public_key_id: String = shape::Member::new("SSHPublicKeyId", &PUBLIC_KEY_ID_TYPE).required(),
        fingerprint: String = shape::Member::new("Fingerprint", &PUBLIC_KEY_FINGERPRINT_TYPE).required(),
        ssh_public_key_body: String = shape::Member::new("SSHPublicKeyBody", &PUBLIC_KEY_MATERIAL_TYPE).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
        upload_date: Option<shape::types::Timestamp> = shape::Member::new("UploadDate", &DATE_TYPE),
    }
    SSHPublicKeyMetadata as SSH_PUBLIC_KEY_METADATA {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        ssh_public_key_id: String = shape::Member::new("SSHPublicKeyId", &PUBLIC_KEY_ID_TYPE).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
        upload_date: shape::types::Timestamp = shape::Member::new("UploadDate", &DATE_TYPE).required(),
    }
    Statement as STATEMENT {
        source_policy_id: Option<String> = shape::Member::new("SourcePolicyId", &POLICY_IDENTIFIER_TYPE),
        source_policy_type: Option<String> = shape::Member::new("SourcePolicyType", &POLICY_SOURCE_TYPE),
        start_position: Option<Position> = shape::Member::new("StartPosition", &POSITION),
        end_position: Option<Position> = shape::Member::new("EndPosition", &POSITION),
    }
    Tag as TAG {
        key: String = shape::Member::new("Key", &TAG_KEY_TYPE).required(),
        value: String = shape::Member::new("Value", &TAG_VALUE_TYPE).required(),
    }
    TagInstanceProfileRequest as TAG_INSTANCE_PROFILE_REQUEST {
        instance_profile_name: String = shape::Member::new("InstanceProfileName", &INSTANCE_PROFILE_NAME_TYPE).required(),
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
    }
    TagMFADeviceRequest as TAG_MFA_DEVICE_REQUEST {
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
    }
    TagOpenIDConnectProviderRequest as TAG_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        open_id_connect_provider_arn: String = shape::Member::new("OpenIDConnectProviderArn", &ARN_TYPE).required(),
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
    }
    TagPolicyRequest as TAG_POLICY_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
    }
    TagRoleRequest as TAG_ROLE_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
    }
    TagSAMLProviderRequest as TAG_SAML_PROVIDER_REQUEST {
        saml_provider_arn: String = shape::Member::new("SAMLProviderArn", &ARN_TYPE).required(),
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
    }
    TagServerCertificateRequest as TAG_SERVER_CERTIFICATE_REQUEST {
        server_certificate_name: String = shape::Member::new("ServerCertificateName", &SERVER_CERTIFICATE_NAME_TYPE).required(),
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
    }
    TagUserRequest as TAG_USER_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        tags: Vec<Tag> = shape::Member::new("Tags", &TAG_LIST_TYPE).required(),
    }
    TrackedActionLastAccessed as TRACKED_ACTION_LAST_ACCESSED {
        action_name: Option<String> = shape::Member::new("ActionName", &STRING_TYPE),
        last_accessed_entity: Option<String> = shape::Member::new("LastAccessedEntity", &ARN_TYPE),
        last_accessed_time: Option<shape::types::Timestamp> = shape::Member::new("LastAccessedTime", &DATE_TYPE),
        last_accessed_region: Option<String> = shape::Member::new("LastAccessedRegion", &STRING_TYPE),
    }
    UntagInstanceProfileRequest as UNTAG_INSTANCE_PROFILE_REQUEST {
        instance_profile_name: String = shape::Member::new("InstanceProfileName", &INSTANCE_PROFILE_NAME_TYPE).required(),
        tag_keys: Vec<String> = shape::Member::new("TagKeys", &TAG_KEY_LIST_TYPE).required(),
    }
    UntagMFADeviceRequest as UNTAG_MFA_DEVICE_REQUEST {
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
        tag_keys: Vec<String> = shape::Member::new("TagKeys", &TAG_KEY_LIST_TYPE).required(),
    }
    UntagOpenIDConnectProviderRequest as UNTAG_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        open_id_connect_provider_arn: String = shape::Member::new("OpenIDConnectProviderArn", &ARN_TYPE).required(),
        tag_keys: Vec<String> = shape::Member::new("TagKeys", &TAG_KEY_LIST_TYPE).required(),
    }
    UntagPolicyRequest as UNTAG_POLICY_REQUEST {
        policy_arn: String = shape::Member::new("PolicyArn", &ARN_TYPE).required(),
        tag_keys: Vec<String> = shape::Member::new("TagKeys", &TAG_KEY_LIST_TYPE).required(),
    }
    UntagRoleRequest as UNTAG_ROLE_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        tag_keys: Vec<String> = shape::Member::new("TagKeys", &TAG_KEY_LIST_TYPE).required(),
    }
    UntagSAMLProviderRequest as UNTAG_SAML_PROVIDER_REQUEST {
        saml_provider_arn: String = shape::Member::new("SAMLProviderArn", &ARN_TYPE).required(),
        tag_keys: Vec<String> = shape::Member::new("TagKeys", &TAG_KEY_LIST_TYPE).required(),
    }
    UntagServerCertificateRequest as UNTAG_SERVER_CERTIFICATE_REQUEST {
        server_certificate_name: String = shape::Member::new("ServerCertificateName", &SERVER_CERTIFICATE_NAME_TYPE).required(),
        tag_keys: Vec<String> = shape::Member::new("TagKeys", &TAG_KEY_LIST_TYPE).required(),
    }
    UntagUserRequest as UNTAG_USER_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        tag_keys: Vec<String> = shape::Member::new("TagKeys", &TAG_KEY_LIST_TYPE).required(),
    }
    UpdateAccessKeyRequest as UPDATE_ACCESS_KEY_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        access_key_id: String = shape::Member::new("AccessKeyId", &ACCESS_KEY_ID_TYPE).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
    }
    UpdateAccountPasswordPolicyRequest as UPDATE_ACCOUNT_PASSWORD_POLICY_REQUEST {
        minimum_password_length: Option<i32> = shape::Member::new("MinimumPasswordLength", &MINIMUM_PASSWORD_LENGTH_TYPE),
        require_symbols: Option<bool> = shape::Member::new("RequireSymbols", &BOOLEAN_TYPE),
        require_numbers: Option<bool> = shape::Member::new("RequireNumbers", &BOOLEAN_TYPE),
        require_uppercase_characters: Option<bool> = shape::Member::new("RequireUppercaseCharacters", &BOOLEAN_TYPE),
        require_lowercase_characters: Option<bool> = shape::Member::new("RequireLowercaseCharacters", &BOOLEAN_TYPE),
        allow_users_to_change_password: Option<bool> = shape::Member::new("AllowUsersToChangePassword", &BOOLEAN_TYPE),
        max_password_age: Option<i32> = shape::Member::new("MaxPasswordAge", &MAX_PASSWORD_AGE_TYPE),
        password_reuse_prevention: Option<i32> = shape::Member::new("PasswordReusePrevention", &PASSWORD_REUSE_PREVENTION_TYPE),
        hard_expiry: Option<bool> = shape::Member::new("HardExpiry", &BOOLEAN_OBJECT_TYPE),
    }
    UpdateAssumeRolePolicyRequest as UPDATE_ASSUME_ROLE_POLICY_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        policy_document: String = shape::Member::new("PolicyDocument", &POLICY_DOCUMENT_TYPE).required(),
    }
    UpdateGroupRequest as UPDATE_GROUP_REQUEST {
        group_name: String = shape::Member::new("GroupName", &GROUP_NAME_TYPE).required(),
        new_path: Option<String> = shape::Member::new("NewPath", &PATH_TYPE),
        new_group_name: Option<String> = shape::Member::new("NewGroupName", &GROUP_NAME_TYPE),
    }
    UpdateLoginProfileRequest as UPDATE_LOGIN_PROFILE_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        password: Option<String> = shape::Member::new("Password", &PASSWORD_TYPE),
        password_reset_required: Option<bool> = shape::Member::new("PasswordResetRequired", &BOOLEAN_OBJECT_TYPE),
    }
    UpdateOpenIDConnectProviderThumbprintRequest as UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_REQUEST {
        open_id_connect_provider_arn: String = shape::Member::new("OpenIDConnectProviderArn", &ARN_TYPE).required(),
        thumbprint_list: Vec<String> = shape::Member::new("ThumbprintList", &THUMBPRINT_LIST_TYPE).required(),
    }
    UpdateRoleDescriptionRequest as UPDATE_ROLE_DESCRIPTION_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        description: String = shape::Member::new("Description", &ROLE_DESCRIPTION_TYPE).required(),
    }
    UpdateRoleDescriptionResponse as UPDATE_ROLE_DESCRIPTION_RESPONSE {
        role: Option<Role> = shape::Member::new("Role", &ROLE),
    }
    UpdateRoleRequest as UPDATE_ROLE_REQUEST {
        role_name: String = shape::Member::new("RoleName", &ROLE_NAME_TYPE).required(),
        description: Option<String> = shape::Member::new("Description", &ROLE_DESCRIPTION_TYPE),
        max_session_duration: Option<i32> = shape::Member::new("MaxSessionDuration", &ROLE_MAX_SESSION_DURATION_TYPE),
    }
    UpdateRoleResponse as UPDATE_ROLE_RESPONSE {
    }
    UpdateSAMLProviderRequest as UPDATE_SAML_PROVIDER_REQUEST {
        saml_metadata_document: Option<String> = shape::Member::new("SAMLMetadataDocument", &SAML_METADATA_DOCUMENT_TYPE),
        saml_provider_arn: String = shape::Member::new("SAMLProviderArn", &ARN_TYPE).required(),
        assertion_encryption_mode: Option<String> = shape::Member::new("AssertionEncryptionMode", &ASSERTION_ENCRYPTION_MODE_TYPE),
        add_private_key: Option<String> = shape::Member::new("AddPrivateKey", &PRIVATE_KEY_TYPE),
        remove_private_key: Option<String> = shape::Member::new("RemovePrivateKey", &PRIVATE_KEY_ID_TYPE),
    }
    UpdateSAMLProviderResponse as UPDATE_SAML_PROVIDER_RESPONSE {
        saml_provider_arn: Option<String> = shape::Member::new("SAMLProviderArn", &ARN_TYPE),
    }
    UpdateServerCertificateRequest as UPDATE_SERVER_CERTIFICATE_REQUEST {
        server_certificate_name: String = shape::Member::new("ServerCertificateName", &SERVER_CERTIFICATE_NAME_TYPE).required(),
        new_path: Option<String> = shape::Member::new("NewPath", &PATH_TYPE),
        new_server_certificate_name: Option<String> = shape::Member::new("NewServerCertificateName", &SERVER_CERTIFICATE_NAME_TYPE),
    }
    UpdateServiceSpecificCredentialRequest as UPDATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        service_specific_credential_id: String = shape::Member::new("ServiceSpecificCredentialId", &SERVICE_SPECIFIC_CREDENTIAL_ID).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
    }
    UpdateSigningCertificateRequest as UPDATE_SIGNING_CERTIFICATE_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        certificate_id: String = shape::Member::new("CertificateId", &CERTIFICATE_ID_TYPE).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
    }
    UpdateSSHPublicKeyRequest as UPDATE_SSH_PUBLIC_KEY_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        ssh_public_key_id: String = shape::Member::new("SSHPublicKeyId", &PUBLIC_KEY_ID_TYPE).required(),
        status: String = shape::Member::new("Status", &STATUS_TYPE).required(),
    }
    UpdateUserRequest as UPDATE_USER_REQUEST {
        user_name: String = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE).required(),
        new_path: Option<String> = shape::Member::new("NewPath", &PATH_TYPE),
        new_user_name: Option<String> = shape::Member::new("NewUserName", &USER_NAME_TYPE),
    }
    UploadServerCertificateRequest as UPLOAD_SERVER_CERTIFICATE_REQUEST {
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
        server_certificate_name: String = shape::Member::new("ServerCertificateName", &SERVER_CERTIFICATE_NAME_TYPE).required(),
        certificate_body: String = shape::Member::new("CertificateBody", &CERTIFICATE_BODY_TYPE).required(),
        private_key: String = shape::Member::new("PrivateKey", &PRIVATE_KEY_TYPE).required(),
        certificate_chain: Option<String> = shape::Member::new("CertificateChain", &CERTIFICATE_CHAIN_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    UploadServerCertificateResponse as UPLOAD_SERVER_CERTIFICATE_RESPONSE {
        server_certificate_metadata: Option<ServerCertificateMetadata> = shape::Member::new("ServerCertificateMetadata", &SERVER_CERTIFICATE_METADATA),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    UploadSigningCertificateRequest as UPLOAD_SIGNING_CERTIFICATE_REQUEST {
        user_name: Option<String> = shape::Member::new("UserName", &EXISTING_USER_NAME_TYPE),
        certificate_body: String = shape::Member::new("CertificateBody", &CERTIFICATE_BODY_TYPE).required(),
    }
    UploadSigningCertificateResponse as UPLOAD_SIGNING_CERTIFICATE_RESPONSE {
        certificate: SigningCertificate = shape::Member::new("Certificate", &SIGNING_CERTIFICATE).required(),
    }
    UploadSSHPublicKeyRequest as UPLOAD_SSH_PUBLIC_KEY_REQUEST {
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        ssh_public_key_body: String = shape::Member::new("SSHPublicKeyBody", &PUBLIC_KEY_MATERIAL_TYPE).required(),
    }
    UploadSSHPublicKeyResponse as UPLOAD_SSH_PUBLIC_KEY_RESPONSE {
        ssh_public_key: Option<SSHPublicKey> = shape::Member::new("SSHPublicKey", &SSH_PUBLIC_KEY),
    }
    User as USER {
        path: String = shape::Member::new("Path", &PATH_TYPE).required(),
        user_name: String = shape::Member::new("UserName", &USER_NAME_TYPE).required(),
        user_id: String = shape::Member::new("UserId", &ID_TYPE).required(),
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
        create_date: shape::types::Timestamp = shape::Member::new("CreateDate", &DATE_TYPE).required(),
        password_last_used: Option<shape::types::Timestamp> = shape::Member::new("PasswordLastUsed", &DATE_TYPE),
        permissions_boundary: Option<AttachedPermissionsBoundary> = shape::Member::new("PermissionsBoundary", &ATTACHED_PERMISSIONS_BOUNDARY),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    UserDetail as USER_DETAIL {
        path: Option<String> = shape::Member::new("Path", &PATH_TYPE),
        user_name: Option<String> = shape::Member::new("UserName", &USER_NAME_TYPE),
        user_id: Option<String> = shape::Member::new("UserId", &ID_TYPE),
        arn: Option<String> = shape::Member::new("Arn", &ARN_TYPE),
        create_date: Option<shape::types::Timestamp> = shape::Member::new("CreateDate", &DATE_TYPE),
        user_policy_list: Option<Vec<PolicyDetail>> = shape::Member::new("UserPolicyList", &POLICY_DETAIL_LIST_TYPE),
        group_list: Option<Vec<String>> = shape::Member::new("GroupList", &GROUP_NAME_LIST_TYPE),
        attached_managed_policies: Option<Vec<AttachedPolicy>> = shape::Member::new("AttachedManagedPolicies", &ATTACHED_POLICIES_LIST_TYPE),
        permissions_boundary: Option<AttachedPermissionsBoundary> = shape::Member::new("PermissionsBoundary", &ATTACHED_PERMISSIONS_BOUNDARY),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    VirtualMFADevice as VIRTUAL_MFA_DEVICE {
        serial_number: String = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE).required(),
        base32_string_seed: Option<shape::types::Bytes> = shape::Member::new("Base32StringSeed", &BOOTSTRAP_DATUM),
        qr_code_png: Option<shape::types::Bytes> = shape::Member::new("QRCodePNG", &BOOTSTRAP_DATUM),
        user: Option<User> = shape::Member::new("User", &USER),
        enable_date: Option<shape::types::Timestamp> = shape::Member::new("EnableDate", &DATE_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
}

static ACCESS_ADVISOR_USAGE_GRANULARITY_TYPE: shape::Schema =
    shape::Schema::choice("AccessAdvisorUsageGranularityType", &["SERVICE_LEVEL", "ACTION_LEVEL"]);
static ACCESS_KEY_ID_TYPE: shape::Schema = shape::Schema::string(
    "accessKeyIdType",
    Some(16),
    Some(128),
    Some(shape::Pattern::new(r"[\w]+", "[A-Za-z0-9_]+")),
);
static ACCESS_KEY_METADATA_LIST_TYPE: shape::Schema = shape::Schema::new(
    "accessKeyMetadataListType",
    shape::Type::List(shape::ListRule::of(&ACCESS_KEY_METADATA)),
);
static ACCESS_KEY_SECRET_TYPE: shape::Schema =
    shape::Schema::string("accessKeySecretType", None, None, None).sensitive();
static ACCOUNT_ALIAS_LIST_TYPE: shape::Schema =
    shape::Schema::new("accountAliasListType", shape::Type::List(shape::ListRule::of(&ACCOUNT_ALIAS_TYPE)));
// Its pattern is not checked: it needs look-around.
static ACCOUNT_ALIAS_TYPE: shape::Schema = shape::Schema::string("accountAliasType", Some(3), Some(63), None);
static ACTION_NAME_LIST_TYPE: shape::Schema =
    shape::Schema::new("ActionNameListType", shape::Type::List(shape::ListRule::of(&ACTION_NAME_TYPE)));
static ACTION_NAME_TYPE: shape::Schema = shape::Schema::string("ActionNameType", Some(3), Some(128), None);
static ALL_USERS: shape::Schema = shape::Schema::new("allUsers", shape::Type::Boolean);
static ARN_LIST_TYPE: shape::Schema =
    shape::Schema::new("ArnListType", shape::Type::List(shape::ListRule::of(&ARN_TYPE)));
static ARN_TYPE: shape::Schema = shape::Schema::string("arnType", Some(20), Some(2048), None);
static ASSERTION_ENCRYPTION_MODE_TYPE: shape::Schema =
    shape::Schema::choice("assertionEncryptionModeType", &["Required", "Allowed"]);
static ASSIGNMENT_STATUS_TYPE: shape::Schema =
    shape::Schema::choice("assignmentStatusType", &["Assigned", "Unassigned", "Any"]);
static ATTACHED_POLICIES_LIST_TYPE: shape::Schema =
    shape::Schema::new("attachedPoliciesListType", shape::Type::List(shape::ListRule::of(&ATTACHED_POLICY)));
static ATTACHMENT_COUNT_TYPE: shape::Schema =
    shape::Schema::new("attachmentCountType", shape::Type::Integer(shape::NumberRule::ANY));
static AUTHENTICATION_CODE_TYPE: shape::Schema = shape::Schema::string(
    "authenticationCodeType",
    Some(6),
    Some(6),
    Some(shape::Pattern::new(r"[\d]+", "[0-9]+")),
)
.sensitive();
static BOOLEAN_OBJECT_TYPE: shape::Schema = shape::Schema::new("booleanObjectType", shape::Type::Boolean);
static BOOLEAN_TYPE: shape::Schema = shape::Schema::new("booleanType", shape::Type::Boolean);
static BOOTSTRAP_DATUM: shape::Schema = shape::Schema::new("BootstrapDatum", shape::Type::Blob).sensitive();
static CERTIFICATE_BODY_TYPE: shape::Schema = shape::Schema::string(
    "certificateBodyType",
    Some(1),
    Some(16384),
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u00FF]+",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    )),
)
.sensitive();
static CERTIFICATE_CHAIN_TYPE: shape::Schema = shape::Schema::string(
    "certificateChainType",
    Some(1),
    Some(2097152),
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u00FF]+",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    )),
)
.sensitive();
static CERTIFICATE_ID_TYPE: shape::Schema = shape::Schema::string(
    "certificateIdType",
    Some(24),
    Some(128),
    Some(shape::Pattern::new(r"[\w]+", "[A-Za-z0-9_]+")),
);
static CERTIFICATE_LIST_TYPE: shape::Schema =
    shape::Schema::new("certificateListType", shape::Type::List(shape::ListRule::of(&SIGNING_CERTIFICATE)));
static CERTIFICATION_KEY_TYPE: shape::Schema = shape::Schema::string(
    "CertificationKeyType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"[\u0020-\u00FF]+", r"[\x{0020}-\x{00FF}]+")),
);
static CERTIFICATION_MAP_TYPE: shape::Schema = shape::Schema::new(
    "CertificationMapType",
    shape::Type::Map(shape::MapRule::of(&CERTIFICATION_KEY_TYPE, &CERTIFICATION_VALUE_TYPE)),
);
static CERTIFICATION_VALUE_TYPE: shape::Schema = shape::Schema::string(
    "CertificationValueType",
    Some(1),
    Some(32),
    Some(shape::Pattern::new(r"[\u0020-\u00FF]+", r"[\x{0020}-\x{00FF}]+")),
);
static CLIENT_ID_LIST_TYPE: shape::Schema =
    shape::Schema::new("clientIDListType", shape::Type::List(shape::ListRule::of(&CLIENT_ID_TYPE)));
static CLIENT_ID_TYPE: shape::Schema = shape::Schema::string("clientIDType", Some(1), Some(255), None);
static COLUMN_NUMBER: shape::Schema =
    shape::Schema::new("ColumnNumber", shape::Type::Integer(shape::NumberRule::ANY));
static CONTEXT_ENTRY_LIST_TYPE: shape::Schema =
    shape::Schema::new("ContextEntryListType", shape::Type::List(shape::ListRule::of(&CONTEXT_ENTRY)));
static CONTEXT_KEY_NAMES_RESULT_LIST_TYPE: shape::Schema = shape::Schema::new(
    "ContextKeyNamesResultListType",
    shape::Type::List(shape::ListRule::of(&CONTEXT_KEY_NAME_TYPE)),
);
static CONTEXT_KEY_NAME_TYPE: shape::Schema =
    shape::Schema::string("ContextKeyNameType", Some(5), Some(256), None);
static CONTEXT_KEY_TYPE_ENUM: shape::Schema = shape::Schema::choice(
    "ContextKeyTypeEnum",
    &[
        "string",
        "stringList",
        "numeric",
        "numericList",
        "boolean",
        "booleanList",
        "ip",
        "ipList",
        "binary",
        "binaryList",
        "date",
        "dateList",
    ],
);
static CONTEXT_KEY_VALUE_LIST_TYPE: shape::Schema = shape::Schema::new(
    "ContextKeyValueListType",
    shape::Type::List(shape::ListRule::of(&CONTEXT_KEY_VALUE_TYPE)),
);
static CONTEXT_KEY_VALUE_TYPE: shape::Schema = shape::Schema::string("ContextKeyValueType", None, None, None);
static CREDENTIAL_AGE_DAYS: shape::Schema = shape::Schema::new(
    "credentialAgeDays",
    shape::Type::Integer(shape::NumberRule { min: Some(1), max: Some(36600) }),
);
static CUSTOM_SUFFIX_TYPE: shape::Schema = shape::Schema::string(
    "customSuffixType",
    Some(1),
    Some(64),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static DATE_TYPE: shape::Schema =
    shape::Schema::new("dateType", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static DELETION_TASK_ID_TYPE: shape::Schema =
    shape::Schema::string("DeletionTaskIdType", Some(1), Some(1000), None);
static DELETION_TASK_STATUS_TYPE: shape::Schema =
    shape::Schema::choice("DeletionTaskStatusType", &["SUCCEEDED", "IN_PROGRESS", "FAILED", "NOT_STARTED"]);
static ENCODING_TYPE: shape::Schema = shape::Schema::choice("encodingType", &["SSH", "PEM"]);
static ENTITY_DETAILS_LIST_TYPE: shape::Schema =
    shape::Schema::new("entityDetailsListType", shape::Type::List(shape::ListRule::of(&ENTITY_DETAILS)));
static ENTITY_LIST_TYPE: shape::Schema =
    shape::Schema::new("entityListType", shape::Type::List(shape::ListRule::of(&ENTITY_TYPE)));
static ENTITY_NAME_TYPE: shape::Schema = shape::Schema::string(
    "entityNameType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static ENTITY_TYPE: shape::Schema =
    shape::Schema::choice("EntityType", &["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"]);
static EVALUATION_RESULTS_LIST_TYPE: shape::Schema = shape::Schema::new(
    "EvaluationResultsListType",
    shape::Type::List(shape::ListRule::of(&EVALUATION_RESULT)),
);
static EVAL_DECISION_DETAILS_TYPE: shape::Schema = shape::Schema::new(
    "EvalDecisionDetailsType",
    shape::Type::Map(shape::MapRule::of(&EVAL_DECISION_SOURCE_TYPE, &POLICY_EVALUATION_DECISION_TYPE)),
);
static EVAL_DECISION_SOURCE_TYPE: shape::Schema =
    shape::Schema::string("EvalDecisionSourceType", Some(3), Some(256), None);
static EXISTING_USER_NAME_TYPE: shape::Schema = shape::Schema::string(
    "existingUserNameType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static GLOBAL_ENDPOINT_TOKEN_VERSION: shape::Schema =
    shape::Schema::choice("globalEndpointTokenVersion", &["v1Token", "v2Token"]);
static GROUP_DETAIL_LIST_TYPE: shape::Schema =
    shape::Schema::new("groupDetailListType", shape::Type::List(shape::ListRule::of(&GROUP_DETAIL)));
static GROUP_LIST_TYPE: shape::Schema =
    shape::Schema::new("groupListType", shape::Type::List(shape::ListRule::of(&GROUP)));
static GROUP_NAME_LIST_TYPE: shape::Schema =
    shape::Schema::new("groupNameListType", shape::Type::List(shape::ListRule::of(&GROUP_NAME_TYPE)));
static GROUP_NAME_TYPE: shape::Schema = shape::Schema::string(
    "groupNameType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static ID_TYPE: shape::Schema = shape::Schema::string(
    "idType",
    Some(16),
    Some(128),
    Some(shape::Pattern::new(r"[\w]+", "[A-Za-z0-9_]+")),
);
static INSTANCE_PROFILE_LIST_TYPE: shape::Schema =
    shape::Schema::new("instanceProfileListType", shape::Type::List(shape::ListRule::of(&INSTANCE_PROFILE)));
static INSTANCE_PROFILE_NAME_TYPE: shape::Schema = shape::Schema::string(
    "instanceProfileNameType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static INTEGER_TYPE: shape::Schema =
    shape::Schema::new("integerType", shape::Type::Integer(shape::NumberRule::ANY));
static JOB_ID_TYPE: shape::Schema = shape::Schema::string("jobIDType", Some(36), Some(36), None);
static JOB_STATUS_TYPE: shape::Schema =
    shape::Schema::choice("jobStatusType", &["IN_PROGRESS", "COMPLETED", "FAILED"]);
static LINE_NUMBER: shape::Schema =
    shape::Schema::new("LineNumber", shape::Type::Integer(shape::NumberRule::ANY));
static LIST_POLICY_GRANTING_SERVICE_ACCESS_RESPONSE_LIST_TYPE: shape::Schema = shape::Schema::new(
    "listPolicyGrantingServiceAccessResponseListType",
    shape::Type::List(shape::ListRule::of(&LIST_POLICIES_GRANTING_SERVICE_ACCESS_ENTRY)),
);
static MANAGED_POLICY_DETAIL_LIST_TYPE: shape::Schema = shape::Schema::new(
    "ManagedPolicyDetailListType",
    shape::Type::List(shape::ListRule::of(&MANAGED_POLICY_DETAIL)),
);
static MARKER_TYPE: shape::Schema = shape::Schema::string(
    "markerType",
    Some(1),
    Some(320),
    Some(shape::Pattern::new(r"[\u0020-\u00FF]+", r"[\x{0020}-\x{00FF}]+")),
);
static MAX_ITEMS_TYPE: shape::Schema = shape::Schema::new(
    "maxItemsType",
    shape::Type::Integer(shape::NumberRule { min: Some(1), max: Some(1000) }),
);
static MAX_PASSWORD_AGE_TYPE: shape::Schema = shape::Schema::new(
    "maxPasswordAgeType",
    shape::Type::Integer(shape::NumberRule { min: Some(1), max: Some(1095) }),
);
static MFA_DEVICE_LIST_TYPE: shape::Schema =
    shape::Schema::new("mfaDeviceListType", shape::Type::List(shape::ListRule::of(&MFA_DEVICE)));
static MINIMUM_PASSWORD_LENGTH_TYPE: shape::Schema = shape::Schema::new(
    "minimumPasswordLengthType",
    shape::Type::Integer(shape::NumberRule { min: Some(6), max: Some(128) }),
);
static OPEN_ID_CONNECT_PROVIDER_LIST_TYPE: shape::Schema = shape::Schema::new(
    "OpenIDConnectProviderListType",
    shape::Type::List(shape::ListRule::of(&OPEN_ID_CONNECT_PROVIDER_LIST_ENTRY)),
);
static OPEN_ID_CONNECT_PROVIDER_URL_TYPE: shape::Schema =
    shape::Schema::string("OpenIDConnectProviderUrlType", Some(1), Some(255), None);
static PASSWORD_REUSE_PREVENTION_TYPE: shape::Schema = shape::Schema::new(
    "passwordReusePreventionType",
    shape::Type::Integer(shape::NumberRule { min: Some(1), max: Some(24) }),
);
static PASSWORD_TYPE: shape::Schema = shape::Schema::string(
    "passwordType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u00FF]+",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    )),
)
.sensitive();
static PATH_PREFIX_TYPE: shape::Schema = shape::Schema::string(
    "pathPrefixType",
    Some(1),
    Some(512),
    Some(shape::Pattern::new(r"\u002F[\u0021-\u007F]*", r"\x{002F}[\x{0021}-\x{007F}]*")),
);
static PATH_TYPE: shape::Schema = shape::Schema::string(
    "pathType",
    Some(1),
    Some(512),
    Some(shape::Pattern::new(
        r"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)",
        r"(\x{002F})|(\x{002F}[\x{0021}-\x{007E}]+\x{002F})",
    )),
);
static PERMISSIONS_BOUNDARY_ATTACHMENT_TYPE: shape::Schema =
    shape::Schema::choice("PermissionsBoundaryAttachmentType", &["PermissionsBoundaryPolicy"]);
static POLICY_DESCRIPTION_TYPE: shape::Schema =
    shape::Schema::string("policyDescriptionType", None, Some(1000), None);
static POLICY_DETAIL_LIST_TYPE: shape::Schema =
    shape::Schema::new("policyDetailListType", shape::Type::List(shape::ListRule::of(&POLICY_DETAIL)));
static POLICY_DOCUMENT_TYPE: shape::Schema = shape::Schema::string(
    "policyDocumentType",
    Some(1),
    Some(131072),
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u00FF]+",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    )),
);
static POLICY_DOCUMENT_VERSION_LIST_TYPE: shape::Schema = shape::Schema::new(
    "policyDocumentVersionListType",
    shape::Type::List(shape::ListRule::of(&POLICY_VERSION)),
);
static POLICY_EVALUATION_DECISION_TYPE: shape::Schema =
    shape::Schema::choice("PolicyEvaluationDecisionType", &["allowed", "explicitDeny", "implicitDeny"]);
static POLICY_GRANTING_SERVICE_ACCESS_LIST_TYPE: shape::Schema = shape::Schema::new(
    "policyGrantingServiceAccessListType",
    shape::Type::List(shape::ListRule::of(&POLICY_GRANTING_SERVICE_ACCESS)),
);
static POLICY_GROUP_LIST_TYPE: shape::Schema =
    shape::Schema::new("PolicyGroupListType", shape::Type::List(shape::ListRule::of(&POLICY_GROUP)));
static POLICY_IDENTIFIER_TYPE: shape::Schema =
    shape::Schema::string("PolicyIdentifierType", None, None, None);
static POLICY_LIST_TYPE: shape::Schema =
    shape::Schema::new("policyListType", shape::Type::List(shape::ListRule::of(&POLICY)));
static POLICY_NAME_LIST_TYPE: shape::Schema =
    shape::Schema::new("policyNameListType", shape::Type::List(shape::ListRule::of(&POLICY_NAME_TYPE)));
static POLICY_NAME_TYPE: shape::Schema = shape::Schema::string(
    "policyNameType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static POLICY_OWNER_ENTITY_TYPE: shape::Schema =
    shape::Schema::choice("policyOwnerEntityType", &["USER", "ROLE", "GROUP"]);
static POLICY_PATH_TYPE: shape::Schema = shape::Schema::string(
    "policyPathType",
    Some(1),
    Some(512),
    Some(shape::Pattern::new(r"((/[A-Za-z0-9\.,\+@=_-]+)*)/", r"((/[A-Za-z0-9\.,\+@=_-]+)*)/")),
);
static POLICY_ROLE_LIST_TYPE: shape::Schema =
    shape::Schema::new("PolicyRoleListType", shape::Type::List(shape::ListRule::of(&POLICY_ROLE)));
static POLICY_SCOPE_TYPE: shape::Schema = shape::Schema::choice("policyScopeType", &["All", "AWS", "Local"]);
static POLICY_SOURCE_TYPE: shape::Schema = shape::Schema::choice(
    "PolicySourceType",
    &["user", "group", "role", "aws-managed", "user-managed", "resource", "none"],
);
static POLICY_TYPE: shape::Schema = shape::Schema::choice("policyType", &["INLINE", "MANAGED"]);
static POLICY_USAGE_TYPE: shape::Schema =
    shape::Schema::choice("PolicyUsageType", &["PermissionsPolicy", "PermissionsBoundary"]);
static POLICY_USER_LIST_TYPE: shape::Schema =
    shape::Schema::new("PolicyUserListType", shape::Type::List(shape::ListRule::of(&POLICY_USER)));
static POLICY_VERSION_ID_TYPE: shape::Schema = shape::Schema::string(
    "policyVersionIdType",
    None,
    None,
    Some(shape::Pattern::new(r"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?", r"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?")),
);
static PRIVATE_KEY_ID_TYPE: shape::Schema = shape::Schema::string(
    "privateKeyIdType",
    Some(22),
    Some(64),
    Some(shape::Pattern::new("[A-Z0-9]+", "[A-Z0-9]+")),
);
static PRIVATE_KEY_LIST: shape::Schema = shape::Schema::new(
    "privateKeyList",
    shape::Type::List(shape::ListRule { max: Some(2), ..shape::ListRule::of(&SAML_PRIVATE_KEY) }),
);
static PRIVATE_KEY_TYPE: shape::Schema = shape::Schema::string(
    "privateKeyType",
    Some(1),
    Some(16384),
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u00FF]+",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    )),
)
.sensitive();
static PUBLIC_KEY_FINGERPRINT_TYPE: shape::Schema = shape::Schema::string(
    "publicKeyFingerprintType",
    Some(48),
    Some(48),
    Some(shape::Pattern::new(r"[:\w]+", "[:A-Za-z0-9_]+")),
);
static PUBLIC_KEY_ID_TYPE: shape::Schema = shape::Schema::string(
    "publicKeyIdType",
    Some(20),
    Some(128),
    Some(shape::Pattern::new(r"[\w]+", "[A-Za-z0-9_]+")),
);
static PUBLIC_KEY_MATERIAL_TYPE: shape::Schema = shape::Schema::string(
    "publicKeyMaterialType",
    Some(1),
    Some(16384),
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u00FF]+",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    )),
)
.sensitive();
static REASON_TYPE: shape::Schema = shape::Schema::string("ReasonType", None, Some(1000), None);
static REGION_NAME_TYPE: shape::Schema = shape::Schema::string("RegionNameType", Some(1), Some(100), None);
static REPORT_CONTENT_TYPE: shape::Schema = shape::Schema::new("ReportContentType", shape::Type::Blob);
static REPORT_FORMAT_TYPE: shape::Schema = shape::Schema::choice("ReportFormatType", &["text/csv"]);
static REPORT_STATE_DESCRIPTION_TYPE: shape::Schema =
    shape::Schema::string("ReportStateDescriptionType", None, None, None);
static REPORT_STATE_TYPE: shape::Schema =
    shape::Schema::choice("ReportStateType", &["STARTED", "INPROGRESS", "COMPLETE"]);
static RESOURCE_HANDLING_OPTION_TYPE: shape::Schema =
    shape::Schema::string("ResourceHandlingOptionType", Some(1), Some(64), None);
static RESOURCE_NAME_LIST_TYPE: shape::Schema =
    shape::Schema::new("ResourceNameListType", shape::Type::List(shape::ListRule::of(&RESOURCE_NAME_TYPE)));
static RESOURCE_NAME_TYPE: shape::Schema =
    shape::Schema::string("ResourceNameType", Some(1), Some(2048), None);
static RESOURCE_SPECIFIC_RESULT_LIST_TYPE: shape::Schema = shape::Schema::new(
    "ResourceSpecificResultListType",
    shape::Type::List(shape::ListRule::of(&RESOURCE_SPECIFIC_RESULT)),
);
static RESPONSE_MARKER_TYPE: shape::Schema = shape::Schema::string("responseMarkerType", None, None, None);
static ROLE_DESCRIPTION_TYPE: shape::Schema = shape::Schema::string(
    "roleDescriptionType",
    None,
    Some(1000),
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{00A1}-\x{00FF}]*",
    )),
);
static ROLE_DETAIL_LIST_TYPE: shape::Schema =
    shape::Schema::new("roleDetailListType", shape::Type::List(shape::ListRule::of(&ROLE_DETAIL)));
static ROLE_LIST_TYPE: shape::Schema =
    shape::Schema::new("roleListType", shape::Type::List(shape::ListRule::of(&ROLE)));
static ROLE_MAX_SESSION_DURATION_TYPE: shape::Schema = shape::Schema::new(
    "roleMaxSessionDurationType",
    shape::Type::Integer(shape::NumberRule { min: Some(3600), max: Some(43200) }),
);
static ROLE_NAME_TYPE: shape::Schema = shape::Schema::string(
    "roleNameType",
    Some(1),
    Some(64),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static ROLE_USAGE_LIST_TYPE: shape::Schema =
    shape::Schema::new("RoleUsageListType", shape::Type::List(shape::ListRule::of(&ROLE_USAGE_TYPE)));
static SAML_METADATA_DOCUMENT_TYPE: shape::Schema =
    shape::Schema::string("SAMLMetadataDocumentType", Some(1000), Some(10000000), None);
static SAML_PROVIDER_LIST_TYPE: shape::Schema = shape::Schema::new(
    "SAMLProviderListType",
    shape::Type::List(shape::ListRule::of(&SAML_PROVIDER_LIST_ENTRY)),
);
static SAML_PROVIDER_NAME_TYPE: shape::Schema = shape::Schema::string(
    "SAMLProviderNameType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"[\w._-]+", "[A-Za-z0-9_._-]+")),
);
static SERIAL_NUMBER_TYPE: shape::Schema = shape::Schema::string(
    "serialNumberType",
    Some(9),
    Some(256),
    Some(shape::Pattern::new(r"[\w+=/:,.@-]+", "[A-Za-z0-9_+=/:,.@-]+")),
);
static SERVER_CERTIFICATE_METADATA_LIST_TYPE: shape::Schema = shape::Schema::new(
    "serverCertificateMetadataListType",
    shape::Type::List(shape::ListRule::of(&SERVER_CERTIFICATE_METADATA)),
);
static SERVER_CERTIFICATE_NAME_TYPE: shape::Schema = shape::Schema::string(
    "serverCertificateNameType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static SERVICES_LAST_ACCESSED: shape::Schema = shape::Schema::new(
    "ServicesLastAccessed",
    shape::Type::List(shape::ListRule::of(&SERVICE_LAST_ACCESSED)),
);
static SERVICE_CREDENTIAL_ALIAS: shape::Schema = shape::Schema::string(
    "serviceCredentialAlias",
    Some(0),
    Some(200),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static SERVICE_CREDENTIAL_SECRET: shape::Schema =
    shape::Schema::string("serviceCredentialSecret", None, None, None).sensitive();
static SERVICE_NAME: shape::Schema = shape::Schema::string("serviceName", None, None, None);
static SERVICE_NAMESPACE_LIST_TYPE: shape::Schema = shape::Schema::new(
    "serviceNamespaceListType",
    shape::Type::List(shape::ListRule {
        min: Some(1),
        max: Some(200),
        ..shape::ListRule::of(&SERVICE_NAMESPACE_TYPE)
    }),
);
static SERVICE_NAMESPACE_TYPE: shape::Schema = shape::Schema::string(
    "serviceNamespaceType",
    Some(1),
    Some(64),
    Some(shape::Pattern::new(r"[\w-]*", r"[A-Za-z0-9_\-]*")),
);
static SERVICE_NAME_TYPE: shape::Schema = shape::Schema::string("serviceNameType", None, None, None);
static SERVICE_PASSWORD: shape::Schema =
    shape::Schema::string("servicePassword", None, None, None).sensitive();
static SERVICE_SPECIFIC_CREDENTIALS_LIST_TYPE: shape::Schema = shape::Schema::new(
    "ServiceSpecificCredentialsListType",
    shape::Type::List(shape::ListRule::of(&SERVICE_SPECIFIC_CREDENTIAL_METADATA)),
);
static SERVICE_SPECIFIC_CREDENTIAL_ID: shape::Schema = shape::Schema::string(
    "serviceSpecificCredentialId",
    Some(20),
    Some(128),
    Some(shape::Pattern::new(r"[\w]+", "[A-Za-z0-9_]+")),
);
static SERVICE_USER_NAME: shape::Schema = shape::Schema::string(
    "serviceUserName",
    Some(0),
    Some(200),
    Some(shape::Pattern::new(r"[\w+=,.@-]*", "[A-Za-z0-9_+=,.@-]*")),
);
static SIMULATION_POLICY_LIST_TYPE: shape::Schema = shape::Schema::new(
    "SimulationPolicyListType",
    shape::Type::List(shape::ListRule::of(&POLICY_DOCUMENT_TYPE)),
);
static SSH_PUBLIC_KEY_LIST_TYPE: shape::Schema = shape::Schema::new(
    "SSHPublicKeyListType",
    shape::Type::List(shape::ListRule::of(&SSH_PUBLIC_KEY_METADATA)),
);
static STATEMENT_LIST_TYPE: shape::Schema =
    shape::Schema::new("StatementListType", shape::Type::List(shape::ListRule::of(&STATEMENT)));
static STATUS_TYPE: shape::Schema = shape::Schema::choice("statusType", &["Active", "Inactive", "Expired"]);
static STRING_TYPE: shape::Schema = shape::Schema::string("stringType", None, None, None);
static SUMMARY_KEY_TYPE: shape::Schema = shape::Schema::choice(
    "summaryKeyType",
    &[
        "Users",
        "UsersQuota",
        "Groups",
        "GroupsQuota",
        "ServerCertificates",
        "ServerCertificatesQuota",
        "UserPolicySizeQuota",
        "GroupPolicySizeQuota",
        "GroupsPerUserQuota",
        "SigningCertificatesPerUserQuota",
        "AccessKeysPerUserQuota",
        "MFADevices",
        "MFADevicesInUse",
        "AccountMFAEnabled",
        "AccountAccessKeysPresent",
        "AccountPasswordPresent",
        "AccountSigningCertificatesPresent",
        "AttachedPoliciesPerGroupQuota",
        "AttachedPoliciesPerRoleQuota",
        "AttachedPoliciesPerUserQuota",
        "Policies",
        "PoliciesQuota",
        "PolicySizeQuota",
        "PolicyVersionsInUse",
        "PolicyVersionsInUseQuota",
        "VersionsPerPolicyQuota",
        "GlobalEndpointTokenVersion",
        "AssumeRolePolicySizeQuota",
        "InstanceProfiles",
        "InstanceProfilesQuota",
        "Providers",
        "RolePolicySizeQuota",
        "Roles",
        "RolesQuota",
    ],
);
static SUMMARY_MAP_TYPE: shape::Schema = shape::Schema::new(
    "summaryMapType",
    shape::Type::Map(shape::MapRule::of(&SUMMARY_KEY_TYPE, &SUMMARY_VALUE_TYPE)),
);
static SUMMARY_VALUE_TYPE: shape::Schema =
    shape::Schema::new("summaryValueType", shape::Type::Integer(shape::NumberRule::ANY));
static TAG_KEY_LIST_TYPE: shape::Schema = shape::Schema::new(
    "tagKeyListType",
    shape::Type::List(shape::ListRule { max: Some(50), ..shape::ListRule::of(&TAG_KEY_TYPE) }),
);
static TAG_KEY_TYPE: shape::Schema = shape::Schema::string(
    "tagKeyType",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+", r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+")),
);
static TAG_LIST_TYPE: shape::Schema = shape::Schema::new(
    "tagListType",
    shape::Type::List(shape::ListRule { max: Some(50), ..shape::ListRule::of(&TAG) }),
);
static TAG_VALUE_TYPE: shape::Schema = shape::Schema::string(
    "tagValueType",
    Some(0),
    Some(256),
    Some(shape::Pattern::new(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*")),
);
static THUMBPRINT_LIST_TYPE: shape::Schema =
    shape::Schema::new("thumbprintListType", shape::Type::List(shape::ListRule::of(&THUMBPRINT_TYPE)));
static THUMBPRINT_TYPE: shape::Schema = shape::Schema::string("thumbprintType", Some(40), Some(40), None);
static TRACKED_ACTIONS_LAST_ACCESSED: shape::Schema = shape::Schema::new(
    "TrackedActionsLastAccessed",
    shape::Type::List(shape::ListRule::of(&TRACKED_ACTION_LAST_ACCESSED)),
);
static USER_DETAIL_LIST_TYPE: shape::Schema =
    shape::Schema::new("userDetailListType", shape::Type::List(shape::ListRule::of(&USER_DETAIL)));
static USER_LIST_TYPE: shape::Schema =
    shape::Schema::new("userListType", shape::Type::List(shape::ListRule::of(&USER)));
static USER_NAME_TYPE: shape::Schema = shape::Schema::string(
    "userNameType",
    Some(1),
    Some(64),
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);
static VIRTUAL_MFA_DEVICE_LIST_TYPE: shape::Schema = shape::Schema::new(
    "virtualMFADeviceListType",
    shape::Type::List(shape::ListRule::of(&VIRTUAL_MFA_DEVICE)),
);
static VIRTUAL_MFA_DEVICE_NAME: shape::Schema = shape::Schema::string(
    "virtualMFADeviceName",
    Some(1),
    None,
    Some(shape::Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")),
);

//! Tables from sts/2011-06-15 of botocore 1.43.11. Change `api.toml`, not this file.

/// The service.
pub static SERVICE: shape::ServiceModel = shape::ServiceModel {
    prefix: "sts",
    signing_name: "sts",
    endpoint_prefix: "sts",
    target_prefix: "",
    protocol: shape::Protocol::AwsQuery,
    api_version: "2011-06-15",
    xml_namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    operations: &[
        &ASSUME_ROLE,
        &ASSUME_ROLE_WITH_SAML,
        &ASSUME_ROLE_WITH_WEB_IDENTITY,
        &DECODE_AUTHORIZATION_MESSAGE,
        &GET_ACCESS_KEY_INFO,
        &GET_CALLER_IDENTITY,
        &GET_FEDERATION_TOKEN,
        &GET_SESSION_TOKEN,
    ],
};

/// Registers a handler for every served operation; a missing one does not compile.
#[macro_export]
macro_rules! serve {
    ($registry:expr, $service:expr) => {{
        $registry.serve::<_, $crate::AssumeRole>(&$service);
        $registry.serve::<_, $crate::AssumeRoleWithSAML>(&$service);
        $registry.serve::<_, $crate::AssumeRoleWithWebIdentity>(&$service);
        $registry.serve::<_, $crate::DecodeAuthorizationMessage>(&$service);
        $registry.serve::<_, $crate::GetAccessKeyInfo>(&$service);
        $registry.serve::<_, $crate::GetCallerIdentity>(&$service);
        $registry.serve::<_, $crate::GetFederationToken>(&$service);
        $registry.serve::<_, $crate::GetSessionToken>(&$service);
    }};
}

shape::operations! {
    SERVICE;
    AssumeRole as ASSUME_ROLE: AssumeRoleRequest = ASSUME_ROLE_REQUEST => AssumeRoleResponse = ASSUME_ROLE_RESPONSE {
        POST "/" 200 "AssumeRoleResult"
        [MALFORMED_POLICY_DOCUMENT, PACKED_POLICY_TOO_LARGE, REGION_DISABLED, EXPIRED_TOKEN]
    }
    AssumeRoleWithSAML as ASSUME_ROLE_WITH_SAML: AssumeRoleWithSAMLRequest = ASSUME_ROLE_WITH_SAML_REQUEST => AssumeRoleWithSAMLResponse = ASSUME_ROLE_WITH_SAML_RESPONSE {
        POST "/" 200 "AssumeRoleWithSAMLResult"
        [MALFORMED_POLICY_DOCUMENT, PACKED_POLICY_TOO_LARGE, IDP_REJECTED_CLAIM, INVALID_IDENTITY_TOKEN, EXPIRED_TOKEN, REGION_DISABLED]
    }
    AssumeRoleWithWebIdentity as ASSUME_ROLE_WITH_WEB_IDENTITY: AssumeRoleWithWebIdentityRequest = ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST => AssumeRoleWithWebIdentityResponse = ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE {
        POST "/" 200 "AssumeRoleWithWebIdentityResult"
        [MALFORMED_POLICY_DOCUMENT, PACKED_POLICY_TOO_LARGE, IDP_REJECTED_CLAIM, IDP_COMMUNICATION_ERROR, INVALID_IDENTITY_TOKEN, EXPIRED_TOKEN, REGION_DISABLED]
    }
    DecodeAuthorizationMessage as DECODE_AUTHORIZATION_MESSAGE: DecodeAuthorizationMessageRequest = DECODE_AUTHORIZATION_MESSAGE_REQUEST => DecodeAuthorizationMessageResponse = DECODE_AUTHORIZATION_MESSAGE_RESPONSE {
        POST "/" 200 "DecodeAuthorizationMessageResult"
        [INVALID_AUTHORIZATION_MESSAGE]
    }
    GetAccessKeyInfo as GET_ACCESS_KEY_INFO: GetAccessKeyInfoRequest = GET_ACCESS_KEY_INFO_REQUEST => GetAccessKeyInfoResponse = GET_ACCESS_KEY_INFO_RESPONSE {
        POST "/" 200 "GetAccessKeyInfoResult"
        []
    }
    GetCallerIdentity as GET_CALLER_IDENTITY: GetCallerIdentityRequest = GET_CALLER_IDENTITY_REQUEST => GetCallerIdentityResponse = GET_CALLER_IDENTITY_RESPONSE {
        POST "/" 200 "GetCallerIdentityResult"
        []
    }
    GetFederationToken as GET_FEDERATION_TOKEN: GetFederationTokenRequest = GET_FEDERATION_TOKEN_REQUEST => GetFederationTokenResponse = GET_FEDERATION_TOKEN_RESPONSE {
        POST "/" 200 "GetFederationTokenResult"
        [MALFORMED_POLICY_DOCUMENT, PACKED_POLICY_TOO_LARGE, REGION_DISABLED]
    }
    GetSessionToken as GET_SESSION_TOKEN: GetSessionTokenRequest = GET_SESSION_TOKEN_REQUEST => GetSessionTokenResponse = GET_SESSION_TOKEN_RESPONSE {
        POST "/" 200 "GetSessionTokenResult"
        [REGION_DISABLED]
    }
}

/// The errors that the served operations are modelled to answer.
pub mod errors {
    /// `ExpiredTokenException`, answered with 400.
    pub static EXPIRED_TOKEN: shape::ErrorModel =
        shape::ErrorModel { name: "ExpiredTokenException", code: "ExpiredTokenException", status: 400 };
    /// `IDPCommunicationError`, answered with 400.
    pub static IDP_COMMUNICATION_ERROR: shape::ErrorModel = shape::ErrorModel {
        name: "IDPCommunicationErrorException",
        code: "IDPCommunicationError",
        status: 400,
    };
    /// `IDPRejectedClaim`, answered with 403.
    pub static IDP_REJECTED_CLAIM: shape::ErrorModel =
        shape::ErrorModel { name: "IDPRejectedClaimException", code: "IDPRejectedClaim", status: 403 };
    /// `InvalidAuthorizationMessageException`, answered with 400.
    pub static INVALID_AUTHORIZATION_MESSAGE: shape::ErrorModel = shape::ErrorModel {
        name: "InvalidAuthorizationMessageException",
        code: "InvalidAuthorizationMessageException",
        status: 400,
    };
    /// `InvalidIdentityToken`, answered with 400.
    pub static INVALID_IDENTITY_TOKEN: shape::ErrorModel = shape::ErrorModel {
        name: "InvalidIdentityTokenException",
        code: "InvalidIdentityToken",
        status: 400,
    };
    /// `MalformedPolicyDocument`, answered with 400.
    pub static MALFORMED_POLICY_DOCUMENT: shape::ErrorModel = shape::ErrorModel {
        name: "MalformedPolicyDocumentException",
        code: "MalformedPolicyDocument",
        status: 400,
    };
    /// `PackedPolicyTooLarge`, answered with 400.
    pub static PACKED_POLICY_TOO_LARGE: shape::ErrorModel = shape::ErrorModel {
        name: "PackedPolicyTooLargeException",
        code: "PackedPolicyTooLarge",
        status: 400,
    };
    /// `RegionDisabledException`, answered with 403.
    pub static REGION_DISABLED: shape::ErrorModel =
        shape::ErrorModel { name: "RegionDisabledException", code: "RegionDisabledException", status: 403 };
}

shape::structure! {
    AssumedRoleUser as ASSUMED_ROLE_USER {
        assumed_role_id: String = shape::Member::new("AssumedRoleId", &ASSUMED_ROLE_ID_TYPE).required(),
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
    }
    AssumeRoleRequest as ASSUME_ROLE_REQUEST {
        role_arn: String = shape::Member::new("RoleArn", &ARN_TYPE).required(),
        role_session_name: String = shape::Member::new("RoleSessionName", &ROLE_SESSION_NAME_TYPE).required(),
        policy_arns: Option<Vec<PolicyDescriptorType>> = shape::Member::new("PolicyArns", &POLICY_DESCRIPTOR_LIST_TYPE),
        policy: Option<String> = shape::Member::new("Policy", &UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE),
        duration_seconds: Option<i32> = shape::Member::new("DurationSeconds", &ROLE_DURATION_SECONDS_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
        transitive_tag_keys: Option<Vec<String>> = shape::Member::new("TransitiveTagKeys", &TAG_KEY_LIST_TYPE),
        external_id: Option<String> = shape::Member::new("ExternalId", &EXTERNAL_ID_TYPE),
        serial_number: Option<String> = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE),
        token_code: Option<String> = shape::Member::new("TokenCode", &TOKEN_CODE_TYPE),
        source_identity: Option<String> = shape::Member::new("SourceIdentity", &SOURCE_IDENTITY_TYPE),
        provided_contexts: Option<Vec<ProvidedContext>> = shape::Member::new("ProvidedContexts", &PROVIDED_CONTEXTS_LIST_TYPE),
    }
    AssumeRoleResponse as ASSUME_ROLE_RESPONSE {
        credentials: Option<Credentials> = shape::Member::new("Credentials", &CREDENTIALS),
        assumed_role_user: Option<AssumedRoleUser> = shape::Member::new("AssumedRoleUser", &ASSUMED_ROLE_USER),
        packed_policy_size: Option<i32> = shape::Member::new("PackedPolicySize", &NON_NEGATIVE_INTEGER_TYPE),
        source_identity: Option<String> = shape::Member::new("SourceIdentity", &SOURCE_IDENTITY_TYPE),
    }
    AssumeRoleWithSAMLRequest as ASSUME_ROLE_WITH_SAML_REQUEST {
        role_arn: String = shape::Member::new("RoleArn", &ARN_TYPE).required(),
        principal_arn: String = shape::Member::new("PrincipalArn", &ARN_TYPE).required(),
        saml_assertion: String = shape::Member::new("SAMLAssertion", &SAML_ASSERTION_TYPE).required(),
        policy_arns: Option<Vec<PolicyDescriptorType>> = shape::Member::new("PolicyArns", &POLICY_DESCRIPTOR_LIST_TYPE),
        policy: Option<String> = shape::Member::new("Policy", &SESSION_POLICY_DOCUMENT_TYPE),
        duration_seconds: Option<i32> = shape::Member::new("DurationSeconds", &ROLE_DURATION_SECONDS_TYPE),
    }
    AssumeRoleWithSAMLResponse as ASSUME_ROLE_WITH_SAML_RESPONSE {
        credentials: Option<Credentials> = shape::Member::new("Credentials", &CREDENTIALS),
        assumed_role_user: Option<AssumedRoleUser> = shape::Member::new("AssumedRoleUser", &ASSUMED_ROLE_USER),
        packed_policy_size: Option<i32> = shape::Member::new("PackedPolicySize", &NON_NEGATIVE_INTEGER_TYPE),
        subject: Option<String> = shape::Member::new("Subject", &SUBJECT),
        subject_type: Option<String> = shape::Member::new("SubjectType", &SUBJECT_TYPE),
        issuer: Option<String> = shape::Member::new("Issuer", &ISSUER),
        audience: Option<String> = shape::Member::new("Audience", &AUDIENCE),
        name_qualifier: Option<String> = shape::Member::new("NameQualifier", &NAME_QUALIFIER),
        source_identity: Option<String> = shape::Member::new("SourceIdentity", &SOURCE_IDENTITY_TYPE),
    }
    AssumeRoleWithWebIdentityRequest as ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST {
        role_arn: String = shape::Member::new("RoleArn", &ARN_TYPE).required(),
        role_session_name: String = shape::Member::new("RoleSessionName", &ROLE_SESSION_NAME_TYPE).required(),
        web_identity_token: String = shape::Member::new("WebIdentityToken", &CLIENT_TOKEN_TYPE).required(),
        provider_id: Option<String> = shape::Member::new("ProviderId", &URL_TYPE),
        policy_arns: Option<Vec<PolicyDescriptorType>> = shape::Member::new("PolicyArns", &POLICY_DESCRIPTOR_LIST_TYPE),
        policy: Option<String> = shape::Member::new("Policy", &SESSION_POLICY_DOCUMENT_TYPE),
        duration_seconds: Option<i32> = shape::Member::new("DurationSeconds", &ROLE_DURATION_SECONDS_TYPE),
    }
    AssumeRoleWithWebIdentityResponse as ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE {
        credentials: Option<Credentials> = shape::Member::new("Credentials", &CREDENTIALS),
        subject_from_web_identity_token: Option<String> = shape::Member::new("SubjectFromWebIdentityToken", &WEB_IDENTITY_SUBJECT_TYPE),
        assumed_role_user: Option<AssumedRoleUser> = shape::Member::new("AssumedRoleUser", &ASSUMED_ROLE_USER),
        packed_policy_size: Option<i32> = shape::Member::new("PackedPolicySize", &NON_NEGATIVE_INTEGER_TYPE),
        provider: Option<String> = shape::Member::new("Provider", &ISSUER),
        audience: Option<String> = shape::Member::new("Audience", &AUDIENCE),
        source_identity: Option<String> = shape::Member::new("SourceIdentity", &SOURCE_IDENTITY_TYPE),
    }
    Credentials as CREDENTIALS {
        access_key_id: String = shape::Member::new("AccessKeyId", &ACCESS_KEY_ID_TYPE).required(),
        secret_access_key: String = shape::Member::new("SecretAccessKey", &ACCESS_KEY_SECRET_TYPE).required(),
        session_token: String = shape::Member::new("SessionToken", &TOKEN_TYPE).required(),
        expiration: shape::types::Timestamp = shape::Member::new("Expiration", &DATE_TYPE).required(),
    }
    DecodeAuthorizationMessageRequest as DECODE_AUTHORIZATION_MESSAGE_REQUEST {
        encoded_message: String = shape::Member::new("EncodedMessage", &ENCODED_MESSAGE_TYPE).required(),
    }
    DecodeAuthorizationMessageResponse as DECODE_AUTHORIZATION_MESSAGE_RESPONSE {
        decoded_message: Option<String> = shape::Member::new("DecodedMessage", &DECODED_MESSAGE_TYPE),
    }
    FederatedUser as FEDERATED_USER {
        federated_user_id: String = shape::Member::new("FederatedUserId", &FEDERATED_ID_TYPE).required(),
        arn: String = shape::Member::new("Arn", &ARN_TYPE).required(),
    }
    GetAccessKeyInfoRequest as GET_ACCESS_KEY_INFO_REQUEST {
        access_key_id: String = shape::Member::new("AccessKeyId", &ACCESS_KEY_ID_TYPE).required(),
    }
    GetAccessKeyInfoResponse as GET_ACCESS_KEY_INFO_RESPONSE {
        account: Option<String> = shape::Member::new("Account", &ACCOUNT_TYPE),
    }
    GetCallerIdentityRequest as GET_CALLER_IDENTITY_REQUEST {
    }
    GetCallerIdentityResponse as GET_CALLER_IDENTITY_RESPONSE {
        user_id: Option<String> = shape::Member::new("UserId", &USER_ID_TYPE),
        account: Option<String> = shape::Member::new("Account", &ACCOUNT_TYPE),
        arn: Option<String> = shape::Member::new("Arn", &ARN_TYPE),
    }
    GetFederationTokenRequest as GET_FEDERATION_TOKEN_REQUEST {
        name: String = shape::Member::new("Name", &USER_NAME_TYPE).required(),
        policy: Option<String> = shape::Member::new("Policy", &SESSION_POLICY_DOCUMENT_TYPE),
        policy_arns: Option<Vec<PolicyDescriptorType>> = shape::Member::new("PolicyArns", &POLICY_DESCRIPTOR_LIST_TYPE),
        duration_seconds: Option<i32> = shape::Member::new("DurationSeconds", &DURATION_SECONDS_TYPE),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_LIST_TYPE),
    }
    GetFederationTokenResponse as GET_FEDERATION_TOKEN_RESPONSE {
        credentials: Option<Credentials> = shape::Member::new("Credentials", &CREDENTIALS),
        federated_user: Option<FederatedUser> = shape::Member::new("FederatedUser", &FEDERATED_USER),
        packed_policy_size: Option<i32> = shape::Member::new("PackedPolicySize", &NON_NEGATIVE_INTEGER_TYPE),
    }
    GetSessionTokenRequest as GET_SESSION_TOKEN_REQUEST {
        duration_seconds: Option<i32> = shape::Member::new("DurationSeconds", &DURATION_SECONDS_TYPE),
        serial_number: Option<String> = shape::Member::new("SerialNumber", &SERIAL_NUMBER_TYPE),
        token_code: Option<String> = shape::Member::new("TokenCode", &TOKEN_CODE_TYPE),
    }
    GetSessionTokenResponse as GET_SESSION_TOKEN_RESPONSE {
        credentials: Option<Credentials> = shape::Member::new("Credentials", &CREDENTIALS),
    }
    PolicyDescriptorType as POLICY_DESCRIPTOR_TYPE {
        arn: Option<String> = shape::Member::new("arn", &ARN_TYPE),
    }
    ProvidedContext as PROVIDED_CONTEXT {
        provider_arn: Option<String> = shape::Member::new("ProviderArn", &ARN_TYPE),
        context_assertion: Option<String> = shape::Member::new("ContextAssertion", &CONTEXT_ASSERTION_TYPE),
    }
    Tag as TAG {
        key: String = shape::Member::new("Key", &TAG_KEY_TYPE).required(),
        value: String = shape::Member::new("Value", &TAG_VALUE_TYPE).required(),
    }
}

static ACCESS_KEY_ID_TYPE: shape::Schema = shape::Schema::string(
    "accessKeyIdType",
    Some(16),
    Some(128),
    Some(shape::Pattern::new(r"[\w]*", "[A-Za-z0-9_]*")),
);
static ACCESS_KEY_SECRET_TYPE: shape::Schema =
    shape::Schema::string("accessKeySecretType", None, None, None).sensitive();
static ACCOUNT_TYPE: shape::Schema = shape::Schema::string("accountType", None, None, None);
static ARN_TYPE: shape::Schema = shape::Schema::string(
    "arnType",
    Some(20),
    Some(2048),
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{0085}\x{00A0}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}]+",
    )),
);
static ASSUMED_ROLE_ID_TYPE: shape::Schema = shape::Schema::string(
    "assumedRoleIdType",
    Some(2),
    Some(193),
    Some(shape::Pattern::new(r"[\w+=,.@:-]*", "[A-Za-z0-9_+=,.@:-]*")),
);
static AUDIENCE: shape::Schema = shape::Schema::string("Audience", None, None, None);
static CLIENT_TOKEN_TYPE: shape::Schema =
    shape::Schema::string("clientTokenType", Some(4), Some(20000), None).sensitive();
static CONTEXT_ASSERTION_TYPE: shape::Schema =
    shape::Schema::string("contextAssertionType", Some(4), Some(2048), None);
static DATE_TYPE: shape::Schema =
    shape::Schema::new("dateType", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static DECODED_MESSAGE_TYPE: shape::Schema = shape::Schema::string("decodedMessageType", None, None, None);
static DURATION_SECONDS_TYPE: shape::Schema = shape::Schema::new(
    "durationSecondsType",
    shape::Type::Integer(shape::NumberRule { min: Some(900), max: Some(129600) }),
);
static ENCODED_MESSAGE_TYPE: shape::Schema =
    shape::Schema::string("encodedMessageType", Some(1), Some(10240), None);
static EXTERNAL_ID_TYPE: shape::Schema = shape::Schema::string(
    "externalIdType",
    Some(2),
    Some(1224),
    Some(shape::Pattern::new(r"[\w+=,.@:\/-]*", "[A-Za-z0-9_+=,.@:/-]*")),
);
static FEDERATED_ID_TYPE: shape::Schema = shape::Schema::string(
    "federatedIdType",
    Some(2),
    Some(193),
    Some(shape::Pattern::new(r"[\w+=,.@\:-]*", "[A-Za-z0-9_+=,.@:-]*")),
);
static ISSUER: shape::Schema = shape::Schema::string("Issuer", None, None, None);
static NAME_QUALIFIER: shape::Schema = shape::Schema::string("NameQualifier", None, None, None);
static NON_NEGATIVE_INTEGER_TYPE: shape::Schema = shape::Schema::new(
    "nonNegativeIntegerType",
    shape::Type::Integer(shape::NumberRule { min: Some(0), max: None }),
);
static POLICY_DESCRIPTOR_LIST_TYPE: shape::Schema = shape::Schema::new(
    "policyDescriptorListType",
    shape::Type::List(shape::ListRule::of(&POLICY_DESCRIPTOR_TYPE)),
);
static PROVIDED_CONTEXTS_LIST_TYPE: shape::Schema = shape::Schema::new(
    "ProvidedContextsListType",
    shape::Type::List(shape::ListRule {
        min: Some(1),
        max: Some(5),
        ..shape::ListRule::of(&PROVIDED_CONTEXT)
    }),
);
static ROLE_DURATION_SECONDS_TYPE: shape::Schema = shape::Schema::new(
    "roleDurationSecondsType",
    shape::Type::Integer(shape::NumberRule { min: Some(900), max: Some(43200) }),
);
static ROLE_SESSION_NAME_TYPE: shape::Schema = shape::Schema::string(
    "roleSessionNameType",
    Some(2),
    Some(64),
    Some(shape::Pattern::new(r"[\w+=,.@-]*", "[A-Za-z0-9_+=,.@-]*")),
);
static SAML_ASSERTION_TYPE: shape::Schema =
    shape::Schema::string("SAMLAssertionType", Some(4), Some(100000), None).sensitive();
static SERIAL_NUMBER_TYPE: shape::Schema = shape::Schema::string(
    "serialNumberType",
    Some(9),
    Some(256),
    Some(shape::Pattern::new(r"[\w+=/:,.@-]*", "[A-Za-z0-9_+=/:,.@-]*")),
);
static SESSION_POLICY_DOCUMENT_TYPE: shape::Schema = shape::Schema::string(
    "sessionPolicyDocumentType",
    Some(1),
    Some(2048),
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u00FF]+",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    )),
);
static SOURCE_IDENTITY_TYPE: shape::Schema = shape::Schema::string(
    "sourceIdentityType",
    Some(2),
    Some(64),
    Some(shape::Pattern::new(r"[\w+=,.@-]*", "[A-Za-z0-9_+=,.@-]*")),
);
static SUBJECT: shape::Schema = shape::Schema::string("Subject", None, None, None);
static SUBJECT_TYPE: shape::Schema = shape::Schema::string("SubjectType", None, None, None);
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
static TOKEN_CODE_TYPE: shape::Schema =
    shape::Schema::string("tokenCodeType", Some(6), Some(6), Some(shape::Pattern::new(r"[\d]*", "[0-9]*")))
        .sensitive();
static TOKEN_TYPE: shape::Schema = shape::Schema::string("tokenType", None, None, None).sensitive();
static UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE: shape::Schema = shape::Schema::string(
    "unrestrictedSessionPolicyDocumentType",
    Some(1),
    None,
    Some(shape::Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u00FF]+",
        r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    )),
);
static URL_TYPE: shape::Schema = shape::Schema::string("urlType", Some(4), Some(2048), None);
static USER_ID_TYPE: shape::Schema = shape::Schema::string("userIdType", None, None, None);
static USER_NAME_TYPE: shape::Schema = shape::Schema::string(
    "userNameType",
    Some(2),
    Some(32),
    Some(shape::Pattern::new(r"[\w+=,.@-]*", "[A-Za-z0-9_+=,.@-]*")),
);
static WEB_IDENTITY_SUBJECT_TYPE: shape::Schema =
    shape::Schema::string("webIdentitySubjectType", Some(6), Some(255), None);

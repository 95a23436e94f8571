//! The errors, in the words that IAM uses and that clients look for.

use api_iam::errors;
use kernel::Fault;

use crate::certificate::Lapse;
use crate::entity::Kind;

pub(crate) fn no_entity(kind: Kind, name: &str) -> Fault {
    let message = match kind {
        Kind::InstanceProfile => format!("Instance Profile {name} cannot be found."),
        Kind::ServerCertificate => format!("The Server Certificate with name {name} cannot be found."),
        _ => format!("The {} with name {name} cannot be found.", kind.word()),
    };
    Fault::of(&errors::NO_SUCH_ENTITY, message)
}

pub(crate) fn entity_exists(kind: Kind, name: &str) -> Fault {
    let message = match kind {
        Kind::InstanceProfile => format!("Instance Profile {name} already exists."),
        Kind::ServerCertificate => format!("The Server Certificate with name {name} already exists."),
        _ => format!("{} with name {name} already exists.", kind.sentence()),
    };
    Fault::of(&errors::ENTITY_ALREADY_EXISTS, message)
}

pub(crate) fn no_inline(kind: Kind, name: &str) -> Fault {
    Fault::of(
        &errors::NO_SUCH_ENTITY,
        format!("The {} policy with name {name} cannot be found.", kind.word()),
    )
}

pub(crate) fn inline_too_long(kind: Kind, name: &str) -> Fault {
    let (limit, word) = (kind.inline_chars(), kind.word());
    Fault::of(
        &errors::LIMIT_EXCEEDED,
        format!("Maximum policy size of {limit} bytes exceeded for {word} {name}"),
    )
}

pub(crate) fn over_quota(what: &str, limit: impl std::fmt::Display) -> Fault {
    Fault::of(&errors::LIMIT_EXCEEDED, format!("Cannot exceed quota for {what}: {limit}"))
}

/// Something still hangs on what is to be deleted: `detach all policies`, `delete access keys`.
pub(crate) fn must_first(what: &str) -> Fault {
    Fault::of(&errors::DELETE_CONFLICT, format!("Cannot delete entity, must {what} first."))
}

pub(crate) fn protected_role(name: &str) -> Fault {
    let message = format!(
        "Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS"
    );
    Fault::of(&errors::UNMODIFIABLE_ENTITY, message)
}

pub(crate) fn reserved_path() -> Fault {
    let message = "The path /aws-service-role/ is reserved for service-linked roles.";
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn no_policy(arn: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("Policy {arn} was not found."))
}

pub(crate) fn not_attachable(arn: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("Policy {arn} does not exist or is not attachable."))
}

pub(crate) fn service_role_policy(kind: Kind) -> Fault {
    let message = format!("Cannot attach a Service Role Policy to a Customer {}.", kind.title());
    Fault::of(&errors::POLICY_NOT_ATTACHABLE, message)
}

/// The code is AWS's, the words are our own.
pub(crate) fn no_boundary(kind: Kind, name: &str) -> Fault {
    let message = format!("The {} with name {name} has no permissions boundary.", kind.word());
    Fault::of(&errors::NO_SUCH_ENTITY, message)
}

pub(crate) fn no_boundary_policy(arn: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("Scope ARN: {arn} does not exist or is not attachable."))
}

pub(crate) fn no_version(arn: &str, version: &str) -> Fault {
    let message = format!("Policy {arn} version {version} does not exist or is not attachable.");
    Fault::of(&errors::NO_SUCH_ENTITY, message)
}

pub(crate) fn policy_exists(name: &str) -> Fault {
    let message = format!("A policy called {name} already exists. Duplicate names are not allowed.");
    Fault::of(&errors::ENTITY_ALREADY_EXISTS, message)
}

pub(crate) fn policy_in_use() -> Fault {
    Fault::of(&errors::DELETE_CONFLICT, "Cannot delete a policy attached to entities.")
}

pub(crate) fn versions_left() -> Fault {
    let message = "This policy has more than one version. Before you delete a policy, you must delete the \
                   policy's versions. The default version is deleted with the policy.";
    Fault::of(&errors::DELETE_CONFLICT, message)
}

pub(crate) fn default_version() -> Fault {
    Fault::of(&errors::DELETE_CONFLICT, "Cannot delete the default version of a policy.")
}

pub(crate) fn too_many_versions(limit: usize) -> Fault {
    let message = format!(
        "A managed policy can have up to {limit} versions. Before you create a new version, you must delete an \
         existing version."
    );
    Fault::of(&errors::LIMIT_EXCEEDED, message)
}

/// AWS managed policies belong to nobody who could be permitted.
pub(crate) fn aws_managed(caller: &str, action: &str, arn: &str) -> Fault {
    let message = format!("User: {caller} is not authorized to perform: {action} on resource: policy {arn}");
    Fault::new("AccessDenied", 403, message)
}

/// Not even an ARN, other than an ARN of something else.
pub(crate) fn unparsed_arn(text: &str) -> Fault {
    validation(format!("ARN {text} is not valid."))
}

pub(crate) fn invalid_arn(arn: &str) -> Fault {
    Fault::of(&errors::INVALID_INPUT, format!("ARN {arn} is not valid."))
}

pub(crate) fn no_key(id: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("The Access Key with id {id} cannot be found."))
}

/// Of a key that the account does not have, nobody is told whether it exists. The colon is missing in AWS, too.
pub(crate) fn stranger_key(caller: &str, id: &str) -> Fault {
    let message = format!(
        "User: {caller} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key {id}"
    );
    Fault::new("AccessDenied", 403, message)
}

pub(crate) fn name_needed() -> Fault {
    validation("Must specify userName when calling with non-User credentials")
}

pub(crate) fn alias_exists(alias: &str) -> Fault {
    Fault::of(&errors::ENTITY_ALREADY_EXISTS, format!("The account alias {alias} already exists."))
}

pub(crate) fn no_alias(alias: &str) -> Fault {
    let message = format!("The account alias with name {alias} cannot be found.");
    Fault::of(&errors::NO_SUCH_ENTITY, message)
}

pub(crate) fn no_password_policy(account: impl std::fmt::Display) -> Fault {
    let message = format!("The Password Policy with domain name {account} cannot be found.");
    Fault::of(&errors::NO_SUCH_ENTITY, message)
}

/// The same on its deletion.
pub(crate) fn no_policy_to_delete() -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, "The account policy with name PasswordPolicy cannot be found.")
}

pub(crate) fn no_login(name: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("Login Profile for User {name} cannot be found."))
}

pub(crate) fn login_exists(name: &str) -> Fault {
    Fault::of(&errors::ENTITY_ALREADY_EXISTS, format!("Login Profile for user {name} already exists."))
}

pub(crate) fn weak_password(reason: &str) -> Fault {
    Fault::of(&errors::PASSWORD_POLICY_VIOLATION, reason)
}

pub(crate) fn wrong_password() -> Fault {
    Fault::new("AccessDenied", 403, "The old password was incorrect.")
}

pub(crate) fn only_users() -> Fault {
    let message = "Only IAM Users can change their own password.";
    Fault::of(&errors::INVALID_USER_TYPE, message)
}

pub(crate) fn role_not_in_profile(role: &str, profile: &str) -> Fault {
    let message = format!("Role {role} in Instance Profile {profile} cannot be found.");
    Fault::of(&errors::NO_SUCH_ENTITY, message)
}

pub(crate) fn invalid_marker() -> Fault {
    validation("Invalid Marker.")
}

pub(crate) fn duplicate_tags(is_case_ignored: bool) -> Fault {
    let message = match is_case_ignored {
        true => "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        false => "Duplicate tag keys found.",
    };
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn reserved_tag() -> Fault {
    let message = "aws: prefixed tag key names are not allowed for external use.";
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn too_many_tags() -> Fault {
    Fault::of(&errors::LIMIT_EXCEEDED, "The number of tags has reached the maximum limit.")
}

pub(crate) fn invalid_principal(kind: &str, principal: &str) -> Fault {
    let message = format!("Invalid principal in policy: \"{kind}\":\"{principal}\"");
    Fault::of(&errors::MALFORMED_POLICY_DOCUMENT, message)
}

pub(crate) fn invalid_federated_principal() -> Fault {
    let message = "Federated principals must be valid domain names or SAML metadata ARNs";
    Fault::of(&errors::MALFORMED_POLICY_DOCUMENT, message)
}

/// One constraint of the model, as the whole API words them.
pub(crate) fn constraint(member: &str, constraint: &str) -> Fault {
    validation(format!(
        "1 validation error detected: Value at '{member}' failed to satisfy constraint: {constraint}"
    ))
}

pub(crate) fn no_device(serial: &str) -> Fault {
    let message = format!("MFA Device with serial number {serial} does not exist.");
    Fault::of(&errors::NO_SUCH_ENTITY, message)
}

pub(crate) fn device_exists() -> Fault {
    Fault::of(&errors::ENTITY_ALREADY_EXISTS, "MFA device already exists.")
}

pub(crate) fn device_assigned() -> Fault {
    Fault::of(&errors::ENTITY_ALREADY_EXISTS, "MFA Device is already in use.")
}

pub(crate) fn device_in_use() -> Fault {
    Fault::of(&errors::DELETE_CONFLICT, "MFA VirtualDevice in use. Must deactivate first.")
}

pub(crate) fn device_of_other() -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, "MFA Device invalid for user.")
}

/// A user would change its own devices without having shown one of them.
pub(crate) fn device_not_shown() -> Fault {
    let message = "To complete this action, please ensure that you are authenticated with an MFA device that is \
                   enabled for this user.";
    Fault::new("AccessDenied", 403, message)
}

pub(crate) fn invalid_code() -> Fault {
    let message = "Authentication code for device is not valid.";
    Fault::of(&errors::INVALID_AUTHENTICATION_CODE, message)
}

pub(crate) fn no_oidc(arn: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("OpenIDConnect Provider not found for arn {arn}"))
}

/// The same on its deletion.
pub(crate) fn no_oidc_to_delete(arn: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("OpenId connect Provider {arn} cannot be found."))
}

pub(crate) fn oidc_exists(url: &str) -> Fault {
    let message = format!("Provider with url https://{url} already exists.");
    Fault::of(&errors::ENTITY_ALREADY_EXISTS, message)
}

pub(crate) fn invalid_issuer() -> Fault {
    validation("Invalid Open ID Connect Provider URL")
}

/// What AWS says of a query or a fragment, and no more.
pub(crate) fn unknown_issuer() -> Fault {
    Fault::of(&errors::INVALID_INPUT, "Unknown")
}

pub(crate) fn no_thumbprint() -> Fault {
    Fault::of(&errors::INVALID_INPUT, "Thumbprint list must contain at least one entry.")
}

/// In the words of AWS, although as many as that are taken.
pub(crate) fn too_many_thumbprints(limit: usize) -> Fault {
    Fault::of(&errors::INVALID_INPUT, format!("Thumbprint list must contain fewer than {limit} entries."))
}

pub(crate) fn no_saml(arn: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("Manifest not found for arn {arn}"))
}

pub(crate) fn saml_exists(name: &str) -> Fault {
    Fault::of(&errors::ENTITY_ALREADY_EXISTS, format!("SAMLProvider with name {name} already exists."))
}

pub(crate) fn invalid_metadata() -> Fault {
    Fault::of(&errors::INVALID_INPUT, "Could not parse metadata")
}

pub(crate) fn invalid_private_key() -> Fault {
    Fault::of(&errors::INVALID_INPUT, "The private key is not in PEM format.")
}

/// For a new provider. AWS has another code and other words for one that is there.
pub(crate) fn private_key_needed_at_first() -> Fault {
    validation("Unable to set assertion encryption mode to Required because no private key is provided.")
}

pub(crate) fn private_key_needed() -> Fault {
    let message = "Failed to set assertion encryption mode to Required because no private key is present.";
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn no_private_key() -> Fault {
    let message = "Failed to remove private key because the Key ID does not match a private key.";
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn last_private_key() -> Fault {
    Fault::of(&errors::INVALID_INPUT, "Failed to remove private key.")
}

pub(crate) fn too_many_private_keys(limit: usize) -> Fault {
    Fault::of(&errors::LIMIT_EXCEEDED, format!("Private key limit of {limit} is reached."))
}

pub(crate) fn nothing_to_update() -> Fault {
    validation(
        "Unable to update identity provider. No updates are defined for metadata or encryption assertion.",
    )
}

pub(crate) fn keys_added_and_removed() -> Fault {
    validation(
        "Unable to add and remove private keys in the same request. Set a value for only one of the two \
         parameters.",
    )
}

pub(crate) fn not_linked(service: &str) -> Fault {
    let message = format!("Service {service} does not use service-linked roles here.");
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn no_suffix(service: &str) -> Fault {
    Fault::of(&errors::INVALID_INPUT, format!("Custom suffix is not allowed for {service}"))
}

pub(crate) fn linked_exists(name: &str) -> Fault {
    let message =
        format!("Service role name {name} has been taken in this account, please try a different suffix.");
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn invalid_task() -> Fault {
    Fault::of(&errors::INVALID_INPUT, "Invalid deletion task id.")
}

pub(crate) fn no_task(id: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("The deletion task with id {id} cannot be found."))
}

pub(crate) fn invalid_input(message: &str) -> Fault {
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn unclear_entity(arn: &str) -> Fault {
    let message = format!("Invalid Entity Arn: {arn} does not clearly define entity type and name.");
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn caller_needed() -> Fault {
    Fault::of(&errors::INVALID_INPUT, "CallerArn must be specified with a resource policy.")
}

pub(crate) fn no_job(id: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("The job with id {id} cannot be found."))
}

pub(crate) fn no_ssh_key(id: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("The Public Key with id {id} cannot be found."))
}

pub(crate) fn duplicate_ssh_key() -> Fault {
    Fault::of(&errors::DUPLICATE_SSH_PUBLIC_KEY, "Duplicate SSH public key uploaded.")
}

pub(crate) fn invalid_public_key() -> Fault {
    Fault::of(&errors::INVALID_PUBLIC_KEY, "Invalid body for public key")
}

pub(crate) fn unrecognized_public_key() -> Fault {
    Fault::of(&errors::UNRECOGNIZED_PUBLIC_KEY_ENCODING, "Invalid public key uploaded.")
}

pub(crate) fn no_certificate(id: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("The Certificate with id {id} cannot be found."))
}

/// AWS repeats the whole text. It may be a private key, so it is left out here.
pub(crate) fn malformed_certificate() -> Fault {
    Fault::of(&errors::MALFORMED_CERTIFICATE, "Certificate is malformed.")
}

pub(crate) fn certificate_lapse(lapse: Lapse) -> Fault {
    let message = match lapse {
        Lapse::NotYet => {
            "Certificate is not yet valid. The 'Not Before' date restriction on the certificate has not been reached."
        }
        Lapse::NoLonger => {
            "Certificate is no longer valid. The 'Not After' date restriction on the certificate has passed."
        }
    };
    Fault::of(&errors::MALFORMED_CERTIFICATE, message)
}

pub(crate) fn duplicate_certificate() -> Fault {
    Fault::of(&errors::DUPLICATE_CERTIFICATE, "Duplicate certificate uploaded.")
}

pub(crate) fn no_service_credential(id: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_ENTITY, format!("No such credential {id} exists"))
}

/// The model has a `NotSupportedService` for this, which AWS does not use here.
pub(crate) fn unsupported_service(service: &str) -> Fault {
    let message = format!("No such service {service} is supported for Service Specific Credentials");
    Fault::of(&errors::NO_SUCH_ENTITY, message)
}

pub(crate) fn credential_of_other(user: &str, id: &str) -> Fault {
    validation(format!("User {user} does not have a service specific credential with id {id}"))
}

/// The model knows it; only time sets it.
pub(crate) fn unsupported_status(status: &str) -> Fault {
    invalid_input(&format!("Operation does not support status {status}"))
}

pub(crate) fn all_or_one() -> Fault {
    validation("AllUsers and UserName cannot be specified together.")
}

/// It tells nothing of what was sent: somebody may have sent a private key by mistake.
pub(crate) fn unreadable_certificate() -> Fault {
    let message = "Unable to parse certificate. Please ensure the certificate is in PEM format.";
    Fault::of(&errors::MALFORMED_CERTIFICATE, message)
}

pub(crate) fn unreadable_private_key() -> Fault {
    Fault::of(&errors::MALFORMED_CERTIFICATE, "Invalid Private Key.")
}

pub(crate) fn key_pair_mismatch() -> Fault {
    let message = "The private key did not match the public key provided. Please verify the key material and try \
                   again.";
    Fault::of(&errors::KEY_PAIR_MISMATCH, message)
}

pub(crate) fn unreadable_chain() -> Fault {
    let message = "Unable to parse certificate chain. Please ensure the certificates are in PEM format.";
    Fault::of(&errors::MALFORMED_CERTIFICATE, message)
}

pub(crate) fn broken_chain(index: i64) -> Fault {
    let message = format!(
        "Unable to validate certificate chain. The certificate chain must start with the immediate signing \
         certificate, followed by any intermediaries in order. The index within the chain of the invalid \
         certificate is: {index}"
    );
    Fault::of(&errors::MALFORMED_CERTIFICATE, message)
}

/// A member that the model leaves open and the operation needs.
pub(crate) fn null(member: &str) -> Fault {
    validation(format!(
        "1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be \
         null"
    ))
}

fn validation(message: impl Into<String>) -> Fault {
    Fault::new("ValidationError", 400, message)
}

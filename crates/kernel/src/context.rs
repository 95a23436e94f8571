//! The global condition keys of a call.
//!
//! Every key is set here from the session and the connection, never from something a client may name a key.
//! Source: "AWS global condition context keys" in the IAM user guide.

use std::collections::BTreeMap;

use names::{AccountId, ServicePrincipal, Timestamp};
use policy::{Context, Principal};

use crate::{Call, Claim, IdentityFacts, Origin, Session};

/// The keys that hold for every check of a call.
pub(crate) fn global_keys(
    session: &Session,
    call: &Call,
    identity: &IdentityFacts,
    now: Timestamp,
) -> Context {
    let mut keys = Context::with_capacity(24);
    of_request(&mut keys, call, now);
    of_principal(&mut keys, session, identity);
    if let Some(temporary) = session.temporary() {
        keys.set("aws:TokenIssueTime", temporary.issued.iso8601());
        keys.set("aws:MultiFactorAuthPresent", truth(temporary.mfa_at.is_some()));
        if let Some(at) = temporary.mfa_at {
            keys.set("aws:MultiFactorAuthAge", (now.seconds() - at.seconds()).max(0).to_string());
        }
        if let Some(identity) = &temporary.source_identity {
            keys.set("aws:SourceIdentity", identity.clone());
        }
        if let Some(provider) = &temporary.provider {
            keys.set("aws:FederatedProvider", provider.clone());
        }
        of_provider(&mut keys, &temporary.claims);
    }
    if let Some(federated) = session.federated() {
        keys.set("aws:FederatedProvider", federated.provider.clone());
        of_provider(&mut keys, &federated.claims);
    }
    keys
}

/// What the identity provider claimed.
fn of_provider(keys: &mut Context, claims: &BTreeMap<String, Claim>) {
    for (key, claim) in claims {
        match claim {
            Claim::One(value) => keys.set(key.clone(), value.clone()),
            Claim::Many(values) => keys.set_multi(key.clone(), values.clone()),
        };
    }
}

/// The keys about the resource of one check.
pub(crate) fn resource_keys(keys: &mut Context, owner: Option<AccountId>) {
    if let Some(owner) = owner {
        keys.set("aws:ResourceAccount", owner.to_string());
    }
}

fn of_request(keys: &mut Context, call: &Call, now: Timestamp) {
    keys.set("aws:CurrentTime", now.iso8601());
    keys.set("aws:EpochTime", now.seconds().to_string());
    keys.set("aws:RequestedRegion", call.region.to_string());
    match &call.origin {
        Origin::Network(network) => {
            keys.set("aws:SourceIp", network.source_ip.to_string());
            keys.set("aws:SecureTransport", truth(network.tls_version.is_some()));
            if let Some(agent) = &network.user_agent {
                keys.set("aws:UserAgent", agent.clone());
            }
            if let Some(referer) = &network.referer {
                keys.set("aws:Referer", referer.clone());
            }
        }
        Origin::Service(service) => {
            // A service's calls never leave the process, and carry neither the customer's address nor VPC.
            keys.set("aws:SecureTransport", "true");
            keys.set("aws:UserAgent", service.as_str());
        }
    }
    keys.set("aws:ViaAWSService", truth(!call.via.is_empty()));
    if let (Some(first), Some(last)) = (call.via.first(), call.via.last()) {
        keys.set("aws:CalledViaFirst", first.to_string());
        keys.set("aws:CalledViaLast", last.to_string());
        keys.set_multi("aws:CalledVia", call.via.iter().map(ServicePrincipal::to_string).collect());
    }
    if let Some(source) = &call.source {
        keys.set("aws:SourceArn", source.arn.to_string());
        keys.set("aws:SourceAccount", source.account.to_string());
    }
}

fn of_principal(keys: &mut Context, session: &Session, identity: &IdentityFacts) {
    let principal = session.principal();
    keys.set("aws:PrincipalType", principal_type(principal));
    if !session.is_anonymous() {
        let is_service = matches!(principal, Principal::Service { .. });
        keys.set("aws:PrincipalIsAWSService", truth(is_service));
    }
    match principal {
        Principal::Root { account } => {
            keys.set("aws:PrincipalArn", format!("arn:aws:iam::{account}:root"));
            keys.set("aws:userid", account.clone());
        }
        Principal::User { arn, unique_id, name, .. } => {
            keys.set("aws:PrincipalArn", arn.clone());
            keys.set("aws:userid", unique_id.clone());
            keys.set("aws:username", name.clone());
        }
        Principal::AssumedRole { role_arn, role_unique_id, session_name, .. } => {
            keys.set("aws:PrincipalArn", role_arn.clone());
            keys.set("aws:userid", format!("{role_unique_id}:{session_name}"));
        }
        Principal::FederatedUser { session_arn, account, name, .. } => {
            keys.set("aws:PrincipalArn", session_arn.clone());
            keys.set("aws:userid", format!("{account}:{name}"));
        }
        Principal::Service { name } => {
            keys.set("aws:PrincipalServiceName", name.clone());
            keys.set_multi("aws:PrincipalServiceNamesList", vec![name.clone()]);
        }
        Principal::Federated { .. } => {}
        Principal::Anonymous => {
            keys.set("aws:userid", "anonymous");
        }
    }
    if let Some(account) = session.account() {
        keys.set("aws:PrincipalAccount", account.to_string());
    }
    for (key, value) in &identity.tags {
        keys.set(format!("aws:PrincipalTag/{key}"), value.clone());
    }
    // Session tags override those of the role.
    for (key, value) in session.temporary().iter().flat_map(|temporary| &temporary.tags) {
        keys.set(format!("aws:PrincipalTag/{key}"), value.clone());
    }
}

fn truth(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

fn principal_type(principal: &Principal) -> &'static str {
    match principal {
        Principal::Root { .. } => "Account",
        Principal::User { .. } => "User",
        Principal::AssumedRole { .. } => "AssumedRole",
        Principal::FederatedUser { .. } | Principal::Federated { .. } => "FederatedUser",
        Principal::Service { .. } => "Service",
        Principal::Anonymous => "Anonymous",
    }
}

//! The global condition keys of a call.
//!
//! Every key is set here from the session and the connection, never from something a client may name a key.
//! Source: "AWS global condition context keys" in the IAM user guide.

use std::collections::BTreeMap;

use names::{AccountId, ServicePrincipal, Timestamp};
use policy::{Context, Principal};

use crate::{Call, Claim, IdentityFacts, Origin, ResourceFacts, Session};

/// The keys that hold for every check of a call. Their names are written in lower case here, which saves
/// the copies that the context makes of others.
pub(crate) fn global_keys<'a>(
    session: &'a Session,
    call: &'a Call,
    identity: &'a IdentityFacts,
    now: Timestamp,
) -> Context<'a> {
    let mut keys = Context::with_capacity(24);
    of_request(&mut keys, call, now);
    of_principal(&mut keys, session, identity);
    if let Some(temporary) = session.temporary() {
        keys.set("aws:tokenissuetime", temporary.issued.iso8601());
        keys.set("aws:multifactorauthpresent", truth(temporary.mfa_at.is_some()));
        if let Some(at) = temporary.mfa_at {
            keys.set("aws:multifactorauthage", (now.seconds() - at.seconds()).max(0).to_string());
        }
        if let Some(identity) = &temporary.source_identity {
            keys.set("aws:sourceidentity", identity.as_str());
        }
        if let Some(provider) = &temporary.provider {
            keys.set("aws:federatedprovider", provider.as_str());
        }
        of_provider(&mut keys, &temporary.claims);
    }
    if let Some(federated) = session.federated() {
        keys.set("aws:federatedprovider", federated.provider.as_str());
        of_provider(&mut keys, &federated.claims);
    }
    keys
}

/// What the identity provider claimed.
fn of_provider<'a>(keys: &mut Context<'a>, claims: &'a BTreeMap<String, Claim>) {
    for (key, claim) in claims {
        match claim {
            Claim::One(value) => keys.set(key.as_str(), value.as_str()),
            Claim::Many(values) => keys.set_multi(key.as_str(), values.clone()),
        };
    }
}

/// The keys about the resource of one check, where the check itself does not tell them.
pub(crate) fn resource_keys<'a>(owner: Option<&'a AccountId>, facts: &'a ResourceFacts) -> Context<'a> {
    let mut keys = Context::new();
    if let Some(owner) = owner {
        keys.set("aws:resourceaccount", owner.as_str());
    }
    for (key, value) in &facts.tags {
        keys.set(format!("aws:resourcetag/{key}"), value.as_str());
    }
    keys
}

fn of_request<'a>(keys: &mut Context<'a>, call: &'a Call, now: Timestamp) {
    keys.set("aws:currenttime", now.iso8601());
    keys.set("aws:epochtime", now.seconds().to_string());
    keys.set("aws:requestedregion", call.region.as_str());
    match &call.origin {
        Origin::Network(network) => {
            keys.set("aws:sourceip", network.source_ip.to_string());
            keys.set("aws:securetransport", truth(network.tls_version.is_some()));
            if let Some(agent) = &network.user_agent {
                keys.set("aws:useragent", agent.as_str());
            }
            if let Some(referer) = &network.referer {
                keys.set("aws:referer", referer.as_str());
            }
        }
        Origin::Service(service) => {
            // A service's calls never leave the process, and carry neither the customer's address nor VPC.
            keys.set("aws:securetransport", "true");
            keys.set("aws:useragent", service.as_str());
        }
    }
    keys.set("aws:viaawsservice", truth(!call.via.is_empty()));
    if let (Some(first), Some(last)) = (call.via.first(), call.via.last()) {
        keys.set("aws:calledviafirst", first.as_str());
        keys.set("aws:calledvialast", last.as_str());
        keys.set_multi("aws:calledvia", call.via.iter().map(ServicePrincipal::to_string).collect());
    }
    if let Some(source) = &call.source {
        keys.set("aws:sourcearn", source.arn.as_str());
        keys.set("aws:sourceaccount", source.account.as_str());
    }
}

fn of_principal<'a>(keys: &mut Context<'a>, session: &'a Session, identity: &'a IdentityFacts) {
    let principal = session.principal();
    keys.set("aws:principaltype", principal_type(principal));
    if !session.is_anonymous() {
        let is_service = matches!(principal, Principal::Service { .. });
        keys.set("aws:principalisawsservice", truth(is_service));
    }
    match principal {
        Principal::Root { account } => {
            keys.set("aws:principalarn", format!("arn:aws:iam::{account}:root"));
            keys.set("aws:userid", account.as_str());
        }
        Principal::User { arn, unique_id, name, .. } => {
            keys.set("aws:principalarn", arn.as_str());
            keys.set("aws:userid", unique_id.as_str());
            keys.set("aws:username", name.as_str());
        }
        Principal::AssumedRole { role_arn, role_unique_id, session_name, .. } => {
            keys.set("aws:principalarn", role_arn.as_str());
            keys.set("aws:userid", format!("{role_unique_id}:{session_name}"));
        }
        Principal::FederatedUser { session_arn, account, name, .. } => {
            keys.set("aws:principalarn", session_arn.as_str());
            keys.set("aws:userid", format!("{account}:{name}"));
        }
        Principal::Service { name } => {
            keys.set("aws:principalservicename", name.as_str());
            keys.set_multi("aws:principalservicenameslist", vec![name.clone()]);
        }
        Principal::Federated { .. } => {}
        Principal::Anonymous => {
            keys.set("aws:userid", "anonymous");
        }
    }
    if let Some(account) = &session.account {
        keys.set("aws:principalaccount", account.as_str());
    }
    for (key, value) in &identity.tags {
        keys.set(format!("aws:principaltag/{key}"), value.as_str());
    }
    // Session tags override those of the role.
    for (key, value) in session.temporary().iter().flat_map(|temporary| &temporary.tags) {
        keys.set(format!("aws:principaltag/{key}"), value.as_str());
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

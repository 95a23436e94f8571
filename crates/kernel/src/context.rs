//! The global condition keys of a call.
//!
//! Every key is set here from the session and the connection, never from something a client may name a key.
//! Source: "AWS global condition context keys" in the IAM user guide.

use std::collections::BTreeMap;
use std::net::IpAddr;

use names::{ServicePrincipal, Timestamp};
use policy::{Context, Principal};

use crate::{Call, Claim, Federated, IdentityFacts, Origin, Session, Temporary};

/// What the global condition keys of a call are made of: all that a policy may learn of it but its resource.
///
/// The gate takes it from the session and the call. Who only asks what the gate would decide fills it in, and so gets
/// the very keys that the gate would set.
#[derive(Debug, Clone)]
pub struct KeySources<'a> {
    /// When the call arrives.
    pub now: Timestamp,
    /// The region it is signed for.
    pub region: &'a str,
    /// How it comes.
    pub way: Way<'a>,
    /// The services that forwarded a caller's session, the nearest last.
    pub via: Vec<&'a str>,
    /// The resource for which a service speaks as itself.
    pub source_arn: Option<&'a str>,
    /// The owner of that resource.
    pub source_account: Option<&'a str>,
    /// Who calls.
    pub principal: &'a Principal,
    /// The caller's account.
    pub account: Option<&'a str>,
    /// The tags of the user or role.
    pub tags: &'a BTreeMap<String, String>,
    /// What a temporary credential carries.
    pub temporary: Option<&'a Temporary>,
    /// Whom an identity provider vouches for.
    pub federated: Option<&'a Federated>,
}

/// How a call comes.
#[derive(Debug, Clone, Copy)]
pub enum Way<'a> {
    /// From the network.
    Network {
        /// The peer's address. None only where nobody really calls.
        source_ip: Option<IpAddr>,
        /// Over TLS.
        is_secure: bool,
        /// The `User-Agent` header.
        user_agent: Option<&'a str>,
        /// The `Referer` header.
        referer: Option<&'a str>,
    },
    /// From a service of ours, by its name.
    Service(&'a str),
}

impl<'a> KeySources<'a> {
    /// Those of a call.
    pub(crate) fn of(
        session: &'a Session,
        call: &'a Call,
        identity: &'a IdentityFacts,
        now: Timestamp,
    ) -> Self {
        let way = match &call.origin {
            Origin::Network(network) => Way::Network {
                source_ip: Some(network.source_ip),
                is_secure: network.tls_version.is_some(),
                user_agent: network.user_agent.as_deref(),
                referer: network.referer.as_deref(),
            },
            Origin::Service(service) => Way::Service(service.as_str()),
        };
        Self {
            now,
            region: call.region.as_str(),
            way,
            via: call.via.iter().map(ServicePrincipal::as_str).collect(),
            source_arn: call.source.as_ref().map(|source| source.arn.as_str()),
            source_account: call.source.as_ref().map(|source| source.account.as_str()),
            principal: session.principal(),
            account: session.account.as_ref().map(names::AccountId::as_str),
            tags: &identity.tags,
            temporary: session.temporary(),
            federated: session.federated(),
        }
    }

    /// The keys that hold for every check of a call. Their names are written in lower case here, which saves
    /// the copies that the context makes of others.
    #[must_use]
    pub fn keys(&self) -> Context<'a> {
        let mut keys = Context::with_capacity(24);
        self.of_request(&mut keys);
        self.of_principal(&mut keys);
        if let Some(temporary) = self.temporary {
            self.of_temporary(&mut keys, temporary);
        }
        if let Some(federated) = self.federated {
            keys.set("aws:federatedprovider", federated.provider.as_str());
            of_provider(&mut keys, &federated.claims);
        }
        keys
    }

    fn of_request(&self, keys: &mut Context<'a>) {
        keys.set("aws:currenttime", self.now.iso8601());
        keys.set("aws:epochtime", self.now.seconds().to_string());
        keys.set("aws:requestedregion", self.region);
        match self.way {
            Way::Network { source_ip, is_secure, user_agent, referer } => {
                if let Some(address) = source_ip {
                    keys.set("aws:sourceip", address.to_string());
                }
                keys.set("aws:securetransport", truth(is_secure));
                if let Some(agent) = user_agent {
                    keys.set("aws:useragent", agent);
                }
                if let Some(referer) = referer {
                    keys.set("aws:referer", referer);
                }
            }
            Way::Service(service) => {
                // A service's calls never leave the process, and carry neither the customer's address nor VPC.
                keys.set("aws:securetransport", "true");
                keys.set("aws:useragent", service);
            }
        }
        keys.set("aws:viaawsservice", truth(!self.via.is_empty()));
        if let (Some(first), Some(last)) = (self.via.first(), self.via.last()) {
            keys.set("aws:calledviafirst", *first);
            keys.set("aws:calledvialast", *last);
            keys.set_multi("aws:calledvia", self.via.iter().map(|&service| service.to_owned()).collect());
        }
        if let Some(arn) = self.source_arn {
            keys.set("aws:sourcearn", arn);
        }
        if let Some(account) = self.source_account {
            keys.set("aws:sourceaccount", account);
        }
    }

    fn of_principal(&self, keys: &mut Context<'a>) {
        keys.set("aws:principaltype", principal_type(self.principal));
        if !matches!(self.principal, Principal::Anonymous) {
            let is_service = matches!(self.principal, Principal::Service { .. });
            keys.set("aws:principalisawsservice", truth(is_service));
        }
        match self.principal {
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
        if let Some(account) = self.account {
            keys.set("aws:principalaccount", account);
        }
        for (key, value) in self.tags {
            keys.set(format!("aws:principaltag/{key}"), value.as_str());
        }
        // Session tags override those of the role.
        for (key, value) in self.temporary.iter().flat_map(|temporary| &temporary.tags) {
            keys.set(format!("aws:principaltag/{key}"), value.as_str());
        }
    }

    fn of_temporary(&self, keys: &mut Context<'a>, temporary: &'a Temporary) {
        keys.set("aws:tokenissuetime", temporary.issued.iso8601());
        keys.set("aws:multifactorauthpresent", truth(temporary.mfa_at.is_some()));
        if let Some(at) = temporary.mfa_at {
            keys.set("aws:multifactorauthage", (self.now.seconds() - at.seconds()).max(0).to_string());
        }
        if let Some(identity) = &temporary.source_identity {
            keys.set("aws:sourceidentity", identity.as_str());
        }
        if let Some(provider) = &temporary.provider {
            keys.set("aws:federatedprovider", provider.as_str());
        }
        of_provider(keys, &temporary.claims);
    }
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
#[must_use]
pub fn resource_keys<'a>(owner: Option<&'a str>, tags: &'a BTreeMap<String, String>) -> Context<'a> {
    let mut keys = Context::new();
    if let Some(owner) = owner {
        keys.set("aws:resourceaccount", owner);
    }
    for (key, value) in tags {
        keys.set(format!("aws:resourcetag/{key}"), value.as_str());
    }
    keys
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

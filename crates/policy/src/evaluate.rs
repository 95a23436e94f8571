//! The decision: what the layers' effects add up to.
//!
//! From "Policy evaluation logic" and "Cross-account policy evaluation logic" in the IAM guide: any deny
//! wins; then resource control, service control and endpoint policies must allow; then access must be
//! granted by the resource, the caller's own policies, or both.

use std::ops::ControlFlow;

use crate::action::ActionName;
use crate::arn;
use crate::effects::Effects;
use crate::policies::Policies;
use crate::principal::Principal;
use crate::principals::Naming;
use crate::request::Request;
use crate::verdict::{Layer, StatementRef, Verdict};
use crate::walk::{Recorder, Silent, Walk};

/// Decides a request.
///
/// This is the fast path: it allocates nothing but the answer. [`explain`](crate::explain) makes the same walk
/// and keeps notes.
pub fn evaluate(request: &Request<'_>, policies: &Policies) -> Verdict {
    decide(request, policies, &mut Silent)
}

/// Decides with somebody listening.
pub(crate) fn decide<R: Recorder>(request: &Request<'_>, policies: &Policies, recorder: &mut R) -> Verdict {
    let action = ActionName::new(request.action);
    if let Some(verdict) = settled_by_sts(request.principal, action.text()) {
        return verdict;
    }
    let mut walk = Walk { request, policies, action, recorder, denied: None };
    let effects = match Effects::collect(&mut walk) {
        ControlFlow::Break(deny) => return explicit(deny),
        ControlFlow::Continue(effects) => effects,
    };
    if let Some(deny) = walk.denied {
        return explicit(deny);
    }
    match effects.access(&walk) {
        Ok(()) => Verdict::Allow { matched: effects.matched() },
        Err(layer) => Verdict::Deny { explicit: false, layer, matched: Vec::new() },
    }
}

/// What STS decides without policies: anybody who signs may ask who he is, also against an explicit deny, sessions
/// make no session tokens, and root users assume no roles ("GetCallerIdentity", "GetSessionToken" and "AssumeRole"
/// in the STS API reference).
fn settled_by_sts(caller: &Principal, lower_action: &[u8]) -> Option<Verdict> {
    let signed = !matches!(caller, Principal::Anonymous | Principal::Federated { .. });
    match lower_action {
        b"sts:getcalleridentity" if signed => Some(Verdict::Allow { matched: Vec::new() }),
        b"sts:getsessiontoken" if matches!(caller, Principal::Root { .. } | Principal::User { .. }) => {
            Some(Verdict::Allow { matched: Vec::new() })
        }
        // It takes long-term credentials, whatever policies say.
        b"sts:getsessiontoken" if caller.is_session() => {
            Some(Verdict::Deny { explicit: false, layer: Layer::Identity, matched: Vec::new() })
        }
        b"sts:assumerole" if matches!(caller, Principal::Root { .. }) => {
            Some(Verdict::Deny { explicit: false, layer: Layer::Resource, matched: Vec::new() })
        }
        _ => None,
    }
}

fn explicit(deny: StatementRef) -> Verdict {
    Verdict::Deny { explicit: true, layer: deny.layer, matched: vec![deny] }
}

impl Effects {
    /// Whether access is given, or which layer withholds it.
    fn access<R: Recorder>(&self, walk: &Walk<'_, R>) -> Result<(), Layer> {
        if self.scp.as_ref().is_some_and(|levels| !levels.all) {
            return Err(Layer::Scp);
        }
        if self.endpoint.blocks() {
            return Err(Layer::VpcEndpoint);
        }
        let caller = walk.request.principal;
        if keeps_strangers_out(walk.policies) && is_stranger(walk.request) {
            return Err(Layer::Resource);
        }
        if self.granted(caller) {
            return Ok(());
        }
        if caller.account().is_none() {
            return self.named().map(|_| ()).ok_or(Layer::Resource);
        }
        if walk.request.is_cross_account() { self.across_accounts(caller) } else { self.within_account(walk) }
    }

    /// A grant needs no policy besides, unless it names an account: then that account has to pass it on.
    fn granted(&self, caller: &Principal) -> bool {
        match self.grant.map(|grant| grant.naming) {
            Some(Naming::Account) => self.own_policies(caller).is_ok(),
            Some(_) => true,
            None => false,
        }
    }

    /// Both accounts have to agree.
    fn across_accounts(&self, caller: &Principal) -> Result<(), Layer> {
        self.named().ok_or(Layer::Resource)?;
        self.own_policies(caller)
    }

    /// One account: either side may give access, except where the resource has to delegate it first.
    fn within_account<R: Recorder>(&self, walk: &Walk<'_, R>) -> Result<(), Layer> {
        match self.named() {
            Some(Naming::Direct) => Ok(()),
            Some(Naming::Entity) => self.limits(),
            Some(Naming::Account) => self.own_policies(walk.request.principal),
            None if delegates(walk) => Err(Layer::Resource),
            None => self.own_policies(walk.request.principal),
        }
    }

    /// The caller's identity policies, within boundary and session.
    fn own_policies(&self, caller: &Principal) -> Result<(), Layer> {
        if matches!(caller, Principal::Root { .. }) {
            return Ok(());
        }
        self.identity.ok_or(Layer::Identity)?;
        self.limits()
    }

    fn limits(&self) -> Result<(), Layer> {
        match (self.boundary.blocks(), self.session.blocks()) {
            (true, _) => Err(Layer::Boundary),
            (_, true) => Err(Layer::Session),
            (false, false) => Ok(()),
        }
    }
}

/// Whether being of the account is not enough: for roles and KMS keys, also when they show no policy.
fn delegates<R: Recorder>(walk: &Walk<'_, R>) -> bool {
    let action = walk.action.text();
    match &walk.policies.resource {
        Some(resource) => resource.policy.kind().is_delegating(),
        None => {
            // On a role these belong to assuming it; on a federated user there is no trust policy to ask.
            let becomes = action == b"sts:tagsession" || action == b"sts:setsourceidentity";
            let becomes = becomes && is_role(walk.request.resource);
            action.starts_with(b"sts:assumerole") || becomes || is_key(walk.request.resource)
        }
    }
}

fn is_role(resource: &str) -> bool {
    arn::split(resource)
        .is_some_and(|[_, _, service, .., path]| service == "iam" && path.starts_with("role/"))
}

fn is_key(resource: &str) -> bool {
    arn::split(resource).is_some_and(|[_, _, service, .., path]| service == "kms" && path.starts_with("key/"))
}

/// `RestrictPublicBuckets` on a bucket whose policy is public.
fn keeps_strangers_out(policies: &Policies) -> bool {
    let by_its_text = || policies.resource.as_ref().is_some_and(|named| named.policy.is_public());
    policies.restrict_public_buckets && policies.bucket_policy_is_public.unwrap_or_else(by_its_text)
}

fn is_stranger(request: &Request<'_>) -> bool {
    match request.principal {
        Principal::Service { .. } => false,
        caller => caller.account().is_none() || request.is_cross_account(),
    }
}

//! What each layer says about a request, before it is added up.

use std::ops::ControlFlow;

use crate::policies::{Indexed, NamedPolicy, Policies, PolicySet};
use crate::principal::Principal;
use crate::principals::{Caller, Naming};
use crate::request::Request;
use crate::verdict::{Layer, StatementRef};
use crate::walk::{Allowing, Recorder, Step, Walk};

/// Services whose resources resource control policies restrict.
const RCP_SERVICES: [&str; 9] =
    ["s3", "sts", "kms", "ecr", "logs", "secretsmanager", "dynamodb", "personalize", "sqs"];

/// What allows, per layer.
pub(crate) struct Effects {
    /// Nothing when the layer does not apply.
    pub(crate) scp: Option<Levels>,
    pub(crate) resource: Option<Allowing>,
    pub(crate) identity: Option<Allowing>,
    pub(crate) boundary: Limit,
    pub(crate) session: Limit,
    pub(crate) endpoint: Limit,
    pub(crate) grant: Option<Allowing>,
}

/// A layer that takes away: absent, or it allows, or it does not.
#[derive(Clone, Copy)]
pub(crate) enum Limit {
    Absent,
    Allows(StatementRef),
    Blocks,
}

/// One list of policies per level of an organization; each must allow.
pub(crate) struct Levels {
    pub(crate) all: bool,
    last: Option<StatementRef>,
}

impl Limit {
    pub(crate) fn blocks(self) -> bool {
        matches!(self, Self::Blocks)
    }

    fn statement(self) -> Option<StatementRef> {
        match self {
            Self::Allows(at) => Some(at),
            Self::Absent | Self::Blocks => None,
        }
    }
}

impl From<Option<Allowing>> for Limit {
    fn from(allowing: Option<Allowing>) -> Limit {
        allowing.map_or(Self::Blocks, |allowing| Self::Allows(allowing.at))
    }
}

impl Effects {
    /// Walks the layers in the order in which a deny of one is told before that of another.
    pub(crate) fn collect<R: Recorder>(walk: &mut Walk<'_, R>) -> Step<Effects> {
        let policies = walk.policies;
        let own = walk.request.principal.has_identity_policies();
        if let Some(levels) = policies.rcp.as_ref().filter(|_| rcp_applies(walk)) {
            // `RCPFullAWSAccess` is attached everywhere and cannot be detached, so only denies count.
            survey_levels(walk, Layer::Rcp, levels)?;
        }
        let scp = match &policies.scp {
            Some(levels) if scp_applies(walk.request) => Some(survey_levels(walk, Layer::Scp, levels)?),
            _ => None,
        };
        let resource = survey_one(walk, Layer::Resource, policies.resource.as_ref())?;
        let identity = if own { walk.survey(Layer::Identity, 0, policies.identity.indexed())? } else { None };
        let boundary = match &policies.boundary {
            boundary @ Some(_) if own => survey_one(walk, Layer::Boundary, boundary.as_ref())?.into(),
            _ => Limit::Absent,
        };
        let session = match session_policies(walk.request.principal, policies) {
            Some(session) => walk.survey(Layer::Session, 0, session)?.into(),
            None => Limit::Absent,
        };
        let endpoint = match &policies.vpce {
            endpoint @ Some(_) => survey_one(walk, Layer::VpcEndpoint, endpoint.as_ref())?.into(),
            None => Limit::Absent,
        };
        let grant = grant(walk);
        ControlFlow::Continue(Effects { scp, resource, identity, boundary, session, endpoint, grant })
    }

    pub(crate) fn named(&self) -> Option<Naming> {
        self.resource.map(|allowing| allowing.naming)
    }

    pub(crate) fn matched(&self) -> Vec<StatementRef> {
        let scp = self.scp.as_ref().and_then(|levels| levels.last);
        let sources =
            [self.resource, self.identity, self.grant].map(|allowing| allowing.map(|allowing| allowing.at));
        let limits = [self.boundary, self.session, self.endpoint].map(Limit::statement);
        let mut matched = Vec::with_capacity(8);
        matched
            .extend(scp.into_iter().chain(sources.into_iter().flatten()).chain(limits.into_iter().flatten()));
        matched
    }
}

fn survey_one<R: Recorder>(
    walk: &mut Walk<'_, R>,
    layer: Layer,
    policy: Option<&NamedPolicy>,
) -> Step<Option<Allowing>> {
    match policy {
        Some(named) => walk.survey(layer, 0, Indexed::one(named)),
        None => ControlFlow::Continue(None),
    }
}

fn survey_levels<R: Recorder>(walk: &mut Walk<'_, R>, layer: Layer, levels: &[PolicySet]) -> Step<Levels> {
    let mut surveyed = Levels { all: true, last: None };
    for (policies, level) in levels.iter().zip(0..) {
        let allowing = walk.survey(layer, level, policies.indexed())?;
        surveyed.all &= allowing.is_some();
        surveyed.last = allowing.map(|allowing| allowing.at);
    }
    ControlFlow::Continue(surveyed)
}

/// Federated users have what their session policies allow, so none means nothing. Users and root users
/// have no session policies.
fn session_policies<'a>(caller: &Principal, policies: &'a Policies) -> Option<Indexed<'a>> {
    const NONE: Indexed<'_> = Indexed { policies: &[], index: None };
    let session = policies.session.as_ref().map_or(NONE, PolicySet::indexed);
    match caller {
        Principal::FederatedUser { .. } => Some(session),
        Principal::AssumedRole { .. } if !session.policies.is_empty() => Some(session),
        _ => None,
    }
}

/// Service control policies bind the principals of member accounts, root users included.
fn scp_applies(request: &Request<'_>) -> bool {
    request.principal.account().is_some() && !request.service_linked_role
}

fn rcp_applies<R: Recorder>(walk: &Walk<'_, R>) -> bool {
    let action = &walk.action;
    !walk.request.service_linked_role
        && action.text() != b"kms:retiregrant"
        && RCP_SERVICES.iter().any(|service| service.as_bytes() == action.service())
}

fn grant<R: Recorder>(walk: &mut Walk<'_, R>) -> Option<Allowing> {
    let action = walk.action.text();
    let numbered = walk.policies.grants.iter().zip(0..);
    let named = numbered.filter_map(|(grant, policy)| {
        let at = StatementRef { layer: Layer::Grant, level: 0, policy, statement: 0 };
        Some(Allowing { at, naming: grant.naming(Caller::of(walk.request), action)? })
    });
    let best = named.reduce(|best, next| if next.naming > best.naming { next } else { best })?;
    walk.recorder.matched(best.at);
    Some(best)
}

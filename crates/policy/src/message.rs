//! The text of access-denied errors, as AWS words it ("Troubleshoot access denied error messages").

use crate::document::PolicyKind;
use crate::policies::Policies;
use crate::principal::Principal;
use crate::request::Request;
use crate::sentence::noun;
use crate::verdict::{Layer, StatementRef, Verdict};

/// How a service words its refusals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    /// Whether the resource is told.
    pub on_resource: bool,
    /// Whether it stands in double quotes, as S3 does.
    pub quoted: bool,
    /// Whether the answer is only `Access Denied` when caller and resource share neither account nor
    /// organization, as for S3.
    pub terse_to_strangers: bool,
    /// Whether caller and resource are in one account or organization; strangers learn no policy ARNs.
    pub same_organization: bool,
}

impl Wording {
    /// What most services say.
    pub const USUAL: Wording =
        Wording { on_resource: true, quoted: false, terse_to_strangers: false, same_organization: true };

    /// What S3 says.
    pub const S3: Wording = Wording { quoted: true, terse_to_strangers: true, ..Self::USUAL };
}

/// The message for a refused request. The action is shown as the request writes it.
pub fn message(request: &Request<'_>, verdict: &Verdict, policies: &Policies, wording: Wording) -> String {
    let action = request.action;
    let federation = ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];
    if let Some(federated) = federation.iter().find(|name| name.eq_ignore_ascii_case(action)) {
        return format!("Not authorized to perform {federated}");
    }
    // The tags and the source identity that a provider asks for are part of the same call.
    if let Principal::Federated { provider } = request.principal {
        let by = if provider.contains(":saml-provider/") { "SAML" } else { "WebIdentity" };
        return format!("Not authorized to perform sts:AssumeRoleWith{by}");
    }
    if matches!(request.principal, Principal::Root { .. }) && action.eq_ignore_ascii_case("sts:AssumeRole") {
        return "Roles may not be assumed by root accounts.".to_owned();
    }
    if request.principal.is_session() && action.eq_ignore_ascii_case("sts:GetSessionToken") {
        return "Cannot call GetSessionToken with session credentials".to_owned();
    }
    let stranger = !wording.same_organization || matches!(request.principal, Principal::Anonymous);
    if stranger && wording.terse_to_strangers {
        return "Access Denied".to_owned();
    }
    let mut text = format!("User: {} is not authorized to perform: {action}", request.principal.shown());
    if wording.on_resource {
        let quote = if wording.quoted { "\"" } else { "" };
        text.push_str(&format!(" on resource: {quote}{}{quote}", request.resource));
    }
    text.push_str(&reason(request, verdict, policies, wording));
    text
}

fn reason(request: &Request<'_>, verdict: &Verdict, policies: &Policies, wording: Wording) -> String {
    match verdict {
        Verdict::Allow { .. } => String::new(),
        Verdict::Deny { explicit: true, layer, matched } => {
            explicit(*layer, policies, matched.first().filter(|_| wording.same_organization))
        }
        Verdict::Deny { explicit: false, layer: Layer::Scp, .. } => explicit(Layer::Scp, policies, None),
        // STS does not tell those whom a role does not trust that it was the trust policy.
        Verdict::Deny { explicit: false, layer: Layer::Resource, .. } if is_trust(policies, request) => {
            String::new()
        }
        Verdict::Deny { explicit: false, layer, .. } => {
            format!(" because no {} allows the {} action", noun(*layer), request.action)
        }
    }
}

fn explicit(layer: Layer, policies: &Policies, at: Option<&StatementRef>) -> String {
    let article = match layer {
        Layer::Identity => "an",
        Layer::Resource if has_trust(policies) => "the",
        _ => "a",
    };
    let noun =
        if layer == Layer::Resource && has_trust(policies) { "role trust policy" } else { noun(layer) };
    let tells_arn =
        matches!(layer, Layer::Rcp | Layer::Scp | Layer::Boundary | Layer::Identity | Layer::Session);
    let arn =
        at.filter(|_| tells_arn).and_then(|at| policies.named(*at)).and_then(|named| named.source.arn());
    format!(
        " with an explicit deny in {article} {noun}{}",
        arn.map(|arn| format!(": {arn}")).unwrap_or_default()
    )
}

fn has_trust(policies: &Policies) -> bool {
    policies.resource.as_ref().is_some_and(|named| named.policy.kind() == PolicyKind::RoleTrust)
}

fn is_trust(policies: &Policies, request: &Request<'_>) -> bool {
    has_trust(policies) || request.action.to_ascii_lowercase().starts_with("sts:assumerole")
}

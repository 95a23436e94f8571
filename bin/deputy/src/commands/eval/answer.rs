//! The decision, as a line.

use policy::{Decision, Effect, Explanation, Layer, Request, StatementView, Wording, explain, message};
use serde_json::{Value, json};

use super::action;
use super::case::Case;

impl Case {
    pub(super) fn decide(&self, id: Value) -> Value {
        let request = Request {
            principal: &self.principal,
            action: &self.action,
            resource: &self.resource,
            resource_account: self.resource_account.as_deref(),
            context: &self.context,
            service_linked_role: self.service_linked_role,
            canonical_user: None,
        };
        let explanation = explain(&request, &self.policies);
        json!({
            "id": id,
            "decision": decision(explanation.decision()),
            "layer": explanation.layer().map(layer),
            "matched": self.matched(&explanation),
            "message": (explanation.decision() != Decision::Allow).then(|| self.message(&request, &explanation)),
        })
    }

    /// The refusal in AWS's words, which have the action in its canonical case.
    fn message(&self, request: &Request<'_>, explanation: &Explanation<'_>) -> String {
        let action = action::canonical(request.action);
        let request = Request { action: &action, ..*request };
        message(&request, explanation.verdict(), &self.policies, self.wording(&request))
    }

    /// The statements that decide: those that deny, or else those that allow.
    fn matched(&self, explanation: &Explanation<'_>) -> Vec<Value> {
        let deciding = match explanation.decision() {
            Decision::ExplicitDeny => Effect::Deny,
            Decision::Allow | Decision::ImplicitDeny => Effect::Allow,
        };
        let views = explanation.matched().filter(|view| view.effect == deciding);
        views.map(|view| self.statement(view)).collect()
    }

    fn statement(&self, view: StatementView<'_>) -> Value {
        let at = view.at.policy;
        let policy = match view.layer {
            Layer::Scp | Layer::Rcp => json!([view.at.level, at]),
            Layer::Grant => json!(self.grant_places.get(usize::from(at))),
            _ => json!(at),
        };
        json!({"layer": layer(view.layer), "policy": policy, "statement": view.index, "sid": view.sid})
    }

    /// S3 words refusals its own way, strangers learn less, and there is no telling of a resource that is none.
    fn wording(&self, request: &Request<'_>) -> Wording {
        let usual = if request.action.starts_with("s3:") { Wording::S3 } else { Wording::USUAL };
        let organization = |key| match self.context.get(key) {
            Some(policy::Value::Single(id)) => Some(id.as_ref()),
            _ => None,
        };
        let (own, owners) = (organization("aws:principalorgid"), organization("aws:resourceorgid"));
        let one_organization = own.is_some() && own == owners;
        let same_organization = !request.is_cross_account() || one_organization;
        Wording { on_resource: self.resource != "*", same_organization, ..usual }
    }
}

fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Allow => "allow",
        Decision::ExplicitDeny => "explicit_deny",
        Decision::ImplicitDeny => "implicit_deny",
    }
}

fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Rcp => "rcp",
        Layer::Scp => "scp",
        Layer::Resource => "resource",
        Layer::Identity => "identity",
        Layer::Boundary => "boundary",
        Layer::Session => "session",
        Layer::VpcEndpoint => "vpce",
        Layer::Grant => "grant",
    }
}

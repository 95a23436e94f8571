//! Explanations in words.

use crate::document::Effect;
use crate::explain::Explanation;
use crate::failed::{FailedStatement, listed};
use crate::verdict::{Decision, Layer};
use crate::view::StatementView;

impl Explanation<'_> {
    /// The decision and its reason, in one or two sentences.
    pub fn sentence(&self) -> String {
        let asked = format!("{} on {}", self.request().action, self.request().resource);
        match self.decision() {
            Decision::Allow => format!("{asked} is allowed{}.", self.allowed_by()),
            Decision::ExplicitDeny => format!("{asked} is denied{}.", self.denied_by()),
            Decision::ImplicitDeny => {
                let layer = self.layer().map_or("policy", noun);
                format!("{asked} is denied because no {layer} allows it.{}", self.nearest())
            }
        }
    }

    fn allowed_by(&self) -> String {
        let allowing: Vec<String> =
            self.matched().filter(|view| view.effect == Effect::Allow).map(statement).collect();
        if allowing.is_empty() {
            " to the root user without any policy".into()
        } else {
            format!(" by {}", allowing.join(", "))
        }
    }

    fn denied_by(&self) -> String {
        let deny =
            self.matched().find(|view| view.effect == Effect::Deny && Some(view.layer) == self.layer());
        deny.map(|view| format!(" by {}", statement(view))).unwrap_or_default()
    }

    /// The statement that came closest to allowing it.
    fn nearest(&self) -> String {
        let concerns = |failed: &FailedStatement<'_>| {
            failed.statement().effect == Effect::Allow && Some(failed.statement().layer) == self.layer()
        };
        let nearest = self.failed().filter(concerns).min_by_key(|failed| std::cmp::Reverse(depth(failed)));
        nearest
            .filter(|failed| depth(failed) > 0)
            .map(|failed| format!(" The nearest is {}.", shortfall(&failed)))
            .unwrap_or_default()
    }
}

/// How far the comparison with a statement got.
fn depth(failed: &FailedStatement<'_>) -> u8 {
    match failed.element() {
        "Condition" => 3,
        "Principal" | "NotPrincipal" => 2,
        "Resource" | "NotResource" => 1,
        _ => 0,
    }
}

fn shortfall(failed: &FailedStatement<'_>) -> String {
    let place = statement(failed.statement());
    let wanted = listed(&failed.policy_values());
    match (failed.operator(), failed.key()) {
        (Some(operator), Some(key)) => {
            format!(
                "{place}, whose condition {operator} on {key} wants {wanted} where the request has {}",
                failed.request_value()
            )
        }
        _ => {
            format!("{place}, whose {} {wanted} does not cover {}", failed.element(), failed.request_value())
        }
    }
}

fn statement(view: StatementView<'_>) -> String {
    if view.layer == Layer::Grant {
        return format!("the grant {}", view.policy);
    }
    let name = match &view.sid {
        Some(sid) => format!("statement \"{sid}\""),
        None => format!("statement {}", view.index + 1),
    };
    format!("{name} of the {} {}", noun(view.layer), view.policy)
}

/// What AWS calls the policies of a layer.
pub(crate) fn noun(layer: Layer) -> &'static str {
    match layer {
        Layer::Rcp => "resource control policy",
        Layer::Scp => "service control policy",
        Layer::Resource => "resource-based policy",
        Layer::Identity => "identity-based policy",
        Layer::Boundary => "permissions boundary",
        Layer::Session => "session policy",
        Layer::VpcEndpoint => "VPC endpoint policy",
        Layer::Grant => "grant",
    }
}

//! Outcomes as the API shows them.

use std::collections::BTreeMap;

use ::policy::{Decision, Effect, Explanation, Layer, Position, StatementView};
use api_iam::{
    self as api, EvaluationResult, PermissionsBoundaryDecisionDetail, ResourceSpecificResult, Statement,
};

/// What came out for one action on one resource.
pub(super) struct Outcome {
    pub(super) explanation: Explanation,
    pub(super) missing: Vec<String>,
    pub(super) has_boundary: bool,
    pub(super) has_resource_policy: bool,
    pub(super) is_cross_account: bool,
}

/// An action about no resource in particular.
pub(super) fn of_action(action: &str, resource: &str, outcome: &Outcome) -> EvaluationResult {
    EvaluationResult {
        eval_action_name: action.to_owned(),
        eval_resource_name: Some(resource.to_owned()),
        eval_decision: word(outcome.explanation.decision).to_owned(),
        matched_statements: Some(outcome.statements()),
        missing_context_values: Some(outcome.missing.clone()),
        permissions_boundary_decision_detail: outcome.boundary(),
        ..EvaluationResult::default()
    }
}

/// An action about resources: the least favourable decision, and each of them.
pub(super) fn of_resources(action: &str, outcomes: &[(&str, Outcome)]) -> EvaluationResult {
    let Some((resource, worst)) = outcomes.iter().max_by_key(|(_, outcome)| outcome.rank()) else {
        return EvaluationResult::default();
    };
    let name = if outcomes.len() == 1 { resource } else { "*" };
    EvaluationResult {
        eval_decision_details: Some(worst.details()),
        resource_specific_results: Some(
            outcomes.iter().map(|(resource, outcome)| outcome.on(resource)).collect(),
        ),
        ..of_action(action, name, worst)
    }
}

impl Outcome {
    fn on(&self, resource: &str) -> ResourceSpecificResult {
        ResourceSpecificResult {
            eval_resource_name: resource.to_owned(),
            eval_resource_decision: word(self.explanation.decision).to_owned(),
            matched_statements: Some(self.statements()),
            missing_context_values: Some(self.missing.clone()),
            eval_decision_details: Some(self.details()),
            permissions_boundary_decision_detail: self.boundary(),
        }
    }

    fn rank(&self) -> u8 {
        match self.explanation.decision {
            Decision::Allow => 0,
            Decision::ImplicitDeny => 1,
            Decision::ExplicitDeny => 2,
        }
    }

    /// The statements that led here. A deny is the only one told.
    ///
    /// Source: "EvaluationResult" in the IAM API reference.
    fn statements(&self) -> Vec<Statement> {
        let wanted = match self.explanation.decision {
            Decision::ExplicitDeny => Effect::Deny,
            _ => Effect::Allow,
        };
        let is_told = |view: &&StatementView| {
            view.effect == wanted && (view.layer != Layer::Resource || self.has_resource_policy)
        };
        let told = self.explanation.matched.iter().filter(is_told);
        let count = if wanted == Effect::Deny { 1 } else { usize::MAX };
        told.take(count).map(statement).collect()
    }

    fn boundary(&self) -> Option<PermissionsBoundaryDecisionDetail> {
        let allows = self.effects(Layer::Boundary) == Some(Effect::Allow);
        self.has_boundary
            .then_some(PermissionsBoundaryDecisionDetail { allowed_by_permissions_boundary: Some(allows) })
    }

    /// What each side says, where caller and resource are of different accounts.
    fn details(&self) -> BTreeMap<String, String> {
        if !self.is_cross_account {
            return BTreeMap::new();
        }
        let side = |layer| match self.effects(layer) {
            Some(Effect::Allow) => Decision::Allow,
            Some(Effect::Deny) => Decision::ExplicitDeny,
            None => Decision::ImplicitDeny,
        };
        let sides = [("IAM Policy", Layer::Identity), ("Resource Policy", Layer::Resource)];
        sides.into_iter().map(|(name, layer)| (name.to_owned(), word(side(layer)).to_owned())).collect()
    }

    /// What the statements of one layer come to.
    fn effects(&self, layer: Layer) -> Option<Effect> {
        let of_layer = || self.explanation.matched.iter().filter(|view| view.layer == layer);
        match of_layer().any(|view| view.effect == Effect::Deny) {
            true => Some(Effect::Deny),
            false => of_layer().next().map(|view| view.effect),
        }
    }
}

fn word(decision: Decision) -> &'static str {
    match decision {
        Decision::Allow => "allowed",
        Decision::ExplicitDeny => "explicitDeny",
        Decision::ImplicitDeny => "implicitDeny",
    }
}

fn statement(view: &StatementView) -> Statement {
    // The model's enumeration has other words; the service says these.
    let kind = match view.layer {
        Layer::Resource => "Resource Policy",
        Layer::Boundary => "Permissions Boundary Policy",
        _ => "IAM Policy",
    };
    Statement {
        source_policy_id: Some(view.policy.clone()),
        source_policy_type: Some(kind.to_owned()),
        start_position: view.start.map(position),
        end_position: view.end.map(position),
    }
}

fn position(place: Position) -> api::Position {
    let number = |count: usize| i32::try_from(count).ok();
    api::Position { line: number(place.line), column: number(place.column) }
}

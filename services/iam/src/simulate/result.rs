//! Outcomes as the API shows them.

use std::collections::BTreeMap;

use ::policy::{Decision, Effect, Explanation, Layer, Position, StatementView};
use api_iam::{
    self as api, EvaluationResult, PermissionsBoundaryDecisionDetail, ResourceSpecificResult, Statement,
};

/// What came out for one action on one resource.
pub(super) struct Outcome {
    decision: Decision,
    statements: Vec<Statement>,
    missing: Vec<String>,
    /// Whether the permissions boundary allows it, where there is one.
    boundary: Option<bool>,
    details: BTreeMap<String, String>,
}

/// What a simulation is about, as far as it shows in the result.
pub(super) struct About {
    pub(super) has_boundary: bool,
    pub(super) has_resource_policy: bool,
    pub(super) is_cross_account: bool,
}

/// An action about no resource in particular.
pub(super) fn of_action(action: &str, resource: &str, outcome: &Outcome) -> EvaluationResult {
    EvaluationResult {
        eval_action_name: action.to_owned(),
        eval_resource_name: Some(resource.to_owned()),
        eval_decision: word(outcome.decision).to_owned(),
        matched_statements: Some(outcome.statements.clone()),
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
    // The document says that those of resources are told with each of them only; AWS was recorded to tell them here, too.
    let mut missing: Vec<String> = outcomes.iter().flat_map(|(_, outcome)| outcome.missing.clone()).collect();
    missing.sort_unstable();
    missing.dedup();
    EvaluationResult {
        missing_context_values: Some(missing),
        eval_decision_details: Some(worst.details.clone()),
        resource_specific_results: Some(
            outcomes.iter().map(|(resource, outcome)| outcome.on(resource)).collect(),
        ),
        ..of_action(action, name, worst)
    }
}

impl Outcome {
    pub(super) fn of(explanation: &Explanation<'_>, about: About, missing: Vec<String>) -> Self {
        Self {
            decision: explanation.decision(),
            statements: statements(explanation, &about),
            missing,
            boundary: about.has_boundary.then(|| effect(explanation, Layer::Boundary) == Some(Effect::Allow)),
            details: if about.is_cross_account { details(explanation) } else { BTreeMap::new() },
        }
    }

    fn on(&self, resource: &str) -> ResourceSpecificResult {
        ResourceSpecificResult {
            eval_resource_name: resource.to_owned(),
            eval_resource_decision: word(self.decision).to_owned(),
            matched_statements: Some(self.statements.clone()),
            missing_context_values: Some(self.missing.clone()),
            eval_decision_details: Some(self.details.clone()),
            permissions_boundary_decision_detail: self.boundary(),
        }
    }

    fn rank(&self) -> u8 {
        match self.decision {
            Decision::Allow => 0,
            Decision::ImplicitDeny => 1,
            Decision::ExplicitDeny => 2,
        }
    }

    fn boundary(&self) -> Option<PermissionsBoundaryDecisionDetail> {
        let detail =
            |allows| PermissionsBoundaryDecisionDetail { allowed_by_permissions_boundary: Some(allows) };
        self.boundary.map(detail)
    }
}

/// The statements that led here. A deny is the only one told.
///
/// Source: "EvaluationResult" in the IAM API reference.
fn statements(explanation: &Explanation<'_>, about: &About) -> Vec<Statement> {
    let wanted = match explanation.decision() {
        Decision::ExplicitDeny => Effect::Deny,
        _ => Effect::Allow,
    };
    let is_told = |view: &StatementView<'_>| {
        view.effect == wanted && (view.layer != Layer::Resource || about.has_resource_policy)
    };
    let count = if wanted == Effect::Deny { 1 } else { usize::MAX };
    explanation.matched().filter(is_told).take(count).map(statement).collect()
}

/// What each side says, for caller and resource of different accounts.
fn details(explanation: &Explanation<'_>) -> BTreeMap<String, String> {
    let side = |layer| match effect(explanation, layer) {
        Some(Effect::Allow) => Decision::Allow,
        Some(Effect::Deny) => Decision::ExplicitDeny,
        None => Decision::ImplicitDeny,
    };
    let sides = [("IAM Policy", Layer::Identity), ("Resource Policy", Layer::Resource)];
    sides.into_iter().map(|(name, layer)| (name.to_owned(), word(side(layer)).to_owned())).collect()
}

/// What the statements of one layer come to.
fn effect(explanation: &Explanation<'_>, layer: Layer) -> Option<Effect> {
    let of_layer = || explanation.matched().filter(|view| view.layer == layer);
    match of_layer().any(|view| view.effect == Effect::Deny) {
        true => Some(Effect::Deny),
        false => of_layer().next().map(|view| view.effect),
    }
}

fn word(decision: Decision) -> &'static str {
    match decision {
        Decision::Allow => "allowed",
        Decision::ExplicitDeny => "explicitDeny",
        Decision::ImplicitDeny => "implicitDeny",
    }
}

fn statement(view: StatementView<'_>) -> Statement {
    // The model's enumeration has other words; the service says these.
    let kind = match view.layer {
        Layer::Resource => "Resource Policy",
        Layer::Boundary => "Permissions Boundary Policy",
        _ => "IAM Policy",
    };
    Statement {
        source_policy_id: Some(view.policy.to_owned()),
        source_policy_type: Some(kind.to_owned()),
        start_position: view.start.map(position),
        end_position: view.end.map(position),
    }
}

fn position(place: Position) -> api::Position {
    let number = |count: usize| i32::try_from(count).ok();
    api::Position { line: number(place.line), column: number(place.column) }
}

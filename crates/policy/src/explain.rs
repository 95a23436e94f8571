//! Why a decision came out as it did.

use serde::Serialize;

use crate::condition::Condition;
use crate::context::{Context, Value};
use crate::evaluate::decide;
use crate::policies::Policies;
use crate::policy::Statement;
use crate::request::Request;
use crate::verdict::{Decision, Layer, StatementRef, Verdict};
use crate::view::StatementView;
use crate::walk::{Failure, Recorder};

/// A decision with everything that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The decision.
    pub decision: Decision,
    /// The layer that denies.
    pub layer: Option<Layer>,
    /// The caller.
    pub principal: String,
    /// The action.
    pub action: String,
    /// The resource.
    pub resource: String,
    /// Statements that matched.
    pub matched: Vec<StatementView>,
    /// Statements that did not, and the first of their elements that failed.
    pub failed: Vec<FailedStatement>,
    /// The verdict, as [`evaluate`](crate::evaluate) gives it.
    #[serde(skip)]
    pub verdict: Verdict,
}

/// A statement that did not match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FailedStatement {
    /// The statement.
    #[serde(flatten)]
    pub statement: StatementView,
    /// The first element that failed, by its name in the policy.
    pub element: &'static str,
    /// What the policy says there; variables are replaced.
    pub policy_values: Vec<String>,
    /// What the request has there.
    pub request_value: RequestValue,
    /// For conditions, the operator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// For conditions, the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// What a request has for an element or key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RequestValue {
    /// One value.
    Value(String),
    /// The values of a multivalued key.
    Values(Vec<String>),
    /// The key is not in the request.
    Missing,
}

impl std::fmt::Display for RequestValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Value(value) => write!(f, "\"{value}\""),
            Self::Values(values) => f.write_str(&listed(values)),
            Self::Missing => f.write_str("nothing"),
        }
    }
}

/// Decides a request and tells why.
pub fn explain(request: &Request<'_>, policies: &Policies) -> Explanation {
    let mut notes = Notes { request, policies, matched: Vec::new(), failed: Vec::new() };
    let verdict = decide(request, policies, &mut notes);
    Explanation {
        decision: verdict.decision(),
        layer: verdict.layer(),
        principal: request.principal.shown(),
        action: request.action.to_owned(),
        resource: request.resource.to_owned(),
        matched: notes.matched,
        failed: notes.failed,
        verdict,
    }
}

/// The recorder.
struct Notes<'a> {
    request: &'a Request<'a>,
    policies: &'a Policies,
    matched: Vec<StatementView>,
    failed: Vec<FailedStatement>,
}

impl Recorder for Notes<'_> {
    const RECORDS: bool = true;

    fn matched(&mut self, at: StatementRef) {
        self.matched.push(self.policies.full_view(at));
    }

    fn failed(&mut self, at: StatementRef, failure: Failure<'_>) {
        let Some(statement) = self.policies.statement(at) else { return };
        let failed = failed_statement(self.policies.view(at), statement, failure, self.request);
        self.failed.push(failed);
    }
}

fn failed_statement(
    view: StatementView,
    statement: &Statement,
    failure: Failure<'_>,
    request: &Request<'_>,
) -> FailedStatement {
    let written = &statement.written;
    let strings = |texts: &[Box<str>]| texts.iter().map(|text| text.to_string()).collect::<Vec<_>>();
    let (element, policy_values, value) = match failure {
        Failure::Action => (written.action_key, strings(&written.actions), request.action.to_owned()),
        Failure::Resource => {
            let resources = statement.resources.as_ref();
            let values = resources.map(|r| r.shown(&written.resources, request.context)).unwrap_or_default();
            (written.resource_key, values, request.resource.to_owned())
        }
        Failure::Principal => {
            (written.principal_key, strings(&written.principals), request.principal.shown())
        }
        Failure::Condition(condition) => return failed_condition(view, condition, request.context),
    };
    let request_value = RequestValue::Value(value);
    FailedStatement { statement: view, element, policy_values, request_value, operator: None, key: None }
}

fn failed_condition(view: StatementView, condition: &Condition, context: &Context<'_>) -> FailedStatement {
    let request_value = match context.get(condition.lower_key()) {
        Some(Value::Single(value)) => RequestValue::Value(value.to_string()),
        Some(Value::Multi(values)) if !values.is_empty() => RequestValue::Values(values.clone()),
        _ => RequestValue::Missing,
    };
    FailedStatement {
        statement: view,
        element: "Condition",
        policy_values: condition.shown(context),
        request_value,
        operator: Some(condition.operator().to_owned()),
        key: Some(condition.key().to_owned()),
    }
}

pub(crate) fn listed(values: &[String]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("\"{value}\"")).collect();
    quoted.join(", ")
}

//! Statements that did not match, for people.

use std::borrow::Cow;

use serde::Serialize;

use crate::condition::Condition;
use crate::context::Value;
use crate::policies::Policies;
use crate::policy::Statement;
use crate::request::Request;
use crate::verdict::StatementRef;
use crate::view::StatementView;
use crate::walk::Failure;

/// A statement that did not match.
#[derive(Debug, Clone, Copy)]
pub struct FailedStatement<'a> {
    view: StatementView<'a>,
    statement: &'a Statement,
    failure: Failure,
    request: Request<'a>,
}

/// What a request has for an element or key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RequestValue<'a> {
    /// One value.
    Value(Cow<'a, str>),
    /// The values of a multivalued key.
    Values(&'a [String]),
    /// The key is not in the request.
    Missing,
}

impl std::fmt::Display for RequestValue<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Value(value) => write!(f, "\"{value}\""),
            Self::Values(values) => f.write_str(&listed(values)),
            Self::Missing => f.write_str("nothing"),
        }
    }
}

impl<'a> FailedStatement<'a> {
    pub(crate) fn new(
        at: StatementRef,
        failure: Failure,
        policies: &'a Policies,
        request: &Request<'a>,
    ) -> Option<Self> {
        let statement = policies.statement(at)?;
        Some(Self { view: policies.view(at), statement, failure, request: *request })
    }

    /// The statement.
    pub fn statement(&self) -> StatementView<'a> {
        self.view
    }

    /// The first element that failed, by its name in the policy.
    pub fn element(&self) -> &'static str {
        let written = &self.statement.written;
        match self.failure {
            Failure::Action => written.action_key,
            Failure::Resource => written.resource_key,
            Failure::Principal => written.principal_key,
            Failure::Condition(_) => "Condition",
        }
    }

    /// What the policy says there; variables are replaced.
    pub fn policy_values(&self) -> Vec<Cow<'a, str>> {
        let written = &self.statement.written;
        let texts = |texts: &'a [Box<str>]| texts.iter().map(|text| Cow::Borrowed(&**text)).collect();
        match self.failure {
            Failure::Action => texts(&written.actions),
            Failure::Resource => {
                let resources = self.statement.resources.as_ref();
                resources.map(|r| r.shown(&written.resources, self.request.context)).unwrap_or_default()
            }
            Failure::Principal => texts(&written.principals),
            Failure::Condition(_) => {
                self.condition().map(|condition| condition.shown(self.request.context)).unwrap_or_default()
            }
        }
    }

    /// What the request has there.
    pub fn request_value(&self) -> RequestValue<'a> {
        match self.failure {
            Failure::Action => RequestValue::Value(self.request.action.into()),
            Failure::Resource => RequestValue::Value(self.request.resource.into()),
            Failure::Principal => RequestValue::Value(self.request.principal.shown().into()),
            Failure::Condition(_) => self.condition_value(),
        }
    }

    /// For conditions, the operator.
    pub fn operator(&self) -> Option<&'a str> {
        self.condition().map(Condition::operator)
    }

    /// For conditions, the key.
    pub fn key(&self) -> Option<&'a str> {
        self.condition().map(Condition::key)
    }

    fn condition(&self) -> Option<&'a Condition> {
        match self.failure {
            Failure::Condition(number) => self.statement.conditions.get(usize::from(number)),
            _ => None,
        }
    }

    fn condition_value(&self) -> RequestValue<'a> {
        let context = self.request.context;
        match self.condition().and_then(|condition| context.get(condition.lower_key())) {
            Some(Value::Single(value)) => RequestValue::Value(Cow::Borrowed(value)),
            Some(Value::Multi(values)) if !values.is_empty() => RequestValue::Values(values),
            _ => RequestValue::Missing,
        }
    }
}

impl Serialize for FailedStatement<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// A failed statement as it is kept.
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Kept<'a> {
            #[serde(flatten)]
            statement: StatementView<'a>,
            element: &'a str,
            policy_values: Vec<Cow<'a, str>>,
            request_value: RequestValue<'a>,
            #[serde(skip_serializing_if = "Option::is_none")]
            operator: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            key: Option<&'a str>,
        }
        let kept = Kept {
            statement: self.view,
            element: self.element(),
            policy_values: self.policy_values(),
            request_value: self.request_value(),
            operator: self.operator(),
            key: self.key(),
        };
        kept.serialize(serializer)
    }
}

pub(crate) fn listed<T: std::fmt::Display>(values: &[T]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("\"{value}\"")).collect();
    quoted.join(", ")
}

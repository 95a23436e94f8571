//! An explanation, from the JSON that a decoded authorization message and a record of the trail hold.

use std::collections::BTreeMap;

use kernel::trail::Record;
use serde_json::Value;

use crate::commands::Failure;

/// A refused call.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refused {
    pub(crate) request_id: String,
    /// What the caller was told.
    pub(crate) message: String,
    /// Who was refused: an ARN, or the name of a service that spoke for itself.
    pub(crate) principal: String,
    /// The ARN that a service worked on when it spoke for itself.
    pub(crate) source: Option<String>,
    /// The service that asked, for itself or for somebody.
    pub(crate) service: Option<String>,
    /// The operation that was called, as `service:Operation`; empty where it is not known.
    pub(crate) operation: String,
    /// The condition keys of the request, in lower case.
    pub(crate) keys: BTreeMap<String, Vec<String>>,
    pub(crate) explanation: Explanation,
}

/// The gate's explanation.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Explanation {
    pub(crate) action: String,
    pub(crate) resource: String,
    pub(crate) allowed: bool,
    /// The kind of policy that denies; empty where nothing does.
    pub(crate) layer: String,
    /// Whether the policy that denies is another account's, and what it says not told here.
    pub(crate) is_withheld: bool,
    pub(crate) explicit: bool,
    /// Statements that matched.
    pub(crate) matched: Vec<Statement>,
    /// Statements that did not.
    pub(crate) failed: Vec<Failed>,
}

/// A statement and where it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Statement {
    pub(crate) layer: String,
    /// The policy's name.
    pub(crate) policy: String,
    /// The ARN of a managed policy, and the name of others.
    pub(crate) policy_id: String,
    /// `statement 1`, or its Sid.
    pub(crate) name: String,
    pub(crate) denies: bool,
}

/// A statement that did not match, and what in it did not.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Failed {
    pub(crate) statement: Statement,
    /// The first element that failed: `Action`, `Resource`, `Principal`, `Condition` or one of their opposites.
    pub(crate) element: String,
    /// For conditions: operator and key.
    pub(crate) condition: Option<(String, String)>,
    pub(crate) wants: Vec<String>,
    pub(crate) got: Vec<String>,
}

impl Refused {
    /// The one value of a condition key, by its name in lower case.
    pub(crate) fn key(&self, lower_name: &str) -> Option<&str> {
        self.keys.get(lower_name)?.first().map(String::as_str)
    }

    /// For `iam:PassRole`: the service that was to get the role, which is the one that was called.
    pub(crate) fn passed_to(&self) -> Option<String> {
        let service = self.operation.split(':').next().filter(|service| !service.is_empty())?;
        Some(format!("{service}.amazonaws.com"))
    }

    /// From what `sts:DecodeAuthorizationMessage` answers.
    pub(crate) fn decoded(message: &str) -> Result<Self, Failure> {
        let message: Value = serde_json::from_str(message)?;
        Ok(Self {
            request_id: text(&message, "/requestId"),
            message: text(&message, "/message"),
            principal: either(text(&message, "/context/principal/arn"), text(&message, "/invokedBy")),
            source: message["sourceArn"].as_str().map(str::to_owned),
            service: message["invokedBy"].as_str().map(str::to_owned),
            operation: operation(&text(&message, "/eventSource"), &text(&message, "/eventName")),
            keys: keys(&message["context"]["conditions"]["items"]),
            // An explanation too large for the trail is not there; what was asked for still is.
            explanation: Explanation::read(&message["explanation"])
                .about(&text(&message, "/context/action"), &text(&message, "/context/resource")),
        })
    }

    /// From a record of the trail.
    pub(crate) fn recorded(record: &Record) -> Result<Self, Failure> {
        let decision = record.decisions.iter().find(|decision| decision.explanation.is_some());
        let decision = decision.ok_or("the record has no explanation")?;
        let explanation = decision.explanation.as_ref().ok_or("the record has no explanation")?;
        let principal = record.identity.arn.clone().or(record.identity.invoked_by.clone());
        Ok(Self {
            request_id: record.request_id.clone(),
            message: record.error_message.clone().unwrap_or_default(),
            principal: principal.unwrap_or_default(),
            source: record.source_arn.clone(),
            service: record.identity.invoked_by.clone(),
            operation: operation(&record.event_source, &record.event_name),
            keys: decision.conditions.clone(),
            explanation: Explanation::read(explanation),
        })
    }
}

/// As AWS writes the conditions of a decoded message.
fn keys(items: &Value) -> BTreeMap<String, Vec<String>> {
    let value = |item: &Value| item["value"].as_str().map(str::to_owned);
    let values = |item: &Value| {
        let items = item["values"]["items"].as_array();
        items.into_iter().flatten().filter_map(value).collect()
    };
    items.as_array().into_iter().flatten().map(|item| (text(item, "/key"), values(item))).collect()
}

fn operation(source: &str, name: &str) -> String {
    let service = source.split('.').next().unwrap_or_default();
    if name.is_empty() { String::new() } else { format!("{service}:{name}") }
}

/// The account in an ARN, where it has one.
pub(super) fn arn_account(arn: &str) -> Option<&str> {
    arn.split(':').nth(4).filter(|account| arn.starts_with("arn:") && !account.is_empty())
}

fn either(first: String, second: String) -> String {
    if first.is_empty() { second } else { first }
}

impl Explanation {
    pub(crate) fn read(json: &Value) -> Self {
        // A trail tells no account what a stranger's policy decided, and only policies of resources are strangers'.
        let is_withheld = json["action"].is_string() && json["decision"].is_null();
        let layer = if is_withheld { "resource".to_owned() } else { text(json, "/layer") };
        Self {
            action: text(json, "/action"),
            resource: text(json, "/resource"),
            allowed: text(json, "/decision") == "allow",
            layer,
            is_withheld,
            explicit: text(json, "/decision") == "explicitDeny",
            matched: list(json, "matched").iter().map(Statement::read).collect(),
            failed: list(json, "failed").iter().map(Failed::read).collect(),
        }
    }

    /// The same of this action and resource, where it tells none.
    fn about(self, action: &str, resource: &str) -> Self {
        if !self.action.is_empty() {
            return self;
        }
        Self { action: action.to_owned(), resource: resource.to_owned(), ..self }
    }

    /// Whether a statement of this kind of policy allows it.
    pub(crate) fn allows(&self, layer: &str) -> bool {
        self.matched.iter().any(|at| at.layer == layer && !at.denies)
    }

    /// Whether there is a policy of this kind. None is without statements.
    pub(crate) fn has(&self, layer: &str) -> bool {
        let looked_at = self.matched.iter().chain(self.failed.iter().map(|failed| &failed.statement));
        looked_at.into_iter().any(|at| at.layer == layer)
    }

    /// The statement that came closest to allowing the call.
    pub(crate) fn nearest(&self) -> Option<&Failed> {
        let could_allow = self.failed.iter().filter(|failed| !failed.statement.denies);
        could_allow
            .filter(|failed| failed.statement.layer == self.layer)
            .reduce(|best, next| if next.depth() > best.depth() { next } else { best })
    }
}

impl Statement {
    fn read(json: &Value) -> Self {
        let policy = text(json, "/policy");
        let sid = json["sid"].as_str().filter(|sid| !sid.is_empty());
        let number = json["index"].as_u64().unwrap_or_default() + 1;
        Self {
            layer: text(json, "/layer"),
            policy: policy.rsplit('/').next().unwrap_or_default().to_owned(),
            policy_id: policy,
            name: sid.map_or_else(|| format!("statement {number}"), |sid| format!("statement {sid}")),
            denies: text(json, "/effect") == "Deny",
        }
    }
}

impl Failed {
    fn read(json: &Value) -> Self {
        let got = &json["requestValue"];
        let value = got["value"].as_str().map(|value| vec![value.to_owned()]);
        let operator = json["operator"].as_str().map(str::to_owned);
        Self {
            statement: Statement::read(json),
            element: text(json, "/element"),
            condition: operator.zip(json["key"].as_str().map(str::to_owned)),
            wants: texts(&json["policyValues"]),
            got: value.unwrap_or_else(|| texts(&got["values"])),
        }
    }

    /// How many elements of the statement were compared before the one that failed.
    pub(crate) fn depth(&self) -> usize {
        ELEMENTS.iter().position(|element| self.element.ends_with(element)).unwrap_or_default()
    }
}

/// The elements of a statement, in the order in which the gate compares them.
pub(crate) const ELEMENTS: [&str; 4] = ["Action", "Resource", "Principal", "Condition"];

fn text(json: &Value, pointer: &str) -> String {
    json.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn texts(json: &Value) -> Vec<String> {
    json.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn list<'j>(json: &'j Value, name: &str) -> &'j [Value] {
    json[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

//! The smallest change that would allow what was refused, and where it belongs.

use serde_json::{Map, Value, json};

use super::difference::corrected;
use super::{Failed, Refused};
use crate::screen::{Screen, Style};

/// What to change.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Fix {
    /// The policy that the statement belongs into.
    pub(crate) place: String,
    /// The smallest statement. None where a statement denies: no other can outweigh it.
    pub(crate) statement: Option<Value>,
    /// A change of one value in a statement that is there already.
    pub(crate) change: Option<Change>,
    /// What else has to be known.
    pub(crate) notes: Vec<String>,
}

/// One value of one statement.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Change {
    /// The policy and the statement.
    pub(crate) statement: String,
    /// The element, or the condition key.
    pub(crate) element: String,
    pub(crate) from: String,
    pub(crate) to: String,
}

impl Fix {
    /// The change that allows what was refused.
    pub(crate) fn of(refused: &Refused) -> Self {
        let explanation = &refused.explanation;
        if explanation.explicit {
            return Self::of_deny(refused);
        }
        let mut fix = Self {
            place: place(refused),
            statement: Some(statement(refused)),
            change: explanation.nearest().and_then(change),
            notes: Vec::new(),
        };
        fix.notes = notes(refused);
        fix
    }

    fn of_deny(refused: &Refused) -> Self {
        let denying = refused.explanation.matched.iter().find(|statement| statement.denies);
        let place = denying.map(|deny| format!("{}, {}", deny.policy_id, deny.name)).unwrap_or_default();
        let note = "an explicit deny outweighs every allow: narrow that statement, or take it away";
        Self { place, notes: vec![note.to_owned()], ..Self::default() }
    }

    pub(crate) fn json(&self) -> Value {
        let change = self.change.as_ref().map(|change| {
            json!({ "statement": change.statement, "element": change.element, "from": change.from, "to": change.to })
        });
        json!({ "place": self.place, "statement": self.statement, "change": change, "notes": self.notes })
    }

    /// For people, line by line.
    pub(crate) fn lines(&self, screen: Screen) -> Vec<String> {
        let label = |text: &str| screen.paint(Style::Good, &format!("{text:<8}"));
        let mut lines = Vec::new();
        if let Some(change) = &self.change {
            lines.push(format!("{}{} in {}", label("change"), change.element, change.statement));
            lines.push(format!("        - {}", change.from));
            lines.push(format!("        + {}", change.to));
        }
        if let Some(statement) = &self.statement {
            let verb = if self.change.is_some() { "or add" } else { "add" };
            lines.push(format!("{}to {}:", label(verb), self.place));
            lines.extend(written(statement).into_iter().map(|line| format!("        {line}")));
        } else {
            lines.push(format!("{}{}", label("denied"), self.place));
        }
        lines.extend(self.notes.iter().map(|note| format!("{}{note}", label("note"))));
        lines
    }
}

/// A statement with its elements in the order in which people write them.
fn written(statement: &Value) -> Vec<String> {
    let elements = ["Effect", "Principal", "Action", "Resource", "Condition"];
    let present = elements.iter().filter_map(|name| Some(format!("\"{name}\": {}", statement.get(name)?)));
    let present: Vec<String> = present.collect();
    let last = present.len().saturating_sub(1);
    let line = |(at, element): (usize, &String)| {
        format!("{} {element}{}", if at == 0 { "{" } else { " " }, if at == last { " }" } else { "," })
    };
    present.iter().enumerate().map(line).collect()
}

/// `role/ForecastRole` of a session, `user/ben` of a user.
fn holder(principal: &str) -> String {
    let resource = principal.splitn(6, ':').nth(5).unwrap_or(principal);
    match resource.strip_prefix("assumed-role/").and_then(|rest| rest.split('/').next()) {
        Some(role) => format!("role/{role}"),
        None => resource.to_owned(),
    }
}

fn account(arn: &str) -> &str {
    arn.split(':').nth(4).unwrap_or_default()
}

fn place(refused: &Refused) -> String {
    let explanation = &refused.explanation;
    let holder = holder(&refused.principal);
    match explanation.layer.as_str() {
        "resource" => of_resource(refused),
        "boundary" => {
            let looked_at = explanation.failed.iter().find(|failed| failed.statement.layer == "boundary");
            let policy = looked_at.map(|failed| format!(" ({})", failed.statement.policy_id));
            format!("the permissions boundary of {holder}{}", policy.unwrap_or_default())
        }
        "session" => format!("the session policy that the session of {holder} is made with"),
        "scp" => "the service control policies of the account".to_owned(),
        "rcp" => "the resource control policies of the account".to_owned(),
        "vpcEndpoint" => "the policy of the VPC endpoint".to_owned(),
        _ => format!("an identity policy of {holder}"),
    }
}

fn of_resource(refused: &Refused) -> String {
    let resource = &refused.explanation.resource;
    let tail = resource.splitn(6, ':').nth(5).unwrap_or(resource);
    match refused.explanation.action.split(':').next() {
        Some("sts") => format!("the trust policy of {tail}"),
        Some("s3") => format!("the bucket policy of {}", tail.split('/').next().unwrap_or_default()),
        Some("kms") => format!("the key policy of {tail}"),
        _ => format!("the policy of {tail}"),
    }
}

fn statement(refused: &Refused) -> Value {
    let explanation = &refused.explanation;
    let of_resource = explanation.layer == "resource";
    let is_trust = of_resource && explanation.action.starts_with("sts:");
    let mut statement = Map::new();
    statement.insert("Effect".to_owned(), "Allow".into());
    if of_resource {
        statement.insert("Principal".to_owned(), principal(refused));
    }
    statement.insert("Action".to_owned(), explanation.action.as_str().into());
    if !is_trust {
        statement.insert("Resource".to_owned(), explanation.resource.as_str().into());
    }
    if let Some(condition) = condition(refused, of_resource) {
        statement.insert("Condition".to_owned(), condition);
    }
    Value::Object(statement)
}

/// How a policy of a resource names the principal. A session is named by its role, which outlives it.
fn principal(refused: &Refused) -> Value {
    let principal = &refused.principal;
    if !principal.starts_with("arn:") {
        return json!({ "Service": principal });
    }
    match holder(principal) {
        role if role.starts_with("role/") => {
            json!({ "AWS": format!("arn:aws:iam::{}:{role}", account(principal)) })
        }
        _ => json!({ "AWS": principal }),
    }
}

/// A role is passed to one service, and a service is let in for one account: without that the statement would be
/// wider than what was asked for.
fn condition(refused: &Refused, of_resource: bool) -> Option<Value> {
    if refused.explanation.action == "iam:PassRole" {
        let service = refused.passed_to()?;
        return Some(json!({ "StringEquals": { "iam:PassedToService": service } }));
    }
    let source = refused.source.as_ref().filter(|_| of_resource && !refused.principal.starts_with("arn:"))?;
    let mut parts = source.splitn(6, ':').skip(2);
    let (service, region, account) = (parts.next()?, parts.next()?, parts.next()?);
    Some(json!({
        "StringEquals": { "aws:SourceAccount": account },
        "ArnLike": { "aws:SourceArn": format!("arn:aws:{service}:{region}:{account}:*") },
    }))
}

/// The one value that differs, where setting it right is all that the statement lacks as far as it was compared.
fn change(nearest: &Failed) -> Option<Change> {
    let got = nearest.got.first().filter(|_| nearest.got.len() == 1)?;
    let statement = format!("{}, {}", nearest.statement.policy_id, nearest.statement.name);
    let made = |element: &str, from: &str, to: String| {
        Some(Change { statement: statement.clone(), element: element.to_owned(), from: from.to_owned(), to })
    };
    match &nearest.condition {
        Some((operator, key)) => {
            let is_text = ["StringEquals", "StringLike", "ArnEquals", "ArnLike"].contains(&operator.as_str());
            let wanted = nearest.wants.first().filter(|_| is_text && nearest.wants.len() == 1)?;
            let to = corrected(wanted, got).unwrap_or_else(|| got.clone());
            made(&format!("{operator} {key}"), wanted, to)
        }
        None => {
            let mut pairs = nearest.wants.iter().filter_map(|wanted| Some((wanted, corrected(wanted, got)?)));
            let (wanted, to) = pairs.next()?;
            made(&nearest.element, wanted, to)
        }
    }
}

fn notes(refused: &Refused) -> Vec<String> {
    let explanation = &refused.explanation;
    let mut notes = Vec::new();
    let allows = |layer: &str| explanation.matched.iter().any(|at| at.layer == layer && !at.denies);
    match explanation.layer.as_str() {
        "boundary" if !allows("identity") => {
            notes.push("a boundary only limits: an identity policy has to allow it as well".to_owned());
        }
        "session" => notes.push("a session keeps its policy: it has to be made again".to_owned()),
        _ => {}
    }
    if explanation.is_withheld {
        notes.push("the policy is another account's, and what it says is told there only".to_owned());
        return notes;
    }
    let owner = account(&explanation.resource);
    let caller = account(&refused.principal);
    if !owner.is_empty() && !caller.is_empty() && owner != caller {
        let missing = if explanation.layer == "resource" { caller } else { owner };
        notes.push(format!(
            "caller and resource are of two accounts: account {missing} has to allow it as well"
        ));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(principal: &str, action: &str, resource: &str, layer: &str, failed: Value) -> Refused {
        let message = json!({
            "requestId": "7c1f0e52", "message": "no", "context": { "principal": { "arn": principal } },
            "eventSource": "forecast.amazonaws.com", "eventName": "CreateDatasetImportJob",
            "sourceArn": "arn:aws:forecast:us-east-1:111122223333:dataset-import-job/a/b",
            "explanation": {
                "decision": "implicitDeny", "layer": layer, "action": action, "resource": resource,
                "matched": [], "failed": failed,
            },
        });
        Refused::decoded(&message.to_string()).unwrap()
    }

    #[test]
    fn a_role_is_passed_to_the_service_that_was_called() {
        let role = "arn:aws:iam::111122223333:role/R";
        let ben = "arn:aws:iam::111122223333:user/ben";
        let fix = Fix::of(&refused(ben, "iam:PassRole", role, "identity", json!([])));
        assert_eq!(fix.place, "an identity policy of user/ben");
        let expected = json!({
            "Effect": "Allow", "Action": "iam:PassRole", "Resource": role,
            "Condition": { "StringEquals": { "iam:PassedToService": "forecast.amazonaws.com" } },
        });
        assert_eq!(fix.statement, Some(expected));
        let shown = fix.lines(Screen::plain());
        assert_eq!(shown.get(1).map(String::as_str), Some("        { \"Effect\": \"Allow\","));
        assert!(shown.last().unwrap().ends_with("\"forecast.amazonaws.com\"}} }"));
    }

    #[test]
    fn a_service_is_trusted_for_one_account() {
        let role = "arn:aws:iam::111122223333:role/R";
        let failed = json!([{
            "layer": "resource", "policy": "R", "index": 0, "effect": "Allow", "element": "Condition",
            "operator": "StringEquals", "key": "aws:SourceAccount", "policyValues": ["999999999999"],
            "requestValue": { "value": "111122223333" },
        }]);
        let fix = Fix::of(&refused("forecast.amazonaws.com", "sts:AssumeRole", role, "resource", failed));
        assert_eq!(fix.place, "the trust policy of role/R");
        let statement = fix.statement.unwrap();
        assert_eq!(statement["Principal"], json!({ "Service": "forecast.amazonaws.com" }));
        assert_eq!(statement.get("Resource"), None);
        assert_eq!(
            statement["Condition"]["ArnLike"]["aws:SourceArn"],
            "arn:aws:forecast:us-east-1:111122223333:*"
        );
        let change = fix.change.unwrap();
        assert_eq!((change.from.as_str(), change.to.as_str()), ("999999999999", "111122223333"));
    }

    #[test]
    fn a_misspelt_resource_is_set_right() {
        let failed = json!([{
            "layer": "identity", "policy": "P", "index": 0, "effect": "Allow", "element": "Resource",
            "policyValues": ["arn:aws:s3:::sale", "arn:aws:s3:::sale/*"],
            "requestValue": { "value": "arn:aws:s3:::sales/train.csv" },
        }]);
        let session = "arn:aws:sts::111122223333:assumed-role/R/s";
        let fix =
            Fix::of(&refused(session, "s3:GetObject", "arn:aws:s3:::sales/train.csv", "identity", failed));
        assert_eq!(fix.place, "an identity policy of role/R");
        let change = fix.change.unwrap();
        assert_eq!(
            (change.from.as_str(), change.to.as_str()),
            ("arn:aws:s3:::sale/*", "arn:aws:s3:::sales/*")
        );
    }
}

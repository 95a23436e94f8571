//! The smallest change that would allow what was refused, and where it belongs.

mod needs;
mod statement;

use serde_json::{Value, json};

use super::difference::corrected;
use super::{Failed, Refused};
use crate::screen::{Screen, Style};

/// What to change. All of it together allows the call; `change` is another way to the first addition.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Fix {
    /// A statement that denies, and how it spares the caller. No allow outweighs it.
    pub(crate) spare: Option<Spare>,
    /// The statements that are missing, each with its policy.
    pub(crate) additions: Vec<Addition>,
    /// A change of one value in a statement that is there already.
    pub(crate) change: Option<Change>,
    /// What else has to be known.
    pub(crate) notes: Vec<String>,
}

/// A statement that is missing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Addition {
    /// The policy that it belongs into.
    pub(crate) place: String,
    pub(crate) statement: Value,
}

/// A condition that makes a denying statement spare the caller.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spare {
    /// The statement and the policy it is in.
    pub(crate) place: String,
    /// To be put among the conditions of the statement. None for callers that no key tells from others.
    pub(crate) condition: Option<Value>,
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
        let denying = explanation.matched.iter().find(|statement| statement.denies);
        let spare = denying.filter(|_| explanation.explicit).map(|deny| Spare {
            place: format!("{} of {}", deny.name, needs::policy(refused, &deny.layer, &deny.policy_id)),
            condition: statement::sparing(refused),
        });
        let nearest = explanation.nearest().filter(|_| spare.is_none());
        Self {
            additions: needs::layers(refused)
                .into_iter()
                .map(|layer| Addition {
                    place: needs::place(refused, layer),
                    statement: statement::allowing(refused, layer),
                })
                .collect(),
            change: nearest.and_then(change),
            notes: notes(refused),
            spare,
        }
    }

    /// The first place and statement by themselves, then everything.
    pub(crate) fn json(&self) -> Value {
        let change = self.change.as_ref().map(|change| {
            json!({ "statement": change.statement, "element": change.element, "from": change.from, "to": change.to })
        });
        let spare =
            self.spare.as_ref().map(|spare| json!({ "place": spare.place, "condition": spare.condition }));
        let addition = |one: &Addition| json!({ "place": one.place, "statement": one.statement });
        let (first, more) = match (&self.spare, self.additions.split_first()) {
            (None, Some((first, more))) => (addition(first), more),
            (Some(spare), _) => {
                (json!({ "place": spare.place, "statement": null }), self.additions.as_slice())
            }
            (None, None) => (json!({ "place": "", "statement": null }), self.additions.as_slice()),
        };
        json!({
            "place": first["place"],
            "statement": first["statement"],
            "spare": spare,
            "also": more.iter().map(addition).collect::<Vec<_>>(),
            "change": change,
            "notes": self.notes,
        })
    }

    /// For people, line by line.
    pub(crate) fn lines(&self, screen: Screen) -> Vec<String> {
        let label = |text: &str| screen.paint(Style::Good, &format!("{text:<8}"));
        let mut lines = Vec::new();
        if let Some(spare) = &self.spare {
            lines.push(format!("{}{}", label("change"), spare.place));
            lines.push("        it denies the call: take it away, or let it spare the caller".to_owned());
            if let Some(condition) = &spare.condition {
                lines.push("        with this among its conditions:".to_owned());
                lines.push(format!("        \"Condition\": {condition}"));
            }
        }
        if let Some(change) = &self.change {
            lines.push(format!("{}{} in {}", label("change"), change.element, change.statement));
            lines.push(format!("        - {}", change.from));
            lines.push(format!("        + {}", change.to));
        }
        for (at, addition) in self.additions.iter().enumerate() {
            let verb = match (at, &self.change, &self.spare) {
                (0, Some(_), _) => "or add",
                (0, None, None) => "add",
                _ => "and add",
            };
            lines.push(format!("{}to {}:", label(verb), addition.place));
            lines.extend(written(&addition.statement).into_iter().map(|line| format!("        {line}")));
        }
        for note in &self.notes {
            let wrapped = super::wrap::words(note, crate::screen::COLUMNS_MIN - 8);
            for (at, line) in wrapped.iter().enumerate() {
                lines.push(format!("{}{line}", label(if at == 0 { "note" } else { "" })));
            }
        }
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
    if explanation.matched.iter().any(|at| at.denies && at.name == "statement RoleWasDeleted") {
        notes.push(
            "the role of this session was deleted, which ends all its rights: assume another role".to_owned(),
        );
    }
    if explanation.layer == "session" {
        notes.push("a session keeps its policy: it has to be made again".to_owned());
    }
    if explanation.is_withheld {
        notes.push("the policy is another account's, and what it says is told there only".to_owned());
    }
    let unmet = explanation.nearest().filter(|near| near.got.is_empty() && !explanation.explicit);
    if let Some((near, (operator, key))) = unmet.and_then(|near| Some((near, near.condition.as_ref()?))) {
        notes.push(format!(
            "{}, {} would allow it where {operator} {key} {}; the request had no such key",
            near.statement.policy,
            near.statement.name,
            near.wants.join(", ")
        ));
    }
    if let (Some(owner), Some(caller)) = (needs::owner(refused), needs::account(refused))
        && owner != caller
    {
        notes.push(format!(
            "caller and resource are of two accounts, {caller} and {owner}: both have to allow it"
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
        assert_eq!(fix.additions[0].place, "an identity policy of user/ben");
        let expected = json!({
            "Effect": "Allow", "Action": "iam:PassRole", "Resource": role,
            "Condition": { "StringEquals": { "iam:PassedToService": "forecast.amazonaws.com" } },
        });
        assert_eq!(fix.additions[0].statement, expected);
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
        assert_eq!(fix.additions[0].place, "the trust policy of role/R");
        let statement = &fix.additions[0].statement;
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
        assert_eq!(fix.additions[0].place, "an identity policy of role/R");
        let change = fix.change.unwrap();
        assert_eq!(
            (change.from.as_str(), change.to.as_str()),
            ("arn:aws:s3:::sale/*", "arn:aws:s3:::sales/*")
        );
    }

    #[test]
    fn a_denying_statement_spares_the_role_and_what_else_is_missing_is_added() {
        let message = json!({
            "requestId": "7c1f0e52", "message": "no",
            "context": {
                "principal": { "arn": "arn:aws:sts::111122223333:assumed-role/R/s" },
                "conditions": { "items": [
                    { "key": "aws:principalarn", "values": { "items": [{ "value": "arn:aws:iam::111122223333:role/p/R" }] } },
                    { "key": "aws:resourceaccount", "values": { "items": [{ "value": "111122223333" }] } },
                ] },
            },
            "explanation": {
                "decision": "explicitDeny", "layer": "resource", "action": "s3:GetObject",
                "resource": "arn:aws:s3:::sales/a", "failed": [{
                    "layer": "boundary", "policy": "B", "index": 0, "effect": "Allow", "element": "Action",
                }],
                "matched": [{
                    "layer": "resource", "policy": "arn:aws:s3:::sales", "sid": "No", "index": 0, "effect": "Deny",
                }],
            },
        });
        let fix = Fix::of(&Refused::decoded(&message.to_string()).unwrap());
        let spare = fix.spare.as_ref().unwrap();
        assert_eq!(spare.place, "statement No of the bucket policy of sales");
        let condition =
            json!({ "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/p/R" } });
        assert_eq!(spare.condition, Some(condition));
        let places: Vec<&str> = fix.additions.iter().map(|one| one.place.as_str()).collect();
        assert_eq!(places, ["an identity policy of role/R", "the permissions boundary of role/R (B)"]);
        assert_eq!(fix.json()["statement"], Value::Null);
        assert_eq!(fix.json()["also"].as_array().map(Vec::len), Some(2));
    }
}

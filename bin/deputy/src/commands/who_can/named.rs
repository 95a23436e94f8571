//! Who is to be asked about.

use policy::{NamedPolicy, PolicyKind, Principal};
use serde_json::Value;

use super::Caller;
use crate::account::{Account, Kind, PolicyText};
use crate::report::Problem;
use crate::simulation::caller::is_account;
use crate::simulation::policies::stored;
use crate::simulation::target::Target;

/// What another account may allow its principals: everything, as far as this account can tell.
const EVERYTHING: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;

/// Somebody who may be allowed.
pub(super) struct Candidate {
    pub(super) caller: Caller,
    pub(super) shown: String,
    pub(super) kind: &'static str,
}

/// The root user, every user and role, and whom else the policy of the resource names.
pub(super) async fn candidates(
    account: &mut Account<'_>,
    target: &Target,
) -> Result<Vec<Candidate>, Problem> {
    let own = account.id.clone();
    let root = Principal::Root { account: own.clone() };
    let mut candidates = vec![Candidate { shown: root.shown(), caller: Caller::bare(root), kind: "root" }];
    for holder in account.everybody().await? {
        let kind = match holder.kind {
            Kind::User => "user",
            Kind::Role => "role",
        };
        let caller = Caller::holder(&holder, None, &own)?;
        candidates.push(Candidate { caller, shown: holder.arn, kind });
    }
    let named = target.policy_text.as_deref().map(principals).unwrap_or_default();
    for (kind, name) in named {
        candidates.extend(besides(&kind, &name, &own)?);
    }
    Ok(candidates)
}

/// Who is named and is not one of the account's own.
fn besides(kind: &str, name: &str, own: &str) -> Result<Option<Candidate>, Problem> {
    let candidate = |caller: Caller, kind| Ok(Some(Candidate { caller, shown: name.to_owned(), kind }));
    if name == "*" {
        return candidate(Caller::bare(Principal::Anonymous), "everyone");
    }
    if kind == "Service" {
        return candidate(Caller::service(name), "service");
    }
    let account = if is_account(name) { name } else { name.split(':').nth(4).unwrap_or_default() };
    if kind != "AWS" || account == own || !is_account(account) {
        return Ok(None);
    }
    let resource = name.splitn(6, ':').nth(5).unwrap_or("root");
    // An account stands for whomever it lets; a root user would not do, for it assumes no roles.
    let anybody = format!("arn:aws:iam::{account}:user/anybody");
    let (principal, kind) = if resource == "root" {
        (Caller::foreign(&anybody, account, "user/anybody"), "account")
    } else {
        (Caller::foreign(name, account, resource), "foreign")
    };
    let Some(principal) = principal else { return Ok(None) };
    candidate(Caller { identity: vec![everything()?], ..Caller::bare(principal) }, kind)
}

fn everything() -> Result<NamedPolicy, Problem> {
    let name = "what its own account allows".to_owned();
    stored(&PolicyText { arn: None, name, document: EVERYTHING.to_owned() }, PolicyKind::Identity)
}

/// The principals of a policy that are allowed something, each once, with their kinds.
fn principals(policy: &str) -> Vec<(String, String)> {
    let policy: Value = serde_json::from_str(policy).unwrap_or_default();
    let mut found: Vec<(String, String)> = Vec::new();
    for statement in members(&policy["Statement"]).into_iter().filter(|one| one["Effect"] == "Allow") {
        match &statement["Principal"] {
            Value::String(all) => found.push(("AWS".to_owned(), all.clone())),
            Value::Object(kinds) => {
                for (kind, names) in kinds {
                    let names = members(names).into_iter().filter_map(Value::as_str);
                    found.extend(names.map(|name| (kind.clone(), name.to_owned())));
                }
            }
            _ => {}
        }
    }
    found.sort();
    found.dedup();
    found
}

/// One value stands for a list of one.
fn members(json: &Value) -> Vec<&Value> {
    match json {
        Value::Array(members) => members.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_allowed_something_is_found_once() {
        let policy = r#"{"Statement": [
            {"Effect": "Allow", "Principal": {"Service": ["b.amazonaws.com", "a.amazonaws.com"], "AWS": "444455556666"}},
            {"Effect": "Allow", "Principal": {"Service": "a.amazonaws.com"}},
            {"Effect": "Deny", "Principal": "*"}
        ]}"#;
        let found = principals(policy);
        let shown: Vec<&str> = found.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(shown, ["444455556666", "a.amazonaws.com", "b.amazonaws.com"]);
        assert_eq!(principals(r#"{"Statement": {"Effect": "Allow", "Principal": "*"}}"#).len(), 1);
    }

    #[test]
    fn principals_of_the_own_account_are_not_besides() {
        let own = "111122223333";
        assert!(besides("AWS", "arn:aws:iam::111122223333:root", own).unwrap().is_none());
        assert_eq!(besides("AWS", "444455556666", own).unwrap().unwrap().kind, "account");
        let foreign = besides("AWS", "arn:aws:iam::444455556666:role/a/b", own).unwrap().unwrap();
        assert_eq!((foreign.kind, foreign.caller.identity.len()), ("foreign", 1));
        assert!(besides("AWS", "AROAEXAMPLE", own).unwrap().is_none());
    }
}

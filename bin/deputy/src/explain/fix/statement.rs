//! The smallest statements: one that allows, and a condition that spares.

use serde_json::{Map, Value, json};

use super::Refused;
use super::needs::{account, holder, is_trust};

/// The statement that allows the call and nothing else, for a policy of this kind.
pub(super) fn allowing(refused: &Refused, layer: &str) -> Value {
    let explanation = &refused.explanation;
    let of_resource = layer == "resource";
    let mut statement = Map::new();
    statement.insert("Effect".to_owned(), "Allow".into());
    if of_resource || layer == "vpcEndpoint" {
        statement.insert("Principal".to_owned(), principal(refused));
    }
    statement.insert("Action".to_owned(), explanation.action.as_str().into());
    if !(of_resource && is_trust(refused)) {
        let resource = match explanation.action.starts_with("kms:") && of_resource {
            // In a key policy `*` is the key itself.
            true => "*".to_owned(),
            false => literal(&explanation.resource),
        };
        statement.insert("Resource".to_owned(), resource.into());
    }
    if let Some(condition) = condition(refused, of_resource) {
        statement.insert("Condition".to_owned(), condition);
    }
    Value::Object(statement)
}

/// A condition under which a statement matches everybody but the caller. A session is spared by its role, which
/// outlives it.
pub(super) fn sparing(refused: &Refused) -> Option<Value> {
    if let Some(arn) = refused.key("aws:principalarn") {
        return Some(json!({ "ArnNotEquals": { "aws:PrincipalArn": arn } }));
    }
    let service = refused.key("aws:principalservicename")?;
    Some(json!({ "StringNotEquals": { "aws:PrincipalServiceName": service } }))
}

/// A resource as a pattern that matches only itself. The last parts of `arn:aws:s3:::*` and `user/*` stand for what is
/// asked about as a whole.
fn literal(resource: &str) -> String {
    let is_object = resource.starts_with("arn:aws:s3:::") && resource.contains('/');
    if !is_object {
        return resource.to_owned();
    }
    let mut pattern = String::new();
    for letter in resource.chars() {
        match letter {
            '*' | '?' | '$' => pattern.push_str(&format!("${{{letter}}}")),
            letter => pattern.push(letter),
        }
    }
    pattern
}

/// How a policy of a resource names the principal. A session is named by its role, which outlives it.
fn principal(refused: &Refused) -> Value {
    let principal = &refused.principal;
    if principal.is_empty() || principal == "anonymous" {
        return "*".into();
    }
    if principal.contains("-provider/") {
        return json!({ "Federated": principal });
    }
    if !principal.starts_with("arn:") {
        return json!({ "Service": principal });
    }
    match holder(refused) {
        role if role.starts_with("role/") => {
            // The role's own ARN has its path, which the session's has not.
            let without_path = || format!("arn:aws:iam::{}:{role}", account(refused).unwrap_or_default());
            let arn = refused.key("aws:principalarn").map_or_else(without_path, str::to_owned);
            json!({ "AWS": arn })
        }
        _ => json!({ "AWS": principal }),
    }
}

/// A role is passed to one service, and a service is let in for one account: without that the statement would be
/// wider than what was asked for.
fn condition(refused: &Refused, of_resource: bool) -> Option<Value> {
    if refused.explanation.action == "iam:PassRole" {
        let service =
            refused.key("iam:passedtoservice").map(str::to_owned).or_else(|| refused.passed_to())?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_with_wildcards_is_meant_itself() {
        assert_eq!(literal("arn:aws:s3:::b/a*?$.csv"), "arn:aws:s3:::b/a${*}${?}${$}.csv");
        assert_eq!(literal("arn:aws:s3:::*"), "arn:aws:s3:::*");
        assert_eq!(literal("*"), "*");
    }
}

//! Who asks, from one text and what the context adds.

use policy::Principal;
use serde_json::Value;

/// A caller; nothing for a text that names nobody.
pub(super) fn read(who: &str, action: &str, context: &Value) -> Option<Principal> {
    if who.eq_ignore_ascii_case("anonymous") || who == "*" {
        return Some(Principal::Anonymous);
    }
    if who.len() == 12 && who.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Principal::Root { account: who.to_owned() });
    }
    if who.starts_with("arn:") {
        return of_arn(who, context);
    }
    let federates = action.to_ascii_lowercase().starts_with("sts:assumerolewith");
    match who.contains('.') && !who.contains(char::is_whitespace) {
        true if is_service(who) && !federates => Some(Principal::Service { name: who.to_owned() }),
        true => Some(Principal::Federated { provider: who.to_owned() }),
        false => None,
    }
}

/// `name.amazonaws.com`; Cognito's host is that of an identity provider.
fn is_service(name: &str) -> bool {
    let domains = [".amazonaws.com", ".amazonaws.com.cn", ".aws.internal", ".api.aws"];
    domains.iter().any(|domain| name.ends_with(domain)) && name != "cognito-identity.amazonaws.com"
}

fn of_arn(arn: &str, context: &Value) -> Option<Principal> {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let [_, partition, service, _, account, resource] = parts.as_slice() else { return None };
    let (kind, path) = resource.split_once('/').unwrap_or((resource, ""));
    let (text, account, last) =
        (arn.to_owned(), (*account).to_owned(), path.rsplit('/').next().unwrap_or(path).to_owned());
    let unique_id = |kind| single(context, "aws:userid").filter(|id| id.starts_with(kind)).map(str::to_owned);
    Some(match (*service, kind) {
        ("iam", "root") => Principal::Root { account },
        ("iam", "user") if !last.is_empty() => Principal::User {
            arn: text,
            account,
            unique_id: unique_id("AIDA").unwrap_or_default(),
            name: last,
        },
        // A role by itself stands for any session of it.
        ("iam", "role") if !last.is_empty() => Principal::AssumedRole {
            session_arn: text.clone(),
            role_arn: text,
            account,
            role_unique_id: role_id(unique_id("AROA")),
            session_name: String::new(),
        },
        ("iam", "saml-provider" | "oidc-provider") => Principal::Federated { provider: text },
        ("sts", "assumed-role") if !path.is_empty() => {
            let name = path.split('/').next().unwrap_or_default();
            let plain = format!("arn:{partition}:iam::{account}:role/{name}");
            let with_path = single(context, "aws:PrincipalArn").filter(|role| is_role(role, &account, name));
            Principal::AssumedRole {
                session_arn: text,
                role_arn: with_path.map_or(plain, str::to_owned),
                account,
                role_unique_id: role_id(unique_id("AROA")),
                session_name: last,
            }
        }
        ("sts", "federated-user") if !last.is_empty() => Principal::FederatedUser {
            session_arn: text,
            user_arn: String::new(),
            user_unique_id: unique_id("AIDA").unwrap_or_default(),
            account,
            name: last,
        },
        _ => return None,
    })
}

/// `AROA…` of `AROA…:session`.
fn role_id(user_id: Option<String>) -> String {
    let id = user_id.unwrap_or_default();
    id.split(':').next().unwrap_or_default().to_owned()
}

fn is_role(arn: &str, account: &str, name: &str) -> bool {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    matches!(parts.as_slice(), ["arn", _, "iam", "", of, role]
        if *of == account && role.starts_with("role/") && role.rsplit('/').next() == Some(name))
}

/// A single-valued key of the context; names ignore case.
fn single<'a>(context: &'a Value, key: &str) -> Option<&'a str> {
    let (_, value) = context.as_object()?.iter().find(|(name, _)| name.eq_ignore_ascii_case(key))?;
    value.as_str()
}

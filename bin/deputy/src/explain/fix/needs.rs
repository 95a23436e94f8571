//! Which kinds of policies still have to allow a call, and what each is called.

use super::Refused;
use crate::explain::explanation::arn_account;

/// The kinds of policies that lack a statement, in the order in which the gate asks them.
pub(super) fn layers(refused: &Refused) -> Vec<&'static str> {
    let explanation = &refused.explanation;
    let resource = needs_resource(refused);
    let identity = needs_identity(refused, resource);
    let mut layers = Vec::new();
    layers.extend(resource.then_some("resource"));
    layers.extend(identity.then_some("identity"));
    for layer in ["boundary", "session", "scp", "vpcEndpoint"] {
        // What limits a caller limits whatever a statement among its own policies gives.
        let limits = explanation.has(layer) && !explanation.allows(layer);
        let by_own = identity || explanation.allows("identity");
        let is_asked = explanation.layer == layer || by_own || (resource && !is_user(refused));
        let is_lacking = limits && is_asked && account(refused).is_some();
        layers.extend((is_lacking || explanation.layer == layer && !explanation.explicit).then_some(layer));
    }
    layers
}

fn needs_resource(refused: &Refused) -> bool {
    let explanation = &refused.explanation;
    if explanation.layer == "resource" && !explanation.explicit {
        return true;
    }
    if explanation.allows("resource") {
        return false;
    }
    let is_strange =
        account(refused).is_none_or(|caller| owner(refused).is_some_and(|owner| owner != caller));
    let delegates = is_trust(refused) || explanation.action.starts_with("kms:");
    explanation.explicit && (is_strange || delegates)
}

fn needs_identity(refused: &Refused, resource: bool) -> bool {
    let explanation = &refused.explanation;
    if explanation.allows("identity") || account(refused).is_none() || is_root(refused) {
        return false;
    }
    if explanation.layer == "identity" && !explanation.explicit {
        return true;
    }
    match owner(refused).zip(account(refused)) {
        // What is named by its own account's resource needs nothing else.
        Some((owner, caller)) if owner == caller => {
            explanation.explicit && !resource && !explanation.allows("resource")
        }
        _ => resource || explanation.explicit,
    }
}

fn is_root(refused: &Refused) -> bool {
    refused.principal.ends_with(":root")
}

fn is_user(refused: &Refused) -> bool {
    refused.principal.contains(":user/")
}

/// Whether a role's trust policy is asked.
pub(super) fn is_trust(refused: &Refused) -> bool {
    let explanation = &refused.explanation;
    explanation.action.starts_with("sts:") && explanation.resource.contains(":role/")
}

/// The caller's account.
pub(super) fn account(refused: &Refused) -> Option<&str> {
    arn_account(&refused.principal).or_else(|| refused.key("aws:principalaccount"))
}

/// The account that owns the resource.
pub(super) fn owner(refused: &Refused) -> Option<&str> {
    refused.key("aws:resourceaccount").or_else(|| arn_account(&refused.explanation.resource))
}

/// `role/ForecastRole` of a session, `user/ben` of a user.
pub(super) fn holder(refused: &Refused) -> String {
    let principal = &refused.principal;
    let resource = principal.splitn(6, ':').nth(5).unwrap_or(principal);
    match resource.strip_prefix("assumed-role/").and_then(|rest| rest.split('/').next()) {
        Some(role) => format!("role/{role}"),
        None => resource.to_owned(),
    }
}

/// The policy that a statement of this kind belongs into.
pub(super) fn place(refused: &Refused, layer: &str) -> String {
    let explanation = &refused.explanation;
    let holder = holder(refused);
    match layer {
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

/// What a policy is called that is there: its name, and what it is to whom.
pub(super) fn policy(refused: &Refused, layer: &str, id: &str) -> String {
    match layer {
        "resource" => of_resource(refused),
        "identity" => format!("the identity policy {id} of {}", holder(refused)),
        "boundary" => format!("the permissions boundary of {} ({id})", holder(refused)),
        _ => format!("{} ({id})", place(refused, layer)),
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

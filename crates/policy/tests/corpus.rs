//! Runs the cases of `tests/corpus`: each names the rule it proves.
//!
//! A decision case has policies, a request and what to expect; a refusal case a document, its kind, and the
//! message AWS gives, and maybe words that the hint must have. Both are one line of JSON.
#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::Arc;

use policy::{
    Context, Decision, Document, Grant, Layer, NamedPolicy, Policies, Policy, PolicyKind, PolicySet,
    Principal, Request, Wording, evaluate, explain, message,
};
use serde_json::Value;

#[test]
fn decisions() {
    let mut count = 0;
    let mut failures = Vec::new();
    for case in cases("decide-") {
        count += 1;
        if let Err(failure) = decide(&case) {
            failures.push(format!("{}: {failure}\n    rule: {}", case["id"], case["rule"]));
        }
    }
    assert!(failures.is_empty(), "{} of {count} failed\n{}", failures.len(), failures.join("\n"));
    assert!(count >= 150, "the corpus shrank to {count}");
}

#[test]
fn refusals() {
    let mut failures = Vec::new();
    for case in cases("refuse-") {
        let text = match &case["document"] {
            Value::String(text) => text.clone(),
            document => document.to_string(),
        };
        let kind = kind(case["kind"].as_str().unwrap_or("identity"));
        let result = match case["bucket"].as_str() {
            Some(bucket) => Document::parse_bucket_policy(&text, bucket),
            None => Document::parse(&text, kind),
        };
        let hint = result.as_ref().err().and_then(|rejection| rejection.hint.clone()).unwrap_or_default();
        let found = result.err().map(|rejection| rejection.message);
        let expected = case["message"].as_str().map(str::to_owned);
        if found != expected {
            failures.push(format!("{}: expected {expected:?}, found {found:?}", case["id"]));
        }
        if case["hint"].as_str().is_some_and(|wanted| !hint.contains(wanted)) {
            failures.push(format!("{}: expected a hint with {}, found {hint}", case["id"], case["hint"]));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn identifiers_are_unique() {
    let mut ids: Vec<String> =
        cases("").iter().map(|case| case["id"].as_str().expect("an id").to_owned()).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

fn cases(prefix: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the corpus") {
        let path = entry.expect("an entry").path();
        if path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(prefix)) {
            let text = std::fs::read_to_string(&path).expect("readable");
            let list: Vec<Value> = serde_json::from_str(&text).expect("a list of cases");
            cases.extend(list);
        }
    }
    cases
}

fn decide(case: &Value) -> Result<(), String> {
    let request = &case["request"];
    let action = request["action"].as_str().expect("an action");
    let policies = policies(&case["policies"], action).map_err(|rejection| rejection.to_string())?;
    let principal = principal(&request["principal"]);
    let context = context(&request["context"]);
    let request = Request {
        principal: &principal,
        action,
        resource: request["resource"].as_str().unwrap_or("*"),
        resource_account: request["resourceAccount"].as_str(),
        context: &context,
        service_linked_role: request["serviceLinkedRole"].as_bool().unwrap_or_default(),
        canonical_user: request["canonicalUser"].as_str(),
    };
    let mut decided = None;
    let allocations = allocation_counter::measure(|| decided = Some(evaluate(&request, &policies)));
    let verdict = decided.expect("a verdict");
    if allocations.count_total > 1 {
        return Err(format!("evaluate allocated {} times", allocations.count_total));
    }
    let explanation = explain(&request, &policies);
    if *explanation.verdict() != verdict {
        return Err(format!("evaluate says {verdict:?}, explain {:?}", explanation.verdict()));
    }
    let expect = &case["expect"];
    let decision = decision_name(verdict.decision());
    let layer = verdict.layer().map(layer_name);
    let wanted_layer = expect["layer"].as_str().map(str::to_owned);
    if expect["decision"] != decision || (wanted_layer.is_some() && wanted_layer != layer) {
        return Err(format!("decided {decision} {layer:?}, expected {expect}; {}", explanation.sentence()));
    }
    if let Some(wanted) = expect["message"].as_str() {
        let wording = if action.starts_with("s3:") { Wording::S3 } else { Wording::USUAL };
        let same_organization = !case["strangers"].as_bool().unwrap_or_default();
        let found = message(&request, &verdict, &policies, Wording { same_organization, ..wording });
        if found != wanted {
            return Err(format!("said {found:?}, expected {wanted:?}"));
        }
    }
    match expect["sentence"].as_str() {
        Some(wanted) if explanation.sentence() != wanted => {
            Err(format!("explained {:?}, expected {wanted:?}", explanation.sentence()))
        }
        _ => Ok(()),
    }
}

/// Decisions as the corpus writes them.
fn decision_name(decision: Decision) -> &'static str {
    match decision {
        Decision::Allow => "allow",
        Decision::ExplicitDeny => "explicit_deny",
        Decision::ImplicitDeny => "implicit_deny",
    }
}

fn layer_name(layer: Layer) -> String {
    serde_json::to_value(layer).expect("serializable").as_str().expect("a name").to_owned()
}

fn policies(layers: &Value, action: &str) -> Result<Policies, policy::Rejection> {
    let list = |value: &Value, kind| -> Result<PolicySet, policy::Rejection> {
        value.as_array().into_iter().flatten().map(|document| named(document, kind)).collect()
    };
    let levels = |value: &Value, kind| -> Result<Option<Arc<[PolicySet]>>, policy::Rejection> {
        value.as_array().map(|levels| levels.iter().map(|level| list(level, kind)).collect()).transpose()
    };
    let one = |value: &Value, kind| match value {
        Value::Null => Ok(None),
        document => named(document, kind).map(Some),
    };
    let session = match &layers["session"] {
        Value::Null => None,
        Value::Array(_) => Some(list(&layers["session"], PolicyKind::Session)?),
        document => Some(vec![named(document, PolicyKind::Session)?].into()),
    };
    let resource_kind = match action.split(':').next() {
        Some("sts") => PolicyKind::RoleTrust,
        Some("kms") => PolicyKind::KmsKey,
        Some("sqs") => PolicyKind::Resource,
        _ => PolicyKind::S3Bucket,
    };
    Ok(Policies {
        identity: list(&layers["identity"], PolicyKind::Identity)?,
        boundary: one(&layers["boundary"], PolicyKind::Boundary)?,
        session,
        resource: one(&layers["resource"], resource_kind)?,
        scp: levels(&layers["scp"], PolicyKind::Scp)?,
        rcp: levels(&layers["rcp"], PolicyKind::Rcp)?,
        vpce: one(&layers["vpce"], PolicyKind::VpcEndpoint)?,
        restrict_public_buckets: layers["restrictPublicBuckets"].as_bool().unwrap_or_default(),
        bucket_policy_is_public: None,
        grants: layers["grants"].as_array().into_iter().flatten().map(grant).collect(),
    })
}

/// A document, or `{"arn": …, "document": …}` for one with an ARN. `"stored": true` skips the acceptance check.
fn named(value: &Value, kind: PolicyKind) -> Result<NamedPolicy, policy::Rejection> {
    let document = value.get("document").unwrap_or(value);
    let text = document.to_string();
    let document = if value["stored"].as_bool().unwrap_or_default() {
        Document::read(&text, kind)?
    } else {
        Document::parse(&text, kind)?
    };
    let policy = Arc::new(Policy::compile(&document));
    Ok(match value["arn"].as_str() {
        Some(arn) => NamedPolicy::managed(arn, policy),
        None => NamedPolicy::inline("the policy", policy),
    })
}

fn grant(value: &Value) -> Grant {
    let operations = value["operations"].as_array().into_iter().flatten();
    let operations = operations.filter_map(Value::as_str).map(str::to_owned).collect();
    Grant::new("grant-1", value["grantee"].as_str().unwrap_or_default(), operations)
}

/// An ARN, `service:NAME`, `provider:NAME` or `anonymous`, or `{"session": ARN, "role": ARN}` for a role that
/// has a path.
fn principal(value: &Value) -> Principal {
    let text = value["session"].as_str().or(value.as_str()).expect("a principal");
    if text == "anonymous" {
        return Principal::Anonymous;
    }
    if let Some(name) = text.strip_prefix("service:") {
        return Principal::Service { name: name.to_owned() };
    }
    if let Some(provider) = text.strip_prefix("provider:") {
        return Principal::Federated { provider: provider.to_owned() };
    }
    let parts: Vec<&str> = text.splitn(6, ':').collect();
    let (partition, account) = (parts[1], parts[4].to_owned());
    let resource: Vec<&str> = parts[5].split('/').collect();
    let last = resource.last().copied().unwrap_or_default().to_owned();
    match resource[0] {
        "root" => Principal::Root { account },
        "user" => Principal::User { arn: text.to_owned(), account, unique_id: id("AIDA", &last), name: last },
        "federated-user" => Principal::FederatedUser {
            session_arn: text.to_owned(),
            user_arn: format!("arn:{partition}:iam::{account}:user/ann"),
            user_unique_id: id("AIDA", "ann"),
            account,
            name: last,
        },
        _ => {
            let role = resource[1];
            let role_arn = value["role"].as_str().map(str::to_owned);
            Principal::AssumedRole {
                session_arn: text.to_owned(),
                role_arn: role_arn.unwrap_or_else(|| format!("arn:{partition}:iam::{account}:role/{role}")),
                account,
                role_unique_id: id("AROA", role),
                session_name: last,
            }
        }
    }
}

fn id(prefix: &str, name: &str) -> String {
    format!("{prefix}EXAMPLEEXAMPLE{}", name.to_uppercase())
}

fn context(value: &Value) -> Context<'static> {
    let mut context = Context::new();
    for (key, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Array(list) => {
                let values = list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
                context.set_multi(key.clone(), values);
            }
            value => {
                context.set(key.clone(), value.as_str().expect("a text").to_owned());
            }
        }
    }
    context
}

fn kind(name: &str) -> PolicyKind {
    match name {
        "identity" => PolicyKind::Identity,
        "trust" => PolicyKind::RoleTrust,
        "kms" => PolicyKind::KmsKey,
        "s3" => PolicyKind::S3Bucket,
        "scp" => PolicyKind::Scp,
        "rcp" => PolicyKind::Rcp,
        "vpce" => PolicyKind::VpcEndpoint,
        other => panic!("no kind {other}"),
    }
}

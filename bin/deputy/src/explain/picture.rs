//! The picture of a refusal.

use super::difference::{Difference, between};
use super::explanation::ELEMENTS;
use super::{Explanation, Failed, Refused, Statement, Wish};
use crate::screen::{Screen, Style};

/// Where the findings of the gates begin.
const INDENT: usize = 24;
/// As many statements of one gate are told; the nearest one is always among them.
const STATEMENTS_MAX: usize = 4;

/// The picture, line by line.
pub(crate) fn lines(screen: Screen, refused: &Refused, wish: &Wish<'_>) -> Vec<String> {
    let mut lines = head(screen, refused);
    lines.insert(2, format!("for     {}, called by {}", wish.operation, wish.by));
    lines.extend(gates(screen, &refused.explanation));
    lines.push(String::new());
    let labels = std::iter::once("fix").chain(std::iter::repeat(""));
    for (label, text) in labels.zip(wish.fix) {
        lines.push(format!("{}     {text}", screen.paint(Style::Good, &format!("{label:<3}"))));
    }
    lines
}

/// The picture of a refusal of which nothing is known but its record, or of one that was only simulated.
pub(crate) fn plain(screen: Screen, refused: &Refused) -> Vec<String> {
    let mut lines = head(screen, refused);
    if !refused.operation.is_empty() && refused.operation != refused.explanation.action {
        lines.insert(2, format!("for     {}", refused.operation));
    }
    lines.extend(gates(screen, &refused.explanation));
    lines
}

fn head(screen: Screen, refused: &Refused) -> Vec<String> {
    let mut lines = vec![decided(screen, refused), format!("by      {}", by(refused))];
    if !refused.explanation.allowed {
        lines.push(format!("because {}", because(refused)));
    }
    lines.push(String::new());
    lines
}

fn decided(screen: Screen, refused: &Refused) -> String {
    let explanation = &refused.explanation;
    let word = if explanation.allowed {
        screen.paint(Style::Good, "ALLOWED")
    } else {
        screen.paint(Style::Bad, "DENIED")
    };
    let short_id: String = refused.request_id.chars().take(8).collect();
    let request = if short_id.is_empty() { String::new() } else { format!("request {short_id}") };
    let line = format!(
        "{word}  {}   {}   {}",
        screen.paint(Style::Strong, &explanation.action),
        explanation.resource,
        screen.paint(Style::Faint, &request),
    );
    line.trim_end().to_owned()
}

/// An ARN without its beginning, which all principals of the account share; a service with what it works on.
fn by(refused: &Refused) -> String {
    let short = |arn: &str| arn.splitn(6, ':').nth(5).unwrap_or(arn).to_owned();
    let principal = short(&refused.principal);
    match (&refused.source, &refused.service) {
        (Some(source), _) => format!("{principal}, working on {}", short(source)),
        (None, Some(service)) if *service != refused.principal => format!("{principal}, through {service}"),
        _ => principal,
    }
}

/// The reason that AWS's message gives, or what stands for it where AWS gives none.
fn because(refused: &Refused) -> String {
    let message = &refused.message;
    if let Some((_, reason)) = message.split_once(" because ") {
        return reason.to_owned();
    }
    if let Some((_, reason)) = message.split_once(" with an explicit deny ") {
        return format!("there is an explicit deny {reason}");
    }
    if refused.explanation.layer.is_empty() {
        return message.clone();
    }
    format!("the {} does not allow it (AWS's message keeps that to itself)", noun(&refused.explanation))
}

fn noun(explanation: &Explanation) -> &'static str {
    match explanation.layer.as_str() {
        "resource" if explanation.action == "sts:AssumeRole" => "role's trust policy",
        "resource" => "resource's policy",
        "boundary" => "permissions boundary",
        "session" => "session policy",
        _ => "policy",
    }
}

/// What each kind of policy had to say, in the order in which they are asked.
fn gates(screen: Screen, explanation: &Explanation) -> Vec<String> {
    let mut lines = vec![explicit_deny(explanation)];
    if let Some(label) = resource_policy(&explanation.action) {
        lines.extend(gate(screen, explanation, "resource", label));
    }
    lines.extend(gate(screen, explanation, "identity", "identity policies"));
    lines.extend(gate(screen, explanation, "boundary", "permissions boundary"));
    lines.extend(gate(screen, explanation, "session", "session policy"));
    lines
}

/// What the policy of a resource is called, for actions on resources that have one.
fn resource_policy(action: &str) -> Option<&'static str> {
    match action.split(':').next() {
        Some("sts") => Some("trust policy"),
        Some("s3") => Some("bucket policy"),
        Some("kms") => Some("key policy"),
        _ => None,
    }
}

fn explicit_deny(explanation: &Explanation) -> String {
    let looked_at =
        explanation.matched.iter().chain(explanation.failed.iter().map(|failed| &failed.statement));
    let mut policies: Vec<(&str, &str)> =
        looked_at.map(|at| (at.layer.as_str(), at.policy.as_str())).collect();
    policies.sort_unstable();
    policies.dedup();
    let finding = match explanation.matched.iter().find(|statement| statement.denies) {
        Some(deny) => format!("{}, {}", deny.policy, deny.name),
        None if policies.len() == 1 => "none in 1 policy".to_owned(),
        None => format!("none in {} policies", policies.len()),
    };
    labelled("explicit deny", &finding)
}

fn gate(screen: Screen, explanation: &Explanation, layer: &str, label: &str) -> Vec<String> {
    let matched = explanation.matched.iter().find(|at| at.layer == layer && !at.denies);
    let failed: Vec<&Failed> =
        explanation.failed.iter().filter(|at| at.statement.layer == layer && !at.statement.denies).collect();
    if let Some(statement) = matched {
        return vec![labelled(label, &format!("allow      {}, {}", statement.policy, statement.name))];
    }
    if failed.is_empty() {
        return vec![labelled(label, if layer == "identity" { "none" } else { "not set" })];
    }
    let nearest = explanation.nearest();
    let is_nearest = |failed: &Failed| nearest.is_some_and(|nearest| std::ptr::eq(nearest, failed));
    let (near, far): (Vec<&Failed>, Vec<&Failed>) =
        failed.iter().copied().partition(|failed| is_nearest(failed));
    let mut lines = Vec::new();
    for failed in near.into_iter().chain(far).take(STATEMENTS_MAX) {
        let first = if lines.is_empty() { label } else { "" };
        let Statement { policy, name, .. } = &failed.statement;
        lines.push(labelled(first, &format!("no match   {policy}, {name}")));
        lines.push(labelled("", &format!("           {}", finding(failed))));
        if is_nearest(failed) {
            lines.extend(
                comparison(screen, failed).iter().map(|text| labelled("", &format!("           {text}"))),
            );
        }
    }
    lines
}

fn labelled(label: &str, text: &str) -> String {
    format!("  {label:<width$}{text}", width = INDENT - 2)
}

/// `action ok, resource differs`
fn finding(failed: &Failed) -> String {
    let layer = &failed.statement.layer;
    let has = |element: &str| match element {
        "Resource" => layer != "resource",
        "Principal" => layer == "resource",
        _ => true,
    };
    let agreed = ELEMENTS.iter().take(failed.depth()).filter(|element| has(element));
    let mut parts: Vec<String> = agreed.map(|element| format!("{} ok", element.to_lowercase())).collect();
    parts.push(format!("{} differs", failed.element.to_lowercase()));
    parts.join(", ")
}

/// What the statement wants over what the request has, and a caret where they part.
fn comparison(screen: Screen, failed: &Failed) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some((operator, key)) = &failed.condition {
        lines.push(format!("key     {key}, compared with {operator}"));
    }
    let Some(got) = failed.got.first() else {
        lines.push(format!("wants   {}", failed.wants.join(", ")));
        lines.push("got     nothing: the request has no such key".to_owned());
        return lines;
    };
    let compared = failed.wants.iter().map(|wanted| (wanted, between(wanted, got)));
    let best =
        compared.reduce(|best, next| if closeness(&next.1) > closeness(&best.1) { next } else { best });
    let Some((wanted, difference)) = best else { return lines };
    lines.push(format!("wants   {wanted}"));
    lines.push(format!("got     {}", failed.got.join(", ")));
    // Actions of two services have nothing in common that a caret could point at.
    if failed.element != "Action" || difference.at > 0 {
        let remark = difference.letter.map(|letter| format!(" {}", letter.words())).unwrap_or_default();
        let caret = screen.paint(Style::Bad, &format!("^{remark}"));
        lines.push(format!("        {}{caret}", " ".repeat(difference.at)));
    }
    lines
}

fn closeness(difference: &Difference) -> (bool, usize) {
    (difference.letter.is_some(), difference.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const WISH: Wish<'_> =
        Wish { operation: "forecast:CreateDatasetImportJob", by: "user/ana", fix: &["change it:", "so"] };

    fn decoded(arn: &str, message: &str, explanation: serde_json::Value) -> Refused {
        let message = json!({
            "requestId": "7c1f0e52-0000", "message": message,
            "context": { "principal": { "arn": arn } }, "explanation": explanation,
        });
        Refused::decoded(&message.to_string()).unwrap()
    }

    #[test]
    fn a_misspelt_bucket_is_pointed_at() {
        let explanation = json!({
            "decision": "implicitDeny", "layer": "identity", "action": "s3:GetObject",
            "resource": "arn:aws:s3:::retail-sales/train.csv", "matched": [],
            "failed": [{
                "layer": "identity", "policy": "arn:aws:iam::111122223333:policy/AWSS3BucketAccess", "index": 0,
                "effect": "Allow", "element": "Resource",
                "policyValues": ["arn:aws:s3:::retail-sale", "arn:aws:s3:::retail-sale/*"],
                "requestValue": { "value": "arn:aws:s3:::retail-sales/train.csv" },
            }],
        });
        let message = "User: x is not authorized to perform: s3:GetObject on resource: \"y\" because no identity-based \
                       policy allows the s3:GetObject action";
        let refused =
            decoded("arn:aws:sts::111122223333:assumed-role/ForecastRole/import-3f9c", message, explanation);
        let expected = [
            "DENIED  s3:GetObject   arn:aws:s3:::retail-sales/train.csv   request 7c1f0e52",
            "by      assumed-role/ForecastRole/import-3f9c",
            "for     forecast:CreateDatasetImportJob, called by user/ana",
            "because no identity-based policy allows the s3:GetObject action",
            "",
            "  explicit deny         none in 1 policy",
            "  bucket policy         not set",
            "  identity policies     no match   AWSS3BucketAccess, statement 1",
            "                                   action ok, resource differs",
            "                                   wants   arn:aws:s3:::retail-sale/*",
            "                                   got     arn:aws:s3:::retail-sales/train.csv",
            "                                                                   ^ one letter short",
            "  permissions boundary  not set",
            "  session policy        not set",
            "",
            "fix     change it:",
            "        so",
        ];
        assert_eq!(lines(Screen::plain(), &refused, &WISH), expected);
    }

    #[test]
    fn a_trust_policy_is_asked_for_a_service_and_has_no_resource() {
        let explanation = json!({
            "decision": "implicitDeny", "layer": "resource", "action": "sts:AssumeRole", "resource": "r",
            "matched": [],
            "failed": [{
                "layer": "resource", "policy": "Elsewhere", "sid": "", "index": 0, "effect": "Allow",
                "element": "Condition", "operator": "StringEquals", "key": "aws:SourceAccount",
                "policyValues": ["999999999999"], "requestValue": { "value": "000000000000" },
            }],
        });
        let refused =
            decoded("forecast.amazonaws.com", "User: x is not authorized to perform: y", explanation);
        let source = "arn:aws:forecast:us-east-1:111122223333:dataset-import-job/sales/first".to_owned();
        let refused = Refused { source: Some(source), ..refused };
        let picture = lines(Screen::plain(), &refused, &WISH).join("\n");
        let by = "by      forecast.amazonaws.com, working on dataset-import-job/sales/first\n";
        assert!(picture.contains(by), "{picture}");
        assert!(picture.contains("because the role's trust policy does not allow it"), "{picture}");
        assert!(picture.contains("no match   Elsewhere, statement 1\n"), "{picture}");
        assert!(picture.contains(" action ok, principal ok, condition differs\n"), "{picture}");
        assert!(picture.contains("identity policies     none\n"), "{picture}");
        assert!(!picture.contains("one letter"), "{picture}");
    }

    #[test]
    fn a_key_that_the_request_lacks_is_said_to_be_missing() {
        let explanation = json!({
            "decision": "implicitDeny", "layer": "identity", "action": "a:B", "resource": "*", "matched": [],
            "failed": [{
                "layer": "identity", "policy": "P", "index": 1, "effect": "Allow", "element": "Condition",
                "operator": "Bool", "key": "aws:MultiFactorAuthPresent", "policyValues": ["true"],
                "requestValue": "missing",
            }],
        });
        let picture =
            lines(Screen::plain(), &decoded("arn:aws:iam::1:user/b", "", explanation), &WISH).join("\n");
        assert!(picture.contains("got     nothing: the request has no such key"), "{picture}");
    }
}

//! The picture of a refusal.

use super::{Explanation, Refused, Wish, gates};
use crate::screen::{Screen, Style};

/// The picture, line by line.
pub(crate) fn lines(screen: Screen, refused: &Refused, wish: &Wish<'_>) -> Vec<String> {
    let mut lines = head(screen, refused);
    lines.insert(2, format!("for     {}, called by {}", wish.operation, wish.by));
    lines.extend(gates::lines(screen, &refused.explanation));
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
    lines.extend(gates::lines(screen, &refused.explanation));
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
    let explanation = &refused.explanation;
    if explanation.layer == "scp" && !explanation.explicit {
        // AWS calls this an explicit deny too.
        return format!("no service control policy allows the {} action", explanation.action);
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

//! Resources that none of a statement's actions acts on, and actions without a resource to act on.

use super::{Linter, Severity};
use crate::arn;
use crate::document::PolicyKind;
use crate::document::ast::{Statement, Text};
use crate::facts::meets;

pub(super) fn check(linter: &mut Linter<'_>, statement: &Statement) {
    let (Some(actions), Some(resources)) = (&statement.action, &statement.resource) else { return };
    let whole =
        matches!(linter.document.kind(), PolicyKind::Identity | PolicyKind::Session | PolicyKind::Boundary);
    if actions.negated || resources.negated || !whole || resources.texts.iter().any(|text| text.value == "*")
    {
        return;
    }
    let Some(targets) =
        actions.texts.iter().map(|text| Some((text, targets(linter, text)?))).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    for text in &resources.texts {
        let pattern = plain(&text.value);
        if !targets.iter().any(|(_, arns)| arns.iter().any(|arn| meets(&pattern, arn))) {
            let message = format!("no action of the statement acts on {}", text.value);
            linter.find(
                Severity::Warning,
                "resource-never-matches",
                &text.span,
                message,
                advice(&text.value),
            );
        }
    }
    for (text, arns) in targets {
        let met = |pattern: &Text| arns.iter().any(|arn| meets(&plain(&pattern.value), arn));
        if resources.texts.iter().any(met) {
            continue;
        }
        let message = format!("{} acts on none of the statement's resources", text.value);
        let advice = match arns.is_empty() {
            true => "it cannot be limited: move it to a statement with \"Resource\": \"*\"".to_owned(),
            false => format!("its resources are like {}", arns.join(", ").replace("?*", "*")),
        };
        linter.find(Severity::Warning, "action-without-resource", &text.span, message, &advice);
    }
}

/// The ARNs an action acts on; nothing when not all are known.
fn targets(linter: &Linter<'_>, text: &Text) -> Option<Vec<String>> {
    let lower = text.value.to_ascii_lowercase();
    let (prefix, name) = lower.split_once(':')?;
    let service = linter.facts.service(prefix).filter(|service| !service.partial)?;
    let mut arns: Vec<String> = Vec::new();
    let mut known = false;
    for (_, action) in service.matching(name) {
        known = true;
        arns.extend(service.arns(action));
    }
    arns.sort_unstable();
    arns.dedup();
    // Paths of IAM's resources are not in the facts' patterns, but `?*` covers them.
    known.then_some(arns)
}

/// Variables may stand for anything, and short ARNs are completed.
fn plain(resource: &str) -> String {
    let mut pattern = String::new();
    let whole = arn::completed(resource);
    let mut rest: &str = &whole;
    while let Some((before, after)) = rest.split_once("${") {
        pattern.push_str(before);
        pattern.push('*');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    pattern + rest
}

fn advice(resource: &str) -> &'static str {
    match arn::split(resource) {
        Some([_, _, service, _, account, _]) if account.is_empty() && !["s3", "iam"].contains(&service) => {
            "the ARN has no account; an empty field matches only an empty field"
        }
        _ => "compare it with the ARNs in the reference of the service",
    }
}

//! What the tools found, for people.

use ::policy::{Difference, Effect, Example, Finding, PolicyKind, ServiceSummary, Severity, pointed};

use crate::screen::{Screen, Style};

/// As many columns of a line are shown.
const COLUMNS: usize = 76;

/// Where a policy is used, as `--kind` has it.
pub(super) fn kind(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Identity => "identity",
        PolicyKind::Boundary => "boundary",
        PolicyKind::Session => "session",
        PolicyKind::RoleTrust => "trust",
        PolicyKind::S3Bucket => "s3",
        PolicyKind::KmsKey => "kms",
        PolicyKind::Resource => "resource",
        PolicyKind::Scp => "scp",
        PolicyKind::Rcp => "rcp",
        PolicyKind::VpcEndpoint => "vpce",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Security => "security",
        Severity::Warning => "warning",
        Severity::Suggestion => "suggestion",
    }
}

/// The findings of a policy, each with its line and carets below.
pub(super) fn findings(screen: Screen, name: &str, text: &str, findings: &[Finding]) -> Vec<String> {
    let mut lines = Vec::new();
    for finding in findings {
        let style = match finding.severity {
            Severity::Error | Severity::Security => Style::Bad,
            Severity::Warning => Style::Median,
            Severity::Suggestion => Style::Faint,
        };
        let Finding { line, column, message, rule, advice, .. } = finding;
        let word = screen.paint(style, severity(finding.severity));
        lines.push(format!("{name}:{line}:{column}: {word}: {message} [{rule}]"));
        let [shown, carets] = pointed(text, *line, *column, finding.length, COLUMNS);
        lines.push(format!("  | {shown}"));
        lines.push(format!("  | {}", screen.paint(style, &carets)));
        if !advice.is_empty() {
            lines.push(format!("    {advice}"));
        }
    }
    lines.push(match findings.len() {
        0 => format!("{name}: nothing found"),
        1 => format!("{name}: 1 finding"),
        count => format!("{name}: {count} findings"),
    });
    lines
}

/// What a policy allows of a list.
pub(super) fn checked<'d>(
    screen: Screen,
    name: &str,
    entries: impl Iterator<Item = (String, &'d Difference)>,
) -> Vec<String> {
    let mut lines = vec![format!("{name}:")];
    for (entry, difference) in entries {
        match difference {
            Difference::NoMore => {
                lines.push(format!("  {} {entry}", screen.paint(Style::Good, "not allowed")))
            }
            Difference::Unknown { .. } => {
                lines.push(format!("  {} {entry}", screen.paint(Style::Median, "unknown    ")));
            }
            Difference::More(found) => {
                lines.push(format!("  {} {entry}, for example", screen.paint(Style::Bad, "ALLOWED    ")));
                lines.extend(example(found).into_iter().map(|line| format!("            {line}")));
            }
        }
    }
    lines
}

/// A block for each effect and service.
pub(super) fn summary(services: &[ServiceSummary]) -> Vec<String> {
    let mut lines = Vec::new();
    for one in services {
        let effect = if one.effect == Effect::Allow { "Allow" } else { "Deny " };
        let access: Vec<String> =
            one.access.iter().map(|(level, share)| format!("{share}: {level}")).collect();
        let access = if access.is_empty() { String::new() } else { format!("   {}", access.join(", ")) };
        lines.push(format!("{effect} {}{access}   (statement {})", one.service, one.statement));
        for (label, values) in [
            ("actions", &one.actions),
            ("resources", &one.resources),
            ("principals", &one.principals),
            ("if", &one.conditions),
        ] {
            if !values.is_empty() {
                lines.push(format!("  {label:<11}{}", values.join(", ")));
            }
        }
    }
    lines
}

/// Whether more is allowed, with the example.
pub(super) fn difference(difference: &Difference) -> Vec<String> {
    match difference {
        Difference::NoMore => vec!["no: the new policy allows nothing that the old one did not".to_owned()],
        Difference::Unknown { statement } => {
            let what = statement.map(|number| format!("statement {} of ", number + 1)).unwrap_or_default();
            vec![format!(
                "unknown: {what}the new policy could be shown neither to allow more nor to allow nothing more"
            )]
        }
        Difference::More(found) => {
            let mut lines =
                vec!["yes: the new policy allows what the old one did not, for example".to_owned()];
            lines.extend(example(found));
            lines
        }
    }
}

fn example(example: &Example) -> Vec<String> {
    let mut lines = vec![
        format!("  principal  {}", example.principal),
        format!("  action     {}", example.action),
        format!("  resource   {}", example.resource),
    ];
    lines.extend(example.resource_account.iter().map(|account| format!("  of         account {account}")));
    lines.extend(
        example.context.iter().map(|(key, values)| format!("  where      {key} = {}", values.join(", "))),
    );
    lines
}

//! What the tools found, for people.

use ::policy::{Difference, Effect, Finding, ServiceSummary, Severity};

/// As many characters of a line are shown.
const WIDTH: usize = 100;

/// The findings of a file, each with its line and a caret.
pub(super) fn findings(file: &str, text: &str, findings: &[Finding]) -> Vec<String> {
    let mut lines = Vec::new();
    for finding in findings {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Security => "security",
            Severity::Warning => "warning",
            Severity::Suggestion => "suggestion",
        };
        let Finding { line, column, message, rule, .. } = finding;
        lines.push(format!("{file}:{line}:{column}: {severity}: {message} [{rule}]"));
        lines.extend(pointed(text, finding));
        lines.push(format!("    {}", finding.advice));
    }
    lines.push(match findings.len() {
        0 => format!("{file}: nothing found"),
        1 => format!("{file}: 1 finding"),
        count => format!("{file}: {count} findings"),
    });
    lines
}

/// The line of a finding, cut to what fits, with carets below.
fn pointed(text: &str, finding: &Finding) -> [String; 2] {
    let line: Vec<char> = text.lines().nth(finding.line - 1).unwrap_or_default().chars().collect();
    let start = (finding.column - 1).saturating_sub(WIDTH / 3);
    let shown: String =
        line.iter().skip(start).take(WIDTH).map(|&c| if c == '\t' { ' ' } else { c }).collect();
    let before = finding.column - 1 - start;
    let carets = finding.length.clamp(1, WIDTH.saturating_sub(before).max(1));
    [format!("  | {shown}"), format!("  | {}{}", " ".repeat(before), "^".repeat(carets))]
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
        Difference::Unknown { statement } => vec![format!(
            "unknown: statement {} of the new policy could be shown neither to allow more nor to allow nothing more",
            statement + 1
        )],
        Difference::More(example) => {
            let mut lines = vec![
                "yes: the new policy allows what the old one did not, for example".to_owned(),
                format!("  principal  {}", example.principal),
                format!("  action     {}", example.action),
                format!("  resource   {}", example.resource),
            ];
            lines.extend(
                example.context.iter().map(|(key, values)| format!("  {key} = {}", values.join(", "))),
            );
            lines
        }
    }
}

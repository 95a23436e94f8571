//! `deputy policy lint`

use ::policy::{Finding, Severity, lint};
use serde_json::json;

use super::source::{Source, all};
use super::{facts, form_of, sarif, show};
use crate::args::policy::Lint;
use crate::report::{Exit, Problem, Report, screen_of};

/// Looks at every policy. Suggestions alone are no reason to fail.
pub(super) async fn run(args: &Lint) -> Result<Report, Problem> {
    let facts = facts::load()?;
    let names: Vec<&str> = args.policies.iter().map(String::as_str).collect();
    let sources = all(&names, &args.how).await?;
    let found: Vec<(Source, Vec<Finding>)> = sources
        .into_iter()
        .map(|source| {
            let findings = lint(&source.text, source.kind, &facts);
            (source, findings)
        })
        .collect();
    let screen = screen_of(&args.how.general, form_of(&args.how));
    let results = found.iter().flat_map(|(source, findings)| {
        findings.iter().map(|finding| sarif::of_finding(&source.name, finding))
    });
    Ok(Report {
        data: json!({ "policies": found.iter().map(|(source, findings)| json!({
            "policy": source.name,
            "kind": show::kind(source.kind),
            "findings": findings,
        })).collect::<Vec<_>>() }),
        table: found
            .iter()
            .flat_map(|(source, findings)| show::findings(screen, &source.name, &source.text, findings))
            .collect(),
        text: found
            .iter()
            .flat_map(|(source, findings)| findings.iter().map(|finding| line(&source.name, finding)))
            .collect(),
        sarif: Some(sarif::report("deputy policy lint", results.collect())),
        problem: problem(&found),
        ..Report::default()
    })
}

fn line(name: &str, finding: &Finding) -> String {
    let Finding { line, column, rule, message, .. } = finding;
    format!("{name}:{line}:{column}\t{}\t{rule}\t{message}", show::severity(finding.severity))
}

fn problem(found: &[(Source, Vec<Finding>)]) -> Option<Problem> {
    let bad = |(_, findings): &&(Source, Vec<Finding>)| {
        findings.iter().any(|finding| finding.severity != Severity::Suggestion)
    };
    let count = found.iter().filter(bad).count();
    let message = match count {
        0 => return None,
        1 => "1 policy has faults or gives more than is wise".to_owned(),
        count => format!("{count} policies have faults or give more than is wise"),
    };
    Some(Problem::new(Exit::Unexpected, "Findings", message).hint("each finding says what to change"))
}

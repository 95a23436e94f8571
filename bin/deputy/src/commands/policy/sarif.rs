//! Findings in the Static Analysis Results Interchange Format, version 2.1.0.

use ::policy::{Finding, Severity};
use serde_json::{Value, json};

/// The results of one file.
pub(super) fn results(file: &str, findings: &[Finding]) -> Vec<Value> {
    findings.iter().map(|finding| result(file, finding)).collect()
}

/// A report of one run.
pub(super) fn report(results: Vec<Value>) -> Value {
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "deputy policy lint", "version": env!("CARGO_PKG_VERSION")}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(file: &str, finding: &Finding) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Security | Severity::Warning => "warning",
        Severity::Suggestion => "note",
    };
    let region = json!({
        "startLine": finding.line,
        "startColumn": finding.column,
        "endColumn": finding.column + finding.length,
    });
    json!({
        "ruleId": finding.rule,
        "level": level,
        "message": {"text": format!("{}: {}", finding.message, finding.advice)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": file}, "region": region}}],
    })
}

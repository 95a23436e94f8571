//! Findings in the Static Analysis Results Interchange Format, version 2.1.0.

use ::policy::{Finding, Severity};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

/// What a path may not hold in a URI.
const IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// A report of one run.
pub(super) fn report(tool: &str, results: Vec<Value>) -> Value {
    let mut rules: Vec<&str> = results.iter().filter_map(|result| result["ruleId"].as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    let rules: Vec<Value> = rules.into_iter().map(|id| json!({ "id": id })).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": tool, "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// A finding at its place.
pub(super) fn of_finding(policy: &str, finding: &Finding) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Security | Severity::Warning => "warning",
        Severity::Suggestion => "note",
    };
    let message = format!("{}: {}", finding.message, finding.advice);
    let mut result = of_statement(finding.rule, level, policy, &message);
    result["locations"][0]["physicalLocation"]["region"] = json!({
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.line,
        "endColumn": finding.column + finding.length,
    });
    result
}

/// Something about a policy as a whole. Level `none` is for what is no fault.
pub(super) fn of_statement(rule: &str, level: &str, policy: &str, message: &str) -> Value {
    json!({
        "ruleId": rule,
        "kind": if level == "none" { "informational" } else { "fail" },
        "level": level,
        "message": { "text": message },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(policy) } } }],
    })
}

/// A path as a reference to a file, absolute or not. ARNs are URIs already.
fn uri(policy: &str) -> String {
    if policy.starts_with("arn:") {
        return policy.to_owned();
    }
    let path = utf8_percent_encode(policy, IN_PATHS).to_string();
    match (path.starts_with('/'), path.split('/').next().is_some_and(|first| first.contains(':'))) {
        (true, _) => format!("file://{path}"),
        // Otherwise what stands before the colon were a scheme.
        (false, true) => format!("./{path}"),
        (false, false) => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("policies/a b.json"), "policies/a%20b.json");
        assert_eq!(uri("/tmp/a.json"), "file:///tmp/a.json");
        assert_eq!(uri("a:b.json"), "./a:b.json");
        assert_eq!(uri("arn:aws:s3:::bucket"), "arn:aws:s3:::bucket");
    }
}

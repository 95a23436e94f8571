//! `deputy policy lint`

use std::process::ExitCode;

use ::policy::{Document, Severity, lint};
use serde_json::json;

use super::{NOT_MET, facts, read, sarif, show};
use crate::args::{Format, Lint};
use crate::commands::Failure;
use crate::output;

/// Looks at every file. Suggestions alone are no reason to fail.
pub(super) fn run(args: &Lint) -> Result<ExitCode, Failure> {
    let facts = facts::load()?;
    let mut met = true;
    let mut reports = Vec::new();
    for path in &args.files {
        let text = read(path)?;
        let kind = args.kind.map_or_else(|| Document::likely_kind(&text), Into::into);
        let findings = lint(&text, kind, &facts);
        met &= findings.iter().all(|finding| finding.severity == Severity::Suggestion);
        let name =
            if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() };
        match args.format {
            Format::Text => {
                show::findings(&name, &text, &findings).iter().for_each(|line| output::line(line))
            }
            Format::Json => reports.push(json!({"file": name, "findings": findings})),
            Format::Sarif => reports.extend(sarif::results(&name, &findings)),
        }
    }
    match args.format {
        Format::Text => {}
        Format::Json => output::line(&serde_json::to_string_pretty(&reports)?),
        Format::Sarif => output::line(&serde_json::to_string_pretty(&sarif::report(reports))?),
    }
    Ok(if met { ExitCode::SUCCESS } else { ExitCode::from(NOT_MET) })
}

//! `deputy policy`: tools for those who write policies.

pub(super) mod facts;
mod lint;
mod sarif;
mod show;

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use ::policy::{Difference, Document, PolicyKind, diff, summary};
use serde_json::json;

use super::Failure;
use crate::args::{Format, PolicyCommand};
use crate::output;

/// What was expected of a policy does not hold.
pub(super) const NOT_MET: u8 = 3;

/// Runs a tool.
pub(crate) fn run(command: &PolicyCommand) -> Result<ExitCode, Failure> {
    match command {
        PolicyCommand::Lint(args) => lint::run(args),
        PolicyCommand::Summary { file, kind, format } => {
            let text = read(file)?;
            let document = document(&text, file, kind.map(Into::into))?;
            let lines = summary(&document, &facts::load()?);
            match format {
                Format::Text => show::summary(&lines).iter().for_each(|line| output::line(line)),
                Format::Json | Format::Sarif => output::line(&serde_json::to_string_pretty(&lines)?),
            }
            Ok(ExitCode::SUCCESS)
        }
        PolicyCommand::Diff { before, after, kind, format } => {
            let (old, new) = (read(before)?, read(after)?);
            let kind = kind.map_or_else(|| Document::likely_kind(&old), Into::into);
            let (old, new) = (document(&old, before, Some(kind))?, document(&new, after, Some(kind))?);
            tell(&diff(&old, &new, &facts::load()?), *format)
        }
    }
}

/// The difference, and the exit code: 0 nothing more, 3 more, 1 unknown.
fn tell(difference: &Difference, format: Format) -> Result<ExitCode, Failure> {
    let (answer, code) = match difference {
        Difference::NoMore => ("no", ExitCode::SUCCESS),
        Difference::More(_) => ("yes", ExitCode::from(NOT_MET)),
        Difference::Unknown { .. } => ("unknown", ExitCode::FAILURE),
    };
    if format == Format::Text {
        show::difference(difference).iter().for_each(|line| output::line(line));
        return Ok(code);
    }
    let example = match difference {
        Difference::More(example) => Some(example),
        _ => None,
    };
    let statement = match difference {
        Difference::Unknown { statement } => Some(statement + 1),
        _ => None,
    };
    output::line(
        &json!({"allowsMore": answer, "example": example, "unjudgedStatement": statement}).to_string(),
    );
    Ok(code)
}

/// A file's text; `-` is standard input.
fn read(path: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    if path.as_os_str() == "-" {
        std::io::stdin().lock().read_to_string(&mut text)?;
        return Ok(text);
    }
    std::fs::read_to_string(path)
        .map_err(|error| format!("`{}` cannot be read: {error}", path.display()).into())
}

fn document(text: &str, path: &Path, kind: Option<PolicyKind>) -> Result<Document, Failure> {
    let kind = kind.unwrap_or_else(|| Document::likely_kind(text));
    Document::parse(text, kind).map_err(|rejection| format!("`{}`: {rejection}", path.display()).into())
}

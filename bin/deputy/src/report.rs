//! How commands end: their answer in the form asked for, and the exit code.

use std::io::IsTerminal;
use std::process::ExitCode;

use client::CallError;
use serde_json::{Value, json};

use crate::args::general::{Colour, Format, General};
use crate::output::{line, note};
use crate::screen::Screen;

/// The version of the JSON object that commands write.
const SCHEMA_VERSION: u32 = 1;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Done,
    Failed,
    Usage,
    Unexpected,
    Denied,
    Unreachable,
}

impl Exit {
    fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Unexpected => 3,
            Self::Denied => 4,
            Self::Unreachable => 5,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Done => "ok",
            Self::Failed => "failed",
            Self::Usage => "usage",
            Self::Unexpected => "unexpected",
            Self::Denied => "denied",
            Self::Unreachable => "unreachable",
        }
    }
}

/// What a command has to say.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) data: Value,
    /// For people, line by line.
    pub(crate) table: Vec<String>,
    /// For other programs, line by line.
    pub(crate) text: Vec<String>,
    pub(crate) warnings: Vec<String>,
    /// Set where the answer is not the one expected.
    pub(crate) problem: Option<Problem>,
}

/// Why a command has no answer, or not the expected one: what happened, and what to try.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{message}")]
pub(crate) struct Problem {
    pub(crate) exit: Exit,
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
}

impl Problem {
    pub(crate) fn new(exit: Exit, code: &str, message: impl Into<String>) -> Self {
        Self { exit, code: code.to_owned(), message: message.into(), hint: None }
    }

    /// Something that the command was given makes no sense.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, "Usage", message)
    }

    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self::new(Exit::Failed, "Failed", message)
    }

    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    fn json(&self) -> Value {
        let retryable = self.exit == Exit::Unreachable;
        json!({ "code": self.code, "message": self.message, "hint": self.hint, "retryable": retryable })
    }
}

impl From<CallError> for Problem {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Refused(refusal) => {
                let denied = refusal.code.starts_with("AccessDenied");
                let exit = if denied { Exit::Denied } else { Exit::Failed };
                let problem = Self::new(exit, &refusal.code, refusal.message);
                match refusal.request_id.filter(|_| denied) {
                    Some(id) => problem.hint(format!("deputy explain {id}")),
                    None => problem,
                }
            }
            CallError::Transport(_) => Self::new(Exit::Unreachable, "Unreachable", error.to_string())
                .hint("start `deputy dev`, or set AWS_ENDPOINT_URL to a running server"),
            CallError::Local(message) => Self::failed(message),
        }
    }
}

/// The screen that the flags ask for.
pub(crate) fn screen(general: &General) -> Screen {
    match (general.color, format(general)) {
        (_, Format::Text | Format::Json) | (Colour::Never, _) => Screen::plain(),
        (Colour::Auto, Format::Table) => Screen::detect(),
        (Colour::Always, Format::Table) => Screen::detect().coloured(),
    }
}

/// Writes what came of a command, in the form asked for.
pub(crate) fn finish(command: &str, general: &General, outcome: Result<Report, Problem>) -> ExitCode {
    let problem = outcome.as_ref().map_or_else(Some, |report| report.problem.as_ref());
    let exit = problem.map_or(Exit::Done, |problem| problem.exit);
    let report = outcome.as_ref().ok();
    let warnings = report.map(|report| report.warnings.as_slice()).unwrap_or_default();
    match format(general) {
        Format::Json => line(
            &json!({
                "schemaVersion": SCHEMA_VERSION,
                "command": command,
                "status": exit.word(),
                "data": report.map(|report| &report.data),
                "warnings": warnings,
                "error": problem.map(Problem::json),
            })
            .to_string(),
        ),
        Format::Table => report.into_iter().flat_map(|report| &report.table).for_each(|text| line(text)),
        Format::Text => report.into_iter().flat_map(|report| &report.text).for_each(|text| line(text)),
    }
    if format(general) != Format::Json {
        tell(general, warnings, problem);
    }
    ExitCode::from(exit.code())
}

fn tell(general: &General, warnings: &[String], problem: Option<&Problem>) {
    if !general.quiet {
        for warning in warnings {
            note(&format!("deputy: {warning}"));
        }
    }
    let Some(problem) = problem else { return };
    note(&format!("deputy: {}", problem.message));
    if let Some(hint) = problem.hint.as_ref().filter(|_| !general.quiet) {
        note(&format!("  try: {hint}"));
    }
}

fn format(general: &General) -> Format {
    let usual = || if std::io::stdout().is_terminal() { Format::Table } else { Format::Json };
    general.output.unwrap_or_else(usual)
}

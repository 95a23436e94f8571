//! How commands end: their answer in the form asked for, and the exit code.

use std::io::IsTerminal;
use std::process::ExitCode;

use client::CallError;
use serde_json::{Value, json};

use crate::args::general::{Colour, Format, General};
use crate::output::{line, note};
use crate::query;
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
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) data: Value,
    /// For people, line by line.
    pub(crate) table: Vec<String>,
    /// For other programs, line by line.
    pub(crate) text: Vec<String>,
    /// For code review tools, where a command has findings.
    pub(crate) sarif: Option<Value>,
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

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Table,
    Text,
    Json,
    Sarif,
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
    screen_of(general, form(general))
}

/// The same for an answer in a form of its own.
pub(crate) fn screen_of(general: &General, form: Form) -> Screen {
    match (general.color, form) {
        (_, Form::Text | Form::Json | Form::Sarif) => Screen::plain(),
        (Colour::Never, Form::Table) => Screen::detect().colourless(),
        (Colour::Auto, Form::Table) => Screen::detect(),
        (Colour::Always, Form::Table) => Screen::detect().coloured(),
    }
}

/// Writes what came of a command, in the form asked for.
pub(crate) fn finish(command: &str, general: &General, outcome: Result<Report, Problem>) -> ExitCode {
    finish_as(command, general, form(general), outcome)
}

/// The same in this form.
pub(crate) fn finish_as(
    command: &str,
    general: &General,
    form: Form,
    outcome: Result<Report, Problem>,
) -> ExitCode {
    let outcome = outcome.and_then(|report| asked(general, form, report));
    let problem = outcome.as_ref().map_or_else(Some, |report| report.problem.as_ref());
    let exit = problem.map_or(Exit::Done, |problem| problem.exit);
    let report = outcome.as_ref().ok();
    let warnings = report.map(|report| report.warnings.as_slice()).unwrap_or_default();
    match form {
        Form::Json => line(
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
        Form::Sarif => report.iter().filter_map(|report| report.sarif.as_ref()).for_each(|sarif| {
            line(&sarif.to_string());
        }),
        Form::Table => report.into_iter().flat_map(|report| &report.table).for_each(|text| line(text)),
        Form::Text => report.into_iter().flat_map(|report| &report.text).for_each(|text| line(text)),
    }
    if form != Form::Json {
        tell(general, warnings, problem);
    }
    ExitCode::from(exit.code())
}

/// The part of the answer that `--query` asks for.
fn asked(general: &General, form: Form, mut report: Report) -> Result<Report, Problem> {
    let Some(expression) = &general.query else { return Ok(report) };
    if form == Form::Sarif {
        return Err(Problem::usage("--query asks the data of an answer, which sarif does not show")
            .hint("--format json"));
    }
    report.data = query::ask(expression, &report.data)?;
    report.text = query::text(&report.data);
    let pretty = serde_json::to_string_pretty(&report.data);
    report.table = pretty.iter().flat_map(|text| text.lines()).map(str::to_owned).collect();
    Ok(report)
}

fn tell(general: &General, warnings: &[String], problem: Option<&Problem>) {
    if !general.quiet {
        for warning in warnings {
            note(&format!("deputy: {warning}"));
        }
    }
    let Some(problem) = problem else { return };
    note(&format!("deputy: {}", problem.message));
    if !general.quiet {
        hint(problem);
    }
}

fn hint(problem: &Problem) {
    for (at, text) in problem.hint.iter().flat_map(|hint| hint.lines()).enumerate() {
        note(&format!("  {} {text}", if at == 0 { "try:" } else { "    " }));
    }
}

/// Ends a command that has no answer in several forms.
pub(crate) fn told(problem: &Problem) -> ExitCode {
    note(&format!("deputy: {}", problem.message));
    hint(problem);
    ExitCode::from(problem.exit.code())
}

/// The form that `--output` asks for; a table on a terminal and JSON elsewhere, if it is not told.
pub(crate) fn form(general: &General) -> Form {
    match general.output {
        Some(Format::Table) => Form::Table,
        Some(Format::Json) => Form::Json,
        Some(Format::Text) => Form::Text,
        None if std::io::stdout().is_terminal() => Form::Table,
        None => Form::Json,
    }
}

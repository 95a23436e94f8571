//! `deputy policy`: tools for those who write policies.

mod check;
mod deny_list;
mod diff;
pub(super) mod facts;
mod lint;
mod sarif;
mod show;
mod source;
mod summary;

use std::process::ExitCode;

use crate::args::policy::{Format, How, PolicyCommand};
use crate::report::{Form, Problem, Report, finish_as, form};

/// Runs a tool.
pub(crate) async fn run(command: &PolicyCommand) -> ExitCode {
    match command {
        PolicyCommand::Lint(args) => finish("policy lint", &args.how, lint::run(args).await),
        PolicyCommand::Summary(args) => finish("policy summary", &args.how, summary::run(args).await),
        PolicyCommand::Diff(args) => finish("policy diff", &args.how, diff::run(args).await),
        PolicyCommand::Check(args) => finish("policy check", &args.how, check::run(args).await),
    }
}

fn finish(command: &str, how: &How, outcome: Result<Report, Problem>) -> ExitCode {
    finish_as(command, &how.general, form_of(how), outcome)
}

/// `--format text` is for people, as a table is elsewhere.
fn form_of(how: &How) -> Form {
    match how.format {
        Some(Format::Text) => Form::Table,
        Some(Format::Json) => Form::Json,
        Some(Format::Sarif) => Form::Sarif,
        None => form(&how.general),
    }
}

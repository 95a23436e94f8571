//! `deputy eval`: the policy engine by itself, a request a line.

mod answer;
mod case;
mod principal;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use serde_json::Value;

use super::Failure;
use crate::args::Eval;
use crate::report::{Problem, told};
use case::{Case, Refusal};

/// Lines beyond this are answered with an error and skipped: a request with every policy AWS takes is far smaller.
const LINE_BYTES_MAX: usize = 64 << 20;

/// Answers every line.
pub(crate) fn run(args: &Eval) -> Result<ExitCode, Failure> {
    let input: Box<dyn BufRead> = match &args.file {
        Some(path) => match File::open(path) {
            Ok(file) => Box::new(BufReader::new(file)),
            Err(error) => return Ok(unreadable(path, &error)),
        },
        None => Box::new(io::stdin().lock()),
    };
    match answer_all(input, BufWriter::new(io::stdout().lock())) {
        // Nobody reads any more: there is nobody to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        outcome => Ok(outcome.map(|()| ExitCode::SUCCESS)?),
    }
}

fn unreadable(path: &Path, error: &io::Error) -> ExitCode {
    let problem = Problem::usage(format!("{} cannot be read: {error}", path.display()));
    told(&problem.hint("name a file with a JSON object a line, or leave it out for standard input"))
}

fn answer_all(mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            writeln!(output, "{}", answer(&line))?;
        }
        line.clear();
    }
    output.flush()
}

/// The answer to a line, whatever it holds.
fn answer(line: &[u8]) -> Value {
    if line.len() > LINE_BYTES_MAX {
        return Refusal::input("the line is too long").answer(&Value::Null);
    }
    let value: Value = match serde_json::from_slice(line) {
        Ok(value) => value,
        Err(error) => return Refusal::input(format!("not JSON: {error}")).answer(&Value::Null),
    };
    let id = value.get("id").cloned().unwrap_or(Value::Null);
    match Case::read(&value) {
        Ok(case) => case.decide(id),
        Err(refusal) => refusal.answer(&id),
    }
}

#[cfg(test)]
mod tests;

//! `deputy eval`: the policy engine by itself, a request a line.

mod action;
mod answer;
mod case;
mod documents;
mod policies;
mod principal;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use serde_json::Value;

use super::Failure;
use crate::args::Eval;
use crate::report::{Problem, told};
use case::{Case, Refusal};

/// Lines beyond this are answered with an error and skipped: a request with every policy AWS takes is far smaller.
const LINE_BYTES_MAX: usize = 64 << 20;

/// How much is read at a time.
const BUFFER_BYTES: usize = 64 << 10;

/// Answers every line.
pub(crate) fn run(args: &Eval) -> Result<ExitCode, Failure> {
    let input: Box<dyn Read> = match &args.file {
        Some(path) => match File::open(path) {
            Ok(file) => Box::new(file),
            Err(error) => return Ok(unreadable(path, &error)),
        },
        None => Box::new(io::stdin().lock()),
    };
    match answer_all(BufReader::with_capacity(BUFFER_BYTES, input), BufWriter::new(io::stdout().lock())) {
        // Nobody reads any more: there is nobody to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        outcome => Ok(outcome.map(|()| ExitCode::SUCCESS)?),
    }
}

fn unreadable(path: &Path, error: &io::Error) -> ExitCode {
    let problem = Problem::usage(format!("{} cannot be read: {error}", path.display()));
    told(&problem.hint("name a file with a JSON object a line, or leave it out for standard input"))
}

/// Whoever writes a line and waits gets its answer; of lines that came together the answers go together.
fn answer_all(mut input: BufReader<impl Read>, mut output: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    while read_line(&mut input, &mut line)? {
        if !line.trim_ascii().is_empty() {
            writeln!(output, "{}", answer_or_tell(&line))?;
        }
        if !input.buffer().contains(&b'\n') {
            output.flush()?;
        }
    }
    output.flush()
}

/// A defect of the engine costs one line its answer, and no other one.
fn answer_or_tell(line: &[u8]) -> Value {
    std::panic::catch_unwind(|| answer(line)).unwrap_or_else(|_| {
        let id = serde_json::from_slice(line).ok().and_then(|value: Value| value.get("id").cloned());
        Refusal::internal().answer(&id.unwrap_or(Value::Null))
    })
}

/// Reads the next line, as much of it as is ever looked at and one byte more; `false` at the end.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let limit = u64::try_from(LINE_BYTES_MAX).unwrap_or(u64::MAX).saturating_add(1);
    if input.by_ref().take(limit).read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    if line.len() > LINE_BYTES_MAX && line.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
    }
    Ok(true)
}

/// The answer to a line, whatever it holds.
fn answer(line: &[u8]) -> Value {
    if line.len() > LINE_BYTES_MAX {
        return Refusal::input("the line is too long").answer(&Value::Null);
    }
    // Some editors begin a file with a byte order mark.
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let value: Value = match serde_json::from_slice(line) {
        Ok(value) => value,
        Err(error) => return Refusal::not_json(&error).answer(&Value::Null),
    };
    let id = value.get("id").cloned().unwrap_or(Value::Null);
    match Case::read(line, &value) {
        Ok(case) => case.decide(id),
        Err(refusal) => refusal.answer(&id),
    }
}

#[cfg(test)]
mod tests;

//! Writing to the terminal: data on standard output, everything else on standard error.

use std::io::Write;
use std::process::ExitCode;

/// Writes a line of data. A closed pipe ends nothing but the writing.
pub(crate) fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    // Nobody reads any more: there is nobody to tell.
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// Writes a line for the person at the terminal.
pub(crate) fn note(text: &str) {
    // As above.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Says why a command failed.
pub(crate) fn failed(message: &str) -> ExitCode {
    note(&format!("deputy: {message}"));
    ExitCode::FAILURE
}

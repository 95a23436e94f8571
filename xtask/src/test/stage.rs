//! Running one stage.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::counts::Counts;
use crate::Outcome;

/// One stage of the tests.
pub(crate) type Stage = fn(&Path) -> Outcome<Counts>;

/// Runs cargo; success is all that counts.
pub(crate) fn cargo(root: &Path, arguments: &[&str]) -> Outcome<Counts> {
    println!("$ cargo {}", arguments.join(" "));
    let status = Command::new("cargo").args(arguments).current_dir(root).status()?;
    if status.success() { Ok(Counts::default()) } else { Err(status.to_string().into()) }
}

/// Runs a test runner and counts the tests it reports. A runner that fails or runs nothing is a failure.
pub(crate) fn counted(root: &Path, program: &str, arguments: &[&str]) -> Outcome<Counts> {
    println!("$ {program} {}", arguments.join(" "));
    // Both streams in one, since nextest reports on standard error.
    let mut shell = Command::new("sh");
    shell.arg("-c").arg("exec \"$@\" 2>&1").arg("sh").arg(program).args(arguments);
    let mut child = shell.current_dir(root).stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().ok_or("the runner has no output")?;
    let mut counts = Counts::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        println!("{line}");
        counts.read(&line);
    }
    let status = child.wait()?;
    if !status.success() {
        return Err(format!("{status} ({counts})").into());
    }
    if counts.passed == 0 {
        return Err("no test was run".into());
    }
    Ok(counts)
}

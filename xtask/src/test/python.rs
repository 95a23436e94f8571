//! The Python environment of the tests, under `target/venv`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;

/// Makes or renews the environment and gives its interpreter. The list of packages is kept beside it, so that a
/// changed list installs again and an unchanged one costs nothing.
pub(crate) fn prepare(root: &Path) -> Outcome<PathBuf> {
    let venv = root.join("target/venv");
    let python = venv.join("bin/python");
    let list = root.join("tests/requirements.txt");
    let wanted = fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
    let stamp = venv.join("installed.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&venv))?;
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run(Command::new(&python).args(install).arg(&list))?;
    fs::write(&stamp, wanted)?;
    Ok(python)
}

fn run(command: &mut Command) -> Outcome {
    println!("$ {command:?}");
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}

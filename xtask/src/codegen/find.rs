//! Finding the models.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::plan::Plan;
use crate::{Outcome, workspace};

/// The file of the plan's model: in `models` if given, else in the botocore of `target/venv`, else in that of
/// `python3`. A botocore of another release than the plan's is refused, since it would give other tables.
pub(crate) fn model(plan: &Plan, models: Option<&Path>) -> Outcome<PathBuf> {
    let data = match models {
        Some(given) => given.to_path_buf(),
        None => botocore(&plan.botocore)?.join("data"),
    };
    let directory = data.join(&plan.model);
    let candidates = ["service-2.json", "service-2.json.gz"].map(|name| directory.join(name));
    let found = candidates.into_iter().find(|path| path.is_file());
    Ok(found.ok_or_else(|| format!("no service-2.json in {}", directory.display()))?)
}

/// The directory of the wanted release of botocore.
fn botocore(wanted: &str) -> Outcome<PathBuf> {
    let found: Vec<PathBuf> = in_venv().into_iter().chain(in_python()).collect();
    if let Some(right) = found.iter().find(|botocore| release(botocore).as_deref() == Some(wanted)) {
        return Ok(right.clone());
    }
    let seen: Vec<String> = found.iter().filter_map(|botocore| release(botocore)).collect();
    Err(format!(
        "botocore {wanted} is not installed (found: [{}]); run `python3 -m venv target/venv && \
         target/venv/bin/pip install botocore=={wanted}`",
        seen.join(", ")
    )
    .into())
}

fn in_venv() -> Option<PathBuf> {
    let pythons = std::fs::read_dir(workspace::root().join("target/venv/lib")).ok()?;
    let packages = pythons.flatten().map(|python| python.path().join("site-packages/botocore"));
    packages.into_iter().find(|botocore| botocore.is_dir())
}

fn in_python() -> Option<PathBuf> {
    let script = "import botocore, os; print(os.path.dirname(botocore.__file__))";
    let output = Command::new("python3").args(["-c", script]).output().ok()?;
    let path = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| PathBuf::from(path.trim()))
}

/// The release, as botocore's own `__init__.py` states it.
fn release(botocore: &Path) -> Option<String> {
    let text = std::fs::read_to_string(botocore.join("__init__.py")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("__version__ = "))?;
    Some(line.trim_matches(['\'', '"']).to_owned())
}

//! `cargo xtask test`: everything that must hold, from formatting to real clients over TLS.
//!
//! It prepares what it needs (a Python environment under `target/`) and goes through all stages even when one
//! fails, so that one run tells everything. Its last line counts tests.

mod counts;
mod python;
mod stage;

use std::path::Path;

use crate::{Outcome, workspace};

use counts::Counts;
use stage::{Stage, cargo};

/// Seconds that each fuzz target runs within the tests.
const FUZZ_SECONDS: &str = "3";

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let only: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = workspace::root();
    let mut counts = Counts::default();
    let mut failed = Vec::new();
    for (name, stage) in stages() {
        if !only.is_empty() && !only.contains(&name) {
            continue;
        }
        println!("\n== {name}");
        let outcome = stage(&root);
        match outcome {
            Ok(found) => counts += found,
            Err(reason) => {
                println!("{name} failed: {reason}");
                counts.failed += 1;
                failed.push(name);
            }
        }
    }
    println!("\n{counts}");
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", ")).into()) }
}

/// The stages, cheap ones first.
fn stages() -> [(&'static str, Stage); 10] {
    [
        ("format", |root| cargo(root, &["fmt", "--all", "--check"])),
        ("tidy", |root| crate::tidy::run(root).map(|()| Counts::default())),
        ("lints", |root| {
            cargo(root, &["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"])
        }),
        ("licences", |root| crate::licences::run(root).map(|()| Counts::default())),
        ("generated", generated),
        ("rust", rust),
        ("documentation", |root| stage::counted(root, "cargo", &["test", "--workspace", "--doc", "--quiet"])),
        ("fuzz", |root| cargo(root, &["run", "--quiet", "--package", "fuzz", "--", FUZZ_SECONDS])),
        ("build", |root| cargo(root, &["build", "--quiet", "--bin", "deputy"])),
        ("clients", clients),
    ]
}

fn generated(root: &Path) -> Outcome<Counts> {
    python::prepare(root)?;
    crate::codegen::run(&["--check".to_owned()]).map(|()| Counts::default())
}

/// With nextest where it is installed, which is faster; the same tests either way.
fn rust(root: &Path) -> Outcome<Counts> {
    let has_nextest = std::process::Command::new("cargo-nextest").arg("--version").output().is_ok();
    if has_nextest {
        stage::counted(
            root,
            "cargo",
            &["nextest", "run", "--workspace", "--no-fail-fast", "--status-level", "fail"],
        )
    } else {
        stage::counted(
            root,
            "cargo",
            &["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"],
        )
    }
}

/// boto3 and the AWS CLI against the binary, over TLS.
fn clients(root: &Path) -> Outcome<Counts> {
    let python = python::prepare(root)?;
    let python = python.display().to_string();
    stage::counted(root, &python, &["-m", "pytest", "-q", "-p", "no:cacheprovider", "-rs", "tests"])
}

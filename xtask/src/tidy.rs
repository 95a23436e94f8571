//! `cargo xtask tidy`: what a program can check of the architecture.
//!
//! Dependencies point one way (ARCHITECTURE.md, "Which way dependencies point"), and nobody's machine shows in
//! a tracked file.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::Outcome;

/// What each crate of ours may depend on, besides other people's. Services are listed by pattern below.
const ALLOWED: [(&str, &[&str]); 17] = [
    ("names", &[]),
    ("shape", &["names"]),
    ("policy", &[]),
    ("sigv4", &[]),
    ("forecasting", &[]),
    ("protocol", &["shape", "names"]),
    ("store", &["names"]),
    ("store-sqlite", &["store", "names"]),
    ("blobs", &["shape", "names"]),
    ("kernel", &["api-sts", "policy", "shape", "names", "store"]),
    ("edge", &["protocol", "sigv4", "kernel", "shape", "names"]),
    ("client", &["protocol", "sigv4", "shape", "names"]),
    ("iam", &["api-iam", "kernel", "policy", "shape", "names", "store"]),
    ("sts", &["api-sts", "kernel", "policy", "shape", "names", "store"]),
    ("s3", &["api-s3", "blobs", "kernel", "policy", "shape", "names", "store"]),
    (
        "forecast",
        &[
            "api-forecast",
            "api-forecastquery",
            "api-s3",
            "blobs",
            "forecasting",
            "kernel",
            "policy",
            "shape",
            "names",
            "store",
        ],
    ),
    ("xtask", &[]),
];

pub(crate) fn run(root: &Path) -> Outcome {
    let mut problems = wrong_dependencies(root)?;
    problems.extend(machine_paths(root)?);
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
}

fn wrong_dependencies(root: &Path) -> Outcome<Vec<String>> {
    let metadata = crate::workspace::metadata(root, &["--no-deps"])?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    let ours: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.into_iter().collect();
    let mut problems = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(allowed) = rule(name, &allowed) else { continue };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let on = dependency["name"].as_str().unwrap_or_default();
            // Tests may use anything.
            if dependency["kind"] == Value::Null && ours.contains(&on) && !allowed.contains(&on) {
                problems.push(format!("`{name}` must not depend on `{on}`"));
            }
        }
    }
    Ok(problems)
}

/// Binaries, the server that wires everything and the fuzz targets may depend on all.
fn rule<'r>(name: &str, allowed: &BTreeMap<&str, &'r [&'r str]>) -> Option<&'r [&'r str]> {
    if name.starts_with("api-") {
        return Some(&["shape", "names"]);
    }
    allowed.get(name).copied()
}

/// Absolute paths of somebody's home have no place in a repository.
fn machine_paths(root: &Path) -> Outcome<Vec<String>> {
    let pattern = r"(/home/[a-z]+/|/root/|/Users/[a-z]+/)";
    let output = Command::new("git").args(["grep", "-nIE", pattern]).current_dir(root).output()?;
    let found = String::from_utf8_lossy(&output.stdout);
    let of_others = |line: &&str| !line.starts_with("Cargo.lock") && !line.starts_with("xtask/src/tidy.rs");
    Ok(found.lines().filter(of_others).map(|line| format!("a machine's path: {line}")).collect())
}

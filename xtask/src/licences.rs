//! `cargo xtask licences`: dependencies under permissive licences only, and no known advisories.
//!
//! Licences are read from `cargo metadata`, so the check needs nothing installed. Advisories need the RustSec
//! database: they are checked by `cargo deny` where that is installed, with the same list in `deny.toml`.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::{Outcome, workspace};

/// Licences that ask for no more than attribution.
const PERMISSIVE: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

pub(crate) fn run(root: &Path) -> Outcome {
    let metadata = workspace::metadata(root, &[])?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    let refused: Vec<String> = packages.iter().filter_map(refusal).collect();
    if !refused.is_empty() {
        return Err(refused.join("\n").into());
    }
    println!("{} packages, all under permissive licences", packages.len());
    advisories(root)
}

/// Why a package may not be used.
fn refusal(package: &Value) -> Option<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let expression = package["license"].as_str().unwrap_or_default();
    (!is_permissive(expression)).then(|| format!("`{name}` has the licence `{expression}`"))
}

/// SPDX expressions as packages write them: every `AND` part needs one permissive `OR` part.
fn is_permissive(expression: &str) -> bool {
    let plain = expression.replace('/', " OR ");
    let parts = split(&plain, " AND ");
    parts.iter().all(|part| {
        let part = part.trim();
        let inner = part.strip_prefix('(').and_then(|part| part.strip_suffix(')')).unwrap_or(part);
        let choices = split(inner, " OR ");
        if choices.len() == 1 && !inner.contains(" AND ") {
            return PERMISSIVE.contains(&inner);
        }
        choices.iter().any(|choice| is_permissive(choice.trim()))
    })
}

/// Splits outside parentheses.
fn split<'t>(text: &'t str, by: &str) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut depth, mut from) = (0usize, 0);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= from && text.get(at..).is_some_and(|rest| rest.starts_with(by)) => {
                parts.extend(text.get(from..at));
                from = at + by.len();
            }
            _ => {}
        }
    }
    parts.extend(text.get(from..));
    parts
}

fn advisories(root: &Path) -> Outcome {
    let installed = Command::new("cargo-deny").arg("--version").output().is_ok();
    if !installed {
        println!("advisories: skipped, since cargo-deny is not installed (`cargo install cargo-deny`)");
        return Ok(());
    }
    let status = Command::new("cargo-deny").args(["check", "advisories"]).current_dir(root).status()?;
    if status.success() { Ok(()) } else { Err(format!("cargo deny check advisories: {status}").into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read() {
        for good in ["MIT", "MIT OR GPL-3.0", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(is_permissive(good), "{good}");
        }
        for good in ["ISC AND (Apache-2.0 OR ISC)", "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT"] {
            assert!(is_permissive(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "AGPL-3.0 OR SSPL-1.0", "(MIT OR ISC) AND GPL-2.0"] {
            assert!(!is_permissive(bad), "{bad}");
        }
    }
}

//! Where things lie.

use std::path::{Path, PathBuf};

/// The workspace's root, the parent of this crate.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// What `cargo metadata` tells of the workspace.
pub(crate) fn metadata(root: &Path, arguments: &[&str]) -> crate::Outcome<serde_json::Value> {
    let mut command = std::process::Command::new("cargo");
    command.args(["metadata", "--format-version", "1", "--locked"]).args(arguments).current_dir(root);
    let output = command.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

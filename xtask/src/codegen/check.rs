//! Writing the files, or comparing them with the checked-in ones.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::{Outcome, workspace};

/// One generated file.
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

/// Writes what differs, so that an unchanged crate is not built again.
pub(crate) fn write(files: &[File]) -> Outcome {
    for file in files.iter().filter(|file| differs(file)) {
        std::fs::write(&file.path, &file.text)?;
        eprintln!("wrote {}", file.path.display());
    }
    Ok(())
}

/// Fails where a checked-in file is not what would be written.
pub(crate) fn compare(files: &[File]) -> Outcome {
    let stale: Vec<String> =
        files.iter().filter(|file| differs(file)).map(|file| file.path.display().to_string()).collect();
    match stale.as_slice() {
        [] => Ok(()),
        stale => Err(format!("stale, run `cargo xtask codegen`: {}", stale.join(", ")).into()),
    }
}

fn differs(file: &File) -> bool {
    std::fs::read_to_string(&file.path).ok().as_deref() != Some(&file.text)
}

/// The text in the project's format; as it is where there is no `rustfmt`.
pub(crate) fn formatted(text: String) -> Outcome<String> {
    let spawned = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(workspace::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut rustfmt) = spawned else {
        return Ok(text);
    };
    let mut stdin = rustfmt.stdin.take().ok_or("rustfmt has no input")?;
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = rustfmt.wait_with_output()?;
    writer.join().map_err(|_| "the writer to rustfmt panicked")??;
    if !output.status.success() {
        return Err("rustfmt refused a generated file".into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

//! `cargo xtask codegen`: the API crates from the public service models.
//!
//! Each `api/<service>/api.toml` names a model, the botocore release it is read from and the operations that
//! are served; its crate gets tables of exactly those and the shapes they reach.

mod check;
mod emit;
mod find;
mod model;
mod names;
mod operations;
mod pattern;
mod plan;
mod reach;
mod simple;
mod structures;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use crate::{Outcome, workspace};

/// What the command line asks for.
#[derive(Default)]
struct Options {
    /// Compare with the checked-in files instead of writing them.
    check: bool,
    /// A directory of models laid out as botocore's `data`.
    models: Option<PathBuf>,
}

/// Runs the command.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let options = options(arguments)?;
    let mut files = Vec::new();
    for directory in plan::directories(&workspace::root().join("api"))? {
        let plan = plan::read(&directory)?;
        let mut model = model::read(&find::model(&plan, options.models.as_deref())?)?;
        model.unpattern(&plan.unpatterned)?;
        let emitted = emit::files(&plan, &model);
        files.extend(emitted.map_err(|failure| format!("{}: {failure}", directory.display()))?);
    }
    if options.check { check::compare(&files) } else { check::write(&files) }
}

fn options(arguments: &[String]) -> Outcome<Options> {
    let mut options = Options::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--check" => options.check = true,
            "--models" => options.models = Some(rest.next().ok_or("`--models` needs a directory")?.into()),
            other => return Err(format!("codegen has no option `{other}`").into()),
        }
    }
    Ok(options)
}

//! The files of one API crate.

use std::fmt::Write;

use super::check::{File, formatted};
use super::model::Model;
use super::plan::Plan;
use super::reach::{self, Reach};
use super::{operations, simple, structures};
use crate::Outcome;

/// `src/lib.rs` and `src/generated.rs`.
pub(crate) fn files(plan: &Plan, model: &Model) -> Outcome<Vec<File>> {
    let reach = reach::reach(plan, model)?;
    let source = plan.directory.join("src");
    Ok(vec![
        File { path: source.join("lib.rs"), text: formatted(library(model))? },
        File { path: source.join("generated.rs"), text: formatted(generated(&reach)?)? },
    ])
}

fn library(model: &Model) -> String {
    let name = &model.metadata.service_full_name;
    format!(
        "//! The API of {name}: its served operations, their types and their facts.
//!
//! Written by `cargo xtask codegen` from the public service model, as `api.toml` asks. There is no behaviour
//! here: services implement the operations, codecs read the facts.

mod generated;

pub use generated::*;

#[cfg(test)]
mod tests {{
    #[test]
    fn every_schema_accepts_its_own_samples() {{
        assert_eq!(shape::flaws(&crate::SERVICE), Vec::<String>::new());
    }}
}}
"
    )
}

fn generated(reach: &Reach<'_>) -> Outcome<String> {
    let mut out = String::new();
    writeln!(
        out,
        "//! Tables from {} of botocore {}. Change `api.toml`, not this file.\n",
        reach.plan.model, reach.plan.botocore
    )?;
    operations::service(reach, &mut out)?;
    operations::serve(reach, &mut out)?;
    operations::operations(reach, &mut out)?;
    operations::errors(reach, &mut out)?;
    structures::structures(reach, &mut out)?;
    simple::simple(reach, &mut out)?;
    Ok(out)
}

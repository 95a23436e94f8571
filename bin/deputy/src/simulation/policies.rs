//! Policies from text and from files, compiled for the engine.

use std::path::Path;
use std::sync::Arc;

use policy::{Document, NamedPolicy, Policy, PolicyKind};

use crate::account::PolicyText;
use crate::report::Problem;

/// Larger files are no policies.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// A policy that the server has accepted.
pub(crate) fn stored(text: &PolicyText, kind: PolicyKind) -> Result<NamedPolicy, Problem> {
    let policy = compile(&text.name, &text.document, kind)?;
    Ok(match &text.arn {
        Some(arn) => NamedPolicy::managed(arn.as_str(), policy),
        None => NamedPolicy::inline(text.name.as_str(), policy),
    })
}

/// A policy of a file, which has to be what the server would accept.
pub(crate) fn from_file(path: &Path, kind: PolicyKind) -> Result<NamedPolicy, Problem> {
    let shown = path.display();
    let unreadable = |error: &dyn std::fmt::Display| Problem::usage(format!("{shown}: {error}"));
    let about = std::fs::metadata(path).map_err(|error| unreadable(&error))?;
    if about.len() > FILE_BYTES_MAX {
        return Err(unreadable(&"too large for a policy"));
    }
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(&error))?;
    let document = Document::parse(&text, kind).map_err(|rejection| {
        let problem = unreadable(&rejection.message);
        match rejection.hint {
            Some(hint) => problem.hint(hint),
            None => problem,
        }
    })?;
    Ok(NamedPolicy::inline(shown.to_string(), Arc::new(Policy::compile(&document))))
}

fn compile(name: &str, text: &str, kind: PolicyKind) -> Result<Arc<Policy>, Problem> {
    let document = Document::read(text, kind);
    let document = document.map_err(|rejection| Problem::failed(format!("{name}: {}", rejection.message)))?;
    Ok(Arc::new(Policy::compile(&document)))
}

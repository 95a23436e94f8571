//! What to generate: `api.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Outcome;

/// One `api.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    /// Where its crate lies.
    #[serde(skip)]
    pub(crate) directory: PathBuf,
    /// The model's directory below botocore's `data`: `iam/2010-05-08`.
    pub(crate) model: String,
    /// The release of botocore that the model is read from.
    pub(crate) botocore: String,
    /// The prefix of the service's IAM actions.
    pub(crate) prefix: String,
    /// The operations to generate.
    pub(crate) served: Vec<String>,
    /// Shapes to keep out of logs and records although the model does not mark them.
    #[serde(default)]
    pub(crate) sensitive: Vec<String>,
    /// Members, as `Structure.Member`, whose pattern the service does not keep to: models share one ARN shape
    /// between members that take different things.
    #[serde(default)]
    pub(crate) unpatterned: Vec<String>,
    /// The XML name space, where the model does not give it.
    #[serde(default)]
    pub(crate) xml_namespace: Option<String>,
    /// The root elements of answers by operation, where the model does not give them.
    #[serde(default)]
    pub(crate) output_names: BTreeMap<String, String>,
}

/// The directories with an `api.toml`, sorted.
pub(crate) fn directories(api: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(api)? {
        let directory = entry?.path();
        if directory.join("api.toml").is_file() {
            found.push(directory);
        }
    }
    found.sort();
    Ok(found)
}

/// Reads the plan of one directory.
pub(crate) fn read(directory: &Path) -> Outcome<Plan> {
    let path = directory.join("api.toml");
    let plan: Plan = toml::from_str(&std::fs::read_to_string(&path)?)
        .map_err(|failure| format!("{}: {failure}", path.display()))?;
    Ok(Plan { directory: directory.to_path_buf(), ..plan })
}

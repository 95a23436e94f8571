//! Policies and grants that belong to neither caller nor resource: of an organization, an endpoint, a key.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use policy::{Grant, NamedPolicy, PolicyKind, PolicySet, Value};
use serde_json::Value as Json;

use super::Given;
use super::grants::Grants;
use super::policies::{from_file, text_of};
use crate::report::Problem;

/// What the keys of an encryption context begin with.
const ENCRYPTION_CONTEXT: &str = "kms:EncryptionContext:";

/// The policies of one level of an organization: files, separated by commas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Level(Vec<PathBuf>);

impl FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let files: Vec<PathBuf> = text.split(',').map(PathBuf::from).collect();
        match files.iter().any(|file| file.as_os_str().is_empty()) {
            true => Err("a level is given as FILE or FILE,FILE".to_owned()),
            false => Ok(Self(files)),
        }
    }
}

/// All of them; by default none.
#[derive(Debug, Default)]
pub(crate) struct Besides {
    /// Service control policies by level, the root first. None outside organizations.
    pub(crate) scp: Option<Arc<[PolicySet]>>,
    /// Resource control policies, likewise.
    pub(crate) rcp: Option<Arc<[PolicySet]>>,
    /// The policy of the VPC endpoint that calls come through.
    pub(crate) endpoint: Option<NamedPolicy>,
    /// Whether the bucket restricts access where its policy is public.
    pub(crate) restrict_public_buckets: bool,
    /// Grants on the key, as KMS lists them.
    grants: Vec<Json>,
}

impl Besides {
    /// Those of files.
    pub(crate) fn read(
        scp: &[Level],
        rcp: &[Level],
        endpoint: Option<&Path>,
        grants: &[PathBuf],
    ) -> Result<Self, Problem> {
        let listed = grants.iter().map(|path| listed(path)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            scp: levels(scp, PolicyKind::Scp)?,
            rcp: levels(rcp, PolicyKind::Rcp)?,
            endpoint: endpoint.map(|path| from_file(path, PolicyKind::VpcEndpoint)).transpose()?,
            restrict_public_buckets: false,
            grants: listed.into_iter().flatten().collect(),
        })
    }

    pub(crate) fn policies(&self) -> impl Iterator<Item = &NamedPolicy> {
        let levels = self.scp.iter().chain(&self.rcp).flat_map(|levels| levels.iter());
        levels.flat_map(|set| set.iter()).chain(&self.endpoint)
    }

    /// The grants that are offered for a request.
    pub(super) fn grants(&self, action: &str, resource: &str, given: &Given) -> Result<Vec<Grant>, Problem> {
        let pair = |(key, value): &(String, Value<'static>)| {
            let starts = key.get(..ENCRYPTION_CONTEXT.len())?.eq_ignore_ascii_case(ENCRYPTION_CONTEXT);
            let name = key.get(ENCRYPTION_CONTEXT.len()..)?;
            let value = match value {
                Value::Single(value) => value.to_string(),
                Value::Multi(values) => values.first()?.clone(),
            };
            starts.then(|| (name.to_owned(), value))
        };
        let pairs = given.iter().filter_map(pair).collect();
        let offered = Grants::offered(&self.grants, action, resource, &pairs)
            .map_err(|wrong| Problem::usage(wrong.0).hint("a grant as `aws kms list-grants` shows it"))?;
        Ok(offered.grants)
    }
}

fn levels(levels: &[Level], kind: PolicyKind) -> Result<Option<Arc<[PolicySet]>>, Problem> {
    if levels.is_empty() {
        return Ok(None);
    }
    let set = |level: &Level| level.0.iter().map(|path| from_file(path, kind)).collect();
    levels.iter().map(set).collect::<Result<Arc<[PolicySet]>, Problem>>().map(Some)
}

/// One grant, a list of them, or what `aws kms list-grants` writes.
fn listed(path: &Path) -> Result<Vec<Json>, Problem> {
    let text = text_of(path)?;
    let json: Json = serde_json::from_str(&text).map_err(|error| {
        Problem::usage(format!("{}: not JSON: {error}", path.display()))
            .hint("a grant as `aws kms list-grants` shows it, or a list of them")
    })?;
    Ok(match (json.get("Grants").cloned(), json) {
        (Some(Json::Array(grants)), _) | (_, Json::Array(grants)) => grants,
        (_, grant) => vec![grant],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_files_and_no_empty_names() {
        assert_eq!("a.json,b.json".parse::<Level>().unwrap().0.len(), 2);
        assert!("a.json,".parse::<Level>().is_err());
        assert!("".parse::<Level>().is_err());
    }
}

//! Profiles of the AWS configuration files.
//!
//! Only what is needed to reach a server of ours is read: endpoint, region, CA bundle and static keys. A profile that
//! gets its keys in another way is an error with a reason, not a profile without keys.

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;

use client::Keys;

use crate::report::Problem;

/// Larger files are no configuration files.
const FILE_BYTES_MAX: u64 = 1 << 20;
/// Ways to get keys that only the AWS tools know.
const ELSEWHERE: [&str; 4] = ["sso_session", "sso_start_url", "credential_process", "role_arn"];

/// The settings of one profile, both files together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Profile(BTreeMap<String, String>);

impl Profile {
    /// The profile of this name. One that neither file has is an error.
    pub(crate) fn find(name: &str) -> Result<Self, Problem> {
        let config = read("AWS_CONFIG_FILE", "config")?;
        let credentials = read("AWS_SHARED_CREDENTIALS_FILE", "credentials")?;
        let titles = if name == "default" {
            vec!["default".to_owned(), "profile default".to_owned()]
        } else {
            vec![format!("profile {name}")]
        };
        let in_config = titles.iter().filter_map(|title| section(&config, title));
        let found: Vec<_> = in_config.chain(section(&credentials, name)).collect();
        if found.is_empty() {
            let problem =
                Problem::usage(format!("there is no profile `{name}` in the AWS configuration files"));
            let known = names(&config).chain(names(&credentials)).collect::<Vec<_>>();
            return Err(problem.hint(match policy::nearest(name, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None if known.is_empty() => "aws configure, or leave --profile out".to_owned(),
                None => format!("one of {}", known.join(", ")),
            }));
        }
        Ok(Self(found.into_iter().flatten().collect()))
    }

    pub(crate) fn get(&self, setting: &str) -> Option<&str> {
        self.0.get(setting).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The static keys of the profile, if it has any.
    pub(crate) fn keys(&self) -> Result<Option<Keys>, Problem> {
        let pair = self.get("aws_access_key_id").zip(self.get("aws_secret_access_key"));
        if let Some((id, secret)) = pair {
            return Ok(Some(Keys {
                access_key_id: id.to_owned(),
                secret_access_key: secret.to_owned(),
                session_token: self.get("aws_session_token").map(str::to_owned),
            }));
        }
        match ELSEWHERE.iter().find(|way| self.get(way).is_some()) {
            Some(way) => {
                Err(Problem::usage(format!("the profile gets its keys by `{way}`, which deputy does not do"))
                    .hint(
                        "eval \"$(aws configure export-credentials --format env)\" and leave --profile out",
                    ))
            }
            None => Ok(None),
        }
    }
}

/// The profiles that a file has.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let titles = text.lines().filter_map(|line| line.trim().strip_prefix('[')?.split(']').next());
    titles.map(|title| title.trim().strip_prefix("profile ").unwrap_or(title).trim())
}

fn read(variable: &str, name: &str) -> Result<String, Problem> {
    let home = || env::var_os("HOME").map(|home| PathBuf::from(home).join(".aws").join(name));
    let Some(path) = env::var_os(variable).map(PathBuf::from).or_else(home) else { return Ok(String::new()) };
    let unreadable = |error: &dyn std::fmt::Display| Problem::failed(format!("{}: {error}", path.display()));
    match std::fs::metadata(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(String::new()),
        Ok(about) if about.len() > FILE_BYTES_MAX => {
            return Err(unreadable(&"too large for a configuration file"));
        }
        _ => {}
    }
    std::fs::read_to_string(&path).map_err(|error| unreadable(&error))
}

/// The settings under one title. Settings are `name = value`; nested ones are indented, and none of ours.
fn section(text: &str, wanted: &str) -> Option<BTreeMap<String, String>> {
    let mut found: Option<BTreeMap<String, String>> = None;
    let mut inside = false;
    for line in text.lines() {
        let indented = line.starts_with([' ', '\t']);
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(title) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            inside = title.split_whitespace().eq(wanted.split_whitespace());
            if inside {
                found.get_or_insert_default();
            }
        } else if let (true, false, Some((name, value))) = (inside, indented, line.split_once('=')) {
            let value = value.split(" #").next().unwrap_or_default().trim();
            found.get_or_insert_default().insert(name.trim().to_lowercase(), value.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# a comment\n[default]\nregion = eu-west-1\n\n[profile  deputy]\nendpoint_url=https://localhost:4566\n\
                        s3 =\n  addressing_style = path\nCA_BUNDLE = /tmp/ca.pem # ours\n[profile other]\nregion = x\n";

    #[test]
    fn a_section_has_its_own_settings_and_no_nested_ones() {
        let deputy = Profile(section(TEXT, "profile deputy").unwrap());
        assert_eq!(deputy.get("endpoint_url"), Some("https://localhost:4566"));
        assert_eq!(deputy.get("ca_bundle"), Some("/tmp/ca.pem"));
        assert_eq!(deputy.get("addressing_style"), None);
        assert_eq!(deputy.get("region"), None);
        assert_eq!(deputy.get("s3"), None);
        assert_eq!(section(TEXT, "profile nobody"), None);
    }

    #[test]
    fn keys_that_come_another_way_are_an_error() {
        let profile = |text: &str| Profile(section(text, "a").unwrap());
        assert!(profile("[a]\nsso_session = x\n").keys().is_err());
        assert!(profile("[a]\nregion = x\n").keys().unwrap().is_none());
        let keys =
            profile("[a]\naws_access_key_id = K\naws_secret_access_key = S\n").keys().unwrap().unwrap();
        assert_eq!((keys.access_key_id.as_str(), keys.session_token), ("K", None));
    }
}

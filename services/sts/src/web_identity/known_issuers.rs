//! Claims that are condition keys for some issuers only.
//!
//! Source: the condition keys of `sts:AssumeRoleWithWebIdentity` in the service authorization reference. Those that
//! every issuer has are not among them.

use serde_json::Value;

use super::jwt::Claims;

/// The hosts of an issuer: what its name begins and ends with.
struct Hosts {
    start: &'static str,
    end: &'static str,
}

const fn only(host: &'static str) -> Hosts {
    Hosts { start: host, end: "" }
}

impl Hosts {
    /// `rest` may follow `start` as a label of the name, or as a path.
    fn contain(&self, host: &str) -> bool {
        match host.strip_prefix(self.start) {
            Some("") => self.end.is_empty(),
            Some(path) if self.end.is_empty() => path.starts_with('/'),
            Some(rest) => rest.strip_suffix(self.end).is_some_and(|label| {
                !label.is_empty()
                    && label.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
            }),
            None => false,
        }
    }
}

const ACTIONS: &[&str] = &[
    "actor",
    "actor_id",
    "enterprise_id",
    "environment",
    "job_workflow_ref",
    "ref",
    "repository",
    "repository_id",
    "repository_owner_id",
    "workflow",
];
const PIPELINES: &[&str] = &[
    "build_branch",
    "cluster_id",
    "cluster_name",
    "organization_id",
    "organization_slug",
    "pipeline_id",
    "pipeline_slug",
];
const PROJECTS: &[&str] = &[
    "namespace_id",
    "pipeline_source",
    "project_id",
    "ref_protected",
    "runner_environment",
    "user_access_level",
    "user_email",
    "user_id",
    "user_login",
];

/// Issuers, and the claims of their tokens that are keys.
const ISSUERS: [(Hosts, &[&str]); 9] = [
    (only("token.actions.githubusercontent.com"), ACTIONS),
    (Hosts { start: "token.actions.", end: ".ghe.com" }, ACTIONS),
    (only("github.com/enterprises"), ACTIONS),
    (only("agent.buildkite.com"), PIPELINES),
    (Hosts { start: "agent.", end: ".buildkite.dev" }, PIPELINES),
    (Hosts { start: "agent.", end: ".buildkite.site" }, PIPELINES),
    (only("gitlab.com"), PROJECTS),
    (Hosts { start: "idcs-", end: ".identity.oraclecloud.com" }, &["rpst_id"]),
    (only("oidc.circleci.com/org"), &["oidc.circleci.com/project-id"]),
];

/// Names and values of the claims that are keys for this issuer, besides those of every issuer.
pub(super) fn claims<'c>(
    host: &str,
    claims: &'c Claims,
) -> impl Iterator<Item = (&'static str, String)> + use<'c> {
    let names =
        ISSUERS.iter().find(|(hosts, _)| hosts.contain(host)).map(|(_, names)| *names).unwrap_or_default();
    names.iter().filter_map(|name| Some((*name, text(claims.get(*name)?)?)))
}

/// One value; a list or a structure is none that a key could have.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(host: &str, expect: &[(&str, &str)]) {
        let token = serde_json::json!({
            "ref": "refs/heads/main", "repository_id": 17, "project_id": "9", "ref_protected": true, "workflow": ["x"],
            "oidc.circleci.com/project-id": "p", "pipeline_slug": "deploy",
        });
        let token: Claims = serde_json::from_value(token).unwrap();
        let found: Vec<(&str, String)> = claims(host, &token).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(name, value)| (*name, &**value)).collect();
        assert_eq!(found, expect, "{host}");
    }

    #[test]
    fn an_issuer_that_is_known_has_keys_of_its_own() {
        let actions = [("ref", "refs/heads/main"), ("repository_id", "17")];
        for host in [
            "token.actions.githubusercontent.com",
            "token.actions.githubusercontent.com/acme",
            "token.actions.acme.ghe.com",
            "github.com/enterprises/acme",
        ] {
            check(host, &actions);
        }
        check("gitlab.com", &[("project_id", "9"), ("ref_protected", "true")]);
        check("oidc.circleci.com/org/0a1b", &[("oidc.circleci.com/project-id", "p")]);
        check("agent.buildkite.com", &[("pipeline_slug", "deploy")]);
        for host in
            ["idp.example.com", "gitlab.com.example.com", "token.actions.ghe.com", "agent./x.buildkite.dev"]
        {
            check(host, &[]);
        }
    }
}

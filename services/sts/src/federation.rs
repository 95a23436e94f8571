//! Callers for whom an identity provider vouches.

use api_sts::Tag;
use kernel::{At, Check, Checks, Fault, Federated, Session};

use crate::role_session::role_arn;
use crate::session_tags::SessionTags;

/// What the provider said of the caller. The kernel has put it into the session before it asks for checks.
pub(crate) fn permitted(session: &Session) -> Result<&Federated, Fault> {
    session.federated().ok_or_else(|| Fault::internal("nobody vouches for the caller"))
}

/// The session tags that the provider asks for, as a request would.
pub(crate) fn tag_list(federated: &Federated) -> Vec<Tag> {
    federated.tags.iter().map(|(key, value)| Tag { key: key.clone(), value: value.clone() }).collect()
}

/// The session tags that the provider asks for.
pub(crate) fn tags(federated: &Federated) -> SessionTags {
    SessionTags::of(&tag_list(federated), &federated.transitive_tag_keys, None)
}

/// What the trust policy must allow: `action`, and what the provider asks for besides.
pub(crate) fn checks(
    at: &At<'_>,
    action: &str,
    role: &str,
    session_name: &str,
    duration_seconds: Option<i32>,
) -> Result<Checks, Fault> {
    let role = role_arn(role)?;
    let federated = permitted(at.session)?;
    let tags = tags(federated);
    let ask = |action: &str| {
        let mut check = Check::new(action, role.as_str()).key("sts:RoleSessionName", session_name);
        if let Some(seconds) = duration_seconds {
            check = check.key("sts:DurationSeconds", seconds.to_string());
        }
        if let Some(identity) = &federated.source_identity {
            check = check.key("sts:SourceIdentity", &**identity);
        }
        tags.on(check)
    };
    let mut checks = Checks::of(ask(action));
    if !tags.tags.is_empty() {
        checks = checks.and(ask("sts:TagSession"));
    }
    if federated.source_identity.is_some() {
        checks = checks.and(ask("sts:SetSourceIdentity"));
    }
    Ok(checks)
}

/// Whether a provider's text may name a session or be a source identity: 2 to 64 of `[\w+=,.@-]`.
pub(crate) fn is_session_name(text: &str) -> bool {
    (2..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte))
}

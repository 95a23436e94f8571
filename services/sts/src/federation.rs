//! Callers for whom an identity provider vouches.

use api_sts::Tag;
use kernel::{Fault, Federated, Session};

/// What the provider said of the caller. The kernel has put it into the session before it asks for checks.
pub(crate) fn permitted(session: &Session) -> Result<&Federated, Fault> {
    session.federated().ok_or_else(|| Fault::internal("nobody vouches for the caller"))
}

/// The session tags that the provider asks for.
pub(crate) fn tag_list(federated: &Federated) -> Vec<Tag> {
    federated.tags.iter().map(|(key, value)| Tag { key: key.clone(), value: value.clone() }).collect()
}

//! When users and roles last used which service.

use std::collections::BTreeMap;

use names::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Table, join};

/// By unique id and the service's prefix.
pub(crate) const ACCESSES: Table<Access> = Table::new("iam/service-access");
/// Reports asked for, by job id.
pub(crate) const ACCESS_JOBS: Table<AccessJob> = Table::new("iam/service-access-job");

/// A use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Used {
    pub(crate) at: Timestamp,
    pub(crate) region: String,
}

/// The last use of a service, and of each of its operations.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Access {
    pub(crate) last: Used,
    /// Invariant: no more than the service has operations.
    pub(crate) actions: BTreeMap<String, Used>,
}

/// A report: about whom, and about which services.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AccessJob {
    pub(crate) created: Timestamp,
    pub(crate) by_action: bool,
    /// Unique ids of users and roles.
    pub(crate) entities: Vec<String>,
    /// Prefixes of the services that policies give access to.
    pub(crate) services: Vec<String>,
}

/// The key of an access; with an empty service, the prefix of all of an entity's.
pub(crate) fn access_key_of(id: &str, service: &str) -> String {
    join(&[id, service])
}

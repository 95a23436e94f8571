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

/// A report, as it was when it was asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AccessJob {
    pub(crate) created: Timestamp,
    /// The unique id of the user or role that asked, or the account of a root user.
    pub(crate) owner: String,
    pub(crate) by_action: bool,
    /// Unique ids of the users and roles that could have used the services.
    pub(crate) entities: Vec<String>,
    /// The services that policies give access to, in the order of the report.
    pub(crate) services: Vec<ServiceUse>,
}

/// Who used a service.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ServiceUse {
    /// Its prefix.
    pub(crate) service: String,
    /// Unique ids with the last use of each, the latest first.
    pub(crate) users: Vec<(String, Used)>,
    /// By operation, who used it last; only where the report is by action.
    pub(crate) actions: BTreeMap<String, (String, Used)>,
}

impl AccessJob {
    /// How many entries it has, for the room that all reports of an account have.
    pub(crate) fn rows(&self) -> u64 {
        let of_services = self.services.iter().map(|service| 1 + service.users.len() + service.actions.len());
        u64::try_from(self.entities.len() + of_services.sum::<usize>()).unwrap_or(u64::MAX)
    }
}

/// The id of a report and its rows.
pub(crate) type JobAge = (String, u64);

/// The reports of an account by age: what is removed first comes first.
pub(crate) const ACCESS_JOBS_BY_AGE: Table<JobAge> = Table::new("iam/service-access-job-by-age");

/// The rows of all reports of an account, and how many there are.
pub(crate) const ACCESS_JOBS_SIZE: Table<JobsSize> = Table::new("iam/service-access-job-size");

/// The room that the reports of an account take.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct JobsSize {
    pub(crate) jobs: u64,
    pub(crate) rows: u64,
}

/// The key of a report by age.
pub(crate) fn job_age_key(created: Timestamp, id: &str) -> String {
    join(&[&format!("{:014}", created.millis()), id])
}

/// The key of an access; with an empty service, the prefix of all of an entity's.
pub(crate) fn access_key_of(id: &str, service: &str) -> String {
    join(&[id, service])
}

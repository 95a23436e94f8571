//! The reports that are kept: for a week, and no more than an account has room for.

use kernel::Fault;
use names::{Scope, Timestamp};
use store::Transaction;

use crate::record::{ACCESS_JOBS, ACCESS_JOBS_BY_AGE, ACCESS_JOBS_SIZE, AccessJob, job_age_key};

/// How long reports can be read.
const KEPT_MILLIS: i64 = 7 * 24 * 3600 * 1000;
/// The reports of an account, and their entries together. Beyond, the oldest make room.
const JOBS_MAX: u64 = 5_000;
const ROWS_MAX: u64 = 500_000;
/// No more are removed at once, since writes wait meanwhile.
const REMOVED_MAX: usize = 10;

/// Adds a report, and removes old ones.
pub(super) fn add(tx: &mut dyn Transaction, scope: &Scope, id: &str, job: &AccessJob) -> Result<(), Fault> {
    let kept_from = job_age_key(Timestamp::from_millis(job.created.millis() - KEPT_MILLIS), "");
    let mut size = ACCESS_JOBS_SIZE.get(tx, scope, "")?.unwrap_or_default();
    for (key, (old, rows)) in ACCESS_JOBS_BY_AGE.list(tx, scope, "", None, REMOVED_MAX)? {
        let is_over = key < kept_from;
        let has_room = size.jobs < JOBS_MAX && size.rows.saturating_add(job.rows()) <= ROWS_MAX;
        if !is_over && has_room {
            break;
        }
        ACCESS_JOBS.delete(tx, scope, &old)?;
        ACCESS_JOBS_BY_AGE.delete(tx, scope, &key)?;
        size.jobs = size.jobs.saturating_sub(1);
        size.rows = size.rows.saturating_sub(rows);
    }
    size.jobs += 1;
    size.rows = size.rows.saturating_add(job.rows());
    ACCESS_JOBS.put(tx, scope, id, job)?;
    ACCESS_JOBS_BY_AGE.put(tx, scope, &job_age_key(job.created, id), &(id.to_owned(), job.rows()))?;
    Ok(ACCESS_JOBS_SIZE.put(tx, scope, "", &size)?)
}

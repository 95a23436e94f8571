//! How far running jobs are, in memory only: after a restart the work begins anew, and so does its estimate.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::Clock;
use names::{Arn, Timestamp};

/// What is known of one job's work.
#[derive(Debug, Clone, Copy)]
struct Work {
    started: Timestamp,
    done: usize,
    total: usize,
}

type Works = Arc<Mutex<HashMap<Arn, Work>>>;

/// The work under way.
#[derive(Default)]
pub(crate) struct Progress(Works);

/// Work under way; it is forgotten when this is dropped.
pub(crate) struct Under {
    works: Works,
    arn: Arn,
}

impl Progress {
    /// Work on a resource begins.
    pub(crate) fn begin(&self, arn: &Arn, clock: &dyn Clock) -> Under {
        lock(&self.0).insert(arn.clone(), Work { started: clock.now(), done: 0, total: 0 });
        Under { works: Arc::clone(&self.0), arn: arn.clone() }
    }

    /// Minutes until the work on a resource will be done, at least 1; `None` if nothing can be said.
    pub(crate) fn minutes_left(&self, arn: &Arn, now: Timestamp) -> Option<i64> {
        let work = *lock(&self.0).get(arn)?;
        if work.done == 0 {
            return None;
        }
        let spent = (now - work.started).as_secs_f64();
        let left = spent / work.done as f64 * work.total.saturating_sub(work.done) as f64;
        Some(((left / 60.0).ceil() as i64).max(1))
    }
}

impl Under {
    pub(crate) fn report(&self, done: usize, total: usize) {
        if let Some(work) = lock(&self.works).get_mut(&self.arn) {
            (work.done, work.total) = (done, total);
        }
    }
}

impl Drop for Under {
    fn drop(&mut self) {
        lock(&self.works).remove(&self.arn);
    }
}

/// Entries are replaced whole, so a poisoned lock still guards a good map.
fn lock(works: &Works) -> std::sync::MutexGuard<'_, HashMap<Arn, Work>> {
    works.lock().unwrap_or_else(PoisonError::into_inner)
}

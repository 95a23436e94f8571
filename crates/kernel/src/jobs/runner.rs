//! The runner: claims jobs that are due and advances them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use names::Scope;
use tokio::time::Instant;

use super::{JOBS, Next, Stored};
use crate::{Fault, Kernel};

/// Jobs of one kind that run at once for one account and region, as AWS's quotas have it.
const RUNNING_PER_KIND_MAX: usize = 3;
/// The runner looks for due jobs at least this often, also when no bell rings.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// After a look the runner pauses so many times as long as it took.
const PAUSE_FACTOR: u32 = 9;
/// A step that fails for a reason of ours (the store refused its write) is tried again after this long.
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// The jobs running now, by id.
type Running = Arc<Mutex<HashMap<String, (String, Scope)>>>;

impl Kernel {
    /// Runs jobs until the returned future is dropped. Steps under way are then cut short, and run again at
    /// the next start.
    pub async fn run_jobs(self: Arc<Self>) {
        let running: Running = Arc::default();
        let mut tasks = tokio::task::JoinSet::new();
        loop {
            let began = Instant::now();
            match self.claim(&running) {
                Ok(claimed) => {
                    for (id, stored) in claimed {
                        let (kernel, running) = (Arc::clone(&self), Arc::clone(&running));
                        tasks.spawn(async move {
                            let claim = Claim { running, id };
                            kernel.advance_job(&claim.id, stored).await;
                            drop(claim);
                            kernel.bell.notify_one();
                        });
                    }
                }
                Err(fault) => tracing::error!(cause = fault.cause.as_deref(), "jobs could not be read"),
            }
            // Looking takes longer the more jobs wait, and every write rings; so pauses grow with what looking takes.
            tokio::time::sleep((began.elapsed() * PAUSE_FACTOR).min(LOOK_EVERY)).await;
            tokio::select! {
                () = self.bell.notified() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
                Some(_) = tasks.join_next(), if !tasks.is_empty() => {}
            }
        }
    }

    fn claim(&self, running: &Running) -> Result<Vec<(String, Stored)>, Fault> {
        let now = self.now();
        let jobs = self.read(|snapshot| Ok(JOBS.list(snapshot, "", None, usize::MAX)?))?;
        let mut running = running.lock().unwrap_or_else(PoisonError::into_inner);
        let mut claimed = Vec::new();
        for (id, stored) in jobs {
            let place = (stored.kind.clone(), stored.scope.clone());
            let at_once = running.values().filter(|other| **other == place).count();
            if stored.due <= now && at_once < RUNNING_PER_KIND_MAX && !running.contains_key(&id) {
                running.insert(id.clone(), place);
                claimed.push((id, stored));
            }
        }
        Ok(claimed)
    }

    /// Steps a job on until it is done or waits.
    async fn advance_job(self: &Arc<Self>, id: &str, mut stored: Stored) {
        let Some(kind) = self.jobs.get(&stored.kind) else {
            tracing::error!(job = id, kind = stored.kind, "nobody runs jobs of this kind");
            return tokio::time::sleep(RETRY_AFTER).await;
        };
        loop {
            match kind.step(self, id, stored).await {
                Ok(Next::Again) => {}
                Ok(Next::Done | Next::Wait(_)) => return,
                Err(fault) => {
                    tracing::error!(job = id, %fault, cause = fault.cause.as_deref(), "job could not be advanced");
                    return tokio::time::sleep(RETRY_AFTER).await;
                }
            }
            let Ok(Some(next)) = self.read(|snapshot| Ok(JOBS.get(snapshot, id)?)) else { return };
            stored = next;
        }
    }
}

/// A job that runs now. However that ends, also by a panic, it may be claimed again afterwards.
struct Claim {
    running: Running,
    id: String,
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}

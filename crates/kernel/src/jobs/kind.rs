//! Kinds of jobs without their types.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use names::Timestamp;

use super::{JOBS, Job, JobCx, Next, Step, Stored};
use crate::{Fault, Kernel, Service, Write};

/// Runs one step of jobs of one kind.
pub(crate) trait Kind: Send + Sync {
    fn step<'a>(
        &'a self,
        kernel: &'a Arc<Kernel>,
        id: &'a str,
        stored: Stored,
    ) -> BoxFuture<'a, Result<Next, Fault>>;
}

#[derive(Default)]
pub(crate) struct JobKinds(HashMap<&'static str, Arc<dyn Kind>>);

impl JobKinds {
    pub(crate) fn register<J: Job>(&mut self, service: &Arc<J::Service>) {
        self.0.insert(J::KIND, Arc::new(Of::<J> { service: Arc::clone(service) }));
    }

    pub(crate) fn get(&self, kind: &str) -> Option<Arc<dyn Kind>> {
        self.0.get(kind).cloned()
    }
}

struct Of<J: Job> {
    service: Arc<J::Service>,
}

impl<J: Job> Kind for Of<J> {
    fn step<'a>(
        &'a self,
        kernel: &'a Arc<Kernel>,
        id: &'a str,
        stored: Stored,
    ) -> BoxFuture<'a, Result<Next, Fault>> {
        Box::pin(async move {
            let cx = JobCx {
                kernel: Arc::clone(kernel),
                principal: J::Service::PRINCIPAL,
                scope: stored.scope.clone(),
                id: id.to_owned(),
            };
            let mut job: J = serde_json::from_value(stored.state.clone()).map_err(Fault::internal)?;
            let outcome = AssertUnwindSafe(job.step(&self.service, &cx)).catch_unwind().await;
            let outcome = outcome.unwrap_or_else(|_| Err(Fault::internal("the job's step panicked")));
            let (next, write) = match outcome {
                Ok(Step { next, write }) => (next, write),
                Err(fault) => {
                    tracing::info!(job = id, kind = J::KIND, %fault, cause = fault.cause.as_deref(), "job failed");
                    (Next::Done, Some(job.failed(&self.service, &cx, &fault)))
                }
            };
            let state = serde_json::to_value(&job).map_err(Fault::internal)?;
            advance(kernel, id.to_owned(), Stored { state, ..stored }, next, write).await?;
            Ok(next)
        })
    }
}

/// The step's write and the job's new state, in one transaction.
async fn advance(
    kernel: &Kernel,
    id: String,
    mut stored: Stored,
    next: Next,
    mut write: Option<Write<()>>,
) -> Result<(), Fault> {
    if let Next::Wait(until) = next {
        stored.due = until;
    } else {
        stored.due = Timestamp::default();
    }
    kernel
        .base
        .write(Box::new(move |tx| {
            if let Some(change) = &mut write {
                change(tx)?;
            }
            if next == Next::Done {
                JOBS.delete(tx, &id)?;
            } else {
                JOBS.put(tx, &id, &stored)?;
            }
            Ok(())
        }))
        .await
}

//! Jobs: work that outlives its call, advanced in steps that a crash can interrupt anywhere.

mod kind;
mod runner;

use std::future::Future;
use std::sync::Arc;

use names::{Scope, ServicePrincipal, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::{Global, Snapshot, StoreError, Transaction};

use crate::{Base, Delegate, Delegation, Fault, Kernel, Service, Write};

pub(crate) use kind::JobKinds;

/// All unfinished jobs.
const JOBS: Global<Stored> = Global::new("kernel/job");

/// A job, written in the same transaction as the resource it works for. Its state is itself, serialized.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in the store: `forecast/dataset-import`.
    const KIND: &'static str;
    /// The service it belongs to.
    type Service: Service;

    /// Does the next step. A step may run again after a crash, so it must be idempotent; its write and the
    /// job's new state are one transaction.
    fn step<'a>(
        &'a mut self,
        service: &'a Self::Service,
        cx: &'a JobCx,
    ) -> impl Future<Output = Result<Step, Fault>> + Send + 'a;

    /// What is written when a step fails for good: the resource's failed state, with its message.
    fn failed(&self, service: &Self::Service, cx: &JobCx, fault: &Fault) -> Write<()>;
}

/// What a step leads to.
pub struct Step {
    /// What follows.
    pub next: Next,
    /// What it changes, in one transaction with the job's state.
    pub write: Option<Write<()>>,
}

/// What follows a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The next step, at once.
    Again,
    /// Nothing: the job is done.
    Done,
    /// The next step, not before this instant.
    Wait(Timestamp),
}

impl Step {
    /// Another step, without a change.
    #[must_use]
    pub fn again() -> Self {
        Self { next: Next::Again, write: None }
    }

    /// Another step, with a change.
    pub fn again_with(
        change: impl FnMut(&mut dyn Transaction) -> Result<(), Fault> + Send + 'static,
    ) -> Self {
        Self { next: Next::Again, write: Some(Box::new(change)) }
    }

    /// The last step, with its change.
    pub fn done_with(change: impl FnMut(&mut dyn Transaction) -> Result<(), Fault> + Send + 'static) -> Self {
        Self { next: Next::Done, write: Some(Box::new(change)) }
    }
}

/// A job as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Stored {
    kind: String,
    scope: Scope,
    state: serde_json::Value,
    due: Timestamp,
}

/// Adds a job. `id` must be unique among unfinished jobs; a resource's ARN is a good one.
pub fn enqueue<J: Job>(tx: &mut dyn Transaction, scope: &Scope, id: &str, job: &J) -> Result<(), Fault> {
    let state = serde_json::to_value(job).map_err(Fault::internal)?;
    let stored = Stored { kind: J::KIND.to_owned(), scope: scope.clone(), state, due: Timestamp::default() };
    Ok(JOBS.put(tx, id, &stored)?)
}

/// Whether a job of this id is unfinished.
pub fn is_unfinished(snapshot: &dyn Snapshot, id: &str) -> Result<bool, StoreError> {
    Ok(JOBS.get(snapshot, id)?.is_some())
}

/// The surroundings of a running step.
#[derive(Clone)]
pub struct JobCx {
    kernel: Arc<Kernel>,
    principal: ServicePrincipal,
    /// Whose job it is, and where.
    pub scope: Scope,
    /// The job's id.
    pub id: String,
}

impl JobCx {
    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.kernel.now()
    }

    /// The planes below.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.kernel.base
    }

    /// Reads the store.
    pub fn read<T>(&self, body: impl FnMut(&dyn Snapshot) -> Result<T, Fault>) -> Result<T, Fault> {
        self.kernel.read(body)
    }

    /// A hand that calls as the customer's role. Assumed afresh for each step, so that a role deleted or a
    /// trust narrowed in between fails the job.
    pub async fn assume(&self, delegation: &Delegation) -> Result<Delegate, Fault> {
        Delegate::assume(&self.kernel, self.principal, &self.scope.region, delegation).await
    }
}

//! Deleting private copies that no record names any more.

use std::collections::HashSet;

use blobs::BlobId;
use kernel::{Fault, Job, JobCx, Step, Write, jobs};
use names::{Arn, Scope};
use serde::{Deserialize, Serialize};
use store::{StoreError, Transaction};

use crate::Forecast;
use crate::record::BLOBS;

/// Names read at once.
const PAGE: usize = 1000;

impl Forecast {
    /// Deletes what the last run left behind: copies that were staged and that no transaction came to name. To
    /// be called before the jobs run, since it knows nothing of copies being made.
    pub async fn sweep(&self) -> Result<(), Fault> {
        let named = self.base.read(|view| {
            let mut named = HashSet::new();
            let mut after: Option<String> = None;
            loop {
                let page = BLOBS.list(view, "", after.as_deref(), PAGE)?;
                after = page.last().map(|(id, _)| id.clone());
                let full = page.len() == PAGE;
                named.extend(page.into_iter().filter_map(|(id, _)| id.parse::<BlobId>().ok()));
                if !full {
                    return Ok(named);
                }
            }
        })?;
        self.vault.sweep(move |id| named.contains(id), self.base.now()).await
    }
}

/// Deletes the copies of a deleted resource.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SweepWork {
    blobs: Vec<BlobId>,
}

/// Lets go of the copies that a resource named. Their deletion is a job, so that it outlives a crash.
pub(crate) fn discard(
    tx: &mut dyn Transaction,
    scope: &Scope,
    arn: &Arn,
    blobs: Vec<BlobId>,
) -> Result<(), Fault> {
    let Some(first) = blobs.first() else { return Ok(()) };
    let id = format!("{arn}#sweep-{first}");
    jobs::enqueue(tx, scope, &id, &SweepWork { blobs })
}

fn forget(tx: &mut dyn Transaction, blobs: &[BlobId]) -> Result<(), StoreError> {
    for id in blobs {
        BLOBS.delete(tx, &id.to_string())?;
    }
    Ok(())
}

impl Job for SweepWork {
    const KIND: &'static str = "forecast/sweep";
    type Service = Forecast;

    async fn step<'a>(&'a mut self, service: &'a Forecast, _: &'a JobCx) -> Result<Step, Fault> {
        for id in &self.blobs {
            service.vault.delete(id).await?;
        }
        let blobs = self.blobs.clone();
        Ok(Step::done_with(move |tx| Ok(forget(tx, &blobs)?)))
    }

    fn failed(&self, _: &Forecast, _: &JobCx, _: &Fault) -> Write<()> {
        // The names go all the same: what is left of the bytes is then swept at the next start.
        let blobs = self.blobs.clone();
        Box::new(move |tx| Ok(forget(tx, &blobs)?))
    }
}

//! Deleting bytes that no record names.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use blobs::BlobId;
use kernel::Fault;
use names::Scope;
use store::{Snapshot, StoreError};

use crate::S3;
use crate::record::{BUCKETS, Content, GARBAGE, Garbage, MANIFESTS, OBJECTS, PARTS, VERSIONS, Version};

/// The collector looks this often.
const COLLECT_EVERY: Duration = Duration::from_secs(5);
/// Garbage records handled at once.
const BATCH: usize = 256;
/// Records read at once while looking for names.
const ROWS: usize = 1000;

impl S3 {
    /// Deletes what the last run left behind: blobs that were staged and that no transaction came to name. To be
    /// called before the first call, since it knows nothing of bodies on their way.
    pub async fn sweep(&self) -> Result<(), Fault> {
        while self.collect().await? == BATCH {}
        let (base, blobs) = (self.base.clone(), Arc::clone(&self.blobs));
        let swept = tokio::task::spawn_blocking(move || {
            let named = base.read(|view| Ok(named(view)?))?;
            blobs.sweep(&|blob| named.contains(blob), base.now()).map_err(Fault::internal)
        });
        let swept = swept.await.map_err(Fault::internal)??;
        tracing::info!(blobs = swept.blobs, bytes = swept.bytes, "swept what no record names");
        Ok(())
    }

    /// Collects garbage until the returned future is dropped.
    pub async fn run_collector(self: Arc<Self>) {
        loop {
            match self.collect().await {
                Ok(BATCH) => continue,
                Ok(_) => {}
                Err(fault) => {
                    tracing::error!(%fault, cause = fault.cause.as_deref(), "garbage could not be collected");
                }
            }
            tokio::time::sleep(COLLECT_EVERY).await;
        }
    }

    /// Deletes one batch of garbage, but for what is being read, and tells how many records that was.
    pub async fn collect(&self) -> Result<usize, Fault> {
        let orphans = std::mem::take(&mut *self.orphans.lock().unwrap_or_else(PoisonError::into_inner));
        for blob in &orphans {
            self.delete_blob(blob).await?;
        }
        let victims = self.pins.pick(|is_read| self.base.read(|view| Ok(free_garbage(view, is_read)?)))?;
        for blob in victims.iter().flat_map(|(_, garbage)| &garbage.blobs) {
            self.delete_blob(blob).await?;
        }
        let rows: Vec<String> = victims.into_iter().map(|(row, _)| row).collect();
        let count = rows.len();
        if count > 0 {
            self.base
                .write(Box::new(move |tx| {
                    for row in &rows {
                        GARBAGE.delete(tx, row)?;
                    }
                    Ok(())
                }))
                .await?;
        }
        Ok(count)
    }

    async fn delete_blob(&self, blob: &BlobId) -> Result<(), Fault> {
        self.blobs.delete(blob).await.map_err(Fault::internal)
    }
}

/// Up to a batch of garbage that nobody reads.
fn free_garbage(
    view: &dyn Snapshot,
    is_read: &dyn Fn(&BlobId) -> bool,
) -> Result<Vec<(String, Garbage)>, StoreError> {
    let mut free: Vec<(String, Garbage)> = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = GARBAGE.list(view, "", after.as_deref(), BATCH)?;
        let whole = page.len() == BATCH;
        after = page.last().map(|(row, _)| row.clone());
        free.extend(page.into_iter().filter(|(_, garbage)| !garbage.blobs.iter().any(is_read)));
        if !whole || free.len() >= BATCH {
            free.truncate(BATCH);
            return Ok(free);
        }
    }
}

/// Every blob that some record names, the garbage's included.
fn named(view: &dyn Snapshot) -> Result<HashSet<BlobId>, StoreError> {
    let mut named = HashSet::new();
    let buckets = BUCKETS.list(view, "", None, usize::MAX)?;
    let owners: BTreeSet<Scope> = buckets.into_iter().map(|(_, bucket)| bucket.scope()).collect();
    for scope in &owners {
        pages(
            |after| OBJECTS.list(view, scope, "", after, ROWS),
            |object| {
                if let Content::Whole(blob) = object.content {
                    named.insert(blob);
                }
            },
        )?;
        pages(
            |after| VERSIONS.list(view, scope, "", after, ROWS),
            |version| {
                if let Version::Object(object) = version
                    && let Content::Whole(blob) = object.content
                {
                    named.insert(blob);
                }
            },
        )?;
        pages(
            |after| MANIFESTS.list(view, scope, "", after, ROWS),
            |manifest| {
                named.extend(manifest.pieces.into_iter().map(|piece| piece.blob));
            },
        )?;
        pages(
            |after| PARTS.list(view, scope, "", after, ROWS),
            |part| {
                named.insert(part.blob);
            },
        )?;
    }
    pages(|after| GARBAGE.list(view, "", after, ROWS), |garbage| named.extend(garbage.blobs))?;
    Ok(named)
}

/// All records of a table, page by page.
fn pages<T>(
    mut read: impl FnMut(Option<&str>) -> Result<Vec<(String, T)>, StoreError>,
    mut each: impl FnMut(T),
) -> Result<(), StoreError> {
    let mut after: Option<String> = None;
    loop {
        let page = read(after.as_deref())?;
        let full = page.len() == ROWS;
        for (row, record) in page {
            after = Some(row);
            each(record);
        }
        if !full {
            return Ok(());
        }
    }
}

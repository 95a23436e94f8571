//! From the customer's objects to the private copy, in one pass and bounded memory.

use std::collections::BTreeMap;

use futures_util::future::{join, try_join};
use kernel::{Fault, JobCx};

use super::csv::Rows;
use super::typing::Typing;
use super::{FieldStatistics, Import};
use crate::dataset::Dataset;
use crate::pipe::{self, PipeWriter, blocking};
use crate::progress::Under;
use crate::source::{Object, Opened};
use crate::vault::Kept;
use crate::{Forecast, quota, wording};

/// What an import brought.
pub(crate) struct Brought {
    pub(crate) rows: Kept,
    pub(crate) bytes_read: u64,
    pub(crate) statistics: BTreeMap<String, FieldStatistics>,
}

/// Reads all objects of the import's source, as its role.
pub(crate) async fn bring(
    service: &Forecast,
    cx: &JobCx,
    import: &Import,
    dataset: &Dataset,
) -> Result<Brought, Fault> {
    let under = service.progress.begin(&import.common.arn, &*service.base.clock);
    let source = import.source.open(cx, &import.common.arn).await?;
    let objects = source.objects().await?;
    let bytes_read = check_objects(import, &objects)?;
    let (writer, stream) = pipe::writer();
    let schema = dataset.schema.clone();
    let item = schema.layout(&dataset.domain)?.item;
    let rows = Rows::new(Typing { schema, timestamp_format: import.timestamp_format, item }, writer);
    // If reading fails, the stream ends early and what it staged is given up with it.
    let read = read_all(&source, &objects, rows, &under);
    let (statistics, rows) = try_join(read, service.vault.keep(stream)).await?;
    Ok(Brought { rows, bytes_read, statistics })
}

fn check_objects(import: &Import, objects: &[Object]) -> Result<u64, Fault> {
    let path = &import.source.path;
    if objects.is_empty() {
        return Err(wording::invalid(format!("No files were found at the S3 path {path}")));
    }
    let bytes = objects.iter().map(|object| object.size).sum();
    if bytes > quota::IMPORT_BYTES_MAX {
        let most = quota::IMPORT_BYTES_MAX >> 30;
        return Err(wording::limit(format!("The files at the S3 path {path} are larger than {most} GB")));
    }
    Ok(bytes)
}

async fn read_all(
    source: &Opened<'_>,
    objects: &[Object],
    mut rows: Rows<PipeWriter>,
    under: &Under,
) -> Result<BTreeMap<String, FieldStatistics>, Fault> {
    for (at, object) in objects.iter().enumerate() {
        let (pump, reader) = pipe::reader(source.get(object).await?);
        let file = source.path_of(&object.key);
        let parse = blocking(move || {
            rows.read_file(&file, reader)?;
            Ok(rows)
        });
        let ((), parsed) = join(pump, parse).await;
        rows = parsed?;
        under.report(at + 1, objects.len());
    }
    blocking(move || rows.finish()).await
}

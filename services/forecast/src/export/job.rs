//! The work of an export job.

use bytes::Bytes;
use kernel::{Fault, Job, JobCx, Step, Write};
use names::{Arn, Timestamp};
use serde::{Deserialize, Serialize};

use super::Export;
use super::part::Part;
use crate::failure::Attempts;
use crate::forecast::{Contents, Made};
use crate::pipe::{self, blocking};
use crate::status::Status;
use crate::vault::Kept;
use crate::wording::in_use;
use crate::{Forecast, quota, record};

/// Writes one file per step. The time in the files' names is settled before the first is written, so that a step
/// that runs again after a crash writes the same file again and no other.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ExportWork {
    export: Arn,
    begun: Option<Timestamp>,
    part: u32,
    /// Where the next page begins.
    at: u64,
    attempts: Attempts,
}

impl ExportWork {
    pub(crate) fn new(export: Arn) -> Self {
        Self { export, begun: None, part: 0, at: 0, attempts: Attempts::default() }
    }

    async fn next(&mut self, service: &Forecast, cx: &JobCx) -> Result<Step, Fault> {
        let (scope, arn, now) = (cx.scope.clone(), self.export.clone(), cx.now());
        let Some(begun) = self.begun else {
            self.begun = Some(now);
            return Ok(Step::again_with(move |tx| {
                Ok(record::change::<Export>(tx, &scope, &arn, Status::CreateInProgress, now)?)
            }));
        };
        let export: Export = cx.read(|view| record::get(view, &scope, &arn))?;
        let forecast: Made = cx.read(|view| record::get(view, &scope, &export.forecast))?;
        let (Some(book), Some(contents)) = (&forecast.book, forecast.contents) else {
            return Err(in_use(format!("The forecast {} has no numbers", export.forecast)));
        };
        let destination = export.destination.open(cx, &arn).await?;
        let (content, at) = next_part(service, book, contents.clone(), forecast.key_names, self.at).await?;
        let stamp = begun.format("%Y-%m-%dT%H-%M-%SZ");
        destination.put(&format!("{}_{stamp}_part{}.csv", export.common.name, self.part), content).await?;
        self.part += 1;
        self.at = at;
        if at < contents.pages_end() {
            return Ok(Step::again());
        }
        let now = cx.now();
        Ok(Step::done_with(move |tx| Ok(record::change::<Export>(tx, &scope, &arn, Status::Active, now)?)))
    }
}

impl Job for ExportWork {
    const KIND: &'static str = "forecast/forecast-export-job";
    type Service = Forecast;

    async fn step<'a>(&'a mut self, service: &'a Forecast, cx: &'a JobCx) -> Result<Step, Fault> {
        let outcome = self.next(service, cx).await;
        self.attempts.settle(cx, outcome)
    }

    fn failed(&self, _: &Forecast, cx: &JobCx, fault: &Fault) -> Write<()> {
        let (scope, arn, now, fault) = (cx.scope.clone(), self.export.clone(), cx.now(), fault.clone());
        Box::new(move |tx| {
            Ok(record::update::<Export>(tx, &scope, &arn, |export| export.common.fails(&fault, now))?)
        })
    }
}

/// The file with the pages from `at` on, and where the next file goes on.
async fn next_part(
    service: &Forecast,
    book: &Kept,
    contents: Contents,
    key_names: Vec<String>,
    at: u64,
) -> Result<(Bytes, u64), Fault> {
    let pages = service.vault.open_range(book, at..contents.pages_end()).await?;
    let (pump, reader) = pipe::reader(pages);
    let fill = blocking(move || {
        let mut pages = std::io::BufReader::with_capacity(1 << 20, reader);
        let mut part = Part::new(&key_names, &contents)?;
        let mut at = at;
        while at < contents.pages_end() && part.rows() < quota::EXPORT_PART_ROWS {
            let page = contents.read_page(&mut pages).map_err(Fault::internal)?;
            let page = page.ok_or_else(|| Fault::internal("a book ends within a page"))?;
            part.add(&contents, &page)?;
            at += contents.page_bytes(&page);
        }
        Ok((Bytes::from(part.finish()?), at))
    });
    let ((), filled) = futures_util::future::join(pump, fill).await;
    filled
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use forecasting::{Calendar, Period, SeriesKey};
    use kernel::{Base, MasterKey, SystemClock, SystemEntropy};

    use super::*;
    use crate::forecast::book::BookWriter;

    #[tokio::test]
    async fn many_rows_are_several_files_each_with_whole_series() {
        let base = Base {
            store: Arc::new(store::Memory::new()),
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy::new()),
            master: MasterKey::from_bytes([0; 32]),
        };
        let service = Forecast::new(base, Arc::new(blobs::Memory::new()));
        let mut bytes = Vec::new();
        let mut book = BookWriter::new(&mut bytes);
        for number in 0..450 {
            book.page(&SeriesKey::new(&format!("item {number:03}"), &[]), &[vec![1.0; 500]]).unwrap();
        }
        let written = book.finish().unwrap();
        let calendar = Calendar::aligned("D".parse().unwrap());
        let contents = Contents::new(calendar, Period(0), vec!["p50".to_owned()], 500, written);
        let kept = service.vault.keep_bytes(bytes).await.unwrap();

        let (mut at, mut files) = (0, Vec::new());
        while at < contents.pages_end() {
            let names = vec!["item_id".to_owned()];
            let (content, next) = next_part(&service, &kept, contents.clone(), names, at).await.unwrap();
            files.push(String::from_utf8(content.to_vec()).unwrap());
            at = next;
        }
        let lines: Vec<usize> = files.iter().map(|file| file.lines().count()).collect();
        assert_eq!(lines, [100_001, 100_001, 25_001]);
        assert!(files.iter().all(|file| file.starts_with("item_id,date,p50\nitem ")));
        assert!(files.get(2).unwrap().contains("\nitem 400,1970-01-01T00:00:00Z,1\n"));
    }
}

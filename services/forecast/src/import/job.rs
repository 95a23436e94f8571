//! The work of an import job.

use kernel::{Fault, Job, JobCx, Step, Write};
use names::Arn;
use serde::{Deserialize, Serialize};

use super::Import;
use super::read::{Brought, bring};
use crate::Forecast;
use crate::dataset::Dataset;
use crate::failure::Attempts;
use crate::record;
use crate::status::Status;

/// Reads the customer's objects into the private copy. The copy counts with the last step's transaction, so a
/// crash before it only means reading again.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ImportWork {
    import: Arn,
    begun: bool,
    attempts: Attempts,
}

impl ImportWork {
    pub(crate) fn new(import: Arn) -> Self {
        Self { import, begun: false, attempts: Attempts::default() }
    }

    async fn next(&mut self, service: &Forecast, cx: &JobCx) -> Result<Step, Fault> {
        let (scope, arn, now) = (cx.scope.clone(), self.import.clone(), cx.now());
        if !self.begun {
            self.begun = true;
            return Ok(Step::again_with(move |tx| {
                Ok(record::change::<Import>(tx, &scope, &arn, Status::CreateInProgress, now)?)
            }));
        }
        let import: Import = cx.read(|view| record::get(view, &scope, &arn))?;
        let dataset: Dataset = cx.read(|view| record::get(view, &scope, &import.dataset))?;
        let Brought { rows, bytes_read, statistics } = bring(service, cx, &import, &dataset).await?;
        let now = cx.now();
        Ok(Step::done_with(move |tx| {
            record::update::<Import>(tx, &scope, &arn, |import| {
                import.common.becomes(Status::Active, now);
                import.rows = Some(rows.clone());
                import.bytes_read = bytes_read;
                import.statistics.clone_from(&statistics);
            })?;
            record::name_blob(tx, &rows, &arn)?;
            Ok(record::change::<Dataset>(tx, &scope, &import.dataset, Status::Active, now)?)
        }))
    }
}

impl Job for ImportWork {
    const KIND: &'static str = "forecast/dataset-import-job";
    type Service = Forecast;

    async fn step<'a>(&'a mut self, service: &'a Forecast, cx: &'a JobCx) -> Result<Step, Fault> {
        let outcome = self.next(service, cx).await;
        self.attempts.settle(cx, outcome)
    }

    fn failed(&self, _: &Forecast, cx: &JobCx, fault: &Fault) -> Write<()> {
        let (scope, arn, now, fault) = (cx.scope.clone(), self.import.clone(), cx.now(), fault.clone());
        Box::new(move |tx| {
            let Ok(import) = record::get::<Import>(tx, &scope, &arn) else { return Ok(()) };
            record::update::<Import>(tx, &scope, &arn, |import| import.common.fails(&fault, now))?;
            Ok(record::change::<Dataset>(tx, &scope, &import.dataset, Status::Active, now)?)
        })
    }
}

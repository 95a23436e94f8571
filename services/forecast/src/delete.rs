//! The Delete operations: one shape, a table of what differs.

use api_forecast::{
    DeleteDataset, DeleteDatasetGroup, DeleteDatasetImportJob, DeleteForecast, DeleteForecastExportJob,
    DeletePredictor,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use shape::Operation;
use store::{Snapshot, Transaction};

use crate::Forecast;
use crate::dataset::Dataset;
use crate::export::Export;
use crate::forecast::Made;
use crate::group::Group;
use crate::import::Import;
use crate::predictor::Predictor;
use crate::record::{self, Resource};
use crate::status::Status;
use crate::sweep::discard;
use crate::wording::{in_use, not_ready};

/// A resource that goes, once nothing hangs on it.
pub(crate) trait Deletable: Resource {
    /// The ARN of something that needs it still.
    fn children(&self, view: &dyn Snapshot, scope: &Scope) -> Result<Option<String>, Fault>;
}

/// Deletes a resource at once, with its private copies. S3 objects are never touched.
fn delete<R: Deletable>(tx: &mut dyn Transaction, scope: &Scope, text: &str) -> Result<(), Fault> {
    let record: R = record::named(tx, scope, text)?;
    let common = record.common();
    if !matches!(common.status, Status::Active | Status::CreateFailed) {
        return Err(not_ready(R::KIND, &common.arn, common.status));
    }
    if let Some(child) = record.children(tx, scope)? {
        let (noun, arn) = (R::KIND.noun(), &common.arn);
        return Err(in_use(format!("The {noun} {arn} cannot be deleted because it is in use by {child}")));
    }
    record::remove::<R>(tx, scope, &common.arn)?;
    discard(tx, scope, &common.arn, record.blobs())
}

macro_rules! deletes {
    ($($op:ident($arn:ident) of $record:ty;)*) => { $(
        impl Handle<$op> for Forecast {
            const EFFECT: Effect = Effect::Write;

            fn checks(&self, input: &<$op as Operation>::Input, _: &At<'_>) -> Result<Checks, Fault> {
                Ok(Checks::on::<$op>(&*input.$arn))
            }

            async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<$op>) -> Result<Answer<$op>, Fault> {
                let (scope, input) = (cx.scope()?, input.into_inner());
                Ok(Answer::write(move |tx| delete::<$record>(tx, &scope, &input.$arn)))
            }
        }
    )* };
}

deletes! {
    DeleteDataset(dataset_arn) of Dataset;
    DeleteDatasetGroup(dataset_group_arn) of Group;
    DeleteDatasetImportJob(dataset_import_job_arn) of Import;
    DeletePredictor(predictor_arn) of Predictor;
    DeleteForecast(forecast_arn) of Made;
    DeleteForecastExportJob(forecast_export_job_arn) of Export;
}

//! The Describe operations: one shape, a table of what differs.

use api_forecast::{
    DescribeAutoPredictor, DescribeDataset, DescribeDatasetGroup, DescribeDatasetImportJob, DescribeForecast,
    DescribeForecastExportJob,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use shape::Operation;

use crate::{Forecast, dataset, export, forecast, group, import, predictor, record};

macro_rules! describes {
    ($($op:ident($arn:ident) => $view:path;)*) => { $(
        impl Handle<$op> for Forecast {
            const EFFECT: Effect = Effect::Read;

            fn checks(&self, input: &<$op as Operation>::Input, _: &At<'_>) -> Result<Checks, Fault> {
                Ok(Checks::on::<$op>(&*input.$arn))
            }

            async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<$op>) -> Result<Answer<$op>, Fault> {
                let scope = cx.scope()?;
                let found = cx.read(|view| record::named(view, &scope, &input.$arn))?;
                Ok(Answer::Output($view(self, cx.now(), found)))
            }
        }
    )* };
}

describes! {
    DescribeDataset(dataset_arn) => dataset::described;
    DescribeDatasetGroup(dataset_group_arn) => group::described;
    DescribeDatasetImportJob(dataset_import_job_arn) => import::described;
    DescribeAutoPredictor(predictor_arn) => predictor::described;
    DescribeForecast(forecast_arn) => forecast::described;
    DescribeForecastExportJob(forecast_export_job_arn) => export::described;
}

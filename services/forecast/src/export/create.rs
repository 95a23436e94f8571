//! `CreateForecastExportJob`.

use api_forecast::{
    CreateForecastExportJob, CreateForecastExportJobRequest, CreateForecastExportJobResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, jobs};
use names::{Arn, Scope};

use super::{Export, ExportWork};
use crate::access::{passing, role_of, tagged};
use crate::forecast::Made;
use crate::kind::Kind;
use crate::record::{self, Common};
use crate::source::Place;
use crate::status::Status;
use crate::wording::not_implemented;
use crate::{Forecast, tags};

impl Handle<CreateForecastExportJob> for Forecast {
    const EFFECT: Effect = Effect::Write;

    /// The action is on the forecast, as the service authorization reference has it.
    fn checks(&self, input: &CreateForecastExportJobRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let scope = at.scope()?;
        let arn = export_arn(&scope, &input.forecast_arn, &input.forecast_export_job_name);
        let checks = tagged::<CreateForecastExportJob>(&input.forecast_arn, &input.tags);
        Ok(passing(checks, &scope, &input.destination.s3_config.role_arn, &arn))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateForecastExportJob>,
    ) -> Result<Answer<CreateForecastExportJob>, Fault> {
        let (scope, input) = (cx.scope()?, input.into_inner());
        match input.format.as_deref() {
            None | Some("CSV") => {}
            Some(format) => return Err(not_implemented(&format!("The format {format}"))),
        }
        let config = &input.destination.s3_config;
        if config.kms_key_arn.is_some() {
            return Err(not_implemented("KMSKeyArn"));
        }
        let destination = Place { path: config.path.clone(), role: role_of(&scope, &config.role_arn)? };
        destination.parts()?;
        let forecast = record::arn_of(Kind::Forecast, &scope, &input.forecast_arn)?;
        let arn = export_arn(&scope, &input.forecast_arn, &input.forecast_export_job_name);
        let mut common = Common::new(arn, input.forecast_export_job_name, Status::CreatePending, cx.now());
        common.tags = tags::of_request(&input.tags)?;
        let export = Export { common, forecast, destination };
        Ok(Answer::write(move |tx| {
            record::ready::<Made>(tx, &scope, export.forecast.as_str())?;
            record::insert(tx, &scope, &export)?;
            let arn = &export.common.arn;
            jobs::enqueue(tx, &scope, arn.as_str(), &ExportWork::new(arn.clone()))?;
            Ok(CreateForecastExportJobResponse { forecast_export_job_arn: Some(arn.to_string()) })
        }))
    }
}

/// `forecast-export-job/FORECAST/NAME`. Of a forecast ARN that is none, only the end counts; the handler refuses it.
fn export_arn(scope: &Scope, forecast: &str, name: &str) -> Arn {
    let forecast = forecast.rsplit(['/', ':']).next().unwrap_or_default();
    Kind::ExportJob.arn(scope, &format!("{forecast}/{name}"))
}

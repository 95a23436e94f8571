//! `CreateDatasetImportJob`.

use std::collections::BTreeMap;

use api_forecast::{CreateDatasetImportJob, CreateDatasetImportJobRequest, CreateDatasetImportJobResponse};
use forecasting::{TimestampFormat, Unit};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, jobs};
use names::{Arn, Scope};
use store::Transaction;

use super::{Import, ImportWork};
use crate::access::{passing, role_of, tagged};
use crate::dataset::Dataset;
use crate::kind::Kind;
use crate::record::{self, Common};
use crate::source::Place;
use crate::status::Status;
use crate::wording::{invalid, not_implemented};
use crate::{Forecast, tags};

impl Handle<CreateDatasetImportJob> for Forecast {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateDatasetImportJobRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let scope = at.scope()?;
        let arn = import_arn(&scope, &input.dataset_arn, &input.dataset_import_job_name);
        let checks = tagged::<CreateDatasetImportJob>(arn.as_str(), &input.tags);
        Ok(passing(checks, &scope, &input.data_source.s3_config.role_arn, &arn))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateDatasetImportJob>,
    ) -> Result<Answer<CreateDatasetImportJob>, Fault> {
        let (scope, input) = (cx.scope()?, input.into_inner());
        refuse_unbuilt(&input)?;
        let dataset = record::arn_of(Kind::Dataset, &scope, &input.dataset_arn)?;
        let config = &input.data_source.s3_config;
        let source = Place { path: config.path.clone(), role: role_of(&scope, &config.role_arn)? };
        source.parts()?;
        let pattern = input.timestamp_format.as_deref();
        let timestamp_format = pattern.map_or(Ok(TimestampFormat::DateTime), str::parse);
        let timestamp_format = timestamp_format.map_err(|_| {
            let given = pattern.unwrap_or_default();
            invalid(format!(
                "The timestamp format {given} is not valid. Use yyyy-MM-dd or yyyy-MM-dd HH:mm:ss"
            ))
        })?;
        let arn = import_arn(&scope, &input.dataset_arn, &input.dataset_import_job_name);
        let mut common = Common::new(arn, input.dataset_import_job_name, Status::CreatePending, cx.now());
        common.tags = tags::of_request(&input.tags)?;
        let import = Import {
            common,
            dataset,
            source,
            timestamp_format,
            timestamp_pattern: input.timestamp_format,
            time_zone: input.time_zone,
            rows: None,
            bytes_read: 0,
            statistics: BTreeMap::new(),
        };
        Ok(Answer::write(move |tx| create(tx, &scope, &import)))
    }
}

/// `dataset-import-job/DATASET/NAME`. Of a dataset ARN that is none, only the end counts; the handler refuses it.
fn import_arn(scope: &Scope, dataset: &str, name: &str) -> Arn {
    let dataset = dataset.rsplit(['/', ':']).next().unwrap_or_default();
    Kind::ImportJob.arn(scope, &format!("{dataset}/{name}"))
}

fn refuse_unbuilt(input: &CreateDatasetImportJobRequest) -> Result<(), Fault> {
    match input.format.as_deref() {
        None | Some("CSV") => {}
        Some(format) => return Err(not_implemented(&format!("The format {format}"))),
    }
    match input.import_mode.as_deref() {
        None | Some("FULL") => {}
        Some(mode) => return Err(not_implemented(&format!("The import mode {mode}"))),
    }
    if input.use_geolocation_for_time_zone == Some(true) || input.geolocation_format.is_some() {
        return Err(not_implemented("Geolocation"));
    }
    if input.data_source.s3_config.kms_key_arn.is_some() {
        return Err(not_implemented("KMSKeyArn"));
    }
    Ok(())
}

fn create(
    tx: &mut dyn Transaction,
    scope: &Scope,
    import: &Import,
) -> Result<CreateDatasetImportJobResponse, Fault> {
    // A dataset with an import under way is not ACTIVE, so there is one at a time.
    let dataset: Dataset = record::ready(tx, scope, import.dataset.as_str())?;
    if import.timestamp_format == TimestampFormat::Date && dataset.frequency()?.unit() < Unit::Day {
        return Err(invalid(format!(
            "The timestamp format yyyy-MM-dd cannot be used with the data frequency {}",
            dataset.frequency
        )));
    }
    record::insert(tx, scope, import)?;
    let arn = &import.common.arn;
    record::change::<Dataset>(tx, scope, &import.dataset, Status::UpdateInProgress, import.common.created)?;
    jobs::enqueue(tx, scope, arn.as_str(), &ImportWork::new(arn.clone()))?;
    Ok(CreateDatasetImportJobResponse { dataset_import_job_arn: Some(arn.to_string()) })
}

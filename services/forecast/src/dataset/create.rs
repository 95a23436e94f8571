//! `CreateDataset`.

use api_forecast::{CreateDataset, CreateDatasetRequest, CreateDatasetResponse};
use forecasting::Frequency;
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::domain::Domain;
use super::{Dataset, Schema};
use crate::access::tagged;
use crate::kind::Kind;
use crate::record::{self, Common};
use crate::status::Status;
use crate::wording::{invalid, not_implemented};
use crate::{Forecast, tags};

/// The one type of dataset that is served.
const TARGET: &str = "TARGET_TIME_SERIES";

impl Handle<CreateDataset> for Forecast {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateDatasetRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let arn = Kind::Dataset.arn(&at.scope()?, &input.dataset_name);
        Ok(tagged::<CreateDataset>(arn.as_str(), &input.tags))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateDataset>,
    ) -> Result<Answer<CreateDataset>, Fault> {
        let (scope, input) = (cx.scope()?, input.into_inner());
        let domain = Domain::of(&input.domain)
            .ok_or_else(|| invalid(format!("The domain {} is not valid", input.domain)))?;
        if input.dataset_type != TARGET {
            // Models would not use them, so accepting them would promise too much.
            return Err(not_implemented(&format!("The dataset type {}", input.dataset_type)));
        }
        if input.encryption_config.is_some() {
            return Err(not_implemented("EncryptionConfig"));
        }
        let Some(frequency) = input.data_frequency else {
            return Err(invalid("DataFrequency is required for TARGET_TIME_SERIES datasets"));
        };
        frequency.parse::<Frequency>().map_err(|error| invalid(error.to_string()))?;
        let arn = Kind::Dataset.arn(&scope, &input.dataset_name);
        let mut common = Common::new(arn, input.dataset_name, Status::Active, cx.now());
        common.tags = tags::of_request(&input.tags)?;
        let schema = Schema::target(domain, &input.schema)?;
        let dataset =
            Dataset { common, domain: input.domain, dataset_type: input.dataset_type, frequency, schema };
        Ok(Answer::write(move |tx| {
            record::insert(tx, &scope, &dataset)?;
            Ok(CreateDatasetResponse { dataset_arn: Some(dataset.common.arn.to_string()) })
        }))
    }
}

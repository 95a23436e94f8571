//! `CreateForecast`.

use api_forecast::{CreateForecast, CreateForecastRequest, CreateForecastResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, jobs};
use names::Scope;
use store::Transaction;

use super::{ForecastWork, Made};
use crate::access::tagged;
use crate::group::Group;
use crate::kind::Kind;
use crate::predictor::{Predictor, forecast_types};
use crate::record::{self, Common};
use crate::status::Status;
use crate::wording::{in_use, not_implemented};
use crate::{Forecast, tags};

impl Handle<CreateForecast> for Forecast {
    const EFFECT: Effect = Effect::Write;

    /// The action is on the predictor, as the service authorization reference has it.
    fn checks(&self, input: &CreateForecastRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(tagged::<CreateForecast>(&input.predictor_arn, &input.tags))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateForecast>,
    ) -> Result<Answer<CreateForecast>, Fault> {
        let (scope, input) = (cx.scope()?, input.into_inner());
        if input.time_series_selector.is_some() {
            return Err(not_implemented("TimeSeriesSelector"));
        }
        let arn = Kind::Forecast.arn(&scope, &input.forecast_name);
        let mut common = Common::new(arn, input.forecast_name.clone(), Status::CreatePending, cx.now());
        common.tags = tags::of_request(&input.tags)?;
        if let Some(types) = &input.forecast_types {
            forecast_types(types)?;
        }
        Ok(Answer::write(move |tx| {
            let forecast = planned(tx, &scope, &common, &input)?;
            create(tx, &scope, &forecast)
        }))
    }
}

/// The forecast to make: from the newest rows of the predictor's datasets.
fn planned(
    tx: &dyn store::Snapshot,
    scope: &Scope,
    common: &Common,
    input: &CreateForecastRequest,
) -> Result<Made, Fault> {
    let predictor: Predictor = record::ready(tx, scope, &input.predictor_arn)?;
    let group: Group = record::ready(tx, scope, predictor.group.as_str())?;
    let dataset = group.target(tx, scope)?;
    let arn = &dataset.common.arn;
    let Some(import) = record::active_import(tx, scope, arn)? else {
        return Err(in_use(format!("The dataset {arn} has no ACTIVE dataset import job")));
    };
    // The group may have been given another dataset since the predictor was made.
    predictor.asked.check(&dataset)?;
    let layout = dataset.schema.layout(&dataset.domain)?;
    let columns = predictor.asked.dimension_columns(&dataset)?;
    let key_names = std::iter::once(&layout.item).chain(&columns).map(|column| dataset.schema.name(*column));
    Ok(Made {
        common: common.clone(),
        predictor: predictor.common.arn,
        group: predictor.group,
        import: import.common.arn,
        types: input.forecast_types.clone().unwrap_or(predictor.asked.types),
        key_names: key_names.map(str::to_owned).collect(),
        book: None,
        contents: None,
    })
}

fn create(tx: &mut dyn Transaction, scope: &Scope, forecast: &Made) -> Result<CreateForecastResponse, Fault> {
    let arn = &forecast.common.arn;
    record::insert(tx, scope, forecast)?;
    jobs::enqueue(tx, scope, arn.as_str(), &ForecastWork::new(arn.clone()))?;
    Ok(CreateForecastResponse { forecast_arn: Some(arn.to_string()) })
}

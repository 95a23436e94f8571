//! `CreateAutoPredictor`: a new one, or one like another on newer data.

use api_forecast::{CreateAutoPredictor, CreateAutoPredictorRequest, CreateAutoPredictorResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, entropy, jobs};
use names::Scope;
use store::Transaction;

use super::{Asked, Predictor, TrainWork};
use crate::access::tagged;
use crate::group::Group;
use crate::kind::Kind;
use crate::record::{self, Common};
use crate::status::Status;
use crate::wording::{exists, in_use, invalid, not_implemented};
use crate::{Forecast, quota, tags};

/// What is forecast when nothing is said.
const TYPES_DEFAULT: [&str; 3] = ["0.1", "0.5", "0.9"];

impl Handle<CreateAutoPredictor> for Forecast {
    const EFFECT: Effect = Effect::Write;

    /// The action has no resource, as the service authorization reference has it.
    fn checks(&self, input: &CreateAutoPredictorRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(tagged::<CreateAutoPredictor>("*", &input.tags))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateAutoPredictor>,
    ) -> Result<Answer<CreateAutoPredictor>, Fault> {
        let (scope, input) = (cx.scope()?, input.into_inner());
        refuse_unbuilt(&input)?;
        let id = entropy::ulid(&*self.base.entropy, cx.now());
        let arn = Kind::Predictor.arn(&scope, &format!("{}_{id}", input.predictor_name));
        let mut common = Common::new(arn, input.predictor_name.clone(), Status::CreatePending, cx.now());
        common.tags = tags::of_request(&input.tags)?;
        let plan = Plan::read(input)?;
        Ok(Answer::write(move |tx| {
            let predictor = plan.predictor(tx, &scope, &common)?;
            create(tx, &scope, &predictor)
        }))
    }
}

fn refuse_unbuilt(input: &CreateAutoPredictorRequest) -> Result<(), Fault> {
    let additional = input.data_config.as_ref().is_some_and(|config| config.additional_datasets.is_some());
    for (asked, what) in [
        (input.encryption_config.is_some(), "EncryptionConfig"),
        (input.explain_predictor == Some(true), "ExplainPredictor"),
        (input.monitor_config.is_some(), "MonitorConfig"),
        (additional, "AdditionalDatasets"),
    ] {
        if asked {
            return Err(not_implemented(what));
        }
    }
    Ok(())
}

/// What the predictor is to be made from.
enum Plan {
    New { group: String, asked: Asked },
    Like(String),
}

impl Plan {
    fn read(input: CreateAutoPredictorRequest) -> Result<Self, Fault> {
        match input.reference_predictor_arn.clone() {
            Some(reference) => Self::like(reference, &input),
            None => Self::new(input),
        }
    }

    /// All settings come from the reference, so none may be given.
    fn like(reference: String, input: &CreateAutoPredictorRequest) -> Result<Self, Fault> {
        for (given, what) in [
            (input.forecast_horizon.is_some(), "ForecastHorizon"),
            (input.forecast_types.is_some(), "ForecastTypes"),
            (input.forecast_dimensions.is_some(), "ForecastDimensions"),
            (input.forecast_frequency.is_some(), "ForecastFrequency"),
            (input.data_config.is_some(), "DataConfig"),
            (input.optimization_metric.is_some(), "OptimizationMetric"),
            (input.time_alignment_boundary.is_some(), "TimeAlignmentBoundary"),
        ] {
            if given {
                return Err(invalid(format!(
                    "{what} cannot be specified together with ReferencePredictorArn"
                )));
            }
        }
        Ok(Self::Like(reference))
    }

    fn new(input: CreateAutoPredictorRequest) -> Result<Self, Fault> {
        let missing = |what: &str| invalid(format!("{what} is required when creating a new predictor"));
        let config = input.data_config.ok_or_else(|| missing("DataConfig"))?;
        let frequency = input.forecast_frequency.ok_or_else(|| missing("ForecastFrequency"))?;
        let horizon = input.forecast_horizon.ok_or_else(|| missing("ForecastHorizon"))?;
        if !(1..=quota::HORIZON_MAX).contains(&horizon) {
            let most = quota::HORIZON_MAX;
            return Err(invalid(format!("The forecast horizon must be between 1 and {most}, not {horizon}")));
        }
        let configs = config.attribute_configs.unwrap_or_default();
        let types = input.forecast_types.unwrap_or_else(|| TYPES_DEFAULT.map(str::to_owned).to_vec());
        let asked = Asked {
            frequency,
            horizon: usize::try_from(horizon).unwrap_or_default(),
            types,
            dimensions: input.forecast_dimensions.unwrap_or_default(),
            attributes: configs.into_iter().map(|one| (one.attribute_name, one.transformations)).collect(),
            metric: input.optimization_metric,
            boundary: input.time_alignment_boundary.map(Into::into),
        };
        Ok(Self::New { group: config.dataset_group_arn, asked })
    }

    fn predictor(
        &self,
        tx: &dyn store::Snapshot,
        scope: &Scope,
        common: &Common,
    ) -> Result<Predictor, Fault> {
        let (group, asked, reference) = match self {
            Self::New { group, asked } => (group.clone(), asked.clone(), None),
            Self::Like(reference) => {
                let reference: Predictor = record::ready(tx, scope, reference)?;
                (reference.group.to_string(), reference.asked, Some(reference.common.arn))
            }
        };
        let group: Group = record::ready(tx, scope, &group)?;
        let dataset = group.target(tx, scope)?;
        asked.check(&dataset)?;
        let arn = &dataset.common.arn;
        let Some(import) = record::active_import(tx, scope, arn)? else {
            return Err(in_use(format!("The dataset {arn} has no ACTIVE dataset import job")));
        };
        Ok(Predictor {
            common: common.clone(),
            group: group.common.arn,
            import: import.common.arn,
            asked,
            reference,
            model: None,
            scored: None,
        })
    }
}

fn create(
    tx: &mut dyn Transaction,
    scope: &Scope,
    predictor: &Predictor,
) -> Result<CreateAutoPredictorResponse, Fault> {
    let arn = &predictor.common.arn;
    // The ARNs of two predictors always differ, and their names must too.
    let live: Vec<Predictor> = record::all(tx, scope)?;
    if let Some(other) = live.into_iter().find(|other| other.common.name == predictor.common.name) {
        return Err(exists(Kind::Predictor, &other.common.arn));
    }
    record::insert(tx, scope, predictor)?;
    jobs::enqueue(tx, scope, arn.as_str(), &TrainWork::new(arn.clone()))?;
    Ok(CreateAutoPredictorResponse { predictor_arn: Some(arn.to_string()) })
}

//! The work of making a predictor.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use forecasting::{Approach, BacktestPlan, Series, Settings, TrainError, Watch};
use kernel::{Fault, Job, JobCx, Step, Write};
use names::Arn;
use serde::{Deserialize, Serialize};

use super::Predictor;
use super::series::series_of;
use super::settings::forecast_types;
use crate::Forecast;
use crate::dataset::Dataset;
use crate::failure::Attempts;
use crate::hash::hash;
use crate::import::Import;
use crate::metrics::Scored;
use crate::pipe::blocking;
use crate::progress::Under;
use crate::record;
use crate::status::Status;
use crate::vault::Kept;
use crate::wording::invalid;

/// Stored models are at most this large.
const MODEL_BYTES_MAX: u64 = 256 << 20;

/// Learns from the imported rows. The model counts with the last step's transaction; a crash before it means
/// learning again, which gives the same.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct TrainWork {
    predictor: Arn,
    begun: bool,
    attempts: Attempts,
}

impl TrainWork {
    pub(crate) fn new(predictor: Arn) -> Self {
        Self { predictor, begun: false, attempts: Attempts::default() }
    }

    async fn next(&mut self, service: &Forecast, cx: &JobCx) -> Result<Step, Fault> {
        let (scope, arn, now) = (cx.scope.clone(), self.predictor.clone(), cx.now());
        if !self.begun {
            self.begun = true;
            return Ok(Step::again_with(move |tx| {
                Ok(record::change::<Predictor>(tx, &scope, &arn, Status::CreateInProgress, now)?)
            }));
        }
        let predictor: Predictor = cx.read(|view| record::get(view, &scope, &arn))?;
        let import: Import = cx.read(|view| record::get(view, &scope, &predictor.import))?;
        let dataset: Dataset = cx.read(|view| record::get(view, &scope, &import.dataset))?;
        let under = service.progress.begin(&arn, &*service.base.clock);
        let series = series_of(service, &import, &dataset, &predictor.asked).await?;
        let (model, scored) = learn(&predictor, series, under).await?;
        let model = service.vault.keep_bytes(model).await?;
        let now = cx.now();
        Ok(Step::done_with(move |tx| {
            record::update::<Predictor>(tx, &scope, &arn, |predictor| {
                predictor.common.becomes(Status::Active, now);
                predictor.model = Some(model.clone());
                predictor.scored = Some(scored.clone());
            })?;
            Ok(record::name_blob(tx, &model, &arn)?)
        }))
    }
}

impl Job for TrainWork {
    const KIND: &'static str = "forecast/predictor";
    type Service = Forecast;

    async fn step<'a>(&'a mut self, service: &'a Forecast, cx: &'a JobCx) -> Result<Step, Fault> {
        let outcome = self.next(service, cx).await;
        self.attempts.settle(cx, outcome)
    }

    fn failed(&self, _: &Forecast, cx: &JobCx, fault: &Fault) -> Write<()> {
        let (scope, arn, now, fault) = (cx.scope.clone(), self.predictor.clone(), cx.now(), fault.clone());
        Box::new(move |tx| {
            Ok(record::update::<Predictor>(tx, &scope, &arn, |predictor| {
                predictor.common.fails(&fault, now)
            })?)
        })
    }
}

/// Tells the working thread to stop once nobody waits for it any more.
pub(crate) struct Interest(Arc<AtomicBool>);

impl Interest {
    pub(crate) fn new() -> (Self, Arc<AtomicBool>) {
        let lost = Arc::new(AtomicBool::new(false));
        (Self(Arc::clone(&lost)), lost)
    }
}

impl Drop for Interest {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

async fn learn(predictor: &Predictor, series: Vec<Series>, under: Under) -> Result<(Vec<u8>, Scored), Fault> {
    check_horizon(predictor, &series)?;
    let settings = settings(predictor)?;
    let (_interest, lost) = Interest::new();
    blocking(move || {
        let watch = Watch {
            progress: &|done, total| under.report(done, total),
            cancelled: &|| lost.load(Ordering::Relaxed),
        };
        let learned = forecasting::train(&series, &settings, &watch, &mut |_| {}).map_err(unlearned)?;
        let model = serde_json::to_vec(&learned).map_err(Fault::internal)?;
        if model.len() as u64 > MODEL_BYTES_MAX {
            return Err(Fault::internal("the model is too large to be stored"));
        }
        Ok((model, Scored::of(&learned)))
    })
    .await
}

fn unlearned(error: TrainError) -> Fault {
    match error {
        TrainError::NoData => invalid("The target time series have no values"),
        other => Fault::internal(other),
    }
}

/// A new predictor looks at most a quarter of the longest series ahead, a retrained one a third.
fn check_horizon(predictor: &Predictor, series: &[Series]) -> Result<(), Fault> {
    let longest = series.iter().map(|series| series.values.len()).max().unwrap_or(0);
    let (share, name) = if predictor.reference.is_some() { (3, "third") } else { (4, "quarter") };
    let horizon = predictor.asked.horizon;
    if horizon > longest / share {
        return Err(invalid(format!(
            "The forecast horizon {horizon} is longer than a {name} of the longest target time series, which has \
             {longest} data points"
        )));
    }
    Ok(())
}

fn settings(predictor: &Predictor) -> Result<Settings, Fault> {
    let asked = &predictor.asked;
    Ok(Settings {
        calendar: asked.calendar()?,
        horizon: asked.horizon,
        types: forecast_types(&asked.types)?,
        metric: asked.metric()?,
        approach: Approach::Auto,
        backtest: BacktestPlan::Automatic,
        seed: hash(&[predictor.common.arn.as_str().as_bytes()]),
    })
}

/// Brings a stored model back.
pub(crate) async fn restore(service: &Forecast, model: &Kept) -> Result<forecasting::Predictor, Fault> {
    let bytes = service.vault.read(model, 0..model.size).await?;
    blocking(move || serde_json::from_slice(&bytes).map_err(Fault::internal)).await
}

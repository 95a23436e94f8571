//! `GetAccuracyMetrics`: how well a predictor did in its backtests.

use api_forecast::{
    ErrorMetric, EvaluationResult, GetAccuracyMetrics, GetAccuracyMetricsRequest, GetAccuracyMetricsResponse,
    Metrics, WeightedQuantileLoss, WindowSummary,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Timestamp;
use serde::{Deserialize, Serialize};

use crate::predictor::Predictor;
use crate::{Forecast, clock, record};

/// The scores of a predictor, as they are stored with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Scored {
    summary: Scores,
    /// The latest first.
    windows: Vec<Window>,
}

/// The scores in one backtest window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Window {
    start: Timestamp,
    /// The start of the period after its last.
    end: Timestamp,
    items: usize,
    scores: Scores,
}

/// The metrics, on our own terms: what is stored does not change with the crate that computed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Scores {
    /// Quantile and loss, highest quantile first.
    losses: Vec<(f64, f64)>,
    average_loss: f64,
    wape: f64,
    rmse: f64,
    mase: f64,
    mape: f64,
}

impl Scored {
    pub(crate) fn of(predictor: &forecasting::Predictor) -> Self {
        let calendar = predictor.settings().calendar;
        let window = |window: &forecasting::BacktestWindow| Window {
            start: clock::instant(calendar.start(window.start)),
            end: clock::instant(calendar.start(window.end)),
            items: window.item_count,
            scores: Scores::of(&window.metrics),
        };
        Self {
            summary: Scores::of(&predictor.summary()),
            windows: predictor.windows().iter().map(window).collect(),
        }
    }

    fn shown(&self) -> Vec<WindowSummary> {
        let summary = WindowSummary {
            evaluation_type: Some("SUMMARY".to_owned()),
            metrics: Some(self.summary.shown()),
            ..WindowSummary::default()
        };
        let computed = self.windows.iter().map(|window| WindowSummary {
            test_window_start: Some(window.start),
            test_window_end: Some(window.end),
            item_count: i32::try_from(window.items).ok(),
            evaluation_type: Some("COMPUTED".to_owned()),
            metrics: Some(window.scores.shown()),
        });
        std::iter::once(summary).chain(computed).collect()
    }
}

impl Scores {
    fn of(metrics: &forecasting::Metrics) -> Self {
        Self {
            losses: metrics.quantile_losses.iter().map(|(quantile, loss)| (quantile.tau(), *loss)).collect(),
            average_loss: metrics.average_quantile_loss,
            wape: metrics.wape,
            rmse: metrics.rmse,
            mase: metrics.mase,
            mape: metrics.mape,
        }
    }

    fn shown(&self) -> Metrics {
        let loss = |(quantile, loss): &(f64, f64)| WeightedQuantileLoss {
            quantile: Some(*quantile),
            loss_value: Some(*loss),
        };
        Metrics {
            rmse: Some(self.rmse),
            weighted_quantile_losses: Some(self.losses.iter().map(loss).collect()),
            error_metrics: Some(vec![ErrorMetric {
                forecast_type: Some("mean".to_owned()),
                wape: Some(self.wape),
                rmse: Some(self.rmse),
                mase: Some(self.mase),
                mape: Some(self.mape),
            }]),
            average_weighted_quantile_loss: Some(self.average_loss),
        }
    }
}

impl Handle<GetAccuracyMetrics> for Forecast {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetAccuracyMetricsRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(Checks::on::<GetAccuracyMetrics>(&*input.predictor_arn))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetAccuracyMetrics>,
    ) -> Result<Answer<GetAccuracyMetrics>, Fault> {
        let scope = cx.scope()?;
        let predictor: Predictor = cx.read(|view| record::ready(view, &scope, &input.predictor_arn))?;
        let test_windows = predictor.scored.as_ref().map(Scored::shown);
        Ok(Answer::Output(GetAccuracyMetricsResponse {
            predictor_evaluation_results: Some(vec![EvaluationResult { algorithm_arn: None, test_windows }]),
            is_auto_predictor: Some(true),
            auto_ml_override_strategy: None,
            optimization_metric: predictor.asked.metric,
        }))
    }
}

//! How well the predictor did in its backtest, as the service tells it.

use api_forecast::{GetAccuracyMetrics, GetAccuracyMetricsRequest, Metrics, WindowSummary};
use client::Client;

use crate::commands::Failure;
use crate::commands::demo::calls::{given, must};
use crate::commands::demo::numbers::measure;
use crate::screen::Screen;

/// Shows the accuracy metrics as a table.
pub(crate) async fn show(screen: Screen, ana: &Client, predictor: &str) -> Result<(), Failure> {
    let request = GetAccuracyMetricsRequest { predictor_arn: predictor.into() };
    let answer = must::<GetAccuracyMetrics>(ana, request).await?;
    let results = answer.predictor_evaluation_results.unwrap_or_default();
    let windows: Vec<WindowSummary> =
        results.into_iter().filter_map(|result| result.test_windows).flatten().collect();
    let summary = windows.iter().find(|window| window.evaluation_type.as_deref() == Some("SUMMARY"));
    let window = given(summary.or(windows.first()), "TestWindows")?;
    let metrics = given(window.metrics.as_ref(), "Metrics")?;
    for line in table(metrics) {
        screen.detail(&line);
    }
    Ok(())
}

fn table(metrics: &Metrics) -> [String; 3] {
    let errors = metrics.error_metrics.as_ref().and_then(|errors| errors.first());
    let mut columns: Vec<(String, Option<f64>)> = Vec::new();
    for loss in metrics.weighted_quantile_losses.iter().flatten() {
        columns.push((format!("wQL[{}]", loss.quantile.unwrap_or_default()), loss.loss_value));
    }
    columns.sort_by(|one, other| one.0.cmp(&other.0));
    columns.push(("average".into(), metrics.average_weighted_quantile_loss));
    columns.push(("WAPE".into(), errors.and_then(|errors| errors.wape)));
    columns.push(("RMSE".into(), errors.and_then(|errors| errors.rmse)));
    columns.push(("MASE".into(), errors.and_then(|errors| errors.mase)));
    let names: String = columns.iter().map(|(name, _)| format!("{name:>10}")).collect();
    let values: String = columns.iter().map(|(_, value)| format!("{:>10}", measure(*value))).collect();
    [
        format!("backtest{names}"),
        format!("        {values}"),
        "wQL and WAPE: errors in proportion to all use. MASE: to the errors of repeating the day before"
            .into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use api_forecast::{ErrorMetric, WeightedQuantileLoss};

    #[test]
    fn metrics_stand_under_their_names() {
        let loss = |quantile, loss_value| WeightedQuantileLoss {
            quantile: Some(quantile),
            loss_value: Some(loss_value),
        };
        let errors = ErrorMetric { wape: Some(0.0812), rmse: Some(12.345), ..Default::default() };
        let metrics = Metrics {
            weighted_quantile_losses: Some(vec![loss(0.9, 0.05), loss(0.1, 0.04)]),
            average_weighted_quantile_loss: Some(0.045),
            error_metrics: Some(vec![errors]),
            ..Default::default()
        };
        let [names, values, _] = table(&metrics);
        assert_eq!(names, "backtest  wQL[0.1]  wQL[0.9]   average      WAPE      RMSE      MASE");
        assert_eq!(values, "            0.0400    0.0500    0.0450    0.0812     12.35         -");
    }
}

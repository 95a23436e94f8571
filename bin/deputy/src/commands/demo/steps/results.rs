//! Part three: the forecast, asked for, drawn and compared with what came.

use std::path::{Path, PathBuf};

use api_forecastquery::{DataPoint, QueryForecast, QueryForecastRequest};
use client::Client;

use crate::commands::Failure;
use crate::commands::demo::calls::{given, must};
use crate::commands::demo::plot::{Drawing, Quantiles, page, terminal};
use crate::commands::demo::readings::{CLIENTS, DRAWN, HOLDOUT, Point, TRAINING, instant, of_client};
use crate::commands::demo::stage::Stage;

/// Shown before the forecast in the terminal, and in the page.
const HOURS_IN_TERMINAL: usize = 72;
const HOURS_IN_PAGE: usize = 7 * 24;
/// The day before, hour by hour: the forecast that needs no service.
const DAY: usize = 24;

/// Draws the forecast of one client; gives the path of the page.
pub(crate) async fn play(
    stage: &Stage,
    ana: &Client,
    forecast: &str,
    folder: &Path,
) -> Result<PathBuf, Failure> {
    let mut drawn = None;
    let mut comparisons = Vec::new();
    for client in CLIENTS {
        let drawing = Drawing {
            client,
            history: of_client(TRAINING, client)?,
            forecast: query(ana, forecast, client).await?,
            actual: of_client(HOLDOUT, client)?,
        };
        comparisons.push(compared(&drawing));
        if client == DRAWN {
            drawn = Some(drawing);
        }
    }
    let drawing = given(drawn, DRAWN)?;
    for line in terminal::draw(stage.screen, &drawing.with_hours_of_history(HOURS_IN_TERMINAL)) {
        stage.screen.say(&line);
    }
    stage.screen.say("");
    stage.screen.done("compared with the day that followed, which the service never saw");
    for line in comparisons {
        stage.screen.detail(&line);
    }
    let path = page::write(folder, &drawing.with_hours_of_history(HOURS_IN_PAGE))?;
    stage.screen.done(&format!("drawn in {}", path.display()));
    Ok(path)
}

async fn query(ana: &Client, forecast: &str, client: &str) -> Result<Vec<Quantiles>, Failure> {
    let request = QueryForecastRequest {
        forecast_arn: forecast.into(),
        filters: [("item_id".to_owned(), client.to_owned())].into(),
        ..Default::default()
    };
    let answer = given(must::<QueryForecast>(ana, request).await?.forecast, "Forecast")?;
    let mut series = answer.predictions.unwrap_or_default();
    let mut take = |name: &str| given(series.remove(name), name).map(points);
    let (low, middle, high) = (take("p10")?, take("p50")?, take("p90")?);
    let both = low.iter().zip(&middle).zip(&high);
    let quantiles: Vec<Quantiles> = both
        .map(|((low, middle), high)| Quantiles {
            at: middle.at,
            low: low.value,
            middle: middle.value,
            high: high.value,
        })
        .collect();
    if quantiles.is_empty() {
        Err(format!("the forecast of {client} is empty").into())
    } else {
        Ok(quantiles)
    }
}

fn points(series: Vec<DataPoint>) -> Vec<Point> {
    let read =
        |point: DataPoint| Some(Point { at: instant(point.timestamp.as_deref()?)?, value: point.value? });
    series.into_iter().filter_map(read).collect()
}

fn compared(drawing: &Drawing<'_>) -> String {
    let actual: Vec<f64> = drawing.actual.iter().map(|point| point.value).collect();
    let median: Vec<f64> = drawing.forecast.iter().map(|quantiles| quantiles.middle).collect();
    let from = drawing.history.len().saturating_sub(DAY);
    let day_before: Vec<f64> = drawing.history.iter().skip(from).map(|point| point.value).collect();
    let inside = drawing.forecast.iter().zip(&actual);
    let inside =
        inside.filter(|(quantiles, actual)| (quantiles.low..=quantiles.high).contains(actual)).count();
    format!(
        "{:<11} WAPE {:>5.1} %  (repeating the day before {:>5.1} %)  {inside:>2} of {} hours in p10 to p90",
        drawing.client,
        100.0 * wape(&median, &actual),
        100.0 * wape(&day_before, &actual),
        actual.len(),
    )
}

/// The absolute errors in proportion to the total.
fn wape(forecast: &[f64], actual: &[f64]) -> f64 {
    let errors: f64 = forecast.iter().zip(actual).map(|(one, other)| (one - other).abs()).sum();
    errors / actual.iter().map(|value| value.abs()).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_weighed_by_the_total() {
        assert!((wape(&[1.0, 4.0], &[2.0, 2.0]) - 0.75).abs() < 1e-12);
    }
}

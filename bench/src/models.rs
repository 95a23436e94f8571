//! Series per second that each model fits and forecasts on one core, beside the simplest model.

use std::hint::black_box;
use std::time::{Duration, Instant};

use forecasting::{Algorithm, Quantile, predict};

use crate::Outcome;
use crate::report::{Report, Row, number};

const QUANTILES: [Quantile; 3] = [Quantile::P10, Quantile::MEDIAN, Quantile::P90];
/// Repeats the last season.
const SIMPLEST: Algorithm = Algorithm::SeasonalNaive;
const TIME: Duration = Duration::from_secs(2);
const MONTHS: usize = 300;
const SEASON: usize = 12;
const HORIZON: usize = 24;

pub(crate) fn measure(report: &mut Report) -> Outcome {
    report.title("models: series of 300 months fitted and forecast 24 months ahead, on one core");
    let series = synthetic();
    let rates: Vec<_> =
        Algorithm::ALL.iter().map(|algorithm| (*algorithm, rate(*algorithm, &series))).collect();
    let simplest = rates.iter().find(|(algorithm, _)| *algorithm == SIMPLEST).map_or(1.0, |(_, rate)| *rate);
    for (algorithm, rate) in rates {
        let is_peer = algorithm == SIMPLEST;
        report.row(Row {
            what: algorithm.to_string(),
            figure: format!("{} series/s", number(rate)),
            beside: format!("{} µs each", number(1e6 / rate)),
            against: if is_peer {
                String::new()
            } else {
                format!("{SIMPLEST} {} series/s", number(simplest))
            },
            ratio: (!is_peer).then_some(rate / simplest),
        });
    }
    Ok(())
}

fn rate(algorithm: Algorithm, series: &[Vec<f64>]) -> f64 {
    let began = Instant::now();
    let mut count = 0_u32;
    for values in series.iter().cycle() {
        black_box(predict(algorithm, values, &[SEASON], HORIZON, &QUANTILES, 1));
        count += 1;
        if began.elapsed() > TIME {
            break;
        }
    }
    f64::from(count) / began.elapsed().as_secs_f64()
}

/// Twenty series with trend, season and noise; in half of them the season grows with the level.
fn synthetic() -> Vec<Vec<f64>> {
    let mut seed = 1_u32;
    let mut noise = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 8) / f64::from(1_u32 << 24) - 0.5
    };
    let series = |number: usize| -> Vec<f64> {
        let mut level = 1_000.0;
        let value = |month: usize| {
            level += number as f64 / 4.0 - 2.0 + 20.0 * noise();
            let wave = (std::f64::consts::TAU * month as f64 / SEASON as f64).sin();
            let swing = if number.is_multiple_of(2) { 0.2 * level } else { 200.0 };
            level + swing * wave + 30.0 * noise()
        };
        (0..MONTHS).map(value).collect()
    };
    (0..20).map(series).collect()
}

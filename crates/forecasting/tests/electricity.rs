//! The demand of three clients, as in the service's getting-started exercise: the trained combination
//! must beat the seasonal naive forecast by far and know how wrong it may be.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails this way")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use forecasting::{
    Algorithm, Calendar, Fill, ForecastType, Metrics, Quantile, Score, Series, SeriesBuilder, SeriesKey,
    Settings, TimestampFormat, Watch, forecast, mase_scale, predict, train,
};

const HORIZON: usize = 24;
const QUANTILES: [Quantile; 3] = [Quantile::P10, Quantile::MEDIAN, Quantile::P90];

fn series(file: &str) -> Vec<Series> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/electricity").join(file);
    let mut builder =
        SeriesBuilder::new(Calendar::aligned("H".parse().unwrap())).filling(Fill::Nan, Fill::Nan);
    for line in fs::read_to_string(path).unwrap().lines() {
        let [item, at, value] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        builder.push(item, &[], TimestampFormat::DateTime.parse(at).unwrap(), Some(value.parse().unwrap()));
    }
    builder.finish().unwrap()
}

fn score(
    training: &[Series],
    holdout: &[Series],
    medians: &HashMap<SeriesKey, [Vec<f64>; 3]>,
) -> (Metrics, f64) {
    let mut score = Score::new(&QUANTILES);
    let mut inside = 0;
    for (training, holdout) in training.iter().zip(holdout) {
        let rows = &medians[&training.key];
        let row = |quantile| &rows[QUANTILES.iter().position(|one| *one == quantile).unwrap()][..];
        score.add(&holdout.values, row, &rows[1], mase_scale(&training.values, 24));
        inside += holdout
            .values
            .iter()
            .zip(&rows[0])
            .zip(&rows[2])
            .filter(|((y, low), high)| low <= y && y <= high)
            .count();
    }
    (score.metrics(), inside as f64 / (HORIZON * training.len()) as f64)
}

#[test]
fn the_next_day_is_foretold() {
    let (training, holdout) = (series("tts.csv"), series("holdout.csv"));
    let settings = Settings::auto(Calendar::aligned("H".parse().unwrap()), HORIZON);
    let predictor = train(&training, &settings, &Watch::NOBODY, &mut |_| ()).unwrap();
    let forecasts =
        forecast(&predictor, &training, &QUANTILES.map(ForecastType::Quantile), &Watch::NOBODY).unwrap();
    assert!(forecasts.iter().zip(&holdout).all(|(forecast, actual)| forecast.start == actual.start));

    let trained = forecasts.into_iter().map(|one| (one.key, one.values.try_into().unwrap())).collect();
    let naive = training.iter().map(|one| {
        let outlook = predict(Algorithm::SeasonalNaive, &one.values, &[24], HORIZON, &QUANTILES, 0);
        (one.key.clone(), QUANTILES.map(|quantile| outlook.quantile(quantile).to_vec()))
    });
    let (ours, coverage) = score(&training, &holdout, &trained);
    let (theirs, _) = score(&training, &holdout, &naive.collect());

    assert!(ours.average_quantile_loss < 0.15, "wQL {}", ours.average_quantile_loss);
    assert!(ours.mase < 1.0, "MASE {}", ours.mase);
    assert!(ours.average_quantile_loss < 0.5 * theirs.average_quantile_loss);
    assert!(ours.mase < 0.7 * theirs.mase);
    assert!((0.70..=0.92).contains(&coverage), "coverage {coverage}");

    // The last day is one of many: backtests say the same.
    assert_eq!(predictor.windows().len(), 5);
    assert!(predictor.summary().average_quantile_loss < 0.12, "{:?}", predictor.summary());
}

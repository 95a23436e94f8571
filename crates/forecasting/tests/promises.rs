//! What holds for every model and every series, however odd.

#![expect(clippy::unwrap_used, reason = "a test fails this way")]

use forecasting::{
    Algorithm, Approach, BacktestPlan, Calendar, ForecastType, OptimizationMetric, Period, Predictor,
    Quantile, Series, SeriesKey, Settings, TrainError, Watch, forecast, predict, train,
};
use proptest::prelude::*;

const NAN: f64 = f64::NAN;
const HORIZON: usize = 6;

fn quantiles() -> Vec<Quantile> {
    [1, 10, 50, 90, 99].into_iter().filter_map(Quantile::percent).collect()
}

/// Finite, ascending quantiles, nothing negative after a history without negatives.
#[track_caller]
fn check(history: &[f64], seasons: &[usize]) {
    for algorithm in Algorithm::ALL {
        let outlook = predict(algorithm, history, seasons, HORIZON, &quantiles(), 7);
        assert_eq!(outlook.steps(), HORIZON);
        let rows: Vec<&[f64]> = outlook.quantiles().iter().map(|one| outlook.quantile(*one)).collect();
        for step in 0..HORIZON {
            let column: Vec<f64> = rows.iter().map(|row| row[step]).collect();
            assert!(
                column.iter().chain([&outlook.mean()[step]]).all(|value| value.is_finite()),
                "{algorithm}: {column:?}"
            );
            assert!(column.is_sorted(), "{algorithm} crosses: {column:?}");
            if !history.iter().any(|value| *value < 0.0) {
                assert!(
                    column[0] >= 0.0 && outlook.mean()[step] >= 0.0,
                    "{algorithm} is negative: {column:?}"
                );
            }
        }
    }
}

#[test]
fn odd_series_are_ordinary_input() {
    let lengths: Vec<Vec<f64>> =
        (0..30).map(|length| (0..length).map(|t| 5.0 + (t % 4) as f64).collect()).collect();
    let mut odd: Vec<Vec<f64>> = vec![
        vec![NAN; 20],
        vec![0.0; 60],
        vec![3.0; 60],
        vec![-3.0; 60],
        vec![NAN, NAN, 4.0, NAN, NAN],
        (0..80).map(|t| 1e15 * (1.0 + (t % 4) as f64)).collect(),
        (0..80).map(|t| 1e-12 * (1.0 + (t % 4) as f64)).collect(),
        (0..80).map(|t| 1e300 * (1.0 + (t % 4) as f64)).collect(),
        (0..80).map(|t| if t == 40 { 1e15 } else { 1.0 }).collect(),
        (0..80).map(|t| if t % 9 == 0 { 2.0 } else { 0.0 }).collect(),
        (0..80).map(|t| if t % 3 == 0 { NAN } else { t as f64 }).collect(),
        (0..80).map(|t| if t < 70 { t as f64 } else { NAN }).collect(),
        (0..500).map(|t| if t < 100 { t as f64 } else { NAN }).collect(),
        (0..80).map(|t| 1.1f64.powi(t)).collect(),
        (0..80).map(|t| 1.1f64.powi(-t)).collect(),
        (0..80).map(|t| -1.0 + (t % 5) as f64).collect(),
        (0..41).map(|t| if t < 40 { 0.0 } else { 1.0 }).collect(),
    ];
    odd.extend(lengths);
    for history in &odd {
        for seasons in [&[][..], &[4], &[4, 28], &[52]] {
            check(history, seasons);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn any_series_is_ordinary_input(
        history in proptest::collection::vec(prop_oneof![4 => -1e3..1e3f64, 1 => Just(NAN), 1 => Just(0.0), 1 => 0.0..1e9f64], 0..60),
        season in 1usize..13,
    ) {
        check(&history, &[season]);
    }
}

fn monthly(count: usize) -> Vec<Series> {
    let series = |number: usize| {
        let length = 20 + 4 * number;
        let values =
            (0..length).map(|t| 50.0 + number as f64 * t as f64 + 10.0 * ((t % 12) as f64)).collect();
        Series::new(SeriesKey::new(&format!("item {number:03}"), &[]), Period(400 - length as i64), values)
    };
    (0..count).map(series).collect()
}

fn settings() -> Settings {
    Settings::auto(Calendar::aligned("M".parse().unwrap()), HORIZON)
}

#[test]
fn the_same_data_gives_the_same_predictor_and_it_survives_storage() {
    let series = monthly(9);
    let train = || train(&series, &settings(), &Watch::NOBODY, &mut |_| ()).unwrap();
    let predictor = train();
    assert_eq!(predictor, train());
    let stored = serde_json::to_string(&predictor).unwrap();
    let back: Predictor = serde_json::from_str(&stored).unwrap();
    let types = ["mean", "0.05", "0.5", "0.95"].map(|text| text.parse().unwrap());
    let forecast = |predictor| forecast(predictor, &series, &types, &Watch::NOBODY).unwrap();
    assert_eq!(forecast(&back), forecast(&predictor));
    let forecasts = forecast(&predictor);
    assert_eq!(forecasts.len(), 9);
    for one in &forecasts {
        assert_eq!((one.start, one.values.len()), (Period(400), 4));
        assert!(
            (0..HORIZON).all(|step| one.values[1][step] <= one.values[2][step]
                && one.values[2][step] <= one.values[3][step])
        );
    }
}

#[test]
fn backtests_are_told_series_by_series_and_summed_up_by_window() {
    let series = monthly(9);
    let mut told = Vec::new();
    let predictor = train(&series, &settings(), &Watch::NOBODY, &mut |one| {
        assert_eq!(one.actual.len(), HORIZON);
        told.push((one.key.clone(), one.window));
    })
    .unwrap();
    assert!(told.is_sorted_by_key(|(key, window)| (key.clone(), *window)));
    let windows = predictor.windows();
    // 52 periods, of which two seasons remain to train the earliest window.
    assert_eq!(windows.len(), 4);
    assert_eq!((windows[0].start, windows[0].end), (Period(394), Period(400)));
    assert_eq!(windows[1].end, windows[0].start);
    for (number, window) in windows.iter().enumerate() {
        assert_eq!(window.item_count, told.iter().filter(|(_, one)| *one == number).count());
    }
}

#[test]
fn one_algorithm_is_taken_as_it_is() {
    let series = monthly(3);
    let single = Settings {
        approach: Approach::Single(Algorithm::Theta),
        backtest: BacktestPlan::Fixed { windows: 2, offset: 8 },
        types: vec![ForecastType::Mean, ForecastType::Quantile(Quantile::P90)],
        ..settings()
    };
    let predictor = train(&series, &single, &Watch::NOBODY, &mut |_| ()).unwrap();
    assert_eq!(predictor.weights(), [(Algorithm::Theta, 1.0)]);
    assert_eq!(predictor.windows()[1].start, Period(400 - 16));
    assert_eq!(predictor.windows()[0].metrics.quantile_losses.len(), 1);
    let forecasts =
        forecast(&predictor, &series, &[ForecastType::Quantile(Quantile::P90)], &Watch::NOBODY).unwrap();
    let expect = predict(Algorithm::Theta, &series[0].values, &[12], HORIZON, &[Quantile::P90], 0);
    assert_eq!(forecasts[0].values[0], expect.quantile(Quantile::P90));
}

#[test]
fn every_metric_can_be_optimised() {
    let series = monthly(4);
    for metric in [
        OptimizationMetric::AverageWeightedQuantileLoss,
        OptimizationMetric::Wape,
        OptimizationMetric::Rmse,
        OptimizationMetric::Mase,
        OptimizationMetric::Mape,
    ] {
        let predictor =
            train(&series, &Settings { metric, ..settings() }, &Watch::NOBODY, &mut |_| ()).unwrap();
        let value = predictor.summary().value(metric);
        let naive = Settings { metric, approach: Approach::Single(Algorithm::SeasonalNaive), ..settings() };
        let naive = train(&series, &naive, &Watch::NOBODY, &mut |_| ()).unwrap().summary().value(metric);
        assert!(value < naive, "{metric:?}: {value} is not below {naive}");
        let sum: f64 = predictor.weights().iter().map(|(_, weight)| weight).sum();
        assert!((sum - 1.0).abs() < 1e-6);
    }
}

#[test]
fn series_that_appear_later_and_empty_ones_are_forecast_too() {
    let series = monthly(4);
    let predictor = train(&series, &settings(), &Watch::NOBODY, &mut |_| ()).unwrap();
    let new = [
        Series::new(SeriesKey::new("new", &["north"]), Period(398), vec![7.0, 7.0]),
        Series::new(SeriesKey::new("none", &["north"]), Period(400), vec![]),
    ];
    let forecasts = forecast(&predictor, &new, &ForecastType::DEFAULT, &Watch::NOBODY).unwrap();
    assert!(forecasts[0].values[1].iter().all(|value| (value - 7.0).abs() < 1.0), "{forecasts:?}");
    assert_eq!(forecasts[1].values[1], [0.0; HORIZON]);
}

#[test]
fn work_can_be_watched_and_stopped() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let series = monthly(6);
    let most = AtomicUsize::new(0);
    let progress = |done, total| {
        assert_eq!(total, 6);
        most.fetch_max(done, Ordering::Relaxed);
    };
    let watch = Watch { progress: &progress, cancelled: &|| false };
    train(&series, &settings(), &watch, &mut |_| ()).unwrap();
    assert_eq!(most.into_inner(), 6);
    let stopped = Watch { progress: &|_, _| (), cancelled: &|| true };
    assert!(matches!(train(&series, &settings(), &stopped, &mut |_| ()), Err(TrainError::Cancelled(_))));
}

#[test]
fn odd_series_do_not_spoil_the_training() {
    let mut series = monthly(3);
    for (name, value) in [("zero", 0.0), ("tiny", 1e-300), ("huge", 1e200), ("negative", -4.0)] {
        series.push(Series::new(SeriesKey::new(name, &[]), Period(360), vec![value; 40]));
    }
    series.push(Series::new(
        SeriesKey::new("gaps", &[]),
        Period(360),
        (0..40).map(|t| if t % 2 == 0 { NAN } else { 5.0 }).collect(),
    ));
    let predictor = train(&series, &settings(), &Watch::NOBODY, &mut |_| ()).unwrap();
    assert!(predictor.weights().iter().all(|(_, weight)| weight.is_finite()), "{:?}", predictor.weights());
    let forecasts = forecast(&predictor, &series, &ForecastType::DEFAULT, &Watch::NOBODY).unwrap();
    assert!(forecasts.iter().flat_map(|one| one.values.iter().flatten()).all(|value| value.is_finite()));
    assert_eq!(forecasts[3].values[1], [0.0; HORIZON]);
}

#[test]
fn without_backtests_the_usual_models_count() {
    let short = [Series::new(SeriesKey::new("a", &[]), Period(0), vec![3.0, 4.0, 5.0, 4.0])];
    let predictor = train(&short, &settings(), &Watch::NOBODY, &mut |_| ()).unwrap();
    assert!(predictor.windows().is_empty());
    let forecasts = forecast(&predictor, &short, &ForecastType::DEFAULT, &Watch::NOBODY).unwrap();
    assert!(forecasts[0].values[1].iter().all(|value| (3.0..=6.0).contains(value)), "{forecasts:?}");
}

#[test]
fn nothing_cannot_be_learned_from() {
    let empty = Series::new(SeriesKey::new("a", &[]), Period(0), vec![NAN; 3]);
    for series in [&[][..], &[empty]] {
        assert_eq!(train(series, &settings(), &Watch::NOBODY, &mut |_| ()), Err(TrainError::NoData));
    }
    let none = Settings { horizon: 0, ..settings() };
    assert_eq!(train(&monthly(1), &none, &Watch::NOBODY, &mut |_| ()), Err(TrainError::NoHorizon));
}

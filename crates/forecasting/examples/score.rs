//! Scores each model and the trained combination on data sets with a holdout:
//! `score DIRECTORY [SET...]`, each set a folder with `tts.csv`, `holdout.csv` and `schema.json`.
#![expect(clippy::print_stdout, reason = "a table is what it is for")]

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use forecasting::{
    Algorithm, Calendar, Fill, ForecastType, Frequency, Outlook, Quantile, Series, SeriesBuilder, SeriesKey,
    Settings, TimestampFormat, Watch, forecast, mase_scale, predict, train,
};

const QUANTILES: [Quantile; 3] = [Quantile::P10, Quantile::MEDIAN, Quantile::P90];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: score DIRECTORY [SET...]")?;
    let mut sets: Vec<String> = arguments.collect();
    if sets.is_empty() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.path().join("holdout.csv").exists() {
                sets.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        sets.sort();
    }
    println!("| set | model | series | sMAPE | MASE | wQL | coverage | series per CPU second |");
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for set in sets {
        score_set(&set, &Set::read(&Path::new(&folder).join(&set))?)?;
    }
    Ok(())
}

struct Set {
    calendar: Calendar,
    horizon: usize,
    series: Vec<Series>,
    actual: HashMap<SeriesKey, Vec<f64>>,
}

impl Set {
    fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let schema = fs::read_to_string(folder.join("schema.json"))?;
        let frequency: Frequency = field(&schema, "frequency").ok_or("no frequency")?.parse()?;
        let horizon: usize = field(&schema, "horizon").ok_or("no horizon")?.parse()?;
        let calendar = Calendar::aligned(frequency);
        let mut training = SeriesBuilder::new(calendar).filling(Fill::Nan, Fill::Nan);
        rows(&folder.join("tts.csv"), |item, dimensions, at, value| {
            training.push(item, dimensions, at, Some(value))
        })?;
        let series = training.finish()?;
        let end = series.first().map(Series::end).ok_or("no series")?;
        let mut actual: HashMap<SeriesKey, Vec<f64>> = HashMap::new();
        rows(&folder.join("holdout.csv"), |item, dimensions, at, value| {
            let values =
                actual.entry(SeriesKey::new(item, dimensions)).or_insert_with(|| vec![f64::NAN; horizon]);
            if let Some(place) = values.get_mut(calendar.period(at).since(end) as usize) {
                *place = value;
            }
        })?;
        Ok(Self { calendar, horizon, series, actual })
    }
}

fn field<'a>(schema: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = schema.split_once(&format!("\"{name}\":"))?;
    rest.split([',', '\n']).next().map(|value| value.trim().trim_matches('"'))
}

fn rows(
    path: &Path,
    mut row: impl FnMut(&str, &[&str], jiff::civil::DateTime, f64),
) -> Result<(), Box<dyn Error>> {
    for line in fs::read_to_string(path)?.lines() {
        let fields: Vec<&str> = line.split(',').collect();
        let [item, dimensions @ .., at, value] = &fields[..] else { return Err(line.into()) };
        let format = if at.len() == 10 { TimestampFormat::Date } else { TimestampFormat::DateTime };
        row(item, dimensions, format.parse(at)?, value.parse()?);
    }
    Ok(())
}

fn score_set(name: &str, set: &Set) -> Result<(), Box<dyn Error>> {
    let seasons = set.calendar.frequency().seasons();
    for algorithm in Algorithm::ALL {
        let began = Instant::now();
        let outlooks: Vec<Outlook> = set
            .series
            .iter()
            .map(|series| predict(algorithm, &series.values, &seasons, set.horizon, &QUANTILES, 0))
            .collect();
        let took = began.elapsed();
        let values = outlooks.iter().map(|one| QUANTILES.map(|quantile| one.quantile(quantile).to_vec()));
        print_row(name, &algorithm.to_string(), set, &values.collect::<Vec<_>>(), took);
    }
    let began = Instant::now();
    let settings = Settings::auto(set.calendar, set.horizon);
    let predictor = train(&set.series, &settings, &Watch::NOBODY, &mut |_| ())?;
    let types = QUANTILES.map(ForecastType::Quantile);
    let forecasts = forecast(&predictor, &set.series, &types, &Watch::NOBODY)?;
    // Training keeps all cores of the pool busy.
    let took = began.elapsed() * rayon::current_num_threads() as u32;
    let values =
        forecasts.iter().map(|one| [one.values[0].clone(), one.values[1].clone(), one.values[2].clone()]);
    print_row(name, "combination", set, &values.collect::<Vec<_>>(), took);
    let summary = predictor.summary();
    eprintln!(
        "{name}: {} backtest windows, wQL {:.4} MASE {:.3}, weights {:.2?}",
        predictor.windows().len(),
        summary.average_quantile_loss,
        summary.mase,
        predictor.weights()
    );
    Ok(())
}

fn print_row(name: &str, model: &str, set: &Set, values: &[[Vec<f64>; 3]], took: Duration) {
    let season = set.calendar.frequency().seasonality();
    let (mut smape, mut mase, mut scored, mut scaled) = (0.0, 0.0, 0, 0);
    let (mut losses, mut magnitude, mut inside, mut points) = ([0.0; 3], 0.0, 0, 0);
    for (series, values) in set.series.iter().zip(values) {
        let Some(actual) = set.actual.get(&series.key) else { continue };
        let (mut relative, mut error, mut count) = (0.0, 0.0, 0);
        for (step, &actual) in actual.iter().enumerate().filter(|(_, actual)| !actual.is_nan()) {
            let [low, median, high] = [values[0][step], values[1][step], values[2][step]];
            let size = actual.abs() + median.abs();
            relative += if size > 0.0 { 200.0 * (actual - median).abs() / size } else { 0.0 };
            error += (actual - median).abs();
            count += 1;
            for ((loss, value), quantile) in losses.iter_mut().zip([low, median, high]).zip(QUANTILES) {
                let error = actual - value;
                *loss += 2.0 * f64::max(quantile.tau() * error, (quantile.tau() - 1.0) * error);
            }
            magnitude += actual.abs();
            inside += usize::from((low..=high).contains(&actual));
            points += 1;
        }
        if count > 0 {
            smape += relative / f64::from(count);
            scored += 1;
            if let Some(scale) = mase_scale(&series.values, season) {
                mase += error / f64::from(count) / scale;
                scaled += 1;
            }
        }
    }
    println!(
        "| {name} | {model} | {scored} | {:.2} | {:.3} | {:.4} | {:.2} | {:.3} |",
        smape / f64::from(scored),
        mase / f64::from(scaled),
        losses.iter().sum::<f64>() / 3.0 / magnitude,
        inside as f64 / points as f64,
        set.series.len() as f64 / took.as_secs_f64()
    );
}

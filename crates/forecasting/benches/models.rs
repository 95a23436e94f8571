//! How many series per second one core fits and forecasts with each model, and rows it lays out.
#![expect(clippy::print_stdout, reason = "a table is what it is for")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use forecasting::{Algorithm, Calendar, Quantile, SeriesBuilder, TimestampFormat, predict};

const QUANTILES: [Quantile; 3] = [Quantile::P10, Quantile::MEDIAN, Quantile::P90];

/// Each measurement takes about as long.
const MEASURED: Duration = Duration::from_secs(2);

fn main() {
    println!("{:<20} {:>16} {:>16}", "series per second", "quarterly, 50", "monthly, 300");
    for algorithm in Algorithm::ALL {
        let quarterly = rate(algorithm, &synthetic(50, 4), 4, 8);
        let monthly = rate(algorithm, &synthetic(300, 12), 12, 24);
        println!("{:<20} {quarterly:>16.0} {monthly:>16.0}", algorithm.to_string());
    }
    println!("{:<20} {:>16.0}", "rows imported", import_rate());
}

/// Rows of text per second that become series.
fn import_rate() -> f64 {
    const ROWS: usize = 1_000_000;
    let rows: Vec<(String, String)> = (0..ROWS)
        .map(|row| {
            (
                format!("item {}", row / 2_000),
                format!("2024-01-{:02} {:02}:00:00", row / 24 % 28 + 1, row % 24),
            )
        })
        .collect();
    let Ok(frequency) = "H".parse() else { return 0.0 };
    let began = Instant::now();
    let mut builder = SeriesBuilder::new(Calendar::aligned(frequency));
    for (item, at) in &rows {
        if let Ok(at) = TimestampFormat::DateTime.parse(at) {
            builder.push(item, &["north"], at, Some(1.0));
        }
    }
    black_box(builder.finish()).ok();
    ROWS as f64 / began.elapsed().as_secs_f64()
}

fn rate(algorithm: Algorithm, series: &[Vec<f64>], season: usize, horizon: usize) -> f64 {
    let began = Instant::now();
    let mut count = 0;
    for values in series.iter().cycle() {
        black_box(predict(algorithm, values, &[season], horizon, &QUANTILES, 1));
        count += 1;
        if began.elapsed() > MEASURED {
            break;
        }
    }
    f64::from(count) / began.elapsed().as_secs_f64()
}

/// Positive series with trend, season and noise, some of them multiplicative.
fn synthetic(length: usize, season: usize) -> Vec<Vec<f64>> {
    let mut seed = 1u32;
    let mut noise = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 8) / f64::from(1u32 << 24) - 0.5
    };
    let series = |number: usize| -> Vec<f64> {
        let mut level = 1_000.0;
        let value = |t: usize| {
            level += number as f64 / 4.0 - 2.0 + 20.0 * noise();
            let wave = (std::f64::consts::TAU * t as f64 / season as f64).sin();
            let swing = if number.is_multiple_of(2) { 0.2 * level } else { 200.0 };
            level + swing * wave + 30.0 * noise()
        };
        (0..length).map(value).collect()
    };
    (0..20).map(series).collect()
}

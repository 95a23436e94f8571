//! The airline passengers of Box and Jenkins (1976, series G): trend and a season that grows with it.

use forecasting::{Algorithm, Quantile, predict};

const PASSENGERS: [f64; 144] = [
    112., 118., 132., 129., 121., 135., 148., 148., 136., 119., 104., 118., // 1949
    115., 126., 141., 135., 125., 149., 170., 170., 158., 133., 114., 140., // 1950
    145., 150., 178., 163., 172., 178., 199., 199., 184., 162., 146., 166., // 1951
    171., 180., 193., 181., 183., 218., 230., 242., 209., 191., 172., 194., // 1952
    196., 196., 236., 235., 229., 243., 264., 272., 237., 211., 180., 201., // 1953
    204., 188., 235., 227., 234., 264., 302., 293., 259., 229., 203., 229., // 1954
    242., 233., 267., 269., 270., 315., 364., 347., 312., 274., 237., 278., // 1955
    284., 277., 317., 313., 318., 374., 413., 405., 355., 306., 271., 306., // 1956
    315., 301., 356., 348., 355., 422., 465., 467., 404., 347., 305., 336., // 1957
    340., 318., 362., 348., 363., 435., 491., 505., 404., 359., 310., 337., // 1958
    360., 342., 406., 396., 420., 472., 548., 559., 463., 407., 362., 405., // 1959
    417., 391., 419., 461., 472., 535., 622., 606., 508., 461., 390., 432., // 1960
];

/// The mean absolute percentage error of the median over the last year stays below `percent`.
#[track_caller]
fn check(algorithm: Algorithm, percent: f64) {
    let (known, actual) = PASSENGERS.split_at(132);
    let quantiles = [Quantile::P10, Quantile::MEDIAN, Quantile::P90];
    let outlook = predict(algorithm, known, &[12], 12, &quantiles, 1);
    let medians = outlook.quantile(Quantile::MEDIAN);
    let errors = actual.iter().zip(medians).map(|(actual, median)| ((actual - median) / actual).abs());
    let error = 100.0 * errors.sum::<f64>() / 12.0;
    assert!(error < percent, "{algorithm}: {error:.2} %, {medians:.0?}");
}

#[test]
fn models_of_trend_and_season_come_close() {
    check(Algorithm::Ets, 5.0);
    check(Algorithm::Theta, 6.0);
    check(Algorithm::Stl, 5.0);
}

#[test]
fn the_seasonal_naive_forecast_lags_behind() {
    check(Algorithm::SeasonalNaive, 12.0);
}

#[test]
fn whole_scales_do_not_matter() {
    let quantiles = [Quantile::MEDIAN];
    for algorithm in Algorithm::ALL {
        let plain = predict(algorithm, &PASSENGERS, &[12], 6, &quantiles, 1);
        let large: Vec<f64> = PASSENGERS.iter().map(|value| value * 2f64.powi(40)).collect();
        let scaled = predict(algorithm, &large, &[12], 6, &quantiles, 1);
        for (plain, scaled) in plain.mean().iter().zip(scaled.mean()) {
            assert_eq!(*scaled, plain * 2f64.powi(40), "{algorithm}");
        }
    }
}

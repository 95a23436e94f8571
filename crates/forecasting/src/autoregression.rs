//! Autoregression by the equations of Yule and Walker, solved by the recursion of Levinson and Durbin
//! (Brockwell and Davis 1991, chapter 8). It returns to the mean and cannot explode.

/// Lags at most.
const LAGS_MAX: usize = 30;

/// Values that one more lag asks for.
const VALUES_PER_LAG: usize = 10;

/// Mean and standard deviation per step for values without season.
pub(crate) fn adjusted_forecast(values: &[f64], steps: usize) -> Option<(Vec<f64>, Vec<f64>)> {
    let lags = (values.len() / VALUES_PER_LAG).min(LAGS_MAX);
    if lags == 0 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let centred: Vec<f64> = values.iter().map(|value| value - mean).collect();
    let (coefficients, variance) = levinson_durbin(&autocovariances(&centred, lags), values.len())?;
    let forecasts = extend(&coefficients, &centred, steps).map(|value| mean + value).collect();
    // A shock's later effect is what follows it after nothing else ever happened.
    let mut calm = vec![0.0; coefficients.len()];
    calm.push(1.0);
    let effects = std::iter::once(1.0).chain(extend(&coefficients, &calm, steps));
    let deviations = effects.scan(0.0, |sum, effect| {
        *sum += effect * effect;
        Some((variance * *sum).sqrt())
    });
    Some((forecasts, deviations.take(steps).collect()))
}

fn autocovariances(centred: &[f64], lags: usize) -> Vec<f64> {
    let covariance =
        |lag: usize| centred.iter().skip(lag).zip(centred).map(|(now, before)| now * before).sum::<f64>();
    (0..=lags).map(|lag| covariance(lag) / centred.len() as f64).collect()
}

/// Coefficients, nearest lag first, and the variance of the errors, for the order of the least corrected criterion of Akaike.
fn levinson_durbin(covariances: &[f64], count: usize) -> Option<(Vec<f64>, f64)> {
    let mut variance = covariances[0];
    if variance <= 0.0 {
        return None;
    }
    let criterion = |variance: f64, order: usize| {
        let (count, parameters) = (count as f64, order as f64 + 2.0);
        count * variance.max(1e-300).ln() + 2.0 * parameters * count / (count - parameters - 1.0).max(1.0)
    };
    let mut coefficients: Vec<f64> = Vec::new();
    let mut best = (criterion(variance, 0), coefficients.clone(), variance);
    for order in 1..covariances.len() {
        let known: f64 =
            coefficients.iter().enumerate().map(|(lag, one)| one * covariances[order - 1 - lag]).sum();
        let reflection = (covariances[order] - known) / variance;
        let mirrored: Vec<f64> = coefficients.iter().rev().copied().collect();
        for (one, other) in coefficients.iter_mut().zip(mirrored) {
            *one -= reflection * other;
        }
        coefficients.push(reflection);
        variance *= 1.0 - reflection * reflection;
        if variance <= 0.0 {
            break;
        }
        let found = criterion(variance, order);
        if found < best.0 {
            best = (found, coefficients.clone(), variance);
        }
    }
    Some((best.1, best.2))
}

/// The values that follow `past`, without errors.
fn extend(coefficients: &[f64], past: &[f64], steps: usize) -> impl Iterator<Item = f64> + use<> {
    let mut values = past[past.len().saturating_sub(coefficients.len())..].to_vec();
    let first = values.len();
    for _ in 0..steps {
        let next = coefficients.iter().zip(values.iter().rev()).map(|(one, value)| one * value).sum();
        values.push(next);
    }
    values.into_iter().skip(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::Draws;

    #[test]
    fn a_first_order_process_is_recognised() {
        let mut draws = Draws::new(3);
        let values: Vec<f64> = (0..5_000)
            .scan(0.0, |state, _| {
                *state = 0.8 * *state + draws.normal();
                Some(*state)
            })
            .collect();
        let (coefficients, variance) = levinson_durbin(&autocovariances(&values, 5), values.len()).unwrap();
        assert!(
            (coefficients[0] - 0.8).abs() < 0.05 && (variance - 1.0).abs() < 0.05,
            "{coefficients:?} {variance}"
        );
    }

    #[test]
    fn forecasts_return_to_the_mean_and_intervals_to_the_spread() {
        let values: Vec<f64> = (0..200).map(|t| 10.0 + f64::from(t % 7) + f64::from(t % 3)).collect();
        let (mean, deviation) = adjusted_forecast(&values, 300).unwrap();
        assert!(mean.iter().all(|mean| (8.0..20.0).contains(mean)));
        assert!(deviation.is_sorted() && deviation[299] < 4.0);
    }

    #[test]
    fn constants_are_left_to_others() {
        assert!(adjusted_forecast(&[2.0; 50], 3).is_none());
    }
}

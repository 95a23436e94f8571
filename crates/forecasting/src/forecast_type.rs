//! What is forecast of a period: quantiles of the value, or its mean.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A quantile between 0.01 and 0.99, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quantile(
    // Invariant: 1 to 99.
    u8,
);

impl Quantile {
    /// The middle.
    pub const MEDIAN: Self = Self(50);
    /// One in ten values is below.
    pub const P10: Self = Self(10);
    /// One in ten values is above.
    pub const P90: Self = Self(90);

    /// The quantile of `percent`, 1 to 99.
    pub fn percent(percent: u8) -> Option<Self> {
        (1..=99).contains(&percent).then_some(Self(percent))
    }

    /// The share of values below.
    pub fn tau(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// `0.5` and the like.
impl fmt::Display for Quantile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.tau())
    }
}

/// One value a forecast gives for each period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ForecastType {
    /// `mean`
    Mean,
    /// `0.01` to `0.99`
    Quantile(Quantile),
}

/// A forecast type of another form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The forecast type {0} is invalid. Use mean or a value from 0.01 to 0.99 in steps of 0.01.")]
pub struct ForecastTypeError(pub String);

impl ForecastType {
    /// The service's default: p10, p50 and p90.
    pub const DEFAULT: [Self; 3] =
        [Self::Quantile(Quantile::P10), Self::Quantile(Quantile::MEDIAN), Self::Quantile(Quantile::P90)];

    /// The name in answers and exports: `mean`, `p50`.
    pub fn label(self) -> String {
        match self {
            Self::Mean => "mean".to_owned(),
            Self::Quantile(Quantile(percent)) => format!("p{percent}"),
        }
    }

    /// The quantile, unless it is the mean.
    pub fn quantile(self) -> Option<Quantile> {
        match self {
            Self::Mean => None,
            Self::Quantile(quantile) => Some(quantile),
        }
    }
}

impl FromStr for ForecastType {
    type Err = ForecastTypeError;

    fn from_str(text: &str) -> Result<Self, ForecastTypeError> {
        let error = || ForecastTypeError(text.to_owned());
        if text == "mean" {
            return Ok(Self::Mean);
        }
        let (whole, hundredths) = text.split_once('.').ok_or_else(error)?;
        let digits = hundredths.trim_end_matches('0');
        let known = matches!(whole, "" | "0")
            && (1..=2).contains(&digits.len())
            && hundredths.bytes().all(|b| b.is_ascii_digit());
        if !known {
            return Err(error());
        }
        let percent = format!("{digits:0<2}").parse().ok().and_then(Quantile::percent);
        percent.map(Self::Quantile).ok_or_else(error)
    }
}

/// The form in answers of the service: `mean`, `0.5`.
impl fmt::Display for ForecastType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mean => f.write_str("mean"),
            Self::Quantile(quantile) => quantile.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_quantile_are_equal() {
        for text in [".5", "0.5", "0.50", "0.500"] {
            assert_eq!(text.parse(), Ok(ForecastType::Quantile(Quantile::MEDIAN)));
        }
        let tail: ForecastType = "0.01".parse().unwrap();
        assert_eq!((tail.label().as_str(), tail.to_string().as_str()), ("p1", "0.01"));
        assert_eq!("mean".parse(), Ok(ForecastType::Mean));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in
            ["", "0", "1", "1.0", "0.0", ".", "0.005", "0.123", "-0.5", "0.+5", "Mean", "p50", "0.5e0"]
        {
            assert!(text.parse::<ForecastType>().is_err(), "{text}");
        }
    }
}

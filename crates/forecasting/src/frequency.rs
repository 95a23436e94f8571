//! How far apart the points of a series are: `15min`, `H`, `D`, `W`, `3M`, `Y`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The unit a frequency counts in, shortest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// `min`
    Minute,
    /// `H`
    Hour,
    /// `D`
    Day,
    /// `W`
    Week,
    /// `M`
    Month,
    /// `Y`
    Year,
}

impl Unit {
    fn symbol(self) -> &'static str {
        match self {
            Unit::Minute => "min",
            Unit::Hour => "H",
            Unit::Day => "D",
            Unit::Week => "W",
            Unit::Month => "M",
            Unit::Year => "Y",
        }
    }

    /// The largest count of this unit; more is the next longer unit.
    fn count_max(self) -> u32 {
        match self {
            Unit::Minute => 59,
            Unit::Hour => 23,
            Unit::Day => 6,
            Unit::Week => 4,
            Unit::Month => 11,
            Unit::Year => 1,
        }
    }

    fn minutes(self) -> u32 {
        match self {
            Unit::Minute => 1,
            Unit::Hour => 60,
            Unit::Day => 1_440,
            Unit::Week => 10_080,
            Unit::Month => 43_830,
            Unit::Year => 525_960,
        }
    }

    /// How many of this unit make the season people see first: the day, the week or the year.
    fn per_season(self) -> usize {
        match self {
            Unit::Minute => 1_440,
            Unit::Hour => 24,
            Unit::Day => 7,
            Unit::Week => 52,
            Unit::Month => 12,
            Unit::Year => 1,
        }
    }
}

/// The length of one period: a count of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Frequency {
    // Invariant: 1 <= count <= unit.count_max().
    count: u32,
    unit: Unit,
}

/// Why a text is no frequency.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrequencyError {
    /// Neither a unit nor a count and a unit.
    #[error("The frequency {0} is invalid. Use an integer followed by Y, M, W, D, H or min.")]
    Form(String),
    /// A count that the unit does not allow.
    #[error("The frequency {text} is invalid. The value for {unit} must be between 1 and {max}.")]
    Range {
        /// What was given.
        text: String,
        /// The unit in it.
        unit: &'static str,
        /// The largest count of it.
        max: u32,
    },
}

impl Frequency {
    /// `count` periods of `unit` in one.
    pub fn new(count: u32, unit: Unit) -> Result<Self, FrequencyError> {
        if (1..=unit.count_max()).contains(&count) {
            return Ok(Self { count, unit });
        }
        let text = format!("{count}{}", unit.symbol());
        Err(FrequencyError::Range { text, unit: unit.symbol(), max: unit.count_max() })
    }

    /// How many units one period has.
    pub fn count(self) -> u32 {
        self.count
    }

    /// The unit of the period.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The (average) length of a period; what two frequencies are compared by.
    pub fn minutes(self) -> u32 {
        self.count * self.unit.minutes()
    }

    /// Periods in the season that MASE and the models use: 24 for hourly, 12 for monthly, 1 when none fits.
    pub fn seasonality(self) -> usize {
        divided(self.unit.per_season(), self.count)
    }

    /// All seasons worth modelling, shortest first; empty when there is none.
    ///
    /// Data within the day also follows the week.
    pub fn seasons(self) -> Vec<usize> {
        let week = match self.unit {
            Unit::Minute => divided(7 * 1_440, self.count),
            Unit::Hour => divided(7 * 24, self.count),
            _ => 1,
        };
        [self.seasonality(), week].into_iter().filter(|&season| season > 1).collect()
    }
}

fn divided(season: usize, count: u32) -> usize {
    let count = count as usize;
    if season.is_multiple_of(count) { season / count } else { 1 }
}

impl FromStr for Frequency {
    type Err = FrequencyError;

    fn from_str(text: &str) -> Result<Self, FrequencyError> {
        let form = || FrequencyError::Form(text.to_owned());
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (count, unit) = text.split_at_checked(digits).ok_or_else(form)?;
        let unit = match unit {
            "min" => Unit::Minute,
            "H" => Unit::Hour,
            "D" => Unit::Day,
            "W" => Unit::Week,
            "M" => Unit::Month,
            "Y" => Unit::Year,
            _ => return Err(form()),
        };
        let count = if count.is_empty() { 1 } else { count.parse().map_err(|_| form())? };
        Self::new(count, unit).map_err(|error| match error {
            FrequencyError::Range { unit, max, .. } => {
                FrequencyError::Range { text: text.to_owned(), unit, max }
            }
            other => other,
        })
    }
}

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.count > 1 {
            write!(f, "{}", self.count)?;
        }
        f.write_str(self.unit.symbol())
    }
}

impl TryFrom<String> for Frequency {
    type Error = FrequencyError;

    fn try_from(text: String) -> Result<Self, FrequencyError> {
        text.parse()
    }
}

impl From<Frequency> for String {
    fn from(frequency: Frequency) -> String {
        frequency.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shown: &str, seasonality: usize, seasons: &[usize]) {
        let frequency: Frequency = text.parse().unwrap();
        assert_eq!(frequency.to_string(), shown);
        assert_eq!(frequency.seasonality(), seasonality);
        assert_eq!(frequency.seasons(), seasons);
    }

    #[test]
    fn frequencies_have_the_published_seasons() {
        check("Y", "Y", 1, &[]);
        check("M", "M", 12, &[12]);
        check("3M", "3M", 4, &[4]);
        check("5M", "5M", 1, &[]);
        check("W", "W", 52, &[52]);
        check("1D", "D", 7, &[7]);
        check("2D", "2D", 1, &[]);
        check("H", "H", 24, &[24, 168]);
        check("30min", "30min", 48, &[48, 336]);
        check("15min", "15min", 96, &[96, 672]);
        check("10min", "10min", 144, &[144, 1008]);
        check("5min", "5min", 288, &[288, 2016]);
        check("1min", "min", 1440, &[1440, 10080]);
    }

    #[test]
    fn counts_beyond_the_unit_and_other_texts_are_refused() {
        for text in [
            "",
            "0H",
            "24H",
            "60min",
            "7D",
            "5W",
            "12M",
            "2Y",
            "h",
            "1.5H",
            "H1",
            "-1D",
            "D ",
            "é",
            "99999999999H",
        ] {
            assert!(text.parse::<Frequency>().is_err(), "{text}");
        }
        let error = "7D".parse::<Frequency>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "The frequency 7D is invalid. The value for D must be between 1 and 6."
        );
    }

    #[test]
    fn longer_periods_compare_greater() {
        let minutes = ["min", "59min", "H", "23H", "D", "6D", "W", "4W", "M", "11M", "Y"]
            .map(|text| text.parse::<Frequency>().unwrap().minutes());
        assert!(minutes.is_sorted_by(|a, b| a < b), "{minutes:?}");
    }
}

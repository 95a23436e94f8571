//! Time series, and how they are made from rows.

use std::collections::HashMap;
use std::str::FromStr;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Period};
use crate::civil;
use crate::fill::{Fill, fill_gaps};

/// The longest series we lay out: one far-off timestamp must not claim all memory.
const PERIODS_MAX: i64 = 20_000_000;

/// What tells one series from another: the item and its values of the forecast dimensions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SeriesKey {
    /// The item.
    pub item: Box<str>,
    /// The forecast dimensions, in schema order.
    pub dimensions: Box<[Box<str>]>,
}

impl SeriesKey {
    /// The key of `item` with `dimensions`.
    pub fn new(item: &str, dimensions: &[&str]) -> Self {
        Self { item: item.into(), dimensions: dimensions.iter().map(|&value| value.into()).collect() }
    }
}

/// Values at consecutive periods of one calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Whose values they are.
    pub key: SeriesKey,
    /// The period of the first value.
    pub start: Period,
    /// One value per period, NaN where there is none.
    pub values: Vec<f64>,
    /// Whether the value came from a row; the others were filled, or are NaN.
    pub observed: Vec<bool>,
}

impl Series {
    /// A series whose every value but the NaN was observed.
    pub fn new(key: SeriesKey, start: Period, values: Vec<f64>) -> Self {
        let observed = values.iter().map(|value| !value.is_nan()).collect();
        Self { key, start, values, observed }
    }

    /// The period after the last value.
    pub fn end(&self) -> Period {
        self.start.plus(self.values.len() as i64)
    }
}

/// How the values of one period become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Aggregation {
    /// `sum`
    #[default]
    Sum,
    /// `avg`
    Average,
    /// `first` in time
    First,
    /// `min`
    Min,
    /// `max`
    Max,
}

/// An aggregation of another name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The aggregation {0} is not supported. Use sum, avg, first, min or max.")]
pub struct AggregationError(pub String);

impl FromStr for Aggregation {
    type Err = AggregationError;

    fn from_str(text: &str) -> Result<Self, AggregationError> {
        match text {
            "sum" => Ok(Self::Sum),
            "avg" => Ok(Self::Average),
            "first" => Ok(Self::First),
            "min" => Ok(Self::Min),
            "max" => Ok(Self::Max),
            _ => Err(AggregationError(text.to_owned())),
        }
    }
}

/// Why rows make no series.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SeriesError {
    /// First and last timestamp too far apart for the frequency.
    #[error("a time series of {periods} periods is longer than {PERIODS_MAX}")]
    TooLong {
        /// From its first row to the last row of all.
        periods: i64,
    },
}

/// Collects rows in any order and lays them out as series.
#[derive(Debug)]
pub struct SeriesBuilder {
    calendar: Calendar,
    aggregation: Aggregation,
    middle: Fill,
    back: Fill,
    index: HashMap<String, usize>,
    gathered: Vec<(SeriesKey, Vec<Row>)>,
    // The joined key of the row at hand, and where the last row went: files are mostly sorted.
    joined: String,
    last: Option<(String, usize)>,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    seconds: i64,
    value: f64,
}

impl SeriesBuilder {
    /// A builder that sums the rows of a period and fills gaps with zero.
    pub fn new(calendar: Calendar) -> Self {
        Self {
            calendar,
            aggregation: Aggregation::default(),
            middle: Fill::default(),
            back: Fill::default(),
            index: HashMap::new(),
            gathered: Vec::new(),
            joined: String::new(),
            last: None,
        }
    }

    /// The same with another aggregation.
    #[must_use]
    pub fn aggregation(mut self, aggregation: Aggregation) -> Self {
        self.aggregation = aggregation;
        self
    }

    /// The same with other fillings for gaps inside a series and after its end.
    #[must_use]
    pub fn filling(mut self, middle: Fill, back: Fill) -> Self {
        self.middle = middle;
        self.back = back;
        self
    }

    /// Adds a row; a missing value only makes the series known.
    pub fn push(&mut self, item: &str, dimensions: &[&str], at: DateTime, value: Option<f64>) {
        let series = self.find(item, dimensions);
        if let Some(value) = value.filter(|value| value.is_finite()) {
            self.gathered[series].1.push(Row { seconds: civil::seconds(at), value });
        }
    }

    fn find(&mut self, item: &str, dimensions: &[&str]) -> usize {
        self.joined.clear();
        for part in std::iter::once(&item).chain(dimensions) {
            // A part that holds the separator must not read as two.
            for (at, piece) in part.split('\u{1f}').enumerate() {
                self.joined.push_str(if at > 0 { "\u{1f}\u{1f}" } else { "" });
                self.joined.push_str(piece);
            }
            self.joined.push_str("\u{1f}\n");
        }
        if let Some((joined, series)) = &self.last
            && *joined == self.joined
        {
            return *series;
        }
        let series = match self.index.get(&self.joined) {
            Some(&series) => series,
            None => {
                self.gathered.push((SeriesKey::new(item, dimensions), Vec::new()));
                self.index.insert(self.joined.clone(), self.gathered.len() - 1);
                self.gathered.len() - 1
            }
        };
        self.last = Some((self.joined.clone(), series));
        series
    }

    /// The series, ordered by key, all ending at the last period any row fell in.
    pub fn finish(self) -> Result<Vec<Series>, SeriesError> {
        let Self { calendar, aggregation, middle, back, gathered, .. } = self;
        let last = gathered.iter().flat_map(|(_, rows)| rows).map(|row| row.seconds).max();
        let end = last.map_or(Period(0), |seconds| calendar.period_of_seconds(seconds).next());
        let mut series = Vec::with_capacity(gathered.len());
        for (key, mut rows) in gathered {
            rows.sort_by_key(|row| row.seconds);
            let start = rows.first().map_or(end, |row| calendar.period_of_seconds(row.seconds));
            let periods = end.since(start);
            if periods > PERIODS_MAX {
                return Err(SeriesError::TooLong { periods });
            }
            let mut laid =
                Series::new(key, start, aggregated(&calendar, aggregation, &rows, start, periods as usize));
            fill_gaps(&mut laid.values, middle, back);
            series.push(laid);
        }
        series.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(series)
    }
}

fn aggregated(
    calendar: &Calendar,
    how: Aggregation,
    rows: &[Row],
    start: Period,
    periods: usize,
) -> Vec<f64> {
    let mut values = vec![f64::NAN; periods];
    let period = |row: &Row| calendar.period_of_seconds(row.seconds);
    for rows in rows.chunk_by(|a, b| period(a) == period(b)) {
        let of_rows = || rows.iter().map(|row| row.value);
        let value = match how {
            Aggregation::Sum => of_rows().sum(),
            Aggregation::Average => of_rows().sum::<f64>() / rows.len() as f64,
            Aggregation::First => rows[0].value,
            Aggregation::Min => of_rows().fold(f64::INFINITY, f64::min),
            Aggregation::Max => of_rows().fold(f64::NEG_INFINITY, f64::max),
        };
        values[period(&rows[0]).since(start) as usize] = value;
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(builder: &mut SeriesBuilder) {
        let day = |day| jiff::civil::date(2024, 1, day).at(0, 0, 0, 0);
        builder.push("b", &["x"], day(2), Some(4.0));
        builder.push("b", &["x"], day(1).checked_add(jiff::Span::new().hours(6)).unwrap(), Some(3.0));
        builder.push("b", &["x"], day(1), Some(7.0));
        builder.push("b", &["x"], day(4), Some(5.0));
        builder.push("a", &["x"], day(3), Some(1.0));
        builder.push("a", &["x"], day(5), None);
        builder.push("c", &["x"], day(5), None);
    }

    #[track_caller]
    fn check(aggregation: Aggregation, middle: Fill, back: Fill, expect: &[(&str, &[f64])]) {
        let calendar = Calendar::aligned("D".parse().unwrap());
        let mut builder = SeriesBuilder::new(calendar).aggregation(aggregation).filling(middle, back);
        rows(&mut builder);
        let series = builder.finish().unwrap();
        let got: Vec<(&str, &[f64])> =
            series.iter().map(|series| (&*series.key.item, &series.values[..])).collect();
        assert_eq!(format!("{got:?}"), format!("{expect:?}"));
    }

    #[test]
    fn rows_are_aggregated_and_gaps_filled_up_to_the_global_end() {
        check(
            Aggregation::Sum,
            Fill::Zero,
            Fill::Zero,
            &[("a", &[1.0, 0.0]), ("b", &[10.0, 4.0, 0.0, 5.0]), ("c", &[])],
        );
        check(
            Aggregation::Average,
            Fill::Nan,
            Fill::Mean,
            &[("a", &[1.0, 1.0]), ("b", &[5.0, 4.0, f64::NAN, 5.0]), ("c", &[])],
        );
        check(
            Aggregation::First,
            Fill::Max,
            Fill::Nan,
            &[("a", &[1.0, f64::NAN]), ("b", &[7.0, 4.0, 7.0, 5.0]), ("c", &[])],
        );
        check(
            Aggregation::Min,
            Fill::Zero,
            Fill::Zero,
            &[("a", &[1.0, 0.0]), ("b", &[3.0, 4.0, 0.0, 5.0]), ("c", &[])],
        );
        check(
            Aggregation::Max,
            Fill::Zero,
            Fill::Zero,
            &[("a", &[1.0, 0.0]), ("b", &[7.0, 4.0, 0.0, 5.0]), ("c", &[])],
        );
    }

    #[test]
    fn filled_periods_are_not_observed() {
        let mut builder = SeriesBuilder::new(Calendar::aligned("D".parse().unwrap()));
        rows(&mut builder);
        let series = builder.finish().unwrap();
        assert_eq!(series[1].observed, [true, true, false, true]);
        assert!(series.iter().all(|one| one.end() == series[0].end()));
    }

    #[test]
    fn a_far_off_timestamp_is_an_error_and_not_a_huge_series() {
        let mut builder = SeriesBuilder::new(Calendar::aligned("min".parse().unwrap()));
        builder.push("a", &[], jiff::civil::date(1, 1, 1).at(0, 0, 0, 0), Some(1.0));
        builder.push("a", &[], jiff::civil::date(2024, 1, 1).at(0, 0, 0, 0), Some(1.0));
        assert!(builder.finish().is_err());
    }
}

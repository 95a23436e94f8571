//! What a predictor is asked for, checked.

use std::collections::BTreeMap;

use forecasting::{
    Aggregation, Calendar, Fill, ForecastType, Frequency, OptimizationMetric, TimeAlignmentBoundary,
};
use jiff::civil::Weekday;
use kernel::Fault;
use serde::{Deserialize, Serialize};

use super::attributes::Transformations;
use crate::dataset::Dataset;
use crate::quota;
use crate::wording::invalid;

/// The settings of a predictor: as the customer wrote them, and known to be good.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(crate) frequency: String,
    pub(crate) horizon: usize,
    pub(crate) types: Vec<String>,
    pub(crate) dimensions: Vec<String>,
    pub(crate) attributes: Vec<(String, BTreeMap<String, String>)>,
    pub(crate) metric: Option<String>,
    pub(crate) boundary: Option<Boundary>,
}

/// A time alignment boundary, as the API has it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Boundary {
    month: Option<String>,
    day_of_month: Option<i32>,
    day_of_week: Option<String>,
    hour: Option<i32>,
}

const MONTHS: [&str; 12] = [
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "MAY",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MONDAY", Weekday::Monday),
    ("TUESDAY", Weekday::Tuesday),
    ("WEDNESDAY", Weekday::Wednesday),
    ("THURSDAY", Weekday::Thursday),
    ("FRIDAY", Weekday::Friday),
    ("SATURDAY", Weekday::Saturday),
    ("SUNDAY", Weekday::Sunday),
];

impl Asked {
    /// Checks the settings against the dataset they are for.
    pub(crate) fn check(&self, dataset: &Dataset) -> Result<(), Fault> {
        let calendar = self.calendar()?;
        let data = dataset.frequency()?;
        if calendar.frequency().minutes() < data.minutes() {
            return Err(invalid(format!(
                "The forecast frequency {} must not be shorter than the data frequency {}",
                self.frequency, dataset.frequency
            )));
        }
        forecast_types(&self.types)?;
        self.metric()?;
        self.transformations(dataset)?;
        self.dimension_columns(dataset)?;
        Ok(())
    }

    pub(crate) fn calendar(&self) -> Result<Calendar, Fault> {
        let frequency: Frequency = self.frequency.parse().map_err(refusal)?;
        let boundary = self.boundary.as_ref().map(Boundary::read).transpose()?;
        Calendar::new(frequency, boundary).map_err(refusal)
    }

    pub(crate) fn metric(&self) -> Result<OptimizationMetric, Fault> {
        match self.metric.as_deref() {
            None | Some("AverageWeightedQuantileLoss") => Ok(OptimizationMetric::AverageWeightedQuantileLoss),
            Some("WAPE") => Ok(OptimizationMetric::Wape),
            Some("RMSE") => Ok(OptimizationMetric::Rmse),
            Some("MASE") => Ok(OptimizationMetric::Mase),
            Some("MAPE") => Ok(OptimizationMetric::Mape),
            Some(other) => Err(invalid(format!("The optimization metric {other} is not valid"))),
        }
    }

    /// How target rows are aggregated and gaps filled.
    pub(crate) fn transformations(&self, dataset: &Dataset) -> Result<(Aggregation, Fill, Fill), Fault> {
        let target = dataset.schema.layout(&dataset.domain)?.target;
        let target = dataset.schema.name(target);
        let mut found = Transformations::default();
        for (attribute, transformations) in &self.attributes {
            if attribute != target {
                return Err(invalid(format!(
                    "The attribute {attribute} cannot be configured: it is not the target attribute {target}"
                )));
            }
            found = Transformations::read(transformations)?;
        }
        Ok((found.aggregation, found.middle, found.back))
    }

    /// The columns of the forecast dimensions, in schema order.
    pub(crate) fn dimension_columns(&self, dataset: &Dataset) -> Result<Vec<usize>, Fault> {
        let mut known = dataset.schema.layout(&dataset.domain)?.dimensions;
        let names: Vec<&str> = known.iter().map(|column| dataset.schema.name(*column)).collect();
        for (at, dimension) in self.dimensions.iter().enumerate() {
            if !names.contains(&dimension.as_str()) {
                let arn = &dataset.common.arn;
                return Err(invalid(format!(
                    "The forecast dimension {dimension} is not a dimension of the dataset {arn}"
                )));
            }
            if self.dimensions.iter().take(at).any(|other| other == dimension) {
                return Err(invalid(format!("The forecast dimension {dimension} is given more than once")));
            }
        }
        known.retain(|column| {
            self.dimensions.iter().any(|dimension| dimension == dataset.schema.name(*column))
        });
        Ok(known)
    }
}

/// Reads forecast types: a few, and each once.
pub(crate) fn forecast_types(types: &[String]) -> Result<Vec<ForecastType>, Fault> {
    let mut read: Vec<ForecastType> = Vec::new();
    for text in types {
        let one = text.parse().map_err(refusal)?;
        if read.contains(&one) {
            return Err(invalid(format!("The forecast type {text} is given more than once")));
        }
        read.push(one);
    }
    let most = quota::FORECAST_TYPES_MAX;
    match read.len() {
        0 => Err(invalid("ForecastTypes must not be empty")),
        count if count > most => Err(invalid(format!("At most {most} forecast types can be given"))),
        _ => Ok(read),
    }
}

fn refusal(error: impl std::error::Error) -> Fault {
    invalid(error.to_string())
}

impl Boundary {
    fn read(&self) -> Result<TimeAlignmentBoundary, Fault> {
        let byte = |number: i32| u8::try_from(number).unwrap_or(u8::MAX);
        let month = |name: &String| match MONTHS.iter().position(|month| month == name) {
            Some(at) => Ok(TimeAlignmentBoundary::Month(at as u8 + 1)),
            None => Err(invalid(format!("The month {name} is not valid"))),
        };
        let weekday = |name: &String| match WEEKDAYS.iter().find(|(weekday, _)| weekday == name) {
            Some((_, day)) => Ok(TimeAlignmentBoundary::DayOfWeek(*day)),
            None => Err(invalid(format!("The day of week {name} is not valid"))),
        };
        let given = [
            self.month.as_ref().map(month),
            self.day_of_month.map(|day| Ok(TimeAlignmentBoundary::DayOfMonth(byte(day)))),
            self.day_of_week.as_ref().map(weekday),
            self.hour.map(|hour| Ok(TimeAlignmentBoundary::Hour(byte(hour)))),
        ];
        let mut given = given.into_iter().flatten();
        match (given.next(), given.next()) {
            (Some(boundary), None) => boundary,
            _ => Err(invalid("A time alignment boundary must have exactly one unit")),
        }
    }
}

impl From<api_forecast::TimeAlignmentBoundary> for Boundary {
    fn from(wire: api_forecast::TimeAlignmentBoundary) -> Self {
        let api_forecast::TimeAlignmentBoundary { month, day_of_month, day_of_week, hour } = wire;
        Self { month, day_of_month, day_of_week, hour }
    }
}

impl From<Boundary> for api_forecast::TimeAlignmentBoundary {
    fn from(boundary: Boundary) -> Self {
        let Boundary { month, day_of_month, day_of_week, hour } = boundary;
        Self { month, day_of_month, day_of_week, hour }
    }
}

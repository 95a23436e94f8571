//! From imported rows to time series.

use forecasting::{Aggregation, Calendar, Fill, Series, SeriesBuilder, Unit};
use kernel::Fault;

use super::Asked;
use crate::dataset::{AttributeType, Dataset, Layout};
use crate::import::Import;
use crate::import::frame::FrameReader;
use crate::pipe::{self, blocking};
use crate::wording::{in_use, invalid, limit};
use crate::{Forecast, clock, quota};

/// How series are laid out.
struct Laying {
    kinds: Vec<AttributeType>,
    layout: Layout,
    dimensions: Vec<usize>,
    calendar: Calendar,
    aggregation: Aggregation,
    middle: Fill,
    back: Fill,
}

/// The time series of an import, as a predictor asks for them, ordered by their keys.
pub(crate) async fn series_of(
    service: &Forecast,
    import: &Import,
    dataset: &Dataset,
    asked: &Asked,
) -> Result<Vec<Series>, Fault> {
    let Some(rows) = &import.rows else {
        return Err(in_use(format!("The dataset import job {} has no rows", import.common.arn)));
    };
    let (aggregation, middle, back) = asked.transformations(dataset)?;
    let laying = Laying {
        kinds: dataset.schema.attributes.iter().map(|attribute| attribute.kind).collect(),
        layout: dataset.schema.layout(&dataset.domain)?,
        dimensions: asked.dimension_columns(dataset)?,
        calendar: asked.calendar()?,
        aggregation,
        middle,
        back,
    };
    let (pump, reader) = pipe::reader(service.vault.open(rows).await?);
    let ((), series) = futures_util::future::join(pump, blocking(move || laying.lay(reader))).await;
    series
}

impl Laying {
    fn lay(self, rows: impl std::io::Read) -> Result<Vec<Series>, Fault> {
        let mut builder =
            SeriesBuilder::new(self.calendar).aggregation(self.aggregation).filling(self.middle, self.back);
        let mut frame = FrameReader::new(std::io::BufReader::with_capacity(1 << 20, rows), &self.kinds);
        while let Some(block) = frame.next().map_err(Fault::internal)? {
            for row in 0..block.rows() {
                let dimensions: Vec<&str> =
                    self.dimensions.iter().map(|column| block.text(*column, row)).collect();
                let at = clock::datetime(block.seconds(self.layout.timestamp, row));
                let value = block.number(self.layout.target, row);
                let item = block.text(self.layout.item, row);
                builder.push(item, &dimensions, at, Some(value).filter(|value| value.is_finite()));
            }
        }
        let series = builder.finish().map_err(|error| invalid(error.to_string()))?;
        self.check_count(series.len())?;
        Ok(series)
    }

    fn check_count(&self, count: usize) -> Result<(), Fault> {
        let within_day = self.calendar.frequency().unit() < Unit::Day;
        let most = if within_day { quota::SERIES_WITHIN_DAY_MAX } else { quota::SERIES_MAX };
        if count > most {
            return Err(limit(format!(
                "The dataset has {count} time series, and a predictor at most {most}"
            )));
        }
        Ok(())
    }
}

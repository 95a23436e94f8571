//! The work of making a forecast.

use std::sync::atomic::Ordering;

use forecasting::{ForecastType, Series, Watch};
use futures_util::future::try_join;
use kernel::{Fault, Job, JobCx, Step, Write};
use names::Arn;
use serde::{Deserialize, Serialize};

use super::book::BookWriter;
use super::{Contents, Made};
use crate::Forecast;
use crate::dataset::Dataset;
use crate::failure::Attempts;
use crate::import::Import;
use crate::pipe::{self, PipeWriter, blocking};
use crate::predictor::series::series_of;
use crate::predictor::{Interest, Predictor, forecast_types, restore};
use crate::progress::Under;
use crate::record;
use crate::status::Status;
use crate::wording::{in_use, invalid};

/// Series that are forecast before their numbers are written down.
const CHUNK: usize = 1024;

/// Forecasts every series of the newest rows. The numbers count with the last step's transaction; a crash before it
/// means forecasting again, which gives the same.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ForecastWork {
    forecast: Arn,
    begun: bool,
    attempts: Attempts,
}

impl ForecastWork {
    pub(crate) fn new(forecast: Arn) -> Self {
        Self { forecast, begun: false, attempts: Attempts::default() }
    }

    async fn next(&mut self, service: &Forecast, cx: &JobCx) -> Result<Step, Fault> {
        let (scope, arn, now) = (cx.scope.clone(), self.forecast.clone(), cx.now());
        if !self.begun {
            self.begun = true;
            return Ok(Step::again_with(move |tx| {
                Ok(record::change::<Made>(tx, &scope, &arn, Status::CreateInProgress, now)?)
            }));
        }
        let forecast: Made = cx.read(|view| record::get(view, &scope, &arn))?;
        let predictor: Predictor = cx.read(|view| record::get(view, &scope, &forecast.predictor))?;
        let import: Import = cx.read(|view| record::get(view, &scope, &forecast.import))?;
        let dataset: Dataset = cx.read(|view| record::get(view, &scope, &import.dataset))?;
        let Some(model) = &predictor.model else {
            return Err(in_use(format!("The predictor {} has not learned anything", predictor.common.arn)));
        };
        let under = service.progress.begin(&arn, &*service.base.clock);
        let model = restore(service, model).await?;
        let series = series_of(service, &import, &dataset, &predictor.asked).await?;
        let types = forecast_types(&forecast.types)?;
        let (writer, stream) = pipe::writer();
        let write = write_book(model, series, types, writer, under);
        let (contents, book) = try_join(write, service.vault.keep(stream)).await?;
        let now = cx.now();
        Ok(Step::done_with(move |tx| {
            record::update::<Made>(tx, &scope, &arn, |forecast| {
                forecast.common.becomes(Status::Active, now);
                forecast.book = Some(book.clone());
                forecast.contents = Some(contents.clone());
            })?;
            Ok(record::name_blob(tx, &book, &arn)?)
        }))
    }
}

impl Job for ForecastWork {
    const KIND: &'static str = "forecast/forecast";
    type Service = Forecast;

    async fn step<'a>(&'a mut self, service: &'a Forecast, cx: &'a JobCx) -> Result<Step, Fault> {
        let outcome = self.next(service, cx).await;
        self.attempts.settle(cx, outcome)
    }

    fn failed(&self, _: &Forecast, cx: &JobCx, fault: &Fault) -> Write<()> {
        let (scope, arn, now, fault) = (cx.scope.clone(), self.forecast.clone(), cx.now(), fault.clone());
        Box::new(move |tx| {
            Ok(record::update::<Made>(tx, &scope, &arn, |forecast| forecast.common.fails(&fault, now))?)
        })
    }
}

async fn write_book(
    model: forecasting::Predictor,
    series: Vec<Series>,
    types: Vec<ForecastType>,
    out: PipeWriter,
    under: Under,
) -> Result<Contents, Fault> {
    let (_interest, lost) = Interest::new();
    blocking(move || {
        let Some(start) = series.first().map(Series::end) else {
            return Err(invalid("There are no time series to forecast"));
        };
        let mut book = BookWriter::new(out);
        for (at, chunk) in series.chunks(CHUNK).enumerate() {
            let watch = Watch {
                progress: &|done, _| under.report(at * CHUNK + done, series.len()),
                cancelled: &|| lost.load(Ordering::Relaxed),
            };
            let forecasts = forecasting::forecast(&model, chunk, &types, &watch).map_err(Fault::internal)?;
            for forecast in forecasts {
                book.page(&forecast.key, &forecast.values).map_err(Fault::internal)?;
            }
        }
        let settings = model.settings();
        let labels = types.iter().map(|one| one.label()).collect();
        let written = book.finish().map_err(Fault::internal)?;
        Ok(Contents::new(settings.calendar, start, labels, settings.horizon, written))
    })
    .await
}

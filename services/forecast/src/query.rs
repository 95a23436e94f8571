//! `QueryForecast`: the forecast of one series.

use std::collections::BTreeMap;

use api_forecastquery::errors::{INVALID_NEXT_TOKEN, RESOURCE_NOT_FOUND};
use api_forecastquery::{DataPoint, QueryForecast, QueryForecastRequest, QueryForecastResponse};
use jiff::civil::DateTime;
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::forecast::{Contents, Made};
use crate::wording::{invalid, not_found};
use crate::{Forecast, clock, quota, record};

impl Handle<QueryForecast> for Forecast {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &QueryForecastRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(Checks::on::<QueryForecast>(&*input.forecast_arn))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<QueryForecast>,
    ) -> Result<Answer<QueryForecast>, Fault> {
        let scope = cx.scope()?;
        let forecast: Made = cx.read(|view| record::ready(view, &scope, &input.forecast_arn))?;
        if cx.now() - forecast.common.created > quota::QUERY_LIFE {
            return Err(not_found(&input.forecast_arn));
        }
        if input.next_token.is_some() {
            // Answers are always whole, so no token of ours can be sent.
            return Err(Fault::of(&INVALID_NEXT_TOKEN, "The token is not valid."));
        }
        let (Some(book), Some(contents)) = (&forecast.book, &forecast.contents) else {
            return Err(Fault::internal("an active forecast without its numbers"));
        };
        let key = key(&forecast.key_names, &input.filters)?;
        let window = Window::read(contents, &input)?;
        let Some(page) = contents.find(&self.vault, book, &key).await? else {
            let filters: Vec<String> =
                input.filters.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let message = format!("No forecast was found for the filters: {}", filters.join(", "));
            return Err(Fault::of(&RESOURCE_NOT_FOUND, message));
        };
        let labelled = contents.labels.iter().cloned().zip(&page.values);
        let predictions = labelled.map(|(label, values)| (label, window.points(contents, values))).collect();
        let forecast = api_forecastquery::Forecast { predictions: Some(predictions) };
        Ok(Answer::Output(QueryForecastResponse { forecast: Some(forecast) }))
    }
}

/// The values of the filters in the order of the key. All parts must be there, and nothing else.
fn key<'f>(names: &[String], filters: &'f BTreeMap<String, String>) -> Result<Vec<&'f str>, Fault> {
    let wanted = names.join(", ");
    if let Some(other) = filters.keys().find(|name| !names.contains(name)) {
        return Err(invalid(format!(
            "The filter {other} is not valid. The forecast is filtered by: {wanted}"
        )));
    }
    let value = |name: &String| filters.get(name).map(String::as_str);
    let missing = || invalid(format!("The filters must have a value for each of: {wanted}"));
    names.iter().map(value).collect::<Option<Vec<_>>>().ok_or_else(missing)
}

/// The times asked for, both inclusive.
struct Window {
    from: DateTime,
    to: DateTime,
}

impl Window {
    fn read(contents: &Contents, input: &QueryForecastRequest) -> Result<Self, Fault> {
        let first = contents.calendar.start(contents.start);
        let last = contents.calendar.start(contents.start.plus(contents.steps as i64 - 1));
        let (from, to) = (date(input.start_date.as_deref(), first)?, date(input.end_date.as_deref(), last)?);
        let end = contents.calendar.start(contents.start.plus(contents.steps as i64));
        for (name, at) in [("StartDate", from), ("EndDate", to)] {
            if at < first || at >= end {
                return Err(invalid(format!(
                    "{name} {} is outside of the forecast, which is from {} to {}",
                    clock::plain(at),
                    clock::plain(first),
                    clock::plain(last)
                )));
            }
        }
        if from > to {
            return Err(invalid("StartDate must not be after EndDate"));
        }
        Ok(Self { from, to })
    }

    fn points(&self, contents: &Contents, values: &[f64]) -> Vec<DataPoint> {
        let at = |step: usize| contents.calendar.start(contents.start.plus(step as i64));
        let timed = values.iter().enumerate().map(|(step, value)| (at(step), *value));
        let within = timed.filter(|(at, _)| (self.from..=self.to).contains(at));
        within
            .map(|(at, value)| DataPoint { timestamp: Some(clock::plain(at)), value: Some(value) })
            .collect()
    }
}

fn date(text: Option<&str>, usual: DateTime) -> Result<DateTime, Fault> {
    let Some(text) = text else { return Ok(usual) };
    clock::read(text).ok_or_else(|| invalid(format!("The date {text} is not valid. Use yyyy-MM-ddTHH:mm:ss")))
}

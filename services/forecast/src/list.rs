//! The List operations: filters and pages for every kind.

use api_forecast::{
    Filter, ListDatasetGroups, ListDatasetGroupsResponse, ListDatasetImportJobs,
    ListDatasetImportJobsResponse, ListDatasets, ListDatasetsResponse, ListForecastExportJobs,
    ListForecastExportJobsResponse, ListForecasts, ListForecastsResponse, ListPredictors,
    ListPredictorsResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::{Scope, Timestamp};
use serde::{Deserialize, Serialize};
use shape::Operation;

use crate::dataset::Dataset;
use crate::export::Export;
use crate::forecast::Made;
use crate::group::Group;
use crate::hash::hash;
use crate::import::Import;
use crate::predictor::Predictor;
use crate::record::{self, Resource};
use crate::wording::{bad_token, invalid};
use crate::{Forecast, quota};

/// A resource as it appears in lists.
pub(crate) trait Listed: Resource {
    type Summary;
    /// The keys that filters may name.
    const FILTERS: &'static [&'static str];

    /// What a filter's value is compared with.
    fn field(&self, key: &str) -> String;
    fn summary(self) -> Self::Summary;
}

/// Where the next page begins, and what it is a page of. Sealed, so that clients can only hand it back.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Token {
    of: String,
    scope: Scope,
    filters: u64,
    created: Timestamp,
    key: String,
    expires: Timestamp,
}

/// What a list was asked for.
struct Asked {
    filters: Vec<Filter>,
    token: Option<String>,
    most: Option<i32>,
}

impl Forecast {
    fn page<R: Listed>(&self, cx: &Cx, asked: Asked) -> Result<(Vec<R::Summary>, Option<String>), Fault> {
        for filter in &asked.filters {
            check_filter::<R>(filter)?;
        }
        let now = cx.now();
        let list = Token {
            of: R::KIND.tail().to_owned(),
            scope: cx.scope()?,
            filters: digest(&asked.filters),
            created: now,
            key: String::new(),
            expires: now + quota::TOKEN_LIFE,
        };
        let after = asked.token.map(|text| self.open(&text, &list, now)).transpose()?;
        let most = usize::try_from(asked.most.unwrap_or_default()).unwrap_or_default();
        let most = if (1..=quota::PAGE).contains(&most) { most } else { quota::PAGE };

        let mut found: Vec<R> = cx.read(|view| Ok(record::all(view, &list.scope)?))?;
        found.retain(|record| asked.filters.iter().all(|filter| holds(record, filter)));
        found.sort_by_cached_key(|record| std::cmp::Reverse(place(record)));
        if let Some(after) = after {
            found.retain(|record| place(record) < (after.created, after.key.clone()));
        }
        let more = found.len() > most;
        found.truncate(most);
        let next = match found.last().filter(|_| more).map(place) {
            Some((created, key)) => Some(self.seal(&Token { created, key, ..list })?),
            None => None,
        };
        Ok((found.into_iter().map(Listed::summary).collect(), next))
    }

    fn seal(&self, token: &Token) -> Result<String, Fault> {
        let text = serde_json::to_vec(token).map_err(Fault::internal)?;
        Ok(self.tokens.seal(&*self.base.entropy, &text))
    }

    /// A token of the same list.
    fn open(&self, text: &str, list: &Token, now: Timestamp) -> Result<Token, Fault> {
        let opened = self.tokens.open(text).map_err(|_| bad_token())?;
        let token: Token = serde_json::from_slice(&opened).map_err(|_| bad_token())?;
        let same = (&token.of, &token.scope, token.filters) == (&list.of, &list.scope, list.filters);
        if same && token.expires > now { Ok(token) } else { Err(bad_token()) }
    }
}

/// Newest first; of the same instant, the greater key.
fn place<R: Resource>(record: &R) -> (Timestamp, String) {
    let common = record.common();
    (common.created, record::key(&common.arn).to_owned())
}

fn check_filter<R: Listed>(filter: &Filter) -> Result<(), Fault> {
    if !R::FILTERS.contains(&&*filter.key) {
        let valid = R::FILTERS.join(", ");
        return Err(invalid(format!("The filter key {} is not valid. Valid keys are: {valid}", filter.key)));
    }
    if !matches!(&*filter.condition, "IS" | "IS_NOT") {
        return Err(invalid(format!("The filter condition {} is not valid", filter.condition)));
    }
    Ok(())
}

fn holds<R: Listed>(record: &R, filter: &Filter) -> bool {
    (record.field(&filter.key) == filter.value) == (filter.condition == "IS")
}

fn digest(filters: &[Filter]) -> u64 {
    let parts: Vec<&[u8]> = filters
        .iter()
        .flat_map(|filter| [filter.key.as_bytes(), filter.condition.as_bytes(), filter.value.as_bytes()])
        .collect();
    hash(&parts)
}

macro_rules! lists {
    ($($op:ident => $response:ident { $items:ident: $record:ty } $(by $filters:ident)?;)*) => { $(
        impl Handle<$op> for Forecast {
            const EFFECT: Effect = Effect::Read;

            fn checks(&self, _: &<$op as Operation>::Input, _: &At<'_>) -> Result<Checks, Fault> {
                Ok(Checks::on::<$op>("*"))
            }

            async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<$op>) -> Result<Answer<$op>, Fault> {
                let input = input.into_inner();
                let filters: Option<Vec<Filter>> = None;
                $(let filters = filters.or(input.$filters);)?
                let filters = filters.unwrap_or_default();
                let asked = Asked { filters, token: input.next_token, most: input.max_results };
                let (items, next_token) = self.page::<$record>(cx, asked)?;
                Ok(Answer::Output($response { $items: Some(items), next_token }))
            }
        }
    )* };
}

lists! {
    ListDatasets => ListDatasetsResponse { datasets: Dataset };
    ListDatasetGroups => ListDatasetGroupsResponse { dataset_groups: Group };
    ListDatasetImportJobs => ListDatasetImportJobsResponse { dataset_import_jobs: Import } by filters;
    ListPredictors => ListPredictorsResponse { predictors: Predictor } by filters;
    ListForecasts => ListForecastsResponse { forecasts: Made } by filters;
    ListForecastExportJobs => ListForecastExportJobsResponse { forecast_export_jobs: Export } by filters;
}

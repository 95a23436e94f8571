//! Amazon Forecast: datasets and their imports, auto predictors, forecasts, queries and exports.
//!
//! The service owns no right to anybody's data. It reads and writes customers' objects only with a session of
//! the role it was passed, assumed for the very resource being made, so the role's trust policy, its policies and
//! the bucket's policy all have their say, and a refusal ends the job with the words of the refusal. Imported rows
//! are kept as a private copy: what happens to the objects later has no effect.
//!
//! Work is done in jobs, and statuses are those of the jobs. The learning itself is in the crate `forecasting`.
//! What is not served yet (related data, item metadata, customers' keys, explanations, monitors, what-ifs, legacy
//! predictors) is refused in so many words rather than ignored.

mod access;
mod clock;
mod dataset;
mod delete;
mod describe;
mod export;
mod failure;
mod forecast;
mod group;
mod hash;
mod import;
mod kind;
mod list;
mod metrics;
mod pipe;
mod predictor;
mod progress;
mod query;
mod quota;
mod record;
mod resources;
mod source;
mod status;
mod sweep;
mod tags;
mod vault;
mod wording;

use std::sync::Arc;

use blobs::Blobs;
use kernel::{Base, Builder, Seal, Service};
use names::ServicePrincipal;

use crate::progress::Progress;
use crate::vault::Vault;

/// The service.
pub struct Forecast {
    base: Base,
    vault: Vault,
    tokens: Seal,
    progress: Progress,
}

impl Forecast {
    /// The service over its planes. The blob store must be this service's alone: [`Forecast::sweep`] deletes
    /// from it whatever no record of this service names.
    #[must_use]
    pub fn new(base: Base, blobs: Arc<dyn Blobs>) -> Self {
        let tokens = base.master.seal("forecast/next-token");
        let vault = Vault::new(blobs, Arc::clone(&base.clock));
        Self { base, vault, tokens, progress: Progress::default() }
    }
}

impl Service for Forecast {
    const PRINCIPAL: ServicePrincipal = ServicePrincipal::new("forecast.amazonaws.com");
}

/// Serves both APIs, runs the jobs, and answers for the tags of resources.
pub fn install(builder: &mut Builder, forecast: &Arc<Forecast>) {
    api_forecast::serve!(builder, forecast);
    api_forecastquery::serve!(builder, forecast);
    builder.job::<import::ImportWork>(forecast);
    builder.job::<predictor::TrainWork>(forecast);
    builder.job::<forecast::ForecastWork>(forecast);
    builder.job::<export::ExportWork>(forecast);
    builder.job::<sweep::SweepWork>(forecast);
    builder.resources("forecast", Arc::<Forecast>::clone(forecast));
}

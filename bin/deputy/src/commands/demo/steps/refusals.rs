//! Part four: three ways to be refused, each with the reason and the remedy.

mod caller;
mod misspelt;
mod scene;
mod trust;

use client::Client;

use super::forecast::import;
use super::setup::upload;
use crate::commands::Failure;
use crate::commands::demo::readings::HOLDOUT;
use crate::commands::demo::stage::Stage;

/// A small object, so that an import that succeeds is quick.
const SMALL_KEY: &str = "hourly/one-day.csv";

pub(crate) async fn play(stage: &Stage, ana: &Client) -> Result<(), Failure> {
    upload(ana, SMALL_KEY, HOLDOUT).await?;
    let dataset = import::dataset(ana, "trials").await?;
    caller::play(stage, ana, &dataset).await?;
    trust::play(stage, ana, &dataset).await?;
    misspelt::play(stage, ana, &dataset).await
}

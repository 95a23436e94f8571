//! `UpdateDatasetGroup`: replaces the datasets of a group.

use api_forecast::{UpdateDatasetGroup, UpdateDatasetGroupRequest, UpdateDatasetGroupResponse};
use kernel::{Answer, At, Check, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{Group, members};
use crate::Forecast;
use crate::record;
use crate::status::Status;

impl Handle<UpdateDatasetGroup> for Forecast {
    const EFFECT: Effect = Effect::Write;

    /// The group and every dataset, as the service authorization reference has it.
    fn checks(&self, input: &UpdateDatasetGroupRequest, _: &At<'_>) -> Result<Checks, Fault> {
        let group = Checks::on::<UpdateDatasetGroup>(&*input.dataset_group_arn);
        let datasets = input.dataset_arns.iter();
        Ok(datasets.fold(group, |checks, arn| checks.and(Check::new("forecast:UpdateDatasetGroup", &**arn))))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateDatasetGroup>,
    ) -> Result<Answer<UpdateDatasetGroup>, Fault> {
        let (scope, now, input) = (cx.scope()?, cx.now(), input.into_inner());
        Ok(Answer::write(move |tx| {
            let mut group: Group = record::ready(tx, &scope, &input.dataset_group_arn)?;
            group.datasets = members(tx, &scope, &group.domain, &input.dataset_arns)?;
            group.common.becomes(Status::Active, now);
            record::put(tx, &scope, &group)?;
            Ok(UpdateDatasetGroupResponse {})
        }))
    }
}

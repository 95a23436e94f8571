//! `CreateDatasetGroup`.

use api_forecast::{CreateDatasetGroup, CreateDatasetGroupRequest, CreateDatasetGroupResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{Group, members};
use crate::access::tagged;
use crate::kind::Kind;
use crate::record::{self, Common};
use crate::status::Status;
use crate::{Forecast, tags};

impl Handle<CreateDatasetGroup> for Forecast {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateDatasetGroupRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let arn = Kind::DatasetGroup.arn(&at.scope()?, &input.dataset_group_name);
        Ok(tagged::<CreateDatasetGroup>(arn.as_str(), &input.tags))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateDatasetGroup>,
    ) -> Result<Answer<CreateDatasetGroup>, Fault> {
        let (scope, input) = (cx.scope()?, input.into_inner());
        let arn = Kind::DatasetGroup.arn(&scope, &input.dataset_group_name);
        let mut common = Common::new(arn, input.dataset_group_name, Status::Active, cx.now());
        common.tags = tags::of_request(&input.tags)?;
        let arns = input.dataset_arns.unwrap_or_default();
        let mut group = Group { common, domain: input.domain, datasets: Vec::new() };
        Ok(Answer::write(move |tx| {
            group.datasets = members(tx, &scope, &group.domain, &arns)?;
            record::insert(tx, &scope, &group)?;
            Ok(CreateDatasetGroupResponse { dataset_group_arn: Some(group.common.arn.to_string()) })
        }))
    }
}

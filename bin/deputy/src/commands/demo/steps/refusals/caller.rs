//! The caller may use Forecast, and may not hand it a role.

use api_forecast::CreateDatasetImportJob;
use api_sts::{DecodeAuthorizationMessage, DecodeAuthorizationMessageRequest};
use client::Client;

use super::{SMALL_KEY, scene};
use crate::commands::Failure;
use crate::commands::demo::calls::{given, must, refused};
use crate::commands::demo::documents;
use crate::commands::demo::stage::Stage;
use crate::commands::demo::steps::forecast::import::Import;
use crate::commands::demo::steps::setup::{ROLE, role_arn, user, user_policy};
use crate::explain::{Refused, Wish};

pub(super) async fn play(stage: &Stage, ana: &Client, dataset: &str) -> Result<(), Failure> {
    scene::tried(stage, "a", "ben may do forecast:*, and imports with ForecastRole");
    let ben = user(stage, "ben", "ForecastOnly", documents::FORECAST_ONLY).await?;
    let import = Import { name: "by_ben", dataset, key: SMALL_KEY, role: ROLE };
    let refusal = refused::<CreateDatasetImportJob>(&ben, import.request(stage)).await?;
    scene::told(stage, &refusal.code, &refusal.message);

    let encoded_message = given(refusal.authorization_message, "authorization message")?;
    let request = DecodeAuthorizationMessageRequest { encoded_message };
    let answer = must::<DecodeAuthorizationMessage>(ana, request).await?;
    let refused = Refused::decoded(&given(answer.decoded_message, "DecodedMessage")?)?;
    let role = role_arn(stage, ROLE);
    let wish = Wish {
        operation: "forecast:CreateDatasetImportJob",
        by: "user/ben",
        fix: &[
            "allow user ben, in a policy of his:",
            "{ \"Effect\": \"Allow\", \"Action\": \"iam:PassRole\",",
            &format!("  \"Resource\": \"{role}\","),
            "  \"Condition\": { \"StringEquals\": { \"iam:PassedToService\": \"forecast.amazonaws.com\" } } }",
        ],
    };
    scene::explained(stage, "ana may read why, with sts:DecodeAuthorizationMessage:", &refused, &wish);

    user_policy(stage, "ben", "PassForecastRole", &documents::pass_role(&role)).await?;
    scene::works(stage, &ben, &Import { name: "by_ben_allowed", ..import }).await
}

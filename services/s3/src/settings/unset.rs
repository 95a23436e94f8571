//! What buckets can have on AWS and none has here: who may ask is told so, in S3's words or its empty document.
//!
//! There is no way to set any of these. Encryption at rest is among them, since nothing is encrypted yet.

use api_s3::{
    GetBucketAccelerateConfiguration, GetBucketAccelerateConfigurationOutput, GetBucketCors,
    GetBucketEncryption, GetBucketLifecycleConfiguration, GetBucketLogging, GetBucketLoggingOutput,
    GetBucketNotificationConfiguration, GetBucketReplication, GetBucketRequestPayment,
    GetBucketRequestPaymentOutput, GetBucketWebsite, GetObjectLockConfiguration, NotificationConfiguration,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use shape::Operation;

use super::bucket;
use crate::S3;
use crate::access::about_bucket;

/// Serves operations that ask for what no bucket has: the action each needs, and its answer.
macro_rules! unset {
    ($($operation:ident $action:literal => $answer:expr;)*) => {$(
        impl Handle<$operation> for S3 {
            const EFFECT: Effect = Effect::Read;

            fn checks(&self, input: &<$operation as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                about_bucket(at, $action, &input.bucket, input.expected_bucket_owner.as_deref())
            }

            async fn handle<'a>(
                &'a self,
                cx: &'a Cx,
                input: Permitted<$operation>,
            ) -> Result<Answer<$operation>, Fault> {
                let bucket = bucket(cx, &input.bucket)?;
                let answer: Result<<$operation as Operation>::Output, (&'static str, &'static str)> = $answer;
                let none = |(code, message)| Fault::new(code, 404, message).field("BucketName", &bucket.name);
                answer.map(Answer::Output).map_err(none)
            }
        }
    )*};
}

unset! {
    GetBucketCors "s3:GetBucketCORS" =>
        Err(("NoSuchCORSConfiguration", "The CORS configuration does not exist"));
    GetBucketWebsite "s3:GetBucketWebsite" =>
        Err(("NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration"));
    GetBucketLifecycleConfiguration "s3:GetLifecycleConfiguration" =>
        Err(("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"));
    GetBucketReplication "s3:GetReplicationConfiguration" =>
        Err(("ReplicationConfigurationNotFoundError", "The replication configuration was not found"));
    GetObjectLockConfiguration "s3:GetBucketObjectLockConfiguration" =>
        Err(("ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket"));
    GetBucketEncryption "s3:GetEncryptionConfiguration" => Err((
        "ServerSideEncryptionConfigurationNotFoundError",
        "The server side encryption configuration was not found",
    ));
    GetBucketLogging "s3:GetBucketLogging" => Ok(GetBucketLoggingOutput::default());
    GetBucketAccelerateConfiguration "s3:GetAccelerateConfiguration" =>
        Ok(GetBucketAccelerateConfigurationOutput::default());
    GetBucketRequestPayment "s3:GetBucketRequestPayment" =>
        Ok(GetBucketRequestPaymentOutput { payer: Some("BucketOwner".to_owned()) });
    GetBucketNotificationConfiguration "s3:GetBucketNotification" => Ok(NotificationConfiguration::default());
}

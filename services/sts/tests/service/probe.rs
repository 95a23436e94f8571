//! A service with one operation, to ask whether a session may do it and what the gate saw.

use api_s3::{ListBuckets, ListBucketsOutput, ListBucketsRequest};
use kernel::{Answer, At, Check, Checks, Cx, Effect, Fault, Handle, Permitted, Service};
use names::ServicePrincipal;

pub(crate) struct Probe;

impl Service for Probe {
    const PRINCIPAL: ServicePrincipal = ServicePrincipal::new("s3.amazonaws.com");
}

impl Handle<ListBuckets> for Probe {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &ListBucketsRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(Checks::of(Check::new("s3:ListAllMyBuckets", "*")))
    }

    async fn handle<'a>(
        &'a self,
        _: &'a Cx,
        _: Permitted<ListBuckets>,
    ) -> Result<Answer<ListBuckets>, Fault> {
        Ok(Answer::Output(ListBucketsOutput::default()))
    }
}

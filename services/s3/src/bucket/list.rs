//! `ListBuckets`.

use api_s3::{ListBuckets, ListBucketsOutput, ListBucketsRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;

use crate::S3;
use crate::access::{Asker, bucket_arn};
use crate::list::{owner, token};
use crate::record::{OWNED, OwnedBucket};

/// As many buckets as an account can have: without `max-buckets` the answer is whole.
const PAGE_MAX: usize = 10_000;

impl Handle<ListBuckets> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &ListBucketsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let scope = at.scope()?;
        Ok(Checks::of(Asker::at(at).about_none("s3:ListAllMyBuckets").owner(scope.account)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListBuckets>,
    ) -> Result<Answer<ListBuckets>, Fault> {
        let account = cx.account()?;
        let limit = input.max_buckets.and_then(|max| usize::try_from(max).ok()).unwrap_or(PAGE_MAX);
        let after = input.continuation_token.as_deref().map(token::read_text).transpose()?;
        let prefix = input.prefix.as_deref().unwrap_or_default();
        let owned = cx.read(|view| {
            Ok(OWNED.list(view, &Scope::global(account), prefix, after.as_deref(), usize::MAX)?)
        })?;
        let wanted = |bucket: &OwnedBucket| match &input.bucket_region {
            Some(region) => region == bucket.region.as_str(),
            None => true,
        };
        let mut found = owned.into_iter().map(|(_, bucket)| bucket).filter(wanted);
        let buckets: Vec<OwnedBucket> = found.by_ref().take(limit.clamp(1, PAGE_MAX)).collect();
        let more = found.next().and(buckets.last());
        Ok(Answer::Output(ListBucketsOutput {
            owner: Some(owner(account)),
            continuation_token: more.map(|last| token::write_text(&last.name)),
            prefix: input.prefix.clone(),
            buckets: Some(buckets.into_iter().map(shown).collect()),
        }))
    }
}

fn shown(bucket: OwnedBucket) -> api_s3::Bucket {
    api_s3::Bucket {
        bucket_arn: Some(bucket_arn(&bucket.name)),
        name: Some(bucket.name),
        creation_date: Some(bucket.created),
        bucket_region: Some(bucket.region.to_string()),
    }
}

//! What the gate asks of this service: who owns a bucket, and what its policy says.

use std::sync::Arc;

use ::policy::{Document, NamedPolicy, Policy, PolicyKind};
use kernel::{Fault, Recent, ResourceFacts, Resources};
use names::Arn;

use crate::S3;
use crate::access::bucket_arn;
use crate::record::{BUCKETS, BucketPolicy, POLICIES};

/// Compiled policies are kept at hand up to this many bytes of text. Compiled they take a few times as much.
const TEXT_BYTES_MAX: usize = 64 << 20;

/// Compiled bucket policies by bucket, each with the revision it was compiled from.
pub(crate) struct Compiled(Recent<String, (Arc<str>, Arc<Policy>)>);

impl Default for Compiled {
    fn default() -> Self {
        Self(Recent::new(TEXT_BYTES_MAX))
    }
}

impl Resources for S3 {
    fn facts(&self, action: &str, arn: &Arn) -> Result<Option<ResourceFacts>, Fault> {
        // A name that somebody asks for has no owner yet, or one whose policy has no say in this.
        if action == "s3:CreateBucket" {
            return Ok(None);
        }
        let name = arn.resource().split('/').next().unwrap_or_default();
        let found = self.base.read(|view| {
            let Some(bucket) = BUCKETS.get(view, name)? else { return Ok(None) };
            let policy = POLICIES.get(view, &bucket.scope(), name)?;
            Ok(Some((bucket, policy)))
        })?;
        let Some((bucket, stored)) = found else { return Ok(None) };
        let policy = stored.map(|stored| self.compiled.get(name, &stored)).transpose()?;
        Ok(Some(ResourceFacts {
            owner: Some(bucket.owner),
            policy: policy.map(|policy| NamedPolicy::inline(bucket_arn(name), policy)),
            restrict_public_buckets: bucket.settings.blocked().restrict_public_buckets,
            ..ResourceFacts::default()
        }))
    }
}

impl Compiled {
    fn get(&self, bucket: &str, stored: &BucketPolicy) -> Result<Arc<Policy>, Fault> {
        if let Some((revision, policy)) = self.0.get(bucket)
            && *revision == *stored.revision
        {
            return Ok(policy);
        }
        let document = Document::read(&stored.text, PolicyKind::S3Bucket).map_err(Fault::internal)?;
        let policy = Arc::new(Policy::compile(&document));
        let answer = (Arc::from(&*stored.revision), Arc::clone(&policy));
        self.0.keep(bucket.to_owned(), stored.text.len(), answer);
        Ok(policy)
    }
}

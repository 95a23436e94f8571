//! What the gate asks of this service: who owns a bucket, and what its policy says.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ::policy::{Document, NamedPolicy, Policy, PolicyKind};
use kernel::{Fault, ResourceFacts, Resources};
use names::Arn;

use crate::S3;
use crate::access::bucket_arn;
use crate::record::{BUCKETS, BucketPolicy, POLICIES};

/// Compiled policies that are kept at hand.
const COMPILED_MAX: usize = 1024;

/// Compiled bucket policies by bucket, each with the revision it was compiled from.
#[derive(Default)]
pub(crate) struct Compiled(Mutex<HashMap<String, (String, Arc<Policy>)>>);

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
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((revision, policy)) = kept.get(bucket)
            && *revision == stored.revision
        {
            return Ok(Arc::clone(policy));
        }
        let document = Document::read(&stored.text, PolicyKind::S3Bucket).map_err(Fault::internal)?;
        let policy = Arc::new(Policy::compile(&document));
        if kept.len() >= COMPILED_MAX {
            kept.clear();
        }
        kept.insert(bucket.to_owned(), (stored.revision.clone(), Arc::clone(&policy)));
        Ok(policy)
    }
}

//! `CreateBucket`.

use api_s3::{CreateBucket, CreateBucketOutput, CreateBucketRequest, Tag, errors};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::{AccountId, Region, Scope};
use store::Transaction;

use super::{CLASSIC_REGION, name};
use crate::S3;
use crate::access::{Asker, GRANT_KEYS, Keys, bucket_arn};
use crate::object::acl::{self, Wish};
use crate::record::{BUCKET_TAGS, BUCKETS, Bucket, OWNED, Settings};
use crate::tags::{Tags, of_bucket};
use crate::wording::not_implemented;

/// Buckets an account may have by default; AWS counts ten thousand.
const BUCKETS_MAX: usize = 10_000;

impl Handle<CreateBucket> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateBucketRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let scope = at.scope()?;
        let bucket = Bucket {
            name: input.bucket.clone(),
            owner: scope.account,
            region: scope.region,
            created: at.call.received_at,
            settings: Settings::default(),
        };
        let tags = tags(input).iter().map(|tag| (tag.key.as_str(), tag.value.as_str()));
        let check = Asker::at(at).about_bucket("s3:CreateBucket", &bucket).request_tags(tags.clone());
        let check = check
            .maybe("s3:x-amz-acl", input.acl.as_deref())
            .maybe("s3:x-amz-object-ownership", input.object_ownership.as_deref())
            .maybe("s3:locationconstraint", constraint(input));
        let granted = GRANT_KEYS.into_iter().zip(grants(input));
        let checks =
            Checks::of(granted.fold(check, |check, (key, grant)| check.maybe(key, grant.as_deref())));
        if tags.len() == 0 {
            return Ok(checks);
        }
        let tagging = Asker::at(at).about_bucket("s3:TagResource", &bucket).request_tags(tags);
        Ok(checks.and(tagging))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateBucket>,
    ) -> Result<Answer<CreateBucket>, Fault> {
        name::check_new(&input.bucket)?;
        let scope = cx.scope()?;
        check_served(&input, scope.account)?;
        check_location(constraint(&input), &scope.region)?;
        let bucket = Bucket {
            name: input.bucket.clone(),
            owner: scope.account,
            region: scope.region,
            created: cx.now().truncated(),
            settings: Settings::default(),
        };
        let tags = of_bucket(tags(&input))?;
        let output = CreateBucketOutput {
            location: Some(format!("/{}", bucket.name)),
            bucket_arn: Some(bucket_arn(&bucket.name)),
        };
        Ok(Answer::write(move |tx| {
            create(tx, &bucket, &tags)?;
            Ok(output.clone())
        }))
    }
}

fn create(tx: &mut dyn Transaction, bucket: &Bucket, tags: &Tags) -> Result<(), Fault> {
    let owned = Scope::global(bucket.owner);
    match BUCKETS.get(tx, &bucket.name)? {
        None if OWNED.count(tx, &owned, "")? >= BUCKETS_MAX => Err(too_many()),
        None => {
            BUCKETS.put(tx, &bucket.name, bucket)?;
            OWNED.put(tx, &owned, &bucket.name, &bucket.listed())?;
            if !tags.is_empty() {
                BUCKET_TAGS.put(tx, &owned, &bucket.name, tags)?;
            }
            Ok(())
        }
        // The oldest region alone forgives its owner a second creation.
        Some(found) if found.owner == bucket.owner => {
            let again = found.region == bucket.region && bucket.region.as_str() == CLASSIC_REGION;
            if again { Ok(()) } else { Err(already_yours(&bucket.name)) }
        }
        Some(_) => Err(already_exists(&bucket.name)),
    }
}

fn too_many() -> Fault {
    Fault::new("TooManyBuckets", 400, "You have attempted to create more buckets than allowed")
}

fn already_yours(name: &str) -> Fault {
    let message = "Your previous request to create the named bucket succeeded and you already own it.";
    Fault::of(&errors::BUCKET_ALREADY_OWNED_BY_YOU, message).field("BucketName", name)
}

fn already_exists(name: &str) -> Fault {
    let message = "The requested bucket name is not available. The bucket namespace is shared by all users of \
                   the system. Please select a different name and try again.";
    Fault::of(&errors::BUCKET_ALREADY_EXISTS, message).field("BucketName", name)
}

fn constraint(input: &CreateBucketRequest) -> Option<&str> {
    let configuration = input.create_bucket_configuration.as_ref()?;
    configuration.location_constraint.as_deref().filter(|constraint| !constraint.is_empty())
}

fn check_location(constraint: Option<&str>, region: &Region) -> Result<(), Fault> {
    let illegal = |what: &str| {
        let message = format!(
            "The {what} location constraint is incompatible for the region specific endpoint this request was \
             sent to."
        );
        Err(Fault::new("IllegalLocationConstraintException", 400, message))
    };
    match constraint {
        None if region.as_str() == CLASSIC_REGION => Ok(()),
        None => illegal("unspecified"),
        Some(CLASSIC_REGION) if region.as_str() == CLASSIC_REGION => {
            let message = "The specified location-constraint is not valid";
            Err(Fault::new("InvalidLocationConstraint", 400, message)
                .field("LocationConstraint", CLASSIC_REGION))
        }
        Some(given) if given == region.as_str() => Ok(()),
        Some(given) => illegal(given),
    }
}

/// In the order of [`GRANT_KEYS`].
fn grants(input: &CreateBucketRequest) -> [&Option<String>; 5] {
    [
        &input.grant_full_control,
        &input.grant_read,
        &input.grant_read_acp,
        &input.grant_write,
        &input.grant_write_acp,
    ]
}

fn tags(input: &CreateBucketRequest) -> &[Tag] {
    let configuration = input.create_bucket_configuration.as_ref();
    configuration.and_then(|configuration| configuration.tags.as_deref()).unwrap_or_default()
}

fn check_served(input: &CreateBucketRequest, owner: AccountId) -> Result<(), Fault> {
    let grants = grants(input);
    acl::check_new(Wish { canned: input.acl.as_deref(), grants: &grants, document: None }, owner)?;
    if input.object_lock_enabled_for_bucket == Some(true) {
        return Err(not_implemented("object lock is not served"));
    }
    acl::check_ownership(input.object_ownership.as_deref())?;
    if input.bucket_namespace.as_deref().is_some_and(|namespace| namespace != "global") {
        return Err(not_implemented("bucket names are global"));
    }
    let Some(configuration) = &input.create_bucket_configuration else { return Ok(()) };
    if configuration.bucket.is_some() || configuration.location.is_some() {
        return Err(not_implemented("directory buckets are not served"));
    }
    Ok(())
}

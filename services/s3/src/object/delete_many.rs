//! `DeleteObjects`.

use api_s3::{
    DeleteObjects, DeleteObjectsOutput, DeleteObjectsRequest, DeletedObject, Error, ObjectIdentifier,
};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::conditions::WriteConditions;
use super::delete::{Gone, delete, questions};
use super::{check_key, fresh, which};
use crate::S3;
use crate::access::{Asker, stands};
use crate::record::{Bucket, Which};
use crate::wording::{malformed_xml, not_implemented};

/// Keys in one request.
const KEYS_MAX: usize = 1000;

impl Handle<DeleteObjects> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    /// There is no question about the request as a whole: each key is asked about on its own below, and a key
    /// that is refused is an error entry beside those that are not. Nobody unsigned comes that far.
    fn checks(&self, input: &DeleteObjectsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        Ok(Checks::signed_only())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteObjects>,
    ) -> Result<Answer<DeleteObjects>, Fault> {
        let input = input.into_inner();
        let quiet = input.delete.quiet == Some(true);
        if input.delete.objects.is_empty() || input.delete.objects.len() > KEYS_MAX {
            return Err(malformed_xml());
        }
        let asker = Asker::cx(cx);
        let bucket = cx.read(|view| asker.bucket(view, &input.bucket, None))?;
        let mut allowed = Vec::new();
        let mut refused = Vec::new();
        for wanted in input.delete.objects {
            match permit(cx, &asker, &bucket, &wanted) {
                Ok((which, conditions)) => allowed.push((wanted, which, conditions)),
                Err(fault) if fault.status < 500 || fault.code == "NotImplemented" => {
                    refused.push(error(&wanted, fault));
                }
                Err(fault) => return Err(fault),
            }
        }
        let fresh = fresh(cx);
        Ok(Answer::write(move |tx| {
            let bucket = stands(tx, &bucket)?;
            let mut deleted = Vec::new();
            let mut errors = refused.clone();
            for (wanted, which, conditions) in &allowed {
                match delete(tx, &bucket, (&wanted.key, which), conditions, &fresh) {
                    Ok(_) if quiet => {}
                    Ok(gone) => deleted.push(entry(wanted, gone)),
                    Err(fault) if fault.status < 500 => errors.push(error(wanted, fault)),
                    Err(fault) => return Err(fault),
                }
            }
            Ok(DeleteObjectsOutput {
                deleted: Some(deleted),
                errors: Some(errors),
                ..DeleteObjectsOutput::default()
            })
        }))
    }
}

fn permit(
    cx: &Cx,
    asker: &Asker<'_>,
    bucket: &Bucket,
    wanted: &ObjectIdentifier,
) -> Result<(Which, WriteConditions), Fault> {
    let if_match = wanted.e_tag.as_deref();
    let which = which(wanted.version_id.as_deref())?;
    let (delete, read) = cx.read(|view| questions(asker, view, bucket, (&wanted.key, &which), if_match))?;
    cx.check(&delete)?;
    read.iter().try_for_each(|check| cx.check(check))?;
    check_key(&wanted.key)?;
    if wanted.last_modified_time.is_some() || wanted.size.is_some() {
        return Err(not_implemented("deletes are conditional on the ETag alone"));
    }
    Ok((which, WriteConditions::read(if_match, None)?))
}

fn entry(wanted: &ObjectIdentifier, gone: Gone) -> DeletedObject {
    DeletedObject {
        key: Some(wanted.key.clone()),
        version_id: wanted.version_id.clone(),
        delete_marker: gone.marker.then_some(true),
        delete_marker_version_id: gone.version_id.filter(|_| gone.marker),
    }
}

fn error(wanted: &ObjectIdentifier, fault: Fault) -> Error {
    Error {
        key: Some(wanted.key.clone()),
        version_id: wanted.version_id.clone(),
        code: Some(fault.code.into_owned()),
        message: Some(fault.message),
    }
}

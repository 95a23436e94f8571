//! The customer's objects, reached as the customer's role.

use api_s3::{GetObject, GetObjectRequest, ListObjectsV2, ListObjectsV2Request, PutObject, PutObjectRequest};
use bytes::Bytes;
use kernel::{Delegate, Delegation, Fault, JobCx};
use names::Arn;
use serde::{Deserialize, Serialize};
use shape::{Body, BodyStream};

use crate::failure::{of_path, of_role};
use crate::{quota, wording};

/// Role session names are at most this long.
const SESSION_NAME_MAX: usize = 64;

/// A place in S3, and the role to reach it with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    /// As the customer wrote it.
    pub(crate) path: String,
    pub(crate) role: Arn,
}

/// One object of a place.
#[derive(Debug, Clone)]
pub(crate) struct Object {
    pub(crate) key: String,
    pub(crate) size: u64,
}

/// A place, opened with a session of its role.
pub(crate) struct Opened<'p> {
    place: &'p Place,
    delegate: Delegate,
    bucket: String,
    key: String,
}

impl Place {
    /// Bucket and key of the path.
    pub(crate) fn parts(&self) -> Result<(String, String), Fault> {
        let rest = self.path.strip_prefix("s3://").unwrap_or_default();
        let (bucket, key) = rest.split_once('/').unwrap_or((rest, ""));
        if bucket.is_empty() {
            return Err(wording::invalid(format!("The S3 path {} is not valid", self.path)));
        }
        Ok((bucket.to_owned(), key.to_owned()))
    }

    /// Assumes the role, for the resource being made.
    pub(crate) async fn open(&self, cx: &JobCx, source: &Arn) -> Result<Opened<'_>, Fault> {
        let (bucket, key) = self.parts()?;
        let tail: String =
            source.resource().chars().map(|letter| if letter == '/' { '-' } else { letter }).collect();
        let session_name = tail.chars().take(SESSION_NAME_MAX).collect();
        let delegation = Delegation { role: self.role.clone(), source: source.clone(), session_name };
        let delegate = cx.assume(&delegation).await.map_err(|fault| of_role(&self.role, fault))?;
        Ok(Opened { place: self, delegate, bucket, key })
    }
}

impl Opened<'_> {
    fn explain(&self, fault: Fault) -> Fault {
        of_path(&self.place.path, &self.place.role, fault)
    }

    /// `s3://bucket/key`
    pub(crate) fn path_of(&self, key: &str) -> String {
        format!("s3://{}/{key}", self.bucket)
    }

    /// The objects that the path means: the one of that very key, or else all below it.
    pub(crate) async fn objects(&self) -> Result<Vec<Object>, Fault> {
        let key = &self.key;
        if !key.is_empty() && !key.ends_with('/') {
            let first = self.page(key, None, 1).await?.0;
            if first.first().is_some_and(|object| object.key == *key) {
                return Ok(first);
            }
        }
        let folder = if key.is_empty() || key.ends_with('/') { key.clone() } else { format!("{key}/") };
        let mut objects = Vec::new();
        let mut token = None;
        loop {
            let (page, next) = self.page(&folder, token, 1000).await?;
            // A key that ends in a slash stands for a folder in consoles, and holds nothing.
            objects.extend(page.into_iter().filter(|object| !object.key.ends_with('/')));
            if objects.len() > quota::IMPORT_FILES_MAX {
                let most = quota::IMPORT_FILES_MAX;
                return Err(wording::limit(format!(
                    "The S3 path {} has more than {most} files",
                    self.place.path
                )));
            }
            token = next;
            if token.is_none() {
                return Ok(objects);
            }
        }
    }

    async fn page(
        &self,
        prefix: &str,
        token: Option<String>,
        most: i32,
    ) -> Result<(Vec<Object>, Option<String>), Fault> {
        let request = ListObjectsV2Request {
            bucket: self.bucket.clone(),
            prefix: Some(prefix.to_owned()),
            max_keys: Some(most),
            continuation_token: token,
            ..ListObjectsV2Request::default()
        };
        let answer =
            self.delegate.call::<ListObjectsV2>(request).await.map_err(|fault| self.explain(fault))?;
        let objects =
            answer.contents.unwrap_or_default().into_iter().filter_map(|object| {
                Some(Object { key: object.key?, size: u64::try_from(object.size?).ok()? })
            });
        Ok((objects.collect(), answer.next_continuation_token))
    }

    /// The bytes of an object.
    pub(crate) async fn get(&self, object: &Object) -> Result<BodyStream, Fault> {
        let request = GetObjectRequest {
            bucket: self.bucket.clone(),
            key: object.key.clone(),
            ..GetObjectRequest::default()
        };
        let answer = self.delegate.call::<GetObject>(request).await;
        let answer = answer.map_err(|fault| of_path(&self.path_of(&object.key), &self.place.role, fault))?;
        Ok(answer.body.unwrap_or_default().take())
    }

    /// Puts an object under the path, which is taken as a prefix.
    pub(crate) async fn put(&self, name: &str, content: Bytes) -> Result<(), Fault> {
        let slash = if self.key.is_empty() || self.key.ends_with('/') { "" } else { "/" };
        let request = PutObjectRequest {
            bucket: self.bucket.clone(),
            key: format!("{}{slash}{name}", self.key),
            content_length: i64::try_from(content.len()).ok(),
            content_type: Some("text/csv".to_owned()),
            body: Some(Body::from(content)),
            ..PutObjectRequest::default()
        };
        self.delegate.call::<PutObject>(request).await.map_err(|fault| self.explain(fault))?;
        Ok(())
    }
}

//! `ListObjects`.

use api_s3::{ListObjects, ListObjectsOutput, ListObjectsRequest};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::rows::{Objects, shown};
use super::walk::{Place, Query, walk};
use super::{Encoding, count, owner, page_size};
use crate::S3;
use crate::access::{Asker, Keys};

impl Handle<ListObjects> for S3 {
    const EFFECT: Effect = Effect::Read;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &ListObjectsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        let max_keys = input.max_keys.map(|max| max.to_string());
        let check = asker.about_bucket("s3:ListBucket", &bucket);
        let check = check
            .maybe("s3:prefix", input.prefix.as_deref())
            .maybe("s3:delimiter", input.delimiter.as_deref())
            .maybe("s3:max-keys", max_keys.as_deref());
        Ok(Checks::of(check))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListObjects>,
    ) -> Result<Answer<ListObjects>, Fault> {
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let encoding = Encoding::of(input.encoding_type.as_deref());
        let limit = page_size(input.max_keys, "max-keys")?;
        let prefix = input.prefix.as_deref().unwrap_or_default();
        let delimiter = input.delimiter.as_deref().unwrap_or_default();
        let query = Query { prefix, delimiter, limit };
        let from = Place::behind(input.marker.as_deref(), &query);
        let page = walk(&Objects { cx, bucket: &bucket }, &query, from)?;
        let owner = owner(bucket.owner);
        // Without a delimiter the last key serves as the next marker, and S3 leaves it to the client.
        let next_marker = match &page.next {
            Some(Place::After(text, _) | Place::Past(text)) if !delimiter.is_empty() => Some(text.as_str()),
            _ => None,
        };
        Ok(Answer::Output(ListObjectsOutput {
            is_truncated: Some(page.next.is_some()),
            marker: Some(encoding.text(input.marker.as_deref().unwrap_or_default())),
            next_marker: encoding.maybe(next_marker),
            contents: Some(page.rows.iter().map(|row| shown(row, encoding, Some(&owner))).collect()),
            name: Some(bucket.name.clone()),
            prefix: Some(encoding.text(prefix)),
            delimiter: encoding.maybe(input.delimiter.as_deref()),
            max_keys: Some(count(limit)),
            common_prefixes: Some(encoding.prefixes(&page.prefixes)),
            encoding_type: encoding.name(),
            request_charged: None,
        }))
    }
}

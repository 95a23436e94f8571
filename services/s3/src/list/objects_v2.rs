//! `ListObjectsV2`.

use api_s3::{ListObjectsV2, ListObjectsV2Output, ListObjectsV2Request};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::rows::{Objects, shown};
use super::walk::{Place, Query, walk};
use super::{Encoding, count, owner, page_size, token};
use crate::S3;
use crate::access::{Asker, Keys};

impl Handle<ListObjectsV2> for S3 {
    const EFFECT: Effect = Effect::Read;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &ListObjectsV2Request, at: &At<'_>) -> Result<Checks, Fault> {
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
        input: Permitted<ListObjectsV2>,
    ) -> Result<Answer<ListObjectsV2>, Fault> {
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let encoding = Encoding::of(input.encoding_type.as_deref());
        let limit = page_size(input.max_keys, "max-keys")?;
        let prefix = input.prefix.as_deref().unwrap_or_default();
        let delimiter = input.delimiter.as_deref().unwrap_or_default();
        let query = Query { prefix, delimiter, limit };
        // A token outweighs the key to start after.
        let from = match input.continuation_token.as_deref() {
            Some(token) => token::read(token)?,
            None => Place::behind(input.start_after.as_deref(), &query),
        };
        let page = walk(&Objects { cx, bucket: &bucket }, &query, from)?;
        let owner = (input.fetch_owner == Some(true)).then(|| owner(bucket.owner));
        Ok(Answer::Output(ListObjectsV2Output {
            is_truncated: Some(page.next.is_some()),
            contents: Some(page.rows.iter().map(|row| shown(row, encoding, owner.as_ref())).collect()),
            name: Some(bucket.name.clone()),
            prefix: Some(encoding.text(prefix)),
            delimiter: encoding.maybe(input.delimiter.as_deref()),
            max_keys: Some(count(limit)),
            common_prefixes: Some(encoding.prefixes(&page.prefixes)),
            encoding_type: encoding.name(),
            key_count: Some(count(page.len())),
            continuation_token: input.continuation_token.clone(),
            next_continuation_token: page.next.as_ref().map(token::write),
            start_after: encoding.maybe(input.start_after.as_deref()),
            request_charged: None,
        }))
    }
}

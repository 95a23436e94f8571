//! The source of a copy.

use kernel::{At, Check, Cx, Fault};
use percent_encoding::percent_decode_str;

use super::find::Found;
use super::{check_key, which};
use crate::S3;
use crate::access::{Asker, Keys, find};
use crate::record::{Bucket, Which};
use crate::wording::{invalid_argument, invalid_request, not_implemented};

/// What `x-amz-copy-source` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) bucket: String,
    pub(crate) key: String,
    pub(crate) which: Which,
}

impl Source {
    /// Reads the header: bucket and key, URL-encoded as a whole or in parts, with or without a slash before.
    pub(crate) fn parse(header: &str) -> Result<Self, Fault> {
        let (path, id) = match header.rsplit_once("?versionId=") {
            Some((path, id)) => (path, Some(id)),
            None => (header.strip_suffix('?').unwrap_or(header), None),
        };
        let id =
            id.map(|id| percent_decode_str(id).decode_utf8().map_err(|_| unreadable(header))).transpose()?;
        let which = which(id.as_deref())?;
        // Encoded as a form's parameter, in which a plus is a space.
        let spaced = path.replace('+', " ");
        let text = percent_decode_str(&spaced).decode_utf8().map_err(|_| unreadable(header))?;
        let text = text.strip_prefix('/').unwrap_or(&text);
        if text.starts_with("arn:") {
            return Err(not_implemented("access points are not served"));
        }
        match text.split_once('/') {
            Some((bucket, key)) if !bucket.is_empty() && !key.is_empty() => {
                check_key(key)?;
                Ok(Self { bucket: bucket.to_owned(), key: key.to_owned(), which })
            }
            _ => Err(unreadable(header)),
        }
    }

    /// The source's bucket. It may lie in another region than the call's.
    pub(crate) fn bucket(&self, cx: &Cx) -> Result<Bucket, Fault> {
        cx.read(|view| find(view, &self.bucket, None))
    }

    /// The object. A delete marker may not be named, not even to be told that there is no object.
    pub(crate) fn find(&self, s3: &S3, cx: &Cx, bucket: &Bucket) -> Result<Found, Fault> {
        let found = s3.find(cx, bucket, &self.key, &self.which);
        found.map_err(|fault| match fault.status {
            405 => invalid_request(
                "The source of a copy request may not specifically refer to a delete marker by version id.",
            ),
            _ => fault,
        })
    }

    /// `bucket/key`, as the key `s3:x-amz-copy-source` has it.
    pub(crate) fn path(&self) -> String {
        format!("{}/{}", self.bucket, self.key)
    }

    /// The question about an action on it.
    pub(crate) fn check(
        &self,
        action: &str,
        at: &At<'_>,
        expected_owner: Option<&str>,
    ) -> Result<Check, Fault> {
        let asker = Asker::at(at);
        at.read(|view| {
            let bucket = find(view, &self.bucket, expected_owner)?;
            let check = asker.about_version(action, &bucket, &self.key, &self.which);
            check.existing_tags(view, &bucket, &self.key, &self.which)
        })
    }
}

fn unreadable(header: &str) -> Fault {
    let message = "Copy Source must mention the source bucket and key: sourcebucket/sourcekey";
    invalid_argument(message, "x-amz-copy-source", header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, expect: Result<(&str, &str), &str>) {
        let parsed = Source::parse(header);
        let parsed =
            parsed.as_ref().map(|source| (&*source.bucket, &*source.key)).map_err(|fault| &*fault.code);
        assert_eq!(parsed, expect, "{header}");
    }

    #[test]
    fn the_header_is_an_encoded_path() {
        check("books/a/b.txt", Ok(("books", "a/b.txt")));
        check("/books/a%20b%2Fc%2Bd", Ok(("books", "a b/c+d")));
        check("books%2Fa+b", Ok(("books", "a b")));
        check("books%2Fkey", Ok(("books", "key")));
        check("books/what?", Ok(("books", "what")));
        check("books/what?really", Ok(("books", "what?really")));
    }

    #[test]
    fn a_version_is_named_behind_the_path() {
        let id = "0000019ab3c4d5e60123456789abcdef";
        let source = Source::parse(&format!("books/what?really?versionId={id}")).unwrap();
        assert_eq!((&*source.key, source.which), ("what?really", Which::Id(id.to_owned())));
        assert_eq!(Source::parse("books/key?versionId=null").unwrap().which, Which::Null);
        assert_eq!(Source::parse("books/key").unwrap().which, Which::Current);
    }

    #[test]
    fn what_names_no_object_is_refused() {
        for header in ["", "books", "books/", "/", "//key", "books/%FF"] {
            check(header, Err("InvalidArgument"));
        }
        check("books/key?versionId=3", Err("InvalidArgument"));
        check("books/key?versionId=", Err("InvalidArgument"));
        check("arn:aws:s3:us-east-1:111122223333:accesspoint/x/object/y", Err("NotImplemented"));
    }
}

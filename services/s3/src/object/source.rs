//! The source of a copy.

use kernel::{At, Check, Cx, Fault};
use percent_encoding::percent_decode_str;

use super::check_key;
use crate::access::{Asker, Keys, find};
use crate::record::Bucket;
use crate::wording::{invalid_argument, not_implemented};

/// What `x-amz-copy-source` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) bucket: String,
    pub(crate) key: String,
}

impl Source {
    /// Reads the header: bucket and key, URL-encoded as a whole or in parts, with or without a slash before.
    pub(crate) fn parse(header: &str) -> Result<Self, Fault> {
        let (path, query) = header.split_once('?').unwrap_or((header, ""));
        if query.starts_with("versionId=") {
            return Err(not_implemented("versioning is not served"));
        }
        let whole = if query.is_empty() { path } else { header };
        // Encoded as a form's parameter, in which a plus is a space.
        let spaced = whole.replace('+', " ");
        let text = percent_decode_str(&spaced).decode_utf8().map_err(|_| unreadable(header))?;
        let text = text.strip_prefix('/').unwrap_or(&text);
        if text.starts_with("arn:") {
            return Err(not_implemented("access points are not served"));
        }
        match text.split_once('/') {
            Some((bucket, key)) if !bucket.is_empty() && !key.is_empty() => {
                check_key(key)?;
                Ok(Self { bucket: bucket.to_owned(), key: key.to_owned() })
            }
            _ => Err(unreadable(header)),
        }
    }

    /// The source's bucket. It may lie in another region than the call's.
    pub(crate) fn bucket(&self, cx: &Cx) -> Result<Bucket, Fault> {
        cx.read(|view| find(view, &self.bucket, None))
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
            let check = asker.about_object(action, &bucket, &self.key);
            check.existing_tags(view, &bucket, &self.key)
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
    fn what_names_no_object_is_refused() {
        for header in ["", "books", "books/", "/", "//key", "books/%FF"] {
            check(header, Err("InvalidArgument"));
        }
        check("books/key?versionId=3", Err("NotImplemented"));
        check("arn:aws:s3:us-east-1:111122223333:accesspoint/x/object/y", Err("NotImplemented"));
    }
}

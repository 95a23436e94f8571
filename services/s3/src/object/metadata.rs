//! What a writer says about an object, and what a reader is told.

use kernel::Fault;

use crate::record::{Description, Object};
use crate::wording::not_implemented;

/// All names and values of user metadata together, in bytes.
const METADATA_BYTES_MAX: usize = 2048;
/// The type of objects of which nobody said it.
pub(crate) const CONTENT_TYPE_DEFAULT: &str = "binary/octet-stream";
/// The class that is not told to readers, since it is the usual one.
pub(crate) const STANDARD: &str = "STANDARD";
/// Classes whose objects can be read at once. All are stored alike; the class is a label.
const STORAGE_CLASSES: [&str; 6] =
    [STANDARD, "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR"];

/// The description in the members of a request that writes an object.
macro_rules! description {
    ($input:expr) => {
        $crate::object::metadata::checked($crate::record::Description {
            headers: $crate::record::Headers {
                content_type: $input.content_type.clone(),
                cache_control: $input.cache_control.clone(),
                content_disposition: $input.content_disposition.clone(),
                content_encoding: $input.content_encoding.clone(),
                content_language: $input.content_language.clone(),
                expires: $input.expires.clone(),
            },
            metadata: $input.metadata.clone().unwrap_or_default(),
            tags: $crate::tags::parse($input.tagging.as_deref())?,
            storage_class: $input
                .storage_class
                .clone()
                .unwrap_or_else(|| $crate::object::metadata::STANDARD.to_owned()),
            redirect: $input.website_redirect_location.clone(),
        })
    };
}

/// Adds the keys about what a request that writes an object carries.
macro_rules! with_carried_keys {
    ($check:expr, $input:expr) => {
        $check
            .maybe("s3:x-amz-acl", $input.acl.as_deref())
            .maybe("s3:x-amz-storage-class", $input.storage_class.as_deref())
            .maybe("s3:x-amz-server-side-encryption", $input.server_side_encryption.as_deref())
            .maybe("s3:x-amz-server-side-encryption-aws-kms-key-id", $input.sse_kms_key_id.as_deref())
            .maybe(
                "s3:x-amz-server-side-encryption-customer-algorithm",
                $input.sse_customer_algorithm.as_deref(),
            )
            .maybe("s3:x-amz-website-redirect-location", $input.website_redirect_location.as_deref())
            .maybe("s3:x-amz-grant-full-control", $input.grant_full_control.as_deref())
            .maybe("s3:x-amz-grant-read", $input.grant_read.as_deref())
            .maybe("s3:x-amz-grant-read-acp", $input.grant_read_acp.as_deref())
            .maybe("s3:x-amz-grant-write-acp", $input.grant_write_acp.as_deref())
    };
}

/// Refuses what a request that writes an object may ask for and is not served.
macro_rules! check_served {
    ($cx:expr, $bucket:expr, $input:expr) => {{
        let grants =
            [&$input.grant_full_control, &$input.grant_read, &$input.grant_read_acp, &$input.grant_write_acp];
        $crate::object::acl::check(
            $cx,
            $bucket,
            ("s3:PutObject", &$crate::access::object_arn(&$input.bucket, &$input.key)),
            $crate::object::acl::Wish { canned: $input.acl.as_deref(), grants: &grants, document: None },
            &$crate::object::acl::HARMLESS,
        )?;
        $crate::object::acl::check_encryption(&[
            &$input.server_side_encryption,
            &$input.sse_customer_algorithm,
            &$input.sse_customer_key,
            &$input.sse_kms_key_id,
            &$input.sse_kms_encryption_context,
        ])?;
        let locked = $input.object_lock_mode.is_some()
            || $input.object_lock_legal_hold_status.is_some()
            || $input.object_lock_retain_until_date.is_some();
        if locked {
            return Err($crate::wording::not_implemented("object lock is not served"));
        }
    }};
}

/// Fills the members of an output that describe an object.
macro_rules! describe {
    ($output:expr, $object:expr) => {{
        let object: &$crate::record::Object = $object;
        let headers = object.description.headers.clone();
        $output.e_tag = Some($crate::object::metadata::quoted(&object.etag));
        $output.last_modified = Some(object.modified.truncated());
        $output.accept_ranges = Some("bytes".to_owned());
        $output.content_type =
            headers.content_type.or_else(|| Some($crate::object::metadata::CONTENT_TYPE_DEFAULT.to_owned()));
        $output.cache_control = headers.cache_control;
        $output.content_disposition = headers.content_disposition;
        $output.content_encoding = headers.content_encoding;
        $output.content_language = headers.content_language;
        $output.expires = headers.expires;
        $output.metadata = Some(object.description.metadata.clone());
        $output.website_redirect_location = object.description.redirect.clone();
        $output.storage_class = $crate::object::metadata::shown_class(object);
    }};
}

/// Replaces headers as the `response-` parameters of a signed request ask.
macro_rules! override_headers {
    ($output:expr, $input:expr) => {{
        let replace = |wanted: &Option<String>, header: &mut Option<String>| {
            if wanted.is_some() {
                header.clone_from(wanted);
            }
        };
        replace(&$input.response_content_type, &mut $output.content_type);
        replace(&$input.response_cache_control, &mut $output.cache_control);
        replace(&$input.response_content_disposition, &mut $output.content_disposition);
        replace(&$input.response_content_encoding, &mut $output.content_encoding);
        replace(&$input.response_content_language, &mut $output.content_language);
        replace(&$input.response_expires.map(|time| time.http_date()), &mut $output.expires);
    }};
}
pub(crate) use {check_served, describe, description, override_headers, with_carried_keys};

/// A description within the limits.
pub(crate) fn checked(mut description: Description) -> Result<Description, Fault> {
    let size = description.metadata.iter().map(|(key, value)| key.len() + value.len()).sum::<usize>();
    if size > METADATA_BYTES_MAX {
        let message = "Your metadata headers exceed the maximum allowed metadata size";
        return Err(Fault::new("MetadataTooLarge", 400, message)
            .field("Size", size.to_string())
            .field("MaxSizeAllowed", METADATA_BYTES_MAX.to_string()));
    }
    check_storage_class(&description.storage_class)?;
    let encoding = &mut description.headers.content_encoding;
    *encoding = encoding.as_deref().and_then(without_chunks);
    Ok(description)
}

fn check_storage_class(class: &str) -> Result<(), Fault> {
    match class {
        class if STORAGE_CLASSES.contains(&class) => Ok(()),
        "GLACIER" | "DEEP_ARCHIVE" => Err(not_implemented("objects cannot be archived")),
        _ => Err(Fault::new("InvalidStorageClass", 400, "The storage class you specified is not valid")
            .field("StorageClassRequested", class)),
    }
}

/// `aws-chunked` says how the body was sent, not what it is.
fn without_chunks(encoding: &str) -> Option<String> {
    let codings =
        encoding.split(',').map(str::trim).filter(|coding| !coding.is_empty() && *coding != "aws-chunked");
    let codings: Vec<&str> = codings.collect();
    (!codings.is_empty()).then(|| codings.join(","))
}

/// A tag as headers and documents have it.
pub(crate) fn quoted(etag: &str) -> String {
    format!("\"{etag}\"")
}

/// The storage class, where it is told.
pub(crate) fn shown_class(object: &Object) -> Option<String> {
    Some(object.description.storage_class.clone()).filter(|class| class != STANDARD)
}

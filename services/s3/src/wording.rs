//! The faults of S3, in its words.

use api_s3::errors;
use kernel::Fault;
use shape::BodyError;

/// 404.
pub(crate) fn no_such_bucket(bucket: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_BUCKET, "The specified bucket does not exist").field("BucketName", bucket)
}

/// 400.
pub(crate) fn invalid_bucket_name(bucket: &str) -> Fault {
    Fault::new("InvalidBucketName", 400, "The specified bucket is not valid.").field("BucketName", bucket)
}

/// 404.
pub(crate) fn no_such_key(key: &str) -> Fault {
    Fault::of(&errors::NO_SUCH_KEY, "The specified key does not exist.").field("Key", key)
}

/// 404.
pub(crate) fn no_such_version(key: &str, id: &str) -> Fault {
    Fault::new("NoSuchVersion", 404, "The specified version does not exist.")
        .field("Key", key)
        .field("VersionId", id)
}

/// 404.
pub(crate) fn no_such_upload(upload_id: &str) -> Fault {
    let message = "The specified upload does not exist. The upload ID may be invalid, or the upload may have \
                   been aborted or completed.";
    Fault::of(&errors::NO_SUCH_UPLOAD, message).field("UploadId", upload_id)
}

/// 501: a header or parameter asks for something that is not there. Said plainly, so that nobody takes an
/// ignored header for a kept promise.
pub(crate) fn not_implemented(what: &str) -> Fault {
    let message = format!("A header you provided implies functionality that is not implemented: {what}");
    Fault::new("NotImplemented", 501, message)
}

/// 400.
pub(crate) fn invalid_argument(message: impl Into<String>, name: &str, value: impl Into<String>) -> Fault {
    Fault::new("InvalidArgument", 400, message).field("ArgumentName", name).field("ArgumentValue", value)
}

/// 400.
pub(crate) fn invalid_request(message: impl Into<String>) -> Fault {
    Fault::of(&errors::INVALID_REQUEST, message)
}

/// 400.
pub(crate) fn missing_header(name: &str) -> Fault {
    Fault::new("MissingSecurityHeader", 400, "Your request was missing a required header")
        .field("MissingHeaderName", name)
}

/// 400.
pub(crate) fn malformed_xml() -> Fault {
    let message = "The XML you provided was not well-formed or did not validate against our published schema";
    Fault::new("MalformedXML", 400, message)
}

/// 412.
pub(crate) fn precondition_failed(condition: &str) -> Fault {
    Fault::new("PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold")
        .field("Condition", condition)
}

/// 403, where no policy was asked.
pub(crate) fn access_denied() -> Fault {
    Fault::new("AccessDenied", 403, "Access Denied")
}

/// 400 or 500: what became of a body that could not be read to its end.
pub(crate) fn body(error: BodyError) -> Fault {
    match error {
        BodyError::Refused { code, status, message } => Fault::new(code, status, message),
        BodyError::Incomplete => incomplete_body(),
        BodyError::TooLarge => entity_too_large(None),
        BodyError::Io(cause) => Fault::internal(cause),
    }
}

/// 400.
pub(crate) fn incomplete_body() -> Fault {
    let message = "You did not provide the number of bytes specified by the Content-Length HTTP header";
    Fault::new("IncompleteBody", 400, message)
}

/// 400.
pub(crate) fn entity_too_large(proposed: Option<u64>) -> Fault {
    let message = "Your proposed upload exceeds the maximum allowed size";
    let fault = Fault::new("EntityTooLarge", 400, message);
    let fault = match proposed {
        Some(size) => fault.field("ProposedSize", size.to_string()),
        None => fault,
    };
    fault.field("MaxSizeAllowed", crate::object::SIZE_MAX.to_string())
}

//! From requests to operations.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use http::Method;
use protocol::{RequestHead, Router};
use support::{SERVICES, headers};

/// `METHOD host/path?query` with headers, and the operation with its labels or the error's code.
#[track_caller]
fn check(signed: Option<&str>, request: &str, pairs: &[(&str, &str)], body: &str, expect: &str) {
    let (method, url) = request.split_once(' ').unwrap();
    let method: Method = method.parse().unwrap();
    let (host, path) = url.split_at(url.find('/').unwrap());
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let headers = headers(pairs);
    let head = RequestHead { method: &method, path, query, host, headers: &headers, signing_service: signed };
    let router = Router::new(&SERVICES).base_hosts(["objects.example.org".to_owned()]);
    let body = router.needs_body(&head).then_some(body.as_bytes());
    let found = match router.route(&head, body) {
        Ok(route) => {
            let label = |name| route.labels.get(name).map(|text| format!(" {text}")).unwrap_or_default();
            format!("{}{}{}", route.operation.name, label("Bucket"), label("Key"))
        }
        Err(error) => format!("{} {}: {error}", error.status(), error.code()),
    };
    assert_eq!(found, expect, "{request}");
}

#[track_caller]
fn s3(request: &str, expect: &str) {
    check(Some("s3"), request, &[], "", expect);
    check(None, request, &[], "", expect);
}

#[test]
fn s3_is_routed_by_method_path_and_query() {
    s3("GET localhost:4566/", "ListBuckets");
    s3("GET localhost/books", "ListObjects books");
    s3("GET localhost/books/", "ListObjects books");
    s3("GET localhost/books?list-type=2&prefix=a%2Fb", "ListObjectsV2 books");
    s3("GET localhost/books/?list-type=2", "ListObjectsV2 books");
    s3("PUT localhost/books", "CreateBucket books");
    s3("DELETE localhost/books", "DeleteBucket books");
    s3("HEAD localhost/books", "HeadBucket books");
    s3("GET localhost/books?location", "GetBucketLocation books");
    s3("GET localhost/books?location=", "GetBucketLocation books");
    s3("GET localhost/books?policy", "GetBucketPolicy books");
    s3("PUT localhost/books?policy", "PutBucketPolicy books");
    s3("DELETE localhost/books?policy", "DeleteBucketPolicy books");
    s3("POST localhost/books?delete", "DeleteObjects books");
    s3("GET localhost/books?uploads&prefix=x", "ListMultipartUploads books");
    s3("GET localhost/books/a/b", "GetObject books a/b");
    s3("GET localhost/books/a?partNumber=2&versionId=x", "GetObject books a");
    s3("HEAD localhost/books/a/b", "HeadObject books a/b");
    s3("DELETE localhost/books/a", "DeleteObject books a");
    s3("PUT localhost/books/a", "PutObject books a");
    s3("POST localhost/books/a?uploads", "CreateMultipartUpload books a");
    s3("PUT localhost/books/a?partNumber=1&uploadId=u", "UploadPart books a");
    s3("GET localhost/books/a?uploadId=u", "ListParts books a");
    s3("POST localhost/books/a?uploadId=u", "CompleteMultipartUpload books a");
    s3("DELETE localhost/books/a?uploadId=u", "AbortMultipartUpload books a");
}

#[test]
fn the_query_may_name_the_operation_without_effect() {
    s3("PUT localhost/books/a?x-id=PutObject", "PutObject books a");
    s3("GET localhost/?x-id=ListBuckets", "ListBuckets");
    s3("GET localhost/books/a?X-Amz-Signature=0&X-Amz-Credential=k", "GetObject books a");
    s3("GET localhost/books/a?unheard=of", "GetObject books a");
}

#[test]
fn a_copy_is_told_from_an_upload_by_its_source() {
    let copy = [("x-amz-copy-source", "/books/b")];
    check(Some("s3"), "PUT localhost/books/a", &copy, "", "CopyObject books a");
    check(Some("s3"), "PUT localhost/books/a?partNumber=1&uploadId=u", &copy, "", "UploadPartCopy books a");
    check(Some("s3"), "PUT localhost/books", &copy, "", "CreateBucket books");
}

#[test]
fn a_bucket_may_be_in_the_host() {
    s3("GET books.localhost/", "ListObjects books");
    s3("GET books.s3.localhost:4566/a/b", "GetObject books a/b");
    s3("GET books.s3.eu-west-1.amazonaws.com/a%20b", "GetObject books a b");
    s3("GET books.objects.example.org/a", "GetObject books a");
    s3("PUT books.s3.localhost/?policy", "PutBucketPolicy books");
    s3("GET my.books.s3.localhost//a", "GetObject my.books /a");
    s3("GET s3.localhost/books/a", "GetObject books a");
    s3("GET 127.0.0.1:4566/books/a", "GetObject books a");
}

#[test]
fn keys_keep_slashes_pluses_and_dots() {
    s3("GET localhost/books//a//b/", "GetObject books /a//b/");
    s3("GET localhost/books/a+b%2Bc%20d", "GetObject books a+b+c d");
    s3("GET localhost/books/../secret", "GetObject books ../secret");
    s3("GET localhost/books/%C3%A9%2Fx", "GetObject books é/x");
    s3("GET localhost/books/%FF", "400 InvalidURI: Couldn't parse the specified URI.");
}

#[test]
fn a_subresource_that_is_not_served_never_becomes_another_operation() {
    let refused =
        "501 NotImplemented: A header or query you provided implies functionality that is not implemented";
    let served = |method: &str, name: &str| match method {
        "GET" | "PUT"
            if ["acl", "publicAccessBlock", "ownershipControls", "tagging", "versioning"].contains(&name) =>
        {
            true
        }
        "DELETE" => ["publicAccessBlock", "ownershipControls", "tagging"].contains(&name),
        "GET" => ["versions", "cors", "lifecycle", "encryption", "replication", "website", "logging"]
            .into_iter()
            .chain(["notification", "policyStatus", "object-lock", "requestPayment", "accelerate"])
            .any(|served| served == name),
        _ => false,
    };
    for name in [
        "acl",
        "versioning",
        "tagging",
        "cors",
        "lifecycle",
        "encryption",
        "versions",
        "replication",
        "website",
        "logging",
        "notification",
        "publicAccessBlock",
        "policyStatus",
        "object-lock",
        "ownershipControls",
        "requestPayment",
        "accelerate",
        "analytics",
        "inventory",
        "metrics",
        "intelligent-tiering",
        "list-type=1",
    ] {
        for method in ["GET", "PUT", "DELETE", "HEAD"].into_iter().filter(|method| !served(method, name)) {
            s3(&format!("{method} localhost/books?{name}"), refused);
            s3(&format!("{method} books.s3.localhost/?{name}"), refused);
        }
    }
    for name in ["torrent", "retention", "legal-hold", "attributes", "restore"] {
        for method in ["GET", "PUT", "POST"] {
            s3(&format!("{method} localhost/books/a?{name}"), refused);
        }
    }
    s3("POST localhost/books/a?tagging", refused);
    s3("POST localhost/books/a?acl", refused);
    s3("DELETE localhost/books/a?acl", refused);
    s3("PUT localhost/books/a?uploadId=u", refused);
    s3("PUT localhost/books/a?partNumber=1", refused);
    s3("PUT localhost/books?delete", refused);
    s3("GET localhost/books?policy&acl", refused);
    check(
        Some("s3"),
        "POST localhost/books",
        &[("content-type", "multipart/form-data; boundary=x")],
        "",
        refused,
    );
}

#[test]
fn methods_that_a_resource_does_not_know_are_refused() {
    let refused = "405 MethodNotAllowed: The specified method is not allowed against this resource.";
    s3("POST localhost/books/a", refused);
    s3("PATCH localhost/books", refused);
    s3("PUT localhost/", refused);
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded; charset=utf-8");

#[test]
fn forms_are_routed_by_action_and_version() {
    let iam = |body, expect| check(Some("iam"), "POST localhost/", &[FORM], body, expect);
    iam("Action=ListRoles&Version=2010-05-08", "ListRoles");
    iam("Version=2010-05-08&Action=ListRoles&Path=%2F", "ListRoles");
    iam("Version=2010-05-08", "400 MissingAction: Missing Action");
    iam(
        "Action=ListRoles&Version=2011-06-15",
        "400 InvalidAction: Could not find operation ListRoles for version 2011-06-15",
    );
    iam(
        "Action=Dance&Version=2010-05-08",
        "400 InvalidAction: Could not find operation Dance for version 2010-05-08",
    );
    iam(
        "Action=ListRoles",
        "400 InvalidAction: Could not find operation ListRoles for version NO_VERSION_SPECIFIED",
    );
    iam("Action=%FF", "400 MalformedInput: The form is malformed or has too many fields");
}

#[test]
fn a_query_may_stand_in_the_url() {
    let request = "GET sts.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Signature=0";
    check(Some("sts"), request, &[], "", "GetCallerIdentity");
    check(None, request, &[], "", "GetCallerIdentity");
    check(None, "GET localhost/?Action=GetCallerIdentity&Version=2011-06-15", &[], "", "GetCallerIdentity");
}

#[test]
fn an_unsigned_form_goes_by_host_or_else_by_action_and_version() {
    let assume = "Action=AssumeRole&Version=2011-06-15";
    check(None, "POST sts.eu-west-1.amazonaws.com/", &[FORM], assume, "AssumeRole");
    check(None, "POST localhost:4566/", &[FORM], assume, "AssumeRole");
    check(
        None,
        "POST iam.localhost/",
        &[FORM],
        assume,
        "400 InvalidAction: Could not find operation AssumeRole for version 2011-06-15",
    );
    check(None, "POST localhost/", &[FORM], "a=b", "400 MissingAction: Missing Action");
}

#[test]
fn a_service_in_the_host_is_no_bucket() {
    check(None, "GET iam.localhost/", &[], "", "400 MissingAction: Missing Action");
    let unknown = "400 UnknownOperationException: The requested operation is not known";
    check(None, "GET forecast.localhost/", &[], "", unknown);
    check(None, "GET iam.s3.localhost/", &[], "", "ListObjects iam");
    check(None, "GET forecast.s3.localhost/?Action=a", &[], "", "ListObjects forecast");
    check(Some("s3"), "GET forecast.localhost/", &[], "", "ListObjects forecast");
}

#[test]
fn the_scope_outranks_the_host() {
    check(Some("iam"), "POST sts.localhost/", &[FORM], "Action=ListRoles&Version=2010-05-08", "ListRoles");
    check(Some("s3"), "GET iam.localhost/?Action=ListRoles&Version=2010-05-08", &[], "", "ListObjects iam");
    check(
        Some("iam"),
        "POST localhost/",
        &[("x-amz-target", "AmazonForecast.ListDatasets")],
        "",
        "400 MissingAction: Missing Action",
    );
}

#[test]
fn json_is_routed_by_its_target() {
    let unknown = "400 UnknownOperationException: The requested operation is not known";
    let json =
        |signed, target, expect| check(signed, "POST localhost/", &[("x-amz-target", target)], "{}", expect);
    for signed in [Some("forecast"), None] {
        json(signed, "AmazonForecast.CreateDataset", "CreateDataset");
        json(signed, "AmazonForecastRuntime.QueryForecast", "QueryForecast");
        json(signed, "AmazonForecast.QueryForecast", unknown);
        json(signed, "AmazonForecast.Dance", unknown);
        json(signed, "CreateDataset", unknown);
        json(signed, "", unknown);
    }
    check(Some("forecast"), "POST localhost/", &[], "{}", unknown);
}

#[test]
fn a_scope_of_a_service_that_is_not_here_is_refused() {
    check(
        Some("dynamodb"),
        "POST localhost/",
        &[],
        "",
        "400 UnknownServiceException: The service `dynamodb` is not served",
    );
}

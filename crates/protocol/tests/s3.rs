//! What S3 does in its own way, byte for byte.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use http::{HeaderMap, Method};
use protocol::{
    DecodeError, HttpBody, RequestHead, ResponseParts, Router, decode_input, decode_output, encode_output,
    streams_input,
};
use serde_json::{Value as Json, json};
use support::{headers, neutral, operation, service, text_of, value};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

fn read(method: &str, url: &str, pairs: &[(&str, &str)], body: &str) -> Result<Json, DecodeError> {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let (method, headers): (Method, _) = (method.parse().unwrap(), headers(pairs));
    let head = RequestHead {
        method: &method,
        path,
        query,
        host: "localhost",
        headers: &headers,
        signing_service: Some("s3"),
    };
    let route = Router::new(&[service("s3")]).route(&head, None).unwrap();
    let body = HttpBody::Bytes(body.to_owned().into());
    let value = decode_input(service("s3"), route.operation, &head, &route.labels, body)?;
    Ok(neutral(route.operation.input, &value))
}

fn answer(name: &str, output: Json) -> ResponseParts {
    let operation = operation(service("s3"), name);
    encode_output(service("s3"), operation, &value(operation.output, &output), "r1").unwrap()
}

#[track_caller]
fn answers(name: &str, output: Json, body: &str) {
    assert_eq!(text_of(answer(name, output).body), body.replace("XMLNS", NAMESPACE));
}

#[test]
fn metadata_travels_in_headers() {
    let pairs =
        [("x-amz-meta-Colour", "blue"), ("content-type", "text/csv"), ("x-amz-checksum-crc32", "AAAAAA==")];
    assert_eq!(
        read("PUT", "/books/a%20b", &pairs, "x,y").unwrap(),
        json!({
            "Bucket": "books", "Key": "a b", "ContentType": "text/csv", "ChecksumCRC32": "AAAAAA==",
            "Metadata": {"colour": "blue"}, "Body": "eCx5",
        })
    );
    let parts = answer(
        "GetObject",
        json!({"Body": "eCx5", "Metadata": {"colour": "bleu é"}, "ETag": "\"e\"", "ContentLength": 3}),
    );
    assert_eq!(parts.status, 200);
    assert_eq!(parts.headers["x-amz-meta-colour"], "=?UTF-8?B?YmxldSDDqQ==?=");
    assert_eq!(parts.headers["etag"], "\"e\"");
    assert_eq!(parts.headers["content-length"], "3");
    assert_eq!(parts.headers["content-type"], "binary/octet-stream");
    assert_eq!(text_of(parts.body), "x,y");
}

#[test]
fn chunks_are_no_encoding_of_the_object() {
    let read = |encoding| {
        let pairs =
            [("content-encoding", encoding), ("content-length", "99"), ("x-amz-decoded-content-length", "3")];
        let input = read("PUT", "/books/a", &pairs, "x,y").unwrap();
        (input["ContentLength"].clone(), input.get("ContentEncoding").cloned())
    };
    assert_eq!(read("aws-chunked"), (json!(3), None));
    assert_eq!(read("gzip, aws-chunked"), (json!(3), Some(json!("gzip"))));
    assert_eq!(read("gzip"), (json!(3), Some(json!("gzip"))));
}

#[test]
fn a_part_of_an_object_is_answered_with_206() {
    let parts = answer("GetObject", json!({"Body": "eA==", "ContentRange": "bytes 0-0/3"}));
    assert_eq!(parts.status, 206);
}

#[test]
fn objects_and_parts_are_streamed_and_nothing_else() {
    let streamed = service("s3").operations.iter().filter(|operation| streams_input(operation));
    assert_eq!(streamed.map(|operation| operation.name).collect::<Vec<_>>(), ["PutObject", "UploadPart"]);
}

#[test]
fn the_location_of_a_bucket_is_its_root_element() {
    answers(
        "GetBucketLocation",
        json!({}),
        &format!("{DECLARATION}<LocationConstraint XMLNS></LocationConstraint>"),
    );
    let west = json!({"LocationConstraint": "us-west-2"});
    let body = format!("{DECLARATION}<LocationConstraint XMLNS>us-west-2</LocationConstraint>");
    answers("GetBucketLocation", west.clone(), &body);
    let location = operation(service("s3"), "GetBucketLocation");
    let body = HttpBody::Bytes(body.replace("XMLNS", NAMESPACE).into());
    let read = decode_output(service("s3"), location, 200, &HeaderMap::new(), body).unwrap();
    assert_eq!(neutral(location.output, &read), west);
}

#[test]
fn policies_travel_as_they_are() {
    let policy = "{ \"Version\": \"2012-10-17\" }";
    assert_eq!(
        read("PUT", "/books?policy", &[], policy).unwrap(),
        json!({"Bucket": "books", "Policy": policy})
    );
    let parts = answer("GetBucketPolicy", json!({"Policy": policy}));
    assert_eq!(parts.headers["content-type"], "application/json");
    assert_eq!(text_of(parts.body), policy);
    let parts = answer("PutBucketPolicy", json!({}));
    assert_eq!((parts.headers.get("content-type"), text_of(parts.body).as_str()), (None, ""));
}

#[test]
fn lists_stand_flat_under_the_name_of_their_result() {
    answers(
        "ListBuckets",
        json!({"Buckets": [{"Name": "books", "CreationDate": 1_764_054_489_045_i64}], "Owner": {"ID": "1"}}),
        &format!(
            "{DECLARATION}<ListAllMyBucketsResult XMLNS><Buckets><Bucket><Name>books</Name>\
             <CreationDate>2025-11-25T07:08:09.045Z</CreationDate></Bucket></Buckets>\
             <Owner><ID>1</ID></Owner></ListAllMyBucketsResult>"
        ),
    );
    answers(
        "ListObjectsV2",
        json!({
            "IsTruncated": false, "Contents": [{"Key": "a<\u{1}", "Size": 3}, {"Key": "b"}], "Name": "books",
            "CommonPrefixes": [{"Prefix": "p/"}], "KeyCount": 3,
        }),
        &format!(
            "{DECLARATION}<ListBucketResult XMLNS><IsTruncated>false</IsTruncated>\
             <Contents><Key>a&lt;&#x1;</Key><Size>3</Size></Contents><Contents><Key>b</Key></Contents>\
             <Name>books</Name><CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes><KeyCount>3</KeyCount>\
             </ListBucketResult>"
        ),
    );
    answers(
        "CopyObject",
        json!({"CopyObjectResult": {"ETag": "\"e\"", "LastModified": 1_764_054_489_000_i64}}),
        &format!(
            "{DECLARATION}<CopyObjectResult XMLNS><ETag>&quot;e&quot;</ETag>\
             <LastModified>2025-11-25T07:08:09.000Z</LastModified></CopyObjectResult>"
        ),
    );
    answers("DeleteObjects", json!({}), &format!("{DECLARATION}<DeleteResult XMLNS></DeleteResult>"));
}

#[test]
fn many_objects_are_deleted_by_one_document() {
    let body = "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Object><Key>a&amp;b</Key></Object>\
                <Object><Key> c </Key><VersionId>v</VersionId></Object><Quiet>true</Quiet></Delete>";
    let objects = json!([{"Key": "a&b"}, {"Key": " c ", "VersionId": "v"}]);
    assert_eq!(
        read("POST", "/books?delete", &[], body).unwrap(),
        json!({"Bucket": "books", "Delete": {"Objects": objects, "Quiet": true}})
    );
    assert_eq!(read("POST", "/books?delete", &[], "").unwrap_err().code, "MissingRequestBodyError");
    assert_eq!(read("POST", "/books?delete", &[], "<Remove/>").unwrap_err().code, "MalformedXML");
}

#[test]
fn an_upload_is_completed_with_or_without_a_name_space() {
    for namespace in ["", NAMESPACE] {
        let body = format!(
            "<CompleteMultipartUpload {namespace}><Part><PartNumber>1</PartNumber><ETag>&quot;e&quot;</ETag></Part>\
             <Part><ETag>f</ETag><PartNumber>2</PartNumber></Part></CompleteMultipartUpload>"
        );
        let parts = json!([{"ETag": "\"e\"", "PartNumber": 1}, {"ETag": "f", "PartNumber": 2}]);
        assert_eq!(
            read("POST", "/books/a?uploadId=u", &[], &body).unwrap(),
            json!({"Bucket": "books", "Key": "a", "UploadId": "u", "MultipartUpload": {"Parts": parts}})
        );
    }
}

#[test]
fn a_bucket_may_be_made_with_an_empty_body() {
    assert_eq!(read("PUT", "/books", &[], "").unwrap(), json!({"Bucket": "books"}));
    let body = "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";
    assert_eq!(
        read("PUT", "/books", &[], body).unwrap(),
        json!({"Bucket": "books", "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}})
    );
}

#[test]
fn numbers_in_the_query_are_checked() {
    let error = read("GET", "/books?list-type=2&max-keys=many", &[], "").unwrap_err();
    assert_eq!(
        error.to_string(),
        "InvalidArgument: Provided max-keys not an integer or within integer range"
    );
}

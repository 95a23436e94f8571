//! Errors, byte for byte and as clients read them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use http::HeaderMap;
use protocol::{FaultParts, FaultView, HttpBody, ResponseParts, decode_output, encode_fault};
use shape::{Protocol, ServiceModel};
use support::{headers, operation, service, text_of};

const FAULT: FaultView<'_> = FaultView {
    code: "NoSuchKey",
    message: "The <key> does not exist.",
    status: 404,
    fields: &[],
    request_id: "request-1",
    resource: None,
    head: false,
};

fn read(service: &'static ServiceModel, name: &str, parts: ResponseParts) -> FaultParts {
    decode_output(service, operation(service, name), parts.status, &parts.headers, parts.body).unwrap_err()
}

#[test]
fn json_has_type_and_message() {
    let fault = FaultView { code: "ResourceNotFoundException", status: 400, ..FAULT };
    let parts = encode_fault(Some(service("forecast")), Protocol::AwsJson11, &fault);
    assert_eq!(parts.status, 400);
    assert_eq!(parts.headers["content-type"], "application/x-amz-json-1.1");
    assert_eq!(parts.headers["x-amzn-errortype"], "ResourceNotFoundException");
    assert_eq!(parts.headers["x-amzn-requestid"], "request-1");
    let bytes = parts.body.bytes().cloned().unwrap();
    assert_eq!(
        &bytes[..],
        br#"{"__type":"ResourceNotFoundException","Message":"The <key> does not exist."}"#
    );
    let fault = read(service("forecast"), "DescribeDataset", parts);
    assert_eq!(fault.to_string(), "ResourceNotFoundException (400): The <key> does not exist.");
}

#[test]
fn queries_answer_whose_fault_it_is() {
    let fault = FaultView { code: "NoSuchEntity", ..FAULT };
    let parts = encode_fault(Some(service("iam")), Protocol::AwsQuery, &fault);
    assert_eq!(parts.headers["content-type"], "text/xml");
    let bytes = parts.body.bytes().cloned().unwrap();
    assert_eq!(
        String::from_utf8_lossy(&bytes),
        "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>\
         <Code>NoSuchEntity</Code><Message>The &lt;key&gt; does not exist.</Message></Error>\
         <RequestId>request-1</RequestId></ErrorResponse>"
    );
    let read = read(service("iam"), "GetRole", parts);
    assert_eq!(read.to_string(), "NoSuchEntity (404): The <key> does not exist.");

    let ours = encode_fault(None, Protocol::AwsQuery, &FaultView { status: 500, ..FAULT });
    assert!(text_of(ours.body).contains("<Type>Receiver</Type>"));
}

#[test]
fn s3_repeats_what_was_asked_for() {
    let fields = [("Key", "a&b".to_owned())];
    let fault = FaultView { fields: &fields, resource: Some("/books/a&b"), ..FAULT };
    let parts = encode_fault(Some(service("s3")), Protocol::RestXml, &fault);
    assert_eq!(parts.headers["content-type"], "application/xml");
    assert_eq!(parts.headers["x-amz-request-id"], "request-1");
    assert_eq!(parts.headers["x-amz-id-2"], "cmVxdWVzdC0x");
    let bytes = parts.body.bytes().cloned().unwrap();
    assert_eq!(
        String::from_utf8_lossy(&bytes),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code>\
         <Message>The &lt;key&gt; does not exist.</Message><Key>a&amp;b</Key>\
         <Resource>/books/a&amp;b</Resource><RequestId>request-1</RequestId>\
         <HostId>cmVxdWVzdC0x</HostId></Error>"
    );
    let read = read(service("s3"), "GetObject", parts);
    assert_eq!((read.code.as_str(), read.status), ("NoSuchKey", 404));
    assert_eq!(read.fields[0], ("Key".to_owned(), "a&b".to_owned()));
}

#[test]
fn what_must_not_have_a_body_has_none() {
    for (head, status) in [(true, 404), (false, 304)] {
        let parts =
            encode_fault(Some(service("s3")), Protocol::RestXml, &FaultView { head, status, ..FAULT });
        assert_eq!(parts.headers.get("content-type"), None);
        assert_eq!(parts.headers["x-amz-request-id"], "request-1");
        let fault = read(service("s3"), "HeadObject", parts);
        assert_eq!(fault.code, status.to_string());
    }
}

#[test]
fn rest_json_has_its_code_in_a_header() {
    let parts = encode_fault(None, Protocol::RestJson, &FAULT);
    assert_eq!(parts.headers["x-amzn-errortype"], "NoSuchKey");
    assert_eq!(text_of(parts.body), r#"{"message":"The <key> does not exist."}"#);
}

#[track_caller]
fn reads_json(pairs: &[(&str, &str)], body: &str, code: &str, message: &str) {
    let forecast = service("forecast");
    let body = HttpBody::Bytes(body.to_owned().into());
    let fault =
        decode_output(forecast, operation(forecast, "ListDatasets"), 400, &headers(pairs), body).unwrap_err();
    assert_eq!((fault.code.as_str(), fault.message.as_str()), (code, message));
}

#[test]
fn json_faults_are_read_in_each_way_they_are_written() {
    reads_json(&[], r#"{"__type":"com.amazon.coral.service#X","message":"m"}"#, "X", "m");
    reads_json(&[], r#"{"__type":"X:http://docs/","Message":"m"}"#, "X", "m");
    reads_json(&[("x-amzn-errortype", "X:http://docs/")], r#"{"message":"m"}"#, "X", "m");
    reads_json(&[], r#"{"code":"X"}"#, "X", "");
    reads_json(&[], "<html>", "400", "");
}

#[test]
fn a_late_error_of_s3_is_an_error_all_the_same() {
    let s3 = service("s3");
    let body =
        HttpBody::Bytes("<Error><Code>InternalError</Code><Message>m</Message></Error>".to_owned().into());
    let complete = operation(s3, "CompleteMultipartUpload");
    let fault = decode_output(s3, complete, 200, &HeaderMap::new(), body).unwrap_err();
    assert_eq!((fault.code.as_str(), fault.status), ("InternalError", 500));
}

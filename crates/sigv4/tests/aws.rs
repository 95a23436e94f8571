//! The signatures AWS publishes: its test suite, and the examples of the S3 documentation.

#![cfg(test)]

mod common;

use common::{S3_KEY_ID, S3_NOW, S3_SECRET, SUITE_NOW, SUITE_SECRET, Sent, s3, sha256, suite};
use sigv4::{Credentials, Expect, Payload, Signer, presign, sign};

const UNRESERVED: &str = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Checks a case of the test suite in both directions.
#[track_caller]
fn check(method: &str, target: &str, headers: &[(&str, &str)], body: &str, signature: &str) {
    check_service("service", "example.amazonaws.com", method, target, headers, body, signature);
}

#[track_caller]
fn check_service(
    service: &'static str,
    host: &str,
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: &str,
    signature: &str,
) {
    let mut sent = Sent::new(method, target, &[]).with_body(body.as_bytes());
    sent.headers.insert("host", host.parse().unwrap());
    for (name, value) in headers {
        sent.headers.append(http::HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap());
    }
    let credentials =
        Credentials { access_key_id: "AKIDEXAMPLE", secret_access_key: SUITE_SECRET, session_token: None };
    let signer = Signer { credentials, service, region: "us-east-1", now_unix_seconds: SUITE_NOW };
    let hash = sha256(&sent.body);
    sign(&signer, &sent.method, &sent.uri, &mut sent.headers, Payload::Body, &hash).unwrap();
    let written = sent.headers["authorization"].to_str().unwrap();
    assert!(written.ends_with(&format!("Signature={signature}")), "{written}");

    let expect = Expect { service, ..suite(SUITE_NOW) };
    sent.verified(SUITE_SECRET, &expect).unwrap();
}

#[test]
fn the_plainest_requests_are_signed_as_in_the_suite() {
    check("GET", "/", &[], "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    check("POST", "/", &[], "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
}

#[test]
fn queries_are_signed_as_in_the_suite() {
    check(
        "GET",
        "/?Param1=value1",
        &[],
        "",
        "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
    );
    check(
        "GET",
        "/?Param2=value2&Param1=value1",
        &[],
        "",
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    );
    check(
        "GET",
        "/?Param1=value2&Param1=value1",
        &[],
        "",
        "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694",
    );
    check(
        "GET",
        &format!("/?{UNRESERVED}={UNRESERVED}"),
        &[],
        "",
        "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197",
    );
    check(
        "GET",
        "/?%E1%88%B4=bar",
        &[],
        "",
        "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
    );
    check(
        "POST",
        "/?Param1=value1",
        &[],
        "",
        "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11",
    );
}

#[test]
fn headers_are_signed_as_in_the_suite() {
    check(
        "GET",
        "/",
        &[("My-Header1", "value2"), ("My-Header1", "value2"), ("My-Header1", "value1")],
        "",
        "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
    );
    check(
        "GET",
        "/",
        &[
            ("My-Header1", "value4"),
            ("My-Header1", "value1"),
            ("My-Header1", "value3"),
            ("My-Header1", "value2"),
        ],
        "",
        "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01",
    );
    check(
        "GET",
        "/",
        &[("My-Header1", " value1"), ("My-Header2", " \"a   b   c\"")],
        "",
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    );
    check(
        "POST",
        "/",
        &[("My-Header1", "value1")],
        "",
        "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
    );
    check(
        "POST",
        "/",
        &[("My-Header1", "VALUE1")],
        "",
        "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
    );
}

#[test]
fn bodies_are_signed_as_in_the_suite() {
    check(
        "POST",
        "/",
        &[("Content-Type", "application/x-www-form-urlencoded")],
        "Param1=value1",
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
    );
    check(
        "POST",
        "/",
        &[("Content-Type", "application/x-www-form-urlencoded; charset=utf8")],
        "Param1=value1",
        "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe",
    );
}

/// The suite's paths are normalised to `/`, whose signature is that of the plainest request.
#[test]
fn paths_are_normalised_as_in_the_suite() {
    let plain = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    for target in ["//", "/./", "/example/..", "/example1/example2/../.."] {
        check("GET", target, &[], "", plain);
    }
    check(
        "GET",
        &format!("/{UNRESERVED}"),
        &[],
        "",
        "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
    );
}

#[test]
fn the_iam_example_of_the_user_guide_is_signed_as_there() {
    check_service(
        "iam",
        "iam.amazonaws.com",
        "GET",
        "/?Action=ListUsers&Version=2010-05-08",
        &[("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
        "",
        "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
    );
}

/// Checks an example of "Signature Calculations for the Authorization Header: Transferring Payload in
/// a Single Chunk".
#[track_caller]
fn check_s3(method: &str, target: &str, headers: &[(&str, &str)], signed: &str, body: &str, signature: &str) {
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={S3_KEY_ID}/20130524/us-east-1/s3/aws4_request,\
         SignedHeaders={signed},Signature={signature}"
    );
    let mut sent = Sent::new(method, target, headers).with_body(body.as_bytes());
    sent.headers.insert("host", "examplebucket.s3.amazonaws.com".parse().unwrap());
    sent.headers.insert("x-amz-date", "20130524T000000Z".parse().unwrap());
    sent.headers.insert("authorization", authorization.parse().unwrap());
    let verified = sent.verified(S3_SECRET, &s3(S3_NOW)).unwrap();
    assert!(matches!(verified.payload(), Payload::Exact(_)));
}

#[test]
fn the_examples_of_the_s3_documentation_are_verified() {
    check_s3(
        "GET",
        "/test.txt",
        &[("range", "bytes=0-9"), ("x-amz-content-sha256", EMPTY)],
        "host;range;x-amz-content-sha256;x-amz-date",
        "",
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
    check_s3(
        "PUT",
        "/test%24file.text",
        &[
            ("date", "Fri, 24 May 2013 00:00:00 GMT"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ("x-amz-content-sha256", "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"),
        ],
        "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
        "Welcome to Amazon S3.",
        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
    );
    check_s3(
        "GET",
        "/?lifecycle",
        &[("x-amz-content-sha256", EMPTY)],
        "host;x-amz-content-sha256;x-amz-date",
        "",
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
    );
    check_s3(
        "GET",
        "/?max-keys=2&prefix=J",
        &[("x-amz-content-sha256", EMPTY)],
        "host;x-amz-content-sha256;x-amz-date",
        "",
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    );
}

/// The example of "Authenticating Requests: Using Query Parameters".
#[test]
fn the_presigned_example_is_made_and_verified() {
    let signer = common::signer("s3", S3_SECRET, S3_NOW);
    let unsigned = Sent::new("GET", "https://examplebucket.s3.amazonaws.com/test.txt", &[]);
    let uri = presign(&signer, &unsigned.method, &unsigned.uri, &unsigned.headers, 86_400).unwrap();
    assert_eq!(
        uri.to_string(),
        "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256\
         &X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request\
         &X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host\
         &X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
    );
    // With HTTP/2 the host comes in the target, and with HTTP/1.1 in a header.
    let sent = Sent { uri, ..unsigned };
    let verified = sent.verified(S3_SECRET, &s3(S3_NOW + 86_400)).unwrap();
    assert_eq!(verified.payload(), Payload::Unsigned);
    let target = sent.uri.path_and_query().unwrap().as_str();
    let sent = Sent::new("GET", target, &[("host", "examplebucket.s3.amazonaws.com")]);
    sent.verified(S3_SECRET, &s3(S3_NOW)).unwrap();
}

#[test]
fn a_link_carries_its_token_and_may_carry_the_hash_of_its_body() {
    let mut signer = common::signer("s3", S3_SECRET, S3_NOW);
    signer.credentials.session_token = Some("to/ken+==");
    let target = format!("https://books.s3.amazonaws.com/1?X-Amz-Content-Sha256={EMPTY}");
    let unsigned = Sent::new("GET", &target, &[]);
    let uri = presign(&signer, &unsigned.method, &unsigned.uri, &unsigned.headers, 60).unwrap();
    let parsed = Sent { uri, ..unsigned }.parsed().unwrap().unwrap();
    assert!(parsed.is_presigned());
    assert_eq!(parsed.session_token(), Some("to/ken+=="));
    assert_eq!(parsed.expires_seconds(), Some(60));
    assert!(matches!(parsed.payload(), Payload::Exact(_)));
    assert!(!format!("{parsed:?}").contains("to/ken"));
}

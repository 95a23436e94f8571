//! Whatever comes over the wire, nothing panics and nothing takes long.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/models.rs"]
mod models;
mod support;

use http::Method;
use models::{JSON, QUERY, REST_JSON, REST_XML};
use proptest::prelude::*;
use protocol::{HttpBody, RequestHead, Router, decode_input, decode_output};
use shape::ServiceModel;
use support::{SERVICES, headers};

fn services() -> Vec<&'static ServiceModel> {
    SERVICES.into_iter().chain([&JSON, &QUERY, &REST_JSON, &REST_XML]).collect()
}

/// Every decoder reads the same request and answer.
fn decode_everywhere(path: &str, query: &str, pairs: &[(&str, &str)], body: &[u8]) {
    let mut headers = headers(pairs);
    headers.insert("content-type", "application/x-www-form-urlencoded".parse().unwrap());
    let head = RequestHead {
        method: &Method::POST,
        path,
        query,
        host: "books.s3.localhost",
        headers: &headers,
        signing_service: None,
    };
    for service in services() {
        for operation in service.operations {
            let body = || HttpBody::Bytes(body.to_vec().into());
            let _ = decode_input(service, operation, &head, &Default::default(), body());
            let _ = decode_output(service, operation, 200, &headers, body());
            let _ = decode_output(service, operation, 400, &headers, body());
        }
    }
}

/// Bytes made of what the formats are made of.
fn likely() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\u",
        "null",
        "true",
        "1e999",
        "-0",
        "\"Text\":",
        "\"Within\":{",
        "\"Texts\":[",
        "<",
        ">",
        "</",
        "/>",
        "<?xml?>",
        "<!DOCTYPE",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&amp;",
        "&#x1;",
        "&#0;",
        "&#xFFFFFFFF;",
        "&",
        ";",
        "<Spread>",
        "</Spread>",
        "<Thing>",
        "<title>",
        "a=\"b\"",
        "xmlns:",
        "Text=",
        "Texts.member.1=",
        "Pairs.entry.",
        ".key=",
        "Within.",
        "%",
        "%FF",
        "+",
        "=",
        ".",
        "\u{0}",
        "é",
        "9223372036854775808",
        "2025-11-25T07:08:09Z",
        "NaN",
        " ",
        "\n",
    ]);
    let piece = prop_oneof![9 => pieces.prop_map(|it| it.as_bytes().to_vec()), 1 => any::<Vec<u8>>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_body_panics(body in likely()) {
        decode_everywhere("/", "", &[], &body);
    }

    #[test]
    fn no_query_panics(query in "\\PC{0,60}", body in any::<Vec<u8>>()) {
        decode_everywhere("/", &query, &[], &body);
    }

    #[test]
    fn no_header_panics(text in "[ -~\u{80}-\u{ff}]{0,40}") {
        let pairs = ["x-date", "x-dates", "x-size", "x-marks", "x-note-a", "if-modified-since", "x-amz-meta-a"];
        let pairs = pairs.map(|name| (name, text.as_str()));
        decode_everywhere("/", "", &pairs, b"");
    }

    #[test]
    fn no_request_panics_the_router(
        path in "(/|%|[a-z+.]|%2F|%FF|\\PC){0,30}",
        query in "(&|=|acl|uploadId|policy|Action|%|\\PC){0,12}",
        host in "([a-z0-9]|\\.|:|-|\\[|s3|localhost|amazonaws\\.com|\\PC){0,12}",
        target in prop::option::of("([A-Z]|\\.|AmazonForecast){0,6}"),
        method in prop::sample::select(vec!["GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "BREW"]),
        signed in prop::option::of(prop::sample::select(vec!["s3", "iam", "forecast", "library", "", "x"])),
        body in likely(),
    ) {
        let router = Router::new(&services());
        let target = target.as_deref().map(|target| ("x-amz-target", target));
        let headers = headers(&target.into_iter().chain([("content-type", "application/x-www-form-urlencoded")]).collect::<Vec<_>>());
        let method: Method = method.parse().unwrap();
        let head = RequestHead { method: &method, path: &path, query: &query, host: &host, headers: &headers, signing_service: signed };
        let _ = router.needs_body(&head);
        let _ = router.route(&head, Some(&body));
        let _ = router.route(&head, None);
    }

    #[test]
    fn any_key_comes_back_as_it_was(key in "\\PC{1,40}") {
        let operation = support::operation(support::service("s3"), "HeadObject");
        let input = support::value(operation.input, &serde_json::json!({"Bucket": "books", "Key": key}));
        let made = protocol::encode_input(support::service("s3"), operation, &input).unwrap();
        let head = RequestHead {
            method: &made.method,
            path: &made.path,
            query: &made.query,
            host: "localhost",
            headers: &made.headers,
            signing_service: Some("s3"),
        };
        let route = Router::new(&SERVICES).route(&head, None).unwrap();
        prop_assert_eq!(route.labels.get("Key"), Some(key.as_str()));
    }
}

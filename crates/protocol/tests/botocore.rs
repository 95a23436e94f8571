//! Vectors made with botocore, in both directions. See `vectors/make.py`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use http::Method;
use protocol::{HttpBody, RequestHead, Router, decode_input, decode_output, encode_input, encode_output};
use serde_json::Value as Json;
use support::{SERVICES, body_of, bytes_of, headers_of, neutral, operation, service, value};

fn vectors(text: &str) -> Vec<Json> {
    serde_json::from_str(text).unwrap()
}

/// Requests of botocore that carry no fact of the model but are spelled another way.
fn same_xml(text: &[u8]) -> String {
    String::from_utf8_lossy(text).replace("&quot;", "\"").replace(" />", "/>")
}

#[test]
fn every_request_of_botocore_reaches_its_operation_and_decodes() {
    let router = Router::new(&SERVICES);
    for entry in vectors(include_str!("vectors/requests.json")) {
        let service = service(entry["service"].as_str().unwrap());
        let name = entry["operation"].as_str().unwrap();
        let method: Method = entry["method"].as_str().unwrap().parse().unwrap();
        let host = format!("{}.localhost", service.endpoint_prefix);
        let headers = headers_of(&entry["headers"]);
        let head = RequestHead {
            method: &method,
            path: entry["path"].as_str().unwrap(),
            query: entry["query"].as_str().unwrap(),
            host: &host,
            headers: &headers,
            signing_service: Some(service.signing_name),
        };
        let body = body_of(&entry);
        let route = router.route(&head, Some(&body)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((route.service.endpoint_prefix, route.operation.name), (service.endpoint_prefix, name));

        let unsigned = RequestHead { signing_service: None, ..head };
        assert_eq!(router.route(&unsigned, Some(&body)).unwrap().operation.name, name, "unsigned");

        let decoded = decode_input(service, route.operation, &head, &route.labels, HttpBody::Bytes(body))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut decoded = neutral(route.operation.input, &decoded);
        // A server always has a stream to hand on, if only an empty one.
        if decoded.get("Body") == Some(&Json::from("")) && entry["params"].get("Body").is_none() {
            decoded.as_object_mut().unwrap().remove("Body");
        }
        assert_eq!(decoded, entry["params"], "{name}");
    }
}

#[test]
fn our_requests_are_those_of_botocore() {
    for entry in vectors(include_str!("vectors/requests.json")) {
        let service = service(entry["service"].as_str().unwrap());
        let operation = operation(service, entry["operation"].as_str().unwrap());
        let input = value(operation.input, &entry["params"]);
        let made = encode_input(service, operation, &input).unwrap();
        assert_eq!(made.method.as_str(), entry["method"]);
        assert_eq!(made.path, entry["path"]);
        let sorted = |query: &str| {
            let mut parts: Vec<_> = query.split('&').map(str::to_owned).collect();
            parts.sort();
            parts
        };
        assert_eq!(sorted(&made.query), sorted(entry["query"].as_str().unwrap()), "{}", operation.name);
        for (name, value) in entry["headers"].as_object().unwrap() {
            if name != "content-type" || service.endpoint_prefix != "s3" {
                assert_eq!(made.headers[name].to_str().unwrap(), value, "{}", operation.name);
            }
        }
        let (made, wanted) = (bytes_of(made.body), body_of(&entry));
        match serde_json::from_slice::<Json>(&wanted) {
            Ok(json) => {
                assert_eq!(serde_json::from_slice::<Json>(&made).unwrap(), json, "{}", operation.name)
            }
            Err(_) => assert_eq!(same_xml(&made), same_xml(&wanted), "{}", operation.name),
        }
    }
}

#[test]
fn our_answers_are_those_that_botocore_read() {
    for entry in vectors(include_str!("vectors/outputs.json")) {
        let service = service(entry["service"].as_str().unwrap());
        let operation = operation(service, entry["operation"].as_str().unwrap());
        let output = value(operation.output, &entry["params"]);
        let made = encode_output(service, operation, &output, "request-1").unwrap();
        assert_eq!(made.status, entry["status"].as_u64().unwrap() as u16, "{}", operation.name);
        assert_eq!(made.headers, headers_of(&entry["headers"]), "{}", operation.name);
        let bytes = bytes_of(made.body);
        assert_eq!(
            String::from_utf8_lossy(&bytes),
            String::from_utf8_lossy(&body_of(&entry)),
            "{}",
            operation.name
        );

        let read =
            decode_output(service, operation, made.status, &made.headers, HttpBody::Bytes(bytes)).unwrap();
        assert_eq!(neutral(operation.output, &read), entry["params"], "{}", operation.name);
    }
}

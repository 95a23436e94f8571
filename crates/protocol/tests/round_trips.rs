//! Whatever a schema allows survives both ways over the wire.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use protocol::{HttpBody, RequestHead, Router, decode_input, decode_output, encode_input, encode_output};
use serde_json::Value as Json;
use shape::{OperationModel, Protocol, Schema, ServiceModel, Value, sample};
use support::{SERVICES, bytes_of, neutral};

const SEEDS: u64 = 24;

#[track_caller]
fn input(router: &Router, service: &'static ServiceModel, operation: &'static OperationModel, seed: u64) {
    let input = sample(operation.input, seed);
    let made = encode_input(service, operation, &input).unwrap();
    let head = RequestHead {
        method: &made.method,
        path: &made.path,
        query: &made.query,
        host: "localhost",
        headers: &made.headers,
        signing_service: Some(service.signing_name),
    };
    let body = bytes_of(made.body);
    let route = router.route(&head, Some(&body)).unwrap();
    assert_eq!(route.operation.name, operation.name, "seed {seed}");
    let read = decode_input(service, operation, &head, &route.labels, HttpBody::Bytes(body)).unwrap();
    assert_eq!(comparable(operation.input, read), comparable(operation.input, input), "seed {seed}");
}

#[track_caller]
fn output(service: &'static ServiceModel, operation: &'static OperationModel, seed: u64) {
    let output = sample(operation.output, seed);
    let made = encode_output(service, operation, &output, "request-1").unwrap();
    let body = HttpBody::Bytes(bytes_of(made.body));
    let read = decode_output(service, operation, made.status, &made.headers, body).unwrap();
    assert_eq!(comparable(operation.output, read), comparable(operation.output, output), "seed {seed}");
}

/// The neutral form without streams, and without what is empty: forms and headers cannot carry that.
fn comparable(schema: &Schema, mut value: Value) -> Json {
    if let Value::Structure(slots) = &mut value {
        slots.iter_mut().filter(|slot| matches!(slot, Some(Value::Stream(_)))).for_each(|slot| *slot = None);
    }
    let mut json = pruned(neutral(schema, &value));
    // Bytes have a type in HTTP, whether or not one was given.
    if json.get("ContentType").is_some_and(|kind| kind == "binary/octet-stream") {
        json.as_object_mut().unwrap().remove("ContentType");
    }
    json
}

fn pruned(json: Json) -> Json {
    let kept = |json: &Json| match json {
        Json::Array(items) => !items.is_empty(),
        Json::Object(members) => !members.is_empty(),
        _ => true,
    };
    match json {
        Json::Object(members) => {
            let members = members.into_iter().map(|(name, member)| (name, pruned(member)));
            Json::Object(members.filter(|(_, member)| kept(member)).collect())
        }
        Json::Array(items) => items.into_iter().map(pruned).filter(kept).collect(),
        other => other,
    }
}

#[test]
fn every_input_survives() {
    let router = Router::new(&SERVICES);
    for service in SERVICES {
        for operation in service.operations {
            (0..SEEDS).for_each(|seed| input(&router, service, operation, seed));
        }
    }
}

#[test]
fn every_output_survives() {
    for service in SERVICES {
        for operation in service.operations {
            (0..SEEDS).for_each(|seed| output(service, operation, seed));
        }
    }
}

#[test]
fn json_loses_nothing_at_all() {
    for service in SERVICES.into_iter().filter(|service| service.protocol == Protocol::AwsJson11) {
        for operation in service.operations {
            for seed in 0..SEEDS {
                let value = sample(operation.input, seed);
                let made = encode_input(service, operation, &value).unwrap();
                let head = RequestHead {
                    method: &made.method,
                    path: "/",
                    query: "",
                    host: "localhost",
                    headers: &made.headers,
                    signing_service: None,
                };
                let read = decode_input(service, operation, &head, &Default::default(), made.body).unwrap();
                assert_eq!(neutral(operation.input, &read), neutral(operation.input, &value));
            }
        }
    }
}

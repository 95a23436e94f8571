//! What the tests share: the served APIs, values in the neutral form of the vectors, bodies.
#![allow(
    dead_code,
    clippy::allow_attributes,
    clippy::panic,
    clippy::unwrap_used,
    reason = "each test uses its part, and fails by panicking"
)]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures_util::FutureExt;
use http::{HeaderMap, HeaderName, HeaderValue};
use names::Timestamp;
use protocol::HttpBody;
use serde_json::{Map, Value as Json, json};
use shape::{Body, OperationModel, Schema, ServiceModel, Type, Value};

pub(crate) const SERVICES: [&ServiceModel; 5] = [
    &api_iam::SERVICE,
    &api_sts::SERVICE,
    &api_s3::SERVICE,
    &api_forecast::SERVICE,
    &api_forecastquery::SERVICE,
];

pub(crate) fn service(endpoint: &str) -> &'static ServiceModel {
    SERVICES.into_iter().find(|service| service.endpoint_prefix == endpoint).unwrap()
}

pub(crate) fn operation(service: &'static ServiceModel, name: &str) -> &'static OperationModel {
    service.operations.iter().find(|operation| operation.name == name).unwrap()
}

pub(crate) fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
    let pair = |(name, value): &(&str, &str)| {
        (HeaderName::try_from(*name).unwrap(), HeaderValue::from_bytes(value.as_bytes()).unwrap())
    };
    pairs.iter().map(pair).collect()
}

pub(crate) fn headers_of(json: &Json) -> HeaderMap {
    let pairs: Vec<(&str, &str)> = json
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap()))
        .collect();
    headers(&pairs)
}

/// All bytes of a body. Bodies of tests are ready at once.
pub(crate) fn bytes_of(body: HttpBody) -> Bytes {
    Body::from(body).collect(1 << 20).now_or_never().unwrap().unwrap()
}

pub(crate) fn text_of(body: HttpBody) -> String {
    String::from_utf8(bytes_of(body).to_vec()).unwrap()
}

/// A value from its neutral form.
pub(crate) fn value(schema: &Schema, json: &Json) -> Value {
    match &schema.kind {
        Type::String(_) => Value::String(json.as_str().unwrap().to_owned()),
        Type::Boolean => Value::Boolean(json.as_bool().unwrap()),
        Type::Integer(_) | Type::Long(_) => Value::Integer(json.as_i64().unwrap()),
        Type::Float | Type::Double => Value::Float(json.as_f64().unwrap()),
        Type::Timestamp(_) => Value::Timestamp(Timestamp::from_millis(json.as_i64().unwrap())),
        Type::Blob => Value::Blob(STANDARD.decode(json.as_str().unwrap()).unwrap().into()),
        Type::Stream => {
            Value::Stream(Body::from(Bytes::from(STANDARD.decode(json.as_str().unwrap()).unwrap())))
        }
        Type::List(rule) => {
            Value::List(json.as_array().unwrap().iter().map(|it| value(rule.member, it)).collect())
        }
        Type::Map(rule) => {
            let entries = json.as_object().unwrap().iter();
            Value::Map(entries.map(|(key, it)| (key.clone(), value(rule.value, it))).collect())
        }
        Type::Structure(rule) => {
            let members = json.as_object().unwrap();
            for name in members.keys() {
                assert!(
                    rule.members.iter().any(|it| it.name == name),
                    "{} has no member {name}",
                    schema.name
                );
            }
            let slot = |it: &shape::Member| members.get(it.name).map(|json| value(it.schema, json));
            Value::Structure(rule.members.iter().map(slot).collect())
        }
    }
}

/// The neutral form of a value.
pub(crate) fn neutral(schema: &Schema, value: &Value) -> Json {
    match (&schema.kind, value) {
        (_, Value::String(it)) => json!(it),
        (_, Value::Boolean(it)) => json!(it),
        (_, Value::Integer(it)) => json!(it),
        (_, Value::Float(it)) => json!(it),
        (_, Value::Timestamp(it)) => json!(it.millis()),
        (_, Value::Blob(it)) => json!(STANDARD.encode(it)),
        (_, Value::Stream(it)) => json!(STANDARD.encode(bytes_of(HttpBody::Stream(it.clone())))),
        (Type::List(rule), Value::List(items)) => items.iter().map(|it| neutral(rule.member, it)).collect(),
        (Type::Map(rule), Value::Map(entries)) => {
            let entries = entries.iter().map(|(key, it)| (key.clone(), neutral(rule.value, it)));
            Json::Object(entries.collect::<Map<_, _>>())
        }
        (Type::Structure(rule), Value::Structure(slots)) => {
            let present = rule.members.iter().zip(slots).filter_map(|(member, slot)| {
                Some((member.name.to_owned(), neutral(member.schema, slot.as_ref()?)))
            });
            Json::Object(present.collect::<Map<_, _>>())
        }
        _ => panic!("{} does not hold {value:?}", schema.name),
    }
}

/// The bytes of a vector's body.
pub(crate) fn body_of(entry: &Json) -> Bytes {
    match entry.get("base64") {
        Some(encoded) => STANDARD.decode(encoded.as_str().unwrap()).unwrap().into(),
        None => entry["body"].as_str().unwrap().to_owned().into(),
    }
}

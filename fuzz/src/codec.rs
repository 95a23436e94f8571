//! The codecs: bytes to values, and back.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method};
use protocol::{HttpBody, Labels, RequestHead, Router, decode_input, encode_input};
use shape::{OperationModel, ServiceModel};

const SERVICES: [&ServiceModel; 4] =
    [&api_iam::SERVICE, &api_sts::SERVICE, &api_s3::SERVICE, &api_forecast::SERVICE];

/// Whatever decodes can be validated and written again.
fn decode(service: &ServiceModel, operation: &OperationModel, headers: &HeaderMap, data: &[u8]) {
    let method = Method::POST;
    let head = RequestHead {
        method: &method,
        path: "/",
        query: "",
        host: "localhost",
        headers,
        signing_service: Some(service.signing_name),
    };
    let body = HttpBody::Bytes(Bytes::copy_from_slice(data));
    match decode_input(service, operation, &head, &Labels::default(), body) {
        Ok(value) => {
            let violations = shape::validate(operation.input, &value);
            if violations.is_empty() {
                assert!(encode_input(service, operation, &value).is_ok(), "valid input cannot be written");
            }
        }
        Err(error) => assert!(!error.code.is_empty(), "a refusal without a code"),
    }
}

/// The first byte chooses the operation.
fn each(service: &ServiceModel, content_type: &'static str, data: &[u8]) {
    let Some((choice, rest)) = data.split_first() else { return };
    let count = service.operations.len().max(1);
    let Some(operation) = service.operations.get(usize::from(*choice) % count) else { return };
    let mut headers = HeaderMap::new();
    headers.insert(http::header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    decode(service, operation, &headers, rest);
}

pub(crate) fn json(data: &[u8]) {
    each(&api_forecast::SERVICE, "application/x-amz-json-1.1", data);
}

pub(crate) fn query(data: &[u8]) {
    each(&api_iam::SERVICE, "application/x-www-form-urlencoded", data);
}

pub(crate) fn xml(data: &[u8]) {
    each(&api_s3::SERVICE, "application/xml", data);
}

/// Any request goes to one operation or is refused: first line the method, second the path, third the query.
pub(crate) fn route(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.splitn(5, '\n');
    let mut next = || lines.next().unwrap_or_default().to_owned();
    let (method, path, query, target, body) = (next(), next(), next(), next(), next());
    let Ok(method) = Method::from_bytes(method.as_bytes()) else { return };
    let mut headers = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_str(&target)
        && !target.is_empty()
    {
        headers.insert("x-amz-target", value);
    }
    let router = Router::new(&SERVICES);
    for signing_service in [None, Some("iam"), Some("s3"), Some("forecast"), Some("nothing")] {
        let head = RequestHead {
            method: &method,
            path: &path,
            query: &query,
            host: "b.localhost",
            headers: &headers,
            signing_service,
        };
        if let Err(error) = router.route(&head, Some(body.as_bytes())) {
            assert!(!error.code().is_empty(), "a refusal without a code");
        }
    }
}

/// A sample of each operation, in the bytes a client would send.
fn samples(service: &ServiceModel) -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for (at, operation) in service.operations.iter().enumerate() {
        let sample = shape::sample(operation.input, 1);
        let Ok(parts) = encode_input(service, operation, &sample) else { continue };
        let Some(bytes) = parts.body.bytes() else { continue };
        let mut seed = vec![at as u8];
        seed.extend_from_slice(bytes);
        seeds.push(seed);
    }
    seeds
}

pub(crate) fn json_seeds() -> Vec<Vec<u8>> {
    samples(&api_forecast::SERVICE)
}

pub(crate) fn query_seeds() -> Vec<Vec<u8>> {
    samples(&api_iam::SERVICE)
}

pub(crate) fn xml_seeds() -> Vec<Vec<u8>> {
    samples(&api_s3::SERVICE)
}

pub(crate) fn route_seeds() -> Vec<Vec<u8>> {
    let texts = [
        "GET\n/books/a%2Fb\nlist-type=2&prefix=a\n\n",
        "POST\n/\n\nAmazonForecast.CreateDataset\n{}",
        "POST\n/\n\n\nAction=CreateRole&Version=2010-05-08&RoleName=a",
        "PUT\n/books/k\nuploadId=x&partNumber=1\n\n",
    ];
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

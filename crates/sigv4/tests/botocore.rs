//! Requests that botocore signed, as `vectors/make_botocore.py` wrote them down.

#![cfg(test)]

use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use serde::Deserialize;
use sigv4::{Expect, Parsed, Payload, Request, SigError, SigningKey, verify};

#[derive(Deserialize)]
struct Document {
    secret_access_key: String,
    access_key_id: String,
    region: String,
    now: i64,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    service: String,
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
}

fn document() -> Document {
    serde_json::from_str(include_str!("vectors/botocore.json")).unwrap()
}

fn check(document: &Document, vector: &Vector, secret: &str) -> Result<(), SigError> {
    let method: Method = vector.method.parse().unwrap();
    let uri: Uri = vector.target.parse().unwrap();
    let headers: HeaderMap = vector
        .headers
        .iter()
        .map(|(name, value)| {
            (HeaderName::from_bytes(name.as_bytes()).unwrap(), HeaderValue::from_str(value).unwrap())
        })
        .collect();
    let body = hex::decode(&vector.body).unwrap();
    let parsed = Parsed::from_request(&method, &uri, &headers)?.expect("it is signed");
    assert_eq!(parsed.access_key_id(), document.access_key_id);
    let expect =
        Expect { service: &vector.service, region: &document.region, now_unix_seconds: document.now + 60 };
    let key = SigningKey::derive(secret, parsed.scope());
    let mut hash = [0; 32];
    hash.copy_from_slice(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &body).as_ref());
    let request = Request { method: &method, uri: &uri, headers: &headers };
    let verified = verify(&parsed, request, &key, &expect, Some(&hash))?;
    assert_eq!(verified.payload() == Payload::Body, vector.service != "s3");
    Ok(())
}

#[test]
fn whatever_botocore_signs_is_verified() {
    let document = document();
    assert!(document.vectors.len() > 300);
    let wrong: Vec<String> = document
        .vectors
        .iter()
        .filter_map(|vector| {
            let error = check(&document, vector, &document.secret_access_key).err()?;
            Some(format!("{} {} {}: {error:?}", vector.service, vector.method, vector.target))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn nothing_is_verified_with_another_secret() {
    let document = document();
    for vector in &document.vectors {
        let error = check(&document, vector, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEX").unwrap_err();
        assert!(matches!(error, SigError::InvalidSignature(_)), "{}: {error:?}", vector.target);
    }
}

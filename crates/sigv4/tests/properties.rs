//! What holds for all requests.

#![cfg(test)]

mod common;

use common::{S3_NOW, S3_SECRET, Sent, s3, sha256, signer, suite};
use http::{HeaderName, HeaderValue, Uri};
use proptest::prelude::*;
use sigv4::{Expect, Payload, presign, sign};

fn expect(service: &'static str) -> Expect<'static> {
    Expect { service, ..s3(S3_NOW) }
}

/// A request nobody has signed yet: path, query and headers of any shape a client may write.
fn request() -> impl Strategy<Value = Sent> {
    let escaped = "([a-zA-Z0-9._~-]|%[0-9A-F]{2}){0,12}";
    let path = proptest::collection::vec(escaped, 0..4);
    let query = proptest::collection::vec((escaped, escaped), 0..4);
    let headers = proptest::collection::vec(("[a-z][a-z0-9]{0,8}", "[ -~]{0,20}"), 0..4);
    let body = proptest::collection::vec(any::<u8>(), 0..64);
    (prop::sample::select(vec!["GET", "PUT", "POST", "DELETE"]), path, query, headers, body).prop_map(
        |(method, path, query, headers, body)| {
            let query: Vec<String> = query.iter().map(|(name, value)| format!("q{name}={value}")).collect();
            let target = format!("/{}?{}", path.join("/"), query.join("&"));
            let mut sent = Sent::new(method, &target, &[("host", "example.com")]).with_body(&body);
            for (name, value) in headers {
                let name = HeaderName::from_bytes(format!("x-amz-meta-{name}").as_bytes()).unwrap();
                sent.headers.append(name, HeaderValue::from_str(&value).unwrap());
            }
            sent
        },
    )
}

fn signed(mut sent: Sent, service: &'static str) -> Sent {
    let hash = sha256(&sent.body);
    let payload = if service == "s3" { Payload::Exact(hash) } else { Payload::Body };
    let signer = signer(service, S3_SECRET, S3_NOW);
    sign(&signer, &sent.method, &sent.uri, &mut sent.headers, payload, &hash).unwrap();
    sent
}

/// Flips one bit of something signed; `None` where that makes no request, or changes nothing that
/// counts: the digits of an escape may be upper or lower case.
fn flipped(sent: Sent, what: u8, place: usize, bit: u8) -> Option<Sent> {
    let flip = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        let index = place % bytes.len().max(1);
        *bytes.get_mut(index)? ^= 1 << bit;
        Some(bytes)
    };
    match what {
        0 => {
            let body = flip(&sent.body)?;
            Some(Sent { body, ..sent })
        }
        1 => {
            let target = sent.uri.to_string();
            let changed = flip(target.as_bytes())?;
            let changed = String::from_utf8(changed).ok()?;
            let decoded = |text: &str| {
                http::Uri::try_from(text).ok().map(|uri| (unescape(uri.path()), uri.query().map(unescape)))
            };
            if decoded(&target) == decoded(&changed) || !changed.starts_with('/') {
                return None;
            }
            // A dot may make the path another way of writing the same one, or a `#` cut the rest off.
            let uri: Uri = changed.parse().ok()?;
            (uri.to_string() == changed && !has_dots(&target) && !has_dots(&changed))
                .then_some(Sent { uri, ..sent })
        }
        2 => {
            let name = sent.headers.keys().find(|name| name.as_str().starts_with("x-amz-meta-"))?.clone();
            let value = sent.headers.get(&name)?.as_bytes().trim_ascii().to_vec();
            let changed = flip(&value)?;
            let mut headers = sent.headers.clone();
            headers.insert(&name, HeaderValue::from_bytes(&changed).ok()?);
            (changed.trim_ascii() != value).then_some(Sent { headers, ..sent })
        }
        _ => {
            let value = sent.headers.get("authorization")?.to_str().ok()?;
            let (head, signature) = value.split_at(value.len() - 64);
            let changed = String::from_utf8(flip(signature.as_bytes())?).ok()?;
            if changed.eq_ignore_ascii_case(signature) {
                return None;
            }
            let mut headers = sent.headers.clone();
            headers.insert("authorization", format!("{head}{changed}").parse().ok()?);
            Some(Sent { headers, ..sent })
        }
    }
}

fn has_dots(target: &str) -> bool {
    target.contains("/.") || target.contains("//") || target.contains("&&") || target.contains("?&")
}

fn unescape(text: &str) -> String {
    let mut letters = text.chars();
    let mut out = String::new();
    while let Some(letter) = letters.next() {
        out.push(letter);
        if letter == '%' {
            out.extend(letters.by_ref().take(2).map(|digit| digit.to_ascii_uppercase()));
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_signed_is_verified(sent in request()) {
        for service in ["s3", "service"] {
            let sent = signed(sent.clone(), service);
            prop_assert!(sent.verified(S3_SECRET, &expect(service)).is_ok());
        }
    }

    #[test]
    fn what_is_presigned_is_verified(mut sent in request(), expires in 1_i64..=604_800) {
        sent.body.clear();
        for service in ["s3", "service"] {
            let signer = signer(service, S3_SECRET, S3_NOW);
            let uri = presign(&signer, &sent.method, &sent.uri, &sent.headers, expires).unwrap();
            let sent = Sent { uri, ..sent.clone() };
            let at_last = Expect { now_unix_seconds: S3_NOW + expires, ..expect(service) };
            prop_assert!(sent.verified(S3_SECRET, &at_last).is_ok());
            let too_late = Expect { now_unix_seconds: S3_NOW + expires + 1, ..expect(service) };
            prop_assert!(sent.verified(S3_SECRET, &too_late).is_err());
        }
    }

    #[test]
    fn one_bit_makes_a_difference(sent in request(), what in 0_u8..4, place in any::<usize>(), bit in 0_u8..8) {
        for service in ["s3", "service"] {
            let sent = signed(sent.clone(), service);
            if let Some(changed) = flipped(sent, what, place, bit) {
                prop_assert!(
                    changed.verified(S3_SECRET, &expect(service)).is_err(),
                    "{} {:?}", changed.uri, changed.headers
                );
            }
        }
    }

    #[test]
    fn no_header_makes_the_parser_panic(
        authorization in "(AWS4-HMAC-SHA256 )?([A-Za-z]{0,3}|Credential=|SignedHeaders=|Signature=|[a-z0-9/;]{0,20}|, ?){0,12}",
        date in "[0-9TZ]{0,18}|[ -~]{0,20}",
        hash in "[ -~]{0,70}",
    ) {
        let sent = Sent::new("GET", "/", &[("host", "a"), ("authorization", &authorization),
            ("x-amz-date", &date), ("x-amz-content-sha256", &hash)]);
        let _ = sent.verified(S3_SECRET, &suite(S3_NOW));
    }

    #[test]
    fn no_bytes_in_headers_make_the_parser_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut sent = Sent::new("GET", "/", &[("host", "a")]);
        for name in ["authorization", "x-amz-date", "date", "x-amz-security-token"] {
            if let Ok(value) = HeaderValue::from_bytes(&bytes) {
                sent.headers.insert(name, value);
                let _ = sent.verified(S3_SECRET, &suite(S3_NOW));
            }
        }
    }

    #[test]
    fn no_query_makes_the_parser_panic(
        query in "(X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token)=|AWS4-HMAC-SHA256|20130524T000000Z|a/20130524/us-east-1/s3/aws4_request|&|%|[0-9a-f]{0,3}|[!-~&&[^#]]){0,40}",
    ) {
        if let Ok(uri) = format!("/?{query}").parse::<Uri>() {
            let sent = Sent { uri, ..Sent::new("GET", "/", &[("host", "a")]) };
            let _ = sent.verified(S3_SECRET, &s3(S3_NOW));
        }
    }
}

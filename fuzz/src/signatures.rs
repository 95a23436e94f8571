//! Signature Version 4.

use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use sigv4::{Dialect, Expect, Parsed, Payload, Request, SigError, SigningKey, verify};

/// A head as lines: method, target, then `name: value`.
fn head(data: &[u8]) -> Option<(Method, Uri, HeaderMap)> {
    let mut lines = data.split(|byte| *byte == b'\n');
    let method = Method::from_bytes(lines.next()?).ok()?;
    let uri = Uri::try_from(lines.next()?).ok()?;
    let mut headers = HeaderMap::new();
    for line in lines.take(64) {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let (name, value) = line.split_at(colon);
        let name = HeaderName::from_bytes(name).ok()?;
        headers.append(name, HeaderValue::from_bytes(value.get(1..)?.trim_ascii()).ok()?);
    }
    Some((method, uri, headers))
}

/// Any head is anonymous, refused in words of every dialect, or signed; and no mutation verifies by chance.
pub(crate) fn parse(data: &[u8]) {
    let Some((method, uri, headers)) = head(data) else { return };
    let words = |error: &SigError| {
        for dialect in [Dialect::Query, Dialect::Json, Dialect::RestJson, Dialect::S3] {
            assert!(!error.refusal(dialect).code.is_empty(), "a refusal without a code");
        }
    };
    match Parsed::from_request(&method, &uri, &headers) {
        Ok(None) => {}
        Err(error) => words(&error),
        Ok(Some(parsed)) => {
            let scope = parsed.scope();
            let key = SigningKey::derive("a secret nobody signed with", scope);
            let expect = Expect {
                service: &scope.service,
                region: &scope.region,
                now_unix_seconds: parsed.signed_at().unix_seconds(),
            };
            let request = Request { method: &method, uri: &uri, headers: &headers };
            match verify(&parsed, request, &key, &expect, Some(&[0; 32])) {
                Ok(_) => unreachable!("a signature of nobody verified"),
                Err(error) => words(&error),
            }
        }
    }
}

/// Any bytes are an `aws-chunked` body or are refused; decoded data is never longer than announced.
pub(crate) fn chunked(data: &[u8]) {
    let Some((method, uri, mut headers)) = head(HEADS[1].as_bytes()) else { return };
    headers.insert("x-amz-decoded-content-length", HeaderValue::from_static("11"));
    headers.insert("x-amz-content-sha256", HeaderValue::from_static("STREAMING-UNSIGNED-PAYLOAD-TRAILER"));
    headers.insert("x-amz-trailer", HeaderValue::from_static("x-amz-checksum-crc32"));
    let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    let mut signed = headers.clone();
    signed.remove("authorization");
    let now = 1_369_353_600;
    let credentials = sigv4::Credentials {
        access_key_id: "AKIAIOSFODNN7EXAMPLE",
        secret_access_key: secret,
        session_token: None,
    };
    let signer = sigv4::Signer { credentials, service: "s3", region: "us-east-1", now_unix_seconds: now };
    let payload = Payload::StreamingUnsignedTrailer;
    if sigv4::sign(&signer, &method, &uri, &mut signed, payload, &[0; 32]).is_err() {
        return;
    }
    let Ok(Some(parsed)) = Parsed::from_request(&method, &uri, &signed) else { return };
    let key = SigningKey::derive(secret, parsed.scope());
    let expect = Expect { service: "s3", region: "us-east-1", now_unix_seconds: now };
    let request = Request { method: &method, uri: &uri, headers: &signed };
    let Ok(verified) = verify(&parsed, request, &key, &expect, None) else { return };
    let Ok(Some(mut decoder)) = verified.decoder(&signed) else { return };
    let mut length = 0;
    for piece in data.chunks(7) {
        if decoder.push(piece, |slice| length += slice.len()).is_err() {
            return;
        }
    }
    if decoder.finish().is_ok() {
        assert_eq!(length, 11, "a body of another length than announced");
    }
}

const HEADS: [&str; 3] = [
    "GET\n/?Action=ListUsers&Version=2010-05-08\nhost:iam.amazonaws.com\nx-amz-date:20150830T123600Z\nauthorization:AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
    "PUT\n/test%24file.text\nhost:examplebucket.s3.amazonaws.com\nx-amz-date:20130524T000000Z\nauthorization:AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd\nx-amz-content-sha256:UNSIGNED-PAYLOAD",
    "GET\n/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404\nhost:examplebucket.s3.amazonaws.com",
];

pub(crate) fn heads() -> Vec<Vec<u8>> {
    HEADS.iter().map(|text| text.as_bytes().to_vec()).collect()
}

pub(crate) fn bodies() -> Vec<Vec<u8>> {
    let texts = [
        "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n",
        "b;chunk-signature=00\r\nhello world\r\n0\r\n\r\n",
    ];
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

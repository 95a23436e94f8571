//! Bodies in the `aws-chunked` encoding.

#![cfg(test)]

mod common;

use common::{S3_KEY_ID, S3_NOW, S3_SECRET, Sent, s3, signer};
use http::HeaderMap;
use proptest::prelude::*;
use sigv4::chunked::{Decoder, Seed};
use sigv4::{Payload, SigError, sign};

const TRAILER_LINE: &str = "x-amz-checksum-crc32c:sOO8/Q==";

/// An example of "Transferring Payload in Multiple Chunks", or of "Including Trailing Headers".
fn documented(payload: &str, signed: &str, signature: &str, trailer: Option<&str>) -> Decoder {
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={S3_KEY_ID}/20130524/us-east-1/s3/aws4_request,\
         SignedHeaders={signed},Signature={signature}"
    );
    let mut sent = Sent::new(
        "PUT",
        "/examplebucket/chunkObject.txt",
        &[
            ("host", "s3.amazonaws.com"),
            ("x-amz-date", "20130524T000000Z"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ("authorization", &authorization),
            ("x-amz-content-sha256", payload),
            ("content-encoding", "aws-chunked"),
            ("x-amz-decoded-content-length", "66560"),
            ("content-length", "66824"),
        ],
    );
    if let Some(trailer) = trailer {
        sent.headers.insert("x-amz-trailer", trailer.parse().unwrap());
    }
    let verified = sent.verified_head(S3_SECRET, &s3(S3_NOW)).unwrap();
    verified.decoder(&sent.headers).unwrap().unwrap()
}

fn documented_body(signatures: [&str; 3], trailer: &str) -> Vec<u8> {
    let [first, second, last] = signatures;
    let mut body = format!("10000;chunk-signature={first}\r\n").into_bytes();
    body.extend_from_slice(&[b'a'; 65_536]);
    body.extend_from_slice(format!("\r\n400;chunk-signature={second}\r\n").as_bytes());
    body.extend_from_slice(&[b'a'; 1024]);
    body.extend_from_slice(format!("\r\n0;chunk-signature={last}\r\n{trailer}\r\n").as_bytes());
    body
}

fn decode(mut decoder: Decoder, body: &[u8]) -> Result<(Vec<u8>, HeaderMap), SigError> {
    let mut decoded = Vec::new();
    decoder.push(body, |data| decoded.extend_from_slice(data))?;
    Ok((decoded, decoder.finish()?))
}

#[test]
fn the_documented_chunks_are_verified() {
    let decoder = documented(
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;\
         x-amz-decoded-content-length;x-amz-storage-class",
        "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
        None,
    );
    let body = documented_body(
        [
            "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
            "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
            "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
        ],
        "",
    );
    assert_eq!(body.len(), 66_824);
    let (decoded, trailer) = decode(decoder, &body).unwrap();
    assert_eq!(decoded, vec![b'a'; 66_560]);
    assert!(trailer.is_empty());
}

fn documented_trailer() -> Decoder {
    documented(
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
        "content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;\
         x-amz-storage-class;x-amz-trailer",
        "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
        Some("x-amz-checksum-crc32c"),
    )
}

fn documented_trailer_body(trailer: &str) -> Vec<u8> {
    documented_body(
        [
            "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
            "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
            "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
        ],
        trailer,
    )
}

const TRAILER_SIGNATURE: &str =
    "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435";

/// The last two are how minio-go writes it, and S3 takes it.
#[test]
fn the_documented_trailer_is_verified() {
    for trailer in [
        format!("{TRAILER_LINE}\r\n{TRAILER_SIGNATURE}\r\n"),
        format!("\r\n{TRAILER_LINE}\r\n{TRAILER_SIGNATURE}\r\n"),
        format!("{TRAILER_LINE}\n\r\n{TRAILER_SIGNATURE}\r\n"),
    ] {
        let (decoded, headers) = decode(documented_trailer(), &documented_trailer_body(&trailer)).unwrap();
        assert_eq!(decoded.len(), 66_560);
        assert_eq!(headers["x-amz-checksum-crc32c"], "sOO8/Q==");
        assert_eq!(headers.len(), 1);
    }
}

#[track_caller]
fn refused(decoder: Decoder, body: &[u8]) -> SigError {
    decode(decoder, body).unwrap_err()
}

#[test]
fn a_changed_trailer_is_refused() {
    for trailer in [
        format!("x-amz-checksum-crc32c:AAAAAA==\r\n{TRAILER_SIGNATURE}\r\n"),
        format!("{TRAILER_LINE}\r\nx-amz-trailer-signature:{}\r\n", "0".repeat(64)),
        format!("{TRAILER_LINE}\r\nx-amz-trailer-signature:\r\n"),
    ] {
        let error = refused(documented_trailer(), &documented_trailer_body(&trailer));
        assert!(matches!(error, SigError::ChunkSignatureMismatch { chunk: 4, .. }), "{error:?}");
    }
}

#[test]
fn a_trailer_that_is_not_the_announced_one_is_refused() {
    for (trailer, reason) in [
        (format!("x-amz-other:1\r\n{TRAILER_SIGNATURE}\r\n"), "it was not announced"),
        (format!("{TRAILER_LINE}\r\n{TRAILER_LINE}\r\n"), "it comes twice"),
        (format!("{TRAILER_SIGNATURE}\r\n{TRAILER_SIGNATURE}\r\n"), "there are two signatures"),
        ("no colon\r\n".to_owned(), "a line has no colon"),
        ("a name:1\r\n".to_owned(), "a name is unreadable"),
        ("\r\n".repeat(6), "there are too many empty lines"),
    ] {
        let error = refused(documented_trailer(), &documented_trailer_body(&trailer));
        assert_eq!(error, SigError::MalformedTrailer { reason });
    }
    for trailer in [format!("{TRAILER_LINE}\r\n"), format!("{TRAILER_SIGNATURE}\r\n"), String::new()] {
        let error = refused(documented_trailer(), &documented_trailer_body(&trailer));
        assert_eq!(error, SigError::Truncated, "{trailer}");
    }
}

/// Signs an upload, and writes its body in chunks of these sizes.
struct Upload {
    sent: Sent,
    body: Vec<u8>,
}

impl Upload {
    fn new(payload: Payload, chunks: &[&[u8]]) -> Self {
        let length: usize = chunks.iter().map(|chunk| chunk.len()).sum();
        let mut sent = Sent::new(
            "PUT",
            "https://books.s3.amazonaws.com/1",
            &[("x-amz-decoded-content-length", &length.to_string())],
        );
        let has_trailer = payload != Payload::Streaming;
        if has_trailer {
            sent.headers.insert("x-amz-trailer", "x-amz-checksum-crc32c".parse().unwrap());
        }
        let signer = signer("s3", S3_SECRET, S3_NOW);
        let mut seed = sign(&signer, &sent.method, &sent.uri, &mut sent.headers, payload, &[0; 32]).unwrap();
        let seed = (payload != Payload::StreamingUnsignedTrailer).then_some(&mut seed);
        let body = encode(chunks, has_trailer, seed);
        Self { sent, body }
    }

    fn decoder(&self) -> Decoder {
        let verified = self.sent.verified_head(S3_SECRET, &s3(S3_NOW)).unwrap();
        verified.decoder(&self.sent.headers).unwrap().unwrap()
    }
}

fn encode(chunks: &[&[u8]], has_trailer: bool, mut seed: Option<&mut Seed>) -> Vec<u8> {
    let mut body = Vec::new();
    for chunk in chunks.iter().copied().chain([&[][..]]) {
        body.extend_from_slice(format!("{:x}", chunk.len()).as_bytes());
        if let Some(seed) = &mut seed {
            body.extend_from_slice(format!(";chunk-signature={}", seed.sign_chunk(chunk)).as_bytes());
        }
        body.extend_from_slice(b"\r\n");
        body.extend_from_slice(chunk);
        if !chunk.is_empty() {
            body.extend_from_slice(b"\r\n");
        }
    }
    if has_trailer {
        body.extend_from_slice(format!("{TRAILER_LINE}\r\n").as_bytes());
        if let Some(seed) = seed {
            let signature = seed.sign_trailer(format!("{TRAILER_LINE}\n").as_bytes());
            body.extend_from_slice(format!("x-amz-trailer-signature:{signature}\r\n").as_bytes());
        }
    }
    body.extend_from_slice(b"\r\n");
    body
}

const KINDS: [Payload; 3] =
    [Payload::Streaming, Payload::StreamingTrailer, Payload::StreamingUnsignedTrailer];

#[test]
fn what_we_encode_we_decode() {
    let large = vec![7; 9000];
    for kind in KINDS {
        for chunks in [&[][..], &[&b"small"[..]], &[&large, &large, b"x"]] {
            let upload = Upload::new(kind, chunks);
            let (decoded, _) = decode(upload.decoder(), &upload.body).unwrap();
            assert_eq!(decoded, chunks.concat(), "{kind:?}");
        }
    }
}

#[test]
fn a_body_that_ends_early_is_refused() {
    for kind in KINDS {
        let upload = Upload::new(kind, &[&[1; 100]]);
        for end in 0..upload.body.len() {
            let error = refused(upload.decoder(), &upload.body[..end]);
            assert_eq!(error, SigError::Truncated, "{kind:?} {end}");
        }
    }
}

#[test]
fn a_changed_byte_is_noticed_wherever_it_is() {
    for kind in [Payload::Streaming, Payload::StreamingTrailer] {
        let upload = Upload::new(kind, &[&[1; 100]]);
        for index in 0..upload.body.len() {
            let mut body = upload.body.clone();
            body[index] ^= 1;
            assert!(decode(upload.decoder(), &body).is_err(), "{kind:?} {index}");
        }
    }
}

#[test]
fn chunks_cannot_be_exchanged() {
    let (one, other) = (vec![1; 8192], vec![2; 8192]);
    let upload = Upload::new(Payload::Streaming, &[&one, &other]);
    let chunk = "2000;chunk-signature=".len() + 64 + 2 + 8192 + 2;
    let mut body = upload.body[chunk..2 * chunk].to_vec();
    body.extend_from_slice(&upload.body[..chunk]);
    body.extend_from_slice(&upload.body[2 * chunk..]);
    let error = refused(upload.decoder(), &body);
    assert!(matches!(error, SigError::ChunkSignatureMismatch { chunk: 1, .. }), "{error:?}");
}

#[test]
fn only_the_last_chunk_may_be_small() {
    let upload = Upload::new(Payload::Streaming, &[&[1; 8191], &[2; 10]]);
    assert_eq!(refused(upload.decoder(), &upload.body), SigError::ChunkTooSmall { chunk: 2, size: 8191 });
}

#[test]
fn the_announced_length_is_kept() {
    let upload = Upload::new(Payload::StreamingUnsignedTrailer, &[&[1; 100]]);
    for (body, received) in [("65\r\n", 101), ("FFFFFFFFFFFFFFFF\r\n", u64::MAX), ("0\r\n", 0)] {
        let error = refused(upload.decoder(), body.as_bytes());
        assert_eq!(error, SigError::WrongDecodedLength { announced: 100, received });
    }
}

#[test]
fn the_announced_length_must_be_there_and_a_number() {
    for length in [None, Some("-1"), Some("+1"), Some("1.0"), Some("18446744073709551616"), Some("ten")] {
        let upload = Upload::new(Payload::Streaming, &[]);
        let verified = upload.sent.verified_head(S3_SECRET, &s3(S3_NOW)).unwrap();
        let mut headers = upload.sent.headers.clone();
        headers.remove("x-amz-decoded-content-length");
        if let Some(length) = length {
            headers.insert("x-amz-decoded-content-length", length.parse().unwrap());
        }
        assert_eq!(verified.decoder(&headers).unwrap_err(), SigError::MissingDecodedLength, "{length:?}");
    }
}

#[test]
fn a_malformed_chunk_is_refused() {
    let signed = Upload::new(Payload::Streaming, &[&[1; 100]]);
    let unsigned = Upload::new(Payload::StreamingUnsignedTrailer, &[&[1; 100]]);
    let long = "0".repeat(1025);
    for (upload, body, reason) in [
        (&signed, "64\r\n".to_owned(), "it is not signed"),
        (&signed, "64;signature=00\r\n".to_owned(), "it is not signed"),
        (&unsigned, "\r\n".to_owned(), "its size is not a number"),
        (&unsigned, "-1\r\n".to_owned(), "its size is not a number"),
        (&unsigned, "+1\r\n".to_owned(), "its size is not a number"),
        (&unsigned, "10000000000000000\r\n".to_owned(), "its size is not a number"),
        (&unsigned, long, "a line is too long"),
        (&unsigned, format!("64\r\n{}x\r\n", "a".repeat(100)), "it is longer than its size"),
    ] {
        let error = refused(upload.decoder(), body.as_bytes());
        assert_eq!(error, SigError::MalformedChunk { chunk: 1, reason }, "{body}");
    }
    let mut body = unsigned.body.clone();
    body.extend_from_slice(b"more\r\n");
    assert!(matches!(refused(unsigned.decoder(), &body), SigError::MalformedChunk { .. }));
}

#[test]
fn minio_writes_line_ends_of_its_own_around_an_unsigned_trailer() {
    let upload = Upload::new(Payload::StreamingUnsignedTrailer, &[b"abc"]);
    let body = format!("3\r\nabc\r\n0\r\n{TRAILER_LINE}\n\r\n\r\n");
    let (decoded, trailer) = decode(upload.decoder(), body.as_bytes()).unwrap();
    assert_eq!(decoded, b"abc");
    assert_eq!(trailer["x-amz-checksum-crc32c"], "sOO8/Q==");
}

#[test]
fn a_body_that_is_not_chunked_has_no_decoder() {
    let mut sent = Sent::new("PUT", "https://books.s3.amazonaws.com/1", &[]);
    let signer = signer("s3", S3_SECRET, S3_NOW);
    sign(&signer, &sent.method, &sent.uri, &mut sent.headers, Payload::Unsigned, &[0; 32]).unwrap();
    let verified = sent.verified_head(S3_SECRET, &s3(S3_NOW)).unwrap();
    assert!(verified.decoder(&sent.headers).unwrap().is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pieces_make_no_difference(cuts in proptest::collection::vec(1_usize..3000, 1..40), kind in 0_usize..3) {
        let large: Vec<u8> = (0..8500_u32).map(|byte| byte.to_le_bytes()[0]).collect();
        let upload = Upload::new(KINDS[kind], &[&large, &large[..300]]);
        let (whole, whole_trailer) = decode(upload.decoder(), &upload.body).unwrap();
        let mut decoder = upload.decoder();
        let mut decoded = Vec::new();
        let mut rest = &upload.body[..];
        for cut in cuts.iter().cycle() {
            let (piece, after) = rest.split_at((*cut).min(rest.len()));
            decoder.push(piece, |data| decoded.extend_from_slice(data)).unwrap();
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        prop_assert_eq!(decoded, whole);
        prop_assert_eq!(decoder.finish().unwrap(), whole_trailer);
    }

    #[test]
    fn no_body_makes_the_decoder_panic(body in proptest::collection::vec(any::<u8>(), 0..500)) {
        let upload = Upload::new(Payload::StreamingUnsignedTrailer, &[b"abc"]);
        let _ = decode(upload.decoder(), &body);
    }

    #[test]
    fn no_chunk_like_body_makes_the_decoder_panic(body in "([0-9a-f]{0,2}(;[a-z=]{0,3})?|[a-c:]{0,4}|\r?\n){0,40}") {
        for kind in KINDS {
            let upload = Upload::new(kind, &[b"abc"]);
            let _ = decode(upload.decoder(), body.as_bytes());
        }
    }
}

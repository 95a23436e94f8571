use api_s3 as api;
use shape::{Body, Trailers};

use crate::world::{World, code, get, put, some};

const SHA256: &str = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
const CRC32: &str = "NhCmhg==";

#[tokio::test]
async fn a_digest_must_be_that_of_the_bytes() {
    let (_, root) = World::with_bucket().await;
    let write = async |input: api::PutObjectRequest| code(root.run::<api::PutObject>(input).await);
    let md5 = |digest| api::PutObjectRequest { content_md5: some(digest), ..put("a", "hello") };
    assert_eq!(write(md5("XUFAKrxLKna5cZ2REBfFkg==")).await, "ok");
    assert_eq!(write(md5("AAAAAAAAAAAAAAAAAAAAAA==")).await, "400 BadDigest");
    assert_eq!(write(md5("nonsense")).await, "400 InvalidDigest");
    let crc = |sum| api::PutObjectRequest { checksum_crc32: some(sum), ..put("a", "hello") };
    assert_eq!(write(crc(CRC32)).await, "ok");
    assert_eq!(write(crc("AAAAAA==")).await, "400 BadDigest");
    assert_eq!(write(crc("AAAA")).await, "400 InvalidRequest");
    let two = api::PutObjectRequest { checksum_sha256: some(SHA256), ..crc(CRC32) };
    assert_eq!(write(two).await, "400 InvalidRequest");
    let other = api::PutObjectRequest { checksum_algorithm: some("SHA1"), ..crc(CRC32) };
    assert_eq!(write(other).await, "400 InvalidRequest");
    let unserved = api::PutObjectRequest { checksum_xxhash64: some("x"), ..put("a", "hello") };
    assert_eq!(write(unserved).await, "501 NotImplemented");
}

#[tokio::test]
async fn the_checksum_is_kept_and_shown_to_who_asks() {
    let (_, root) = World::with_bucket().await;
    let input = api::PutObjectRequest { checksum_sha256: some(SHA256), ..put("a", "hello") };
    let answer = root.run::<api::PutObject>(input).await.unwrap();
    assert_eq!((answer.checksum_sha256, answer.checksum_type), (some(SHA256), some("FULL_OBJECT")));
    let plain = root.run::<api::GetObject>(get("a")).await.unwrap();
    assert_eq!(plain.checksum_sha256, None);
    let asking = api::GetObjectRequest { checksum_mode: some("ENABLED"), ..get("a") };
    let shown = root.run::<api::GetObject>(asking.clone()).await.unwrap();
    assert_eq!(shown.checksum_sha256, some(SHA256));
    let part = api::GetObjectRequest { range: some("bytes=0-1"), ..asking };
    assert_eq!(root.run::<api::GetObject>(part).await.unwrap().checksum_sha256, None);
}

#[tokio::test]
async fn without_a_claim_the_usual_checksum_is_computed() {
    let (_, root) = World::with_bucket().await;
    let answer = root.put("a", "123456789").await.unwrap();
    assert_eq!(answer.checksum_crc64nvme, some("rosUhgp5mIg="));
}

#[tokio::test]
async fn a_trailer_counts_as_a_header_does() {
    let (_, root) = World::with_bucket().await;
    let trailing = |name: &str, value: &str| {
        let trailers = Trailers::default();
        trailers.push(name, value);
        let body = Body::from(bytes::Bytes::from_static(b"hello")).with_trailers(trailers);
        api::PutObjectRequest { body: Some(body), ..put("a", "") }
    };
    let answer = root.run::<api::PutObject>(trailing("x-amz-checksum-crc32", CRC32)).await.unwrap();
    assert_eq!(answer.checksum_crc32, some(CRC32));
    let wrong = trailing("x-amz-checksum-crc32", "AAAAAA==");
    assert_eq!(code(root.run::<api::PutObject>(wrong).await), "400 BadDigest");
    let unserved = trailing("x-amz-checksum-sha512", "AAAA");
    assert_eq!(code(root.run::<api::PutObject>(unserved).await), "501 NotImplemented");
    let announced = api::PutObjectRequest {
        checksum_algorithm: some("SHA256"),
        ..trailing("x-amz-checksum-sha256", SHA256)
    };
    let answer = root.run::<api::PutObject>(announced).await.unwrap();
    assert_eq!(answer.checksum_sha256, some(SHA256));
}

use api_s3 as api;
use names::Timestamp;
use shape::{Body, BodyError};

use crate::world::{World, code, get, head, put, some, text};

#[tokio::test]
async fn what_was_put_comes_back() {
    let (world, root) = World::with_bucket().await;
    let input = api::PutObjectRequest {
        content_type: some("text/plain"),
        cache_control: some("no-cache"),
        content_encoding: some("aws-chunked,gzip"),
        metadata: Some([("author".to_owned(), "Ann".to_owned())].into()),
        tagging: some("team=blue"),
        storage_class: some("STANDARD_IA"),
        ..put("a/b", "hello")
    };
    let answer = root.run::<api::PutObject>(input).await.unwrap();
    assert_eq!(answer.e_tag, some("\"5d41402abc4b2a76b9719d911017c592\""));

    world.pass(5000);
    let answer = root.run::<api::GetObject>(get("a/b")).await.unwrap();
    assert_eq!(answer.content_length, Some(5));
    assert_eq!(answer.content_type, some("text/plain"));
    assert_eq!(answer.cache_control, some("no-cache"));
    assert_eq!(answer.content_encoding, some("gzip"));
    assert_eq!(answer.metadata.unwrap().get("author"), Some(&"Ann".to_owned()));
    assert_eq!(answer.tag_count, Some(1));
    assert_eq!(answer.storage_class, some("STANDARD_IA"));
    assert_eq!(answer.last_modified, Some(Timestamp::from_millis(1_764_054_489_000)));
    assert_eq!(answer.accept_ranges, some("bytes"));
    assert_eq!(answer.server_side_encryption, None);
    assert_eq!(text(answer.body).await, "hello");

    let answer = root.run::<api::HeadObject>(head("a/b")).await.unwrap();
    assert_eq!((answer.content_length, answer.e_tag.is_some()), (Some(5), true));
}

#[tokio::test]
async fn an_object_without_type_is_bytes_and_may_be_empty() {
    let (_, root) = World::with_bucket().await;
    root.put("empty", "").await.unwrap();
    let bodiless = api::PutObjectRequest { body: None, ..put("none", "") };
    root.run::<api::PutObject>(bodiless).await.unwrap();
    for key in ["empty", "none"] {
        let answer = root.run::<api::GetObject>(get(key)).await.unwrap();
        assert_eq!(answer.content_type, some("binary/octet-stream"));
        assert_eq!((answer.content_length, text(answer.body).await), (Some(0), String::new()));
    }
}

#[tokio::test]
async fn keys_are_any_text_up_to_a_length() {
    let (_, root) = World::with_bucket().await;
    for key in ["a", "a\u{1}b", "a\u{0}\u{2}", "ключ/🗝", "//", "a b+c%20", &"k".repeat(1024)] {
        root.put(key, key).await.unwrap();
        assert_eq!(root.get(key).await.unwrap(), key);
    }
    let long = "k".repeat(1025);
    assert_eq!(code(root.put(&long, "x").await), "400 KeyTooLongError");
    assert_eq!(code(root.get(&long).await), "400 KeyTooLongError");
}

#[tokio::test]
async fn ranges_and_overrides_shape_the_answer() {
    let (_, root) = World::with_bucket().await;
    root.put("a", "0123456789").await.unwrap();
    let ranged = |range| api::GetObjectRequest { range: some(range), ..get("a") };
    let answer = root.run::<api::GetObject>(ranged("bytes=2-4")).await.unwrap();
    assert_eq!(answer.content_range, some("bytes 2-4/10"));
    assert_eq!((answer.content_length, text(answer.body).await.as_str()), (Some(3), "234"));
    let answer = root.run::<api::GetObject>(ranged("bytes=-1")).await.unwrap();
    assert_eq!(text(answer.body).await, "9");
    let answer = root.run::<api::GetObject>(ranged("chapters=1")).await.unwrap();
    assert_eq!((answer.content_range, text(answer.body).await.as_str()), (None, "0123456789"));
    let fault = root.run::<api::GetObject>(ranged("bytes=10-")).await.unwrap_err();
    assert_eq!((&*fault.code, fault.status), ("InvalidRange", 416));
    assert!(fault.fields.contains(&("ActualObjectSize", "10".to_owned())));

    let part = api::GetObjectRequest { part_number: Some(1), ..get("a") };
    let answer = root.run::<api::GetObject>(part).await.unwrap();
    assert_eq!((answer.parts_count, text(answer.body).await.as_str()), (None, "0123456789"));
    let part = api::GetObjectRequest { part_number: Some(2), ..get("a") };
    assert_eq!(code(root.run::<api::GetObject>(part).await), "416 InvalidPartNumber");
    let both = api::GetObjectRequest { part_number: Some(1), ..ranged("bytes=0-1") };
    assert_eq!(code(root.run::<api::GetObject>(both).await), "400 InvalidRequest");

    let attachment = api::GetObjectRequest {
        response_content_disposition: some("attachment"),
        response_content_type: some("text/csv"),
        ..get("a")
    };
    let answer = root.run::<api::GetObject>(attachment).await.unwrap();
    assert_eq!(answer.content_disposition, some("attachment"));
    assert_eq!(answer.content_type, some("text/csv"));
}

#[tokio::test]
async fn reads_are_conditional() {
    let (_, root) = World::with_bucket().await;
    root.put("a", "hello").await.unwrap();
    let etag = "\"5d41402abc4b2a76b9719d911017c592\"";
    let modified = Timestamp::from_millis(1_764_054_489_000);
    let earlier = Timestamp::from_millis(1_764_054_480_000);
    let read = async |input: api::GetObjectRequest| code(root.run::<api::GetObject>(input).await);
    assert_eq!(read(api::GetObjectRequest { if_match: some(etag), ..get("a") }).await, "ok");
    let failed = "412 PreconditionFailed";
    assert_eq!(read(api::GetObjectRequest { if_match: some("\"x\""), ..get("a") }).await, failed);
    let unchanged = "304 NotModified";
    assert_eq!(read(api::GetObjectRequest { if_none_match: some(etag), ..get("a") }).await, unchanged);
    assert_eq!(read(api::GetObjectRequest { if_none_match: some("\"x\""), ..get("a") }).await, "ok");
    let since = |time| api::GetObjectRequest { if_modified_since: Some(time), ..get("a") };
    assert_eq!(read(since(modified)).await, unchanged);
    assert_eq!(read(since(earlier)).await, "ok");
    let until = |time| api::GetObjectRequest { if_unmodified_since: Some(time), ..get("a") };
    assert_eq!(read(until(modified)).await, "ok");
    assert_eq!(read(until(earlier)).await, failed);
    // The tag outweighs the time.
    assert_eq!(read(api::GetObjectRequest { if_match: some(etag), ..until(earlier) }).await, "ok");
    assert_eq!(read(api::GetObjectRequest { if_none_match: some("\"x\""), ..since(modified) }).await, "ok");
}

#[tokio::test]
async fn writes_are_conditional() {
    let (world, root) = World::with_bucket().await;
    let write = async |input: api::PutObjectRequest| code(root.run::<api::PutObject>(input).await);
    let absent = |text| api::PutObjectRequest { if_none_match: some("*"), ..put("a", text) };
    assert_eq!(write(absent("one")).await, "ok");
    assert_eq!(write(absent("two")).await, "412 PreconditionFailed");
    assert_eq!(root.get("a").await.unwrap(), "one");
    let over = |etag, key| api::PutObjectRequest { if_match: some(etag), ..put(key, "three") };
    assert_eq!(write(over("\"x\"", "a")).await, "412 PreconditionFailed");
    assert_eq!(write(over("\"f97c5d29941bfb1b2fdab0874906ab82\"", "a")).await, "ok");
    assert_eq!(write(over("\"x\"", "b")).await, "404 NoSuchKey");
    let unlike = api::PutObjectRequest { if_none_match: some("\"x\""), ..put("a", "x") };
    assert_eq!(write(unlike).await, "501 NotImplemented");
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 1);
}

#[tokio::test]
async fn a_body_counts_only_when_it_arrived_whole() {
    let (world, root) = World::with_bucket().await;
    let streamed = |chunks: Vec<Result<bytes::Bytes, BodyError>>, length| {
        let body = Body::stream(Box::pin(futures_util::stream::iter(chunks)), length);
        api::PutObjectRequest { body: Some(body), ..put("a", "") }
    };
    let write = async |input: api::PutObjectRequest| code(root.run::<api::PutObject>(input).await);
    let some_bytes = || Ok(bytes::Bytes::from_static(b"hello"));
    let refusal = BodyError::Refused { code: "SignatureDoesNotMatch", status: 403, message: "No.".into() };
    assert_eq!(write(streamed(vec![some_bytes()], None)).await, "411 MissingContentLength");
    assert_eq!(write(streamed(vec![some_bytes()], Some(6))).await, "400 IncompleteBody");
    assert_eq!(write(streamed(vec![some_bytes()], Some(6 << 30))).await, "400 EntityTooLarge");
    let cut = vec![some_bytes(), Err(BodyError::Incomplete)];
    assert_eq!(write(streamed(cut, Some(9))).await, "400 IncompleteBody");
    assert_eq!(write(streamed(vec![some_bytes(), Err(refusal)], Some(9))).await, "403 SignatureDoesNotMatch");
    assert_eq!(code(root.get("a").await), "404 NoSuchKey");
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 0);
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused() {
    let (world, root) = World::with_bucket().await;
    let write = async |input: api::PutObjectRequest| code(root.run::<api::PutObject>(input).await);
    let encrypted = |how| api::PutObjectRequest { server_side_encryption: some(how), ..put("a", "x") };
    for how in ["AES256", "aws:kms", "aws:kms:dsse"] {
        assert_eq!(write(encrypted(how)).await, "501 NotImplemented", "{how}");
    }
    let customer = api::PutObjectRequest { sse_customer_algorithm: some("AES256"), ..put("a", "x") };
    assert_eq!(write(customer).await, "501 NotImplemented");
    let locked = api::PutObjectRequest { object_lock_mode: some("COMPLIANCE"), ..put("a", "x") };
    assert_eq!(write(locked).await, "501 NotImplemented");
    let archived = api::PutObjectRequest { storage_class: some("GLACIER"), ..put("a", "x") };
    assert_eq!(write(archived).await, "501 NotImplemented");
    let unknown = api::PutObjectRequest { storage_class: some("MARBLE"), ..put("a", "x") };
    assert_eq!(write(unknown).await, "400 InvalidStorageClass");
    let acl = |acl| api::PutObjectRequest { acl: some(acl), ..put("a", "x") };
    assert_eq!(write(acl("public-read")).await, "400 AccessControlListNotSupported");
    assert_eq!(write(acl("bucket-owner-full-control")).await, "ok");
    let granted = api::PutObjectRequest { grant_read: some("id=x"), ..put("a", "x") };
    assert_eq!(write(granted).await, "400 AccessControlListNotSupported");
    let wordy = api::PutObjectRequest {
        metadata: Some([("k".to_owned(), "v".repeat(2048))].into()),
        ..put("a", "x")
    };
    assert_eq!(write(wordy).await, "400 MetadataTooLarge");
    let keyed = api::GetObjectRequest { sse_customer_key: some("k"), ..get("a") };
    assert_eq!(code(root.run::<api::GetObject>(keyed).await), "400 InvalidRequest");
    assert_eq!(world.blob_count(), 1);
}

#[tokio::test]
async fn a_missing_key_is_named() {
    let (_, root) = World::with_bucket().await;
    let fault = root.get("missing").await.unwrap_err();
    assert_eq!((&*fault.code, fault.status), ("NoSuchKey", 404));
    assert_eq!(fault.fields, [("Key", "missing".to_owned())]);
    assert_eq!(code(root.run::<api::HeadObject>(head("missing")).await), "404 NoSuchKey");
    let elsewhere = api::GetObjectRequest { bucket: "no-such-bucket".into(), ..get("a") };
    assert_eq!(code(root.run::<api::GetObject>(elsewhere).await), "404 NoSuchBucket");
}

use api_s3 as api;
use shape::Body;

use crate::world::{Caller, World, code, get, head, some, text};

const PART: usize = 5 << 20;

pub(crate) fn create(key: &str) -> api::CreateMultipartUploadRequest {
    api::CreateMultipartUploadRequest { bucket: "books".into(), key: key.into(), ..Default::default() }
}

pub(crate) fn part(key: &str, upload_id: &str, part_number: i32, bytes: Vec<u8>) -> api::UploadPartRequest {
    let body = Some(Body::from(bytes::Bytes::from(bytes)));
    let (key, upload_id) = (key.to_owned(), upload_id.to_owned());
    api::UploadPartRequest { bucket: "books".into(), key, upload_id, part_number, body, ..Default::default() }
}

pub(crate) fn complete(
    key: &str,
    upload_id: &str,
    parts: &[(i32, &str)],
) -> api::CompleteMultipartUploadRequest {
    let completed = |(number, etag): &(i32, &str)| api::CompletedPart {
        part_number: Some(*number),
        e_tag: some(etag),
        ..Default::default()
    };
    let upload = api::CompletedMultipartUpload { parts: Some(parts.iter().map(completed).collect()) };
    let (key, upload_id) = (key.to_owned(), upload_id.to_owned());
    let multipart_upload = Some(upload);
    api::CompleteMultipartUploadRequest {
        bucket: "books".into(),
        key,
        upload_id,
        multipart_upload,
        ..Default::default()
    }
}

pub(crate) fn abort(key: &str, upload_id: &str) -> api::AbortMultipartUploadRequest {
    let (key, upload_id) = (key.to_owned(), upload_id.to_owned());
    api::AbortMultipartUploadRequest { bucket: "books".into(), key, upload_id, ..Default::default() }
}

impl Caller {
    pub(crate) async fn begin(&self, key: &str) -> String {
        self.run::<api::CreateMultipartUpload>(create(key)).await.unwrap().upload_id.unwrap()
    }

    pub(crate) async fn part(&self, key: &str, id: &str, number: i32, bytes: Vec<u8>) -> String {
        self.run::<api::UploadPart>(part(key, id, number, bytes)).await.unwrap().e_tag.unwrap()
    }
}

#[tokio::test]
async fn parts_become_one_object() {
    let (world, root) = World::with_bucket().await;
    let input = api::CreateMultipartUploadRequest {
        content_type: some("text/plain"),
        tagging: some("team=blue"),
        ..create("a")
    };
    let id = root.run::<api::CreateMultipartUpload>(input).await.unwrap().upload_id.unwrap();
    let unused = root.part("a", &id, 1, b"unused".to_vec()).await;
    let first = root.part("a", &id, 2, vec![b'x'; PART]).await;
    let replaced = root.part("a", &id, 7, b"replaced".to_vec()).await;
    let last = root.part("a", &id, 7, b"end".to_vec()).await;
    assert_ne!(replaced, last);
    assert_eq!(code(root.get("a").await), "404 NoSuchKey");

    let order = complete("a", &id, &[(2, &first), (7, &last)]);
    let answer = root.run::<api::CompleteMultipartUpload>(order.clone()).await.unwrap();
    let etag = answer.e_tag.clone().unwrap();
    assert!(etag.ends_with("-2\""), "{etag}");
    assert_eq!(answer.location, some("https://storage.example.com/books/a"));
    assert_eq!(answer.checksum_type, some("FULL_OBJECT"));

    let whole = root.run::<api::GetObject>(get("a")).await.unwrap();
    assert_eq!((whole.content_type, whole.tag_count), (some("text/plain"), Some(1)));
    assert_eq!(text(whole.body).await, "x".repeat(PART) + "end");
    let across =
        api::GetObjectRequest { range: Some(format!("bytes={}-{}", PART - 1, PART + 1)), ..get("a") };
    let across = root.run::<api::GetObject>(across).await.unwrap();
    assert_eq!(text(across.body).await, "xen");
    let second = api::GetObjectRequest { part_number: Some(2), ..get("a") };
    let second = root.run::<api::GetObject>(second).await.unwrap();
    assert_eq!((second.parts_count, text(second.body).await.as_str()), (Some(2), "end"));
    let beyond = api::HeadObjectRequest { part_number: Some(3), ..head("a") };
    assert_eq!(code(root.run::<api::HeadObject>(beyond).await), "416 InvalidPartNumber");

    // A client that did not hear the answer asks again.
    let again = root.run::<api::CompleteMultipartUpload>(order).await.unwrap();
    assert_eq!(again.e_tag, Some(etag));
    assert_eq!(code(root.run::<api::AbortMultipartUpload>(abort("a", &id)).await), "404 NoSuchUpload");

    let _ = unused;
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 2);
    root.run::<api::DeleteObject>(crate::world::delete("a")).await.unwrap();
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 0);
}

#[tokio::test]
async fn a_wrong_order_is_refused_and_changes_nothing() {
    let (_, root) = World::with_bucket().await;
    let id = root.begin("a").await;
    let first = root.part("a", &id, 1, b"small".to_vec()).await;
    let second = root.part("a", &id, 2, b"end".to_vec()).await;
    let finish = async |parts: &[(i32, &str)]| {
        code(root.run::<api::CompleteMultipartUpload>(complete("a", &id, parts)).await)
    };
    assert_eq!(finish(&[(2, &second), (1, &first)]).await, "400 InvalidPartOrder");
    assert_eq!(finish(&[(1, &first), (1, &first)]).await, "400 InvalidPartOrder");
    assert_eq!(finish(&[(1, &first), (3, &second)]).await, "400 InvalidPart");
    assert_eq!(finish(&[(1, &second)]).await, "400 InvalidPart");
    assert_eq!(finish(&[(1, &first), (2, &second)]).await, "400 EntityTooSmall");
    assert_eq!(finish(&[]).await, "400 MalformedXML");
    assert_eq!(finish(&[(0, &first)]).await, "400 InvalidArgument");
    let sized = api::CompleteMultipartUploadRequest {
        mpu_object_size: Some(4),
        ..complete("a", &id, &[(2, &second)])
    };
    assert_eq!(code(root.run::<api::CompleteMultipartUpload>(sized).await), "400 InvalidRequest");
    root.put("a", "there").await.unwrap();
    let absent = api::CompleteMultipartUploadRequest {
        if_none_match: some("*"),
        ..complete("a", &id, &[(2, &second)])
    };
    assert_eq!(code(root.run::<api::CompleteMultipartUpload>(absent).await), "412 PreconditionFailed");
    assert_eq!(finish(&[(2, &second)]).await, "ok");
    assert_eq!(root.get("a").await.unwrap(), "end");
}

#[tokio::test]
async fn an_upload_belongs_to_its_key() {
    let (_, root) = World::with_bucket().await;
    let id = root.begin("a").await;
    for (key, upload) in [("b", id.as_str()), ("a", "01ARZ3NDEKTSV4RRFFQ69G5FAV")] {
        let outcome = root.run::<api::UploadPart>(part(key, upload, 1, vec![1])).await;
        assert_eq!(code(outcome), "404 NoSuchUpload");
        let outcome = root.run::<api::CompleteMultipartUpload>(complete(key, upload, &[(1, "x")])).await;
        assert_eq!(code(outcome), "404 NoSuchUpload");
        assert_eq!(code(root.run::<api::AbortMultipartUpload>(abort(key, upload)).await), "404 NoSuchUpload");
    }
    for number in [0, -1, 10_001] {
        let outcome = root.run::<api::UploadPart>(part("a", &id, number, vec![1])).await;
        assert_eq!(code(outcome), "400 InvalidArgument");
    }
}

#[tokio::test]
async fn an_aborted_upload_leaves_nothing() {
    let (world, root) = World::with_bucket().await;
    let id = root.begin("a").await;
    root.part("a", &id, 1, b"one".to_vec()).await;
    root.part("a", &id, 2, b"two".to_vec()).await;
    assert_eq!(code(root.run::<api::AbortMultipartUpload>(abort("a", &id)).await), "ok");
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 0);

    let id = root.begin("a").await;
    root.part("a", &id, 1, b"one".to_vec()).await;
    let input = api::DeleteBucketRequest { bucket: "books".into(), ..Default::default() };
    root.run::<api::DeleteBucket>(input).await.unwrap();
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 0);
}

#[tokio::test]
async fn checksums_of_parts_are_checked_and_combined() {
    let (_, root) = World::with_bucket().await;
    let input = api::CreateMultipartUploadRequest { checksum_algorithm: some("SHA256"), ..create("a") };
    let answer = root.run::<api::CreateMultipartUpload>(input).await.unwrap();
    assert_eq!(answer.checksum_type, some("COMPOSITE"));
    let id = answer.upload_id.unwrap();
    let mismatch =
        api::UploadPartRequest { checksum_crc32: some("NhCmhg=="), ..part("a", &id, 1, b"hello".to_vec()) };
    assert_eq!(code(root.run::<api::UploadPart>(mismatch).await), "400 InvalidRequest");
    let sum = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
    let input = api::UploadPartRequest { checksum_sha256: some(sum), ..part("a", &id, 1, b"hello".to_vec()) };
    let answer = root.run::<api::UploadPart>(input).await.unwrap();
    assert_eq!(answer.checksum_sha256, some(sum));

    let mut order = complete("a", &id, &[(1, &answer.e_tag.unwrap())]);
    let claim = |order: &mut api::CompleteMultipartUploadRequest, sum: &str| {
        order.multipart_upload.as_mut().unwrap().parts.as_mut().unwrap()[0].checksum_sha256 = some(sum);
    };
    claim(&mut order, "AAAA");
    let outcome = root.run::<api::CompleteMultipartUpload>(order.clone()).await;
    assert_eq!(code(outcome), "400 InvalidPart");
    claim(&mut order, sum);
    order.checksum_sha256 = some("AAAA");
    assert_eq!(code(root.run::<api::CompleteMultipartUpload>(order.clone()).await), "400 BadDigest");
    order.checksum_sha256 = None;
    let answer = root.run::<api::CompleteMultipartUpload>(order).await.unwrap();
    assert!(answer.checksum_sha256.unwrap().ends_with("-1"));

    let whole = api::CreateMultipartUploadRequest {
        checksum_algorithm: some("SHA256"),
        checksum_type: some("FULL_OBJECT"),
        ..create("a")
    };
    assert_eq!(code(root.run::<api::CreateMultipartUpload>(whole).await), "400 InvalidRequest");
}

#[tokio::test]
async fn a_part_can_be_a_copy() {
    let (_, root) = World::with_bucket().await;
    root.put("source", "0123456789").await.unwrap();
    let id = root.begin("a").await;
    let copy = |range: Option<&str>| api::UploadPartCopyRequest {
        bucket: "books".into(),
        key: "a".into(),
        upload_id: id.clone(),
        part_number: 1,
        copy_source: "books/source".into(),
        copy_source_range: range.map(str::to_owned),
        ..Default::default()
    };
    for wrong in ["bytes=5-", "bytes=8-10", "bytes=4-2", "5-6"] {
        let outcome = root.run::<api::UploadPartCopy>(copy(Some(wrong))).await;
        assert_eq!(code(outcome), "400 InvalidArgument", "{wrong}");
    }
    let answer = root.run::<api::UploadPartCopy>(copy(Some("bytes=3-5"))).await.unwrap();
    let etag = answer.copy_part_result.unwrap().e_tag.unwrap();
    root.run::<api::CompleteMultipartUpload>(complete("a", &id, &[(1, &etag)])).await.unwrap();
    assert_eq!(root.get("a").await.unwrap(), "345");
}

#[tokio::test]
async fn parts_are_listed_in_pages() {
    let (_, root) = World::with_bucket().await;
    let id = root.begin("a").await;
    for number in [1, 3, 12] {
        root.part("a", &id, number, vec![1; number as usize]).await;
    }
    let list = |marker, max| api::ListPartsRequest {
        bucket: "books".into(),
        key: "a".into(),
        upload_id: id.clone(),
        part_number_marker: marker,
        max_parts: max,
        ..Default::default()
    };
    let page = root.run::<api::ListParts>(list(None, Some(2))).await.unwrap();
    let numbers = |parts: Option<Vec<api::Part>>| -> Vec<(i32, i64)> {
        let parts = parts.unwrap().into_iter();
        parts.map(|part| (part.part_number.unwrap(), part.size.unwrap())).collect()
    };
    assert_eq!((page.is_truncated, page.next_part_number_marker), (Some(true), Some(3)));
    assert_eq!(numbers(page.parts), [(1, 1), (3, 3)]);
    let page = root.run::<api::ListParts>(list(Some(3), None)).await.unwrap();
    assert_eq!((page.is_truncated, numbers(page.parts)), (Some(false), vec![(12, 12)]));
    assert_eq!(page.initiator.unwrap().id, some("arn:aws:iam::111122223333:root"));
}

#[tokio::test]
async fn uploads_are_listed_by_key_and_age() {
    let (world, root) = World::with_bucket().await;
    let mut begun = Vec::new();
    for key in ["b", "a", "a", "c/1", "c/2", "d"] {
        world.pass(10);
        begun.push((key.to_owned(), root.begin(key).await));
    }
    let list = |key: &str, id: &str, max| api::ListMultipartUploadsRequest {
        bucket: "books".into(),
        delimiter: some("/"),
        key_marker: some(key),
        upload_id_marker: some(id),
        max_uploads: Some(max),
        ..Default::default()
    };
    let (mut key, mut id) = (String::new(), String::new());
    let (mut seen, mut prefixes) = (Vec::new(), Vec::new());
    loop {
        let page = root.run::<api::ListMultipartUploads>(list(&key, &id, 1)).await.unwrap();
        for upload in page.uploads.unwrap() {
            seen.push((upload.key.unwrap(), upload.upload_id.unwrap()));
        }
        prefixes.extend(page.common_prefixes.unwrap().into_iter().filter_map(|prefix| prefix.prefix));
        if page.is_truncated == Some(false) {
            break;
        }
        key = page.next_key_marker.unwrap();
        id = page.next_upload_id_marker.unwrap_or_default();
    }
    let mut expect: Vec<_> = begun.into_iter().filter(|(key, _)| !key.starts_with('c')).collect();
    expect.sort();
    assert_eq!((seen, prefixes), (expect, vec!["c/".to_owned()]));
}

use api_s3 as api;

use crate::world::{World, code, copy, get, put, some, text};

#[tokio::test]
async fn a_copy_has_the_bytes_and_what_was_said_of_them() {
    let (_, root) = World::with_bucket().await;
    let source = api::PutObjectRequest {
        content_type: some("text/plain"),
        metadata: Some([("author".to_owned(), "Ann".to_owned())].into()),
        tagging: some("team=blue"),
        ..put("a b", "hello")
    };
    root.run::<api::PutObject>(source).await.unwrap();
    let answer = root.run::<api::CopyObject>(copy("/books/a%20b", "c")).await.unwrap();
    assert_eq!(answer.copy_object_result.unwrap().e_tag, some("\"5d41402abc4b2a76b9719d911017c592\""));
    let copied = root.run::<api::GetObject>(get("c")).await.unwrap();
    assert_eq!((copied.content_type, copied.tag_count), (some("text/plain"), Some(1)));
    assert_eq!(text(copied.body).await, "hello");

    let replacing = api::CopyObjectRequest {
        metadata_directive: some("REPLACE"),
        tagging_directive: some("REPLACE"),
        content_type: some("text/csv"),
        ..copy("books/c", "d")
    };
    root.run::<api::CopyObject>(replacing).await.unwrap();
    let replaced = root.run::<api::GetObject>(get("d")).await.unwrap();
    assert_eq!((replaced.content_type, replaced.tag_count), (some("text/csv"), None));
    assert_eq!(replaced.metadata.unwrap().len(), 0);
}

#[tokio::test]
async fn a_copy_onto_itself_must_change_something() {
    let (world, root) = World::with_bucket().await;
    root.put("a", "hello").await.unwrap();
    assert_eq!(code(root.run::<api::CopyObject>(copy("books/a", "a")).await), "400 InvalidRequest");
    let changing = api::CopyObjectRequest { metadata_directive: some("REPLACE"), ..copy("books/a", "a") };
    assert_eq!(code(root.run::<api::CopyObject>(changing).await), "ok");
    assert_eq!(root.get("a").await.unwrap(), "hello");
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 1);
}

#[tokio::test]
async fn the_source_is_named_and_conditional() {
    let (_, root) = World::with_bucket().await;
    root.put("a", "hello").await.unwrap();
    let copied = async |input| code(root.run::<api::CopyObject>(input).await);
    assert_eq!(copied(copy("books/missing", "b")).await, "404 NoSuchKey");
    assert_eq!(copied(copy("no-such-bucket/a", "b")).await, "404 NoSuchBucket");
    assert_eq!(copied(copy("books", "b")).await, "400 InvalidArgument");
    assert_eq!(copied(copy("books/a?versionId=1", "b")).await, "400 InvalidArgument");
    let unless = api::CopyObjectRequest { copy_source_if_none_match: some("*"), ..copy("books/a", "b") };
    assert_eq!(copied(unless).await, "412 PreconditionFailed");
    let wrong = api::CopyObjectRequest { copy_source_if_match: some("\"x\""), ..copy("books/a", "b") };
    assert_eq!(copied(wrong).await, "412 PreconditionFailed");
    assert_eq!(code(root.get("b").await), "404 NoSuchKey");
}

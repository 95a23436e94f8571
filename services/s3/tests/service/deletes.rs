use api_s3 as api;

use crate::world::{OURS, World, code, delete, some};

fn delete_many(keys: &[&str], quiet: bool) -> api::DeleteObjectsRequest {
    let objects =
        keys.iter().map(|key| api::ObjectIdentifier { key: (*key).to_owned(), ..Default::default() });
    let delete = api::Delete { objects: objects.collect(), quiet: Some(quiet) };
    api::DeleteObjectsRequest { bucket: "books".into(), delete, ..Default::default() }
}

#[tokio::test]
async fn deleting_what_is_not_there_is_no_error() {
    let (world, root) = World::with_bucket().await;
    root.put("a", "x").await.unwrap();
    for _ in 0..2 {
        assert_eq!(code(root.run::<api::DeleteObject>(delete("a")).await), "ok");
    }
    assert_eq!(code(root.get("a").await), "404 NoSuchKey");
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 0);
}

#[tokio::test]
async fn deletes_are_conditional() {
    let (_, root) = World::with_bucket().await;
    let etag = root.put("a", "x").await.unwrap().e_tag;
    let only = |etag, key| api::DeleteObjectRequest { if_match: etag, ..delete(key) };
    let delete = async |input| code(root.run::<api::DeleteObject>(input).await);
    assert_eq!(delete(only(some("\"y\""), "a")).await, "412 PreconditionFailed");
    assert_eq!(delete(only(some("*"), "b")).await, "404 NoSuchKey");
    assert_eq!(delete(only(etag, "a")).await, "ok");
}

#[tokio::test]
async fn many_keys_are_deleted_at_once() {
    let (_, root) = World::with_bucket().await;
    for key in ["a", "b", "c"] {
        root.put(key, key).await.unwrap();
    }
    let answer = root.run::<api::DeleteObjects>(delete_many(&["a", "missing"], false)).await.unwrap();
    let deleted: Vec<_> = answer.deleted.unwrap().into_iter().filter_map(|entry| entry.key).collect();
    assert_eq!(deleted, ["a", "missing"]);
    let answer = root.run::<api::DeleteObjects>(delete_many(&["b"], true)).await.unwrap();
    assert_eq!((answer.deleted, answer.errors), (Some(Vec::new()), Some(Vec::new())));
    assert_eq!(root.keys("books").await, ["c"]);

    let many: Vec<String> = (0..1001).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(code(root.run::<api::DeleteObjects>(delete_many(&many, true)).await), "400 MalformedXML");
    assert_eq!(code(root.run::<api::DeleteObjects>(delete_many(&[], true)).await), "400 MalformedXML");
}

#[tokio::test]
async fn each_key_is_asked_about_on_its_own() {
    let (world, root) = World::with_bucket().await;
    for key in ["mine/a", "theirs/a"] {
        root.put(key, key).await.unwrap();
    }
    let ann = world.user(OURS, "ann", &["s3:DeleteObject arn:aws:s3:::books/mine/*"]);
    let mut comparing = delete_many(&["mine/a"], false);
    comparing.delete.objects[0].e_tag = some("\"x\"");
    let answer = ann.run::<api::DeleteObjects>(comparing).await.unwrap();
    assert!(answer.errors.unwrap()[0].message.as_ref().unwrap().contains("s3:GetObject"));
    let input = delete_many(&["mine/a", "theirs/a"], false);
    let answer = ann.run::<api::DeleteObjects>(input.clone()).await.unwrap();
    let errors = answer.errors.unwrap();
    assert_eq!(errors.len(), 1);
    assert_eq!((&errors[0].key, &errors[0].code), (&some("theirs/a"), &some("AccessDenied")));
    assert!(errors[0].message.as_ref().unwrap().contains("s3:DeleteObject"));
    assert_eq!(root.keys("books").await, ["theirs/a"]);
    assert_eq!(code(world.anonymous().run::<api::DeleteObjects>(input).await), "403 AccessDenied");
    let stranger = world.user(crate::world::THEIRS, "eve", &["s3:* *"]);
    let answer = stranger.run::<api::DeleteObjects>(delete_many(&["theirs/a"], false)).await.unwrap();
    assert_eq!(answer.errors.unwrap()[0].message, some("Access Denied"));
}

//! Versions, compared with a model that is a plain list for each key.

use std::collections::BTreeMap;

use api_s3 as api;
use proptest::prelude::*;

use crate::world::{Caller, World, code, delete, get, put, text};

/// The versions of each key, the newest first: id, and text unless it is a delete marker.
#[derive(Default)]
struct Model {
    status: Option<&'static str>,
    keys: BTreeMap<String, Vec<(String, Option<String>)>>,
}

#[derive(Debug, Clone)]
enum Step {
    Put(&'static str, String),
    Delete(&'static str),
    /// Removes the n-th version of a key, counted from the newest around.
    Remove(&'static str, usize),
    Set(&'static str),
    /// Moves the clock, also back.
    Pass(i64),
}

const KEYS: [&str; 3] = ["a", "a/b", "b"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let key = || prop::sample::select(KEYS.to_vec());
    let step = prop_oneof![
        6 => (key(), "[a-z]{1,3}").prop_map(|(key, text)| Step::Put(key, text)),
        3 => key().prop_map(Step::Delete),
        4 => (key(), 0..6usize).prop_map(|(key, nth)| Step::Remove(key, nth)),
        2 => prop::sample::select(vec!["Enabled", "Suspended"]).prop_map(Step::Set),
        1 => (-9..9i64).prop_map(Step::Pass),
    ];
    prop::collection::vec(step, 1..40)
}

impl Model {
    fn versions(&mut self, key: &str) -> &mut Vec<(String, Option<String>)> {
        self.keys.entry(key.to_owned()).or_default()
    }

    /// Adds a version, or a delete marker, whose id the server gave where versions are kept.
    fn add(&mut self, key: &str, id: Option<String>, text: Option<String>) {
        let status = self.status;
        let versions = self.versions(key);
        match (status, id) {
            (Some("Enabled"), Some(id)) => versions.insert(0, (id, text)),
            (Some("Enabled"), None) => panic!("an id was not told"),
            (None, _) if text.is_none() => versions.clear(),
            _ => {
                versions.retain(|(id, _)| id != "null");
                versions.insert(0, ("null".to_owned(), text));
            }
        }
    }

    /// What a list of versions tells: key, id, whether it is the latest, whether it is a delete marker.
    fn listed(&self) -> Vec<(String, String, bool, bool)> {
        let of_key = |(key, versions): (&String, &Vec<(String, Option<String>)>)| {
            let told = |(nth, (id, text)): (usize, &(String, Option<String>))| {
                (key.clone(), id.clone(), nth == 0, text.is_none())
            };
            versions.iter().enumerate().map(told).collect::<Vec<_>>()
        };
        self.keys.iter().flat_map(of_key).collect()
    }
}

async fn set(root: &Caller, status: &str) {
    let configuration = api::VersioningConfiguration { status: Some(status.to_owned()), mfa_delete: None };
    let input = api::PutBucketVersioningRequest {
        bucket: "books".into(),
        versioning_configuration: configuration,
        ..Default::default()
    };
    root.run::<api::PutBucketVersioning>(input).await.unwrap();
}

/// All versions in pages of this size. Objects and delete markers come apart, so pages of one keep the order.
async fn listed(root: &Caller, size: i32) -> Vec<(String, String, bool, bool)> {
    let mut told = Vec::new();
    let (mut key_marker, mut version_id_marker) = (None, None);
    loop {
        let input = api::ListObjectVersionsRequest {
            bucket: "books".into(),
            max_keys: Some(size),
            key_marker: key_marker.take(),
            version_id_marker: version_id_marker.take(),
            ..Default::default()
        };
        let page = root.run::<api::ListObjectVersions>(input).await.unwrap();
        for entry in page.versions.unwrap() {
            told.push((entry.key.unwrap(), entry.version_id.unwrap(), entry.is_latest.unwrap(), false));
        }
        for entry in page.delete_markers.unwrap() {
            told.push((entry.key.unwrap(), entry.version_id.unwrap(), entry.is_latest.unwrap(), true));
        }
        if page.is_truncated != Some(true) {
            return told;
        }
        (key_marker, version_id_marker) = (page.next_key_marker, page.next_version_id_marker);
    }
}

async fn read(root: &Caller, key: &str, id: Option<&str>) -> Result<String, String> {
    let input = api::GetObjectRequest { version_id: id.map(str::to_owned), ..get(key) };
    match root.run::<api::GetObject>(input).await {
        Ok(answer) => Ok(text(answer.body).await),
        Err(fault) => Err(code(Err::<(), _>(fault))),
    }
}

async fn take(world: &World, root: &Caller, model: &mut Model, step: &Step) {
    match step {
        Step::Put(key, text) => {
            let answer = root.run::<api::PutObject>(put(key, text)).await.unwrap();
            model.add(key, answer.version_id, Some(text.clone()));
        }
        Step::Delete(key) => {
            let answer = root.run::<api::DeleteObject>(delete(key)).await.unwrap();
            assert_eq!(answer.delete_marker, model.status.map(|_| true));
            model.add(key, answer.version_id, None);
        }
        Step::Remove(key, nth) => {
            let versions = model.versions(key);
            let Some(nth) = nth.checked_rem(versions.len()) else { return };
            let (id, text) = versions.remove(nth);
            let input = api::DeleteObjectRequest { version_id: Some(id.clone()), ..delete(key) };
            let answer = root.run::<api::DeleteObject>(input).await.unwrap();
            assert_eq!((answer.version_id, answer.delete_marker), (Some(id), text.is_none().then_some(true)));
        }
        Step::Set(status) => {
            set(root, status).await;
            model.status = Some(status);
        }
        Step::Pass(millis) => world.pass(*millis),
    }
}

/// Everything that can be seen is as the model has it.
async fn compare(root: &Caller, model: &Model) {
    assert_eq!(listed(root, 1).await, model.listed());
    for size in [2, 3, 1000] {
        let (mut told, mut expect) = (listed(root, size).await, model.listed());
        told.sort();
        expect.sort();
        assert_eq!(told, expect, "in pages of {size}");
    }
    let current =
        |versions: &Vec<(String, Option<String>)>| versions.first().is_some_and(|(_, text)| text.is_some());
    let keys = model.keys.iter().filter(|(_, versions)| current(versions)).map(|(key, _)| key.clone());
    assert_eq!(root.keys("books").await, keys.collect::<Vec<_>>());
    for (key, versions) in &model.keys {
        let newest = versions.first().and_then(|(_, text)| text.clone());
        assert_eq!(read(root, key, None).await, newest.ok_or("404 NoSuchKey".to_owned()), "{key}");
        for (id, text) in versions {
            let expect = text.clone().ok_or("405 MethodNotAllowed".to_owned());
            assert_eq!(read(root, key, Some(id)).await, expect, "{key} {id}");
        }
    }
}

async fn run(steps: &[Step]) {
    let (world, root) = World::with_bucket().await;
    let mut model = Model::default();
    for step in steps {
        take(&world, &root, &mut model, step).await;
        compare(&root, &model).await;
    }
    // Every version's bytes are kept, and no others: by the collector, and by the sweep at the next start.
    let kept = model.keys.values().flatten().filter(|(_, text)| text.is_some()).count();
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), kept);
    world.pass(100);
    world.s3.sweep().await.unwrap();
    assert_eq!(world.blob_count(), kept);
    compare(&root, &model).await;
    // The bucket goes with the last version.
    let input = api::DeleteBucketRequest { bucket: "books".into(), ..Default::default() };
    for (key, id, ..) in model.listed() {
        assert_eq!(code(root.run::<api::DeleteBucket>(input.clone()).await), "409 BucketNotEmpty");
        let version = api::DeleteObjectRequest { version_id: Some(id), ..delete(&key) };
        root.run::<api::DeleteObject>(version).await.unwrap();
    }
    assert_eq!(code(root.run::<api::DeleteBucket>(input).await), "ok");
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn versions_are_as_a_list_of_them_would_be(steps in steps()) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(run(&steps));
    }
}

#[tokio::test]
async fn a_list_goes_on_where_a_null_version_was_that_has_gone() {
    let (_, root) = World::with_bucket().await;
    root.put("a", "null").await.unwrap();
    set(&root, "Enabled").await;
    let newer = root.put("a", "newer").await.unwrap().version_id.unwrap();
    root.put("b", "x").await.unwrap();
    let input = api::DeleteObjectRequest { version_id: Some("null".into()), ..delete("a") };
    root.run::<api::DeleteObject>(input).await.unwrap();
    let input = api::ListObjectVersionsRequest {
        bucket: "books".into(),
        key_marker: Some("a".into()),
        version_id_marker: Some("null".into()),
        ..Default::default()
    };
    let told = root.run::<api::ListObjectVersions>(input).await.unwrap().versions.unwrap();
    let told: Vec<_> = told.into_iter().map(|entry| (entry.key.unwrap(), entry.is_latest.unwrap())).collect();
    assert_eq!(told, [("a".to_owned(), true), ("b".to_owned(), true)]);
    assert_eq!(read(&root, "a", Some(&newer)).await.unwrap(), "newer");
}

#[tokio::test]
async fn a_write_on_its_way_keeps_to_what_the_bucket_is_set_to_when_it_arrives() {
    let (_, root) = World::with_bucket().await;
    root.put("a", "old").await.unwrap();
    let settings = root.clone();
    // The body arrives only after versioning was switched on.
    let body = futures_util::stream::once(async move {
        set(&settings, "Enabled").await;
        Ok(bytes::Bytes::from_static(b"new"))
    });
    let body = Some(shape::Body::stream(Box::pin(body), Some(3)));
    let answer = root.run::<api::PutObject>(api::PutObjectRequest { body, ..put("a", "") }).await.unwrap();
    assert!(answer.version_id.is_some());
    assert_eq!(read(&root, "a", None).await.unwrap(), "new");
    assert_eq!(read(&root, "a", Some("null")).await.unwrap(), "old");
}

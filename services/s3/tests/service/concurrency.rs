use api_s3 as api;

use crate::world::{OURS, THEIRS, World, code, copy, put, some, text};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_many_creations_wins() {
    let world = World::new();
    let calls = (0..16).map(|n| {
        let caller = world.root(if n % 2 == 0 { OURS } else { THEIRS });
        tokio::spawn(async move { (n % 2, code(caller.create_bucket("books").await)) })
    });
    let mut winners = std::collections::BTreeSet::new();
    for call in calls.collect::<Vec<_>>() {
        let (side, outcome) = call.await.unwrap();
        match outcome.as_str() {
            "ok" => drop(winners.insert(side)),
            other => assert_eq!(other, "409 BucketAlreadyExists"),
        }
    }
    assert_eq!(winners.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_many_guarded_writes_wins() {
    let (world, root) = World::with_bucket().await;
    let calls = (0..16).map(|n| {
        let root = root.clone();
        tokio::spawn(async move {
            let input = api::PutObjectRequest { if_none_match: some("*"), ..put("a", &n.to_string()) };
            root.run::<api::PutObject>(input).await.is_ok()
        })
    });
    let mut wins = 0;
    for call in calls.collect::<Vec<_>>() {
        wins += usize::from(call.await.unwrap());
    }
    assert_eq!(wins, 1);
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_sees_one_version_whole_however_often_it_is_replaced() {
    let (world, root) = World::with_bucket().await;
    root.put("a", &"0".repeat(1000)).await.unwrap();
    let writer = {
        let root = root.clone();
        tokio::spawn(async move {
            for n in 0..200 {
                root.put("a", &(n % 10).to_string().repeat(1000)).await.unwrap();
                if n % 20 == 0 {
                    root.run::<api::CopyObject>(copy("books/a", "b")).await.unwrap();
                }
            }
        })
    };
    let collector = tokio::spawn(std::sync::Arc::clone(&world.s3).run_collector());
    while !writer.is_finished() {
        let seen = root.get("a").await.unwrap();
        let first = &seen[..1];
        assert_eq!(seen, first.repeat(1000));
        world.s3.collect().await.unwrap();
    }
    writer.await.unwrap();
    collector.abort();
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 2);
}

#[tokio::test]
async fn bytes_being_read_outlive_their_object() {
    let (world, root) = World::with_bucket().await;
    root.put("a", "hello").await.unwrap();
    let reading = root.run::<api::GetObject>(crate::world::get("a")).await.unwrap();
    root.run::<api::DeleteObject>(crate::world::delete("a")).await.unwrap();
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 1);
    assert_eq!(text(reading.body).await, "hello");
    world.s3.collect().await.unwrap();
    assert_eq!(world.blob_count(), 0);
}

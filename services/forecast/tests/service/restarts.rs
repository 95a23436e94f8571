//! A server that stops in the middle of a job goes on with it at its next start.

use std::time::Duration;

use crate::world::{Disk, World};

/// Lets a job begin, stops the server, and waits for the job on the next one.
async fn interrupted(disk: &Disk, mut world: World, arn: &str) -> World {
    world.start();
    while world.status(arn).await.0 == "CREATE_PENDING" {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    drop(world);
    let mut world = World::idle(disk).await;
    world.start();
    world.active(arn).await;
    drop(world);
    World::idle(disk).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_job_survives() {
    let disk = Disk::new();
    let world = World::idle(&disk).await;
    world.furnish().await;
    world.put("daily.csv", crate::world::daily()).await;
    let dataset = world.dataset("d", "D").await;
    let group = world.group("g", &[&dataset]).await;
    let import = world.import("i", &dataset, "s3://data/daily.csv").await.unwrap();
    let world = interrupted(&disk, world, &import).await;
    assert_eq!(world.status(&dataset).await.0, "ACTIVE");
    let predictor = world.predictor("p", &group, "D", 7).await.unwrap();
    let world = interrupted(&disk, world, &predictor).await;
    let forecast = world.forecast("f", &predictor).await.unwrap();
    let world = interrupted(&disk, world, &forecast).await;
    let export = world.export("e", &forecast, "s3://data/out").await.unwrap();
    let world = interrupted(&disk, world, &export).await;
    // However often the step ran, there is one file, and it is whole.
    let keys = world.keys("out/").await;
    assert_eq!(keys.len(), 1, "{keys:?}");
    assert_eq!(world.get(keys.first().unwrap()).await.lines().count(), 1 + 2 * 7);
    assert_eq!(world.query(&forecast, &[("item_id", "pears")]).await.unwrap().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_data_gives_the_same_numbers_after_a_restart() {
    let disk = Disk::new();
    let mut world = World::idle(&disk).await;
    world.furnish().await;
    world.start();
    let (_, group) = world.daily().await;
    let predictor = world.predictor("p", &group, "D", 7).await.unwrap();
    world.active(&predictor).await;
    let one = world.forecast("one", &predictor).await.unwrap();
    world.active(&one).await;
    drop(world);
    let mut world = World::idle(&disk).await;
    world.start();
    let two = world.forecast("two", &predictor).await.unwrap();
    world.active(&two).await;
    let filters = [("item_id", "apples")];
    assert_eq!(world.query(&one, &filters).await.unwrap(), world.query(&two, &filters).await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_of_ours_are_tried_again_but_not_for_ever() {
    let disk = Disk::new();
    let mut world = World::idle(&disk).await;
    world.furnish().await;
    world.start();
    world.put("daily.csv", crate::world::daily()).await;
    let dataset = world.dataset("d", "D").await;
    for (name, failures, expect) in [
        ("often", 3, ("ACTIVE", "")),
        ("always", 1_000, ("CREATE_FAILED", "We encountered an internal error. Please try again.")),
    ] {
        disk.break_down(failures);
        let job = world.import(name, &dataset, "s3://data/daily.csv").await.unwrap();
        loop {
            let (status, message) = world.status(&job).await;
            if status == "ACTIVE" || status == "CREATE_FAILED" {
                assert_eq!((&*status, &*message), expect);
                break;
            }
            world.minute();
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    assert_eq!(world.status(&dataset).await.0, "ACTIVE");
}

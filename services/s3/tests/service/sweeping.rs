use blobs::{Blobs, Checksums, Plan};
use kernel::Clock;
use shape::Body;

use crate::world::World;

#[tokio::test]
async fn a_sweep_keeps_what_a_record_names_and_nothing_else() {
    let (world, root) = World::with_bucket().await;
    root.put("kept", "x").await.unwrap();
    let id = root.begin("up").await;
    root.part("up", &id, 1, b"part".to_vec()).await;
    let done = root.begin("done").await;
    let etag = root.part("done", &done, 1, b"whole".to_vec()).await;
    let order = crate::multipart::complete("done", &done, &[(1, &etag)]);
    root.run::<api_s3::CompleteMultipartUpload>(order).await.unwrap();
    root.put("replaced", "1").await.unwrap();
    root.put("replaced", "2").await.unwrap();
    let plan = Plan { now: world.clock.now(), bytes_max: 100, checksums: Checksums::NONE };
    // As a crash between staging and commit leaves it.
    world.blobs.stage(Body::from(bytes::Bytes::from_static(b"lost")).take(), plan).await.unwrap();
    assert_eq!(world.blob_count(), 6);

    world.pass(1);
    world.s3.sweep().await.unwrap();
    assert_eq!(world.blob_count(), 4);
    for (key, text) in [("kept", "x"), ("done", "whole"), ("replaced", "2")] {
        assert_eq!(root.get(key).await.unwrap(), text);
    }
}

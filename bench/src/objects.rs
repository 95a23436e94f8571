//! Objects put and got over the wire, beside files written and read without it.

use std::path::Path;
use std::time::Duration;

use api_s3::{CreateBucket, CreateBucketRequest};
use http::Method;

use crate::Outcome;
use crate::disk::{reads_per_second, writes_per_second};
use crate::load::{Load, Message, send};
use crate::process::{Kind, Process};
use crate::report::{Report, Row, number};
use crate::signing::{Content, Signing, Wanted};

const TIME: Duration = Duration::from_secs(4);
const BUCKET: &str = "figures";

/// One size of objects, sent over so many connections.
struct Round {
    name: &'static str,
    bytes: usize,
    connections: usize,
    /// Objects put at most; they are got over and over.
    objects: usize,
}

pub(crate) async fn measure(report: &mut Report) -> Outcome {
    report.title("objects: s3:PutObject and s3:GetObject of `deputy serve` over TLS, beside plain files");
    let folder = tempfile::tempdir()?;
    let server = Process::start(Kind::Serve, folder.path()).await?;
    let bucket = CreateBucketRequest { bucket: BUCKET.into(), ..Default::default() };
    server.client()?.call::<CreateBucket>(bucket).await?;
    for round in [
        Round { name: "4 KiB", bytes: 4 << 10, connections: 1, objects: 4_000 },
        Round { name: "4 KiB", bytes: 4 << 10, connections: 16, objects: 20_000 },
        Round { name: "8 MiB", bytes: 8 << 20, connections: 1, objects: 100 },
        Round { name: "8 MiB", bytes: 8 << 20, connections: 4, objects: 100 },
    ] {
        both(report, &server, &folder.path().join("plain"), &round).await?;
    }
    Ok(())
}

async fn both(report: &mut Report, server: &Process, plain: &Path, round: &Round) -> Outcome {
    let bytes = noise(round.bytes);
    let plain = plain.join(format!("{}-{}", round.bytes, round.connections));
    let written = writes_per_second(&plain, &bytes, round.connections, round.objects, TIME / 2)?;
    let read = reads_per_second(&plain, round.connections, TIME / 2)?;
    std::fs::remove_dir_all(&plain)?;

    let content = Content::new(bytes);
    let put = send(server, round.connections, messages(server, round, Some(&content))?, TIME).await?;
    let got = send(server, round.connections, messages(server, round, None)?, TIME).await?;
    row(report, round, "put", &put, ("write and fsync", written));
    row(report, round, "get", &got, ("read, cached", read));
    Ok(())
}

fn row(report: &mut Report, round: &Round, verb: &str, load: &Load, (peer, peer_rate): (&str, f64)) {
    let megabytes = |rate: f64| number(rate * round.bytes as f64 / 1e6);
    let rate = load.per_second();
    report.row(Row {
        what: format!("{verb} {}, {} at once", round.name, round.connections),
        figure: format!("{} /s  {} MB/s", number(rate), megabytes(rate)),
        beside: format!("{} µs cpu", number(load.processor_micros())),
        against: format!("{peer} {} /s  {} MB/s", number(peer_rate), megabytes(peer_rate)),
        ratio: Some(rate / peer_rate),
    });
}

/// Puts with a body, gets without one. Gets ask for the first objects, which are there however slow puts were.
fn messages(server: &Process, round: &Round, content: Option<&Content>) -> Outcome<Vec<Message>> {
    const GETS: usize = 60_000;
    const FIRST: usize = 16;
    let signing = Signing::new(server, server.keys()?)?;
    let nothing = Content::new("");
    let (method, count, objects) = match content {
        Some(_) => (Method::PUT, round.objects, round.objects),
        None => (Method::GET, GETS, FIRST),
    };
    let one = |number: usize| {
        let path = format!("/{BUCKET}/{}-{}", round.bytes, number % objects);
        let (service, body) = ("s3", content.unwrap_or(&nothing));
        let wanted =
            Wanted { service, method: method.clone(), path: &path, content_type: None, body };
        signing.message(&wanted, number)
    };
    (0..count).map(one).collect()
}

/// Bytes that no file system can make smaller.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    (0..length / 8).flat_map(|_| next()).collect()
}

//! Objects put and got over the wire, beside files written and read without it.

use std::path::Path;
use std::time::Duration;

use api_s3::{CreateBucket, CreateBucketRequest};
use http::Method;

use crate::Outcome;
use crate::disk::{reads_per_second, writes_per_second};
use crate::load::{Load, Message, send};
use crate::process::{Kind, Process};
use crate::report::{Rates, Report, Row, median, number};
use crate::signing::{Content, Signing, Wanted};

/// Server and files take turns; medians are told.
const ROUNDS: usize = 5;
const TIME: Duration = Duration::from_millis(900);
const BUCKET: &str = "figures";
/// More are never got within the time.
const GETS_MAX: usize = 30_000;
/// Gets ask for the first objects of the first turn, which are there however slow puts were.
const GOT: usize = 16;

/// One size of objects, sent over so many connections.
struct Round {
    name: &'static str,
    bytes: usize,
    connections: usize,
    /// Objects put in one turn at most.
    objects: usize,
}

pub(crate) async fn measure(report: &mut Report) -> Outcome {
    report.title("objects: s3:PutObject and s3:GetObject of `deputy serve` over TLS, beside plain files");
    let folder = tempfile::tempdir()?;
    let server = Process::start(Kind::Serve, folder.path()).await?;
    let bucket = CreateBucketRequest { bucket: BUCKET.into(), ..Default::default() };
    server.client()?.call::<CreateBucket>(bucket).await?;
    for round in [
        Round { name: "4 KiB", bytes: 4 << 10, connections: 1, objects: 3_000 },
        Round { name: "4 KiB", bytes: 4 << 10, connections: 16, objects: 10_000 },
        Round { name: "8 MiB", bytes: 8 << 20, connections: 1, objects: 60 },
        Round { name: "8 MiB", bytes: 8 << 20, connections: 4, objects: 60 },
    ] {
        compared(report, &server, &folder.path().join("plain"), &round).await?;
    }
    Ok(())
}

async fn compared(report: &mut Report, server: &Process, plain: &Path, round: &Round) -> Outcome {
    let content = Content::new(noise(round.bytes));
    let (mut put, mut got, mut written, mut read) = (vec![], vec![], vec![], vec![]);
    for turn in 0..ROUNDS {
        written.push(writes_per_second(plain, &content.bytes, round.connections, round.objects, TIME)?);
        put.push(send(server, round.connections, puts(server, round, turn, &content)?, TIME).await?);
        read.push(reads_per_second(plain, round.connections, TIME / 3)?);
        got.push(send(server, round.connections, gets(server, round)?, TIME).await?);
        std::fs::remove_dir_all(plain)?;
    }
    row(report, round, "put", &put, ("write and fsync", Rates::of(written)));
    row(report, round, "get", &got, ("read, cached", Rates::of(read)));
    Ok(())
}

fn row(report: &mut Report, round: &Round, verb: &str, loads: &[Load], (peer, peer_rates): (&str, Rates)) {
    let megabytes = |rates: &Rates| number(rates.middle * round.bytes as f64 / 1e6);
    let rates = Rates::of(loads.iter().map(Load::per_second).collect());
    let processor = median(loads.iter().map(Load::processor_micros).collect());
    report.row(Row {
        what: format!("{verb} {}, {} at once", round.name, round.connections),
        figure: format!("{}  {} MB/s", rates.told(), megabytes(&rates)),
        beside: format!("{} µs cpu", number(processor)),
        against: format!("{peer} {}  {} MB/s", peer_rates.told(), megabytes(&peer_rates)),
        ratio: rates.ratio(&peer_rates),
    });
}

fn puts(server: &Process, round: &Round, turn: usize, content: &Content) -> Outcome<Vec<Message>> {
    messages(server, Method::PUT, content, (0..round.objects).map(|number| path(round, turn, number)))
}

fn gets(server: &Process, round: &Round) -> Outcome<Vec<Message>> {
    let paths = (0..GETS_MAX).map(|number| path(round, 0, number % GOT));
    messages(server, Method::GET, &Content::new(""), paths)
}

fn path(round: &Round, turn: usize, number: usize) -> String {
    format!("/{BUCKET}/{}-{}-{turn}-{number}", round.bytes, round.connections)
}

fn messages(
    server: &Process,
    method: Method,
    body: &Content,
    paths: impl Iterator<Item = String>,
) -> Outcome<Vec<Message>> {
    let signing = Signing::new(server, server.keys()?)?;
    let one = |(number, path): (usize, String)| {
        let method = method.clone();
        signing.message(&Wanted { service: "s3", method, path: &path, content_type: None, body }, number)
    };
    paths.enumerate().map(one).collect()
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

//! Signed `sts:GetCallerIdentity` over TLS: the path that every call takes, and as little else as there is.

use std::path::Path;
use std::time::{Duration, Instant};

use client::Keys;
use http::Method;

use crate::Outcome;
use crate::disk::commits_per_second;
use crate::load::{Load, Message, send};
use crate::process::{Kind, Process};
use crate::report::{Report, Row, number};
use crate::signing::{Content, Signing, Wanted};

const TIME: Duration = Duration::from_secs(4);
/// More are never sent within the time.
const CALLS_MAX: usize = 120_000;
const CALLS_BEFORE: usize = 500;
const CALLS_SIGNED: usize = 20_000;

pub(crate) async fn measure(report: &mut Report) -> Outcome {
    report.title("wire: signed sts:GetCallerIdentity over TLS, connections kept; `cpu` is the server's, for a call");
    let folders = [tempfile::tempdir()?, tempfile::tempdir()?, tempfile::tempdir()?];
    let [bare, dev, serve] = folders.each_ref().map(tempfile::TempDir::path);
    let servers = [
        Process::start(Kind::Bare, bare).await?,
        Process::start(Kind::Dev, dev).await?,
        Process::start(Kind::Serve, serve).await?,
    ];
    let [bare, dev, serve] = &servers;
    signing(report, dev)?;
    for connections in [1, 16] {
        let limit = measured(bare, dev.keys()?, connections).await?;
        let memory = measured(dev, dev.keys()?, connections).await?;
        let durable = measured(serve, serve.keys()?, connections).await?;
        let flushes = commits_per_second(folders_disk(&folders), TIME / 2)?;
        let name = |name: &str| match connections {
            1 => format!("{name}, 1 connection"),
            many => format!("{name}, {many} connections"),
        };
        let stack = format!("empty 200, same stack {} /s", number(limit.per_second()));
        row(report, name("bare TLS server"), &limit, String::new(), None);
        row(report, name("deputy dev"), &memory, stack, Some(memory.per_second() / limit.per_second()));
        let disk = format!("commits of the disk {} /s", number(flushes));
        row(report, name("deputy serve"), &durable, disk, Some(durable.per_second() / flushes));
    }
    Ok(())
}

fn folders_disk(folders: &[tempfile::TempDir; 3]) -> &Path {
    let [.., serve] = folders;
    serve.path()
}

fn row(report: &mut Report, what: String, load: &Load, against: String, ratio: Option<f64>) {
    report.row(Row {
        what,
        figure: format!("{} /s", number(load.per_second())),
        beside: format!("{} µs cpu", number(load.processor_micros())),
        against,
        ratio,
    });
}

/// What the sender spends before the clock starts, and any client has to.
fn signing(report: &mut Report, server: &Process) -> Outcome {
    let began = Instant::now();
    calls(server, server.keys()?, CALLS_SIGNED)?;
    let each = began.elapsed().as_secs_f64() * 1e6 / CALLS_SIGNED as f64;
    report.row(Row {
        what: "signing a call, in the client".to_owned(),
        figure: format!("{} µs", number(each)),
        beside: String::new(),
        against: String::new(),
        ratio: None,
    });
    Ok(())
}

async fn measured(server: &Process, keys: Keys, connections: usize) -> Outcome<Load> {
    send(server, connections, calls(server, keys.clone(), CALLS_BEFORE)?, TIME).await?;
    send(server, connections, calls(server, keys, CALLS_MAX)?, TIME).await
}

/// So many calls, signed now.
pub(crate) fn calls(server: &Process, keys: Keys, count: usize) -> Outcome<Vec<Message>> {
    let signing = Signing::new(server, keys)?;
    let body = Content::new("Action=GetCallerIdentity&Version=2011-06-15");
    let wanted = Wanted {
        service: "sts",
        method: Method::POST,
        path: "/",
        content_type: Some("application/x-www-form-urlencoded"),
        body: &body,
    };
    (0..count).map(|number| signing.message(&wanted, number)).collect()
}

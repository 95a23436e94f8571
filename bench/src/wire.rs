//! Signed `sts:GetCallerIdentity` over TLS: the path that every call takes, and as little else as there is.

use std::path::Path;
use std::time::{Duration, Instant};

use client::Keys;
use http::Method;

use crate::Outcome;
use crate::disk::commits_per_second;
use crate::load::{Load, Message, send};
use crate::process::{Kind, Process};
use crate::report::{Rates, Report, Row, median, number};
use crate::signing::{Content, Signing, Wanted};

/// Servers take turns, so that a busy moment of the machine meets all of them; medians are told.
const ROUNDS: usize = 7;
const TIME: Duration = Duration::from_millis(700);
/// More are never sent within the time.
const CALLS_MAX: usize = 100_000;
const CALLS_BEFORE: usize = 100;
const CALLS_SIGNED: usize = 20_000;

/// The servers under load, and where the durable one keeps its data.
struct Servers<'s> {
    bare: Process,
    dev: Process,
    serve: Process,
    disk: &'s Path,
}

pub(crate) async fn measure(report: &mut Report) -> Outcome {
    report.title(
        "wire: signed sts:GetCallerIdentity over TLS, connections kept; `cpu` is the server's, for a call",
    );
    let folders = [tempfile::tempdir()?, tempfile::tempdir()?, tempfile::tempdir()?];
    let [bare, dev, serve] = folders.each_ref().map(tempfile::TempDir::path);
    let servers = Servers {
        bare: Process::start(Kind::Bare, bare).await?,
        dev: Process::start(Kind::Dev, dev).await?,
        serve: Process::start(Kind::Serve, serve).await?,
        disk: serve,
    };
    signing(report, &servers.dev)?;
    for connections in [1, 16] {
        compared(report, &servers, connections).await?;
    }
    Ok(())
}

async fn compared(report: &mut Report, servers: &Servers<'_>, connections: usize) -> Outcome {
    let (mut limit, mut memory, mut durable, mut flushes) = (vec![], vec![], vec![], vec![]);
    for _ in 0..ROUNDS {
        limit.push(measured(&servers.bare, servers.dev.keys()?, connections).await?);
        memory.push(measured(&servers.dev, servers.dev.keys()?, connections).await?);
        flushes.push(commits_per_second(servers.disk, TIME / 2)?);
        durable.push(measured(&servers.serve, servers.serve.keys()?, connections).await?);
        flushes.push(commits_per_second(servers.disk, TIME / 2)?);
    }
    let [limit, memory, durable] = [limit, memory, durable].map(|loads| Middle::of(&loads));
    let flushes = Rates::of(flushes);
    let name = |name: &str| match connections {
        1 => format!("{name}, 1 connection"),
        many => format!("{name}, {many} connections"),
    };
    let stack = format!("empty 200, same stack {}", limit.rates.told());
    let disk = format!("commits of the disk {}", flushes.told());
    report.row(limit.row(name("bare TLS server"), String::new(), None));
    report.row(memory.row(name("deputy dev"), stack, memory.rates.ratio(&limit.rates)));
    report.row(durable.row(name("deputy serve"), disk, durable.rates.ratio(&flushes)));
    Ok(())
}

/// The medians of some rounds.
struct Middle {
    rates: Rates,
    processor_micros: f64,
}

impl Middle {
    fn of(loads: &[Load]) -> Self {
        Self {
            rates: Rates::of(loads.iter().map(Load::per_second).collect()),
            processor_micros: median(loads.iter().map(Load::processor_micros).collect()),
        }
    }

    fn row(&self, what: String, against: String, ratio: Option<f64>) -> Row {
        let beside = format!("{} µs cpu", number(self.processor_micros));
        Row { what, figure: self.rates.told(), beside, against, ratio }
    }
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

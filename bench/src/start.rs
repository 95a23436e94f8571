//! How long a start takes until the ready file is there, and the memory of a server that waits.

use std::path::Path;
use std::time::Duration;

use crate::Outcome;
use crate::load::send;
use crate::process::{Kind, Process};
use crate::report::{Report, Row, median, number};
use crate::wire::calls;

const STARTS: usize = 10;
const CALLS: usize = 1_000;
const CALLS_TIME_MAX: Duration = Duration::from_secs(60);

/// Starts and memory of one kind of server.
struct Seen {
    /// Milliseconds to the ready file.
    starts: Vec<f64>,
    /// MiB after the start, and after some calls.
    memory: (f64, f64),
}

pub(crate) async fn measure(report: &mut Report) -> Outcome {
    report.title("start: to the ready file (median of 10; aim 300 ms), and memory in use (aim 60 MiB)");
    let bare = fresh(Kind::Bare).await?;
    let dev = fresh(Kind::Dev).await?;
    let serve = fresh(Kind::Serve).await?;
    let folder = tempfile::tempdir()?;
    let again = existing(folder.path()).await?;
    let bare_start = median(bare.starts.clone());
    time(report, "bare TLS server", bare.starts, None);
    time(report, "deputy dev", dev.starts, Some(bare_start));
    time(report, "deputy serve, empty directory", serve.starts, Some(bare_start));
    time(report, "deputy serve, existing directory", again, Some(bare_start));
    memory(report, "bare TLS server", bare.memory, None);
    memory(report, "deputy dev", dev.memory, Some(bare.memory));
    memory(report, "deputy serve", serve.memory, Some(bare.memory));
    Ok(())
}

/// Each start in a folder of its own.
async fn fresh(kind: Kind) -> Outcome<Seen> {
    let mut starts = Vec::new();
    for _ in 1..STARTS {
        let folder = tempfile::tempdir()?;
        starts.push(milliseconds(Process::start(kind, folder.path()).await?).await?);
    }
    let folder = tempfile::tempdir()?;
    let server = Process::start(kind, folder.path()).await?;
    let after_start = server.resident_mib()?;
    let keys = if kind == Kind::Bare { any_keys() } else { server.keys()? };
    send(&server, 1, calls(&server, keys, CALLS)?, CALLS_TIME_MAX).await?;
    let memory = (after_start, server.resident_mib()?);
    starts.push(milliseconds(server).await?);
    Ok(Seen { starts, memory })
}

/// Starts on a directory that has served calls before.
async fn existing(folder: &Path) -> Outcome<Vec<f64>> {
    let server = Process::start(Kind::Serve, folder).await?;
    send(&server, 1, calls(&server, server.keys()?, CALLS)?, CALLS_TIME_MAX).await?;
    server.stop().await?;
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        starts.push(milliseconds(Process::start(Kind::Serve, folder).await?).await?);
    }
    Ok(starts)
}

async fn milliseconds(server: Process) -> Outcome<f64> {
    let took = server.took.as_secs_f64() * 1e3;
    server.stop().await?;
    Ok(took)
}

fn any_keys() -> client::Keys {
    let text = |letter: &str| letter.repeat(20);
    client::Keys { access_key_id: text("A"), secret_access_key: text("s"), session_token: None }
}

fn time(report: &mut Report, what: &str, starts: Vec<f64>, peer: Option<f64>) {
    let slowest = starts.iter().copied().fold(0.0, f64::max);
    let middle = median(starts);
    report.row(Row {
        what: format!("start, {what}"),
        figure: format!("{} ms", number(middle)),
        beside: format!("slowest {} ms", number(slowest)),
        against: peer.map(|peer| format!("bare server {} ms", number(peer))).unwrap_or_default(),
        ratio: peer.map(|peer| middle / peer),
    });
}

fn memory(report: &mut Report, what: &str, (idle, used): (f64, f64), peer: Option<(f64, f64)>) {
    report.row(Row {
        what: format!("memory, {what}"),
        figure: format!("{} MiB", number(idle)),
        beside: format!("after {CALLS} calls {} MiB", number(used)),
        against: peer.map(|(peer, _)| format!("bare server {} MiB", number(peer))).unwrap_or_default(),
        ratio: peer.map(|(peer, _)| idle / peer),
    });
}

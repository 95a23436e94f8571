//! Servers as processes of their own.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use client::{Client, Keys};
use kernel::{Clock, SystemClock};
use names::Timestamp;
use server::Ready;

use crate::Outcome;

/// The ready file, in the folder of each server.
pub(crate) const READY: &str = "ready-file.json";
/// A server that takes longer has failed.
const START_MAX: Duration = Duration::from_secs(30);
/// How often the ready file is looked for: the error of each start's figure.
const LOOK_EVERY: Duration = Duration::from_millis(1);
/// The unit of processor times under `/proc`, the same on every Linux.
const TICKS_PER_SECOND: f64 = 100.0;
pub(crate) const REGION: &str = "us-east-1";

/// What to start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The bare TLS server of this binary.
    Bare,
    /// `deputy dev`, in memory.
    Dev,
    /// `deputy serve`, on disk.
    Serve,
}

/// A running server; killed when dropped.
pub(crate) struct Process {
    child: Child,
    ready: Ready,
    keys: Option<Keys>,
    /// From the start to the ready file.
    pub(crate) took: Duration,
}

impl Process {
    /// Starts a server with a folder for its files, and waits until it is ready.
    pub(crate) async fn start(kind: Kind, folder: &Path) -> Outcome<Self> {
        let ready_file = folder.join(READY);
        if ready_file.exists() {
            fs::remove_file(&ready_file)?;
        }
        let told = folder.join("standard-output");
        let mut command = command(kind, folder, &ready_file)?;
        command
            .stdout(Stdio::from(File::create(&told)?))
            .stderr(Stdio::from(File::create(folder.join("standard-error"))?));
        // Or `deputy dev` would tell `deputy env` of itself.
        command.env("XDG_STATE_HOME", folder);
        let began = Instant::now();
        let mut child = command.spawn()?;
        while !ready_file.exists() {
            if began.elapsed() > START_MAX || child.try_wait()?.is_some() {
                let said = fs::read_to_string(folder.join("standard-error")).unwrap_or_default();
                return Err(format!("{kind:?} did not start: {}", said.trim()).into());
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        let took = began.elapsed();
        let ready = Ready::read(&ready_file)?;
        let keys = keys(&ready).or_else(|| printed_keys(&fs::read_to_string(&told).ok()?));
        Ok(Self { child, ready, keys, took })
    }

    pub(crate) fn endpoint(&self) -> &str {
        &self.ready.endpoint
    }

    pub(crate) fn ca_bundle(&self) -> Option<&Path> {
        self.ready.ca_bundle.as_deref().map(Path::new)
    }

    /// The root key, where the server told one.
    pub(crate) fn keys(&self) -> Outcome<Keys> {
        self.keys.clone().ok_or_else(|| "the server told no root key".into())
    }

    /// A client that signs with the root key.
    pub(crate) fn client(&self) -> Outcome<Client> {
        Ok(Client::new(self.endpoint(), self.ca_bundle(), REGION, Some(self.keys()?), now)?)
    }

    /// Processor time used so far, by all threads.
    pub(crate) fn processor_time(&self) -> Outcome<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The fields after the command's name, which ends with the last parenthesis: state is the first.
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks = |field: usize| fields.get(field).and_then(|ticks| ticks.parse().ok()).unwrap_or(0.0);
        let (user, system): (f64, f64) = (ticks(11), ticks(12));
        Ok(Duration::from_secs_f64((user + system) / TICKS_PER_SECOND))
    }

    /// Memory in use, in MiB.
    pub(crate) fn resident_mib(&self) -> Outcome<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kib / 1024.0)
    }

    /// Asks it to stop, and waits for that.
    pub(crate) async fn stop(mut self) -> Outcome {
        Command::new("kill").arg(self.child.id().to_string()).status()?;
        while self.child.try_wait()?.is_none() {
            tokio::time::sleep(LOOK_EVERY).await;
        }
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have stopped by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn now() -> Timestamp {
    SystemClock.now()
}

fn command(kind: Kind, folder: &Path, ready_file: &Path) -> Outcome<Command> {
    let this = std::env::current_exe()?;
    if kind == Kind::Bare {
        let mut command = Command::new(this);
        command.arg("bare").arg(folder);
        return Ok(command);
    }
    let deputy: PathBuf = this.with_file_name("deputy");
    if !deputy.exists() {
        return Err("`deputy` is not beside this binary; `bench/run` builds both".into());
    }
    let mut command = Command::new(deputy);
    command.args([if kind == Kind::Dev { "dev" } else { "serve" }, "--listen", "127.0.0.1:0"]);
    command.arg("--ready-file").arg(ready_file);
    if kind == Kind::Serve {
        command.arg("--data-dir").arg(folder.join("data"));
    }
    Ok(command)
}

fn keys(ready: &Ready) -> Option<Keys> {
    let account = ready.accounts.first()?;
    let access_key_id = account.access_key_id.clone()?;
    Some(Keys { access_key_id, secret_access_key: account.secret_access_key.clone()?, session_token: None })
}

/// `deputy serve` shows its fresh root key once, on standard output.
fn printed_keys(text: &str) -> Option<Keys> {
    let after = |label: &str| text.lines().find_map(|line| line.strip_prefix(label)).map(str::trim);
    Some(Keys {
        access_key_id: after("Root access key ")?.to_owned(),
        secret_access_key: after("Secret access key ")?.to_owned(),
        session_token: None,
    })
}

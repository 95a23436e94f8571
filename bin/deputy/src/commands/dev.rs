//! `deputy dev`: the same server, in memory, on loopback.

use std::fs;
use std::io::IsTerminal;
use std::time::{Duration, Instant};

use server::{Config, Place, Ready, Server};

use super::running::StopSignals;
use super::{Failure, run_file};
use crate::args::Dev;
use crate::output::line;

/// Running requests of a development server are short.
const GRACE: Duration = Duration::from_secs(5);

pub(crate) async fn run(args: Dev) -> Result<(), Failure> {
    let began = Instant::now();
    if !args.listening.listen.ip().is_loopback() {
        return Err("`deputy dev` listens on loopback only; `deputy serve` listens elsewhere".into());
    }
    let signals = StopSignals::caught()?;
    let server = Server::start(Config {
        place: Place::Memory,
        listen: args.listening.listen,
        plain_http: args.listening.plain_http,
        region: args.listening.region,
        accounts: args.accounts,
        tls_names: Vec::new(),
        issuer_networks: Vec::new(),
        grace: GRACE,
    })
    .await?;
    let ready = server.ready().clone();
    if let Some(path) = &args.listening.ready_file {
        ready.write(path)?;
    }
    let run_file =
        run_file::dev().filter(|path| path.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok()));
    if let Some(path) = &run_file {
        ready.write(path)?;
    }
    greet(&ready, began.elapsed());
    let outcome = signals.end(server).await;
    if let Some(path) = &run_file
        && Ready::read(path).is_ok_and(|current| current.endpoint == ready.endpoint)
    {
        fs::remove_file(path)?;
    }
    outcome
}

fn greet(ready: &Ready, took: Duration) {
    if !std::io::stdout().is_terminal() {
        return line(&serde_json::json!(ready).to_string());
    }
    line(&format!("Deputy {}   ready in {} ms", env!("CARGO_PKG_VERSION"), took.as_millis()));
    line(&format!("  API       {}   (all services)", ready.endpoint));
    for account in &ready.accounts {
        let key = account.access_key_id.as_deref().unwrap_or("-");
        line(&format!("  Account   {}   Region {}   Root key {key}", account.account_id, ready.region));
    }
    line("  Enforcement is on (it cannot be turned off)");
    line("  Storage   memory, gone when this stops");
    line("  Next      eval \"$(deputy env)\"      then any aws, boto3 or Terraform command");
    line("            deputy demo               see a forecast made, and three permissions refused");
}

//! `deputy serve`: a lasting server.

use std::time::Duration;

use server::{Config, Place, Ready, Server};

use super::Failure;
use super::running::StopSignals;
use crate::args::Serve;
use crate::output::{line, note};

pub(crate) async fn run(args: Serve) -> Result<(), Failure> {
    if args.accounts.iter().any(|account| account.root_key.is_some()) {
        return Err("`deputy serve` makes root keys itself; only `deputy dev` takes given ones".into());
    }
    let signals = StopSignals::caught()?;
    let server = Server::start(Config {
        place: Place::Directory(args.data_dir.clone()),
        listen: args.listening.listen,
        plain_http: args.listening.plain_http,
        region: args.listening.region,
        accounts: args.accounts,
        tls_names: args.tls_names,
        issuer_networks: args.issuer_networks,
        grace: Duration::from_secs(args.grace_seconds),
    })
    .await?;
    show_fresh_keys(&server);
    let public = server.ready().clone().without_secrets();
    public.write(&ready_path(&args.data_dir))?;
    if let Some(path) = &args.listening.ready_file {
        public.write(path)?;
    }
    greet(&public);
    signals.end(server).await
}

/// The file in a data directory that tells where its server listens.
pub(crate) fn ready_path(data_dir: &std::path::Path) -> std::path::PathBuf {
    data_dir.join("ready.json")
}

/// On standard output, since it is the one thing of this command that must not be lost.
fn show_fresh_keys(server: &Server) {
    for (account, key) in server.fresh_keys() {
        line(&format!("Account            {}", account.id));
        line(&format!("Root access key    {}", key.access_key_id));
        line(&format!("Secret access key  {}", key.secret_access_key));
        line(
            "This is the only time the secret is shown. Keep it safe, and use it to make IAM users and roles.",
        );
    }
}

fn greet(ready: &Ready) {
    note(&format!("Deputy {} serves {} (enforcement is on)", env!("CARGO_PKG_VERSION"), ready.endpoint));
    if ready.ca_bundle.is_none() {
        note("Plain HTTP, on loopback only: policies see aws:SecureTransport false");
    }
}

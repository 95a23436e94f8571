//! The server of the demonstration, and who talks to it.

use std::path::Path;
use std::time::Duration;

use client::{Client, Keys};
use kernel::trail::{self, Record};
use kernel::{Clock, SystemClock};
use names::{Region, Scope, Timestamp};
use server::{Config, Place, Server};

use crate::commands::Failure;
use crate::screen::Screen;

/// Nothing of the demonstration is worth waiting for when it is over.
const GRACE: Duration = Duration::from_millis(200);
/// How far back the trail is searched for a refusal that was just met.
const RECORDS_MAX: usize = 100;

/// A running server and its root user.
pub(crate) struct Stage {
    pub(crate) screen: Screen,
    /// Signs with the root key. It sets the stage and changes policies, and does nothing else.
    pub(crate) root: Client,
    pub(crate) account: String,
    pub(crate) region: String,
    scope: Scope,
    server: Server,
}

impl Stage {
    pub(crate) async fn start(screen: Screen) -> Result<Self, Failure> {
        let region: Region = "us-east-1".parse()?;
        let server = Server::start(Config {
            place: Place::Memory,
            listen: ([127, 0, 0, 1], 0).into(),
            plain_http: false,
            region: region.clone(),
            accounts: Vec::new(),
            tls_names: Vec::new(),
            issuer_networks: Vec::new(),
            grace: GRACE,
        })
        .await?;
        let (account, key) = server.fresh_keys().first().ok_or("the server has made no account")?;
        let keys = Keys {
            access_key_id: key.access_key_id.clone(),
            secret_access_key: key.secret_access_key.clone(),
            session_token: None,
        };
        let ready = server.ready();
        let ca_bundle = ready.ca_bundle.as_deref().map(Path::new);
        let root = Client::new(&ready.endpoint, ca_bundle, region.as_str(), Some(keys), now)?;
        screen.say(&format!("Deputy {} on {}, in memory, TLS", env!("CARGO_PKG_VERSION"), ready.endpoint));
        screen.say(&format!(
            "Account {}, region {region}. Enforcement is on (it cannot be turned off).",
            account.id
        ));
        Ok(Self {
            screen,
            root,
            account: account.id.to_string(),
            region: region.to_string(),
            scope: Scope::new(account.id, region),
            server,
        })
    }

    /// The newest refusal that a service met while it acted for somebody here. Services meet refusals in jobs,
    /// so no client ever sees the answer.
    pub(crate) fn refusal_of_a_service(&self) -> Result<Record, Failure> {
        let refused = |record: &Record| {
            record.identity.invoked_by.is_some() && record.decisions.iter().any(|decision| !decision.allowed)
        };
        let kernel = self.server.kernel();
        let newest = kernel.read(|snapshot| Ok(trail::newest(snapshot, &self.scope, RECORDS_MAX)?))?;
        newest.into_iter().find(refused).ok_or_else(|| "the trail has no refusal of a service".into())
    }

    pub(crate) async fn stop(self) {
        // Its idle connections would be waited for.
        drop(self.root);
        self.server.stop().await;
    }
}

fn now() -> Timestamp {
    SystemClock.now()
}

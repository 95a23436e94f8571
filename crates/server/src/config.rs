//! What a server is started with.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use names::{AccountId, Region};

/// What a server is started with.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where its data is.
    pub place: Place,
    /// Where it listens.
    pub listen: SocketAddr,
    /// Without TLS. Only for loopback addresses.
    pub plain_http: bool,
    /// The region of unsigned calls, and the one told to clients.
    pub region: Region,
    /// Accounts that must exist. On the first start of an empty place without any, one is made.
    pub accounts: Vec<Account>,
    /// Further DNS names and addresses for the certificate; the names are also bases of bucket hosts.
    pub tls_names: Vec<String>,
    /// Where web identity providers may be besides the Internet; in memory, they may be near as well.
    pub issuer_networks: Vec<IpNet>,
    /// How long running requests may take to finish after a shutdown began.
    pub grace: Duration,
}

/// Where a server's data is.
#[derive(Debug, Clone)]
pub enum Place {
    /// In memory, gone when it stops.
    Memory,
    /// In a directory, made if there is none.
    Directory(PathBuf),
}

/// An account that must exist.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Its root key; where none is given, one is made with the account.
    pub root_key: Option<RootKey>,
}

/// An access key of an account's root user.
#[derive(Clone, PartialEq, Eq)]
pub struct RootKey {
    /// `AKIA…`
    pub access_key_id: String,
    /// The secret.
    pub secret_access_key: String,
}

impl std::fmt::Debug for RootKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RootKey({})", self.access_key_id)
    }
}

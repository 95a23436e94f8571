//! Starting and stopping.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use blobs::Blobs;
use edge::{Edge, Limits, Listener, Shutdown};
use forecast::Forecast;
use iam::Iam;
use kernel::{Base, Builder, Clock, Entropy, Kernel, MasterKey, SystemClock, SystemEntropy};
use s3::S3;
use store::Store;
use sts::Sts;
use tokio::task::JoinHandle;

use crate::data_dir::DataDir;
use crate::ready::{Ready, ReadyAccount};
use crate::{Account, Config, Place, RootKey, StartError, tls};

/// The account of a fresh installation, unless others are asked for.
const ACCOUNT_DEFAULT: &str = "000000000000";

/// A running server.
pub struct Server {
    kernel: Arc<Kernel>,
    address: SocketAddr,
    ready: Ready,
    fresh_keys: Vec<(Account, RootKey)>,
    shutdown: Shutdown,
    listener: JoinHandle<()>,
    /// The job runner and the collector of deleted objects.
    background: Vec<JoinHandle<()>>,
    // Removed with the server.
    _scratch: Option<tempfile::TempDir>,
}

/// The planes, and where TLS files go.
struct Planes {
    store: Arc<dyn Store>,
    /// Objects of S3.
    objects: Arc<dyn Blobs>,
    /// What services keep for themselves: imported data, models, forecasts. Apart from the objects, since each
    /// place is swept by the one service that knows its names.
    copies: Arc<dyn Blobs>,
    master: MasterKey,
    tls_folder: PathBuf,
    scratch: Option<tempfile::TempDir>,
}

impl Server {
    /// Starts a server; when this returns, requests are served.
    pub async fn start(config: Config) -> Result<Self, StartError> {
        let entropy: Arc<dyn Entropy> = Arc::new(SystemEntropy::new());
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let planes = planes(&config.place, &*entropy)?;
        let base = Base { store: planes.store, clock, entropy, master: planes.master };

        let iam = Iam::new(base.clone());
        let s3 = Arc::new(S3::new(base.clone(), planes.objects));
        let mut builder = Builder::new(base.clone());
        iam::install(&mut builder, &iam);
        sts::install(&mut builder, &Arc::new(sts(&base, &config)));
        s3::install(&mut builder, &s3);
        let forecast = Arc::new(Forecast::new(base.clone(), planes.copies));
        forecast::install(&mut builder, &forecast);
        let kernel = builder.build()?;

        s3.sweep().await?;
        forecast.sweep().await?;
        let fresh_keys = accounts(&iam, &config.accounts).await?;
        let tls = if config.plain_http {
            None
        } else {
            Some(tls::set_up(&planes.tls_folder, &config.tls_names, base.now())?)
        };
        let listen = |cause| StartError::Listen { address: config.listen, cause };
        let tls_config = tls.as_ref().map(|tls| Arc::clone(&tls.config));
        let listener = Listener::bind(config.listen, tls_config).await.map_err(listen)?;
        let address = listener.address().map_err(listen)?;
        let ready = Ready {
            endpoint: endpoint(&address, config.plain_http),
            ca_bundle: tls.map(|tls| tls.ca_bundle.display().to_string()),
            region: config.region.to_string(),
            accounts: told(&iam, &fresh_keys)?,
        };

        let shutdown = Shutdown::new();
        let edge = Edge::new(Arc::clone(&kernel), config.region, config.tls_names, Limits::default());
        let listener = tokio::spawn(listener.serve(Arc::new(edge), shutdown.clone(), config.grace));
        let background =
            vec![tokio::spawn(Arc::clone(&kernel).run_jobs()), tokio::spawn(Arc::clone(&s3).run_collector())];
        Ok(Self {
            kernel,
            address,
            ready,
            fresh_keys,
            shutdown,
            listener,
            background,
            _scratch: planes.scratch,
        })
    }

    /// The address that is served.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a ready file tells: secrets are those of root keys made or given at this start.
    #[must_use]
    pub fn ready(&self) -> &Ready {
        &self.ready
    }

    /// Root keys made or given at this start: the one time they can be shown.
    #[must_use]
    pub fn fresh_keys(&self) -> &[(Account, RootKey)] {
        &self.fresh_keys
    }

    /// The kernel, for the owner of the process: trail and store are theirs.
    #[must_use]
    pub fn kernel(&self) -> &Arc<Kernel> {
        &self.kernel
    }

    /// Stops accepting, lets running requests finish within the grace time, and stops. Jobs go on at the next
    /// start from their last step.
    pub async fn stop(self) {
        self.shutdown.begin();
        if let Err(error) = self.listener.await {
            tracing::error!(%error, "the listener ended badly");
        }
        for task in self.background {
            task.abort();
            // An aborted task ends with an error that says so.
            let _ = task.await;
        }
    }
}

fn planes(place: &Place, entropy: &dyn Entropy) -> Result<Planes, StartError> {
    match place {
        Place::Memory => {
            let scratch = tempfile::Builder::new().prefix("deputy-").tempdir();
            let scratch = scratch.map_err(crate::error::at(&std::env::temp_dir()))?;
            Ok(Planes {
                store: Arc::new(store::Memory::new()),
                objects: Arc::new(blobs::Memory::new()),
                copies: Arc::new(blobs::Memory::new()),
                master: MasterKey::generate(entropy),
                tls_folder: scratch.path().to_owned(),
                scratch: Some(scratch),
            })
        }
        Place::Directory(path) => {
            let dir = DataDir::open(path)?;
            Ok(Planes {
                master: dir.master_key(entropy)?,
                store: Arc::new(store_sqlite::Sqlite::open(dir.metadata())?),
                objects: Arc::new(blobs::Disk::open(dir.objects())?),
                copies: Arc::new(blobs::Disk::open(dir.copies())?),
                tls_folder: dir.tls(),
                scratch: None,
            })
        }
    }
}

/// A server in memory is for development, where identity providers run beside it.
fn sts(base: &Base, config: &Config) -> Sts {
    let sts = Sts::new(base.clone());
    match config.place {
        Place::Memory => sts.with_local_identity_providers(),
        Place::Directory(_) => sts.with_identity_providers_in(config.issuer_networks.clone()),
    }
}

/// Makes the accounts that are missing; gives the keys made or given now.
async fn accounts(iam: &Iam, wanted: &[Account]) -> Result<Vec<(Account, RootKey)>, StartError> {
    let mut wanted = wanted.to_vec();
    let known = iam.accounts()?;
    if wanted.is_empty() && known.is_empty() {
        let id = ACCOUNT_DEFAULT.parse().map_err(|_| StartError::Service("no default account".to_owned()))?;
        wanted.push(Account { id, root_key: None });
    }
    let mut fresh = Vec::new();
    for account in wanted {
        if known.contains(&account.id) && account.root_key.is_none() {
            continue;
        }
        let given = account.root_key.clone().map(|key| (key.access_key_id, key.secret_access_key));
        let key = iam.bootstrap(account.id, given).await?;
        let key = RootKey { access_key_id: key.access_key_id, secret_access_key: key.secret_access_key };
        fresh.push((account, key));
    }
    Ok(fresh)
}

fn endpoint(address: &SocketAddr, plain_http: bool) -> String {
    let scheme = if plain_http { "http" } else { "https" };
    if address.ip().is_loopback() || address.ip().is_unspecified() {
        // The name is in the certificate, and bucket hosts can stand before it.
        return format!("{scheme}://localhost:{}", address.port());
    }
    format!("{scheme}://{address}")
}

/// The accounts as a ready file tells them: those of this start first, in the order they were asked for.
fn told(iam: &Iam, fresh: &[(Account, RootKey)]) -> Result<Vec<ReadyAccount>, StartError> {
    let mut accounts: Vec<ReadyAccount> = Vec::new();
    for (account, key) in fresh {
        accounts.push(ReadyAccount {
            account_id: account.id.to_string(),
            access_key_id: Some(key.access_key_id.clone()),
            secret_access_key: Some(key.secret_access_key.clone()),
        });
    }
    for id in iam.accounts()? {
        if !fresh.iter().any(|(account, _)| account.id == id) {
            let account_id = id.to_string();
            accounts.push(ReadyAccount { account_id, access_key_id: None, secret_access_key: None });
        }
    }
    Ok(accounts)
}

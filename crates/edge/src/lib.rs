//! The listener: TLS, HTTP, limits, authentication, and the answer.
//!
//! Only this crate knows connections. It turns a request into a verified session, the circumstances of a call
//! and a value, hands them to the kernel, and writes what comes back. Every call it accepts is answered in the
//! protocol it came in, and recorded.

mod answer;
mod authenticate;
mod body;
mod connection;
mod constraints;
mod health;
mod key_cache;
mod limits;
mod listener;
mod patience;
mod regions;
mod request;

use std::sync::Arc;

use kernel::Kernel;
use names::Region;
use protocol::Router;
use tokio::sync::Semaphore;

pub use limits::Limits;
pub use listener::{Listener, Shutdown};
pub use regions::REGIONS;

/// What all connections share.
pub struct Edge {
    kernel: Arc<Kernel>,
    router: Router,
    limits: Limits,
    region: Region,
    keys: key_cache::KeyCache,
    /// Room for documents that are read whole, in kibibytes.
    room: Semaphore,
}

impl Edge {
    /// An edge before a kernel. `region` is that of unsigned calls, which name none; `hosts` are the names
    /// under which buckets are subdomains.
    #[must_use]
    pub fn new(kernel: Arc<Kernel>, region: Region, hosts: Vec<String>, limits: Limits) -> Self {
        let router = Router::new(kernel.services()).base_hosts(hosts);
        let room = Semaphore::new(limits.documents_bytes / body::ROOM_UNIT);
        Self { kernel, router, limits, region, keys: key_cache::KeyCache::default(), room }
    }
}

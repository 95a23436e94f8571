//! Why a server does not start.

use std::io;
use std::path::PathBuf;

/// Why a server does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A file or directory could not be read or written.
    #[error("`{path}`: {cause}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// The master key file does not hold a key.
    #[error("`{0}` does not hold a master key (64 hexadecimal digits)")]
    MasterKey(PathBuf),
    /// There is data, and no key to what is sealed in it.
    #[error(
        "`{0}` is missing, and the data beside it was sealed with that key: restore the file from a backup"
    )]
    MasterKeyLost(PathBuf),
    /// The metadata store.
    #[error("the metadata store could not be opened: {0}")]
    Store(#[from] store::StoreError),
    /// The object files.
    #[error("the object files could not be opened: {0}")]
    Blobs(#[from] blobs::BlobError),
    /// The certificate authority or the server's certificate.
    #[error("TLS could not be set up: {0}")]
    Tls(String),
    /// The listener.
    #[error("could not listen on {address}: {cause}")]
    Listen {
        /// The address.
        address: std::net::SocketAddr,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// A service could not begin.
    #[error("{0}")]
    Service(String),
}

impl From<kernel::Fault> for StartError {
    fn from(fault: kernel::Fault) -> Self {
        let cause = fault.cause.as_deref().unwrap_or(&fault.message);
        Self::Service(cause.to_owned())
    }
}

/// Names the file in an I/O error.
pub(crate) fn at(path: &std::path::Path) -> impl FnOnce(io::Error) -> StartError + use<> {
    let path = path.to_owned();
    move |cause| StartError::File { path, cause }
}

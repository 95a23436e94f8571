//! A certificate for the very host a client asked for.
//!
//! Bucket hosts stand below a name of the server: `books.localhost`. A wildcard cannot stand for them everywhere:
//! OpenSSL and Node refuse one directly below a top-level name, and no wildcard covers the dots that a bucket's name
//! may have. So such a host gets a certificate of its own when it is first asked for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use names::Timestamp;
use rcgen::{Issuer, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::{CertifiedKey, SigningKey};

use crate::StartError;

/// So many hosts are remembered. A stranger who asks for ever more makes the server issue again, which costs it
/// less than the handshake does.
const HOSTS_MAX: usize = 1024;

/// Chooses the certificate of a handshake.
pub(super) struct Hosts {
    /// For the names of the server themselves, and for clients that name no host.
    usual: Arc<CertifiedKey>,
    issuer: Issuer<'static, KeyPair>,
    key: KeyPair,
    signing: Arc<dyn SigningKey>,
    /// Names below which bucket hosts stand, in lower case.
    bases: Vec<String>,
    since: Timestamp,
    issued: Mutex<HashMap<String, Arc<CertifiedKey>>>,
}

impl Hosts {
    /// `names` are those of the server, wildcards among them.
    pub(super) fn new(
        names: &[String],
        issuer: Issuer<'static, KeyPair>,
        since: Timestamp,
    ) -> Result<Self, StartError> {
        let key = KeyPair::generate().map_err(super::tls)?;
        let der = PrivateKeyDer::try_from(key.serialize_der()).map_err(super::tls)?;
        let signing = rustls::crypto::aws_lc_rs::sign::any_supported_type(&der).map_err(super::tls)?;
        let usual = super::certificate(names, &issuer, &key, since)?;
        let usual = Arc::new(CertifiedKey::new(vec![usual], Arc::clone(&signing)));
        let bases = names.iter().filter(|name| is_base(name)).map(|name| name.to_lowercase()).collect();
        Ok(Self { usual, issuer, key, signing, bases, since, issued: Mutex::default() })
    }

    fn for_host(&self, host: &str) -> Result<Arc<CertifiedKey>, StartError> {
        let host = host.to_lowercase();
        let below = |base: &String| host.strip_suffix(base.as_str()).is_some_and(|rest| rest.ends_with('.'));
        if self.bases.contains(&host) || !self.bases.iter().any(below) {
            return Ok(Arc::clone(&self.usual));
        }
        let mut issued = self.issued.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = issued.get(&host) {
            return Ok(Arc::clone(known));
        }
        let certificate =
            super::certificate(std::slice::from_ref(&host), &self.issuer, &self.key, self.since)?;
        let certified = Arc::new(CertifiedKey::new(vec![certificate], Arc::clone(&self.signing)));
        if issued.len() >= HOSTS_MAX {
            issued.clear();
        }
        issued.insert(host, Arc::clone(&certified));
        Ok(certified)
    }
}

/// Addresses have no hosts below them, and wildcards are not names.
fn is_base(name: &str) -> bool {
    !name.contains('*') && name.parse::<std::net::IpAddr>().is_err()
}

impl ResolvesServerCert for Hosts {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let Some(host) = hello.server_name() else { return Some(Arc::clone(&self.usual)) };
        match self.for_host(host) {
            Ok(certified) => Some(certified),
            Err(error) => {
                tracing::warn!(host, %error, "no certificate for a host");
                Some(Arc::clone(&self.usual))
            }
        }
    }
}

impl std::fmt::Debug for Hosts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hosts").field("bases", &self.bases).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts() -> Hosts {
        let now = Timestamp::from_millis(1_700_000_000_000);
        let ca = KeyPair::generate().unwrap();
        let issuer = Issuer::new(super::super::ca_params(now).unwrap(), ca);
        let names = ["localhost", "*.s3.localhost", "s3.localhost", "127.0.0.1", "deputy.example"];
        Hosts::new(&names.map(str::to_owned), issuer, now).unwrap()
    }

    #[test]
    fn a_host_below_a_name_of_the_server_has_its_own_certificate() {
        let hosts = hosts();
        for host in ["books.localhost", "Books.Localhost", "my.dotted.books.s3.localhost", "b.deputy.example"]
        {
            let certified = hosts.for_host(host).unwrap();
            assert!(!Arc::ptr_eq(&certified, &hosts.usual), "{host}");
            assert!(Arc::ptr_eq(&certified, &hosts.for_host(host).unwrap()), "{host}");
        }
        assert_eq!(hosts.issued.lock().unwrap().len(), 3);
    }

    #[test]
    fn other_hosts_have_the_certificate_of_the_server() {
        let hosts = hosts();
        for host in
            ["localhost", "s3.localhost", "deputy.example", "notlocalhost", "example.org", "127.0.0.1"]
        {
            assert!(Arc::ptr_eq(&hosts.for_host(host).unwrap(), &hosts.usual), "{host}");
        }
        assert!(hosts.issued.lock().unwrap().is_empty());
    }

    #[test]
    fn ever_new_hosts_do_not_fill_the_memory() {
        let hosts = hosts();
        for number in 0..=HOSTS_MAX {
            hosts.for_host(&format!("b{number}.localhost")).unwrap();
        }
        assert!(hosts.issued.lock().unwrap().len() <= HOSTS_MAX);
    }
}

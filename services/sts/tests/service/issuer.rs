//! An identity provider on this machine: HTTPS, two documents, and keys that really sign.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use jsonwebtoken::jwk::{Jwk, JwkSet};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer as Authority, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// A key that signs tokens.
pub(crate) struct SigningKey {
    pub(crate) id: String,
    algorithm: Algorithm,
    key: EncodingKey,
}

impl SigningKey {
    pub(crate) fn rsa(id: &str) -> Self {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        let der: Pkcs8V1Der<'_> = pair.as_der().unwrap();
        // The key itself lies behind a header of fixed length for this size.
        let key = EncodingKey::from_rsa_der(&der.as_ref()[26..]);
        Self { id: id.to_owned(), algorithm: Algorithm::RS256, key }
    }

    pub(crate) fn elliptic(id: &str) -> Self {
        let pair = KeyPair::generate().unwrap();
        let key = EncodingKey::from_ec_der(&pair.serialize_der());
        Self { id: id.to_owned(), algorithm: Algorithm::ES256, key }
    }

    pub(crate) fn sign(&self, claims: &Value) -> String {
        let mut header = Header::new(self.algorithm);
        header.kid = Some(self.id.clone());
        jsonwebtoken::encode(&header, claims, &self.key).unwrap()
    }

    fn public(&self) -> Jwk {
        let mut key = Jwk::from_encoding_key(&self.key, self.algorithm).unwrap();
        key.common.key_id = Some(self.id.clone());
        key
    }
}

/// The running provider.
pub(crate) struct Issuer {
    pub(crate) url: String,
    /// SHA-1 of its authority's certificate.
    pub(crate) thumbprint: String,
    served: Arc<Served>,
}

struct Served {
    url: Mutex<String>,
    keys: Mutex<Vec<Jwk>>,
    asked: AtomicUsize,
}

impl Issuer {
    pub(crate) async fn start(keys: &[&SigningKey]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let (tls, thumbprint) = certificate();
        let served = Arc::new(Served {
            url: Mutex::new(url.clone()),
            keys: Mutex::new(keys.iter().map(|key| key.public()).collect()),
            asked: AtomicUsize::new(0),
        });
        tokio::spawn(serve(listener, TlsAcceptor::from(Arc::new(tls)), Arc::clone(&served)));
        Self { url, thumbprint, served }
    }

    /// The provider's name in ARNs and condition keys.
    pub(crate) fn host(&self) -> &str {
        self.url.strip_prefix("https://").unwrap()
    }

    pub(crate) fn publish(&self, keys: &[&SigningKey]) {
        *self.served.keys.lock().unwrap() = keys.iter().map(|key| key.public()).collect();
    }

    /// Says that it is somebody else.
    pub(crate) fn claims_to_be(&self, url: &str) {
        url.clone_into(&mut self.served.url.lock().unwrap());
    }

    /// How often its keys were read.
    pub(crate) fn asked(&self) -> usize {
        self.served.asked.load(Ordering::SeqCst)
    }
}

fn certificate() -> (ServerConfig, String) {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let authority = params.self_signed(&key).unwrap();
    let thumbprint = hex::encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, authority.der()));
    let own_key = KeyPair::generate().unwrap();
    let own = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let own = own.signed_by(&own_key, &Authority::new(params, key)).unwrap();
    let chain = vec![own.der().clone(), authority.der().clone()];
    let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(own_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    (config.with_no_client_auth().with_single_cert(chain, private).unwrap(), thumbprint)
}

async fn serve(listener: TcpListener, tls: TlsAcceptor, served: Arc<Served>) {
    while let Ok((stream, _)) = listener.accept().await {
        let Ok(mut stream) = tls.accept(stream).await else { continue };
        let mut head = vec![0; 4096];
        let Ok(length) = stream.read(&mut head).await else { continue };
        let head = String::from_utf8_lossy(&head[..length]).into_owned();
        let answer = answer(&served, head.split(' ').nth(1).unwrap_or_default());
        let whole = format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{answer}",
            answer.len()
        );
        // A client that went away is not missed.
        let _ = stream.write_all(whole.as_bytes()).await;
        let _ = stream.shutdown().await;
    }
}

fn answer(served: &Served, path: &str) -> String {
    let url = served.url.lock().unwrap().clone();
    if path == "/.well-known/openid-configuration" {
        return json!({ "issuer": url, "jwks_uri": format!("{url}/keys") }).to_string();
    }
    served.asked.fetch_add(1, Ordering::SeqCst);
    serde_json::to_string(&JwkSet { keys: served.keys.lock().unwrap().clone() }).unwrap()
}

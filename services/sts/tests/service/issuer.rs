//! An identity provider on this machine: HTTPS, two documents, and keys that really sign.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm, KeyPair as _, RSA_PKCS1_SHA256,
    RsaSignatureEncoding,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer as Authority, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio_rustls::TlsAcceptor;

/// A key that signs tokens.
pub(crate) struct SigningKey {
    pub(crate) id: String,
    algorithm: &'static str,
    pair: Pair,
}

enum Pair {
    Rsa(RsaKeyPair, &'static RsaSignatureEncoding),
    Elliptic(EcdsaKeyPair, &'static str),
}

impl SigningKey {
    pub(crate) fn rsa(id: &str) -> Self {
        Self::rsa_of(id, "RS256", &RSA_PKCS1_SHA256)
    }

    pub(crate) fn rsa_of(id: &str, algorithm: &'static str, encoding: &'static RsaSignatureEncoding) -> Self {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        Self { id: id.to_owned(), algorithm, pair: Pair::Rsa(pair, encoding) }
    }

    pub(crate) fn elliptic(id: &str) -> Self {
        Self::elliptic_of(id, "ES256", "P-256", &ECDSA_P256_SHA256_FIXED_SIGNING)
    }

    pub(crate) fn elliptic_of(
        id: &str,
        algorithm: &'static str,
        curve: &'static str,
        signing: &'static EcdsaSigningAlgorithm,
    ) -> Self {
        let pair = EcdsaKeyPair::generate(signing).unwrap();
        Self { id: id.to_owned(), algorithm, pair: Pair::Elliptic(pair, curve) }
    }

    pub(crate) fn sign(&self, claims: &Value) -> String {
        self.sign_as(&json!({ "alg": self.algorithm, "kid": self.id, "typ": "JWT" }), claims)
    }

    /// Signs as this key can, whatever the header says.
    pub(crate) fn sign_as(&self, header: &Value, claims: &Value) -> String {
        let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", encode(header), encode(claims));
        let random = SystemRandom::new();
        let signature = match &self.pair {
            Pair::Rsa(pair, encoding) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(*encoding, &random, signed.as_bytes(), &mut signature).unwrap();
                signature
            }
            Pair::Elliptic(pair, _) => pair.sign(&random, signed.as_bytes()).unwrap().as_ref().to_vec(),
        };
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    pub(crate) fn public(&self) -> Value {
        let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let (kid, alg) = (&self.id, self.algorithm);
        match &self.pair {
            Pair::Rsa(pair, _) => {
                let key = pair.public_key();
                let n = encode(key.modulus().big_endian_without_leading_zero());
                let e = encode(key.exponent().big_endian_without_leading_zero());
                json!({ "kty": "RSA", "use": "sig", "kid": kid, "alg": alg, "n": n, "e": e })
            }
            Pair::Elliptic(pair, crv) => {
                let (x, y) = pair.public_key().as_ref()[1..].split_at(pair.public_key().as_ref().len() / 2);
                json!({ "kty": "EC", "use": "sig", "kid": kid, "alg": alg, "crv": crv, "x": encode(x), "y": encode(y) })
            }
        }
    }
}

/// The running provider.
pub(crate) struct Issuer {
    pub(crate) url: String,
    /// SHA-1 of its authority's certificate.
    pub(crate) thumbprint: String,
    served: Arc<Served>,
}

/// The answers of an issuer, held back.
pub(crate) struct Slow(Arc<Served>);

impl Slow {
    /// Until somebody waits for one.
    pub(crate) async fn begun(&self) {
        self.0.begun.notified().await;
    }

    pub(crate) fn end(self) {
        *self.0.slow.lock().unwrap() = false;
        self.0.ended.notify_waiters();
    }
}

#[derive(Default)]
struct Served {
    slow: Mutex<bool>,
    begun: Notify,
    ended: Notify,
    url: Mutex<String>,
    keys: Mutex<Vec<Value>>,
    asked: AtomicUsize,
}

impl Issuer {
    pub(crate) async fn start(keys: &[&SigningKey]) -> Self {
        Self::with(certificate(), keys).await
    }

    /// One whose certificate vouches for itself: of this name, and until that year.
    pub(crate) async fn alone(keys: &[&SigningKey], name: &str, until: i32) -> Self {
        Self::with(own_certificate(name, until), keys).await
    }

    async fn with((tls, thumbprint): (ServerConfig, String), keys: &[&SigningKey]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let served = Arc::new(Served {
            url: Mutex::new(url.clone()),
            keys: Mutex::new(keys.iter().map(|key| key.public()).collect()),
            ..Served::default()
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

    /// Holds its answers back from now on.
    pub(crate) fn slow(&self) -> Slow {
        *self.served.slow.lock().unwrap() = true;
        Slow(Arc::clone(&self.served))
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
    (config(chain, &own_key), thumbprint)
}

fn own_certificate(name: &str, until: i32) -> (ServerConfig, String) {
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.not_after = rcgen::date_time_ymd(until, 1, 1);
    let key = KeyPair::generate().unwrap();
    let own = params.self_signed(&key).unwrap();
    let thumbprint = hex::encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, own.der()));
    (config(vec![own.der().clone()], &key), thumbprint)
}

fn config(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> ServerConfig {
    let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    config.with_no_client_auth().with_single_cert(chain, private).unwrap()
}

async fn serve(listener: TcpListener, tls: TlsAcceptor, served: Arc<Served>) {
    while let Ok((stream, _)) = listener.accept().await {
        let Ok(mut stream) = tls.accept(stream).await else { continue };
        let mut head = vec![0; 4096];
        let Ok(length) = stream.read(&mut head).await else { continue };
        let head = String::from_utf8_lossy(&head[..length]).into_owned();
        let ended = served.ended.notified();
        if *served.slow.lock().unwrap() {
            served.begun.notify_one();
            ended.await;
        }
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
    let base = url.trim_end_matches('/');
    let below =
        base.strip_prefix("https://").and_then(|rest| rest.split_once('/')).map_or("", |(_, path)| path);
    let well_known = format!("{below}/.well-known/openid-configuration");
    if path.trim_start_matches('/') == well_known.trim_start_matches('/') {
        return json!({ "issuer": url, "jwks_uri": format!("{base}/keys") }).to_string();
    }
    served.asked.fetch_add(1, Ordering::SeqCst);
    json!({ "keys": *served.keys.lock().unwrap() }).to_string()
}

//! The local certificate authority, and the server's certificate.

mod hosts;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use names::Timestamp;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose,
};
use rustls::ServerConfig;
use rustls::pki_types::CertificateDer;

use self::hosts::Hosts;
use crate::StartError;
use crate::data_dir::write_private;
use crate::error::at;

/// The CA outlives a laptop; the server's certificate is made afresh at each start.
const CA_DAYS: i64 = 3650;
const SERVER_DAYS: i64 = 397;
/// Names that lead to loopback everywhere, and the bucket hosts under them.
const NAMES: [&str; 6] = ["localhost", "*.localhost", "*.s3.localhost", "s3.localhost", "127.0.0.1", "::1"];

/// TLS as the listener needs it, and the CA as clients need it.
pub(crate) struct Tls {
    pub(crate) config: Arc<ServerConfig>,
    pub(crate) ca_bundle: PathBuf,
}

/// Makes or reads the CA in `folder` and issues a certificate for this start. TLS 1.2 and 1.3 only.
pub(crate) fn set_up(folder: &Path, further: &[String], now: Timestamp) -> Result<Tls, StartError> {
    let ca_bundle = folder.join("ca.pem");
    let key_path = folder.join("ca.key");
    let key = if key_path.exists() { read_key(&key_path)? } else { make_ca(&ca_bundle, &key_path, now)? };
    // An issuer is its name and key; both are the same at every start.
    let issuer = Issuer::new(ca_params(now)?, key);

    let names: Vec<String> = NAMES.iter().map(ToString::to_string).chain(further.iter().cloned()).collect();
    let hosts = Hosts::new(&names, issuer, now)?;
    Ok(Tls { config: Arc::new(config(hosts)?), ca_bundle })
}

/// A certificate of the server for some names.
fn certificate(
    names: &[String],
    issuer: &Issuer<'_, KeyPair>,
    key: &KeyPair,
    now: Timestamp,
) -> Result<CertificateDer<'static>, StartError> {
    let mut params = CertificateParams::new(names).map_err(tls)?;
    params.distinguished_name.push(DnType::CommonName, "Deputy");
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    valid_for(&mut params, now, SERVER_DAYS)?;
    Ok(params.signed_by(key, issuer).map_err(tls)?.der().clone())
}

fn config(hosts: Hosts) -> Result<ServerConfig, StartError> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])
        .map_err(tls)?
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(hosts));
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

fn make_ca(certificate_path: &Path, key_path: &Path, now: Timestamp) -> Result<KeyPair, StartError> {
    let key = KeyPair::generate().map_err(tls)?;
    let certificate = ca_params(now)?.self_signed(&key).map_err(tls)?;
    // The key last: a start that finds it finds the certificate too.
    write_private(certificate_path, &certificate.pem())?;
    write_private(key_path, &key.serialize_pem())?;
    Ok(key)
}

fn ca_params(now: Timestamp) -> Result<CertificateParams, StartError> {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "Deputy local CA");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    valid_for(&mut params, now, CA_DAYS)?;
    Ok(params)
}

fn read_key(path: &Path) -> Result<KeyPair, StartError> {
    let text = fs::read_to_string(path).map_err(at(path))?;
    KeyPair::from_pem(&text).map_err(tls)
}

/// From yesterday on, so that a clock a little behind does not refuse a fresh certificate.
fn valid_for(params: &mut CertificateParams, now: Timestamp, days: i64) -> Result<(), StartError> {
    let date = |offset: i64| {
        let at = jiff::Timestamp::from_second(now.seconds() + offset * 86_400).map_err(tls)?;
        let date = at.to_zoned(jiff::tz::TimeZone::UTC).date();
        let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
        Ok::<_, StartError>(rcgen::date_time_ymd(i32::from(date.year()), month, day))
    };
    params.not_before = date(-1)?;
    params.not_after = date(days)?;
    Ok(())
}

fn tls(error: impl std::fmt::Display) -> StartError {
    StartError::Tls(error.to_string())
}

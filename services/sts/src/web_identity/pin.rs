//! Whom an issuer's server must prove to be.
//!
//! A certificate of an authority that this machine trusts is enough. Otherwise one of the provider's thumbprints
//! must be that of a certificate in the server's chain, and the chain must hold with that one as its anchor. A
//! thumbprint of the server's own certificate leaves no chain to look at: it must be in time and of that name.
//! Source: "Obtain the thumbprint for an OpenID Connect identity provider" in the IAM user guide.

use std::sync::{Arc, OnceLock};

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{WebPkiServerVerifier, verify_server_name};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};
use x509_cert::Certificate;
use x509_cert::der::Decode;
use x509_cert::time::Time;

/// TLS towards the issuer of a provider with these thumbprints.
pub(super) fn config(thumbprints: &[String]) -> Result<ClientConfig, Error> {
    let crypto = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let pinned = Pinned {
        trusted: trusted(&crypto),
        thumbprints: thumbprints.iter().map(|text| text.to_ascii_lowercase()).collect(),
        crypto: Arc::clone(&crypto),
    };
    Ok(ClientConfig::builder_with_provider(crypto)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(pinned))
        .with_no_client_auth())
}

/// The authorities that this machine trusts, read once.
fn trusted(crypto: &Arc<CryptoProvider>) -> Option<Arc<WebPkiServerVerifier>> {
    static TRUSTED: OnceLock<Option<Arc<WebPkiServerVerifier>>> = OnceLock::new();
    let read = || {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        verifier(roots, crypto).ok()
    };
    TRUSTED.get_or_init(read).clone()
}

fn verifier(roots: RootCertStore, crypto: &Arc<CryptoProvider>) -> Result<Arc<WebPkiServerVerifier>, Error> {
    let builder = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(crypto));
    builder.build().map_err(|error| Error::General(error.to_string()))
}

#[derive(Debug)]
struct Pinned {
    trusted: Option<Arc<WebPkiServerVerifier>>,
    /// In lower case.
    thumbprints: Vec<String>,
    crypto: Arc<CryptoProvider>,
}

impl Pinned {
    fn is_pinned(&self, certificate: &CertificateDer<'_>) -> bool {
        let thumbprint = hex::encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, certificate));
        self.thumbprints.contains(&thumbprint)
    }
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let holds = |verifier: &WebPkiServerVerifier| {
            verifier.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
        };
        if let Some(verified) = self.trusted.as_deref().and_then(|trusted| holds(trusted).ok()) {
            return Ok(verified);
        }
        if self.is_pinned(end_entity) {
            verify_server_name(&ParsedCertificate::try_from(end_entity)?, server_name)?;
            return in_time(end_entity, now).map(|()| ServerCertVerified::assertion());
        }
        for anchor in intermediates.iter().filter(|certificate| self.is_pinned(certificate)) {
            let mut roots = RootCertStore::empty();
            roots.add(anchor.clone().into_owned())?;
            if let Ok(verified) = holds(&*verifier(roots, &self.crypto)?) {
                return Ok(verified);
            }
        }
        Err(Error::InvalidCertificate(CertificateError::UnknownIssuer))
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.crypto.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.crypto.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.crypto.signature_verification_algorithms.supported_schemes()
    }
}

fn in_time(certificate: &CertificateDer<'_>, now: UnixTime) -> Result<(), Error> {
    let unreadable = |_| Error::InvalidCertificate(CertificateError::BadEncoding);
    let validity = Certificate::from_der(certificate).map_err(unreadable)?.tbs_certificate.validity;
    let seconds = |time: Time| time.to_unix_duration().as_secs();
    if now.as_secs() < seconds(validity.not_before) {
        return Err(Error::InvalidCertificate(CertificateError::NotValidYet));
    }
    if now.as_secs() > seconds(validity.not_after) {
        return Err(Error::InvalidCertificate(CertificateError::Expired));
    }
    Ok(())
}

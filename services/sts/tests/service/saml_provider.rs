//! A SAML provider: metadata, and assertions that it really signs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bergshamra_dsig::DsigContext;
use bergshamra_dsig::sign::{EnvelopedSignatureOptions, sign_enveloped_document};
use bergshamra_keys::{Key, KeysManager, loader};
use names::Timestamp;
use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_RSA_SHA256};

use crate::world::NOW;

pub(crate) const ENTITY: &str = "https://idp.example.com/metadata";
const ASSERTION: &str = r#"xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion""#;

pub(crate) struct Provider {
    key: Key,
    method: &'static str,
    certificate: String,
}

impl Provider {
    pub(crate) fn rsa() -> Self {
        let pair = KeyPair::generate_for(&PKCS_RSA_SHA256).unwrap();
        Self::with(&pair, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
    }

    pub(crate) fn elliptic() -> Self {
        let pair = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
        Self::with(&pair, "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256")
    }

    fn with(pair: &KeyPair, method: &'static str) -> Self {
        let certificate = CertificateParams::new(Vec::new()).unwrap().self_signed(pair).unwrap();
        let key = loader::load_pem_auto(pair.serialize_pem().as_bytes(), None).unwrap();
        Self { key, method, certificate: STANDARD.encode(certificate.der()) }
    }

    pub(crate) fn metadata(&self) -> String {
        format!(
            r#"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{ENTITY}">
            <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
            <ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data>
            </ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor></md:EntityDescriptor>"#,
            self.certificate
        )
    }

    /// The document with a signature of the element of this id, which is its root.
    pub(crate) fn sign(&self, xml: &str, id: Option<&str>) -> String {
        let mut keys = KeysManager::new();
        keys.add_key(self.key.clone());
        let mut document = uppsala::parse(xml).unwrap();
        let mut options = EnvelopedSignatureOptions::default();
        options.reference_id = id;
        options.signature_method = self.method;
        sign_enveloped_document(&DsigContext::new(keys), &mut document, options).unwrap();
        let root = document.document_element().unwrap();
        document.node_to_xml(root)
    }
}

pub(crate) fn at(seconds: i64) -> String {
    Timestamp::from_millis((NOW + seconds) * 1000).iso8601()
}

pub(crate) fn attribute(name: &str, values: &[&str]) -> String {
    let values: String =
        values.iter().map(|value| format!("<saml:AttributeValue>{value}</saml:AttributeValue>")).collect();
    format!(
        r#"<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/{name}">{values}</saml:Attribute>"#
    )
}

/// An assertion as AWS wants it, with these attributes.
pub(crate) fn assertion(attributes: &str) -> String {
    format!(
        r#"<saml:Assertion {ASSERTION} ID="a1" Version="2.0" IssueInstant="{issued}"><saml:Issuer>{ENTITY}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">bob-17</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="https://signin.aws.amazon.com/saml" NotOnOrAfter="{until}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="{issued}" NotOnOrAfter="{until}"><saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AttributeStatement>{attributes}</saml:AttributeStatement></saml:Assertion>"#,
        issued = at(0),
        until = at(240),
    )
}

/// A response with these assertions.
pub(crate) fn response(assertions: &str) -> String {
    format!(
        r#"<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="r1" Version="2.0" IssueInstant="{}"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>{assertions}</samlp:Response>"#,
        at(0)
    )
}

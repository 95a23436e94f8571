//! Responses of SAML providers.

#![expect(clippy::expect_used, reason = "fixed names and keys that are known to be good")]

use std::sync::OnceLock;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeySize, OAEP_SHA1_MGF1SHA1, OaepPublicEncryptingKey, PrivateDecryptingKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bergshamra_dsig::DsigContext;
use bergshamra_dsig::sign::{EnvelopedSignatureOptions, sign_enveloped_document};
use bergshamra_keys::{Key, KeysManager, loader};
use kernel::{Claim, Federated, SamlProvider};
use names::{Arn, Timestamp};
use rcgen::{CertificateParams, KeyPair};
use sts::proofs::saml_response;

use crate::keys::{CURVES, Pair};

/// 2026-11-25T07:08:09Z
const NOW: i64 = 1_795_590_489_000;
const METHOD: &str = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
/// Assertions; those that hold, and then one that does not.
const ASSERTIONS: [&str; 4] = [
    r#"<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="a1" Version="2.0" IssueInstant="2026-11-25T07:08:09Z"><saml:Issuer>https://idp.example.com/metadata</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">bob-17</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="https://signin.aws.amazon.com/saml" NotOnOrAfter="2026-11-25T07:12:09Z"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="2026-11-25T07:08:09Z" NotOnOrAfter="2026-11-25T07:12:09Z"><saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AttributeStatement><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><saml:AttributeValue>arn:aws:iam::111122223333:role/Build,arn:aws:iam::111122223333:saml-provider/Corp</saml:AttributeValue></saml:Attribute><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName"><saml:AttributeValue>bob@corp</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>"#,
    r#"<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="a1" Version="2.0" IssueInstant="2026-11-25T07:08:09Z"><saml:Issuer>https://idp.example.com/metadata</saml:Issuer><saml:Subject><saml:NameID>eve</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="https://us-east-1.signin.aws.amazon.com/saml" NotOnOrAfter="2026-11-25T07:12:09.123Z"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions><saml:AudienceRestriction><saml:Audience>urn:other</saml:Audience><saml:Audience>https://signin.aws.amazon.com/saml</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement SessionNotOnOrAfter="2026-11-25T09:08:09Z"/><saml:AttributeStatement><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><saml:AttributeValue>arn:aws:iam::111122223333:role/Other,arn:aws:iam::111122223333:saml-provider/Corp</saml:AttributeValue><saml:AttributeValue> arn:aws:iam::111122223333:saml-provider/Corp , arn:aws:iam::111122223333:role/Build</saml:AttributeValue></saml:Attribute><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName"><saml:AttributeValue>eve</saml:AttributeValue></saml:Attribute><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration"><saml:AttributeValue>1800</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>"#,
    r#"<a:Assertion xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion" ID="a1" Version="2.0" IssueInstant="2026-11-25T07:08:09Z"><a:Issuer>https://idp.example.com/metadata</a:Issuer><a:Subject><a:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">bob&amp;co<!-- -->@example.com</a:NameID><a:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><a:SubjectConfirmationData Recipient="https://signin.aws.amazon.com/saml" NotOnOrAfter="2026-11-25T07:12:09Z"/></a:SubjectConfirmation></a:Subject><a:Conditions><a:AudienceRestriction><a:Audience>urn:amazon:webservices</a:Audience></a:AudienceRestriction></a:Conditions><a:AttributeStatement><a:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><a:AttributeValue>arn:aws:iam::111122223333:role/Build,arn:aws:iam::111122223333:saml-provider/Corp</a:AttributeValue></a:Attribute><a:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName"><a:AttributeValue><![CDATA[bob]]></a:AttributeValue></a:Attribute><a:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Team"><a:AttributeValue>demand</a:AttributeValue></a:Attribute><a:Attribute Name="https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys"><a:AttributeValue>Team</a:AttributeValue></a:Attribute><a:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity"><a:AttributeValue>bob</a:AttributeValue></a:Attribute></a:AttributeStatement></a:Assertion>"#,
    r#"<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="a1" Version="2.0" IssueInstant="2026-11-25"><saml:Issuer/></saml:Assertion>"#,
];

/// A provider, and what it has signed.
struct Provider {
    key: Key,
    /// The account's own, which assertions are encrypted for.
    receiver: PrivateDecryptingKey,
    metadata: String,
    role: Arn,
    arn: Arn,
    responses: Vec<String>,
    accepted: Vec<Federated>,
}

fn provider() -> &'static Provider {
    static PROVIDER: OnceLock<Provider> = OnceLock::new();
    PROVIDER.get_or_init(Provider::new)
}

impl Provider {
    fn new() -> Self {
        let [curve, ..] = &CURVES;
        let private = Pair::of(curve).private();
        let pair = KeyPair::try_from(&*private).expect("a key pair");
        let certificate = CertificateParams::new(Vec::new()).and_then(|params| params.self_signed(&pair));
        let certificate = STANDARD.encode(certificate.expect("a certificate").der());
        let metadata = format!(
            r#"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/metadata"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor></md:EntityDescriptor>"#
        );
        let mut provider = Self {
            key: loader::load_pem_auto(pair.serialize_pem().as_bytes(), None).expect("a key"),
            receiver: PrivateDecryptingKey::generate(KeySize::Rsa2048).expect("a key"),
            metadata,
            role: "arn:aws:iam::111122223333:role/Build".parse().expect("an ARN"),
            arn: "arn:aws:iam::111122223333:saml-provider/Corp".parse().expect("an ARN"),
            responses: Vec::new(),
            accepted: Vec::new(),
        };
        for assertion in ASSERTIONS {
            let signed = provider.sign(assertion, "a1").expect("a signed assertion");
            provider.responses.push(response(&signed));
            let whole = provider.sign(&response(assertion), "r1").expect("a signed response");
            provider.responses.push(whole);
            provider.responses.push(response(&provider.encrypt(&signed)));
        }
        let accept = |text: &String| provider.accept(text.as_bytes(), &provider.metadata);
        provider.accepted = provider.responses.iter().filter_map(accept).collect();
        assert_eq!(provider.accepted.len(), 3 * (ASSERTIONS.len() - 1), "the seeds are good");
        provider
    }

    /// The document with a signature in its root, which has this id. `None` if it is no document to sign.
    fn sign(&self, xml: &str, id: &str) -> Option<String> {
        let mut keys = KeysManager::new();
        keys.add_key(self.key.clone());
        let mut document = uppsala::parse(xml).ok()?;
        let mut options = EnvelopedSignatureOptions::default();
        options.reference_id = Some(id);
        options.signature_method = METHOD;
        sign_enveloped_document(&DsigContext::new(keys), &mut document, options).ok()?;
        document.document_element().map(|root| document.node_to_xml(root))
    }

    fn private_key(&self) -> String {
        let der: Pkcs8V1Der<'_> = self.receiver.as_der().expect("an encoding");
        format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----", STANDARD.encode(der.as_ref()))
    }

    /// An assertion, or what shall be one, as only the account can read it. Anybody can do that.
    fn encrypt(&self, assertion: &str) -> String {
        let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &[7; 32]).expect("a key"));
        let mut sealed = assertion.as_bytes().to_vec();
        key.seal_in_place_append_tag(Nonce::assume_unique_for_key([9; 12]), Aad::empty(), &mut sealed)
            .expect("a short text");
        let public = OaepPublicEncryptingKey::new(self.receiver.public_key()).expect("a public key");
        let mut wrapped = vec![0; public.ciphertext_size()];
        let wrapped = public.encrypt(&OAEP_SHA1_MGF1SHA1, &[7; 32], &mut wrapped, None).expect("a short key");
        let (data, wrapped) = (STANDARD.encode([&[9; 12][..], &sealed].concat()), STANDARD.encode(wrapped));
        format!(
            r#"<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><x:EncryptedData xmlns:x="http://www.w3.org/2001/04/xmlenc#"><x:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><x:EncryptedKey><x:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/><x:CipherData><x:CipherValue>{wrapped}</x:CipherValue></x:CipherData></x:EncryptedKey></ds:KeyInfo><x:CipherData><x:CipherValue>{data}</x:CipherValue></x:CipherData></x:EncryptedData></saml:EncryptedAssertion>"#
        )
    }

    fn accept(&self, response: &[u8], metadata: &str) -> Option<Federated> {
        let now = Timestamp::from_millis(NOW);
        let provider = SamlProvider {
            metadata: metadata.to_owned(),
            private_keys: vec![self.private_key()],
            ..SamlProvider::default()
        };
        let outcome = saml_response(&STANDARD.encode(response), &provider, &self.role, &self.arn, now);
        if let Err(fault) = &outcome {
            assert!(
                fault.status < 500 && !fault.code.is_empty(),
                "a response makes the server fail: {fault:?}"
            );
        }
        outcome.ok()
    }
}

fn response(assertion: &str) -> String {
    format!(
        r#"<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="r1" Version="2.0" IssueInstant="2026-11-25T07:08:09Z"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>{assertion}</samlp:Response>"#
    )
}

/// Any bytes are a response of which a signed part says what it said when it was signed, or are refused; any
/// assertion that really is signed is taken as it is, or refused; and metadata gives keys to nobody else.
pub(crate) fn present(data: &[u8]) {
    let provider = provider();
    if let Some(federated) = provider.accept(data, &provider.metadata) {
        assert!(provider.accepted.contains(&federated), "not what was signed: {federated:?}");
    }
    moved(provider, data);
    let text = String::from_utf8_lossy(data);
    if text.contains("EntityDescriptor") {
        for (response, accepted) in provider.responses.iter().zip(&provider.accepted) {
            let federated = provider.accept(response.as_bytes(), &text);
            assert!(federated.is_none_or(|federated| federated == *accepted), "not what was signed");
        }
        return;
    }
    let signed = provider.sign(&text, "a1").map(|assertion| response(&assertion));
    let whole = provider.sign(&response(&text), "r1");
    for document in signed.into_iter().chain(whole) {
        if let Some(federated) = provider.accept(document.as_bytes(), &provider.metadata) {
            says(&text, &federated);
        }
    }
    // Whoever did not sign is nobody, also behind encryption.
    // Keys of RSA are slow, so encryption has its turn now and then.
    let encrypted = data.len().is_multiple_of(64).then(|| provider.encrypt(&text));
    for unsigned in encrypted.into_iter().chain([text.into_owned()]) {
        let outcome = provider.accept(response(&unsigned).as_bytes(), &provider.metadata);
        assert!(outcome.is_none_or(|federated| provider.accepted.contains(&federated)), "nobody signed this");
    }
}

/// Wherever in a signed assertion its signature stands, and whatever the signature then has in it, the assertion says
/// what it said or nothing: a digest leaves its own signature out.
fn moved(provider: &Provider, data: &[u8]) {
    let signed: Vec<_> = provider.responses.iter().filter_map(|text| cut(text)).collect();
    // All bytes choose, so that each mutation tries another place.
    let choice =
        data.iter().fold(data.len(), |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    let Some((signature, bare)) = signed.get(choice % signed.len().max(1)) else { return };
    let places = texts(bare);
    let place = places.get(choice / signed.len().max(1) % places.len().max(1));
    let Some((before, after)) = place.and_then(|at| bare.split_at_checked(*at)) else { return };
    let grown = "<ds:KeyInfo><ds:KeyName>admin</ds:KeyName></ds:KeyInfo></ds:Signature>";
    let grown = signature.replace("</ds:Signature>", grown);
    for signature in [signature, &grown] {
        let outcome = provider.accept(format!("{before}{signature}{after}").as_bytes(), &provider.metadata);
        assert!(
            outcome.is_none_or(|federated| provider.accepted.contains(&federated)),
            "a signature speaks for what it does not sign"
        );
    }
}

/// The signature of a document that has one, and the rest.
fn cut(text: &str) -> Option<(String, String)> {
    let (before, rest) = text.split_once("<ds:Signature ")?;
    let (signature, after) = rest.split_once("</ds:Signature>")?;
    Some((format!("<ds:Signature {signature}</ds:Signature>"), format!("{before}{after}")))
}

/// The places between tags.
fn texts(xml: &str) -> Vec<usize> {
    let mut is_in_tag = false;
    let place = |(at, c): (usize, char)| {
        let is_text = !is_in_tag;
        is_in_tag = c == '<' || (is_in_tag && c != '>');
        is_text.then_some(at)
    };
    xml.char_indices().filter_map(place).collect()
}

/// What was accepted holds together, and the assertion speaks of it.
fn says(assertion: &str, federated: &Federated) {
    assert!(!federated.subject.is_empty(), "nobody");
    assert_eq!(federated.issuer, "https://idp.example.com/metadata");
    assert!(
        federated.audience.starts_with("https://")
            && federated.audience.ends_with("signin.aws.amazon.com/saml")
    );
    assert_eq!(federated.claims.get("SAML:sub"), Some(&Claim::One(federated.subject.clone())));
    let name = federated.session_name.as_deref().unwrap_or_default();
    assert!((2..=64).contains(&name.len()), "a session without a name");
    assert!(federated.session_seconds_max.is_none_or(|seconds| seconds > 0), "a session that has ended");
    assert!(federated.tags.is_empty() || assertion.contains("PrincipalTag"), "tags that nobody asked for");
    assert!(assertion.contains("RoleSessionName"), "a name that nobody gave");
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let provider = provider();
    let responses = provider.responses.iter().map(|text| text.as_bytes().to_vec());
    let assertions = ASSERTIONS.iter().map(|text| text.as_bytes().to_vec());
    responses.chain(assertions).chain([provider.metadata.as_bytes().to_vec()]).collect()
}

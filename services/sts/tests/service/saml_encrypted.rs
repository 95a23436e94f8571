//! Assertions that only the holder of a key can read.

use api_sts::{AssumeRoleWithSAML, AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse};
use aws_lc_rs::aead::{AES_128_GCM, AES_256_GCM, Aad, Algorithm, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::cipher::{AES_256, EncryptionContext, PaddedBlockEncryptingKey, UnboundCipherKey};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::iv::FixedLength;
use aws_lc_rs::rsa::{
    KeySize, OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OaepAlgorithm, OaepPublicEncryptingKey,
    PrivateDecryptingKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Fault, SamlProvider, Session};

use crate::saml_provider::*;
use crate::world::*;

const MGF1P: &str = r#"<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>"#;
const SHA256: &str = r#"<xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#rsa-oaep"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><xenc11:MGF xmlns:xenc11="http://www.w3.org/2009/xmlenc11#" Algorithm="http://www.w3.org/2009/xmlenc11#mgf1sha256"/></xenc:EncryptionMethod>"#;
const NOT_DECRYPTED: &str =
    "The SAML assertion could not be decrypted with a private key of the SAML provider";
const WRONG: &str = "Response signature invalid";

/// A key of the account's, for providers to encrypt with.
struct Receiver(PrivateDecryptingKey);

impl Receiver {
    fn new() -> Self {
        Self(PrivateDecryptingKey::generate(KeySize::Rsa2048).unwrap())
    }

    fn der(&self) -> Vec<u8> {
        let der: Pkcs8V1Der<'_> = self.0.as_der().unwrap();
        der.as_ref().to_vec()
    }

    fn pem(&self) -> String {
        format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(self.der()))
    }

    /// The same without its wrapping, which has a fixed length for this size.
    fn pkcs1_pem(&self) -> String {
        let bare = STANDARD.encode(&self.der()[26..]);
        format!("-----BEGIN RSA PRIVATE KEY-----\n{bare}\n-----END RSA PRIVATE KEY-----\n")
    }

    fn wrap(&self, key: &[u8], algorithm: &'static OaepAlgorithm) -> Vec<u8> {
        let public = OaepPublicEncryptingKey::new(self.0.public_key()).unwrap();
        let mut sealed = vec![0; public.ciphertext_size()];
        public.encrypt(algorithm, key, &mut sealed, None).unwrap().to_vec()
    }

    fn gcm(&self, text: &str) -> String {
        let sealed = sealed_gcm(&AES_256_GCM, &[7; 32], text);
        element(
            "http://www.w3.org/2009/xmlenc11#aes256-gcm",
            &sealed,
            MGF1P,
            &self.wrap(&[7; 32], &OAEP_SHA1_MGF1SHA1),
        )
    }

    fn cbc(&self, text: &str) -> String {
        let key = PaddedBlockEncryptingKey::cbc_pkcs7(UnboundCipherKey::new(&AES_256, &[7; 32]).unwrap());
        let mut sealed = text.as_bytes().to_vec();
        let context = EncryptionContext::Iv128(FixedLength::from([9; 16]));
        key.unwrap().less_safe_encrypt(&mut sealed, context).unwrap();
        let sealed = [&[9; 16][..], &sealed].concat();
        element(
            "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
            &sealed,
            MGF1P,
            &self.wrap(&[7; 32], &OAEP_SHA1_MGF1SHA1),
        )
    }
}

fn sealed_gcm(algorithm: &'static Algorithm, key: &[u8], text: &str) -> Vec<u8> {
    let key = LessSafeKey::new(UnboundKey::new(algorithm, key).unwrap());
    let mut sealed = text.as_bytes().to_vec();
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key([9; 12]), Aad::empty(), &mut sealed).unwrap();
    [&[9; 12][..], &sealed].concat()
}

fn element(cipher: &str, data: &[u8], method: &str, key: &[u8]) -> String {
    let (data, key) = (STANDARD.encode(data), STANDARD.encode(key));
    format!(
        r#"<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod Algorithm="{cipher}"/><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey>{method}<xenc:CipherData><xenc:CipherValue>{key}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>{data}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>"#
    )
}

struct Setting {
    world: World,
    provider: Provider,
    receiver: Receiver,
    arn: String,
    role: String,
}

impl Setting {
    async fn new() -> Self {
        let (world, provider, receiver) = (World::new().await, Provider::elliptic(), Receiver::new());
        let arn = format!("arn:aws:iam::{OURS}:saml-provider/Corp");
        let role = world.role("Build", &trusting(&format!(r#"{{"Federated":"{arn}"}}"#)), &[PROBE]).await;
        let setting = Self { world, provider, receiver, arn, role };
        setting.keeps(vec![Receiver::new().pem(), setting.receiver.pem()]);
        setting
    }

    /// The account has these keys, and wants encryption.
    fn keeps(&self, private_keys: Vec<String>) {
        let known = SamlProvider {
            metadata: self.provider.metadata(),
            encryption_required: true,
            private_keys,
            ..Default::default()
        };
        self.world.providers.saml.lock().unwrap().insert(self.arn.clone(), known);
    }

    fn assertion(&self) -> String {
        let pair = format!("{},{}", self.role, self.arn);
        assertion(&(attribute("Role", &[&pair]) + &attribute("RoleSessionName", &["bob@corp"])))
    }

    fn signed(&self) -> String {
        self.provider.sign(&self.assertion(), Some("a1"))
    }

    async fn present(&self, response: &str) -> Result<AssumeRoleWithSAMLResponse, Fault> {
        let request = AssumeRoleWithSAMLRequest {
            role_arn: self.role.clone(),
            principal_arn: self.arn.clone(),
            saml_assertion: STANDARD.encode(response),
            ..Default::default()
        };
        self.world.run::<AssumeRoleWithSAML>(&Session::anonymous(), request).await
    }

    async fn refuses(&self, response: &str, message: &str) {
        refused(self.present(response).await, "InvalidIdentityToken", 400, message);
    }
}

#[tokio::test]
async fn an_encrypted_assertion_is_read_with_a_key_of_the_account() {
    let setting = Setting::new().await;
    let (receiver, signed) = (&setting.receiver, setting.signed());
    let by_sha256 = element(
        "http://www.w3.org/2009/xmlenc11#aes128-gcm",
        &sealed_gcm(&AES_128_GCM, &[7; 16], &signed),
        SHA256,
        &receiver.wrap(&[7; 16], &OAEP_SHA256_MGF1SHA256),
    );
    // Beside the text rather than within, which is where some providers put keys.
    let (start, end) = {
        let whole = receiver.gcm(&signed);
        (whole.find("<ds:KeyInfo").unwrap(), whole.find("</ds:KeyInfo>").unwrap() + "</ds:KeyInfo>".len())
    };
    let whole = receiver.gcm(&signed);
    let key = whole[start..end].replace("<ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">", "");
    let key = key.replace("</ds:KeyInfo>", "").replace(
        "<xenc:EncryptedKey>",
        r#"<xenc:EncryptedKey xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" Id="k1">"#,
    );
    let named = r##"<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:RetrievalMethod URI="#k1"/></ds:KeyInfo>"##;
    let beside = format!("{}{named}{}", &whole[..start], &whole[end..])
        .replace("</saml:EncryptedAssertion>", &format!("{key}</saml:EncryptedAssertion>"));
    let signed_response = |assertion: &str| setting.provider.sign(&response(assertion), Some("r1"));
    let responses = [
        response(&whole),
        response(&by_sha256),
        response(&beside),
        signed_response(&whole),
        signed_response(&receiver.gcm(&setting.assertion())),
        signed_response(&receiver.cbc(&setting.assertion())),
        signed_response(&receiver.cbc(&signed)),
    ];
    for response in responses {
        let answer = setting.present(&response).await.unwrap();
        assert_eq!(answer.subject.as_deref(), Some("bob-17"));
        let session = setting.world.session(&answer.credentials.unwrap()).unwrap();
        setting.world.probe(&session).await.unwrap();
    }
    setting.keeps(vec![receiver.pkcs1_pem()]);
    setting.present(&response(&whole)).await.unwrap();
}

#[tokio::test]
async fn encryption_proves_nothing() {
    let setting = Setting::new().await;
    let (receiver, plain, signed) = (&setting.receiver, setting.assertion(), setting.signed());
    // Whoever has the certificate can encrypt.
    setting.refuses(&response(&receiver.gcm(&plain)), WRONG).await;
    setting.refuses(&response(&receiver.gcm(&signed.replace("bob-17", "eve-18"))), WRONG).await;
    let stranger = Provider::elliptic();
    setting.refuses(&response(&receiver.gcm(&stranger.sign(&plain, Some("a1")))), WRONG).await;
    let by_stranger = stranger.sign(&response(&receiver.gcm(&plain)), Some("r1"));
    setting.refuses(&by_stranger, WRONG).await;
    // A signed response in which another was encrypted.
    let whole = setting.provider.sign(&response(&receiver.gcm(&plain)), Some("r1"));
    let other = receiver.gcm(&plain.replace("bob-17", "eve-18"));
    let (start, end) = (
        whole.find("<saml:EncryptedAssertion").unwrap(),
        whole.find("</saml:EncryptedAssertion>").unwrap() + "</saml:EncryptedAssertion>".len(),
    );
    setting.refuses(&format!("{}{other}{}", &whole[..start], &whole[end..]), WRONG).await;
    // A signed one that was encrypted within another's document.
    let wrapped = plain.replace("bob-17", "eve-18").replace(r#"ID="a1""#, r#"ID="a2""#);
    let wrapped =
        wrapped.replace("<saml:Subject>", &format!("<saml:Advice>{signed}</saml:Advice><saml:Subject>"));
    setting.refuses(&response(&receiver.gcm(&wrapped)), WRONG).await;
}

#[tokio::test]
async fn what_is_not_for_this_account_or_not_encrypted_well() {
    let setting = Setting::new().await;
    let (receiver, signed) = (&setting.receiver, setting.signed());
    setting.refuses(&response(&signed), "The SAML provider requires encrypted assertions").await;
    setting.refuses(&response(&Receiver::new().gcm(&signed)), NOT_DECRYPTED).await;
    setting.refuses(&response(&receiver.gcm("<a/>")), NOT_DECRYPTED).await;
    setting.refuses(&response(&receiver.gcm("text")), NOT_DECRYPTED).await;
    let changed = receiver.gcm(&signed).replace("aes256-gcm", "aes128-gcm");
    setting.refuses(&response(&changed), NOT_DECRYPTED).await;
    let both = format!("{}{signed}", receiver.gcm(&signed));
    setting.refuses(&response(&both), "SAML Assertion is not a valid SAML 2.0 response").await;
    let cbc = "A response whose assertion is encrypted with AES-CBC must itself be signed; or use AES-GCM";
    setting.refuses(&response(&receiver.cbc(&signed)), cbc).await;
    let unsupported =
        "The SAML assertion must be encrypted with AES, and its key with RSA-OAEP under one hash";
    for (from, to) in [("rsa-oaep-mgf1p", "rsa-1_5"), ("aes256-gcm", "tripledes-cbc")] {
        setting.refuses(&response(&receiver.gcm(&signed).replace(from, to)), unsupported).await;
    }
    setting.keeps(vec!["-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n".into()]);
    setting.refuses(&response(&receiver.gcm(&signed)), NOT_DECRYPTED).await;
}

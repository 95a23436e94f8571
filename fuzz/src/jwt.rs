//! Tokens of web identities.

#![expect(clippy::expect_used, reason = "fixed names and keys that are known to be good")]

use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::{Claim, Federated, OidcProvider};
use names::{Arn, Timestamp};
use serde_json::{Value, json};
use sts::proofs::{KeySet, web_identity};

use crate::keys::{CURVES, Pair};

/// 2026-11-25T07:08:09Z
const NOW: i64 = 1_795_590_489;
const ISSUER: &str = "https://idp.example.com";
/// The public half of a key whose private half nobody has kept, and what it signed: the first claims below.
const RSA_MODULUS: &str = "nYSiC5vdQlzHlZxwt8wTlb423EuZPCkDorN_V5qNeeWEr_U86ElfccMhcaEO0Oeug5RmW5gOK16i0tk6X2Ei3WKu-LppnYEbphKX8AFuyINyyQ0Zu1jnRN3ohTMwoZEv96X7vIQzOKGh4hoogHf-YZqdMWYJgtih906QEkd5TsBfO5EpD_pC598GfDjn_hsJ7jWLDI19naOPdmyAOrF62wANerxAfVbpTnq_KxkNT7Cf8dWLZK6M7_GrBTuZLJBw_KqeWRXzIhDeCix_E_KeNJO_cR5bDmp_XJCRTjl5Z2nujufGTEyhIqg-Zo1Uzn3wpXdabTJLz2ERRy3HbomBVw";
const RSA_SIGNATURE: &str = "Jt-c1H_iKqzD9iTL-TBh4aevg1oei0VDy6WXLRok2Lq4Jk-MUR54jCrMIM2kiTL6TMf8UAZg1pekOkzdYx8_roq7Bun3M7UYq3SdjfpSVlOfU7j5_8psIy5qU9bGs-vk12nwmOnwncoOsYUd3NIH1Th95dyUCxT76c-50F7plAKXASO00huCUsWEDPuDPiZzCnBUogApm_4DPAUlCtaUng4wZ2HP45MTJJmVBKfFsdcTZBS6vqkx0iwx6rBSfswfc6rrOawVTVwKK2csXyt9plE6l_oXbktJarBQ4KvVoRQdna_n8PT9_nCLHFQcNL7tI3OxqOxZ1g_blb1_dYOe-g";

const CLAIMS: [&str; 6] = [
    r#"{"iss":"https://idp.example.com","aud":"app","sub":"bob-17","iat":1795590489,"exp":1795591089}"#,
    r#"{"iss":"https://idp.example.com","aud":["other","app"],"sub":"bob-17","iat":1795590489,"nbf":1795590489,"exp":1795591089,"amr":["pwd","otp"]}"#,
    r#"{"iss":"https://idp.example.com","aud":"other","azp":"app","sub":"bob-17","iat":1795590489,"exp":1795591089,"https://aws.amazon.com/source_identity":"bob"}"#,
    r#"{"iss":"https://idp.example.com","aud":"app","sub":"bob-17","iat":1795590489,"exp":1795591089,"https://aws.amazon.com/tags":{"principal_tags":{"Team":["demand"],"Cost":"17"},"transitive_tag_keys":["Team"]}}"#,
    r#"{"iss":"https://idp.example.com","aud":"app","sub":"bob-17","iat":1795590489,"exp":1795591089,"https://aws.amazon.com/tags/principal_tags/Team":"demand","https://aws.amazon.com/tags/principal_tags/Cost":["17"],"https://aws.amazon.com/tags/transitive_tag_keys":["Team"]}"#,
    r#"{"iss":"https://idp.example.com/other","aud":"strange","sub":"","iat":1795590489.5,"exp":1}"#,
];

/// A provider, and what it has signed.
struct Issuer {
    pairs: Vec<Pair>,
    keys: KeySet,
    provider: OidcProvider,
    arn: Arn,
    tokens: Vec<String>,
    accepted: Vec<Federated>,
}

fn issuer() -> &'static Issuer {
    static ISSUED: OnceLock<Issuer> = OnceLock::new();
    ISSUED.get_or_init(Issuer::new)
}

impl Issuer {
    fn new() -> Self {
        let pairs: Vec<Pair> = CURVES.iter().map(Pair::of).collect();
        let mut keys =
            vec![json!({ "kty": "RSA", "kid": "rsa", "use": "sig", "n": RSA_MODULUS, "e": "AQAB" })];
        keys.extend(CURVES.iter().zip(&pairs).map(|(curve, pair)| {
            let (x, y) = pair.coordinates();
            let (x, y) = (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y));
            json!({ "kty": "EC", "kid": curve.algorithm, "crv": curve.name, "x": x, "y": y })
        }));
        let provider = OidcProvider {
            url: ISSUER.to_owned(),
            client_ids: vec!["app".to_owned(), "second".to_owned()],
            thumbprints: Vec::new(),
        };
        let mut issuer = Self {
            pairs,
            keys: serde_json::from_value(json!({ "keys": keys })).expect("a key set"),
            provider,
            arn: "arn:aws:iam::111122223333:oidc-provider/idp.example.com".parse().expect("an ARN"),
            tokens: Vec::new(),
            accepted: Vec::new(),
        };
        let by_rsa = encoded(br#"{"alg":"RS256","kid":"rsa","typ":"JWT"}"#, CLAIMS[0].as_bytes());
        issuer.tokens.push(format!("{by_rsa}.{RSA_SIGNATURE}"));
        for at in 0..CURVES.len() {
            let signed: Vec<_> = CLAIMS.iter().map(|claims| issuer.sign(at, claims.as_bytes())).collect();
            issuer.tokens.extend(signed);
        }
        issuer.accepted = issuer.tokens.iter().filter_map(|token| issuer.accept(token)).collect();
        // All but the last claims hold, and are accepted whoever signs.
        assert_eq!(issuer.accepted.len(), 1 + CURVES.len() * (CLAIMS.len() - 1), "the seeds are good");
        issuer
    }

    fn sign(&self, at: usize, claims: &[u8]) -> String {
        let (Some(curve), Some(pair)) = (CURVES.get(at), self.pairs.get(at)) else { return String::new() };
        let header = format!(r#"{{"alg":"{0}","kid":"{0}"}}"#, curve.algorithm);
        let signed = encoded(header.as_bytes(), claims);
        let signature = URL_SAFE_NO_PAD.encode(pair.sign(signed.as_bytes()));
        format!("{signed}.{signature}")
    }

    fn accept(&self, token: &str) -> Option<Federated> {
        let outcome =
            web_identity(token, &self.keys, &self.provider, &self.arn, Timestamp::from_millis(NOW * 1000));
        if let Err(fault) = &outcome {
            assert!(fault.status < 500 && !fault.code.is_empty(), "a token makes the server fail: {fault:?}");
        }
        outcome.ok()
    }
}

fn encoded(header: &[u8], claims: &[u8]) -> String {
    format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims))
}

/// Any text is a token that was signed, which says what it said then, or is refused. And any claims that really are
/// signed are taken as they are, or refused.
pub(crate) fn present(data: &[u8]) {
    let issuer = issuer();
    let text = String::from_utf8_lossy(data);
    if let Some(federated) = issuer.accept(&text) {
        let signed = text.rsplit_once('.').map(|(signed, _)| signed);
        let is_theirs = |token: &&String| token.rsplit_once('.').map(|(theirs, _)| theirs) == signed;
        assert!(issuer.tokens.iter().any(|token| is_theirs(&token)), "nobody signed this");
        assert!(issuer.accepted.contains(&federated), "the claims are not those that were signed");
    }
    let at = data.len() % CURVES.len();
    if let Some(federated) = issuer.accept(&issuer.sign(at, data)) {
        let claims: Value = serde_json::from_slice(data).expect("claims are JSON");
        says(&claims, &federated);
    }
    // The header is read before anything is verified.
    let forged = format!("{}.AA", encoded(data, CLAIMS[0].as_bytes()));
    assert!(issuer.accept(&forged).is_none(), "a signature of nobody verified");
}

/// What was accepted is what the claims say.
fn says(claims: &Value, federated: &Federated) {
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    assert_eq!(text("sub"), Some(&*federated.subject));
    assert_eq!(text("iss"), Some(&*federated.issuer));
    assert_eq!(text("https://aws.amazon.com/source_identity"), federated.source_identity.as_deref());
    assert!(claims.get("exp").and_then(Value::as_i64).is_some_and(|expires| expires > NOW), "expired");
    assert!(["app", "second"].contains(&&*federated.audience), "for somebody else");
    let said = claims.to_string();
    for tag in federated.tags.keys().chain(&federated.transitive_tag_keys) {
        let quoted = Value::from(tag.as_str()).to_string();
        assert!(said.contains(quoted.trim_matches('"')), "a tag that nobody asked for: {tag}");
    }
    assert_eq!(federated.claims.get("idp.example.com:sub"), Some(&Claim::One(federated.subject.clone())));
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let tokens = issuer().tokens.iter().map(|token| token.as_bytes().to_vec());
    let claims = CLAIMS.iter().map(|text| text.as_bytes().to_vec());
    let headers = [r#"{"alg":"none"}"#, r#"{"alg":"ES256","kid":"ES256","crit":["b64"],"b64":false}"#];
    tokens.chain(claims).chain(headers.iter().map(|text| text.as_bytes().to_vec())).collect()
}

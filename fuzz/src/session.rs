//! Session tokens.

#![expect(clippy::expect_used, reason = "a fixed key and seeds that are known to be good")]

use std::sync::{Arc, OnceLock};

use kernel::{Base, Clock, Credential, CredentialError, Credentials, MasterKey, Seal, SystemEntropy};
use names::Timestamp;
use serde_json::Value;
use store::Memory;
use sts::Sts;

/// 2026-11-25T07:08:09Z
const NOW: Timestamp = Timestamp::from_millis(1_795_590_489_000);
const KEY_ID: &str = "ASIAIOSFODNN7EXAMPLE";
/// What tokens hold, one for each kind of holder; the last has ended.
const SESSIONS: [&str; 5] = [
    r#"{"k":"ASIAIOSFODNN7EXAMPLE","s":"secret","h":{"r":{"r":"arn:aws:iam::111122223333:role/x/Build","i":"AROAEXAMPLE","n":"session"}},"a":"111122223333","t":1795590489000,"e":1795594089000,"p":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}","q":["arn:aws:iam::aws:policy/ReadOnlyAccess"],"g":{"Team":"demand"},"x":["Team"],"d":"bob","c":true,"f":"arn:aws:iam::111122223333:oidc-provider/idp","l":{"idp:sub":"bob-17","idp:amr":["pwd","otp"]}}"#,
    r#"{"k":"ASIAIOSFODNN7EXAMPLE","s":"secret","h":{"u":{"u":"arn:aws:iam::111122223333:user/bob","i":"AIDAEXAMPLE","n":"bob"}},"a":"111122223333","t":1795590489000,"e":1795594089000,"m":1795590489000}"#,
    r#"{"k":"ASIAIOSFODNN7EXAMPLE","s":"secret","h":"o","a":"111122223333","t":1795590489000,"e":1795594089000}"#,
    r#"{"k":"ASIAIOSFODNN7EXAMPLE","s":"secret","h":{"f":{"n":"guest","u":"arn:aws:iam::111122223333:user/bob","i":"AIDAEXAMPLE"}},"a":"111122223333","t":1795590489000,"e":1795594089000}"#,
    r#"{"k":"ASIAIOSFODNN7EXAMPLE","s":"secret","h":"o","a":"111122223333","t":1795590000000,"e":1795590489000}"#,
];

struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        NOW
    }
}

struct Service {
    sts: Sts,
    seal: Seal,
    tokens: Vec<String>,
}

fn service() -> &'static Service {
    static SERVICE: OnceLock<Service> = OnceLock::new();
    SERVICE.get_or_init(Service::new)
}

impl Service {
    fn new() -> Self {
        let master = MasterKey::from_bytes([7; 32]);
        let base = Base {
            store: Arc::new(Memory::new()),
            clock: Arc::new(Still),
            entropy: Arc::new(SystemEntropy::new()),
            master: master.clone(),
        };
        let mut service =
            Self { sts: Sts::new(base), seal: master.seal("sts/session-token"), tokens: Vec::new() };
        service.tokens = SESSIONS.iter().map(|session| service.sealed(session.as_bytes())).collect();
        let opened = service.tokens.iter().filter(|token| service.open(KEY_ID, token).is_ok());
        assert_eq!(opened.count(), SESSIONS.len() - 1, "the seeds are good");
        service
    }

    fn sealed(&self, plain: &[u8]) -> String {
        self.seal.seal(&SystemEntropy::new(), plain)
    }

    fn open(&self, key: &str, token: &str) -> Result<Credential, CredentialError> {
        self.sts.find(key, Some(token), NOW).expect("a key of a session")
    }
}

/// Any text is a token that was sealed here or opens nothing; and whatever was sealed opens to the credential that it
/// names, or to none.
pub(crate) fn open(data: &[u8]) {
    let service = service();
    let text = String::from_utf8_lossy(data);
    let outcome = service.open(KEY_ID, &text);
    let is_ours = service.tokens.iter().any(|token| *token == text);
    assert!(is_ours || matches!(outcome, Err(CredentialError::BadToken)), "a token of nobody opened");
    let named = serde_json::from_slice::<Value>(data).ok();
    let field = |name: &str| named.as_ref().and_then(|all| all.get(name)).and_then(Value::as_str);
    let key = field("k").filter(|key| key.starts_with("ASIA")).unwrap_or(KEY_ID);
    if let Ok(credential) = service.open(key, &service.sealed(data)) {
        assert_eq!((Some(&*credential.access_key_id), Some(key)), (field("k"), field("k")));
        assert_eq!(Some(&*credential.secret_access_key), field("s"));
        assert_eq!(Some(credential.account.as_str()), field("a"));
        let temporary = credential.temporary.expect("a session ends");
        assert!(temporary.expires > NOW, "it has ended");
        assert_eq!(temporary.policy.is_some(), field("p").is_some(), "a session policy was lost");
    }
    // Sealed for another purpose.
    let other = MasterKey::from_bytes([7; 32]).seal("iam/secret").seal(&SystemEntropy::new(), data);
    assert!(service.open(key, &other).is_err(), "a seal of another purpose opened");
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let tokens = service().tokens.iter().map(|token| token.as_bytes().to_vec());
    tokens.chain(SESSIONS.iter().map(|session| session.as_bytes().to_vec())).collect()
}

//! Accounts, users, roles and devices to test with.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use api_iam::*;
use api_sts::{AssumeRole, AssumeRoleRequest, Credentials};
use iam::Iam;
use kernel::{
    Base, Builder, Call, Clock, CredentialError, Fault, IdentityProviders, Kernel, MasterKey, MfaCheck,
    MfaDevices, Network, OidcProvider, Origin, SamlProvider, Session, SystemEntropy, trail,
};
use names::{Arn, Scope, Timestamp};
use policy::Principal;
use shape::Operation;
use store::Memory;
use sts::Sts;

use crate::probe::Probe;

/// 2026-11-25T07:08:09Z
pub(crate) const NOW: i64 = 1_795_590_489;
pub(crate) const OURS: &str = "111122223333";
pub(crate) const THEIRS: &str = "444455556666";

/// A clock that tests move.
struct Hands(Arc<AtomicI64>);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::SeqCst) * 1000)
    }
}

/// Devices that show one code for ever: user, serial number and code.
#[derive(Default)]
pub(crate) struct Devices(pub(crate) Mutex<Vec<(String, String, String)>>);

impl MfaDevices for Devices {
    fn verify(&self, user: &Principal, serial: &str, code: &str, _: Timestamp) -> Result<MfaCheck, Fault> {
        let devices = self.0.lock().unwrap();
        let arn = user.shown();
        let device = devices.iter().find(|(user, number, _)| *user == arn && number == serial);
        Ok(match device {
            None => MfaCheck::NoSuchDevice,
            Some((.., shown)) if shown == code => MfaCheck::Verified,
            Some(_) => MfaCheck::WrongCode,
        })
    }

    fn spend(
        &self,
        _: &mut dyn store::Transaction,
        user: &Principal,
        serial: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<bool, Fault> {
        Ok(self.verify(user, serial, code, now)? == MfaCheck::Verified)
    }
}

/// Identity providers by ARN.
#[derive(Default)]
pub(crate) struct Providers {
    pub(crate) oidc: Mutex<HashMap<String, OidcProvider>>,
    pub(crate) saml: Mutex<HashMap<String, SamlProvider>>,
}

impl IdentityProviders for Providers {
    fn oidc(&self, arn: &Arn) -> Result<Option<OidcProvider>, Fault> {
        Ok(self.oidc.lock().unwrap().get(arn.as_str()).cloned())
    }

    fn saml(&self, arn: &Arn) -> Result<Option<SamlProvider>, Fault> {
        Ok(self.saml.lock().unwrap().get(arn.as_str()).cloned())
    }
}

pub(crate) struct World {
    pub(crate) kernel: Arc<Kernel>,
    pub(crate) root: Session,
    pub(crate) their_root: Session,
    pub(crate) devices: Arc<Devices>,
    pub(crate) providers: Arc<Providers>,
    seconds: Arc<AtomicI64>,
    calls: AtomicUsize,
}

impl World {
    pub(crate) async fn new() -> Self {
        let seconds = Arc::new(AtomicI64::new(NOW));
        let base = Base {
            store: Arc::new(Memory::new()),
            clock: Arc::new(Hands(Arc::clone(&seconds))),
            entropy: Arc::new(SystemEntropy::new()),
            master: MasterKey::from_bytes([7; 32]),
        };
        let (devices, providers) = (Arc::new(Devices::default()), Arc::new(Providers::default()));
        let iam = Iam::new(base.clone());
        let mut builder = Builder::new(base.clone());
        iam::install(&mut builder, &iam);
        sts::install(&mut builder, &Arc::new(Sts::new(base).with_local_identity_providers()));
        builder.mfa(Arc::<Devices>::clone(&devices));
        builder.identity_providers(Arc::<Providers>::clone(&providers));
        builder.serve::<_, api_s3::ListBuckets>(&Arc::new(Probe));
        let kernel = builder.build().unwrap();
        let mut roots = Vec::new();
        for account in [OURS, THEIRS] {
            let key = iam.bootstrap(account.parse().unwrap(), None).await.unwrap();
            roots.push(kernel.session(&kernel.credential(&key.access_key_id, None).unwrap()));
        }
        let their_root = roots.pop().unwrap();
        let root = roots.pop().unwrap();
        Self { kernel, root, their_root, devices, providers, seconds, calls: AtomicUsize::new(0) }
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn call(&self) -> Call {
        let network = Network {
            source_ip: IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7)),
            user_agent: Some("tester".to_owned()),
            referer: None,
            tls_version: Some("1.3"),
            auth_type: None,
            signed_at: None,
            content_sha256: None,
            host: None,
        };
        Call {
            id: format!("call-{}", self.calls.fetch_add(1, Ordering::SeqCst)),
            received_at: self.kernel.now(),
            region: "us-east-1".parse().unwrap(),
            origin: Origin::Network(network),
            via: Vec::new(),
            source: None,
        }
    }

    pub(crate) async fn run<Op: Operation>(
        &self,
        session: &Session,
        input: Op::Input,
    ) -> Result<Op::Output, Fault> {
        self.kernel.run::<Op>(session, &self.call(), input).await
    }

    /// A user with one inline policy of these statements, if there are any.
    pub(crate) async fn user(&self, name: &str, statements: &[&str]) -> Session {
        let request = CreateUserRequest { user_name: name.into(), ..Default::default() };
        self.run::<CreateUser>(&self.root, request).await.unwrap();
        if !statements.is_empty() {
            self.allow(name, statements).await;
        }
        let request = CreateAccessKeyRequest { user_name: Some(name.into()) };
        let key = self.run::<CreateAccessKey>(&self.root, request).await.unwrap().access_key;
        self.kernel.session(&self.kernel.credential(&key.access_key_id, None).unwrap())
    }

    /// Gives a user an inline policy in place of the one before.
    pub(crate) async fn allow(&self, name: &str, statements: &[&str]) {
        let request = PutUserPolicyRequest {
            user_name: name.into(),
            policy_name: "inline".into(),
            policy_document: policy(statements),
        };
        self.run::<PutUserPolicy>(&self.root, request).await.unwrap();
    }

    /// A role of our account; its ARN.
    pub(crate) async fn role(&self, name: &str, trust: &str, statements: &[&str]) -> String {
        self.role_in(&self.root, name, trust, statements).await
    }

    pub(crate) async fn role_in(
        &self,
        root: &Session,
        name: &str,
        trust: &str,
        statements: &[&str],
    ) -> String {
        let request = CreateRoleRequest {
            role_name: name.into(),
            assume_role_policy_document: trust.into(),
            max_session_duration: Some(43_200),
            ..Default::default()
        };
        let role = self.run::<CreateRole>(root, request).await.unwrap().role;
        if !statements.is_empty() {
            let request = PutRolePolicyRequest {
                role_name: name.into(),
                policy_name: "inline".into(),
                policy_document: policy(statements),
            };
            self.run::<PutRolePolicy>(root, request).await.unwrap();
        }
        role.arn
    }

    /// A managed policy of our account; its ARN.
    pub(crate) async fn managed(&self, name: &str, statements: &[&str]) -> String {
        let request = CreatePolicyRequest {
            policy_name: name.into(),
            policy_document: policy(statements),
            ..Default::default()
        };
        self.run::<CreatePolicy>(&self.root, request).await.unwrap().policy.unwrap().arn.unwrap()
    }

    pub(crate) async fn assume(
        &self,
        caller: &Session,
        request: AssumeRoleRequest,
    ) -> Result<Session, Fault> {
        let answer = self.run::<AssumeRole>(caller, request).await?;
        Ok(self.session(&answer.credentials.unwrap()).unwrap())
    }

    /// The session that an answer's credentials authenticate.
    pub(crate) fn session(&self, credentials: &Credentials) -> Result<Session, CredentialError> {
        let token = Some(credentials.session_token.as_str());
        let credential = self.kernel.credential(&credentials.access_key_id, token)?;
        Ok(self.kernel.session(&credential))
    }

    /// Whether a session may do the one thing that the probe does.
    pub(crate) async fn probe(&self, session: &Session) -> Result<(), Fault> {
        self.run::<api_s3::ListBuckets>(session, api_s3::ListBucketsRequest::default()).await.map(|_| ())
    }

    /// The condition keys that the gate saw when it refused the last call, to our account.
    pub(crate) fn keys_seen(&self) -> BTreeMap<String, Vec<String>> {
        let last = format!("call-{}", self.calls.load(Ordering::SeqCst) - 1);
        let scope = Scope::new(OURS.parse().unwrap(), "us-east-1".parse().unwrap());
        let mut records = self.kernel.read(|view| Ok(trail::newest(view, &scope, usize::MAX)?)).unwrap();
        records.retain(|record| record.request_id == last);
        let mut decisions = records.into_iter().flat_map(|record| record.decisions);
        decisions.find(|decision| !decision.allowed).expect("the last call was refused").conditions
    }
}

pub(crate) fn policy(statements: &[&str]) -> String {
    format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, statements.join(","))
}

pub(crate) const PROBE: &str = r#"{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}"#;
pub(crate) const ASSUME: &str = r#"{"Effect":"Allow","Action":"sts:*","Resource":"*"}"#;
pub(crate) const EVERYTHING: &str = r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#;

/// A trust policy for a principal, under conditions.
pub(crate) fn trusting_if(principal: &str, conditions: &str) -> String {
    let actions = r#"["sts:AssumeRole","sts:AssumeRoleWithWebIdentity","sts:AssumeRoleWithSAML","sts:TagSession","sts:SetSourceIdentity"]"#;
    policy(&[&format!(
        r#"{{"Effect":"Allow","Principal":{principal},"Action":{actions},"Condition":{conditions}}}"#
    )])
}

pub(crate) fn trusting(principal: &str) -> String {
    trusting_if(principal, "{}")
}

/// A trust policy for the users and roles of our account.
pub(crate) fn trusting_us() -> String {
    trusting(&format!(r#"{{"AWS":"{OURS}"}}"#))
}

pub(crate) fn request(role: &str) -> AssumeRoleRequest {
    AssumeRoleRequest {
        role_arn: role.into(),
        role_session_name: "session".into(),
        policy_arns: None,
        policy: None,
        duration_seconds: None,
        tags: None,
        transitive_tag_keys: None,
        external_id: None,
        serial_number: None,
        token_code: None,
        source_identity: None,
        provided_contexts: None,
    }
}

pub(crate) fn tag(key: &str, value: &str) -> api_sts::Tag {
    api_sts::Tag { key: key.into(), value: value.into() }
}

pub(crate) fn user_arn(name: &str) -> String {
    format!("arn:aws:iam::{OURS}:user/{name}")
}

#[track_caller]
pub(crate) fn refused<T: Debug>(result: Result<T, Fault>, code: &str, status: u16, message: &str) {
    let fault = result.expect_err("must be refused");
    let found = (fault.code.as_ref(), fault.status, fault.message.as_str());
    assert_eq!(found, (code, status, message), "{fault:?}");
}

/// Refused by the gate.
#[track_caller]
pub(crate) fn denied<T: Debug>(result: Result<T, Fault>) {
    let fault = result.expect_err("must be denied");
    assert!(fault.is_denial(), "{fault:?}");
}

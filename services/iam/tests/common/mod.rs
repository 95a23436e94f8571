//! A kernel with IAM alone, over a store in memory and a clock that stands still.

#![allow(dead_code, clippy::allow_attributes, reason = "each suite uses its part")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test ends where its world cannot be made")]

use std::fmt::Debug;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use api_iam::*;
use iam::{Iam, RootKey};
use kernel::{
    Base, Builder, Call, Clock, Credential, Fault, Kernel, MasterKey, Network, Origin, Session,
    SystemEntropy, Temporary,
};
use names::{AccountId, Scope, Timestamp};
use shape::Operation;
use store::{Memory, Store, Table};

/// 2026-11-25T07:08:09.123Z
pub(crate) const NOW_MILLIS: i64 = 1_795_590_489_123;
pub(crate) const ACCOUNT: &str = "111122223333";
pub(crate) const OTHER: &str = "444455556666";

/// Good enough for the default password policy.
pub(crate) const PASSWORD: &str = "Correct-horse-7";

pub(crate) const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"forecast.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

#[derive(Clone)]
pub(crate) struct TestClock(Arc<AtomicI64>);

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

pub(crate) struct World {
    pub(crate) iam: Arc<Iam>,
    pub(crate) kernel: Arc<Kernel>,
    pub(crate) root_key: RootKey,
    pub(crate) root: Session,
    millis: Arc<AtomicI64>,
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::over(Arc::new(Memory::new()), MasterKey::from_bytes([7; 32]), ACCOUNT).await
    }

    /// A server over a store that another may have used.
    pub(crate) async fn over(store: Arc<dyn Store>, master: MasterKey, account: &str) -> Self {
        let millis = Arc::new(AtomicI64::new(NOW_MILLIS));
        let clock = Arc::new(TestClock(Arc::clone(&millis)));
        let base = Base { store, clock, entropy: Arc::new(SystemEntropy::new()), master };
        let iam = Iam::new(base.clone());
        let mut builder = Builder::new(base);
        iam::install(&mut builder, &iam);
        let kernel = builder.build().unwrap();
        let root_key = iam.bootstrap(account.parse().unwrap(), None).await.unwrap();
        let root = session(&kernel, &root_key.access_key_id);
        Self { iam, kernel, root_key, root, millis }
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.millis.fetch_add(seconds * 1000, Ordering::SeqCst);
    }

    /// How many records the account has in a table.
    pub(crate) fn records(&self, table: &'static str) -> usize {
        let (table, scope) = (Table::<()>::new(table), Scope::global(ACCOUNT.parse().unwrap()));
        self.kernel.base().read(|view| Ok(table.count(view, &scope, "")?)).unwrap()
    }

    pub(crate) fn call(&self) -> Call {
        let network = Network {
            source_ip: IpAddr::V4(Ipv4Addr::LOCALHOST),
            user_agent: None,
            referer: None,
            tls_version: Some("1.3"),
            auth_type: None,
            signed_at: None,
            content_sha256: None,
            host: None,
        };
        Call {
            id: "4a5b6c7d".to_owned(),
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

    /// As root, which may do everything.
    pub(crate) async fn root<Op: Operation>(&self, input: Op::Input) -> Result<Op::Output, Fault> {
        self.run::<Op>(&self.root, input).await
    }

    /// A new user's session, whose only policy allows `actions` on everything.
    pub(crate) async fn user(&self, name: &str, actions: &str) -> Session {
        self.root::<CreateUser>(CreateUserRequest { user_name: name.into(), ..Default::default() })
            .await
            .unwrap();
        if !actions.is_empty() {
            self.grant(name, &allow(actions, "*")).await;
        }
        self.key_of(name).await
    }

    /// Gives a user an inline policy.
    pub(crate) async fn grant(&self, name: &str, document: &str) {
        let input = PutUserPolicyRequest {
            user_name: name.into(),
            policy_name: "test".into(),
            policy_document: document.into(),
        };
        self.root::<PutUserPolicy>(input).await.unwrap();
    }

    /// A session by a new access key of a user.
    pub(crate) async fn key_of(&self, name: &str) -> Session {
        let input = CreateAccessKeyRequest { user_name: Some(name.into()) };
        let key = self.root::<CreateAccessKey>(input).await.unwrap().access_key;
        session(&self.kernel, &key.access_key_id)
    }

    pub(crate) async fn role(&self, name: &str) -> Role {
        self.role_trusting(name, TRUST).await.unwrap()
    }

    pub(crate) async fn role_trusting(&self, name: &str, trust: &str) -> Result<Role, Fault> {
        let input = CreateRoleRequest {
            role_name: name.into(),
            assume_role_policy_document: trust.into(),
            ..Default::default()
        };
        Ok(self.root::<CreateRole>(input).await?.role)
    }

    pub(crate) async fn group(&self, name: &str, path: Option<&str>) -> Group {
        let input = CreateGroupRequest { group_name: name.into(), path: path.map(str::to_owned) };
        self.root::<CreateGroup>(input).await.unwrap().group
    }

    pub(crate) async fn join(&self, group: &str, user: &str) -> Result<(), Fault> {
        let input = AddUserToGroupRequest { group_name: group.into(), user_name: user.into() };
        self.root::<AddUserToGroup>(input).await
    }

    pub(crate) async fn profile(&self, name: &str, path: Option<&str>) -> InstanceProfile {
        let input = CreateInstanceProfileRequest {
            instance_profile_name: name.into(),
            path: path.map(str::to_owned),
            tags: None,
        };
        self.root::<CreateInstanceProfile>(input).await.unwrap().instance_profile
    }

    pub(crate) async fn login(&self, user: &str, password: &str) -> Result<LoginProfile, Fault> {
        let input = CreateLoginProfileRequest {
            user_name: Some(user.into()),
            password: Some(password.into()),
            password_reset_required: None,
        };
        Ok(self.root::<CreateLoginProfile>(input).await?.login_profile)
    }

    pub(crate) async fn device(&self, name: &str) -> VirtualMFADevice {
        let input =
            CreateVirtualMFADeviceRequest { virtual_mfa_device_name: name.into(), ..Default::default() };
        self.root::<CreateVirtualMFADevice>(input).await.unwrap().virtual_mfa_device
    }

    pub(crate) async fn oidc(&self, url: &str) -> Result<String, Fault> {
        let input = CreateOpenIDConnectProviderRequest {
            url: url.into(),
            client_id_list: Some(vec!["books".into()]),
            thumbprint_list: Some(vec!["ab".repeat(20)]),
            tags: None,
        };
        let output = self.root::<CreateOpenIDConnectProvider>(input).await?;
        Ok(output.open_id_connect_provider_arn.unwrap())
    }

    pub(crate) async fn saml(&self, name: &str) -> Result<String, Fault> {
        let input = CreateSAMLProviderRequest {
            name: name.into(),
            saml_metadata_document: metadata(),
            ..Default::default()
        };
        Ok(self.root::<CreateSAMLProvider>(input).await?.saml_provider_arn.unwrap())
    }

    pub(crate) async fn policy(&self, name: &str, document: &str) -> String {
        let input = CreatePolicyRequest {
            policy_name: name.into(),
            policy_document: document.into(),
            ..Default::default()
        };
        self.root::<CreatePolicy>(input).await.unwrap().policy.unwrap().arn.unwrap()
    }

    /// A session of a role, as STS makes them.
    pub(crate) fn role_session(&self, role: &Role) -> Session {
        let account: AccountId = ACCOUNT.parse().unwrap();
        let principal = policy::Principal::AssumedRole {
            session_arn: format!("arn:aws:sts::{ACCOUNT}:assumed-role/{}/build", role.role_name),
            role_arn: role.arn.clone(),
            account: ACCOUNT.into(),
            role_unique_id: role.role_id.clone(),
            session_name: "build".into(),
        };
        self.kernel.session(&Credential {
            access_key_id: "ASIAEXAMPLEEXAMPLE00".into(),
            secret_access_key: "secret".into(),
            principal: Arc::new(principal),
            account,
            temporary: Some(Temporary::default()),
        })
    }
}

pub(crate) fn session(kernel: &Arc<Kernel>, access_key_id: &str) -> Session {
    kernel.session(&kernel.credential(access_key_id, None).unwrap())
}

pub(crate) fn allow(actions: &str, resource: &str) -> String {
    statement("Allow", actions, resource)
}

pub(crate) fn statement(effect: &str, actions: &str, resource: &str) -> String {
    let actions: Vec<String> = actions.split_whitespace().map(|action| format!("\"{action}\"")).collect();
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"{effect}","Action":[{}],"Resource":"{resource}"}}]}}"#,
        actions.join(",")
    )
}

pub(crate) fn trusting(principal: &str) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{principal},"Action":"sts:AssumeRole"}}]}}"#
    )
}

pub(crate) fn tag(key: &str, value: &str) -> Tag {
    Tag { key: key.into(), value: value.into() }
}

/// Undoes the encoding of documents in answers.
pub(crate) fn decoded(document: &str) -> String {
    percent_decode(document)
}

fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: String = rest.by_ref().take(2).map(char::from).collect();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// A certificate that signed itself, with its key.
pub(crate) fn server_certificate(name: &str, path: Option<&str>) -> UploadServerCertificateRequest {
    let made = rcgen::generate_simple_self_signed(["books.example.com".to_owned()]).unwrap();
    UploadServerCertificateRequest {
        server_certificate_name: name.into(),
        path: path.map(str::to_owned),
        certificate_body: made.cert.pem(),
        private_key: made.signing_key.serialize_pem(),
        ..Default::default()
    }
}

/// Metadata of an identity provider, as far as IAM reads it.
pub(crate) fn metadata() -> String {
    format!(
        r#"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://id.example.com" validUntil="2030-01-01T00:00:00Z"><md:IDPSSODescriptor><ds:X509Certificate>{}</ds:X509Certificate></md:IDPSSODescriptor></md:EntityDescriptor>"#,
        "A".repeat(1000)
    )
}

#[track_caller]
pub(crate) fn refused<T: Debug>(result: Result<T, Fault>, code: &str, status: u16, message: &str) {
    let fault = result.expect_err("must be refused");
    let found = (fault.code.as_ref(), fault.status, fault.message.as_str());
    assert_eq!(found, (code, status, message), "{fault:?}");
}

#[track_caller]
pub(crate) fn denied<T: Debug>(result: Result<T, Fault>, who: &str, action: &str, resource: &str) {
    let message = format!(
        "User: arn:aws:iam::{ACCOUNT}:user/{who} is not authorized to perform: {action} on resource: {resource} \
         because no identity-based policy allows the {action} action"
    );
    refused(result, "AccessDenied", 403, &message);
}

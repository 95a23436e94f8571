//! A kernel with this service alone, and people to call it.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use api_s3 as api;
use blobs::Blobs;
use kernel::{
    Base, Builder, Call, Clock, Credential, Directory, Fault, Identities, IdentityFacts, Kernel, MasterKey,
    Network, Origin, RoleFacts, Session, SystemEntropy,
};
use names::{AccountId, Arn, Timestamp};
use policy::{Document, NamedPolicy, Policy, PolicyKind, Principal};
use s3::S3;
use shape::{Body, Operation};

pub(crate) const OURS: &str = "111122223333";
pub(crate) const THEIRS: &str = "444455556666";

/// A clock that tests move.
pub(crate) struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// The users and their policies.
#[derive(Default)]
pub(crate) struct People {
    policies: Mutex<HashMap<String, NamedPolicy>>,
    ids: Mutex<HashMap<String, String>>,
    born: AtomicU64,
}

impl Identities for People {
    fn of(&self, session: &Session) -> Result<Arc<IdentityFacts>, Fault> {
        let policies = self.policies.lock().unwrap();
        let own = session.principal().unique_id().and_then(|id| policies.get(id)).cloned();
        Ok(Arc::new(IdentityFacts { policies: own.into_iter().collect(), ..IdentityFacts::default() }))
    }
}

impl Directory for People {
    fn role(&self, _: &Arn) -> Result<Option<RoleFacts>, Fault> {
        Ok(None)
    }

    fn unique_id(&self, arn: &Arn) -> Result<Option<String>, Fault> {
        Ok(self.ids.lock().unwrap().get(arn.as_str()).cloned())
    }

    fn arn(&self, unique_id: &str) -> Result<Option<Arn>, Fault> {
        let ids = self.ids.lock().unwrap();
        let found = ids.iter().find(|(_, id)| *id == unique_id);
        Ok(found.map(|(arn, _)| arn.parse().unwrap()))
    }

    fn access_key_account(&self, _: &str) -> Result<Option<AccountId>, Fault> {
        Ok(None)
    }

    fn account_exists(&self, account: AccountId) -> Result<bool, Fault> {
        Ok([OURS, THEIRS].contains(&account.as_str()))
    }
}

pub(crate) struct World {
    pub(crate) kernel: Arc<Kernel>,
    pub(crate) s3: Arc<S3>,
    pub(crate) blobs: blobs::Memory,
    pub(crate) people: Arc<People>,
    pub(crate) clock: Arc<Hands>,
}

/// Somebody who calls.
#[derive(Clone)]
pub(crate) struct Caller {
    kernel: Arc<Kernel>,
    session: Session,
    pub(crate) call: Call,
}

impl World {
    pub(crate) fn new() -> Self {
        let clock = Arc::new(Hands(AtomicI64::new(1_764_054_489_045)));
        let entropy = Arc::new(SystemEntropy::new());
        let base = Base {
            store: Arc::new(store::Memory::new()),
            clock: clock.clone(),
            entropy: entropy.clone(),
            master: MasterKey::generate(&*entropy),
        };
        let blobs = blobs::Memory::new();
        let people = Arc::new(People::default());
        let s3 = Arc::new(S3::new(base.clone(), Arc::new(blobs.clone())));
        let mut builder = Builder::new(base);
        builder.identities(people.clone());
        builder.directory(people.clone());
        s3::install(&mut builder, &s3);
        Self { kernel: builder.build().unwrap(), s3, blobs, people, clock }
    }

    /// A world with the bucket `books` of our root user.
    pub(crate) async fn with_bucket() -> (Self, Caller) {
        let world = Self::new();
        let root = world.root(OURS);
        root.create_bucket("books").await.unwrap();
        (world, root)
    }

    pub(crate) fn pass(&self, millis: i64) {
        self.clock.0.fetch_add(millis, Ordering::SeqCst);
    }

    pub(crate) fn root(&self, account: &str) -> Caller {
        self.caller(account, Principal::Root { account: account.to_owned() })
    }

    /// A user with exactly these permissions, each `action resource`.
    pub(crate) fn user(&self, account: &str, name: &str, permissions: &[&str]) -> Caller {
        let statement = |permission: &&str| {
            let (action, resource) = permission.split_once(' ').unwrap();
            serde_json::json!({"Effect": "Allow", "Action": action, "Resource": resource})
        };
        let statements: Vec<_> = permissions.iter().map(statement).collect();
        self.user_with(account, name, &serde_json::json!(statements).to_string())
    }

    /// A user with these statements.
    pub(crate) fn user_with(&self, account: &str, name: &str, statements: &str) -> Caller {
        let born = self.people.born.fetch_add(1, Ordering::SeqCst);
        let unique_id = format!("AIDAEXAMPLE{born:010}");
        let arn = format!("arn:aws:iam::{account}:user/{name}");
        self.people.ids.lock().unwrap().insert(arn.clone(), unique_id.clone());
        if statements != "[]" {
            let text = format!(r#"{{"Version": "2012-10-17", "Statement": {statements}}}"#);
            let document = Document::parse(&text, PolicyKind::Identity).unwrap();
            let policy = NamedPolicy::inline("own", Arc::new(Policy::compile(&document)));
            self.people.policies.lock().unwrap().insert(unique_id.clone(), policy);
        }
        let principal =
            Principal::User { arn, account: account.to_owned(), unique_id, name: name.to_owned() };
        self.caller(account, principal)
    }

    /// Forgets a user, as IAM does when one is deleted.
    pub(crate) fn forget(&self, account: &str, name: &str) {
        self.people.ids.lock().unwrap().remove(&format!("arn:aws:iam::{account}:user/{name}"));
    }

    pub(crate) fn anonymous(&self) -> Caller {
        self.with_session(Session::anonymous(), None)
    }

    fn caller(&self, account: &str, principal: Principal) -> Caller {
        let credential = Credential {
            access_key_id: "AKIAEXAMPLE".to_owned(),
            secret_access_key: "secret".to_owned(),
            principal: Arc::new(principal),
            account: account.parse().unwrap(),
            temporary: None,
        };
        self.with_session(self.kernel.session(&credential), Some("REST-HEADER"))
    }

    fn with_session(&self, session: Session, auth_type: Option<&'static str>) -> Caller {
        let network = Network {
            source_ip: IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7)),
            user_agent: None,
            referer: None,
            tls_version: Some("1.3"),
            auth_type,
            signed_at: auth_type.map(|_| self.clock.now()),
            content_sha256: None,
            host: Some("storage.example.com".to_owned()),
        };
        let call = Call {
            id: "request".to_owned(),
            received_at: self.clock.now(),
            region: "us-east-1".parse().unwrap(),
            origin: Origin::Network(network),
            via: Vec::new(),
            source: None,
        };
        Caller { kernel: self.kernel.clone(), session, call }
    }

    /// How many blobs there are.
    pub(crate) fn blob_count(&self) -> usize {
        let count = std::cell::Cell::new(0);
        let counting = |_: &blobs::BlobId| {
            count.set(count.get() + 1);
            true
        };
        self.blobs.sweep(&counting, Timestamp::from_millis(i64::MAX)).unwrap();
        count.get()
    }
}

impl Caller {
    pub(crate) async fn run<Op: Operation>(&self, input: Op::Input) -> Result<Op::Output, Fault> {
        self.kernel.run::<Op>(&self.session, &self.call, input).await
    }

    /// The same, signed for another region.
    pub(crate) fn in_region(&self, region: &str) -> Self {
        let mut other = self.clone();
        other.call.region = region.parse().unwrap();
        other
    }

    /// The same over plain HTTP.
    pub(crate) fn in_the_clear(&self) -> Self {
        let mut other = self.clone();
        if let Origin::Network(network) = &mut other.call.origin {
            network.tls_version = None;
        }
        other
    }

    pub(crate) async fn create_bucket(&self, bucket: &str) -> Result<api::CreateBucketOutput, Fault> {
        let input = api::CreateBucketRequest { bucket: bucket.into(), ..Default::default() };
        self.run::<api::CreateBucket>(input).await
    }

    pub(crate) async fn put(&self, key: &str, text: &str) -> Result<api::PutObjectOutput, Fault> {
        self.run::<api::PutObject>(put(key, text)).await
    }

    pub(crate) async fn get(&self, key: &str) -> Result<String, Fault> {
        let answer = self.run::<api::GetObject>(get(key)).await?;
        Ok(text(answer.body).await)
    }

    pub(crate) async fn keys(&self, bucket: &str) -> Vec<String> {
        let input = api::ListObjectsV2Request { bucket: bucket.into(), ..Default::default() };
        let answer = self.run::<api::ListObjectsV2>(input).await.unwrap();
        answer.contents.unwrap().into_iter().filter_map(|object| object.key).collect()
    }
}

/// A put of text into the bucket `books`.
pub(crate) fn put(key: &str, text: &str) -> api::PutObjectRequest {
    let body = Some(Body::from(bytes::Bytes::copy_from_slice(text.as_bytes())));
    api::PutObjectRequest { bucket: "books".into(), key: key.into(), body, ..Default::default() }
}

/// A get out of the bucket `books`.
pub(crate) fn get(key: &str) -> api::GetObjectRequest {
    api::GetObjectRequest { bucket: "books".into(), key: key.into(), ..Default::default() }
}

pub(crate) fn head(key: &str) -> api::HeadObjectRequest {
    api::HeadObjectRequest { bucket: "books".into(), key: key.into(), ..Default::default() }
}

pub(crate) fn delete(key: &str) -> api::DeleteObjectRequest {
    api::DeleteObjectRequest { bucket: "books".into(), key: key.into(), ..Default::default() }
}

pub(crate) fn copy(source: &str, key: &str) -> api::CopyObjectRequest {
    let copy_source = source.to_owned();
    api::CopyObjectRequest { bucket: "books".into(), key: key.into(), copy_source, ..Default::default() }
}

pub(crate) async fn text(body: Option<Body>) -> String {
    let bytes = body.unwrap().collect(usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub(crate) fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// The code of a refusal.
#[track_caller]
pub(crate) fn code<T>(outcome: Result<T, Fault>) -> String {
    match outcome {
        Ok(_) => "ok".to_owned(),
        Err(fault) => {
            assert!(fault.cause.is_none(), "{:?}", fault.cause);
            format!("{} {}", fault.status, fault.code)
        }
    }
}
